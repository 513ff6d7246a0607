"""Score calibration, ready to show: how far the matcher's scores can be trusted.

The page for curators has a row for each range of scores: how many matches have such a score, how often such matches are
right on generated quotations, and how often curators confirmed them. "0.9 to 0.95: 212 matches; 93.1 %, likely 92.4 to
93.7 % (of 6,120); none counted" is one row. The page takes two aggregate queries, whatever the number of matches.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.engine.linking.clustering import SURE_PROBABILITY
from articles.engine.linking.pairwise import MATCH_THRESHOLD
from articles.engine.statistics.calibration import BIN_EDGES, get_score_bins, load_calibration
from articles.engine.statistics.proportions import Proportion
from articles.presentation import calibration_charts
from articles.queries.score_calibration import calibrate_scores, count_matches_by_score

MARK_OFFSET = 9  # units of the drawing by which the marks of the two shares stand apart


@dataclass(frozen=True, slots=True)
class ScoreRangeRow:
    """A row of the table, in words."""

    low: str
    high: str
    middle: int
    count: str
    generated: str
    confirmed: str


def build_calibration_context() -> dict[str, Any]:
    """Return the context of the page."""
    counts, judged, counted = count_matches_by_score(), calibrate_scores(), load_calibration()
    bars, grid = calibration_charts.layout_histogram(counts)
    return {
        "rows": list(_build_rows(counts, counted.shares, judged.shares)),
        "bars": bars,
        "grid": grid,
        "share_grid": calibration_charts.layout_share_grid(),
        "expected": calibration_charts.layout_perfect_calibration(get_score_bins()),
        "generated": calibration_charts.layout_intervals(counted.shares, -MARK_OFFSET),
        "ruled": calibration_charts.layout_intervals(judged.shares, MARK_OFFSET),
        "judged": judged,
        "corpora": len(counted.seeds),
        "quotes": f"{counted.quote_count:,}",
        "match": f"{MATCH_THRESHOLD:g}",
        "sure": f"{SURE_PROBABILITY:g}",
        "sure_x": calibration_charts.get_column_left(BIN_EDGES.index(SURE_PROBABILITY)),
        "left": calibration_charts.MARGIN_LEFT,
        "label_x": calibration_charts.MARGIN_LEFT - 8,
        "right": calibration_charts.get_column_left(len(get_score_bins())),
        "width": calibration_charts.get_column_left(len(get_score_bins())) + 8,
    }


def _build_rows(
    counts: Sequence[int], generated: Sequence[Proportion], ruled: Sequence[Proportion]
) -> list[ScoreRangeRow]:
    columns = zip(get_score_bins(), counts, generated, ruled, strict=True)
    return [
        ScoreRangeRow(
            f"{low:g}",
            f"{high:g}",
            calibration_charts.get_column_middle(place),
            f"{count:,}",
            _format_share(one),
            _format_share(other),
        )
        for place, ((low, high), count, one, other) in enumerate(columns)
    ]


def _format_share(share: Proportion) -> str:
    if not share.total:
        return "none counted"
    said = f"{share.value:.1%}, likely {share.low:.1%} to {share.high:.1%} (of {share.total:,})"
    return said.replace("%", "\N{NO-BREAK SPACE}%")
