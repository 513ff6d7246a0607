"""Tests of decoding bytes."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importers.decoding import decode
from articles.importers.storable import is_storable

QUOTED = "“It looks like a cat that doesn’t want to wet its feet,” he said – in Moscow. "


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (QUOTED.encode(), QUOTED),
        (codecs.BOM_UTF8 + QUOTED.encode(), QUOTED),
        (codecs.BOM_UTF16_LE + QUOTED.encode("utf-16-le"), QUOTED),
        (codecs.BOM_UTF16_BE + QUOTED.encode("utf-16-be"), QUOTED),
        (codecs.BOM_UTF32_LE + QUOTED.encode("utf-32-le"), QUOTED),
        (codecs.BOM_UTF32_BE + QUOTED.encode("utf-32-be"), QUOTED),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n"),
        (b"a page\x0c of a printout \x1a", "a page\x0c of a printout \x1a"),
    ],
    ids="utf-8 mark utf-16-le utf-16-be utf-32-le utf-32-be line-ends form-feed".split(),
)
def test_decode_recognizes_the_encoding_of_a_text(data: bytes, text: str) -> None:
    assert decode(data) == text


def page(declaration: str, words: str) -> str:
    return f"<html><head>{declaration}</head><body><p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("declaration", "words", "encoding"),
    [
        ('<meta charset="windows-1251">', "«Мы отметили успехи»", "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "Мы отметили успехи", "koi8_r"),
        ("<meta charset=iso-8859-1>", "“Browsers read this as windows-1252”", "cp1252"),
        ("<meta charset=shift_jis>", "「我々は戦術的な成功を指摘した」", "shift_jis"),
        ("<meta charset=gb2312>", "“我们注意到了”", "gb18030"),
        ("<meta charset=iso-2022-jp>", "我々は戦術的な成功", "iso2022_jp"),
        ("<meta charset=windows-1251>", "“What is UTF-8 is UTF-8, whatever it says”", "utf-8"),
        ("<meta charset=utf-16>", "“It could not say so if it were”", "utf-8"),
        ("<meta charset=no-such-charset>", "“Unknown names are nothing”", "utf-8"),
    ],
)
def test_decode_follows_the_declared_charset_of_a_page(declaration: str, words: str, encoding: str) -> None:
    text = page(declaration, words)
    assert decode(text.encode(encoding), html=True) == text


def test_decode_replaces_damaged_bytes_of_a_page() -> None:
    damaged = page("", QUOTED * 5).encode() + b"<p>caf\xe9</p>"
    assert decode(damaged, html=True) == page("", QUOTED * 5) + "<p>caf\N{REPLACEMENT CHARACTER}</p>"


BINARY = "it is binary, not text; save the article as .txt or .html"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"He said\0 no", BINARY),
        (bytes(range(1, 256)) * 4, BINARY),
        (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), BINARY),
        (QUOTED.encode("utf-16-le"), BINARY),
        (codecs.BOM_UTF8 + b"caf\xe9", "it is labelled UTF-8 but is not; save it again as UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "it is labelled UTF-16-LE but is not; save it again as UTF-8"),
        (f"{QUOTED}\n{QUOTED}\n".encode() + b"caf\xe9\n", "it is UTF-8 except for a damaged character in line 3"),
        (b"%PDF-1.7 ...", "it is a PDF; save its text as a .txt file"),
        (b"PK\x03\x04...", "it is a Word file or another archive; save its text as a .txt file"),
        (b"{\\rtf1 He said}", "it is a rich text file; save it as plain text"),
        (b"\x1f\x8b\x08...", "it is compressed; unpack it first"),
        (b"\x89PNG\r\n", "it is a picture; save the article's text"),
    ],
)
def test_decode_refuses_bytes_that_are_no_text_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ValueError, match="it is") as refusal:
        decode(data)
    assert sentence in str(refusal.value)


@given(st.binary(max_size=400), st.booleans())
def test_decode_returns_storable_text_or_raises_value_error(data: bytes, html: bool) -> None:
    with suppress(ValueError):
        assert is_storable(decode(data, html=html))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_decode_preserves_utf8(text: str) -> None:
    if any(text.encode().startswith(mark) for mark in (codecs.BOM_UTF8, b"%PDF-", b"{\\rtf", b"GIF8", b"PK\x03")):
        return
    assert decode(text.encode()) == text
