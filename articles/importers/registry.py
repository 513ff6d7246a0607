"""Registry of importers: the file formats that hold an article.

A format is one module with a function that reads it, and one line in `IMPORTERS`. Walking folders, the sentences that
name suffixes, the file fields and the help of ``ingest`` derive from that line::

    >>> join_suffixes("or", TEXT_IMPORTERS)
    '.txt or .html'
    >>> build_accept_attribute(TEXT_IMPORTERS)
    '.txt,.html,.htm,text/plain,text/html'

Texts and pages are decoded and read here (`Importer`). Every other format is recognized by its first bytes and parsed
by a module of `articles.importers.formats` in a child process (`FormatImporter`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from articles.importers import html, signatures, text
from articles.importers.draft import ArticleDraft
from articles.importers.metadata import ArticleMetadata
from articles.importers.sandbox import SandboxProcess
from articles.importers.signatures import Head

MAX_BYTES = 5_000_000
"""The largest file of one article. The longest of the 181 news pages of scrapinghub/article-extraction-benchmark has
1.5 MB with all its scripts; parsing time and memory grow with this bound."""

MAX_COLLECTION_BYTES = 30_000_000
"""The largest file of many articles that is read as a whole: its records fit into one message of the child."""


MAX_SAVED_BYTES = 20_000_000  # an e-mail or a saved page: its pictures are in it


class ReadFunction(Protocol):
    """Read an article from decoded text; raise `UnreadableError` where there is none."""

    def __call__(
        self, source: str, text: str, original: bytes, metadata: ArticleMetadata, *, parser: SandboxProcess
    ) -> ArticleDraft: ...


@dataclass(frozen=True, slots=True)
class Importer:
    """A file format: how its files are called, how they are recognized and who reads them.

    Sentences name the first of `suffixes`; `unlisted_suffixes` are read too, but a browser does not offer them.
    `is_format` recognizes the format in a text whatever its file is called. `declares_charset` finds, in the first
    bytes of a file, that the file may state its own encoding.
    """

    suffixes: tuple[str, ...]
    media_type: str
    read: ReadFunction
    unlisted_suffixes: tuple[str, ...] = ()
    is_format: Callable[[str], bool] | None = None
    declares_charset: Callable[[bytes], bool] | None = None


@dataclass(frozen=True, slots=True)
class FormatImporter:
    """A file format that `module`, one of `articles.importers.formats`, parses in a child process.

    `is_format` recognizes it by the head of a file. Where the child `opens_files` itself and reads them in parts, a
    file on the disk may have any size. A format without suffixes has those of plain text.
    """

    module: str
    suffixes: tuple[str, ...]
    media_type: str
    is_format: Callable[[Head], bool]
    unlisted_suffixes: tuple[str, ...] = ()
    max_bytes: int = MAX_BYTES
    opens_files: bool = False


TEXT_IMPORTER = Importer(suffixes=(".txt",), media_type=text.MEDIA_TYPE, read=text.read_text)
HTML_IMPORTER = Importer(
    suffixes=(".html", ".htm"),
    unlisted_suffixes=(".xhtml",),
    media_type=html.MEDIA_TYPE,
    read=html.read_html,
    is_format=html.looks_like_html,
    declares_charset=html.mentions_html,
)
TEXT_IMPORTERS = (TEXT_IMPORTER, HTML_IMPORTER)
# In the order in which they are tried.
FORMAT_IMPORTERS = (
    FormatImporter(
        "web_archives",
        (".warc",),
        "application/warc",
        signatures.is_web_archive,
        max_bytes=MAX_COLLECTION_BYTES,
        opens_files=True,
    ),
    FormatImporter(
        "web_archives",
        (".wacz",),
        "application/wacz",
        signatures.is_archive_package,
        max_bytes=MAX_COLLECTION_BYTES,
        opens_files=True,
    ),
    FormatImporter(
        "quotation_graph",
        (),
        "application/jsonl",
        signatures.is_quotation_graph,
        max_bytes=MAX_COLLECTION_BYTES,
    ),
    FormatImporter("quotebank", (), "application/jsonl", signatures.is_quotebank, max_bytes=MAX_COLLECTION_BYTES),
    FormatImporter(
        "json_articles",
        (".jsonl", ".ndjson"),
        "application/jsonl",
        signatures.is_json_lines,
        max_bytes=MAX_COLLECTION_BYTES,
    ),
    FormatImporter(
        "json_articles",
        (".json",),
        "application/json",
        signatures.is_json_articles,
        max_bytes=MAX_COLLECTION_BYTES,
    ),
    FormatImporter("mail", (".mhtml", ".mht"), "multipart/related", signatures.is_mhtml, max_bytes=MAX_SAVED_BYTES),
    FormatImporter("mail", (".eml",), "message/rfc822", signatures.is_mail, max_bytes=MAX_SAVED_BYTES),
    FormatImporter("agency_xml", (".xml",), "application/xml", signatures.is_agency_xml, max_bytes=MAX_SAVED_BYTES),
    FormatImporter(
        "documents",
        (".docx",),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        signatures.is_word,
        max_bytes=MAX_SAVED_BYTES,
    ),
    FormatImporter("pdf", (".pdf",), "application/pdf", signatures.is_pdf, max_bytes=MAX_SAVED_BYTES),
    FormatImporter("subtitles", (".srt",), "application/x-subrip", signatures.is_subrip),
    FormatImporter("subtitles", (".vtt",), "text/vtt", signatures.is_webvtt),
    FormatImporter("press_exports", (), "text/plain", signatures.is_press_export, max_bytes=MAX_COLLECTION_BYTES),
    FormatImporter("markdown", (".md", ".markdown"), "text/markdown", signatures.is_markdown),
    FormatImporter("tables", (".csv", ".tsv"), "text/csv", signatures.is_table, max_bytes=MAX_COLLECTION_BYTES),
)
IMPORTERS: tuple[Importer | FormatImporter, ...] = (*TEXT_IMPORTERS, *FORMAT_IMPORTERS)
_BY_SUFFIX = {
    suffix: importer for importer in TEXT_IMPORTERS for suffix in (*importer.suffixes, *importer.unlisted_suffixes)
}


def may_declare_charset(suffix: str, original: bytes) -> bool:
    """Return whether a file of this suffix and content may state its own encoding."""
    named = _BY_SUFFIX.get(suffix, TEXT_IMPORTER)
    return bool(named.declares_charset) or any(
        importer.declares_charset(original) for importer in TEXT_IMPORTERS if importer.declares_charset
    )


def find_format(head: Head) -> FormatImporter | None:
    """Return the importer of a format that is parsed in the child, by the first bytes; None for texts and pages."""
    return next((each for each in FORMAT_IMPORTERS if each.is_format(head)), None)


def find_importer(suffix: str, content: str) -> Importer:
    """Return the importer of a text or page by its suffix, else by its content; plain text where neither says more."""
    named = _BY_SUFFIX.get(suffix, TEXT_IMPORTER)
    if named is not TEXT_IMPORTER:
        return named
    return next((each for each in TEXT_IMPORTERS if each.is_format and each.is_format(content)), TEXT_IMPORTER)


def join_suffixes(conjunction: str = "", importers: Sequence[Importer | FormatImporter] | None = None) -> str:
    """Return the main suffix of each format as words in a sentence: ".txt and .html"; with commas alone by default."""
    *others, last = (each.suffixes[0] for each in importers or IMPORTERS if each.suffixes)
    return f"{', '.join(others)} {conjunction} {last}" if conjunction else ", ".join([*others, last])


def build_accept_attribute(importers: Sequence[Importer | FormatImporter] | None = None) -> str:
    """Return the value of ``accept`` for a file field: all suffixes that are offered, then the media types."""
    offered = importers or IMPORTERS
    suffixes = [suffix for importer in offered for suffix in importer.suffixes]
    return ",".join(dict.fromkeys([*suffixes, *(importer.media_type for importer in offered)]))
