"""Proportions with Wilson's interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.statistics.proportions import MIN_SAMPLE_SIZE, estimate_proportion


@pytest.mark.parametrize(
    ("count", "of", "words"),
    [
        (0, 0, "too few to tell"),
        (5, MIN_SAMPLE_SIZE - 1, "too few to tell"),
        (0, 100, "0 % (0 to 4 %)"),
        (100, 100, "100 % (96 to 100 %)"),
        (263, 900, "29 % (26 to 32 %)"),
    ],
)
def test_in_words_shows_the_interval(count: int, of: int, words: str) -> None:
    assert estimate_proportion(count, of).in_words == words


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        # Table 1 of Newcombe, Two-sided confidence intervals for the single proportion, 1998, to four places.
        pytest.param(81, 263, 0.2553, 0.3662, id="81 of 263"),
        pytest.param(15, 148, 0.0624, 0.1605, id="15 of 148"),
        pytest.param(0, 20, 0.0, 0.1611, id="none of 20"),
        pytest.param(1, 29, 0.0061, 0.1718, id="1 of 29"),
        pytest.param(0, 0, 0.0, 1.0, id="nothing counted says nothing"),
    ],
)
def test_estimate_proportion_matches_published_wilson_intervals(count: int, of: int, low: float, high: float) -> None:
    share = estimate_proportion(count, of)
    assert [share.low, share.high] == pytest.approx([low, high], abs=1e-4)


@given(st.integers(0, 500), st.integers(1, 500))
def test_estimate_proportion_interval_contains_the_proportion(count: int, of: int) -> None:
    share = estimate_proportion(min(count, of), of)
    assert 0 <= share.low <= share.value <= share.high <= 1


def test_compare_with_answers_only_when_certain() -> None:
    usual = estimate_proportion(1000, 10_000)
    assert estimate_proportion(40, 100).compare_with(usual) == "more"
    assert estimate_proportion(0, 100).compare_with(usual) == "less"
    assert estimate_proportion(12, 100).compare_with(usual) == ""
    assert estimate_proportion(9, 10).compare_with(usual) == ""
