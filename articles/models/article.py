"""Articles: a published text of an outlet, with its original bytes, metadata, state of linking and lease."""

import calendar
import math
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any

from django.db import models
from django.db.models import CheckConstraint, Q
from django.db.models.functions import Coalesce, Now
from django.urls import reverse
from django.utils import timezone as clock
from django.utils.dateformat import format as format_date

from articles.engine.text.outlet_names import resolve_credit
from articles.models.addresses import build_slug
from articles.models.outlet import Outlet

# An undated speech was given so long at most before its transcript appeared: days pass at ministries and parliaments.
TRANSCRIPT_DELAY = timedelta(days=3)
ABOUT_PRECISION = "about"  # the precision of a day that is known only approximately
ABOUT_MARGIN = timedelta(days=2)  # either way; the one such date of the demo corpus was inferred from "on Tuesday"
# The first place on earth in which a day begins is so far ahead of UTC.
EARLIEST_ZONE, LATEST_ZONE = timedelta(hours=14), timedelta(hours=12)
# By which a capture must precede a printed time to contradict it: clocks and time zones are set wrong.
CLOCK_MARGIN = timedelta(hours=1)
# Length of an ISO 8601 date of each precision: 2015-11-17, 2015-11 or 2015.
_ISO_LENGTHS = {"minute": 10, "day": 10, "about": 10, "month": 7, "year": 4}
_WORD_FORMATS = {"minute": "j F Y", "day": "j F Y", "about": r"\a\b\o\u\t j F Y", "month": "F Y", "year": "Y"}


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """The moment of printing, with its precision; `has_zone` says whether a time zone was printed."""

    moment: datetime | None
    precision: str
    has_zone: bool = False

    @property
    def day(self) -> str:
        """The date in ISO 8601: 2015-11-17, 2015-11 or 2015; empty where no date is known."""
        return self.moment.date().isoformat()[: _ISO_LENGTHS.get(self.precision, 0)] if self.moment else ""

    @property
    def certain_day(self) -> str:
        """The same for formats without a way to say "about": empty where the day is only approximate."""
        return "" if self.precision == ABOUT_PRECISION else self.day

    @property
    def in_words(self) -> str:
        """The date for readers: "17 November 2015", "November 2015"; "about" where the day is only approximate."""
        if not self.moment or self.precision not in _WORD_FORMATS:
            return ""
        return format_date(self.moment, _WORD_FORMATS[self.precision])

    @property
    def iso(self) -> str:
        """The date, with the time of day where that is known too."""
        if self.moment is None or self.precision != "minute":
            return self.day
        return (self.moment if self.has_zone else self.moment.replace(tzinfo=None)).isoformat(timespec="minutes")


def _build_web_address_check(field: str) -> Q:
    return Q((field, "")) | Q((f"{field}__startswith", "http://")) | Q((f"{field}__startswith", "https://"))


def now_in_seconds() -> datetime:
    """Return now in whole seconds: SQLite's clock counts milliseconds, so microseconds would lie in its future."""
    return clock.now().replace(microsecond=0)


# Lease fields change only by UPDATE statements that compare the current values, never by `save`.
_LEASE_FIELDS = {"link_state", "lease_until", "lease_owner", "attempts", "last_error"}


def build_appearance(prefix: str = "") -> Coalesce:
    """Build the expression of `Article.appeared`, for an article under this prefix of a query."""
    return Coalesce(f"{prefix}spoken_from", f"{prefix}published")


class ArticleQuerySet(models.QuerySet["Article"]):
    """Queries of articles."""

    def defer_texts(self) -> "ArticleQuerySet":
        """Defer the columns that only the article's own page needs."""
        return self.defer("original", "text", "paragraphs")

    def newest_first(self) -> "ArticleQuerySet":
        """Order by date printed, newest first and undated last, then by import."""
        return self.order_by(models.F("published").desc(nulls_last=True), "-pk")

    def with_counts(self) -> "models.QuerySet[Article]":
        """Annotate `quote_count`."""
        return self.annotate(quote_count=models.Count("quotes"))

    def due(self) -> "ArticleQuerySet":
        """Filter articles to be linked that nobody holds: never begun, released, or with an expired lease."""
        return self.filter(lease_until__lte=Now()).order_by("lease_until", "pk")

    def withdrawn(self) -> "ArticleQuerySet":
        """Filter articles that a curator withdrew."""
        return self.filter(withdrawn__isnull=False)

    def public(self) -> "ArticleQuerySet":
        """Exclude articles that were withdrawn: readers are told the reason instead."""
        # By number: SQLite would read past each article's text to reach the date.
        return self.exclude(pk__in=Article.objects.withdrawn().order_by().values("pk"))

    def failed(self) -> "ArticleQuerySet":
        """Filter articles whose linking was given up."""
        return self.filter(link_state=Article.LinkState.FAILED)


class Article(models.Model):
    """One published text of an outlet, stored byte for byte."""

    class Kind(models.TextChoices):
        """What the text is."""

        ARTICLE = "article", "article"
        TRANSCRIPT = "transcript", "transcript: what was said, perhaps edited"
        RECORDING = "recording", "recording: what was said, word for word"

    class Precision(models.TextChoices):
        """How exactly the date is known."""

        MINUTE = "minute", "to the minute"
        DAY = "day", "to the day"
        MONTH = "month", "to the month"
        YEAR = "year", "to the year"
        ABOUT = "about", "about this day"
        UNKNOWN = "unknown", "unknown"

    class LinkState(models.TextChoices):
        """State of linking the article's quotations."""

        WAITING = "waiting", "waiting to be compared"
        LINKING = "linking", "being compared"
        LINKED = "linked", "compared"
        FAILED = "failed", "could not be compared"

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="articles", null=True, blank=True)
    url = models.TextField("address", blank=True)
    url_key = models.CharField(
        max_length=64,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        help_text="hash of the address without parameters that do not change the page",
    )
    archive_url = models.TextField("address of an archived copy", blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ARTICLE)
    said_on = models.DateField(
        null=True, blank=True, help_text="the day on which the words of a transcript or recording were said"
    )
    spoken_from = models.DateTimeField(
        null=True,
        editable=False,
        help_text="the earliest moment at which the words of a transcript or recording can have been said",
    )
    existed_by = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="first capture of its address in the Internet Archive: it was published then or before",
    )
    saved_at = models.DateTimeField(
        "saved", null=True, blank=True, editable=False, help_text="when an archive or a browser saved the copy we have"
    )
    title = models.TextField("headline", blank=True)
    byline = models.TextField(blank=True)
    published = models.DateTimeField(null=True, blank=True)
    published_offset = models.SmallIntegerField(
        "minutes from UTC", null=True, blank=True, help_text="time zone of the article; empty if it gives none"
    )
    precision = models.CharField(max_length=8, choices=Precision.choices, default=Precision.UNKNOWN)
    language = models.CharField(max_length=35, blank=True, help_text="for example en, ru, pt-BR (BCP 47)")
    credit = models.TextField(
        "credited source", blank=True, help_text="the outlet that the article names as its source"
    )
    excerpt = models.BooleanField(default=False, help_text="only the quotations are the outlet's text")
    media_type = models.CharField(max_length=100, default="text/plain")
    original = models.BinaryField(help_text="the original bytes")
    original_sha256 = models.CharField(
        "SHA-256 of the original", max_length=64, blank=True, editable=False, db_index=True
    )
    text = models.TextField(help_text="the decoded text; every finding is a position in it")
    text_key = models.CharField(max_length=64, editable=False, db_index=True)
    paragraphs = models.JSONField(default=list, help_text="[start, end, label, rule] of each paragraph")
    warnings = models.JSONField(default=list, blank=True, help_text="codes of what may be missing from the text")
    taken_in = models.DateTimeField("collected", auto_now_add=True)
    link_state = models.CharField(
        "comparing", max_length=8, choices=LinkState.choices, default=LinkState.WAITING, editable=False
    )
    lease_until = models.DateTimeField(
        null=True,
        default=now_in_seconds,
        editable=False,
        help_text="until then only the owner may link it",
    )
    lease_owner = models.CharField(
        max_length=100, blank=True, editable=False, help_text="the worker that is linking it"
    )
    attempts = models.PositiveSmallIntegerField(default=0, editable=False, help_text="how often linking was started")
    last_error = models.TextField(blank=True, editable=False, help_text="the error of the last attempt")
    withdrawn = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_because = models.TextField(blank=True, editable=False, help_text="the reason that readers see")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("outlet", "text_key"), name="article_text_once_an_outlet"),
            CheckConstraint(condition=_build_web_address_check("url"), name="article_address_is_a_web_address"),
            CheckConstraint(condition=_build_web_address_check("archive_url"), name="article_archive_is_a_web_address"),
            CheckConstraint(
                condition=Q(published__isnull=False) | Q(precision="unknown"), name="article_precision_needs_a_date"
            ),
            CheckConstraint(
                condition=Q(said_on=None, spoken_from=None) | ~Q(kind="article"),
                name="article_is_not_spoken",
                violation_error_message="Only a transcript or a recording has a day on which it was said.",
            ),
            CheckConstraint(
                condition=Q(link_state="waiting", lease_until__isnull=False, lease_owner="")
                | Q(link_state="linking", lease_until__isnull=False) & ~Q(lease_owner="")
                | Q(link_state__in=("linked", "failed"), lease_until__isnull=True, lease_owner=""),
                name="article_lease_fits_its_state",
            ),
        )
        indexes = (
            models.Index(fields=("published",)),
            # The few articles that wait, of a million, in the order in which workers lease them.
            models.Index(fields=("lease_until", "id"), name="article_due", condition=Q(lease_until__isnull=False)),
            models.Index(fields=("id",), name="article_failed", condition=Q(link_state="failed")),
            models.Index(fields=("id",), name="article_withdrawn", condition=Q(withdrawn__isnull=False)),
        )

    def __str__(self) -> str:
        return self.title or f"untitled article {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the article without its lease fields.

        A curator's form may hold a row that a worker has linked since: stale lease fields are not written back.
        """
        if "spoken_from" not in self.get_deferred_fields():
            self.spoken_from = self.compute_spoken_from()
        if not self._state.adding and not args and kwargs.get("update_fields") is None:
            loaded = {field.attname for field in self._meta.concrete_fields if not field.primary_key}
            kwargs["update_fields"] = loaded - self.get_deferred_fields() - _LEASE_FIELDS
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        """The headline as the tail of the address."""
        return build_slug(self.title, fallback="article")

    @property
    def outlet_name(self) -> str:
        """The outlet's name, or that it is not known."""
        return self.outlet.name if self.outlet else "unknown outlet"

    @property
    def first_seen(self) -> datetime:
        """When its first text was seen: as an archive or a browser saved it, else when it was stored."""
        return self.saved_at or self.taken_in

    @property
    def credited_outlet(self) -> str:
        """The outlet that the article credits; empty where it names only its own."""
        return resolve_credit(self.credit, self.outlet_name, ())

    @property
    def is_waiting(self) -> bool:
        """Whether linking is pending or under way."""
        return self.link_state in (self.LinkState.WAITING, self.LinkState.LINKING)

    @property
    def printed_zone(self) -> tzinfo | None:
        """The time zone printed with the time; None where none was printed."""
        return None if self.published_offset is None else timezone(timedelta(minutes=self.published_offset))

    @property
    def printed_date(self) -> PrintedDate:
        """When it was printed, in the zone in which it was printed."""
        zone = self.printed_zone
        moment = self.published.astimezone(zone) if self.published and zone else self.published
        return PrintedDate(moment, self.precision, has_zone=zone is not None)

    @property
    def printed_day(self) -> date | None:
        """The day of publication in the printed time zone; None unless known to the day."""
        if self.published is None or self.precision not in (self.Precision.MINUTE, self.Precision.DAY):
            return None
        return self.published.astimezone(self.printed_zone or UTC).date()

    @property
    def is_spoken(self) -> bool:
        """Whether its words were said: it is a transcript or a recording."""
        return self.kind != self.Kind.ARTICLE

    @property
    def is_verbatim(self) -> bool:
        """Whether it has every word as it was said; a transcript may have been edited."""
        return self.kind == self.Kind.RECORDING

    def compute_spoken_from(self) -> datetime | None:
        """Compute the earliest moment at which the words can have been said; None of an article, or without a date."""
        if not self.is_spoken:
            return None
        if self.said_on:
            return datetime.combine(self.said_on, time(), UTC) - EARLIEST_ZONE
        if self.published is None or self.precision == self.Precision.UNKNOWN:
            return None
        return datetime.fromtimestamp(self.published_interval[0], UTC) - TRANSCRIPT_DELAY

    @property
    def appeared(self) -> datetime | None:
        """The moment by which printings are ordered: spoken words are earlier than all that can have come of them."""
        return self.spoken_from or self.published

    @property
    def printed_interval(self) -> tuple[float, float]:
        """The earliest and latest possible moment of publication, or of the speech, in seconds since 1970."""
        first, last = self.published_interval
        if self.spoken_from is None:
            return first, last
        if self.said_on:
            last = min(
                last, (datetime.combine(self.said_on, time(), UTC) + timedelta(days=1) + LATEST_ZONE).timestamp()
            )
        return self.spoken_from.timestamp(), max(last, self.spoken_from.timestamp())

    @property
    def published_interval(self) -> tuple[float, float]:
        """The earliest and latest possible moment of publication, in seconds since 1970.

        A time without a zone is no more exact than the day: ten o'clock in one place is the next day in another.
        """
        if self.published is None or self.precision == self.Precision.UNKNOWN:
            return -math.inf, math.inf
        moment = self.published.astimezone(self.printed_zone or UTC)
        if self.precision == self.Precision.MINUTE and self.printed_zone:
            return moment.timestamp(), moment.timestamp()
        first, last = self._get_day_range(moment)
        return first.timestamp(), (last + timedelta(days=1)).timestamp() - 1

    @property
    def is_date_contradicted(self) -> bool:
        """Whether somebody kept the page before the date that it prints."""
        return any(moment and self.is_before_printed_date(moment) for moment in (self.existed_by, self.saved_at))

    def is_before_printed_date(self, moment: datetime) -> bool:
        """Return whether a moment is before the printed date, in whatever time zone that is."""
        margin = CLOCK_MARGIN if self.printed_zone else EARLIEST_ZONE
        return moment.timestamp() < self.published_interval[0] - margin.total_seconds()

    def is_certainly_after(self, other: "Article") -> bool:
        """Return whether the dates show that this article was published after `other`, however exact they are.

        What can have been printed after a speech was: nobody prints the words of a speech before it is made. A printed
        date that an archive contradicts shows nothing.
        """
        if self.is_date_contradicted:
            return False
        if other.spoken_from is not None and not self.is_spoken:
            return self.printed_interval[1] >= other.spoken_from.timestamp() and math.isfinite(self.printed_interval[1])
        return self.printed_interval[0] > other.printed_interval[1]

    def _get_day_range(self, moment: datetime) -> tuple[datetime, datetime]:
        """Return the first and the last possible day, each at midnight."""
        day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        if self.precision == self.Precision.ABOUT:
            return day - ABOUT_MARGIN, day + ABOUT_MARGIN
        if self.precision == self.Precision.MONTH:
            return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
        if self.precision == self.Precision.YEAR:
            return day.replace(month=1, day=1), day.replace(month=12, day=31)
        return day, day
