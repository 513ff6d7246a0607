"""Where does each bar and mark of the two charts of scores go?

Above, a bar for each range of scores, the taller the more matches have such a score: each line of the grid stands for
ten times as many as the one below, for most matches are nearly certain, and the few that are not are those to look at.
Below, in the same columns, how often they are right: a mark for the share, a line through it for how sure that is.

Only numbers are made here, in the units of the drawing. Left to others: the counts
(`articles.queries.score_calibration`), colours and words (the template).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10

from articles.engine.statistics.proportions import Share

COLUMN, LEFT, TOP, HEIGHT = 96, 64, 24, 200  # the width of a range; room for the scale's figures, and for a label
BAR = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """A range's bar; `middle` is that of its column."""

    x: int
    y: float
    height: float
    middle: int
    count: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A line of the grid and what it stands for."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A share at `y`, between `top` and `bottom` 19 times out of 20."""

    x: int
    y: float
    top: float
    bottom: float


def bars(counts: Sequence[int]) -> tuple[list[Bar], list[Grid]]:
    """A bar for each count on a scale whose lines each stand for ten times as many, and the scale."""
    decades = max(1, ceil(log10(max([*counts, 1]) + 1)))
    step = HEIGHT / decades
    drawn = []
    for place, count in enumerate(counts):
        height = round(min(HEIGHT, step * log10(count) + step / 8), 1) if count else 0.0  # one match is to be seen too
        at = middle(place)
        drawn.append(Bar(at - BAR // 2, round(TOP + HEIGHT - height, 1), height, at, f"{count:,}"))
    return drawn, [Grid(round(TOP + HEIGHT - step * power, 1), f"{10**power:,}") for power in range(decades + 1)]


def marks(shares: Sequence[Share], aside: int) -> list[Mark | None]:
    """A mark for each share, moved `aside` of the middle of its column; none where nothing was counted."""
    return [
        Mark(middle(place) + aside, _at(share.share), _at(share.high), _at(share.low)) if share.of else None
        for place, share in enumerate(shares)
    ]


def expected(edges: Sequence[tuple[float, float]]) -> list[tuple[int, float, int, float]]:
    """For each column the line on which a share lies that is as the scores say: from (x, y) to (x, y)."""
    return [(border(place), _at(low), border(place + 1), _at(high)) for place, (low, high) in enumerate(edges)]


def share_grid() -> list[Grid]:
    """The scale of shares."""
    return [Grid(_at(tenths / 10), f"{tenths * 10}\N{NO-BREAK SPACE}%") for tenths in range(0, 11, 2)]


def border(place: int) -> int:
    """Where the column at `place` begins."""
    return LEFT + place * COLUMN


def middle(place: int) -> int:
    """The middle of the column at `place`."""
    return border(place) + COLUMN // 2


def _at(share: float) -> float:
    return round(TOP + HEIGHT * (1 - share), 1)
