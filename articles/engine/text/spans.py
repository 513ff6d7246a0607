"""Which stretch of a text is meant?

Every finding of the engine points into the text as it was printed: a `Span` is a pair of offsets into it, in code
points, end exclusive. In SANA's article the passage "The problem around the U.S.-led coalition" is
``Span(293, 795)`` of the text that was read, whatever was folded or cleaned on the way to finding it.

Left to others: what a span means (`cleaning`, `extraction`, `changes`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of a text: `start` and `end` in code points, `end` exclusive, possibly empty.

    >>> Span(4, 8).extract("The ISIS groups")
    'ISIS'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forwards from 0 or later, not from {self.start} to {self.end}")

    def extract(self, text: str) -> str:
        """The words of `text` that this span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """An empty span is still a place; only its length is zero."""
        return True

    def overlaps(self, other: "Span") -> bool:
        """Do the two share at least one character?

        >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Does `other` lie wholly inside this span?"""
        return self.start <= other.start and other.end <= self.end
