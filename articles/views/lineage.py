"""What became of these words on the way through print?

``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition``: the story in plain sentences; the words with a number at each
place where printings differ; who prints what there; two printings side by side; who may have taken the words from whom.
``?base=31`` names the printing that all are laid against, by its quote, and ``?wording=B`` the wording whose printings
are listed, a hundred a page; htmx gets the words with their readings, which it swaps, from the same address. A code
once shown answers for ever: here, from the lineage it was merged into, or with the reason why not.

Left to others: the printings (`articles.presentation.printings`), each section (`story`, `readings`, `pairs`,
`descents`), two printings at an address of their own (`articles.views.comparison`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.engine.comparison.collation import Collation
from articles.engine.text.aliases import Aliases
from articles.models import Alias, Code, Lineage, Printing
from articles.presentation.apparatus import readings_of
from articles.presentation.change_story import story_of
from articles.presentation.descent_diagram import drawing_of
from articles.presentation.descent_tree import origins_of
from articles.presentation.page_metadata import head_of_lineage
from articles.presentation.printings import ROWS_SHOWN, Group, Row, earliest_complete, groups_of, listing_of, rows_of
from articles.presentation.side_by_side import most_telling, opening
from articles.queries.collation import collated
from articles.queries.permalinks import entry_of, split_with
from articles.views.comparison import named, shown
from articles.views.http.canonical import elsewhere
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.page_cache import unless_seen
from articles.views.permalinks import no_such_printing, withdrawn


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks to see besides the lineage: the base, and whose printings are listed, from which on."""

    base: str
    wording: str
    start: int

    @classmethod
    def by(cls, request: HtmxRequest) -> "Asked":
        """What `request` asks for."""
        start = request.GET.get("from", "")
        number = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 0
        return cls(request.GET.get("base", ""), request.GET.get("wording", ""), number)

    @property
    def with_base(self) -> str:
        """The base, to go on behind another question in a link."""
        return f"&base={quote(self.base)}" if self.base else ""


@require_safe
@vary_on_headers("HX-Request")
@unless_seen
def lineage(request: HtmxRequest, code: str, slug: str = "") -> HttpResponse:
    """The lineage's page, or the part of it that htmx swaps."""
    entry = entry_of(code)
    if entry.lineage is None:
        return withdrawn(request, entry)
    moved = elsewhere(request, entry.lineage)
    if moved:
        return moved
    rows = rows_of(entry.lineage)
    if not rows:
        return withdrawn(request, entry)
    try:
        asks_for_pair = request.GET.get("a") or request.GET.get("b")
        return _pair(request, entry.lineage, rows) if asks_for_pair else _page(request, entry, entry.lineage, rows)
    except Http404:
        return no_such_printing(request, entry.lineage)


def _pair(request: HtmxRequest, lineage: Lineage, rows: Sequence[Row]) -> HttpResponse:
    """To the two printings that a form or an address from before these had pages of their own asks for.

    Where it names one alone, the other is chosen, and may be another one when there are more printings.
    """
    a, b = request.GET.get("a", ""), request.GET.get("b", "")
    left, right = chosen(rows, a, b, Alias.objects.table())
    asked = request.GET.copy()
    for name in ("a", "b", "base", "wording"):
        asked.pop(name, None)
    address = lineage.pair_address(left.key, right.key)
    whole = f"{address}?{asked.urlencode()}" if asked else address
    return HttpResponsePermanentRedirect(whole) if a and b else HttpResponseRedirect(whole)


def chosen(rows: Sequence[Row], a: str, b: str, aliases: Aliases) -> tuple[Row, Row]:
    """The printings `a` and `b`; where one is not named, the one that differs most from the other.

    Raises Http404 where one of the two is not a printing of this lineage, or there is none beside it.
    """
    left = named(rows, a) if a else None
    right = named(rows, b) if b else None
    if left is None and right is not None:
        whole = earliest_complete(rows)
        left = most_telling(rows, right, aliases) if right is whole else whole
    elif right is None and left is not None:
        right = most_telling(rows, left, aliases)
    if left is None or right is None:
        raise Http404("There is no other printing of this quotation.")
    return left, right


def _page(request: HtmxRequest, entry: Code, lineage: Lineage, rows: Sequence[Row]) -> HttpResponse:
    asked, aliases = Asked.by(request), Alias.objects.table()
    base = named(rows, asked.base) if asked.base else None
    groups = groups_of(rows)
    collation = collated([row.printing for row in rows], aliases, base=base.number - 1 if base else None)
    context = {
        "lineage": lineage,
        "rows": rows,
        "asked": asked,
        "groups": groups,
        "listing": listing_of(groups, asked.wording, asked.start),
        "rows_shown": ROWS_SHOWN,
        "readings": readings_of(collation, groups),
    }
    if wants_fragment(request):
        return render(request, "lineage/_words.html", context | {"fragment": True})
    two = opening(collation, groups)
    if two:
        context |= shown(lineage, rows, *two, aliases, request.GET)
    context |= {"entry": entry, "split": split_with(lineage)}
    context["head"] = head_of_lineage(request, entry, lineage, rows, collation)
    return render(request, "lineage/detail.html", context | about(rows) | told(collation, groups, rows))


def about(rows: Sequence[Row]) -> dict[str, object]:
    """What is said of all printings together."""
    return {
        "first": rows[0],
        "occasion": next((row for row in rows if row.quote.occasion), None),
        "wordings": len({row.wording for row in rows}),
        "outlets": len({row.article.outlet_id or -row.article.pk for row in rows}),
    }


def told(collation: Collation, groups: Sequence[Group], rows: Sequence[Row]) -> dict[str, object]:
    """The story, and who may have taken the words from whom."""
    origins = origins_of(collation, groups, rows, Printing.objects.lineages_beside(row.printing for row in rows))
    return {"story": story_of(collation, groups), "origins": origins, "drawing": drawing_of(origins)}
