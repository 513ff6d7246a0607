"""When does a printed date say that an article appeared, and how exactly does it say so?

RT prints "10 Sep, 2015 14:50" above its article, the manifest of the five seed articles has it as
``2015-09-10T14:50``: known to the minute. SANA's page prints none: ``2015-11-17`` with the precision "about".

A date stands for the first moment it can mean: "2015-11" is the midnight with which November begins. A moment has a
time zone only where an offset was printed; of a time without one nobody says which zone it is in, and nothing here
guesses: a guess by country would be wrong for agencies with many desks. Whoever must put such times in order reads them
as UTC, and is wrong by at most 14 hours.

Left to others: finding the date on a page (`page`).
"""

import re
from datetime import datetime

from articles.importers.metadata import PRECISIONS, Precision

EARLIEST_YEAR = 1605  # Relation, Strasbourg, the first newspaper; an earlier year is a slip of the pen
LATEST_YEAR = 2999  # a later one too, and arithmetic on dates stays inside what datetime can hold

# "2015", "2015-11", "2015-11-17", "2018-11-24T15:45+03:00", "2018-11-24 15:45:10.5Z"
_DATE_PATTERN = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)? ?(?P<offset>Z|[+-]\d\d:?\d\d)?)?)?)?",
    re.ASCII,
)


def parse_date(printed: str, precision: str | None = None) -> tuple[datetime, Precision]:
    """The moment that `printed` names and how exactly, unless `precision` says that it is known less exactly.

    >>> parse_date("2018-11-24T15:45+03:00")
    (datetime.datetime(2018, 11, 24, 15, 45, tzinfo=datetime.timezone(datetime.timedelta(seconds=10800))), 'minute')
    >>> parse_date("2015-11")[0].isoformat(), parse_date("2015-11-17", "about")[1]
    ('2015-11-01T00:00:00', 'about')

    Raises ValueError with a sentence when it is no date, or when `precision` claims more than was printed.
    """
    found = _DATE_PATTERN.fullmatch(printed.strip())
    if found is None:
        raise ValueError(f"{_abbreviate(printed)} is no date like 2015, 2015-11, 2015-11-17 or 2015-11-17T14:50+03:00")
    moment = _build_moment(found, printed)
    return moment, _reconcile_precision(_get_precision(found), precision, printed)


def _build_moment(found: re.Match[str], printed: str) -> datetime:
    day = f"{found['year']}-{found['month'] or '01'}-{found['day'] or '01'}"
    offset = (found["offset"] or "").replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(f"{day}T{found['time'] or '00:00'}{offset}")
    except ValueError:
        raise ValueError(f"{_abbreviate(printed)} is not in the calendar") from None
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        raise ValueError(f"{_abbreviate(printed)} is not between {EARLIEST_YEAR} and {LATEST_YEAR}")
    return moment


def _get_precision(found: re.Match[str]) -> Precision:
    if found["time"]:
        return "minute"
    if found["day"]:
        return "day"
    return "month" if found["month"] else "year"


def _reconcile_precision(printed_precision: Precision, claimed: str | None, printed: str) -> Precision:
    """The claimed precision where there is one: it may be coarser than the printed date, never finer."""
    if claimed is None:
        return printed_precision
    known = next((precision for precision in PRECISIONS if precision == claimed), None)
    if known is None:
        raise ValueError(f"{_abbreviate(claimed)} is none of the precisions {', '.join(PRECISIONS)}")
    if PRECISIONS.index(known) < PRECISIONS.index(printed_precision):
        raise ValueError(f"{_abbreviate(printed)} is known to the {printed_precision}, not to the {known}")
    return known


def _abbreviate(printed: str) -> str:
    return repr(printed if len(printed) <= 40 else printed[:39] + "\N{HORIZONTAL ELLIPSIS}")
