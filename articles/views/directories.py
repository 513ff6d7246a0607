"""Lists of all outlets and all speakers, by name: ``/o/`` and ``/s/``."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Outlet, Speaker
from articles.views.http.keyset_pagination import add_counts, paginate
from articles.views.http.page_cache import cached_site_page
from articles.views.http.tabular import OUTLET_COLUMNS, SPEAKER_COLUMNS, Columns, render_table


@dataclass(frozen=True, slots=True)
class Directory:
    """A list of all rows of a model, by the field `name`: its columns as a table, its template as a page."""

    model: type[Outlet] | type[Speaker]
    name: str
    columns: Columns
    template: str


DIRECTORIES = {
    "outlets": Directory(Outlet, "folded", OUTLET_COLUMNS, "outlet/list.html"),
    "speakers": Directory(Speaker, "name", SPEAKER_COLUMNS, "speaker/list.html"),
}


@require_safe
@cached_site_page
def directory_list(request: HttpRequest, kind: str, form: str = "") -> HttpResponse:
    """Show a page of one of the `DIRECTORIES`; or, in a format, its table."""
    directory = DIRECTORIES[kind]
    rows = directory.model.objects.current().order_by(directory.name, "pk")
    counts = directory.model.objects.with_counts()
    if form:
        return render_table(request, form, rows, directory.columns, by="slug", counts=counts)
    page = add_counts(paginate(rows, request.GET.get("after", ""), by="slug"), counts)
    return render(request, directory.template, {"page": page})
