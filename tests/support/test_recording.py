"""Tests of recording the site's answers and of comparing two recordings."""

import json
import random
import secrets
from pathlib import Path
from typing import Any

import pytest

from articles.services.ingest import ingest_article
from tests.support.makers import make_lineage
from tests.support.recording import corpus
from tests.support.recording.comparison import compare
from tests.support.recording.recorder import Recorder, family_of, shape_of

HEADERS = {"Content-Length": "34", "Content-Type": "text/html; charset=utf-8", "ETag": '"one"'}
PAGE = {"request": "/ GET", "status": 200, "headers": HEADERS, "body": "<h1>Quotations</h1>\n<p>Two.</p>\n"}


@pytest.fixture
def recorder(db: None, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """Return a recorder, after which codes and keys are drawn at random again."""
    for name in ("choice", "token_hex"):
        monkeypatch.setattr(secrets, name, getattr(secrets, name))
    return Recorder()


def recorded(folder: Path, *answers: dict[str, Any]) -> Path:
    folder.mkdir()
    (folder / "lists.jsonl").write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ([PAGE | {"body": "<h1>Quotations</h1>\n<p>Three.</p>\n"}], ["- <p>Two.</p>", "+ <p>Three.</p>"]),
        ([PAGE | {"body": "<h1>Quotations</h1>"}], ["- <p>Two.</p>"]),
        ([PAGE | {"status": 404}], ["200 became 404"]),
        ([PAGE | {"headers": HEADERS | {"ETag": '"two"'}}], ['ETag: "one" became "two"']),
        ([PAGE | {"headers": HEADERS | {"Vary": "Cookie"}}], ["Vary: None became Cookie"]),
        ([], ["only in the first recording"]),
        ([PAGE, PAGE | {"request": "/new GET"}], ["  /new GET", "only in the second recording"]),
    ],
)
def test_compare_names_what_differs(
    after: list[dict[str, Any]], told: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(recorded(tmp_path / "before", PAGE), recorded(tmp_path / "after", *after)) == 1
    printed = capsys.readouterr().out
    assert all(words in printed for words in told)
    assert printed.splitlines()[-1].split()[3:] == ["1", "differ"]


def test_compare_ends_well_when_all_answers_are_equal(tmp_path: Path) -> None:
    assert compare(recorded(tmp_path / "before", PAGE), recorded(tmp_path / "after", PAGE)) == 0


def test_compare_ignores_the_value_of_a_header_but_not_its_absence(tmp_path: Path) -> None:
    before = recorded(tmp_path / "before", PAGE)
    other = recorded(tmp_path / "other", PAGE | {"headers": HEADERS | {"ETag": '"two"'}})
    without = recorded(tmp_path / "without", PAGE | {"headers": {"Content-Type": HEADERS["Content-Type"]}})
    assert compare(before, other, ignored=["etag"]) == 0
    assert compare(before, without, ignored=["etag"]) == 1


def test_compare_leaves_accepted_text_out(tmp_path: Path) -> None:
    length = {"headers": HEADERS | {"Content-Length": "36"}}
    before = recorded(tmp_path / "before", PAGE)
    after = recorded(tmp_path / "after", PAGE | length | {"body": "<h1>Quotations</h1>\n<p>Three.</p>\n"})
    assert compare(before, after, accepted=["<p>(Two|Three).</p>"]) == 0


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ('<p class="a" id="b">Two</p>', '<p class="a"\n  id="b">\n  Two\n</p>\n', True),
        ("<li>One</li><li>Two</li>", "<li>One</li>\n  <li>Two</li>", True),
        ("One <b>two</b> <i>three</i>", "One\n<b>two</b>\n<i>three</i>", True),
        ("<button>One</button>", "<button\n>\n  One\n</button>", True),
        ("One <b>two</b><i>three</i>", "One <b>two</b>\n<i>three</i>", False),
        ("<button>One</button><button>Two</button>", "<button>One</button>\n<button>Two</button>", False),
        ("<b>two</b>", "<b> two</b>", False),
        ("<textarea rows=2>one two</textarea>", "<textarea\n  rows=2>one two</textarea>", True),
        ("<textarea>one two</textarea>", "<textarea>one\ntwo</textarea>", False),
        ("<pre>one two</pre>", "<pre>one  two</pre>", False),
        ("<p>One\N{NO-BREAK SPACE}two</p>", "<p>One two</p>", False),
    ],
)
def test_compare_without_spaces_keeps_those_that_are_seen(one: str, other: str, alike: bool, tmp_path: Path) -> None:
    before, after = (recorded(tmp_path / name, PAGE | {"body": each}) for name, each in (("1", one), ("2", other)))
    assert compare(before, after, spaces=False) == (0 if alike else 1)


def test_compare_prints_a_difference_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = [PAGE | {"request": f"/{number} GET"} for number in range(20)]
    before, after = recorded(tmp_path / "before", *pages), recorded(tmp_path / "after", *pages[:1])
    assert compare(before, after) == 1
    assert "  and 11 more\n    only in the first recording\n" in capsys.readouterr().out


def test_compare_refuses_folders_without_recordings(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        compare(tmp_path, tmp_path)


def test_recorder_keeps_answers_by_family_and_in_order(recorder: Recorder) -> None:
    code = make_lineage().code
    moved = recorder.ask(f"/q/{code}")
    assert moved.status == 301
    page = recorder.ask(moved.location)
    assert {f"/q/{code}.json", f"/q/{code}/share"} <= page.links()
    recorder.ask("/q/0000000000", headers={"HX-Request": "true"})
    recorder.ask("/check", form=[("q", "convoy")])
    lines = recorder.by_family()
    assert [json.loads(line)["status"] for line in lines["quotations"]] == [404, 301, 200]
    assert json.loads(lines["search"][0])["headers"]["Location"] == "/search?q=convoy"


def test_recorder_reads_what_a_form_sends(recorder: Recorder) -> None:
    page = recorder.ask(f"/q/{make_lineage().code}/suggest").page
    form = next(form for form in page.forms if "website" in dict(form.fields))
    assert [name for name, _ in form.fields] == ["csrfmiddlewaretoken", "text", "url", "website"]


@pytest.mark.parametrize(
    ("address", "shape", "family"),
    [
        ("/", "/", "lists"),
        ("/newest.csv", "/newest.csv", "others"),
        ("/q/7KQ2M9X4VD/12..31?view=one", "/q/*/N..N?view", "quotations"),
        ("/q/7KQ2M9X4VD/the-words?a=1&b=2", "/q/*/-?2 names", "quotations"),
        ("/q/7KQ2M9X4VD.tei.xml", "/q/*.tei.xml", "quotations"),
        ("/a/12/a-headline", "/a/N/-", "articles"),
        ("/o/sana..rt", "/o/*..*", "outlets"),
        ("/s/sergey-lavrov.json", "/s/*.json", "speakers"),
        ("/api/v1/outlets/sana", "/api/vN/outlets/*", "api"),
        ("/admin/articles/ruling/review/12..31/", "/admin/articles/ruling/review/N..N/", "desk"),
    ],
)
def test_addresses_of_one_kind_have_one_shape(address: str, shape: str, family: str) -> None:
    assert (shape_of(address), family_of(address)) == (shape, family)


def test_generated_articles_are_the_same_for_the_same_seed() -> None:
    first, again = (list(corpus.articles(40, random.Random(3))) for _ in range(2))
    assert first == again
    assert first != list(corpus.articles(40, random.Random(4)))


def test_generated_articles_have_quotations(db: None) -> None:
    found = [ingest_article(article) for article in corpus.articles(20, random.Random(3))]
    assert all(ingested.is_new and ingested.quotes for ingested in found)
