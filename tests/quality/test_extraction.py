"""How many quotations are found, and how many with the right speaker, occasion and credit.

Measured by the shared tool on what ``manage.py extract`` writes: the five seed articles, and PolNeAR's development part
(84 US news articles, 907 quotations). ``ov80`` is the F1 of the spans, ``e2e`` of the spans with the right person.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.quality.floors import floor
from tests.support.shared import SHARED, evaluate, needs_shared

needs_shared()
pytestmark = pytest.mark.quality

LABELLED = SHARED / "data" / "extraction"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Provide what the command writes for each labelled set."""
    folder = tmp_path_factory.mktemp("extraction")
    files = {}
    for name in ("seeds", "polnear_dev"):
        files[name] = folder / f"{name}.jsonl"
        call_command("extract", LABELLED / f"{name}.jsonl", files[name])
    return files


def measured(written: dict[str, Path], name: str, *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        evaluate("evaluate_extraction.py", LABELLED / f"{name}.jsonl", written[name], "--json", *options)
    )
    print(name, *options, {figure: found[figure]["f1"] for figure in ("ov80", "e2e_lit", "e2e")})
    return found


@pytest.mark.parametrize(
    ("part", "name", "options"),
    [
        ("seeds", "seeds", ()),
        ("polnear_dev", "polnear_dev", ()),
        ("polnear_dev_5_words", "polnear_dev", ("--min-words", "5")),
    ],
)
def test_quotations_and_speakers_stay_as_good_as_they_were(
    written: dict[str, Path], part: str, name: str, options: tuple[str, ...]
) -> None:
    found = measured(written, name, *options)
    for figure in ("ov80", "e2e_lit", "e2e"):
        assert found[figure]["f1"] >= floor("extraction", part, figure), figure


def test_nothing_is_quoted_from_comments_menus_or_forms(written: dict[str, Path]) -> None:
    assert measured(written, "seeds")["fp"] == 0


def test_occasion_and_credit_are_right_wherever_the_seed_articles_name_them(written: dict[str, Path]) -> None:
    labelled = rows(LABELLED / "seeds.jsonl")
    found = rows(written["seeds"])
    compared = 0
    for article, answer in zip(labelled, found, strict=True):
        for gold, quote in zip(article["quotes"], answer["quotes"], strict=True):
            assert quote["credit"] == gold["via"]
            if gold["venue"] is not None:
                assert quote["occasion"].startswith(gold["venue"])
                compared += 1
    assert compared == 16


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
