"""Pages of days."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.views import days
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

LIST_QUERIES = 2  # whether anything changed; the moments
QUERIES = 5  # whether anything changed; the quotes, their printings and lineages; how many articles


def test_day_list_says_when_it_is_empty(client: Client) -> None:
    assert "No article with a date" in client.get("/d/").content.decode()


def test_day_list_counts_by_utc(client: Client) -> None:
    make_article(published=datetime(2015, 11, 17, 1, tzinfo=timezone(timedelta(hours=3))))
    make_article(published=datetime(2015, 11, 16, 1, tzinfo=UTC))
    make_article(published=None)
    page = client.get("/d/").content.decode()
    assert page.count('href="/d/2015-') == 1
    assert 'href="/d/2015-11-16"' in page
    assert "<b>2</b> articles" in page


def test_day_page_shows_the_quotations_of_the_day(client: Client) -> None:
    lineage = make_lineage(
        make_quote(TASS), make_quote(SANA, outlet="SANA", published=datetime(2015, 11, 18, tzinfo=UTC))
    )
    page = client.get("/d/2015-11-17").content.decode()
    assert "Tuesday, 17 November 2015" in page
    assert lineage.get_absolute_url() in page
    assert "OffGuardian" in page
    assert "SANA" not in page


def test_day_page_says_when_nothing_was_printed(client: Client) -> None:
    assert "No quotation was found" in client.get("/d/2015-11-19").content.decode()


@pytest.mark.parametrize(
    "path", ["/d/yesterday", "/d/2015-02-30", "/d/2015-1-1", "/d/9999-12-31", "/d/?after=x", "/d/0000-01-01"]
)
def test_day_page_answers_404_for_what_is_no_day(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_day_list_is_paged(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "DAYS_A_PAGE", 2)
    for number in range(1, 6):
        make_article(published=datetime(2015, 11, number, tzinfo=UTC))
    page = client.get("/d/").content.decode()
    assert 'href="/d/?after=2015-11-04"' in page
    assert "/d/2015-11-03" in client.get("/d/?after=2015-11-04").content.decode()


@pytest.mark.parametrize("read", [1, 2, 3, 4, 7])
def test_day_list_has_every_day_once_and_whole(monkeypatch: pytest.MonkeyPatch, read: int) -> None:
    monkeypatch.setattr(days, "ARTICLES_READ", read)
    for number, count in ((1, 3), (2, 1), (4, 2)):
        for _ in range(count):
            make_article(published=datetime(2015, 11, number, 12, tzinfo=UTC))
    found, before = [], None
    while True:
        some, following = days._load_days(before)
        found += [(each.day.day, each.articles) for each in some]
        if not following:
            break
        before = date.fromisoformat(following)
    assert found == [(4, 2), (2, 1), (1, 3)]


@pytest.mark.parametrize("count", [1, 3])
def test_day_pages_take_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for n in range(count):
        make_lineage(make_quote(f"Quotation number {n}."))
    with django_assert_num_queries(LIST_QUERIES):
        client.get("/d/")
    with django_assert_num_queries(QUERIES):
        client.get("/d/2015-11-17")
