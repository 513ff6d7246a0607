"""How often is a match right that was given this chance?

TASS's and SANA's "The problem around the U.S.-led coalition..." match with a chance of 0.99 and more; of a hundred such
matches ninety-nine should be printings of the same words. Whether they are is counted on corpora whose lineages are
known (``python -m tests.quality.train_linking --calibration`` writes ``data/calibration.json``), and on what curators
rule. A share of few is worth little, so each comes with the range in which the true share lies, 19 times out of 20::

    >>> share = Share(0.9, 0.95, of=20, right=19)
    >>> f"{share.share:.2f}, between {share.least:.2f} and {share.most:.2f}"
    '0.95, between 0.76 and 0.99'

Left to others: the chances (`matching`), the range of a share (`shares`), counting matches and rulings
(`articles.calibrating`).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from articles.engine.clustering import SURE
from articles.engine.matching import MATCH
from articles.engine.shares import share_of

EDGES = (MATCH, 0.6, 0.7, 0.8, SURE, 0.95, 0.99, 1.0)  # finer where most matches are
_MEASURED = Path(__file__).with_name("data") / "calibration.json"


@dataclass(frozen=True, slots=True)
class Share:
    """Of matches with a chance from `low` to below `high`, how many are right; the last range includes 1."""

    low: float
    high: float
    of: int
    right: int

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 0.0

    @property
    def least(self) -> float:
        """The lower end of the interval around it; 0 where nothing was counted."""
        return share_of(self.right, self.of).low

    @property
    def most(self) -> float:
        """The upper end; 1 where nothing was counted."""
        return share_of(self.right, self.of).high


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted on generated corpora: which, and the share of each range."""

    seeds: tuple[int, ...]
    quotes: int
    shares: tuple[Share, ...]


def ranges() -> tuple[tuple[float, float], ...]:
    """The ranges of chances, lowest first."""
    return tuple(pairwise(EDGES))


def shares_of(judged: Iterable[tuple[float, bool]]) -> tuple[Share, ...]:
    """The share of each range, of matches given as (chance, is it right)."""
    of, right = [0] * len(ranges()), [0] * len(ranges())
    for chance, is_right in judged:
        place = sum(chance >= high for _, high in ranges()[:-1])
        if chance >= MATCH:
            of[place] += 1
            right[place] += is_right
    return tuple(Share(*edges, *counts) for edges, counts in zip(ranges(), zip(of, right, strict=True), strict=True))


@cache
def measured() -> Measured:
    """What was counted for the matcher that ships with the product."""
    kept = json.loads(_MEASURED.read_text(encoding="utf-8"))
    shares = (Share(*edges, *counts) for edges, counts in zip(ranges(), kept["shares"], strict=True))
    return Measured(tuple(kept["seeds"]), kept["quotes"], tuple(shares))
