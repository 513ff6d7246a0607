"""Lists of all outlets and all speakers, by name: ``/o/`` and ``/s/``."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Outlet, Speaker
from articles.views.http.keyset_pagination import add_counts, paginate
from articles.views.http.page_cache import cached_site_page
from articles.views.http.tabular import OUTLET_COLUMNS, SPEAKER_COLUMNS, Columns, render_table

# The model of each list, the field by which it is ordered, and its columns as a table.
DIRECTORIES: dict[str, tuple[type[Outlet] | type[Speaker], str, Columns]] = {
    "outlet": (Outlet, "folded", OUTLET_COLUMNS),
    "speaker": (Speaker, "name", SPEAKER_COLUMNS),
}


@require_safe
@cached_site_page
def directory_list(request: HttpRequest, kind: str, form: str = "") -> HttpResponse:
    """Show a page of one of the `DIRECTORIES`; or, in a format, its table."""
    model, name, columns = DIRECTORIES[kind]
    rows, counts = model.objects.current().order_by(name, "pk"), model.objects.with_counts()
    if form:
        return render_table(request, form, rows, columns, by="slug", counts=counts)
    page = add_counts(paginate(rows, request.GET.get("after", ""), by="slug"), counts)
    return render(request, f"{kind}/list.html", {"page": page})
