"""``ingest`` takes files in, says what it found in each, and names what it could not take in and why."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Lineage, Quote
from tests.support.environment import clean_environment

pytestmark = pytest.mark.django_db

TASS = (
    "Russian FM: US sparing Islamic State\n\n"
    "KHABAROVSK, November 17. /TASS/. Russian Foreign Minister Sergey Lavrov spoke to the press on Tuesday.\n\n"
    "\u201cWe noted tactical successes when a couple of cities were recaptured in Iraq,\u201d Lavrov said.\n"
)
SANA = TASS.replace("/TASS/", "/SANA/").replace("sparing Islamic State", "strikes on ISIS selective")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles with a manifest, and four files that are none."""
    (tmp_path / "tass.txt").write_text(TASS, encoding="utf-8")
    (tmp_path / "sana.txt").write_text(SANA, encoding="utf-8")
    rows = [
        {"path": "tass.txt", "outlet": "OffGuardian", "credit": "TASS", "published": "2015-11-17", "precision": "day"},
        {"path": "sana.txt", "outlet": "SANA", "published": "2015-11-17", "precision": "about", "language": "en"},
    ]
    (tmp_path / "manifest.json").write_text(json.dumps({"articles": rows}))
    return tmp_path


def ingest(*arguments: object) -> list[dict[str, object]]:
    """Return the report of ``ingest --json``; a CommandError is let through after it."""
    out = StringIO()
    try:
        call_command("ingest", *arguments, "--json", stdout=out)
    finally:
        ingest.report = [json.loads(line) for line in out.getvalue().splitlines()]  # type: ignore[attr-defined]
    return ingest.report  # type: ignore[attr-defined,no-any-return]


def test_a_manifest_takes_its_articles_in_with_what_it_knows_of_them(folder: Path) -> None:
    first, second = ingest(folder / "manifest.json")
    assert (first["outcome"], first["outlet"], first["quotes"], first["speakers"], first["linked"]) == (
        "new", "OffGuardian", 1, 1, 0,
    )  # fmt: skip
    assert (second["outcome"], second["outlet"], second["quotes"], second["linked"]) == ("new", "SANA", 1, 1)
    assert Lineage.objects.get().printing_count == 2
    assert Article.objects.get(outlet__name="OffGuardian").credit == "TASS"
    assert first["address"] == Article.objects.get(outlet__name="OffGuardian").get_absolute_url()


def test_what_is_there_already_is_said_so_and_no_failure(folder: Path) -> None:
    ingest(folder / "manifest.json")
    again = ingest(folder / "manifest.json")
    assert [line["outcome"] for line in again] == ["known", "known"]
    assert "already in the collection" in str(again[0]["reason"])
    assert Article.objects.count() == 2


def test_a_folder_goes_in_by_its_manifest_once(folder: Path) -> None:
    assert len(ingest(folder)) == 2


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("empty.txt", b"", "empty", id="empty"),
        pytest.param("picture.txt", b"\0\1\2\3" * 100, "binary", id="binary"),
        pytest.param("big.txt", b"a " * 3_000_000, "5 MB", id="over the size limit"),
        pytest.param(
            "menu.html", b"<html><body><nav>Home</nav></body></html>", "recognizable article", id="no article"
        ),
    ],
)
def test_a_bad_file_is_named_with_the_reason_and_the_others_go_in(
    name: str, content: bytes, reason: str, folder: Path
) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(CommandError, match="1 of 3 could not be imported"):
        ingest(folder)
    refused = [line for line in ingest.report if line["outcome"] == "not taken in"]  # type: ignore[attr-defined]
    assert [Path(str(line["source"])).name for line in refused] == [name]
    assert reason in str(refused[0]["reason"]).lower().replace("5 mib", "5 mb").replace("5 mb", "5 MB")
    assert Article.objects.count() == 2


def test_a_text_of_menus_only_is_no_article(folder: Path) -> None:
    (folder / "menu.txt").write_text("Home\n\nLog in\n\nRegister\n\nComments 4\n\nLeave a Reply\n")
    with pytest.raises(CommandError, match="1 of 3 could not be imported"):
        ingest(folder)


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(CommandError, match="1 of 1 could not be imported"):
        ingest(folder / "nowhere.txt")


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        ingest(tmp_path)


def test_a_dry_run_says_what_would_be_found_and_stores_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("ingest", folder, "--dry-run")
    said = capsys.readouterr().out
    assert "Dry run, nothing stored: 2 new with 2 quotations, 0 known, 0 not taken in." in said
    assert not Article.objects.exists()
    assert not Quote.objects.exists()


def test_the_table_has_a_row_a_file_with_its_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").write_bytes(b"")
    with pytest.raises(CommandError):
        call_command("ingest", folder)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["quotes", "speakers", "linked", "set", "aside", "outlet", "file"]
    assert any(line.startswith("not taken in") and line.endswith("empty.txt") for line in lines)
    assert any(line.split()[:5] == ["new", "1", "1", "1", "0"] and "SANA" in line for line in lines)
    assert lines[-1] == "2 new with 2 quotations, 0 known, 1 not taken in."


def test_the_outlet_can_be_said_for_all(folder: Path) -> None:
    ingest(folder / "tass.txt", "--outlet", "OffGuardian")
    assert Article.objects.get().outlet_name == "OffGuardian"


def test_the_program_ends_with_1_when_something_was_left_out_and_keeps_its_progress_off_standard_output(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    root = Path(__file__).resolve().parents[2]
    environment = clean_environment() | {"DATABASE_URL": f"sqlite:///{tmp_path_factory.mktemp('own') / 'db.sqlite3'}"}
    manage = [sys.executable, str(root / "manage.py")]
    subprocess.run([*manage, "migrate", "--verbosity", "0"], check=True, env=environment, cwd=root)
    ended = subprocess.run(
        [*manage, "ingest", "--json", str(folder)], capture_output=True, text=True, env=environment, cwd=root
    )
    assert ended.returncode == 1
    assert [json.loads(line)["outcome"] for line in ended.stdout.splitlines()].count("new") == 2
    assert "1 of 3 could not be imported" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.django_db(transaction=True)
def test_a_database_without_tables_is_one_sentence(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = Path(__file__).resolve().parents[2]
    environment = clean_environment() | {"DATABASE_URL": f"sqlite:///{tmp_path_factory.mktemp('own') / 'db.sqlite3'}"}
    ended = subprocess.run(
        [sys.executable, "manage.py", "ingest", str(folder)], capture_output=True, text=True, env=environment, cwd=root
    )
    assert ended.returncode == 1
    assert ended.stderr == "CommandError: the database is not ready: run `python manage.py migrate` first.\n"
