"""Revisions: the state of a lineage as cited, as in ``/q/7KQ2M9X4VD/r12``.

The content is stored as the text that is hashed (SHA-256), not as references to rows that may change.
"""

import hashlib
import json
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone

from articles.models.append_only import AppendOnly, AppendOnlyQuerySet
from articles.models.decision import Decision
from articles.models.lineage import LineageCode


class Revision(AppendOnly):
    """The state of a lineage under a code and a number, never changed."""

    code = models.ForeignKey(LineageCode, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    made = models.DateTimeField(default=timezone.now)
    batch = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="revisions",
        help_text="the decision that caused it",
    )
    content = models.TextField(help_text="JSON: the lineage at that time")
    sha256 = models.CharField("SHA-256", max_length=64, help_text="checksum of the content in UTF-8")

    objects = AppendOnlyQuerySet["Revision"].as_manager()

    class Meta:
        ordering = ("code", "-number")
        constraints = (models.UniqueConstraint(fields=("code", "number"), name="revision_number_once_a_code"),)

    def __str__(self) -> str:
        return f"{self.code_id}/r{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("revision", args=[self.code_id, self.number])

    @property
    def data(self) -> dict[str, Any]:
        """The content, parsed."""
        content: dict[str, Any] = json.loads(self.content)
        return content


def serialize_canonically(data: object) -> str:
    """Serialize `data` as canonical JSON: equal data give equal bytes."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(content: str) -> str:
    """Return the SHA-256 of `content` in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(content.encode()).hexdigest()
