"""Pairwise comparison of two stored quotations: their words, speakers and days."""

from datetime import datetime
from typing import Protocol

from articles.engine.linking.fingerprints import Fingerprint
from articles.engine.linking.pairwise import MatchResult, match

SECONDS_PER_DAY = 86_400  # seconds


class ComparableQuote(Protocol):
    """What is compared: a new quote, or a stored one of which only that much was read."""

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
    a: ComparableQuote, b: ComparableQuote, passage_a: Fingerprint, passage_b: Fingerprint
) -> MatchResult | None:
    """How two quotes are alike, with what is known of their speakers and days."""
    return match(passage_a, passage_b, same_speaker=have_same_speaker(a, b), days=count_days_apart(a, b))


def have_same_speaker(a: ComparableQuote, b: ComparableQuote) -> bool | None:
    """Are they attributed to one speaker? None where either's is not known."""
    if a.speaker_id is None or b.speaker_id is None:
        return None
    return a.speaker_id == b.speaker_id


def count_days_apart(a: ComparableQuote, b: ComparableQuote) -> float | None:
    """The days between the two articles; None where either has no date."""
    if a.published is None or b.published is None:
        return None
    return abs((a.published - b.published).total_seconds()) / SECONDS_PER_DAY
