"""Feeds and news sitemaps: the pages that a site lists as its newest.

RSS, Atom, JSON Feed and sitemaps are read alike, into a `Feed` of `FeedItem`s. An item is a pointer: its page is
fetched, and what the feed says of it fills gaps only. Feeds are parsed in a child process (`feed_parser`): half a
megabyte of nested elements keeps feedparser busy for ten seconds.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from articles.importers.sandbox import SandboxError, SandboxProcess

PARSER_MODULE = "articles.importers.feed_parser"
MAX_ITEMS = 1000  # read of one feed; a news sitemap has no more
MAX_FEED_BYTES = 5_000_000


class FeedError(ValueError):
    """What was fetched is no feed; the message says what it is in a clause. `links` are the feeds that it names."""

    def __init__(self, reason: str, links: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.links = links


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A page that a feed lists; `key` tells it from the others of the feed, whatever its address."""

    key: str
    address: str
    title: str = ""
    published: datetime | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title, the minutes that it asks to leave between two requests (0: none), and its items, newest first.

    `parts` are the sitemaps that an index of sitemaps lists, instead of items.
    """

    kind: str
    title: str = ""
    minutes: int = 0
    items: tuple[FeedItem, ...] = ()
    parts: tuple[str, ...] = ()


def parse_feed(body: bytes, address: str, *, parser: SandboxProcess) -> Feed:
    """Parse what was fetched from `address`; raise FeedError where it is no feed."""
    if len(body) > MAX_FEED_BYTES:
        raise FeedError(f"it is larger than {MAX_FEED_BYTES // 1_000_000} MB")
    try:
        read = json.loads(parser.request(address.encode() + b"\n" + body))
    except SandboxError as stopped:
        raise FeedError(f"it could not be parsed safely ({stopped})") from None
    if "refused" in read:
        raise FeedError(read["refused"], tuple(read.get("links", ())))
    items = [FeedItem(**{**item, "published": _parse_moment(item["published"])}) for item in read["items"]]
    return Feed(read["kind"], read["title"], read["minutes"], tuple(items), tuple(read["parts"]))


def _parse_moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
