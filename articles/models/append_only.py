"""Which rows are written once and never again?

A ruling on TASS's and SANA's printing, a revision that somebody cites: they are added to, never changed and never
deleted. What a later ruling takes back stays on record beside it. Here the rule is kept for whole tables: a second
`save`, an `update` or a `delete` raises.

Left to others: what is kept so (`ruling`, `revision`).
"""

from typing import Any, NoReturn, TypeVar

from django.db import models

ModelT = TypeVar("ModelT", bound=models.Model)


class AppendOnlyError(RuntimeError):
    """The row is on record: it cannot be changed or deleted."""


class AppendOnlyQuerySet(models.QuerySet[ModelT]):
    """Rows that can be read and added."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError(f"{self.model._meta.verbose_name_plural} are not changed.")

    def delete(self) -> NoReturn:
        raise AppendOnlyError(f"{self.model._meta.verbose_name_plural} are not deleted.")


class AppendOnly(models.Model):
    """A row that can be added, once."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError(f"A {self._meta.verbose_name} is not changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError(f"A {self._meta.verbose_name} is not deleted.")
