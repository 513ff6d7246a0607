"""Fetches: what was asked of the web and what came; incoming articles: what waits to be added from there.

A fetch is evidence: which address answered what, when, by way of which others, and the hash of the bytes. An incoming
article is a page, a text or a file that a curator looks at before it becomes an article.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.article import Article
from articles.models.desk import Suggestion


class Fetch(models.Model):
    """One request to the web, with all its redirects, and the answer without its body."""

    class Purpose(models.TextChoices):
        """Why it was asked."""

        PAGE = "page", "a page"
        FEED = "feed", "a feed"
        ARCHIVE = "archive", "an archive"

    address = models.TextField(help_text="the address asked for")
    host = models.CharField(max_length=255, help_text="host of the address, for the pause between two requests")
    purpose = models.CharField(max_length=8, choices=Purpose.choices, default=Purpose.PAGE)
    fetched = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    final_address = models.TextField(blank=True, help_text="the address that answered")
    redirects = models.JSONField(default=list, help_text="[status, address] of each step on the way")
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="HTTP status; empty without an answer")
    headers = models.JSONField(default=dict, help_text="headers of the answer that say what it is and how old")
    sha256 = models.CharField(max_length=64, blank=True, help_text="of the body, decompressed")
    size = models.PositiveIntegerField(default=0, help_text="of the body, in bytes")
    problem = models.TextField(blank=True, help_text="why there was no article")
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="fetches")

    class Meta:
        verbose_name_plural = "fetches"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("host", "fetched"), name="fetch_latest_of_host"),)

    def __str__(self) -> str:
        return f"{self.address} ({self.status or 'no answer'})"


class IncomingArticleQuerySet(models.QuerySet["IncomingArticle"]):
    """Queries of incoming articles."""

    def waiting(self) -> "IncomingArticleQuerySet":
        """Filter those that nobody has decided on."""
        return self.filter(closed=None)


class IncomingArticle(models.Model):
    """The bytes of a page, text or file that wait for a curator; emptied when they are added or dismissed."""

    name = models.TextField(help_text="address or name of the file")
    content = models.BinaryField(help_text="the original bytes")
    media_type = models.CharField(max_length=100, blank=True)
    charset = models.CharField(max_length=40, blank=True)
    fetch = models.ForeignKey(Fetch, on_delete=models.CASCADE, null=True, blank=True, related_name="incoming")
    suggestion = models.ForeignKey(Suggestion, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    closed = models.DateTimeField(null=True, blank=True)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="incoming")

    objects = IncomingArticleQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=("id",), name="incoming_waiting", condition=models.Q(closed=None)),)

    def __str__(self) -> str:
        return self.name
