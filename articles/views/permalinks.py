"""Which lineage does a code lead to, and what is said where it leads to none?

``7kq2m-9x4vd`` is 7KQ2M9X4VD, misread or not. A code that was withdrawn answers "gone" with the reason; so do two
printings, ``12..31``, that are no longer held to be the same words. Left to others: the pages of a lineage
(`articles.views.lineage`) and of two of its printings (`articles.views.comparison`).
"""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Lineage, LineageCode, Quote


def render_withdrawn(request: HttpRequest, entry: LineageCode) -> HttpResponse:
    """The page of a code behind which nothing stands any more."""
    return render(request, "410.html", {"entry": entry}, status=410)


def render_separated(request: HttpRequest, lineage: Lineage, quotes: Sequence[Quote]) -> HttpResponse:
    """The page of two printings that are no longer held to be the same words."""
    return render(request, "410.html", {"lineage": lineage, "quotes": quotes}, status=410)


def render_unknown_printing(request: HttpRequest, lineage: Lineage) -> HttpResponse:
    """The page of a printing that `lineage` never had."""
    return render(request, "404.html", {"lineage": lineage}, status=404)
