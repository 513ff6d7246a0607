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


class JsonLinesCommand(BaseCommand):
    """A command from JSON Lines to JSON Lines that needs no database.

    A subclass says in `process_rows` what comes out for the lines that come in. For a line that cannot be used it calls
    `refuse_line`, or lets the parser of the line raise `InvalidLineError`.
    """

    requires_system_checks = []  # noqa: RUF012 - Django declares it so; nothing here needs a database or settings
    refused_lines = 0

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "input", nargs="?", default="-", help="a JSON Lines file; - (the default) for standard input"
        )
        parser.add_argument(
            "output", nargs="?", default="-", help="where to write; - (the default) for standard output"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.refused_lines = 0
        try:
            with _open_source(options["input"]) as source, _open_target(options["output"]) as target:
                for answer in self.process_rows(self.read_rows(source)):
                    target.write(json.dumps(answer, ensure_ascii=False, separators=(", ", ": ")).encode() + b"\n")
                target.flush()
        except BrokenPipeError:  # whoever reads our output has seen enough, as `head` has
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as problem:
            raise CommandError(f"{problem.filename}: {problem.strerror}. Check the path.") from problem
        if self.refused_lines:
            raise CommandError(
                f"{self.refused_lines} line{'s were' if self.refused_lines > 1 else ' was'} left out, named above."
            )

    def process_rows(self, rows: Iterable[tuple[int, JsonObject]]) -> Iterator[Mapping[str, Any]]:
        """Yield what comes out for these rows, which carry their line numbers."""
        raise NotImplementedError

    def read_rows(self, source: BinaryIO) -> Iterator[tuple[int, JsonObject]]:
        """Yield the objects of `source` with their line numbers; skip blank lines and refuse bad ones."""
        for number, line in enumerate(source, start=1):
            if not line.strip():
                continue
            try:
                yield number, parse_line(line)
            except InvalidLineError as problem:
                self.refuse_line(number, problem)

    def refuse_line(self, number: int, problem: object) -> None:
        """Leave line `number` out and say why."""
        self.refused_lines += 1
        self.stderr.write(f"line {number}: {problem}")


def _open_source(path: str) -> Any:
    return nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb")


def _open_target(path: str) -> Any:
    return nullcontext(sys.stdout.buffer) if path == "-" else Path(path).open("wb")
