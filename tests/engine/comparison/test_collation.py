"""Collation of many printings: places and readings."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.comparison.collation import Collation, build_wording_key, collate
from articles.engine.text.fragments import is_fragment
from articles.engine.text.normalization import fold

ASIDE = "(life has proved they never went back from their words)"
TASS = (
    "pledged not to take any action against the Syrian army (life has proved they never went back from their words), "
    "analysis of the strikes drives us to a conclusion that these spared those Islamic State groups"
)
DOTS = TASS.replace(f" {ASIDE}", "......")
SANA = TASS.replace(f" {ASIDE}", "").replace("Islamic State", "ISIS")


def list_readings(found: Collation) -> list[dict[str, tuple[int, ...]]]:
    """Return for each place its readings with the wordings that have them."""
    return [{reading.text: reading.wordings for reading in place.readings} for place in found.places]


def test_collate_groups_readings_by_place() -> None:
    assert list_readings(collate([TASS, DOTS, SANA])) == [
        {ASIDE: (0,), "......": (1,), "": (2,)},
        {"Islamic State": (0, 1), "ISIS": (2,)},
    ]


def test_collate_unites_printings_of_the_same_words() -> None:
    found = collate([TASS, SANA, TASS.replace("they", "They").replace(" ", "\N{NO-BREAK SPACE}"), f"{SANA},"])
    assert [wording.printings for wording in found.wordings] == [(0, 2), (1, 3)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("the Syrian army,", "the Syrian army", True, id="a comma before the closing mark"),
        pytest.param("the Syrian army.", "the Syrian army,", True, id="a full stop"),
        pytest.param("the Syrian army...", "the Syrian army", False, id="dots say that words are left out"),
        pytest.param("the Syrian army?", "the Syrian army", False, id="a question"),
        pytest.param("...", "", False, id="marks alone"),
    ],
)
def test_wording_key_ignores_loose_end_marks(one: str, other: str, same: bool) -> None:
    assert (build_wording_key(one) == build_wording_key(other)) == same


def test_collate_marks_truncated_wordings_absent() -> None:
    short = TASS[: TASS.index(", analysis")]
    found = collate([TASS, short, SANA])
    assert list_readings(found) == [{ASIDE: (0, 1), "": (2,)}, {"Islamic State": (0,), "ISIS": (2,)}]
    assert [place.absent for place in found.places] == [(), (1,)]
    assert found.aligned[1].coverage.extract(TASS) == short
    assert [change.kind for change in found.aligned[1].truncations] == ["truncation.end"]


def test_collate_keeps_a_cut_that_begins_before_another_printing() -> None:
    base = "the army said it spared groups of men near towns while strikes went on by night and day"
    found = collate([base, base.replace("it spared groups of men near ", ""), "of men by night and day"], base=0)
    assert [[reading.text for reading in place.readings][1:] for place in found.places] == [
        ["towns while strikes went on", "of men"]
    ]


def test_collate_keeps_places_inside_a_long_cut() -> None:
    other = TASS.replace("went back from", "departed from")
    found = collate([TASS, SANA, other])
    assert list_readings(found) == [
        {ASIDE: (0, 2), "": (1,)},
        {"went back": (0,), "departed": (2,)},
        {"Islamic State": (0, 2), "ISIS": (1,)},
    ]
    assert [place.enclosing for place in found.places] == [None, 1, None]
    assert found.places[1].absent == (1,)


def test_collate_merges_overlapping_differences() -> None:
    base = "they want the Islamic State to weaken the government as soon as possible"
    found = collate([base, base.replace("the Islamic State", "ISIS"), base.replace("Islamic State to", "militants to")])
    assert list_readings(found) == [{"the Islamic State": (0,), "ISIS": (1,), "the militants": (2,)}]


def test_collate_counts_typographic_changes() -> None:
    found = collate([TASS, SANA.replace("pledged not", "pledged, not")])
    assert len(found.places) == 2
    assert found.aligned[1].typographic_count == 1


def test_collate_chooses_the_earliest_complete_base_by_default() -> None:
    texts = ["these spared those Islamic State groups", TASS, SANA]
    assert collate(texts).base == 1
    asked = collate(texts, base=2)
    assert asked.base == 2
    assert list_readings(asked)[-1] == {"ISIS": (2,), "Islamic State": (0, 1)}


def test_collate_makes_a_place_of_words_only_the_base_has() -> None:
    found = collate([DOTS, TASS])
    assert list_readings(found) == [{"......": (0,), ASIDE: (1,)}]


def test_collate_puts_another_translation_in_its_own_family() -> None:
    other = "an analysis leads to the thought that blows fell with care upon whoever could not push at an army"
    found = collate([other, TASS, SANA])
    assert found.base == 1
    assert found.families == ((0,),)
    assert set(found.aligned) == {1, 2}


def test_collate_leaves_out_the_least_printed_wordings() -> None:
    texts = [f"{TASS} {n}" for n in range(60)] + [SANA, SANA]
    found = collate(texts, max_wordings=10)
    assert len(found.aligned) == 10
    assert 60 in found.aligned
    assert len(found.left_out) == 51


def test_collate_readings_do_not_depend_on_order() -> None:
    there, back = collate([TASS, DOTS, SANA], base=0), collate([SANA, TASS, DOTS], base=1)
    assert [sorted(one) for one in list_readings(there)] == [sorted(other) for other in list_readings(back)]


WORDS = "the army said it spared groups of men near towns while strikes went on by night and day".split()
EDITS = st.lists(st.tuples(st.sampled_from(["cut", "add", "swap", "long"]), st.integers(0, len(WORDS) - 7)), max_size=3)


def apply_edits(edits: list[tuple[str, int]]) -> str:
    words = list(WORDS)
    for kind, at in edits:
        if kind == "long":
            words[at : at + 6] = [""] * 6
        else:
            words[at] = {"cut": "", "add": f"{words[at]} indeed", "swap": "elsewhere"}[kind]
    return " ".join(" ".join(words).split())


def rebuild(found: Collation, wording: int) -> str:
    """Rebuild the text of a wording from the base and its readings alone."""
    text, laid = found.wordings[found.base].text, found.aligned[wording]
    pieces, at = [], laid.coverage.start
    for place in found.places:
        number = place.find_reading(wording)
        if number is None or (at > laid.coverage.start and at > place.span.start):
            continue
        pieces.append(text[at : place.span.start])
        if number:
            pieces.append(f" {place.readings[number].text} ")
            at = place.span.end
        elif not any(other.enclosing == place.number for other in found.places):
            pieces.append(place.span.extract(text))
            at = place.span.end
        else:
            at = place.span.start
    return "".join([*pieces, text[at : laid.coverage.end]])


@given(st.lists(EDITS, min_size=1, max_size=6))
def test_collation_preserves_every_word_of_every_printing(drawn: list[list[tuple[str, int]]]) -> None:
    edited = [text for text in map(apply_edits, drawn) if text and not is_fragment(text)]
    texts = [" ".join(WORDS), *edited]
    found = collate(texts, base=0)
    for wording, laid in found.aligned.items():
        ends = "".join(change.b.extract(found.wordings[wording].text) for change in laid.truncations)
        printed = found.wordings[wording].text
        if not ends:
            assert re.findall(r"\w+", fold(rebuild(found, wording))) == re.findall(r"\w+", fold(printed))


@given(st.lists(st.text("ab .,()[]\u2026'\u00a0", max_size=30), min_size=1, max_size=6), st.data())
def test_collate_accepts_any_texts(texts: list[str], data: st.DataObject) -> None:
    base = data.draw(st.none() | st.integers(0, len(texts) - 1))
    found = collate(texts, base=base)
    numbered = sorted([*found.aligned, *(at for family in found.families for at in family), *found.left_out])
    assert numbered == list(range(len(found.wordings)))
    for place in found.places:
        having = sorted([*place.absent, *(at for reading in place.readings for at in reading.wordings)])
        assert having == sorted(found.aligned)
    assert [place.number for place in found.places] == list(range(1, len(found.places) + 1))
