"""Whether quotations on real pages are given to the right person, and how often to a wrong one.

Measured by the shared tool on the articles of news pages as annotators took them from the page, without their language:
English ones, German ones, and ones in other languages. The floors are shares of the quotations; the share of wrong
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


def find_speakers(article: dict[str, str], *, only_sure: bool = False) -> dict[str, object]:
    """Find the quotations of an article, every line of which is body; of the names all, or the sure ones."""
    text = article["body"]
    paragraphs = tuple(Paragraph(*line.span(), Label.BODY, "") for line in re.finditer(r"\S.*", text))
    found = find_quotations(text, title=article["title"], paragraphs=paragraphs).quotations
    quotes = [
        {"text": text[q.start : q.end], "speaker": q.speaker_name if q.sure or not only_sure else None} for q in found
    ]
    return {"path": f"{article['page']}.html.gz", "quotes": quotes}


@pytest.mark.parametrize("part", ["de", "en", "other"])
def test_quotations_of_pages_are_given_to_the_right_person(part: str, tmp_path: Path) -> None:
    result = measure(part, tmp_path)
    assert result["right_share"] >= floor("speakers", part, "right")
    assert result["wrong_share"] <= floor("speakers", part, "wrong")


def test_names_shown_as_facts_are_right(tmp_path: Path) -> None:
    result = measure("en", tmp_path, only_sure=True)
    wrong = result["wrong"] + result.get("x_given", 0)
    named = measure("en", tmp_path, only_sure=False)["right"]
    assert wrong <= (1 - floor("speakers", "en", "sure_right")) * named


def measure(part: str, folder: Path, *, only_sure: bool = False) -> dict[str, float]:
    labels = PAGES / f"speakers_{part}.jsonl"
    pages = {row["page"] for row in rows(labels)}
    written = folder / "found.jsonl"
    articles = (article for article in rows(PAGES / "gold.jsonl") if article["page"] in pages)
    found = [find_speakers(article, only_sure=only_sure) for article in articles]
    written.write_text("\n".join(json.dumps(row) for row in found), encoding="utf-8")
    result: dict[str, float] = json.loads(evaluate("evaluate_speakers.py", labels, written, "--json"))
    print(part, result)
    return result
