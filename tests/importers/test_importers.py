"""Tests of reading files, folders and manifests as a stream of articles."""

import codecs
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importers import ArticleDraft, ArticleMetadata, UnreadableError, count_files, read_articles
from tests.support.shared import SHARED, with_shared

PAGE = (Path(__file__).parents[1] / "cases" / "html" / "lavrov.html").read_text(encoding="utf-8")
WORDS = "“We noted tactical successes,” he said.\n"


def write(folder: Path, **files: str | bytes) -> list[Path]:
    paths = []
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths.append(path)
    return paths


def read_single(path: Path) -> ArticleDraft | UnreadableError:
    (found,) = read_articles([path])
    return found


def summarize(*paths: Path) -> list[tuple[str, str]]:
    """Return for each result the name of its file, and its media type or the reason of its refusal."""
    found = list(read_articles(paths))
    assert count_files(paths) == len(found)
    return [
        (Path(draft.source).name, draft.reason if isinstance(draft, UnreadableError) else draft.media_type)
        for draft in found
    ]


def test_read_articles_keeps_the_order_of_paths(tmp_path: Path) -> None:
    paths = write(tmp_path, b_txt=WORDS, a_html=PAGE, c_txt=WORDS)
    assert summarize(*paths) == [("b.txt", "text/plain"), ("a.html", "text/html"), ("c.txt", "text/plain")]


def test_read_articles_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    write(tmp_path, a_txt=WORDS, b_txt="", c_txt=b"\0\1\2", d_html="<html></html>", e_html=PAGE, f_txt=b"x" * 5_000_001)
    assert summarize(tmp_path, tmp_path / "missing.txt") == [
        ("a.txt", "text/plain"),
        ("b.txt", "it is empty; save the article again"),
        ("c.txt", "it is binary, not text; save the article as .txt or .html"),
        ("d.html", "the page has no recognizable article; save the article as plain text"),
        ("e.html", "text/html"),
        ("f.txt", "it is larger than 5 MB; save only the article, without pictures"),
        ("missing.txt", "there is no such file or folder; check the path"),
    ]


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.txt", "page", "page.xhtml"])
def test_read_articles_recognizes_a_page_whatever_its_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    found = read_single(tmp_path / name)
    assert isinstance(found, ArticleDraft)
    assert (found.media_type, found.outlet) == ("text/html", "Morning Wire")


def test_read_articles_keeps_a_byte_order_mark_in_the_original_only(tmp_path: Path) -> None:
    (path,) = write(tmp_path, a_txt=codecs.BOM_UTF8 + WORDS.encode())
    found = read_single(path)
    assert isinstance(found, ArticleDraft)
    assert (found.text, found.original) == (WORDS, codecs.BOM_UTF8 + WORDS.encode())


def test_read_articles_reads_files_of_a_manifest_once(tmp_path: Path) -> None:
    entries = [{"path": "b.txt", "outlet": "SANA"}, {"path": "missing.txt"}, {"path": "../c.txt"}]
    write(tmp_path, a_txt=WORDS, b_txt=WORDS, manifest_json=json.dumps({"articles": entries}))
    found = list(read_articles([tmp_path, tmp_path / "b.txt", tmp_path / "a.txt"]))
    assert [(Path(draft.source).name, getattr(draft, "outlet", "-")) for draft in found] == [
        ("a.txt", None),
        ("b.txt", "SANA"),
        ("missing.txt", "-"),
        ("manifest.json", "-"),
    ]
    assert count_files([tmp_path, tmp_path / "b.txt", tmp_path / "a.txt"]) == 4


def test_defaults_rank_between_manifest_and_page(tmp_path: Path) -> None:
    write(tmp_path, a_html=PAGE, b_txt=WORDS)
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps({"articles": [{"path": "b.txt", "outlet": "SANA"}, {"path": "a.html"}]}))
    found = [
        draft
        for draft in read_articles([manifest], defaults=ArticleMetadata(outlet="A paper", credit="TASS"))
        if isinstance(draft, ArticleDraft)
    ]
    assert [(draft.outlet, draft.credit, draft.byline) for draft in found] == [
        ("SANA", "TASS", None),
        ("A paper", "TASS", "Anna Petrova"),
    ]


def test_read_articles_refuses_json_that_is_no_manifest(tmp_path: Path) -> None:
    (path,) = write(tmp_path, data_json="{}")
    assert summarize(path) == [
        ("data.json", 'it is JSON but not a manifest; a manifest begins {"articles": [{"path": ...')
    ]


def test_read_articles_is_lazy(tmp_path: Path) -> None:
    paths = write(tmp_path, a_txt=WORDS, b_txt=WORDS)
    stream = read_articles(paths)
    assert isinstance(next(stream), ArticleDraft)
    paths[1].unlink()
    assert isinstance(next(stream), UnreadableError)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from(["a.txt", "b.html", "c.json", "d", "e/f.txt"]), st.binary(max_size=200))))
def test_read_articles_reads_or_refuses_any_file(
    tmp_path_factory: pytest.TempPathFactory, files: list[tuple[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / "e").mkdir()
    for name, content in files:
        (folder / name).write_bytes(content)
    found = list(read_articles([folder]))
    assert len(found) == count_files([folder])
    assert all(draft.text if isinstance(draft, ArticleDraft) else draft.reason for draft in found)


@with_shared
def test_read_articles_returns_the_seed_articles_unchanged_with_metadata() -> None:
    found = [draft for draft in read_articles([SHARED / "seeds"]) if isinstance(draft, ArticleDraft)]
    assert [(draft.outlet, draft.credit, draft.precision) for draft in found] == [
        ("OffGuardian", "TASS", "day"),
        ("SANA", None, "about"),
        ("RT", None, "minute"),
        ("Press TV", None, "about"),
        ("Sputnik", None, "minute"),
    ]
    assert [draft.text.encode() for draft in found] == [draft.original for draft in found]
    assert [Path(draft.source).read_bytes() for draft in found] == [draft.original for draft in found]
