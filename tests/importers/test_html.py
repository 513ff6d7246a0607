"""Tests of the HTML importer."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from articles.importers.draft import UnreadableError
from articles.importers.html import PARSER_MODULE, looks_like_html, read_html
from articles.importers.metadata import EMPTY_METADATA, ArticleMetadata
from articles.importers.sandbox import SandboxProcess

CASES = Path(__file__).parents[1] / "cases" / "html"
FILLER = "<p>He spoke about it at some length and was asked about the results of the campaign more than once.</p>"


@pytest.fixture(scope="module")
def parser() -> Iterator[SandboxProcess]:
    with SandboxProcess(PARSER_MODULE) as child:
        yield child


def test_read_html_returns_article_and_metadata(parser: SandboxProcess) -> None:
    original = (CASES / "lavrov.html").read_bytes()
    found = read_html("lavrov.html", original.decode(), original, EMPTY_METADATA, parser=parser)
    assert found.text.startswith("The minister spoke about the air campaign")
    assert found.original == original
    assert (found.media_type, found.body_known) == ("text/html", True)
    assert found.outlet == "Morning Wire"
    assert found.url == "https://morningwire.example/2015/11/17/strikes-selective"
    assert found.title == "Strikes in Syria were selective, Lavrov says"
    assert (found.byline, found.language, found.credit) == ("Anna Petrova", "en-GB", None)
    assert found.published == datetime(2015, 11, 17, 14, 50, tzinfo=timezone(timedelta(hours=3)))
    assert found.precision == "minute"


def test_read_html_prefers_known_metadata_to_the_page(parser: SandboxProcess) -> None:
    original = (CASES / "lavrov.html").read_bytes()
    known = ArticleMetadata(outlet="The Wire", published=datetime(2015, 11, 1), precision="month", credit="TASS")
    found = read_html("lavrov.html", original.decode(), original, known, parser=parser)
    assert (found.outlet, found.published, found.precision) == ("The Wire", datetime(2015, 11, 1), "month")
    assert (found.credit, found.byline) == ("TASS", "Anna Petrova")


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ('<link rel="canonical" href="javascript:alert(1)">', "url"),
        ('<link rel="canonical" href="/relative">', "url"),
        (f'<meta property="og:title" content="{"x" * 2000}">', "title"),
        (f'<meta property="og:site_name" content="{"x" * 201}">', "outlet"),
    ],
)
def test_read_html_drops_values_that_cannot_be_true(parser: SandboxProcess, head: str, field: str) -> None:
    page = f"<html lang='not a language'><head>{head}</head><body><p>“No,” he said.</p>{FILLER}</body></html>"
    found = read_html("a.html", page, page.encode(), EMPTY_METADATA, parser=parser)
    assert (getattr(found, field), found.language) == (None, None)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><body></body></html>", "the page has no recognizable article; save the article as plain text"),
        (
            "<html><body><p>12 / 34</p></body></html>",
            "the page has no recognizable article; save the article as plain text",
        ),
        (
            "<html><body>" + "<div>" * 5000 + FILLER,
            "its elements are nested too deeply; save the article as plain text",
        ),
    ],
    ids=["empty", "no word", "too deep"],
)
def test_read_html_refuses_a_page_without_an_article(parser: SandboxProcess, page: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_html("a.html", page, page.encode(), EMPTY_METADATA, parser=parser)
    assert (refusal.value.source, refusal.value.reason) == ("a.html", reason)


def test_read_html_refuses_a_page_that_chokes_the_parser() -> None:
    page = "<html><body>" + "<p>word " * 200_000
    with SandboxProcess(PARSER_MODULE, seconds=1) as parser, pytest.raises(UnreadableError) as refusal:
        read_html("a.html", page, page.encode(), EMPTY_METADATA, parser=parser)
    assert refusal.value.reason == (
        "the page could not be parsed safely (it took longer than 1 seconds); save the article as plain text"
    )


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n <HTML lang=en>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html>', True),
        ("<!-- saved from url=(0014)about:internet -->\n<html>", True),
        ("He wrote <html> at the top.", False),
        ("<p>a fragment</p>", False),
        ("<htmlish>", False),
    ],
)
def test_looks_like_html_goes_by_the_beginning(text: str, is_page: bool) -> None:
    assert looks_like_html(text) is is_page
