"""Lineages of hand-labelled real quotations, and of a generated corpus, against their floors."""

import json
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.quality.floors import floor
from tests.support.shared import SHARED, evaluate, needs_shared

needs_shared()
pytestmark = pytest.mark.quality

ROOT = Path(__file__).resolve().parents[2]
READABLE = ("id", "text", "speaker", "date", "outlet")  # the rest of a labelled line is the answer


def figures(gold: Path, folder: Path) -> dict[str, float]:
    """Return what the evaluation tool says of the lineages that ``link`` makes of `gold`."""
    given, out = folder / "given.jsonl", folder / "lineages.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    given.write_text("".join(json.dumps({key: row[key] for key in READABLE}) + "\n" for row in rows))
    call_command("link", given, out)
    found: dict[str, float] = json.loads(evaluate("evaluate_linking.py", gold, out, "--json"))
    return found


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    return figures(SHARED / "data/linking/real_dev.jsonl", tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("generated")
    gold = folder / "gold.jsonl"
    evaluate("linking_corpus/generate.py", "--n", "5000", "--seed", "11", "--out", gold, "--workers", "1")
    return figures(gold, folder)


@pytest.mark.parametrize("edit", ["typo", "word"])
def test_near_identical_printings_are_found_together_whatever_the_days(edit: str) -> None:
    command = f"{sys.executable} {ROOT / 'manage.py'} link"
    apart = json.loads(evaluate("twins.py", command, "--edit", edit, "--json"))[edit]
    del apart["pairs"]
    together = {
        who: 100 - max(share for key, share in apart.items() if key.startswith(who)) for who in ("nobody", "speaker")
    }
    assert together["speaker"] >= floor("linking", "twins", "same_speaker")
    assert together["nobody"] >= floor("linking", "twins", "nobody_named")


@pytest.mark.parametrize("figure", ["pair_f1", "b3_f1"])
def test_real_quotations_come_out_in_the_lineages_a_reader_gave_them(real: dict[str, float], figure: str) -> None:
    assert real[figure] >= floor("linking", "real_dev", figure)


@pytest.mark.parametrize("figure", ["pair_f1", "b3_f1"])
def test_generated_quotations_come_out_in_their_lineages(generated: dict[str, float], figure: str) -> None:
    assert generated[figure] >= floor("linking", "generated_5000_with_late_printings", figure)
