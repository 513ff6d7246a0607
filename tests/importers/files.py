"""Files of all formats with the same small article in them, written by the tests themselves."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from email import policy
from email.message import EmailMessage

TITLE = "Brackmere keeps its ferry"
LEAD = "The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter."
QUOTED = "\u201cThe boat stays where it is, and that is the end of it,\u201d said Ida Solberg, the mayor."
END = "The ferry has crossed the sound four times a day since 1951."
BODY = (LEAD, QUOTED, END)
TEXT = "\n\n".join(BODY)
ADDRESS = "https://courier.example/ferry"
WORDS = "The boat stays where it is, and that is the end of it,"
MARKUP = "".join(f"<p>{part}</p>" for part in BODY)
PAGE = (
    f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>'
    '<meta name="author" content="Mara Voss"><meta property="og:site_name" content="The Sound Courier">'
    '<meta property="article:published_time" content="2026-11-03T18:05:00Z"></head>'
    f"<body><article><h1>{TITLE}</h1>{MARKUP}</article></body></html>"
)
FIELDS = {
    "title": TITLE,
    "text": TEXT,
    "outlet": "The Sound Courier",
    "url": ADDRESS,
    "published": "2026-11-03T18:05:00Z",
    "author": "Mara Voss",
    "language": "en",
}


def build_json_lines(*articles: Mapping[str, object]) -> bytes:
    return "".join(json.dumps(article) + "\n" for article in articles or (FIELDS,)).encode()


def build_table() -> bytes:
    cells = ",".join(f'"{value}"' for value in FIELDS.values())
    return f"{','.join(FIELDS)}\n{cells}\n".encode()


def build_news_api() -> bytes:
    named = {
        "title": TITLE,
        "content": TEXT,
        "url": ADDRESS,
        "publishedAt": "2026-11-03T18:05:00Z",
        "author": "Mara Voss",
        "source": {"id": None, "name": "The Sound Courier"},
    }
    return json.dumps({"status": "ok", "totalResults": 1, "articles": [named]}).encode()


def build_ninjs_1() -> bytes:
    return json.dumps(
        {
            "uri": ADDRESS, "type": "text", "headline": TITLE, "body_xhtml": MARKUP, "byline": "Mara Voss",
            "versioncreated": "2026-11-03T18:05:00Z", "source": "The Sound Courier", "language": "en",
        }
    ).encode()  # fmt: skip


def build_ninjs_3() -> bytes:
    return json.dumps(
        {
            "uri": ADDRESS, "type": "text", "by": "Mara Voss", "contentCreated": "2026-11-03T18:05:00Z",
            "language": "en",
            "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": TITLE}],
            "bodies": [{"role": "main", "contentType": "text/plain", "value": TEXT}],
            "infoSources": [{"name": "The Sound Courier"}],
        }
    ).encode()  # fmt: skip


def build_nitf() -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><nitf xml:lang="en"><head><title>{TITLE}</title><docdata>'
        '<date.issue norm="20261103T180500Z"/></docdata><pubdata name="The Sound Courier" '
        f'ex-ref="{ADDRESS}"/></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline>'
        f"<byline>By <person>Mara Voss</person></byline></body.head><body.content>{MARKUP}"
        "<media><media-caption>A boat.</media-caption></media></body.content></body></nitf>"
    ).encode()


def build_newsml() -> bytes:
    return (
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        f'<newsItem guid="{ADDRESS}" version="1" standard="NewsML-G2" xml:lang="en"><itemMeta>'
        '<itemClass qcode="ninat:text"/><provider literal="The Sound Courier"/>'
        "<versionCreated>2026-11-03T18:05:00Z</versionCreated>"
        f'<pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>{TITLE}</headline><by>By Mara Voss</by>'
        '</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{MARKUP}</body></html>'
        "</inlineXML></contentSet></newsItem></itemSet></newsMessage>"
    ).encode()


def build_mail(text: str = TEXT, html: str | None = None) -> bytes:
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"], mail["To"] = "The Sound Courier <press@courier.example>", "desk@post.example"
    mail["Subject"], mail["Date"] = TITLE, "Tue, 03 Nov 2026 18:05:00 +0000"
    if text:
        mail.set_content(text, cte="quoted-printable")
    if html:
        mail.add_alternative(html, subtype="html") if text else mail.set_content(html, subtype="html")
    return bytes(mail)


def build_mhtml() -> bytes:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: " + ADDRESS + "\r\n"
        f"Subject: {TITLE}\r\nDate: Wed, 4 Nov 2026 07:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="edge"\r\n\r\n--edge\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: {ADDRESS}\r\n\r\n{PAGE}\r\n--edge\r\nContent-Type: image/png\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--edge--\r\n"
    ).encode()


def build_single_file() -> bytes:
    comment = (
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Wed Nov 04 2026 10:00:00 GMT+0300 (x)\n-->"
    )
    return (
        PAGE.replace("<html ", f"<html {comment} ".replace(comment, "")).replace("<head>", f"{comment}<head>").encode()
    )


def build_nexis() -> bytes:
    return (
        f"1 of 2 DOCUMENTS\n\nThe Sound Courier\n\nNovember 3, 2026 Tuesday\n\n{TITLE}\n\nBYLINE: Mara Voss\n\n"
        f"SECTION: NEWS; Pg. 4\n\nLENGTH: 60 words\n\n{TEXT}\n\nLOAD-DATE: November 4, 2026\n\nLANGUAGE: ENGLISH\n\n"
        "Copyright 2026 The Sound Courier\nAll Rights Reserved\n\n2 of 2 DOCUMENTS\n\nThe Vik Post\n\n"
        "November 2, 2026 Monday\n\nStorm in Vik\n\nBYLINE: Tom Elling\n\nLENGTH: 40 words\n\n"
        "\u201cI have never seen such a sea,\u201d said Jon Bell, a skipper in the harbour of Vik, on Monday.\n\n"
        "LOAD-DATE: November 3, 2026\n"
    ).encode()


def build_nexis_uni() -> bytes:
    return (
        f"{TITLE}\nThe Sound Courier\nNovember 3, 2026 Tuesday\n\n"
        "Copyright 2026 The Sound Courier All Rights Reserved\n\n"
        f"Section: NEWS; Pg. 4\nLength: 60 words\nByline: Mara Voss\nBody\n\n{TEXT}\n\nLoad-Date: November 4, 2026\n\n"
        "End of Document\n"
    ).encode()


def build_warc(addresses: Sequence[str] = (ADDRESS,), *, packed: bool = False, page: str = PAGE) -> bytes:
    """Return a WARC with a html response for each address, a redirect, a picture and a revisit."""
    html = "text/html; charset=utf-8"
    records = [
        build_warc_record("warcinfo", "", b"software: tests\r\n"),
        build_warc_record("response", "https://courier.example/old", _answer("301 Moved", html, b"<p>moved</p>")),
        build_warc_record("response", "https://courier.example/a.png", _answer("200 OK", "image/png", b"\x89PNG")),
        *(build_warc_record("response", address, _answer("200 OK", html, page.encode())) for address in addresses),
        build_warc_record("revisit", "https://courier.example/again", _answer("200 OK", html, b"")),
    ]
    return b"".join(gzip.compress(record) if packed else record for record in records)


def _answer(status: str, media_type: str, body: bytes) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n\r\n".encode() + body


def build_warc_record(kind: str, address: str, content: bytes) -> bytes:
    fields = [
        "WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {address}", "WARC-Date: 2026-11-04T07:00:00Z",
        f"Content-Type: {'application/http; msgtype=response' if address else 'application/warc-fields'}",
        f"Content-Length: {len(content)}",
    ]  # fmt: skip
    return "\r\n".join(fields).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"


def build_wacz(addresses: Sequence[str] = (ADDRESS,), listed: Sequence[str] = (ADDRESS,)) -> bytes:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All"}
    lines = [head, *({"id": "1", "url": url} for url in listed)]
    return build_zip(
        {
            "archive/data.warc.gz": build_warc(addresses, packed=True),
            "pages/pages.jsonl": "".join(json.dumps(line) + "\n" for line in lines).encode(),
            "datapackage.json": b'{"profile": "data-package", "wacz_version": "1.1.1"}',
        }
    )


def build_zip(members: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return written.getvalue()


def build_docx(paragraphs: str | None = None) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    plain = "".join(f"<w:p><w:r><w:t>{part}</w:t></w:r></w:p>" for part in BODY)
    title = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>'
    body = paragraphs or title + plain
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>Mara Voss</dc:creator>'
        "<dcterms:created>2026-11-03T18:05:00Z</dcterms:created></cp:coreProperties>"
    )
    return build_zip(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>".encode(),
            "docProps/core.xml": core.encode(),
        }
    )


def build_pdf(pages: Sequence[Sequence[str]] = (), *, title: str = TITLE) -> bytes:
    """Return a PDF of these lines, in the one font that every reader has."""
    shown = pages or [[TITLE, *break_lines(TEXT)]]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
               b" /Encoding /WinAnsiEncoding >>"]  # fmt: skip
    kids = []
    for lines in shown:
        operators = ["BT /F1 12 Tf 14 TL 72 760 Td"]
        for line in lines:
            escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            operators.append(f"({escaped}) Tj T*")
        stream = "\n".join([*operators, "ET"]).encode("cp1252")
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (len(objects) + 2)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    objects.append(f"<< /Title ({title}) /Author (Mara Voss) /CreationDate (D:20261103180500Z) >>".encode())
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(objects), len(written))
    )


def break_lines(text: str, width: int = 60) -> list[str]:
    """Break the paragraphs of a text into lines, as a typesetter does."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        lines.append("")
        for word in paragraph.split():
            lines[-1] += (" " if lines[-1] else "") + word
            if len(lines[-1]) > width:
                lines.append("")
    return [line for line in lines if line]


def build_markdown() -> bytes:
    return (
        f'---\ntitle: "{TITLE}"\noutlet: The Sound Courier\nauthors:\n  - Mara Voss\ndate: 2026-11-03T18:05:00Z\n'
        f"lang: en\nurl: {ADDRESS}\n---\n\n# {TITLE}\n\n{LEAD}\n\n**{QUOTED}**\n\n[{END}](https://courier.example/a)\n"
    ).encode()


def build_srt() -> bytes:
    return (
        b"1\n00:00:01,000 --> 00:00:04,000\nMAYOR: The boat stays where it is.\n\n2\n00:00:04,500 --> 00:00:07,000\n"
        b"And that is the end of it.\n\n3\n00:00:07,500 --> 00:00:09,000\n"
        b"REPORTER: Will the mayor say for how long it stays?\n\n4\n"
        b"00:00:10,000 --> 00:00:12,000\nMAYOR: For one more winter, [Applause] as we said.\n\n"
        b"5\n00:00:13,000 --> 00:00:15,000\nREPORTER: Thank you for that.\n"
    )


def build_vtt() -> bytes:
    return (
        b"WEBVTT\n\nNOTE made by hand\n\n1\n00:01.000 --> 00:04.000 align:start\n"
        b"<v Ida Solberg>The boat <c>stays</c> where it is.\n\n"
        b"00:04.500 --> 00:07.000\n<v Ida Solberg>And that is the end of it.</v>\n\n00:08.000 --> 00:09.000\n"
        b"<v Jon Bell>I have never seen such a sea &amp; such a boat.</v>\n"
    )


def build_quotation_graph(*rows: dict[str, object]) -> bytes:
    """Return lines of GDELT's graph of quotations: the article, one without quotations, one from right to left."""
    snippet = {"pre": "and the mayor of Brackmere answered:", "quote": WORDS, "post": "said Ida Solberg, the mayor."}
    row = {"date": "2026-11-03T18:15:00Z", "url": ADDRESS, "title": TITLE, "lang": "ENGLISH", "quotes": [snippet]}
    arabic = {"pre": "وقال", "quote": "نحن باقون هنا في هذا المكان", "post": "في المدينة"}
    others = (
        {"date": "2026-11-03T18:15:00Z", "url": "https://courier.example/none", "title": "None", "quotes": []},
        {"url": "https://arabic.example/1", "title": "خبر", "lang": "ARABIC", "quotes": [arabic]},
    )
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows or (row, *others)).encode()


def build_quotebank_articles() -> bytes:
    row = {
        "articleID": "2020-01-16-000082", "articleLength": len(TEXT), "date": "2026-11-03 18:05:00", "url": ADDRESS,
        "title": TITLE, "content": TEXT, "names": [], "quotations": [{"quoteID": "1", "quotation": WORDS}],
    }  # fmt: skip
    return json.dumps(row).encode() + b"\n"


def build_quotebank_quotations() -> bytes:
    """Return two quotations: of one article, and of that article and another."""
    probable = [["Ida Solberg", "0.87"], ["None", "0.13"]]
    common = {"speaker": "Ida Solberg", "qids": ["Q1"], "probas": probable, "phase": "E"}
    rows = (
        {"quoteID": "2026-11-03-000001", "quotation": WORDS, "date": "2026-11-03 18:05:00", "numOccurrences": 1,
         "urls": [ADDRESS]},
        {"quoteID": "2026-11-03-000002", "quotation": "The boat will not sail this winter, nor in the spring.",
         "date": "2026-11-03 18:05:00",
         "numOccurrences": 2, "urls": [ADDRESS, "https://vik.example/1"]},
    )  # fmt: skip
    return "".join(json.dumps(row | common) + "\n" for row in rows).encode()


Builder = Callable[[], bytes]
# Each with one article, or the first of two; those that state outlet, address, date, byline and title.
FULL: dict[str, Builder] = {
    "a.jsonl": build_json_lines,
    "a.csv": build_table,
    "newsapi.json": build_news_api,
    "ninjs1.json": build_ninjs_1,
    "ninjs3.json": build_ninjs_3,
    "nitf.xml": build_nitf,
    "newsml.xml": build_newsml,
    "a.mhtml": build_mhtml,
    "singlefile.html": build_single_file,
    "a.warc": build_warc,
    "a.warc.gz": lambda: build_warc(packed=True),
    "a.wacz": build_wacz,
    "a.md": build_markdown,
}
ALL: dict[str, Builder] = FULL | {
    "a.eml": build_mail,
    "nexis.txt": build_nexis,
    "nexis_uni.txt": build_nexis_uni,
    "a.docx": build_docx,
    "a.pdf": build_pdf,
    "gqg.json": build_quotation_graph,
    "quotebank.json": build_quotebank_articles,
    "quotes.json": build_quotebank_quotations,
    "a.srt": build_srt,
    "a.vtt": build_vtt,
}
