"""Record: what a parser found of one article, as JSON that the child sends to the parent.

A record has a `text` or an `html`, or `refused` with the reason why there is neither; whatever fields of
`articles.importers.metadata.ArticleMetadata` the file states; and `seen`, when an archive or a browser saved the page.
A page that an archive saw again is a `sighting`, without a text.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TypedDict

from articles.importers.html_dates import parse_machine_date


class FormatError(Exception):
    """The file gives no article; the message says why and what to do."""


class Record(TypedDict, total=False):
    """One article of a file, or why an entry gives none."""

    text: str
    html: str
    refused: str
    place: str  # where a refused record stands, if it has no number
    body_known: bool
    excerpt: bool  # only its quotations are the words of the outlet
    warnings: list[str]
    original: str  # the bytes of this article alone, as base64; else those of the file are kept
    media_type: str
    outlet: str
    outlet_given: bool
    url: str
    archive: str
    title: str
    byline: str
    credit: str
    language: str
    published: str
    precision: str
    modified: str
    seen: str
    kind: str  # "transcript" or "recording"
    said_on: str
    cues: list[tuple[int, float]]  # offset in the text, seconds from the start of the recording
    sighting: str  # address of a page that an archive saw again; such a record has no text


def add_fields(record: Record, fields: Iterable[tuple[str, object]]) -> Record:
    """Add the fields that have a value; a date is parsed, and names in a list are joined."""
    for name, value in fields:
        if name in ("published", "modified", "seen"):
            add_date(record, name, value)
        elif text := join_values(value):
            record[name] = text  # type: ignore[literal-required]  # one of Record's keys
    return record


def add_date(record: Record, name: str, value: object) -> None:
    """Add a date, if it is one; a day whose hour is not known keeps its precision."""
    moment = parse_any_date(value)
    if moment is None:
        return
    record[name] = moment[0].isoformat()  # type: ignore[literal-required]  # one of Record's keys
    if name == "published":
        record["precision"] = moment[1]


def parse_any_date(value: object) -> tuple[datetime, str] | None:
    """Parse a date of any usual form; None where it is none.

    >>> parse_any_date("20261103T180500Z")[1], parse_any_date("November 3, 2026 Tuesday")[0].isoformat()
    ('minute', '2026-11-03T00:00:00')
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(int(value)) if isinstance(value, float) and abs(value) < 1e14 else str(value)
    try:
        return parse_machine_date(text)
    except (ValueError, OverflowError):
        return None


def join_values(value: object) -> str:
    """Return a value as one text: names in a list are joined, of an object its name counts."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        lowered = {str(key).lower(): each for key, each in value.items()}
        named = next((lowered[key] for key in ("name", "title", "literal") if isinstance(lowered.get(key), str)), "")
        return str(named).strip()
    if isinstance(value, list):
        return "; ".join(filter(None, (join_values(each) for each in value[:50] if not isinstance(each, list))))
    return ""
