"""Views of a lineage by its permalink, and pages where nothing is behind an address: withdrawn, separated, unknown."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from articles.models import Article, Lineage, LineageCode, Quote
from articles.queries.permalinks import get_code_or_404

View = Callable[..., HttpResponse]


def with_lineage(url_name: str = "") -> Callable[[View], View]:
    """Return a decorator that gives a view the `entry` of the code in its address, and its `lineage`.

    A withdrawn code answers 410. Another spelling than that of `url_name`, and a code that was merged, redirect there
    unless something was posted.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, code: str, **kwargs: Any) -> HttpResponse:
            entry = get_code_or_404(code)
            if entry.lineage is None:
                return render_withdrawn(request, entry)
            if url_name and request.method != "POST":
                moved = redirect_unless_at(request, reverse(url_name, kwargs={"code": entry.lineage.code, **kwargs}))
                if moved:
                    return moved
            return view(request, entry, entry.lineage, **kwargs)

        return answer

    return decorate


def redirect_unless_at(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect | None:
    """Return a redirect to `address`, or None if `request` has it already."""
    if request.path == unquote(address):
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


def render_withdrawn(request: HttpRequest, entry: LineageCode) -> HttpResponse:
    """Return the page of a code that was withdrawn."""
    return render(request, "410.html", {"entry": entry}, status=410)


def render_withdrawn_article(request: HttpRequest, article: Article) -> HttpResponse:
    """Return the page of an article that was withdrawn: the reason, without its words."""
    return render(request, "410.html", {"article": article}, status=410)


def render_separated(request: HttpRequest, lineage: Lineage, quotes: Sequence[Quote]) -> HttpResponse:
    """Return the page of two printings that are no longer in one lineage."""
    return render(request, "410.html", {"lineage": lineage, "quotes": quotes}, status=410)


def render_unknown_printing(request: HttpRequest, lineage: Lineage) -> HttpResponse:
    """Return the page of a printing that `lineage` never had."""
    return render(request, "404.html", {"lineage": lineage}, status=404)
