"""Parse a feed in a child process: RSS, Atom, JSON Feed, a news sitemap, or a page that names its feeds.

The parent (`feeds`) sends an address, a line break and the body, and gets JSON. A document type with entities of its
own is refused: feedparser expands them, and 541 bytes become gigabytes.
"""

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from articles.importers.sandbox import serve
from articles.importers.storable import is_storable

MAX_ITEMS = 1000
MAX_TITLE, MAX_KEY, MAX_ADDRESS = 1000, 2000, 2000
MAX_MINUTES = 7 * 24 * 60
MAX_PARTS = 50
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"})
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"

Found = dict[str, Any]


def answer(message: bytes) -> bytes:
    """Answer one request of the parent."""
    address, _, body = message.partition(b"\n")
    return json.dumps(parse(body, address.decode())).encode()


def parse(body: bytes, address: str) -> Found:
    """Return what the body is, as `feeds` expects it."""
    head = body[:3000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if re.search(rb"<!ENTITY", body[:100_000], re.I):
        return {"refused": "it defines entities of its own, as no feed needs to"}
    if head.startswith(b"{"):
        return _parse_json_feed(body, address)
    if re.match(rb"(?:<\?xml[^>]*>\s*)?(?:<[?!][^>]*>\s*)*<(?:\w+:)?(?:urlset|sitemapindex)\b", head):
        return _parse_sitemap(body, address)
    if re.match(rb"(?:<[?!][^>]*>\s*)*<(?:\w+:)?(?:rss|feed|rdf)\b", head, re.I):
        return _parse_xml_feed(body, address)
    return _find_feeds(body, address)


def _parse_xml_feed(body: bytes, address: str) -> Found:
    read = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    feed = read.feed
    minutes = _read_number(feed.get("ttl"))
    if period := _PERIODS.get(str(feed.get("sy_updateperiod", "")).strip().lower()):
        minutes = max(minutes, period // max(1, _read_number(feed.get("sy_updatefrequency")) or 1))
    items = (_read_entry(entry, address) for entry in read.entries[:MAX_ITEMS])
    return _build("feed", feed.get("title"), minutes, items, language=feed.get("language"))


def _read_entry(entry: Any, address: str) -> Found:
    links = [link.get("href") for link in entry.get("links", []) if link.get("rel", "alternate") == "alternate"]
    link = next(filter(None, links), None) or entry.get("link")
    identifier = entry.get("id") or ""
    if not link and entry.get("guidislink", False):
        link = identifier
    return _build_item(
        identifier or link, link, address, entry.get("title"), entry.get("published") or entry.get("updated")
    )


def _parse_json_feed(body: bytes, address: str) -> Found:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return {"refused": "it is JSON that cannot be read"}
    items = read.get("items") if isinstance(read, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(read.get("version")):
        return {"refused": "it is JSON, but no JSON Feed"}
    found = (
        _build_item(
            item.get("id") or item.get("url"),
            item.get("url") or item.get("external_url"),
            address,
            item.get("title"),
            item.get("date_published") or item.get("date_modified"),
            item.get("language"),
        )
        for item in items[:MAX_ITEMS]
        if isinstance(item, dict)
    )
    return _build("feed", read.get("title"), 0, found, language=read.get("language"))


def _parse_sitemap(body: bytes, address: str) -> Found:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    root = etree.fromstring(body, parser)
    if root is None:
        return {"refused": "it is XML that cannot be read"}
    if root.tag.endswith("sitemapindex"):
        parts = [_find_text(each, f"{_SITEMAP}loc") for each in root.iter(f"{_SITEMAP}sitemap")]
        named = sorted(filter(None, parts), key=lambda part: "news" not in part.lower())
        return _build("sitemap", None, 0, ()) | {"parts": [part for part in named[:MAX_PARTS] if _is_web(part)]}
    items = (
        _build_item(
            _find_text(url, f"{_SITEMAP}loc"),
            _find_text(url, f"{_SITEMAP}loc"),
            address,
            _find_text(url, f".//{_NEWS}title"),
            _find_text(url, f".//{_NEWS}publication_date") or _find_text(url, f"{_SITEMAP}lastmod"),
            _find_text(url, f".//{_NEWS}language"),
        )
        for url in list(root.iter(f"{_SITEMAP}url"))[:MAX_ITEMS]
    )
    name = _find_text(root, f".//{_NEWS}name")
    return _build("sitemap", name, 0, items)


def _find_text(element: Any, path: str) -> str:
    found = element.find(path)
    return (found.text or "").strip() if found is not None else ""


def _find_feeds(body: bytes, address: str) -> Found:
    """Refuse a page, and name the feeds that it links to, those of comments last."""
    try:
        tree: HtmlElement = document_fromstring(body)
    except (etree.ParserError, ValueError):
        return {"refused": "it is no feed"}
    links = []
    for link in tree.iter("link"):
        kind = (link.get("type") or "").split(";")[0].strip().lower()
        if "alternate" in (link.get("rel") or "").lower().split() and kind in _FEED_TYPES and link.get("href"):
            links.append((urljoin(address, link.get("href")), (link.get("title") or "").lower()))
    links.sort(key=lambda link: "comment" in link[0].lower() or "comment" in link[1])
    named = [link for link, _ in links if _is_web(link) and "wp-json" not in link]
    if not named:
        return {"refused": "it is a page, and names no feed"}
    return {"refused": "it is a page", "links": list(dict.fromkeys(named))[:MAX_PARTS]}


def _build(kind: str, title: object, minutes: int, items: Iterable[Found], *, language: object = None) -> Found:
    kept = {item["key"]: item for item in items if item["address"]}
    for item in kept.values():
        item["language"] = item["language"] or _clean(language, 35)
    return {
        "kind": kind,
        "title": _clean(title, MAX_TITLE),
        "minutes": min(minutes, MAX_MINUTES),
        "items": list(kept.values()),
        "parts": [],
    }


def _build_item(key: object, link: object, address: str, title: object, date: object, language: object = None) -> Found:
    target = urljoin(address, _clean(link, MAX_ADDRESS)) if link else ""
    return {
        "key": _clean(key, MAX_KEY) or target,
        "address": target if _is_web(target) else "",
        "title": _clean(title, MAX_TITLE),
        "published": _parse_date(_clean(date, 100)),
        "language": _clean(language, 35),
    }


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and len(address) <= MAX_ADDRESS


def _clean(value: object, length: int) -> str:
    text = " ".join(unescape(value).split()) if isinstance(value, str) else ""
    return text[:length] if is_storable(text) else ""


def _parse_date(text: str) -> str | None:
    """Return a date of a feed with its printed offset, in ISO 8601; None for no date or one that cannot be."""
    parsers: tuple[Callable[[str], datetime], ...] = (datetime.fromisoformat, parsedate_to_datetime)
    for parser in parsers:
        try:
            moment = parser(text)
        except (ValueError, TypeError, IndexError):
            continue
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.isoformat() if 1900 < moment.year < 2999 else None
    return None


def _read_number(value: object) -> int:
    digits = str(value).strip()
    return int(digits[:9]) if digits.isdecimal() else 0


if __name__ == "__main__":
    serve(answer)
