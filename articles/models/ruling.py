"""What did curators rule, and what of it holds?

A curator finds that Press TV's "a cat that wants to eat a fish" is the same quotation as RT's: one `Ruling`, *same*, on
that pair, with the score and the version of the matcher at that moment. Splitting three printings off a lineage is many
rulings in one `Decision`. Both stay on record for ever: to take a batch back is another batch, whose rulings name those
they undo. Of each pair of printings the newest ruling that was not taken back holds.

Left to others: what rulings make of lineages (`engine.rulings`, `articles.services.linking.constraints`), the verbs
(`articles.services.curation`).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils import timezone

from articles.engine.linking.constraints import Constraint
from articles.models.append_only import AppendOnly, AppendOnlyError, AppendOnlyQuerySet
from articles.models.quote import Quote


@dataclass(frozen=True, slots=True)
class DecisionRemark:
    """What a curator says besides the verdict: why, in a word and in words; how long it took; whether blind."""

    reason: str = ""
    note: str = ""
    seconds: float | None = None
    blind: bool = False


NO_REMARK = DecisionRemark()


class DecisionQuerySet(models.QuerySet["Decision"]):
    def start(
        self, verb: str, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK, **concerns: "Decision | None"
    ) -> "Decision":
        """Begin a batch; what it does and what comes of it is added by the verb that does it.

        `concerns` is the batch that it `undoes`, or is `about`.
        """
        said = {"reason": remark.reason, "note": remark.note, "seconds": remark.seconds, "blind": remark.blind}
        return self.create(verb=verb, by_id=by.pk, **concerns, **said)


class Decision(models.Model):
    """What a curator did in one step, and can take back in one."""

    class Verb(models.TextChoices):
        CONFIRM = "confirm", "same quote"
        REJECT = "reject", "different"
        UNSURE = "unsure", "not sure"
        MERGE = "merge", "lineages merged"
        SPLIT = "split", "printings split off"
        DETACH = "detach", "printing detached"
        SPEAKER = "speaker", "speaker changed"
        MERGE_SPEAKERS = "merge speakers", "speakers merged"
        MERGE_OUTLETS = "merge outlets", "outlets merged"
        SPAN = "span", "quotation corrected"
        DATE = "date", "date corrected"
        BOILERPLATE = "boilerplate", "marked as boilerplate"
        WITHDRAW = "withdraw", "article withdrawn"
        SECOND = "second", "second opinion: agreed"
        GOLD = "gold", "gold question answered"
        UNDO = "undo", "taken back"
        IMPORT = "import", "rulings imported"

    class Reason(models.TextChoices):
        NONE = "", "no reason given"
        WORDS = "words", "the words are the same"
        TRANSLATION = "translation", "another translation"
        RETOLD = "retold", "retold in other words"
        PART = "part", "a part of it"
        OCCASION = "occasion", "said on another occasion"
        SPEAKER = "speaker", "said by somebody else"
        FORMULA = "formula", "a phrase that everybody uses"
        ERROR = "error", "found wrongly"
        OTHER = "other", "another reason"

    verb = models.CharField(max_length=16, choices=Verb.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="batches")
    made = models.DateTimeField(default=timezone.now, db_index=True)
    reason = models.CharField(max_length=12, choices=Reason.choices, blank=True)
    note = models.TextField(blank=True)
    said = models.TextField(blank=True, help_text="what came of it, in a sentence")
    undoes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="undone_by")
    about = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="judged_by",
        help_text="what a second opinion agrees with, or holds the answer to a gold question",
    )
    in_force = models.BooleanField(default=True, editable=False, help_text="not taken back")
    data = models.JSONField(default=dict, blank=True, help_text="what it needs to be taken back")
    seconds = models.FloatField(null=True, blank=True, help_text="the curator took to decide")
    blind = models.BooleanField(default=False, help_text="decided without seeing the score")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        db_table = "articles_batch"
        verbose_name = "batch"
        verbose_name_plural = "batches"
        ordering = ("-pk",)
        permissions = (
            ("curate", "Can rule on printings and put right what was found"),
            ("decide", "Can withdraw articles and give second opinions"),
        )

    def __str__(self) -> str:
        return self.said or self.get_verb_display()

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError("A batch is not deleted: it is taken back.")

    def complete(self, said: str, data: dict[str, Any] | None = None) -> "Decision":
        """Note what came of it, and what it needs to be taken back."""
        self.said, self.data = said, data or {}
        self.save(update_fields=["said", "data"])
        return self

    @property
    def root(self) -> "Decision":
        """What is taken back and put back by this one, in however many steps; itself where it does neither."""
        return self.undoes.root if self.undoes else self

    def revoke(self) -> None:
        """Take it out of force; what it had taken back is in force again, unless something else takes it back too."""
        self._set_in_force(False)

    def _set_in_force(self, in_force: bool) -> None:
        if self.in_force != in_force:
            self.in_force = in_force
            self.save(update_fields=["in_force"])
            if self.undoes:
                self.undoes._set_in_force(not Decision.objects.filter(undoes=self.undoes, in_force=True).exists())


class RulingQuerySet(AppendOnlyQuerySet["Ruling"]):
    def in_force(self) -> "RulingQuerySet":
        """Not taken back, and itself no taking back."""
        return self.filter(batch__in_force=True, undoes=None)

    def pairwise(self) -> "RulingQuerySet":
        """Those for which a curator looked at one pair; what follows for others when lineages merge is no judgement."""
        return self.filter(batch__verb__in=(Decision.Verb.CONFIRM, Decision.Verb.REJECT))

    def latest_per_pair(self) -> "RulingQuerySet":
        """Without those on whose pair a newer one holds."""
        newer = Ruling.objects.in_force().filter(a=models.OuterRef("a"), b=models.OuterRef("b"))
        return self.exclude(models.Exists(newer.filter(pk__gt=models.OuterRef("pk"))))

    def in_force_before(self, batch: Decision) -> "RulingQuerySet":
        """Those that held before `batch` came into force, or was taken back."""
        if batch.in_force:
            return self.in_force().exclude(batch=batch)
        return self.filter(models.Q(batch__in_force=True) | models.Q(batch=batch), undoes=None)

    def latest_per_pair_among(self, quotes: Collection[int]) -> "Iterator[Ruling]":
        """The newest on each pair of these quotes, newest first."""
        found = self.filter(a__in=quotes, b__in=quotes).order_by("-pk")
        seen: set[tuple[int, int]] = set()
        for ruling in found:
            if (ruling.a_id, ruling.b_id) not in seen:
                seen.add((ruling.a_id, ruling.b_id))
                yield ruling


class Ruling(AppendOnly):
    """A curator's word on a pair of printings."""

    class Verdict(models.TextChoices):
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
        """What the engine is told; None where the curator was not sure."""
        if self.verdict == self.Verdict.UNSURE:
            return None
        return Constraint(self.a_id, self.b_id, same=self.verdict == self.Verdict.SAME)


class DeskPreference(models.Model):
    """How a curator likes the desk: keys on or off, the matcher's score shown before deciding or not."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    keys = models.BooleanField(default=True)
    score = models.BooleanField(default=False)

    class Meta:
        db_table = "articles_preference"
        verbose_name = "preference"

    def __str__(self) -> str:
        return f"of {self.user}"


class Suggestion(models.Model):
    """What a reader, or a curator in passing, thinks is wrong or missing; looked at on the desk."""

    class Kind(models.TextChoices):
        DIFFERENT = "different", "one of these is not the same quote"
        EARLIER = "earlier", "I know an earlier printing"
        OTHER = "other", "something else is wrong"
        FLAG = "flag", "flagged by a curator"

    code = models.CharField(max_length=10, help_text="of the lineage it was made at")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField(help_text="in the reader's own words")
    url = models.TextField("address", blank=True)
    made = models.DateTimeField(default=timezone.now)
    closed = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)
    answer = models.TextField(blank=True, help_text="what came of it")

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("id",), name="suggestion_open", condition=models.Q(closed=None)),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"


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
