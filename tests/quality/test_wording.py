"""How many changes between two printings are found with exact places, and how many are called what they are."""

import json

import pytest
from django.core.management import call_command

from tests.quality.edits import MAKERS, edited, passages
from tests.quality.floors import floor
from tests.quality.judging import Judged
from tests.support.shared import SHARED, evaluate, needs_shared

needs_shared()
pytestmark = pytest.mark.quality

PAIRS = SHARED / "data" / "wording" / "pairs.json"
EDITS, EDITS_OF_A_KIND = 1000, 200
SEED = 11


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Provide what the shared tool says of `manage.py compare` on the labelled pairs."""
    folder = tmp_path_factory.mktemp("wording")
    pairs = json.loads(PAIRS.read_text(encoding="utf-8"))["pairs"]
    lines = [json.dumps({key: pair[key] for key in ("id", "a", "b")}) for pair in pairs]
    (folder / "pairs.jsonl").write_text("\n".join(lines))
    call_command("compare", folder / "pairs.jsonl", folder / "changes.jsonl")
    found: dict[str, float] = json.loads(evaluate("evaluate_wording.py", PAIRS, folder / "changes.jsonl"))
    print("labelled pairs:", found)
    return found


@pytest.mark.parametrize("figure", ["f1", "mode", "class_exact", "class_family"])
def test_changes_of_labelled_pairs_are_found_and_named(measured: dict[str, float], figure: str) -> None:
    assert measured[figure] >= floor("wording", "pairs", figure)


@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_of_edit_is_found_exactly_and_well_named(kind: str) -> None:
    found = judged(EDITS_OF_A_KIND, 1, kind)
    assert found.f1 >= floor("wording", "edits", "kind_f1"), found.wrong
    assert found.rightly_named >= floor("wording", "edits", "kind_named"), found.wrong


@pytest.mark.parametrize("edits", [1, 2, 3])
def test_several_edits_of_a_passage_are_found_exactly_and_well_named(edits: int) -> None:
    found = judged(EDITS, edits)
    assert found.f1 >= floor("wording", "edits", "f1"), found.wrong
    assert found.rightly_named >= floor("wording", "edits", "named"), found.wrong


def judged(count: int, edits: int, kind: str = "") -> Judged:
    found = Judged()
    for each in edited(passages(), count, SEED, edits=edits, kind=kind):
        found.add(each)
    return found
