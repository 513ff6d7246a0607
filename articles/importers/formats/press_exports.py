"""Exports of Nexis: many articles in one text, each with a head and a foot of fields.

The older form numbers them, "1 of 2 DOCUMENTS", and prints outlet, date and headline before fields in capitals; the
newer one prints headline, outlet and date, and ends each with "End of Document". The text is what lies between head and
foot.
"""

import base64
import re
from collections.abc import Iterator

from articles.importers.decoding import decode
from articles.importers.formats.record import FormatError, Record, add_fields, parse_any_date

_NUMBER = re.compile(r"^[ \t]*(?:Document )?\d+ of \d+(?: DOCUMENTS?)?[ \t]*$", re.M)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.M)
_FIELD = re.compile(r"^\s*([A-Za-z][A-Za-z-]+(?: [A-Za-z]+)?): *(.*)$", re.S)
_HEAD_FIELDS = frozenset("byline section length dateline headline highlight title series".split())
_FOOT_FIELDS = frozenset(
    """load-date language graphic publication-type subject industry geographic person company organization notes
    journal-code pub-type document-type ticker country state city classification""".split()
)
_COPYRIGHT = re.compile(r"^\s*(?:Copyright\b|\N{COPYRIGHT SIGN}|All Rights Reserved)", re.I)


def parse(content: bytes) -> Iterator[Record]:
    """Yield the articles of an export."""
    try:
        text = decode(content).replace("\r\n", "\n").replace("\r", "\n")
    except ValueError as problem:
        raise FormatError(str(problem)) from None
    sections = _split(text)
    for section in sections:
        record = _read_section(section)
        if len(sections) > 1:
            record["original"] = base64.b64encode(section.encode()).decode()
        yield record


def _split(text: str) -> list[str]:
    starts = [match.start() for match in _NUMBER.finditer(text)]
    if starts:
        parts = [text[begin:end] for begin, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    else:
        parts = _END.split(text)
    return [part for part in parts if any(map(str.isalpha, _NUMBER.sub("", part)))]


def _read_section(section: str) -> Record:
    """Read one article: its head up to the last field above the text, the text, its foot."""
    body = _END.sub("", _NUMBER.sub("", section))
    paragraphs = [" ".join(part.split("\n")).strip() if not _is_head_block(part) else part.strip()
                  for part in re.split(r"\n[ \t]*\n", body) if part.strip()]  # fmt: skip
    paragraphs = [line for part in paragraphs for line in (part.split("\n") if _is_head_block(part) else [part])]
    fields: dict[str, str] = {}
    first, last = 0, len(paragraphs)
    for place, paragraph in enumerate(paragraphs):
        name, value = _read_field(paragraph)
        if name in _HEAD_FIELDS and (first == 0 or place <= first + 1):
            fields.setdefault(name, value)
            first = place + 1
        elif paragraph == "Body":
            first = place + 1
        elif (name in _FOOT_FIELDS or _COPYRIGHT.match(paragraph)) and first and place >= first:
            last = min(last, place)
            if name:
                fields.setdefault(name, value)
    if not first:
        return {"refused": "its head has no field that is known (LENGTH, BYLINE); save this article as a .txt file"}
    text = "\n".join(paragraphs[first:last])
    if not any(map(str.isalpha, text)):
        return {"refused": "it has a head but no text"}
    return _add_head(text, fields, _list_head(paragraphs[:first]))


def _is_head_block(part: str) -> bool:
    """Return whether lines stand for themselves: fields one below the other, or headline, outlet and date."""
    lines = [line.strip() for line in part.strip().split("\n")]
    if any(_read_field(line)[0] in _HEAD_FIELDS | _FOOT_FIELDS for line in lines) or lines[-1] == "Body":
        return True
    return len(lines) <= 4 and any(_parse_day(line) for line in lines)


def _read_field(paragraph: str) -> tuple[str, str]:
    found = _FIELD.match(paragraph)
    name = found[1].lower().replace(" ", "-") if found else ""
    return (name, found[2].strip()) if found and name in _HEAD_FIELDS | _FOOT_FIELDS else ("", "")


def _list_head(paragraphs: list[str]) -> list[str]:
    return [each for each in paragraphs if not _read_field(each)[0] and not _COPYRIGHT.match(each) and each != "Body"]


def _parse_day(text: str) -> str:
    """Return the date that a line is, as printed; empty where it is none."""
    plain = re.sub(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?", "", text).strip(" ,")
    return plain if len(plain) < 60 and re.search(r"\b\d{4}\b", plain) and parse_any_date(plain) else ""


def _add_head(text: str, fields: dict[str, str], head: list[str]) -> Record:
    """Add what stands above the fields: outlet and headline are told apart by which side of the date they stand on."""
    place = next((index for index, line in enumerate(head) if _parse_day(line)), None)
    published = _parse_day(head[place]) if place is not None else ""
    above = head[:place] if place is not None else head
    below = head[place + 1 :] if place is not None else []
    outlet = above[-1] if above else ""
    title = fields.get("headline") or fields.get("title") or (below[0] if below else above[0] if len(above) > 1 else "")
    language = fields.get("language", "").split(";")[0].strip()
    record: Record = {"text": text, "body_known": True}
    return add_fields(
        record,
        (
            ("outlet", outlet),
            ("title", title),
            ("published", published),
            ("byline", re.sub(r"^by\s+", "", fields.get("byline", ""), flags=re.I)),
            ("language", _LANGUAGES.get(language.lower(), "")),
        ),
    )


_LANGUAGES = {"english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es", "russian": "ru"}
