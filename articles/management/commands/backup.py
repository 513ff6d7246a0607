"""Write a backup of everything that this installation holds to one file, while the site goes on working.

``python manage.py backup quotes-2026-11-30.jsonl.gz``; ``manage.py restore`` reads it, on SQLite or PostgreSQL.
"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from articles.engine.text.phrases import count_phrase
from articles.management.require_migrations import require_migrations
from articles.services.backup import write_backup


class Command(BaseCommand):
    help = "Write everything that this installation holds to one file, which `restore` reads."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, metavar="PATH", help="the file to write, as in backup.jsonl.gz")

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrations()
        try:
            with tqdm(unit=" rows", disable=None, leave=False) as bar:
                result = write_backup(options["path"], progress=bar.update)
        except OSError as error:
            raise CommandError(f"Nothing was written: {error.strerror or error}.") from error
        self.stdout.write(f"{count_phrase(result.rows, 'row')} of {result.tables} tables are in {options['path']}.")
