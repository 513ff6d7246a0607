"""Requests of curators that the worker link all quotations again, or count what that would change.

At most one request is open at a time: `open` is True of it and empty of the others, and unique. A worker holds it under
a lease like that of an article (`articles.services.leases`), and another one begins again when the lease expires.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from articles.models.lineage import get_matcher_version


class RelinkRequestQuerySet(models.QuerySet["RelinkRequest"]):
    """Queries of requests."""

    def due(self) -> "RelinkRequestQuerySet":
        """Filter the open request if no worker holds it: not begun, released, or with an expired lease."""
        return self.filter(Q(lease_until=None) | Q(lease_until__lte=Now()), open=True)


class RelinkRequest(models.Model):
    """One request, how far it has come and what came of it."""

    class State(models.TextChoices):
        """State of the request."""

        WAITING = "waiting", "waiting for a worker"
        RUNNING = "running", "running"
        DONE = "done", "done"
        FAILED = "failed", "failed"
        CANCELLED = "cancelled", "cancelled"

    class Step(models.TextChoices):
        """What the worker is doing."""

        NONE = "", "not begun"
        READING = "reading", "reading the quotations"
        COMPARING = "comparing", "comparing the quotations with each other"
        GROUPING = "grouping", "grouping what matches"
        WRITING = "writing", "storing the result"

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(default=timezone.now)
    dry_run = models.BooleanField(default=False, help_text="count what would change, and change nothing")
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    open = models.BooleanField(null=True, default=True, unique=True, editable=False)
    matcher = models.CharField(max_length=16, default=get_matcher_version, help_text="version of the matcher")
    step = models.CharField(max_length=9, choices=Step.choices, blank=True)
    done = models.PositiveIntegerField(default=0, help_text="wordings compared")
    total = models.PositiveIntegerField(default=0, help_text="wordings to be compared")
    lease_owner = models.CharField(max_length=100, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    ended = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="who cancelled it",
    )
    report = models.JSONField(default=dict, blank=True, help_text="what it changed or would change")
    error = models.TextField(blank=True)

    objects = RelinkRequestQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        permissions = (("relink", "Can have all quotations linked again"),)

    def __str__(self) -> str:
        kind = "dry run" if self.dry_run else "relink"
        return f"{kind} of {self.made:%-d %B %Y}: {self.get_state_display()}"

    @property
    def is_cancellable(self) -> bool:
        """Whether it can still be cancelled: what is being stored is stored to the end."""
        return bool(self.open) and self.step != self.Step.WRITING

    @property
    def percent(self) -> int:
        """Share of the quotations that have been compared, in per cent."""
        return min(100, 100 * self.done // self.total) if self.total else 0
