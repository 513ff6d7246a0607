"""Sitemap and ``robots.txt`` for search engines.

``/sitemap.xml`` names the parts, ``/sitemap-lineages-3.xml`` has the lineages whose numbers are in the third 10,000.
Parts are cut by number instead of by offset, so that the last costs what the first does, and a part stays the same when
rows are added. Lineages, articles, outlets and speakers are listed; revisions, comparisons and search results are not.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Max, Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, Lineage, Outlet, Speaker

ROWS_A_PART = 10_000  # numbers; the protocol allows 50,000 addresses and 50 MB

# Each kind of page: its rows with just what their addresses are made of.
SITEMAP_SECTIONS: dict[str, Callable[[], QuerySet[Any]]] = {
    "lineages": lambda: Lineage.objects.exclude(first=None).select_related("first").only("code", "first__text"),
    "articles": lambda: Article.objects.only("title", "taken_in"),
    "outlets": lambda: Outlet.objects.current().only("slug"),
    "speakers": lambda: Speaker.objects.current().only("slug"),
}


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Return the list of parts."""
    parts = [request.build_absolute_uri(reverse("sitemap_part", args=part)) for part in _list_parts()]
    return render(request, "sitemap.xml", {"parts": parts}, content_type="application/xml")


def _list_parts() -> Iterator[tuple[str, int]]:
    for kind, rows in SITEMAP_SECTIONS.items():
        last = rows().order_by().aggregate(last=Max("pk"))["last"] or 0
        yield from ((kind, number) for number in range(1, last // ROWS_A_PART + 2) if last)


@require_safe
def sitemap_part(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Return one part. Raises Http404 where there is none."""
    if kind not in SITEMAP_SECTIONS or not 0 < number < 2**31:
        raise Http404("There is no such part of the list of pages.")
    first = (number - 1) * ROWS_A_PART
    rows = SITEMAP_SECTIONS[kind]().filter(pk__gte=first, pk__lt=first + ROWS_A_PART).order_by("pk")
    pages = ((request.build_absolute_uri(row.get_absolute_url()), _get_lastmod(row)) for row in rows.iterator())
    return render(request, "sitemap.xml", {"pages": pages}, content_type="application/xml")


def _get_lastmod(row: Model) -> str:
    """Return the day on which an article was taken in, as its text does not change; of others none is claimed."""
    return row.taken_in.date().isoformat() if isinstance(row, Article) else ""


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Return what robots may leave alone."""
    left_alone = ("/admin/", "/search", "/check", "/oembed", "/*/since/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in left_alone)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
