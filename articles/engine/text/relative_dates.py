"""Relative dates: resolve "on Tuesday" or "on 17 November" against the date of the article.

TASS reported on 17 November 2015, a Tuesday, what Lavrov said "in an interview with the Vesti.doc programme on
Rossiya-1 television on Tuesday": on 17 November. A paper of the following Thursday would mean the same day. News looks
back: a weekday is the last one up to the article's own date. "Next Tuesday" is no day on which anything was said.

See also: `extraction.occasions` (finds the phrase), `services.ingest` (knows the article's date).
"""

import re
from datetime import date, timedelta

_WEEKDAYS = {name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())}
_MONTHS = {
    name: number
    for number, names in enumerate(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct "
        "november|nov december|dec".split(),
        start=1,
    )
    for name in names.split("|")
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
MAX_AGE = timedelta(days=366)  # an older date would have been printed with its year


def resolve_date(phrase: str, published: date) -> date | None:
    """Return the day that `phrase` names in an article published on `published`; None where the day is not certain.

    >>> resolve_date("with the Vesti.doc programme on Rossiya-1 television on Tuesday", date(2015, 11, 17))
    datetime.date(2015, 11, 17)
    >>> resolve_date("told journalists on Thursday", date(2015, 9, 12))
    datetime.date(2015, 9, 10)
    >>> resolve_date("at a press briefing", date(2015, 9, 12)) is None
    True
    """
    if day := _resolve_calendar_date(phrase, published) or _resolve_weekday(phrase, published):
        return day
    relative = _RELATIVE_DAY.search(phrase)
    return relative and published - timedelta(days=relative[1].lower() == "yesterday")


def _resolve_calendar_date(phrase: str, published: date) -> date | None:
    """Resolve "on November 17" and "on 17 November 2015"."""
    match = _DAY_OF_MONTH.search(phrase)
    if match is None:
        return None
    month = _MONTHS[(match["month"] or match["month2"]).lower()]
    day = int(match["day"] or match["day2"])
    if match["year"]:
        return _reject_implausible(_build_date(int(match["year"]), month, day), published)
    this_year, last_year = (_build_date(published.year - years_back, month, day) for years_back in (0, 1))
    return _reject_implausible(this_year, published) or _reject_implausible(last_year, published)


def _resolve_weekday(phrase: str, published: date) -> date | None:
    matches = list(_WEEKDAY.finditer(phrase))
    if len({match[2].lower()[:3] for match in matches}) != 1 or (matches[0][1] or "").lower() == "next":
        return None
    days_back = (published.weekday() - _WEEKDAYS[matches[0][2].lower()[:3]]) % 7
    return published - timedelta(days=days_back or (7 if (matches[0][1] or "").lower() == "last" else 0))


def _build_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _reject_implausible(day: date | None, published: date) -> date | None:
    """Return `day`, or None where it lies after the article or more than `MAX_AGE` before it."""
    return day if day is not None and timedelta(0) <= published - day <= MAX_AGE else None
