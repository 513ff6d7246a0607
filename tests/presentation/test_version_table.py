"""The table of versions shows the words of chosen wordings, and how serious it is where these differ."""

from articles.presentation.apparatus import build_apparatus
from articles.presentation.version_table import VersionTable, build_version_table
from tests.support.makers import SANA, TASS
from tests.support.snapshots import collate_texts

ASIDE = " (life has proved they never went back from their words)"
DOTS = TASS.replace(ASIDE, "......")


def lay(*texts: str, asked: str = "") -> VersionTable:
    snapshot = collate_texts(*texts)
    return build_version_table(snapshot, build_apparatus(snapshot).entries, asked)


def words_in(table: VersionTable) -> list[list[str]]:
    """Return the words of each cell, with a sign for what is not there."""
    return [["-" if cell.is_absent else cell.text or "(left out)" for cell in row.cells] for row in table.rows]


def test_version_table_has_the_words_of_each_version() -> None:
    table = lay(TASS, SANA, DOTS)
    assert [group.letter for group in table.columns] == ["A", "B", "C"]
    assert words_in(table) == [[ASIDE.strip(), "(left out)", "......"], ["Islamic State", "ISIS", "Islamic State"]]
    assert [[cell.weight for cell in row.cells] for row in table.rows] == [
        ["same", "other severity-4", "other severity-4"],
        ["same", "other severity-3", "same"],
    ]


def test_version_table_shows_the_versions_that_the_address_names() -> None:
    texts = (TASS, SANA, DOTS, TASS.replace("capable", "able"))
    table = lay(*texts, asked="D,b,x")
    assert ([group.letter for group in table.columns], table.is_asked) == (["A", "B", "D"], True)
    assert [is_shown for _, is_shown in table.choices] == [True, True, False, True]
    only = lay(*texts, asked="D")
    assert (words_in(only), only.hidden_count) == ([["capable", "able"]], 2)
    assert [group.letter for group in lay(*texts, asked="all").columns] == ["A", "B", "C", "D"]


def test_version_table_begins_with_the_most_serious_versions() -> None:
    slight = [TASS.replace("groups", f"groups {word}") for word in "north south east west".split()]
    dropped = TASS.replace("pledged not to", "pledged to")
    table = lay(TASS, *slight, dropped)
    assert ([group.letter for group in table.columns][-1], len(table.columns), table.is_asked) == ("F", 5, False)


def test_version_table_calls_a_version_absent_where_it_ends_earlier() -> None:
    table = lay(TASS, SANA, TASS[: TASS.index(", spared")], TASS)
    assert words_in(table)[1] == ["Islamic State", "ISIS", "-"]


def test_version_table_gives_no_version_the_severity_of_another() -> None:
    kept, contracted = "We will not raise taxes on working families", "We won't raise taxes on working families"
    (row,) = lay(kept, contracted, kept.replace("not ", ""), asked="B").rows
    assert (row.severity, row.entry.severity) == (1, 5)
