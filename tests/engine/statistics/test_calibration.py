"""Calibration of match scores by bins."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles.engine.statistics.calibration import BIN_EDGES, compute_bin_proportions, get_score_bins, load_calibration

CHANCES = st.floats(0.0, 1.0, allow_nan=False)


@given(st.lists(st.tuples(CHANCES, st.booleans())))
def test_bin_proportions_count_each_match_in_its_own_bin(judged: list[tuple[float, bool]]) -> None:
    shares = compute_bin_proportions(judged)
    matches = [(chance, right) for chance, right in judged if chance >= BIN_EDGES[0]]
    assert sum(share.total for share in shares) == len(matches)
    assert sum(share.count for share in shares) == sum(right for _, right in matches)
    for (low, high), share in zip(get_score_bins(), shares, strict=True):
        last = high == BIN_EDGES[-1]
        inside = [chance for chance, _ in matches if low <= chance and (chance < high or last)]
        assert share.total == len(inside)
        assert 0 <= share.low <= share.value <= share.high <= 1


def test_shipped_calibration_covers_every_bin_and_rises_with_the_score() -> None:
    shares = load_calibration().shares
    assert len(shares) == len(get_score_bins())
    assert all(share.total >= 100 for share in shares)
    assert shares[-1].low > shares[0].high
    assert all(one.value < higher.value for one, higher in pairwise(shares))
