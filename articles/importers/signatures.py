"""Signatures: recognize the format of a file by its first bytes, whatever it is called.

Each function is given a `Head`. A suffix decides only where the content cannot: a Markdown file, a table of two
columns.
"""

import codecs
import re
from dataclasses import dataclass
from functools import cached_property

HEAD_BYTES = 20_000

TEXT_COLUMNS = frozenset(
    """text body content article fulltext full_text maintext article_text body_text articlebody article_body plaintext
    plain_text story""".split()
)

_OTHER_COLUMNS = frozenset(
    """title headline url link date published published_at publish_date author authors byline outlet source publisher
    language""".split()
)
_XML_START = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<![A-Za-z][^>]*>\s*)*"
_NITF = re.compile(_XML_START + r"<(?:\w+:)?nitf\b", re.S)
_NEWSML = re.compile(_XML_START + r"<(?:\w+:)?(?:newsItem|newsMessage|packageItem|knowledgeItem)\b", re.S)
_JSON_LINE = re.compile(r'\s*\{\s*"[^\n]*\}\s*(?:\n|$)')
_JSON_FIELD = re.compile(r'"([\w-]+)"\s*:')
_JSON_TEXTS = TEXT_COLUMNS | {"body_html", "body_xhtml", "html", "content_html", "bodies", "bodytext"}
_MAIL_FIELDS = re.compile(
    r"^(?:From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|Received|Return-Path|Delivered-To|Reply-To"
    r"|Snapshot-Content-Location):",
    re.M | re.I,
)
_SUBRIP = re.compile(r"\s*(?:\d+\s+)?(?:\d+:)?\d?\d:\d\d[,.]\d{3} --> ")
_EXPORT_MARK = re.compile(r"^[ \t]*(?:(?:Document )?\d+ of \d+(?: DOCUMENTS?)?|End of Document)[ \t]*$", re.M)
_EXPORT_LENGTH = re.compile(r"^[ \t]*length: *[\d,]+ words", re.M | re.I)
_EXPORT_FIELD = re.compile(r"^[ \t]*(?:load-date|language|byline|section|publication-type|dateline): ", re.M | re.I)
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?=(?:.*\r?\n){0,60}?---[ \t]*(?:\r?\n|$))(?:[\w-]+:.*\r?\n)")


@dataclass(frozen=True)
class Head:
    """The first bytes of a file, unpacked where it is a gzip file, and its suffix in lower case."""

    data: bytes
    suffix: str = ""

    @cached_property
    def text(self) -> str:
        """The head as text; what is damaged in it does not matter."""
        encoding = "utf-16" if self.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
        return self.data[:HEAD_BYTES].decode(encoding, errors="replace").lstrip("\ufeff")

    @cached_property
    def json_fields(self) -> frozenset[str]:
        """The names of fields in JSON, in lower case; none where it is no JSON."""
        is_json = self.text.lstrip()[:1] in ("{", "[")
        return frozenset(name.lower() for name in _JSON_FIELD.findall(self.text)) if is_json else frozenset()


def is_quotation_graph(head: Head) -> bool:
    """Return whether these are lines of GDELT's Global Quotation Graph."""
    return head.json_fields.issuperset(("pre", "quote", "post", "url"))


def is_quotebank(head: Head) -> bool:
    """Return whether these are lines of Quotebank, of articles or of quotations."""
    is_article = head.json_fields.issuperset(("articleid", "content", "url"))
    return is_article or head.json_fields.issuperset(("quoteid", "quotation"))


def is_json_lines(head: Head) -> bool:
    """Return whether the first line is a JSON object, and not a file of JSON alone."""
    return bool(_JSON_LINE.match(head.text)) and head.suffix != ".json" and bool(head.json_fields)


def is_json_articles(head: Head) -> bool:
    """Return whether this is JSON with articles in it: a list, the answer of a news API, or an item of ninjs."""
    fields = head.json_fields
    if not fields or ("articles" in fields and "path" in fields):
        return False
    lists = {"articles", "results", "docs"} & fields
    return bool(_JSON_TEXTS & fields) and bool(lists or fields & {"title", "headline", "headlines", "url", "uri"})


def is_table(head: Head) -> bool:
    """Return whether the first line names columns, one of them a text."""
    first = next(iter(head.text.splitlines()), "")
    columns = [name.strip(' "').lower().replace(" ", "_") for name in first.split(max(",;\t|", key=first.count))]
    if len(columns) < 2 or TEXT_COLUMNS.isdisjoint(columns):
        return False
    # "Body, mind, story" may be the headline of a text
    return head.suffix in (".csv", ".tsv") or len(_OTHER_COLUMNS.intersection(columns)) >= 2


def is_mail(head: Head) -> bool:
    """Return whether this begins with the fields of an e-mail."""
    start = re.sub(r"\AFrom .*\r?\n", "", head.text.lstrip())
    fields = re.split(r"\r?\n\r?\n", start, maxsplit=1)[0]
    if not re.match(r"[A-Za-z][\w-]*:[ \t\r\n]", fields):
        return False
    least = 2 if head.suffix in (".eml", ".mhtml", ".mht") else 3
    return len(_MAIL_FIELDS.findall(fields)) >= least


def is_mhtml(head: Head) -> bool:
    """Return whether this is a web page saved with its pictures in one file."""
    return is_mail(head) and bool(re.search(r"multipart/related|^Snapshot-Content-Location:", head.text, re.I | re.M))


def is_agency_xml(head: Head) -> bool:
    """Return whether this is NITF or NewsML-G2."""
    return bool(_NITF.match(head.text) or _NEWSML.match(head.text))


def is_press_export(head: Head) -> bool:
    """Return whether this is an export of Nexis, with several articles in one text."""
    if head.suffix not in (".txt", "", ".text"):
        return False
    is_divided = _EXPORT_MARK.search(head.text) or len(head.data) >= HEAD_BYTES
    return bool(is_divided) and bool(_EXPORT_LENGTH.search(head.text)) and bool(_EXPORT_FIELD.search(head.text))


def is_web_archive(head: Head) -> bool:
    """Return whether this is a WARC file, packed or not."""
    return bool(re.match(rb"WARC/\d", head.data))


def is_archive_package(head: Head) -> bool:
    """Return whether this is a WACZ file: its members are named so, in any order."""
    if not is_zip_with(head, b"archive/", b"datapackage.json", b"indexes/", b"pages/pages.jsonl"):
        return False
    return head.suffix == ".wacz" or (b"pages/pages.jsonl" in head.data or b"datapackage.json" in head.data)


def is_zip_with(head: Head, *members: bytes) -> bool:
    """Return whether this is a zip file whose first members have such names."""
    return head.data.startswith(b"PK\x03\x04") and any(member in head.data for member in members)


def is_word(head: Head) -> bool:
    """Return whether this is a Word file (DOCX)."""
    if is_zip_with(head, b"word/document.xml"):
        return True
    is_other = is_zip_with(head, b"xl/", b"ppt/", b"vnd.oasis", b"epub+zip")
    return head.suffix == ".docx" and is_zip_with(head, b"") and not is_other


def is_subrip(head: Head) -> bool:
    """Return whether these are subtitles in the form of SubRip (SRT)."""
    return bool(_SUBRIP.match(head.text))


def is_webvtt(head: Head) -> bool:
    """Return whether these are subtitles in WebVTT."""
    return bool(re.match(r"WEBVTT(?:[ \t\n\r]|$)", head.text))


def is_pdf(head: Head) -> bool:
    """Return whether this is a PDF."""
    return head.data.startswith(b"%PDF-") or (head.suffix == ".pdf" and b"%PDF-" in head.data[:1024])


def is_markdown(head: Head) -> bool:
    """Return whether this is Markdown: by its suffix, or by front matter."""
    return head.suffix in (".md", ".markdown") or bool(_FRONT_MATTER.match(head.text))
