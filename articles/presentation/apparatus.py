"""The apparatus of a lineage: the base text, its places, and who prints which reading.

The base text is the earliest complete printing, or the one the address names. At a place OffGuardian prints "the
Islamic State" and SANA "ISIS". The table of versions sets any selection of wordings in columns, with a row for each
place and the words that each of them has there.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from articles.engine.comparison import collation as engine
from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.presentation.printings import NameList, collect_outlet_names
from articles.queries.lineage_snapshot import LineageSnapshot, WordingGroup

COLUMNS_LISTED = 5  # versions in the table, the base among them, unless the address asks for others
MAX_COLUMNS = 50
ALL_VERSIONS = "all"
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
    text = _strip_rest(reading)
    if reading.change is None:
        return ReadingRow(text, names, count)
    kind, reason = CHANGE_KINDS[reading.change.kind], reading.change.severity_reason
    meaning = f"{kind.meaning} More serious than usual: {reason}." if reason else kind.meaning
    return ReadingRow(text, names, count, kind.label, meaning, reading.change.severity)


def _strip_rest(reading: engine.Reading) -> str:
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


# --- the table of versions ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VersionCell:
    """What a version has at a place; no `text` where it leaves the words out, `is_absent` where it does not reach."""

    text: str = ""
    severity: int = 0
    is_same: bool = False
    is_absent: bool = False

    @property
    def weight(self) -> str:
        """How the cell is marked."""
        if self.is_absent:
            return "none"
        return "same" if self.is_same else f"other severity-{self.severity}"


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A place with a cell for each column."""

    entry: ApparatusEntry
    cells: tuple[VersionCell, ...]


@dataclass(frozen=True, slots=True)
class VersionTable:
    """Versions in columns, the base first, with the places where any of them differs.

    `choices` are all versions, each with whether it has a column. `hidden_count` places are those where only other
    versions differ. `is_asked` is True where the address names the columns.
    """

    columns: tuple[WordingGroup, ...]
    rows: tuple[VersionRow, ...]
    choices: tuple[tuple[WordingGroup, bool], ...]
    hidden_count: int
    is_asked: bool


def build_version_table(snapshot: LineageSnapshot, entries: Sequence[ApparatusEntry], asked: str) -> VersionTable:
    """Set the versions that `asked` names ("A,C,F", or "all") in columns; the most serious ones where it names none."""
    collation = snapshot.collation
    aligned = [snapshot.wordings[at] for at in sorted(collation.aligned) if at != collation.base]
    letters = {letter.strip().upper() for letter in asked.split(",")}
    chosen = aligned if asked == ALL_VERSIONS else [group for group in aligned if group.letter in letters]
    shown = chosen or sorted(_rank_by_severity(collation, aligned)[: COLUMNS_LISTED - 1], key=lambda each: each.number)
    columns = (snapshot.base, *shown[: MAX_COLUMNS - 1])
    rows = [
        VersionRow(entry, _build_cells(place, columns)) for place, entry in zip(collation.places, entries, strict=True)
    ]
    differing = tuple(row for row in rows if any(not cell.is_same and not cell.is_absent for cell in row.cells))
    choices = tuple((group, group in columns) for group in (snapshot.base, *aligned))
    return VersionTable(columns, differing, choices, len(rows) - len(differing), bool(chosen))


def _rank_by_severity(collation: engine.Collation, groups: Sequence[WordingGroup]) -> list[WordingGroup]:
    """Rank versions by their most serious change, then by the sum of all, then by their number of articles."""

    def weigh(group: WordingGroup) -> tuple[int, int, int]:
        aligned = collation.aligned[group.number]
        severities = [each.severity for each in aligned.comparison.changes if each not in aligned.truncations]
        return max(severities, default=0), sum(severities), len(group.printings)

    return sorted(groups, key=weigh, reverse=True)


def _build_cells(place: engine.Place, columns: Collection[WordingGroup]) -> tuple[VersionCell, ...]:
    return tuple(_build_cell(place, place.find_reading(group.number)) for group in columns)


def _build_cell(place: engine.Place, index: int | None) -> VersionCell:
    if index is None:
        return VersionCell(is_absent=True)
    reading = place.readings[index]
    return VersionCell(_strip_rest(reading), reading.change.severity if reading.change else 0, is_same=index == 0)
