"""Verdict on words that a reader asks about, against the earliest printing that has the passage.

Some outlet prints every misquotation, so that the nearest printing alone proves nothing: one prints "We will raise
taxes", and the earliest has "will not"::

    >>> from articles.engine.comparison.partial_match import find_partial_match
    >>> earliest = find_partial_match("We will not raise taxes this year", "We will raise taxes this year")
    >>> str(judge(earliest, is_published=True)), rate_severity(earliest, is_published=True)
    ('altered', 5)

See also: `articles.queries.quote_check` (which printings are compared) and `articles.presentation.check_results` (the
words of an answer).
"""

from enum import StrEnum

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.partial_match import PartialMatch

ADDED_WORDS_SEVERITY = CHANGE_KINDS["insertion"].severity


class Verdict(StrEnum):
    """How words stand to what was published; the values are the ones of the API."""

    MATCHES = "matches"
    PART = "part"
    ALTERED = "altered"
    DIFFERS = "differs"
    PARAPHRASE = "paraphrase"
    MISATTRIBUTED = "misattributed"
    NOT_FOUND = "not_found"


def judge(earliest: PartialMatch, *, is_published: bool) -> Verdict:
    """Return the verdict on a passage from its comparison with the earliest printing.

    `is_published` says whether any printing has exactly the words of the passage.
    """
    if earliest.is_same and not earliest.extra_word_count:
        return Verdict.PART if earliest.is_part else Verdict.MATCHES
    if is_published:
        return Verdict.ALTERED
    return Verdict.PARAPHRASE if earliest.is_loose else Verdict.DIFFERS


def rate_severity(earliest: PartialMatch, *, is_published: bool) -> int:
    """Return the severity, 0 to 5, of the most serious difference between the passage and the earliest printing.

    Words that no printing has count in full, even where the passage begins or ends with them.
    """
    severities = [change.severity for change in earliest.substantive_changes]
    has_own_words = any(change.kind == "insertion" for change in earliest.substantive_changes)
    if not is_published and (has_own_words or earliest.extra_word_count):
        severities.append(ADDED_WORDS_SEVERITY)
    return max(severities, default=0)
