"""What does one line of JSON Lines, or one row of a table, say?

``{"id": "tass-4", "text": "We noted tactical successes...", "speaker": "Sergey Lavrov", "date": "2015-11-17"}`` says
that words with the id "tass-4" were Lavrov's, printed that day. A row that lacks what is needed, or has another kind of
value there, is a `BadLine` whose message says what is wrong, so that whoever made the file can put it right.

Left to others: files and standard input (`management.jsonlines`), many machines (`spark`), what is made of the words.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from zlib import crc32

from articles.engine.text.normalization import fold

Row = dict[str, Any]
DAY = 86_400.0  # seconds


class BadLine(ValueError):  # noqa: N818 - it names what it is
    """An input line that cannot be used; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation to be linked; `speaker` is a number that tells speakers apart, `day` counts from 1970."""

    id: str | int
    text: str
    speaker: int | None
    day: float | None


def quotation_of(row: Row) -> Quotation:
    """The quotation that ``{id, text, speaker?, date?}`` is; a date that cannot be read counts as not known."""
    identity, text = field(row, "id", (str, int)), field(row, "text")
    speaker, date = field(row, "speaker", needed=False), field(row, "date", needed=False)
    return Quotation(identity, text, speaker_number(speaker or ""), day_of(date or ""))


def field(row: Row, name: str, kind: type | tuple[type, ...] = str, *, needed: bool = True) -> Any:
    """The value of `name` in `row`. Raises BadLine where it is missing or of another kind."""
    value = row.get(name)
    if value is None and not needed:
        return None
    if value is None:
        raise BadLine(f'"{name}" is missing')
    if not isinstance(value, kind):
        raise BadLine(f'"{name}" is {_named(value)}, it must be {_named_kind(kind)}')
    return value


def row_of(line: bytes | str) -> Row:
    """The object in a line. Raises BadLine where there is none."""
    try:
        value = json.loads(line)
    except UnicodeDecodeError as problem:
        raise BadLine("not UTF-8; save the file in that encoding") from problem
    except (ValueError, RecursionError) as problem:
        raise BadLine(f"not JSON ({problem}); each line must be one object") from problem
    if not isinstance(value, dict):
        raise BadLine(f"{_named(value)}, where one JSON object a line is wanted")
    return value


@lru_cache(65536)
def speaker_number(name: str) -> int | None:
    """A number for the surname; "Sergey Lavrov" and "Lavrov" are one."""
    letters = "".join(c if c.isalnum() or c in "-'" else " " for c in fold(name)).split()
    return crc32(letters[-1].encode()) | 1 if letters else None


def day_of(date: str) -> float | None:
    """An ISO 8601 date or time as days since 1970; one without a time zone is taken as UTC."""
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / DAY


_KINDS = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
}


def _named(value: object) -> str:
    return _KINDS.get(type(value), "null")


def _named_kind(kind: type | tuple[type, ...]) -> str:
    return " or ".join(_KINDS[each] for each in (kind if isinstance(kind, tuple) else (kind,)))
