"""Tests of the formats that people have: each file gives its article with outlet, date, title, byline and quotation."""

import bz2
import gzip
import io
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from articles.importers import ArticleDraft, UnreadableError, create_parser, read_articles, read_upload
from articles.importers.archive_progress import ArchiveProgress, parse_hosts
from articles.importers.metadata import EMPTY_METADATA
from articles.importers.records import read_records
from articles.importers.sandbox import SandboxProcess
from articles.services.ingest import extract_quotations
from tests.importers import files

PUBLISHED = datetime(2026, 11, 3, 18, 5, tzinfo=UTC)
PRINTED = '<meta property="article:published_time" content="2026-11-03T18:05:00Z">'
SEEN = datetime(2026, 11, 4, 7, 0, tzinfo=UTC)


def read(folder: Path, name: str, content: bytes) -> list[ArticleDraft | UnreadableError]:
    (folder / name).write_bytes(content)
    return list(read_articles([folder / name]))


def read_one(folder: Path, name: str, content: bytes) -> ArticleDraft:
    (found,) = read(folder, name, content)
    assert isinstance(found, ArticleDraft), found
    return found


def refuse(folder: Path, name: str, content: bytes) -> str:
    (found,) = read(folder, name, content)
    assert isinstance(found, UnreadableError)
    return found.reason


def list_quotations(draft: ArticleDraft) -> list[tuple[str, str | None]]:
    found = extract_quotations(draft).quotations
    return [(draft.text[each.start : each.end], each.speaker_name) for each in found]


@pytest.mark.parametrize("name", files.FULL)
def test_file_gives_its_article_with_all_that_it_states(tmp_path: Path, name: str) -> None:
    draft = read_one(tmp_path, name, files.FULL[name]())
    assert (draft.title, draft.url) == (files.TITLE, files.ADDRESS)
    assert (draft.outlet, draft.byline) == ("The Sound Courier", "Mara Voss")
    assert (draft.published, draft.precision) == (PUBLISHED, "minute")
    assert list_quotations(draft) == [(files.WORDS, "Ida Solberg")]
    assert all(part in draft.text for part in files.BODY)
    assert draft.source == str(tmp_path / name)


@pytest.mark.parametrize("name", ["a.mhtml", "singlefile.html", "a.warc", "a.wacz"])
def test_saved_page_tells_when_it_was_seen(tmp_path: Path, name: str) -> None:
    assert read_one(tmp_path, name, files.FULL[name]()).seen == SEEN


def test_date_of_an_archive_is_no_date_of_publication(tmp_path: Path) -> None:
    page = files.PAGE.replace(PRINTED, "")
    saved = files.build_mhtml().replace(PRINTED.encode(), b"")
    for name, content in (("a.warc", files.build_warc(page=page)), ("a.mhtml", saved)):
        draft = read_one(tmp_path, name, content)
        assert (draft.published, draft.seen) == (None, SEEN)


@pytest.mark.parametrize("name", ["a.eml", "a.docx", "a.pdf", "nexis_uni.txt"])
def test_document_gives_its_words_and_quotation(tmp_path: Path, name: str) -> None:
    draft = read_one(tmp_path, name, files.ALL[name]())
    assert draft.title == files.TITLE
    assert list_quotations(draft) == [(files.WORDS, "Ida Solberg")]
    assert draft.published is not None
    assert draft.published.date() == PUBLISHED.date()


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_date_of_a_document_is_about(tmp_path: Path, name: str) -> None:
    assert read_one(tmp_path, name, files.ALL[name]()).precision == "about"


def test_export_gives_each_of_its_articles_with_its_own_head(tmp_path: Path) -> None:
    found = read(tmp_path, "nexis.txt", files.build_nexis())
    drafts = [draft for draft in found if isinstance(draft, ArticleDraft)]
    assert [(each.outlet, each.title, each.byline, each.precision) for each in drafts] == [
        ("The Sound Courier", files.TITLE, "Mara Voss", "day"),
        ("The Vik Post", "Storm in Vik", "Tom Elling", "day"),
    ]
    assert [Path(each.source).name for each in drafts] == ["nexis.txt, article 1", "nexis.txt, article 2"]
    assert b"Vik" not in drafts[0].original
    assert b"LOAD-DATE" in drafts[1].original


@pytest.mark.parametrize("name", ["a.srt", "a.vtt"])
def test_subtitles_give_a_turn_a_paragraph(tmp_path: Path, name: str) -> None:
    draft = read_one(tmp_path, name, files.ALL[name]())
    assert ": The boat stays where it is. And that is the end of it.\n\n" in draft.text
    assert "-->" not in draft.text
    assert not {"<", "[", "&"} & set(draft.text.replace("sea & such", ""))


def test_subtitles_of_two_speakers_are_spoken_sentences(tmp_path: Path) -> None:
    quotations = list_quotations(read_one(tmp_path, "a.srt", files.build_srt()))
    assert [words.split(".")[0] for words, _ in quotations] == [
        "The boat stays where it is",
        "And that is the end of it",
        "Will the mayor say for how long it stays?",
        "For one more winter, as we said",
        "Thank you for that",
    ]


def test_upload_with_several_articles_says_how_many() -> None:
    with pytest.raises(UnreadableError, match=r"it holds 2 articles; `manage.py ingest` takes them all"):
        read_upload("export.txt", files.build_nexis())


def test_upload_gives_the_only_article_of_an_archive() -> None:
    draft = read_upload("a.warc.gz", files.build_warc(packed=True))
    assert (draft.source, draft.title) == ("a.warc.gz", files.TITLE)


def test_archive_that_is_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    addresses = [f"{files.ADDRESS}/{number}" for number in range(4)]
    for name, packed in (("a.warc", False), ("a.warc.gz", True)):
        whole = files.build_warc(addresses, packed=packed)
        found = read(tmp_path, name, whole[: len(whole) * 6 // 10])
        drafts = [each.url for each in found if isinstance(each, ArticleDraft)]
        assert 0 < len(drafts) < 4
        assert drafts == addresses[: len(drafts)]
        assert isinstance(found[-1], UnreadableError)
        assert "cut off" in found[-1].reason


def test_archive_is_read_in_parts(tmp_path: Path) -> None:
    addresses = [f"{files.ADDRESS}/{number}" for number in range(7)]
    padded = files.PAGE.replace("</html>", "<!--" + "x" * 1_000_000 + "--></html>")
    found = read(tmp_path, "a.warc", files.build_warc(addresses, page=padded))
    assert [each.url for each in found if isinstance(each, ArticleDraft)] == addresses


def test_archive_with_a_damaged_record_gives_all_the_others(tmp_path: Path) -> None:
    addresses = [f"{files.ADDRESS}/{number}" for number in range(5)]
    for name, packed in (("a.warc", False), ("a.warc.gz", True)):
        records = [files.build_warc([address], packed=packed) for address in addresses]
        damaged = bytearray(records[2])
        middle = len(damaged) // 2
        damaged[middle : middle + 40] = bytes(40)
        if not packed:
            damaged = bytearray(records[2].replace(b"WARC/1.0", b"WARC/9", 9))
        found = read(tmp_path, name, b"".join([*records[:2], bytes(damaged), *records[3:]]))
        drafts = [each.url for each in found if isinstance(each, ArticleDraft)]
        assert drafts == [address for address in addresses if address != addresses[2]]
        assert any(isinstance(each, UnreadableError) and "damaged" in each.reason for each in found)


def test_archive_goes_on_behind_a_record_that_takes_too_long(tmp_path: Path) -> None:
    addresses = [files.ADDRESS, "https://courier.example/film", f"{files.ADDRESS}/2"]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(files.build_warc(addresses, packed=True))
    with create_parser() as parsers:
        parsers.formats = SandboxProcess("tests.importers.slow_child", seconds=0.3)
        found = list(read_records("a", b"", "web_archives", "", EMPTY_METADATA, parsers, ArchiveProgress(), path=path))
    assert [each.url for each in found if isinstance(each, ArticleDraft)] == [addresses[0], addresses[2]]
    (problem,) = [each for each in found if isinstance(each, UnreadableError)]
    assert "took longer" in problem.reason


def test_archive_gives_only_pages_of_the_wanted_hosts(tmp_path: Path) -> None:
    addresses = ["https://www.courier.example/a", "https://other.example/b", "https://notcourier.example/c"]
    (tmp_path / "a.warc.gz").write_bytes(files.build_warc(addresses, packed=True))
    progress = ArchiveProgress(parse_hosts("https://www.courier.example/"))
    found = list(read_articles([tmp_path / "a.warc.gz"], progress=progress))
    assert [each.url for each in found if isinstance(each, ArticleDraft)] == addresses[:1]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress])
def test_graph_of_quotations_gives_excerpts(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    suffix = {bytes: "", gzip.compress: ".gz", bz2.compress: ".bz2"}[pack]
    found = read(tmp_path, f"20261103181600.gqg.json{suffix}", pack(files.build_quotation_graph()))
    first, empty, arabic = found
    assert isinstance(first, ArticleDraft)
    assert isinstance(arabic, ArticleDraft)
    assert isinstance(empty, UnreadableError)
    assert (first.excerpt, first.url, first.title, first.outlet) == (
        True, files.ADDRESS, files.TITLE, "courier.example",
    )  # fmt: skip
    assert (first.precision, first.published) == ("about", first.seen)
    assert first.language == "en"
    assert list_quotations(first) == [(files.WORDS, "Ida Solberg")]
    assert "خبر" in (arabic.title or "")
    assert b"Brackmere" not in arabic.original


def test_articles_of_quotebank_are_whole_articles(tmp_path: Path) -> None:
    draft = read_one(tmp_path, "quotebank-2020.json.bz2", bz2.compress(files.build_quotebank_articles()))
    assert (draft.title, draft.url, draft.outlet) == (files.TITLE, files.ADDRESS, "courier.example")
    assert not draft.excerpt
    assert draft.published == PUBLISHED.replace(tzinfo=None)
    assert list_quotations(draft) == [(files.WORDS, "Ida Solberg")]


def test_quotations_of_quotebank_are_one_excerpt_an_address_without_its_guesses(tmp_path: Path) -> None:
    first, second = read(tmp_path, "quotes-2020.json", files.build_quotebank_quotations())
    assert isinstance(first, ArticleDraft)
    assert isinstance(second, ArticleDraft)
    assert [each.url for each in (first, second)] == [files.ADDRESS, "https://vik.example/1"]
    assert first.excerpt
    assert second.excerpt
    assert list_quotations(first) == [
        (files.WORDS, None),
        ("The boat will not sail this winter, nor in the spring.", None),
    ]
    assert list_quotations(second) == [("The boat will not sail this winter, nor in the spring.", None)]
    assert (first.precision, second.published) == ("about", None)


def test_package_gives_only_the_pages_that_it_lists(tmp_path: Path) -> None:
    content = files.build_wacz([files.ADDRESS, "https://courier.example/other"], [files.ADDRESS])
    assert read_one(tmp_path, "a.wacz", content).url == files.ADDRESS


def test_mail_without_plain_text_is_read_from_its_html(tmp_path: Path) -> None:
    draft = read_one(tmp_path, "a.eml", files.build_mail(text="", html=files.PAGE))
    assert list_quotations(draft) == [(files.WORDS, "Ida Solberg")]
    assert draft.media_type == "message/rfc822"


def test_tracked_deletions_are_left_out(tmp_path: Path) -> None:
    changed = (
        f"<w:p><w:r><w:t>{files.LEAD}</w:t></w:r></w:p><w:p><w:r><w:t>\u201cThe boat</w:t></w:r>"
        "<w:del><w:r><w:delText> never</w:delText></w:r></w:del><w:ins><w:r><w:t> always</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom>"
        "<w:r><w:t> stays where it is,\u201d said Ida Solberg.</w:t></w:r></w:p>"
    )
    draft = read_one(tmp_path, "a.docx", files.build_docx(changed))
    assert "\u201cThe boat always stays where it is,\u201d" in draft.text


def test_running_heads_and_hyphens_of_a_pdf_are_gone(tmp_path: Path) -> None:
    lines = [
        f"{word} council of Brackmere voted on Tuesday to keep the old fer-" for word in ("The", "One", "Our", "A")
    ]
    pages = [
        [
            "The Sound Courier, 3 November",
            line,
            "ry running for one more winter.",
            f"{line[:3]} boat.",
            f"Page {number} of 4",
        ]
        for number, line in enumerate(lines, start=1)
    ]
    text = read_one(tmp_path, "a.pdf", files.build_pdf(pages)).text
    assert "the old ferry running" in text
    assert "Sound Courier" not in text
    assert "Page" not in text


def test_rows_without_text_name_the_command_that_fetches(tmp_path: Path) -> None:
    rows = files.build_json_lines(files.FIELDS, {"title": "Storm", "url": "https://courier.example/vik"})
    first, second = read(tmp_path, "a.jsonl", rows)
    assert isinstance(first, ArticleDraft)
    assert isinstance(second, UnreadableError)
    assert "`manage.py fetch https://courier.example/vik`" in second.reason


def test_text_that_a_news_api_cuts_is_called_cut(tmp_path: Path) -> None:
    content = files.build_news_api().replace(b"since 1951.", b"since 1951... [+1234 chars]")
    draft = read_one(tmp_path, "a.json", content)
    assert [warning.value for warning in draft.warnings] == ["cut"]
    assert "chars]" not in draft.text


@pytest.mark.parametrize(
    "first",
    ["Body, mind, story", "%PDF- is how a PDF begins", "From: the sea", "1 of 2 boats", "--- a boat ---", "[x] {y}"],
)
def test_plain_text_stays_plain_text(tmp_path: Path, first: str) -> None:
    draft = read_one(tmp_path, "a.txt", f" {first}\n\n{files.TEXT}".encode())
    assert draft.media_type == "text/plain"
    assert list_quotations(draft) == [(files.WORDS, "Ida Solberg")]


REFUSED = {
    "a.odt": (
        files.build_zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}),
        "OpenDocument",
    ),
    "a.epub": (files.build_zip({"mimetype": b"application/epub+zip"}), "EPUB"),
    "a.xlsx": (files.build_zip({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "Excel"),
    "a.zip": (files.build_zip({"a.html": files.PAGE.encode()}), "ZIP"),
    "a.rtf": (rb"{\rtf1\ansi The boat stays.}", "RTF"),
    "a.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
    "a.opml": (b"<?xml version='1.0'?><opml><body/></opml>", "source add --opml"),
    "a.rss": (b"<rss version='2.0'><channel/></rss>", "`manage.py source add`"),
    "a.url": (b"[InternetShortcut]\r\nURL=https://courier.example/ferry\r\n", "fetch --file"),
    "a.ris": (b"TY  - NEWS\r\nTI  - Ferry\r\nUR  - https://courier.example/ferry\r\nER  - \r\n", "RIS"),
    "csl.json": (b'[{"type": "article-newspaper", "container-title": "X", "URL": "https://a.example/"}]', "CSL-JSON"),
    "urls.txt": (b"https://courier.example/ferry\nhttps://courier.example/vik\n", "list of addresses"),
    "urls.csv": (b"url,title\nhttps://courier.example/ferry,Ferry\n", "table of addresses"),
    "feed.json": (b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"content_text": "x"}]}', "JSON Feed"),
    "a.xml": (b"<?xml version='1.0'?><TEI><text>The boat stays.</text></TEI>", "XML of a kind"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_file_of_another_kind_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    content, kind = REFUSED[name]
    assert kind in refuse(tmp_path, name, content)


def test_standard_input_is_read_like_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(files.build_nexis())))
    found = list(read_articles([Path("-")]))
    assert [item.source for item in found] == ["standard input, article 1", "standard input, article 2"]
