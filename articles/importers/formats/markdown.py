"""Markdown with front matter, as static sites keep their articles.

The front matter is the block between two lines of three hyphens, ``title: Brackmere keeps its ferry``; of YAML only
plain values and lists are read. The text is rendered, so that no mark of Markdown stands in it.
"""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from articles.importers.decoding import decode
from articles.importers.formats.fields import build_record
from articles.importers.formats.markup import render_markup
from articles.importers.formats.record import FormatError, Record

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?P<fields>.*?\n)---[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"([\w-]+)[ \t]*:[ \t]*(.*)")
_HEADING = re.compile(r"\A\s*(?:# +(?P<atx>.+?)[ #]*\n|(?P<setext>[^\n]+)\n=+[ \t]*\n)")


def parse(content: bytes) -> Iterator[Record]:
    """Yield the one article of a Markdown file."""
    try:
        text = decode(content).replace("\r\n", "\n").replace("\r", "\n")
    except ValueError as problem:
        raise FormatError(str(problem)) from None
    found = _FRONT_MATTER.match(text)
    fields: dict[str, object] = dict(_read_fields(found["fields"])) if found else {}
    body = text[found.end() :] if found else text
    heading = _HEADING.match(body + "\n")
    words = render_markup(MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable("table").render(body))
    if not any(map(str.isalpha, words)):
        raise FormatError("it is a Markdown file without words")
    record = build_record({"title": (heading["atx"] or heading["setext"]) if heading else "", **fields, "text": "-"})
    record["text"], record["body_known"] = words, True
    yield record


def _read_fields(text: str) -> Iterator[tuple[str, object]]:
    """Yield the fields of front matter: plain values, "[a, b]", and items below a name."""
    name, items = "", [""]
    for line in text.split("\n"):
        if item := re.match(r"\s*-\s+(.*)", line):
            items.append(_strip(item[1]))
            yield name, [each for each in items if each]
        elif field := _FIELD.match(line):
            name, value, items = field[1], field[2].strip(), []
            if value.startswith("[") and value.endswith("]"):
                yield name, [_strip(each) for each in value[1:-1].split(",")]
            elif value:
                yield name, _strip(value)


def _strip(value: str) -> str:
    plain = value.strip()
    return plain[1:-1] if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'" else plain
