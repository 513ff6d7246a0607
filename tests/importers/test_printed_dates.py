"""Tests of parsing printed dates."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importers.metadata import PRECISIONS
from articles.importers.printed_dates import parse_date

MOSCOW = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("printed", "moment", "precision"),
    [
        ("2015", datetime(2015, 1, 1), "year"),
        ("2015-11", datetime(2015, 11, 1), "month"),
        ("2015-11-17", datetime(2015, 11, 17), "day"),
        ("2015-09-10T14:50", datetime(2015, 9, 10, 14, 50), "minute"),
        ("2015-09-10 14:50", datetime(2015, 9, 10, 14, 50), "minute"),
        ("2018-11-24T15:45+03:00", datetime(2018, 11, 24, 15, 45, tzinfo=MOSCOW), "minute"),
        ("2018-11-24T15:45:59.123+0300", datetime(2018, 11, 24, 15, 45, tzinfo=MOSCOW), "minute"),
        ("2018-11-24T12:45Z", datetime(2018, 11, 24, 12, 45, tzinfo=UTC), "minute"),
        (" 2016-02-29 ", datetime(2016, 2, 29), "day"),
    ],
)
def test_parse_date_returns_moment_and_precision(printed: str, moment: datetime, precision: str) -> None:
    found, how_exactly = parse_date(printed)
    assert (found, found.tzinfo is None, how_exactly) == (moment, moment.tzinfo is None, precision)


@pytest.mark.parametrize("claimed", ["day", "month", "year", "about", "unknown"])
def test_parse_date_accepts_a_coarser_precision(claimed: str) -> None:
    assert parse_date("2015-11-17", claimed) == (datetime(2015, 11, 17), claimed)


@pytest.mark.parametrize(
    ("printed", "claimed", "sentence"),
    [
        ("2015-11-17", "minute", "'2015-11-17' is a day, but the precision is minute"),
        ("2015", "day", "'2015' is a year, but the precision is day"),
        ("2015-11-17", "roughly", "'roughly' is not one of the precisions minute, day, month, year, about, unknown"),
        (
            "17 November 2015",
            None,
            "'17 November 2015' is not a date like 2015, 2015-11, 2015-11-17 or 2015-11-17T14:50+03:00",
        ),
        ("2015-02-29", None, "'2015-02-29' is not a valid date"),
        ("2015-11-17T25:00", None, "'2015-11-17T25:00' is not a valid date"),
        ("1492-10-12", None, "'1492-10-12' is not between 1605 and 2999"),
        ("9999-12-31T23:59-14:00", None, "'9999-12-31T23:59-14:00' is not between 1605 and 2999"),
        ("", None, "'' is not a date like 2015, 2015-11, 2015-11-17 or 2015-11-17T14:50+03:00"),
        ("\u0662\u0660\u0661\u0665", None, "is not a date like"),
    ],
)
def test_parse_date_refuses_what_is_no_date_with_a_sentence(printed: str, claimed: str | None, sentence: str) -> None:
    with pytest.raises(ValueError, match="is ") as refusal:
        parse_date(printed, claimed)
    assert sentence in str(refusal.value)


@given(st.datetimes(min_value=datetime(1605, 1, 1), max_value=datetime(2999, 12, 31)), st.timezones() | st.none())
def test_parse_date_inverts_isoformat_to_the_minute(moment: datetime, zone: object) -> None:
    offset = timezone(timedelta(minutes=moment.second * 14)) if zone else None
    moment = moment.replace(second=0, microsecond=0, tzinfo=offset)
    assert parse_date(moment.isoformat(timespec="minutes")) == (moment, "minute")


@given(st.text(max_size=40), st.sampled_from([*PRECISIONS, None, "x"]))
def test_parse_date_parses_or_raises_value_error(printed: str, claimed: str | None) -> None:
    with suppress(ValueError):
        moment, precision = parse_date(printed, claimed)
        assert 1605 <= moment.year <= 2999
        assert precision in PRECISIONS
