"""Aliases: names that mean the same. "ISIS", "Daesh" and "the Islamic State" are compared as one name."""

from collections import defaultdict
from functools import lru_cache

from django.db import models

from articles.engine.text.aliases import STANDARD_GROUPS, Aliases
from articles.models.db.prepared_query import PreparedQuery


@lru_cache(1)
def _build_table(rows: tuple[tuple[str, str], ...]) -> Aliases:
    """Build the table of these rows; the same object while the rows stay, because tokenization caches by table."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name, form in rows:
        groups[name].append(form)
    return Aliases.from_groups(groups)


class AliasQuerySet(models.QuerySet["Alias"]):
    """Reading all aliases, and the standard ones."""

    def load_table(self) -> Aliases:
        """Load all aliases as the engine's table."""
        return _build_table(tuple(_ALIAS_ROWS()))

    def seed(self) -> None:
        """Add the standard aliases; rows that exist stay."""
        rows = [Alias(name=name, form=form) for name, forms in STANDARD_GROUPS.items() for form in forms]
        self.bulk_create(rows, ignore_conflicts=True)


class Alias(models.Model):
    """One form of a name, and the name that it stands for."""

    name = models.CharField("means", max_length=200, help_text="the standard name, for example Islamic State")
    form = models.CharField(
        max_length=200,
        unique=True,
        help_text="another form, for example Daesh; short forms in capitals (IS, US) only match capitals",
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
