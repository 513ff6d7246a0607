"""One printed text of an outlet: its original bytes, the text read from them, and what is known of it."""

from datetime import UTC, date, timedelta, timezone, tzinfo

from django.db import models
from django.urls import reverse

from .outlet import Outlet
from .slugs import slug_for


class ArticleQuerySet(models.QuerySet["Article"]):
    def light(self) -> "ArticleQuerySet":
        """Without the columns that only the article's own page needs."""
        return self.defer("original", "text", "paragraphs")

    def newest_first(self) -> "ArticleQuerySet":
        """By the date printed, undated ones last, then by when they were taken in."""
        return self.order_by(models.F("published").desc(nulls_last=True), "-pk")


class Article(models.Model):
    class Precision(models.TextChoices):
        MINUTE = "minute", "to the minute"
        DAY = "day", "to the day"
        MONTH = "month", "to the month"
        YEAR = "year", "to the year"
        ABOUT = "about", "about that day"
        UNKNOWN = "unknown", "not known"

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="articles", null=True, blank=True)
    url = models.TextField("address", blank=True)
    url_key = models.CharField(
        max_length=64,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        help_text="hash of the address without what does not tell pages apart",
    )
    title = models.TextField("headline", blank=True)
    byline = models.TextField(blank=True)
    published = models.DateTimeField(null=True, blank=True)
    published_offset = models.SmallIntegerField(
        "minutes from UTC", null=True, blank=True, help_text="of the time as printed; empty where no zone is printed"
    )
    precision = models.CharField(max_length=8, choices=Precision.choices, default=Precision.UNKNOWN)
    language = models.CharField(max_length=35, blank=True, help_text="as in en, ru, pt-BR (BCP 47)")
    credit = models.TextField(blank=True, help_text="whom the article names as its own source")
    excerpt = models.BooleanField(default=False, help_text="quotations with connecting words of our own")
    media_type = models.CharField(max_length=100, default="text/plain")
    original = models.BinaryField(help_text="the bytes as they were read")
    text = models.TextField(help_text="the text read from them; every finding points into it")
    text_key = models.CharField(max_length=64, editable=False, db_index=True)
    paragraphs = models.JSONField(default=list, help_text="[start, end, label, rule] of each paragraph")
    taken_in = models.DateTimeField(auto_now_add=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("outlet", "text_key"), name="article_text_once_an_outlet"),
            models.CheckConstraint(
                condition=models.Q(url="") | models.Q(url__startswith="http://") | models.Q(url__startswith="https://"),
                name="article_address_is_a_web_address",
            ),
            models.CheckConstraint(
                condition=models.Q(published__isnull=False) | models.Q(precision="unknown"),
                name="article_precision_needs_a_date",
            ),
        )
        indexes = (models.Index(fields=("published",)),)

    def __str__(self) -> str:
        return self.title or f"untitled article {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        return slug_for(self.title, otherwise="article")

    @property
    def outlet_name(self) -> str:
        return self.outlet.name if self.outlet else "outlet not known"

    @property
    def printed_zone(self) -> tzinfo | None:
        """The zone in which the time was printed; None where none was stated."""
        if self.published_offset is None:
            return None
        return timezone(timedelta(minutes=self.published_offset))

    @property
    def printed_day(self) -> date | None:
        """The day it was printed, in the zone it was printed in; None unless it is known to the day."""
        if self.published is None or self.precision not in (self.Precision.MINUTE, self.Precision.DAY):
            return None
        return self.published.astimezone(self.printed_zone or UTC).date()
