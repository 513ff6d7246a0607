"""Fillers, repetitions and false starts have severity 0 wherever they stand, and hide nothing that is worse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.engine.comparison.collation import collate
from articles.engine.comparison.compare import compare

SENTENCES = (
    "We will not sell the night ferry to any yard abroad while I am the mayor of this town",
    "The islanders paid for that boat with their own savings, and nobody will take it from them",
    "Whoever wants to close the school must ask all of the parents before, I would say",
    "There can be no talk of a new harbour before the old one has been paid for by the council",
)
FILLERS = ("uh", "uh,", "um", "er", ", you know,", ", I mean,", "hmm", "erm,")
sentences, places = st.sampled_from(SENTENCES), st.integers(min_value=1, max_value=15)


def list_severe(said: str, printed: str) -> list[str]:
    return [change.kind for change in compare(said, printed).changes if change.severity]


@given(sentences, places, st.sampled_from(FILLERS))
@settings(deadline=None)
def test_filler_is_of_no_weight_wherever_it_stands(sentence: str, place: int, filler: str) -> None:
    words = sentence.split()
    words.insert(min(place, len(words) - 1), filler)
    said = " ".join(words).replace(" ,", ",").replace(",,", ",")
    assert list_severe(said, sentence) == []
    assert list_severe(sentence, said) == []


@given(sentences, places, st.integers(min_value=1, max_value=4))
@settings(deadline=None)
def test_words_said_twice_are_of_no_weight(sentence: str, place: int, count: int) -> None:
    words = sentence.split()
    begin = min(place, len(words) - count)
    said = " ".join([*words[:begin], *words[begin : begin + count], *words[begin:]])
    assert list_severe(said, sentence) == []


@given(sentences, places)
@settings(deadline=None)
def test_false_start_is_of_no_weight(sentence: str, place: int) -> None:
    words = sentence.split()
    at = min(place, len(words) - 1)
    broken = f"{words[at][: max(1, len(words[at]) // 2)]}-"
    assert list_severe(" ".join([*words[:at], broken, *words[at:]]), sentence) == []


@given(places, st.sampled_from(FILLERS))
@settings(deadline=None)
def test_dropped_negation_is_found_among_fillers(place: int, filler: str) -> None:
    words = SENTENCES[0].split()
    words.insert(place, filler)
    said = " ".join(words).replace(" ,", ",").replace(",,", ",")
    printed = SENTENCES[0].replace("will not sell", "will sell")
    assert "negation.dropped" in list_severe(said, printed)


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("I think you know the way to the harbour", "I think the way to the harbour"),
        ("some five five hundred boats left the harbour", "some five hundred boats left the harbour"),
        ("We don- we will leave the harbour tonight", "We will leave the harbour tonight"),
        ("das hat er gesagt, um dem Hafen zu helfen", "das hat gesagt, dem Hafen zu helfen"),
        ("We win. We win the harbour back, I tell you. Then we rest", "We win the harbour back. Then we rest"),
    ],
)
def test_what_only_looks_like_a_filler_keeps_its_weight(said: str, printed: str) -> None:
    assert list_severe(said, printed)


def test_collation_counts_fillers_apart_and_makes_no_place_of_them() -> None:
    said = "Well, we, uh, we will not sell the night ferry, you know, while I am the mayor of this town"
    found = collate([said, "We will not sell the night ferry while I am the mayor of this town!"])
    assert found.places == ()
    assert (found.aligned[1].disfluency_count, found.aligned[1].typographic_count) == (2, 2)


def test_words_in_the_place_of_a_filler_are_added_and_replace_nothing() -> None:
    said, printed = "the army, you know, analysis of it", "the army (life has proved it), analysis of it"
    assert sorted(change.kind for change in compare(said, printed).changes) == ["disfluency", "insertion"]
    assert sorted(change.kind for change in compare(printed, said).changes) == [
        "deletion.silent.parenthetical",
        "disfluency",
    ]
