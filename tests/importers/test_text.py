"""Tests of the importer of plain text."""

import pytest

from articles.importers.draft import UnreadableError
from articles.importers.metadata import EMPTY_METADATA, ArticleMetadata
from articles.importers.text import read_text


def test_read_text_returns_the_text_unchanged() -> None:
    text = "  A headline\r\n\r\n“Words,” he said.\t\n\nLeave a Reply\n"
    found = read_text("a.txt", text, text.encode(), ArticleMetadata(outlet="SANA"))
    assert (found.text, found.original, found.media_type, found.outlet, found.body_known, found.excerpt) == (
        (text, text.encode(), "text/plain", "SANA", False, False)
    )


@pytest.mark.parametrize("text", [" ", "\r\n\t\n", "1234 -- 56", "\u200b\u00a0"])
def test_read_text_refuses_a_text_without_words(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"a\.txt: it contains no words; save the article again"):
        read_text("a.txt", text, text.encode(), EMPTY_METADATA)
