"""The base text falls apart at its places and nowhere else; who prints what is counted in printings."""

from hypothesis import given
from hypothesis import strategies as st

from articles.presentation.apparatus import ApparatusView, BaseSegment, build_apparatus, get_reading_letter
from tests.support.makers import SANA, TASS
from tests.support.snapshots import collate_texts

ASIDE = " (life has proved they never went back from their words)"
DOTS = TASS.replace(ASIDE, "......")


def read(*texts: str, base: int | None = None) -> ApparatusView:
    return build_apparatus(collate_texts(*texts, base=base))


def text_of(pieces: tuple[BaseSegment, ...]) -> str:
    """Return the text of the pieces; of a place with parts, of the parts."""
    return "".join(text_of(piece.parts) if piece.parts else piece.text for piece in pieces)


def test_each_place_says_how_many_printings_differ() -> None:
    found = read(TASS, SANA, DOTS, SANA)
    assert [(place.number, place.differing_count, place.reaching_count) for place in found.entries] == [
        (1, 3, 4),
        (2, 2, 4),
    ]
    aside = found.entries[0]
    assert [reading.text for reading in aside.readings] == [ASIDE.strip(), "", "......"]
    assert [reading.names.visible for reading in aside.readings] == [
        ("Outlet 1",),
        ("Outlet 2", "Outlet 4"),
        ("Outlet 3",),
    ]
    assert [reading.label for reading in aside.readings] == ["", "Aside cut silently", "Cut, and marked"]
    assert (aside.weight, found.entries[1].weight) == ("grave", "middle")


def test_another_base_turns_the_readings_round() -> None:
    found = read(TASS, SANA, base=1)
    assert found.base.first.text == SANA
    assert [place.readings[0].text for place in found.entries] == ["", "ISIS"]


def test_the_grid_appears_with_the_fourth_printing() -> None:
    assert read(TASS, SANA, DOTS).grid == ()
    assert [row.cells for row in read(TASS, SANA, DOTS, SANA).grid] == [("a", "a"), ("b", "b"), ("c", "a")]


def test_a_printing_that_ends_earlier_is_absent_not_different() -> None:
    found = read(TASS, SANA, TASS[: TASS.index(", spared")], TASS)
    assert found.grid[-1].cells == ("a", "")
    assert found.entries[1].absent
    assert found.entries[1].absent.visible == ("Outlet 3",)


def test_other_translations_are_named_apart() -> None:
    found = read(TASS, SANA, "blows fell with care upon whoever could not push at an army")
    assert [group.letter for group in found.other_translations] == ["C"]


def test_letters_go_on_after_z() -> None:
    assert [get_reading_letter(index) for index in (0, 25, 26)] == ["a", "z", "a1"]


def test_the_mark_of_words_that_others_have_stands_at_the_word_before() -> None:
    pieces = read("spared those groups", "spared those armed groups").segments
    assert [piece.text for piece in pieces] == ["spared those", "", " groups"]


def test_how_many_printings_is_said_where_the_names_do_not_tell() -> None:
    named = read(TASS, SANA, DOTS, SANA).entries[1].readings
    assert [reading.has_more_printings for reading in named] == [False, False]
    many = read(*[TASS] * 9, SANA).entries[1].readings
    assert [reading.has_more_printings for reading in many] == [True, False]


WORDS = st.lists(st.sampled_from("the army said it spared groups near towns ( ) ...".split()), max_size=14).map(
    " ".join
)


@given(st.lists(WORDS.filter(str.strip), min_size=1, max_size=5))
def test_the_pieces_are_exactly_the_base(texts: list[str]) -> None:
    found = read(*texts)
    assert text_of(found.segments) == found.base.first.text
