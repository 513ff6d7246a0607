"""Transcripts: who speaks, when, and the sentences that are said."""

import pytest

from articles.engine.extraction import find_quotations
from articles.engine.extraction.transcripts import MAX_PASSAGES, cut_passages, find_titled_speaker

HEARING = """Hearing of the harbour committee, Vik

[12:04] THE CHAIR: Mayor Solberg, will the ferry stay?

[12:10] MAYOR SOLBERG: Well, uh, it will stay. (Applause.) No. We have paid for it, and the U.S. yard knows that.

There are two reasons: the storm and the strike.

[13:30] Q: And if the storm lasts?
IDA SOLBERG: It stays all the same.

Published on Friday
Share this"""


def list_spoken(text: str, title: str = "", **known: object) -> list[tuple[int | None, str | None, str]]:
    found = find_quotations(text, title=title, is_spoken=True, **known)  # type: ignore[arg-type]
    assert {quotation.type for quotation in found.quotations} <= {"spoken"}
    return [(each.seconds, each.speaker_name, text[each.start : each.end]) for each in found.quotations]


def test_turns_have_speaker_and_time_and_are_cut_into_sentences() -> None:
    assert list_spoken(HEARING) == [
        (724, None, "Mayor Solberg, will the ferry stay?"),
        (730, "Ida Solberg", "Well, uh, it will stay."),
        (730, "Ida Solberg", "No. We have paid for it, and the U.S. yard knows that."),
        (730, "Ida Solberg", "There are two reasons: the storm and the strike."),
        (810, None, "And if the storm lasts?"),
        (None, "Ida Solberg", "It stays all the same."),
    ]


@pytest.mark.parametrize(
    ("line", "name", "seconds"),
    [
        ("SPEAKER (Ida Solberg, mayor): I ask the council to vote.", "Ida Solberg", None),
        ("Ida Solberg, mayor of Vik: I ask the council to vote.", "Ida Solberg", None),
        ("Ida Solberg  00:12:04\nI ask the council to vote.", "Ida Solberg", 724),
        ("00:12:04 IDA SOLBERG: I ask the council to vote.", "Ida Solberg", 724),
        ("Q. I ask the council to vote.", None, None),
        ("A. I ask the council to vote.", "Ida Solberg", None),
        (">> MODERATOR: I ask the council to vote.", None, None),
    ],
)
def test_label_names_the_speaker(line: str, name: str | None, seconds: int | None) -> None:
    text = f"{line}\n\nQ: And then?\n\nA: Nothing more will be voted on.\n"
    assert list_spoken(text, "Conversation with Ida Solberg")[0] == (seconds, name, "I ask the council to vote.")


def test_role_is_the_person_whom_the_headline_names_with_it() -> None:
    text = "THE MAYOR: It stays where it is.\n\nQ: For how long?\n\nTHE CHAIR: That will do, I think."
    assert [name for _, name, _ in list_spoken(text, "Remarks by Mayor Ida Solberg")] == ["Ida Solberg", None, None]


def test_sentence_with_a_colon_is_no_label() -> None:
    text = "IDA SOLBERG: It stays where it is.\n\nFirst: we have paid for it.\n\nJON BELL: Then it is settled."
    assert [name for _, name, _ in list_spoken(text)] == ["Ida Solberg", "Ida Solberg", "Jon Bell"]


def test_remarks_without_labels_are_of_whom_the_headline_names() -> None:
    text = "Good evening, all of you. I will not raise the fares this year.\n\nThank you all very much."
    found = list_spoken(text, "Remarks by Prime Minister Anna Bergqvist in Vik")
    assert {name for _, name, _ in found} == {"Anna Bergqvist"}
    assert len(found) == 3


def test_subtitles_know_the_second_of_each_sentence() -> None:
    text = "The boat stays where it is. And that is the end of it."
    assert [seconds for seconds, *_ in list_spoken(text, cue_times=((0, 61.2), (28, 64.9)))] == [61, 64]


def test_words_without_full_stops_are_cut_where_a_cue_begins() -> None:
    text = " ".join(f"word{number}" for number in range(150))
    offsets = [text.index(f"word{number} ") for number in range(0, 149, 7)]
    spans = list(cut_passages(text, 0, len(text), offsets))
    assert [len(text[start:end].split()) for start, end in spans] == [63, 63, 24]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Press conference of Foreign Minister Sergey Lavrov", "Sergey Lavrov"),
        ("Transcript: interview with Ida Solberg on ferries", "Ida Solberg"),
        ("Remarks by the committee", None),
        ("Ferry stays", None),
    ],
)
def test_headline_names_the_speaker(title: str, name: str | None) -> None:
    assert find_titled_speaker(title) == name


def test_text_of_nothing_but_labels_is_bounded() -> None:
    text = "\n".join(f"NAME{number} OTHER: word and word number {number}." for number in range(12_000))
    assert len(find_quotations(text, is_spoken=True).quotations) == MAX_PASSAGES
