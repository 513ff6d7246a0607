"""Web archives: WARC files, and WACZ, a zip file of them with a list of pages.

Of the records only responses with status 200 and HTML give articles, and a *revisit* a sighting: the archive saw the
page again as it was. The date of a record is when the page was seen, never when it was published. A file is read in
parts, so that a gigabyte needs no more memory than a part. Where a record is damaged, that is said, and reading goes on
with the next record that can be found; a last record that is cut off is said too.
"""

import base64
import io
import json
import re
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from articles.importers.archive_progress import Position, is_wanted_host
from articles.importers.decoding import decode
from articles.importers.formats.record import FormatError, Record, add_fields

MAX_PAGE = 5_000_000
MAX_PART_BYTES = 4_000_000  # of pages in one answer
MAX_PART_RECORDS = 2_000  # looked at for one answer, with articles or not
MAX_PART_SECONDS = 1.5  # of the processor for one answer: pictures and films are unpacked too, to be skipped
MAX_DAMAGES = 100  # in one file, after each of which the next record is searched for
SEARCH_BYTES = 1 << 20
MAX_LISTED_PAGES = 200_000
MAX_LIST_BYTES = 50_000_000

_RECORD = re.compile(rb"\x1f\x8b\x08|\n\r?\nWARC/1\.")
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_DAMAGED = "the file is damaged or cut off here; all that is whole is taken"
_CUT_OFF = "the file is cut off in its last record; what lies before it is taken"

Answer = dict[str, Any]


def parse_part(
    path: str | None, content: bytes, position: Position | None, hosts: frozenset[str] = frozenset()
) -> Answer:
    """Parse a part of an archive from `position` on; `next` of the answer is where the following part begins.

    Where the position says ``search``, what begins there cannot be read, and the record after it is searched for. Where
    it says ``singly``, so many records are read one by one, because one of them takes too long.
    """
    at = position or {"member": 0, "offset": 0}
    with open(path, "rb") if path else io.BytesIO(content) as file:
        if file.read(4) != b"PK\x03\x04":
            file.seek(0)
            records, following = _read_from(file, at, _Wanted(hosts))
            return {"records": records, "next": following}
        return _parse_package(file, at, hosts)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which pages are wanted: those of some hosts, those that a package lists; all where there are none."""

    hosts: frozenset[str]
    pages: frozenset[str] | None = None

    def __contains__(self, address: str) -> bool:
        return is_wanted_host(address, self.hosts) and (self.pages is None or address in self.pages)


def _parse_package(file: IO[bytes], at: Position, hosts: frozenset[str]) -> Answer:
    """Parse a part of a WACZ: of its archives, one after the other, the pages that it lists."""
    try:
        package = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError):
        raise FormatError("it is a WACZ file that is damaged or cut off; save it again") from None
    names = sorted(name for name in package.namelist() if re.fullmatch(r"archive/[^/]+\.warc(?:\.gz)?", name))
    if not names:
        raise FormatError("it is a WACZ file without an archive in it")
    wanted = _Wanted(hosts, _list_pages(package))
    with _open_member(package, names[at["member"]]) as member:
        records, following = _read_from(member, at, wanted)
    if following is None and at["member"] + 1 < len(names):
        following = {"member": at["member"] + 1, "offset": 0}
    return {"records": records, "next": following}


@contextmanager
def _open_member(package: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    try:
        member = package.open(name)
    except (zipfile.BadZipFile, RuntimeError):  # the last: encrypted, or packed in a way not known
        raise FormatError("it is a WACZ file whose archive cannot be unpacked; save it again") from None
    with member:
        yield member


def _list_pages(package: zipfile.ZipFile) -> frozenset[str] | None:
    """Return the addresses of the pages that a WACZ lists; None where it lists none."""
    names = [name for name in package.namelist() if re.fullmatch(r"pages/[^/]+\.jsonl", name)]
    found: set[str] = set()
    for name in names:
        with _open_member(package, name) as member:
            for line in member.read(MAX_LIST_BYTES).split(b"\n")[:MAX_LISTED_PAGES]:
                try:
                    page = json.loads(line)
                except (ValueError, RecursionError):
                    continue
                if isinstance(page, dict) and isinstance(page.get("url"), str):
                    found.add(page["url"])
    return frozenset(found) or None


def _read_from(file: IO[bytes], at: Position, wanted: _Wanted) -> tuple[list[Record], Position | None]:
    """Read a part of one archive; return its records, and where the next part begins."""
    if at.get("search"):
        offset, is_found = _find_record(file, at["offset"] + 1)
        if offset is None:
            return [], None
        return [], {name: value for name, value in at.items() if name != "search" or not is_found} | {"offset": offset}
    single = at.get("singly", 0)
    records, offset, is_damaged = _read_part(file, at["offset"], wanted, 1 if single else MAX_PART_RECORDS)
    if offset is None:
        return records, None
    damages = at.get("damages", 0) + is_damaged
    following = {"member": at["member"], "offset": offset} | ({"damages": damages} if damages else {})
    if is_damaged:
        following["search"] = 1
    elif single > 1:
        following["singly"] = single - 1
    return records, following if damages <= MAX_DAMAGES else None


def _read_part(
    file: IO[bytes], offset: int, wanted: _Wanted, max_records: int
) -> tuple[list[Record], int | None, bool]:
    """Read records from `offset` until a part is full: of pages, of records or of time.

    Returns them, where to go on, and whether that is a record that is damaged.
    """
    file.seek(offset)
    began = time.process_time()
    found: list[Record] = []
    size = looked_at = 0
    archive = ArchiveIterator(file)
    try:
        for entry in archive:
            is_late = time.process_time() - began > MAX_PART_SECONDS
            if looked_at and (size > MAX_PART_BYTES or looked_at >= max_records or is_late):
                return found, _get_offset(archive, offset), False
            looked_at += 1
            record, length = _read_entry(entry, wanted)
            size += length
            if not _is_whole(entry):
                record = {"place": f"at byte {_get_offset(archive, offset):,}", "refused": _CUT_OFF}
            if record is not None:
                found.append(record)
    except (ArchiveLoadFailed, EOFError, zlib.error, ValueError, UnicodeError):
        at = _get_offset(archive, offset)
        found.append({"place": f"after byte {at:,}", "refused": _DAMAGED})
        return found, max(at, offset), True
    if not _ends_whole(file, _get_offset(archive, offset)) and "place" not in (found or [{}])[-1]:
        found.append({"place": "at its end", "refused": _CUT_OFF})
    return found, None, False


def _get_offset(archive: ArchiveIterator, begin: int) -> int:
    """Return where the record at hand begins; `begin` where not even the first one can be read."""
    try:
        return max(begin, int(archive.get_record_offset()))
    except TypeError:  # warcio has no member then
        return begin


def _find_record(file: IO[bytes], offset: int) -> tuple[int | None, bool]:
    """Return where the next record begins, and True; or how far was searched, and False; or None at the end."""
    began = time.process_time()
    file.seek(offset)
    data = file.read(SEARCH_BYTES)
    while data:
        for mark in _RECORD.finditer(data):
            begins = mark.start() if data[mark.start()] == 0x1F else mark.end() - len(b"WARC/1.")
            if _starts_record(file, offset + begins):
                return offset + begins, True
        if time.process_time() - began > MAX_PART_SECONDS:
            return offset + len(data), False
        offset += max(1, len(data) - 16)  # a mark may lie across two pieces
        file.seek(offset)
        data = file.read(SEARCH_BYTES)
        if len(data) <= 16:
            break
    return None, True


def _starts_record(file: IO[bytes], offset: int) -> bool:
    file.seek(offset)
    head = file.read(512)
    try:
        return (zlib.decompressobj(31).decompress(head, 64) if head.startswith(b"\x1f\x8b") else head).startswith(
            b"WARC/1."
        )
    except zlib.error:
        return False


def _ends_whole(file: IO[bytes], offset: int) -> bool:
    """Return whether the members of a packed archive are whole from `offset` to the end."""
    file.seek(offset)
    member, data = zlib.decompressobj(31), file.read(1 << 16)
    if not data.startswith(b"\x1f\x8b"):
        return True
    try:
        while data:
            member.decompress(data)
            data = file.read(1 << 16)
            if member.eof and (member.unused_data or data):
                data, member = member.unused_data + data, zlib.decompressobj(31)
    except zlib.error:
        return False
    return member.eof


def _read_entry(entry: Any, wanted: _Wanted) -> tuple[Record | None, int]:
    """Return the record of a page or of a sighting, and how long the page is; None for what is not wanted."""
    address = entry.rec_headers.get_header("WARC-Target-URI") or ""
    if not address.startswith("http") or address not in wanted:
        return None, 0
    if entry.rec_type == "revisit":
        return _read_revisit(entry, address), 0
    if entry.rec_type != "response" or entry.http_headers is None:
        return None, 0
    kind = (entry.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    if entry.http_headers.get_statuscode() != "200" or kind not in _HTML_TYPES:
        return None, 0
    return _read_page(entry)


def _read_revisit(entry: Any, address: str) -> Record | None:
    """Return the sighting of a page that has not changed; one that came from another address says nothing of this."""
    same = entry.rec_headers.get_header("WARC-Refers-To-Target-URI") or address
    record = add_fields({}, (("seen", entry.rec_headers.get_header("WARC-Date")),))
    return record | {"sighting": address} if same == address and "seen" in record else None


def _is_whole(entry: Any) -> bool:
    """Return whether the record has as many bytes as its head says; reads it to its end."""
    stream = entry.raw_stream
    while stream.read(1 << 16):
        pass
    return getattr(stream, "limit", 0) == 0 and bool(entry.rec_headers.get_header("Content-Length"))


def _read_page(entry: Any) -> tuple[Record, int]:
    body = entry.content_stream().read(MAX_PAGE + 1)
    address = entry.rec_headers.get_header("WARC-Target-URI")
    if len(body) > MAX_PAGE:
        return {"refused": f"{address[:200]} is larger than {MAX_PAGE // 1_000_000} MB"}, 0
    declared = re.search(r"charset=[\"']?([\w.:-]+)", entry.http_headers.get_header("Content-Type") or "", re.I)
    try:
        page = decode(body, html=True, charset=declared[1] if declared else None)
    except ValueError as problem:
        return {"refused": f"{address[:200]}: {problem}"}, len(body)
    record: Record = {"html": page, "original": base64.b64encode(body).decode(), "media_type": "text/html"}
    add_fields(record, (("url", address), ("seen", entry.rec_headers.get_header("WARC-Date"))))
    return record, len(body)
