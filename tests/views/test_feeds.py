"""Atom feeds."""

from datetime import UTC, datetime

import feedparser
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Lineage, Speaker
from articles.services.search_index import index_quotes
from articles.views import feeds
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db

QUERIES = 3  # whether anything changed; the printings; the names that mean the same


@pytest.fixture
def lavrov() -> Lineage:
    first, second = make_quote(TASS), make_quote(SANA, outlet="SANA")
    index_quotes([first, second])
    return make_lineage(first, second, code="7KQ2M9X4VD")


def read(client: Client, path: str) -> "feedparser.FeedParserDict":
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(response.content)
    assert not found.bozo
    return found


@pytest.mark.parametrize(
    ("path", "title", "entries"),
    [
        ("/feed.atom", "Quote provenance", 2),
        ("/q/7KQ2M9X4VD.atom", "\u201cpledged not to take any action", 2),
        ("/s/sergey-lavrov.atom", "Sergey Lavrov: quotations", 2),
        ("/o/sana.atom", "SANA: quotations", 1),
        ("/search.atom?q=ISIS", "Search: ISIS", 1),
        ("/search.atom", "Search: Quotations", 0),
    ],
)
def test_feeds_are_read_by_a_feed_reader(client: Client, lavrov: Lineage, path: str, title: str, entries: int) -> None:
    found = read(client, path)
    assert found.feed.title.startswith(title)
    assert len(found.entries) == entries
    assert found.feed.links[1].href == f"http://testserver{path}"


def test_feed_entry_says_what_differs(client: Client, lavrov: Lineage) -> None:
    newest, first = read(client, "/q/7KQ2M9X4VD.atom").entries
    assert newest.title.startswith("SANA: Sergey Lavrov, \u201cpledged not to")
    assert "Compared with the earliest version found (OffGuardian): Aside cut silently; Name swapped." in newest.summary
    assert "Published by 2 outlets in total." in newest.summary
    assert "This is the earliest version found." in first.summary
    assert newest.link == f"http://testserver{lavrov.get_absolute_url()}"


def test_feed_entry_counts_kinds_of_change_beyond_the_limit(
    client: Client, lavrov: Lineage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "CHANGES", 1)
    assert "Aside cut silently and 1 more kind." in read(client, "/q/7KQ2M9X4VD.atom").entries[0].summary


def test_feed_entry_keeps_its_id_when_relinked(client: Client, lavrov: Lineage) -> None:
    before = {entry.id for entry in read(client, "/feed.atom").entries}
    quotes = [printing.quote for printing in lavrov.printings.earliest_first()]
    lavrov.delete()
    make_lineage(*quotes)
    assert {entry.id for entry in read(client, "/feed.atom").entries} == before
    assert all(name.startswith("tag:testserver,") for name in before)


def test_site_feed_leaves_out_what_one_outlet_printed(client: Client) -> None:
    make_lineage(make_quote("It is a colossal mistake"))
    assert not read(client, "/feed.atom").entries


def test_feed_replaces_characters_that_xml_forbids(client: Client) -> None:
    make_lineage(make_quote("a \x01strange\x02 <b> & thing", speaker="A & B"), code="7KQ2M9X4VD")
    assert "\ufffdstrange\ufffd" in read(client, "/q/7KQ2M9X4VD.atom").entries[0].summary


def test_speaker_feed_redirects_when_merged(client: Client, lavrov: Lineage) -> None:
    other = Speaker.objects.create_with_slug("S. Lavrov", "s lavrov")
    other.merged_into = Speaker.objects.get(slug="sergey-lavrov")
    other.save()
    assert client.get(f"/s/{other.slug}.atom")["Location"] == "/s/sergey-lavrov.atom"


def test_speaker_feed_answers_404_for_unknown_speakers(client: Client) -> None:
    for path in ("/s/nobody.atom", "/o/nobody.atom", "/q/0000000000.atom", "/search.atom?speaker=nobody"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_feed_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    day = datetime(2015, 11, 18, tzinfo=UTC)
    for n in range(rows):
        make_lineage(
            make_quote(f"{TASS} {n}", outlet=f"Outlet {n}"), make_quote(f"{SANA} {n}", outlet="SANA", published=day)
        )
    with django_assert_num_queries(QUERIES):
        client.get("/feed.atom")
