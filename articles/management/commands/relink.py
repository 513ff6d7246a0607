"""Link all quotations again, together.

``python manage.py relink`` is due after the table of aliases was edited or the program was updated. ``--since`` is
enough after an import, but not after an edit of the aliases, which the index has yet to learn. If the command is
interrupted, everything stays as it was. While it writes, at the end, nothing else is linked. ``--requested`` carries
out what a curator asked for at the desk, if no worker does yet; workers start it themselves.
"""

import logging
import os
import signal
import sys
from contextlib import suppress
from datetime import date, timedelta
from threading import Thread
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from articles.management.require_migrations import require_migrations
from articles.services.leases import LEASE_DURATION

COUNTED_BEFORE = ("quotations", "wordings")  # steps that only say how many there are


class Command(BaseCommand):
    help = "Link all quotations again and report the changes. Every permanent code keeps working."

    def add_arguments(self, parser: CommandParser) -> None:
        since = "only quotations collected since this day, for example 2015-11-17, and those they may affect"
        parser.add_argument("--since", type=date.fromisoformat, metavar="DATE", help=since)
        requested = "carry out the open request of the desk"
        parser.add_argument("--requested", action="store_true", help=requested)
        stdin = "with --requested: stop when standard input closes"
        parser.add_argument("--until-stdin-closes", action="store_true", help=stdin)
        seconds = LEASE_DURATION.total_seconds()
        lease = "with --requested: seconds until a worker may take over from a killed process (default: %(default)g)"
        parser.add_argument("--lease", type=float, default=seconds, metavar="SECONDS", help=lease)
        parser.add_argument("--dry-run", action="store_true", help="report what would change, but change nothing")
        parser.add_argument(
            "--workers", type=int, default=os.cpu_count() or 1, help="number of processes (default: all cores)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        from articles.services.linking.relink import relink  # here, because NumPy takes a tenth of a second

        require_migrations()
        if options["requested"]:
            _run_request(timedelta(seconds=options["lease"]), until_stdin_closes=options["until_stdin_closes"])
            return
        with tqdm(unit=" done", disable=None, leave=False) as bar:

            def show(step: str, done: int) -> None:
                bar.set_description(step)
                if step not in COUNTED_BEFORE:
                    bar.update(done)

            settings = {name: options[name] for name in ("since", "dry_run", "workers")}
            change = relink(**settings, progress=show)
        dry_run = "Dry run, nothing stored: " if options["dry_run"] else ""
        self.stdout.write(
            f"{dry_run}{change.quotes} quotations. Lineages: {change.unchanged} unchanged, {change.changed} changed, "
            f"{change.begun} new, {change.ended} joined with another."
        )
        for example in change.examples:
            self.stdout.write(f"  {example}")


def _run_request(lease_duration: timedelta, *, until_stdin_closes: bool) -> None:
    """Carry out the open request. SIGTERM, Ctrl-C or the end of input releases it for another worker."""
    from articles.services.relink_requests import run_next

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    if until_stdin_closes:
        Thread(target=_stop_at_end_of_input, daemon=True).start()
    logging.getLogger("articles").setLevel(logging.INFO)
    with suppress(KeyboardInterrupt):
        run_next(lease_duration)


def _stop(*signal_and_frame: object) -> NoReturn:
    raise KeyboardInterrupt


def _stop_at_end_of_input() -> None:
    """Stop when the worker that started this process has ended, in whatever way."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
