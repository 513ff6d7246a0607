"""Tests of reading metadata from a page."""

from pathlib import Path

import pytest

from articles.importers.html_body import parse_page

CASE = Path(__file__).parents[1] / "cases" / "html" / "lavrov.html"
BODY = "<p>“No,” he said.</p><p>He spoke about it at some length and was asked about the results more than once.</p>"


def test_read_page_metadata_reads_all_fields() -> None:
    found = parse_page(CASE.read_text(encoding="utf-8"))
    del found["text"], found["line_rules"]
    assert found == {
        "title": "Strikes in Syria were selective, Lavrov says",
        "byline": "Anna Petrova",
        "outlet": "Morning Wire",
        "url": "https://morningwire.example/2015/11/17/strikes-selective",
        "published": "2015-11-17T14:50:00+03:00",
        "precision": "minute",
        "language": "en-GB",
        "archive": None,
        "modified": "2016-02-01T09:00:00+03:00",
        "warnings": [],
    }


@pytest.mark.parametrize(
    ("head", "published", "precision"),
    [
        (
            '<meta property="article:published_time" content="2015-11-17T14:50:31Z">',
            "2015-11-17T14:50:00+00:00",
            "minute",
        ),
        (
            '<meta property="article:published_time" content="2015-11-17 14:50:31 +0300">',
            "2015-11-17T14:50:00+03:00",
            "minute",
        ),
        ('<meta property="article:published_time" content="2015-11-17T00:00:00Z">', "2015-11-17T00:00:00+00:00", "day"),
        ('<meta itemprop="datePublished" content="2015-11-17">', "2015-11-17T00:00:00", "day"),
        ('<meta name="DC.date.issued" content="2015-11-17">', "2015-11-17T00:00:00", "day"),
        (
            '<script type="application/ld+json">{"@type": ["Article"], "datePublished": "2015-11-17T14:50"}</script>',
            "2015-11-17T14:50:00",
            "minute",
        ),
        (
            '<meta name="articleDate" itemprop="datepublished" content="1447775460">',
            "2015-11-17T15:51:00+00:00",
            "minute",
        ),
        (
            '<meta property="article:published_time" content="Tue Nov 17 14:50:31 MSK 2015">',
            "2015-11-17T14:50:00+03:00",
            "minute",
        ),
        (
            '<meta name="date" content="2015-11-17"><meta property="article:published:time" content="20151117T1450Z">',
            "2015-11-17T14:50:00+00:00",
            "minute",
        ),
        ('<meta property="article:modified_time" content="2015-11-19T08:00Z">', "2015-11-19T08:00:00+00:00", "about"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 5}</script>', None, None),
        ('<script type="application/ld+json">{"@type": broken</script>', None, None),
        ('<script type="application/ld+json">' + "[" * 50_000 + "</script>", None, None),
        ("", None, None),
    ],
)
def test_read_page_metadata_reads_dates_from_machine_readable_data(
    head: str, published: str | None, precision: str | None
) -> None:
    found = parse_page(f"<html><head>{head}</head><body><article>{BODY}</article></body></html>")
    assert (found["published"], found["precision"]) == (published, precision)


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ('<html lang="en-GB">', "en-GB"),
        ('<html lang=" ru ">', "ru"),
        ('<html><head><meta property="og:locale" content="sr_RS"></head>', "sr_RS"),
        ('<html lang="">', None),
        ("<html>", None),
    ],
)
def test_read_page_metadata_reads_the_declared_language(html: str, language: str | None) -> None:
    assert parse_page(f"{html}<body><article>{BODY}</article></body></html>")["language"] == language


@pytest.mark.parametrize(
    ("canonical", "og_url", "url", "outlet"),
    [
        (
            "https://courier.example/a",
            "https://www.courier.example/a?x=1",
            "https://courier.example/a",
            "courier.example",
        ),
        ("https://vik-post.example/a", "https://courier.example/a", "https://courier.example/a", "courier.example"),
        ("https://courier.example/a", "", "https://courier.example/a", "courier.example"),
        ("", "https://courier.example/a", "https://courier.example/a", "courier.example"),
        ("https://courier.de/a", "https://www.facebook.com/courier", "https://courier.de/a", "Courier"),
    ],
)
def test_page_that_is_canonical_at_another_site_keeps_its_own_address(
    canonical: str, og_url: str, url: str, outlet: str
) -> None:
    name = '<meta property="og:site_name" content="Courier">' if outlet == "Courier" else ""
    head = f'{name}<link rel="canonical" href="{canonical}"><meta property="og:url" content="{og_url}">'
    found = parse_page(f"<html><head>{head}</head><body><article>{BODY}</article></body></html>")
    assert (found["url"], found["outlet"]) == (url, outlet)


def test_name_with_capitals_goes_before_a_name_for_programs() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "Article", "publisher": {"name": "mirror"}}</script>'
        '<meta property="og:site_name" content="The Mirror"><link rel="canonical" href="https://mirror.example/a">'
    )
    found = parse_page(f"<html><head>{head}</head><body><article>{BODY}</article></body></html>")
    assert found["outlet"] == "The Mirror"
