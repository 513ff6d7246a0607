"""The likeliest source is the earlier wording from which the fewest changes lead here."""

from hypothesis import given
from hypothesis import strategies as st

from articles.engine.descent.nearest_source import find_nearest_sources

WHOLE = (
    "The problem around the U.S.-led coalition is that they declared its goal in fighting exclusively the Islamic "
    "State and pledged not to take any action against the Syrian army (life has confirmed it, everything is open)"
)
CUT = WHOLE.partition(" (")[0]
SWAPPED = CUT.replace("the Islamic State", "ISIS")


def test_what_was_cut_and_then_changed_follows_what_was_cut() -> None:
    assert find_nearest_sources([WHOLE, CUT, SWAPPED]) == [None, 0, 1]


def test_words_follow_the_newest_printing_of_the_very_same_words() -> None:
    assert find_nearest_sources([WHOLE, CUT, WHOLE, WHOLE]) == [None, 0, 0, 2]


def test_of_two_equally_near_the_one_more_had_printed_is_likelier() -> None:
    one, other = CUT.replace("exclusively", "only"), CUT.replace("exclusively", "solely")
    assert find_nearest_sources([one, other, other, CUT])[-1] == 2
    assert find_nearest_sources([one, one, one, other, CUT])[-1] == 2


def test_a_cut_is_likelier_than_words_put_in() -> None:
    shorter = CUT.replace(" exclusively", "")
    longer = CUT.replace("goal", "only goal")
    assert find_nearest_sources([shorter, longer, CUT])[-1] == 1


def test_of_an_endless_text_the_beginning_is_compared() -> None:
    endless = "word " * 100_000
    assert find_nearest_sources([CUT, endless, f"{endless} more"])[-1] == 1


@given(st.lists(st.text("ab ", max_size=12), max_size=150))
def test_every_printing_but_the_first_follows_an_earlier_one(texts: list[str]) -> None:
    found = find_nearest_sources(texts)
    assert len(found) == len(texts)
    assert found[:1] in ([], [None])
    assert all(source is not None and source < place for place, source in enumerate(found) if place)
