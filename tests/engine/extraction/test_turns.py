"""Turns of interviews, hearings and debates, withdrawn words, and characters that nobody sees."""

import pytest

from articles.engine.extraction import find_quotations

LEAD = "The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter."


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            (
                "BRENN: How long will the boat run?",
                "SOLBERG: It will run until the ice comes.",
                "BRENN: And after that?",
                "SOLBERG: After that nobody knows.",
            ),
            [
                ("Brenn", "How long will the boat run?"),
                ("Solberg", "It will run until the ice comes."),
                ("Brenn", "And after that?"),
                ("Solberg", "After that nobody knows."),
            ],
        ),
        (
            (
                "Ida Solberg (Brackmere) (Lab): I ask the minister whether the boat stays.",
                "Viktor Orlund (Minister for Harbours): It stays, and I am grateful for the question.",
            ),
            [
                ("Ida Solberg", "I ask the minister whether the boat stays."),
                ("Viktor Orlund", "It stays, and I am grateful for the question."),
            ],
        ),
        (
            ("Q: How long will the boat run?", "A: It will run until the ice comes."),
            [(None, "How long will the boat run?"), (None, "It will run until the ice comes.")],
        ),
    ],
)
def test_turns_are_found_with_their_speakers(
    paragraphs: tuple[str, ...], expected: list[tuple[str | None, str]]
) -> None:
    text = "\n\n".join((LEAD, *paragraphs))
    turns = find_quotations(text).quotations
    assert [(q.speaker_name, text[q.start : q.end]) for q in turns] == expected
    assert {q.type for q in turns} == {"turn"}


def test_turn_names_its_speaker_in_full_where_the_article_does() -> None:
    named = "Mayor Ida Solberg met Olaf Brenn of the Courier on Monday."
    text = "\n\n".join((LEAD, named, "BRENN: And after that?", "SOLBERG: Nobody knows.", "BRENN: Nobody at all?"))
    names = [q.speaker_name for q in find_quotations(text).quotations]
    assert names == ["Olaf Brenn", "Ida Solberg", "Olaf Brenn"]


def test_line_with_a_colon_is_no_turn_without_others() -> None:
    text = "\n\n".join((LEAD, "UPDATE: The council has met again.", "NOTE: The ferry runs on Sunday, too."))
    assert find_quotations(text).quotations == ()
    votes = ("Ida Solberg: 1,769.", "Olaf Brenn: 1,501.", "Ida Solberg won, and Olaf Brenn lost.")
    assert find_quotations("\n\n".join((LEAD, *votes))).quotations == ()


def test_halves_of_a_quotation_point_at_each_other_beside_turns() -> None:
    split = "\u201cThe boat stays,\u201d Ida Solberg said. \u201cIt stays for good.\u201d"
    turns = ("BRENN: How long?", "SOLBERG: Until the ice comes.", "BRENN: And then?")
    found = find_quotations("\n\n".join((LEAD, *turns[:2], split, turns[2]))).quotations
    halves = [k for k, q in enumerate(found) if q.other_half is not None]
    assert len(halves) == 2
    assert [found[k].other_half for k in halves] == halves[::-1]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version misquoted her. She said \u201cuntil spring\u201d, not \u201cfor ever\u201d.",
        "An earlier version of this article quoted Ida Solberg as saying \u201cfor ever and a day\u201d.",
        "A previous version said that Ida Solberg said \u201cfor ever and a day\u201d.",
        "Clarification: Ida Solberg did not say \u201cfor ever and a day\u201d.",
        "This article was amended on 4 November. Ida Solberg said \u201cuntil spring\u201d, not \u201cfor ever\u201d.",
        "Editor\u2019s note: Ida Solberg said \u201cuntil spring\u201d, and we printed \u201cfor ever and a day\u201d.",
        "Due to an editing error Ida Solberg was said to have said \u201cfor ever and a day\u201d.",
        "Corrections: Ida Solberg said \u201cuntil spring\u201d on Tuesday, not on Monday.",
        "Korrektur: Ida Solberg sagte \u201ebis zum Fr\u00fchling\u201c, nicht \u201ef\u00fcr immer\u201c.",
        "In einer fr\u00fcheren Version sagte Ida Solberg \u201ef\u00fcr immer und ewig\u201c.",
    ],
)
def test_words_that_a_correction_withdraws_are_nobodys(note: str) -> None:
    told = "\u201cThe boat stays until spring,\u201d Ida Solberg said."
    found = find_quotations("\n\n".join((LEAD, told, note, LEAD)))
    assert [q.speaker_name for q in found.quotations] == ["Ida Solberg"]
    assert {q.speaker_name for q in found.set_aside} <= {None}


def test_unseen_characters_split_no_name_and_end_no_quotation() -> None:
    said = "\u201cThe boat\u00adhouse stays where it\u00a0is,\u201d said Ida\u00a0Sol\u00adberg, the mayor."
    wrapped = "Solberg said \u200b\u201cwe will all be there\u201d\u200b."
    names = [q.speaker_name for q in find_quotations("\n\n".join((LEAD, said, wrapped))).quotations]
    assert names == ["Ida Solberg", "Ida Solberg"]
