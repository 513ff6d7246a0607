"""Segmentation: one change that a reader sees is one difference."""

import pytest
from hypothesis import given

from articles.engine.comparison.segmentation import find_differences
from articles.engine.comparison.segments import TokenizedPair
from articles.engine.text.aliases import STANDARD_ALIASES
from tests.support.engine_printings import pairs


def list_differences(a: str, b: str) -> list[tuple[str, str]]:
    return [
        (found.a.extract(a), found.b.extract(b))
        for found in find_differences(TokenizedPair.from_texts(a, b, STANDARD_ALIASES))
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            "exclusively the Islamic State and", "exclusively ISIS and", [("the Islamic State", "ISIS")],
            id="an article goes with its name",
        ),
        pytest.param(
            "expansion of the Islamic State over", "expansion of the ISIS over", [("Islamic State", "ISIS")],
            id="an article that stays does not",
        ),
        pytest.param(
            "supporting Bashar al-Assad in his", "supporting Bashar Assad in his", [("al-Assad", "Assad")],
            id="of a name only what differs",
        ),
        pytest.param(
            "said Bashar Assad would", "said the Syrian leader Assad would", [("Bashar", "the Syrian leader")],
            id="part of a name among other changed words",
        ),
        pytest.param(
            "the US-led [anti-ISIS] coalition", "the US-led anti-ISIS coalition", [("[anti-ISIS]", "anti-ISIS")],
            id="lost brackets are one change",
        ),
        pytest.param(
            "Islamic State (Daesh) troops", "Islamic State [Daesh] troops", [("(Daesh)", "[Daesh]")],
            id="other brackets are one change",
        ),
        pytest.param(
            "army (life has proved they never went back from it), analysis",
            "army, life has proved they never went back from it, analysis", [("(", ","), (")", "")],
            id="brackets far apart are two",
        ),
        pytest.param(
            "the so-called [for Washington] good ones", "the good ones",
            [("so-called [for Washington]", "")],
            id="an aside cut with words around it",
        ),
        pytest.param(
            "they say so [for Washington] now", "they think now", [("say so", "think"), ("[for Washington]", "")],
            id="an aside beside other changed words is a change of its own",
        ),
        pytest.param(
            "pump more arms and money into it", "pump more money and arms into it",
            [("arms and money", "money and arms")],
            id="another order is one change",
        ),
        pytest.param(
            "more arms and money than ever", "more money and arms than EVER",
            [("arms and money", "money and arms"), ("ever", "EVER")],
            id="a capital beside another order is another change",
        ),
        pytest.param(
            "... they have it then", "they have it ... then", [("...", ""), ("", "...")],
            id="dots in two places are not one dot moved",
        ),
        pytest.param(
            "Iraq, Syria", "Iraq and Syria", [(",", "and")], id="a conjunction does a comma's work"
        ),
        pytest.param(
            "in Syria, which", "in Syria today which", [("", "today"), (",", "")], id="a word does not"
        ),
        pytest.param(
            "the army (life) and the army (death) went", "the army (death) went", [("(life) and the army", "")],
            id="a cut keeps brackets whole",
        ),
        pytest.param(
            "I came. I saw. I won.", "I came. I won.", [("I saw.", "")], id="a cut sentence is cut whole"
        ),
        pytest.param(
            "ISIS and Daesh are", "Daesh are", [("ISIS and", "")], id="a name that stays did not change"
        ),
        pytest.param(
            "began in 2014 - and", "began in 2015, and", [("2014", "2015"), ("-", ",")], id="marks behind changed words"
        ),
        pytest.param("It's a mistake", "It\u2019s a mistake", [("'", "\u2019")], id="the mark that differs in a word"),
        pytest.param("The problem", "THE problem", [("The", "THE")], id="capitals show the word"),
        pytest.param("a\N{NO-BREAK SPACE}couple  of", "a couple of", [], id="white space is no difference"),
        pytest.param("one . . . two", "one .\N{NO-BREAK SPACE}.\N{NO-BREAK SPACE}. two", [], id="nor within dots"),
        pytest.param("", "", [], id="nothing"),
        pytest.param("", "Yes.", [("", "Yes.")], id="from nothing"),
    ],
)  # fmt: skip
def test_find_differences_cuts_where_a_reader_would(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    assert list_differences(a, b) == expected


@given(pairs())
def test_differences_have_matching_token_ranges_and_spans(pair: tuple[str, str]) -> None:
    both = TokenizedPair.from_texts(*pair, STANDARD_ALIASES)
    for found in find_differences(both):
        for words, start, end, span in (
            (both.a, found.a_start, found.a_end, found.a),
            (both.b, found.b_start, found.b_end, found.b),
        ):
            if start == end:
                assert len(span) == 0
            else:
                assert words.starts[start] <= span.start < span.end <= words.ends[end - 1]


def test_empty_side_is_placed_before_the_next_word() -> None:
    a, b = "pledged not to take", "pledged to take"
    [found] = find_differences(TokenizedPair.from_texts(a, b, STANDARD_ALIASES))
    assert (found.b.start, found.b.end) == (8, 8)
