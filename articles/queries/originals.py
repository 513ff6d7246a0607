"""Originals: the hashes of the stored bytes, day by day, and the article whose bytes a file has."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Count
from django.db.models.functions import TruncDate

from articles.models import Article


@dataclass(frozen=True, slots=True)
class OriginalDay:
    """A day on which originals were stored, by UTC, with their number."""

    day: date
    originals: int


def list_days() -> list[OriginalDay]:
    """List the days on which originals were stored, newest first."""
    counted = (
        Article.objects.order_by()
        .exclude(original_sha256="")
        .values(day=TruncDate("taken_in", tzinfo=UTC))
        .annotate(originals=Count("pk"))
        .order_by("-day")
    )
    return [OriginalDay(row["day"], row["originals"]) for row in counted]


def list_hashes(day: date) -> Iterator[tuple[str, datetime, int]]:
    """Yield hash, moment of storing and number of each article that was stored on `day`, in order."""
    begins = datetime.combine(day, time(), UTC)
    stored = Article.objects.filter(taken_in__gte=begins, taken_in__lt=begins + timedelta(days=1))
    yield from (
        stored.exclude(original_sha256="")
        .order_by("taken_in", "pk")
        .values_list("original_sha256", "taken_in", "pk")
        .iterator()
    )


def find_articles(content: bytes) -> list[Article]:
    """Find the articles whose original has exactly these bytes, the first stored first."""
    digest = hashlib.sha256(content).hexdigest()
    return list(
        Article.objects.public().defer_texts().filter(original_sha256=digest).select_related("outlet").order_by("pk")
    )
