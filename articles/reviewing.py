"""Which match should a curator look at next?

SANA's printing matches OffGuardian's with a chance of 0.62: whether they are one quotation is the question that tells
most, the more so the more printings would move. Each *lane* is a kind of question: what is uncertain; what would change
which printing is the earliest; rulings that contradict what else is there; a sample of what was joined without anybody
looking, from which precision is known with its interval; rulings of one curator that moved much and want a second
opinion; what readers have suggested. What was ruled on is not asked again.

Left to others: what a ruling does (`curation`), how a card looks (`views.review`).
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from math import sqrt

from django.db.models import BigIntegerField, Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils import timezone

from articles.engine.clustering import SURE
from articles.models import Batch, Lineage, Match, Printing, Ruling, Suggestion

LOOKED_AT = 60  # matches at the head of a lane, of which the one that moves most is asked first
COUNTED = 1000  # no lane counts further
SAMPLE = 20  # one match of so many is looked at again: 5 %
SAMPLED = 7  # those whose number leaves this remainder
SECOND_FROM = 10  # printings that moved: from here on somebody else should look
SECOND_FOR = timedelta(hours=48)  # then it stands without
NEAR = 1.96  # standard deviations of an interval that holds 95 of 100 times

Verb = Batch.Verb


@dataclass(frozen=True, slots=True)
class Lane:
    key: str
    name: str
    asks: str


LANES = (
    Lane("uncertain", "Uncertain", "The matcher cannot tell; those that would move most come first."),
    Lane("origin", "Changes the origin", "Joining these would give the words an earlier first printing."),
    Lane("conflicts", "Conflicts", "Ruled different, but joined by a path: the weakest link is proposed for a ruling."),
    Lane("audit", "Audit sample", "One in twenty of what was joined without anybody looking."),
    Lane("second", "Second opinion", "Another curator\N{RIGHT SINGLE QUOTATION MARK}s rulings that moved much."),
    Lane("suggestions", "From readers", "What readers think is wrong or missing."),
)
BY_KEY = {lane.key: lane for lane in LANES}


@dataclass(frozen=True, slots=True)
class Question:
    """Two quotes to be looked at, with the chance that they are one quotation, if the matcher found any."""

    a: int
    b: int
    score: float | None = None

    @property
    def key(self) -> str:
        return f"{self.a}..{self.b}"


def next_question(lane: str, *, by: int, skipped: Collection[str] = ()) -> Question | None:
    """The question that tells most in `lane`; None where none is left."""
    return next((question for question in _QUESTIONS[lane](by) if question.key not in skipped), None)


def counts(by: int) -> dict[str, int]:
    """How many questions each lane has for this curator, counted to `COUNTED` at most."""
    return {
        "uncertain": _up_to(_uncertain()),
        "origin": sum(1 for _ in _origin(by)),
        "conflicts": sum(1 for _ in _conflicts(by)),
        "audit": _up_to(_audit()),
        "second": _up_to(second_opinions(by)),
        "suggestions": _up_to(Suggestion.objects.filter(closed=None)),
    }


def _up_to(rows: QuerySet[Match] | QuerySet[Batch] | QuerySet[Suggestion]) -> int:
    return rows.order_by()[:COUNTED].count()


# --- lanes --------------------------------------------------------------------------------------------------------


def _unruled() -> QuerySet[Match]:
    """Matches of printings that stand somewhere, on which nobody has ruled."""
    ruled = Ruling.objects.holding().filter(a=OuterRef("a"), b=OuterRef("b"))
    return Match.objects.filter(~Exists(ruled), a__left_out="", b__left_out="")


def _uncertain() -> QuerySet[Match]:
    return _unruled().filter(score__lt=SURE).order_by("score", "pk")


def _by_impact(by: int) -> Iterator[Question]:
    """The least certain first, and of these the one that moves most printings."""
    yield from (question for _, question in sorted(_weighed(_uncertain()[:LOOKED_AT]), key=lambda each: -each[0]))


def _weighed(matches: Sequence[Match] | QuerySet[Match]) -> list[tuple[float, Question]]:
    matches = list(matches)
    homes = _homes({quote for match in matches for quote in (match.a_id, match.b_id)})
    weighed = []
    for match in matches:
        one, other = homes.get(match.a_id), homes.get(match.b_id)
        moved = min(one.printing_count, other.printing_count) if one and other and one != other else 0.5
        doubt = 1 - 2 * abs(match.score - 0.5)
        weighed.append((doubt * moved, Question(match.a_id, match.b_id, match.score)))
    return weighed


def _homes(quotes: Collection[int]) -> dict[int, Lineage]:
    printings = Printing.objects.filter(quote__in=quotes).select_related("lineage__first__article")
    return {printing.quote_id: printing.lineage for printing in printings.order_by("pk")}


def _origin(by: int) -> Iterator[Question]:
    """Of the uncertain ones, those whose smaller lineage has the earlier first printing."""
    matches = list(_uncertain()[: 2 * LOOKED_AT])
    homes = _homes({quote for match in matches for quote in (match.a_id, match.b_id)})
    for match in matches:
        one, other = homes.get(match.a_id), homes.get(match.b_id)
        if one and other and one != other and one.first and other.first:
            small, large = sorted((one, other), key=lambda lineage: (lineage.printing_count, -lineage.pk))
            if large.printing_count > 1 and _earlier(small, large):
                yield Question(match.a_id, match.b_id, match.score)


def _earlier(one: Lineage, other: Lineage) -> bool:
    return bool(one.first and other.first and one.first.printed_order < other.first.printed_order)


def _conflicts(by: int) -> Iterator[Question]:
    """For each pair ruled different that sure matches join all the same: the weakest of these, to be ruled on."""
    different = Ruling.objects.holding().filter(verdict=Ruling.Verdict.DIFFERENT).order_by("-pk")[:LOOKED_AT]
    asked: set[tuple[int, int]] = set()
    for ruling in different:
        weakest = _between(ruling.a_id, ruling.b_id)
        if weakest and (weakest.a_id, weakest.b_id) not in asked:
            asked.add((weakest.a_id, weakest.b_id))
            yield Question(weakest.a_id, weakest.b_id, weakest.score)


def _between(a: int, b: int) -> Match | None:
    """The weakest sure match, not ruled on, between what stands with `a` and what stands with `b`."""
    with_a, with_b = (
        Printing.objects.filter(lineage__in=Printing.objects.filter(quote=quote).values("lineage")).values("quote")
        for quote in (a, b)
    )
    across = Q(a__in=with_a, b__in=with_b) | Q(a__in=with_b, b__in=with_a)
    return _unruled().filter(across, score__gte=SURE).order_by("score", "pk").first()


def _audit() -> QuerySet[Match]:
    return _unruled().alias(rest=F("pk") % SAMPLE).filter(rest=SAMPLED, score__gte=SURE).order_by("pk")


def _from_audit(by: int) -> Iterator[Question]:
    for match in _audit()[:LOOKED_AT]:
        yield Question(match.a_id, match.b_id, match.score)


def second_opinions(by: int) -> QuerySet[Batch]:
    """What others decided in the last two days that moved much, and nobody else has looked at."""
    recent = timezone.now() - SECOND_FOR
    of = Cast(KeyTextTransform("of", "data"), BigIntegerField())
    seen = Batch.objects.alias(of=of).filter(verb=Verb.SECOND, in_force=True, of=OuterRef("pk"))
    moved = Q(data__moved__gte=SECOND_FROM) | Q(data__origin=True)
    return Batch.objects.filter(moved, ~Exists(seen), in_force=True, made__gte=recent).exclude(by=by).order_by("pk")


_QUESTIONS: dict[str, Callable[[int], Iterator[Question]]] = {
    "uncertain": _by_impact,
    "origin": _origin,
    "conflicts": _conflicts,
    "audit": _from_audit,
    "second": lambda by: iter(()),
    "suggestions": lambda by: iter(()),
}


# --- statistics ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `of`, and between which shares the truth lies 95 of 100 times (Wilson)."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """After E. B. Wilson, "Probable inference" (1927).

        >>> [round(end, 3) for end in Share(95, 100).interval]
        [0.888, 0.978]
        """
        if not self.of:
            return None
        share, square = self.right / self.of, NEAR * NEAR
        middle = share + square / (2 * self.of)
        wide = NEAR * sqrt(share * (1 - share) / self.of + square / (4 * self.of**2))
        return (middle - wide) / (1 + square / self.of), (middle + wide) / (1 + square / self.of)


def audit_precision() -> Share:
    """Of the audited matches that were ruled on, how many are the same quotation."""
    match = Match.objects.alias(rest=F("pk") % SAMPLE).filter(
        rest=SAMPLED, score__gte=SURE, a=OuterRef("a"), b=OuterRef("b")
    )
    ruled = Ruling.objects.holding().filter(Exists(match)).exclude(verdict=Ruling.Verdict.UNSURE)
    found = dict(ruled.order_by().values_list("verdict").annotate(count=Count("pk")))
    return Share(found.get("same", 0), sum(found.values()))


_DECIDED = (Ruling.Verdict.SAME, Ruling.Verdict.DIFFERENT)


def kappa() -> tuple[float | None, int]:
    """Cohen's kappa of pairs that two curators ruled on, and how many pairs these are."""
    verdicts: dict[tuple[int, int], dict[int, str]] = {}
    rows = Ruling.objects.filter(undoes=None, batch__verb__in=(Verb.CONFIRM, Verb.REJECT)).order_by("pk")
    for a, b, by, verdict in rows.values_list("a", "b", "batch__by", "verdict"):
        verdicts.setdefault((a, b), {})[by] = verdict
    pairs = [tuple(islice(said.values(), 2)) for said in verdicts.values() if len(said) > 1]
    if not pairs:
        return None, 0
    agreed = sum(one == other for one, other in pairs) / len(pairs)
    shares = [[sum(pair[at] == verdict for pair in pairs) / len(pairs) for at in (0, 1)] for verdict in _DECIDED]
    by_chance = sum(one * other for one, other in shares)
    return ((agreed - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0), len(pairs)
