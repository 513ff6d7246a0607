"""Relative dates resolved against the date of the article."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.text.relative_dates import resolve_date

TUESDAY = date(2015, 11, 17)


@pytest.mark.parametrize(
    ("phrase", "published", "day"),
    [
        pytest.param("on Rossiya-1 television on Tuesday", TUESDAY, TUESDAY, id="the article's own day"),
        pytest.param("told journalists on Thursday", date(2015, 9, 12), date(2015, 9, 10), id="two days before"),
        pytest.param("on Wednesday", TUESDAY, date(2015, 11, 11), id="the week before"),
        pytest.param("last Tuesday", TUESDAY, date(2015, 11, 10), id="last, said on the same weekday"),
        pytest.param("on TUES.", TUESDAY, TUESDAY, id="abbreviated, in capitals"),
        pytest.param("at a rally on November 14", TUESDAY, date(2015, 11, 14), id="month and day"),
        pytest.param("on 14 Nov 2015", TUESDAY, date(2015, 11, 14), id="day, month, year"),
        pytest.param("on December 30", date(2016, 1, 2), date(2015, 12, 30), id="last year's, told in January"),
        pytest.param("speaking yesterday", TUESDAY, date(2015, 11, 16), id="yesterday"),
        pytest.param("speaking today in Lisbon", TUESDAY, TUESDAY, id="today"),
    ],
)
def test_resolve_date_returns_the_day_meant(phrase: str, published: date, day: date) -> None:
    assert resolve_date(phrase, published) == day


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("at a press briefing", id="no day"),
        pytest.param("next Tuesday", id="to come"),
        pytest.param("on Monday and Tuesday", id="two days"),
        pytest.param("on February 30", id="no such day"),
        pytest.param("on 14 November 2009", id="years ago: another occasion"),
        pytest.param("with Sunderland in May", id="a name that begins like a weekday, a month without a day"),
        pytest.param("", id="nothing"),
    ],
)
def test_resolve_date_returns_none_when_the_day_is_uncertain(phrase: str) -> None:
    assert resolve_date(phrase, TUESDAY) is None


@given(st.text(max_size=80), st.dates(min_value=date(1900, 1, 10)))
def test_resolve_date_is_never_after_publication(phrase: str, published: date) -> None:
    found = resolve_date(phrase, published)
    assert found is None or timedelta(0) <= published - found <= timedelta(days=366)


@given(st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()), st.dates(date(1900, 1, 10)))
def test_resolve_date_puts_a_weekday_in_the_week_up_to_the_article(name: str, published: date) -> None:
    found = resolve_date(f"on {name}", published)
    assert found is not None
    assert found.strftime("%A") == name
    assert timedelta(0) <= published - found < timedelta(days=7)
