"""Printings are numbered in time and lettered by wording."""

from datetime import UTC, datetime

import pytest

from articles.models import Article
from articles.presentation.printings import NameList, collect_names
from articles.queries.lineage_snapshot import (
    find_earliest_complete,
    get_wording_letter,
    group_by_wording,
    load_printings,
    pick_first_per_wording,
)
from articles.queries.printing_links import add_text_fragment, build_wayback_address
from tests.support.makers import SANA, TASS, make_lineage, make_quote
from tests.support.snapshots import number_texts


@pytest.mark.django_db
def test_typesetting_makes_no_new_wording() -> None:
    lineage = make_lineage(
        make_quote("It's a colossal mistake"),
        make_quote("It\u2019s a  colossal\N{NO-BREAK SPACE}mistake", outlet="SANA"),
        make_quote("It is a colossal mistake", outlet="RT"),
    )
    rows = load_printings(lineage)
    assert [(row.number, row.wording) for row in rows] == [(1, "A"), (2, "A"), (3, "B")]
    assert [row.number for row in pick_first_per_wording(rows)] == [1, 3]


@pytest.mark.django_db
def test_undated_printings_stand_at_the_end() -> None:
    lineage = make_lineage(make_quote(TASS, published=None), make_quote(SANA, outlet="SANA"))
    assert [row.article.outlet_name for row in load_printings(lineage)] == ["SANA", "OffGuardian"]


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_letters_go_on_after_z(index: int, letter: str) -> None:
    assert get_wording_letter(index) == letter


def test_printings_are_grouped_by_wording() -> None:
    found = group_by_wording(number_texts(TASS, SANA, TASS, f"{SANA},"))
    assert [(group.letter, [row.number for row in group.printings]) for group in found] == [
        ("A", [1, 3]),
        ("B", [2, 4]),
    ]
    assert found[0].outlet_names == ("Outlet 1", "Outlet 3")


def test_many_names_become_a_number() -> None:
    assert collect_names(f"Outlet {n % 6}" for n in range(9)) == NameList(("Outlet 0", "Outlet 1", "Outlet 2"), more=3)
    assert collect_names(["SANA", "SANA"]) == NameList(("SANA",))


def test_a_mere_part_is_not_the_earliest_complete_printing() -> None:
    assert find_earliest_complete(number_texts("spared those groups", TASS, SANA)).number == 2


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
def test_the_outlets_page_opens_at_the_words(address: str, words: str, found: str) -> None:
    assert add_text_fragment(address, words) == address.partition("#")[0] + found


@pytest.mark.parametrize(
    ("precision", "date"),
    [("minute", "20151117"), ("day", "20151117"), ("about", "20151117"), ("month", "201511"), ("year", "2015")],
)
def test_an_archive_is_searched_near_the_day_as_far_as_it_is_known(precision: str, date: str) -> None:
    article = Article(url="https://sana.sy/?p=1", published=datetime(2015, 11, 17, tzinfo=UTC), precision=precision)
    assert build_wayback_address(article) == f"https://web.archive.org/web/{date}/https://sana.sy/?p=1"
