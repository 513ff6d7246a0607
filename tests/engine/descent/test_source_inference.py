"""Source inference: dates bind, lost words stay lost, named sources are right."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.descent.source_inference import VariantReading, Witness, count_edits, infer_sources, select_sources
from benchmarks.bench_descent import Calibration, Tally, ask, ask_words, hide, simulate, written

CUT, SWAP, OWN = (VariantReading((name,), 0.0005, 0.002) for name in ("cut", "swap", "own"))


def witness(*traits: VariantReading, day: float = 1, printings: int = 1) -> Witness:
    return Witness(frozenset(traits), day, day, printings)


def test_infer_sources_follows_a_shared_rare_reading() -> None:
    shares = infer_sources([witness(day=1), witness(CUT, SWAP, day=2), witness(CUT, SWAP, OWN, day=3)])
    assert [select_sources(each) for each in shares] == [("first", []), ("one", [0]), ("one", [1])]


def test_infer_sources_puts_the_text_with_missing_words_later() -> None:
    gone = VariantReading(("gone",), 0.0005, 0.00002)
    assert select_sources(infer_sources([witness(gone), witness()])[0]) == ("one", [1])
    assert select_sources(infer_sources([witness(gone), witness()])[1]) == ("first", [])


def test_select_sources_names_both_equal_candidates() -> None:
    shares = infer_sources([witness(day=0), witness(CUT, day=1), witness(SWAP, day=1), witness(CUT, SWAP, day=2)])
    certainty, named = select_sources(shares[3])
    assert (certainty, sorted(named)) == ("several", [1, 2])


def test_select_sources_is_unknown_when_too_many_fit() -> None:
    traits = [VariantReading((name,), 0.0005, 0.5) for name in range(9)]
    shares = infer_sources([*(witness(trait, day=1) for trait in traits), witness(day=2)])
    assert select_sources(shares[-1])[0] == "unknown"


def test_infer_sources_keeps_known_sources() -> None:
    texts = [witness(day=1), witness(CUT, day=2), witness(CUT, OWN, day=3)]
    assert select_sources(infer_sources(texts, {2: 0})[2]) == ("one", [0])
    assert select_sources(infer_sources(texts, {1: None})[1]) == ("first", [])


def test_infer_sources_prefers_articles_with_shared_quotations() -> None:
    one = Witness(frozenset({CUT}), 1, 1, quotations=frozenset({7, 8}))
    other = Witness(frozenset({SWAP}), 1, 1)
    child = Witness(frozenset({CUT, SWAP}), 2, 2, quotations=frozenset({7, 8}))
    shares = infer_sources([witness(day=0), one, other, child])[3]
    assert shares[1] > 5 * shares[2]


def test_count_edits_counts_adjacent_cuts_once() -> None:
    words = [VariantReading(("gone", at), 0.001, 0.001, companion=("gone", at - 1)) for at in (3, 4, 5, 9)]
    assert count_edits(frozenset(words)) == 2


TRAITS = st.frozensets(st.sampled_from([CUT, SWAP, OWN]))
TIMES = st.sampled_from([-math.inf, 0, 1, 2, math.inf])


TEXTS = st.builds(Witness, TRAITS, TIMES, TIMES).filter(lambda each: each.earliest <= each.latest)


@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_infer_sources_returns_shares_of_earlier_texts(texts: list[Witness]) -> None:
    for at, shares in enumerate(infer_sources(texts)):
        assert all(0 <= share <= 1 + 1e-9 for share in shares.values())
        assert sum(shares.values()) <= 1 + 1e-6
        assert all(source != at and texts[source].earliest <= texts[at].latest for source in shares)
        certainty, named = select_sources(shares)
        assert (certainty == "one") == (len(named) == 1 and certainty != "unknown")


@pytest.mark.parametrize("rate", [0.5, 2.0])
@pytest.mark.parametrize("day_only", [False, True])
def test_select_sources_is_right_on_simulated_copies(rate: float, day_only: bool) -> None:
    dice, by_printing, by_text = random.Random(11), Tally(), Tally()
    for _ in range(25):
        copies = simulate(dice, rate, 0.4)
        hide(copies, dice, 0.15)
        ask(copies, day_only, by_printing, by_text, Calibration())
    assert by_text.one_right >= 0.95 * by_text.one
    assert by_text.held >= 0.95 * by_text.sets
    assert by_printing.held >= 0.95 * by_printing.sets
    assert by_text.one >= 0.6 * by_text.asked


@pytest.mark.parametrize("rate", [0.5, 4.0])
def test_select_sources_is_right_on_simulated_texts(rate: float) -> None:
    dice, tally = random.Random(23), Tally()
    for _ in range(25):
        ask_words(written(dice, rate), tally, Calibration())
    assert tally.one_right >= 0.95 * tally.one
    assert tally.held >= 0.95 * tally.sets
    assert tally.one >= 0.6 * tally.asked
