"""Stories of eight and of forty-five outlets."""

import pytest

from tests.support.stories import EIGHT_OUTLETS, FORTY_FIVE_OUTLETS, ingest_story

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("story", "outlets", "opposite", "dropping"),
    [(EIGHT_OUTLETS, 8, "We will raise", 3), (FORTY_FIVE_OUTLETS, 45, "We do close", 7)],
)
def test_story_is_one_lineage_of_which_some_drop_a_negation(
    story: str, outlets: int, opposite: str, dropping: int
) -> None:
    lineage = ingest_story(story)
    texts = [printing.text for printing in lineage.printings.in_context()]
    assert lineage.outlet_count == outlets
    assert sum(text.startswith(opposite) for text in texts) == dropping
