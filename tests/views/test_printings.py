"""Printings are numbered in time and lettered by wording."""

import pytest

from articles.views.printings import letter_of, one_a_wording, rows_of
from tests.makers import SANA, TASS, make_lineage, make_quote


@pytest.mark.django_db
def test_typesetting_makes_no_new_wording() -> None:
    lineage = make_lineage(
        make_quote("It's a colossal mistake"),
        make_quote("It\u2019s a  colossal\N{NO-BREAK SPACE}mistake", outlet="SANA"),
        make_quote("It is a colossal mistake", outlet="RT"),
    )
    rows = rows_of(lineage)
    assert [(row.number, row.wording) for row in rows] == [(1, "A"), (2, "A"), (3, "B")]
    assert [row.number for row in one_a_wording(rows)] == [1, 3]


@pytest.mark.django_db
def test_undated_printings_stand_at_the_end() -> None:
    lineage = make_lineage(make_quote(TASS, published=None), make_quote(SANA, outlet="SANA"))
    assert [row.article.outlet_name for row in rows_of(lineage)] == ["SANA", "OffGuardian"]


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_letters_go_on_after_z(index: int, letter: str) -> None:
    assert letter_of(index) == letter
