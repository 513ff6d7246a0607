"""Nearest source: the earlier wording from which the fewest changes lead here."""

from hypothesis import given
from hypothesis import strategies as st

from articles.engine.descent.nearest_source import find_nearest_sources

WHOLE = (
    "The problem around the U.S.-led coalition is that they declared its goal in fighting exclusively the Islamic "
    "State and pledged not to take any action against the Syrian army (life has confirmed it, everything is open)"
)
CUT = WHOLE.partition(" (")[0]
SWAPPED = CUT.replace("the Islamic State", "ISIS")


def test_nearest_source_follows_a_chain_of_changes() -> None:
    assert find_nearest_sources([WHOLE, CUT, SWAPPED]) == [None, 0, 1]


def test_nearest_source_of_a_verbatim_copy_is_the_latest_printing() -> None:
    assert find_nearest_sources([WHOLE, CUT, WHOLE, WHOLE]) == [None, 0, 0, 2]


def test_nearest_source_prefers_the_more_printed_wording() -> None:
    one, other = CUT.replace("exclusively", "only"), CUT.replace("exclusively", "solely")
    assert find_nearest_sources([one, other, other, CUT])[-1] == 2
    assert find_nearest_sources([one, one, one, other, CUT])[-1] == 2


def test_nearest_source_prefers_cuts_to_additions() -> None:
    shorter = CUT.replace(" exclusively", "")
    longer = CUT.replace("goal", "only goal")
    assert find_nearest_sources([shorter, longer, CUT])[-1] == 1


def test_nearest_source_compares_the_beginning_of_a_very_long_text() -> None:
    endless = "word " * 100_000
    assert find_nearest_sources([CUT, endless, f"{endless} more"])[-1] == 1


@given(st.lists(st.text("ab ", max_size=12), max_size=150))
def test_nearest_source_is_always_earlier(texts: list[str]) -> None:
    found = find_nearest_sources(texts)
    assert len(found) == len(texts)
    assert found[:1] in ([], [None])
    assert all(source is not None and source < place for place, source in enumerate(found) if place)
