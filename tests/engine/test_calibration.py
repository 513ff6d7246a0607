"""How often matches are right is told with how sure that is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.calibration import EDGES, Share, measured, ranges, shares_of

CHANCES = st.floats(0.0, 1.0, allow_nan=False)


@pytest.mark.parametrize(
    ("of", "right", "least", "most"),
    [
        # Table 1 of Newcombe, Two-sided confidence intervals for the single proportion, 1998, to four places.
        pytest.param(263, 81, 0.2553, 0.3662, id="81 of 263"),
        pytest.param(148, 15, 0.0624, 0.1605, id="15 of 148"),
        pytest.param(20, 0, 0.0, 0.1611, id="none of 20"),
        pytest.param(29, 1, 0.0061, 0.1718, id="1 of 29"),
        pytest.param(0, 0, 0.0, 1.0, id="nothing counted says nothing"),
    ],
)
def test_the_range_of_a_share_is_wilsons(of: int, right: int, least: float, most: float) -> None:
    share = Share(0.5, 0.6, of, right)
    assert [share.least, share.most] == pytest.approx([least, most], abs=1e-4)


@given(st.lists(st.tuples(CHANCES, st.booleans())))
def test_every_match_counts_in_the_one_range_that_has_its_chance(judged: list[tuple[float, bool]]) -> None:
    shares = shares_of(judged)
    matches = [(chance, right) for chance, right in judged if chance >= EDGES[0]]
    assert sum(share.of for share in shares) == len(matches)
    assert sum(share.right for share in shares) == sum(right for _, right in matches)
    for share in shares:
        last = share.high == EDGES[-1]
        inside = [chance for chance, _ in matches if share.low <= chance and (chance < share.high or last)]
        assert share.of == len(inside)
        assert 0 <= share.least <= share.share <= share.most <= 1


def test_what_ships_was_counted_for_every_range_and_rises_with_the_score() -> None:
    shares = measured().shares
    assert [(share.low, share.high) for share in shares] == list(ranges())
    assert all(share.of >= 100 for share in shares)
    assert shares[-1].least > shares[0].most
    assert all(one.share < higher.share for one, higher in pairwise(shares))
