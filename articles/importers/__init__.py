"""Which articles lie in these files?

A file, a folder or a manifest becomes a stream of articles to take in. A folder with the five seed articles and their
manifest gives those five, the first of them OffGuardian's "Russian FM: US deliberately sparing Islamic State seeking to
weaken Assad". A file that gives no article comes as an `Unreadable` in its place, and the others follow.

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
from articles.importers.draft import Incoming, Unreadable
from articles.importers.files import MANIFEST_NAME, Listed, listed_paths, load, real, walk
from articles.importers.html import PARSER, read_html
from articles.importers.manifest import read_manifest
from articles.importers.metadata import NOTHING_KNOWN, Facts, Precision
from articles.importers.sandbox import Child
from articles.importers.text import read_text

__all__ = ["Facts", "Incoming", "Precision", "Unreadable", "count", "read", "read_upload"]

PAGES = frozenset({".html", ".htm", ".xhtml"})


def read(paths: Iterable[Path], *, known: Facts = NOTHING_KNOWN) -> Iterator[Incoming | Unreadable]:
    """The articles at `paths`, in order; what gives none is an `Unreadable` in its place.

    `known` is what the caller knows of all of them: a manifest goes before it, and it before what a page says of
    itself. Nothing is raised for a bad file. The files are read one by one as the stream is consumed.
    """
    with Child(PARSER) as parser:
        for item in _listed(paths):
            if isinstance(item, Unreadable):
                yield item
                continue
            try:
                yield _read_file(item, known, parser)
            except Unreadable as problem:
                yield problem


def count(paths: Iterable[Path]) -> int:
    """How many results `read` will give for these paths."""
    return sum(1 for _ in _listed(paths))


def _listed(paths: Iterable[Path]) -> Iterator[Listed | Unreadable]:
    """The files to read, each once: manifests replaced by what they list, and that not listed again."""
    found = [item for path in paths for item in walk(path)]
    manifests = {path: list(read_manifest(path)) for path in found if isinstance(path, Path) and _is_manifest(path)}
    done = listed_paths(item for items in manifests.values() for item in items)
    for item in found:
        if isinstance(item, Unreadable):
            yield item
        elif item in manifests:
            yield from manifests.pop(item, ())
        elif (place := real(item)) not in done:
            done.add(place)
            yield Listed(item)


def _is_manifest(path: Path) -> bool:
    return path.name == MANIFEST_NAME or path.suffix.lower() == ".json"


def read_upload(name: str, original: bytes) -> Incoming:
    """The article in a file that a reader of the site sent, nothing known of it. Raises Unreadable."""
    if not original:
        raise Unreadable(name, "it is empty; save the article again")
    with Child(PARSER) as parser:
        return _read_bytes(name, original, Path(name).suffix.lower() in PAGES, NOTHING_KNOWN, parser)


def _read_file(item: Listed, known: Facts, parser: Child) -> Incoming:
    named_page = item.path.suffix.lower() in PAGES
    return _read_bytes(str(item.path), load(item.path), named_page, item.facts.or_else(known), parser)


def _read_bytes(source: str, original: bytes, named_page: bool, facts: Facts, parser: Child) -> Incoming:
    try:
        text = decode(original, html=named_page or b"<html" in original[:2000].lower())
    except ValueError as problem:
        raise Unreadable(source, str(problem)) from None
    if named_page or looks_like_html(text):
        return read_html(source, text, original, facts, parser=parser)
    return read_text(source, text, original, facts)
