"""How sure is a share that was counted on a few?

SANA's printing leaves words out of one of three quotations: a third, and perhaps no more than chance. Beside every
share stands from where to where it may lie (Wilson's interval, 95 in 100), and it is called more or less than another
only where that interval leaves the other out::

    >>> share_of(1, 3).in_words, share_of(40, 100).in_words
    ('too few to tell', '40 % (31 to 50 %)')

Left to others: what is counted (`calibration`, `articles.queries.curator_agreement`,
`articles.presentation.outlet_statistics`).
"""

from dataclasses import dataclass
from math import sqrt

_NORMAL = 1.96  # standard deviations of a normal distribution that hold 95 in 100
# With fewer an interval around one half is wider than 40 points: it says nothing, and looks as if it did.
ENOUGH = 20


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`, and from where to where the share may lie, 0 to 1."""

    count: int
    of: int
    low: float
    high: float

    @property
    def enough(self) -> bool:
        """Were so many looked at that the share says something?"""
        return self.of >= ENOUGH

    @property
    def in_words(self) -> str:
        """The share with its interval; or that it cannot be told."""
        if not self.enough:
            return "too few to tell"
        return f"{_percent(self.share)} % ({_percent(self.low)} to {_percent(self.high)} %)"

    @property
    def share(self) -> float:
        """0 to 1; 0 of nothing."""
        return self.count / self.of if self.of else 0.0

    def beside(self, other: "Share") -> str:
        """Is this "more" or "less" than `other`, beyond doubt? Else nothing."""
        if not (self.enough and other.enough):
            return ""
        return "more" if self.low > other.share else "less" if self.high < other.share else ""


def share_of(count: int, of: int) -> Share:
    """The share with Wilson's interval (1927), which stays within 0 and 1 and holds for small numbers."""
    if not of:
        return Share(count, of, 0.0, 1.0)
    share, square = count / of, _NORMAL**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = _NORMAL / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    # Of none, or of all, the share is an end of its interval; rounding would leave it a hair outside.
    return Share(count, of, min(share, max(0.0, middle - reach)), max(share, min(1.0, middle + reach)))


def _percent(share: float) -> int:
    return round(100 * share)
