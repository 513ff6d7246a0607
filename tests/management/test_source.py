"""``manage.py source``: follow, list, export and remove feeds."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from pytest_django import Settings

from articles.management.commands.source import read_opml
from articles.models import Source
from articles.services import fetching
from tests.services.test_sources import render_feed
from tests.support.web_server import Page, WebServer, serve_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """Provide a site with two feeds."""
    settings.FETCH_LOOPBACK = True
    monkeypatch.setattr(fetching, "HOST_PAUSE", timedelta(0))
    with serve_pages({"/one": Page(render_feed("/a")), "/two": Page(render_feed("/b"))}) as running:
        yield running


def test_sources_are_added_listed_and_removed(server: WebServer, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("source", "add", server.address("/one"), "--words", "ferry", "--language", "en")
    assert (Source.objects.get().words, Source.objects.get().language) == ("ferry", "en")
    call_command("source", "list")
    assert f"{server.address('/one')}  Courier" in capsys.readouterr().out
    call_command("source", "remove", server.address("/one"))
    assert not Source.objects.exists()
    with pytest.raises(CommandError, match="There is no source with the address"):
        call_command("source", "remove", server.address("/one"))


def test_opml_goes_out_and_comes_in(server: WebServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("source", "add", server.address("/one"), server.address("/two"))
    capsys.readouterr()
    call_command("source", "export")
    file = tmp_path / "feeds.opml"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert read_opml(file) == [server.address("/one"), server.address("/two")]
    Source.objects.all().delete()
    call_command("source", "add", "--opml", str(file))
    assert Source.objects.count() == 2


def test_an_address_without_a_feed_is_named_and_the_others_are_followed(
    server: WebServer, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError, match="1 of 2 could not be followed"):
        call_command("source", "add", server.address("/nowhere"), server.address("/one"))
    assert "(404)" in capsys.readouterr().err
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<opml><body></body></opml>", "lists no feeds"),
        ("no opml", "cannot be read as OPML"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><opml><body>&b;</body></opml>', "lists no feeds"),
    ],
)
def test_a_file_that_is_no_opml_is_refused(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=message):
        call_command("source", "add", "--opml", str(file))


def test_nothing_to_add_is_told() -> None:
    with pytest.raises(CommandError, match="Give an address"):
        call_command("source", "add")
