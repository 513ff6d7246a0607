"""Two printings side by side.

TASS's words stand on the left with "(life has proved they never went back from their words)" struck through, SANA's on
the right with "ISIS" underlined, and below the same changes in words: the most serious first, typographic ones last.
The two can also be merged into one text, and typography be left unmarked. If the two are translations or retellings,
both stand unmarked but for what they share; if only a person can tell whether they are, that is said.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Literal

from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.collation import COMPLETE_SHARE, Collation, Place
from articles.engine.comparison.compare import Comparison, ComparisonMode, compare, split_by_changes
from articles.engine.text.aliases import Aliases
from articles.engine.text.phrases import count_phrase
from articles.engine.text.spans import Span
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot, pick_first_per_wording

TYPOGRAPHIC_SEVERITY = 0  # the danger of a change that is typesetting only
WORDINGS_TRIED = 12  # beside a printing chosen by hand; a comparison takes 1 ms at most, the page has 150
WORDINGS_PAIRED = 16  # wordings of which every two are weighed for the pair to open with: 120 pairs take 2 ms


class SegmentKind(StrEnum):
    """How a segment of a text is marked."""

    PLAIN = "plain"
    REMOVED = "removed"
    ADDED = "added"
    CUT = "cut"  # nothing here, but the other side has words
    BOTH = "both"  # of two laid into one text: what the first has, then what the second has
    TYPOGRAPHIC = "slight"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """One change in words, with the engine's reason if it is more serious than others of its kind.

    `anchor` names it in an address by where it stands in the left text. Its `number` would not do: that is its rank by
    severity, and names another change as soon as one is judged again.
    """

    number: int
    anchor: str
    kind: str
    severity: int
    label: str
    meaning: str
    severity_reason: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class TextSegment:
    """A segment of a text, with the change there, if any.

    `other_text` is what the second text has if the two are merged; `number` counts the shared segments.
    """

    text: str
    kind: SegmentKind = SegmentKind.PLAIN
    change: ChangeNote | None = None
    other_text: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class ComparisonSide:
    """One of the two; `name` tells it from the other even if both are of one outlet."""

    row: PrintingSnapshot
    name: str
    segments: tuple[TextSegment, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two printings, ready to show, with their changes, the most serious first.

    `typographic` are the changes of typesetting; `merged` is both in one text. `share` is how much of the shorter text
    the other has, in percent. `sure` is False if only a person can tell whether they are one text that was changed or
    two made apart, and `parallel` is True if they are shown as two. `judged` says that a person has told.
    """

    left: ComparisonSide
    right: ComparisonSide
    merged: tuple[TextSegment, ...]
    changes: tuple[ChangeNote, ...]
    typographic: tuple[ChangeNote, ...]
    parallel: bool
    sure: bool
    share: int
    judged: bool = False

    @property
    def is_identical(self) -> bool:
        """Whether both print the very same, but for what folding hides."""
        return not (self.parallel or self.changes or self.typographic)

    @property
    def typographic_phrase(self) -> str:
        """The number of typographic changes, with its noun."""
        only_punctuation = all(remark.kind == "typography.punctuation" for remark in self.typographic)
        differences = count_phrase(len(self.typographic), "difference")
        return f"{differences} of punctuation{'' if only_punctuation else ' or typesetting'}"

    @property
    def has_shared_text(self) -> bool:
        """Whether anything is marked as standing in both."""
        return any(piece.kind is SegmentKind.SHARED for piece in self.left.segments)


def build_pair_view(
    left: PrintingSnapshot,
    right: PrintingSnapshot,
    aliases: Aliases,
    *,
    typography: bool = True,
    judged: ComparisonMode | None = None,
) -> PairView:
    """Compare `left` and `right`, ready to show; without `typography`, typesetting is ignored."""
    comparison = compare(left.text, right.text, aliases, curator_mode=judged)
    changed = comparison.mode == "diff"
    remarks = _build_change_notes(left, right, comparison) if changed else {}
    if not typography:
        remarks = {change: remark for change, remark in remarks.items() if change.severity > TYPOGRAPHIC_SEVERITY}
    names = _disambiguate_names(left, right)
    texts = (
        _split_sides(left.text, right.text, comparison, remarks)
        if changed
        else _split_parallel(left.text, right.text, comparison)
    )
    return PairView(
        left=ComparisonSide(left, names[0], texts[0]),
        right=ComparisonSide(right, names[1], texts[1]),
        merged=tuple(_merge_texts(left.text, right.text, comparison, remarks)) if changed else (),
        changes=tuple(remark for remark in remarks.values() if remark.severity > TYPOGRAPHIC_SEVERITY),
        typographic=tuple(remark for remark in remarks.values() if remark.severity <= TYPOGRAPHIC_SEVERITY),
        parallel=not changed,
        sure=comparison.is_certain,
        share=round(100 * comparison.overlap),
        judged=comparison.decided_by_curator,
    )


def choose_opening_pair(snapshot: LineageSnapshot) -> tuple[PrintingSnapshot, PrintingSnapshot] | None:
    """Choose the two most different complete printings, the earlier one first; None if a printing is alone.

    The distance of two wordings comes from their readings: at each place where they differ, the severity of the more
    serious one.
    """
    collation, groups, base = snapshot.collation, snapshot.wordings, snapshot.base
    complete = [at for at in _rank_by_distance(collation) if _is_complete(at, collation)]
    pairs = combinations(sorted({collation.base, *complete[:WORDINGS_PAIRED]}), 2)
    one, other = max(pairs, key=lambda pair: _measure_distance(collation, *pair), default=(None, None))
    if one is not None and other is not None:
        return groups[one].first, groups[other].first
    beside = next((group.first for group in groups if group is not base), None) or next(iter(base.printings[1:]), None)
    if beside is None:
        return None
    return (base.first, beside) if base.first.number < beside.number else (beside, base.first)


def _rank_by_distance(collation: Collation) -> list[int]:
    """Rank the wordings against the base, those with the most serious changes first."""
    weights = {at: sum(change.severity for change in laid.comparison.changes) for at, laid in collation.aligned.items()}
    return sorted(weights, key=lambda at: (-weights[at], at))


def _is_complete(wording: int, collation: Collation) -> bool:
    lengths = {at: len(collation.wordings[at].text.split()) for at in collation.aligned}
    return lengths[wording] >= COMPLETE_SHARE * max(lengths.values())


def _measure_distance(collation: Collation, one: int, other: int) -> tuple[int, bool, int]:
    """Measure the distance of two wordings; of equals, the pair with the base wins, then the earliest."""
    return (
        sum(_get_severity_at(place, one, other) for place in collation.places),
        collation.base in (one, other),
        -one - other,
    )


def _get_severity_at(place: Place, one: int, other: int) -> int:
    readings = place.find_reading(one), place.find_reading(other)
    if readings[0] == readings[1]:
        return 0
    changes = [place.readings[at].change for at in readings if at is not None]
    return max((change.severity for change in changes if change), default=0)


def find_most_different(
    rows: Sequence[PrintingSnapshot], beside: PrintingSnapshot, aliases: Aliases
) -> PrintingSnapshot | None:
    """Find the printing that differs most from `beside`, of another wording if there is one; None if it is alone."""
    others = [row for row in pick_first_per_wording(rows) if row.wording != beside.wording][:WORDINGS_TRIED]
    if not others:
        return next((row for row in rows if row is not beside), None)
    return max(others, key=lambda row: measure_difference(compare(beside.text, row.text, aliases)))


def measure_difference(comparison: Comparison) -> tuple[bool, int, int]:
    """Measure how much there is to tell: changes that can be pointed at before translations, then all severities
    together.
    """
    dangers = [change.severity for change in comparison.changes]
    return comparison.mode == "diff", sum(dangers), len(dangers)


def _disambiguate_names(left: PrintingSnapshot, right: PrintingSnapshot) -> tuple[str, str]:
    """Return what to call the two in a sentence."""
    names = left.article.outlet_name, right.article.outlet_name
    if names[0] == names[1]:
        return f"{names[0]} (printing {left.number})", f"{names[1]} (printing {right.number})"
    return names


def _build_change_notes(
    left: PrintingSnapshot, right: PrintingSnapshot, comparison: Comparison
) -> dict[Change, ChangeNote]:
    """Build a note for each change, the most serious first, numbered from 1."""
    starts: Counter[int] = Counter()
    anchors = {}
    for change in comparison.changes:
        starts[change.a.start] += 1
        again = starts[change.a.start]
        anchors[change] = f"change-{change.a.start}" + (f"-{again}" if again > 1 else "")
    ranked = sorted(comparison.changes, key=lambda change: (-change.severity, change.a.start))
    return {
        change: _build_change_note(number, anchors[change], change, left.text, right.text)
        for number, change in enumerate(ranked, start=1)
    }


def _build_change_note(number: int, anchor: str, change: Change, left: str, right: str) -> ChangeNote:
    kind = CHANGE_KINDS[change.kind]
    spans = (change.a, change.b)
    if change.severity <= TYPOGRAPHIC_SEVERITY:  # a comma alone cannot be read
        spans = _expand_to_whole_words(left, change.a), _expand_to_whole_words(right, change.b)
    texts = spans[0].extract(left).strip(), spans[1].extract(right).strip()
    return ChangeNote(
        number, anchor, change.kind, change.severity, kind.label, kind.meaning, change.severity_reason, *texts
    )


def _expand_to_whole_words(text: str, span: Span) -> Span:
    """Expand `span` by the letters that touch it on either side."""
    start, end = span.start, span.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _split_sides(
    left: str, right: str, comparison: Comparison, remarks: Mapping[Change, ChangeNote]
) -> tuple[tuple[TextSegment, ...], tuple[TextSegment, ...]]:
    return _split_at_changes(left, comparison, remarks, "a"), _split_at_changes(right, comparison, remarks, "b")


def _split_at_changes(
    text: str, comparison: Comparison, remarks: Mapping[Change, ChangeNote], side: Literal["a", "b"]
) -> tuple[TextSegment, ...]:
    """Cut `text` where something changed; the segments together are exactly `text`."""
    there = SegmentKind.REMOVED if side == "a" else SegmentKind.ADDED
    pieces: list[TextSegment] = []
    space = ""  # before a place where nothing stands: it is set behind the mark, which belongs to the word before it
    for words, change in split_by_changes(text, comparison, side):
        remark = remarks.get(change) if change else None
        if space:
            pieces.append(TextSegment(space))
            space = ""
        if remark is None:
            pieces.append(TextSegment(words))
        elif remark.severity <= TYPOGRAPHIC_SEVERITY:
            pieces.append(TextSegment(words, SegmentKind.TYPOGRAPHIC, remark))
        elif words:
            pieces.append(TextSegment(words, there, remark))
        else:
            space = _pop_trailing_space(pieces)
            pieces.append(TextSegment("", SegmentKind.CUT, remark))
    return (*pieces, TextSegment(space)) if space else tuple(pieces)


def _pop_trailing_space(pieces: list[TextSegment]) -> str:
    """Remove and return the space at the end of the last segment, if that is plain text with words in it."""
    last = pieces[-1] if pieces else None
    if last is None or last.kind is not SegmentKind.PLAIN or not last.text.strip():
        return ""
    bare = last.text.rstrip()
    pieces[-1] = TextSegment(bare)
    return last.text[len(bare) :]


def _merge_texts(
    left: str, right: str, comparison: Comparison, remarks: Mapping[Change, ChangeNote]
) -> Iterator[TextSegment]:
    """Merge both into one text: `left` with each change in its place; typography is as `left` has it."""
    for words, change in split_by_changes(left, comparison, "a"):
        remark = remarks.get(change) if change else None
        if change is None or remark is None:
            yield TextSegment(words)
        elif remark.severity <= TYPOGRAPHIC_SEVERITY:
            yield TextSegment(words, SegmentKind.TYPOGRAPHIC, remark)
        else:
            other = change.b.extract(right) if words else _pad_insertion(left, right, change)
            yield TextSegment(words, SegmentKind.BOTH, remark, other)


def _pad_insertion(left: str, right: str, change: Change) -> str:
    """Return the words that only `right` has, with the space that separates them from those around them in `left`."""
    words = change.b.extract(right)
    if left[: change.a.start][-1:].isspace() or not change.a.start:
        return words if right[change.b.end :][:1].strip() else f"{words} "
    return f" {words}" if right[: change.b.start][-1:].isspace() else words


def _split_parallel(
    left: str, right: str, comparison: Comparison
) -> tuple[tuple[TextSegment, ...], tuple[TextSegment, ...]]:
    """Cut two translations or retellings at what they share."""
    return (
        tuple(_split_at_shared(left, [a for a, _ in comparison.shared_spans])),
        tuple(_split_at_shared(right, [b for _, b in comparison.shared_spans])),
    )


def _split_at_shared(text: str, spans: Iterable[Span]) -> Iterator[TextSegment]:
    """Cut `text` where a stretch begins or ends that the other side has too."""
    at = 0
    for number, span in enumerate(spans, start=1):
        yield TextSegment(text[at : span.start])
        yield TextSegment(span.extract(text), SegmentKind.SHARED, number=number)
        at = span.end
    yield TextSegment(text[at:])
