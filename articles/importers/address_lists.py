"""Addresses in files that hold no articles: lists, bookmarks, tables, references (RIS, BibTeX, CSL-JSON), GDELT.

Zotero's export has for each entry ``UR  - https://...``, or ``"URL": "https://..."`` as JSON; a list has an address a
line.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from articles.importers.decoding import decode
from articles.importers.metadata import is_web_address

MAX_ADDRESSES = 10_000
MAX_DEPTH = 6  # of JSON: an entry in a list in an answer

_COLUMNS = ("url", "link", "address")
_TAGGED = re.compile(
    r"""^\s*(?:UR\s{1,2}-\s?|URL\s*=\s*|<string>|url\s*=\s*[{"])\s*(https?://[^\s"{}<>]+)""", re.M | re.I
)
_LINE = re.compile(r"^\s*(https?://\S+)\s*$", re.M)


def read_addresses(content: bytes) -> list[str]:
    """Return the addresses of a file in order, each once. Raises ValueError where there is none, or it is no text.

    >>> read_addresses(b"TY  - NEWS\\nUR  - https://courier.example/ferry\\nER  -\\n")
    ['https://courier.example/ferry']
    """
    text = decode(content)
    found = dict.fromkeys(filter(is_web_address, _find(text)))
    if not found:
        raise ValueError("it lists no addresses; write one a line, beginning with http:// or https://")
    if len(found) > MAX_ADDRESSES:
        raise ValueError(f"it lists {len(found):,} addresses; give {MAX_ADDRESSES:,} at a time")
    return list(found)


def _find(text: str) -> Iterable[str]:
    if text.lstrip()[:1] in ("{", "[") and (found := list(_find_in_json(text))):
        return found
    first = next(iter(text.splitlines()), "")
    delimiter = max(",;\t", key=first.count)
    columns = [name.strip(' "').lower() for name in first.split(delimiter)]
    if column := next((name for name in _COLUMNS if len(columns) > 1 and name in columns), None):
        place = columns.index(column)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [row[place].strip() for row in rows if len(row) > place]
    return [unescape(address) for address in _TAGGED.findall(text)] or _LINE.findall(text)


def _find_in_json(text: str) -> Iterator[str]:
    try:
        yield from _walk(json.loads(text), MAX_DEPTH)
        return
    except (ValueError, RecursionError):
        pass
    for line in text.splitlines():  # JSON Lines
        try:
            yield from _walk(json.loads(line), MAX_DEPTH)
        except (ValueError, RecursionError):
            continue


def _walk(value: Any, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    if isinstance(value, list):
        for each in value:
            yield from _walk(each, depth - 1)
    elif isinstance(value, dict):
        named = [each for name, each in value.items() if name.lower() in (*_COLUMNS, "urls")]
        for each in named:
            yield from filter(lambda item: isinstance(item, str), each if isinstance(each, list) else [each])
        if not named:
            for each in value.values():
                yield from _walk(each, depth - 1)
