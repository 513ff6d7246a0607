"""``manage.py fetch``, asked of a web server on this machine."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from pytest_django import Settings

from articles.models import Article, Fetch, IncomingArticle
from articles.services import fetching
from tests.services.test_incoming import FERRY
from tests.support.web_server import Page, WebServer, serve_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """Provide a site with one article that may be fetched without a pause."""
    settings.FETCH_LOOPBACK = True
    monkeypatch.setattr(fetching, "HOST_PAUSE", timedelta(0))
    with serve_pages({"/ferry": Page(FERRY)}) as running:
        yield running


def test_an_address_is_stored_once(server: WebServer, capsys: pytest.CaptureFixture[str]) -> None:
    for outcome in ("new", "known"):
        call_command("fetch", server.address("/ferry"), "--json")
        row = json.loads(capsys.readouterr().out)
        assert (row["outcome"], row["outlet"], row["address"]) == (
            outcome,
            "The Sound Courier",
            Article.objects.get().get_absolute_url(),
        )


def test_a_dry_run_stores_only_that_it_fetched(server: WebServer, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("fetch", server.address("/ferry"), "--dry-run")
    assert "Dry run, nothing stored: 1 new with 1 quotations" in capsys.readouterr().out
    assert not Article.objects.exists()
    assert not IncomingArticle.objects.waiting().exists()
    assert Fetch.objects.count() == 1


def test_an_address_without_an_article_is_told_and_the_others_are_stored(
    server: WebServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.pages["/front"] = Page(b"<html><body><a href=/a>News</a></body></html>")
    with pytest.raises(CommandError, match="2 of 3 gave no article"):
        call_command("fetch", server.address("/gone"), server.address("/front"), server.address("/ferry"))
    printed = capsys.readouterr().out
    assert "The site has no page at this address (404)" in printed
    assert "no recognizable article" in printed
    assert Article.objects.count() == 1
    assert not IncomingArticle.objects.waiting().exists()


LISTS = {
    "urls.txt": "# read later\n{url}\n\n{url}\n",
    "ferry.url": "[InternetShortcut]\r\nURL={url}\r\n",
    "zotero.ris": "TY  - NEWS\r\nTI  - Ferry\r\nUR  - {url}\r\nER  - \r\n",
    "zotero.json": '[{{"type": "article-newspaper", "container-title": "X", "URL": "{url}"}}]',
    "table.csv": "title,url\nFerry,{url}\n",
    "gdelt.jsonl": '{{"url": "{url}", "quotes": [{{"pre": "a", "quote": "b", "post": "c"}}]}}\n',
}


@pytest.mark.parametrize("name", LISTS)
def test_the_addresses_of_a_file_are_fetched(
    server: WebServer, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / name).write_text(LISTS[name].format(url=server.address("/ferry")), newline="")
    call_command("fetch", "--file", str(tmp_path / name), "--json")
    assert json.loads(capsys.readouterr().out)["outcome"] == "new"


def test_a_file_without_addresses_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The boat stays where it is.")
    with pytest.raises(CommandError, match=r"a\.txt: it lists no addresses"):
        call_command("fetch", "--file", str(tmp_path / "a.txt"))
