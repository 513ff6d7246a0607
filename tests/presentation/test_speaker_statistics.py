"""Speaker statistics: timeline, occasions and outlets."""

from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.test import Client

from articles.models import Speaker
from articles.presentation.speaker_statistics import (
    BARS_DRAWN,
    TIMELINE_HEIGHT,
    build_timeline,
    compute_speaker_statistics,
)
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db


def lavrov() -> Speaker:
    return Speaker.objects.get(slug="sergey-lavrov")


def test_timeline_has_months_when_they_are_few() -> None:
    bars = list(build_timeline({date(2015, 11, 1): 4, date(2016, 1, 1): 1}))
    assert [(bar.label, bar.count, bar.height) for bar in bars] == [
        ("November 2015", 4, TIMELINE_HEIGHT),
        ("December 2015", 0, 0),
        ("January 2016", 1, TIMELINE_HEIGHT // 4),
    ]
    assert (bars[1].left, bars[1].width) == ("33.33%", "33.33%")


def test_timeline_has_years_when_months_are_many() -> None:
    bars = list(build_timeline({date(2015, 11, 1): 4, date(2015, 12, 1): 1, date(2019, 1, 1): 1}))
    assert [(bar.label, bar.count) for bar in bars] == [("2015", 5), ("2016", 0), ("2017", 0), ("2018", 0), ("2019", 1)]


def test_timeline_has_the_newest_years_of_centuries() -> None:
    assert len(list(build_timeline({date(1700, 1, 1): 1, date(2015, 1, 1): 9000}))) == BARS_DRAWN
    assert list(build_timeline({})) == []


def test_timeline_bar_of_one_quotation_among_thousands_is_visible() -> None:
    assert min(bar.height for bar in build_timeline({date(2015, 1, 1): 9000, date(2015, 2, 1): 1})) > 0


def test_speaker_statistics_count_printed_quotations() -> None:
    tass = make_quote(TASS, occasion="in an interview with the Vesti.doc programme")
    sana = make_quote(SANA, outlet="SANA", published=datetime(2016, 1, 2, tzinfo=UTC))
    make_lineage(tass, sana)
    make_quote("It is a colossal mistake", outlet="SANA", published=None)
    profile = compute_speaker_statistics(lavrov())
    assert [bar.count for bar in profile.bars] == [1, 0, 1]
    assert profile.undated == 1
    assert [(printer.outlet.name, printer.quote_count) for printer in profile.outlets] == [
        ("SANA", 2),
        ("OffGuardian", 1),
    ]
    assert [(each.words, each.times) for each in profile.occasions] == [
        ("in an interview with the Vesti.doc programme", 1)
    ]


def test_speaker_page_shows_the_statistics(client: Client) -> None:
    make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", published=datetime(2016, 1, 2, tzinfo=UTC)))
    page = unescape(client.get("/s/sergey-lavrov").content.decode())
    assert "Quoted over time" in page
    assert 'href="/s/sergey-lavrov?since=2016-01&until=2016-01">January 2016</a> 1' in page
    assert 'href="/search?speaker=sergey-lavrov&outlet=sana"' in page
