"""``link`` takes quotations in and gives lineages out, JSON Lines to JSON Lines; a bad line stops no other."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.support.json_lines import read_output, run_json_lines

TASS_4 = "We noted tactical successes when a couple of cities were recaptured in Iraq."


def test_printings_of_the_same_words_get_one_lineage_in_the_order_they_came(tmp_path: Path) -> None:
    answers = run_json_lines(
        "link",
        tmp_path,
        {"id": "tass", "text": TASS_4, "speaker": "Lavrov", "date": "2015-11-17", "outlet": "TASS"},
        {"id": "other", "text": "It looks like a cat that wants to eat a fish"},
        {"id": "sana", "text": TASS_4.upper()},
    )
    assert answers == [
        {"id": "tass", "lineage_id": "tass", "parent": None},
        {"id": "other", "lineage_id": "other", "parent": None},
        {"id": "sana", "lineage_id": "tass", "parent": "tass"},
    ]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param(b"{not json", "not JSON", id="no JSON"),
        pytest.param(b'{"id": 1, "text": "\xff"}', "not UTF-8", id="no UTF-8"),
        pytest.param(b"[1, 2]", "a list; each line must be one JSON object", id="a list"),
        pytest.param({"id": 1}, '"text" is missing', id="no text"),
        pytest.param({"id": 1, "text": 5}, '"text" is a whole number, it must be a text', id="a number for a text"),
        pytest.param({"id": 1.5, "text": "a"}, '"id" is a number, it must be a text or a whole number', id="odd id"),
        pytest.param({"id": "good", "text": "again"}, "was used before; every id must be unique", id="an id twice"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(
    line: object, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError, match="1 line was left out, named above"):
        run_json_lines("link", tmp_path, {"id": "good", "text": TASS_4}, line, b"", {"id": "better", "text": TASS_4})
    assert [answer["id"] for answer in read_output(tmp_path)] == ["good", "better"]
    said = capsys.readouterr().err
    assert "line 2: " in said
    assert complaint in said


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.jsonl: No such file or directory\. Check the path\."):
        call_command("link", tmp_path / "nowhere.jsonl", tmp_path / "out.jsonl")


def test_speakers_known_to_differ_keep_a_formula_apart(tmp_path: Path) -> None:
    words = "we have defeated terrorism together"
    answers = run_json_lines(
        "link", tmp_path, {"id": 1, "text": words, "speaker": "Lavrov"}, {"id": 2, "text": words, "speaker": "Kerry"}
    )
    assert [answer["lineage_id"] for answer in answers] == [1, 2]
