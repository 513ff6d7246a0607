"""Lineage page: what became of a quotation.

``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition`` begins with the verdict, one sentence, and sets the earliest
version beside the most serious departure from it; then come the words with their differences, who published which
version and, folded, any versions in columns (``?versions=A,C,F``) and who may have copied whom. With ``?base=`` the
words are those of another version; all else stays compared with the earliest. htmx gets the words, which it swaps, from
the same address.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.engine.text.aliases import Aliases
from articles.models import Alias, Lineage, LineageCode
from articles.presentation.apparatus import build_apparatus
from articles.presentation.archive_notes import list_cautions
from articles.presentation.attribution import describe_version_speaker
from articles.presentation.change_story import build_story
from articles.presentation.departures import choose_opening_pair
from articles.presentation.descent_diagram import layout_diagram
from articles.presentation.descent_tree import build_descent_tree
from articles.presentation.lineage_verdict import build_verdict, count_outlets, describe_credits, find_disagreement
from articles.presentation.occasions import describe_lineage_occasion
from articles.presentation.page_metadata import build_lineage_metadata
from articles.presentation.printings import ROWS_LISTED, build_listing
from articles.presentation.side_by_side import find_most_different
from articles.presentation.version_table import build_version_table
from articles.queries.lineage_snapshot import PrintingSnapshot, build_snapshot, find_earliest_complete, load_printings
from articles.queries.permalinks import find_split_lineages
from articles.views.comparison import build_comparison_context, get_row_or_404
from articles.views.http.forms import NumberField, ParsedField, QueryForm
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.page_cache import cached_lineage_page
from articles.views.permalinks import redirect_unless_at, render_unknown_printing, render_withdrawn, with_lineage


class LineageForm(QueryForm):
    """The query string: the base, the wording whose printings are listed, from which on, and two printings."""

    base = ParsedField(str)
    wording = ParsedField(str)
    from_ = NumberField(0, 999_999, default=0)
    a = ParsedField(str)
    b = ParsedField(str)


@require_safe
@vary_on_headers("HX-Request")
@cached_lineage_page
@with_lineage()
def lineage_detail(request: HtmxRequest, entry: LineageCode, lineage: Lineage, slug: str = "") -> HttpResponse:
    """Show the page, or the part of it that htmx swaps."""
    if moved := redirect_unless_at(request, lineage.get_absolute_url()):
        return moved
    printings = load_printings(lineage)
    if not printings:
        return render_withdrawn(request, entry)
    options = LineageForm(request.GET).read()
    try:
        if options["a"] or options["b"]:
            return _redirect_to_pair(request, lineage, printings, options["a"], options["b"])
        return _render_lineage(request, entry, lineage, printings, options)
    except Http404:
        return render_unknown_printing(request, lineage)


def _redirect_to_pair(
    request: HtmxRequest, lineage: Lineage, printings: Sequence[PrintingSnapshot], a: str, b: str
) -> HttpResponse:
    """Redirect to the comparison of two printings that a form, or an older address, asks for.

    Where only one is named, the other is chosen, and may be another one when there are more printings.
    """
    left, right = choose_pair(printings, a, b, Alias.objects.load_table())
    query = request.GET.copy()
    for name in ("a", "b", "base", "wording"):
        query.pop(name, None)
    address = lineage.get_comparison_url(left.key, right.key)
    whole = f"{address}?{query.urlencode()}" if query else address
    return HttpResponsePermanentRedirect(whole) if a and b else HttpResponseRedirect(whole)


def choose_pair(
    printings: Sequence[PrintingSnapshot], a: str, b: str, aliases: Aliases
) -> tuple[PrintingSnapshot, PrintingSnapshot]:
    """Return the printings `a` and `b`; where one is not named, the one that differs most from the other.

    Raises Http404 where one of the two is not a printing of this lineage, or the lineage has no other printing.
    """
    left = get_row_or_404(printings, a) if a else None
    right = get_row_or_404(printings, b) if b else None
    if left is None and right is not None:
        complete = find_earliest_complete(printings)
        left = find_most_different(printings, right, aliases) if right is complete else complete
    elif right is None and left is not None:
        right = find_most_different(printings, left, aliases)
    if left is None or right is None:
        raise Http404("This quotation has no other version.")
    return left, right


def _render_lineage(
    request: HtmxRequest,
    entry: LineageCode,
    lineage: Lineage,
    printings: Sequence[PrintingSnapshot],
    options: dict[str, Any],
) -> HttpResponse:
    aliases, base_key = Alias.objects.load_table(), options["base"]
    base = get_row_or_404(printings, base_key) if base_key else None
    snapshot = build_snapshot(lineage, printings, aliases, absolute=request.build_absolute_uri)
    shown = build_snapshot(lineage, printings, aliases, base=base) if base else snapshot
    readings, verdict = build_apparatus(shown), build_verdict(snapshot)
    told = (verdict.place, verdict.label) if verdict.place and not base else None
    context: dict[str, Any] = {
        "lineage": lineage,
        "printings": printings,
        "base_param": f"&base={quote(base_key)}" if base_key else "",
        "listing": build_listing(snapshot, options["wording"], options["from_"]),
        "rows_shown": ROWS_LISTED,
        "readings": readings,
        "story": build_story(shown, told=told),
    }
    if wants_fragment(request):
        return render(request, "lineage/_words.html", context | {"fragment": True})
    if pair := choose_opening_pair(snapshot):
        context |= build_comparison_context(lineage, printings, *pair, aliases, request.GET)
    tree = build_descent_tree(snapshot)
    entries = readings.entries if not base else build_apparatus(snapshot).entries
    context |= {
        "entry": entry,
        "split": find_split_lineages(lineage),
        "head": build_lineage_metadata(request, entry, snapshot),
        "earliest": snapshot.base.first,
        "speech": snapshot.speech,
        "verdict": verdict,
        "credits": describe_credits(snapshot),
        "speaker": describe_version_speaker(snapshot.naming if snapshot.speech else snapshot.base.first, printings),
        "disagreement": find_disagreement(printings),
        "date_cautions": list_cautions(printings),
        "occasion": describe_lineage_occasion(snapshot),
        "outlets": count_outlets(printings),
        "table": build_version_table(snapshot, entries, ",".join(request.GET.getlist("versions"))),
        "origins": tree,
        "drawing": layout_diagram(tree),
    }
    return render(request, "lineage/detail.html", context)
