"""How does a command take JSON Lines in and give JSON Lines out?

One object a line, in and out, from files or from standard input to standard output: what scholars pipe. A line that
is no object, or lacks what the command needs, is named on standard error with its number and what is wrong; the
others go on, and the command ends with exit code 1.

Left to others: what a command does with an object (`commands`).
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

Row = dict[str, Any]


class BadLine(ValueError):  # noqa: N818 - it names what it is
    """An input line that cannot be used; the message says what is wrong with it."""


class JsonLinesCommand(BaseCommand):
    """A command from JSON Lines to JSON Lines. Needs no database.

    A subclass says in `answers` what comes out for the lines that come in; for one that cannot be used it calls
    `refuse`, or lets `row` raise `BadLine`.
    """

    requires_system_checks = []  # noqa: RUF012 - Django declares it so; nothing here needs a database or settings
    refused = 0

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "input", nargs="?", default="-", help="a JSON Lines file; - (the default) for standard input"
        )
        parser.add_argument(
            "output", nargs="?", default="-", help="where to write; - (the default) for standard output"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.refused = 0
        try:
            with _source(options["input"]) as source, _target(options["output"]) as target:
                for answer in self.answers(self.rows(source)):
                    target.write(json.dumps(answer, ensure_ascii=False, separators=(", ", ": ")).encode() + b"\n")
                target.flush()
        except BrokenPipeError:  # whoever reads our output has seen enough, as `head` has
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as problem:
            raise CommandError(f"{problem.filename}: {problem.strerror}. Check the path.") from problem
        if self.refused:
            raise CommandError(f"{self.refused} line{'s were' if self.refused > 1 else ' was'} left out, named above.")

    def answers(self, rows: Iterable[tuple[int, Row]]) -> Iterator[Mapping[str, Any]]:
        """What comes out for these rows, given with their line numbers."""
        raise NotImplementedError

    def rows(self, source: BinaryIO) -> Iterator[tuple[int, Row]]:
        """The objects of `source` with the numbers of their lines; blank lines are skipped, bad ones refused."""
        for number, line in enumerate(source, start=1):
            if not line.strip():
                continue
            try:
                yield number, _object(line)
            except BadLine as problem:
                self.refuse(number, problem)

    def refuse(self, number: int, problem: object) -> None:
        """Leave line `number` out and say why."""
        self.refused += 1
        self.stderr.write(f"line {number}: {problem}")


def field(row: Row, name: str, kind: type | tuple[type, ...] = str, *, needed: bool = True) -> Any:
    """The value of `name` in `row`. Raises BadLine where it is missing or of another kind."""
    value = row.get(name)
    if value is None and not needed:
        return None
    if value is None:
        raise BadLine(f'"{name}" is missing')
    if not isinstance(value, kind):
        raise BadLine(f'"{name}" is {_named(value)}, it must be {_named_kind(kind)}')
    return value


def _object(line: bytes) -> Row:
    try:
        value = json.loads(line)
    except UnicodeDecodeError as problem:
        raise BadLine("not UTF-8; save the file in that encoding") from problem
    except (ValueError, RecursionError) as problem:
        raise BadLine(f"not JSON ({problem}); each line must be one object") from problem
    if not isinstance(value, dict):
        raise BadLine(f"{_named(value)}, where one JSON object a line is wanted")
    return value


_KINDS = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
}


def _named(value: object) -> str:
    return _KINDS.get(type(value), "null")


def _named_kind(kind: type | tuple[type, ...]) -> str:
    return " or ".join(_KINDS[each] for each in (kind if isinstance(kind, tuple) else (kind,)))


def _source(path: str) -> Any:
    return nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb")


def _target(path: str) -> Any:
    return nullcontext(sys.stdout.buffer) if path == "-" else Path(path).open("wb")
