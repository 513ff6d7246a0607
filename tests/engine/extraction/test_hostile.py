"""Nothing sent in brings the extraction down, every finding points at words, and work grows with length alone.

No clock is asked here; how long it takes is measured by `benchmarks.bench_hostile` and `benchmarks.bench_linear`.
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
from tests.support.article_texts import OWN, real_texts
from tests.support.hostile_texts import PUMPS, SHAPES, flaws, made, mutated, of_quotation, shaped

#: Twice the text takes twice the steps; more than this many times would be worse than linear.
RATIO = 2.3
#: Characters of the shorter of two texts whose steps are compared: enough to fill every window the rules look through.
SIZE = 1_200


@given(made)
@settings(max_examples=200)
def test_made_up_text_gets_a_sound_answer(text: str) -> None:
    found = find_quotations(text)
    assert flaws(text, found) == []
    assert whole_flaws(text) == []


@pytest.mark.parametrize("seed", range(100))
def test_broken_articles_get_a_sound_answer(seed: int) -> None:
    text = mutated(real_texts(), random.Random(seed))
    assert flaws(text, find_quotations(text)) == []
    assert whole_flaws(text) == []


def whole_flaws(text: str) -> list[str]:
    """What is wrong with the whole attributions of a text."""
    wrong: list[str] = []
    for content in find_attributions(text, find_quotations(text)):
        wrong += of_quotation(text, content.quotation)
        wrong += [f"empty piece {a}-{b}" for a, b in content.spans if not text[a:b].strip()]
    return wrong


@pytest.mark.parametrize("shape", SHAPES)
def test_nasty_text_gets_a_sound_answer(shape: str) -> None:
    text = shaped(shape, 50_000)
    assert flaws(text, find_quotations(text)) == []


@pytest.mark.parametrize("text", ["", " \t\u00a0\u2028", f"{OWN}\n\n" * 200], ids=["nothing", "blanks", "repeated"])
def test_nothing_and_the_same_over_and_over_get_a_sound_answer(text: str) -> None:
    assert flaws(text, find_quotations(text)) == []


def test_a_name_broken_by_an_invisible_character_still_gets_its_quotation() -> None:
    text = "\u201cIt is so,\u201d Sergey Lav\u200brov said."
    (quotation,) = find_quotations(text).quotations
    assert text[quotation.start : quotation.end] == "It is so,"


@pytest.mark.parametrize("pump", dict.fromkeys(PUMPS), ids=repr)
def test_twice_the_text_takes_twice_the_steps(pump: str) -> None:
    assert grows(lambda text: find_attributions(text, find_quotations(text)), pump) < RATIO


@pytest.mark.parametrize(
    "pump", ["Comments 4\n", "A b\n", "READ MORE: ", "by A B ", "10 Sep, 2015 ", "(c) ", "|", "a/", "1. A says\n"]
)
def test_cleaning_twice_the_text_takes_twice_the_steps(pump: str) -> None:
    assert grows(label_paragraphs, pump) < RATIO


@pytest.mark.parametrize("pump", ["Sergey ", "kh", "al-", "y", "Jr. ", "\u0301", "."])
def test_the_key_of_twice_the_name_takes_twice_the_steps(pump: str) -> None:
    assert grows(build_name_key.__wrapped__, pump) < RATIO


def grows(work: Callable[[str], object], pump: str) -> float:
    """How many times as many lines of the program are run for twice the text."""
    longer = (pump * (2 * SIZE // len(pump) + 1))[: 2 * SIZE]
    work(longer)  # fills what is kept from one text for the next
    return steps(work, longer) / max(1, steps(work, longer[:SIZE]))


def steps(work: Callable[[str], object], text: str) -> int:
    """How many lines of the program are run: the same each time, whatever else the machine does.

    Each turn of a loop counts, comprehensions too; what a single call into a pattern or a slice takes does not.
    """
    count = 0

    def counting(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return counting

    before = sys.gettrace()
    sys.settrace(counting)
    try:
        work(text)
    finally:
        sys.settrace(before)
    return count
