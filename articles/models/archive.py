"""Archive jobs: what is asked of the Internet Archive about articles, and what it answered."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.article import Article


class ArchiveJobQuerySet(models.QuerySet["ArchiveJob"]):
    """Queries of archive jobs."""

    def due(self, now: datetime) -> "ArchiveJobQuerySet":
        """Filter jobs to be carried on, the one that waits longest first."""
        return self.filter(due__lte=now).order_by("due", "pk")


class ArchiveJob(models.Model):
    """A question to the Internet Archive about an article's address; `due` is empty where nothing is left to do."""

    class Task(models.TextChoices):
        """What is asked."""

        FIRST = "first", "its first capture"
        NEAREST = "nearest", "the capture nearest to the printed date"
        SAVE = "save", "to save the page now"

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", "waiting"
        SAVING = "saving", "being saved"
        DONE = "done", "done"
        NONE = "none", "the archive has no copy"
        FAILED = "failed", "failed"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="archive_jobs")
    task = models.CharField(max_length=8, choices=Task.choices)
    address = models.TextField(help_text="the article's address when it was asked")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    due = models.DateTimeField(null=True, blank=True, default=timezone.now, help_text="when it is carried on")
    attempts = models.PositiveSmallIntegerField(default=0)
    held_until = models.DateTimeField(
        null=True, blank=True, help_text="no other question is asked before: the archive's pace"
    )
    answered = models.DateTimeField(null=True, blank=True, help_text="when the last answer came")
    captured = models.DateTimeField(null=True, blank=True, help_text="when the archive captured the page")
    copy = models.TextField("address of the copy", blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="the archive's SHA-1 of the captured bytes")
    receipt = models.CharField(max_length=200, blank=True, help_text="the archive's name for the saving under way")
    problem = models.TextField(blank=True, help_text="why it failed last")
    made = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ArchiveJobQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("article", "task"), condition=~models.Q(task="save"), name="archive_is_asked_once"
            ),
        )
        indexes = (
            models.Index(fields=("due",), name="archive_job_due"),
            models.Index(fields=("held_until",), name="archive_job_held"),
            models.Index(fields=("answered",), name="archive_job_answered"),
            models.Index(fields=("task", "article"), name="archive_job_of_article"),
        )

    def __str__(self) -> str:
        return f"{self.get_task_display()}: {self.address}"

    @property
    def is_open(self) -> bool:
        """Whether it is not answered yet."""
        return self.state in (self.State.WAITING, self.State.SAVING)


def build_copy_address(base: str, captured: datetime, address: str) -> str:
    """Return where an archive has the copy of an address that it captured at a moment.

    >>> from datetime import UTC
    >>> build_copy_address("https://web.archive.org", datetime(2015, 11, 17, 12, 4, tzinfo=UTC), "https://sana.sy/1")
    'https://web.archive.org/web/20151117120400/https://sana.sy/1'
    """
    return f"{base}/web/{captured:%Y%m%d%H%M%S}/{address}"
