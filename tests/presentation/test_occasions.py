"""Sentences on where words were said."""

import json
import re
from collections.abc import Iterator
from datetime import date

import pytest

from articles.engine.extraction import find_quotations
from articles.importers.demo import build_excerpts
from articles.presentation.occasions import build_occasion_phrase, describe_occasion
from tests.support.shared import SHARED, with_shared

# A sentence that is grammatical whatever the article's phrase is: a preposition continues "said this", or it is quoted.
FITTED = re.compile(
    r"Ida Solberg said this (?:while (?:speaking|addressing)|in|at|on|during|before|after|with|by|over|to) "
    r"[^\u201c\u201d]+, according to TASS\."
)
QUOTED = re.compile(r"Where it was said, according to TASS: \u201c.+\u201d\.")


@pytest.mark.parametrize(
    ("printed", "phrase"),
    [
        pytest.param("told Sky Sports", "to Sky Sports", id="a verb and an audience"),
        pytest.param("told reporters in Stockholm", "to reporters in Stockholm", id="and a place"),
        pytest.param("told journalists at UN Headquarters", "to journalists at UN Headquarters", id="and a building"),
        pytest.param("Speaking in Lisbon on Friday", "while speaking in Lisbon on Friday", id="a participle"),
        pytest.param("addressing the students", "while addressing the students", id="another participle"),
        pytest.param("In an interview with Press TV", "in an interview with Press TV", id="a capital letter"),
        pytest.param("on Channel One TV", "on Channel One TV", id="a number that is a name"),
        pytest.param("Wednesday", "on Wednesday", id="a bare day"),
        pytest.param("to the Senate", "to the Senate", id="an assembly"),
        pytest.param("told", "", id="a verb without audience"),
        pytest.param("in", "", id="a preposition alone"),
        pytest.param("in an email the cost associated", "", id="into the next clause"),
        pytest.param("told Rest of World a few companies", "", id="an object of the verb"),
        pytest.param("at a show called \u201cMeet", "", id="a mark that does not close"),
        pytest.param("am Dienstag in Berlin", "", id="German"),
        pytest.param("in einer Rede", "", id="German that looks English"),
        pytest.param("\u0432 \u0438\u043d\u0442\u0435\u0440\u0432\u044c\u044e", "", id="Russian"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_phrase_continues_said_this_or_is_none(printed: str, phrase: str) -> None:
    assert build_occasion_phrase(printed) == phrase


def test_sentence_names_day_and_outlet() -> None:
    said = describe_occasion("told Sky Sports", "Klausen", "Sky Sports", day=date(2026, 11, 3))
    assert str(said) == "Klausen said this to Sky Sports (3 November 2026), according to Sky Sports."
    assert said.fact == "said to Sky Sports"
    assert str(describe_occasion("at a rally", "", "RT")) == "This was said at a rally, according to RT."
    assert str(describe_occasion("on Friday", "the mayor", "RT")) == "The mayor said this on Friday, according to RT."


def test_occasion_in_another_language_is_quoted_as_printed() -> None:
    said = describe_occasion("in einem Interview mit der Zeit", "Ida Solberg", "TASS", language="de-AT")
    assert str(said) == "Where it was said, according to TASS: \u201cin einem Interview mit der Zeit\u201d."
    assert (said.fact, said.language) == (
        "where it was said: \u201cin einem Interview mit der Zeit\u201d",
        "de-AT",
    )


def check_sentences(occasions: set[tuple[str, str]]) -> None:
    assert occasions
    for printed, language in sorted(occasions):
        sentence = str(describe_occasion(printed, "Ida Solberg", "TASS", language=language))
        assert FITTED.fullmatch(sentence) or QUOTED.fullmatch(sentence), sentence
        assert sentence.count("(") == sentence.count(")")
        assert "  " not in sentence


def test_every_occasion_of_the_demo_corpus_makes_a_sentence() -> None:
    found = [find_quotations(draft.text, language=draft.language) for draft in build_excerpts()]
    occasions = {(quote.occasion, each.language) for each in found for quote in each.quotations if quote.occasion}
    check_sentences(occasions)
    assert all(build_occasion_phrase(printed) for printed, _ in occasions)


@with_shared
def test_every_occasion_of_seeds_and_real_pages_makes_a_sentence() -> None:
    check_sentences(set(load_shared_occasions()))


def load_shared_occasions() -> Iterator[tuple[str, str]]:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in (SHARED / "seeds").glob("*.txt")]
    with (SHARED / "data/pages/gold.jsonl").open(encoding="utf-8") as pages:
        texts += [json.loads(page)["body"] for page in pages]
    for text in texts:
        found = find_quotations(text)
        yield from ((quote.occasion, found.language) for quote in found.quotations if quote.occasion)
