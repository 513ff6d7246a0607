"""Articles as JSON objects with named fields: JSON Lines, a list, the answer of a news API, an item of ninjs.

``{"title": ..., "maintext": ..., "source_domain": ..., "date_publish": ...}`` is what news-please writes; NewsAPI and
GNews answer ``{"articles": [...]}``, The Guardian ``{"response": {"results": [{"fields": {...}}]}}``.
"""

import base64
import json
import re
from collections.abc import Iterator
from typing import Any

from articles.importers.decoding import decode
from articles.importers.formats.fields import build_record
from articles.importers.formats.ninjs import is_ninjs, read_ninjs
from articles.importers.formats.record import FormatError, Record

_LISTS = ("articles", "results", "docs", "items", "stories", "data", "value")
_CONTAINERS = ("response", "articles", "data")


def parse(content: bytes) -> Iterator[Record]:
    """Yield the articles of a JSON file or of JSON Lines."""
    try:
        text = decode(content)
    except ValueError as problem:
        raise FormatError(str(problem)) from None
    try:
        whole = _load(text)
    except (ValueError, RecursionError):
        yield from _parse_lines(text)
        return
    entries = _find_entries(whole)
    for entry in entries:
        record = _read_entry(entry)
        if len(entries) > 1:
            record["original"] = _encode(json.dumps(entry, ensure_ascii=False))
        yield record


def _parse_lines(text: str) -> Iterator[Record]:
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    is_cut = not text.endswith("\n")
    for place, (number, line) in enumerate(lines):
        try:
            record = _read_entry(_load(line))
        except (ValueError, RecursionError) as problem:
            wrong = problem.msg if isinstance(problem, json.JSONDecodeError) else "it is nested too deeply"
            last = " (the file is cut off here)" if is_cut and place == len(lines) - 1 and place else ""
            yield {"refused": f"line {number} is not JSON: {wrong}{last}"}
            continue
        if len(lines) > 1:
            record["original"] = _encode(line)
        yield record


def _load(text: str) -> Any:
    return json.loads(text, strict=False)


def _encode(text: str) -> str:
    return base64.b64encode(text.encode(errors="replace")).decode()


def _find_entries(whole: Any) -> list[Any]:
    """Return the objects that are articles; a single object is one itself."""
    for _ in _CONTAINERS:  # {"response": {"results": [...]}}, {"articles": {"results": [...]}}
        if isinstance(whole, dict):
            inner = next((whole[name] for name in _LISTS if isinstance(whole.get(name), list)), None)
            inner = inner or next((whole[name] for name in _CONTAINERS if isinstance(whole.get(name), dict)), None)
            if inner is None:
                break
            whole = inner
    entries = whole if isinstance(whole, list) else [whole]
    if not entries:
        raise FormatError("it is JSON with an empty list of articles")
    return entries


def _read_entry(entry: Any) -> Record:
    if not isinstance(entry, dict):
        return {"refused": 'it is not an object with named fields, such as {"title": ..., "text": ...}'}
    if is_ninjs(entry):
        return read_ninjs(entry)
    fields = dict(entry)
    if isinstance(entry.get("fields"), dict):  # The Guardian
        fields |= {f"web{name}" if name == "headline" else name: value for name, value in entry["fields"].items()}
    record = build_record(fields)
    text = record.get("text", "")
    if cut := re.search(r"\s*(?:\[\+\d+ chars\]|\[\d+ chars\])\s*$", text):  # NewsAPI and GNews give the beginning only
        record["text"], record["warnings"] = text[: cut.start()], ["cut"]
    return record
