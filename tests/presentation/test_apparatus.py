"""The apparatus splits the base at its places alone and counts printings of readings."""

from hypothesis import given
from hypothesis import strategies as st

from articles.presentation.apparatus import ApparatusView, BaseSegment, build_apparatus
from tests.support.makers import SANA, TASS
from tests.support.snapshots import collate_texts

ASIDE = " (life has proved they never went back from their words)"
DOTS = TASS.replace(ASIDE, "......")


def build(*texts: str, base: int | None = None) -> ApparatusView:
    return build_apparatus(collate_texts(*texts, base=base))


def text_of(pieces: tuple[BaseSegment, ...]) -> str:
    """Return the text of the pieces; of a place with parts, of the parts."""
    return "".join(text_of(piece.parts) if piece.parts else piece.text for piece in pieces)


def test_entry_counts_the_printings_that_differ() -> None:
    found = build(TASS, SANA, DOTS, SANA)
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
    assert [reading.label for reading in aside.readings] == ["", "Aside cut silently", "Marked omission"]
    assert (aside.weight, found.entries[1].weight) == ("serious", "middle")


def test_readings_are_swapped_when_another_base_is_chosen() -> None:
    found = build(TASS, SANA, base=1)
    assert found.base.first.text == SANA
    assert [place.readings[0].text for place in found.entries] == ["", "ISIS"]


def test_entry_calls_a_printing_absent_when_it_ends_earlier() -> None:
    found = build(TASS, SANA, TASS[: TASS.index(", spared")], TASS)
    assert found.entries[1].absent
    assert found.entries[1].absent.visible == ("Outlet 3",)


def test_reading_of_a_silent_cut_is_empty_where_a_comma_alone_is_left() -> None:
    text = "we will not touch pensions (nobody here has asked for that), but the state must save before the summer"
    entries = build(text, text.replace(" (nobody here has asked for that)", "")).entries
    assert [reading.text for reading in entries[0].readings][1:] == [""]


def test_other_translations_are_listed_apart() -> None:
    found = build(TASS, SANA, "blows fell with care upon whoever could not push at an army")
    assert [group.letter for group in found.other_translations] == ["C"]


def test_segments_mark_an_insertion_at_the_word_before() -> None:
    pieces = build("spared those groups", "spared those armed groups").segments
    assert [piece.text for piece in pieces] == ["spared those", "", " groups"]


def test_reading_counts_printings_when_there_are_more_than_names() -> None:
    named = build(TASS, SANA, DOTS, SANA).entries[1].readings
    assert [reading.has_more_printings for reading in named] == [False, False]
    many = build(*[TASS] * 9, SANA).entries[1].readings
    assert [reading.has_more_printings for reading in many] == [True, False]


WORDS = st.lists(st.sampled_from("the army said it spared groups near towns ( ) ...".split()), max_size=14).map(
    " ".join
)


@given(st.lists(WORDS.filter(str.strip), min_size=1, max_size=5))
def test_segments_joined_are_exactly_the_base(texts: list[str]) -> None:
    found = build(*texts)
    assert text_of(found.segments) == found.base.first.text
