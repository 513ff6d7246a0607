"""Hostile texts: the extraction stands any input, every result points at words, and work grows linearly with length.

Steps are counted, not time; `benchmarks.bench_hostile` and `benchmarks.bench_linear` measure the time.
"""

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings

from articles.engine.cleaning.paragraphs import label_paragraphs
from articles.engine.extraction import find_quotations
from articles.engine.extraction.content_spans import find_attributions
from articles.engine.text.person_names import build_name_key
from tests.support.article_texts import SAMPLE_ARTICLE, load_texts
from tests.support.hostile_texts import PUMPS, SHAPES, build_shape, find_flaws, find_quotation_flaws, made_texts, mutate

#: The most times as many steps for twice the text; more would be worse than linear.
MAX_RATIO = 2.3
#: Characters of the shorter of two texts whose steps are compared: enough to fill every window the rules look through.
SIZE = 1_200


@given(made_texts)
@settings(max_examples=200)
def test_extraction_is_sound_for_made_up_text(text: str) -> None:
    found = find_quotations(text)
    assert find_flaws(text, found) == []
    assert find_content_flaws(text) == []


@pytest.mark.parametrize("seed", range(100))
def test_extraction_is_sound_for_broken_articles(seed: int) -> None:
    text = mutate(load_texts(), random.Random(seed))
    assert find_flaws(text, find_quotations(text)) == []
    assert find_content_flaws(text) == []


def find_content_flaws(text: str) -> list[str]:
    """Return what is wrong with the whole attributions of a text."""
    problems: list[str] = []
    for content in find_attributions(text, find_quotations(text)):
        problems += find_quotation_flaws(text, content.quotation)
        problems += [f"empty piece {a}-{b}" for a, b in content.spans if not text[a:b].strip()]
    return problems


@pytest.mark.parametrize("shape", SHAPES)
def test_extraction_is_sound_for_hostile_shapes(shape: str) -> None:
    text = build_shape(shape, 50_000)
    assert find_flaws(text, find_quotations(text)) == []


@pytest.mark.parametrize(
    "text", ["", " \t\u00a0\u2028", f"{SAMPLE_ARTICLE}\n\n" * 200], ids=["nothing", "blanks", "repeated"]
)
def test_extraction_is_sound_for_empty_and_repeated_text(text: str) -> None:
    assert find_flaws(text, find_quotations(text)) == []


def test_find_quotations_finds_quotation_when_name_holds_invisible_character() -> None:
    text = "\u201cIt is so,\u201d Sergey Lav\u200brov said."
    (quotation,) = find_quotations(text).quotations
    assert text[quotation.start : quotation.end] == "It is so,"


@pytest.mark.parametrize("pump", dict.fromkeys(PUMPS), ids=repr)
def test_extraction_takes_linear_steps(pump: str) -> None:
    assert measure_growth(lambda text: find_attributions(text, find_quotations(text)), pump) < MAX_RATIO


@pytest.mark.parametrize(
    "pump", ["Comments 4\n", "A b\n", "READ MORE: ", "by A B ", "10 Sep, 2015 ", "(c) ", "|", "a/", "1. A says\n"]
)
def test_label_paragraphs_takes_linear_steps(pump: str) -> None:
    assert measure_growth(label_paragraphs, pump) < MAX_RATIO


@pytest.mark.parametrize("pump", ["Sergey ", "kh", "al-", "y", "Jr. ", "\u0301", "."])
def test_build_name_key_takes_linear_steps(pump: str) -> None:
    assert measure_growth(build_name_key.__wrapped__, pump) < MAX_RATIO


def measure_growth(work: Callable[[str], object], pump: str) -> float:
    """Return how many times as many lines of the program run for twice the text."""
    longer = (pump * (2 * SIZE // len(pump) + 1))[: 2 * SIZE]
    work(longer)  # fills the caches
    return count_steps(work, longer) / max(1, count_steps(work, longer[:SIZE]))


def count_steps(work: Callable[[str], object], text: str) -> int:
    """Count the lines of the program that run: the same each time, whatever else the machine does.

    Each turn of a loop counts, comprehensions too; the work within a single call of a pattern or a slice does not.
    """
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    previous = sys.gettrace()
    sys.settrace(trace)
    try:
        work(text)
    finally:
        sys.settrace(previous)
    return count
