"""A question that is put together once gives what it gives when it is put together anew."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from articles.models import Quote
from articles.models.db.any_lookup import encode_numbers
from articles.models.db.prepared_query import NUMBERS_PARAMETER, TEXT_PARAMETER, PreparedQuery
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


def test_each_time_the_numbers_that_are_given_are_put_in(quotes: list[Quote]) -> None:
    one, other, third = (quote.pk for quote in quotes)
    assert OF_QUOTES([third, one]) == [(one,), (third,)]
    assert OF_QUOTES({other: "a mapping's keys"}) == [(other,)]
    assert OF_QUOTES([]) == []
    assert OF_QUOTES(range(one, third + 1)) == [(one,), (other,), (third,)]


def test_parameters_of_several_kinds_find_their_places(quotes: list[Quote]) -> None:
    numbers = [quote.pk for quote in quotes]
    assert OF_OUTLET("sana", numbers[1:]) == [(numbers[1],)]
    assert OF_OUTLET("tass", numbers) == []


def test_dates_come_as_dates_on_every_database(quotes: list[Quote]) -> None:
    [row] = DATES([quotes[0].pk])
    assert tuple(row) == (datetime(2015, 11, 17, 9, 30, tzinfo=UTC), "one word")


def test_one_question_is_asked(quotes: list[Quote], django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        OF_QUOTES([quotes[0].pk])


def test_a_mark_that_is_not_given_anything_is_an_error() -> None:
    with pytest.raises(ValueError, match="shorter"):
        OF_OUTLET("sana")


def test_among_is_in(quotes: list[Quote]) -> None:
    numbers = [quotes[0].pk, quotes[2].pk, 10**15, -1]
    assert set(Quote.objects.filter(pk__among=numbers)) == set(Quote.objects.filter(pk__in=numbers))
    assert set(Quote.objects.exclude(pk__among=numbers)) == {quotes[1]}
    articles = [quote.article_id for quote in quotes[:2]]
    assert set(Quote.objects.filter(article__among=articles)) == set(quotes[:2])


@given(st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_numbers_are_written_as_each_database_reads_them(numbers: list[int]) -> None:
    inside = ",".join(map(str, numbers))
    assert encode_numbers(numbers, "sqlite") == f"[{inside}]"
    assert encode_numbers(numbers, "postgresql") == f"{{{inside}}}"
