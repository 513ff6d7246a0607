"""Which day does an article of this date mean by "on Tuesday"?

TASS reported on 17 November 2015, a Tuesday, what Lavrov said "in an interview with the Vesti.doc programme on
Rossiya-1 television on Tuesday": on 17 November. A paper of the Thursday after would mean the same day. News looks
back: a weekday is the last one up to the article's own date; "next Tuesday" is no day on which anything was said.

Left to others: finding the phrase (`extraction.occasions`), the article's date (`ingest`).
"""

import re
from datetime import date, timedelta

_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug"),
            *("september sept sep", "october oct", "november nov", "december dec"),
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAY = re.compile(
    r"\b(?:(last|next|this) )?(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE
)
_MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_OF_MONTH = re.compile(
    rf"\b(?:(?P<month>{_MONTH_NAMES})\.? (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH_NAMES}))\b"
    r"(?:,? (?P<year>\d{4}))?",
    re.IGNORECASE,
)
_RELATIVE_DAY = re.compile(r"\b(today|yesterday)\b", re.IGNORECASE)
MAX_AGE = timedelta(days=366)  # a date without a year that is further back would have been printed with it


def resolve_date(phrase: str, published: date) -> date | None:
    """The day that `phrase` names, seen from an article of the day `published`; None where it names none for certain.

    >>> resolve_date("in an interview with the Vesti.doc programme on Rossiya-1 television on Tuesday", date(2015, 11, 17))
    datetime.date(2015, 11, 17)
    >>> resolve_date("told journalists on Thursday", date(2015, 9, 12)), resolve_date("at a press briefing", date(2015, 9, 12))
    (datetime.date(2015, 9, 10), None)
    """
    return (
        _resolve_calendar_date(phrase, published)
        or _resolve_weekday(phrase, published)
        or _resolve_relative_day(phrase, published)
    )


def _resolve_calendar_date(phrase: str, published: date) -> date | None:
    """ "on November 17", "on 17 November 2015"."""
    found = _DAY_OF_MONTH.search(phrase)
    if found is None:
        return None
    month = _MONTHS[(found["month"] or found["month2"]).lower()]
    day = int(found["day"] or found["day2"])
    if found["year"]:
        return _reject_implausible(_build_date(int(found["year"]), month, day), published)
    this_year, last_year = (_build_date(published.year - back, month, day) for back in (0, 1))
    return _reject_implausible(this_year, published) or _reject_implausible(last_year, published)


def _resolve_weekday(phrase: str, published: date) -> date | None:
    found = list(_WEEKDAY.finditer(phrase))
    if len({match[2].lower()[:3] for match in found}) != 1 or (found[0][1] or "").lower() == "next":
        return None
    back = (published.weekday() - _WEEKDAYS[found[0][2].lower()[:3]]) % 7
    return published - timedelta(days=back or (7 if (found[0][1] or "").lower() == "last" else 0))


def _resolve_relative_day(phrase: str, published: date) -> date | None:
    found = _RELATIVE_DAY.search(phrase)
    if found is None:
        return None
    return published - timedelta(days=found[1].lower() == "yesterday")


def _build_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _reject_implausible(day: date | None, published: date) -> date | None:
    """`day`, unless it lies after the article, or so far before it that a year would have been printed."""
    return day if day is not None and timedelta(0) <= published - day <= MAX_AGE else None
