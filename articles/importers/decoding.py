"""Decode the bytes of a file into text.

Tried in this order: a byte order mark; UTF-8, which no other encoding passes for by accident; the charset that the
server named, or the page declares; a guess from the bytes (`charset_detection`). A Russian page of 2005 in windows-1251
without a declaration comes out as Cyrillic. A page that declares latin-1 is read as windows-1252, as browsers do,
because only in windows-1252 are the bytes 0x93 and 0x94 the quotation marks that an editor typed.

A quotation must not be damaged on the way in: a text that is UTF-8 except for a few bytes is refused rather than
guessed, because the guess would turn each quotation mark into three letters. A page with such bytes is read as browsers
show it, with U+FFFD in place of the damage.
"""

import codecs
import re

from articles.importers.charset_detection import detect_and_decode
from articles.importers.registry import TEXT_IMPORTERS, join_suffixes
from articles.importers.storable import is_storable

# One control character in fifty: random bytes have one in nine, the text of an article has none, and an old file may
# end in a stray 0x1A.
MAX_CONTROL_SHARE = 0.02

# Largest share of the non-ASCII characters that may be invalid UTF-8 in a damaged UTF-8 file. Sentences in ten other
# encodings, read as UTF-8, are invalid for 0.74 (Big5) to 1.0 (the Cyrillic and Greek sets); a damaged file hardly.
MAX_DAMAGED_SHARE = 0.4

DECLARATION_SEARCH_BYTES = 4096  # the HTML standard has browsers look in 1,024; older pages declare it further on

_BYTE_ORDER_MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Labels that browsers read as another encoding (Encoding Standard, names and labels).
_BROWSER_ENCODINGS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}

_CHARSET_DECLARATION = re.compile(
    rb"""<(?:meta[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I
)
_CONTROL_CHARACTERS = re.compile("[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")  # without the escapes of ISO-2022-JP

_BINARY_SIGNATURES = (
    (b"%PDF-", "a PDF; save its text as a .txt file"),
    (b"PK\x03\x04", "a Word file or another archive; save its text as a .txt file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file; save its text as a .txt file"),
    (b"{\\rtf", "a rich text file; save it as plain text"),
    (b"\x1f\x8b", "compressed; unpack it first"),
    (b"\x89PNG", "a picture; save the article's text"),
    (b"\xff\xd8\xff", "a picture; save the article's text"),
    (b"GIF8", "a picture; save the article's text"),
)


def decode(data: bytes, *, html: bool = False, charset: str | None = None) -> str:
    """Decode `data` into text, without its byte order mark; `charset` is what the server said of it.

    >>> decode(b"\\xef\\xbb\\xbfHe said \\xe2\\x80\\x9cno\\xe2\\x80\\x9d.")
    'He said \N{LEFT DOUBLE QUOTATION MARK}no\N{RIGHT DOUBLE QUOTATION MARK}.'

    Raises ValueError with a sentence for the user when the bytes are not text.
    """
    for signature, kind in _BINARY_SIGNATURES:
        if data.startswith(signature):
            raise ValueError(f"it is {kind}")
    text = _decode_by_byte_order_mark(data)
    if text is None:
        _reject_binary(data.decode("latin-1"))
        text = (
            _decode_utf8(data)
            or (_decode_by_name(data, charset) if charset else None)
            or (_decode_as_declared(data) if html else None)
            or _decode_damaged_utf8(data, html=html)
            or _decode_by_detection(data)
        )
    return _require_storable(text)


def _decode_by_byte_order_mark(data: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise ValueError(f"it is labelled {encoding.upper()} but is not; save it again as UTF-8") from None
    return None


def _decode_utf8(data: bytes) -> str | None:
    if b"\x1b" in data:  # the escapes of ISO-2022-JP, whose bytes are all ASCII
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _decode_as_declared(data: bytes) -> str | None:
    """Decode by the charset that the page declares; None without a declaration, or where the bytes do not fit it."""
    declaration = _CHARSET_DECLARATION.search(data[:DECLARATION_SEARCH_BYTES])
    return _decode_by_name(data, declaration[1].decode("ascii")) if declaration else None


def _decode_by_name(data: bytes, charset: str) -> str | None:
    """Decode by the encoding of this name; None where there is none, or where the bytes do not fit it."""
    try:
        name = codecs.lookup(charset).name
        if name.startswith(("utf-16", "utf-32", "utf-7")):  # the search would not have found it in those
            return None
        return data.decode(_BROWSER_ENCODINGS.get(name, name))
    except (LookupError, UnicodeError):
        return None


def _decode_damaged_utf8(data: bytes, *, html: bool) -> str | None:
    """Decode bytes that are UTF-8 except for a few; None where they were written in another encoding."""
    mended = data.decode("utf-8", errors="replace")
    damaged = mended.count("\N{REPLACEMENT CHARACTER}") - data.count(b"\xef\xbf\xbd")
    sound = sum(character > "\x7f" for character in mended) - damaged
    if damaged > MAX_DAMAGED_SHARE * (damaged + sound):
        return None
    if html:
        return mended
    sound_bytes = len(mended.partition("\N{REPLACEMENT CHARACTER}")[0].encode())
    line = data.count(b"\n", 0, sound_bytes) + 1
    raise ValueError(f"it is UTF-8 except for a damaged character in line {line}; correct it and save the file again")


def _decode_by_detection(data: bytes) -> str:
    text = detect_and_decode(data)
    if text is None:
        raise ValueError("its character encoding is unknown; save it as UTF-8")
    return text


def _require_storable(text: str) -> str:
    """Return a text that both databases can store; raise ValueError where it has NULs or lone surrogates."""
    _reject_binary(text)
    if not is_storable(text):
        raise ValueError("it contains half characters (lone surrogates); save it again as UTF-8")
    return text


def _reject_binary(text: str) -> None:
    if "\0" in text or len(_CONTROL_CHARACTERS.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise ValueError(f"it is binary, not text; save the article as {join_suffixes('or', TEXT_IMPORTERS)}")
