"""Word files (DOCX): the paragraphs of the document, as its tracked changes leave it.

What was inserted is taken, what was deleted or moved away is not; footnotes, text boxes printed twice and codes of
fields are left out. Author and date of the file are hints: the date is "about".
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from articles.importers.formats.record import FormatError, Record, add_fields

MAX_UNPACKED = 50_000_000  # of all members together
MAX_DOCUMENT = 20_000_000

_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "footnote", "comment", "pPrChange"})
_TITLE_STYLES = ("title", "titel", "heading1", "berschrift1", "headline")


def parse(content: bytes) -> Iterator[Record]:
    """Yield the one article of a Word file."""
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
        if sum(member.file_size for member in package.infolist()) > MAX_UNPACKED:
            raise FormatError(
                f"it is a Word file that unpacks to more than {MAX_UNPACKED // 1_000_000} MB; save its text"
            )
        document = _load(package, "word/document.xml")
        core = _load(package, "docProps/core.xml")
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError):  # the last: encrypted, or packed oddly
        raise FormatError("it is a Word file that is damaged or encrypted; save its text as .txt") from None
    if document is None:
        raise FormatError("it is a Word file without a document in it; save its text as .txt")
    title, paragraphs = _read_paragraphs(document)
    if not paragraphs:
        raise FormatError("it is a Word file without words; it may hold pictures only")
    record: Record = {"text": "\n\n".join(paragraphs)}
    add_fields(record, (("title", title or _get_text(core, "title")), ("language", _get_text(core, "language"))))
    author = _get_text(core, "creator")
    add_fields(record, (("byline", author if " " in author else ""), ("published", _get_text(core, "created"))))
    if "published" in record:
        record["precision"] = "about"
    yield record


def _load(package: zipfile.ZipFile, name: str) -> Any:
    """Load a member as XML; None where there is none. No more is unpacked than is allowed, whatever the zip says."""
    try:
        with package.open(name) as member:
            data = member.read(MAX_DOCUMENT + 1)
    except KeyError:
        return None
    if len(data) > MAX_DOCUMENT:
        raise FormatError(f"it is a Word file with more than {MAX_DOCUMENT // 1_000_000} MB of text; divide it")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        raise FormatError("it is a Word file whose text is damaged; save it again") from None


def _read_paragraphs(document: Any) -> tuple[str, list[str]]:
    """Return the title, which a style marks, and all paragraphs with words."""
    title, paragraphs = "", []
    for paragraph in document.iter("{*}p"):
        if any(_get_name(above) in _LEFT_OUT or _get_name(above) == "p" for above in paragraph.iterancestors()):
            continue
        lines = [" ".join(line.split(" ")).strip() for line in _read_runs(paragraph).split("\n")]
        words = "\n".join(line for line in lines if line)
        if not words:
            continue
        style = paragraph.find("./{*}pPr/{*}pStyle")
        name = (
            next((value for key, value in style.attrib.items() if key.endswith("val")), "") if style is not None else ""
        )
        if not title and re.sub(r"[^a-z0-9]", "", name.lower()) in _TITLE_STYLES:
            title = words
        paragraphs.append(words)
    return title, paragraphs


def _get_style(paragraph: Any) -> str:
    style = paragraph.find("./{*}pPr/{*}pStyle")
    name = next((value for key, value in style.attrib.items() if key.endswith("val")), "") if style is not None else ""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _read_runs(paragraph: Any) -> str:
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = _get_name(element)
        if name in _LEFT_OUT:
            continue
        if name == "t":
            parts.append(element.text or "")
        elif name in ("tab", "ptab"):
            parts.append(" ")
        elif name in ("br", "cr"):
            parts.append("\n")
        elif name == "noBreakHyphen":
            parts.append("\N{NON-BREAKING HYPHEN}")
        else:
            waiting.extend(reversed(element))
    return "".join(parts)


def _get_name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _get_text(root: Any, name: str) -> str:
    found = root.find(f"{{*}}{name}") if root is not None else None
    return (found.text or "").strip() if found is not None else ""
