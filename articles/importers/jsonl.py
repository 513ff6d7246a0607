"""JSON Lines: parse one line, or one row of a table, into a quotation to be linked.

``{"id": "tass-4", "text": "We noted tactical successes...", "speaker": "Sergey Lavrov", "date": "2015-11-17"}`` says
that the words with the id "tass-4" were Lavrov's, printed that day. A line without a needed field, or with a value of
another type, is an `InvalidLineError` whose message says what to correct. `articles.management.jsonlines` reads files
and standard input.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from zlib import crc32

from articles.engine.text.normalization import fold

JsonObject = dict[str, Any]
SECONDS_PER_DAY = 86_400.0


class InvalidLineError(ValueError):
    """An input line cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class QuotationRecord:
    """A quotation to be linked; `speaker` is a hash of the surname, `day` counts days since 1970."""

    id: str | int
    text: str
    speaker: int | None
    day: float | None


def parse_quotation(row: JsonObject) -> QuotationRecord:
    """Parse ``{id, text, speaker?, date?}``; a date that cannot be parsed counts as unknown."""
    identity, text = get_field(row, "id", (str, int)), get_field(row, "text")
    speaker, date = get_field(row, "speaker", required=False), get_field(row, "date", required=False)
    return QuotationRecord(identity, text, hash_speaker(speaker or ""), parse_day(date or ""))


def get_field(row: JsonObject, name: str, kind: type | tuple[type, ...] = str, *, required: bool = True) -> Any:
    """Return the value of `name`. Raises `InvalidLineError` where it is missing or of another type."""
    value = row.get(name)
    if value is None and not required:
        return None
    if value is None:
        raise InvalidLineError(f'"{name}" is missing')
    if not isinstance(value, kind):
        raise InvalidLineError(f'"{name}" is {_describe_value_type(value)}, it must be {_describe_type(kind)}')
    return value


def parse_line(line: bytes | str) -> JsonObject:
    """Parse the object in a line. Raises `InvalidLineError` where there is none."""
    try:
        value = json.loads(line)
    except UnicodeDecodeError as problem:
        raise InvalidLineError("not UTF-8; save the file in that encoding") from problem
    except (ValueError, RecursionError) as problem:
        raise InvalidLineError(f"not JSON ({problem}); each line must be one object") from problem
    if not isinstance(value, dict):
        raise InvalidLineError(f"{_describe_value_type(value)}; each line must be one JSON object")
    return value


@lru_cache(65536)
def hash_speaker(name: str) -> int | None:
    """Hash the surname: "Sergey Lavrov" and "Lavrov" have the same number. None for no name."""
    letters = "".join(c if c.isalnum() or c in "-'" else " " for c in fold(name)).split()
    return crc32(letters[-1].encode()) | 1 if letters else None


def parse_day(date: str) -> float | None:
    """Parse an ISO 8601 date or time into days since 1970, as UTC without a time zone; None for no date."""
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / SECONDS_PER_DAY


_TYPE_NAMES = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
}


def _describe_value_type(value: object) -> str:
    return _TYPE_NAMES.get(type(value), "null")


def _describe_type(kind: type | tuple[type, ...]) -> str:
    return " or ".join(_TYPE_NAMES[option] for option in (kind if isinstance(kind, tuple) else (kind,)))
