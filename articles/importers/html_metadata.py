"""Metadata of HTML pages: outlet, headline, byline, dates, addresses and language.

Each comes from the best source that the page has: the JSON-LD of its own article, its ``<meta>`` elements, what is
printed beside the headline; trafilatura is asked last. `html` drops values that cannot be stored.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from htmldate import find_date
from lxml.html import HtmlElement

from articles.importers.draft import AUTHOR_SEPARATOR
from articles.importers.headlines import (
    choose_headline,
    find_heading,
    find_printed_headlines,
    find_social_headlines,
)
from articles.importers.hosts import get_registrable_host
from articles.importers.html_authors import find_authors
from articles.importers.html_dates import find_modified, find_published, parse_machine_date
from articles.importers.json_ld import Node, PageNodes, choose_article, get_text, get_types, read_nodes
from articles.importers.outlet_names import choose_outlet_name, fits_host

# "https://web.archive.org/web/20261105120000/https://courier.example/ferry"; of two slashes one may be lost
_ARCHIVED = re.compile(
    r"https?://web\.archive\.org/web/(?:\d{4,14}(?:[a-z]{2}_)?/)?(?P<original>https?:/{1,2}.+)", re.I
)
_SITE_NAME_METAS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of its article: values by name, its JSON-LD node, all its titles, how it describes itself."""

    values: dict[str, str | None]
    article: Node | None
    titles: tuple[str, ...]
    description: str


def read_page_metadata(tree: HtmlElement) -> PageMetadata:
    """Read title, byline, outlet, url, archive, published, precision, modified and language of a page."""
    page = read_nodes(tree)
    for script in tree.xpath("//script"):
        script.drop_tree()
    addresses = _list_addresses(tree)
    url, archive = split_archive_address(_choose_address(addresses, _list_outlet_names(tree, page, None)))
    printed, social = find_printed_headlines(tree), find_social_headlines(tree)
    article = choose_article(page, [*printed, *social], [url, *addresses] if url else addresses)
    names = _list_outlet_names(tree, page, article)
    host = get_registrable_host(url) if url else None
    label = [host, host.partition(".")[0]] if host else []
    stated = [get_text(article or {}, "headline")]
    title = choose_headline(stated, printed, social, [*names, *label])
    outlet = choose_outlet_name([*names, *_list_title_endings(social, title)], host, title or "")
    heading = find_heading(tree, title or "")
    sites = [*names, *label, *([outlet] if outlet else [])]
    authors = find_authors(tree, page, article, heading, sites)
    language = _find_language(tree)
    modified = find_modified(tree, article)
    published, precision = find_published(tree, article, heading, language)
    if published is None and modified is not None:
        published, precision = modified, "about"
    elif published is None:
        published, precision = _guess_published(tree, url)
    values = {
        "title": title,
        "byline": AUTHOR_SEPARATOR.join(authors) or None,
        "outlet": outlet,
        "url": url,
        "archive": archive,
        "published": published.isoformat() if published else None,
        "precision": precision,
        "modified": modified.isoformat() if modified else None,
        "language": language,
    }
    titles = tuple(filter(None, [title, *stated, *printed, *social]))
    described = tree.xpath('//meta[@property="og:description" or @name="description"]/@content')
    return PageMetadata(values, article, titles, next(iter(described), "") or get_text(article or {}, "description"))


def split_archive_address(address: str | None) -> tuple[str | None, str | None]:
    """Split the address of an archived copy into the original address and the archive's.

    >>> split_archive_address("https://web.archive.org/web/20261105120000/https:/courier.example/ferry")
    ('https://courier.example/ferry', 'https://web.archive.org/web/20261105120000/https://courier.example/ferry')
    """
    archived = _ARCHIVED.match(address or "")
    if address is None or archived is None:
        return address, None
    original = re.sub(r"^(https?):/+", r"\1://", archived["original"])
    return original, address[: archived.start("original")] + original


def _guess_published(tree: HtmlElement, url: str | None) -> tuple[datetime | None, str | None]:
    """Return the day that htmldate finds in the markup or the address."""
    found = find_date(tree, original_date=True, extensive_search=False, url=url)
    return parse_machine_date(found or "") or (None, None)


def _list_addresses(tree: HtmlElement) -> list[str]:
    """List the addresses that a page states in full for itself, the canonical one first."""
    stated = tree.xpath('//link[translate(@rel, "CANOIL", "canoil")="canonical"]/@href')
    stated += tree.xpath('//meta[@property="og:url" or @name="og:url" or @name="twitter:url"]/@content')
    base = next(iter(tree.xpath("//base/@href")), "")
    complete = (urljoin(base, address.strip()) for address in stated)
    return [address for address in complete if re.match(r"https?://[^/]+\.[^/]+", address)]


def _choose_address(addresses: list[str], names: list[str]) -> str | None:
    """Choose the address of a page: the canonical one, unless that is at the site of another outlet.

    stern.de prints an article of capital.de: its ``canonical`` link leads there, its ``og:url`` to the page itself.
    An ``og:url`` at a host that no name of the outlet fits, as facebook.com, is no address of a page whose canonical
    one fits.
    """
    if not addresses or _ARCHIVED.match(addresses[0]):
        return next(iter(addresses), None)
    site = get_registrable_host(addresses[0])
    for other in addresses[1:]:
        host = get_registrable_host(other)
        if host not in (site, None) and (fits_host(names, host) or not fits_host(names, site)):
            return other
    return addresses[0]


def _list_outlet_names(tree: HtmlElement, page: PageNodes, article: Node | None) -> list[str]:
    """List the names that the page has for its outlet: publisher, site name, other names of the site."""
    names: list[str] = []
    publisher = page.resolve((article or {}).get("publisher"))
    for one in publisher if isinstance(publisher, list) else [publisher]:
        names += [get_text(one, "name"), get_text(one, "alternateName")] if isinstance(one, dict) else [one or ""]
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        stated.setdefault((meta.get("property") or meta.get("name") or "").lower(), meta.get("content") or "")
    names += [stated.get(name, "") for name in _SITE_NAME_METAS]
    names += [
        get_text(node, "name") for node in page.nodes if {"WebSite", "NewsMediaOrganization"} & set(get_types(node))
    ]
    return [name for name in names if isinstance(name, str) and name.strip()]


def _list_title_endings(social: list[str], title: str | None) -> list[str]:
    """List what stands behind the headline in the titles: "The Courier" of "Ferry stays | The Courier"."""
    if not title:
        return []
    return [
        one[len(title) :].strip(" |-\N{EN DASH}\N{EM DASH}\N{FULLWIDTH VERTICAL LINE}\N{BULLET}")
        for one in social
        if one.startswith(title) and len(one) > len(title) + 2
    ]


def _find_language(tree: HtmlElement) -> str | None:
    declared = tree.get("lang") or next(iter(tree.xpath('//meta[@property="og:locale"]/@content')), "")
    return declared.strip() or None
