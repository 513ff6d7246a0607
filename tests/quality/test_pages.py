"""How well real pages are read, and the cases of public reports that are about pages.

The shared tool measures what ``manage.py read`` writes for 152 saved pages of 100 publishers: headline, date, authors,
outlet, body and quotations against annotated labels. The cases are small pages in our own words; what ought to come out
of each is in the table below.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from articles.management.commands.read import read_rows
from tests.quality.floors import floor
from tests.support.shared import SHARED, evaluate, needs_shared

needs_shared()
pytestmark = pytest.mark.quality

PAGES = SHARED / "data" / "pages"
CASES = {
    case["id"]: case
    for case in map(json.loads, (SHARED / "data" / "cases" / "real_cases.jsonl").read_text("utf-8").splitlines())
}
BOAT = "The boat stays where it is, and that is the end of it"
MINUTE = "2026-11-03T18:05:00+00:00"

# What comes out of each case, by the fields of ``read``; "has" and "lacks" are words of the text, "quotes" the
# beginnings of all quotations.
EXPECTED: dict[str, dict[str, Any]] = {
    "ld-author-array": {
        "authors": ["Mara Voss", "Tom Elling"],
        "outlet": "The Sound Courier",
        "published": "2026-11-03T18:05:00+01:00",
    },
    "ld-graph": {"authors": ["Mara Voss"], "outlet": "The Sound Courier", "published": "2026-11-03T18:05:00+01:00"},
    "ld-several": {"authors": ["Mara Voss"], "published": MINUTE},
    "ld-linebreaks": {"authors": ["Mara Voss"], "published": MINUTE},
    "ld-trailing": {"authors": ["Mara Voss"], "published": MINUTE},
    "ld-micro": {"published": "2026-11-03T05:36:00"},
    "js-date": {"published": "2026-11-03T15:21:00+00:00", "precision": "minute"},
    "text-date-en": {"published": "2026-11-03T16:05:00-05:00"},
    "text-date-byline": {"published": "2026-11-03T00:00:00", "precision": "day", "authors": ["Mara Voss"]},
    "url-vs-meta": {"published": MINUTE},
    "modified": {"published": "2026-11-03T00:00:00-07:00", "precision": "day"},
    "only-modified": {"precision": "about", "modified": "2026-11-09T12:40:00+01:00"},
    "ld-datecreated": {"published": "2026-11-03T15:42:00+00:00"},
    "related-authors": {"authors": ["Mara Voss"]},
    "caps-byline": {"authors": ["Mara Voss", "Tom Elling"]},
    "author-is-url": {"authors": []},
    "author-is-outlet": {"authors": []},
    "author-case-twice": {"authors": ["Mara Voss"]},
    "no-sitename": {"outlet": "theprovince.example", "outlet_host": "theprovince.example"},
    "sitename-slogan": {"outlet": "The Sound Courier", "title": "Brackmere keeps its ferry for another winter"},
    "title-h1": {"title": "Brackmere keeps its ferry for another winter", "outlet": "The Sound Courier"},
    "wayback": {
        "url": "https://courier.example/ferry",
        "archive_url": "https://web.archive.org/web/20261105120000/https://courier.example/ferry",
        "lacks": ["Wayback Machine"],
    },
    "amp": {"url": "https://courier.example/ferry", "has": [BOAT]},
    "layout-table": {"quotes": ["and not a day longer, whatever Stolk", "The boat stays where it is"]},
    "div-paras": {"has": ["Never", "The council of", BOAT, "The ferry has crossed", "We go on as before"]},
    "paywall-ld": {"quotes": ["The boat stays", "Nobody will take it"], "lacks": ["Subscribe"]},
    "newsletter": {"quotes": [BOAT], "lacks": ["in your inbox"]},
    "comments": {"quotes": [BOAT], "published": MINUTE},
    "pullquote": {"quotes": [BOAT]},
    "blockquote": {"has": ["I shall not sign anything that says otherwise"]},
    "q-element": {"quotes": [BOAT]},
    "quot-html": {"quotes": ["The boat stays where it is,", "That is the end of it for this winter"]},
    "cp1252-undeclared": {"quotes": [BOAT]},
    "utf16": {"quotes": ["The boat stays"]},
    "br-paras": {"quotes": [BOAT], "has": ["The council of", "The ferry has crossed"]},
    "video-caption": {"quotes": [BOAT]},
    "cookie-wall": {"lacks": ["847 partners"], "quotes": [BOAT]},
    "japanese-page": {"has": ["船はこの冬もそのままにします"]},
    "empty-inline": {"quotes": ["I went to the boat house for ten or fifteen minutes. I looked"]},
    "link-quote": {"has": ["most serious and direct danger to everyone who crosses"]},
    "split-body": {"quotes": [BOAT, "Nobody will take it from us"], "lacks": ["tides and weather"]},
    "second-longer": {"quotes": [BOAT], "lacks": ["Jon Bell"], "title": "Brackmere keeps its ferry for another winter"},
    "jinja-class": {"published": "2026-11-03T12:13:00+01:00"},
}
# Files of kinds that are not read: the reason names the kind.
REFUSED = {
    "single-page-app": "without JavaScript",
    "lexis-two": "several articles",
    "reader-feed.xml": "feed",
    "reader-page.warc": "WARC",
    "reader-nitf.xml": "NITF",
    "reader-mail.eml": "e-mail",
    "reader-articles.jsonl": "JSON Lines",
    "reader-table.csv": "table",
    "reader-urls.txt": "addresses",
    "reader-subs.srt": "subtitles",
}


def read_case(name: str, folder: Path) -> dict[str, Any]:
    """Read the file of a case, and return what ``manage.py read`` prints of it."""
    case = CASES[name]
    path = folder / case.get("file", "page.html")
    content = case["input"]
    path.write_bytes(eval_bytes(content) if content.startswith("b'") else content.encode())
    (row,) = read_rows([path])
    return row


def eval_bytes(literal: str) -> bytes:
    """Return the bytes that a case of another encoding writes as a literal."""
    return literal[2:-1].encode("latin-1").decode("unicode_escape").encode("latin-1")


@pytest.mark.parametrize("name", EXPECTED)
def test_page_of_a_public_report_is_read(name: str, tmp_path: Path) -> None:
    row = read_case(name, tmp_path)
    expected = EXPECTED[name]
    assert {key: row[key] for key in expected if key in row and key != "quotes"} == {
        key: value for key, value in expected.items() if key in row and key != "quotes"
    }
    assert all(words in row["text"] for words in expected.get("has", ()))
    assert not any(words in row["text"] for words in expected.get("lacks", ()))
    if "quotes" in expected:
        found = [quote["text"] for quote in row["quotes"]]
        assert len(found) == len(expected["quotes"])
        assert all(text.startswith(words) for text, words in zip(found, expected["quotes"], strict=True))


@pytest.mark.parametrize("name", REFUSED)
def test_file_of_another_kind_is_refused_by_its_name(name: str, tmp_path: Path) -> None:
    assert REFUSED[name] in read_case(name, tmp_path)["refused"]


def test_two_site_names_at_one_host_are_one_outlet(tmp_path: Path) -> None:
    for name, page in CASES["outlet-identity"]["files"].items():
        (tmp_path / name).write_text(page, encoding="utf-8")
    rows = list(read_rows([tmp_path]))
    assert {(row["outlet"], row["outlet_host"]) for row in rows} == {("The Sound Courier", "courier.example")}


def test_day_before_month_is_never_read_as_the_month(tmp_path: Path) -> None:
    assert str(read_case("text-date", tmp_path)["published"])[:10] in ("2026-11-03", "None")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Provide what the shared tool measures of the saved pages."""
    written = tmp_path_factory.mktemp("pages") / "read.jsonl"
    rows = read_rows([PAGES / "html"])
    written.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    found: dict[str, Any] = json.loads(evaluate("evaluate_pages.py", PAGES / "gold.jsonl", written, "--json"))["all"]
    print(found)
    return found


@pytest.mark.parametrize(
    "figure", ["headline_same", "date_minute", "authors_all", "body_recall", "body_precision", "found"]
)
def test_pages_are_read_as_well_as_they_were(figures: dict[str, Any], figure: str) -> None:
    assert figures[figure] >= floor("pages", "at_least", figure)


@pytest.mark.parametrize(
    "figure",
    [
        *("refused", "date_wrong", "pages_with_no_author_named", "text_lost", "elsewhere"),
        "of_these_under_several_names",
    ],
)
def test_pages_are_misread_no_more_often_than_they_were(figures: dict[str, Any], figure: str) -> None:
    assert figures[figure] <= floor("pages", "at_most", figure)
