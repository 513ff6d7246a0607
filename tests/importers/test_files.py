"""Tests of finding and reading files."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from articles.importers.draft import UnreadableError
from articles.importers.files import find_files, read_file
from articles.importers.registry import MAX_BYTES, join_suffixes


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Words.")


def names(folder: Path) -> list[str]:
    return [
        str(item) if isinstance(item, UnreadableError) else str(item.relative_to(folder)) for item in find_files(folder)
    ]


def test_find_files_walks_a_folder_in_sorted_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.html", "c/z.txt", "c/a.txt", "B/x.htm", "NOTES")
    assert names(tmp_path) == ["NOTES", "a.html", "b.txt", "B/x.htm", "c/a.txt", "c/z.txt"]


def test_find_files_ignores_hidden_files_and_assets_of_pages(tmp_path: Path) -> None:
    make(
        tmp_path, ".hidden.txt", ".git/a.txt", "a.html", "style.css", "photo.JPG", "a_files/frame.html", "b_files/b.txt"
    )
    assert names(tmp_path) == ["a.html", "b_files/b.txt"]


def test_find_files_returns_files_of_unknown_formats(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf", "b.docx", "c.md", "d")
    assert names(tmp_path) == ["a.pdf", "b.docx", "c.md", "d"]


def test_find_files_refuses_a_folder_without_articles(tmp_path: Path) -> None:
    make(tmp_path, ".hidden.txt", "sub/.keep", "x.png")
    (found,) = find_files(tmp_path)
    assert isinstance(found, UnreadableError)
    assert found.reason == f"there is no article in this folder; it needs {join_suffixes('or')} files or a manifest"


def test_find_files_ends_when_links_run_in_a_circle(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert names(tmp_path) == ["a.txt", "loop.txt"]
    with pytest.raises(UnreadableError, match="cannot be read"):
        read_file(tmp_path / "loop.txt")


def test_find_files_reads_no_link_to_a_file_outside_the_folder(tmp_path: Path) -> None:
    make(tmp_path, "secret.txt", "folder/a.txt")
    (tmp_path / "folder" / "b.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "folder" / "c.txt").symlink_to(tmp_path / "folder" / "a.txt")
    inside, link, copy = find_files(tmp_path / "folder")
    assert isinstance(link, UnreadableError)
    assert "name that file itself" in link.reason
    assert [inside, copy] == [tmp_path / "folder" / "a.txt", tmp_path / "folder" / "c.txt"]


def test_read_file_refuses_files_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * MAX_BYTES)
    assert len(read_file(path)) == MAX_BYTES
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(UnreadableError, match=r"it is larger than 5 MB; save only the article") as refusal:
        read_file(path)
    assert refusal.value.source == str(path)


def test_read_file_refuses_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no such file or folder; check the path"):
        read_file(tmp_path / "missing.txt")


def test_read_file_refuses_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(UnreadableError, match="it is empty; save the article again"):
        read_file(tmp_path / "empty.txt")


def test_read_file_refuses_an_impossible_path() -> None:
    with pytest.raises(UnreadableError, match="this is not a valid path"):
        read_file(Path("a\0b.txt"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on this system")
def test_read_file_does_not_wait_for_a_named_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableError, match="it is not an ordinary file"):
        read_file(tmp_path / "pipe.txt")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no devices of this kind on this system")
def test_read_file_refuses_a_device() -> None:
    with pytest.raises(UnreadableError, match="it is not an ordinary file"):
        read_file(Path("/dev/zero"))


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Run as the user nobody where the tests run as root, who may read everything."""
    if os.geteuid():
        yield
        return
    import pwd

    os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have other rights on this system")
def test_read_file_refuses_an_unreadable_file(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    refusal = "this user may not read it; change its permissions"
    with ordinary_user(), pytest.raises(UnreadableError, match=refusal):
        read_file(tmp_path / "a.txt")
