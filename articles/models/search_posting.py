"""Search index: the posting list of each term, as numbers of quotes packed in blocks."""

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b

from django.db import models

from articles.models.db.batched import batched

BLOCK_SIZE = 480  # quotes: with 4 bytes each, a row stays below the 2 KB above which PostgreSQL moves it elsewhere
KEYS_PER_QUERY = 900  # SQLite may have been built to take no more than 999
ROWS_PER_QUERY = 500
_ARRAY_TYPECODE = "I"  # 4 bytes a number on every platform: quotes up to 4 thousand million


def hash_term(term: str) -> int:
    """Hash `term` to its key in the index; two terms in 10**18 collide."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "big", signed=True)


class SearchPostingQuerySet(models.QuerySet["SearchPosting"]):
    """Reading and extending posting lists."""

    def load_quote_ids(self, key: int, *, newest: int | None = None) -> "array[int]":
        """Load the numbers of the quotes with this key, ascending; about the `newest` where that many suffice."""
        rows = self.filter(key=key).order_by("-slot").values_list("quotes", flat=True)
        if newest is not None:
            rows = rows[: newest // BLOCK_SIZE + 2]
        numbers: array[int] = array(_ARRAY_TYPECODE)
        for block in reversed(list(rows)):
            numbers.extend(_unpack(block))
        return numbers

    def load_union(self, keys: Collection[int]) -> list[int]:
        """Load the numbers of the quotes that have one of these keys, ascending; of one with two of them twice."""
        numbers: array[int] = array(_ARRAY_TYPECODE)
        for batch in batched(sorted(keys), KEYS_PER_QUERY):
            for block in self.filter(key__in=batch).order_by().values_list("quotes", flat=True):
                numbers.extend(_unpack(block))
        return sorted(numbers)

    def estimate_counts(self, keys: Collection[int]) -> dict[int, int]:
        """Estimate how many quotes each of these keys has, in whole blocks; keys without any are left out."""
        last = self.filter(key__in=keys).values("key").annotate(blocks=models.Max("slot"))
        return {row["key"]: (row["blocks"] + 1) * BLOCK_SIZE for row in last}

    def add_quotes(self, quotes: Mapping[int, Iterable[int]]) -> None:
        """Append quotes to the posting lists of these keys; callers add each quote once, in ascending order."""
        last = self._find_last_blocks(sorted(quotes))
        self._write([row for key, slot, before in last for row in _build_blocks(key, slot, before, quotes[key])])

    def insert_quotes(self, quotes: Mapping[int, Iterable[int]]) -> None:
        """Put quotes that are in the index already into further posting lists; one that is there already stays.

        A number goes into the block where its neighbours are, which may then hold more than `BLOCK_SIZE`.
        """
        blocks: dict[int, list[array[int]]] = {key: [] for key in quotes}
        for batch in batched(sorted(quotes), KEYS_PER_QUERY):
            for key, block in self.filter(key__in=batch).order_by("key", "slot").values_list("key", "quotes"):
                blocks[key].append(_unpack(block))
        self._write(
            SearchPosting(key=key, slot=slot, quotes=_pack(block))
            for key, numbers in quotes.items()
            for slot, block in _insert(blocks[key], numbers).items()
        )

    def _write(self, rows: "Iterable[SearchPosting]") -> None:
        """Store blocks, new blocks and blocks that hold more than before."""
        keys, columns = ["key", "slot"], ["quotes"]
        self.bulk_create(
            rows, update_conflicts=True, unique_fields=keys, update_fields=columns, batch_size=ROWS_PER_QUERY
        )

    def _find_last_blocks(self, keys: list[int]) -> "Iterator[tuple[int, int, array[int]]]":
        """Yield for each key its last slot and the numbers in that slot."""
        for batch in batched(keys, KEYS_PER_QUERY):
            later = self.model.objects.filter(key=models.OuterRef("key"), slot__gt=models.OuterRef("slot"))
            last = self.filter(~models.Exists(later), key__in=batch).values_list("key", "slot", "quotes")
            ends = {key: (slot, _unpack(block)) for key, slot, block in last}
            yield from ((key, *ends.get(key, (0, array(_ARRAY_TYPECODE)))) for key in batch)


def _build_blocks(key: int, slot: int, before: "array[int]", new: Iterable[int]) -> "Iterator[SearchPosting]":
    numbers = before + array(_ARRAY_TYPECODE, new)
    for place in range(0, len(numbers), BLOCK_SIZE):
        block = _pack(numbers[place : place + BLOCK_SIZE])
        yield SearchPosting(key=key, slot=slot + place // BLOCK_SIZE, quotes=block)


def _insert(blocks: "list[array[int]]", numbers: Iterable[int]) -> "dict[int, array[int]]":
    """Insert what is missing of `numbers` into the ascending `blocks`; return the changed ones by their slots."""
    blocks = blocks or [array(_ARRAY_TYPECODE)]
    firsts = [block[0] for block in blocks if block]
    changed = {}
    for number in numbers:
        slot = max(bisect_right(firsts, number) - 1, 0)
        place = bisect_left(blocks[slot], number)
        if number not in blocks[slot][place : place + 1]:
            blocks[slot].insert(place, number)
            changed[slot] = blocks[slot]
    return changed


def _pack(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _unpack(block: bytes | memoryview) -> "array[int]":
    numbers = array(_ARRAY_TYPECODE)
    numbers.frombytes(bytes(block))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class SearchPosting(models.Model):
    """A block of up to `BLOCK_SIZE` quotes of a term; `slot` counts the blocks of one term.

    An index, not a record: a number may outlive its quote, and readers skip it. ``manage.py reindex`` rebuilds it.
    """

    pk = models.CompositePrimaryKey("key", "slot")
    key = models.BigIntegerField()
    slot = models.PositiveIntegerField()
    quotes = models.BinaryField()

    objects = SearchPostingQuerySet.as_manager()

    class Meta:
        db_table = "articles_posting"
        verbose_name = "posting"

    def __str__(self) -> str:
        return f"block {self.slot} of {self.key:x}"
