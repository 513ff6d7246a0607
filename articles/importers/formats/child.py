"""Parse files of all formats but HTML, in a child process.

A request is one line of JSON, ``{"format": "tables", "path": ..., "position": ...}``, and behind it the content of the
file, unless a path is given. The answer is JSON: ``{"records": [...], "next": position}``, where a `next` asks for
another request from there, or ``{"refused": reason}``.
"""

import importlib
import json
import logging
from collections.abc import Iterator
from typing import Any

from articles.importers.formats.record import FormatError, Record
from articles.importers.sandbox import serve

MAX_RECORDS = 100_000

Answer = dict[str, Any]


def handle_request(request: bytes) -> bytes:
    """Answer one request of the parent."""
    head, _, content = request.partition(b"\n")
    return json.dumps(parse(json.loads(head), content)).encode()


def parse(order: dict[str, Any], content: bytes) -> Answer:
    """Parse a file, or a part of it, into records."""
    module = importlib.import_module(f"articles.importers.formats.{order['format']}")
    try:
        if hasattr(module, "parse_part"):
            part: Answer = module.parse_part(
                order.get("path"), content, order.get("position"), frozenset(order.get("hosts") or ())
            )
            return part
        return {"records": list(_limit(module.parse(content))), "next": None}
    except FormatError as refused:
        return {"refused": str(refused)}
    except Exception as problem:  # a library raises errors of any kind on a damaged file
        return {
            "refused": f"it is damaged and cannot be read ({type(problem).__name__}); save the article as plain text"
        }


def _limit(records: Iterator[Record]) -> Iterator[Record]:
    for number, record in enumerate(records, start=1):
        if number > MAX_RECORDS:
            yield {"refused": f"it holds more than {MAX_RECORDS:,} articles; divide the file"}
            return
        yield record


if __name__ == "__main__":
    logging.disable()
    serve(handle_request)
