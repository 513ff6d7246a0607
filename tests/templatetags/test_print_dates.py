"""Tests of the filters for dates of publication."""

from datetime import UTC, datetime

import pytest

from articles.models import Article
from articles.templatetags.print_dates import printed_date, printed_date_text

DAY = datetime(2015, 11, 17, tzinfo=UTC)
NOON = datetime(2018, 11, 24, 12, 45, tzinfo=UTC)


def article(published: datetime | None, precision: str, offset: int | None = None) -> Article:
    return Article(published=published, precision=precision, published_offset=offset)


@pytest.mark.parametrize(
    ("dated", "words", "machine"),
    [
        pytest.param(article(DAY, "day"), "17 November 2015", "2015-11-17", id="day"),
        pytest.param(article(DAY, "month"), "November 2015", "2015-11", id="month"),
        pytest.param(article(DAY, "year"), "2015", "2015", id="year"),
        pytest.param(article(DAY, "about"), "about 17 November 2015", "2015-11-17", id="about"),
        pytest.param(
            article(datetime(2015, 9, 10, 14, 50, tzinfo=UTC), "minute"),
            "10 September 2015, 14:50 (time zone not printed)",
            "2015-09-10T14:50",
            id="minute, no zone",
        ),
        pytest.param(
            article(NOON, "minute", 180),
            "24 November 2018, 15:45 UTC+3",
            "2018-11-24T15:45+03:00",
            id="minute in Moscow",
        ),
        pytest.param(
            article(NOON, "minute", 0),
            "24 November 2018, 12:45 UTC",
            "2018-11-24T12:45+00:00",
            id="minute in Greenwich",
        ),
        pytest.param(
            article(NOON, "minute", 330),
            "24 November 2018, 18:15 UTC+5:30",
            "2018-11-24T18:15+05:30",
            id="minute in Delhi",
        ),
        pytest.param(
            article(NOON, "minute", -210),
            "24 November 2018, 09:15 UTC\N{MINUS SIGN}3:30",
            "2018-11-24T09:15-03:30",
            id="minute in Newfoundland",
        ),
        pytest.param(
            article(datetime(2015, 11, 16, 21, 0, tzinfo=UTC), "day", 180),
            "17 November 2015",
            "2015-11-17",
            id="the day where it was printed, not in Greenwich",
        ),
    ],
)
def test_printed_date_shows_the_known_precision(dated: Article, words: str, machine: str) -> None:
    assert printed_date_text(dated) == words
    assert f'<time datetime="{machine}">' in printed_date(dated)
    assert printed_date(dated).replace(f'<time datetime="{machine}">', "").replace("</time>", "") == words


@pytest.mark.parametrize("dated", [article(None, "unknown"), article(DAY, "unknown")])
def test_printed_date_has_no_time_element_when_unknown(dated: Article) -> None:
    assert printed_date(dated) == printed_date_text(dated) == "date unknown"
