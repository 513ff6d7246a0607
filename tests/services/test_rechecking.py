"""Articles are fetched again at set times and on demand; an edit becomes a version, and nothing else does."""

from collections.abc import Iterator
from datetime import timedelta
from threading import Event

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django import Settings

from articles import importers
from articles.models import Article, ArticleVersion, Quote, Recheck
from articles.services import fetching, incoming, rechecking, sources
from articles.services.recheck_times import choose_next
from articles.services.rechecking import RecheckError, RecheckResult, check_now
from tests.services.test_incoming import FERRY, QUOTE
from tests.support.web_server import Page, WebServer, serve_pages

pytestmark = pytest.mark.django_db

ALTERED = QUOTE.replace("The boat stays", "The boat does not stay")
EDITED = FERRY.replace(QUOTE.encode(), ALTERED.encode())
ETAG = '"first"'


@pytest.fixture
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """Provide a site with one article, without a pause between requests."""
    settings.FETCH_LOOPBACK = True
    monkeypatch.setattr(fetching, "HOST_PAUSE", timedelta(0))
    cache.clear()
    with serve_pages({"/ferry": Page(FERRY, headers={"ETag": ETAG})}) as running:
        yield running


@pytest.fixture
def article(server: WebServer) -> Article:
    """Provide that article, fetched and stored."""
    waiting = incoming.receive_address(server.address("/ferry"), by=None)
    return incoming.accept(waiting, by=None).article


def recheck(hours: float) -> RecheckResult | None:
    with importers.create_parser() as parser:
        return rechecking.recheck_next(parser, timezone.now() + timedelta(hours=hours))


def test_a_fetched_article_is_fetched_again_after_an_hour_six_a_day_and_a_week(article: Article) -> None:
    moments = []
    while (due := Recheck.objects.get().due) is not None:
        moments.append(round((due - article.taken_in).total_seconds() / 3600))
        assert recheck(moments[-1] + 0.01) is not None
    assert moments == [1, 6, 24, 168]
    assert recheck(1000) is None


def test_an_article_is_not_fetched_before_its_time(article: Article) -> None:
    assert recheck(0.9) is None


def test_times_that_passed_are_made_up_by_one_request(article: Article) -> None:
    assert recheck(30) is not None
    assert recheck(30) is None
    due = Recheck.objects.get().due
    assert due == choose_next(article.taken_in, timezone.now() + timedelta(hours=30))


def test_an_edited_page_becomes_a_version(article: Article, server: WebServer) -> None:
    server.pages["/ferry"] = Page(EDITED)
    result = recheck(1.1)
    assert result is not None
    version = ArticleVersion.objects.get()
    assert result.version == version
    assert bytes(version.original) == EDITED
    assert version.fetch is not None
    assert version.fetch.article == article
    assert {quote.text: quote.standing for quote in Quote.objects.all()} == {f"{QUOTE},": "earlier", f"{ALTERED},": ""}


def test_the_request_is_conditional_and_an_unchanged_page_is_a_sighting(article: Article, server: WebServer) -> None:
    seen = Recheck.objects.get().last_seen
    server.pages["/ferry"] = Page(b"", 304)
    result = recheck(1.1)
    assert result is not None
    assert result.is_same
    assert server.requests[-1][1]["If-None-Match"] == ETAG
    assert Recheck.objects.get().last_seen > seen
    assert not ArticleVersion.objects.exists()


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_recorded_and_nothing_is_withdrawn(
    article: Article, server: WebServer, status: int
) -> None:
    server.pages["/ferry"] = Page(b"gone", status)
    recheck(1.1)
    stored = Recheck.objects.get()
    assert (stored.status, stored.gone is not None) == (status, True)
    article.refresh_from_db()
    assert article.withdrawn is None
    assert not ArticleVersion.objects.exists()
    server.pages["/ferry"] = Page(FERRY)
    recheck(6.1)
    assert Recheck.objects.get().gone is None


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(Page(b"pay", 402), id="a wall"),
        pytest.param(Page(b"", 500), id="a broken server"),
        pytest.param(
            Page(
                FERRY[: FERRY.index(b"<p>")]
                + b"<p>Sorry, this page cannot be found. Perhaps you followed an old link, or we have moved it.</p>"
            ),
            id="an error page with status 200",
        ),
        pytest.param(Page(b"<html><body>nothing</body></html>"), id="no article"),
    ],
)
def test_what_is_no_later_state_of_the_article_is_no_version(article: Article, server: WebServer, page: Page) -> None:
    seen = Recheck.objects.get().last_seen
    server.pages["/ferry"] = page
    result = recheck(1.1)
    assert result is not None
    assert result.problem
    stored = Recheck.objects.get()
    assert (stored.last_seen, stored.problem) == (seen, result.problem)
    assert not ArticleVersion.objects.exists()


def test_an_address_that_leads_to_another_article_is_no_edit(article: Article, server: WebServer) -> None:
    server.pages["/ferry"] = Page(b"", 302, {"Location": "/other"})
    server.pages["/other"] = Page(EDITED)
    result = recheck(1.1)
    assert result is not None
    assert result.problem == rechecking.OTHER_PAGE
    assert (ArticleVersion.objects.count(), Article.objects.count()) == (0, 1)


def test_a_site_that_asks_programs_away_is_left_alone(article: Article, server: WebServer) -> None:
    server.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /ferry", media_type="text/plain")
    asked = server.paths.count("/ferry")
    result = recheck(1.1)
    assert result is not None
    assert result.problem == rechecking.ROBOTS_REFUSE
    assert server.paths.count("/ferry") == asked


def test_a_withdrawn_article_is_not_fetched_again(article: Article, server: WebServer) -> None:
    Article.objects.filter(pk=article.pk).update(withdrawn=timezone.now(), withdrawn_because="x")
    asked = server.paths.count("/ferry")
    recheck(1.1)
    assert server.paths.count("/ferry") == asked
    assert Recheck.objects.get().due is None
    article.refresh_from_db()
    with pytest.raises(RecheckError, match="withdrawn"):
        check_now(article)


def test_what_a_killed_worker_held_is_due_again(article: Article) -> None:
    now = timezone.now() + timedelta(hours=1.1)
    assert rechecking._claim(now) is not None
    assert rechecking._claim(now) is None
    assert rechecking._claim(now + rechecking.CLAIM) is not None


def test_the_workers_loop_does_it(article: Article, server: WebServer) -> None:
    server.pages["/ferry"] = Page(EDITED)
    Recheck.objects.update(due=timezone.now() - timedelta(seconds=1))
    sources.follow(stop=Event(), once=True)
    assert ArticleVersion.objects.count() == 1


def test_a_check_on_demand_links_what_it_finds_and_keeps_the_schedule(article: Article, server: WebServer) -> None:
    before = Recheck.objects.get()
    server.pages["/ferry"] = Page(EDITED)
    result = check_now(article)
    assert result.version is not None
    assert Quote.objects.get(version=2).printings.exists()
    after = Recheck.objects.get()
    assert (after.due, after.done) == (before.due, before.done)
    assert check_now(article).is_same


def test_a_file_in_the_place_of_a_fetched_page_is_called_no_edit(article: Article) -> None:
    waiting = incoming.receive_file("ferry.html", EDITED.replace(b"<head>", link(article)), by=None)
    result = incoming.accept(waiting, by=None)
    assert result.version is not None
    assert result.version.kind == "copy"


def link(article: Article) -> bytes:
    return f'<head><link rel="canonical" href="{article.url}">'.encode()
