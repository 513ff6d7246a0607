"""Home page: all quotations in an order, and one change as a worked example.

``/`` lists the quotations that most outlets printed, ``/altered`` and ``/newest`` the same in other orders. The first
page begins with the most serious change between two complete versions.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Alias, Lineage
from articles.models.lineage import LineageQuerySet
from articles.presentation.home_example import HomeExample, build_home_example
from articles.presentation.page_metadata import build_list_metadata
from articles.views.http.keyset_pagination import paginate
from articles.views.http.page_cache import cached_site_page
from articles.views.http.tabular import LINEAGE_COLUMNS, render_table

LINEAGES_TRIED = 20  # the most altered, for one that makes an example; comparing all of them takes 10 ms


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
        "Most published",
        "Ranked by number of outlets, then newest.",
        LineageQuerySet.most_printed_first,
    ),
    ListOrder(
        "altered",
        "Most altered",
        "Ranked by the most serious change to the words, then by number and severity of all changes.",
        LineageQuerySet.most_altered_first,
    ),
    ListOrder("newest", "Newest", "Ranked by the day of the latest version.", LineageQuerySet.newest_first),
)


@require_safe
@cached_site_page
def home(request: HttpRequest, name: str = "home", form: str = "") -> HttpResponse:
    """Show a page of the list of lineages in one of its orders; the first page has the worked example."""
    order = next(each for each in LIST_ORDERS if each.name == name)
    listed = order.sort(Lineage.objects.with_finding())
    if form:
        return render_table(request, form, listed, LINEAGE_COLUMNS, by="code")
    page = paginate(listed, request.GET.get("after", ""), by="code")
    opening = page.is_first and order is LIST_ORDERS[0]
    summary = "Who published a quotation first, who changed which words, and what the versions look like side by side."
    context = {
        "page": page,
        "order": order,
        "orders": LIST_ORDERS,
        "opening": opening,
        "example": _find_example() if opening else None,
        "head": build_list_metadata(request, "Quote provenance", summary, order.address, reverse("site_feed")),
    }
    return render(request, "home/page.html", context)


def _find_example() -> HomeExample | None:
    """Find the most serious change of all lineages that makes an example."""
    candidates = Lineage.objects.filter(severity__gt=0).most_altered_first().with_finding().with_first_span()
    return build_home_example(list(candidates[:LINEAGES_TRIED]), Alias.objects.load_table())
