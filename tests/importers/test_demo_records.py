"""The records of the demo corpus are facts about real articles."""

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
def test_each_article_is_recorded_with_its_facts(number: int) -> None:
    record, seed = demo.load_records()[number], SEEDS[number]
    names = ("outlet", "url", "title", "published", "precision", "language")
    assert {name: record[name] for name in names} == {name: seed[name] for name in names}  # type: ignore[literal-required]
    assert record["credit"] == seed.get("credit")


@pytest.mark.parametrize("number", range(5), ids=[seed["outlet"] for seed in SEEDS])
def test_each_quotation_is_recorded_to_the_letter_and_with_its_marks(number: int) -> None:
    text = LABELLED[number]["text"]
    printed = [(quote["text"], text[quote["start"] - 1] + text[quote["end"]]) for quote in LABELLED[number]["quotes"]]
    assert quotations(demo.load_records()[number]) == printed


@pytest.mark.parametrize("number", range(5), ids=[seed["outlet"] for seed in SEEDS])
def test_each_speaker_is_recorded_under_the_name_they_are_printed_under(number: int) -> None:
    record = demo.load_records()[number]
    recorded = [
        record["people"][passage["speaker"]]["name"] for passage in record["passages"] for _ in passage["quotations"]
    ]
    assert recorded == [quote["speaker_resolved"] for quote in LABELLED[number]["quotes"]]


def test_all_forty_four_quotations_of_the_five_articles_are_there() -> None:
    assert sum(len(quotations(record)) for record in demo.load_records()[:5]) == 44


@pytest.mark.parametrize(
    ("number", "witness", "pair", "side"), [(5, "A.ri", "S05", "b"), (6, "B.sott", "S12", "b"), (7, "B.ft", "S13", "b")]
)
def test_each_further_printing_is_recorded_to_the_letter(number: int, witness: str, pair: str, side: str) -> None:
    record = demo.load_records()[number]
    (words,) = [pair_[side] for pair_ in COMPARED["pairs"] if pair_["id"] == pair]
    assert [text for text, _ in quotations(record)] == [words]
    assert record["url"] == COMPARED["witnesses"][witness]["url"]
