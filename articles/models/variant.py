"""Variants: how a printing differs from the earliest one seen of its lineage, a row for each change, one for none."""

from django.db import models
from django.db.models import Count

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.models.outlet import Outlet
from articles.models.printing import Printing

MAX_SHOWN_LENGTH = 120  # characters of a changed passage stored for lists; the comparison page has all of it
NO_CHANGE = ""  # kind of the one row of a printing that differs in typography at most


class VariantQuerySet(models.QuerySet["Variant"]):
    """Queries of variants."""

    def count_printings_by_kind(self) -> dict[str, int]:
        """Count the printings that have each kind of change, the commonest first."""
        rows = self.order_by().values("kind").annotate(printings=Count("printing", distinct=True))
        return dict(sorted(((row["kind"], row["printings"]) for row in rows), key=lambda item: (-item[1], item[0])))

    def count_printings(self) -> int:
        """Count the printings that were compared."""
        return self.aggregate(count=Count("printing", distinct=True))["count"] or 0

    def newest_first(self) -> "VariantQuerySet":
        """Order by creation, newest first."""
        return self.order_by("-pk")

    def in_context(self) -> "VariantQuerySet":
        """Select lineage, quote, speaker, article and outlet too, without the articles' texts."""
        texts = [f"printing__quote__article__{name}" for name in ("original", "text", "paragraphs")]
        related = ("printing__quote__speaker", "printing__quote__article__outlet", "printing__lineage__first")
        return self.select_related(*related).defer(*texts)


class Variant(models.Model):
    """A change in a printing, derived from the texts again whenever the lineage changes."""

    printing = models.ForeignKey(Printing, on_delete=models.CASCADE, related_name="departures")
    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="departures", null=True, blank=True)
    kind = models.CharField(max_length=40, blank=True, help_text="empty if nothing differs")
    danger = models.PositiveSmallIntegerField("severity", default=0)
    before = models.CharField(max_length=MAX_SHOWN_LENGTH, blank=True, help_text="in the earliest version found")
    after = models.CharField(max_length=MAX_SHOWN_LENGTH, blank=True, help_text="in this version")

    objects = VariantQuerySet.as_manager()

    class Meta:
        db_table = "articles_departure"
        verbose_name = "change"
        ordering = ("printing", "-danger", "pk")
        indexes = (models.Index(fields=("outlet", "kind")), models.Index(fields=("kind",)))

    def __str__(self) -> str:
        return f"{self.label}: {self.printing}"

    @property
    def label(self) -> str:
        """The kind of change in words."""
        return get_kind_label(self.kind)


def get_kind_label(kind: str) -> str:
    """Return a kind of change in words, or that nothing differs."""
    return CHANGE_KINDS[kind].label if kind in CHANGE_KINDS else "Same words, as far as both go"
