"""E-mails: press releases and newsletters (EML), and web pages saved as one file (MHTML), which is an e-mail too.

The plain text of a mail goes before its HTML. What the mail forwards or answers is left out behind its own words. An
attachment is no article.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr

from articles.importers.decoding import decode
from articles.importers.formats.record import FormatError, Record, add_fields

MAX_PARTS = 500
MIN_OWN_WORDS = 30  # of a mail above the one it forwards: fewer are a greeting

_FORWARDED = re.compile(r"^\s*(?:-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,}|Begin forwarded message:)\s*$", re.M)
_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)(?:\[\d+\])?:\s*)+", re.I)


def parse(content: bytes) -> Iterator[Record]:
    """Yield the one article of a mail or of a saved page."""
    message = message_from_bytes(content, policy=policy.default)
    parts = list(_list_parts(message))
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    saved_from = _get_header(message, "Snapshot-Content-Location")
    if saved_from or (page is not None and message.get_content_type() == "multipart/related"):
        yield _read_saved_page(message, page, saved_from)
    else:
        yield _read_mail(message, parts, page)


def _list_parts(message: Message) -> Iterator[Message]:
    """Yield the parts of the mail itself, not those of mails attached to it."""
    waiting = [message]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        if part.get_content_type() == "message/rfc822" or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload()
        if part.is_multipart() and isinstance(payload, list):
            waiting[:0] = [each for each in payload if isinstance(each, Message)]
        else:
            yield part


def _read_saved_page(message: Message, page: Message | None, saved_from: str) -> Record:
    if page is None:
        raise FormatError("it is a saved web page (MHTML) without HTML; save it as .html")
    record: Record = {"html": _decode_part(page), "media_type": "multipart/related"}
    address = saved_from or _get_header(page, "Content-Location")
    return add_fields(record, (("url", address), ("seen", _get_header(message, "Date"))))


def _read_mail(message: Message, parts: list[Message], page: Message | None) -> Record:
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    text = "\n\n".join(filter(None, (_read_plain(part).strip() for part in plain)))
    record: Record = {}
    if any(map(str.isalpha, text)):
        record["text"] = _cut_forwarded(text)
    elif page is not None:
        record["html"] = _decode_part(page)
    else:
        raise FormatError("it is an e-mail without a text; save what it has attached")
    name, address = parseaddr(_get_header(message, "From"))
    list_name = re.sub(r"<.*", "", _get_header(message, "List-Id")).strip(' "')
    return add_fields(
        record,
        (
            ("outlet", list_name or name or address.rpartition("@")[2]),
            ("title", _PREFIX.sub("", _get_header(message, "Subject"))),
            ("published", _get_header(message, "Date")),
            ("language", _get_header(message, "Content-Language")),
            ("url", _get_header(message, "Archived-At").strip("<>")),
        ),
    )


def _read_plain(part: Message) -> str:
    text = _decode_part(part)
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    lines: list[str] = []  # RFC 3676: a line that ends in a space goes on in the next
    is_open = False
    for line in text.splitlines():
        words = line.removeprefix(" ") if line.startswith(" ") else line
        if is_open:
            lines[-1] += words
        else:
            lines.append(words)
        is_open = words.endswith(" ") and words != "-- "
    return "\n".join(lines)


def _cut_forwarded(text: str) -> str:
    forwarded = _FORWARDED.search(text)
    if forwarded and len(text[: forwarded.start()].split()) >= MIN_OWN_WORDS:
        return text[: forwarded.start()].rstrip()
    return text


def _decode_part(part: Message) -> str:
    """Decode a part; the charset is only believed where its bytes fit."""
    payload = part.get_payload(decode=True)
    try:
        return decode(payload if isinstance(payload, bytes) else b"", html=True, charset=part.get_content_charset())
    except ValueError as problem:
        raise FormatError(str(problem)) from None


def _get_header(message: Message, name: str) -> str:
    """Return a header on one line; empty where it is missing or damaged."""
    try:
        value = message.get(name, "")
    except (ValueError, IndexError, AttributeError, TypeError):  # the parser of headers raises them on odd ones
        return ""
    return " ".join(str(value).split())
