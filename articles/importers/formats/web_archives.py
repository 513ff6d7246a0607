"""Web archives: WARC files, and WACZ, a zip file of them with a list of pages.

Of the records only responses with status 200 and HTML give articles; a *revisit* has no body and is skipped. The date
of a record is when the page was seen, never when it was published. A file is read in parts, so that a gigabyte needs
no more memory than a part; a last record that is cut off is said, and what is whole before it is taken.
"""

import base64
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from articles.importers.decoding import decode
from articles.importers.formats.record import FormatError, Record, add_fields

MAX_PAGE = 5_000_000
MAX_PART_BYTES = 4_000_000  # of pages in one answer
MAX_PART_RECORDS = 2_000  # looked at for one answer, with articles or not
MAX_LISTED_PAGES = 200_000
MAX_LIST_BYTES = 50_000_000

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_DAMAGED = "the file is damaged or cut off here; what lies before it is taken"
_CUT_OFF = "the file is cut off in its last record; what lies before it is taken"

Answer = dict[str, Any]
Position = dict[str, int]


def parse_part(path: str | None, content: bytes, position: Position | None) -> Answer:
    """Parse a part of an archive from `position` on; `next` of the answer is where the following part begins."""
    at = position or {"member": 0, "offset": 0}
    with open(path, "rb") if path else io.BytesIO(content) as file:
        if file.read(4) != b"PK\x03\x04":
            file.seek(0)
            records, offset = _read_part(file, at["offset"], None)
            return {"records": records, "next": None if offset is None else {"member": 0, "offset": offset}}
        return _parse_package(file, at)


def _parse_package(file: IO[bytes], at: Position) -> Answer:
    """Parse a part of a WACZ: of its archives, one after the other, the pages that it lists."""
    try:
        package = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError):
        raise FormatError("it is a WACZ file that is damaged or cut off; save it again") from None
    names = sorted(name for name in package.namelist() if re.fullmatch(r"archive/[^/]+\.warc(?:\.gz)?", name))
    if not names:
        raise FormatError("it is a WACZ file without an archive in it")
    pages = _list_pages(package)
    with _open_member(package, names[at["member"]]) as member:
        records, offset = _read_part(member, at["offset"], pages)
    if offset is not None:
        return {"records": records, "next": {"member": at["member"], "offset": offset}}
    following = at["member"] + 1
    return {"records": records, "next": {"member": following, "offset": 0} if following < len(names) else None}


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


def _read_part(file: IO[bytes], offset: int, pages: frozenset[str] | None) -> tuple[list[Record], int | None]:
    """Read records from `offset` until a part is full; return them, and where the next part begins."""
    file.seek(offset)
    found: list[Record] = []
    size = looked_at = 0
    archive = ArchiveIterator(file)
    try:
        for entry in archive:
            if size > MAX_PART_BYTES or looked_at >= MAX_PART_RECORDS:
                return found, archive.get_record_offset()
            looked_at += 1
            if not _is_page(entry, pages):
                if not _is_whole(entry):
                    found.append({"place": "at its end", "refused": _CUT_OFF})
                continue
            record, length = _read_page(entry)
            size += length
            if not _is_whole(entry):
                record = {"place": "at its end", "refused": _CUT_OFF}
            found.append(record)
    except (ArchiveLoadFailed, EOFError, zlib.error, ValueError, UnicodeError):
        found.append({"place": "at its end", "refused": _DAMAGED})
        return found, None
    if not _ends_whole(file, archive.get_record_offset()) and "place" not in (found or [{}])[-1]:
        found.append({"place": "at its end", "refused": _CUT_OFF})
    return found, None


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


def _is_page(entry: Any, pages: frozenset[str] | None) -> bool:
    address = entry.rec_headers.get_header("WARC-Target-URI") or ""
    if entry.rec_type != "response" or entry.http_headers is None or not address.startswith("http"):
        return False
    kind = (entry.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    is_listed = pages is None or address in pages
    return entry.http_headers.get_statuscode() == "200" and kind in _HTML_TYPES and is_listed


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
