"""Token alignment: equal words outside the blocks, few long gaps rather than many short ones."""

import pytest
from hypothesis import given

from articles.engine.comparison.alignment import align, align_globally, score_substitution
from articles.engine.text.tokenization import tokenize_columns
from tests.support.engine_printings import pairs


def blocks(a: str, b: str) -> list[tuple[str, str]]:
    one, other = tokenize_columns(a), tokenize_columns(b)
    return [
        (" ".join(one.token_texts[w:x]), " ".join(other.token_texts[y:z]))
        for w, x, y, z in align(one, other)
    ]  # fmt: skip


@given(pairs())
def test_align_leaves_equal_keys_between_blocks(pair: tuple[str, str]) -> None:
    a, b = tokenize_columns(pair[0]), tokenize_columns(pair[1])
    i = j = 0
    for block in align(a, b):
        assert block.a_start < block.a_end or block.b_start < block.b_end
        assert a.keys[i : block.a_start] == b.keys[j : block.b_start]
        i, j = block.a_end, block.b_end
    assert a.keys[i:] == b.keys[j:]


def test_align_ignores_stray_stop_words_in_a_retelling() -> None:
    tass = (
        "They want the Islamic State to weaken Assad as soon as possible to force him to step down this or that way "
        "but they don\u2019t want to see Islamic State strong enough to take power."
    )
    sana = (
        "the coalition wants ISIS\u2019 assistance to weaken the Syrian government, but at the same time it does not "
        "want to see ISISI strong enough to take power."
    )
    assert blocks(tass, sana)[2:] == [
        ("Assad as soon as possible to force him to step down this or that way", "the Syrian government ,"),
        ("they don\u2019t", "at the same time it does not"),
        ("Islamic State", "ISISI"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("want", "wants", 1.0),
        ("declared", "declaration", 1.0),
        ("don't", "not", 1.0),
        ("has", "had", 0.5),
        ("5", "50", 0.5),
    ],
)
def test_score_substitution_is_positive_for_forms_of_a_word(one: str, other: str, least: float) -> None:
    assert least < score_substitution(one, other) < score_substitution(one, one)


@pytest.mark.parametrize(("one", "other"), [("they", "the"), ("army", "the"), ("coalition", "government")])
def test_score_substitution_is_negative_for_other_words(one: str, other: str) -> None:
    assert score_substitution(one, other) < 0


def test_align_globally_never_pairs_a_mark_with_a_word() -> None:
    assert align_globally(["way"], [","], score_substitution) == [(0, None), (None, 0)] or align_globally(
        ["way"], [","], score_substitution
    ) == [(None, 0), (0, None)]


def test_align_globally_prefers_one_long_gap() -> None:
    columns = align_globally("a x b x c".split(), "a x c".split(), score_substitution)
    assert columns in (
        [(0, 0), (1, 1), (2, None), (3, None), (4, 2)],
        [(0, 0), (1, None), (2, None), (3, 1), (4, 2)],
    )
