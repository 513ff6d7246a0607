"""Former slugs: addresses that outlets and speakers had, and that lead to them for ever.

``/o/sottnet`` was printed in a footnote; the outlet's slug is sott-net now. The old address answers 301 in one hop.
"""

from typing import TypeVar

from django.db import models

from articles.models.outlet import Outlet
from articles.models.speaker import Speaker

SluggedT = TypeVar("SluggedT", Outlet, Speaker)


class FormerSlug(models.Model):
    """A slug that an outlet or a speaker had."""

    slug = models.SlugField(max_length=80, allow_unicode=True)
    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, null=True, blank=True, related_name="former_slugs")
    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, null=True, blank=True, related_name="former_slugs")

    class Meta:
        ordering = ("slug",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(outlet=None) ^ models.Q(speaker=None), name="former_slug_of_an_outlet_or_a_speaker"
            ),
            models.UniqueConstraint(fields=("slug",), condition=models.Q(speaker=None), name="former_outlet_slug_once"),
            models.UniqueConstraint(fields=("slug",), condition=models.Q(outlet=None), name="former_speaker_slug_once"),
        )

    def __str__(self) -> str:
        return self.slug


def find_by_slug(rows: "models.QuerySet[SluggedT]", slug: str) -> SluggedT | None:
    """Find the outlet or speaker that has this slug, or else the one that had it."""
    return rows.filter(slug=slug).first() or rows.filter(former_slugs__slug=slug).first()
