"""Layout of the descent diagram.

There is a lane for each wording, as in the list beside it. On the left is the tree, in pixels: a dot for a printing, a
ring for a source that was not found, a filled ring for the words as spoken, joined by lines - solid if a credit shows
it, dashed if only this source fits, dotted if one of several, thin from the occasion or the speech. On the right, in
percent, is a bar in the same lane on the axis of time, as wide as the date is uncertain: OffGuardian's is one day wide,
SANA's, "about 17 November", five. The axis of a story of one day has hours. The day on which the words were said is
hollow, unless a transcript or recording was found.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from articles.engine.text.phrases import ELLIPSIS
from articles.presentation.descent_tree import DescentNode, DescentTree, get_day_start

# Pixels: the height of a lane, above the first, to the right for each level, left of the first.
LANE_HEIGHT, MARGIN_TOP, INDENT, MARGIN_LEFT = 34, 4, 16, 14
ARC_MARGIN = 28  # pixels: room at the left for arcs, where something fits one of several
DOT_OFFSET = 17  # pixels from the top of a lane to its dot
CORNER_OFFSET = 12  # pixels above a dot where its line leaves the trunk
LANES_DRAWN = 24  # more are in the list alone
# Letters of a name beside the root, fewer at each level, and the fewest: that ends before the axis on a phone's width.
LABEL_LENGTH, LABEL_STEP, MIN_LABEL_LENGTH = 22, 2, 10
AXIS_FROM, AXIS_TO = 2.0, 98.0  # percent of the width of the axis
MIN_BAR_WIDTH = 2.5  # percent: a minute must be seen too
BAR_HEIGHT = 10  # pixels
MOST_TICKS = 4
HOUR_SECONDS, DAY_SECONDS = 3600.0, 86400.0
OCCASION_LABEL = "Where it was said"
SPEECH_LABEL, TRANSCRIPT_LABEL = "As spoken", "In the transcript"
OCCASION_EDGE = "said"  # the line from there to whoever names it
_TICK_HOURS = (1, 2, 3, 6, 12)
_TICK_DAYS = (1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652)
_TICK_STEPS = (*(HOUR_SECONDS * hours for hours in _TICK_HOURS), *(DAY_SECONDS * days for days in _TICK_DAYS))


@dataclass(frozen=True, slots=True)
class DiagramEdge:
    """A line from one dot to another: its path, and how sure it is."""

    path: str
    certainty: str
    ring: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class DiagramLane:
    """One node: its dot in pixels, its bar in percent of the axis; no bar if the date is unknown."""

    node: DescentNode
    x: int
    y: int
    depth: int
    start: str
    width: str

    @property
    def top(self) -> int:
        """The upper edge of the lane."""
        return self.y - DOT_OFFSET

    @property
    def bar_top(self) -> int:
        """The upper edge of the bar, which lies at the height of the dot."""
        return self.y - BAR_HEIGHT // 2

    @property
    def label(self) -> str:
        """The first name, and how many more; an occasion is only called one, because its own words are long."""
        if self.node.occasion_row:
            return OCCASION_LABEL
        if self.node.speech_row:
            return SPEECH_LABEL if self.node.speech_row.article.is_verbatim else TRANSCRIPT_LABEL
        name, more = self.node.name.visible[0], len(self.node.name.visible) + self.node.name.more - 1
        room = max(MIN_LABEL_LENGTH, LABEL_LENGTH - LABEL_STEP * self.depth - (3 if more else 0))
        shown = name if len(name) <= room else name[:room].rstrip() + ELLIPSIS
        return f"{shown} +{more}" if more else shown


@dataclass(frozen=True, slots=True)
class AxisTick:
    position: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class DescentDiagram:
    """The whole diagram: `height` in pixels, `left_out` lanes that are only in the list."""

    lanes: tuple[DiagramLane, ...]
    edges: tuple[DiagramEdge, ...]
    ticks: tuple[AxisTick, ...]
    caption: str
    height: int
    left_out: int

    @property
    def axis_y(self) -> int:
        """Where the axis lies under the lanes."""
        return self.height - 22

    @property
    def has_speech(self) -> bool:
        """Whether a lane stands for the words as spoken."""
        return any(lane.node.speech_row for lane in self.lanes)

    @property
    def has_occasion(self) -> bool:
        """Whether a lane stands for the occasion."""
        return any(lane.node.occasion_row for lane in self.lanes)


def layout_diagram(tree: DescentTree) -> DescentDiagram | None:
    """Lay out the tree; return None if there is nothing to join."""
    nodes = list(_walk_depth_first(tree.roots, 0))
    if len(nodes) < 2:
        return None
    shown = nodes[:LANES_DRAWN]
    axis = _TimeAxis.from_nodes(node for node, _ in shown)
    left = MARGIN_LEFT + (ARC_MARGIN if any(node.other_sources for node, _ in shown) else 0)
    lanes = tuple(
        DiagramLane(
            node, left + INDENT * depth, MARGIN_TOP + LANE_HEIGHT * number + DOT_OFFSET, depth, *axis.lay_bar(node)
        )
        for number, (node, depth) in enumerate(shown)
    )
    height = MARGIN_TOP + LANE_HEIGHT * len(lanes) + 30
    left_out = len(nodes) - len(shown)
    return DescentDiagram(lanes, tuple(_layout_edges(lanes)), tuple(axis.iter_ticks()), axis.caption, height, left_out)


def _walk_depth_first(nodes: Iterable[DescentNode], depth: int) -> Iterator[tuple[DescentNode, int]]:
    for node in nodes:
        yield node, depth
        yield from _walk_depth_first(node.children, depth + 1)


@dataclass(frozen=True, slots=True)
class _TimeAxis:
    """The time from the first to the last moment at which any printing can have been printed, in seconds.

    Both are infinite if no date is known; the axis is then empty.
    """

    first: float
    last: float

    @classmethod
    def from_nodes(cls, nodes: Iterable[DescentNode]) -> "_TimeAxis":
        found = list(nodes)
        printed = _find_known_periods(node for node in found if node.is_extant)
        first, last = (
            min((start for start, _ in printed), default=-math.inf),
            max((end for _, end in printed), default=math.inf),
        )
        # The day on which the words were said, if it was over before the first printing; else its bar ends at the axis.
        said = [
            start for start, end in _find_known_periods(node for node in found if not node.is_extant) if end < first
        ]
        first = min([first, *said])
        margin = max((HOUR_SECONDS - (last - first)) / 2, (last - first) / 20)
        return cls(first - margin, last + margin)

    def to_percent(self, moment: float) -> float:
        """Return the place of a moment on the axis, in percent."""
        return AXIS_FROM + (AXIS_TO - AXIS_FROM) * (moment - self.first) / (self.last - self.first)

    @property
    def step(self) -> float:
        """The seconds between two ticks."""
        span = self.last - self.first
        return next((each for each in _TICK_STEPS if span / each <= MOST_TICKS), _TICK_STEPS[-1])

    @property
    def caption(self) -> str:
        """The day if the labels of the axis are hours, and the year, or both years, if they are days."""
        span = self.last - self.first
        if not math.isfinite(span) or self.step >= DAY_SECONDS * 30:
            return ""
        first, last = (datetime.fromtimestamp(moment, UTC) for moment in (self.first, self.last))
        if self.step >= DAY_SECONDS:
            return "\N{EN DASH}".join(str(year) for year in sorted({first.year, last.year}))
        if first.date() == last.date():
            return f"{first.day} {first:%b %Y}, UTC"
        return f"{first.day} {first:%b}\N{EN DASH}{last.day} {last:%b %Y}, UTC"

    def lay_bar(self, node: DescentNode) -> tuple[str, str]:
        """Return where the bar begins and how wide it is, in percent; empty if the date is unknown."""
        start, end = _find_period(node)
        if not (math.isfinite(end - start) and math.isfinite(self.last - self.first)):
            return "", ""
        left, right = self.to_percent(max(start, self.first)), self.to_percent(min(end, self.last))
        return f"{left:.2f}%", f"{max(MIN_BAR_WIDTH, right - left):.2f}%"

    def iter_ticks(self) -> Iterator[AxisTick]:
        """Yield a few hours or days at round distances."""
        if not math.isfinite(self.last - self.first):
            return
        step = self.step
        start = datetime.fromtimestamp(self.first, UTC).replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
        moment = start + math.ceil((self.first - start) / step) * step if step < DAY_SECONDS else start
        while moment <= self.last:
            if moment >= self.first:
                place = self.to_percent(moment)
                anchor = "start" if place < 12 else "end" if place > 88 else "middle"
                yield AxisTick(f"{place:.2f}%", _format_tick(datetime.fromtimestamp(moment, UTC), step), anchor)
            moment += step if step < DAY_SECONDS or moment >= self.first else DAY_SECONDS


def _format_tick(moment: datetime, step: float) -> str:
    """Format the hour or day, or for longer times the month or year; what all ticks share is in the caption."""
    if step < DAY_SECONDS:
        return f"{moment:%H:%M}" if moment.hour else f"{moment.day} {moment:%b}"
    days = step / DAY_SECONDS
    return str(moment.year) if days >= 365 else f"{moment:%b %Y}" if days >= 30 else f"{moment.day} {moment:%b}"


def _find_known_periods(nodes: Iterable[DescentNode]) -> list[tuple[float, float]]:
    return [period for node in nodes if math.isfinite(sum(period := _find_period(node)))]


def _find_period(node: DescentNode) -> tuple[float, float]:
    """Return when the first printing of the wording can have been printed, or the words were said."""
    if node.occasion_row and node.occasion_row.quote.said_on:
        start = get_day_start(node.occasion_row.quote.said_on)
        return start, start + DAY_SECONDS - 1
    if node.speech_row:
        return node.speech_row.article.printed_interval
    if node.group is None:
        return -math.inf, math.inf
    spans = [row.quote.printed_interval for row in node.group.printings]
    return min(span[0] for span in spans), min(span[1] for span in spans)


def _layout_edges(lanes: Sequence[DiagramLane]) -> Iterator[DiagramEdge]:
    """Yield the lines from each dot to the nodes under it, and from further sources."""
    by_wording = {lane.node.group.number: lane for lane in lanes if lane.node.group}
    for above in lanes:
        under = [lane for lane in lanes if any(child is lane.node for child in above.node.children)]
        if len(under) > 1:
            yield DiagramEdge(f"M{above.x} {above.y + 6}V{under[-1].y - CORNER_OFFSET}", "trunk")
        for lane in under:
            start = above.y + 6 if len(under) == 1 else lane.y - CORNER_OFFSET
            ring = ((above.x + lane.x) // 2, lane.y) if lane.node.shares_readings_with else None
            certainty = OCCASION_EDGE if above.node.occasion_row else lane.node.certainty
            yield DiagramEdge(_draw_elbow(above.x, start, lane), certainty, ring)
    for lane in lanes:
        for other in lane.node.other_sources:
            if other in by_wording:
                yield DiagramEdge(_draw_arc(by_wording[other], lane), "also")


def _draw_elbow(x: int, start: int, lane: DiagramLane) -> str:
    """Draw down from the dot above, or from the trunk under it, and round the corner to this dot."""
    return f"M{x} {start}V{lane.y - 8}Q{x} {lane.y} {x + 8} {lane.y}H{lane.x - 6}"


def _draw_arc(source: DiagramLane, lane: DiagramLane) -> str:
    """Draw round the left side of the tree, the wider the further away."""
    out = max(2, MARGIN_LEFT + ARC_MARGIN - 10 - abs(lane.y - source.y) // 12)
    return f"M{source.x - 6} {source.y}C{out} {source.y} {out} {lane.y} {lane.x - 6} {lane.y}"
