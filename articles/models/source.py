"""Sources: the feeds and news sitemaps that are followed, and the pages that they listed."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.article import Article
from articles.models.fetch import Fetch
from articles.models.outlet import Outlet

MAX_ADDRESS_LENGTH = 1000  # characters; PostgreSQL's index takes 2,704 bytes


class SourceQuerySet(models.QuerySet["Source"]):
    """Queries of sources."""

    def due(self, now: datetime) -> "SourceQuerySet":
        """Filter sources to be asked, the one that waits longest first."""
        return self.filter(next_poll__lte=now).order_by("next_poll", "pk")


class Source(models.Model):
    """A feed or news sitemap that is asked for new pages; `next_poll` is empty where it is not asked any more."""

    class State(models.TextChoices):
        """Whether it is followed."""

        FOLLOWED = "followed", "followed"
        PAUSED = "paused", "paused by a curator"
        GONE = "gone", "gone: the site says so"
        BROKEN = "broken", "failed too often"

    address = models.CharField(max_length=MAX_ADDRESS_LENGTH, unique=True)
    kind = models.CharField(max_length=8, blank=True, help_text="feed or sitemap, as found")
    title = models.CharField(max_length=1000, blank=True, help_text="as the feed calls itself")
    outlet = models.ForeignKey(
        Outlet,
        on_delete=models.PROTECT,
        related_name="sources",
        null=True,
        blank=True,
        help_text="of all its articles; empty: as each page says",
    )
    words = models.CharField(
        max_length=500, blank=True, help_text="take only items with one of these words in headline or text"
    )
    language = models.CharField(max_length=35, blank=True, help_text="take only articles in this language, such as en")
    state = models.CharField(max_length=8, choices=State.choices, default=State.FOLLOWED)
    next_poll = models.DateTimeField(null=True, blank=True, default=timezone.now, help_text="when it is asked next")
    interval = models.DurationField(default=timedelta(hours=1), help_text="between two requests, as its items come")
    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    moved_to = models.CharField(
        max_length=MAX_ADDRESS_LENGTH, blank=True, editable=False, help_text="where it led permanently"
    )
    last_poll = models.DateTimeField("asked last", null=True, blank=True, editable=False)
    last_success = models.DateTimeField("answered last", null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False, help_text="failures in a row")
    problem = models.TextField(blank=True, editable=False, help_text="why it failed last")
    made = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("next_poll",), name="source_due"),)

    def __str__(self) -> str:
        return self.title or self.address


class SourceItemQuerySet(models.QuerySet["SourceItem"]):
    """Queries of the pages that sources listed."""

    def due(self, now: datetime) -> "SourceItemQuerySet":
        """Filter pages to be fetched, the one that waits longest first."""
        return self.filter(due__lte=now).order_by("due", "pk")


class SourceItem(models.Model):
    """A page that a source listed, and what became of it; `due` is empty where nothing is left to do."""

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", "waiting to be fetched"
        STORED = "stored", "stored"
        KNOWN = "known", "in the collection before"
        LEFT_OUT = "left_out", "left out by a filter"
        FAILED = "failed", "gave no article"

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="items")
    key = models.CharField(max_length=64, help_text="hash of the source's name for it, or of its address")
    address = models.TextField()
    title = models.TextField(blank=True)
    published = models.DateTimeField(null=True, blank=True, help_text="as the source says")
    published_offset = models.SmallIntegerField(null=True, blank=True, help_text="minutes from UTC, as printed")
    seen = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    due = models.DateTimeField(null=True, blank=True, default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True)
    fetch = models.ForeignKey(Fetch, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = SourceItemQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (models.UniqueConstraint(fields=("source", "key"), name="source_lists_a_page_once"),)
        indexes = (models.Index(fields=("due",), name="source_item_due"),)

    def __str__(self) -> str:
        return self.title or self.address
