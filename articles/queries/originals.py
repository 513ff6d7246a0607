"""Originals: the hashes of the stored bytes, day by day, and the article whose bytes a file has."""

import hashlib
import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from articles.models import Article, ArticleVersion


@dataclass(frozen=True, slots=True)
class OriginalDay:
    """A day on which originals were stored, by UTC, with their number."""

    day: date
    originals: int


def list_days() -> list[OriginalDay]:
    """List the days on which originals were stored, newest first."""
    counts: Counter[date] = Counter()
    for rows, stored in ((Article.objects.order_by(), "taken_in"), (ArticleVersion.objects.order_by(), "stored")):
        of_days = rows.exclude(original_sha256="").values_list(TruncDate(stored, tzinfo=UTC))
        for day, originals in of_days.annotate(originals=Count("pk")):
            counts[day] += originals
    return [OriginalDay(day, counts[day]) for day in sorted(counts, reverse=True)]


def list_hashes(day: date) -> Iterator[tuple[str, datetime, int]]:
    """Yield hash, moment of storing and article of each original that was stored on `day`, in order."""
    begins = datetime.combine(day, time(), UTC)
    ends = begins + timedelta(days=1)
    articles = Article.objects.filter(taken_in__gte=begins, taken_in__lt=ends).exclude(original_sha256="")
    versions = ArticleVersion.objects.filter(stored__gte=begins, stored__lt=ends).exclude(original_sha256="")
    yield from heapq.merge(
        articles.order_by("taken_in", "pk").values_list("original_sha256", "taken_in", "pk").iterator(),
        versions.order_by("stored", "pk").values_list("original_sha256", "stored", "article").iterator(),
        key=itemgetter(1),
    )


def find_articles(content: bytes) -> list[Article]:
    """Find the articles whose original, in any version, has exactly these bytes, the first stored first."""
    digest = hashlib.sha256(content).hexdigest()
    versions = ArticleVersion.objects.filter(original_sha256=digest).order_by().values("article")
    articles = Article.objects.public().filter(Q(original_sha256=digest) | Q(pk__in=versions))
    return list(articles.defer_texts().select_related("outlet").order_by("pk"))
