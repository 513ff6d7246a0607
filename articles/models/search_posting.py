"""Which quotes have a word? The index that search reads: of each term the numbers of its quotes, packed in blocks."""

import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b

from django.db import models

BLOCK = 480  # quotes: with 4 bytes each, a row stays below the 2 KB above which PostgreSQL moves it elsewhere
KEYS_A_QUERY = 900  # SQLite may have been built to take no more than 999
ROWS_A_QUERY = 500
_UNSIGNED = "I"  # 4 bytes a number wherever Python runs: quotes up to 4 thousand million


def key_of(term: str) -> int:
    """The number that stands for `term` in the index; two terms in 10**18 share one."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "big", signed=True)


class PostingQuerySet(models.QuerySet["Posting"]):
    def quotes(self, key: int, *, newest: int | None = None) -> "array[int]":
        """The numbers of the quotes with this key, ascending; only about the `newest` where so many are enough."""
        rows = self.filter(key=key).order_by("-slot").values_list("quotes", flat=True)
        if newest is not None:
            rows = rows[: newest // BLOCK + 2]
        found: array[int] = array(_UNSIGNED)
        for block in reversed(list(rows)):
            found.extend(_unpacked(block))
        return found

    def counts(self, keys: Collection[int]) -> dict[int, int]:
        """About how many quotes each of these keys has: exact where they are few; those without any are left out."""
        last = self.filter(key__in=keys).values("key").annotate(blocks=models.Max("slot"))
        return {row["key"]: (row["blocks"] + 1) * BLOCK for row in last}

    def add(self, quotes: Mapping[int, Iterable[int]]) -> None:
        """Note these quotes under these keys. Quotes are noted in the order of their numbers, each once."""
        rows = [row for key, slot, before in self._ends(sorted(quotes)) for row in _rows(key, slot, before, quotes)]
        self.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["key", "slot"],
            update_fields=["quotes"],
            batch_size=ROWS_A_QUERY,
        )

    def _ends(self, keys: list[int]) -> "Iterator[tuple[int, int, array[int]]]":
        """Of each key the block to go on in, and what it holds already."""
        for start in range(0, len(keys), KEYS_A_QUERY):
            some = keys[start : start + KEYS_A_QUERY]
            later = models.Exists(
                self.model.objects.filter(key=models.OuterRef("key"), slot__gt=models.OuterRef("slot"))
            )
            ends = {
                key: (slot, _unpacked(block))
                for key, slot, block in self.filter(~later, key__in=some).values_list("key", "slot", "quotes")
            }
            yield from ((key, *ends.get(key, (0, array(_UNSIGNED)))) for key in some)


def _rows(key: int, slot: int, before: "array[int]", quotes: Mapping[int, Iterable[int]]) -> "Iterator[Posting]":
    held = before + array(_UNSIGNED, quotes[key])
    for place in range(0, len(held), BLOCK):
        yield Posting(key=key, slot=slot + place // BLOCK, quotes=_packed(held[place : place + BLOCK]))


def _packed(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _unpacked(block: bytes | memoryview) -> "array[int]":
    numbers = array(_UNSIGNED)
    numbers.frombytes(bytes(block))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class Posting(models.Model):
    """`BLOCK` quotes of a term; `slot` counts the blocks of one term.

    It is an index, not a record: a number may outlive its quote, and is then passed over. `manage.py reindex` makes it
    anew.
    """

    pk = models.CompositePrimaryKey("key", "slot")
    key = models.BigIntegerField()
    slot = models.PositiveIntegerField()
    quotes = models.BinaryField()

    objects = PostingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"block {self.slot} of {self.key:x}"
