"""Feeds of all kinds are read alike; what is no feed is named, and what is hostile is killed."""

import json
from collections.abc import Iterator
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importers import feed_parser
from articles.importers.feeds import PARSER_MODULE, Feed, FeedError, parse_feed
from articles.importers.sandbox import SandboxProcess

SITE = "https://courier.example/feed"
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>The Sound Courier</title><ttl>30</ttl>
<language>en-gb</language>
<item><title>Ferry stays</title><link>/ferry?a=1&amp;b=2</link><guid isPermaLink="false">tag:7</guid>
<pubDate>Tue, 03 Nov 2026 00:05:00 +0300</pubDate></item>
<item><title>Harbour</title><guid>https://courier.example/harbour</guid><dc:date>2026-11-02T10:00:00Z</dc:date></item>
<item><title>No address at all</title><guid isPermaLink="false">x</guid></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><id>urn:1</id><title>Ferry</title>
<link rel="enclosure" href="https://courier.example/a.mp3"/><link href="https://courier.example/ferry"/>
<published>2026-11-03T18:05:00+01:00</published><updated>2026-11-04T18:05:00+01:00</updated></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Courier",
        "language": "en",
        "items": [{"id": 7, "url": "https://courier.example/ferry", "date_published": "2026-11-03T18:05:00+01:00"}],
    }
)
SITEMAP = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://courier.example/ferry</loc><news:news>
<news:publication><news:name>The Sound Courier</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-11-03T18:05:00+01:00</news:publication_date><news:title>Ferry</news:title></news:news></url>
</urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://courier.example/a.xml
</loc></sitemap><sitemap><loc>https://courier.example/news.xml</loc></sitemap></sitemapindex>"""
MOMENT = datetime.fromisoformat("2026-11-03T18:05:00+01:00")


@pytest.fixture(scope="module")
def parser() -> Iterator[SandboxProcess]:
    """Provide a child process for all tests of this file."""
    with SandboxProcess(PARSER_MODULE, seconds=2) as process:
        yield process


def read(text: str, parser: SandboxProcess) -> Feed:
    return parse_feed(text.encode(), SITE, parser=parser)


def test_rss_gives_items_with_addresses_and_printed_offsets(parser: SandboxProcess) -> None:
    feed = read(RSS, parser)
    assert (feed.kind, feed.title, feed.minutes) == ("feed", "The Sound Courier", 30)
    ferry, harbour = feed.items
    assert (ferry.key, ferry.address, ferry.language) == ("tag:7", "https://courier.example/ferry?a=1&b=2", "en-gb")
    assert ferry.published
    assert ferry.published.isoformat() == "2026-11-03T00:05:00+03:00"
    assert harbour.address == "https://courier.example/harbour"


@pytest.mark.parametrize("text", [ATOM, JSON_FEED, SITEMAP], ids=["atom", "json", "sitemap"])
def test_other_kinds_give_the_same(text: str, parser: SandboxProcess) -> None:
    feed = read(text, parser)
    [item] = feed.items
    assert item.address == "https://courier.example/ferry"
    assert item.published == MOMENT
    assert "Courier" in feed.title


def test_an_index_of_sitemaps_gives_those_of_news_first(parser: SandboxProcess) -> None:
    assert read(INDEX, parser).parts == ("https://courier.example/news.xml", "https://courier.example/a.xml")


@pytest.mark.parametrize(
    "text",
    [RSS.replace("Ferry stays", "Ferry & stays"), RSS.replace("</rss>", ""), "\ufeff" + RSS, "\n\n" + RSS],
    ids=["bare ampersand", "cut off", "byte order mark", "blank lines"],
)
def test_a_feed_with_faults_is_read(text: str, parser: SandboxProcess) -> None:
    assert len(read(text, parser).items) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<html><p>Hello", "it is a page, and names no feed"),
        ("plain words", "names no feed"),
        ("", "no feed"),
        ('{"articles": []}', "no JSON Feed"),
        ("{", "cannot be read"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel>&a;</channel></rss>', "entities of its own"),
    ],
)
def test_what_is_no_feed_is_named(text: str, message: str, parser: SandboxProcess) -> None:
    with pytest.raises(FeedError, match=message):
        read(text, parser)


def test_a_page_names_its_feeds_those_of_comments_last(parser: SandboxProcess) -> None:
    page = """<html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel="alternate" type="application/atom+xml" href="https://courier.example/atom">
    <link rel="alternate" type="application/json" href="/wp-json/a"><link rel=alternate hreflang=de href=/de>"""
    with pytest.raises(FeedError) as found:
        read(page, parser)
    assert found.value.links == ("https://courier.example/atom", "https://courier.example/comments/feed")


def test_a_feed_made_to_choke_a_parser_is_killed_and_the_next_is_read(parser: SandboxProcess) -> None:
    choking = RSS.replace("Ferry stays", "<description>" + "<b>" * 300_000)
    with pytest.raises(FeedError, match="could not be parsed safely"):
        read(choking, parser)
    assert len(read(RSS, parser).items) == 2


@given(st.binary(max_size=300).map(lambda noise: RSS.encode()[:200] + noise) | st.binary(max_size=300))
def test_no_bytes_make_the_parser_fail(body: bytes) -> None:
    found = feed_parser.parse(body, SITE)
    assert "refused" in found or "items" in found
