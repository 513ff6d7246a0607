"""Features of a difference."""

import pytest

from articles.engine.comparison.difference_features import DifferenceFeatures
from articles.engine.comparison.segmentation import find_differences
from articles.engine.comparison.segments import TokenizedPair
from articles.engine.text.aliases import STANDARD_ALIASES


def extract(a: str, b: str) -> DifferenceFeatures:
    """Extract the features of the only difference of two texts."""
    pair = TokenizedPair.from_texts(a, b, STANDARD_ALIASES)
    [difference] = find_differences(pair)
    return DifferenceFeatures.extract(pair, difference)


def test_side_features_expand_contractions_and_drop_marks() -> None:
    found = extract("say, they don\u2019t want", "say it does not want")
    assert found.a.words == ["they", "don't"]
    assert found.a.expanded_words == ["they", "do", "not"]
    assert found.a.phrase == " they do not "
    assert (found.a.negation_count, found.b.negation_count) == (1, 1)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("took 5,000 men", [5000.0]),
        ("took five thousand men", [5000.0]),
        ("took 1.5 million men", [1500000.0]),
        ("took one of them", []),
        ("took it on 9/11", ["9/11"]),
        ("took several thousand", [1000.0]),
    ],
)
def test_side_features_read_numbers_in_figures_and_words(text: str, values: list[float | str]) -> None:
    assert extract("they left", f"they {text} left").b.numbers == values


@pytest.mark.parametrize(
    ("a", "b", "at_start", "at_end"),
    [
        ("(Now) we go", "we go", True, False),
        ("\u201cNow we go.\u201d", "\u201cwe go.\u201d", True, False),
        ("we go now.", "we go.", False, True),
        ("we now go", "we go", False, False),
    ],
)
def test_side_features_tell_whether_a_side_is_at_an_end(a: str, b: str, at_start: bool, at_end: bool) -> None:
    found = extract(a, b).a
    assert (found.at_start, found.at_end) == (at_start, at_end)
