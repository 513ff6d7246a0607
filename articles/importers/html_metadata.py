"""What does an HTML page say of itself?

Who prints it, under which headline, by whom, when, at which address, in which language. A page may say in its data for
search engines ``"datePublished": "2015-11-17T14:50:31.204+03:00"``, which is known to the minute; where it says only
``2015-11-17T00:00:00Z`` a machine has written out a day as a midnight, and it is known to the day.

Dates are taken from what the page's makers put there for machines, the most exact source first; a date guessed from any
digits in the text is worse than none, and is left alone.

Left to others: the article's text (`page`), which of these values can be kept (`html`).
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from articles.importers.printed_dates import parse_date


def read_page_metadata(tree: HtmlElement, document: Any) -> dict[str, str | None]:
    """What the page says, by name; `document` is what trafilatura has found in it, None where that is nothing."""
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
    """The date as the page's own data print it, best source first; else the day that trafilatura reads from it."""
    for printed in [*_iter_printed_dates(tree), document.date if document is not None else None]:
        try:
            moment, precision = parse_date(_normalize_iso_date(printed or ""))
        except ValueError:
            continue
        if precision == "minute" and f"{moment:%H%M}" == "0000":  # a day that a machine wrote out as a midnight
            precision = "day"
        return moment.isoformat(), precision
    return None, None


def _normalize_iso_date(printed: str) -> str:
    """The date without fractions of seconds, and with no space before its offset."""
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
    """Every ``datePublished`` of an article in schema.org's vocabulary, outermost first."""
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
