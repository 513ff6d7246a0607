"""The table of versions: any wordings in columns, a row for each place, and the words that each of them has there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from articles.engine.comparison import collation as engine
from articles.presentation.apparatus import ApparatusEntry, strip_rest
from articles.queries.lineage_snapshot import LineageSnapshot, WordingGroup

COLUMNS_LISTED = 5  # versions in the table, the base among them, unless the address asks for others
MAX_COLUMNS = 50
ALL_VERSIONS = "all"


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

    @property
    def severity(self) -> int:
        """The severity of the most serious difference between these columns; other versions may differ more."""
        return max(cell.severity for cell in self.cells)


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
    return VersionCell(strip_rest(reading), reading.change.severity if reading.change else 0, is_same=index == 0)
