"""Which of these quotations are printings of the same words?

``python manage.py link quotes.jsonl lineages.jsonl``: in ``{id, text, speaker?, date?, outlet?}``, out
``{id, lineage_id, also?}``, one object a line, in the order they came. TASS's and SANA's "The problem around the
U.S.-led coalition..." come out with one `lineage_id`: the id of the first of the lineage. No database is touched.

A block that prints several statements together is a printing in several lineages; `lineage_id` is the one that most of
it belongs to, `also` lists the others. Speakers are told apart by their surnames; a date is ISO 8601, and one that
cannot be read counts as not known.
"""

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from zlib import crc32

from django.core.management.base import CommandParser

from articles.engine.folding import fold
from articles.management.jsonlines import BadLine, JsonLinesCommand, Row, field

DAY = 86_400.0  # seconds


class Command(JsonLinesCommand):
    help = (
        "Group quotations that print the same words: {id, text, speaker?, date?} in, {id, lineage_id} out, JSON Lines."
    )
    workers = 1

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes; all cores by default")

    def handle(self, *args: Any, **options: Any) -> None:
        self.workers = options["workers"]
        super().handle(*args, **options)

    def answers(self, rows: Iterable[tuple[int, Row]]) -> Iterator[dict[str, Any]]:
        from articles.engine import (
            bulk,
        )  # here, because NumPy takes a tenth of a second that other commands need not wait

        ids: list[str | int] = []
        printed: list[bulk.Printed] = []
        for identity, text, speaker, day in self.quotations(rows):
            ids.append(identity)
            printed.append(bulk.Printed(text, speaker, day))
        order = sorted(range(len(printed)), key=lambda place: (printed[place].day is None, printed[place].day or 0.0))
        wordings, families = bulk.group([printed[place] for place in order], workers=self.workers)
        first = [ids[order[place]] for place in wordings.first]
        homes = bulk.homes(wordings, families)
        wording_of = dict(zip(order, wordings.of, strict=True))
        for place, identity in enumerate(ids):
            home, *others = (first[home] for home in homes[wording_of[place]])
            answer = {"id": identity, "lineage_id": home}
            yield answer | {"also": others} if others else answer

    def quotations(self, rows: Iterable[tuple[int, Row]]) -> Iterator[tuple[str | int, str, int | None, float | None]]:
        """Of each usable row its id, text, a number for its speaker, and its day."""
        seen: set[str | int] = set()
        for number, row in rows:
            try:
                identity, text = field(row, "id", (str, int)), field(row, "text")
                speaker, date = field(row, "speaker", needed=False), field(row, "date", needed=False)
                if identity in seen:
                    raise BadLine(f'"id" {identity!r} came before; each must be used once')
                seen.add(identity)
                yield identity, text, _speaker(speaker or ""), _day(date or "")
            except BadLine as problem:
                self.refuse(number, problem)


@lru_cache(65536)
def _speaker(name: str) -> int | None:
    """A number for the surname; "Sergey Lavrov" and "Lavrov" are one."""
    letters = "".join(c if c.isalnum() or c in "-'" else " " for c in fold(name)).split()
    return crc32(letters[-1].encode()) | 1 if letters else None


def _day(date: str) -> float | None:
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / DAY
