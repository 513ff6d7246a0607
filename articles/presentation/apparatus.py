"""The apparatus of a lineage: the base text, its places, and who prints which reading.

The base text is the earliest complete printing, or the one the address names. At a place OffGuardian prints "the
Islamic State" and SANA "ISIS".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.engine.comparison import collation as engine
from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.presentation.printings import NameList, collect_outlet_names
from articles.queries.lineage_snapshot import LineageSnapshot, WordingGroup

SEVERE, MODERATE = 4, 2  # severities from which a place is underlined heavily, or plainly


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A reading at a place, with its outlets; `label` and `meaning` are empty for the base's own."""

    text: str
    names: NameList
    printing_count: int
    label: str = ""
    meaning: str = ""
    severity: int = 0

    @property
    def is_base(self) -> bool:
        """Whether the base prints it."""
        return not self.label

    @property
    def has_more_printings(self) -> bool:
        """Whether more printings have it than outlets are named."""
        return self.printing_count > len(self.names.visible)


@dataclass(frozen=True, slots=True)
class ApparatusEntry:
    """A place with its readings, the base's first, and how many of the printings that reach it differ."""

    number: int
    readings: tuple[ReadingRow, ...]
    differing_count: int
    reaching_count: int
    absent: NameList | None
    inside: int | None
    severity: int

    @property
    def weight(self) -> str:
        """How heavily to underline the place."""
        return "serious" if self.severity >= SEVERE else "middle" if self.severity >= MODERATE else "light"


@dataclass(frozen=True, slots=True)
class BaseSegment:
    """A span of the base: plain `text`, or an entry with its parts, because places may lie inside a longer one."""

    text: str
    entry: ApparatusEntry | None = None
    parts: tuple["BaseSegment", ...] = ()


@dataclass(frozen=True, slots=True)
class ApparatusView:
    """The whole apparatus, with the wordings that are other translations and the number of those left out."""

    base: WordingGroup
    others: tuple[WordingGroup, ...]
    segments: tuple[BaseSegment, ...]
    entries: tuple[ApparatusEntry, ...]
    other_translations: tuple[WordingGroup, ...]
    left_out: int
    typographic_count: int

    @property
    def differing_count(self) -> int:
        """The number of wordings that were compared with the base."""
        return len(self.others)


def build_apparatus(snapshot: LineageSnapshot) -> ApparatusView:
    """Return the places of a lineage with the printings of each reading."""
    collation, groups, text = snapshot.collation, snapshot.wordings, snapshot.base_text
    entries = tuple(_build_entry(place, groups) for place in collation.places)
    aligned = [groups[at] for at in sorted(collation.aligned)]
    return ApparatusView(
        base=snapshot.base,
        others=tuple(group for group in aligned if group.number != collation.base),
        segments=tuple(_split_base(text, collation.places, entries, None, 0, len(text))),
        entries=entries,
        other_translations=snapshot.other_translations,
        left_out=len(collation.left_out),
        typographic_count=sum(bool(each.typographic_count) for each in collation.aligned.values()),
    )


def _build_entry(place: engine.Place, groups: Sequence[WordingGroup]) -> ApparatusEntry:
    readings = tuple(_build_reading_row(reading, groups) for reading in place.readings)
    differing = sum(reading.printing_count for reading in readings[1:])
    reaching = differing + readings[0].printing_count
    absent = collect_outlet_names(groups[at] for at in place.absent) if place.absent else None
    return ApparatusEntry(place.number, readings, differing, reaching, absent, place.enclosing, place.severity)


def _build_reading_row(reading: engine.Reading, groups: Sequence[WordingGroup]) -> ReadingRow:
    witnesses = [groups[at] for at in reading.wordings]
    names, count = collect_outlet_names(witnesses), sum(len(group.printings) for group in witnesses)
    text = strip_rest(reading)
    if reading.change is None:
        return ReadingRow(text, names, count)
    kind, reason = CHANGE_KINDS[reading.change.kind], reading.change.severity_reason
    meaning = f"{kind.meaning} More serious than usual: {reason}." if reason else kind.meaning
    return ReadingRow(text, names, count, kind.label, meaning, reading.change.severity)


def strip_rest(reading: engine.Reading) -> str:
    """Return the words of a reading; nothing where a silent cut left a comma alone."""
    is_cut = reading.change is not None and reading.change.kind.startswith("deletion.silent")
    return "" if is_cut and not any(map(str.isalnum, reading.text)) else reading.text


def _split_base(
    text: str,
    places: Sequence[engine.Place],
    entries: Sequence[ApparatusEntry],
    inside: int | None,
    start: int,
    end: int,
) -> Iterator[BaseSegment]:
    """Cut ``text[start:end]`` at the places that lie directly in it; the segments together are exactly that text."""
    at = start
    for place in places:
        if place.enclosing != inside:
            continue
        # The mark where others have words and this text has none belongs to the word before it.
        begins = place.span.start if len(place.span) else at + len(text[at : place.span.start].rstrip())
        if at < begins:
            yield BaseSegment(text[at:begins])
        parts = tuple(_split_base(text, places, entries, place.number, place.span.start, place.span.end))
        yield BaseSegment(place.span.extract(text), entries[place.number - 1], parts)
        at = place.span.end if len(place.span) else begins
    if at < end:
        yield BaseSegment(text[at:end])
