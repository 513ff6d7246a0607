"""Sitemap and ``robots.txt`` for search engines.

``/sitemap-lineages-3.xml`` has the lineages whose numbers are in the third 10,000. Parts are cut by number instead of
by offset, so that the last costs what the first does, and a part stays the same when rows are added.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, Lineage, Outlet, Speaker

ROWS_A_PART = 10_000  # numbers; the protocol allows 50,000 addresses and 50 MB

# Each kind of page: its rows with just what their addresses are made of.
SITEMAP_SECTIONS: dict[str, Callable[[], QuerySet[Any]]] = {
    "lineages": lambda: Lineage.objects.exclude(first=None).select_related("first").only("code", "first__text"),
    "articles": lambda: Article.objects.public().only("title", "taken_in"),
    "outlets": lambda: Outlet.objects.current().only("slug"),
    "speakers": lambda: Speaker.objects.current().only("slug"),
}


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Return the list of parts."""
    parts = []
    for kind, rows in SITEMAP_SECTIONS.items():
        last = rows().order_by().aggregate(last=Max("pk"))["last"]
        numbers = range(1, last // ROWS_A_PART + 2) if last else ()
        parts += [request.build_absolute_uri(reverse("sitemap_part", args=[kind, number])) for number in numbers]
    return render(request, "sitemap.xml", {"parts": parts}, content_type="application/xml")


@require_safe
def sitemap_part(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Return one part; only the text of an article does not change, so that its day is known. Raises Http404."""
    if kind not in SITEMAP_SECTIONS or not 0 < number < 2**31:
        raise Http404("There is no such part of the sitemap.")
    first = (number - 1) * ROWS_A_PART
    rows = SITEMAP_SECTIONS[kind]().filter(pk__gte=first, pk__lt=first + ROWS_A_PART).order_by("pk")
    has_day = kind == "articles"
    pages = (
        (request.build_absolute_uri(row.get_absolute_url()), row.taken_in.date().isoformat() if has_day else "")
        for row in rows.iterator()
    )
    return render(request, "sitemap.xml", {"pages": pages}, content_type="application/xml")


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Return what robots may leave alone."""
    disallowed = ("/admin/", "/search", "/check", "/oembed", "/*/since/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in disallowed)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
