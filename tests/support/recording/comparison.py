"""Comparison of two recordings, request by request."""

import difflib
import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

WIDTH = 160  # characters shown of a line that differs
LINES = 6  # lines shown of an answer that differs


def compare(before: Path, after: Path, *, ignored: Collection[str] = ()) -> int:
    """Print what differs between two recordings; returns 1 if anything does."""
    families = sorted({path.name for folder in (before, after) for path in folder.glob("*.jsonl")})
    if not families:
        raise SystemExit("There are no recordings in these folders.")
    total: Counter[str] = Counter()
    for family in families:
        counted: Counter[str] = Counter()
        one, other = read(before / family), read(after / family)
        for request in sorted(one.keys() | other.keys()):
            found = list(differences(one.get(request), other.get(request), ignored))
            counted["differ" if found else "equal"] += 1
            if found:
                print("\n".join([f"{family.removesuffix('.jsonl')}: {request}", *(f"    {line}" for line in found)]))
        total += counted
        print(f"{family.removesuffix('.jsonl')}: {counted['equal']} equal, {counted['differ']} differ")
    print(f"all: {total['equal']} equal, {total['differ']} differ")
    return 1 if total["differ"] else 0


def read(path: Path) -> dict[str, dict[str, Any]]:
    """Return the answers of a file by their requests; none where there is no file."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8") as lines:
        return {answer["request"]: answer for answer in map(json.loads, lines)}


def differences(one: dict[str, Any] | None, other: dict[str, Any] | None, ignored: Collection[str]) -> Iterator[str]:
    """Yield what differs between two answers, a line each; of an ignored header only that one of them lacks it."""
    if one is None or other is None:
        yield "only in the second recording" if one is None else "only in the first recording"
        return
    if one["status"] != other["status"]:
        yield f"status: {one['status']} became {other['status']}"
    unseen = {name.casefold() for name in ignored}
    for name in sorted(one["headers"].keys() | other["headers"].keys()):
        values = one["headers"].get(name), other["headers"].get(name)
        if values[0] != values[1] and (name.casefold() not in unseen or None in values):
            yield f"{name}: {values[0]} became {values[1]}"
    if one["body"] != other["body"]:
        yield from first_lines(one["body"], other["body"])


def first_lines(one: str, other: str) -> Iterator[str]:
    """Yield the first lines in which two bodies differ, from shortly before the place where they do."""
    lines, others = one.split("\n"), other.split("\n")
    at = same_start(lines, others)
    start = same_start([*lines, ""][at], [*others, ""][at])
    yield f"body, from line {at + 1}:"
    changed = (line for line in difflib.ndiff(lines[at : at + 40], others[at : at + 40]) if line[:1] in "-+")
    for line in islice(changed, LINES):
        yield f"{line[:2]}{line[2:][max(0, start - 40) :][:WIDTH]}"


def same_start(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the first items, or letters, that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
