"""Two printings side by side: what is said of them, in which order, and which two to begin with."""

import pytest

from articles.engine.aliases import STANDARD
from articles.views.pairs import Pair, most_telling, pair_of
from articles.views.printings import rows_of
from tests.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db


def pair(left: str, right: str, *, outlets: tuple[str, str] = ("OffGuardian", "SANA")) -> Pair:
    lineage = make_lineage(make_quote(left, outlet=outlets[0]), make_quote(right, outlet=outlets[1]))
    first, second = rows_of(lineage)
    return pair_of(first, second, STANDARD)


def test_the_gravest_change_comes_first() -> None:
    found = pair(TASS, SANA)
    assert [(remark.number, remark.kind) for remark in found.remarks] == [
        (1, "deletion.silent.parenthetical"),
        (2, "name_swap"),
    ]
    assert found.remarks[0].left == "(life has proved they never went back from their words)"
    assert found.remarks[0].right == ""
    assert (found.remarks[1].left, found.remarks[1].right) == ("Islamic State", "ISIS")


def test_punctuation_is_one_count_and_no_remark() -> None:
    found = pair("pressing the Syrian army,", "pressing the Syrian army.")
    assert found.remarks == ()
    assert found.slight_in_words == "1 difference of punctuation"
    assert [(remark.left, remark.right) for remark in found.slight] == [("army,", "army.")]


def test_other_typesetting_is_counted_with_it() -> None:
    found = pair("pressing it\u2019s army,", "Pressing it's army.")
    assert found.remarks == ()
    assert found.slight_in_words == "3 differences of punctuation or typesetting"


def test_a_cut_that_is_graver_than_others_says_why() -> None:
    dots = TASS.replace("(life has proved they never went back from their words)", "......")
    (remark,) = pair(TASS, dots).remarks
    assert (remark.kind, remark.danger) == ("deletion.marked", 4)
    assert "negation" in remark.graver


def test_the_same_words_are_called_the_same() -> None:
    assert pair(TASS, TASS).same


def test_translations_are_not_taken_apart() -> None:
    found = pair(
        "the strikes were selective, I would say sparing, and in most cases spared those groups",
        "an analysis leads to the thought that blows fell with care upon whoever could not push at an army",
    )
    assert found.parallel
    assert found.remarks == ()
    assert found.slight == ()
    assert found.merged == ()


def test_two_printings_of_one_outlet_are_told_apart() -> None:
    found = pair(TASS, SANA, outlets=("SANA", "SANA"))
    assert (found.left.name, found.right.name) == ("SANA (printing 1)", "SANA (printing 2)")


def test_the_pair_to_begin_with_is_the_one_that_differs_most() -> None:
    lineage = make_lineage(
        make_quote(TASS),
        make_quote(TASS, outlet="RT"),
        make_quote(TASS + ".", outlet="Russia Insider"),
        make_quote(SANA, outlet="SANA"),
    )
    rows = rows_of(lineage)
    found = most_telling(rows, rows[0], STANDARD)
    assert found is rows[3]


def test_where_all_say_the_same_the_next_one_is_shown() -> None:
    rows = rows_of(make_lineage(make_quote(TASS), make_quote(TASS, outlet="RT")))
    assert most_telling(rows, rows[0], STANDARD) is rows[1]


def test_a_printing_alone_has_none_beside_it() -> None:
    rows = rows_of(make_lineage())
    assert most_telling(rows, rows[0], STANDARD) is None
