"""How do two printings of the same words differ, at an address that names the two?

``/q/7KQ2M9X4VD/12..31`` lays OffGuardian's printing beside SANA's. 12 and 31 are the numbers of their quotes, which
stay what they are when lineages are made anew; if both have gone over to another lineage, the address leads there, and
if they are no longer held to be the same words, it says so. ``?view=one`` lays both into one text, ``?typography=off``
leaves typesetting unmarked, and a change is named by its fragment, as in ``#change-113``. The lineage's page holds the
same part for the two printings that differ most; htmx fetches it from here.

Left to others: what is shown of two printings (`articles.presentation.side_by_side`), the lineage's page
(`articles.views.lineage`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.engine.text.aliases import Aliases
from articles.models import Alias, Lineage, Quote
from articles.presentation.page_metadata import head_of_pair
from articles.presentation.printings import Row, groups_of, rows_of
from articles.presentation.side_by_side import pair_of
from articles.queries.collation import judged_among
from articles.queries.permalinks import entry_of
from articles.views.http.canonical import unless_at
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.page_cache import unless_seen
from articles.views.permalinks import no_such_printing, parted, withdrawn

LARGEST = 2**63 - 1  # number of a row, in either database
CHOICES = 40  # printings offered one by one for a comparison; of more, the first of each wording


@dataclass(frozen=True, slots=True)
class Manner:
    """In which manner two printings are shown, and the addresses of the same two, or swapped, in another one."""

    lineage: Lineage
    left: Row
    right: Row
    merged: bool = False
    typography: bool = True

    @classmethod
    def asked(cls, lineage: Lineage, left: Row, right: Row, asked: QueryDict) -> "Manner":
        """The manner that a request asks for."""
        return cls(lineage, left, right, asked.get("view") == "one", asked.get("typography") != "off")

    def __str__(self) -> str:
        """The address."""
        chosen = {"view": "one"} if self.merged else {}
        chosen |= {} if self.typography else {"typography": "off"}
        address = self.lineage.pair_address(self.left.key, self.right.key)
        return f"{address}?{urlencode(chosen)}" if chosen else address

    @property
    def plain(self) -> "Manner":
        """As it is cited."""
        return replace(self, merged=False, typography=True)

    @property
    def swapped(self) -> "Manner":
        return replace(self, left=self.right, right=self.left)

    @property
    def in_one(self) -> "Manner":
        return replace(self, merged=True)

    @property
    def side_by_side(self) -> "Manner":
        return replace(self, merged=False)

    @property
    def with_typography(self) -> "Manner":
        return replace(self, typography=True)

    @property
    def without_typography(self) -> "Manner":
        return replace(self, typography=False)


@require_safe
@vary_on_headers("HX-Request")
@unless_seen
def comparison(request: HtmxRequest, code: str, left: str, right: str) -> HttpResponse:
    """The page of two printings, or only the part of it that htmx swaps."""
    entry = entry_of(code)
    if entry.lineage is None:
        return withdrawn(request, entry)
    rows = rows_of(entry.lineage)
    try:
        one, other = named(rows, left), named(rows, right)
    except Http404:
        return _not_here(request, entry.lineage, left, right)
    moved = unless_at(request, entry.lineage.pair_address(one.key, other.key))
    if moved:
        return moved
    context = shown(entry.lineage, rows, one, other, Alias.objects.table(), request.GET)
    if wants_fragment(request):
        return render(request, "comparison/_body.html", context | {"fragment": True})
    context["head"] = head_of_pair(request, entry.lineage, one, other, str(entry.lineage))
    return render(request, "comparison/detail.html", context | {"first": rows[0]})


def _not_here(request: HtmxRequest, lineage: Lineage, left: str, right: str) -> HttpResponse:
    """Where two have gone that are not both printings of `lineage`, or that they are held to be different words."""
    asked = {int(left), int(right)}
    quotes = list(Quote.objects.in_context().filter(pk__in=[key for key in asked if key <= LARGEST]))
    if len(quotes) < len(asked):
        return no_such_printing(request, lineage)
    together = Lineage.objects.holding(quotes).first()
    if together:
        moved = unless_at(request, together.pair_address(int(left), int(right)))
        assert moved, "they are not in the lineage of this address"
        return moved
    if not lineage.printings.filter(quote__in=quotes).exists():
        return no_such_printing(request, lineage)
    return parted(request, lineage, quotes)


def shown(
    lineage: Lineage, rows: Sequence[Row], left: Row, right: Row, aliases: Aliases, asked: QueryDict
) -> dict[str, object]:
    """What the part of a page that shows two printings is made of."""
    manner = Manner.asked(lineage, left, right, asked)
    pair = pair_of(left, right, aliases, typography=manner.typography)
    judged = {} if pair.sure else judged_among([left.key, right.key])
    for mode in judged.values():
        pair = pair_of(left, right, aliases, typography=manner.typography, judged=mode)
    return {"lineage": lineage, "rows": rows, "pair": pair, "manner": manner, "choices": choices(rows)}


def named(rows: Sequence[Row], key: str) -> Row:
    """The printing that an address calls `key`. Raises Http404 where it is not one of `rows`."""
    for row in rows:
        if str(row.key) == key.lstrip("0"):
            return row
    raise Http404("There is no such printing of this quotation.")


def choices(rows: Sequence[Row]) -> list[Row]:
    """The printings offered for a comparison."""
    return list(rows) if len(rows) <= CHOICES else [group.first for group in groups_of(rows)][:CHOICES]
