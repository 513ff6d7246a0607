"""The most serious departure from the earliest version, and the pair that a page opens with."""

import pytest

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.presentation.departures import choose_opening_pair, find_most_serious_departure
from articles.queries.lineage_snapshot import LineageSnapshot, build_snapshot, load_printings
from tests.support.makers import SANA, TASS
from tests.support.snapshots import collate_texts
from tests.support.stories import EIGHT_OUTLETS, FORTY_FIVE_OUTLETS, ingest_story

END = " and in the majority of cases that was to be seen by everybody who looked at where they fell last year"
DROPPED = TASS.replace("pledged not to", "pledged to")


def opened(*texts: str) -> tuple[int, int] | None:
    """Return the numbers of the two versions that a page opens with."""
    two = choose_opening_pair(collate_texts(*texts))
    return (two[0].number, two[1].number) if two else None


def test_opening_pair_is_the_earliest_version_and_the_most_serious_departure() -> None:
    assert opened(TASS, SANA, TASS.replace("capable", "fully capable"), DROPPED) == (1, 4)


def test_opening_pair_never_blames_a_version_for_what_the_earliest_has() -> None:
    """The two wordings furthest apart are the second and the third; the earliest has what the third prints."""
    second = DROPPED.replace("Islamic State", "ISIS")
    third = TASS.replace("capable", "fully capable").replace("any action", "any kind of action")
    assert opened(TASS, second, third) == (1, 2)


def test_opening_pair_begins_with_the_earliest_complete_version() -> None:
    assert opened(SANA[:70], TASS + END, DROPPED + END) == (2, 3)


def test_opening_pair_is_no_mere_part_or_selection() -> None:
    words = TASS.split()
    part, selection = " ".join(words[:20]), " ".join([*words[3:9], *words[17:23]])
    assert opened(TASS + END, part, selection, (TASS + END).replace("capable", "fully capable")) == (1, 4)


def test_opening_pair_sets_a_part_or_a_translation_beside_the_whole_where_nothing_else_differs() -> None:
    assert opened(TASS, TASS[:60]) == (1, 2)
    assert opened("blows fell with care upon whoever could not push", TASS) == (1, 2)
    assert opened(TASS, TASS) == (1, 2)
    assert opened(TASS) is None


def test_departure_counts_all_versions_that_drop_the_same_negation() -> None:
    text = "we have to say that nobody will not see it and that they will not go to the town of their fathers again"
    snapshot = collate_texts(
        text, text.replace("they will not go", "they will go"), text.replace("will not go", "would go")
    )
    departure = find_most_serious_departure(snapshot)
    assert departure
    assert departure.change.kind == "negation.dropped"
    assert [group.number for group in departure.groups] == [1, 2]


@pytest.mark.parametrize("text", [TASS, TASS + ".", TASS.replace("army,", "army;"), TASS[: TASS.index(", spared")]])
def test_departure_is_none_where_only_typography_or_the_ends_differ(text: str) -> None:
    assert find_most_serious_departure(collate_texts(TASS, text)) is None


def test_fragment_departs_from_nothing() -> None:
    assert find_most_serious_departure(collate_texts(TASS, "pledged to take any action")) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("story", "pair"),
    [(EIGHT_OUTLETS, ("Nordic Wire", "Fair Post")), (FORTY_FIVE_OUTLETS, ("Nordic Wire", "Strait Herald"))],
)
def test_opening_pair_of_a_story_names_who_dropped_the_negation_first(story: str, pair: tuple[str, str]) -> None:
    two = choose_opening_pair(read_story(story))
    assert two
    assert (two[0].article.outlet_name, two[1].article.outlet_name) == pair
    assert two[1].text.startswith(("We will raise", "We do close"))


def read_story(name: str) -> LineageSnapshot:
    lineage = ingest_story(name)
    return build_snapshot(lineage, load_printings(lineage), STANDARD_ALIASES)
