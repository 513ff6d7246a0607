"""The command that prints what the importers make of files."""

import gzip
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.importers.pages import TITLE, build_page

HEAD = (
    '<link rel="canonical" href="https://www.courier.example/ferry"><meta name="author" content="Mara Voss">'
    '<meta property="og:site_name" content="The Courier">'
    '<meta property="article:published_time" content="2026-11-03T18:05:00+01:00">'
)


def read(*arguments: str | Path) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("read", *map(str, arguments), "--json", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_read_prints_an_article_a_line_and_needs_no_database(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(build_page(HEAD).encode()))
    (row,) = read(tmp_path)
    (quote,) = row.pop("quotes")
    assert {key: value for key, value in row.items() if key not in ("path", "text", "paragraphs")} == {
        "outlet": "The Courier",
        "outlet_host": "courier.example",
        "url": "https://www.courier.example/ferry",
        "archive_url": None,
        "title": TITLE,
        "headline_quotes": [],
        "authors": ["Mara Voss"],
        "published": "2026-11-03T18:05:00+01:00",
        "modified": None,
        "precision": "minute",
        "language": "en",
        "set_aside": [],
        "warnings": [],
    }
    assert row["text"][quote["start"] : quote["end"]] == quote["text"]
    assert (quote["speaker"], quote["type"], quote["cue"]) == ("Ida Solberg", "direct", "said")
    assert [row["text"][part["start"] : part["end"]] for part in row["paragraphs"]] == row["text"].split("\n")


def test_read_names_the_files_that_it_refuses(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(build_page(), encoding="utf-8")
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(build_page().encode())[:50])
    out = StringIO()
    with pytest.raises(CommandError, match="1 of 2 could not be read"):
        call_command("read", str(tmp_path), stdout=out)
    assert "Ida Solberg: The boat stays" in out.getvalue()
    assert "it is damaged and cannot be unpacked" in out.getvalue()


def test_read_warns_of_garbled_text_and_repairs_it(tmp_path: Path) -> None:
    page = build_page(
        body="<p>“The boat stays where it is for this winter and for the next,” said Ida Solberg.</p>" * 1
    )
    garbled = page.encode().decode("cp1252", errors="replace").replace("\ufffd", "\x9d")
    (tmp_path / "a.html").write_text(garbled, encoding="utf-8")
    (row,) = read(tmp_path)
    assert [quote["text"] for quote in row["quotes"]] == [
        "The boat stays where it is for this winter and for the next,"
    ]
    assert row["warnings"] == [
        "repaired: The file was saved in a wrong encoding; its garbled characters were repaired."
    ]
