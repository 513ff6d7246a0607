"""Paragraphs in capitals: names are told from other words, and the printed words stay as they are."""

import pytest

from articles.engine.extraction import find_quotations

LEAD = "The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter."
BOAT = "\u201cTHE BOAT STAYS WHERE IT IS,\u201d"


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        (f"{BOAT} SAID IDA SOLBERG, THE MAYOR OF BRACKMERE.", "Ida Solberg"),
        (f"{BOAT} MAYOR IDA SOLBERG TOLD REPORTERS ON TUESDAY.", "Ida Solberg"),
        (f"ANNA-MARIA BERG, THE HARBOUR MASTER, SAID: {BOAT.replace(',', '.')}", "Anna-Maria Berg"),
        (f"{BOAT} JOHN MCCAIN ADDED IN A STATEMENT.", "John Mccain"),
        (f"ACCORDING TO PETER BRENN, {BOAT.lower()} AND THE COUNCIL PAYS.", "Peter Brenn"),
        ("\u201cThe boat stays where it is,\u201d SAID IDA SOLBERG.", "Ida Solberg"),
        (f"{BOAT} A SPOKESWOMAN FOR THE COUNCIL SAID ON TUESDAY.", None),
        (f"{BOAT} THE MAYOR OF THE TOWN SAID AFTER THE VOTE.", None),
        (f"{BOAT} SOLBERG SAID AFTER THE VOTE IN THE HALL.", "Solberg"),
    ],
)
def test_speaker_in_capitals_is_named_as_elsewhere(paragraph: str, name: str | None) -> None:
    text = f"{LEAD}\n\n{paragraph}"
    (found,) = find_quotations(text).quotations
    assert found.speaker_name == name
    assert text[found.start : found.end].casefold().startswith("the boat stays where it is")


def test_printed_words_of_a_paragraph_in_capitals_are_not_changed() -> None:
    text = f"{LEAD}\n\n{BOAT} SAID IDA SOLBERG, THE MAYOR OF BRACKMERE."
    (found,) = find_quotations(text).quotations
    assert found.speaker is not None
    assert found.speaker.text == text[found.speaker.start : found.speaker.end] == "IDA SOLBERG"


def test_word_that_the_article_capitalizes_elsewhere_is_a_name() -> None:
    other = "On Monday Vanterpool, who runs the harbour, had said nothing."
    text = f"{LEAD}\n\n{other}\n\n{BOAT} VANTERPOOL, THE HARBOUR MASTER, SAID."
    assert [quotation.speaker_name for quotation in find_quotations(text).quotations] == ["Vanterpool"]
