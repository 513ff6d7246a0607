"""Score calibration for curators: how far the matcher's scores can be trusted, as a table and two charts.

"0.9 to 0.95: 212 matches; 93.1 %, likely 92.4 to 93.7 % (of 6,120); none counted" is the row of a range of scores: how
many matches have such a score, how often they are right on generated quotations, how often curators confirmed them.
Each line of the histogram's grid stands for ten times as many as the one below, because most matches are nearly
certain, and the few that are not are those to look at. The page takes two aggregate queries.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10
from typing import Any

from articles.engine.linking.clustering import SURE_PROBABILITY
from articles.engine.linking.pairwise import MATCH_THRESHOLD
from articles.engine.statistics.calibration import BIN_EDGES, get_score_bins, load_calibration
from articles.engine.statistics.proportions import Proportion
from articles.queries.curator_agreement import calibrate_scores, count_matches_by_score

# Units of the drawing: the width of a range, the room for the scale's figures and for a label, the height of a chart.
COLUMN_WIDTH, MARGIN_LEFT, MARGIN_TOP, PLOT_HEIGHT = 96, 64, 24, 200
BAR_WIDTH = 60
MARK_OFFSET = 9  # units by which the marks of the two shares stand apart


@dataclass(frozen=True, slots=True)
class ScoreRangeRow:
    """A row of the table, in words."""

    low: str
    high: str
    middle: int
    count: str
    generated: str
    confirmed: str


@dataclass(frozen=True, slots=True)
class HistogramBar:
    """The bar of a range of scores."""

    x: int
    y: float
    height: float
    middle: int
    count: str


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of the grid and what it stands for."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class IntervalMark:
    """A share at `y`, with its 95 % interval between `top` and `bottom`."""

    x: int
    y: float
    top: float
    bottom: float


def build_calibration_context() -> dict[str, Any]:
    """Return the context of the page."""
    counts, judged, counted, bins = count_matches_by_score(), calibrate_scores(), load_calibration(), get_score_bins()
    bars, grid = _layout_histogram(counts)
    columns = zip(bins, counts, counted.shares, judged.shares, strict=True)
    return {
        "rows": [
            ScoreRangeRow(f"{low:g}", f"{high:g}", _get_middle(place), f"{count:,}", _format(generated), _format(ruled))
            for place, ((low, high), count, generated, ruled) in enumerate(columns)
        ],
        "bars": bars,
        "grid": grid,
        "share_grid": [GridLine(_scale(share / 10), f"{share * 10}\N{NO-BREAK SPACE}%") for share in range(0, 11, 2)],
        # In each column the line on which a perfectly calibrated share lies: from (x, y) to (x, y).
        "expected": [
            (_get_left(place), _scale(low), _get_left(place + 1), _scale(high))
            for place, (low, high) in enumerate(bins)
        ],
        "generated": _layout_intervals(counted.shares, -MARK_OFFSET),
        "ruled": _layout_intervals(judged.shares, MARK_OFFSET),
        "judged": judged,
        "corpora": len(counted.seeds),
        "quotes": f"{counted.quote_count:,}",
        "match": f"{MATCH_THRESHOLD:g}",
        "sure": f"{SURE_PROBABILITY:g}",
        "sure_x": _get_left(BIN_EDGES.index(SURE_PROBABILITY)),
        "left": MARGIN_LEFT,
        "label_x": MARGIN_LEFT - 8,
        "right": _get_left(len(bins)),
        "width": _get_left(len(bins)) + 8,
    }


def _format(share: Proportion) -> str:
    if not share.total:
        return "none counted"
    text = f"{share.value:.1%}, likely {share.low:.1%} to {share.high:.1%} (of {share.total:,})"
    return text.replace("%", "\N{NO-BREAK SPACE}%")


def _layout_histogram(counts: Sequence[int]) -> tuple[list[HistogramBar], list[GridLine]]:
    """Lay out a bar for each count, and the grid."""
    decades = max(1, ceil(log10(max([*counts, 1]) + 1)))
    step, bottom = PLOT_HEIGHT / decades, MARGIN_TOP + PLOT_HEIGHT
    bars = []
    for place, count in enumerate(counts):
        # One match is to be seen too.
        height = round(min(PLOT_HEIGHT, step * log10(count) + step / 8), 1) if count else 0.0
        x = _get_middle(place)
        bars.append(HistogramBar(x - BAR_WIDTH // 2, round(bottom - height, 1), height, x, f"{count:,}"))
    return bars, [GridLine(round(bottom - step * power, 1), f"{10**power:,}") for power in range(decades + 1)]


def _layout_intervals(shares: Sequence[Proportion], aside: int) -> list[IntervalMark | None]:
    """Lay out a mark for each share, moved `aside` of the middle of its column; none where nothing was counted."""
    return [
        IntervalMark(_get_middle(place) + aside, _scale(share.value), _scale(share.high), _scale(share.low))
        if share.total
        else None
        for place, share in enumerate(shares)
    ]


def _get_left(place: int) -> int:
    """Return where the column at `place` begins."""
    return MARGIN_LEFT + place * COLUMN_WIDTH


def _get_middle(place: int) -> int:
    return _get_left(place) + COLUMN_WIDTH // 2


def _scale(share: float) -> float:
    return round(MARGIN_TOP + PLOT_HEIGHT * (1 - share), 1)
