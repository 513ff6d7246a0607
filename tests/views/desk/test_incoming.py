"""Add an article at the desk: form, preview, corrections, adding."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from articles.models import Article, IncomingArticle, Source, Suggestion
from articles.services import fetching
from tests.services.test_incoming import FERRY, QUOTE
from tests.services.test_sources import render_feed
from tests.support.cards import REVIEW
from tests.support.web_server import Page, WebServer, serve_pages

pytestmark = pytest.mark.django_db

ADD = f"{REVIEW}new/"


@pytest.fixture
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """Provide a site with one article that may be fetched without a pause."""
    settings.FETCH_LOOPBACK = True
    monkeypatch.setattr(fetching, "HOST_PAUSE", timedelta(0))
    with serve_pages({"/ferry": Page(FERRY)}) as running:
        yield running


def read_form(page: str) -> dict[str, str]:
    fields = re.findall(r'<input type="(?:text|url)" name="(\w+)"(?: value="([^"]*)")?', page)
    return {name: value.replace("&amp;", "&") for name, value in fields}


def test_an_address_is_previewed_corrected_and_taken_in(desk: Client, server: WebServer) -> None:
    preview = desk.post(ADD, {"address": server.address("/ferry")}, follow=True)
    page = preview.content.decode()
    assert "Brackmere keeps its ferry" in page
    assert QUOTE in page
    assert "Ida Solberg" in page
    sent = read_form(page)
    assert (sent["outlet"], sent["published"]) == ("The Sound Courier", "2026-11-03T18:05+01:00")
    taken = desk.post(preview.request["PATH_INFO"], sent | {"title": "Ferry stays"}, follow=True)
    article = Article.objects.get()
    assert taken.request["PATH_INFO"] == article.get_absolute_url()
    assert (article.title, article.precision, article.published_offset) == ("Ferry stays", "minute", 60)
    again = desk.get(preview.request["PATH_INFO"]).content.decode()
    assert "This article was added" in again


def test_a_text_and_a_file_take_the_same_way(desk: Client) -> None:
    lead = "The council of Brackmere voted on Tuesday to keep the ferry for one more winter."
    text = f"{lead}\n\n“{QUOTE},” Ida Solberg said."
    assert QUOTE in desk.post(ADD, {"text": text}, follow=True).content.decode()
    file = SimpleUploadedFile("ferry.html", FERRY)
    assert QUOTE in desk.post(ADD, {"file": file}, follow=True).content.decode()
    assert IncomingArticle.objects.waiting().count() == 2
    assert desk.get(ADD).content.decode().count("ferry.html") == 1


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({}, "one of the three"),
        ({"address": "https://a.example/", "text": "x"}, "one of the three"),
        ({"address": "ftp://a.example/"}, "not the address of a public web page"),
        ({"address": "http://10.0.0.1/"}, "not the address of a public web page"),
        ({"text": " \n "}, "one of the three"),
    ],
)
def test_what_cannot_be_brought_in_is_told_in_the_form(desk: Client, sent: dict[str, str], message: str) -> None:
    answer = desk.post(ADD, sent)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not IncomingArticle.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"published": "3 November"}, "is not a date like"),
        ({"language": "English"}, "not the code of a language"),
        ({"url": "javascript:alert(1)"}, "Enter a valid URL"),
        ({"outlet": "x" * 201}, "at most 200 characters"),
    ],
)
def test_a_wrong_correction_stores_nothing(
    desk: Client, server: WebServer, wrong: dict[str, str], message: str
) -> None:
    preview = desk.post(ADD, {"address": server.address("/ferry")}, follow=True)
    sent = read_form(preview.content.decode()) | wrong
    answer = desk.post(preview.request["PATH_INFO"], sent)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not Article.objects.exists()


def test_an_incoming_article_is_dismissed(desk: Client) -> None:
    desk.post(ADD, {"file": SimpleUploadedFile("ferry.html", FERRY)})
    waiting = IncomingArticle.objects.get()
    page = desk.post(f"{ADD}{waiting.pk}/dismiss/", follow=True).content.decode()
    assert "The page was dismissed" in page
    assert "This page was dismissed" in desk.get(f"{ADD}{waiting.pk}/").content.decode()
    assert desk.post(f"{ADD}{waiting.pk}/dismiss/").status_code == 404


def test_a_known_article_is_told_before_it_is_taken_in(desk: Client, server: WebServer) -> None:
    for _ in range(2):
        desk.post(ADD, {"file": SimpleUploadedFile("ferry.html", FERRY)})
    second, first = IncomingArticle.objects.all()
    desk.post(f"{ADD}{first.pk}/", read_form(desk.get(f"{ADD}{first.pk}/").content.decode()))
    page = desk.get(f"{ADD}{second.pk}/").content.decode()
    assert "This is an article of the collection" in page


def test_a_suggested_article_is_brought_in_from_its_lane(desk: Client, server: WebServer) -> None:
    suggestion = Suggestion.objects.create(kind="article", url=server.address("/ferry"), text="the ferry")
    lane = desk.get(f"{REVIEW}?lane=suggestions").content.decode()
    link = re.search(r'href="([^"]*new/\?suggestion=[^"]*)"', lane)
    assert link
    form = desk.get(link[1].replace("&amp;", "&")).content.decode()
    assert server.address("/ferry") in form
    desk.post(ADD, {"address": suggestion.url, "suggestion": suggestion.pk})
    assert IncomingArticle.objects.get().suggestion == suggestion


def test_only_curators_add_by_address(client: Client) -> None:
    client.force_login(User.objects.create_user("reader", is_staff=True))
    assert client.get(ADD).status_code == 403


def test_a_feed_is_followed_from_the_desk(desk: Client, server: WebServer) -> None:
    server.pages["/feed"] = Page(render_feed("/ferry"))
    shown = desk.post(f"{ADD}source/", {"feed": server.address("/feed"), "words": "ferry"}, follow=True)
    source = Source.objects.get()
    assert (source.words, str(source.by)) == ("ferry", "curator")
    assert "is followed" in shown.content.decode()
    assert server.address("/feed") in shown.content.decode()


@pytest.mark.parametrize(("path", "message"), [("/ferry", "There is no feed to follow"), ("", "Give the address")])
def test_an_address_without_a_feed_is_told_at_the_desk(
    desk: Client, server: WebServer, path: str, message: str
) -> None:
    sent = {"feed": server.address(path) if path else ""}
    assert message in desk.post(f"{ADD}source/", sent, follow=True).content.decode()
    assert not Source.objects.exists()
