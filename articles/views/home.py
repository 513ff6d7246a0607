"""What is there to see, and what is this site?

The quotations most outlets printed, newest first among equals, and above them one comparison as a worked example: the
most printed quotation of which two printings differ in wording, such as Lavrov's as OffGuardian (TASS) and SANA have
it. ``/altered`` and ``/newest`` list the same quotations in other orders.

Left to others: the pages of the list (`articles.views.http.keyset_pagination`), the comparison
(`articles.presentation.side_by_side`).
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Alias, Lineage, Printing
from articles.models.lineage import LineageQuerySet
from articles.presentation.page_metadata import Head, head_of_list
from articles.presentation.printings import numbered
from articles.presentation.side_by_side import Pair, most_telling, pair_of
from articles.views.comparison import Manner
from articles.views.http.keyset_pagination import page_of
from articles.views.http.page_cache import while_unchanged
from articles.views.http.tabular import LINEAGES, table_of

LOOKED_THROUGH = 10  # lineages, for one that makes an example; comparing all of a page takes 10 ms
PRINTINGS_READ = 60  # of these lineages together


@dataclass(frozen=True, slots=True)
class Example:
    pair: Pair
    manner: Manner

    @property
    def lineage(self) -> Lineage:
        return self.manner.lineage


@dataclass(frozen=True, slots=True)
class Order:
    """An order in which all quotations are listed, at an address of its own."""

    name: str
    heading: str
    said: str
    rows: Callable[[LineageQuerySet], LineageQuerySet]

    @property
    def address(self) -> str:
        """Where the list begins."""
        return reverse(self.name)


ORDERS = (
    Order(
        "home",
        "Most printed",
        "By the number of outlets that printed the words, newest first among equals.",
        LineageQuerySet.most_printed_first,
    ),
    Order(
        "altered",
        "Changed most",
        "By how many changes were made to the words, and how grave they are, in all their printings.",
        LineageQuerySet.most_altered_first,
    ),
    Order("newest", "Newest", "By the day on which they were last printed.", LineageQuerySet.newest_first),
)


@require_safe
@while_unchanged
def home(request: HttpRequest, name: str = "home", form: str = "") -> HttpResponse:
    """A page of the list of lineages in one of its orders; the first one of all with the worked example."""
    order = next(each for each in ORDERS if each.name == name)
    listed = order.rows(Lineage.objects.with_first())
    if form:
        return table_of(request, form, listed, LINEAGES, by="code")
    page = page_of(listed, request.GET.get("after", ""), by="code")
    opening = page.is_first and order is ORDERS[0]
    context = {
        "page": page,
        "order": order,
        "orders": ORDERS,
        "opening": opening,
        "example": example(page.rows[:LOOKED_THROUGH]) if opening else None,
        "head": _head(request, order),
    }
    return render(request, "home/page.html", context)


def _head(request: HttpRequest, order: Order) -> Head:
    told = "Who printed a quotation first, who changed which words, and what the printings look like side by side."
    return head_of_list(request, "Quote provenance", told, order.address, reverse("site_feed"))


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
