"""Long lists in batches, for queries whose parameters are limited."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Row = TypeVar("Row")


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """Yield `rows` in lists of at most `size`; Python 3.12 has the same, in tuples, in `itertools`."""
    iterator = iter(rows)
    while batch := list(islice(iterator, size)):
        yield batch
