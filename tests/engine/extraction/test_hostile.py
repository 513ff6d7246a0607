"""Nothing sent in brings the extraction down, every finding points at words, and time grows with length alone."""

import gc
import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from articles.engine.cleaning import clean
from articles.engine.extraction import find_quotations
from articles.engine.extraction.contents import attributions
from articles.engine.names import name_key
from tests.engine.extraction.hostile import flaws, made, mutated, of_quotation
from tests.engine.extraction.texts import OWN, real_texts

MEGABYTE = 1_000_000
#: What an answer may take: the aim is a second per MB of text; a machine that does other things too gets more.
SECONDS_PER_MB = 8.0
#: Twice the text takes twice the time; more than this many times would be worse than linear.
RATIO = 2.5
TRIES = 6


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
    for content in attributions(text, find_quotations(text)):
        wrong += of_quotation(text, content.quotation)
        wrong += [f"empty piece {a}-{b}" for a, b in content.spans if not text[a:b].strip()]
    return wrong


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \t\u00a0\u2028", id="blanks"),
        pytest.param(
            "Lavrov said that it was so and that it was not so, and he knew. " * 16_000, id="one line of 1 MB"
        ),
        pytest.param("x" * MEGABYTE, id="one word of 1 MB"),
        pytest.param(f"{OWN}\n\n" * 600, id="an article, over and over"),
        pytest.param('"' * 200_000, id="straight marks only"),
        pytest.param("\u201c" * 100_000, id="100,000 opening marks"),
        pytest.param("\u201d" * 100_000, id="100,000 closing marks"),
        pytest.param("\u00ab" * 100_000, id="100,000 opening guillemets"),
        pytest.param("\u201cHe said \u2018she said \u201cno\u2019 " * 5_000, id="marks never balanced"),
        pytest.param("\n" * MEGABYTE, id="a million newlines"),
        pytest.param("\n " * 500_000, id="newlines and blanks"),
        pytest.param("\x00" * 200_000, id="NUL"),
        pytest.param("\u202e\u2066\u202c" * 60_000, id="bidi controls"),
        pytest.param("Ser\u200bgey Lav\u200brov said: \u201cIt is.\u201d\n" * 5_000, id="zero-width blanks in names"),
        pytest.param("Anna Bell, " * 20_000, id="a list of names"),
        pytest.param("\u201cYes,\u201d " * 20_000, id="a paragraph of quotations"),
        pytest.param("a\u0301" * 200_000, id="combining marks"),
        pytest.param("\ud800\udfff " * 50_000, id="lone surrogates"),
    ],
)
def test_nasty_text_gets_a_sound_answer_in_time(text: str) -> None:
    begun = time.process_time()
    found = find_quotations(text)
    seconds = time.process_time() - begun
    assert flaws(text, found) == []
    assert seconds < max(1.0, SECONDS_PER_MB * len(text) / MEGABYTE)


def test_ten_megabytes_get_an_answer_in_time() -> None:
    text = (
        "Foreign Minister Sergey Lavrov met his colleague in Lisbon on Tuesday and said that it went well.\n\n"
        * 100_000
    )
    begun = time.process_time()
    found = find_quotations(text)
    assert time.process_time() - begun < SECONDS_PER_MB * len(text) / MEGABYTE
    assert flaws(text, found) == []


def test_a_name_broken_by_an_invisible_character_still_gets_its_quotation() -> None:
    text = "\u201cIt is so,\u201d Sergey Lav\u200brov said."
    (quotation,) = find_quotations(text).quotations
    assert text[quotation.start : quotation.end] == "It is so,"


PUMPED = (
    *(
        "said ",
        "Lavrov ",
        "Sergey Lavrov ",
        "the ",
        "to ",
        "Mr. ",
        "Mr. and ",
        "according to ",
        "who told ",
        "45, ",
        "Mich., ",
    ),
    *(
        "\u201c",
        "\u201d",
        '"',
        "\u201ca\u201d ",
        '"a," ',
        "\u201cIt is so,\u201d ",
        "Mr. \u00ab",
        "; \u201e",
        "? \u00bb",
        "``, ",
    ),
    *(
        "'",
        "(",
        ") ",
        "- \u201c",
        "...",
        "a.",
        "A. ",
        "7",
        "7' ",
        ", ",
        ": ",
        "\n",
        " \n",
        "\r",
        "a\n",
        '"\n',
        "\u201c\n",
        "<a ",
    ),
    *("that ", "said that ", "he said, ", ", he said", "and he said that it ", "\u201ca\u201d and ", "believed "),
    *(
        "He said.\n",
        "He said: \u201cYes.\u201d\n",
        "\u201cWe won.\u201d\n",
        "READ MORE: ",
        "Reuters He said.\n",
        "in an interview with ",
    ),
    *("\u200b", "\u202e", "\u2028", "\x00", "\x1c", "a\u0301", "\ufeff", "@", "$", "&", "/"),
)


@pytest.mark.parametrize("pump", PUMPED, ids=repr)
def test_extraction_takes_twice_as_long_for_twice_the_text(pump: str) -> None:
    assert grows(lambda text: find_quotations(text), pump) < RATIO


@pytest.mark.parametrize(
    "pump", ["said that ", "he said, ", "\u201ca\u201d and ", "said the \u201ca\u201d ", "and he said that it "]
)
def test_whole_attributions_take_twice_as_long_for_twice_the_text(pump: str) -> None:
    assert grows(lambda text: attributions(text, find_quotations(text)), pump) < RATIO


@pytest.mark.parametrize(
    "pump", ["Comments 4\n", "A b\n", "READ MORE: ", "by A B ", "10 Sep, 2015 ", "(c) ", "|", "a/"]
)
def test_cleaning_takes_twice_as_long_for_twice_the_text(pump: str) -> None:
    assert grows(clean, pump) < RATIO


@pytest.mark.parametrize("pump", ["Sergey ", "kh", "al-", "y", "Jr. ", "\u0301", "."])
def test_keys_of_names_take_twice_as_long_for_twice_the_name(pump: str) -> None:
    assert grows(name_key.__wrapped__, pump) < RATIO


def grows(work: Callable[[str], object], pump: str, size: int = 10_000) -> float:
    """How many times longer twice the text takes; the best of some tries, for other work disturbs each of them."""
    texts = [(pump * (length // len(pump) + 1))[:length] for length in (size, 2 * size)]
    ratios: list[float] = []
    best = [float("inf"), float("inf")]
    for _ in range(TRIES):
        best = [min(known, seconds(work, text)) for known, text in zip(best, texts, strict=True)]
        ratios.append(best[1] / max(best[0], 1e-3))
        if ratios[-1] < RATIO:
            break
    return ratios[-1]


def seconds(work: Callable[[str], object], text: str) -> float:
    """What the work itself takes: the collector of garbage looks at all that other tests have left, too."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work(text)
        return time.process_time() - begun
    finally:
        gc.enable()
