"""Names that mean the same: "ISIS", "Daesh" and "the Islamic State" are one name for comparing."""

from collections import defaultdict
from functools import lru_cache

from django.db import models

from articles.engine.text.aliases import STANDARD_GROUPS, Aliases
from articles.models.db.prepared_query import PreparedQuery


@lru_cache(1)
def _build_table(rows: tuple[tuple[str, str], ...]) -> Aliases:
    """One and the same while nobody edits them, for what is kept of words is kept for each table."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name, form in rows:
        groups[name].append(form)
    return Aliases.from_groups(groups)


class AliasQuerySet(models.QuerySet["Alias"]):
    def load_table(self) -> Aliases:
        """All groups, as the engine takes them."""
        return _build_table(tuple(_ALIAS_ROWS()))

    def seed(self) -> None:
        """Add the table the product ships with; rows that are there stay."""
        rows = [Alias(name=name, form=form) for name, forms in STANDARD_GROUPS.items() for form in forms]
        self.bulk_create(rows, ignore_conflicts=True)


class Alias(models.Model):
    name = models.CharField("means", max_length=200, help_text="the name all the forms stand for, as in Islamic State")
    form = models.CharField(
        max_length=200,
        unique=True,
        help_text="as printed, as in Daesh; up to three letters in capitals (IS, US) count only when so printed",
    )

    objects = AliasQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "aliases"
        ordering = ("name", "form")
        constraints = (
            models.CheckConstraint(condition=~models.Q(name="") & ~models.Q(form=""), name="alias_is_not_empty"),
        )

    def __str__(self) -> str:
        return f"{self.form} = {self.name}"


_ALIAS_ROWS = PreparedQuery(lambda: Alias.objects.order_by("name", "form").values_list("name", "form"))
