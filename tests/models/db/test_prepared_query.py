"""Tests of prepared queries and of the lookup ``among``."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from articles.models import Quote
from articles.models.db.prepared_query import NUMBERS_PARAMETER, TEXT_PARAMETER, PreparedQuery, encode_numbers
from tests.support.makers import make_quote

pytestmark = pytest.mark.django_db

OF_QUOTES = PreparedQuery(
    lambda pks: Quote.objects.filter(pk__among=pks).order_by("pk").values_list("pk"), NUMBERS_PARAMETER
)
DATES = PreparedQuery(
    lambda pks: Quote.objects.filter(pk__among=pks).order_by("pk").values_list("article__published", "text"),
    NUMBERS_PARAMETER,
)
OF_OUTLET = PreparedQuery(
    lambda slug, pks: Quote.objects.filter(article__outlet__slug=slug, pk__among=pks).values_list("pk"),
    *(TEXT_PARAMETER, NUMBERS_PARAMETER),
)


@pytest.fixture
def quotes() -> list[Quote]:
    return [
        make_quote(text, outlet=outlet, published=datetime(2015, 11, 17, 9, 30, tzinfo=UTC))
        for text, outlet in (("one word", "SANA"), ("another word", "SANA"), ("a third", "RT"))
    ]


def test_prepared_query_uses_the_numbers_of_each_call(quotes: list[Quote]) -> None:
    one, other, third = (quote.pk for quote in quotes)
    assert OF_QUOTES([third, one]) == [(one,), (third,)]
    assert OF_QUOTES({other: "a mapping's keys"}) == [(other,)]
    assert OF_QUOTES([]) == []
    assert OF_QUOTES(range(one, third + 1)) == [(one,), (other,), (third,)]


def test_prepared_query_fills_in_several_kinds_of_parameters(quotes: list[Quote]) -> None:
    numbers = [quote.pk for quote in quotes]
    assert OF_OUTLET("sana", numbers[1:]) == [(numbers[1],)]
    assert OF_OUTLET("tass", numbers) == []


def test_prepared_query_converts_dates_on_every_database(quotes: list[Quote]) -> None:
    [row] = DATES([quotes[0].pk])
    assert tuple(row) == (datetime(2015, 11, 17, 9, 30, tzinfo=UTC), "one word")


def test_prepared_query_runs_one_query(quotes: list[Quote], django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        OF_QUOTES([quotes[0].pk])


def test_prepared_query_raises_when_an_argument_is_missing() -> None:
    with pytest.raises(ValueError, match="shorter"):
        OF_OUTLET("sana")


def test_among_lookup_equals_in_lookup(quotes: list[Quote]) -> None:
    numbers = [quotes[0].pk, quotes[2].pk, 10**15, -1]
    assert set(Quote.objects.filter(pk__among=numbers)) == set(Quote.objects.filter(pk__in=numbers))
    assert set(Quote.objects.exclude(pk__among=numbers)) == {quotes[1]}
    articles = [quote.article_id for quote in quotes[:2]]
    assert set(Quote.objects.filter(article__among=articles)) == set(quotes[:2])


@given(st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_encode_numbers_writes_what_each_database_parses(numbers: list[int]) -> None:
    inside = ",".join(map(str, numbers))
    assert encode_numbers(numbers, "sqlite") == f"[{inside}]"
    assert encode_numbers(numbers, "postgresql") == f"{{{inside}}}"
