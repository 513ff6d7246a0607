"""Matches: two quotations scored as the same words, with the evidence."""

import json
from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db import models
from django.db.models import Q

from articles.engine.linking.clustering import SURE_PROBABILITY
from articles.engine.linking.pairwise import UNCERTAIN_THRESHOLD
from articles.models.db.insertion import insert_rows
from articles.models.quote import Quote


class MatchRow(NamedTuple):
    """Columns of a match to be stored, in order."""

    a_id: int
    b_id: int
    score: float
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    whole_a: float
    whole_b: float
    evidence: dict[str, float]


class MatchQuerySet(models.QuerySet["Match"]):
    """Bulk insertion of matches, and their scores."""

    def load_scores(self, quotes: Collection[int]) -> dict[tuple[int, int], float]:
        """Load the score of each pair of these quotes."""
        rows = self.filter(a__in=quotes, b__in=quotes).order_by().values_list("a", "b", "score")
        return {(a, b): score for a, b, score in rows}

    def bulk_insert(self, rows: Iterable[MatchRow]) -> None:
        """Insert these new matches, however many, in a third of the time of bulk_create."""
        insert_rows(Match, MatchRow._fields, [(*row[:-1], json.dumps(row.evidence)) for row in rows])


class _MatchManager(models.Manager["Match"]):
    """The pairs that match, for certain or perhaps."""

    def get_queryset(self) -> models.QuerySet["Match"]:
        return super().get_queryset().filter(score__gte=UNCERTAIN_THRESHOLD)


class Match(models.Model):
    """Two quotations scored as the same words; `a` has the lower number.

    `objects` leaves out the pairs that were compared and do not match. Only clustering asks for these, as `scored`:
    they speak against a merge of the lineages that they lie between.
    """

    # No index of its own: the index of the constraint serves.
    a = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="matches_as_a", db_index=False)
    b = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="matches_as_b")
    score = models.FloatField(help_text="0 to 1")
    a_start = models.PositiveIntegerField(help_text="where the shared passage begins in the first quotation")
    a_end = models.PositiveIntegerField()
    b_start = models.PositiveIntegerField(help_text="where the shared passage begins in the second quotation")
    b_end = models.PositiveIntegerField()
    whole_a = models.FloatField(help_text="length of the other quotation relative to this one, at most 1")
    whole_b = models.FloatField()
    evidence = models.JSONField(default=dict, help_text="what the score is made of")

    objects = _MatchManager.from_queryset(MatchQuerySet)()
    scored = MatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "matches"
        ordering = ("-score", "pk")
        constraints = (
            models.UniqueConstraint(fields=("a", "b"), name="match_once_a_pair"),
            models.CheckConstraint(condition=Q(a__lt=models.F("b")), name="match_pair_is_in_order"),
            models.CheckConstraint(condition=Q(score__gte=0) & Q(score__lte=1), name="match_score_is_a_share"),
        )
        indexes = (
            models.Index(fields=("score", "id"), name="match_uncertain", condition=Q(score__lt=SURE_PROBABILITY)),
            models.Index(fields=("-score", "id"), name="match_by_score"),  # for lists and counts
        )

    def __str__(self) -> str:
        return f"{self.a} / {self.b} ({self.score:.2f})"
