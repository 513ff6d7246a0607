"""Which files do these paths name, and what bytes are in them?

``ingest lavrov`` names a folder; in it lie five articles and a ``manifest.json`` that describes them: the manifest is
read, the files it lists are not read a second time as if nothing were known of them.

A folder is walked in sorted order. Hidden files are passed over, and so is what a browser saves beside a page:
pictures, styles and scripts, and the whole of "Lavrov_files/" beside "Lavrov.html". Everything else is tried, so that
nothing that might have been an article is left out without a word.

Left to others: the entries of a manifest (`manifest`), the meaning of the bytes (`decoding`, `text`, `html`).
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.importers.draft import Unreadable
from articles.importers.metadata import NOTHING_KNOWN, Facts

MAX_BYTES = 5_000_000
"""The largest file read. The longest of the 181 news pages of scrapinghub/article-extraction-benchmark has 1.5 MB with
all its scripts; parsing time and memory grow with this bound."""

MANIFEST_NAME = "manifest.json"

_PICTURES = (".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_MOVING = (".m4a", ".mp3", ".mp4", ".webm")
_DRESSING = (".css", ".eot", ".js", ".map", ".mjs", ".otf", ".ttf", ".woff", ".woff2")
_BELONGINGS = (*_PICTURES, *_MOVING, *_DRESSING)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file to read, and what is known of it beforehand."""

    path: Path
    facts: Facts = NOTHING_KNOWN


def walk(path: Path) -> Iterator[Path | Unreadable]:
    """The files at `path`: itself, or those of the folder in sorted order.

    Raises nothing: a folder that is empty, or that may not be opened, is an `Unreadable` in its place.
    """
    if not path.is_dir():
        yield path
        return
    problems: list[OSError] = []
    empty = True
    for folder, subfolders, names in os.walk(path, onerror=problems.append):
        subfolders[:] = sorted(name for name in subfolders if not _passed_over_folder(name, names))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() not in _BELONGINGS:
                empty = False
                yield Path(folder, name)
    yield from (Unreadable(str(problem.filename), _os_reason(problem)) for problem in problems)
    if empty and not problems:
        yield Unreadable(str(path), "there is no article in this folder; .txt and .html files and manifests are read")


def _passed_over_folder(name: str, beside: list[str]) -> bool:
    """Hidden, or what a browser saved with the page of the same name?"""
    page = name.removesuffix("_files")
    return name.startswith(".") or (page != name and not {f"{page}.html", f"{page}.htm"}.isdisjoint(beside))


def load(path: Path) -> bytes:
    """The bytes of one file.

    Raises `Unreadable` when it is missing, may not be read, is no ordinary file, is empty or over `MAX_BYTES`.
    """
    try:
        # Without O_NONBLOCK opening a named pipe waits for a writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Unreadable(str(path), "it is no ordinary file; name a .txt or .html file, a folder or a manifest")
            data = file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise Unreadable(str(path), _os_reason(problem)) from None
    except ValueError:  # a NUL in the path
        raise Unreadable(repr(str(path)), "this is no path") from None
    if not data:
        raise Unreadable(str(path), "it is empty; save the article again")
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        raise Unreadable(str(path), f"it is over the limit of {limit}; save the article alone, without pictures inside")
    return data


def _os_reason(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "there is no such file or folder; check the path"
    if isinstance(problem, PermissionError):
        return "it may not be read; give this user the right to read it"
    return f"it cannot be read ({problem.strerror or 'unknown error'})"


def listed_paths(items: Iterable[Listed | Unreadable]) -> set[Path]:
    """Where the files among `items` really lie, whatever they are called."""
    return {real(item.path) for item in items if isinstance(item, Listed)}


def real(path: Path) -> Path:
    """Where `path` really lies; itself where links run in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path
