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
    help = "Link all quotes anew and say what that changes; every code keeps leading somewhere."

    def add_arguments(self, parser: CommandParser) -> None:
        since = "only what was taken in since that day, as in 2015-11-17, and what it may concern"
        parser.add_argument("--since", type=date.fromisoformat, metavar="DATE", help=since)
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes; all cores by default")

    def handle(self, *args: Any, **options: Any) -> None:
        from articles.services.linking.relink import relink  # here, because NumPy takes a tenth of a second

        require_migrations()
        with tqdm(unit=" done", disable=None, leave=False) as bar:

            def show(step: str, done: int) -> None:
                bar.set_description(step)
                bar.update(done)

            settings = {name: options[name] for name in ("since", "dry_run", "workers")}
            change = relink(**settings, progress=show)
        would = "would " if options["dry_run"] else ""
        self.stdout.write(
            f"{change.quotes} quotes. Of the lineages {change.unchanged} {would}stay as they are, "
            f"{change.changed} {would}have other printings, {change.begun} {would}begin, "
            f"{change.ended} {would}become part of another."
        )
        for example in change.examples:
            self.stdout.write(f"  {example}")
