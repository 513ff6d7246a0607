"""Messages: who wrote one is who sent it, and a record of the words is credited."""

import pytest

from articles.engine.extraction import find_quotations

LEAD = "The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter."
PAY = "\u201cI will not pay for a second winter,\u201d"
BOAT = "\u201cThe boat stays where it is for one more winter,\u201d"


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        (f"Saban sent Pelle, Meier and Abel a message on Friday about the ferry. {PAY} he wrote.", "Saban"),
        (f"Saban emailed Abel on Friday about the ferry that Solberg runs. {PAY} he wrote.", "Saban"),
        (f"On Friday Peter Brenn texted Olaf Berg, who runs the ferry. {PAY} he wrote.", "Peter Brenn"),
        (f"Peter Brenn sent a letter to Olaf Berg and Karl Voss in May. {PAY} he wrote.", "Peter Brenn"),
        (f"Anna Brenn has sent Ida Berg several e-mails since May. {PAY} she wrote in one.", "Anna Brenn"),
        (f"Anna Brenn wrote to Ida Berg in May. It was a long letter. {PAY} she wrote.", "Anna Brenn"),
        # who sends no message is not the writer, and who is told by mouth is no writer either
        (f"Peter Brenn sent flowers to the widow. Karl Voss wrote a letter in May. {PAY} he wrote.", "Karl Voss"),
        (f"Anna Brenn sent Peter Berg a letter in May. {PAY} he said on Monday, shrugging.", "Peter Berg"),
        (f"Anna Brenn sent Peter Berg a letter in May. {PAY} he wrote back.", "Peter Berg"),
    ],
)
def test_message_is_its_senders(paragraph: str, name: str) -> None:
    (found,) = find_quotations(f"{LEAD}\n\n{paragraph}").quotations
    assert found.speaker_name == name


@pytest.mark.parametrize(
    ("paragraph", "credit"),
    [
        (f"{BOAT} Ida Solberg said in an interview on Monday, according to a transcript.", "a transcript"),
        (f"{BOAT} Ida Solberg said, according to an audio recording of the meeting.", "an audio recording"),
        (f"{BOAT} Ida Solberg said, according to the leaked video.", "the leaked video"),
        (f"{BOAT} Ida Solberg told the council, according to a transcript obtained by Reuters.", "Reuters"),
        (f"{BOAT} Ida Solberg said, according to TASS.", "TASS"),
        (f"{BOAT} Ida Solberg said.", None),
        (f"{BOAT} according to Gerrit Stolk, who has a transcript.", None),
        (f"{BOAT} Ida Solberg said, according to a person in the room.", None),
    ],
)
def test_record_of_the_words_is_credited_apart_from_who_said_them(paragraph: str, credit: str | None) -> None:
    (found,) = find_quotations(f"{LEAD}\n\n{paragraph}").quotations
    assert found.credit == credit
    assert found.speaker_name in ("Ida Solberg", "Gerrit Stolk")
