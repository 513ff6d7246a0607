"""What lineages do all quotes make, when they are linked anew together?

``python manage.py relink`` after the table of names was edited or the product was updated; ``--dry-run`` prints what it
would change and changes nothing. ``--since 2015-11-17`` looks only at what was taken in since, and what that may
concern: enough after an import, not after an edit of the table of names, which the index has yet to learn. Broken off,
it leaves everything as it was. While it writes, at the end, nothing else is linked.
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
        parser.add_argument(
            "--since",
            type=date.fromisoformat,
            metavar="DATE",
            help="only what was taken in since that day, as in 2015-11-17, and what it may concern",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes; all cores by default")

    def handle(self, *args: Any, **options: Any) -> None:
        from articles.services.linking.relink import relink  # here, because NumPy takes a tenth of a second

        require_migrations()
        with tqdm(unit=" done", disable=None, leave=False) as bar:

            def show(step: str, done: int) -> None:
                bar.set_description(step)
                bar.update(done)

            change = relink(
                since=options["since"], dry_run=options["dry_run"], workers=options["workers"], progress=show
            )
        would = "would " if options["dry_run"] else ""
        self.stdout.write(
            f"{change.quotes} quotes. Of the lineages {change.unchanged} {would}stay as they are, {change.changed} {would}"
            f"have other printings, {change.begun} {would}begin, {change.ended} {would}become part of another."
        )
        for example in change.examples:
            self.stdout.write(f"  {example}")
