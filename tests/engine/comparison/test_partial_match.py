"""What must be said of pasted words beside printed ones, and what need not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.comparison.partial_match import holds, resemble, words_in

TASS = (
    "The problem around the U.S.-led coalition is that they declared its goal in fighting exclusively the Islamic "
    "State and pledged not to take any action against the Syrian army (life has proved they never went back from their "
    "words)"
)

CASES = [
    # pasted, words that differ, the gravest kind, whether more was printed around it
    (TASS, 0, "", False),
    ("they declared its goal in fighting exclusively the Islamic State", 0, "", True),
    ("THEY DECLARED its goal, in fighting exclusively the Islamic\N{NO-BREAK SPACE}State", 0, "", True),
    ("they declared its goal in fighting exclusively ISIS and pledged", 3, "name_swap", True),
    ("pledged to take any action against the Syrian army", 1, "negation.dropped", True),
    ("to take any action against the Syrian army", 1, "negation.dropped", True),
    ("pledged not to take any action whatever against the Syrian army", 1, "insertion", True),
]


@pytest.mark.parametrize(("pasted", "words", "gravest", "part"), CASES)
def test_what_differs_is_counted_and_the_gravest_comes_first(pasted: str, words: int, gravest: str, part: bool) -> None:
    found = resemble(TASS, pasted)
    assert (found.words, found.inside[0].kind if found.inside else "", found.part) == (words, gravest, part)
    assert found.same == (not words)
    assert not found.loose


def test_words_pasted_around_a_printing_are_counted_apart() -> None:
    found = resemble("It is a colossal mistake", "As he said, it is a colossal mistake, and nobody listened")
    assert (found.same, found.beyond, found.part) == (True, 6, False)


def test_a_long_aside_that_is_cut_parts_nothing() -> None:
    pasted = TASS.replace("(life has proved they never went back from their words)", "and spared those groups")
    printed = f"{TASS}, and spared those groups that were capable of pressing the Syrian army"
    assert resemble(printed, pasted).inside[0].kind.startswith("deletion.silent")


def test_a_repeated_phrase_is_taken_where_the_words_before_it_stand() -> None:
    printed = f"{TASS}, spared those groups that were capable of pressing the Syrian army"
    found = resemble(printed, "pledged to take any action against the Syrian army")
    assert [change.kind for change in found.inside] == ["negation.dropped"]


def test_what_only_typesetting_changed_is_told_apart() -> None:
    assert resemble("It\u2019s a mistake", "it's a mistake").typesetting
    assert not resemble("It's a mistake", "It's a mistake").typesetting


def test_a_retelling_is_loose() -> None:
    assert resemble("blows fell with care upon whoever could not push", "the strikes were selective, I would say").loose


def test_the_nearer_of_two_printings_has_the_smaller_distance() -> None:
    pasted = "exclusively ISIS and pledged not to take any action"
    sana = TASS.replace("the Islamic State", "ISIS")
    assert resemble(sana, pasted).distance < resemble(TASS, pasted).distance


@given(st.text(max_size=60), st.text(max_size=60))
def test_anything_can_be_laid_beside_anything(printed: str, pasted: str) -> None:
    found = resemble(printed, pasted)
    assert found.in_printed.end <= len(printed)
    assert found.in_pasted.end <= len(pasted)
    assert found.words >= 0


@given(st.integers(0, 30), st.integers(1, 30))
def test_any_stretch_of_a_printing_is_held_by_it(start: int, length: int) -> None:
    words = words_in(TASS)
    assert holds(words, words[start : start + length])
    assert resemble(TASS, TASS).same


def test_words_are_held_as_whole_words_only() -> None:
    assert not holds(words_in("the coalition's goals"), words_in("coalition's goal"))
