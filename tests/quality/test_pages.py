"""How well real pages are read.

The shared tool measures what ``manage.py read`` writes for 152 saved pages of 100 publishers: headline, date, authors,
outlet, body and quotations against annotated labels.
"""

import json
from typing import Any

import pytest

from articles.management.commands.read import read_rows
from tests.quality.floors import floor
from tests.support.shared import SHARED, evaluate, needs_shared

needs_shared()
pytestmark = pytest.mark.quality

PAGES = SHARED / "data" / "pages"


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Provide what the shared tool measures of the saved pages."""
    written = tmp_path_factory.mktemp("pages") / "read.jsonl"
    rows = read_rows([PAGES / "html"])
    written.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    found: dict[str, Any] = json.loads(evaluate("evaluate_pages.py", PAGES / "gold.jsonl", written, "--json"))["all"]
    print(found)
    return found


@pytest.mark.parametrize(
    "figure", ["headline_same", "date_minute", "authors_all", "body_recall", "body_precision", "found"]
)
def test_pages_are_read_as_well_as_they_were(figures: dict[str, Any], figure: str) -> None:
    assert figures[figure] >= floor("pages", "at_least", figure)


@pytest.mark.parametrize(
    "figure",
    [
        *("refused", "date_wrong", "pages_with_no_author_named", "text_lost", "elsewhere"),
        "of_these_under_several_names",
    ],
)
def test_pages_are_misread_no_more_often_than_they_were(figures: dict[str, Any], figure: str) -> None:
    assert figures[figure] <= floor("pages", "at_most", figure)
