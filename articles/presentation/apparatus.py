"""Where in the words do the printings differ, and who prints what there?

The base text - the earliest complete printing, or the one the address names - with a number at each place where another
printing differs, "2 of 3 differ"; then for each place its readings: "the Islamic State" in OffGuardian and Russia
Insider, "ISIS" in SANA, and what kind of change that is; from four printings on a grid of letters, wordings down and
places across.

Left to others: finding places and readings (`engine.collation`), the printings themselves
(`articles.presentation.printings`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from articles.engine.comparison import collation as engine
from articles.engine.comparison.change_kinds import KINDS
from articles.engine.comparison.collation import Collation
from articles.presentation.printings import Group, Names, names_of

GRID_FROM = 4  # printings; with fewer the table of readings says it all
GRID_ROWS = 50
GRAVE, MIDDLE = 4, 2  # dangers from which a place is underlined heavily, or plainly


@dataclass(frozen=True, slots=True)
class Reading:
    """What some printings have at a place; `label` and `meaning` are empty for what the base has."""

    letter: str
    text: str
    names: Names
    printings: int
    label: str
    meaning: str
    danger: int

    @property
    def own(self) -> bool:
        """Is it what the base prints?"""
        return not self.label

    @property
    def repeated(self) -> bool:
        """Are there more printings of it than outlets named?"""
        return self.printings > len(self.names.shown)


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its readings, the base's first. Of `of` printings that reach it, `differ` have another reading."""

    number: int
    readings: tuple[Reading, ...]
    differ: int
    of: int
    absent: Names | None
    inside: int | None
    danger: int

    @property
    def weight(self) -> str:
        """How heavily to underline it."""
        return "grave" if self.danger >= GRAVE else "middle" if self.danger >= MIDDLE else "light"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the base: plain `text`, or a `place` with its `parts`, for places may lie in a longer one."""

    text: str
    place: Place | None = None
    parts: tuple["Piece", ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """One wording's letters at all places; an empty cell is a place it does not reach."""

    group: Group
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """All of it; `apart` are wordings that are other translations or retellings, `left_out` too many to lay out."""

    base: Group
    others: tuple[Group, ...]
    pieces: tuple[Piece, ...]
    places: tuple[Place, ...]
    grid: tuple[GridRow, ...]
    apart: tuple[Group, ...]
    left_out: int
    slight: int

    @property
    def differing(self) -> int:
        """How many wordings were laid beside the base."""
        return len(self.others)


def readings_of(collation: Collation, groups: Sequence[Group]) -> Readings:
    """The places of `collation` with the printings of each reading; `groups` are its wordings, in the same order."""
    places = tuple(_place(place, groups) for place in collation.places)
    text = collation.wordings[collation.base].text
    laid = [groups[at] for at in sorted(collation.laid)]
    printings = sum(len(group.rows) for group in laid)
    return Readings(
        base=groups[collation.base],
        others=tuple(group for group in laid if group.number != collation.base),
        pieces=tuple(_pieces(text, collation.places, places, None, 0, len(text))),
        places=places,
        grid=tuple(_grid(collation, laid[:GRID_ROWS])) if printings >= GRID_FROM and places else (),
        apart=tuple(groups[at] for family in collation.families for at in family),
        left_out=len(collation.left_out),
        slight=sum(bool(each.slight) for each in collation.laid.values()),
    )


def _place(place: engine.Place, groups: Sequence[Group]) -> Place:
    readings = tuple(_reading(letter_at(at), reading, groups) for at, reading in enumerate(place.readings))
    differ = sum(reading.printings for reading in readings[1:])
    absent = names_of(groups[at] for at in place.absent) if place.absent else None
    return Place(
        place.number, readings, differ, differ + readings[0].printings, absent, place.inside, danger=place.danger
    )


def _reading(letter: str, reading: engine.Reading, groups: Sequence[Group]) -> Reading:
    those = [groups[at] for at in reading.wordings]
    count = sum(len(group.rows) for group in those)
    if reading.change is None:
        return Reading(letter, reading.text, names_of(those), count, "", "", 0)
    kind = KINDS[reading.change.kind]
    meaning = f"{kind.meaning} Graver than usual: {reading.change.graver}." if reading.change.graver else kind.meaning
    return Reading(letter, reading.text, names_of(those), count, kind.label, meaning, reading.change.danger)


def letter_at(index: int) -> str:
    """The name of the reading after `index` others: a, b ... z, then with numbers."""
    return ascii_lowercase[index] if index < len(ascii_lowercase) else f"a{index - len(ascii_lowercase) + 1}"


def _pieces(
    text: str, spans: Sequence[engine.Place], places: Sequence[Place], inside: int | None, start: int, end: int
) -> Iterator[Piece]:
    """``text[start:end]`` cut at the places that lie directly in it; together the pieces are exactly that."""
    at = start
    for place in spans:
        if place.inside != inside:
            continue
        # The mark where others have words and this text has none belongs to the word before it.
        begins = place.span.start if len(place.span) else at + len(text[at : place.span.start].rstrip())
        if at < begins:
            yield Piece(text[at:begins])
        parts = tuple(_pieces(text, spans, places, place.number, place.span.start, place.span.end))
        yield Piece(place.span.of(text), places[place.number - 1], parts)
        at = place.span.end if len(place.span) else begins
    if at < end:
        yield Piece(text[at:end])


def _grid(collation: Collation, groups: Sequence[Group]) -> Iterator[GridRow]:
    for group in groups:
        at = (place.reading_of(group.number) for place in collation.places)
        yield GridRow(group, tuple("" if reading is None else letter_at(reading) for reading in at))
