"""Two printings side by side.

TASS's words stand on the left with "(life has proved they never went back from their words)" struck through, SANA's on
the right with "ISIS" underlined, and below the same changes in words, the most serious first. The two can also be
merged into one text. Two translations or retellings stand unmarked but for what they share.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.collation import TYPOGRAPHIC_SEVERITY
from articles.engine.comparison.compare import Comparison, ComparisonMode, SideName, compare, split_by_changes
from articles.engine.text.aliases import Aliases
from articles.engine.text.phrases import count_phrase
from articles.engine.text.spans import Span
from articles.queries.lineage_snapshot import PrintingSnapshot, group_by_wording

WORDINGS_TRIED = 12  # beside a printing chosen by hand; a comparison takes 1 ms at most, the page has 150


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

    `anchor` names it in an address by where it stands in the left text: its `number`, the rank by severity, may change.
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
    is_selection: bool = False  # one version only begins or ends elsewhere


@dataclass(frozen=True, slots=True)
class TextSegment:
    """A segment of a text, with the change there."""

    text: str
    kind: SegmentKind = SegmentKind.PLAIN
    change: ChangeNote | None = None
    other_text: str = ""  # what the second text has, if the two are merged
    number: int = 0  # of a shared segment


@dataclass(frozen=True, slots=True)
class ComparisonSide:
    """One of the two; `name` tells it from the other even if both are of one outlet."""

    row: PrintingSnapshot
    name: str
    segments: tuple[TextSegment, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two printings, ready to show, with their changes, the most serious first.

    `share` is how much of the shorter text the other has, in percent. `parallel` is True if they are shown as two texts
    made apart. `sure` is False if only a person can tell whether they are, and `judged` is True if one has.
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
        """The number of changes that cannot touch the sense, with its noun."""
        kinds = {note.kind for note in self.typographic}
        nouns = ["punctuation"] if "typography.punctuation" in kinds else []
        nouns += ["typesetting"] if kinds - {"typography.punctuation", "disfluency"} else []
        nouns += ["fillers or repetitions"] if "disfluency" in kinds else []
        if nouns == ["typesetting"]:
            nouns = ["punctuation", "typesetting"]
        return (
            f"{count_phrase(len(self.typographic), 'difference')} of {', '.join(nouns[:-2])}{' or '.join(nouns[-2:])}"
        )

    @property
    def has_shared_text(self) -> bool:
        """Whether anything is marked as standing in both."""
        return any(segment.kind is SegmentKind.SHARED for segment in self.left.segments)


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
    parallel = comparison.mode == "parallel"
    notes = {} if parallel else _build_change_notes(left, right, comparison)
    if not typography:
        notes = {change: note for change, note in notes.items() if change.severity > TYPOGRAPHIC_SEVERITY}
    names = _disambiguate_names(left, right)
    return PairView(
        left=_build_side(left, names[0], comparison, notes, "a"),
        right=_build_side(right, names[1], comparison, notes, "b"),
        merged=() if parallel else tuple(_merge_texts(left.text, right.text, comparison, notes)),
        changes=tuple(note for note in notes.values() if note.severity > TYPOGRAPHIC_SEVERITY),
        typographic=tuple(note for note in notes.values() if note.severity <= TYPOGRAPHIC_SEVERITY),
        parallel=parallel,
        sure=comparison.is_certain,
        share=round(100 * comparison.overlap),
        judged=comparison.decided_by_curator,
    )


def _build_side(
    row: PrintingSnapshot, name: str, comparison: Comparison, notes: Mapping[Change, ChangeNote], side: SideName
) -> ComparisonSide:
    if comparison.mode == "diff":
        return ComparisonSide(row, name, tuple(_split_at_changes(row.text, comparison, notes, side)))
    return ComparisonSide(row, name, tuple(split_at_shared(row.text, comparison, side)))


def find_most_different(
    rows: Sequence[PrintingSnapshot], beside: PrintingSnapshot, aliases: Aliases
) -> PrintingSnapshot | None:
    """Find the printing that differs most from `beside`, of another wording if there is one; None if it is alone."""
    wordings = (group.first for group in group_by_wording(rows))
    others = [row for row in wordings if row.wording != beside.wording][:WORDINGS_TRIED]
    if not others:
        return next((row for row in rows if row is not beside), None)
    return max(others, key=lambda row: measure_difference(compare(beside.text, row.text, aliases)))


def measure_difference(comparison: Comparison) -> tuple[bool, int, int]:
    """Measure how much there is to tell: changes that can be pointed at before translations, then all severities."""
    changes = [change for change in comparison.changes if not change.is_truncation]
    return comparison.mode == "diff", sum(change.severity for change in changes), len(changes)


def _disambiguate_names(left: PrintingSnapshot, right: PrintingSnapshot) -> tuple[str, str]:
    """Return what to call the two in a sentence."""
    names = left.article.outlet_name, right.article.outlet_name
    if left.article == right.article and bool(left.quote.seen) != bool(right.quote.seen):
        edited = tuple(f"{names[0]} ({'edited' if each.quote.seen else 'before the edit'})" for each in (left, right))
        return edited[0], edited[1]
    if names[0] == names[1]:
        return f"{names[0]} (version {left.number})", f"{names[1]} (version {right.number})"
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
    selections = {change for change in comparison.changes if _is_selection(change, left.text, right.text)}
    ranked = sorted(comparison.changes, key=lambda change: (change in selections, -change.severity, change.a.start))
    return {
        change: _build_change_note(number, anchors[change], change, left.text, right.text, change in selections)
        for number, change in enumerate(ranked, start=1)
    }


def _build_change_note(
    number: int, anchor: str, change: Change, left: str, right: str, is_selection: bool
) -> ChangeNote:
    kind, spans = CHANGE_KINDS[change.kind], (change.a, change.b)
    if change.severity <= TYPOGRAPHIC_SEVERITY:  # a comma alone cannot be read
        spans = _expand_to_whole_words(left, change.a), _expand_to_whole_words(right, change.b)
    texts = spans[0].extract(left).strip(), spans[1].extract(right).strip()
    reason = change.severity_reason
    return ChangeNote(
        number, anchor, change.kind, change.severity, kind.label, kind.meaning, reason, *texts, is_selection
    )


def _is_selection(change: Change, left: str, right: str) -> bool:
    """Return whether one text only begins or ends elsewhere, which is a choice and no change."""
    one_sided = change.a.start == change.a.end or change.b.start == change.b.end
    if not one_sided or not change.kind.startswith(_SELECTING_KINDS):
        return False
    span, text = (change.b, right) if change.a.start == change.a.end else (change.a, left)
    before, after = text[: span.start], text[span.end :]
    return not (before.strip(_MARKS) and after.strip(_MARKS))


_SELECTING_KINDS = ("truncation.", "insertion", "deletion.silent")  # a "not" that is gone is a change wherever it was
_MARKS = " .,;:!?\N{HORIZONTAL ELLIPSIS}"


def _expand_to_whole_words(text: str, span: Span) -> Span:
    """Expand `span` by the letters that touch it on either side."""
    start, end = span.start, span.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _split_at_changes(
    text: str, comparison: Comparison, notes: Mapping[Change, ChangeNote], side: SideName
) -> list[TextSegment]:
    """Cut `text` where something changed; the segments together are exactly `text`."""
    there = SegmentKind.REMOVED if side == "a" else SegmentKind.ADDED
    segments: list[TextSegment] = []
    space = ""  # before a place where nothing stands: it is set behind the mark, which belongs to the word before it
    for words, change in split_by_changes(text, comparison, side):
        note = notes.get(change) if change else None
        if space:
            segments.append(TextSegment(space))
            space = ""
        if note is None:
            segments.append(TextSegment(words))
        elif note.severity <= TYPOGRAPHIC_SEVERITY:
            segments.append(TextSegment(words, SegmentKind.TYPOGRAPHIC, note))
        elif words:
            segments.append(TextSegment(words, there, note))
        else:
            space = _pop_trailing_space(segments)
            segments.append(TextSegment("", SegmentKind.CUT, note))
    return [*segments, TextSegment(space)] if space else segments


def _pop_trailing_space(segments: list[TextSegment]) -> str:
    """Remove and return the space at the end of the last segment, if that is plain text with words in it."""
    last = segments[-1] if segments else None
    if last is None or last.kind is not SegmentKind.PLAIN or not last.text.strip():
        return ""
    bare = last.text.rstrip()
    segments[-1] = TextSegment(bare)
    return last.text[len(bare) :]


def _merge_texts(
    left: str, right: str, comparison: Comparison, notes: Mapping[Change, ChangeNote]
) -> Iterator[TextSegment]:
    """Merge both into one text: `left` with each change in its place; typography is as `left` has it."""
    for words, change in split_by_changes(left, comparison, "a"):
        note = notes.get(change) if change else None
        if change is None or note is None:
            yield TextSegment(words)
        elif note.severity <= TYPOGRAPHIC_SEVERITY:
            yield TextSegment(words, SegmentKind.TYPOGRAPHIC, note)
        else:
            other = change.b.extract(right) if words else _pad_insertion(left, right, change)
            yield TextSegment(words, SegmentKind.BOTH, note, other)


def _pad_insertion(left: str, right: str, change: Change) -> str:
    """Return the words that only `right` has, with the space that separates them from their neighbours in `left`."""
    words = change.b.extract(right)
    if left[: change.a.start][-1:].isspace() or not change.a.start:
        return words if right[change.b.end :][:1].strip() else f"{words} "
    return f" {words}" if right[: change.b.start][-1:].isspace() else words


def split_at_shared(text: str, comparison: Comparison, side: SideName) -> Iterator[TextSegment]:
    """Cut `text`, one of two translations or retellings, at the stretches that the other has too."""
    at = 0
    for number, spans in enumerate(comparison.shared_spans, start=1):
        span = spans[side == "b"]
        yield TextSegment(text[at : span.start])
        yield TextSegment(span.extract(text), SegmentKind.SHARED, number=number)
        at = span.end
    yield TextSegment(text[at:])
