"""The worked example of the home page: the most serious change, in the earliest version and in one that has it.

Both are shown as an excerpt around the change, so that the whole example fits on the first screen of a phone. A version
that begins later or ends earlier is no example: where an outlet begins and ends is no change.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.collation import COMPLETE_SHARE
from articles.engine.comparison.compare import Comparison, SideName, compare, split_by_changes
from articles.engine.text.aliases import Aliases
from articles.engine.text.phrases import ELLIPSIS
from articles.engine.text.spans import Span
from articles.models import Lineage, Printing
from articles.presentation.lineage_findings import LineageFinding, build_finding
from articles.presentation.side_by_side import SegmentKind, TextSegment

WORDS_AROUND = 9  # words shown on either side of the change
WORDS_MARKED = 14  # words of the change itself that are shown


@dataclass(frozen=True, slots=True)
class ExampleSide:
    """One of the two versions, cut around the change."""

    printing: Printing
    segments: tuple[TextSegment, ...]


@dataclass(frozen=True, slots=True)
class HomeExample:
    """A lineage with its most serious change, the earliest version on the left."""

    lineage: Lineage
    finding: LineageFinding
    sides: tuple[ExampleSide, ExampleSide]


def build_home_example(lineages: Sequence[Lineage], aliases: Aliases) -> HomeExample | None:
    """Return the most serious change between complete versions in `lineages`, of the widest published if several.

    The lineages are read with `with_finding` and `with_first_span`.
    """
    ranked = sorted(lineages, key=lambda lineage: (-lineage.severity, -lineage.outlet_count))
    examples = (_build_example(lineage, aliases) for lineage in ranked)
    return next((example for example in examples if example), None)


def _build_example(lineage: Lineage, aliases: Aliases) -> HomeExample | None:
    variant, finding = lineage.top_change, build_finding(lineage)
    if variant is None or finding is None or lineage.first is None:
        return None
    start, end = lineage.first_start, lineage.first_end  # type: ignore[attr-defined]  # by with_first_span
    left = Printing(lineage=lineage, quote=lineage.first, start=start or 0, end=end or len(lineage.first.text))
    right = variant.printing
    comparison = compare(left.text, right.text, aliases)
    change = next((each for each in comparison.changes if each.kind == variant.kind), None)
    if change is None or comparison.mode != "diff" or not _are_complete(left.text, right.text):
        return None
    sides = (
        ExampleSide(left, _cut_around(left.text, comparison, "a", change)),
        ExampleSide(right, _cut_around(right.text, comparison, "b", change)),
    )
    return HomeExample(lineage, finding, sides)


def _are_complete(one: str, other: str) -> bool:
    """Return whether neither is a mere part of the other."""
    lengths = sorted((len(one.split()), len(other.split())))
    return lengths[0] >= COMPLETE_SHARE * lengths[1]


def _cut_around(text: str, comparison: Comparison, side: SideName, change: Change) -> tuple[TextSegment, ...]:
    """Cut one side around `change`, and mark what changed there; other changes are marked where they are in sight."""
    marked = SegmentKind.REMOVED if side == "a" else SegmentKind.ADDED
    window = _find_window(text, change.a if side == "a" else change.b)
    segments, at = [TextSegment(ELLIPSIS if window.start else "")], 0
    for words, each in split_by_changes(text, comparison, side):
        shown = words[max(0, window.start - at) : max(0, window.end - at)]
        segments.append(TextSegment(shown, marked if each and each.severity else SegmentKind.PLAIN))
        at += len(words)
    segments.append(TextSegment(ELLIPSIS if window.end < len(text.rstrip()) else ""))
    return tuple(segment for segment in segments if segment.text)


def _find_window(text: str, span: Span) -> Span:
    """Return the part of `text` around `span` that is shown, at whole words."""
    before = list(re.finditer(r"\S+", text[: span.start]))[-WORDS_AROUND:]
    shown = min(len(span.extract(text).split()), WORDS_MARKED) + WORDS_AROUND
    behind = list(re.finditer(r"\S+", text[span.start :]))[:shown]
    return Span(before[0].start() if before else 0, span.start + behind[-1].end() if behind else len(text))
