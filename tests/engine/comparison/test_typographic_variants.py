"""Typographic variants of the same words, and other words that look similar."""

import pytest

from articles.engine.comparison.compare import compare


def classify(a: str, b: str) -> list[str]:
    return [change.kind for change in compare(a, b).changes]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("as he [Assad] said", "as Assad said", "gloss.absorbed"),
        ("the no one knows", "the no-one knows", "typography.punctuation"),
        ("the sand bank here", "the sandbank here", "typography.punctuation"),
        ("a \u2018cat\u2019 here", 'a "cat" here', "typography.quotes"),
        ("we are gonna go there", "we are going to go there", "spelling.contraction"),
        ("we cannot go there", "we can not go there", "spelling.contraction"),
        ("the \u0441oalition here", "the coalition here", "typography.lookalike"),
        ("na\u00efve plans here", "naive plans here", "spelling.regional"),
        ("strikes and arms", "arms and strikes", "reorder"),
        ("it is not arms but strikes", "it is not strikes but arms", "negation.scope"),
    ],
)
def test_typographic_variants_are_classified(a: str, b: str, kind: str) -> None:
    assert set(classify(a, b)) == {kind}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the legal way here", "the illegal way here"),
        ("a thousand came here", "a thousands came here"),
        ("fought in Austria then", "fought in Australia then"),
        ("on the Iraqi side", "on the Irani side"),
    ],
)
def test_misprint_is_not_assigned_to_other_words(a: str, b: str) -> None:
    assert "spelling.typo" not in classify(a, b)
