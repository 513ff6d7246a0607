"""Baseline memberships: the lineages that clustering gives without any ruling."""

from django.db import models

from articles.models.quote import Quote


class BaselineMembership(models.Model):
    """Membership of a quote in the lineage where clustering without rulings puts it.

    Stored for lineages that rulings have changed. `code` is the code of that lineage, `start` and `end` the part of the
    quote that belongs, `copy_of` the first quote with the same words. The rows of a lineage are deleted when its last
    ruling is undone, or when linking has changed the lineage since: then its matches give the baseline.
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
