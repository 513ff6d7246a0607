"""CSV has a row for each printing and no formulas; JSON has everything."""

import csv
import io
import json

import pytest

from articles.exports import csv_export, json_export
from tests.support.snapshots import SANA_PRINTING, make_printing, make_snapshot


def parse_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(csv_export.BYTE_ORDER_MARK), newline="")))


def test_csv_has_a_row_for_each_printing() -> None:
    text = "".join(csv_export.render_lineage_csv(make_snapshot()))
    found = parse_csv(text)
    assert text.startswith("\ufefflineage,printing,number,wording,outlet,")
    assert [(row["number"], row["wording"], row["outlet"], row["published"]) for row in found] == [
        ("1", "A", "OffGuardian", "2015-11-17"),
        ("2", "B", "SANA", "2015-11-17"),
        ("3", "C", "", "2015-11-17"),
    ]
    assert found[1]["precision"] == "about"


@pytest.mark.parametrize("start", "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
def test_csv_escapes_cells_that_begin_like_formulas(start: str) -> None:
    (row,) = parse_csv(
        "".join(
            csv_export.render_lineage_csv(
                make_snapshot(make_printing(text=f"{start}HYPERLINK(1)", headline=f"{start}1"))
            )
        )
    )
    assert row["text"] == f"'{start}HYPERLINK(1)"
    assert row["headline"] == f"'{start}1"


def test_csv_keeps_commas_quotes_and_line_breaks() -> None:
    (row,) = parse_csv(
        "".join(csv_export.render_lineage_csv(make_snapshot(make_printing(text='He said, "no"\nand left'))))
    )
    assert row["text"] == 'He said, "no"\nand left'


def test_json_has_differences_and_certainties() -> None:
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
    assert found["descent"][1]["in_words"] == "only this source fits"
    assert found["printings"][2]["speaker"] is None


def test_json_lines_name_their_lineage() -> None:
    found = [
        json.loads(line) for line in json_export.serialize_json_lines(make_snapshot(make_printing(), SANA_PRINTING))
    ]
    assert [(each["lineage"], each["id"]) for each in found] == [("7KQ2M9X4VD", 12), ("7KQ2M9X4VD", 31)]
