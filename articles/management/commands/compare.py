"""Compare pairs of printings and name each change.

``python manage.py compare pairs.jsonl changes.jsonl``: in ``{id, a, b}``, out ``{id, mode: "diff"|"parallel", hunks:
[{a: [start, end], b: [start, end], class, danger}]}``, one object a line, in the order of the input. Offsets are code
points into `a` and `b`; an empty side has start and end at the same place. The aliases are the standard ones.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.compare import compare
from articles.importers.jsonl import JsonObject, get_field
from articles.management.jsonlines import JsonLinesCommand


class Command(JsonLinesCommand):
    help = (
        "Find and classify the changes between two versions. Reads {id, a, b}, writes {id, mode, hunks}, as JSON Lines."
    )

    def parse_row(self, row: JsonObject) -> tuple[str | int, str, str]:
        return get_field(row, "id", (str, int)), get_field(row, "a"), get_field(row, "b")

    def process(self, rows: Iterable[tuple[str | int, str, str]]) -> Iterator[dict[str, Any]]:
        for identity, a, b in rows:
            comparison = compare(a, b)
            hunks = [serialize_hunk(change) for change in comparison.changes]
            yield {"id": identity, "mode": comparison.mode, "hunks": hunks}


def serialize_hunk(change: Change) -> dict[str, Any]:
    """Return a change as a JSON object."""
    a, b = [change.a.start, change.a.end], [change.b.start, change.b.end]
    return {"a": a, "b": b, "class": change.kind, "danger": change.severity}
