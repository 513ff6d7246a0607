"""Keyset pagination: a page of a list begins behind the last row of the page before, ``/?after=7KQ2M9X4VD``.

Such an address shows the same rows whatever is added in front of them, and the thousandth page costs what the first
does. The order is the queryset's own, which must end in something unique.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Generic, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.http import Http404

ROWS_A_PAGE = 20

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """A page of a list; `next` is the key for ``?after=`` of the next page, empty at the end of the list."""

    rows: Sequence[Row]
    next: str
    is_first: bool

    def __len__(self) -> int:
        return len(self.rows)


def paginate(rows: QuerySet[Row], after: str, *, by: str = "pk", size: int = ROWS_A_PAGE) -> Page[Row]:
    """Return the rows that follow the one whose field `by` is `after`; the first ones where `after` is empty."""
    ahead = rows.filter(build_keyset_filter(rows, _get_last_row(rows, by, after))) if after else rows
    page = list(ahead[: size + 1])
    more = len(page) > size
    return Page(page[:size], str(getattr(page[size - 1], by)) if more else "", is_first=not after)


def add_counts(page: Page[Row], counts: QuerySet[Row]) -> Page[Row]:
    """Return the page with the annotations of `counts`, computed for its rows alone."""
    counted = counts.in_bulk([row.pk for row in page.rows])
    return replace(page, rows=[counted[row.pk] for row in page.rows if row.pk in counted])


def _get_last_row(rows: QuerySet[Row], by: str, after: str) -> Row:
    """Return the row that a page begins behind. Raises Http404 where it is gone or never was."""
    try:
        if "\0" in after:
            raise ValueError("no database takes this character")
        return rows.get(**{by: after})
    except (ObjectDoesNotExist, ValueError, OverflowError) as error:
        raise Http404("This page of the list no longer exists.") from error


def build_keyset_filter(rows: QuerySet[Row], last: Row) -> Q:
    """Return the condition for rows behind `last` in the order of `rows`, with nulls last."""
    behind, equal = Q(), Q()
    for field, descending in _get_ordering(rows):
        value = attrgetter(field.replace("__", "."))(last)
        if value is not None:
            further = Q(**{f"{field}__{'lt' if descending else 'gt'}": value}) | Q(**{f"{field}__isnull": True})
            behind |= equal & further
        equal &= Q(**{f"{field}__isnull": True}) if value is None else Q(**{field: value})
    return behind


def _get_ordering(rows: QuerySet[Row]) -> list[tuple[str, bool]]:
    """Return each field that `rows` is ordered by, and whether the order is descending."""
    order = []
    for item in rows.query.order_by:
        if isinstance(item, OrderBy) and isinstance(item.expression, F):
            order.append((item.expression.name, bool(item.descending)))  # type: ignore[attr-defined]
        elif isinstance(item, str):
            order.append((item.lstrip("-"), item.startswith("-")))
        else:
            raise TypeError(f"a list cannot be paged by {item!r}")
    return order
