"""Layout of the two charts of scores, in the units of the drawing.

Above is a histogram with a bar for each range of scores. Each line of its grid stands for ten times as many as the one
below, because most matches are nearly certain, and the few that are not are those to look at. Below, in the same
columns, is the share of matches that are right, with its interval.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10

from articles.engine.statistics.proportions import Proportion

COLUMN_WIDTH, MARGIN_LEFT, MARGIN_TOP, PLOT_HEIGHT = (
    96,
    64,
    24,
    200,
)  # the width of a range; room for the scale's figures, and for a label
BAR_WIDTH = 60


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


def layout_histogram(counts: Sequence[int]) -> tuple[list[HistogramBar], list[GridLine]]:
    """Lay out a bar for each count, on a scale whose lines each stand for ten times as many, and the scale."""
    decades = max(1, ceil(log10(max([*counts, 1]) + 1)))
    step = PLOT_HEIGHT / decades
    drawn = []
    for place, count in enumerate(counts):
        height = (
            round(min(PLOT_HEIGHT, step * log10(count) + step / 8), 1) if count else 0.0
        )  # one match is to be seen too
        at = get_column_middle(place)
        drawn.append(
            HistogramBar(at - BAR_WIDTH // 2, round(MARGIN_TOP + PLOT_HEIGHT - height, 1), height, at, f"{count:,}")
        )
    return drawn, [
        GridLine(round(MARGIN_TOP + PLOT_HEIGHT - step * power, 1), f"{10**power:,}") for power in range(decades + 1)
    ]


def layout_intervals(shares: Sequence[Proportion], aside: int) -> list[IntervalMark | None]:
    """Lay out a mark for each share, moved `aside` of the middle of its column; none where nothing was counted."""
    return [
        IntervalMark(
            get_column_middle(place) + aside,
            _scale_share(share.value),
            _scale_share(share.high),
            _scale_share(share.low),
        )
        if share.total
        else None
        for place, share in enumerate(shares)
    ]


def layout_perfect_calibration(edges: Sequence[tuple[float, float]]) -> list[tuple[int, float, int, float]]:
    """Return for each column the line on which a perfectly calibrated share lies: from (x, y) to (x, y)."""
    return [
        (get_column_left(place), _scale_share(low), get_column_left(place + 1), _scale_share(high))
        for place, (low, high) in enumerate(edges)
    ]


def layout_share_grid() -> list[GridLine]:
    """Return the scale of shares."""
    return [GridLine(_scale_share(tenths / 10), f"{tenths * 10}\N{NO-BREAK SPACE}%") for tenths in range(0, 11, 2)]


def get_column_left(place: int) -> int:
    """Return where the column at `place` begins."""
    return MARGIN_LEFT + place * COLUMN_WIDTH


def get_column_middle(place: int) -> int:
    """Return the middle of the column at `place`."""
    return get_column_left(place) + COLUMN_WIDTH // 2


def _scale_share(share: float) -> float:
    return round(MARGIN_TOP + PLOT_HEIGHT * (1 - share), 1)
