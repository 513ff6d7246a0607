"""How far can the matcher's scores be trusted?

The page for curators that shows, for each range of scores, how many matches have it, how often such matches are right
on generated quotations, and how often curators confirmed them. "0.9 to 0.95: 212 matches; 93.1 %, likely 92.4 to 93.7 %
(of 6,120); none counted" is one row. Two aggregate queries, whatever the number of matches.

Left to others: counting (`articles.calibrating`), where bars go (`scales`), who may see it (`admin`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.calibrating import matches_by_score, rulings_by_score
from articles.engine.calibration import EDGES, measured, ranges
from articles.engine.clustering import SURE
from articles.engine.matching import MATCH
from articles.engine.shares import Share

from . import scales

ASIDE = 9  # units of the drawing: the marks of the two kinds stand beside each other


@dataclass(frozen=True, slots=True)
class Row:
    """A range of scores in words."""

    low: str
    high: str
    middle: int
    count: str
    generated: str
    ruled: str


def calibration() -> dict[str, Any]:
    """All that the page shows."""
    counts, judged, counted = matches_by_score(), rulings_by_score(), measured()
    bars, grid = scales.bars(counts)
    return {
        "rows": list(_rows(counts, counted.shares, judged.shares)),
        "bars": bars,
        "grid": grid,
        "share_grid": scales.share_grid(),
        "expected": scales.expected(ranges()),
        "generated": scales.marks(counted.shares, -ASIDE),
        "ruled": scales.marks(judged.shares, ASIDE),
        "judged": judged,
        "corpora": len(counted.seeds),
        "quotes": f"{counted.quotes:,}",
        "match": f"{MATCH:g}",
        "sure": f"{SURE:g}",
        "sure_x": scales.border(EDGES.index(SURE)),
        "left": scales.LEFT,
        "label_x": scales.LEFT - 8,
        "right": scales.border(len(ranges())),
        "width": scales.border(len(ranges())) + 8,
    }


def _rows(counts: Sequence[int], generated: Sequence[Share], ruled: Sequence[Share]) -> list[Row]:
    columns = zip(ranges(), counts, generated, ruled, strict=True)
    return [
        Row(f"{low:g}", f"{high:g}", scales.middle(place), f"{count:,}", _said(one), _said(other))
        for place, ((low, high), count, one, other) in enumerate(columns)
    ]


def _said(share: Share) -> str:
    if not share.of:
        return "none counted"
    said = f"{share.share:.1%}, likely {share.low:.1%} to {share.high:.1%} (of {share.of:,})"
    return said.replace("%", "\N{NO-BREAK SPACE}%")
