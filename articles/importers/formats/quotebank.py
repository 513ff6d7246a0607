"""Quotebank: articles with their text, or quotations with the addresses of the articles that print them.

Of an *article*, ``{"articleID": ..., "url": ..., "date": ..., "title": ..., "content": ..., "quotations": [...]}``, the
text is taken; who speaks is found in it, not taken from Quotebank's probabilities. Of a *quotation*,
``{"quoteID": ..., "quotation": ..., "speaker": ..., "date": ..., "urls": [...]}``, each address gives an *excerpt* with
the words alone: Quotebank joins quotations with the same words, so these are the article's but for capitals and marks.
The date is that of the earliest address; where there are several, it is none's. The speaker is Quotebank's guess, made
from all the articles together, and is not taken.
"""

import base64
import json
from collections.abc import Iterator
from typing import Any

from articles.importers.decoding import decode
from articles.importers.formats.record import FormatError, Record, add_fields

MAX_ADDRESSES = 1_000  # of one quotation

Row = dict[str, Any]


def parse(content: bytes) -> Iterator[Record]:
    """Yield a record for each article, and for each address of which the file has quotations."""
    try:
        lines = decode(content).split("\n")
    except ValueError as problem:
        raise FormatError(str(problem)) from None
    by_address: dict[str, list[Row]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield {"refused": f"line {number} is not JSON; the file may be cut off"}
            continue
        if isinstance(row, dict) and isinstance(row.get("content"), str):
            yield _read_article(row, line)
        elif isinstance(row, dict) and isinstance(row.get("quotation"), str) and (found := _list_addresses(row)):
            for address in found:
                by_address.setdefault(address, []).append(row)
        else:
            yield {"refused": f"line {number} has neither the text of an article nor a quotation with addresses"}
    yield from (_build_excerpt(address, rows) for address, rows in by_address.items())


def _read_article(row: Row, line: str) -> Record:
    if not row["content"].strip():
        return {"refused": "it has no text"}
    record: Record = {"text": row["content"], "outlet_given": False, "original": _encode(line)}
    record["media_type"] = "application/json"
    return add_fields(record, (("url", row.get("url")), ("title", row.get("title")), ("published", row.get("date"))))


def _list_addresses(row: Row) -> list[str]:
    listed = row.get("urls")
    found = [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []
    return list(dict.fromkeys(found))[:MAX_ADDRESSES]


def _build_excerpt(address: str, rows: list[Row]) -> Record:
    """Build the excerpt of one article: its quotations, a paragraph each."""
    words = dict.fromkeys(" ".join(row["quotation"].split()) for row in rows)
    record: Record = {"text": "\n\n".join(f"“{each}”" for each in words if each), "excerpt": True}
    if not record["text"]:
        return {"refused": "its quotation has no words"}
    record |= {"body_known": True, "outlet_given": False, "media_type": "application/json"}
    record["original"] = _encode("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    alone = next((row for row in rows if len(_list_addresses(row)) == 1), None)
    add_fields(record, (("url", address), ("published", alone.get("date") if alone else None)))
    if "published" in record:
        record["precision"] = "about"
    return record


def _encode(text: str) -> str:
    return base64.b64encode(text.encode(errors="replace")).decode()
