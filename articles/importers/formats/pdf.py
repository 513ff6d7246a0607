"""PDF files: the words of their pages, put together again into paragraphs.

Running heads and page numbers are left out, and hyphens at line ends joined. A file whose pages are pictures has no
words, and an encrypted one cannot be read: both are said.
"""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PdfReader

from articles.importers.formats.record import FormatError, Record, add_fields

MAX_PAGES = 300
MIN_REPEATS = 3  # pages with the same line at their edge: a running head
EDGE_LINES = 2  # at the top and at the foot of a page
MAX_TEXT = 5_000_000
SHORT_SHARE = 0.85  # of the length of full lines: a shorter line ends a paragraph if it ends a sentence

_PAGE_NUMBER = re.compile(r"\W*(?:page|seite|p\.)?\W*\d{1,4}(?:\W*(?:of|von|/)\W*\d{1,4})?\W*", re.I)
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_SENTENCE_END = re.compile(r"[.!?:\u2026][\u201d\u2019\u00bb\"')\]]*$")


def parse(content: bytes) -> Iterator[Record]:
    """Yield the one article of a PDF."""
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise FormatError("it is an encrypted PDF; save it without a password, or its text as .txt")
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise FormatError(f"it is a PDF of {count} pages, and {MAX_PAGES} are read; divide it")
    pages: list[list[str]] = []
    size = 0
    for page in reader.pages:
        text = page.extract_text()
        size += len(text)
        if size > MAX_TEXT:
            raise FormatError("it is a PDF with more text than an article has; divide it")
        pages.append([line.strip() for line in text.split("\n") if line.strip()])
    paragraphs = join_lines(drop_running_heads(pages))
    if not any(map(str.isalpha, "".join(paragraphs))):
        raise FormatError("this PDF holds pictures only, no text; save its text as .txt")
    record: Record = {"text": "\n\n".join(paragraphs)}
    information: Any = reader.metadata or {}
    author = _get_text(information, "/Author")
    add_fields(record, (("title", _get_title(information)), ("byline", author if " " in author else "")))
    add_fields(record, (("published", _parse_date(_get_text(information, "/CreationDate"))),))
    if "published" in record:
        record["precision"] = "about"
    yield record


def drop_running_heads(pages: Sequence[list[str]]) -> list[str]:
    """Return the lines of all pages without those that stand at the edge of several, and without page numbers."""
    edges = [{_fold(line) for line in (*page[:EDGE_LINES], *page[-EDGE_LINES:])} for page in pages]
    counts = Counter(line for edge in edges for line in edge)
    repeated = {line for line, count in counts.items() if count >= MIN_REPEATS}
    kept: list[str] = []
    for page in pages:
        for place, line in enumerate(page):
            is_edge = place < EDGE_LINES or place >= len(page) - EDGE_LINES
            if not (is_edge and (_fold(line) in repeated or _PAGE_NUMBER.fullmatch(line))):
                kept.append(line)
    return kept


def join_lines(lines: Sequence[str]) -> list[str]:
    """Join lines into paragraphs: a paragraph ends with a line that is not full.

    >>> join_lines(["The council of Brackmere voted on Tues-", "day to keep the ferry running in", "winter.", "Yes."])
    ['The council of Brackmere voted on Tuesday to keep the ferry running in winter.', 'Yes.']
    """
    plain = [_LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), line) for line in lines]
    lengths = sorted(map(len, plain))
    full = lengths[int(len(lengths) * 0.9)] if lengths else 0
    paragraphs: list[str] = []
    is_open = False
    for line, following in zip(plain, [*plain[1:], ""], strict=False):
        if not is_open:
            paragraphs.append(line)
        elif _is_divided(paragraphs[-1], line):
            paragraphs[-1] = paragraphs[-1][:-1] + line
        else:
            paragraphs[-1] += f" {line}"
        is_short = len(line) < SHORT_SHARE * full
        goes_on = following[:1].islower()
        is_open = goes_on or not is_short or not (_SENTENCE_END.search(line) or len(line) < 0.6 * full)
    return paragraphs


def _is_divided(before: str, line: str) -> bool:
    return bool(re.search(r"[^\W\d_][-\u00ad\u2010]$", before)) and line[:1].islower()


def _fold(line: str) -> str:
    return re.sub(r"\d+", "#", line.casefold())


def _get_text(information: Any, name: str) -> str:
    value = information.get(name)
    return str(value).strip() if isinstance(value, str) else ""


def _get_title(information: Any) -> str:
    """Return the title, unless it is the name of a file."""
    title = _get_text(information, "/Title")
    return "" if re.search(r"\.\w{2,4}$|^(?:microsoft word|untitled)\b", title, re.I) else title


def _parse_date(text: str) -> str:
    """Return "D:20261103180500+01'00'" in ISO 8601."""
    found = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", text)
    return f"{found[1]}-{found[2]}-{found[3]}" if found else ""
