"""Proportions with Wilson's 95 % confidence interval.

SANA's printing leaves words out of one of three quotations: a third, and perhaps no more than chance. Every proportion
is shown with its interval, and is called more or less than another only where the interval excludes the other::

    >>> estimate_proportion(1, 3).in_words, estimate_proportion(40, 100).in_words
    ('too few to tell', '40 % (31 to 50 %)')

See also: `statistics.calibration`, `articles.queries.curator_agreement`, `articles.presentation.outlet_statistics`.
"""

from dataclasses import dataclass
from math import sqrt

_Z_SCORE_95 = 1.96  # standard deviations around the mean of a normal distribution that hold 95 %
# With a smaller sample an interval around one half is wider than 40 points: it says nothing and looks as if it did.
MIN_SAMPLE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Proportion:
    """`count` of `total`, with the bounds of the interval, 0 to 1."""

    count: int
    total: int
    low: float
    high: float

    @property
    def is_sufficient(self) -> bool:
        """Whether the sample is large enough for the proportion to mean something."""
        return self.total >= MIN_SAMPLE_SIZE

    @property
    def in_words(self) -> str:
        """The proportion with its interval, or that the sample is too small."""
        if not self.is_sufficient:
            return "too few to tell"
        return f"{_to_percent(self.value)} % ({_to_percent(self.low)} to {_to_percent(self.high)} %)"

    @property
    def value(self) -> float:
        """The proportion, 0 to 1; 0 for an empty sample."""
        return self.count / self.total if self.total else 0.0

    def compare_with(self, other: "Proportion") -> str:
        """Return "more" or "less" where this proportion certainly differs from `other`, else an empty string."""
        if not (self.is_sufficient and other.is_sufficient):
            return ""
        return "more" if self.low > other.value else "less" if self.high < other.value else ""


def estimate_proportion(count: int, total: int) -> Proportion:
    """Estimate a proportion with Wilson's interval (1927), which stays within 0 and 1 and holds for small numbers."""
    if not total:
        return Proportion(count, total, 0.0, 1.0)
    value, square = count / total, _Z_SCORE_95**2
    centre = (value + square / (2 * total)) / (1 + square / total)
    margin = _Z_SCORE_95 / (1 + square / total) * sqrt(value * (1 - value) / total + square / (4 * total * total))
    # For 0 of n and n of n the proportion is an end of its interval; rounding would put it just outside.
    return Proportion(count, total, min(value, max(0.0, centre - margin)), max(value, min(1.0, centre + margin)))


def _to_percent(share: float) -> int:
    return round(100 * share)
