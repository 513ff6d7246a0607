"""Long lists in chunks, for queries whose parameters are limited."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Row = TypeVar("Row")


def split_into_chunks(rows: Sequence[Row], size: int) -> Iterator[Sequence[Row]]:
    """Yield `rows`, at most `size` at a time."""
    return (rows[start : start + size] for start in range(0, len(rows), size))
