"""Comparison of two printings: properties of any two texts, and examples of real printings."""

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


def list_changes(a: str, b: str) -> list[tuple[str, str, str]]:
    """Return the changes with their words."""
    return [(change.kind, change.a.extract(a), change.b.extract(b)) for change in compare(a, b).changes]


def sides(pair: tuple[str, str]) -> tuple[tuple[str, SideName], tuple[str, SideName]]:
    """Return both texts with the name of their side."""
    return (pair[0], "a"), (pair[1], "b")


@given(texts)
def test_compare_finds_no_change_in_equal_texts(text: str) -> None:
    assert compare(text, text).changes == ()
    assert compare(text, " " + text).changes == ()


@given(pairs())
@settings(max_examples=400)
def test_changes_are_in_order_without_overlap(pair: tuple[str, str]) -> None:
    for side, text in zip("ab", pair, strict=True):
        spans = [getattr(change, side) for change in compare(*pair).changes]
        ends = [0, *(span.end for span in spans)]
        assert all(end <= span.start for end, span in zip(ends, spans, strict=False))
        assert ends[-1] <= len(text)


@given(pairs())
@settings(max_examples=400)
def test_texts_are_printed_alike_outside_the_changes(pair: tuple[str, str]) -> None:
    comparison = compare(*pair)
    kept = [
        "".join(text for text, change in split_by_changes(given_text, comparison, side) if change is None)
        for given_text, side in sides(pair)
    ]
    assert NOTHING_PRINTED.sub("", kept[0]) == NOTHING_PRINTED.sub("", kept[1])


@given(pairs())
def test_split_by_changes_covers_the_text_and_every_change_once(pair: tuple[str, str]) -> None:
    comparison = compare(*pair)
    for text, side in sides(pair):
        pieces = split_by_changes(text, comparison, side)
        assert "".join(piece for piece, _ in pieces) == text
        assert tuple(change for _, change in pieces if change) == comparison.changes


@given(pairs())
@settings(max_examples=400)
def test_changes_have_words_a_known_kind_and_a_reason(pair: tuple[str, str]) -> None:
    for change in compare(*pair).changes:
        assert len(change.a) or len(change.b)
        assert change.kind in CHANGE_KINDS
        assert 0 <= change.severity <= 5
        assert change.reason


@given(pairs())
@settings(max_examples=400)
def test_compare_is_symmetric(pair: tuple[str, str]) -> None:
    forth, back = compare(*pair), compare(*pair[::-1])
    assert [len(change.a) + len(change.b) for change in forth.changes] == [
        len(change.a) + len(change.b) for change in back.changes
    ]
    assert (forth.mode, round(forth.overlap, 6)) == (back.mode, round(back.overlap, 6))


@given(texts, texts)
def test_shared_spans_have_words_in_both_texts(a: str, b: str) -> None:
    for one, other in compare(a, b).shared_spans:
        assert len(one.extract(a).split()) > 0
        assert len(other.extract(b).split()) > 0


def test_compare_tells_marked_from_silent_cuts() -> None:
    cut = "(life has proved they never went back from their words)"
    assert list_changes(TASS, RUSSIA_INSIDER) == [("deletion.marked", cut, "\u2026\u2026")]
    assert list_changes(TASS, SANA) == [("deletion.silent.parenthetical", cut, "")]
    assert list_changes(RUSSIA_INSIDER, SANA) == [("omission_mark_dropped", "\u2026\u2026", "")]


def test_compare_uses_diff_mode_when_a_long_passage_overlaps() -> None:
    before = "We noted tactical successes when a couple of cities were recaptured in Iraq. "
    after = " Our opinion of the developments is based on what we see after the operation was launched in August."
    shared = "They want the Islamic State to weaken Assad as soon as possible to force him to step down this way"
    assert compare(before + shared, shared + after).mode == "diff"


def test_compare_uses_parallel_mode_for_two_translations() -> None:
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
def test_compare_handles_long_texts(a: str, b: str) -> None:
    """It would be minutes if every word were laid beside every other; how long it does take, `bench_linear` prints."""
    comparison = compare(a, b)
    for change in comparison.changes:
        assert 0 <= change.a.start <= change.a.end <= len(a)
        assert 0 <= change.b.start <= change.b.end <= len(b)
