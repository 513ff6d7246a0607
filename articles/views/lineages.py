"""What became of these words on the way through print?

``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition``: the quotation, who said it where, every printing with its
date and credit, and two of them side by side. ``?a=12&b=31`` names the two by their quotes; htmx gets the comparison
alone from the same address. A code once shown answers for ever: here, from the lineage it was merged into, or with
the reason why not.

Left to others: which printings say the same (`articles.views.printings`), the comparison (`articles.views.pairs`).
"""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.http import HtmxRequest, wants_fragment
from articles.models import Alias, Code, Lineage
from articles.models.lineage import canonical_code

from .addresses import elsewhere
from .pairs import Pair, most_telling, pair_of
from .printings import Row, rows_of


@require_safe
@vary_on_headers("HX-Request")
def lineage(request: HtmxRequest, code: str, slug: str = "") -> HttpResponse:
    """The lineage's page, or the comparison of two of its printings alone."""
    entry = get_object_or_404(Code.objects.select_related("lineage__first"), pk=canonical_code(code))
    if entry.lineage is None:
        return _gone(request, entry)
    return elsewhere(request, entry.lineage) or _page(request, entry, entry.lineage)


def _gone(request: HtmxRequest, entry: Code) -> HttpResponse:
    return render(request, "410.html", {"entry": entry}, status=410)


def _page(request: HtmxRequest, entry: Code, found: Lineage) -> HttpResponse:
    rows = rows_of(found)
    if not rows:
        return _gone(request, entry)
    try:
        pair = chosen(rows, request.GET.get("a", ""), request.GET.get("b", ""))
    except Http404:
        return render(request, "404.html", {"lineage": found}, status=404)
    context = {"lineage": found, "rows": rows, "pair": pair}
    if wants_fragment(request):
        return render(request, "articles/_comparison.html", context | {"fragment": True})
    return render(request, "articles/lineage.html", context | about(rows))


def chosen(rows: Sequence[Row], a: str, b: str) -> Pair | None:
    """The printings `a` and `b` compared; by default the first and the one that differs most. None where one is alone.

    Raises Http404 where one of the two is not a printing of this lineage.
    """
    left = named(rows, a) if a else None
    right = named(rows, b) if b else None
    aliases = Alias.objects.table()
    if left is None:
        left = most_telling(rows, right, aliases) if right is rows[0] else rows[0]
    if right is None and left is not None:
        right = most_telling(rows, left, aliases)
    return pair_of(left, right, aliases) if left and right else None


def named(rows: Sequence[Row], key: str) -> Row:
    """The printing that an address calls `key`."""
    for row in rows:
        if str(row.key) == key:
            return row
    raise Http404("There is no such printing of this quotation.")


def about(rows: Sequence[Row]) -> dict[str, object]:
    """What is said of all printings together."""
    return {
        "first": rows[0],
        "occasion": next((row for row in rows if row.quote.occasion), None),
        "wordings": len({row.wording for row in rows}),
        "outlets": len({row.article.outlet_id for row in rows}),
    }
