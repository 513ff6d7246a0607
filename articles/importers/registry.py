"""Registry of importers: the file formats that hold an article.

A format is one module with a function that reads it, and one line in `IMPORTERS`. Walking folders, the sentences that
name suffixes, the file field of the check page and the help of ``ingest`` derive from that line::

    >>> join_suffixes("or")
    '.txt or .html'
    >>> build_accept_attribute()
    '.txt,.html,.htm,text/plain,text/html'
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from articles.importers import html, text
from articles.importers.draft import ArticleDraft
from articles.importers.metadata import ArticleMetadata
from articles.importers.sandbox import SandboxProcess


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


TEXT_IMPORTER = Importer(suffixes=(".txt",), media_type=text.MEDIA_TYPE, read=text.read_text)
HTML_IMPORTER = Importer(
    suffixes=(".html", ".htm"),
    unlisted_suffixes=(".xhtml",),
    media_type=html.MEDIA_TYPE,
    read=html.read_html,
    is_format=html.looks_like_html,
    declares_charset=html.mentions_html,
)
IMPORTERS = (TEXT_IMPORTER, HTML_IMPORTER)
_BY_SUFFIX = {
    suffix: importer for importer in IMPORTERS for suffix in (*importer.suffixes, *importer.unlisted_suffixes)
}


def may_declare_charset(suffix: str, original: bytes) -> bool:
    """Return whether a file of this suffix and content may state its own encoding."""
    named = _BY_SUFFIX.get(suffix, TEXT_IMPORTER)
    return bool(named.declares_charset) or any(
        importer.declares_charset(original) for importer in IMPORTERS if importer.declares_charset
    )


def find_importer(suffix: str, content: str) -> Importer:
    """Return the importer of a file by its suffix, else by its content; plain text where neither says more."""
    named = _BY_SUFFIX.get(suffix, TEXT_IMPORTER)
    if named is not TEXT_IMPORTER:
        return named
    return next((each for each in IMPORTERS if each.is_format and each.is_format(content)), TEXT_IMPORTER)


def join_suffixes(conjunction: str = "") -> str:
    """Return the main suffix of each format as words in a sentence: ".txt and .html"; with commas alone by default."""
    *others, last = (importer.suffixes[0] for importer in IMPORTERS)
    return f"{', '.join(others)} {conjunction} {last}" if conjunction else ", ".join([*others, last])


def build_accept_attribute() -> str:
    """Return the value of ``accept`` for a file field: all suffixes that are offered, then the media types."""
    suffixes = [suffix for importer in IMPORTERS for suffix in importer.suffixes]
    return ",".join([*suffixes, *(importer.media_type for importer in IMPORTERS)])
