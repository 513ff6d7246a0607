"""Link all quotations again, together.

``python manage.py relink`` is due after the table of aliases was edited or the program was updated. ``--since`` is
enough after an import, but not after an edit of the aliases, which the index has yet to learn. If the command is
interrupted, everything stays as it was. While it writes, at the end, nothing else is linked.
"""

import os
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from articles.management.require_migrations import require_migrations


class Command(BaseCommand):
    help = "Link all quotations again and report the changes. Every permanent code keeps working."

    def add_arguments(self, parser: CommandParser) -> None:
        since = "only quotations collected since this day, for example 2015-11-17, and those they may affect"
        parser.add_argument("--since", type=date.fromisoformat, metavar="DATE", help=since)
        parser.add_argument("--dry-run", action="store_true", help="report what would change, but change nothing")
        parser.add_argument(
            "--workers", type=int, default=os.cpu_count() or 1, help="number of processes (default: all cores)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        from articles.services.linking.relink import relink  # here, because NumPy takes a tenth of a second

        require_migrations()
        with tqdm(unit=" done", disable=None, leave=False) as bar:

            def show(step: str, done: int) -> None:
                bar.set_description(step)
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
