"""Tests of hostile and damaged files: each is refused with a reason in bounded time, and the next one is read."""

import gzip
import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.importers import ArticleDraft, UnreadableError, read_articles
from articles.importers.formats import child
from articles.importers.registry import FORMAT_IMPORTERS
from articles.importers.storable import is_storable
from tests.importers import files

MODULES = sorted({importer.module for importer in FORMAT_IMPORTERS})
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a "ha ha ha ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
)
DEEP = 200_000


def build_zip_bomb() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"<w>" + b" " * 60_000_000)
    return written.getvalue()


def nest_mail(depth: int) -> bytes:
    head = "From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(depth))
    return (head + parts + "Content-Type: text/plain\r\n\r\nwords").encode()


HOSTILE: dict[str, files.Builder] = {
    "bomb.docx": build_zip_bomb,
    "entities.xml": lambda: (
        ENTITIES.format(root="nitf") + "<nitf><body><body.content>&c;&x;</body.content></body></nitf>"
    ).encode(),
    "entities.docx": lambda: files.build_zip(
        {"word/document.xml": (ENTITIES.format(root="w") + "<w><p><r><t>&c;&x;</t></r></p></w>").encode()}
    ),
    "cut.txt.gz": lambda: gzip.compress(files.TEXT.encode() * 100)[:60],
    "bomb.txt.gz": lambda: gzip.compress(bytes(100_000_000)),
    "nested.eml": lambda: nest_mail(5_000),
    "nested.xml": lambda: b"<nitf><body><body.content>" + b"<p>" * DEEP + b"words",
    "nested.json": lambda: b'[{"title": "a", "text": ' + b"[" * DEEP,
    "nested.jsonl": lambda: b'{"title": "a", "text": "b", "c": ' + b"[" * DEEP + b"]" * DEEP + b"}\n",
    "nested.md": lambda: b"> " * DEEP,
    "nested.docx": lambda: files.build_docx("<w:p>" * DEEP),
    "cut.docx": lambda: files.build_docx()[:300],
    "cut.wacz": lambda: files.build_wacz()[:300],
    "cut.pdf": lambda: b"%PDF-1.4\n1 0 obj\n<< /Length 99999999 >>\nstream\n",
    "empty.pdf": lambda: files.build_pdf([[]]),
    "loop.pdf": lambda: files.build_pdf().replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    "no_words.srt": lambda: b"1\n00:00:01,000 --> 00:00:02,000\n[Applause]\n",
    "cells.csv": lambda: b'text,title,url\n"' + b"x" * 6_000_000,
    "no_text.csv": lambda: b"text,title,url\n,,\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_with_a_reason_and_the_next_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name]())
    (tmp_path / "next.srt").write_bytes(files.build_srt())
    begun = time.process_time()
    *found, following = read_articles([tmp_path / name, tmp_path / "next.srt"])
    assert time.process_time() - begun < 5
    assert [type(item) for item in found] == [UnreadableError]
    assert isinstance(following, ArticleDraft)


def test_markup_of_200000_tags_gives_its_words_or_a_reason(tmp_path: Path) -> None:
    rows = files.build_json_lines({"title": "Deep", "html": "<div>" * DEEP + files.TEXT})
    (tmp_path / "a.jsonl").write_bytes(rows)
    (found,) = read_articles([tmp_path / "a.jsonl"])
    assert isinstance(found, UnreadableError) or files.LEAD in found.text


def test_a_mail_in_a_mail_is_no_text_of_it(tmp_path: Path) -> None:
    inner = files.build_mail("Words of another, which the mail has attached to it.")
    plain, attached = b'Content-Type: text/plain; charset="utf-8"', b"Content-Type: message/rfc822"
    outer = files.build_mail().replace(plain, attached, 1)
    (tmp_path / "a.eml").write_bytes(outer + inner)
    (found,) = read_articles([tmp_path / "a.eml"])
    assert isinstance(found, UnreadableError)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(MODULES), st.binary(max_size=400))
def test_any_bytes_give_records_or_a_reason(module: str, content: bytes) -> None:
    check_answer(child.parse({"format": module}, content))


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(files.ALL)), st.data())
def test_damaged_files_give_records_or_a_reason(name: str, data: st.DataObject) -> None:
    content = bytearray(files.ALL[name]())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for module in {each.module for each in FORMAT_IMPORTERS if name.endswith(each.suffixes or (".txt",))}:
        check_answer(child.parse({"format": module}, bytes(content[:cut] if cut % 2 else content)))


def check_answer(answer: dict[str, object]) -> None:
    """Require a reason, or records that have words or a reason each."""
    if "refused" in answer:
        assert answer["refused"]
        return
    records = answer["records"]
    assert isinstance(records, list)
    assert all(not {"refused", "text", "html", "sighting"}.isdisjoint(record) for record in records)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(files.ALL)), st.data())
def test_what_is_read_of_a_damaged_file_can_be_stored(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    content = bytearray(files.ALL[name]())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=5)):
        content[place] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(content)
    found = list(read_articles([path]))
    assert found
    for item in found:
        assert item.reason if isinstance(item, UnreadableError) else is_storable(item.text + (item.title or ""))
