"""Baseline memberships: the lineages that clustering gives without any ruling."""

from django.db import models

from articles.models.quote import Quote


class BaselineMembership(models.Model):
    """Where a quote would stand if nobody had ruled: kept for the lineages that rulings have changed.

    `code` is that of the lineage it was found in, `start` and `end` the part of it that belongs, `copy_of` the first
    quote with its words. The rows of a lineage go when the last ruling on it was taken back, or when linking has
    changed it since: then its matches tell.
    """

    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=10, db_index=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    copy_of = models.BigIntegerField(null=True, blank=True)

    class Meta:
        db_table = "articles_unruled"
        verbose_name = "unruled"
        verbose_name_plural = "unruled"
        constraints = (models.UniqueConstraint(fields=("quote", "code"), name="unruled_once_a_lineage"),)

    def __str__(self) -> str:
        return f"{self.quote_id} in {self.code}"
