"""What robots.txt allows, asked of a web server on this machine."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import cache
from pytest_django import Settings

from articles.importers.fetching import robots
from tests.support.web_server import Page, WebServer, serve_pages

RULES = b"""User-agent: *
Disallow: /members/

User-agent: QuoteProvenance
Disallow: /print/

Sitemap: https://courier.example/news.xml
"""


@pytest.fixture
def server(settings: Settings) -> Iterator[WebServer]:
    """Provide a site with rules, and an empty cache."""
    settings.FETCH_LOOPBACK = True
    cache.clear()
    with serve_pages({"/robots.txt": Page(RULES, media_type="text/plain")}) as running:
        yield running


def test_the_rules_for_our_name_are_kept(server: WebServer) -> None:
    assert robots.is_allowed(server.address("/ferry"))
    assert robots.is_allowed(server.address("/members/ferry"))
    assert not robots.is_allowed(server.address("/print/ferry"))
    assert robots.find_sitemaps(server.address("/")) == ["https://courier.example/news.xml"]
    assert server.paths == ["/robots.txt"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False), (429, False)])
def test_a_site_without_rules_allows_all_and_one_that_fails_nothing(
    status: int, allowed: bool, server: WebServer
) -> None:
    server.pages["/robots.txt"] = Page(b"no", status)
    assert robots.is_allowed(server.address("/ferry")) is allowed


def test_a_silent_site_allows_nothing(server: WebServer) -> None:
    server.pages["/robots.txt"] = lambda handler: None
    assert not robots.is_allowed(server.address("/ferry"))


def test_binary_rules_do_no_harm(server: WebServer) -> None:
    server.pages["/robots.txt"] = Page(bytes(range(256)) * 100)
    assert robots.is_allowed(server.address("/ferry"))


@pytest.mark.parametrize(
    ("asked", "seconds"), [("10", 10), ("2.5", 2.5), ("86400", 60), ("-1", 0), ("soon", 0), ("", 0)]
)
def test_the_pause_that_a_site_asks_for_is_kept_up_to_a_minute(server: WebServer, asked: str, seconds: float) -> None:
    server.pages["/robots.txt"] = Page(f"User-agent: *\nCrawl-delay: {asked}".encode(), media_type="text/plain")
    assert robots.find_delay(server.address("/ferry")) == timedelta(seconds=seconds)
