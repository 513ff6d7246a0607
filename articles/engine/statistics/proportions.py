"""How sure is a share that was counted on a few?

SANA's printing leaves words out of one of three quotations: a third, and perhaps no more than chance. Beside every
share stands from where to where it may lie (Wilson's interval, 95 in 100), and it is called more or less than another
only where that interval leaves the other out::

    >>> estimate_proportion(1, 3).in_words, estimate_proportion(40, 100).in_words
    ('too few to tell', '40 % (31 to 50 %)')

Left to others: what is counted (`calibration`, `articles.queries.curator_agreement`,
`articles.presentation.outlet_statistics`).
"""

from dataclasses import dataclass
from math import sqrt

_Z_SCORE_95 = 1.96  # standard deviations of a normal distribution that hold 95 in 100
# With fewer an interval around one half is wider than 40 points: it says nothing, and looks as if it did.
MIN_SAMPLE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Proportion:
    """`count` of `of`, and from where to where the share may lie, 0 to 1."""

    count: int
    total: int
    low: float
    high: float

    @property
    def is_sufficient(self) -> bool:
        """Were so many looked at that the share says something?"""
        return self.total >= MIN_SAMPLE_SIZE

    @property
    def in_words(self) -> str:
        """The share with its interval; or that it cannot be told."""
        if not self.is_sufficient:
            return "too few to tell"
        return f"{_to_percent(self.value)} % ({_to_percent(self.low)} to {_to_percent(self.high)} %)"

    @property
    def value(self) -> float:
        """0 to 1; 0 of nothing."""
        return self.count / self.total if self.total else 0.0

    def compare_with(self, other: "Proportion") -> str:
        """Is this "more" or "less" than `other`, beyond doubt? Else nothing."""
        if not (self.is_sufficient and other.is_sufficient):
            return ""
        return "more" if self.low > other.value else "less" if self.high < other.value else ""


def estimate_proportion(count: int, of: int) -> Proportion:
    """The share with Wilson's interval (1927), which stays within 0 and 1 and holds for small numbers."""
    if not of:
        return Proportion(count, of, 0.0, 1.0)
    share, square = count / of, _Z_SCORE_95**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = _Z_SCORE_95 / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    # Of none, or of all, the share is an end of its interval; rounding would leave it a hair outside.
    return Proportion(count, of, min(share, max(0.0, middle - reach)), max(share, min(1.0, middle + reach)))


def _to_percent(share: float) -> int:
    return round(100 * share)
