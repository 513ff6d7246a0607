"""Which articles lie in these files?

A file, a folder or a manifest becomes a stream of articles to take in. A folder with the five seed articles and their
manifest gives those five, the first of them OffGuardian's "Russian FM: US deliberately sparing Islamic State seeking to
weaken Assad". A file that gives no article comes as an `UnreadableError` in its place, and the others follow.

    files      which files, and the bytes in them
    manifest   what a manifest says of them
    decoding   which characters the bytes stand for; `guessing`, where nothing says
    text       the article in a plain text
    html       the article in a page: `page` finds it, and `masthead` what the page says of itself, both in a child
               process of `isolation`
    dates      what a printed date means
    facts      what may be known besides the text
    incoming   what is handed over

Left to others: storing (`articles.services.ingest`), and which paragraphs are body
(`articles.engine.cleaning.paragraphs`).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from articles.importers.decoding import decode, looks_like_html
from articles.importers.draft import ArticleDraft, UnreadableError
from articles.importers.files import MANIFEST_NAME, SourceFile, find_files, read_file, resolve_path, resolve_paths
from articles.importers.html import PARSER_MODULE, read_html
from articles.importers.manifest import read_manifest
from articles.importers.metadata import EMPTY_METADATA, ArticleMetadata, Precision
from articles.importers.sandbox import SandboxProcess
from articles.importers.text import read_text

__all__ = [
    "ArticleDraft",
    "ArticleMetadata",
    "Precision",
    "UnreadableError",
    "count_articles",
    "read_articles",
    "read_upload",
]

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


def read_articles(
    paths: Iterable[Path], *, defaults: ArticleMetadata = EMPTY_METADATA
) -> Iterator[ArticleDraft | UnreadableError]:
    """The articles at `paths`, in order; what gives none is an `UnreadableError` in its place.

    `known` is what the caller knows of all of them: a manifest goes before it, and it before what a page says of
    itself. Nothing is raised for a bad file. The files are read one by one as the stream is consumed.
    """
    with SandboxProcess(PARSER_MODULE) as parser:
        for item in _list_files(paths):
            if isinstance(item, UnreadableError):
                yield item
                continue
            try:
                yield _read_file(item, defaults, parser)
            except UnreadableError as problem:
                yield problem


def count_articles(paths: Iterable[Path]) -> int:
    """How many results `read_articles` will give for these paths."""
    return sum(1 for _ in _list_files(paths))


def _list_files(paths: Iterable[Path]) -> Iterator[SourceFile | UnreadableError]:
    """The files to read, each once: manifests replaced by what they list, and that not listed again."""
    found = [item for path in paths for item in find_files(path)]
    manifests = {path: list(read_manifest(path)) for path in found if isinstance(path, Path) and _is_manifest(path)}
    done = resolve_paths(item for items in manifests.values() for item in items)
    for item in found:
        if isinstance(item, UnreadableError):
            yield item
        elif item in manifests:
            yield from manifests.pop(item, ())
        elif (place := resolve_path(item)) not in done:
            done.add(place)
            yield SourceFile(item)


def _is_manifest(path: Path) -> bool:
    return path.name == MANIFEST_NAME or path.suffix.lower() == ".json"


def read_upload(name: str, original: bytes) -> ArticleDraft:
    """The article in a file that a reader of the site sent, nothing known of it. Raises Unreadable."""
    if not original:
        raise UnreadableError(name, "it is empty; save the article again")
    with SandboxProcess(PARSER_MODULE) as parser:
        return _read_bytes(name, original, Path(name).suffix.lower() in HTML_SUFFIXES, EMPTY_METADATA, parser)


def _read_file(item: SourceFile, known: ArticleMetadata, parser: SandboxProcess) -> ArticleDraft:
    named_page = item.path.suffix.lower() in HTML_SUFFIXES
    return _read_bytes(str(item.path), read_file(item.path), named_page, item.metadata.fill_gaps_from(known), parser)


def _read_bytes(
    source: str, original: bytes, named_page: bool, facts: ArticleMetadata, parser: SandboxProcess
) -> ArticleDraft:
    try:
        text = decode(original, html=named_page or b"<html" in original[:2000].lower())
    except ValueError as problem:
        raise UnreadableError(source, str(problem)) from None
    if named_page or looks_like_html(text):
        return read_html(source, text, original, facts, parser=parser)
    return read_text(source, text, original, facts)
