"""``extract`` takes articles in and gives quotations out, JSON Lines to JSON Lines; a bad line stops no other."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from tests.support.json_lines import read_output, run_json_lines

TEXT = (
    "Russian FM speaks\n\nMOSCOW, November 17. /TASS/. Russian Foreign Minister Sergey Lavrov spoke to the press.\n\n"
    "\u201cWe noted tactical successes when a couple of cities were recaptured in Iraq,\u201d he said.\n\nLog in\n"
)


def test_a_quotation_comes_with_its_place_its_speaker_and_its_reasons(tmp_path: Path) -> None:
    (answer,) = run_json_lines("extract", tmp_path, {"doc_id": "tass", "text": TEXT})
    (quote,) = answer["quotes"]
    assert TEXT[quote["start"] : quote["end"]] == quote["text"]
    assert TEXT[quote["speaker_start"] : quote["speaker_end"]] == quote["speaker_text"] == "he"
    assert (quote["speaker_resolved"], quote["cue"], quote["closed"]) == ("Sergey Lavrov", "said", True)
    assert quote["rule"]
    assert set(answer) == {"doc_id", "quotes", "set_aside", "paragraphs", "seconds"}
    assert set(quote) == {
        "start", "end", "text", "type", "closed", "speaker_text", "speaker_start", "speaker_end", "speaker_resolved",
        "cue", "occasion", "credit", "rule", "confidence", "sure", "other_half",
    }  # fmt: skip


def test_every_paragraph_comes_with_its_label(tmp_path: Path) -> None:
    (answer,) = run_json_lines("extract", tmp_path, {"doc_id": 1, "text": TEXT})
    labels = [(p["label"], TEXT[p["start"] : p["end"]]) for p in answer["paragraphs"]]
    assert [label for label, _ in labels] == ["title", "body", "body", "chrome"]
    assert labels[-1][1] == "Log in"


def test_an_article_without_quotations_is_answered_all_the_same(tmp_path: Path) -> None:
    answers = run_json_lines("extract", tmp_path, {"doc_id": 1, "text": ""}, {"doc_id": 2, "text": "Nothing was said."})
    assert [answer["quotes"] for answer in answers] == [[], []]


def test_a_bad_line_is_named_and_the_others_go_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError, match="1 line was left out, named above"):
        run_json_lines("extract", tmp_path, {"doc_id": 1, "text": TEXT}, {"doc_id": 2}, {"doc_id": 3, "text": TEXT})
    assert 'line 2: "text" is missing' in capsys.readouterr().err
    assert [answer["doc_id"] for answer in read_output(tmp_path)] == [1, 3]


REPORTED = (
    "MOSCOW, November 17. /TASS/. Russian Foreign Minister Sergey Lavrov said that the talks had failed.\n\n"
    "He added that Russia could not \u201cforbid anyone\u201d to speak.\n"
)


def test_whole_attributions_come_with_their_pieces_where_they_are_asked_for(tmp_path: Path) -> None:
    (answer,) = run_json_lines("extract", tmp_path, {"doc_id": 1, "text": REPORTED}, attributions=True)
    assert [
        (quote["type"], quote["speaker_resolved"], [REPORTED[start:end] for start, end in quote["spans"]])
        for quote in answer["quotes"]
    ] == [
        ("indirect", "Sergey Lavrov", ["that the talks had failed"]),
        ("mixed", "Sergey Lavrov", ["that Russia could not \u201cforbid anyone\u201d to speak"]),
    ]
    assert set(answer) == {"doc_id", "quotes", "set_aside", "paragraphs", "seconds"}


def test_nothing_is_added_where_they_are_not(tmp_path: Path) -> None:
    (answer,) = run_json_lines("extract", tmp_path, {"doc_id": 1, "text": REPORTED})
    (quote,) = answer["quotes"]
    assert (quote["text"], "spans" in quote) == ("forbid anyone", False)


def test_a_garbled_text_is_told(tmp_path: Path) -> None:
    text = "\u00e2\u20ac\u0153The boat stays,\u00e2\u20ac\u009d said Ida Solberg."
    (answer,) = run_json_lines("extract", tmp_path, {"doc_id": 1, "text": text})
    assert [warning.partition(":")[0] for warning in answer["warnings"]] == ["garbled"]
