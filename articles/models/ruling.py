"""Rulings: a curator's verdict on a pair of printings, as a constraint for clustering.

Rulings stay on record for ever; the rulings of an undoing decision name the rulings that they undo. Of each pair of
printings the newest ruling that was not undone is in force.
"""

from collections.abc import Collection, Iterator

from django.db import models

from articles.engine.linking.constraints import Constraint
from articles.models.append_only import AppendOnly, AppendOnlyQuerySet
from articles.models.decision import Decision
from articles.models.quote import Quote


class RulingQuerySet(AppendOnlyQuerySet["Ruling"]):
    """Queries of rulings."""

    def in_force(self) -> "RulingQuerySet":
        """Filter rulings that were not undone and undo nothing themselves."""
        return self.filter(batch__in_force=True, undoes=None)

    def pairwise(self) -> "RulingQuerySet":
        """Filter rulings for which a curator judged one pair, without those that follow from a merge or split."""
        return self.filter(batch__verb__in=(Decision.Verb.CONFIRM, Decision.Verb.REJECT))

    def latest_per_pair(self) -> "RulingQuerySet":
        """Exclude rulings whose pair has a newer ruling in force."""
        newer = Ruling.objects.in_force().filter(a=models.OuterRef("a"), b=models.OuterRef("b"))
        return self.exclude(models.Exists(newer.filter(pk__gt=models.OuterRef("pk"))))

    def in_force_before(self, batch: Decision) -> "RulingQuerySet":
        """Filter rulings that were in force before `batch` came into force, or before it was undone."""
        if batch.in_force:
            return self.in_force().exclude(batch=batch)
        return self.filter(models.Q(batch__in_force=True) | models.Q(batch=batch), undoes=None)

    def latest_per_pair_among(self, quotes: Collection[int]) -> "Iterator[Ruling]":
        """Yield the newest ruling on each pair of these quotes, newest first."""
        seen: set[tuple[int, int]] = set()
        for ruling in self.filter(a__in=quotes, b__in=quotes).order_by("-pk"):
            if (ruling.a_id, ruling.b_id) not in seen:
                seen.add((ruling.a_id, ruling.b_id))
                yield ruling


class Ruling(AppendOnly):
    """A curator's verdict on a pair of printings: a must-link or cannot-link constraint."""

    class Verdict(models.TextChoices):
        """Same quotation, different, or not sure."""

        SAME = "same", "same quote"
        DIFFERENT = "different", "different"
        UNSURE = "unsure", "not sure"

    a = models.ForeignKey(Quote, on_delete=models.PROTECT, related_name="rulings_as_a")
    b = models.ForeignKey(Quote, on_delete=models.PROTECT, related_name="rulings_as_b")
    verdict = models.CharField(max_length=9, choices=Verdict.choices)
    batch = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="rulings")
    score = models.FloatField(
        null=True, blank=True, help_text="of the match at that moment; empty where none was found"
    )
    matcher = models.CharField(max_length=16, help_text="version of the matcher at that moment")
    undoes = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_by",
        help_text="the ruling that this one takes back",
    )

    objects = RulingQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (models.CheckConstraint(condition=models.Q(a__lt=models.F("b")), name="ruling_pair_is_in_order"),)
        indexes = (models.Index(fields=("a", "b")),)

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.a} / {self.b}"

    @property
    def as_constraint(self) -> Constraint | None:
        """The constraint for clustering; None where the curator was not sure."""
        if self.verdict == self.Verdict.UNSURE:
            return None
        return Constraint(self.a_id, self.b_id, same=self.verdict == self.Verdict.SAME)
