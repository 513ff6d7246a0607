"""Find the files that paths name, and read their bytes.

``ingest lavrov`` names a folder with five articles and a ``manifest.json`` that describes them.

A folder is walked in sorted order. Hidden files are ignored, and so are the files that a browser saves with a page:
pictures, styles and scripts, and the whole of "Lavrov_files/" beside "Lavrov.html". Every other file is tried, so that
no possible article is left out silently.
"""

import gzip
import os
import stat
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from articles.importers.draft import UnreadableError
from articles.importers.metadata import EMPTY_METADATA, ArticleMetadata
from articles.importers.registry import join_suffixes

MAX_BYTES = 5_000_000
"""The largest file read. The longest of the 181 news pages of scrapinghub/article-extraction-benchmark has 1.5 MB with
all its scripts; parsing time and memory grow with this bound."""

MANIFEST_NAME = "manifest.json"
PACKED_SUFFIX = ".gz"

_IMAGE_SUFFIXES = (".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_MEDIA_SUFFIXES = (".m4a", ".mp3", ".mp4", ".webm")
_ASSET_SUFFIXES = (".css", ".eot", ".js", ".map", ".mjs", ".otf", ".ttf", ".woff", ".woff2")
_IGNORED_SUFFIXES = (*_IMAGE_SUFFIXES, *_MEDIA_SUFFIXES, *_ASSET_SUFFIXES)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read, with the metadata known beforehand."""

    path: Path
    metadata: ArticleMetadata = EMPTY_METADATA


def find_files(path: Path) -> Iterator[Path | UnreadableError]:
    """Find the files at `path`: the file itself, or those of the folder in sorted order.

    Raises nothing: an empty folder, or one that may not be opened, gives an `UnreadableError` in its place.
    """
    if not path.is_dir():
        yield path
        return
    problems: list[OSError] = []
    empty = True
    for folder, subfolders, names in os.walk(path, onerror=problems.append):
        subfolders[:] = sorted(name for name in subfolders if not _is_ignored_folder(name, names))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() not in _IGNORED_SUFFIXES:
                empty = False
                yield Path(folder, name)
    yield from (UnreadableError(str(problem.filename), _describe_os_error(problem)) for problem in problems)
    if empty and not problems:
        yield UnreadableError(
            str(path), f"there is no article in this folder; it needs {join_suffixes('or')} files or a manifest"
        )


def _is_ignored_folder(name: str, sibling_files: list[str]) -> bool:
    """Return whether a folder is hidden or was saved by a browser with the page of the same name."""
    page = name.removesuffix("_files")
    return name.startswith(".") or (page != name and not {f"{page}.html", f"{page}.htm"}.isdisjoint(sibling_files))


def read_file(path: Path) -> bytes:
    """Read the bytes of one file.

    A file whose name ends in ``.gz`` is unpacked. Raises `UnreadableError` when the file is missing, unreadable, no
    ordinary file, empty or, unpacked, over `MAX_BYTES`.
    """
    try:
        # Without O_NONBLOCK opening a named pipe waits for a writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise UnreadableError(
                    str(path), f"it is not an ordinary file; give a {join_suffixes('or')} file, a folder or a manifest"
                )
            data = file.read(MAX_BYTES + 1)
        if path.suffix.lower() == PACKED_SUFFIX and data.startswith(b"\x1f\x8b"):
            data = _unpack(data)
    except (EOFError, zlib.error):
        raise UnreadableError(str(path), "it is damaged and cannot be unpacked; save it again") from None
    except OSError as problem:
        raise UnreadableError(str(path), _describe_os_error(problem)) from None
    except ValueError:  # a NUL in the path
        raise UnreadableError(repr(str(path)), "this is not a valid path") from None
    if not data:
        raise UnreadableError(str(path), "it is empty; save the article again")
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        raise UnreadableError(str(path), f"it is larger than {limit}; save only the article, without pictures")
    return data


def _unpack(data: bytes) -> bytes:
    """Unpack gzip data, and no more of it than one byte over the limit."""
    with gzip.open(BytesIO(data)) as packed:
        return packed.read(MAX_BYTES + 1)


def get_format_suffix(path: Path) -> str:
    """Return the suffix that names the format: ``.html`` for "ferry.HTML" and for "ferry.html.gz"."""
    return (Path(path.stem) if path.suffix.lower() == PACKED_SUFFIX else path).suffix.lower()


def _describe_os_error(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "there is no such file or folder; check the path"
    if isinstance(problem, PermissionError):
        return "this user may not read it; change its permissions"
    return f"it cannot be read ({problem.strerror or 'unknown error'})"


def resolve_paths(items: Iterable[SourceFile | UnreadableError]) -> set[Path]:
    """Resolve the paths of the files among `items`."""
    return {resolve_path(item.path) for item in items if isinstance(item, SourceFile)}


def resolve_path(path: Path) -> Path:
    """Resolve symbolic links in `path`; return it as it is where links run in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path
