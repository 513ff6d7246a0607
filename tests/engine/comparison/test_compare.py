"""Comparing two printings: what holds for any two texts, and what real printings come out as."""

import re

import pytest
from hypothesis import given, settings

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.compare import SideName, compare, split_by_changes
from articles.engine.text.normalization import COMBINING
from tests.support.engine_printings import pairs, texts

NOTHING_PRINTED = re.compile(rf"[\s{COMBINING}]")

TASS = (
    "pledged not to take any action against the Syrian army (life has proved they never went back from their words), "
    "analysis of the strikes delivered by the United States and its coalition"
)
RUSSIA_INSIDER = TASS.replace(" (life has proved they never went back from their words)", "\u2026\u2026")
SANA = TASS.replace(" (life has proved they never went back from their words)", "")


def found(a: str, b: str) -> list[tuple[str, str, str]]:
    """The changes with their words."""
    return [(change.kind, change.a.extract(a), change.b.extract(b)) for change in compare(a, b).changes]


def sides(pair: tuple[str, str]) -> tuple[tuple[str, SideName], tuple[str, SideName]]:
    """Both texts with the side they are on."""
    return (pair[0], "a"), (pair[1], "b")


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert compare(text, text).changes == ()
    assert compare(text, " " + text).changes == ()


@given(pairs())
@settings(max_examples=400)
def test_changes_lie_in_the_texts_in_order_without_overlap(pair: tuple[str, str]) -> None:
    for side, text in zip("ab", pair, strict=True):
        spans = [getattr(change, side) for change in compare(*pair).changes]
        ends = [0, *(span.end for span in spans)]
        assert all(end <= span.start for end, span in zip(ends, spans, strict=False))
        assert ends[-1] <= len(text)


@given(pairs())
@settings(max_examples=400)
def test_outside_the_changes_the_two_print_the_same_but_for_white_space_and_loose_marks(pair: tuple[str, str]) -> None:
    comparison = compare(*pair)
    kept = [
        "".join(text for text, change in split_by_changes(given_text, comparison, side) if change is None)
        for given_text, side in sides(pair)
    ]
    assert NOTHING_PRINTED.sub("", kept[0]) == NOTHING_PRINTED.sub("", kept[1])


@given(pairs())
def test_the_pieces_of_a_side_join_to_its_text_and_hold_every_change_once(pair: tuple[str, str]) -> None:
    comparison = compare(*pair)
    for text, side in sides(pair):
        pieces = split_by_changes(text, comparison, side)
        assert "".join(piece for piece, _ in pieces) == text
        assert tuple(change for _, change in pieces if change) == comparison.changes


@given(pairs())
@settings(max_examples=400)
def test_every_change_has_something_on_a_side_a_known_kind_and_a_reason(pair: tuple[str, str]) -> None:
    for change in compare(*pair).changes:
        assert len(change.a) or len(change.b)
        assert change.kind in CHANGE_KINDS
        assert 0 <= change.severity <= 5
        assert change.reason


@given(pairs())
@settings(max_examples=400)
def test_looked_at_the_other_way_round_the_same_words_differ(pair: tuple[str, str]) -> None:
    forth, back = compare(*pair), compare(*pair[::-1])
    assert [len(change.a) + len(change.b) for change in forth.changes] == [
        len(change.a) + len(change.b) for change in back.changes
    ]
    assert (forth.mode, round(forth.overlap, 6)) == (back.mode, round(back.overlap, 6))


@given(texts, texts)
def test_stretches_that_translations_share_are_the_same_words_in_both(a: str, b: str) -> None:
    for one, other in compare(a, b).shared_spans:
        assert len(one.extract(a).split()) > 0
        assert len(other.extract(b).split()) > 0


def test_one_parenthesis_is_cut_openly_by_one_outlet_and_silently_by_another() -> None:
    cut = "(life has proved they never went back from their words)"
    assert found(TASS, RUSSIA_INSIDER) == [("deletion.marked", cut, "\u2026\u2026")]
    assert found(TASS, SANA) == [("deletion.silent.parenthetical", cut, "")]
    assert found(RUSSIA_INSIDER, SANA) == [("omission_mark_dropped", "\u2026\u2026", "")]


def test_two_printings_that_overlap_at_length_are_compared_word_by_word() -> None:
    before = "We noted tactical successes when a couple of cities were recaptured in Iraq. "
    after = " Our opinion of the developments is based on what we see after the operation was launched in August."
    shared = "They want the Islamic State to weaken Assad as soon as possible to force him to step down this way"
    assert compare(before + shared, shared + after).mode == "diff"


def test_two_translations_of_one_sentence_are_shown_in_parallel_with_what_they_share() -> None:
    a = "The conference, held under the chairmanship of chief Dominic Gambo Yahaya, brought communities together"
    b = "A meeting led by their ruler Dominic Gambo Yahaya gathered three nations and sought ways of creating peace"
    comparison = compare(a, b)
    assert comparison.mode == "parallel"
    assert [span.extract(a) for span, _ in comparison.shared_spans] == ["Dominic Gambo Yahaya"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("word " * 20_000, "word " * 19_999, id="one word many times"),
        pytest.param("a b " * 10_000, "b a " * 10_000, id="two words in turn"),
        pytest.param("the Islamic State " * 6_000, "ISIS " * 6_000, id="a name swapped everywhere"),
        pytest.param("[a] " * 8_000, "(a) " * 8_000, id="brackets"),
        pytest.param("a" * 100_000, "a" * 99_999 + "b", id="one long word"),
        pytest.param("\u200b" * 50_000, "\u0301" * 50_000, id="nothing but marks"),
        pytest.param(
            " ".join(str(number * 7919 % 5003) for number in range(20_000)),
            " ".join(str(number * 104729 % 4999) for number in range(20_000)),
            id="twenty thousand unlike words",
        ),
    ],
)
def test_long_texts_are_compared_too(a: str, b: str) -> None:
    """It would be minutes if every word were laid beside every other; how long it does take, `bench_linear` prints."""
    comparison = compare(a, b)
    for change in comparison.changes:
        assert 0 <= change.a.start <= change.a.end <= len(a)
        assert 0 <= change.b.start <= change.b.end <= len(b)
