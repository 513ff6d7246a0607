"""Metadata of HTML pages: outlet, headline, byline, date, address and language.

A page may state in its JSON-LD ``"datePublished": "2015-11-17T14:50:31.204+03:00"``, which is known to the minute. In
``2015-11-17T00:00:00Z`` a machine has written a day as its midnight: the date is known to the day.

Dates come from machine-readable data, the most exact source first. A date guessed from digits in the text is worse than
none, and is not used. `html` drops values that cannot be stored.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from articles.importers.printed_dates import parse_date


def read_page_metadata(tree: HtmlElement, document: Any) -> dict[str, str | None]:
    """Read the metadata by name; `document` is trafilatura's result, None where it found nothing."""
    published, precision = _find_published(tree, document)
    return {
        "title": document and document.title,
        "byline": document and document.author,
        "outlet": document and document.sitename,
        "url": document and document.url,
        "published": published,
        "precision": precision,
        "language": _find_language(tree),
    }


def _find_published(tree: HtmlElement, document: Any) -> tuple[str | None, str | None]:
    """Find the date and its precision in the page's own data, best source first, else trafilatura's day."""
    for printed in [*_iter_printed_dates(tree), document.date if document is not None else None]:
        try:
            moment, precision = parse_date(_normalize_iso_date(printed or ""))
        except ValueError:
            continue
        if precision == "minute" and f"{moment:%H%M}" == "0000":  # a day that a machine wrote as its midnight
            precision = "day"
        return moment.isoformat(), precision
    return None, None


def _normalize_iso_date(printed: str) -> str:
    """Remove fractions of seconds, and the space before the offset."""
    return re.sub(r"(?<=:\d\d)[.,]\d+", "", printed.strip()[:60]).replace(" +", "+")


def _iter_printed_dates(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            yield from _iter_json_ld_dates(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            continue
    yield from tree.xpath('//meta[@property="article:published_time" or @name="article:published_time"]/@content')
    yield from tree.xpath('//*[@itemprop="datePublished"]/@*[name()="content" or name()="datetime"]')
    yield from tree.xpath("//time[@pubdate]/@datetime")


def _iter_json_ld_dates(data: object) -> Iterator[str]:
    """Yield every ``datePublished`` of a schema.org article, outermost first."""
    if isinstance(data, list):
        for item in data:
            yield from _iter_json_ld_dates(item)
    elif isinstance(data, dict):
        if "Article" in str(data.get("@type")) and isinstance(data.get("datePublished"), str):
            yield data["datePublished"]
        yield from _iter_json_ld_dates([value for value in data.values() if isinstance(value, dict | list)])


def _find_language(tree: HtmlElement) -> str | None:
    declared = tree.get("lang") or next(iter(tree.xpath('//meta[@property="og:locale"]/@content')), "")
    return declared.strip() or None
