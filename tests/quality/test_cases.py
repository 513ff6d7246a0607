"""The small cases after public bug reports and faults seen on real pages, run through the product's own commands.

`case_expectations` holds what ought to come out of each.
"""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from articles.management.commands.read import read_rows
from tests.quality.case_expectations import (
    COMPARED,
    EXTRACTED,
    LINKED,
    ONE_OUTLET,
    READ,
    REFUSED,
    SEVERAL,
    WARNED,
)
from tests.support.shared import SHARED, needs_shared

needs_shared()
pytestmark = pytest.mark.quality

CASES = {
    case["id"]: case
    for case in map(json.loads, (SHARED / "data" / "cases" / "real_cases.jsonl").read_text("utf-8").splitlines())
}


def test_every_case_is_run() -> None:
    tables = (COMPARED, EXTRACTED, LINKED, ONE_OUTLET, READ, REFUSED, SEVERAL, WARNED)
    assert sorted(name for table in tables for name in table) == sorted(CASES)


def run(command: str, folder: Path, *rows: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a command that reads and writes JSON Lines makes of `rows`."""
    given, written = folder / "given.jsonl", folder / "written.jsonl"
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    call_command(command, given, written)
    return [json.loads(line) for line in written.read_text(encoding="utf-8").splitlines()]


def extract_case(name: str, folder: Path) -> dict[str, Any]:
    case = CASES[name]
    language = {"language": case["language"]} if "language" in case else {}
    (row,) = run("extract", folder, {"doc_id": name, "text": case["input"], **language})
    return row


@pytest.mark.parametrize("name", EXTRACTED)
def test_quotations_have_their_words_and_speakers(name: str, tmp_path: Path) -> None:
    found = extract_case(name, tmp_path)["quotes"]
    expected = EXTRACTED[name]
    assert [quote["text"] for quote in found] == [each.words for each in expected]
    for quote, each in zip(found, expected, strict=True):
        assert not each.names or quote["speaker_resolved"] in each.names
        assert {field: quote[field] for field in each.fields} == each.fields


@pytest.mark.parametrize("name", WARNED)
def test_text_in_a_wrong_encoding_is_named(name: str, tmp_path: Path) -> None:
    (warning,) = extract_case(name, tmp_path)["warnings"]
    assert warning.startswith(WARNED[name])


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """Provide what ``manage.py read`` prints of the files of each case."""
    folder = tmp_path_factory.mktemp("cases")
    alone = [path for name in (*READ, *REFUSED, *SEVERAL) for path in write_files(name, folder)]
    rows = defaultdict(list)
    # what the pages of one host call their outlet is compared within one run
    for paths in (alone, *(write_files(name, folder) for name in ONE_OUTLET)):
        for row in read_rows(paths):
            rows[Path(row["path"]).parent.name].append(row)
    return rows


def write_files(name: str, folder: Path) -> list[Path]:
    """Write the files of a case into a folder of its own."""
    case = CASES[name]
    (folder / name).mkdir()
    files = case.get("files") or {case.get("file", "page.html"): case["input"]}
    for file, content in files.items():
        written = eval_bytes(content) if content.startswith("b'") else content.encode()
        (folder / name / file).write_bytes(written)
    return [folder / name / file for file in files]


def eval_bytes(literal: str) -> bytes:
    """Return the bytes that a case of another encoding writes as a literal."""
    return literal[2:-1].encode("latin-1").decode("unicode_escape").encode("latin-1")


@pytest.mark.parametrize("name", READ)
def test_page_is_read(name: str, read: dict[str, list[dict[str, Any]]]) -> None:
    (row,) = read[name]
    expected = READ[name]
    fields = expected.keys() & row.keys() - {"quotes"}
    assert {field: row[field] for field in fields} == {field: expected[field] for field in fields}
    assert all(words in row["text"] for words in expected.get("has", ()))
    assert not any(words in row["text"] for words in expected.get("lacks", ()))
    if "published_one_of" in expected:
        assert str(row["published"])[:10] in expected["published_one_of"]
    if "quotes" in expected:
        assert len(row["quotes"]) == len(expected["quotes"])
        assert all(q["text"].startswith(words) for q, words in zip(row["quotes"], expected["quotes"], strict=True))
    for field, key in (("speaker", "speakers"), ("credit", "credits")):
        if key in expected:
            assert all(q[field] in names for q, names in zip(row["quotes"], expected[key], strict=True))


@pytest.mark.parametrize("name", SEVERAL)
def test_file_gives_all_its_articles(name: str, read: dict[str, list[dict[str, Any]]]) -> None:
    found = [
        (row["outlet"], row["published"][:10], row["title"], row["authors"], row["quotes"][0]["text"].rstrip(","))
        for row in read[name]
    ]
    assert found == SEVERAL[name]


@pytest.mark.parametrize("name", REFUSED)
def test_file_of_another_kind_is_refused_by_its_name(name: str, read: dict[str, list[dict[str, Any]]]) -> None:
    (row,) = read[name]
    assert REFUSED[name] in row["refused"]


@pytest.mark.parametrize("name", ONE_OUTLET)
def test_two_site_names_at_one_host_are_one_outlet(name: str, read: dict[str, list[dict[str, Any]]]) -> None:
    assert {(row["outlet"], row["outlet_host"]) for row in read[name]} == {ONE_OUTLET[name]}


@pytest.mark.parametrize("name", COMPARED)
def test_changes_between_printings_have_their_severity(name: str, tmp_path: Path) -> None:
    for row in run("compare", tmp_path, *CASES[name]["input"]):
        least, most = COMPARED[name][row["id"]]
        assert least <= max((hunk["danger"] for hunk in row["hunks"]), default=0) <= most


@pytest.mark.parametrize("name", LINKED)
def test_quotations_stand_in_their_lineages(name: str, tmp_path: Path) -> None:
    lineages = defaultdict(list)
    for row in run("link", tmp_path, *CASES[name]["input"]):
        lineages[row["lineage_id"]].append(row["id"])
    assert sorted(lineages.values()) == LINKED[name]
