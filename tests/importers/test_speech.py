"""Transcripts and recordings are recognized where that is certain."""

import json
from pathlib import Path

import pytest

from articles.importers import ArticleDraft, UnreadableError, read_articles
from articles.importers.speech import detect_kind

TURNS = """MAYOR SOLBERG: The ferry stays.

REPORTER: For how long does it stay?

MAYOR SOLBERG: For one more winter.
"""
TIMED = """[00:00:04] MAYOR SOLBERG: The ferry stays.

[00:00:09] REPORTER: For how long does it stay?

[00:00:12] MAYOR SOLBERG: For one more winter.
"""


@pytest.mark.parametrize(
    ("text", "title", "url", "kind"),
    [
        (TURNS, "Transcript: Mayor Solberg on the ferry", "", "transcript"),
        (f"FULL TRANSCRIPT\n\n{TURNS}", "", "", "transcript"),
        (TURNS, "Press conference with Mayor Solberg", "https://www.vik.gov/press/1", "transcript"),
        ("We stay. We have paid for it.", "Remarks by Mayor Ida Solberg", "https://vik.gov.uk/1", "transcript"),
        (TURNS, "Meeting with the islanders", "https://www.vik.gov/news/2", "transcript"),
        (TURNS + "The mayor spoke.\n" * 20, "Meeting with the islanders", "https://www.vik.gov/news/2", "article"),
        (TURNS, "Meeting with the islanders", "https://www.vikgov.example/news/2", "article"),
        (TIMED, "Mayor on the ferry", "", "recording"),
        (TURNS, "“The ferry stays”: our interview with Mayor Solberg", "https://courier.example/1", "article"),
        (TURNS, "Press conference with Mayor Solberg", "https://courier.example/1", "article"),
        ("We stay. We have paid for it.", "Remarks by Mayor Ida Solberg", "https://courier.example/1", "article"),
        ("Transcripts show that the mayor knew.\n\n" + TURNS, "Mayor knew, transcript shows", "", "article"),
        ("12:04 SOLBERG: FERRY STAYS\n12:05 SOLBERG: PAID FOR\n12:09 BELL: AGREED\n", "Live", "", "article"),
    ],
)
def test_kind_is_detected_only_where_it_is_certain(text: str, title: str, url: str, kind: str) -> None:
    assert detect_kind(text, title, url) == kind


def test_page_of_a_ministry_with_turns_is_a_transcript(tmp_path: Path) -> None:
    turns = "".join(
        f"<p><b>Ida Solberg:</b> The ferry stays where it is, for the winter of {year}, as I have told the council.</p>"
        f"<p><b>Question:</b> And what of the winter after {year}, when the yard asks for its money again?</p>"
        for year in range(2026, 2030)
    )
    (tmp_path / "a.html").write_text(
        "<html><head><title>Meeting with islanders</title>"
        '<link rel="canonical" href="https://www.vik.gov/news/2"></head>'
        f"<body><article><h1>Meeting with islanders</h1>{turns}</article></body></html>"
    )
    (draft,) = read_articles([tmp_path / "a.html"])
    assert isinstance(draft, ArticleDraft)
    assert draft.kind == "transcript"


def read_manifest_entry(tmp_path: Path, **fields: str) -> ArticleDraft | UnreadableError:
    (tmp_path / "speech.txt").write_text(TURNS)
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps({"articles": [{"path": "speech.txt", **fields}]}))
    (draft,) = read_articles([manifest])
    return draft


def test_manifest_says_the_kind_and_the_day_of_the_speech(tmp_path: Path) -> None:
    draft = read_manifest_entry(tmp_path, kind="recording", said_on="2015-11-17")
    assert isinstance(draft, ArticleDraft)
    assert (draft.kind, str(draft.said_on)) == ("recording", "2015-11-17")


@pytest.mark.parametrize(("name", "value"), [("kind", "speech"), ("said_on", "Tuesday")])
def test_manifest_with_another_kind_or_no_day_is_refused(tmp_path: Path, name: str, value: str) -> None:
    problem = read_manifest_entry(tmp_path, **{name: value})
    assert isinstance(problem, UnreadableError)
    assert name in problem.reason


def test_table_and_json_lines_say_the_kind(tmp_path: Path) -> None:
    row = {"title": "Hearing", "text": TURNS, "kind": "transcript", "said_on": "2015-11-17"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n")
    (tmp_path / "b.csv").write_text('title,text,kind,date\nHearing,"We stay. We have paid.",recording,2015-11-17\n')
    drafts = [draft for draft in read_articles([tmp_path]) if isinstance(draft, ArticleDraft)]
    assert [draft.kind for draft in drafts] == ["transcript", "recording"]


def test_subtitles_are_a_recording_with_times(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text(
        "1\n00:12:04,500 --> 00:12:07,000\nMAYOR: It stays.\n\n2\n00:12:08,000 --> 00:12:09,000\nYes.\n"
    )
    (draft,) = read_articles([tmp_path / "a.srt"])
    assert isinstance(draft, ArticleDraft)
    assert draft.kind == "recording"
    assert [(draft.text[offset:], seconds) for offset, seconds in draft.cue_times] == [
        ("MAYOR: It stays. Yes.", 724.5),
        ("Yes.", 728.0),
    ]
