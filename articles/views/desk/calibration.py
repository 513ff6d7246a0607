"""How far can the matcher's scores be trusted?

The page for curators that shows, for each range of scores, how many matches have it, how often such matches are right
on generated quotations, and how often curators confirmed them. "0.9 to 0.95: 212 matches; 93.1 %, likely 92.4 to 93.7 %
(of 6,120); none counted" is one row. Two aggregate queries, whatever the number of matches.

Left to others: counting (`articles.queries.score_calibration`), where bars go (`scales`), who may see it (`admin`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.engine.linking.clustering import SURE
from articles.engine.linking.pairwise import MATCH
from articles.engine.statistics.calibration import EDGES, measured, ranges
from articles.engine.statistics.proportions import Share
from articles.presentation import calibration_charts
from articles.queries.score_calibration import matches_by_score, rulings_by_score

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
    bars, grid = calibration_charts.bars(counts)
    return {
        "rows": list(_rows(counts, counted.shares, judged.shares)),
        "bars": bars,
        "grid": grid,
        "share_grid": calibration_charts.share_grid(),
        "expected": calibration_charts.expected(ranges()),
        "generated": calibration_charts.marks(counted.shares, -ASIDE),
        "ruled": calibration_charts.marks(judged.shares, ASIDE),
        "judged": judged,
        "corpora": len(counted.seeds),
        "quotes": f"{counted.quotes:,}",
        "match": f"{MATCH:g}",
        "sure": f"{SURE:g}",
        "sure_x": calibration_charts.border(EDGES.index(SURE)),
        "left": calibration_charts.LEFT,
        "label_x": calibration_charts.LEFT - 8,
        "right": calibration_charts.border(len(ranges())),
        "width": calibration_charts.border(len(ranges())) + 8,
    }


def _rows(counts: Sequence[int], generated: Sequence[Share], ruled: Sequence[Share]) -> list[Row]:
    columns = zip(ranges(), counts, generated, ruled, strict=True)
    return [
        Row(f"{low:g}", f"{high:g}", calibration_charts.middle(place), f"{count:,}", _said(one), _said(other))
        for place, ((low, high), count, one, other) in enumerate(columns)
    ]


def _said(share: Share) -> str:
    if not share.of:
        return "none counted"
    said = f"{share.share:.1%}, likely {share.low:.1%} to {share.high:.1%} (of {share.of:,})"
    return said.replace("%", "\N{NO-BREAK SPACE}%")
