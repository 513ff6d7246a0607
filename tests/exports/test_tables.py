"""A spreadsheet gets a row for each printing, and never a formula; a program gets everything."""

import csv
import io
import json

import pytest

from articles.exports import csv_export, json_export
from tests.support.snapshots import SANA_PRINTING, make_printing, make_snapshot


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(csv_export.BYTE_ORDER_MARK), newline="")))


def test_each_printing_is_a_row() -> None:
    text = "".join(csv_export.render_lineage_csv(make_snapshot()))
    found = rows(text)
    assert text.startswith("\ufefflineage,printing,number,wording,outlet,")
    assert [(row["number"], row["wording"], row["outlet"], row["published"]) for row in found] == [
        ("1", "A", "OffGuardian", "2015-11-17"),
        ("2", "B", "SANA", "2015-11-17"),
        ("3", "C", "", "2015-11-17"),
    ]
    assert found[1]["precision"] == "about"


@pytest.mark.parametrize("start", "=+-@\t\r")
def test_no_cell_is_a_formula(start: str) -> None:
    (row,) = rows(
        "".join(
            csv_export.render_lineage_csv(
                make_snapshot(make_printing(text=f"{start}HYPERLINK(1)", headline=f"{start}1"))
            )
        )
    )
    assert row["text"] == f"'{start}HYPERLINK(1)"
    assert row["headline"] == f"'{start}1"


def test_commas_quotes_and_lines_come_through() -> None:
    (row,) = rows("".join(csv_export.render_lineage_csv(make_snapshot(make_printing(text='He said, "no"\nand left')))))
    assert row["text"] == 'He said, "no"\nand left'


def test_the_data_say_what_differs_and_how_sure_it_is() -> None:
    found = json.loads(json.dumps(json_export.serialize_lineage(make_snapshot())))
    assert found["revision"] == {
        "number": 12,
        "address": "https://quotes.example/q/7KQ2M9X4VD/r12",
        "made": "2026-11-01T00:00:00+00:00",
    }
    assert found["places"][1]["readings"][1] == {
        "wordings": ["B"],
        "text": "ISIS",
        "change": {"kind": "name_swap", "label": "Name swapped", "danger": 2},
    }
    assert found["descent"][1]["in_words"] == "fits only this"
    assert found["printings"][2]["speaker"] is None


def test_lines_name_their_lineage() -> None:
    found = [
        json.loads(line) for line in json_export.serialize_json_lines(make_snapshot(make_printing(), SANA_PRINTING))
    ]
    assert [(each["lineage"], each["id"]) for each in found] == [("7KQ2M9X4VD", 12), ("7KQ2M9X4VD", 31)]
