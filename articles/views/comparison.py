"""Comparison page: two printings of the same words, side by side.

``/q/7KQ2M9X4VD/12..31`` names them by their quotes, which outlive a relinking: if both are in another lineage now, the
address redirects there, and if they are no longer in one lineage, the page says so. ``?view=one`` merges both into one
text, ``?typography=off`` leaves typesetting unmarked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.engine.text.aliases import Aliases
from articles.exports import SITE_NAME, citation
from articles.models import Alias, Lineage, LineageCode, Quote
from articles.presentation.attribution import describe_version_speaker
from articles.presentation.page_metadata import build_pair_metadata
from articles.presentation.pair_finding import write_attribution, write_finding
from articles.presentation.share_boxes import CopyBox
from articles.presentation.side_by_side import PairView, build_pair_view
from articles.queries.collation import load_judged_modes
from articles.queries.lineage_snapshot import PrintingSnapshot, group_by_wording, load_printings
from articles.queries.permalinks import get_newest_revision_number
from articles.views.http.forms import ParsedField, QueryForm
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.page_cache import cached_lineage_page
from articles.views.permalinks import (
    redirect_unless_at,
    render_separated,
    render_unknown_printing,
    render_withdrawn_article,
    with_lineage,
)

MAX_ROW_ID = 2**63 - 1  # number of a row, in either database
CHOICES_LISTED = 40  # printings offered one by one for a comparison; of more, the first of each wording


class DisplayForm(QueryForm):
    """The query string that says how two printings are shown."""

    view = ParsedField(lambda text: text == "one")
    typography = ParsedField(lambda text: text != "off")


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """How two printings are shown, with the addresses of the same two, or swapped, shown otherwise."""

    lineage: Lineage
    left: PrintingSnapshot
    right: PrintingSnapshot
    merged: bool = False
    typography: bool = True

    def __str__(self) -> str:
        """Return the address."""
        params = ({"view": "one"} if self.merged else {}) | ({} if self.typography else {"typography": "off"})
        address = self.lineage.get_comparison_url(self.left.key, self.right.key)
        return f"{address}?{urlencode(params)}" if params else address

    @property
    def canonical(self) -> "DisplayOptions":
        """The same two printings as they are cited."""
        return replace(self, merged=False, typography=True)

    @property
    def swapped(self) -> "DisplayOptions":
        return replace(self, left=self.right, right=self.left)

    @property
    def with_other_view(self) -> "DisplayOptions":
        """Side by side instead of merged into one text, or the other way round."""
        return replace(self, merged=not self.merged)

    @property
    def with_other_typography(self) -> "DisplayOptions":
        """With differences in typography marked, if they are not, or the other way round."""
        return replace(self, typography=not self.typography)


@require_safe
@vary_on_headers("HX-Request")
@cached_lineage_page
@with_lineage()
def comparison_detail(
    request: HtmxRequest, entry: LineageCode, lineage: Lineage, left: str, right: str
) -> HttpResponse:
    """Show the page, or the part of it that htmx swaps."""
    printings = load_printings(lineage)
    try:
        one, other = get_row_or_404(printings, left), get_row_or_404(printings, right)
    except Http404:
        return _answer_for_moved_pair(request, lineage, left, right)
    is_one_article = one is other and left != right  # a quotation and a fragment of it
    address = lineage.get_absolute_url() if is_one_article else lineage.get_comparison_url(one.key, other.key)
    if moved := redirect_unless_at(request, address):
        return moved
    context = build_comparison_context(lineage, printings, one, other, Alias.objects.load_table(), request.GET)
    context["boxes"] = _build_citation_boxes(request, entry, context["pair"], context["options"])
    context |= _list_neighbours(context["options"], context["choices"])
    if wants_fragment(request):
        return render(request, "comparison/_body.html", context | {"fragment": True})
    context["head"] = build_pair_metadata(request, lineage, one, other, context["finding"])
    context |= {"first": printings[0], "speaker": describe_version_speaker(printings[0], printings)}
    return render(request, "comparison/detail.html", context)


def _build_citation_boxes(
    request: HtmxRequest, entry: LineageCode, pair: PairView, options: DisplayOptions
) -> list[CopyBox]:
    """Return what there is to copy: a sentence for an article, the reference of this comparison, its sources."""
    address = request.build_absolute_uri(str(options.canonical))
    newest = get_newest_revision_number(entry)
    pinned = request.build_absolute_uri(reverse("revision", args=[entry.pk, newest])) if newest else ""
    today = timezone.now().date()
    reference = f"{write_finding(pair)}. {SITE_NAME}. {address}"
    pinning = f" Revision {newest}: {pinned}." if pinned else ""
    sources = [citation.render_cite_news(side.row, today) for side in (pair.left, pair.right)]
    boxes = [
        CopyBox("sentence", "A sentence for your text", write_attribution(pair)),
        CopyBox("reference", "This comparison", f"{reference}.{pinning} Accessed {today.day} {today:%B %Y}."),
        CopyBox("sources", "Both sources, for Wikipedia", "\n".join(filter(None, sources))),
    ]
    return [box for box in boxes if box.text]


def _list_neighbours(options: DisplayOptions, choices: Sequence[PrintingSnapshot]) -> dict[str, DisplayOptions]:
    """Return the comparisons of the left version with the one before and the one behind the right version."""
    others = [each for each in choices if each.key != options.left.key]
    place = next((at for at, each in enumerate(others) if each.key == options.right.key), None)
    if place is None:
        return {}
    neighbours = {"previous_pair": others[max(0, place - 1) : place], "next_pair": others[place + 1 : place + 2]}
    return {name: replace(options, right=found[0]) for name, found in neighbours.items() if found}


def _answer_for_moved_pair(request: HtmxRequest, lineage: Lineage, left: str, right: str) -> HttpResponse:
    """Answer for two quotes that are not both printings of `lineage`.

    Redirect to the lineage that has both; else say that they were separated, that the article of one was withdrawn, or
    that there is no such printing.
    """
    keys = {int(left), int(right)}
    quotes = list(Quote.objects.in_context().filter(pk__in=[key for key in keys if key <= MAX_ROW_ID]))
    if len(quotes) < len(keys):
        return render_unknown_printing(request, lineage)
    together = Lineage.objects.containing_all(quotes).first()
    if together:
        moved = redirect_unless_at(request, together.get_comparison_url(int(left), int(right)))
        assert moved, "they are not versions of the quotation at this address"
        return moved
    if withdrawn := next((quote.article for quote in quotes if quote.article.withdrawn), None):
        return render_withdrawn_article(request, withdrawn)
    if not lineage.printings.filter(quote__in=quotes).exists():
        return render_unknown_printing(request, lineage)
    return render_separated(request, lineage, quotes)


def build_comparison_context(
    lineage: Lineage,
    printings: Sequence[PrintingSnapshot],
    left: PrintingSnapshot,
    right: PrintingSnapshot,
    aliases: Aliases,
    query: QueryDict,
) -> dict[str, Any]:
    """Return the context of the part of a page that shows two printings."""
    display = DisplayForm(query).read()
    pair = build_pair_view(left, right, aliases, typography=display["typography"])
    judged_modes = {} if pair.sure else load_judged_modes([left.key, right.key])
    for mode in judged_modes.values():
        pair = build_pair_view(left, right, aliases, typography=display["typography"], judged=mode)
    choices = printings
    if len(printings) > CHOICES_LISTED:
        choices = [group.first for group in group_by_wording(printings)][:CHOICES_LISTED]
    return {
        "lineage": lineage,
        "printings": printings,
        "pair": pair,
        "finding": write_finding(pair),
        "options": DisplayOptions(lineage, left, right, display["view"], display["typography"]),
        "choices": choices,
    }


def get_row_or_404(printings: Sequence[PrintingSnapshot], key: str) -> PrintingSnapshot:
    """Return the printing whose quote has the number `key`, or the fullest one of that quote's article.

    Raises Http404 where there is none.
    """
    for printing in printings:
        if key.lstrip("0") in {str(number) for number in (printing.key, *printing.other_keys)}:
            return printing
    raise Http404("This quotation has no such version.")
