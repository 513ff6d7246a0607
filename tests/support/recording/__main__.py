"""Command line of recordings: `make`, `record` and `compare`."""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from tests.support.recording.comparison import compare
from tests.support.recording.fixed_process import copy_database, set_clock, set_seed, start_django, stop_clock

MADE = datetime(2026, 3, 2, 9, tzinfo=UTC)  # when the rows of the database were made, a second later each time
RECORDED = datetime(2026, 3, 3, 12, tzinfo=UTC)  # the time of all requests
SEED, QUOTATIONS = 14, 2000


def main(arguments: list[str] | None = None) -> int:
    """Run the command that the arguments name; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.recording")
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make", help="fill a new SQLite file")
    making.add_argument("database", type=Path)
    making.add_argument("--quotations", type=int, default=QUOTATIONS)
    making.add_argument("--seed", type=int, default=SEED)
    recording = commands.add_parser("record", help="record all answers from a copy of a SQLite file")
    recording.add_argument("database", type=Path)
    recording.add_argument("folder", type=Path)
    comparing = commands.add_parser("compare", help="name what differs between two recordings")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument(
        "--ignore-header", action="append", default=[], metavar="NAME", help="compare only whether it is sent"
    )
    comparing.add_argument(
        "--ignore-text", action="append", default=[], metavar="REGEX", help="leave matches out of headers and bodies"
    )
    comparing.add_argument("--ignore-space", action="store_true", help="compare pages as a browser lays them out")
    given = parser.parse_args(arguments)
    if given.command == "make":
        make(given.database, given.quotations, given.seed)
    elif given.command == "record":
        record(given.database, given.folder)
    else:
        ignored, accepted = given.ignore_header, given.ignore_text
        return compare(given.before, given.after, ignored=ignored, accepted=accepted, spaces=not given.ignore_space)
    return 0


def make(database: Path, quotations: int, seed: int) -> None:
    """Fill a new SQLite file; the same arguments give the same rows."""
    if database.exists():
        raise SystemExit(f"{database} is there already.")
    start_django(database)
    set_clock(MADE + timedelta(seconds=second) for second in count())
    set_seed(str(seed))
    from tests.support.recording import corpus

    corpus.make(quotations, seed)
    from django.db import connection

    connection.close()


def record(database: Path, folder: Path) -> None:
    """Write what a copy of `database` answers into the new `folder`, and print how much that is."""
    began = time.monotonic()
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as temporary:
        copied = Path(temporary) / "db.sqlite3"
        copy_database(database, copied)
        start_django(copied)
        stop_clock(RECORDED)
        from tests.support.recording.commands import record_commands
        from tests.support.recording.pages import record_pages
        from tests.support.recording.recorder import Recorder
        from tests.support.recording.submissions import record_submissions

        recorder = Recorder()
        for step in (record_pages, record_submissions):
            step(recorder)
            print(f"{step.__name__}: {len(recorder.answers)} answers, {time.monotonic() - began:.0f} s", flush=True)
        record_commands(recorder, database, Path(temporary))
    for family, lines in sorted(recorder.by_family().items()):
        (folder / f"{family}.jsonl").write_text("".join(lines), encoding="utf-8")
        print(f"{family:<14}{len(lines):6}")
    statuses = Counter(answer["status"] for answer in recorder.answers.values())
    print(f"{'all':<14}{len(recorder.answers):6}  {time.monotonic() - began:.0f} s  {dict(sorted(statuses.items()))}")


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":  # or new codes would be given out in the order of a set
        os.execve(sys.executable, sys.orig_argv, os.environ | {"PYTHONHASHSEED": "0"})
    sys.exit(main())
