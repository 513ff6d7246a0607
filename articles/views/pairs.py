"""What does a reader see when two printings stand side by side?

TASS's words on the left with "(life has proved they never went back from their words)" struck through, SANA's on the
right with "ISIS" underlined, and the same changes in words below: the most dangerous first, what only typesetting
changed as one count at the end. Where two texts are translations or retellings, both stand unmarked but for what they
share.

Left to others: finding and naming the changes (`engine.comparison`), how marks look (`templatetags.marks`, the style
sheet).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from articles.engine.aliases import Aliases
from articles.engine.changes import KINDS, Change
from articles.engine.comparison import Comparison, compare, segments
from articles.engine.spans import Span

from .printings import Row, one_a_wording

SLIGHT = 0  # the danger of a change that is typesetting only
WORDINGS_TRIED = 12  # when choosing the pair to open with; a comparison takes 1 ms at most, the page has 150


class Mark(StrEnum):
    """What is marked in one side's text."""

    PLAIN = "plain"
    REMOVED = "removed"
    ADDED = "added"
    CUT = "cut"  # nothing here, but the other side has words
    SLIGHT = "slight"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one side's text; `number` leads to the remark on it."""

    text: str
    mark: Mark = Mark.PLAIN
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: `name` tells it from the other where both are of one outlet."""

    row: Row
    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """One change in words; `graver` is the engine's reason where this one is more dangerous than others of its kind."""

    number: int
    kind: str
    danger: int
    label: str
    meaning: str
    graver: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Pair:
    left: Side
    right: Side
    remarks: tuple[Remark, ...]
    slight: int
    only_punctuation: bool
    parallel: bool

    @property
    def same(self) -> bool:
        """Do both print the very same, but for what folding hides?"""
        return not (self.parallel or self.remarks or self.slight)

    @property
    def slight_in_words(self) -> str:
        """The count of what only typesetting changed."""
        plural = "" if self.slight == 1 else "s"
        return f"{self.slight} difference{plural} of punctuation" + ("" if self.only_punctuation else " or typesetting")

    @property
    def shares(self) -> bool:
        """Is anything marked as standing in both?"""
        return any(piece.mark is Mark.SHARED for piece in self.left.pieces)


def pair_of(left: Row, right: Row, aliases: Aliases) -> Pair:
    """`left` and `right` compared, ready to show."""
    comparison = compare(left.text, right.text, aliases)
    if comparison.mode == "parallel":
        return _parallel(left, right, comparison)
    ranked = sorted((c for c in comparison.changes if c.danger > SLIGHT), key=lambda c: (-c.danger, c.a.start))
    slight = [change for change in comparison.changes if change.danger <= SLIGHT]
    numbers = {change: number for number, change in enumerate(ranked, start=1)}
    names = _names(left, right)
    return Pair(
        left=Side(left, names[0], _changed(left.text, comparison, numbers, "a")),
        right=Side(right, names[1], _changed(right.text, comparison, numbers, "b")),
        remarks=tuple(_remark(number, change, left, right) for change, number in numbers.items()),
        slight=len(slight),
        only_punctuation=all(change.kind == "typography.punctuation" for change in slight),
        parallel=False,
    )


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


def _remark(number: int, change: Change, left: Row, right: Row) -> Remark:
    kind = KINDS[change.kind]
    graver = change.rule if change.danger > kind.danger else ""
    texts = change.a.of(left.text).strip(), change.b.of(right.text).strip()
    return Remark(number, change.kind, change.danger, kind.label, kind.meaning, graver, *texts)


def _changed(
    text: str, comparison: Comparison, numbers: Mapping[Change, int], side: Literal["a", "b"]
) -> tuple[Piece, ...]:
    """`text` cut where something changed; the pieces together are exactly `text`."""
    there = Mark.REMOVED if side == "a" else Mark.ADDED
    pieces = []
    for words, change in segments(text, comparison, side):
        number = numbers.get(change) if change else None
        if number is None:
            pieces.append(Piece(words, Mark.SLIGHT if change else Mark.PLAIN))
        else:
            pieces.append(Piece(words, there if words else Mark.CUT, number))
    return tuple(pieces)


def _parallel(left: Row, right: Row, comparison: Comparison) -> Pair:
    """Two translations or retellings, with what they share."""
    names = _names(left, right)
    return Pair(
        left=Side(left, names[0], _shared(left.text, [a for a, _ in comparison.shared])),
        right=Side(right, names[1], _shared(right.text, [b for _, b in comparison.shared])),
        remarks=(),
        slight=0,
        only_punctuation=False,
        parallel=True,
    )


def _shared(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """`text` cut where a stretch begins or ends that the other side has too."""
    pieces, at = [], 0
    for span in spans:
        pieces.append(Piece(text[at : span.start]))
        pieces.append(Piece(span.of(text), Mark.SHARED))
        at = span.end
    pieces.append(Piece(text[at:]))
    return tuple(pieces)
