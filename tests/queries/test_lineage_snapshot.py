"""A snapshot numbers printings in order of time, letters them by wording, and links to their very words."""

from datetime import UTC, datetime

import pytest

from articles.models import Article
from articles.queries.lineage_snapshot import (
    add_text_fragment,
    build_wayback_address,
    find_earliest_complete,
    get_wording_letter,
    group_by_wording,
    load_printings,
)
from tests.support.makers import SANA, TASS, make_lineage, make_quote
from tests.support.snapshots import make_snapshot, number_texts


@pytest.mark.django_db
def test_number_printings_ignores_typesetting() -> None:
    lineage = make_lineage(
        make_quote("It's a colossal mistake"),
        make_quote("It\u2019s a  colossal\N{NO-BREAK SPACE}mistake", outlet="SANA"),
        make_quote("It is a colossal mistake", outlet="RT"),
    )
    rows = load_printings(lineage)
    assert [(row.number, row.wording) for row in rows] == [(1, "A"), (2, "A"), (3, "B")]
    assert [group.first.number for group in group_by_wording(rows)] == [1, 3]


@pytest.mark.django_db
def test_load_printings_puts_undated_ones_last() -> None:
    lineage = make_lineage(make_quote(TASS, published=None), make_quote(SANA, outlet="SANA"))
    assert [row.article.outlet_name for row in load_printings(lineage)] == ["SANA", "OffGuardian"]


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_wording_letters_continue_after_z(index: int, letter: str) -> None:
    assert get_wording_letter(index) == letter


def test_group_by_wording_joins_printings_of_the_same_words() -> None:
    found = group_by_wording(number_texts(TASS, SANA, TASS, f"{SANA},"))
    assert [(group.letter, [row.number for row in group.printings]) for group in found] == [
        ("A", [1, 3]),
        ("B", [2, 4]),
    ]
    assert found[0].outlet_names == ("Outlet 1", "Outlet 3")


def test_find_earliest_complete_passes_over_a_mere_part() -> None:
    assert find_earliest_complete(number_texts("spared those groups", TASS, SANA)).number == 2


def test_citation_address_is_the_page_when_there_is_no_revision() -> None:
    assert make_snapshot().citation_address.endswith("/r12")
    assert make_snapshot(has_revision=False).citation_address.endswith(
        "/the-army-life-has-proved-it-spared-those-islamic-state"
    )


@pytest.mark.parametrize(
    ("address", "words", "found"),
    [
        pytest.param("", "any words", "", id="no address"),
        pytest.param(
            "https://sana.sy/?p=1", "the U.S.-led coalition,", "#:~:text=the%20U.S.%2Dled%20coalition", id="few words"
        ),
        pytest.param(
            "https://sana.sy/#top", "a, b & c", "#top:~:text=a%2C%20b%20%26%20c", id="an anchor, commas, ampersands"
        ),
        pytest.param(
            "https://sana.sy/",
            "one two three four five six seven eight nine ten eleven.",
            "#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
            id="a long passage by its ends",
        ),
        pytest.param("https://sana.sy/", "a\u00a0b", "#:~:text=a%C2%A0b", id="spaces as printed"),
        pytest.param(
            "https://sana.sy/#:~:text=other", "a b", "#:~:text=a%20b", id="an address copied with other words"
        ),
    ],
)
def test_text_fragment_leads_to_the_words(address: str, words: str, found: str) -> None:
    assert add_text_fragment(address, words) == address.partition("#")[0] + found


@pytest.mark.parametrize(
    ("precision", "date"),
    [("minute", "20151117"), ("day", "20151117"), ("about", "20151117"), ("month", "201511"), ("year", "2015")],
)
def test_wayback_address_is_near_the_day_as_far_as_it_is_known(precision: str, date: str) -> None:
    article = Article(url="https://sana.sy/?p=1", published=datetime(2015, 11, 17, tzinfo=UTC), precision=precision)
    assert build_wayback_address(article) == f"https://web.archive.org/web/{date}/https://sana.sy/?p=1"
