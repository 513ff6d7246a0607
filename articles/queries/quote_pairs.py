"""Pairwise comparison of two stored quotations: their words, speakers and days."""

from datetime import datetime
from typing import Protocol

from articles.engine.linking.fingerprints import Fingerprint
from articles.engine.linking.pairwise import UNCERTAIN_THRESHOLD, MatchResult, match

SECONDS_PER_DAY = 86_400  # seconds


class ComparableQuote(Protocol):
    """A quotation to compare: a new one, or a stored one of which only these columns were read."""

    @property
    def pk(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def speaker_id(self) -> int | None: ...
    @property
    def copy_of_id(self) -> int | None: ...
    @property
    def article_id(self) -> int: ...
    @property
    def published(self) -> datetime | None: ...


def compare_quotes(
    a: ComparableQuote,
    b: ComparableQuote,
    passage_a: Fingerprint,
    passage_b: Fingerprint,
    *,
    least: float = UNCERTAIN_THRESHOLD,
) -> MatchResult | None:
    """Score two quotations by their words and by what is known of their speakers and days; uncertain pairs too."""
    speaker, days = have_same_speaker(a, b), count_days_apart(a, b)
    return match(passage_a, passage_b, same_speaker=speaker, days=days, least=least)


def have_same_speaker(a: ComparableQuote, b: ComparableQuote) -> bool | None:
    """Return whether both are attributed to one speaker; None if either speaker is unknown."""
    if a.speaker_id is None or b.speaker_id is None:
        return None
    return a.speaker_id == b.speaker_id


def count_days_apart(a: ComparableQuote, b: ComparableQuote) -> float | None:
    """Return the days between the two articles; None if either has no date."""
    if a.published is None or b.published is None:
        return None
    return abs((a.published - b.published).total_seconds()) / SECONDS_PER_DAY
