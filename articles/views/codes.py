"""Which lineage does a code lead to, and what is said where it leads to none?

``7kq2m-9x4vd`` is 7KQ2M9X4VD, misread or not. A code that was withdrawn answers "gone" with the reason; so do two
printings, ``12..31``, that are no longer held to be the same words. Left to others: the pages of a lineage
(`articles.views.lineages`) and of two of its printings (`articles.views.comparisons`).
"""

from collections.abc import Sequence

from django.db.models import Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.models import Code, Lineage, Quote
from articles.models.compiled import TEXT, CompiledQuery
from articles.models.lineage import canonical_code


def entry_of(code: str) -> Code:
    """What is known of `code`, its lineage at hand; `newest` is the revision of how it stands, if there is one yet.

    Raises Http404 where it was never issued.
    """
    newest = Max("revisions__number", filter=Q(lineage__stale=False))
    codes = Code.objects.select_related("lineage__first").annotate(newest=newest)
    return get_object_or_404(codes, pk=canonical_code(code))


def newest_of(entry: Code) -> int | None:
    """The `newest` that `entry_of` has found."""
    found: int | None = getattr(entry, "newest", None)
    return found


def split_with(lineage: Lineage) -> list[Lineage]:
    """The lineages that were split off this one, and the one that it was split off, as far as they still stand."""
    pairs = _SPLITS(lineage.code)
    codes = {code for pair in pairs for code in pair} - {lineage.code}
    return list(Lineage.objects.filter(code__in=codes).select_related("first")) if codes else []


_SPLITS = CompiledQuery(
    lambda code: (
        Code.objects.filter(Q(split_from=code) | Q(pk=code, split_from__isnull=False))
        .order_by()
        .values_list("pk", "split_from")
    ),
    TEXT,
)


def withdrawn(request: HttpRequest, entry: Code) -> HttpResponse:
    """The page of a code behind which nothing stands any more."""
    return render(request, "410.html", {"entry": entry}, status=410)


def parted(request: HttpRequest, lineage: Lineage, quotes: Sequence[Quote]) -> HttpResponse:
    """The page of two printings that are no longer held to be the same words."""
    return render(request, "410.html", {"lineage": lineage, "quotes": quotes}, status=410)


def no_such_printing(request: HttpRequest, lineage: Lineage) -> HttpResponse:
    """The page of a printing that `lineage` never had."""
    return render(request, "404.html", {"lineage": lineage}, status=404)
