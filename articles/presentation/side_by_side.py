"""What does a reader see when two printings stand side by side?

TASS's words on the left with "(life has proved they never went back from their words)" struck through, SANA's on the
right with "ISIS" underlined, and the same changes in words below: the most dangerous first, what only typesetting
changed last. The two can also be laid into one text, and typesetting be left unmarked. Where two texts are translations
or retellings, both stand unmarked but for what they share; where only a person can tell whether they are, that is said.

Left to others: finding and naming the changes (`engine.comparison`), which address shows which two
(`articles.views.comparison`), how marks look (`templatetags.marks`, the style sheet).
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
    """What is marked in a text."""

    PLAIN = "plain"
    REMOVED = "removed"
    ADDED = "added"
    CUT = "cut"  # nothing here, but the other side has words
    BOTH = "both"  # of two laid into one text: what the first has, then what the second has
    TYPOGRAPHIC = "slight"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """One change in words; `graver` is the engine's reason where this one is more dangerous than others of its kind.

    `anchor` names it in an address by where it stands in the left text. Its `number` would not do: that is its place in
    the order of danger, and names another change as soon as one is judged anew.
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
    """A stretch of a text, with the remark on it where something changed.

    `other` is what the second text has where two are laid into one; `number` counts the stretches that are shared.
    """

    text: str
    kind: SegmentKind = SegmentKind.PLAIN
    change: ChangeNote | None = None
    other_text: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class ComparisonSide:
    """One of the two: `name` tells it from the other where both are of one outlet."""

    row: PrintingSnapshot
    name: str
    segments: tuple[TextSegment, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two printings with what is to be said of them.

    `remarks` are the changes, gravest first, and `slight` those of typesetting; `merged` is both laid into one text.
    `share` is how much of the shorter text the other has, in percent; `sure` is False where only a person can tell
    whether they are one text that was changed or two made apart, `parallel` where they are shown as two. `judged` says
    that a person has told.
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
        """Do both print the very same, but for what folding hides?"""
        return not (self.parallel or self.changes or self.typographic)

    @property
    def typographic_phrase(self) -> str:
        """The count of what only typesetting changed."""
        only_punctuation = all(remark.kind == "typography.punctuation" for remark in self.typographic)
        differences = count_phrase(len(self.typographic), "difference")
        return f"{differences} of punctuation{'' if only_punctuation else ' or typesetting'}"

    @property
    def has_shared_text(self) -> bool:
        """Is anything marked as standing in both?"""
        return any(piece.kind is SegmentKind.SHARED for piece in self.left.segments)


def build_pair_view(
    left: PrintingSnapshot,
    right: PrintingSnapshot,
    aliases: Aliases,
    *,
    typography: bool = True,
    judged: ComparisonMode | None = None,
) -> PairView:
    """`left` and `right` compared, ready to show; without `typography`, typesetting is passed over."""
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
    """The two most different complete printings, the earlier one first; None where a printing is alone.

    How far two wordings lie apart is told from their readings: at each place where they differ, the danger of the
    graver one.
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
    """The wordings laid against the base, those with the gravest changes first."""
    weights = {at: sum(change.severity for change in laid.comparison.changes) for at, laid in collation.aligned.items()}
    return sorted(weights, key=lambda at: (-weights[at], at))


def _is_complete(wording: int, collation: Collation) -> bool:
    lengths = {at: len(collation.wordings[at].text.split()) for at in collation.aligned}
    return lengths[wording] >= COMPLETE_SHARE * max(lengths.values())


def _measure_distance(collation: Collation, one: int, other: int) -> tuple[int, bool, int]:
    """How far two wordings lie apart; of equals, the pair with the base, then the earliest."""
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
    """The printing that differs most from `beside`, of another wording where there is one; None where it is alone."""
    others = [row for row in pick_first_per_wording(rows) if row.wording != beside.wording][:WORDINGS_TRIED]
    if not others:
        return next((row for row in rows if row is not beside), None)
    return max(others, key=lambda row: measure_difference(compare(beside.text, row.text, aliases)))


def measure_difference(comparison: Comparison) -> tuple[bool, int, int]:
    """How much there is to tell: changes that can be pointed at before translations, then all dangers together."""
    dangers = [change.severity for change in comparison.changes]
    return comparison.mode == "diff", sum(dangers), len(dangers)


def _disambiguate_names(left: PrintingSnapshot, right: PrintingSnapshot) -> tuple[str, str]:
    """What to call the two in a sentence."""
    names = left.article.outlet_name, right.article.outlet_name
    if names[0] == names[1]:
        return f"{names[0]} (printing {left.number})", f"{names[1]} (printing {right.number})"
    return names


def _build_change_notes(
    left: PrintingSnapshot, right: PrintingSnapshot, comparison: Comparison
) -> dict[Change, ChangeNote]:
    """What is said of each change, gravest first, with numbers from 1."""
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
    """`span` with the letters that touch it on either side."""
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
    """`text` cut where something changed; the pieces together are exactly `text`."""
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
    """The space at the end of the last piece, which loses it, if that is plain text with words in it."""
    last = pieces[-1] if pieces else None
    if last is None or last.kind is not SegmentKind.PLAIN or not last.text.strip():
        return ""
    bare = last.text.rstrip()
    pieces[-1] = TextSegment(bare)
    return last.text[len(bare) :]


def _merge_texts(
    left: str, right: str, comparison: Comparison, remarks: Mapping[Change, ChangeNote]
) -> Iterator[TextSegment]:
    """Both laid into one text: `left` with each change in its place; typesetting is as `left` has it."""
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
    """The words that only `right` has, with the space that parts them from those around them in `left`."""
    words = change.b.extract(right)
    if left[: change.a.start][-1:].isspace() or not change.a.start:
        return words if right[change.b.end :][:1].strip() else f"{words} "
    return f" {words}" if right[: change.b.start][-1:].isspace() else words


def _split_parallel(
    left: str, right: str, comparison: Comparison
) -> tuple[tuple[TextSegment, ...], tuple[TextSegment, ...]]:
    """Two translations or retellings, with what they share."""
    return (
        tuple(_split_at_shared(left, [a for a, _ in comparison.shared_spans])),
        tuple(_split_at_shared(right, [b for _, b in comparison.shared_spans])),
    )


def _split_at_shared(text: str, spans: Iterable[Span]) -> Iterator[TextSegment]:
    """`text` cut where a stretch begins or ends that the other side has too."""
    at = 0
    for number, span in enumerate(spans, start=1):
        yield TextSegment(text[at : span.start])
        yield TextSegment(span.extract(text), SegmentKind.SHARED, number=number)
        at = span.end
    yield TextSegment(text[at:])
