"""Home page: all quotations in an order, and one comparison as a worked example.

``/`` lists the quotations that most outlets printed, ``/altered`` and ``/newest`` the same in other orders. The first
page begins with the most printed quotation of which two printings differ in wording.
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
from articles.presentation.page_metadata import build_list_metadata
from articles.presentation.side_by_side import build_pair_view, find_most_different
from articles.queries.lineage_snapshot import number_printings
from articles.views.comparison import DisplayOptions
from articles.views.http.keyset_pagination import paginate
from articles.views.http.page_cache import cached_site_page
from articles.views.http.tabular import LINEAGE_COLUMNS, render_table

LINEAGES_TRIED = 10  # lineages, for one that makes an example; comparing all of a page takes 10 ms
PRINTINGS_READ = 60  # of these lineages together


@dataclass(frozen=True, slots=True)
class ListOrder:
    """An order in which all quotations are listed, at an address of its own."""

    name: str
    heading: str
    description: str
    sort: Callable[[LineageQuerySet], LineageQuerySet]

    @property
    def address(self) -> str:
        """The address of the first page."""
        return reverse(self.name)


LIST_ORDERS = (
    ListOrder(
        "home",
        "Most printed",
        "By the number of outlets that printed the words, newest first among equals.",
        LineageQuerySet.most_printed_first,
    ),
    ListOrder(
        "altered",
        "Changed most",
        "By how many changes were made to the words, and how grave they are, in all their printings.",
        LineageQuerySet.most_altered_first,
    ),
    ListOrder("newest", "Newest", "By the day on which they were last printed.", LineageQuerySet.newest_first),
)


@require_safe
@cached_site_page
def home(request: HttpRequest, name: str = "home", form: str = "") -> HttpResponse:
    """Show a page of the list of lineages in one of its orders; the first page has the worked example."""
    order = next(each for each in LIST_ORDERS if each.name == name)
    listed = order.sort(Lineage.objects.with_first())
    if form:
        return render_table(request, form, listed, LINEAGE_COLUMNS, by="code")
    page = paginate(listed, request.GET.get("after", ""), by="code")
    opening = page.is_first and order is LIST_ORDERS[0]
    summary = "Who printed a quotation first, who changed which words, and what the printings look like side by side."
    context = {
        "page": page,
        "order": order,
        "orders": LIST_ORDERS,
        "opening": opening,
        "example": _find_example(page.rows[:LINEAGES_TRIED]) if opening else None,
        "head": build_list_metadata(request, "Quote provenance", summary, order.address, reverse("site_feed")),
    }
    return render(request, "home/page.html", context)


def _find_example(lineages: Sequence[Lineage]) -> dict[str, object] | None:
    """Return the two most different printings of the first of `lineages` that has different wordings."""
    printings = Printing.objects.filter(lineage__in=[each.pk for each in lineages if each.printing_count > 1])
    of_lineage: defaultdict[int, list[Printing]] = defaultdict(list)
    for printing in printings.in_context().earliest_first()[:PRINTINGS_READ]:
        of_lineage[printing.lineage_id].append(printing)
    aliases = Alias.objects.load_table()
    for lineage in lineages:
        numbered = number_printings(of_lineage[lineage.pk])
        other = find_most_different(numbered, numbered[0], aliases) if numbered else None
        pair = build_pair_view(numbered[0], other, aliases) if other else None
        if pair and pair.changes:
            return {"pair": pair, "lineage": lineage, "options": DisplayOptions(lineage, pair.left.row, pair.right.row)}
    return None
