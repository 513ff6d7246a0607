"""Article versions: the later texts of an article's address, each kept whole, with what became of its quotations.

The article itself is version 1. A version is stored when the address has another text than before, and never changed.
When it was seen says no more than that: the outlet edited the article at some moment between `seen_before`, when the
version before it was seen last, and `seen`.
"""

from datetime import datetime

from django.db import models
from django.urls import reverse
from django.utils import timezone

from articles.engine.comparison.quotation_changes import QuotationFate
from articles.models.append_only import AppendOnly, AppendOnlyQuerySet
from articles.models.article import Article
from articles.models.fetch import Fetch
from articles.models.quote import Quote

FIRST_VERSION = 1


class ArticleVersionQuerySet(AppendOnlyQuerySet["ArticleVersion"]):
    """Queries of versions."""

    def defer_texts(self) -> "ArticleVersionQuerySet":
        """Defer the columns that only the version's own page needs."""
        return self.defer("original", "text", "paragraphs")

    def in_order(self) -> "ArticleVersionQuerySet":
        """Leave out copies that are older than a text stored before them; order by when each was seen."""
        return self.filter(seen__gt=models.F("seen_before")).order_by("seen", "number")

    def edits(self) -> "ArticleVersionQuerySet":
        """Filter versions that the outlet made by editing a published article."""
        return self.filter(kind=ArticleVersion.Kind.EDITED)

    def public(self) -> "ArticleVersionQuerySet":
        """Exclude versions of articles that were withdrawn."""
        return self.filter(article__withdrawn=None)


class ArticleVersion(AppendOnly):
    """A later text of an article, byte for byte."""

    class Kind(models.TextChoices):
        """What the version is, compared with the one before."""

        EDITED = "edited", "edited by the outlet"
        COMPLETED = "completed", "the whole text, where only a part was stored"
        LIVE = "live", "a later state of a live blog"
        COPY = "copy", "another copy, whose place in time is not known"

    class Origin(models.TextChoices):
        """How it came."""

        FETCHED = "fetched", "fetched from its address"
        FILE = "file", "from a file"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions", db_index=False)
    number = models.PositiveSmallIntegerField(help_text="2 is the first one after the article itself")
    compared_with = models.PositiveSmallIntegerField(help_text="number of the version that it is compared with")
    kind = models.CharField(max_length=9, choices=Kind.choices, default=Kind.EDITED)
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.FETCHED)
    seen = models.DateTimeField(default=timezone.now, help_text="when this text was first seen")
    seen_before = models.DateTimeField(help_text="when the version before it was last seen")
    stored = models.DateTimeField(default=timezone.now)
    fetch = models.ForeignKey(Fetch, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    title = models.TextField("headline", blank=True)
    byline = models.TextField(blank=True)
    published = models.DateTimeField(null=True, blank=True, help_text="as this version prints it")
    published_offset = models.SmallIntegerField(null=True, blank=True)
    precision = models.CharField(max_length=8, choices=Article.Precision.choices, default=Article.Precision.UNKNOWN)
    media_type = models.CharField(max_length=100, default="text/plain")
    original = models.BinaryField(help_text="the original bytes")
    original_sha256 = models.CharField("SHA-256 of the original", max_length=64, blank=True, db_index=True)
    text = models.TextField(help_text="the decoded text")
    text_key = models.CharField(max_length=64)
    paragraphs = models.JSONField(default=list, help_text="[start, end, label, rule] of each paragraph")
    warnings = models.JSONField(default=list, blank=True)
    notice = models.TextField(blank=True, help_text="the correction notice that came with this version")
    words_added = models.PositiveIntegerField(default=0)
    words_removed = models.PositiveIntegerField(default=0)
    severity = models.PositiveSmallIntegerField(default=0, help_text="of the most serious change in a quotation")
    changed_quotes = models.PositiveIntegerField(
        default=0, help_text="how many quotations were altered, added or dropped"
    )

    objects = ArticleVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "version of an article"
        verbose_name_plural = "versions of articles"
        ordering = ("article", "number")
        constraints = (models.UniqueConstraint(fields=("article", "number"), name="article_version_number_once"),)
        indexes = (models.Index(fields=("stored",), name="article_version_stored"),)

    def __str__(self) -> str:
        return f"{self.title or self.article} (version {self.number})"

    def get_absolute_url(self) -> str:
        return get_version_address(self.article, self.number)

    @property
    def has_notice(self) -> bool:
        """Whether a correction notice came with it."""
        return bool(self.notice)

    @property
    def is_edit(self) -> bool:
        """Whether the outlet edited a published article."""
        return self.kind == self.Kind.EDITED


def get_version_address(article: Article, number: int) -> str:
    """Return the permanent address of a version; 1 is the article as it was stored first."""
    return reverse("article_version", args=[article.pk, article.slug, number])


class VersionQuote(AppendOnly):
    """A quotation in a version of its article: where its words stand there, and what became of it.

    `before` is the quotation that it was in the version before; `quote` is empty where that was dropped.
    """

    version = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="quotes", db_index=False)
    fate = models.CharField(max_length=11, choices=[(fate.value, fate.value) for fate in QuotationFate])
    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, null=True, blank=True, related_name="in_versions")
    before = models.ForeignKey(Quote, on_delete=models.CASCADE, null=True, blank=True, related_name="afterwards")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    severity = models.PositiveSmallIntegerField(default=0, help_text="of the most serious change in its words")

    objects = AppendOnlyQuerySet["VersionQuote"].as_manager()

    class Meta:
        verbose_name = "quotation in a version"
        verbose_name_plural = "quotations in versions"
        ordering = ("version", "pk")
        constraints = (
            models.UniqueConstraint(fields=("version", "quote"), name="version_has_a_quotation_once"),
            models.CheckConstraint(
                condition=models.Q(quote__isnull=False) | models.Q(before__isnull=False),
                name="version_quote_has_a_quotation",
            ),
        )

    def __str__(self) -> str:
        return f"{self.quote or self.before}: {self.fate}"


class RecheckQuerySet(models.QuerySet["Recheck"]):
    """Queries of rechecks."""

    def due(self, now: datetime) -> "RecheckQuerySet":
        """Filter articles to be fetched again, the one that waits longest first."""
        return self.filter(due__lte=now).order_by("due", "pk")


class Recheck(models.Model):
    """When an article's address is fetched again, and when its newest text was last seen there.

    `due` is empty where it is not fetched again by itself.
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, primary_key=True, related_name="recheck")
    last_seen = models.DateTimeField(default=timezone.now, help_text="when the newest text was last seen")
    due = models.DateTimeField(null=True, blank=True, help_text="when the address is fetched next")
    done = models.PositiveSmallIntegerField(default=0, help_text="how often it was fetched again by itself")
    checked = models.DateTimeField(null=True, blank=True, help_text="when it was fetched last")
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="HTTP status of the last answer")
    gone = models.DateTimeField(null=True, blank=True, help_text="since when the address answers 404 or 410")
    etag = models.CharField(max_length=500, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    problem = models.TextField(blank=True, help_text="why the last attempt saw no text to compare")

    objects = RecheckQuerySet.as_manager()

    class Meta:
        verbose_name = "recheck"
        ordering = ("pk",)
        indexes = (models.Index(fields=("due",), name="recheck_due"),)

    def __str__(self) -> str:
        return f"recheck of {self.article}"
