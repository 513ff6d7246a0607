"""What a recording keeps of the commands: their help, and what they print of the same input."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.support.recording.fixed_process import copy_database, environment_for
from tests.support.recording.pages import rows
from tests.support.recording.recorder import Recorder

ROOT = Path(__file__).resolve().parents[3]
MEASURED = (
    (re.compile(r'"seconds": [0-9.e-]+'), '"seconds": measured'),
    (re.compile(r"\([0-9]+ ms\)"), "(measured ms)"),
    (re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+", re.MULTILINE), "(time)"),
)
PAGE = """<!doctype html><html lang="en"><head><title>Ferry talks go on</title>
<meta property="og:site_name" content="Harbour Wire"></head><body><article><h1>Ferry talks go on</h1>
<p>The talks on the ferry went on for a third day in the old customs house, our reporter was told there.</p>
<p>“We have never promised a ferry to anybody, and we will not begin this winter,” Mayor Elena Kovalenko said.</p>
<p>“Whoever says so has not read the treaty,” she added.</p></article></body></html>
"""
TEXT = """Deputies discuss the dam

The deputies discussed the dam for the whole of Thursday, as could be heard in the corridors of the house.

"The dam is safe, and all of the engineers who have inspected it know that," Prime Minister Anna Lindqvist said.

Anna Lindqvist told reporters that the dam would be inspected again in spring.
"""
MANIFEST = {"articles": [{"path": "dam.txt", "outlet": "City Gazette", "published": "2016-02-03", "language": "en"}]}


def record_commands(recorder: Recorder, database: Path, folder: Path) -> None:
    """Run the commands of the application, each in a process of its own, and keep what they print."""
    write_input(folder)

    def run(*arguments: str, on: Path = folder / "db.sqlite3", given: str = "") -> None:
        keep(recorder, folder, on, arguments, given)

    run("help")
    listed = recorder.answers["help"]["body"].partition("[articles]")[2].partition("[")[0].split()
    for command in listed:
        run(command, "--help")
    run_on_files(run)
    run_on_rows(run)
    changed = folder / "changed.sqlite3"
    copy_database(database, changed)
    run("migrate", "--verbosity", "0", on=changed)
    change_rows(run, changed)


def write_input(folder: Path) -> None:
    """Write the files that commands read."""
    said = "SELECT id, text, (SELECT name FROM articles_speaker s WHERE s.id = speaker_id) FROM articles_quote"
    quotes = [
        {"id": number, "text": text} | ({"speaker": speaker} if speaker else {})
        for number, text, speaker in rows(f"{said} WHERE id <= 400 ORDER BY id")
    ]
    pairs = rows(
        "SELECT m.id, a.text, b.text FROM articles_match m JOIN articles_quote a ON a.id = m.a_id "
        "JOIN articles_quote b ON b.id = m.b_id WHERE m.id % 7 = 1 ORDER BY m.id LIMIT 400"
    )
    articles = rows("SELECT id, text FROM articles_article WHERE id % 3 = 1 ORDER BY id")
    lines(folder / "quotes.jsonl", quotes)
    lines(folder / "pairs.jsonl", [{"id": number, "a": a, "b": b} for number, a, b in pairs])
    lines(folder / "articles.jsonl", [{"doc_id": number, "text": text} for number, text in articles])
    (folder / "bad.jsonl").write_text('{"id": 1}\nno object\n\n[]\n', encoding="utf-8")
    pages = folder / "pages"
    pages.mkdir()
    (pages / "ferry.html").write_text(PAGE, encoding="utf-8")
    (pages / "menu.html").write_text("<html><body><nav>Home News Sport</nav></body></html>", encoding="utf-8")
    (pages / "empty.txt").write_text("", encoding="utf-8")
    (folder / "dam.txt").write_text(TEXT, encoding="utf-8")
    (folder / "manifest.json").write_text(json.dumps(MANIFEST), encoding="utf-8")


def lines(path: Path, objects: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(each) + "\n" for each in objects), encoding="utf-8")


def keep(recorder: Recorder, folder: Path, database: Path, arguments: tuple[str, ...], given: str) -> None:
    """Run a command in `folder` and keep its exit code and what it prints."""
    variables = environment_for(database) | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-m", "django", *arguments]
    ended = subprocess.run(command, cwd=folder, env=variables, input=given.encode(), capture_output=True, check=False)
    body = f"{ended.stdout.decode()}\n--- on standard error\n{ended.stderr.decode()}"
    for measured, shown in MEASURED:
        body = measured.sub(shown, body)
    recorder.keep(" ".join(arguments), ended.returncode, {}, body, "commands")


Run = Callable[..., None]


def run_on_files(run: Run) -> None:
    """Run the commands from files to lines, which need no database."""
    for command, file in (("compare", "pairs.jsonl"), ("extract", "articles.jsonl"), ("link", "quotes.jsonl")):
        run(command, file)
        run(command, "bad.jsonl")
        run(command, "nothing.jsonl")
    run("extract", "articles.jsonl", "--attributions")
    run("link", "quotes.jsonl", "-", "--workers", "1")
    run("link", "--spark", "quotes.jsonl")
    run("compare", given='{"id": 1, "a": "It is not so.", "b": "It is so."}\n')


def run_on_rows(run: Run) -> None:
    """Run the commands that read the database."""
    for a, b in rows("SELECT a_id, b_id FROM articles_match WHERE id % 401 = 3 ORDER BY id LIMIT 8"):
        run("explain", str(a), str(b))
    run("explain", "1", "900")
    run("explain", "1", "0")
    for report in ((), ("--json",)):
        run("ingest", "--dry-run", *report, "pages", "dam.txt", "manifest.json")
    run("ingest", "--dry-run", "--outlet", "City Gazette", "--language", "nonsense!", "dam.txt")
    run("ingest", "--dry-run", "nothing-here")
    run("relink", "--dry-run", "--workers", "1")
    run("relink", "--dry-run", "--workers", "1", "--since", "2026-03-02")
    run("relink", "--since", "nonsense")
    run("rulings", "export")
    run("rulings", "measure")
    run("rulings", "import", "nothing.jsonl")
    run("rulings", "nonsense")
    run("check")
    run("makemigrations", "--check", "--dry-run")


def change_rows(run: Run, changed: Path) -> None:
    """Run the commands that change the database, one after the other on a copy of their own."""
    run("ingest", "pages", "manifest.json", on=changed)
    run("ingest", "--json", "pages", "dam.txt", on=changed)
    run("worker", "--once", on=changed)
    run("reindex", on=changed)
    run("relink", "--workers", "1", on=changed)
    run("relink", "--workers", "1", "--dry-run", on=changed)
    run("rulings", "export", on=changed)
    assert os.path.getsize(changed), "the copy is there"
