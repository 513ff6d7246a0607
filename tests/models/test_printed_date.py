"""A printed date says no more than is known."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.exports.citation import render_cite_news
from articles.exports.json_ld import build_graph
from articles.exports.share_image import build_card
from articles.models.article import PrintedDate
from articles.presentation.page_metadata import summarize_printings
from tests.support.snapshots import make_printing, make_snapshot

MOMENT = datetime(2018, 11, 24, 15, 45, tzinfo=timezone(timedelta(hours=3)))


@pytest.mark.parametrize(
    ("printed", "day", "exactly"),
    [
        (PrintedDate(MOMENT, "minute", has_zone=True), "2018-11-24", "2018-11-24T15:45+03:00"),
        (PrintedDate(MOMENT, "minute"), "2018-11-24", "2018-11-24T15:45"),
        (PrintedDate(MOMENT, "day"), "2018-11-24", "2018-11-24"),
        (PrintedDate(MOMENT, "about"), "2018-11-24", "2018-11-24"),
        (PrintedDate(MOMENT, "month"), "2018-11", "2018-11"),
        (PrintedDate(MOMENT, "year"), "2018", "2018"),
        (PrintedDate(MOMENT, "unknown"), "", ""),
        (PrintedDate(None, "day"), "", ""),
        (PrintedDate(datetime(899, 1, 2, tzinfo=UTC), "day"), "0899-01-02", "0899-01-02"),
    ],
)
def test_printed_date_is_as_exact_as_it_is_known(printed: PrintedDate, day: str, exactly: str) -> None:
    assert (printed.day, printed.iso) == (day, exactly)


def test_printed_date_claims_no_certain_day_when_only_approximate() -> None:
    about, sure = PrintedDate(MOMENT, "about"), PrintedDate(MOMENT, "month")
    assert (about.certain_day, about.in_words) == ("", "about 24 November 2018")
    assert (sure.certain_day, sure.in_words) == ("2018-11", "November 2018")
    assert PrintedDate(None, "about").in_words == ""
    nearly = make_snapshot(make_printing(published=MOMENT, precision="about", said_on=None), places=(), origins=())
    assert summarize_printings(nearly, 1).endswith("OffGuardian, about 24 November 2018.")
    assert build_card(nearly).day == "published about 24 November 2018"
    assert "datePublished" not in json.dumps(build_graph(nearly)["@graph"])
    assert "date=" not in render_cite_news(nearly.first, MOMENT.date()).replace("access-date=", "")
