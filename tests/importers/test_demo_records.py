"""Tests of the demo records against the printed articles."""

import json
from typing import Any

import pytest

from articles.importers import demo
from tests.support.shared import SHARED, needs_shared

needs_shared()

SEEDS: list[dict[str, Any]] = json.loads((SHARED / "seeds" / "manifest.json").read_text(encoding="utf-8"))["articles"]
LABELLED = [
    json.loads(line) for line in (SHARED / "data/extraction/seeds.jsonl").read_text(encoding="utf-8").splitlines()
]
COMPARED = json.loads((SHARED / "data" / "wording" / "pairs.json").read_text(encoding="utf-8"))


def quotations(record: demo.DemoRecord) -> list[tuple[str, str]]:
    return [(words["words"], words["marks"]) for passage in record["passages"] for words in passage["quotations"]]


@pytest.mark.parametrize("number", range(5), ids=[seed["outlet"] for seed in SEEDS])
def test_record_has_the_metadata_of_the_article(number: int) -> None:
    record, seed = demo.load_records()[number], SEEDS[number]
    names = ("outlet", "url", "title", "published", "precision", "language")
    assert {name: record[name] for name in names} == {name: seed[name] for name in names}  # type: ignore[literal-required]
    assert record["credit"] == seed.get("credit")


@pytest.mark.parametrize("number", range(5), ids=[seed["outlet"] for seed in SEEDS])
def test_record_has_each_quotation_to_the_letter_with_its_marks(number: int) -> None:
    text = LABELLED[number]["text"]
    printed = [(quote["text"], text[quote["start"] - 1] + text[quote["end"]]) for quote in LABELLED[number]["quotes"]]
    assert quotations(demo.load_records()[number]) == printed


@pytest.mark.parametrize("number", range(5), ids=[seed["outlet"] for seed in SEEDS])
def test_record_has_each_speaker_under_the_printed_name(number: int) -> None:
    record = demo.load_records()[number]
    recorded = [
        record["people"][passage["speaker"]]["name"] for passage in record["passages"] for _ in passage["quotations"]
    ]
    assert recorded == [quote["speaker_resolved"] for quote in LABELLED[number]["quotes"]]


def test_records_have_all_44_quotations_of_the_five_articles() -> None:
    assert sum(len(quotations(record)) for record in demo.load_records()[:5]) == 44


@pytest.mark.parametrize(
    ("number", "witness", "pair", "side"), [(5, "A.ri", "S05", "b"), (6, "B.sott", "S12", "b"), (7, "B.ft", "S13", "b")]
)
def test_record_has_each_further_printing_to_the_letter(number: int, witness: str, pair: str, side: str) -> None:
    record = demo.load_records()[number]
    (words,) = [pair_[side] for pair_ in COMPARED["pairs"] if pair_["id"] == pair]
    assert [text for text, _ in quotations(record)] == [words]
    assert record["url"] == COMPARED["witnesses"][witness]["url"]
