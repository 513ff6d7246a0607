"""Lineage page: the story of a quotation through print.

``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition`` has the story in plain sentences; the words, with a number at
each place where printings differ; who prints what there; two printings side by side; who may have taken the words from
whom. ``?base=31`` names the printing that is the base, by its quote, and ``?wording=B`` the wording whose printings are
listed, a hundred a page; htmx gets the words with their readings, which it swaps, from the same address. A code once
shown answers for ever: from this page, from the lineage it was merged into, or with the reason why not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.engine.text.aliases import Aliases
from articles.models import Alias, Lineage, LineageCode
from articles.presentation.apparatus import build_apparatus
from articles.presentation.change_story import build_story
from articles.presentation.descent_diagram import layout_diagram
from articles.presentation.descent_tree import build_descent_tree
from articles.presentation.page_metadata import build_lineage_metadata, count_outlets
from articles.presentation.printings import ROWS_LISTED, build_listing
from articles.presentation.side_by_side import choose_opening_pair, find_most_different
from articles.queries.lineage_snapshot import (
    LineageSnapshot,
    PrintingSnapshot,
    build_snapshot,
    find_earliest_complete,
    load_printings,
)
from articles.queries.permalinks import find_split_lineages, get_code_or_404
from articles.views.comparison import build_comparison_context, get_row_or_404
from articles.views.gone import render_unknown_printing, render_withdrawn
from articles.views.http.canonical import redirect_unless_canonical
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.page_cache import cached_lineage_page
from articles.views.http.params import parse_bounded_int


@dataclass(frozen=True, slots=True)
class LineageOptions:
    """Options in the query string: the base, and the wording whose printings are listed, from which on."""

    base: str
    wording: str
    start: int

    @classmethod
    def from_request(cls, request: HtmxRequest) -> "LineageOptions":
        """Read the options from `request`."""
        start = request.GET.get("from", "")
        number = parse_bounded_int(start, 0, 999_999) or 0
        return cls(request.GET.get("base", ""), request.GET.get("wording", ""), number)

    @property
    def base_param(self) -> str:
        """The base as a parameter, to append to a query string."""
        return f"&base={quote(self.base)}" if self.base else ""


@require_safe
@vary_on_headers("HX-Request")
@cached_lineage_page
def lineage_detail(request: HtmxRequest, code: str, slug: str = "") -> HttpResponse:
    """Show the page, or the part of it that htmx swaps."""
    entry = get_code_or_404(code)
    if entry.lineage is None:
        return render_withdrawn(request, entry)
    moved = redirect_unless_canonical(request, entry.lineage)
    if moved:
        return moved
    rows = load_printings(entry.lineage)
    if not rows:
        return render_withdrawn(request, entry)
    try:
        asks_for_pair = request.GET.get("a") or request.GET.get("b")
        return (
            _redirect_to_pair(request, entry.lineage, rows)
            if asks_for_pair
            else _render_lineage(request, entry, entry.lineage, rows)
        )
    except Http404:
        return render_unknown_printing(request, entry.lineage)


def _redirect_to_pair(request: HtmxRequest, lineage: Lineage, rows: Sequence[PrintingSnapshot]) -> HttpResponse:
    """Redirect to the comparison of two printings that a form, or an older address, asks for.

    Where only one is named, the other is chosen, and may be another one when there are more printings.
    """
    a, b = request.GET.get("a", ""), request.GET.get("b", "")
    left, right = choose_pair(rows, a, b, Alias.objects.load_table())
    asked = request.GET.copy()
    for name in ("a", "b", "base", "wording"):
        asked.pop(name, None)
    address = lineage.get_comparison_url(left.key, right.key)
    whole = f"{address}?{asked.urlencode()}" if asked else address
    return HttpResponsePermanentRedirect(whole) if a and b else HttpResponseRedirect(whole)


def choose_pair(
    rows: Sequence[PrintingSnapshot], a: str, b: str, aliases: Aliases
) -> tuple[PrintingSnapshot, PrintingSnapshot]:
    """Return the printings `a` and `b`; where one is not named, the one that differs most from the other.

    Raises Http404 where one of the two is not a printing of this lineage, or the lineage has no other printing.
    """
    left = get_row_or_404(rows, a) if a else None
    right = get_row_or_404(rows, b) if b else None
    if left is None and right is not None:
        whole = find_earliest_complete(rows)
        left = find_most_different(rows, right, aliases) if right is whole else whole
    elif right is None and left is not None:
        right = find_most_different(rows, left, aliases)
    if left is None or right is None:
        raise Http404("There is no other printing of this quotation.")
    return left, right


def _render_lineage(
    request: HtmxRequest, entry: LineageCode, lineage: Lineage, rows: Sequence[PrintingSnapshot]
) -> HttpResponse:
    asked, aliases = LineageOptions.from_request(request), Alias.objects.load_table()
    base = get_row_or_404(rows, asked.base) if asked.base else None
    snapshot = build_snapshot(lineage, rows, aliases, base=base, absolute=request.build_absolute_uri)
    context = {
        "lineage": lineage,
        "rows": rows,
        "asked": asked,
        "groups": snapshot.wordings,
        "listing": build_listing(snapshot.wordings, asked.wording, asked.start),
        "rows_shown": ROWS_LISTED,
        "readings": build_apparatus(snapshot),
    }
    if wants_fragment(request):
        return render(request, "lineage/_words.html", context | {"fragment": True})
    two = choose_opening_pair(snapshot)
    if two:
        context |= build_comparison_context(lineage, rows, *two, aliases, request.GET)
    context |= {"entry": entry, "split": find_split_lineages(lineage)}
    context["head"] = build_lineage_metadata(request, entry, snapshot)
    return render(
        request,
        "lineage/detail.html",
        context | summarize_snapshot(snapshot) | build_story_context(snapshot),
    )


def summarize_snapshot(snapshot: LineageSnapshot) -> dict[str, object]:
    """Return the context about all printings together."""
    return {
        "first": snapshot.first,
        "occasion": next((printing for printing in snapshot.printings if printing.quote.occasion), None),
        "wordings": len(snapshot.wordings),
        "outlets": count_outlets(snapshot.printings),
    }


def build_story_context(snapshot: LineageSnapshot) -> dict[str, object]:
    """Return the context of the story and of the descent."""
    tree = build_descent_tree(snapshot)
    return {"story": build_story(snapshot), "origins": tree, "drawing": layout_diagram(tree)}
