"""Find the files that paths name, and read their bytes.

``ingest lavrov`` names a folder with five articles and a ``manifest.json`` that describes them.

A folder is walked in sorted order. Hidden files are ignored, and so are the files that a browser saves with a page:
pictures, styles and scripts, and the whole of "Lavrov_files/" beside "Lavrov.html". Every other file is tried, so that
no possible article is left out silently.
"""

import bz2
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.importers.draft import UnreadableError
from articles.importers.metadata import EMPTY_METADATA, ArticleMetadata
from articles.importers.registry import MAX_BYTES, MAX_COLLECTION_BYTES, TEXT_IMPORTERS, join_suffixes
from articles.importers.signatures import HEAD_BYTES, Head

# A block of bzip2 holds up to 900,000 bytes of the file, and nothing of it can be read before the whole block.
PACKED_HEAD_BYTES = 1_000_000
_LINK_OUTSIDE = "it is a link to a file outside the folder; name that file itself if it is to be read"
STANDARD_INPUT = Path("-")
MANIFEST_NAME = "manifest.json"
_PACKED = {".gz": b"\x1f\x8b", ".bz2": b"BZh"}  # by suffix: how such a file begins

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
                found = Path(folder, name)
                yield found if _lies_within(found, path) else UnreadableError(str(found), _LINK_OUTSIDE)
    yield from (UnreadableError(str(problem.filename), _describe_os_error(problem)) for problem in problems)
    if empty and not problems:
        yield UnreadableError(
            str(path), f"there is no article in this folder; it needs {join_suffixes('or')} files or a manifest"
        )


def _lies_within(file: Path, folder: Path) -> bool:
    """Return whether a file lies in the folder where it is found, and is no link to one elsewhere."""
    return not file.is_symlink() or Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))


def _is_ignored_folder(name: str, sibling_files: list[str]) -> bool:
    """Return whether a folder is hidden or was saved by a browser with the page of the same name."""
    page = name.removesuffix("_files")
    return name.startswith(".") or (page != name and not {f"{page}.html", f"{page}.htm"}.isdisjoint(sibling_files))


def read_head(path: Path) -> Head:
    """Read the first bytes of a file, unpacked where it is a packed file named so. Raises `UnreadableError`."""
    return build_head(_read_bytes(path, PACKED_HEAD_BYTES), path)


def build_head(data: bytes, path: Path) -> Head:
    """Return the head of a file with this content and name; the head of a packed file may be cut anywhere."""
    if _is_packed(path, data):
        try:
            data = _create_unpacker(data).decompress(data, HEAD_BYTES)
        except (zlib.error, OSError, EOFError):
            data = b""
    return Head(data[:HEAD_BYTES], get_format_suffix(path))


def read_file(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """Read the bytes of one file.

    A file whose name ends in ``.gz`` or ``.bz2`` is unpacked. Raises `UnreadableError` when the file is missing,
    unreadable, no ordinary file, empty or, unpacked, over `max_bytes`.
    """
    return unpack_file(path, _read_bytes(path, max_bytes + 1), max_bytes)


def read_standard_input() -> bytes:
    """Read what is piped into the command. Raises `UnreadableError`."""
    return unpack_file(STANDARD_INPUT, sys.stdin.buffer.read(MAX_COLLECTION_BYTES + 1), MAX_COLLECTION_BYTES)


def unpack_file(path: Path, data: bytes, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the content of a file, unpacked where it is a packed file named so. Raises `UnreadableError`."""
    if _is_packed(path, data):
        try:
            data = _unpack(data, max_bytes + 1)
        except (EOFError, OSError, zlib.error):
            raise UnreadableError(str(path), "it is damaged and cannot be unpacked; save it again") from None
    if not data:
        raise UnreadableError(str(path), "it is empty; save the article again")
    if len(data) > max_bytes:
        limit = f"{max_bytes // 1_000_000} MB"
        advice = "save only the article, without pictures" if max_bytes <= MAX_BYTES else "divide it"
        raise UnreadableError(str(path), f"it is larger than {limit}; {advice}")
    return data


def _read_bytes(path: Path, count: int) -> bytes:
    """Read up to `count` bytes of an ordinary file. Raises `UnreadableError`."""
    try:
        # Without O_NONBLOCK opening a named pipe waits for a writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                wanted = f"give a {join_suffixes('or', TEXT_IMPORTERS)} file, a folder or a manifest"
                raise UnreadableError(str(path), f"it is not an ordinary file; {wanted}")
            return file.read(count)
    except OSError as problem:
        raise UnreadableError(str(path), _describe_os_error(problem)) from None
    except ValueError:  # a NUL in the path
        raise UnreadableError(repr(str(path)), "this is not a valid path") from None


def _is_packed(path: Path, data: bytes) -> bool:
    mark = _PACKED.get(path.suffix.lower())
    return mark is not None and data.startswith(mark)


def _create_unpacker(data: bytes) -> "zlib._Decompress | bz2.BZ2Decompressor":
    return bz2.BZ2Decompressor() if data.startswith(b"BZh") else zlib.decompressobj(31)


def _unpack(data: bytes, count: int) -> bytes:
    """Unpack data of any number of members, and no more of it than `count` bytes."""
    parts: list[bytes] = []
    while data and count > 0:
        member = _create_unpacker(data)
        parts.append(member.decompress(data, count))
        count -= len(parts[-1])
        if not member.eof and count > 0:
            raise EOFError
        data = member.unused_data.lstrip(b"\0")
    return b"".join(parts)


def get_format_suffix(path: Path) -> str:
    """Return the suffix that names the format: ``.html`` for "ferry.HTML" and for "ferry.html.gz"."""
    return (Path(path.stem) if path.suffix.lower() in _PACKED else path).suffix.lower()


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
