"""Importers: files, folders and manifests read as a stream of articles.

A folder with the five seed articles and their manifest gives those five, the first of them OffGuardian's "Russian FM:
US deliberately sparing Islamic State seeking to weaken Assad". A file that gives no article comes as an
`UnreadableError` in its place, and the others follow.

    fetching      ask a web address for its page, and nothing else for anything
    files         find files and read their bytes
    manifest      read metadata from a JSON file beside the articles
    decoding      decode bytes; `charset_detection` where nothing declares the encoding
    registry      the formats: suffixes, media type, function that reads
    text          plain text
    html          HTML pages, parsed in a child process of `sandbox`:
      html_body     the text: cut to the article (`html_scope`), extracted, taken from the page (`html_blocks`,
                    `html_selection`, `html_trailers`), compared with what the page says of its length
                    (`html_completeness`)
      html_metadata `headlines`, `html_authors` and `html_dates` (what the page prints: `html_bylines`,
                    `html_printed_dates`), outlet (`outlet_names`, `hosts`), from `json_ld` first
    other_formats kinds of files that are refused by name
    text_warnings what may be missing from a text
    printed_dates parse printed dates
    metadata      what may be known of an article besides its text
    draft         the result: `ArticleDraft` or `UnreadableError`
    jsonl         JSON Lines for the commands that compare and link quotations
    demo          excerpts of eight real articles
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from articles.engine.text.mojibake import is_garbled, repair_mojibake
from articles.importers import text
from articles.importers.decoding import decode
from articles.importers.draft import ArticleDraft, UnreadableError
from articles.importers.fetching import FetchedPage
from articles.importers.files import (
    MANIFEST_NAME,
    SourceFile,
    find_files,
    get_format_suffix,
    read_file,
    resolve_path,
    resolve_paths,
)
from articles.importers.hosts import get_registrable_host
from articles.importers.html import PARSER_MODULE
from articles.importers.manifest import read_manifest
from articles.importers.metadata import EMPTY_METADATA, ArticleMetadata, Precision
from articles.importers.other_formats import describe_other_format
from articles.importers.outlet_names import OutletNames
from articles.importers.registry import find_importer, may_declare_charset
from articles.importers.sandbox import SandboxProcess
from articles.importers.text_warnings import TextWarning

__all__ = [
    "ArticleDraft",
    "ArticleMetadata",
    "Precision",
    "UnreadableError",
    "choose_address",
    "count_articles",
    "create_parser",
    "read_articles",
    "read_page",
    "read_upload",
]


def read_articles(
    paths: Iterable[Path], *, defaults: ArticleMetadata = EMPTY_METADATA
) -> Iterator[ArticleDraft | UnreadableError]:
    """Read the articles at `paths` in order; a file without an article gives an `UnreadableError` in its place.

    `defaults` is metadata of all the articles: a manifest takes precedence over it, and it over the page itself. A bad
    file raises nothing. Files are read one by one as the stream is consumed.
    """
    outlets = OutletNames()
    with create_parser() as parser:
        for item in _list_files(paths):
            if isinstance(item, UnreadableError):
                yield item
                continue
            try:
                draft = _read_file(item, defaults, parser)
                outlet = draft.outlet if draft.outlet_given else outlets.unify(draft.outlet, draft.outlet_host)
                yield replace(draft, outlet=outlet)
            except UnreadableError as problem:
                yield problem


def count_articles(paths: Iterable[Path]) -> int:
    """Count the results that `read_articles` will give for these paths."""
    return sum(1 for _ in _list_files(paths))


def read_upload(name: str, original: bytes) -> ArticleDraft:
    """Read the article in an uploaded file, of which nothing else is known. Raises `UnreadableError`."""
    if not original:
        raise UnreadableError(name, "it is empty; save the article again")
    with create_parser() as parser:
        return _read_bytes(name, original, Path(name).suffix.lower(), EMPTY_METADATA, parser)


def create_parser() -> SandboxProcess:
    """Create the child process that parses pages; to start it takes longer than to parse one."""
    return SandboxProcess(PARSER_MODULE)


def read_page(page: FetchedPage, *, parser: SandboxProcess) -> ArticleDraft:
    """Read the article in a page that was fetched. Raises `UnreadableError`.

    Its address is the one that the page names as its own, unless that is a page of another site or the site's front
    page; then the address that answered.
    """
    suffix = ".txt" if page.media_type == text.MEDIA_TYPE else ".html"
    draft = _read_bytes(page.final_address, page.body, suffix, EMPTY_METADATA, parser, charset=page.charset)
    return replace(draft, url=choose_address(page.final_address, draft.url))


def choose_address(fetched: str, stated: str | None) -> str:
    """Choose between the address that answered and the one that the page names as its own.

    >>> choose_address("https://courier.example/amp/ferry", "https://courier.example/ferry")
    'https://courier.example/ferry'
    >>> choose_address("https://courier.example/ferry", "https://courier.example/")
    'https://courier.example/ferry'
    """
    if not stated or get_registrable_host(stated) != get_registrable_host(fetched):
        return fetched
    return stated if urlsplit(stated).path.strip("/") or urlsplit(stated).query else fetched


def _list_files(paths: Iterable[Path]) -> Iterator[SourceFile | UnreadableError]:
    """List the files to read, each once: a manifest is replaced by the files that it lists."""
    items = [item for path in paths for item in find_files(path)]
    manifests = {path: list(read_manifest(path)) for path in items if isinstance(path, Path) and _is_manifest(path)}
    listed = resolve_paths(item for entries in manifests.values() for item in entries)
    for item in items:
        if isinstance(item, UnreadableError):
            yield item
        elif item in manifests:
            yield from manifests.pop(item, ())
        elif (place := resolve_path(item)) not in listed:
            listed.add(place)
            yield SourceFile(item)


def _is_manifest(path: Path) -> bool:
    return path.name == MANIFEST_NAME or path.suffix.lower() == ".json"


def _read_file(file: SourceFile, defaults: ArticleMetadata, parser: SandboxProcess) -> ArticleDraft:
    metadata = file.metadata.fill_gaps_from(defaults)
    return _read_bytes(str(file.path), read_file(file.path), get_format_suffix(file.path), metadata, parser)


def _read_bytes(
    source: str,
    original: bytes,
    suffix: str,
    metadata: ArticleMetadata,
    parser: SandboxProcess,
    *,
    charset: str | None = None,
) -> ArticleDraft:
    if reason := describe_other_format(original):
        raise UnreadableError(source, reason)
    try:
        content = decode(original, html=may_declare_charset(suffix, original), charset=charset)
    except ValueError as problem:
        raise UnreadableError(source, str(problem)) from None
    garbled = is_garbled(content)
    draft = find_importer(suffix, content).read(
        source, repair_mojibake(content) if garbled else content, original, metadata, parser=parser
    )
    damaged = "\N{REPLACEMENT CHARACTER}" in draft.text or is_garbled(draft.text)
    seen = [TextWarning.REPAIRED] * garbled + [TextWarning.GARBLED] * damaged
    return replace(draft, warnings=(*draft.warnings, *seen)) if seen else draft
