"""Tables with named columns (CSV): an article a row, as Media Cloud and spreadsheets write them."""

import base64
import csv
import io
import itertools
from collections.abc import Iterator

from articles.importers.decoding import decode
from articles.importers.formats.fields import build_record
from articles.importers.formats.record import FormatError, Record

MAX_CELL = 5_000_000


def parse(content: bytes) -> Iterator[Record]:
    """Yield the articles of a table, a row each."""
    try:
        text = decode(content)
    except ValueError as problem:
        raise FormatError(str(problem)) from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    csv.field_size_limit(MAX_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = next(rows)
    except (csv.Error, StopIteration):
        raise FormatError("it is a table (CSV) that cannot be read") from None
    yield from _parse_rows(rows, columns, delimiter)


def _parse_rows(rows: Iterator[list[str]], columns: list[str], delimiter: str) -> Iterator[Record]:
    waiting: list[tuple[list[str], Record]] = []
    for number in itertools.count(2):
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as problem:
            waiting.append(
                ([], {"refused": f"row {number} of the table cannot be read ({problem}); mend or divide it"})
            )
            break
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(columns):
            counts = f"{len(row)} cells and the table {len(columns)} columns"
            reason = f"row {number} has {counts}; put the text in quotation marks"
            waiting.append((row, {"refused": reason}))
        else:
            waiting.append((row, build_record(dict(zip(columns, row, strict=False)))))
    for row, record in waiting:
        if len(waiting) > 1 and row:
            record["original"] = _encode([columns, row], delimiter)
        yield record


def _encode(rows: list[list[str]], delimiter: str) -> str:
    """Return a table of one article: the names of the columns, and its row."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return base64.b64encode(written.getvalue().encode(errors="replace")).decode()
