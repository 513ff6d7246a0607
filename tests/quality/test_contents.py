"""Whole attributions of the seed articles: no labelled quotation is lost in them, and SANA's paraphrases are found."""

import json
from pathlib import Path
from typing import Any

import pytest

from articles.engine.extraction import find_quotations
from articles.engine.extraction.content_spans import AttributedContent, find_attributions
from tests.support.shared import SHARED, needs_shared

needs_shared()
pytestmark = pytest.mark.quality

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in Path(SHARED / "data/extraction/seeds.jsonl").read_text(encoding="utf-8").splitlines()
]
#: What SANA tells in its own words of what Lavrov said, by how it begins.
PARAPHRASED = (
    "that most of the strikes launched by the United States",
    "that the coalition wants ISIS",
    "that Russia is waging a consistent and resolute fight",
    "that Russia responded to the request",
)


def whole(text: str) -> tuple[AttributedContent, ...]:
    return find_attributions(text, find_quotations(text))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["doc_id"]))
def test_every_labelled_quotation_lies_in_one_attribution_and_keeps_its_speaker(row: dict[str, Any]) -> None:
    found = whole(row["text"])
    lost = []
    for quote in row["quotes"]:
        homes = [c for c in found if any(a <= quote["start"] + 1 and quote["end"] - 1 <= b for a, b in c.spans)]
        if len(homes) != 1 or homes[0].quotation.speaker is None:
            lost.append(row["text"][quote["start"] : quote["end"]][:60])
    assert lost == []


def test_the_paraphrases_are_found_with_their_speaker() -> None:
    reported = [
        (row["text"][content.spans[0][0] :], content.quotation)
        for row in ROWS
        for content in whole(row["text"])
        if content.quotation.type == "indirect"
    ]
    for beginning in PARAPHRASED:
        speakers = [q.speaker_name for rest, q in reported if rest.startswith(beginning)]
        assert speakers == ["Sergey Lavrov"], beginning
