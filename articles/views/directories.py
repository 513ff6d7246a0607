"""Lists of all outlets, speakers and articles: ``/o/``, ``/s/`` and ``/a/``.

Speakers are ordered by how often they are quoted, or from A to Z; a box filters them by name: ``/s/?q=lavrov``.
"""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, Outlet, Speaker
from articles.views.http.forms import DirectoryForm
from articles.views.http.keyset_pagination import add_counts, paginate
from articles.views.http.page_cache import cached_site_page
from articles.views.http.tabular import ARTICLE_COLUMNS, OUTLET_COLUMNS, SPEAKER_COLUMNS, render_table


@require_safe
@cached_site_page
def outlet_list(request: HttpRequest, form: str = "") -> HttpResponse:
    """Show a page of the list of outlets by name; or, in a format, its table."""
    rows, counts = Outlet.objects.current().order_by("folded", "pk"), Outlet.objects.with_counts()
    if form:
        return render_table(request, form, rows, OUTLET_COLUMNS, by="slug", counts=counts)
    page = add_counts(paginate(rows, request.GET.get("after", ""), by="slug"), counts)
    return render(request, "outlet/list.html", {"page": page})


@require_safe
@cached_site_page
def speaker_list(request: HttpRequest, form: str = "") -> HttpResponse:
    """Show a page of the list of speakers who are quoted; or, in a format, its table."""
    options = DirectoryForm(request.GET)
    values = options.read()
    rows = Speaker.objects.current().quoted().named_like(values["q"])
    rows = rows.order_by("name", "pk") if values["sort"] == "name" else rows.most_quoted_first()
    counts = Speaker.objects.with_counts().filter(Q(("quote_count__gt", 0)))
    if form:
        return render_table(request, form, rows, SPEAKER_COLUMNS, by="slug", counts=counts)
    page = add_counts(paginate(rows, request.GET.get("after", ""), by="slug"), counts)
    context = {"page": page, "asked": values["q"], "sort": values["sort"], "list_query": options.build_query()}
    return render(request, "speaker/list.html", context)


@require_safe
@cached_site_page
def article_list(request: HttpRequest, form: str = "") -> HttpResponse:
    """Show a page of the list of articles, newest first; or, in a format, its table."""
    rows = Article.objects.public().defer_texts().select_related("outlet").newest_first()
    counts = Article.objects.defer_texts().select_related("outlet").with_counts()
    if form:
        return render_table(request, form, rows, ARTICLE_COLUMNS, counts=counts)
    page = add_counts(paginate(rows, request.GET.get("after", "")), counts)
    return render(request, "article/list.html", {"page": page, "suggest": reverse("suggest_article")})
