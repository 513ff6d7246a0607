"""Manifests: a JSON file that lists articles with their metadata.

A manifest is a JSON file, ``{"articles": [...]}``, each entry with the path of a file and what is known of it::

    {"path": "002_9f5579e9835d9d71.txt", "outlet": "RT", "url":
    "https://www.rt.com/news/314945-syria-help-isis-lavrov/",
     "title": "US backs those who want to use terrorists against Assad - Lavrov",
     "published": "2015-09-10T14:50", "precision": "minute", "language": "en"}

Only ``path`` is required; ``credit``, ``byline`` and ``archive``, the address of an archived copy, are optional too. So
is ``kind``: "transcript", or "recording" where every word is as it was said, with ``said_on``, the day it was said. A
wrong entry gives an error with its number, and the others are read. Other fields are ignored, unless their names look
like a misspelling of one of these.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from articles.importers.decoding import decode
from articles.importers.draft import UnreadableError
from articles.importers.files import SourceFile, read_file, resolve_path
from articles.importers.metadata import (
    KINDS,
    ArticleKind,
    ArticleMetadata,
    Precision,
    is_language_code,
    is_length_allowed,
    is_web_address,
)
from articles.importers.printed_dates import parse_date
from articles.importers.storable import is_storable

TYPO_SIMILARITY = 0.8  # difflib's similarity: "publishd" is "published" (0.94), "pages" is not "path" (0.67)

_TEXT_FIELDS = ("outlet", "title", "byline", "credit")
_FIELDS = ("path", "url", "archive", "published", "precision", "language", "kind", "said_on", *_TEXT_FIELDS)


def read_manifest(path: Path) -> Iterator[SourceFile | UnreadableError]:
    """Read the files that the manifest at `path` lists, with their metadata."""
    try:
        entries = _load_entries(path)
    except UnreadableError as problem:
        yield problem
        return
    for number, entry in enumerate(entries, start=1):
        try:
            yield _parse_entry(path, entry)
        except ValueError as problem:
            yield UnreadableError(str(path), f"article {number}: {problem}")


def _load_entries(path: Path) -> list[object]:
    try:
        content = json.loads(decode(read_file(path)))
    except (ValueError, RecursionError) as problem:
        wrong = f"line {problem.lineno}: {problem.msg}" if isinstance(problem, json.JSONDecodeError) else str(problem)
        raise UnreadableError(str(path), f"it is not a manifest: it is not JSON ({wrong})") from None
    entries = content.get("articles") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise UnreadableError(str(path), 'it is JSON but not a manifest; a manifest begins {"articles": [{"path": ...')
    if not entries:
        raise UnreadableError(str(path), "the manifest lists no articles")
    return entries


def _parse_entry(manifest: Path, entry: object) -> SourceFile:
    if not isinstance(entry, dict):
        raise ValueError('it is not of the form {"path": ..., "outlet": ...}')
    _reject_typos(entry)
    return SourceFile(_resolve_inside(manifest, _get_text(entry, "path")), _parse_metadata(entry))


def _reject_typos(entry: dict[str, Any]) -> None:
    for name in entry:
        near = [] if name in _FIELDS else get_close_matches(name, _FIELDS, n=1, cutoff=TYPO_SIMILARITY)
        if near:
            raise ValueError(f"field {name[:40]!r} is unknown; did you mean {near[0]!r}?")


def _resolve_inside(manifest: Path, name: str | None) -> Path:
    """Return the file of that name, which must lie in the manifest's folder or below it."""
    if name is None:
        raise ValueError("field 'path' is missing; it must name the article's file")
    folder = manifest.parent
    path = folder / name
    if not resolve_path(path).is_relative_to(resolve_path(folder)):
        raise ValueError(f"field 'path' points outside the manifest's folder: {name!r}")
    return path


def _parse_metadata(entry: dict[str, Any]) -> ArticleMetadata:
    published, precision = _parse_date(entry)
    texts: dict[str, Any] = {name: _get_text(entry, name) for name in _TEXT_FIELDS}
    addresses: dict[str, Any] = {name: _get_address(entry, name) for name in ("url", "archive")}
    return ArticleMetadata(
        published=published,
        precision=precision,
        language=_get_language(entry),
        kind=_get_kind(entry),
        said_on=_get_day(entry, "said_on"),
        **addresses,
        **texts,
    )


def _get_kind(entry: dict[str, Any]) -> ArticleKind | None:
    kind = _get_text(entry, "kind")
    if kind is None:
        return None
    found = next((each for each in KINDS if each == kind), None)
    if found is None:
        raise ValueError(f"field 'kind' is {kind[:40]!r}; it must be {', '.join(KINDS[:-1])} or {KINDS[-1]}")
    return found


def _get_day(entry: dict[str, Any], name: str) -> date | None:
    day = _get_text(entry, name)
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        raise ValueError(f"field {name!r} is not a day like 2015-11-17: {day!r:.60}") from None


def _parse_date(entry: dict[str, Any]) -> tuple[datetime | None, Precision]:
    printed, claimed = _get_text(entry, "published"), _get_text(entry, "precision")
    if printed is None and claimed not in (None, "unknown"):
        raise ValueError(f"field 'precision' says {claimed!r} but 'published' is missing")
    if printed is None or claimed == "unknown":
        return None, "unknown"
    try:
        return parse_date(printed, claimed)
    except ValueError as problem:
        raise ValueError(f"field 'published': {problem}") from None


def _get_text(entry: dict[str, Any], name: str) -> str | None:
    """Return the text of a field; None where it is missing, null or blank."""
    value = entry.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"field {name!r} is not text; write it in quotation marks")
    if not is_storable(value):
        raise ValueError(f"field {name!r} contains invalid characters (NUL or half of a surrogate pair)")
    if not is_length_allowed(name, value):
        raise ValueError(f"field {name!r} is too long ({len(value)} characters)")
    return value.strip() or None


def _get_address(entry: dict[str, Any], name: str) -> str | None:
    url = _get_text(entry, name)
    if url is not None and not is_web_address(url):
        raise ValueError(f"field {name!r} is not a web address beginning with http:// or https://: {url[:60]!r}")
    return url


def _get_language(entry: dict[str, Any]) -> str | None:
    language = _get_text(entry, "language")
    if language is not None and not is_language_code(language):
        raise ValueError(f"field 'language' is not a language code like 'en' or 'pt-BR': {language[:40]!r}")
    return language
