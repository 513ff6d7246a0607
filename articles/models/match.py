"""Two quotes scored as printings of the same words, with the evidence."""

import json
from collections.abc import Sequence

from django.db import connection, models

from articles.engine.clustering import SURE

from .among import written
from .quote import Quote


class MatchQuerySet(models.QuerySet["Match"]):
    def note(self, matches: "Sequence[Match]") -> None:
        """Store these, none of which is there, in half the time that `bulk_create` takes; their keys stay unknown."""
        if not matches:
            return
        columns = [[getattr(match, column) for match in matches] for column in _COLUMNS]
        evidence = [json.dumps(match.evidence) for match in matches]
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(_INSERT_ALL, [*(written(column, "postgresql") for column in columns), evidence])
            else:
                cursor.executemany(_INSERT, list(zip(*columns, evidence, strict=True)))


_COLUMNS = ("a_id", "b_id", "score", "a_start", "a_end", "b_start", "b_end", "whole_a", "whole_b")
_INTO = f"INSERT INTO articles_match ({', '.join(_COLUMNS)}, evidence)"
_INSERT = f"{_INTO} VALUES ({', '.join(['%s'] * (len(_COLUMNS) + 1))})"
_INSERT_ALL = f"""{_INTO} SELECT * FROM unnest(
    %s::bigint[], %s::bigint[], %s::float8[], %s::int[], %s::int[], %s::int[], %s::int[], %s::float8[], %s::float8[],
    %s::jsonb[]
)"""


class Match(models.Model):
    # No index of its own: that of the constraint finds it.
    a = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="matches_as_a", db_index=False)
    b = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="matches_as_b")
    score = models.FloatField(help_text="0 to 1")
    a_start = models.PositiveIntegerField(help_text="the shared passage, as offsets into the words of a")
    a_end = models.PositiveIntegerField()
    b_start = models.PositiveIntegerField(help_text="and into the words of b")
    b_end = models.PositiveIntegerField()
    whole_a = models.FloatField(help_text="how long the other is beside it, at most 1")
    whole_b = models.FloatField()
    evidence = models.JSONField(default=dict, help_text="the parts of the score")

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "matches"
        ordering = ("-score", "pk")
        constraints = (
            models.UniqueConstraint(fields=("a", "b"), name="match_once_a_pair"),
            models.CheckConstraint(condition=models.Q(a__lt=models.F("b")), name="match_pair_is_in_order"),
            models.CheckConstraint(
                condition=models.Q(score__gte=0) & models.Q(score__lte=1), name="match_score_is_a_share"
            ),
        )
        indexes = (
            models.Index(fields=("score", "id"), name="match_uncertain", condition=models.Q(score__lt=SURE)),
            models.Index(fields=("-score", "id"), name="match_by_score"),  # for lists, and to count them
        )

    def __str__(self) -> str:
        return f"{self.a} / {self.b} ({self.score:.2f})"
