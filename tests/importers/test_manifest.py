"""Tests of manifests."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from articles.importers.draft import UnreadableError
from articles.importers.files import SourceFile
from articles.importers.manifest import read_manifest
from articles.importers.metadata import ArticleMetadata

RT = {
    "path": "rt.txt",
    "outlet": "RT",
    "credit": None,
    "url": "https://www.rt.com/news/314945-syria-help-isis-lavrov/",
    "archive": "https://archive.example/rt/314945",
    "title": "US backs those who want to use terrorists against Assad – Lavrov",
    "published": "2015-09-10T14:50",
    "precision": "minute",
    "language": "en",
}


def write(folder: Path, *entries: object) -> Path:
    manifest = folder / "manifest.json"
    manifest.write_text(json.dumps({"articles": entries}), encoding="utf-8")
    return manifest


def reasons(manifest: Path) -> list[str]:
    return [item.reason for item in read_manifest(manifest) if isinstance(item, UnreadableError)]


def test_read_manifest_returns_metadata_of_each_file(tmp_path: Path) -> None:
    assert list(read_manifest(write(tmp_path, RT))) == [
        SourceFile(
            tmp_path / "rt.txt",
            ArticleMetadata(
                outlet="RT",
                url="https://www.rt.com/news/314945-syria-help-isis-lavrov/",
                archive="https://archive.example/rt/314945",
                title="US backs those who want to use terrorists against Assad – Lavrov",
                published=datetime(2015, 9, 10, 14, 50),
                precision="minute",
                language="en",
            ),
        )
    ]


def test_read_manifest_requires_only_the_path_and_ignores_unknown_fields(tmp_path: Path) -> None:
    manifest = write(tmp_path, {"path": "sub/a.html", "collected by": "Anna", "title": " ", "precision": "unknown"})
    assert list(read_manifest(manifest)) == [SourceFile(tmp_path / "sub" / "a.html", ArticleMetadata())]


def test_read_manifest_drops_a_date_of_unknown_precision(tmp_path: Path) -> None:
    manifest = write(tmp_path, {"path": "a.txt", "published": "2015-11-17", "precision": "unknown"})
    assert list(read_manifest(manifest)) == [SourceFile(tmp_path / "a.txt", ArticleMetadata())]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"path": None}, "field 'path' is missing; it must name the article's file"),
        ({"path": 7}, "field 'path' is not text; write it in quotation marks"),
        ({"path": "../secret.txt"}, "field 'path' points outside the manifest's folder: '../secret.txt'"),
        ({"path": "a/../../secret.txt"}, "field 'path' points outside the manifest's folder: 'a/../../secret.txt'"),
        ({"path": "/etc/passwd"}, "field 'path' points outside the manifest's folder: '/etc/passwd'"),
        ({"url": "javascript:alert(1)"}, "field 'url' is not a web address beginning with http:// or https://"),
        ({"url": "https://[broken"}, "field 'url' is not a web address beginning with http:// or https://"),
        ({"published": "last week"}, "field 'published': 'last week' is not a date"),
        (
            {"published": "2015", "precision": "minute"},
            "field 'published': '2015' is a year, but the precision is minute",
        ),
        ({"published": None}, "field 'precision' says 'minute' but 'published' is missing"),
        ({"precision": "sort of"}, "field 'published': 'sort of' is not one of the precisions"),
        ({"language": "English (British)"}, "field 'language' is not a language code like 'en' or 'pt-BR'"),
        ({"title": "half \ud800"}, "field 'title' contains invalid characters"),
        ({"outlet": "R\0T"}, "field 'outlet' contains invalid characters"),
        ({"title": "x" * 1001}, "field 'title' is too long (1001 characters)"),
        ({"outlet": "x" * 201}, "field 'outlet' is too long (201 characters)"),
        ({"language": "en" + "-abcdefgh" * 4}, "field 'language' is too long (38 characters)"),
        ({"publishd": "2015"}, "field 'publishd' is unknown; did you mean 'published'?"),
    ],
)
def test_read_manifest_names_entry_and_field_of_an_error(tmp_path: Path, wrong: dict[str, object], reason: str) -> None:
    manifest = write(tmp_path, {"path": "first.txt"}, RT | wrong, {"path": "last.txt"})
    first, refused, last = read_manifest(manifest)
    assert (first, last) == (SourceFile(tmp_path / "first.txt"), SourceFile(tmp_path / "last.txt"))
    assert isinstance(refused, UnreadableError)
    assert refused.source == str(manifest)
    assert refused.reason.startswith(f"article 2: {reason}")


@pytest.mark.parametrize("entry", ["rt.txt", None, 7, ["rt.txt"]])
def test_read_manifest_refuses_an_entry_that_is_no_object(tmp_path: Path, entry: object) -> None:
    assert reasons(write(tmp_path, entry)) == ['article 1: it is not of the form {"path": ..., "outlet": ...}']


def test_read_manifest_refuses_links_out_of_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert "points outside the manifest's folder" in reasons(write(folder, {"path": "link.txt"}))[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[]", 'it is JSON but not a manifest; a manifest begins {"articles": [{"path": ...'),
        ('{"articles": {}}', 'it is JSON but not a manifest; a manifest begins {"articles": [{"path": ...'),
        ('{"articles": []}', "the manifest lists no articles"),
        ('{"articles": [\n{]}', "it is not a manifest: it is not JSON (line 2: "),
        ("[" * 100_000, "it is not a manifest: it is not JSON (maximum recursion depth exceeded"),
        ("1" * 10_000, "it is not a manifest: it is not JSON (Exceeds the limit"),
        ("", "it is empty; save the article again"),
        ("\0", "it is not a manifest: it is not JSON (it is binary"),
    ],
)
def test_read_manifest_refuses_a_file_that_is_no_manifest(tmp_path: Path, content: str, reason: str) -> None:
    manifest = tmp_path / "manifest.json"
    manifest.write_text(content, encoding="utf-8")
    (found,) = reasons(manifest)
    assert found.startswith(reason)
