"""How many changes between two printings are found with exact places, and how many are called what they are."""

import json
import re
from collections import Counter
from functools import cache

import pytest
from django.core.management import call_command

from articles.engine.changes import KINDS
from articles.engine.comparison import compare
from tests.quality.edits import Edit, edits
from tests.quality.floors import floor
from tests.shared import SHARED, evaluate, needs_shared

needs_shared()
pytestmark = pytest.mark.quality

PAIRS = SHARED / "data" / "wording" / "pairs.json"
EDITS = 2000


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """What the shared tool says of `manage.py compare` on the labelled pairs."""
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


def test_single_edits_are_found_exactly() -> None:
    right = sum(is_found(edit) for edit in made())
    assert right / EDITS >= floor("wording", "edits", "found")


def test_single_edits_are_named() -> None:
    wrong: Counter[tuple[str, str]] = Counter()
    for edit in made():
        kinds = [change.kind for change in compare(edit.a, edit.b).changes]
        if not any(kind.startswith(edit.kind) for kind in kinds) and not is_graver(edit, kinds):
            wrong[edit.kind, " ".join(kinds)] += 1
    assert 1 - wrong.total() / EDITS >= floor("wording", "edits", "named"), wrong.most_common(20)


@cache
def made() -> tuple[Edit, ...]:
    return tuple(edits(sentences(), EDITS, seed=20151117))


def sentences() -> list[str]:
    """Sentences of the seed articles, 8 to 60 words long."""
    lines = [line for path in sorted(SHARED.glob("seeds/*.txt")) for line in path.read_text("utf-8").splitlines()]
    found = [sentence for line in lines for sentence in re.split(r"(?<=[.!?])\s+", line.strip())]
    return [sentence for sentence in found if 8 <= len(sentence.split()) <= 60]


def is_found(edit: Edit) -> bool:
    """One change where it was made: to the character where words are replaced, else up to a slide along equal words."""
    comparison = compare(edit.a, edit.b)
    if comparison.mode != "diff" or len(comparison.changes) != 1:
        return False
    [change] = comparison.changes
    if edit.kind in ("deletion", "insertion", "gloss.added", "negation.added"):
        lost = edit.a[: change.a.start] + change.b.of(edit.b) + edit.a[change.a.end :]
        return lost.split() == edit.b.split() or "".join(lost.split()) == "".join(edit.b.split())
    return (change.a.start, change.a.end, change.b.end) == (edit.at, edit.a_end, edit.b_end)


def is_graver(edit: Edit, kinds: list[str]) -> bool:
    """A cut of words that matter - a "not", a number, "some of" - is rightly called by what was lost."""
    plain = KINDS["deletion.silent" if edit.kind == "deletion" else "substitution"].danger
    return edit.kind in ("deletion", "substitution") and len(kinds) == 1 and KINDS[kinds[0]].danger >= plain
