"""Order and days of a list of quotations: ``?sort=altered&since=2015-11&until=2015-11``.

Speakers and outlets have the same: "all that Lavrov said in November 2015, the most altered first" is one page with an
address.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Q
from django.http import QueryDict

from articles.models.lineage import LineageQuerySet
from articles.views.http.forms import ListForm
from articles.views.http.search_params import replace_param

LAST_DAY = date(9998, 12, 31)  # the day after the last one of 9999 is none
SORT_LABELS = {
    "altered": "most serious changes first",
    "newest": "newest first",
    "printed": "most outlets first",
}
_SORTS: Mapping[str, Callable[[LineageQuerySet], LineageQuerySet]] = {
    "altered": LineageQuerySet.most_altered_first,
    "newest": LineageQuerySet.latest_first,
    "printed": LineageQuerySet.most_printed_first,
}


@dataclass(frozen=True, slots=True)
class SortLink:
    """An order of the list, with the query string that asks for it."""

    label: str
    query: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What a query string asks of a list; `form` has what was typed, and what is wrong with it."""

    form: ListForm
    sort: str
    since: date | None
    until: date | None
    links: tuple[SortLink, ...]
    query: str

    @property
    def is_limited(self) -> bool:
        """Whether only some days are listed."""
        return bool(self.since or self.until)

    @property
    def is_open(self) -> bool:
        """Whether the fields for the days are shown."""
        return self.is_limited or bool(self.form.errors)

    @property
    def heading(self) -> str:
        """The heading of the list."""
        return f"Quotations, {SORT_LABELS[self.sort]}"

    def sort_lineages(self, lineages: LineageQuerySet) -> LineageQuerySet:
        """Put lineages in the order asked for."""
        return _SORTS[self.sort](lineages)

    def filter_days(self, field: str) -> Q:
        """Return the condition that the moment `field` is on one of the days asked for, by UTC."""
        condition = Q()
        if self.since:
            condition &= Q(**{f"{field}__gte": get_midnight(self.since)})
        if self.until and self.until <= LAST_DAY:
            condition &= Q(**{f"{field}__lt": get_midnight(self.until) + timedelta(1)})
        return condition


def get_midnight(day: date) -> datetime:
    """Return the beginning of a day, by UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def read_list_options(params: QueryDict, default: str) -> ListOptions:
    """Read order and days from a query string; `default` is the order of the list without one."""
    form = ListForm(params)
    values = form.read()
    sort = values["sort"] or default
    links = (
        SortLink(label, replace_param(params, "sort", "" if key == default else key), key == sort)
        for key, label in SORT_LABELS.items()
    )
    query = replace_param(params, "sort", "" if sort == default else sort)
    return ListOptions(form, sort, values["since"] or None, values["until"] or None, tuple(links), query)
