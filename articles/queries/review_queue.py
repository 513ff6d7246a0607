"""Which match should a curator look at next?

SANA's printing matches OffGuardian's with a chance of 0.62: whether they are one quotation is the question that tells
most, the more so the more printings would move. Each *lane* is a kind of question: what is uncertain; what would change
which printing is the earliest; rulings that contradict what else is there; a sample of what was joined without anybody
looking, from which precision is known with its interval; rulings of one curator that moved much and want a second
opinion; gold: pairs on which a senior curator has ruled, by which others see how far they agree; what readers have
suggested. Apart from gold, what was ruled on is not asked again.

Left to others: what a ruling does (`curation`), what rulings tell (`judging`), how a card looks (`views.review`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import Any

from django.contrib.auth.models import User
from django.core.cache import cache
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from articles.engine.linking.clustering import SURE
from articles.models import Batch, Lineage, Match, Printing, Ruling, Suggestion

LOOKED_AT = 60  # matches at the head of a lane, of which the one that moves most is asked first
COUNTED = 200  # no lane counts further: of a million quotes, counting to 1,000 took half of a card's time
FARTHEST = 3000  # rulings looked through for the next conflict, `LOOKED_AT` at a time
SAMPLE = 20  # one match of so many is looked at again: 5 %
SAMPLED = 7  # those whose number leaves this remainder
FULL_FOR = 30  # seconds that a lane is taken to be as full as it was: nobody answers 200 questions in that time
SECOND_FROM = 10  # printings that moved: from here on somebody else should look
SECOND_FOR = timedelta(hours=48)  # then it stands without

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
    Lane("gold", "Gold", "Pairs a senior curator has ruled on: say what you think, then see. Nothing moves."),
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
    """How many questions each lane has for this curator, counted to `COUNTED` at most; conflicts of late rulings."""
    return {
        "uncertain": _up_to(_uncertain(), "uncertain"),
        "origin": sum(1 for _ in _origin(by)),
        "conflicts": len(_conflicts_of(_ruled_different()[:LOOKED_AT])),
        "audit": _up_to(_audit(), "audit"),
        "second": _up_to(second_opinions(by)),
        "gold": _up_to(gold_questions(by)),
        "suggestions": _up_to(Suggestion.objects.filter(closed=None)),
    }


def _up_to(rows: QuerySet[Any], lane: str = "") -> int:
    """How many there are; a `lane` that was full just now need not be counted again."""
    full = f"desk-full-{lane}"
    if lane and cache.get(full):
        return COUNTED
    count = rows.order_by()[:COUNTED].count()
    if lane and count >= COUNTED:
        cache.set(full, 1, FULL_FOR)
    return count


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
    """Where each of these quotes stands, with what tells how many would move and which was printed first."""
    needed = ("quote", "lineage__printing_count", "lineage__first__start", "lineage__first__article__published",
              "lineage__first__article__precision")  # fmt: skip
    printings = Printing.objects.filter(quote__in=quotes).select_related("lineage__first__article").only(*needed)
    return {printing.quote_id: printing.lineage for printing in printings.order_by("pk")}


def _origin(by: int) -> Iterator[Question]:
    """Of the uncertain ones, those whose smaller lineage has the earlier first printing."""
    matches = list(_uncertain()[:LOOKED_AT])
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
    """The conflicts of the newest rulings first."""
    asked: set[Question] = set()
    for start in range(0, FARTHEST, LOOKED_AT):
        pairs = list(_ruled_different()[start : start + LOOKED_AT])
        for question in _conflicts_of(pairs):
            if question not in asked:
                asked.add(question)
                yield question
        if len(pairs) < LOOKED_AT:
            break


def _ruled_different() -> QuerySet[Ruling, tuple[int, int]]:
    different = Ruling.objects.holding().filter(verdict=Ruling.Verdict.DIFFERENT)
    return different.order_by("-pk").values_list("a", "b")


def _conflicts_of(pairs: Iterable[tuple[int, int]]) -> list[Question]:
    """For each pair ruled different that sure matches join all the same: the weakest of these, to be ruled on."""
    pairs = list(pairs)
    if not pairs:
        return []
    homes = _all_homes({quote for pair in pairs for quote in pair})
    apart = [_different(homes[a], homes[b]) for a, b in pairs]
    weakest = _weakest_between(set().union(*apart))
    found: dict[Question, None] = {}
    for ends in apart:
        joining = [weakest[each] for each in ends if each in weakest]
        found |= dict.fromkeys(sorted(joining, key=_weakest_first)[:1])
    return list(found)


def _all_homes(quotes: Iterable[int]) -> dict[int, list[int]]:
    """The lineages in which each of these quotes stands."""
    homes: dict[int, list[int]] = {quote: [] for quote in quotes}
    for quote, lineage in Printing.objects.filter(quote__among=homes).order_by().values_list("quote", "lineage"):
        homes[quote].append(lineage)
    return homes


def _different(some: Iterable[int], others: Iterable[int]) -> set[tuple[int, int]]:
    """Each lineage of some with each of the others, the older first."""
    return {(min(ends), max(ends)) for ends in product(some, others) if ends[0] != ends[1]}


def _weakest_first(match: Question) -> tuple[float, int, int]:
    return match.score or 0, match.a, match.b


def _weakest_between(apart: Collection[tuple[int, int]]) -> dict[tuple[int, int], Question]:
    """Of each two lineages the weakest sure match between them on which nobody has ruled.

    It is looked for from the smaller of the two: one lineage of two thousand printings has more matches than all others
    that are asked about together.
    """
    if not apart:
        return {}
    matches = _sure_matches_of(_smaller_of(apart))
    homes = _all_homes({quote for match in matches for quote in (match.a, match.b)})
    ruled = set(Ruling.objects.holding().filter(a__among={match.a for match in matches}).values_list("a", "b"))
    weakest: dict[tuple[int, int], Question] = {}
    for match in sorted(matches, key=_weakest_first):
        if (match.a, match.b) not in ruled:
            for ends in _different(homes[match.a], homes[match.b]):
                weakest.setdefault(ends, match)
    return weakest


def _smaller_of(apart: Collection[tuple[int, int]]) -> set[int]:
    """Of each two lineages the one with fewer printings."""
    concerned = {lineage for ends in apart for lineage in ends}
    sizes = dict(Lineage.objects.filter(pk__among=concerned).order_by().values_list("pk", "printing_count"))
    return {min(ends, key=lambda each: (sizes[each], each)) for ends in apart}


def _sure_matches_of(lineages: Collection[int]) -> set[Question]:
    """The sure matches of the printings of these lineages, with each other and with any."""
    quotes = list(Printing.objects.filter(lineage__among=lineages).order_by().values_list("quote", flat=True))
    sure = Match.objects.filter(score__gte=SURE).order_by().values_list("a", "b", "score")
    return {Question(*match) for end in ("a", "b") for match in sure.filter(**{f"{end}__among": quotes})}


def _audit() -> QuerySet[Match]:
    return in_sample(_unruled()).order_by("pk")


def in_sample(matches: QuerySet[Match]) -> QuerySet[Match]:
    """Those of the matches by which printings were joined that are looked at again."""
    return matches.alias(rest=F("pk") % SAMPLE).filter(rest=SAMPLED, score__gte=SURE)


def _from_audit(by: int) -> Iterator[Question]:
    for match in _audit()[:LOOKED_AT]:
        yield Question(match.a_id, match.b_id, match.score)


def second_opinions(by: int) -> QuerySet[Batch]:
    """What others decided in the last two days that moved much, and nobody else has looked at."""
    recent = timezone.now() - SECOND_FOR
    seen = Batch.objects.filter(verb=Verb.SECOND, in_force=True, about=OuterRef("pk"))
    moved = Q(data__moved__gte=SECOND_FROM) | Q(data__origin=True)
    return Batch.objects.filter(moved, ~Exists(seen), in_force=True, made__gte=recent).exclude(by=by).order_by("pk")


def gold_questions(by: int) -> QuerySet[Ruling]:
    """What senior curators ruled on single pairs and still holds, on which this one has said nothing yet."""
    seniors = User.objects.with_perm("articles.decide").exclude(pk=by)
    own = Ruling.objects.filter(a=OuterRef("a"), b=OuterRef("b"), undoes=None, batch__by=by)
    answered = Batch.objects.filter(verb=Verb.GOLD, in_force=True, by=by, about=OuterRef("batch"))
    known = Ruling.objects.holding().one_by_one().newest().filter(batch__by__in=seniors)
    return known.exclude(Exists(answered) | Exists(own)).order_by("-pk")


def gold_on(a: int, b: int, *, by: int) -> Ruling | None:
    """The ruling that holds the answer to this gold question."""
    return gold_questions(by).filter(a=a, b=b).select_related("batch__by").first()


def _gold(by: int) -> Iterator[Question]:
    for ruling in gold_questions(by)[:LOOKED_AT]:
        yield Question(ruling.a_id, ruling.b_id, ruling.score)


_QUESTIONS: dict[str, Callable[[int], Iterator[Question]]] = {
    "uncertain": _by_impact,
    "origin": _origin,
    "conflicts": _conflicts,
    "audit": _from_audit,
    "second": lambda by: iter(()),
    "gold": _gold,
    "suggestions": lambda by: iter(()),
}
