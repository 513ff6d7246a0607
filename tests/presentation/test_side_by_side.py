"""Side-by-side view: order of changes and marks."""

import pytest

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.presentation.side_by_side import PairView, build_pair_view, find_most_different
from articles.queries.lineage_snapshot import load_printings
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db


def pair(left: str, right: str, *, outlets: tuple[str, str] = ("OffGuardian", "SANA")) -> PairView:
    lineage = make_lineage(make_quote(left, outlet=outlets[0]), make_quote(right, outlet=outlets[1]))
    first, second = load_printings(lineage)
    return build_pair_view(first, second, STANDARD_ALIASES)


def test_changes_begin_with_the_most_severe() -> None:
    found = pair(TASS, SANA)
    assert [(remark.number, remark.kind) for remark in found.changes] == [
        (1, "deletion.silent.parenthetical"),
        (2, "name_swap"),
    ]
    assert found.changes[0].left == "(life has proved they never went back from their words)"
    assert found.changes[0].right == ""
    assert (found.changes[1].left, found.changes[1].right) == ("Islamic State", "ISIS")


def test_segments_mark_a_cut_at_the_word_before() -> None:
    found = pair("spared those armed groups", "spared those groups")
    assert [piece.text for piece in found.right.segments] == ["spared those", "", " ", "groups"]
    assert [piece.text for piece in found.left.segments] == ["spared those ", "armed", " groups"]


def test_punctuation_changes_are_counted_only() -> None:
    found = pair("pressing the Syrian army,", "pressing the Syrian army.")
    assert found.changes == ()
    assert found.typographic_phrase == "1 difference of punctuation"
    assert [(remark.left, remark.right) for remark in found.typographic] == [("army,", "army.")]


def test_typographic_phrase_counts_other_typesetting_too() -> None:
    found = pair("pressing it\u2019s army,", "Pressing it's army.")
    assert found.changes == ()
    assert found.typographic_phrase == "3 differences of punctuation or typesetting"


def test_change_note_gives_the_reason_when_more_severe_than_its_kind() -> None:
    dots = TASS.replace("(life has proved they never went back from their words)", "......")
    (remark,) = pair(TASS, dots).changes
    assert (remark.kind, remark.severity) == ("deletion.marked", 4)
    assert "negation" in remark.severity_reason


def test_pair_is_identical_when_the_words_are_the_same() -> None:
    assert pair(TASS, TASS).is_identical


def test_pair_of_translations_has_no_changes() -> None:
    found = pair(
        "the strikes were selective, I would say sparing, and in most cases spared those groups",
        "an analysis leads to the thought that blows fell with care upon whoever could not push at an army",
    )
    assert found.parallel
    assert found.changes == ()
    assert found.typographic == ()
    assert found.merged == ()


def test_names_have_numbers_when_both_are_from_one_outlet() -> None:
    found = pair(TASS, SANA, outlets=("SANA", "SANA"))
    assert (found.left.name, found.right.name) == ("SANA (version 1)", "SANA (version 2)")


def test_find_most_different_returns_the_most_different_printing() -> None:
    lineage = make_lineage(
        make_quote(TASS),
        make_quote(TASS, outlet="RT"),
        make_quote(TASS + ".", outlet="Russia Insider"),
        make_quote(SANA, outlet="SANA"),
    )
    found = load_printings(lineage)
    assert find_most_different(found, found[0], STANDARD_ALIASES) is found[3]


def test_find_most_different_returns_the_next_when_all_are_the_same() -> None:
    found = load_printings(make_lineage(make_quote(TASS), make_quote(TASS, outlet="RT")))
    assert find_most_different(found, found[0], STANDARD_ALIASES) is found[1]


def test_find_most_different_is_none_for_a_single_printing() -> None:
    found = load_printings(make_lineage())
    assert find_most_different(found, found[0], STANDARD_ALIASES) is None
