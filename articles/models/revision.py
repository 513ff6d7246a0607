"""How did a lineage stand when somebody cited it?

``/q/7KQ2M9X4VD/r12`` shows the twelfth revision of Lavrov's words: the printings, their order, what differed, who may
have taken it from whom, as they were then, with the version of the matcher and a SHA-256 of it all. It is kept as the
text that is hashed, not as pointers to rows that may change.

Left to others: what stands in it and when one is made (`articles.services.revisions`).
"""

import hashlib
import json
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone

from articles.models.append_only import AppendOnly, AppendOnlyQuerySet
from articles.models.decision import Decision
from articles.models.lineage_code import LineageCode


class Revision(AppendOnly):
    code = models.ForeignKey(LineageCode, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    made = models.DateTimeField(default=timezone.now)
    batch = models.ForeignKey(
        Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="revisions", help_text="what led to it"
    )
    content = models.TextField(help_text="JSON: the lineage as it stood")
    sha256 = models.CharField("SHA-256", max_length=64, help_text="of the content, in UTF-8")

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
        found: dict[str, Any] = json.loads(self.content)
        return found

    @property
    def is_intact(self) -> bool:
        """Is the content what was hashed?"""
        return digest(self.content) == self.sha256


def serialize_canonically(data: object) -> str:
    """`data` as JSON that is the same, letter for letter, whenever the data are the same."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
