"""Spans: pairs of offsets into a text as it was printed.

Every finding of the engine points into the printed text by a `Span`: offsets in code points, end exclusive. In SANA's
article the passage "The problem around the U.S.-led coalition" is ``Span(293, 795)`` of the text as read, whatever was
folded or cleaned to find it.
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
        """Return the part of `text` that this span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Return True: an empty span still marks a position."""
        return True

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans share at least one character.

        >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
