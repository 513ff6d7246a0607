"""Tests of the registry of importers."""

import pytest

from articles.importers import registry
from articles.importers.registry import HTML_IMPORTER, IMPORTERS, TEXT_IMPORTER, Importer, find_importer, join_suffixes

PAGE = "<!DOCTYPE html><html><p>Words.</p></html>"


@pytest.mark.parametrize(
    ("suffix", "content", "importer"),
    [
        (".txt", "Words.", TEXT_IMPORTER),
        ("", "Words.", TEXT_IMPORTER),
        (".pdf", "Words.", TEXT_IMPORTER),
        (".html", "Words.", HTML_IMPORTER),
        (".xhtml", "Words.", HTML_IMPORTER),
        (".txt", PAGE, HTML_IMPORTER),
    ],
)
def test_find_importer_goes_by_suffix_then_by_content(suffix: str, content: str, importer: Importer) -> None:
    assert find_importer(suffix, content) is importer


def test_suffixes_belong_to_one_importer_each() -> None:
    suffixes = [suffix for each in IMPORTERS for suffix in (*each.suffixes, *each.unlisted_suffixes)]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix.islower() for suffix in suffixes)


def test_a_further_importer_appears_in_sentences_and_file_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    epub = Importer(suffixes=(".epub",), media_type="application/epub+zip", read=TEXT_IMPORTER.read)
    monkeypatch.setattr(registry, "IMPORTERS", (*IMPORTERS, epub))
    assert join_suffixes("and").startswith(".txt, .html, ")
    assert join_suffixes("and").endswith(" and .epub")
    assert join_suffixes().endswith(", .epub")
    assert registry.build_accept_attribute().endswith(",application/epub+zip")
