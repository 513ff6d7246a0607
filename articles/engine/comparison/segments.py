"""Segments: differences of two tokenized printings while they are being cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from articles.engine.text.aliases import Aliases
from articles.engine.text.tokenization import TokenColumns, merge_names, tokenize_plain


@dataclass(frozen=True, slots=True)
class TokenizedPair:
    """Two printings as plain tokens, and again with the words of each name merged."""

    a: TokenColumns
    b: TokenColumns
    a_with_names: TokenColumns
    b_with_names: TokenColumns
    aliases: Aliases

    @classmethod
    def from_texts(cls, a: str, b: str, aliases: Aliases) -> "TokenizedPair":
        """Tokenize both texts."""
        plain_a, plain_b = tokenize_plain(a), tokenize_plain(b)
        return cls(plain_a, plain_b, merge_names(plain_a, aliases), merge_names(plain_b, aliases), aliases)

    def get_keys(self, segment: "Segment") -> tuple[list[str], list[str]]:
        """Return the keys of both sides of a segment."""
        return self.a.keys[segment.a_start : segment.a_end], self.b.keys[segment.b_start : segment.b_end]


class Segment(NamedTuple):
    """A difference while it is being cut: the token ranges without the spans."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    name: str | None = None

    def is_adjacent_to(self, other: "Segment") -> bool:
        """Return whether `other` begins right where this segment ends, on both sides."""
        return (self.a_end, self.b_end) == (other.a_start, other.b_start)

    def extend_to(self, other: "Segment", name: str | None = None) -> "Segment":
        """Return the segment from the start of this one to the end of `other`."""
        return Segment(self.a_start, other.a_end, self.b_start, other.b_end, name)


def trim_equal_ends(pair: TokenizedPair, segment: Segment) -> Iterator[Segment]:
    """Yield `segment` without the words that are equal at its ends, and those of them that are printed differently."""
    a, b = pair.get_keys(segment)
    front = Prefix.similarity(a, b)
    back = Postfix.similarity(a[front:], b[front:])
    yield from find_reprinted_words(pair, segment.a_start, segment.b_start, front)
    a_end, b_end = segment.a_end - back, segment.b_end - back
    if segment.a_start + front < a_end or segment.b_start + front < b_end:
        yield Segment(segment.a_start + front, a_end, segment.b_start + front, b_end, segment.name)
    yield from find_reprinted_words(pair, a_end, b_end, back)


def find_reprinted_words(pair: TokenizedPair, i: int, j: int, count: int) -> Iterator[Segment]:
    """Yield those of `count` plain words with equal keys that are not printed the same, white space aside."""
    a, b = pair.a.token_texts[i : i + count], pair.b.token_texts[j : j + count]
    for offset in find_mismatches(a, b):
        if "".join(a[offset].split()) != "".join(b[offset].split()):
            yield Segment(i + offset, i + offset + 1, j + offset, j + offset + 1)


def find_mismatches(a: list[str], b: list[str]) -> list[int]:
    """Return the indices at which two lists of equal length differ."""
    return [index for index, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]


def has_same_keys(pair: TokenizedPair, segment: Segment) -> bool:
    """Return whether both sides of the segment have the same keys."""
    a, b = pair.get_keys(segment)
    return a == b
