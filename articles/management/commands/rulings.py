"""Export, import and evaluate curators' rulings.

``python manage.py rulings export > rulings.jsonl`` writes the rulings in force, one JSON object a line. ``rulings
import rulings.jsonl --by NAME`` takes them in as one decision of that curator, which can be taken back. ``rulings
measure`` prints precision and recall of the matcher's thresholds against them.
"""

import json
import sys
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.services.rulings_io import export_rulings, import_rulings, measure_thresholds


class Command(BaseCommand):
    help = "Export rulings, import them, or measure the matcher against them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("deed", choices=("export", "import", "measure"))
        parser.add_argument("file", nargs="?", default="-", help="the file to import; - is standard input")
        parser.add_argument("--by", default="", help="the curator who is responsible for imported rulings")

    def handle(self, *args: Any, **options: Any) -> None:
        match options["deed"]:
            case "export":
                for line in export_rulings():
                    self.stdout.write(json.dumps(line, ensure_ascii=False))
            case "import":
                self.import_file(options["file"], options["by"])
            case "measure":
                self.stdout.write("chance  precision  recall")
                for row in measure_thresholds():
                    shares = ("-" if share is None else f"{share:.3f}" for share in (row.precision, row.recall))
                    self.stdout.write("{:>6}  {:>9}  {:>6}".format(row.threshold, *shares))

    def import_file(self, file: str, username: str) -> None:
        curator = get_user_model().objects.filter(username=username).first()
        if curator is None:
            raise CommandError("Say with --by which curator is responsible for them.")
        try:
            text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
            lines = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (OSError, ValueError) as error:
            raise CommandError(f"{file} cannot be read: {error}") from error
        done = import_rulings([line if isinstance(line, dict) else {} for line in lines], by=curator)
        rulings = "1 ruling" if done.imported == 1 else f"{done.imported} rulings"
        self.stdout.write(f"{rulings} imported, {done.known} known already, {done.missing} about unknown quotations.")
        if done.decision:
            self.stdout.write(f"{done.decision} To undo it, open decision {done.decision.pk} on the review desk.")
