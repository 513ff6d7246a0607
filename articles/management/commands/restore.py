"""Restore a backup into an empty database; either everything is there afterwards, or nothing changed.

``python manage.py migrate && python manage.py restore quotes-2026-11-30.jsonl.gz``. A backup of SQLite restores into
PostgreSQL and the other way round.
"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from articles.engine.text.phrases import count_phrase
from articles.management.require_migrations import require_migrations
from articles.services.backup import BackupError, read_backup


class Command(BaseCommand):
    help = "Restore a backup into an empty database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, metavar="PATH", help="the file that `backup` wrote")

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrations()
        try:
            with tqdm(unit=" rows", disable=None, leave=False) as bar:
                result = read_backup(options["path"], progress=bar.update)
        except OSError as error:
            raise CommandError(f"Nothing was restored: {error.strerror or error}.") from error
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count_phrase(result.rows, 'row')} of {result.tables} tables are restored.")
