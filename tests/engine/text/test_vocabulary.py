"""Word lists: negations, numbers, antonyms, inflections and spellings."""

import pytest

from articles.engine.text import vocabulary


@pytest.mark.parametrize("key", ["not", "no", "never", "without", "don't", "won't", "cannot", "nor"])
def test_is_negation_holds_for_negations(key: str) -> None:
    assert vocabulary.is_negation(key)


@pytest.mark.parametrize("key", ["note", "nothingness", "know", "want", "n", "nation"])
def test_is_negation_fails_for_other_words(key: str) -> None:
    assert not vocabulary.is_negation(key)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("20", 20.0), ("twenty", 20.0), ("twenty-five", 25.0), ("1,000", 1000.0), ("2.5bn", 2.5e9), ("55km", 55.0),
        ("third", 3.0), ("3rd", 3.0), ("million", 1e6), ("one", 1.0), ("9/11", None), ("coalition", None),
    ],
)  # fmt: skip
def test_parse_number_reads_figures_and_words(key: str, value: float | None) -> None:
    assert vocabulary.parse_number(key) == value


def test_is_number_takes_a_lone_one_for_a_pronoun() -> None:
    assert not vocabulary.is_number("one")
    assert vocabulary.is_number("two")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("strengthens", "weakens"), ("weakening", "strengthening"), ("legal", "illegal"), ("pro-us", "anti-us"),
        ("with", "without"), ("always", "never"), ("confirmed", "denied"), ("able", "unable"), ("before", "after"),
    ],
)  # fmt: skip
def test_are_antonyms_is_symmetric(one: str, other: str) -> None:
    assert vocabulary.are_antonyms(one, other)
    assert vocabulary.are_antonyms(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("without", "withoutt"),
        ("strikes", "attacks"),
        ("winner", "winning"),
        ("do", "undo"),
        ("up", "on"),
        ("in", "win"),
    ],
)
def test_are_antonyms_fails_for_other_words(one: str, other: str) -> None:
    assert not vocabulary.are_antonyms(one, other)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("programme", "program"), ("organise", "organize"), ("colour", "color"), ("centre", "center"), ("grey", "gray"),
        ("defence", "defense"), ("travelled", "traveled"), ("labour", "labor"), ("analyse", "analyze"),
        ("co-operation", "cooperation"), ("towards", "toward"), ("sceptical", "skeptical"),
    ],
)  # fmt: skip
def test_are_regional_spellings_matches_british_and_american(british: str, american: str) -> None:
    assert vocabulary.are_regional_spellings(british, american)
    assert vocabulary.are_regional_spellings(american, british)


@pytest.mark.parametrize(("one", "other"), [("four", "for"), ("hence", "hens"), ("poor", "por"), ("is", "iz")])
def test_are_regional_spellings_fails_for_other_words(one: str, other: str) -> None:
    assert not vocabulary.are_regional_spellings(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("want", "wants"), ("has", "had"), ("take", "took"), ("stopped", "stop"), ("carry", "carries"), ("use", "using")],
)
def test_are_inflections_matches_forms_of_one_verb(one: str, other: str) -> None:
    assert vocabulary.are_inflections(one, other)


@pytest.mark.parametrize(("one", "other"), [("want", "went"), ("need", "needle"), ("his", "has"), ("thing", "th")])
def test_are_inflections_fails_for_other_words(one: str, other: str) -> None:
    assert not vocabulary.are_inflections(one, other)


@pytest.mark.parametrize(
    ("key", "words"),
    [("don't", ("do", "not")), ("won't", ("will", "not")), ("it's", ("it", "is")), ("cannot", ("can", "not")),
     ("we've", ("we", "have")), ("n't", ("n't",)), ("'s", ("'s",)), ("isis", ("isis",))],
)  # fmt: skip
def test_expand_contraction_writes_words_out(key: str, words: tuple[str, ...]) -> None:
    assert vocabulary.expand_contraction(key) == words
