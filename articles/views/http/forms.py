"""Query strings as Django forms.

A query string is typed, mailed and cut short on the way: a value that makes no sense is ignored, where a posted form
would come back with an error. A date that is none is ignored too, but the page says so beside the field.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, get_args
from urllib.parse import urlencode

from django import forms

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.queries.search import Sort

LIST_SORTS = ("altered", "newest", "printed")  # the orders of a list of lineages
MAX_TEXT_LENGTH = 300  # characters of what is searched for
MAX_LANGUAGE_LENGTH = 8
MAX_NAME_LENGTH = 100
MAX_OUTLETS = 1000  # the highest least number of outlets
MAX_DIGITS = 60  # Python refuses to read a number of thousands of digits
NO_DATE = "This is not a date, so the list is not limited by it. Write a year, a month or a day, as in 2015-11."
END_BEFORE_START = "This is before the first date, so the list is not limited by it."
_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


def cut_text(text: str, length: int | None = None) -> str:
    """Return the first `length` characters of a text; nothing of one with NUL, which no database takes."""
    return "" if "\0" in text else text[:length]


class ParsedField(forms.Field):
    """A parameter as `parse` reads it, which returns something for any text; empty if the parameter is missing."""

    def __init__(self, parse: Callable[[str], object]) -> None:
        super().__init__(required=False)
        self.parse = parse

    def clean(self, value: Any) -> object:
        return self.parse(value or "")


class NumberField(ParsedField):
    """A number from `low` to `high`; `default` for anything else."""

    def __init__(self, low: int, high: int, default: int | None = None) -> None:
        super().__init__(lambda text: default if (number := parse_bounded_int(text, low, high)) is None else number)


class OptionField(ParsedField):
    """One of some values; `default` for anything else."""

    def __init__(self, options: Collection[str], default: str = "") -> None:
        super().__init__(lambda text: text if text in options else default)


class DayField(forms.Field):
    """A day, or the first or `last` day of a month or year; empty if the parameter is missing."""

    def __init__(self, *, last: bool) -> None:
        super().__init__(required=False)
        self.last = last

    def clean(self, value: Any) -> date | None:
        text = (value or "").strip()
        day = parse_day(text, last=self.last)
        if text and day is None:
            raise forms.ValidationError(NO_DATE)
        return day


class QueryForm(forms.Form):
    """A query string in which values that make no sense are ignored.

    A parameter whose name is a word of Python's is a field with an underscore behind it: ``from_``.
    """

    def add_prefix(self, field_name: str) -> str:
        return field_name.rstrip("_")

    def read(self) -> dict[str, Any]:
        """Return the value of every field, empty where the query string has none that makes sense."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class DirectoryForm(QueryForm):
    """The query string of a list of names: part of a name, and the order."""

    q = ParsedField(lambda text: cut_text(text, MAX_NAME_LENGTH).strip())
    sort = OptionField(("name",))

    def build_query(self) -> str:
        """Return the query string without its page."""
        return urlencode({name: value for name, value in self.read().items() if value})


class DatedForm(QueryForm):
    """A query string with a first and a last day."""

    def clean(self) -> None:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", END_BEFORE_START)


class ListForm(DatedForm):
    """The query string of a list that can be sorted and limited to some days."""

    since = DayField(last=False)
    until = DayField(last=True)
    sort = OptionField(LIST_SORTS)


class SearchForm(DatedForm):
    """The query string of a search; its fields are in the order of an address."""

    q = ParsedField(lambda text: cut_text(text, MAX_TEXT_LENGTH).strip())
    speaker = ParsedField(cut_text)
    outlet = ParsedField(cut_text)
    language = ParsedField(lambda text: cut_text(text, MAX_LANGUAGE_LENGTH))
    since = DayField(last=False)
    until = DayField(last=True)
    least = ParsedField(lambda text: min(parse_bounded_int(text, 1, 99_999_999) or 1, MAX_OUTLETS))
    kind = OptionField(CHANGE_KINDS)
    sort = OptionField(get_args(Sort), default="printed")


def parse_day(text: str, *, last: bool) -> date | None:
    """Parse a day; of a month or year its first day, or its `last`. None for what is no date.

    >>> parse_day("2015-02", last=True), parse_day("2015", last=False), parse_day("2015-02-31", last=True)
    (datetime.date(2015, 2, 28), datetime.date(2015, 1, 1), None)
    """
    match = _DAY.fullmatch(text.strip()) if text.isascii() else None
    if not match:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    month = month or (12 if last else 1)
    try:
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None


def parse_bounded_int(text: str, low: int, high: int) -> int | None:
    """Parse a number in ASCII digits; None for anything else, and outside `low` to `high`.

    >>> parse_bounded_int("12", 1, 100), parse_bounded_int("101", 1, 100), parse_bounded_int("-1", 1, 100)
    (12, None, None)
    """
    if not (text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS):
        return None
    return number if low <= (number := int(text)) <= high else None
