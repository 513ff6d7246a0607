"""Whether quotations on real pages are given to the right person, and how often to a wrong one.

Measured by the shared tool on the articles of news pages as annotators took them from the page, without their language:
German ones, and ones in other languages than English. The floors are shares of the quotations; the share of wrong
speakers must stay below its floor.
"""

import json
import re
from pathlib import Path

import pytest

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction import find_quotations
from tests.quality.floors import floor
from tests.support.shared import SHARED, evaluate, needs_shared

needs_shared()
pytestmark = pytest.mark.quality

PAGES = SHARED / "data" / "pages"


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def find_speakers(article: dict[str, str]) -> dict[str, object]:
    """Find the quotations of an article, every line of which is body."""
    text = article["body"]
    paragraphs = tuple(Paragraph(*line.span(), Label.BODY, "") for line in re.finditer(r"\S.*", text))
    found = find_quotations(text, title=article["title"], paragraphs=paragraphs).quotations
    quotes = [{"text": text[quote.start : quote.end], "speaker": quote.speaker_name} for quote in found]
    return {"path": f"{article['page']}.html.gz", "quotes": quotes}


@pytest.mark.parametrize("part", ["de", "other"])
def test_quotations_of_pages_are_given_to_the_right_person(part: str, tmp_path: Path) -> None:
    labels = PAGES / f"speakers_{part}.jsonl"
    pages = {row["page"] for row in rows(labels)}
    written = tmp_path / "found.jsonl"
    found = [find_speakers(article) for article in rows(PAGES / "gold.jsonl") if article["page"] in pages]
    written.write_text("\n".join(json.dumps(row) for row in found), encoding="utf-8")
    result = json.loads(evaluate("evaluate_speakers.py", labels, written, "--json"))
    print(part, result)
    assert result["right_share"] >= floor("speakers", part, "right")
    assert result["wrong_share"] <= floor("speakers", part, "wrong")
