"""A date says no more than is known, a title no more than the first words."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.exports.citation import render_cite_news
from articles.exports.json_ld import build_graph
from articles.exports.share_image import build_card
from articles.models.printed_date import PrintedDate
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
def test_a_date_is_as_exact_as_it_is_known(printed: PrintedDate, day: str, exactly: str) -> None:
    assert (printed.day, printed.iso) == (day, exactly)


def test_a_day_only_nearly_known_is_never_claimed() -> None:
    about, sure = PrintedDate(MOMENT, "about"), PrintedDate(MOMENT, "month")
    assert (about.certain_day, about.in_words) == ("", "about 2018-11-24")
    assert (sure.certain_day, sure.in_words) == ("2018-11", "2018-11")
    assert PrintedDate(None, "about").in_words == ""
    nearly = make_snapshot(make_printing(published=MOMENT, precision="about", said_on=None), places=(), origins=())
    assert summarize_printings(nearly, 1).endswith("OffGuardian, about 2018-11-24.")
    assert build_card(nearly).day == "printed about 2018-11-24"
    assert "datePublished" not in json.dumps(build_graph(nearly)["@graph"])
    assert "date=" not in render_cite_news(nearly.first, MOMENT.date()).replace("access-date=", "")


def test_the_summary_counts_and_names_the_first() -> None:
    assert (
        summarize_printings(make_snapshot(), 2)
        == "2 outlets, 3 wordings. Earliest printing seen: OffGuardian, 2015-11-17."
    )
    undated = make_snapshot(make_printing(published=None, precision="unknown"))
    assert summarize_printings(undated, 1) == "1 outlet, 1 wording. Earliest printing seen: OffGuardian."
    assert summarize_printings(make_snapshot(make_printing(outlet="")), 1).endswith("outlet not known, 2015-11-17.")


def test_a_page_without_a_revision_is_cited_by_its_own_address() -> None:
    assert make_snapshot().citation_address.endswith("/r12")
    assert make_snapshot(has_revision=False).citation_address.endswith(
        "/the-army-life-has-proved-it-spared-those-islamic-state"
    )
