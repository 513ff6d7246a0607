"""Correction notices are told from paragraphs that begin with the same words."""

import pytest

from articles.engine.cleaning.correction_notices import is_correction_notice


@pytest.mark.parametrize(
    "paragraph",
    [
        "Correction: An earlier version misquoted the mayor.",
        "Correction, March 3: The mayor said that she will not sell the ferry.",
        "Correction - the mayor was misquoted.",
        "Corrections 3 March 2026",
        "* This article was amended on 3 March 2026.",
        "An earlier version of this article misquoted the mayor.",
        "Anmerkung der Redaktion: In einer früheren Version stand ein falscher Name.",
        "Rectificatif : la ministre n'a pas dit cela.",
        "ERRAMOS: o prefeito não disse isso.",
        "Исправление: мэр сказала, что не продаст паром.",
    ],
)
def test_notice_is_recognized(paragraph: str) -> None:
    assert is_correction_notice(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Correction in the markets deepens",
        "Clarification, he said, was needed before the vote.",
        "Correction-minded investors sold their shares.",
        "Corrections officers went on strike.",
        "Errei, disse o presidente.",
        "Precision is what the army lacks.",
    ],
)
def test_paragraph_that_only_begins_like_a_notice_is_none(paragraph: str) -> None:
    assert not is_correction_notice(paragraph)
