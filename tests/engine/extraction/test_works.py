"""Names of works and products, slogans and terms are set aside; what somebody says of them is not."""

import pytest

from articles.engine.extraction import find_quotations

LEAD = "The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter."


def find_quoted(sentence: str) -> list[str]:
    text = f"{LEAD}\n\n{sentence}"
    return [text[q.start : q.end] for q in find_quotations(text).quotations]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Solberg starred in the film \u201cThe Long Sound\u201d last year.",
        "Olaf Brenn wrote the novel \u201cA Boat for All Seasons\u201d in 2019.",
        "The company sells a phone called \u201cBrackmere One\u201d since May.",
        "The Courier\u2019s podcast \u201cSound Waves\u201d has a new host.",
        "The painting \u201cBoats at Dusk\u201d was sold for a million.",
        "The song, \u201cWe Shall Not Be Moved,\u201d was sung in the hall.",
        "Its slogan, \u201cCrossing since 1951,\u201d is painted on the hull.",
        "The so-called \u201cgrey ferry\u201d runs at night.",
        "Sailors use the term \u201cdead water\u201d for it.",
        "The word \u201cferry\u201d comes from an old verb.",
    ],
)
def test_name_of_a_thing_is_nobodys_quotation(sentence: str) -> None:
    assert find_quoted(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        (
            "He repeated his motto: \u201cNever again shall we row,\u201d Olaf Brenn said.",
            "Never again shall we row,",
        ),
        (
            "Of the novel Olaf Brenn said: \u201cIt is about the boat, and about nothing else.\u201d",
            "It is about the boat, and about nothing else.",
        ),
        (
            "In her book Ida Solberg wrote: \u201cThe boat stays where it is.\u201d",
            "The boat stays where it is.",
        ),
    ],
)
def test_words_that_somebody_says_stay_a_quotation(sentence: str, quoted: str) -> None:
    assert find_quoted(sentence) == [quoted]
