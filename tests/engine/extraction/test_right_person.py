"""The right person, or nobody: a table of kinds of sentences that gave words to somebody else."""

import pytest

from articles.engine.extraction import find_quotations

LEAD = "The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter."
BOAT = "\u201cThe boat stays where it is for one more winter,\u201d"


def find_names(*paragraphs: str) -> list[str | None]:
    return [quotation.speaker_name for quotation in find_quotations("\n\n".join((LEAD, *paragraphs))).quotations]


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        # appositions before and behind the verb
        (
            "Fellow passenger, mechanical engineer Richard Wend, 60, from Tolmouth, North Brackside, said: "
            "\u201cI started work on that boat, and the council let it rot for years.\u201d",
            "Richard Wend",
        ),
        (
            "Steve Menden, Senior Vice President of Sales for Harbour Lines, Inc., says: "
            "\u201cWe would run that boat at a profit within a year of taking it over.\u201d",
            "Steve Menden",
        ),
        (
            f"{BOAT} Thora Burch, NASA\u2019s associate administrator of the Sea Mission Directorate, said.",
            "Thora Burch",
        ),
        (f"{BOAT} says the former editor of the Courier, Edda Rosenlund.", "Edda Rosenlund"),
        (f"{BOAT} said Harbour Lines lead Ida Solberg.", "Ida Solberg"),
        (
            "\u201cThe boat stays where it is!\u201d Edda Rosenlund, the editor of The Sound Courier, wrote online.",
            "Edda Rosenlund",
        ),
        # who is told does not speak
        (f"{BOAT} the harbour minister, Viktor Orlund, told reporters.", "Viktor Orlund"),
        (f"{BOAT} the harbour minister, Viktor Orlund, told the BBC.", "Viktor Orlund"),
        (
            "Mayor Ida Solberg was there. Speaking to the Daily Post Solberg said: \u201cA lot was said there.\u201d",
            "Ida Solberg",
        ),
        # bodies, credits, agents
        (
            "Human Rights Watch said the ferry was \u201cthe only way out of the valley in the winter months\u201d.",
            "Human Rights Watch",
        ),
        (f"{BOAT} Solberg said in an interview on Monday, according to a transcript.", "Solberg"),
        ("The plan was described by Orlund as \u201ca long farewell to the sound\u201d.", "Orlund"),
        (
            "Quoting Orlund, TASS said the boat would be \u201csold to whoever pays for the hull\u201d.",
            "Orlund",
        ),
        (
            "\u201cThe boat stays, and that is the end of it.\u201d \u2014 Ida Solberg (@idasolberg) November 3, 2026",
            "Ida Solberg",
        ),
        # documents, descriptions and people without a name
        ("The bankruptcy filing says the company \u201chas no means to pay for a second winter\u201d.", None),
        (f"{BOAT} a Brackmere fan said.", None),
        ("Ida Solberg is said to prefer \u201cmore traditional\u201d boats.", None),
    ],
)
def test_speaker_is_the_person_who_said_it(paragraph: str, name: str | None) -> None:
    names = find_names(paragraph)
    assert names in ([name], [] if name is None else [name])


def test_name_is_withheld_without_a_verb_of_saying() -> None:
    attacker = "Harold Neill was known to the police."
    taken = (
        "After agreeing on a price, Neill took her to his house, where he \u201ccame up behind me and held me\u201d."
    )
    assert find_names(f"{attacker} {taken}") in ([None], [])


def test_pronoun_takes_up_a_person_without_a_name() -> None:
    victim = "Harold Neill kidnapped his first known victim in May. She said: \u201cI saw a hole in the floor.\u201d"
    assert find_names("Doris Berg lives next door.", victim) == [None]


def test_gendered_pronoun_never_takes_up_a_body() -> None:
    mother = (
        "Jody Gelmer has worked for the harbour for five years. Her son had told her about the United Dock Workers."
    )
    assert find_names(f"{mother} \u201cI had two little boys at home,\u201d she said.") != ["United Dock Workers"]


def test_question_does_not_name_who_answers() -> None:
    interview = (
        "\u201cIt is about whether they can deliver,\u201d says Tony Brenn. \u201cIt will be tough.\u201d",
        "Is Keir Solberg a good leader?",
        "\u201cWell, I am fully supportive of him, I want him to succeed.\u201d",
    )
    assert find_names(*interview) == ["Tony Brenn"] * 3


def test_description_is_followed_to_the_person_the_article_describes() -> None:
    economist = "Jeremiah Mbelu, an economist, has watched the harbour for years."
    assert find_names(economist, f"{BOAT} the economist said.") == ["Jeremiah Mbelu"]


def test_description_in_the_lead_is_probably_whom_the_next_sentence_names() -> None:
    lead = "The boat is \u201ca danger to everyone on board\u201d, an expert has claimed."
    told = "Harbour commentator Lee Cohen, who has sailed on it, said: \u201cI would not set foot on it again.\u201d"
    first, second = find_quotations(f"{lead}\n\n{told}").quotations
    assert (first.speaker_name, second.speaker_name) == ("Lee Cohen", "Lee Cohen")
    assert not first.sure


def test_office_of_a_place_is_no_part_of_a_name() -> None:
    assert find_names(f"{BOAT} Senator John McCain of Arizona said.") == ["John McCain"]


@pytest.mark.parametrize("name", ["South China Sea", "National Championship", "GPS"])
def test_places_events_and_terms_are_no_speakers(name: str) -> None:
    assert find_names(f"The {name} promises \u201ca quiet crossing for everybody on board\u201d.") in ([None], [])


def test_line_that_ends_in_a_colon_names_the_speaker_of_the_next_paragraph() -> None:
    assert find_names(
        "Ida Solberg, mayor of Brackmere:",
        "\u201cThe boat stays where it is, and that is the end of it.\u201d",
        "Gerrit Stolk, harbour commissioner:",
        "\u201cI would have sold it ten years ago, and so would you.\u201d",
    ) == ["Ida Solberg", "Gerrit Stolk"]


def test_acronym_in_brackets_is_resolved_to_the_body() -> None:
    body = "The Public Harbour Services Board (PHSB) met on Monday."
    assert find_names(body, f"{BOAT} the PHSB said.") == ["Public Harbour Services Board"]


def test_quotation_says_how_sure_its_speaker_is() -> None:
    (named,) = find_quotations(f"{LEAD}\n\n{BOAT} Ida Solberg, the mayor, said on Tuesday.").quotations
    assert named.sure
    assert named.confidence > 0.9
    (nobody,) = find_quotations(f"{LEAD}\n\n{BOAT} a resident said on Tuesday.").quotations
    assert not nobody.sure
