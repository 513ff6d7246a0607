"""Incoming articles: fetched, pasted or uploaded, corrected, added once or dismissed."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from pytest_django import Settings

from articles.importers import ArticleMetadata
from articles.models import Article, Fetch, IncomingArticle, Outlet, Printing, Quote, Suggestion
from articles.services import fetching, incoming
from articles.services.incoming import IncomingError
from tests.support.web_server import Page, WebServer, serve_pages

pytestmark = pytest.mark.django_db

HEAD = (
    '<html lang="en"><head><title>Brackmere keeps its ferry</title>'
    '<meta property="og:site_name" content="The Sound Courier">'
    '<meta property="article:published_time" content="2026-11-03T18:05:00+01:00"></head><body><article>'
    "<h1>Brackmere keeps its ferry</h1><p>The council of Brackmere voted on Tuesday to keep the old ferry running for "
    "one more winter, after a long evening of argument in the town hall.</p>"
)
QUOTE = "The boat stays where it is, and that is the end of it for this winter"
FERRY = f"{HEAD}<p>“{QUOTE},” mayor Ida Solberg said.</p></article></body></html>".encode()


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """Allow this machine to be fetched from, without a pause."""
    settings.FETCH_LOOPBACK = True
    monkeypatch.setattr(fetching, "HOST_PAUSE", timedelta(0))


@pytest.fixture
def server() -> Iterator[WebServer]:
    """Provide a site with one article."""
    with serve_pages({"/ferry": Page(FERRY)}) as running:
        yield running


@pytest.fixture
def curator() -> User:
    """Provide a curator."""
    return User.objects.create_user("ida")


def read_metadata(seen: incoming.Preview) -> ArticleMetadata:
    return ArticleMetadata(**{name: getattr(seen.draft, name) for name in incoming.CORRECTED})


def test_an_address_becomes_an_article_with_its_evidence(server: WebServer, curator: User) -> None:
    waiting = incoming.receive_address(server.address("/ferry"), by=curator)
    seen = incoming.preview(waiting)
    assert (seen.draft.outlet, seen.draft.title) == ("The Sound Courier", "Brackmere keeps its ferry")
    assert [each.speaker_name for each in seen.extraction.quotations] == ["Ida Solberg"]
    assert not Article.objects.exists()

    result = incoming.accept(waiting, read_metadata(seen), by=curator)
    assert result.is_new
    assert result.article.url == server.address("/ferry")
    assert bytes(result.article.original) == FERRY
    waiting.refresh_from_db()
    assert (waiting.article, bytes(waiting.content)) == (result.article, b"")
    fetch = Fetch.objects.get()
    assert (fetch.article, fetch.status, fetch.size, fetch.by) == (result.article, 200, len(FERRY), curator)
    assert Printing.objects.get().quote == Quote.objects.get()


def test_what_a_curator_corrects_is_stored(server: WebServer, curator: User) -> None:
    waiting = incoming.receive_address(server.address("/ferry"), by=curator)
    said = replace(
        read_metadata(incoming.preview(waiting)),
        outlet="Courier of the Sound",
        title="Ferry stays",
        published=datetime(2026, 11, 2, tzinfo=UTC),
        precision="about",
    )
    article = incoming.accept(waiting, said, by=curator).article
    article.refresh_from_db()
    assert (str(article.outlet), article.title, article.precision) == ("Courier of the Sound", "Ferry stays", "about")
    assert Outlet.objects.count() == 1


def test_an_address_that_is_stored_is_not_fetched_again(server: WebServer, curator: User) -> None:
    waiting = incoming.receive_address(server.address("/ferry"), by=curator)
    article = incoming.accept(waiting, read_metadata(incoming.preview(waiting)), by=curator).article
    with pytest.raises(IncomingError, match="in the collection already") as known:
        incoming.receive_address(server.address("/ferry#top"), by=curator)
    assert known.value.article == article
    assert server.paths == ["/ferry"]


def test_the_same_article_twice_is_one(curator: User, server: WebServer) -> None:
    first, second = (incoming.receive_file("ferry.html", FERRY, by=curator) for _ in range(2))
    article = incoming.accept(first, read_metadata(incoming.preview(first)), by=curator).article
    seen = incoming.preview(second)
    assert seen.known
    assert seen.known.article == article
    assert incoming.accept(second, read_metadata(seen), by=curator).article == article
    assert Article.objects.count() == 1


def test_a_wall_leaves_its_reason_and_nothing_else(server: WebServer) -> None:
    server.pages["/members"] = Page(b"pay", 402)
    with pytest.raises(IncomingError, match=r"asks for payment \(402\); open it in your browser"):
        incoming.receive_address(server.address("/members"), by=None)
    assert "payment" in Fetch.objects.get().problem
    assert not IncomingArticle.objects.exists()


def test_a_silent_server_leaves_its_reason(server: WebServer) -> None:
    server.pages["/silent"] = lambda handler: None
    with pytest.raises(IncomingError, match="No web page could be got"):
        incoming.receive_address(server.address("/silent"), by=None)
    assert Fetch.objects.get().status is None


def test_a_page_without_an_article_is_told_and_can_be_dismissed(server: WebServer, curator: User) -> None:
    server.pages["/front"] = Page(b"<html><body><a href=/a>News</a> <a href=/b>Sport</a></body></html>")
    waiting = incoming.receive_address(server.address("/front"), by=curator)
    with pytest.raises(IncomingError, match="no recognizable article"):
        incoming.preview(waiting)
    incoming.dismiss(waiting)
    waiting.refresh_from_db()
    assert waiting.closed
    assert not waiting.content
    assert not Article.objects.exists()


def test_an_article_that_a_reader_suggested_closes_the_suggestion(server: WebServer, curator: User) -> None:
    suggestion = Suggestion.objects.create(kind=Suggestion.Kind.ARTICLE, url=server.address("/ferry"), text="ferry")
    waiting = incoming.receive_address(suggestion.url, by=curator, suggestion=suggestion)
    incoming.accept(waiting, read_metadata(incoming.preview(waiting)), by=curator)
    suggestion.refresh_from_db()
    assert (suggestion.closed_by, suggestion.answer) == (curator, "The article was added.")


def test_a_pasted_text_is_an_article(curator: User) -> None:
    text = (
        "The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter.\n\n"
        f"“{QUOTE},” mayor Ida Solberg said."
    )
    waiting = incoming.receive_text(text, by=curator)
    said = replace(read_metadata(incoming.preview(waiting)), outlet="Sound Radio", title="Ferry")
    article = incoming.accept(waiting, said, by=curator).article
    assert (article.text, article.url, str(article.outlet)) == (text, "", "Sound Radio")


@pytest.mark.parametrize(("content", "reason"), [(b"", "empty"), (b" \n", "empty"), (bytes(5_000_001), "empty|larger")])
def test_a_file_that_cannot_be_an_article_is_not_kept(content: bytes, reason: str) -> None:
    with pytest.raises(IncomingError, match=reason):
        incoming.receive_file("a.html", content, by=None)
    assert not IncomingArticle.objects.exists()


def test_two_requests_to_one_host_leave_a_pause(
    server: WebServer, monkeypatch: pytest.MonkeyPatch, curator: User
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(fetching, "HOST_PAUSE", timedelta(seconds=60))
    monkeypatch.setattr(time, "sleep", waited.append)
    fetching.fetch_page(server.address("/ferry"))
    fetching.fetch_page(server.address("/other"))
    [pause] = waited
    assert 50 < pause <= 60
