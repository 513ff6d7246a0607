"""Pages for permalinks behind which no lineage stands: withdrawn, separated or unknown.

A code that was withdrawn answers 410 with the reason; so do two printings, ``12..31``, that are no longer held to be
the same words. `articles.queries.permalinks` finds the lineage of a code, misread or not: ``7kq2m-9x4vd`` is
7KQ2M9X4VD.
"""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Lineage, LineageCode, Quote


def render_withdrawn(request: HttpRequest, entry: LineageCode) -> HttpResponse:
    """Return the page of a code that was withdrawn."""
    return render(request, "410.html", {"entry": entry}, status=410)


def render_separated(request: HttpRequest, lineage: Lineage, quotes: Sequence[Quote]) -> HttpResponse:
    """Return the page of two printings that are no longer held to be the same words."""
    return render(request, "410.html", {"lineage": lineage, "quotes": quotes}, status=410)


def render_unknown_printing(request: HttpRequest, lineage: Lineage) -> HttpResponse:
    """Return the page of a printing that `lineage` never had."""
    return render(request, "404.html", {"lineage": lineage}, status=404)
