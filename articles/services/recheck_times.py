"""When an article is fetched again: after the hours of the setting `RECHECK_HOURS`, counted from when it was stored."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from articles.models import Article, Fetch, Recheck


def choose_next(stored: datetime, now: datetime) -> datetime | None:
    """Choose when an article stored at a moment is fetched next; None after the last time.

    One request makes up for all times that passed while no worker ran.
    """
    times = sorted(stored + timedelta(hours=hours) for hours in settings.RECHECK_HOURS)
    return next((moment for moment in times if moment > now), None)


def schedule(article: Article, fetch: Fetch) -> None:
    """Have an article that was just stored from its address fetched again."""
    Recheck.objects.update_or_create(
        article=article,
        defaults={
            "last_seen": fetch.fetched,
            "due": choose_next(article.taken_in, timezone.now()),
            "checked": fetch.fetched,
            "status": fetch.status,
            "etag": fetch.headers.get("etag", "")[:500],
            "last_modified": fetch.headers.get("last-modified", "")[:100],
        },
    )
