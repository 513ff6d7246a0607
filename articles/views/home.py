"""What is there to see, and what is this site?

The quotations most outlets printed, newest first among equals, and above them one comparison as a worked example: the
most printed quotation of which two printings differ in wording, such as Lavrov's as OffGuardian (TASS) and SANA have
it.

Left to others: the pages of the list (`articles.views.paging`), the comparison (`articles.views.pairs`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Alias, Lineage, Printing

from .comparisons import Manner
from .heads import Head, head_of_list
from .paging import page_of
from .pairs import Pair, most_telling, pair_of
from .printings import numbered

LOOKED_THROUGH = 10  # lineages, for one that makes an example; comparing all of a page takes 10 ms
PRINTINGS_READ = 60  # of these lineages together


@dataclass(frozen=True, slots=True)
class Example:
    pair: Pair
    manner: Manner

    @property
    def lineage(self) -> Lineage:
        return self.manner.lineage


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """A page of the list of lineages; the first one with the worked example."""
    listed = Lineage.objects.with_first().most_printed_first()
    page = page_of(listed, request.GET.get("after", ""), by="code")
    shown = example(page.rows[:LOOKED_THROUGH]) if page.is_first else None
    return render(request, "articles/home.html", {"page": page, "example": shown, "head": _head(request)})


def _head(request: HttpRequest) -> Head:
    told = "Who printed a quotation first, who changed which words, and what the printings look like side by side."
    return head_of_list(request, "Quote provenance", told, reverse("home"), reverse("site_feed"))


def example(lineages: Sequence[Lineage]) -> Example | None:
    """The first of `lineages` of which two printings differ in words, with the two that differ most."""
    printings = Printing.objects.filter(lineage__in=[each.pk for each in lineages if each.printing_count > 1])
    of_lineage: defaultdict[int, list[Printing]] = defaultdict(list)
    for printing in printings.in_context().earliest_first()[:PRINTINGS_READ]:
        of_lineage[printing.lineage_id].append(printing)
    aliases = Alias.objects.table()
    for each in lineages:
        rows = numbered(of_lineage[each.pk])
        other = most_telling(rows, rows[0], aliases) if rows else None
        pair = pair_of(rows[0], other, aliases) if other else None
        if pair and pair.remarks:
            return Example(pair, Manner(each, pair.left.row, pair.right.row))
    return None
