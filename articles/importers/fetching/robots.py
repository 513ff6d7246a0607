"""robots.txt: what a site asks of programs that come by themselves.

Feeds and crawls keep to it. A person who pastes one address is a reader like any other, and is told what the site asks.
The rules of each site are kept for a day in the cache of the process.
"""

from datetime import timedelta
from urllib.parse import urlsplit

from django.core.cache import cache
from protego import Protego

from articles.importers.fetching import FetchError, fetch

AGENT = "QuoteProvenance"
SECONDS_KEPT = 24 * 3600
SECONDS_KEPT_AFTER_FAILURE = 600
MAX_DELAY = timedelta(seconds=60)  # between two requests: a site that asks for more would be read a day late
MAX_RULES = 500_000  # bytes that are read of a robots.txt, as RFC 9309 demands at least

_ALL, _NOTHING = "", "User-agent: *\nDisallow: /"


def is_allowed(address: str) -> bool:
    """Return whether a program may fetch `address` by itself.

    A site without robots.txt allows all; one whose server fails or is silent allows nothing for now (RFC 9309).
    """
    return bool(_load_rules(address).can_fetch(address, AGENT))


def find_delay(address: str) -> timedelta:
    """Return the pause between two requests that the site asks of programs (``Crawl-delay``), up to `MAX_DELAY`."""
    seconds = _load_rules(address).crawl_delay(AGENT) or 0.0
    return timedelta(seconds=min(max(seconds, 0.0), MAX_DELAY.total_seconds()))


def find_sitemaps(address: str) -> list[str]:
    """Return the addresses of the sitemaps that the site's robots.txt names."""
    return list(_load_rules(address).sitemaps)


def _load_rules(address: str) -> Protego:
    parts = urlsplit(address)
    site = f"{parts.scheme}://{parts.netloc}"
    key = f"robots:{site}"
    text = cache.get(key)
    if text is None:
        text, seconds = _fetch_rules(f"{site}/robots.txt")
        cache.set(key, text, seconds)
    return Protego.parse(text)


def _fetch_rules(address: str) -> tuple[str, float]:
    try:
        page = fetch(address, accept="text/plain,*/*;q=0.1")
    except FetchError:
        return _NOTHING, SECONDS_KEPT_AFTER_FAILURE
    if page.status >= 500 or page.status == 429:
        return _NOTHING, SECONDS_KEPT_AFTER_FAILURE
    if page.status >= 400:
        return _ALL, SECONDS_KEPT
    return page.body[:MAX_RULES].decode("utf-8", errors="replace"), SECONDS_KEPT
