"""``compare`` takes pairs of printings in and gives their changes out, JSON Lines; a bad line stops no other."""

import io
import json
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.support.json_lines import read_output, run_json_lines

TASS = "fighting exclusively the Islamic State and other terrorists"
SANA = "fighting exclusively ISIS and other terrorists"


def test_changes_come_out_with_their_places_classes_and_danger_in_the_order_the_pairs_came(tmp_path: Path) -> None:
    answers = run_json_lines(
        "compare", tmp_path, {"id": "names", "a": TASS, "b": SANA}, {"id": 2, "a": TASS, "b": TASS}
    )
    assert answers == [
        {
            "id": "names",
            "mode": "diff",
            "hunks": [{"a": [21, 38], "b": [21, 25], "class": "name_swap", "danger": 3}],
        },
        {"id": 2, "mode": "diff", "hunks": []},
    ]


def test_two_texts_with_nothing_in_common_are_parallel(tmp_path: Path) -> None:
    [answer] = run_json_lines(
        "compare", tmp_path, {"id": 1, "a": TASS, "b": "It looks like a cat that wants to eat a fish"}
    )
    assert answer["mode"] == "parallel"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param(b"{not json", "not JSON", id="no JSON"),
        pytest.param({"id": 1, "a": TASS}, '"b" is missing', id="one side missing"),
        pytest.param(
            {"id": 1, "a": TASS, "b": 5}, '"b" is a whole number, it must be a text', id="a number for a text"
        ),
        pytest.param({"a": TASS, "b": SANA}, '"id" is missing', id="no id"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_out(
    line: object, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = {"id": "good", "a": TASS, "b": SANA}
    with pytest.raises(CommandError, match="1 line was left out, named above"):
        run_json_lines("compare", tmp_path, good, line, good | {"id": "better"})
    assert [answer["id"] for answer in read_output(tmp_path)] == ["good", "better"]
    said = capsys.readouterr().err
    assert "line 2: " in said
    assert complaint in said


def test_it_reads_standard_input_and_writes_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({"id": 1, "a": TASS, "b": SANA}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    call_command("compare")
    assert json.loads(capsys.readouterr().out)["id"] == 1
