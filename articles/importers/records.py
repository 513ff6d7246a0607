"""Records: turn what the child process found in a file into articles.

A file may hold many articles; each has a source of its own, "export.txt, article 2". A file with a single article keeps
its own name.
"""

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from articles.importers.archive_progress import ArchiveProgress, is_wanted_host
from articles.importers.draft import ArticleDraft, UnreadableError, build_draft
from articles.importers.hosts import choose_address, get_registrable_host
from articles.importers.html import read_html
from articles.importers.metadata import ArticleMetadata
from articles.importers.parsers import Parsers
from articles.importers.sandbox import SandboxError
from articles.importers.stated_metadata import build_metadata
from articles.importers.storable import is_storable
from articles.importers.text_repair import mark_damage, repair
from articles.importers.text_warnings import list_warnings

MAX_SINGLE_RECORDS = 2_000  # read one by one where one of them stops the child: as many as a part may hold
ADVICE = "save the article as plain text"

Record = dict[str, Any]


def read_records(
    source: str,
    content: bytes,
    format_name: str,
    media_type: str,
    metadata: ArticleMetadata,
    parsers: Parsers,
    progress: ArchiveProgress,
    *,
    path: Path | None = None,
) -> Iterator[ArticleDraft | UnreadableError]:
    """Read the articles of a file; an entry without one gives an `UnreadableError` in its place.

    The child opens the file itself where `path` is given, and reads it in parts. When the caller asks for what follows
    a part, the part is dealt with, and `progress` keeps where the next one begins.
    """
    if path and progress.is_finished(path):
        return
    number, position, is_first = 0, progress.find_position(path) if path else None, True
    is_resumed = position is not None
    order: dict[str, Any] = {"format": format_name, "path": str(path.resolve()) if path else None}
    order["hosts"] = sorted(progress.hosts)
    while is_first or position is not None:
        order["position"] = position
        try:
            answer = json.loads(parsers.formats.request(json.dumps(order).encode() + b"\n" + content))
        except SandboxError as stopped:
            problem = f"it could not be parsed safely ({stopped}); {ADVICE}"
            at = {"member": 0, "offset": 0} | (position or {})
            if not path or "search" in at:
                yield UnreadableError(source, problem)
                return
            if "singly" in at:
                yield UnreadableError(f"{source}, at byte {at['offset']:,}", problem)
            position, is_first = at | {"search" if "singly" in at else "singly": MAX_SINGLE_RECORDS}, False
            continue
        if refusal := answer.get("refused"):
            yield UnreadableError(source, refusal)
            return
        if position is not None and answer["next"] == position:
            raise AssertionError(f"a part of {source} ends where it begins: {position}")
        position = answer["next"]
        records = [record for record in answer["records"] if "sighting" not in record]
        is_alone = is_first and position is None and not is_resumed and len(records) == 1
        known = metadata if is_alone else _keep_common(metadata)
        for record in records:
            if "url" in record and not is_wanted_host(record["url"], progress.hosts):
                continue
            number += 1
            name = source if is_alone else f"{source}, {record.get('place') or f'article {number}'}"
            try:
                yield _read_record(name, record, content, media_type, known, parsers)
            except UnreadableError as problem:
                yield problem
        for record in answer["records"]:
            if "sighting" in record:
                progress.note_sighting(record["sighting"], datetime.fromisoformat(record["seen"]))
        is_first = False
        if path:
            progress.save_position(path, position)
    if not number and not is_resumed and not progress.hosts:
        yield UnreadableError(source, f"there is no article in it; {ADVICE}")


def _keep_common(metadata: ArticleMetadata) -> ArticleMetadata:
    """Return what can be true of all the articles of a file."""
    return ArticleMetadata(outlet=metadata.outlet, language=metadata.language, credit=metadata.credit)


def _read_record(
    source: str, record: Record, content: bytes, media_type: str, metadata: ArticleMetadata, parsers: Parsers
) -> ArticleDraft:
    if "refused" in record:
        raise UnreadableError(source, record["refused"])
    original = base64.b64decode(record["original"]) if "original" in record else content
    kind = record.get("media_type", media_type)
    stated = build_metadata(record)
    words, found = repair(record.get("html") or record.get("text", ""))
    if "html" in record:
        page = read_html(source, words, original, metadata, parser=parsers.html)
        draft = _complete(page, kind, stated)
    else:
        draft = _build_from_text(source, words, original, kind, metadata, stated, record)
    warnings = tuple(each for each in list_warnings(record.get("warnings")) if each not in draft.warnings)
    seen = datetime.fromisoformat(record["seen"]) if "seen" in record else draft.seen
    return mark_damage(replace(draft, warnings=(*draft.warnings, *warnings), seen=seen), found)


def _complete(page: ArticleDraft, media_type: str, stated: ArticleMetadata) -> ArticleDraft:
    """Fill the gaps of a page from what the file says of it; its address is the one it was saved from."""
    url = choose_address(stated.url, page.url) if stated.url else page.url
    filled = {
        name: getattr(page, name) or getattr(stated, name)
        for name in ("title", "byline", "archive", "language", "credit")
    }
    if page.published is None and stated.published is not None:
        page = replace(page, published=stated.published, precision=stated.precision)
    outlet = page.outlet or stated.outlet or (get_registrable_host(url) if url else None)
    return replace(page, url=url, outlet=outlet, media_type=media_type, **filled)


def _build_from_text(
    source: str,
    text: str,
    original: bytes,
    media_type: str,
    metadata: ArticleMetadata,
    stated: ArticleMetadata,
    record: Record,
) -> ArticleDraft:
    if not any(map(str.isalpha, text)):
        raise UnreadableError(source, f"it contains no words; {ADVICE}")
    if not is_storable(text):
        raise UnreadableError(source, f"it contains characters that cannot be stored; {ADVICE}")
    known = metadata.fill_gaps_from(stated)
    is_given = known.outlet is not None and (metadata.outlet is not None or record.get("outlet_given", True))
    if known.outlet is None and known.url:
        known = replace(known, outlet=get_registrable_host(known.url))
    draft = build_draft(
        source,
        text,
        original,
        media_type,
        known,
        body_known=record.get("body_known", False),
        excerpt=record.get("excerpt", False),
        outlet_given=is_given,
    )
    # Where damaged letters were repaired, the offsets are no longer those of the cues.
    is_unchanged = text == record.get("text")
    return replace(draft, cue_times=tuple(map(tuple, record.get("cues", ())))) if is_unchanged else draft
