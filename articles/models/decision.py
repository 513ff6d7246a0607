"""Curators' decisions, which the database calls batches, and the rulings on pairs of printings that they hold.

Confirming that Press TV's "a cat that wants to eat a fish" is RT's quotation is a decision with one ruling; splitting
three printings off a lineage is one with many. Undoing a decision is another decision, whose rulings name the rulings
that they undo: all stay on record for ever. Of each pair the newest ruling that was not undone is in force.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple, NoReturn

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils import timezone

from articles.models.append_only import AppendOnly, AppendOnlyError, AppendOnlyQuerySet
from articles.models.db.insertion import insert_rows
from articles.models.quote import Quote

Curator = AbstractBaseUser


@dataclass(frozen=True, slots=True)
class DecisionRemark:
    """What a curator adds to a verdict: reason, note, seconds taken, whether the score was hidden (blind)."""

    reason: str = ""
    note: str = ""
    seconds: float | None = None
    blind: bool = False


NO_REMARK = DecisionRemark()


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Creation of decisions."""

    def start(
        self, verb: str, by: Curator, remark: DecisionRemark = NO_REMARK, **related: "Decision | None"
    ) -> "Decision":
        """Create a decision, about a `related` one or to undo it; its service adds rulings and calls `complete`."""
        return self.create(verb=verb, by_id=by.pk, **related, **asdict(remark))


class Decision(models.Model):
    """What a curator did in one step and can undo in one step."""

    class Verb(models.TextChoices):
        """Kind of decision."""

        CONFIRM = "confirm", "same quote"
        REJECT = "reject", "different"
        UNSURE = "unsure", "not sure"
        MERGE = "merge", "lineages joined"
        SPLIT = "split", "versions split off"
        DETACH = "detach", "versions removed"
        SPEAKER = "speaker", "speaker changed"
        MERGE_SPEAKERS = "merge speakers", "speakers merged"
        MERGE_OUTLETS = "merge outlets", "outlets merged"
        SPAN = "span", "quotation corrected"
        DATE = "date", "date corrected"
        SLUG = "slug", "address changed"
        BOILERPLATE = "boilerplate", "marked as boilerplate"
        WITHDRAW = "withdraw", "article withdrawn"
        SECOND = "second", "second opinion: agreed"
        GOLD = "gold", "gold question answered"
        UNDO = "undo", "undone"
        IMPORT = "import", "rulings imported"

    class Reason(models.TextChoices):
        """Reason that the curator chose."""

        NONE = "", "no reason given"
        WORDS = "words", "the words are the same"
        TRANSLATION = "translation", "another translation"
        RETOLD = "retold", "a paraphrase"
        PART = "part", "part of a longer quotation"
        OCCASION = "occasion", "said on another occasion"
        SPEAKER = "speaker", "said by somebody else"
        FORMULA = "formula", "a common phrase"
        ERROR = "error", "not a quotation"
        OTHER = "other", "another reason"

    verb = models.CharField(max_length=16, choices=Verb.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="batches")
    made = models.DateTimeField(default=timezone.now, db_index=True)
    reason = models.CharField(max_length=12, choices=Reason.choices, blank=True)
    note = models.TextField(blank=True)
    said = models.TextField("outcome", blank=True, help_text="what the decision changed, in one sentence")
    undoes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="undone_by")
    about = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="judged_by",
        help_text="the decision that a second opinion or a gold question is about",
    )
    in_force = models.BooleanField(default=True, editable=False, help_text="not undone")
    data = models.JSONField(default=dict, blank=True, help_text="what is needed to undo it")
    seconds = models.FloatField(null=True, blank=True, help_text="how long the curator took to decide")
    blind = models.BooleanField(default=False, help_text="the curator did not see the score first")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        db_table = "articles_batch"
        verbose_name = "decision"
        ordering = ("-pk",)
        permissions = (
            ("curate", "Can decide on versions and correct quotations"),
            ("decide", "Can withdraw articles and give second opinions"),
        )

    def __str__(self) -> str:
        return self.said or self.get_verb_display()

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: decisions are undone, not deleted."""
        raise AppendOnlyError("A decision cannot be deleted; undo it instead.")

    def complete(self, said: str, data: dict[str, Any] | None = None) -> "Decision":
        """Store the sentence that says what was done, and the data needed to undo it."""
        self.said, self.data = said, data or {}
        self.save(update_fields=["said", "data"])
        return self

    @property
    def root(self) -> "Decision":
        """The original decision that this one undoes or redoes, in however many steps; itself where it does neither."""
        return self.undoes.root if self.undoes else self

    def set_in_force(self, in_force: bool) -> None:
        """Set whether the decision is in force; what it undoes is, if no other decision in force undoes that too."""
        if self.in_force != in_force:
            self.in_force = in_force
            self.save(update_fields=["in_force"])
            if self.undoes:
                self.undoes.set_in_force(not Decision.objects.filter(undoes=self.undoes, in_force=True).exists())


class DecisionComment(AppendOnly):
    """What a curator wrote about a decision, to be read by the others."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made = models.DateTimeField(default=timezone.now)
    text = models.TextField()

    objects = AppendOnlyQuerySet["DecisionComment"].as_manager()

    class Meta:
        verbose_name = "comment on a decision"
        verbose_name_plural = "comments on decisions"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text


class RulingRow(NamedTuple):
    """Columns of a ruling to be stored, in order."""

    a_id: int
    b_id: int
    verdict: str
    batch_id: int
    score: float | None
    matcher: str
    split: int | None = None
    part_a: int | None = None
    part_b: int | None = None
    undoes_id: int | None = None


class RulingQuerySet(AppendOnlyQuerySet["Ruling"]):
    """Queries of rulings, and their bulk insertion."""

    def bulk_insert(self, rows: Iterable[RulingRow]) -> None:
        """Insert these new rulings: a split of a large lineage stores hundreds."""
        insert_rows(Ruling, RulingRow._fields, rows)

    def in_force(self) -> "RulingQuerySet":
        """Filter rulings that were not undone and undo nothing themselves."""
        return self.filter(batch__in_force=True, undoes=None)

    def pairwise(self) -> "RulingQuerySet":
        """Filter rulings for which a curator judged one pair, without the ones that follow from a merge or split."""
        return self.filter(batch__verb__in=(Decision.Verb.CONFIRM, Decision.Verb.REJECT), split=None)

    def latest_per_pair(self) -> "RulingQuerySet":
        """Exclude rulings whose pair has a newer ruling in force."""
        newer = Ruling.objects.in_force().filter(a=models.OuterRef("a"), b=models.OuterRef("b"))
        return self.exclude(models.Exists(newer.filter(pk__gt=models.OuterRef("pk"))))

    def in_force_before(self, batch: Decision) -> "RulingQuerySet":
        """Filter rulings that were in force before `batch` came into force, or before it was undone."""
        if batch.in_force:
            return self.in_force().exclude(batch=batch)
        return self.filter(models.Q(batch__in_force=True) | models.Q(batch=batch), undoes=None)

    def constraining(self, quotes: Collection[int]) -> "RulingQuerySet":
        """Filter what binds these quotes: rulings on two of them, and of a split those on one; newest first."""
        both = models.Q(a__in=quotes, b__in=quotes)
        of_split = models.Q(split__isnull=False) & (models.Q(a__in=quotes) | models.Q(b__in=quotes))
        return self.filter(both | of_split).order_by("-pk")

    def load_parts(self, quotes: Collection[int]) -> dict[int, dict[tuple[int, int], int]]:
        """Return for each of these quotes the splits that it was in, by decision and number, and its part in each."""
        parts: dict[int, dict[tuple[int, int], int]] = {quote: {} for quote in quotes}
        rows = self.filter(models.Q(a__in=quotes) | models.Q(b__in=quotes), split__isnull=False).order_by()
        for a, b, batch, split, part_a, part_b in rows.values_list("a", "b", "batch", "split", "part_a", "part_b"):
            for quote, part in ((a, part_a), (b, part_b)):
                if quote in parts and split is not None and part is not None:
                    parts[quote][batch, split] = part
        return parts

    def latest_per_pair_among(self, quotes: Collection[int]) -> "Iterator[Ruling]":
        """Yield the newest ruling on each pair of these quotes, newest first."""
        seen: set[tuple[int, int]] = set()
        for ruling in self.filter(a__in=quotes, b__in=quotes).order_by("-pk"):
            if (ruling.a_id, ruling.b_id) not in seen:
                seen.add((ruling.a_id, ruling.b_id))
                yield ruling


class Ruling(AppendOnly):
    """A curator's verdict on a pair of printings: a must-link or cannot-link constraint.

    The rulings of a split also say which part each of the two went to (`part_a`, `part_b`): printings that went to
    different parts cannot be linked, though no ruling names the two. Part 0 is the rest.
    """

    class Verdict(models.TextChoices):
        """Same quotation, different, or not sure."""

        SAME = "same", "same quote"
        DIFFERENT = "different", "different"
        UNSURE = "unsure", "not sure"

    a = models.ForeignKey(Quote, on_delete=models.PROTECT, related_name="rulings_as_a")
    b = models.ForeignKey(Quote, on_delete=models.PROTECT, related_name="rulings_as_b")
    verdict = models.CharField(max_length=9, choices=Verdict.choices)
    batch = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="rulings", verbose_name="decision")
    score = models.FloatField(null=True, blank=True, help_text="of the match at that time; empty if there was no match")
    matcher = models.CharField(max_length=16, help_text="version of the matcher at that time")
    split = models.PositiveIntegerField(
        null=True, blank=True, help_text="which split of the decision it belongs to; empty for one pair alone"
    )
    part_a = models.IntegerField(
        null=True, blank=True, help_text="the part of the split that the first went to; of 0 and less, a rest"
    )
    part_b = models.IntegerField(null=True, blank=True, help_text="the part that the second went to")
    undoes = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_by",
        help_text="the ruling that this one undoes",
    )

    objects = RulingQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (models.CheckConstraint(condition=models.Q(a__lt=models.F("b")), name="ruling_pair_is_in_order"),)
        indexes = (models.Index(fields=("a", "b")),)

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.a} / {self.b}"
