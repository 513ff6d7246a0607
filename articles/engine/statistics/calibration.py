"""Calibration of match scores: how often a match with a given probability is right.

TASS's and SANA's "The problem around the U.S.-led coalition..." match with a probability of 0.99 and more; of a hundred
such matches ninety-nine should be printings of the same words. Whether they are is counted on corpora whose lineages
are known (``python -m benchmarks.training.pairwise --calibration`` writes ``data/calibration.json``), and on curators'
rulings::

    >>> [share.in_words for share in compute_bin_proportions([(0.97, True)] * 19 + [(0.97, False)])[-2:]]
    ['95 % (76 to 99 %)', 'too few to tell']

See also: `articles.queries.curator_agreement` (counts matches and rulings).
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

BIN_EDGES = (MATCH_THRESHOLD, 0.6, 0.7, SURE_PROBABILITY, 0.9, 0.95, 0.99, 1.0)  # finer where most matches are
_CALIBRATION_FILE = Path(__file__).parents[1] / "data" / "calibration.json"


@dataclass(frozen=True, slots=True)
class CalibrationResult:
    """The proportion of right matches in each score bin, counted on the generated corpora with these seeds."""

    seeds: tuple[int, ...]
    quote_count: int
    shares: tuple[Proportion, ...]


def get_score_bins() -> tuple[tuple[float, float], ...]:
    """Return the score bins, lowest first: (low, high), `high` exclusive but for the last, which includes 1."""
    return tuple(pairwise(BIN_EDGES))


def compute_bin_proportions(matches: Iterable[tuple[float, bool]]) -> tuple[Proportion, ...]:
    """Return the proportion of right matches in each of `get_score_bins`; matches are (probability, is right) pairs."""
    totals, right_counts = [0] * len(get_score_bins()), [0] * len(get_score_bins())
    for probability, is_right in matches:
        bin_index = sum(probability >= high for _, high in get_score_bins()[:-1])
        if probability >= MATCH_THRESHOLD:
            totals[bin_index] += 1
            right_counts[bin_index] += is_right
    return tuple(map(estimate_proportion, right_counts, totals))


@cache
def load_calibration() -> CalibrationResult:
    """Load the calibration counted for the matcher that ships with the product."""
    stored = json.loads(_CALIBRATION_FILE.read_text(encoding="utf-8"))
    shares = tuple(estimate_proportion(right, total) for total, right in stored["shares"])
    return CalibrationResult(tuple(stored["seeds"]), stored["quotes"], shares)
