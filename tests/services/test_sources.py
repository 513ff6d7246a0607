"""Sources: when they are asked, what they list, what becomes of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django import Settings

from articles import importers
from articles.importers.feeds import PARSER_MODULE
from articles.importers.fetching import FetchedPage
from articles.importers.sandbox import SandboxProcess
from articles.models import Article, Fetch, Outlet, Source, SourceItem
from articles.services import fetching, sources
from articles.services.fetching import read_wait
from articles.services.sources import SourceError, add_source, poll
from tests.services.test_incoming import FERRY
from tests.support.web_server import Page, WebServer, serve_pages

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
State = SourceItem.State


def render_feed(*paths: str) -> bytes:
    items = "".join(
        f"<item><title>{path}</title><link>{path}</link>"
        f"<pubDate>Mon, 30 Nov 2026 0{9 - number}:00:00 GMT</pubDate></item>"
        for number, path in enumerate(paths)
    )
    return f"<rss version='2.0'><channel><title>Courier</title>{items}</channel></rss>".encode()


@pytest.fixture
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """Provide a site with a feed that lists one article."""
    settings.FETCH_LOOPBACK = True
    monkeypatch.setattr(fetching, "HOST_PAUSE", timedelta(0))
    cache.clear()
    feed = Page(render_feed("/ferry"), media_type="application/rss+xml", headers={"ETag": '"1"'})
    with serve_pages({"/feed": feed, "/ferry": Page(FERRY)}) as running:
        yield running


@pytest.fixture(scope="module")
def parser() -> Iterator[SandboxProcess]:
    """Provide a child process for all tests of this file."""
    with SandboxProcess(PARSER_MODULE) as process:
        yield process


@pytest.fixture
def source(server: WebServer) -> Source:
    """Provide the followed feed."""
    return add_source(server.address("/feed"), now=NOW)


def store_next(now: datetime | None = None) -> SourceItem | None:
    with importers.create_parser() as page_parser:
        return sources.store_next(page_parser, now)


def count_asked(server: WebServer, path: str) -> int:
    return server.paths.count(path)


def test_what_a_feed_lists_becomes_an_article(source: Source, server: WebServer, parser: SandboxProcess) -> None:
    assert poll(source, parser, NOW) == 1
    item = store_next()
    assert item is not None
    article = Article.objects.get()
    assert (item.state, item.article, item.due) == (State.STORED, article, None)
    assert (str(article.outlet), article.link_state) == ("The Sound Courier", "waiting")
    assert store_next() is None
    assert [row.article for row in Fetch.objects.filter(purpose="page")] == [article]


def test_the_worker_s_loop_does_all_of_it(server: WebServer) -> None:
    add_source(server.address("/feed"))
    assert sources.follow(stop=Event(), once=True) == 1
    assert sources.follow(stop=Event(), once=True) == 0


def test_an_unchanged_feed_is_asked_with_its_conditions(
    source: Source, server: WebServer, parser: SandboxProcess
) -> None:
    poll(source, parser, NOW)
    server.pages["/feed"] = lambda handler: Page(status=304) if handler.headers["If-None-Match"] == '"1"' else None
    assert poll(source, parser, NOW + timedelta(hours=1)) == 0
    assert (source.failures, source.problem) == (0, "")


def test_the_same_item_is_listed_once_and_fetched_once(
    source: Source, server: WebServer, parser: SandboxProcess
) -> None:
    for hours in range(3):
        poll(source, parser, NOW + timedelta(hours=hours))
        while store_next():
            pass
    assert SourceItem.objects.count() == 1
    assert count_asked(server, "/ferry") == 1


def test_a_new_source_begins_with_its_newest_pages(server: WebServer, parser: SandboxProcess) -> None:
    server.pages["/feed"] = Page(render_feed(*(f"/page-{number}" for number in range(9))))
    source = add_source(server.address("/feed"), now=NOW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "NEWEST_AT_FIRST", 3)
        assert poll(source, parser, NOW) == 3
    waiting = SourceItem.objects.filter(state=State.WAITING).order_by("pk")
    assert [item.title for item in waiting] == ["/page-0", "/page-1", "/page-2"]


def test_pages_of_a_site_are_fetched_at_the_pace_that_its_robots_txt_asks_for(
    source: Source, server: WebServer, parser: SandboxProcess
) -> None:
    server.pages["/feed"] = Page(render_feed("/ferry", "/bridge"))
    Fetch.objects.update(fetched=NOW)
    assert poll(source, parser, NOW) == 2
    cache.clear()
    server.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 30", media_type="text/plain")
    last = Fetch.objects.latest("fetched").fetched
    for second, asked in ((10, 0), (31, 1), (45, 1)):
        while (item := store_next(last + timedelta(seconds=second))) is not None:
            Fetch.objects.filter(purpose="page").update(fetched=last + timedelta(seconds=31))
            assert item.state == State.WAITING or second == 31
        assert count_asked(server, "/ferry") + count_asked(server, "/bridge") == asked
    waiting = SourceItem.objects.get(state=State.WAITING)
    assert (waiting.due, waiting.attempts) == (last + timedelta(seconds=61), 0)
    assert poll(source, parser, last + timedelta(seconds=45)) == 0
    assert (source.next_poll, count_asked(server, "/feed")) == (last + timedelta(seconds=61), 2)


@pytest.mark.parametrize(
    ("status", "headers", "wait"),
    [
        (404, {}, timedelta(hours=2)),
        (503, {"Retry-After": "18000"}, timedelta(hours=5)),
        (429, {"Retry-After": "Mon, 30 Nov 2026 18:00:00 GMT"}, timedelta(hours=6)),
    ],
)
def test_a_failure_is_told_and_the_pause_grows(
    source: Source, server: WebServer, parser: SandboxProcess, status: int, headers: dict[str, str], wait: timedelta
) -> None:
    server.pages["/feed"] = Page(b"no", status, headers)
    poll(source, parser, NOW)
    assert (source.failures, source.next_poll) == (1, NOW + wait)
    assert str(status) in source.problem


def test_a_source_that_always_fails_is_given_up(source: Source, server: WebServer, parser: SandboxProcess) -> None:
    server.pages["/feed"] = Page(b"no", 500)
    now = NOW
    while source.next_poll:
        now = source.next_poll
        poll(source, parser, now)
    assert (source.state, source.failures) == (Source.State.BROKEN, sources.MAX_FAILURES)
    assert now - NOW < timedelta(days=40)


def test_a_source_that_is_gone_is_not_asked_again(source: Source, server: WebServer, parser: SandboxProcess) -> None:
    server.pages["/feed"] = Page(b"gone", 410)
    poll(source, parser, NOW)
    assert (source.state, source.next_poll) == (Source.State.GONE, None)


def test_a_source_that_moved_is_followed_after_the_second_time(
    source: Source, server: WebServer, parser: SandboxProcess
) -> None:
    server.pages["/new"] = Page(render_feed("/ferry"))
    server.pages["/feed"] = Page(status=301, headers={"Location": "/new"})
    poll(source, parser, NOW)
    assert source.address == server.address("/feed")
    poll(source, parser, NOW + timedelta(hours=1))
    assert source.address == server.address("/new")


def test_a_site_that_asks_programs_away_is_left_alone(server: WebServer, parser: SandboxProcess) -> None:
    source = add_source(server.address("/feed"), now=NOW)
    cache.clear()
    server.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /feed\n")
    asked = count_asked(server, "/feed")
    poll(source, parser, NOW)
    assert "robots.txt" in source.problem
    assert count_asked(server, "/feed") == asked


def test_a_page_behind_a_wall_fails_and_one_with_a_broken_server_is_tried_again(
    source: Source, server: WebServer, parser: SandboxProcess
) -> None:
    server.pages["/feed"] = Page(render_feed("/wall", "/broken"))
    server.pages["/wall"] = Page(b"pay", 402)
    server.pages["/broken"] = Page(b"down", 502)
    poll(source, parser, NOW)
    first, second = store_next(), store_next()
    assert first is not None
    assert second is not None
    items = {item.title: item for item in (first, second)}
    assert (items["/wall"].state, items["/wall"].due) == (State.FAILED, None)
    assert "payment" in items["/wall"].problem
    assert items["/broken"].state == State.WAITING
    assert items["/broken"].due
    server.pages["/broken"] = Page(FERRY)
    assert store_next(items["/broken"].due + timedelta(seconds=1)) is not None
    assert Article.objects.count() == 1


def test_filters_leave_out_what_does_not_fit(server: WebServer, parser: SandboxProcess) -> None:
    for words, language, stored in (("harbour", "", 0), ("", "de", 0), ("HARBOUR ferry", "en", 1)):
        Source.objects.all().delete()
        source = add_source(server.address("/feed"), now=NOW, words=words, language=language)
        poll(source, parser, NOW)
        item = store_next()
        assert item is not None
        assert item.state == (State.STORED if stored else State.LEFT_OUT)
        assert bool(item.problem) == (not stored)


def test_the_outlet_of_a_source_is_that_of_its_articles(server: WebServer, parser: SandboxProcess) -> None:
    outlet = Outlet.objects.get_or_create_by_name("Courier of the Sound")
    poll(add_source(server.address("/feed"), now=NOW, outlet=outlet), parser, NOW)
    store_next()
    assert Article.objects.get().outlet == outlet


def test_what_a_killed_worker_held_is_due_again(source: Source, parser: SandboxProcess) -> None:
    poll(source, parser, NOW)
    at = timezone.now()
    held = sources._claim_item(at)
    assert held is not None
    assert sources._claim_item(at) is None
    assert sources._claim_item(at + sources.CLAIM) == held


def test_a_page_on_which_workers_die_is_given_up(source: Source, parser: SandboxProcess) -> None:
    poll(source, parser, NOW)
    SourceItem.objects.update(attempts=sources.MAX_ATTEMPTS)
    item = store_next()
    assert item is not None
    assert item.state == State.FAILED


def test_a_site_s_address_leads_to_its_feed(server: WebServer) -> None:
    server.pages["/"] = Page(b"<html><link rel=alternate type=application/rss+xml href=/feed>")
    source = add_source(server.address("/"))
    assert source.address == server.address("/feed")
    assert add_source(server.address("/")) == source
    assert Source.objects.count() == 1


def test_a_site_s_news_sitemap_is_found_by_its_robots(server: WebServer) -> None:
    server.pages["/"] = Page(b"<html><p>Courier</p>")
    server.pages["/robots.txt"] = Page(f"Sitemap: {server.address('/news.xml')}".encode())
    server.pages["/news.xml"] = Page(
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/b</loc></url></urlset>'
    )
    assert add_source(server.address("/")).kind == "sitemap"


@pytest.mark.parametrize(
    ("path", "message"),
    [("/ferry", "it is a page, and names no feed"), ("/nowhere", r"no page .* \(404\)")],
)
def test_an_address_without_a_feed_is_refused(server: WebServer, path: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        add_source(server.address(path))
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, timedelta(0)),
        ({"cache-control": "public, max-age=600"}, timedelta(minutes=10)),
        ({"cache-control": "no-cache, max-age=600"}, timedelta(0)),
        ({"cache-control": "max-age=99999999999"}, timedelta(days=31)),
        ({"expires": "Mon, 30 Nov 2026 13:00:00 GMT"}, timedelta(hours=1)),
        ({"expires": "-1"}, timedelta(0)),
        ({"expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, timedelta(0)),
        ({"retry-after": "120", "cache-control": "max-age=600"}, timedelta(minutes=2)),
        ({"retry-after": "soon"}, timedelta(0)),
    ],
)
def test_what_a_server_asks_to_wait_is_read(headers: dict[str, str], wait: timedelta) -> None:
    assert read_wait(headers, NOW) == wait


def test_a_fault_with_one_page_does_not_end_the_following(
    server: WebServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    server.pages["/feed"] = Page(render_feed("/odd", "/ferry"))
    add_source(server.address("/feed"))
    read_page = importers.read_page

    def fail_on_one(page: FetchedPage, **options: Any) -> importers.ArticleDraft:
        if page.address.endswith("/odd"):
            raise RuntimeError("a fault of our own")
        return read_page(page, **options)

    server.pages["/odd"] = Page(FERRY)
    monkeypatch.setattr(importers, "read_page", fail_on_one)
    assert sources.follow(stop=Event(), once=True) == 1
    assert "could not be read" in caplog.text


def test_a_feed_is_fetched_once_to_be_added(server: WebServer) -> None:
    add_source(server.address("/feed"))
    assert server.paths == ["/feed"]
