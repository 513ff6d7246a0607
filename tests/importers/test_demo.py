"""Tests of the demo corpus: excerpts of our own, in which the engine finds exactly what is recorded."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from articles.engine.extraction import Quotation, find_quotations
from articles.importers import ArticleDraft, demo
from tests.support.shared import SHARED, with_shared

RECORDS = demo.load_records()
EXCERPTS = demo.build_excerpts()
NUMBERS = range(len(RECORDS))
KEYS = [record["key"] for record in RECORDS]
RUN = 6  # words; shorter runs are names and phrases that nobody owns


def recorded(number: int) -> Iterator[tuple[demo.DemoPassage, demo.DemoQuotation, str]]:
    for passage in RECORDS[number]["passages"]:
        for words in passage["quotations"]:
            yield passage, words, RECORDS[number]["people"][passage["speaker"]]["name"]


def found(number: int) -> list[Quotation]:
    excerpt = EXCERPTS[number]
    return list(find_quotations(excerpt.text, title=excerpt.title, credit=excerpt.credit).quotations)


@pytest.mark.parametrize("number", NUMBERS, ids=KEYS)
def test_engine_finds_exactly_the_recorded_quotations(number: int) -> None:
    text = EXCERPTS[number].text
    assert [text[quotation.start : quotation.end] for quotation in found(number)] == [
        words["words"] for _, words, _ in recorded(number)
    ]


@pytest.mark.parametrize("number", NUMBERS, ids=KEYS)
def test_engine_finds_the_recorded_speakers(number: int) -> None:
    assert [quotation.speaker_name for quotation in found(number)] == [name for _, _, name in recorded(number)]


@pytest.mark.parametrize("number", NUMBERS, ids=KEYS)
def test_engine_finds_the_recorded_occasions(number: int) -> None:
    occasions = {words["words"]: passage["occasion"] for passage, words, _ in recorded(number) if "occasion" in passage}
    text = EXCERPTS[number].text
    by_words = {text[quotation.start : quotation.end]: quotation.occasion for quotation in found(number)}
    assert {words: by_words[words] for words in occasions} == occasions


@pytest.mark.parametrize("number", NUMBERS, ids=KEYS)
def test_engine_finds_the_recorded_credits(number: int) -> None:
    assert {quotation.credit for quotation in found(number)} == {RECORDS[number]["credit"]}


def test_engine_joins_quotations_split_by_their_attribution() -> None:
    quotations = found(0)
    first, second = len(quotations) - 2, len(quotations) - 1
    assert (quotations[first].other_half, quotations[second].other_half) == (second, first)


@pytest.mark.parametrize("excerpt", EXCERPTS, ids=KEYS)
def test_excerpt_says_that_it_is_one(excerpt: ArticleDraft) -> None:
    assert excerpt.excerpt
    assert excerpt.text.startswith("Excerpt: the quotations of this article, with connecting words of our own.\n\n")
    assert excerpt.original == excerpt.text.encode()
    assert (excerpt.media_type, excerpt.body_known, excerpt.language) == ("text/plain", False, "en")


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (0, "OffGuardian published it on 17 November 2015 and credits TASS."),
        (1, "SANA published it about 17 November 2015."),
        (4, "Sputnik published it on 24 November 2018."),
        (5, "Russia Insider published it; the date is unknown."),
    ],
)
def test_excerpt_names_outlet_date_and_credit(number: int, line: str) -> None:
    assert EXCERPTS[number].text.split("\n\n")[1] == line


def test_excerpt_reads_like_a_note() -> None:
    preston, stability, trade, absurd = EXCERPTS[3].text.strip().split("\n\n")[4:]
    assert preston.endswith("completely wiped out,” Keith Preston said in an interview with Press TV.")
    assert stability == (
        "He said that Russia wants “stability” and governments that are “independent and autonomous” but that “the US "
        "wants to have regimes in the Middle East that are going to function as client states or as puppet states for "
        "the US”."
    )
    assert trade.startswith("Preston said that the American aim is “to dominate")
    assert absurd == (
        "Lavrov said that to fight Daesh without Damascus would be “absurd,” and he called the troops of Assad the "
        "“most effective military force on the ground.”"
    )


def test_load_outlets_describes_every_outlet_of_the_corpus() -> None:
    described = {outlet.name: outlet for outlet in demo.load_outlets()}
    assert set(described) == {excerpt.outlet for excerpt in EXCERPTS}
    assert {outlet.kind for outlet in described.values()} <= {"agency", "paper", "broadcaster", "site", "blog"}
    assert all(re.fullmatch("([A-Z]{2})?", outlet.country) for outlet in described.values())


def test_build_excerpts_returns_the_same_corpus_each_time() -> None:
    assert demo.build_excerpts() == EXCERPTS
    assert len({excerpt.source for excerpt in EXCERPTS}) == len(EXCERPTS)


@with_shared
@pytest.mark.parametrize("number", range(5), ids=KEYS[:5])
def test_connecting_words_are_not_copied_from_the_articles(number: int) -> None:
    seeds = SHARED / "seeds"
    file = json.loads((seeds / "manifest.json").read_text(encoding="utf-8"))["articles"][number]["path"]
    printed = runs((seeds / file).read_text(encoding="utf-8"))
    assert not {" ".join(run) for piece in connecting(number) for run in runs(piece) & printed}


def connecting(number: int) -> list[str]:
    """Return the pieces of an excerpt outside quotation marks, without occasions and who somebody is."""
    text = EXCERPTS[number].text
    for passage, words, _ in recorded(number):
        for fact in (words["words"], passage.get("occasion"), RECORDS[number]["people"][passage["speaker"]]["printed"]):
            text = text.replace(fact or "\0", "\n")
    return re.split(r"[\n.]", text)


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))


def test_excerpt_paragraphs_all_differ() -> None:
    for excerpt in EXCERPTS:
        assert all(one != other for one, other in pairwise(excerpt.text.split("\n\n")))
