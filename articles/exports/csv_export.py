"""CSV tables for spreadsheets: a row for each printing, earliest first.

RFC 4180, with a byte order mark that tells spreadsheets the text is UTF-8. A cell that begins like a formula gets an
apostrophe in front: a quotation may begin with a dash, and no spreadsheet may run what an article printed.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot

BYTE_ORDER_MARK: Final = "\ufeff"
# How spreadsheets recognise a formula, some of them by full-width characters too.
FORMULA_PREFIXES = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
COLUMNS = (
    *("lineage", "printing", "number", "wording", "outlet", "published", "precision", "headline", "byline", "language"),
    *("speaker", "speaker_sure", "occasion", "said_on", "credit", "text", "start", "end", "url", "address"),
    *("kind", "seconds", "recording_url"),
)


def render_lineage_csv(snapshot: LineageSnapshot) -> Iterator[str]:
    """Yield the lines of a lineage's table, the header first."""
    return render_csv(COLUMNS, (_build_row(snapshot, printing) for printing in snapshot.printings))


def render_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the lines of a table that spreadsheets read as text."""
    writer = csv.writer(_EchoFile())
    yield BYTE_ORDER_MARK + str(writer.writerow(head))
    for row in rows:
        yield str(writer.writerow([_neutralize_formula(cell) for cell in row]))


class _EchoFile:
    """A file whose `write` returns the line, so that `csv.writer` hands over one line at a time."""

    def write(self, line: str) -> str:
        return line


def _neutralize_formula(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_PREFIXES) else cell


def _build_row(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> Sequence[object]:
    quote, article = printing.quote, printing.article
    said_on = quote.said_on.isoformat() if quote.said_on else ""
    return (
        *(snapshot.code, printing.key, printing.number, printing.wording, str(printing.outlet or "")),
        *(article.printed_date.iso, article.precision, article.title, article.byline, article.language),
        *(quote.attribution, quote.is_speaker_sure, quote.occasion, said_on, printing.credit),
        *(printing.text, printing.start, printing.end),
        *(article.url, snapshot.get_printing_address(printing)),
        *(article.kind, "" if quote.seconds is None else quote.seconds, printing.recording_address),
    )
