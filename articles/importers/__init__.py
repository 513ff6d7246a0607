"""Importers: files, folders and manifests read as a stream of articles.

A folder with the five seed articles and their manifest gives those five, the first of them OffGuardian's "Russian FM:
US deliberately sparing Islamic State seeking to weaken Assad". A file that gives no article comes as an
`UnreadableError` in its place, and the others follow.

    fetching      ask a web address for its page, and nothing else for anything
    files         find files and read their bytes
    manifest      read metadata from a JSON file beside the articles
    decoding      decode bytes; `charset_detection` where nothing declares the encoding
    registry      the formats: suffixes, media type, function or module that reads; `signatures` recognizes them
    records       articles from what a module of `formats` found; several in one file
    formats       all formats but text and HTML, parsed in a child process of their own (`parsers`)
    text          plain text
    html          HTML pages, parsed in a child process of `sandbox`:
      html_body     the text: cut to the article (`html_scope`), extracted, taken from the page (`html_blocks`,
                    `html_selection`, `html_trailers`), compared with what the page says of its length
                    (`html_completeness`)
      html_metadata `headlines`, `html_authors` and `html_dates` (what the page prints: `html_bylines`,
                    `html_printed_dates`), outlet (`outlet_names`, `hosts`), from `json_ld` first
    archive_progress what is wanted of large files, and how far they are read
    address_lists addresses in files that hold no articles
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

from articles.importers import text
from articles.importers.archive_progress import ArchiveProgress
from articles.importers.decoding import decode
from articles.importers.draft import ArticleDraft, UnreadableError
from articles.importers.fetching import FetchedPage
from articles.importers.files import (
    MANIFEST_NAME,
    STANDARD_INPUT,
    SourceFile,
    build_head,
    find_files,
    get_format_suffix,
    read_file,
    read_head,
    read_standard_input,
    resolve_path,
    resolve_paths,
    unpack_file,
)
from articles.importers.hosts import choose_address
from articles.importers.manifest import read_manifest
from articles.importers.metadata import EMPTY_METADATA, ArticleMetadata, Precision
from articles.importers.other_formats import describe_other_format
from articles.importers.outlet_names import OutletNames
from articles.importers.parsers import Parsers, borrow_parsers
from articles.importers.records import read_records
from articles.importers.registry import (
    MAX_COLLECTION_BYTES,
    FormatImporter,
    find_format,
    find_importer,
    may_declare_charset,
)
from articles.importers.signatures import Head
from articles.importers.text_repair import mark_damage, repair

__all__ = [
    "ArticleDraft",
    "ArticleMetadata",
    "Parsers",
    "Precision",
    "UnreadableError",
    "borrow_parsers",
    "choose_address",
    "count_files",
    "create_parser",
    "read_articles",
    "read_page",
    "read_upload",
]


def read_articles(
    paths: Iterable[Path],
    *,
    defaults: ArticleMetadata = EMPTY_METADATA,
    progress: ArchiveProgress | None = None,
) -> Iterator[ArticleDraft | UnreadableError]:
    """Read the articles at `paths` in order; a file without an article gives an `UnreadableError` in its place.

    `defaults` is metadata of all the articles: a manifest takes precedence over it, and it over the page itself. A bad
    file raises nothing. Files are read one by one as the stream is consumed; one file may hold many articles. The path
    "-" is standard input. `progress` says what is wanted of large files, and where they are to be read on.
    """
    outlets, progress = OutletNames(), progress or ArchiveProgress()
    with create_parser() as parsers:
        for item in _list_files(paths):
            for draft in [item] if isinstance(item, UnreadableError) else _read_file(item, defaults, parsers, progress):
                if isinstance(draft, UnreadableError):
                    yield draft
                    continue
                outlet = draft.outlet if draft.outlet_given else outlets.unify(draft.outlet, draft.outlet_host)
                yield replace(draft, outlet=outlet)


def count_files(paths: Iterable[Path]) -> int:
    """Count the files and problems that `read_articles` will go through for these paths."""
    return sum(1 for _ in _list_files(paths))


def read_upload(name: str, original: bytes) -> ArticleDraft:
    """Read the one article in an uploaded file, of which nothing else is known.

    Raises `UnreadableError` where it holds none, or several.
    """
    if not original:
        raise UnreadableError(name, "it is empty; save the article again")
    with borrow_parsers() as parsers:
        found = list(_read_content(name, original, Path(name), EMPTY_METADATA, parsers))
    return _take_single(name, found)


def create_parser() -> Parsers:
    """Create the child processes that parse files; to start one takes longer than to parse a page."""
    return Parsers()


def read_page(page: FetchedPage, *, parser: Parsers) -> ArticleDraft:
    """Read the article in a page that was fetched. Raises `UnreadableError`.

    Its address is the one that the page names as its own, unless that is a page of another site or the site's front
    page; then the address that answered.
    """
    head = Head(page.body)
    if found := find_format(head):
        drafts = _read_format(page.final_address, page.body, found, EMPTY_METADATA, parser)
        return _take_single(page.final_address, list(drafts))
    if reason := describe_other_format(head):
        raise UnreadableError(page.final_address, reason)
    suffix = ".txt" if page.media_type == text.MEDIA_TYPE else ".html"
    draft = _read_text(page.final_address, page.body, suffix, EMPTY_METADATA, parser, charset=page.charset)
    return replace(draft, url=choose_address(page.final_address, draft.url))


def _take_single(name: str, found: list[ArticleDraft | UnreadableError]) -> ArticleDraft:
    """Return the only article of a file. Raises `UnreadableError` where there is none, or several."""
    drafts = [item for item in found if isinstance(item, ArticleDraft)]
    problems = [item for item in found if isinstance(item, UnreadableError)]
    if len(drafts) > 1:
        reason = f"it holds {len(drafts)} articles; `manage.py ingest` takes them all, or give one of them alone"
        raise UnreadableError(name, reason)
    if not drafts:
        raise UnreadableError(name, problems[0].reason if problems else "it holds no article")
    return replace(drafts[0], source=name)


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
    """Return whether a file is a manifest: any JSON, unless its head shows that it holds articles itself."""
    if path.name == MANIFEST_NAME:
        return True
    if path.suffix.lower() != ".json":
        return False
    try:
        head = read_head(path)
    except UnreadableError:
        return True
    return find_format(head) is None and describe_other_format(head) is None


def _read_file(
    file: SourceFile, defaults: ArticleMetadata, parsers: Parsers, progress: ArchiveProgress
) -> Iterator[ArticleDraft | UnreadableError]:
    metadata, source = file.metadata.fill_gaps_from(defaults), str(file.path)
    try:
        if file.path == STANDARD_INPUT:
            yield from _read_content(
                "standard input", read_standard_input(), Path(), metadata, parsers, progress=progress
            )
            return
        head = read_head(file.path)
        found = find_format(head)
        if found and found.opens_files:
            yield from _read_format(source, b"", found, metadata, parsers, path=file.path, progress=progress)
            return
        content = read_file(file.path, found.max_bytes) if found else read_file(file.path)
        yield from _read_content(source, content, file.path, metadata, parsers, head=head, progress=progress)
    except UnreadableError as problem:
        yield problem


def _read_content(
    source: str,
    content: bytes,
    path: Path,
    metadata: ArticleMetadata,
    parsers: Parsers,
    *,
    head: Head | None = None,
    progress: ArchiveProgress | None = None,
) -> Iterator[ArticleDraft | UnreadableError]:
    """Read the articles of a file whose bytes are known; raises nothing."""
    try:
        head = head or build_head(content, path)
        found = find_format(head)
        if not (found and found.opens_files):  # an archive is unpacked by the child, a part at a time
            content = unpack_file(path, content, found.max_bytes if found else MAX_COLLECTION_BYTES)
        if found:
            yield from _read_format(source, content, found, metadata, parsers, progress=progress)
            return
        if reason := describe_other_format(head):
            raise UnreadableError(source, reason)
        yield _read_text(source, content, get_format_suffix(path), metadata, parsers)
    except UnreadableError as problem:
        yield UnreadableError(source, problem.reason)


def _read_format(
    source: str,
    content: bytes,
    found: FormatImporter,
    metadata: ArticleMetadata,
    parsers: Parsers,
    *,
    path: Path | None = None,
    progress: ArchiveProgress | None = None,
) -> Iterator[ArticleDraft | UnreadableError]:
    progress = progress or ArchiveProgress()
    return read_records(source, content, found.module, found.media_type, metadata, parsers, progress, path=path)


def _read_text(
    source: str,
    original: bytes,
    suffix: str,
    metadata: ArticleMetadata,
    parsers: Parsers,
    *,
    charset: str | None = None,
) -> ArticleDraft:
    """Read a text or a page. Raises `UnreadableError`."""
    try:
        content = decode(original, html=may_declare_charset(suffix, original), charset=charset)
    except ValueError as problem:
        raise UnreadableError(source, str(problem)) from None
    words, repaired = repair(content)
    draft = find_importer(suffix, words).read(source, words, original, metadata, parser=parsers.html)
    return mark_damage(draft, repaired)
