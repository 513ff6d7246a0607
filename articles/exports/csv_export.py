"""How does a lineage look in a spreadsheet?

A row for each printing, earliest first: ``1,A,OffGuardian,2015-11-17,day,...``. RFC 4180, with the mark at the front
that tells spreadsheets the text is UTF-8. A cell that begins like a formula gets an apostrophe in front: a quotation
may begin with a dash, and nobody's spreadsheet shall run what an article printed.

Left to others: everything that is no row (`data`).
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from articles.exports.snapshot import LineageSnapshot, PrintingSnapshot

BYTE_ORDER_MARK: Final = "\ufeff"
FORMULA_PREFIXES = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take for the beginning of a formula
COLUMNS = (
    *("lineage", "printing", "number", "wording", "outlet", "published", "precision", "headline", "byline", "language"),
    *("speaker", "occasion", "said_on", "credit", "text", "start", "end", "url", "address"),
)


def render_lineage_csv(standing: LineageSnapshot) -> Iterator[str]:
    """The lines of the table, its head first."""
    return render_csv(COLUMNS, (_build_row(standing.code, each) for each in standing.printings))


def render_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Lines of a table that spreadsheets read as it is meant.

    >>> list(render_csv(["text"], [["-1"]]))
    ['\\ufefftext\\r\\n', "'-1\\r\\n"]
    """
    writer = csv.writer(_EchoFile())
    yield BYTE_ORDER_MARK + str(writer.writerow(head))
    for row in rows:
        yield str(writer.writerow([_neutralize_formula(cell) for cell in row]))


class _EchoFile:
    """A file that gives back what is written to it: `csv.writer` hands that on, line by line."""

    def write(self, line: str) -> str:
        return line


def _neutralize_formula(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_PREFIXES) else cell


def _build_row(code: str, each: PrintingSnapshot) -> Sequence[object]:
    said_on = each.said_on.isoformat() if each.said_on else ""
    return (
        *(code, each.key, each.number, each.wording, each.outlet, each.published.iso, each.published.precision),
        *(each.headline, each.byline, each.language, each.speaker, each.occasion, said_on, each.credit),
        *(each.text, each.start, each.end, each.url, each.address),
    )
