"""What do curators' rulings say, elsewhere and of the matcher?

``python manage.py rulings export > rulings.jsonl`` writes those that hold, one JSON object a line; ``rulings import
rulings.jsonl --by NAME`` takes them in as one batch of that curator, which can be taken back; ``rulings measure``
prints precision and recall of the matcher's thresholds against them.
"""

import json
import sys
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.services.rulings_io import measured, read, written


class Command(BaseCommand):
    help = "Write rulings out, read them in, or hold the matcher against them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("deed", choices=("export", "import", "measure"))
        parser.add_argument("file", nargs="?", default="-", help="to read, for import; - is standard input")
        parser.add_argument("--by", default="", help="name of the curator who answers for what is imported")

    def handle(self, *args: Any, **options: Any) -> None:
        {"export": self.write, "import": self.read, "measure": self.measure}[options["deed"]](options)

    def write(self, options: dict[str, Any]) -> None:
        for line in written():
            self.stdout.write(json.dumps(line, ensure_ascii=False))

    def read(self, options: dict[str, Any]) -> None:
        curator = get_user_model().objects.filter(username=options["by"]).first()
        if curator is None:
            raise CommandError("say with --by which curator answers for them.")
        try:
            text = sys.stdin.read() if options["file"] == "-" else Path(options["file"]).read_text(encoding="utf-8")
            lines = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (OSError, ValueError) as error:
            raise CommandError(f"{options['file']} cannot be read: {error}") from error
        done = read([line if isinstance(line, dict) else {} for line in lines], by=curator)
        self.stdout.write(
            f"{done.taken} ruling{'' if done.taken == 1 else 's'} taken in, {done.known} held already, "
            f"{done.missing} named what is not here."
        )
        if done.batch:
            self.stdout.write(f"{done.batch} To take it back: batch {done.batch.pk}, on the desk.")

    def measure(self, options: dict[str, Any]) -> None:
        self.stdout.write("chance  precision  recall")
        for row in measured():
            shares = ("-" if share is None else f"{share:.3f}" for share in (row.precision, row.recall))
            self.stdout.write("{:>6}  {:>9}  {:>6}".format(row.threshold, *shares))
