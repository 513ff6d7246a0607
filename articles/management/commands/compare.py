"""Compare pairs of printings and name each change.

``python manage.py compare pairs.jsonl changes.jsonl``: in ``{id, a, b}``, out ``{id, mode: "diff"|"parallel", hunks:
[{a: [start, end], b: [start, end], class, danger}]}``, one object a line, in the order of the input. TASS's "the
Islamic State" against SANA's "ISIS" comes out as one hunk of class ``name_swap``. Offsets are code points into `a` and
`b`; an empty side has start and end at the same place. No database is used: the aliases are the standard ones.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.compare import compare
from articles.importers.jsonl import InvalidLineError, JsonObject, get_field
from articles.management.jsonlines import JsonLinesCommand


class Command(JsonLinesCommand):
    help = "Find and name the changes between two printings: {id, a, b} in, {id, mode, hunks} out, JSON Lines."

    def process_rows(self, rows: Iterable[tuple[int, JsonObject]]) -> Iterator[dict[str, Any]]:
        for number, row in rows:
            try:
                name, a, b = get_field(row, "id", (str, int)), get_field(row, "a"), get_field(row, "b")
            except InvalidLineError as problem:
                self.refuse_line(number, problem)
                continue
            comparison = compare(a, b)
            yield {
                "id": name,
                "mode": comparison.mode,
                "hunks": [serialize_hunk(change) for change in comparison.changes],
            }


def serialize_hunk(change: Change) -> dict[str, Any]:
    """Return a change as a JSON object."""
    return {
        "a": [change.a.start, change.a.end],
        "b": [change.b.start, change.b.end],
        "class": change.kind,
        "danger": change.severity,
    }
