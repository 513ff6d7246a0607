"""A date says no more than is known, a title no more than the first words."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.exports.citation import wikipedia_of
from articles.exports.json_ld import graph
from articles.exports.share_image import card_of
from articles.exports.snapshot import Printed
from tests.support.snapshots import attestation, standing

MOMENT = datetime(2018, 11, 24, 15, 45, tzinfo=timezone(timedelta(hours=3)))


@pytest.mark.parametrize(
    ("printed", "day", "exactly"),
    [
        (Printed(MOMENT, "minute", zoned=True), "2018-11-24", "2018-11-24T15:45+03:00"),
        (Printed(MOMENT, "minute"), "2018-11-24", "2018-11-24T15:45"),
        (Printed(MOMENT, "day"), "2018-11-24", "2018-11-24"),
        (Printed(MOMENT, "about"), "2018-11-24", "2018-11-24"),
        (Printed(MOMENT, "month"), "2018-11", "2018-11"),
        (Printed(MOMENT, "year"), "2018", "2018"),
        (Printed(MOMENT, "unknown"), "", ""),
        (Printed(None, "day"), "", ""),
        (Printed(datetime(899, 1, 2, tzinfo=UTC), "day"), "0899-01-02", "0899-01-02"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(printed: Printed, day: str, exactly: str) -> None:
    assert (printed.day, printed.exactly) == (day, exactly)


def test_a_day_only_nearly_known_is_never_claimed() -> None:
    about, sure = Printed(MOMENT, "about"), Printed(MOMENT, "month")
    assert (about.surely, about.in_words) == ("", "about 2018-11-24")
    assert (sure.surely, sure.in_words) == ("2018-11", "2018-11")
    assert Printed(None, "about").in_words == ""
    nearly = standing(attestation(printed=about, said_on=None), places=(), origins=())
    assert nearly.summary.endswith("OffGuardian, about 2018-11-24.")
    assert card_of(nearly).day == "printed about 2018-11-24"
    assert "datePublished" not in json.dumps(graph(nearly)["@graph"])
    assert "date=" not in wikipedia_of(nearly.first, MOMENT.date()).replace("access-date=", "")


def test_the_summary_counts_and_names_the_first() -> None:
    assert standing().summary == "2 outlets, 3 wordings. Earliest printing seen: OffGuardian, 2015-11-17."
    undated = attestation(printed=Printed(None, "unknown"))
    assert standing(undated, outlets=1).summary == "1 outlet, 1 wording. Earliest printing seen: OffGuardian."
    assert standing(attestation(outlet="")).summary.endswith("outlet not known, 2015-11-17.")


def test_a_page_without_a_revision_is_cited_by_its_own_address() -> None:
    assert standing().cited.endswith("/r12")
    assert standing(pin=None).cited.endswith("/the-army-life-has-proved-it")
