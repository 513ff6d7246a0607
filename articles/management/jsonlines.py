"""Commands that read and write JSON Lines, from files or standard input to files or standard output.

A line that is no object, or lacks what the command needs, is named on standard error with its number and the reason.
The other lines go on, and the command ends with exit code 1.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.importers.jsonl import InvalidLineError, JsonObject, parse_line

_ENCODER = json.JSONEncoder(ensure_ascii=False)  # `json.dumps` would make one for every line


class JsonLinesCommand(BaseCommand):
    """A command from JSON Lines to JSON Lines that needs no database.

    A subclass says in `parse_row` what it needs of a line, and in `process` what comes out for all lines.
    """

    requires_system_checks = []  # noqa: RUF012 - Django declares it so; nothing here needs a database or settings
    refused_lines = 0

    def add_arguments(self, parser: CommandParser) -> None:
        defaults: dict[str, Any] = {"nargs": "?", "default": "-"}
        parser.add_argument("input", help="a JSON Lines file; - (the default) for standard input", **defaults)
        parser.add_argument("output", help="where to write; - (the default) for standard output", **defaults)

    def handle(self, *args: Any, **options: Any) -> None:
        self.refused_lines = 0
        try:
            with _open(options["input"], "rb") as source, _open(options["output"], "wb") as target:
                for answer in self.process(self.read_rows(source)):
                    target.write(_ENCODER.encode(answer).encode() + b"\n")
                target.flush()
        except BrokenPipeError:  # whoever reads our output has seen enough, as `head` has
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as problem:
            raise CommandError(f"{problem.filename}: {problem.strerror}. Check the path.") from problem
        if self.refused_lines:
            lines = "1 line was" if self.refused_lines == 1 else f"{self.refused_lines} lines were"
            raise CommandError(f"{lines} left out, named above.")

    def parse_row(self, row: JsonObject) -> Any:
        """Return what the command needs of a row. Raises InvalidLineError."""
        raise NotImplementedError

    def process(self, rows: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
        """Yield what comes out for these rows, which `parse_row` has read."""
        raise NotImplementedError

    def read_rows(self, source: BinaryIO) -> Iterator[Any]:
        """Yield the rows of `source`; skip blank lines, leave bad ones out and say why."""
        for number, line in enumerate(source, start=1):
            if not line.strip():
                continue
            try:
                row = self.parse_row(parse_line(line))
            except InvalidLineError as problem:
                self.refused_lines += 1
                self.stderr.write(f"line {number}: {problem}")
            else:
                yield row


def _open(path: str, mode: str) -> Any:
    standard = sys.stdin if mode == "rb" else sys.stdout
    return nullcontext(standard.buffer) if path == "-" else Path(path).open(mode)
