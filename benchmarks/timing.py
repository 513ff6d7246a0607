"""Percentiles and other small helpers of the benchmarks.

Of 5 answers with the words of TASS's statement, four in 5 ms and one in 500, the middle is 5 ms and p95 is 401: between
the two longest, and never longer than any of them was::

    >>> [round(figure) for figure in p50_and_p95([5, 5, 500, 5, 5])]
    [5, 401]
"""

import statistics
from collections.abc import Sequence


def p50_and_p95(times: Sequence[float]) -> tuple[float, float]:
    """Of at least one time; what was measured is taken for all there is, and nothing beyond it is guessed at."""
    if len(times) == 1:
        return times[0], times[0]
    cuts = statistics.quantiles(times, n=20, method="inclusive")
    return cuts[9], cuts[18]
