"""Parse printed dates of publication, with their precision.

RT prints "10 Sep, 2015 14:50" above its article, which the manifest of the five seed articles writes as
``2015-09-10T14:50``: known to the minute. SANA's page prints no date: ``2015-11-17`` with the precision "about".

A date stands for the first moment it can mean: "2015-11" is the midnight with which November begins. A moment has a
time zone only where an offset was printed. A missing zone is not guessed: a guess by country would be wrong for
agencies with many desks. Code that must order such times takes them as UTC, and is wrong by at most 14 hours.
"""

import re
from datetime import datetime

from articles.importers.metadata import PRECISIONS, Precision

EARLIEST_YEAR = 1605  # Relation, Strasbourg, the first newspaper; an earlier year is a typing error
LATEST_YEAR = 2999  # a later year too; and arithmetic on dates stays within the range of datetime

# "2015", "2015-11", "2015-11-17", "2018-11-24T15:45+03:00", "2018-11-24 15:45:10.5Z"
_DATE_PATTERN = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)? ?(?P<offset>Z|[+-]\d\d:?\d\d)?)?)?)?",
    re.ASCII,
)


def parse_date(printed: str, precision: str | None = None) -> tuple[datetime, Precision]:
    """Parse a date into a moment and a precision; `precision` may say that it is known less exactly.

    >>> parse_date("2018-11-24T15:45+03:00")
    (datetime.datetime(2018, 11, 24, 15, 45, tzinfo=datetime.timezone(datetime.timedelta(seconds=10800))), 'minute')
    >>> parse_date("2015-11")[0].isoformat(), parse_date("2015-11-17", "about")[1]
    ('2015-11-01T00:00:00', 'about')

    Raises ValueError with a sentence where it is no date, or where `precision` claims more than was printed.
    """
    date = _DATE_PATTERN.fullmatch(printed.strip())
    if date is None:
        raise ValueError(
            f"{_abbreviate(printed)} is not a date like 2015, 2015-11, 2015-11-17 or 2015-11-17T14:50+03:00"
        )
    moment = _build_moment(date, printed)
    return moment, _reconcile_precision(_get_precision(date), precision, printed)


def _build_moment(date: re.Match[str], printed: str) -> datetime:
    day = f"{date['year']}-{date['month'] or '01'}-{date['day'] or '01'}"
    offset = (date["offset"] or "").replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(f"{day}T{date['time'] or '00:00'}{offset}")
    except ValueError:
        raise ValueError(f"{_abbreviate(printed)} is not a valid date") from None
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        raise ValueError(f"{_abbreviate(printed)} is not between {EARLIEST_YEAR} and {LATEST_YEAR}")
    return moment


def _get_precision(date: re.Match[str]) -> Precision:
    if date["time"]:
        return "minute"
    if date["day"]:
        return "day"
    return "month" if date["month"] else "year"


def _reconcile_precision(printed_precision: Precision, claimed: str | None, printed: str) -> Precision:
    """Return the claimed precision where there is one: it may be coarser than the printed date, never finer."""
    if claimed is None:
        return printed_precision
    known = next((precision for precision in PRECISIONS if precision == claimed), None)
    if known is None:
        raise ValueError(f"{_abbreviate(claimed)} is not one of the precisions {', '.join(PRECISIONS)}")
    if PRECISIONS.index(known) < PRECISIONS.index(printed_precision):
        raise ValueError(f"{_abbreviate(printed)} is a {printed_precision}, but the precision is {known}")
    return known


def _abbreviate(printed: str) -> str:
    return repr(printed if len(printed) <= 40 else printed[:39] + "\N{HORIZONTAL ELLIPSIS}")
