"""How often is a match right that was given this chance?

TASS's and SANA's "The problem around the U.S.-led coalition..." match with a chance of 0.99 and more; of a hundred such
matches ninety-nine should be printings of the same words. Whether they are is counted on corpora whose lineages are
known (``python -m benchmarks.training.matching --calibration`` writes ``data/calibration.json``), and on what curators
rule::

    >>> [share.in_words for share in compute_bin_proportions([(0.97, True)] * 19 + [(0.97, False)])[-2:]]
    ['95 % (76 to 99 %)', 'too few to tell']

Left to others: the chances (`matching`), how sure a share is (`shares`), counting matches and rulings
(`articles.queries.score_calibration`).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from articles.engine.linking.clustering import SURE_PROBABILITY
from articles.engine.linking.pairwise import MATCH_THRESHOLD
from articles.engine.statistics.proportions import Proportion, estimate_proportion

BIN_EDGES = (MATCH_THRESHOLD, 0.6, 0.7, 0.8, SURE_PROBABILITY, 0.95, 0.99, 1.0)  # finer where most matches are
_CALIBRATION_FILE = Path(__file__).parents[1] / "data" / "calibration.json"


@dataclass(frozen=True, slots=True)
class CalibrationResult:
    """What was counted on generated corpora: which, and the share that was right in each range."""

    seeds: tuple[int, ...]
    quote_count: int
    shares: tuple[Proportion, ...]


def get_score_bins() -> tuple[tuple[float, float], ...]:
    """The ranges of chances, lowest first: each from its lower end to below the upper one, the last with 1."""
    return tuple(pairwise(BIN_EDGES))


def compute_bin_proportions(judged: Iterable[tuple[float, bool]]) -> tuple[Proportion, ...]:
    """The share that is right in each of `get_score_bins`, of matches given as (chance, is it right)."""
    of, right = [0] * len(get_score_bins()), [0] * len(get_score_bins())
    for chance, is_right in judged:
        place = sum(chance >= high for _, high in get_score_bins()[:-1])
        if chance >= MATCH_THRESHOLD:
            of[place] += 1
            right[place] += is_right
    return tuple(map(estimate_proportion, right, of))


@cache
def load_calibration() -> CalibrationResult:
    """What was counted for the matcher that ships with the product."""
    kept = json.loads(_CALIBRATION_FILE.read_text(encoding="utf-8"))
    shares = tuple(estimate_proportion(right, of) for of, right in kept["shares"])
    return CalibrationResult(tuple(kept["seeds"]), kept["quotes"], shares)
