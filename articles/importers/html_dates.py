"""Dates of a page: when it was published and when it was changed, best source first.

A page may state in its JSON-LD ``"datePublished": "2015-11-17T14:50:31.204+03:00"``, which is known to the minute. In
``2015-11-17T00:00:00Z`` a machine has written a day as its midnight: the date is known to the day. A page that knows
only when it was changed was published "about" then.

A date guessed from digits in the text is worse than none, and is not used; a date printed in words beside the headline
is.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from dateutil import parser as date_words
from lxml.html import HtmlElement

from articles.importers.html_blocks import list_blocks
from articles.importers.html_printed_dates import MAX_LINE_LENGTH, iter_printed_dates
from articles.importers.json_ld import Node, get_text
from articles.importers.metadata import Precision
from articles.importers.printed_dates import parse_date

Moment = tuple[datetime, Precision]

_PUBLISHED_NAMES = (
    "article:published_time article:published:time og:article:published_time og:published_time date.available"
    " datepublished parsely-pub-date sailthru.date cxenseparse:publishtime cxenseparse:recs:publishtime pubdate"
    " publishdate publish-date publication_date published_time dc.date.issued dcterms.created dc.date date.created"
    " dcterms.date article.published rnews:datepublished date"
).split()
_MODIFIED_NAMES = (
    "article:modified_time article:modified:time og:updated_time date.modified datemodified date.updated lastmod"
    " last-modified cxenseparse:modified_time dcterms.modified revised"
).split()
_HOURS_AHEAD = {
    "GMT": 0,
    "UTC": 0,
    "Z": 0,
    "WET": 0,
    "BST": 1,
    "WEST": 1,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "MSK": 3,
    "JST": 9,
    "KST": 9,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY_AND_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
_TIME = r"\d{1,2}(?::\d\d){1,2}(?: ?[ap]\.?m\b\.?)?(?: ?(?:[A-Z]{2,4}(?:[+-]\d{4})?|[+-]\d{4})\b)?"
_PRINTED = re.compile(rf"\b{_DAY_AND_MONTH}(?:,? (?:at |- |\| )?{_TIME})?", re.IGNORECASE)
# "Fri Apr 28 19:20:36 CEST 2023", "Sat Nov 18 2017 15:21:41 GMT+0000", "Tue, 03 Nov 2026 18:05:00 GMT"
_MACHINE_WORDS = re.compile(rf"(?:[A-Za-z]{{3,9}},? )?(?=.*\d{{4}})(?=.*{_MONTH}).{{8,50}}", re.IGNORECASE)
MAX_LINES = 8  # of a part of the page beside the headline
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z|[+-]\d{4})?)?")


def find_published(
    tree: HtmlElement, article: Node | None, heading: HtmlElement | None, language: str | None
) -> tuple[datetime | None, str | None]:
    """Find when a page was published, to the minute where any source says it; then its precision."""
    best: Moment | None = None
    for printed in _iter_published(tree, article, heading, language):
        moment = parse_machine_date(printed)
        if moment is None:
            continue
        if moment[1] == "minute" and (best is None or _is_same_day(moment[0], best[0])):
            return moment
        best = best or moment
    return best or (None, None)


def find_modified(tree: HtmlElement, article: Node | None) -> datetime | None:
    """Find when a page was changed last."""
    stated = [get_text(article, "dateModified")] if article else []
    for printed in [*stated, *_iter_meta(tree, _MODIFIED_NAMES), *_iter_itemprop(tree, "datemodified")]:
        if moment := parse_machine_date(printed):
            return moment[0]
    return None


def parse_machine_date(printed: str) -> Moment | None:
    """Parse a date that a program wrote; midnight is a day. None where it is no date.

    >>> parse_machine_date("Fri Apr 28 19:20:36 CEST 2023")[0].isoformat()
    '2023-04-28T19:20:00+02:00'
    >>> parse_machine_date("Sat Nov 18 2017 15:21:41 GMT+0000 (UTC)")[1], parse_machine_date("today")
    ('minute', None)
    """
    text = re.sub(r"\(.*\)$", "", " ".join(printed.split())[:80]).strip()
    moment = _parse_iso(text) or _parse_number(text) or _parse_words(text)
    if moment is None:
        return None
    is_midnight = moment[1] == "minute" and f"{moment[0]:%H%M}" == "0000"
    return (moment[0], "day") if is_midnight else moment


def _parse_iso(text: str) -> Moment | None:
    plain = re.sub(r"(?<=:\d\d)[.,]\d+", "", text).replace(" +", "+").replace(" UTC", "Z").replace(" Z", "Z")
    plain = re.sub(r"T(\d\d:\d\d(?::\d\d)?)\s*([+-]\d\d)$", r"T\1\2:00", plain)
    try:
        return parse_date(plain)
    except ValueError:
        return None


def _parse_number(text: str) -> Moment | None:
    """Parse seconds or milliseconds since 1970, or "20261103T180500Z"."""
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC), "minute"
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, zone = compact.groups()
        return _parse_iso(f"{year}-{month}-{day}" + (f"T{hour}:{minute}{zone or ''}" if hour else ""))
    return None


def _parse_words(text: str) -> Moment | None:
    """Parse a date with the name of its month, in English."""
    if not _MACHINE_WORDS.fullmatch(text):
        return None
    zones = {name: hours * 3600 for name, hours in _HOURS_AHEAD.items()}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an unknown zone is a time without a zone
            parsed = [date_words.parse(text, tzinfos=zones, default=datetime(2000, 1, day)) for day in (1, 2)]
    except (ValueError, OverflowError, TypeError):
        return None
    if parsed[0] != parsed[1]:  # no day is printed
        return None
    return _parse_iso(parsed[0].isoformat() if re.search(r"\d:\d\d", text) else parsed[0].date().isoformat())


def _is_same_day(moment: datetime, other: datetime) -> bool:
    return abs(moment.replace(tzinfo=None) - other.replace(tzinfo=None)) < timedelta(days=1, hours=14)


def _iter_published(
    tree: HtmlElement, article: Node | None, heading: HtmlElement | None, language: str | None
) -> Iterator[str]:
    if article is not None:
        yield get_text(article, "datePublished")
    yield from _iter_meta(tree, _PUBLISHED_NAMES)
    yield from _iter_itemprop(tree, "datepublished")
    yield from tree.xpath("//time[@pubdate]/@datetime")
    yield from tree.xpath('//time[contains(@class, "entry-date") or contains(@class, "published")]/@datetime')
    yield from tree.xpath('//abbr[contains(@class, "published")]/@title')
    if heading is not None:
        yield from islice(_iter_beside_heading(heading, language), 3)


def _iter_meta(tree: HtmlElement, names: Iterable[str]) -> Iterator[str]:
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        stated.setdefault(name, meta.get("content") or "")
    yield from (stated[name] for name in names if stated.get(name))


def _iter_itemprop(tree: HtmlElement, name: str) -> Iterator[str]:
    for element in tree.xpath("//*[@itemprop]"):
        if name in element.get("itemprop").lower().split():
            yield element.get("content") or element.get("datetime") or ""


def _iter_beside_heading(heading: HtmlElement, language: str | None) -> Iterator[str]:
    """Yield the dates between the headline and the text: of ``<time>`` elements, then printed in words and figures.

    Then come the dates above the headline.
    """
    pieces = list(islice(heading.itersiblings(), 8))
    if heading.getparent() is not None:
        pieces += list(islice(heading.getparent().itersiblings(), 4))
    for element in (found for piece in pieces for found in piece.iter("time")):
        yield element.get("datetime") or ""
    pieces += list(islice(heading.itersiblings(preceding=True), 4))
    for piece in pieces:
        for block in list_blocks(piece)[:MAX_LINES] if isinstance(piece.tag, str) else []:
            if len(block.text) <= MAX_LINE_LENGTH:
                yield from (match[0] for match in _PRINTED.finditer(block.text))
                yield from iter_printed_dates(block.text, language)
