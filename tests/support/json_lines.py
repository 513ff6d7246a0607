"""Runs of the commands from JSON Lines to JSON Lines."""

import json
from pathlib import Path
from typing import Any

from django.core.management import call_command


def run_json_lines(command: str, folder: Path, *lines: object, **options: bool) -> list[dict[str, Any]]:
    """Return what comes out of a command for these lines; bytes go in as they are."""
    source = folder / "in.jsonl"
    source.write_bytes(b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines))
    call_command(command, source, folder / "out.jsonl", **options)
    return read_output(folder)


def read_output(folder: Path) -> list[dict[str, Any]]:
    """Return what came out, also where the command ended with an error."""
    return [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
