"""Headlines that quote: their words are led back to the quotation they are from, if there is one."""

import pytest

from articles.engine.extraction.headline_quotations import find_headline_quotations

FLOODS = ("The floods were catastrophic, and we had an hour.", "Ida Solberg")
LEAVE = ("We shall not leave this town, whatever the water does.", "Gerrit Stolk")
PUMPS = ("Two pumps are at work.", None)
QUOTATIONS = [FLOODS, LEAVE, PUMPS]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("\u2018Catastrophic\u2019 floods hit Brackmere", [("Catastrophic", "Ida Solberg", True)]),
        ("'Catastrophic' floods hit Brackmere", [("Catastrophic", "Ida Solberg", True)]),
        ("Stolk: \u201cWe shall not leave this town\u201d", [("We shall not leave this town", "Gerrit Stolk", True)]),
        (
            "\u201eWe shall not leave this town\u201c: Stolk bleibt",
            [("We shall not leave this town", "Gerrit Stolk", True)],
        ),
        # other words than the article has
        ("Stolk: 'We will not leave this town'", [("We will not leave this town", "Gerrit Stolk", False)]),
        ("Mayor calls ferry \u2018a coffin\u2019", [("a coffin", None, False)]),
        # words of nobody that the article names
        ("\u201cTwo pumps\u201d save the harbour", [("Two pumps", None, True)]),
        # apostrophes quote nothing
        ("Brackmere\u2019s mayor won\u2019t leave the council\u2019s boat", []),
        ("It's Brackmere's boat", []),
        ("Brackmere keeps its ferry", []),
        # two pieces
        (
            "\u2018Catastrophic\u2019 floods: \u2018We shall not leave this town\u2019",
            [("Catastrophic", "Ida Solberg", True), ("We shall not leave this town", "Gerrit Stolk", True)],
        ),
    ],
)
def test_words_of_a_headline_are_led_to_their_quotation(
    headline: str, expected: list[tuple[str, str | None, bool]]
) -> None:
    found = find_headline_quotations(headline, QUOTATIONS)
    assert [(each.text, each.speaker_name, each.is_exact) for each in found] == expected
    assert all(headline[each.start : each.end] == each.text for each in found)


def test_a_word_that_two_people_say_is_led_to_neither() -> None:
    quotations = [FLOODS, ("It was catastrophic for us.", "Gerrit Stolk")]
    (found,) = find_headline_quotations("\u2018Catastrophic\u2019 floods hit Brackmere", quotations)
    assert (found.speaker_name, found.source) == (None, None)


def test_headline_without_end_is_not_searched() -> None:
    assert find_headline_quotations("'A' " * 1000, QUOTATIONS) == ()
