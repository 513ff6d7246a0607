"""GDELT's Global Quotation Graph: an article a line, of which it keeps the quotations and some words around each.

``{"date": ..., "url": ..., "title": ..., "lang": "ENGLISH", "quotes": [{"pre": ..., "quote": ..., "post": ...}]}``. The
text is these snippets, a paragraph each: an *excerpt*, not the article. The date is when GDELT processed the article,
so it is "about", and the moment at which the page was seen. The outlet is the host of the address.
"""

import base64
import json
import re
from collections.abc import Iterator
from typing import Any

from articles.importers.decoding import decode
from articles.importers.formats.fields import add_language
from articles.importers.formats.record import FormatError, Record, add_fields

_OPENING = re.compile(r"[\"“„«\u2039「『]\s*$")
_CLOSING = re.compile(r"^\s*[\"”“»\u203a」』]")
_MARKED = re.compile(r"^\s*[\"“„«「『].*[\"”“»」』]\s*$", re.S)


def parse(content: bytes) -> Iterator[Record]:
    """Yield the excerpt of each line."""
    try:
        lines = decode(content).split("\n")
    except ValueError as problem:
        raise FormatError(str(problem)) from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _read_row(json.loads(line), line)
            except (ValueError, RecursionError):
                yield {"refused": f"line {number} is not JSON; the file may be cut off"}


def _read_row(row: Any, line: str) -> Record:
    found = row.get("quotes") if isinstance(row, dict) else None
    snippets = [text for each in found if (text := _join_snippet(each))] if isinstance(found, list) else []
    if not snippets:
        return {"refused": "it lists no quotation of this article"}
    record: Record = {"text": "\n\n".join(snippets), "excerpt": True, "body_known": True, "outlet_given": False}
    record["original"] = base64.b64encode(line.encode(errors="replace")).decode()
    record["media_type"] = "application/json"
    names = ("url", "title")
    add_fields(record, [*((name, row.get(name)) for name in names), ("published", row.get("date"))])
    add_fields(record, [("seen", row.get("date"))])
    if "published" in record:
        record["precision"] = "about"
    add_language(record, row.get("lang"))
    return record


def _join_snippet(snippet: Any) -> str:
    """Return a quotation between its words before and after, in marks of its own where the file leaves them out.

    >>> _join_snippet({"pre": "The mayor said:", "quote": "We stay.", "post": "and left."})
    'The mayor said: “We stay.” and left.'
    """
    if not isinstance(snippet, dict):
        return ""
    parts = (snippet.get(name) for name in ("pre", "quote", "post"))
    before, words, after = (" ".join(part.split()) if isinstance(part, str) else "" for part in parts)
    if not words:
        return ""
    if _MARKED.match(words) or (_OPENING.search(before) and _CLOSING.match(after)):
        return f"{before} {words} {after}".strip() if _MARKED.match(words) else f"{before}{words}{after}"
    return f"{_OPENING.sub('', before).rstrip()} “{words}” {_CLOSING.sub('', after).lstrip()}".strip()
