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

from articles.engine.comparison.change_kinds import KINDS, Change
from articles.engine.comparison.collation import COMPLETE, Collation, Place
from articles.engine.comparison.compare import Comparison, Mode, compare, segments
from articles.engine.text.aliases import Aliases
from articles.engine.text.phrases import counted
from articles.engine.text.spans import Span
from articles.presentation.printings import Group, Row, one_a_wording

SLIGHT = 0  # the danger of a change that is typesetting only
WORDINGS_TRIED = 12  # beside a printing chosen by hand; a comparison takes 1 ms at most, the page has 150
PAIRED = 16  # wordings of which every two are weighed for the pair to open with: 120 pairs take 2 ms


class Mark(StrEnum):
    """What is marked in a text."""

    PLAIN = "plain"
    REMOVED = "removed"
    ADDED = "added"
    CUT = "cut"  # nothing here, but the other side has words
    BOTH = "both"  # of two laid into one text: what the first has, then what the second has
    SLIGHT = "slight"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Remark:
    """One change in words; `graver` is the engine's reason where this one is more dangerous than others of its kind.

    `anchor` names it in an address by where it stands in the left text. Its `number` would not do: that is its place in
    the order of danger, and names another change as soon as one is judged anew.
    """

    number: int
    anchor: str
    kind: str
    danger: int
    label: str
    meaning: str
    graver: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, with the remark on it where something changed.

    `other` is what the second text has where two are laid into one; `number` counts the stretches that are shared.
    """

    text: str
    mark: Mark = Mark.PLAIN
    remark: Remark | None = None
    other: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: `name` tells it from the other where both are of one outlet."""

    row: Row
    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two printings with what is to be said of them.

    `remarks` are the changes, gravest first, and `slight` those of typesetting; `merged` is both laid into one text.
    `share` is how much of the shorter text the other has, in percent; `sure` is False where only a person can tell
    whether they are one text that was changed or two made apart, `parallel` where they are shown as two. `judged` says
    that a person has told.
    """

    left: Side
    right: Side
    merged: tuple[Piece, ...]
    remarks: tuple[Remark, ...]
    slight: tuple[Remark, ...]
    parallel: bool
    sure: bool
    share: int
    judged: bool = False

    @property
    def same(self) -> bool:
        """Do both print the very same, but for what folding hides?"""
        return not (self.parallel or self.remarks or self.slight)

    @property
    def slight_in_words(self) -> str:
        """The count of what only typesetting changed."""
        only_punctuation = all(remark.kind == "typography.punctuation" for remark in self.slight)
        differences = counted(len(self.slight), "difference")
        return f"{differences} of punctuation{'' if only_punctuation else ' or typesetting'}"

    @property
    def shares(self) -> bool:
        """Is anything marked as standing in both?"""
        return any(piece.mark is Mark.SHARED for piece in self.left.pieces)


def pair_of(left: Row, right: Row, aliases: Aliases, *, typography: bool = True, judged: Mode | None = None) -> Pair:
    """`left` and `right` compared, ready to show; without `typography`, typesetting is passed over."""
    comparison = compare(left.text, right.text, aliases, judged=judged)
    changed = comparison.mode == "diff"
    remarks = _remarks(left, right, comparison) if changed else {}
    if not typography:
        remarks = {change: remark for change, remark in remarks.items() if change.danger > SLIGHT}
    names = _names(left, right)
    texts = (
        _sides(left.text, right.text, comparison, remarks) if changed else _parallel(left.text, right.text, comparison)
    )
    return Pair(
        left=Side(left, names[0], texts[0]),
        right=Side(right, names[1], texts[1]),
        merged=tuple(_merged(left.text, right.text, comparison, remarks)) if changed else (),
        remarks=tuple(remark for remark in remarks.values() if remark.danger > SLIGHT),
        slight=tuple(remark for remark in remarks.values() if remark.danger <= SLIGHT),
        parallel=not changed,
        sure=comparison.is_sure,
        share=round(100 * comparison.share),
        judged=comparison.judged,
    )


def opening(collation: Collation, groups: Sequence[Group]) -> tuple[Row, Row] | None:
    """The two most different complete printings, the earlier one first; None where a printing is alone.

    How far two wordings lie apart is told from their readings: at each place where they differ, the danger of the
    graver one. `groups` are the wordings of `collation` in the same order.
    """
    base = groups[collation.base]
    complete = [at for at in _furthest_from_base(collation) if _is_complete(at, collation)]
    pairs = combinations(sorted({collation.base, *complete[:PAIRED]}), 2)
    one, other = max(pairs, key=lambda pair: _apart(collation, *pair), default=(None, None))
    if one is not None and other is not None:
        return groups[one].first, groups[other].first
    beside = next((group.first for group in groups if group is not base), None) or next(iter(base.rows[1:]), None)
    if beside is None:
        return None
    return (base.first, beside) if base.first.number < beside.number else (beside, base.first)


def _furthest_from_base(collation: Collation) -> list[int]:
    """The wordings laid against the base, those with the gravest changes first."""
    weights = {at: sum(change.danger for change in laid.comparison.changes) for at, laid in collation.laid.items()}
    return sorted(weights, key=lambda at: (-weights[at], at))


def _is_complete(wording: int, collation: Collation) -> bool:
    lengths = {at: len(collation.wordings[at].text.split()) for at in collation.laid}
    return lengths[wording] >= COMPLETE * max(lengths.values())


def _apart(collation: Collation, one: int, other: int) -> tuple[int, bool, int]:
    """How far two wordings lie apart; of equals, the pair with the base, then the earliest."""
    return (
        sum(_danger_at(place, one, other) for place in collation.places),
        collation.base in (one, other),
        -one - other,
    )


def _danger_at(place: Place, one: int, other: int) -> int:
    readings = place.reading_of(one), place.reading_of(other)
    if readings[0] == readings[1]:
        return 0
    changes = [place.readings[at].change for at in readings if at is not None]
    return max((change.danger for change in changes if change), default=0)


def most_telling(rows: Sequence[Row], beside: Row, aliases: Aliases) -> Row | None:
    """The printing that differs most from `beside`, of another wording where there is one; None where it is alone."""
    others = [row for row in one_a_wording(rows) if row.wording != beside.wording][:WORDINGS_TRIED]
    if not others:
        return next((row for row in rows if row is not beside), None)
    return max(others, key=lambda row: weight(compare(beside.text, row.text, aliases)))


def weight(comparison: Comparison) -> tuple[bool, int, int]:
    """How much there is to tell: changes that can be pointed at before translations, then all dangers together."""
    dangers = [change.danger for change in comparison.changes]
    return comparison.mode == "diff", sum(dangers), len(dangers)


def _names(left: Row, right: Row) -> tuple[str, str]:
    """What to call the two in a sentence."""
    names = left.article.outlet_name, right.article.outlet_name
    if names[0] == names[1]:
        return f"{names[0]} (printing {left.number})", f"{names[1]} (printing {right.number})"
    return names


def _remarks(left: Row, right: Row, comparison: Comparison) -> dict[Change, Remark]:
    """What is said of each change, gravest first, with numbers from 1."""
    starts: Counter[int] = Counter()
    anchors = {}
    for change in comparison.changes:
        starts[change.a.start] += 1
        again = starts[change.a.start]
        anchors[change] = f"change-{change.a.start}" + (f"-{again}" if again > 1 else "")
    ranked = sorted(comparison.changes, key=lambda change: (-change.danger, change.a.start))
    return {
        change: _remark(number, anchors[change], change, left.text, right.text)
        for number, change in enumerate(ranked, start=1)
    }


def _remark(number: int, anchor: str, change: Change, left: str, right: str) -> Remark:
    kind = KINDS[change.kind]
    spans = (change.a, change.b)
    if change.danger <= SLIGHT:  # a comma alone cannot be read
        spans = _whole_words(left, change.a), _whole_words(right, change.b)
    texts = spans[0].of(left).strip(), spans[1].of(right).strip()
    return Remark(number, anchor, change.kind, change.danger, kind.label, kind.meaning, change.graver, *texts)


def _whole_words(text: str, span: Span) -> Span:
    """`span` with the letters that touch it on either side."""
    start, end = span.start, span.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _sides(
    left: str, right: str, comparison: Comparison, remarks: Mapping[Change, Remark]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    return _changed(left, comparison, remarks, "a"), _changed(right, comparison, remarks, "b")


def _changed(
    text: str, comparison: Comparison, remarks: Mapping[Change, Remark], side: Literal["a", "b"]
) -> tuple[Piece, ...]:
    """`text` cut where something changed; the pieces together are exactly `text`."""
    there = Mark.REMOVED if side == "a" else Mark.ADDED
    pieces: list[Piece] = []
    space = ""  # before a place where nothing stands: it is set behind the mark, which belongs to the word before it
    for words, change in segments(text, comparison, side):
        remark = remarks.get(change) if change else None
        if space:
            pieces.append(Piece(space))
            space = ""
        if remark is None:
            pieces.append(Piece(words))
        elif remark.danger <= SLIGHT:
            pieces.append(Piece(words, Mark.SLIGHT, remark))
        elif words:
            pieces.append(Piece(words, there, remark))
        else:
            space = _set_apart(pieces)
            pieces.append(Piece("", Mark.CUT, remark))
    return (*pieces, Piece(space)) if space else tuple(pieces)


def _set_apart(pieces: list[Piece]) -> str:
    """The space at the end of the last piece, which loses it, if that is plain text with words in it."""
    last = pieces[-1] if pieces else None
    if last is None or last.mark is not Mark.PLAIN or not last.text.strip():
        return ""
    bare = last.text.rstrip()
    pieces[-1] = Piece(bare)
    return last.text[len(bare) :]


def _merged(left: str, right: str, comparison: Comparison, remarks: Mapping[Change, Remark]) -> Iterator[Piece]:
    """Both laid into one text: `left` with each change in its place; typesetting is as `left` has it."""
    for words, change in segments(left, comparison, "a"):
        remark = remarks.get(change) if change else None
        if change is None or remark is None:
            yield Piece(words)
        elif remark.danger <= SLIGHT:
            yield Piece(words, Mark.SLIGHT, remark)
        else:
            other = change.b.of(right) if words else _put_in(left, right, change)
            yield Piece(words, Mark.BOTH, remark, other)


def _put_in(left: str, right: str, change: Change) -> str:
    """The words that only `right` has, with the space that parts them from those around them in `left`."""
    words = change.b.of(right)
    if left[: change.a.start][-1:].isspace() or not change.a.start:
        return words if right[change.b.end :][:1].strip() else f"{words} "
    return f" {words}" if right[: change.b.start][-1:].isspace() else words


def _parallel(left: str, right: str, comparison: Comparison) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two translations or retellings, with what they share."""
    return (
        tuple(_shared(left, [a for a, _ in comparison.shared])),
        tuple(_shared(right, [b for _, b in comparison.shared])),
    )


def _shared(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """`text` cut where a stretch begins or ends that the other side has too."""
    at = 0
    for number, span in enumerate(spans, start=1):
        yield Piece(text[at : span.start])
        yield Piece(span.of(text), Mark.SHARED, number=number)
        at = span.end
    yield Piece(text[at:])
