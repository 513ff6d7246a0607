"""The review queue: which question a curator should look at next, in each lane.

SANA's printing matches OffGuardian's with a probability of 0.62. Whether they are one quotation tells most, and the
more printings would move the more it tells. A *lane* is a kind of question (`LANES`). The audit sample is of what was
joined without a look, and tells precision with its interval; gold questions have the answer of a senior curator. Apart
from gold, what was ruled on is not asked again.
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

from articles.engine.linking.clustering import SURE_PROBABILITY
from articles.engine.linking.pairwise import MATCH_THRESHOLD
from articles.models import Decision, Lineage, Match, Printing, Quote, Ruling, Suggestion

MATCHES_EXAMINED = 60  # matches at the head of a lane, of which the one that moves most is asked first
FEW_NAMES = (
    20_000  # probable speakers that are sorted for the next name; of more, one is soon met among the most printed
)
MAX_COUNT = 200  # no lane counts further: of a million quotes, counting to 1,000 took half of a card's time
MAX_RULINGS_SCANNED = 3000  # rulings looked through for the next conflict, `MATCHES_EXAMINED` at a time
PERMISSIONS_BACKEND = "django.contrib.auth.backends.ModelBackend"  # who may what; the guard of the login is another
SAMPLE_INTERVAL = 20  # one match of so many is looked at again: 5 %
SAMPLE_REMAINDER = 7  # left by the numbers of the matches in the sample
FULL_LANE_SECONDS = 30  # that a lane is taken to be as full as it was: nobody answers 200 questions in that time
SECOND_OPINION_MIN_MOVED = 10  # printings that moved: from here on somebody else should look
SECOND_OPINION_PERIOD = timedelta(hours=48)  # then it stands without

Verb = Decision.Verb


@dataclass(frozen=True, slots=True)
class ReviewLane:
    key: str
    name: str
    description: str


LANES = (
    ReviewLane(
        "uncertain", "Uncertain", "The program is not sure. Pairs that would move the most versions come first."
    ),
    ReviewLane("origin", "Changes the origin", "Joining these would change which version is the earliest."),
    ReviewLane(
        "conflicts",
        "Conflicts",
        "A curator ruled two versions different, but other matches still link them. The weakest of these is shown.",
    ),
    ReviewLane("audit", "Audit sample", "One in twenty of the versions that the program joined on its own."),
    ReviewLane("second", "Second opinion", "Decisions of other curators that moved many versions."),
    ReviewLane("gold", "Gold", "Pairs that a senior curator has already answered. Your answer changes nothing."),
    ReviewLane(
        "names",
        "Names",
        "Quotations whose speaker is only probable. Those with the most versions come first.",
    ),
    ReviewLane("suggestions", "From readers", "Reports and suggestions from readers."),
)
LANES_BY_KEY = {lane.key: lane for lane in LANES}


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """Two quotations to look at, with the probability that they are one, if the matcher scored them."""

    a: int
    b: int
    score: float | None = None

    @property
    def key(self) -> str:
        return f"{self.a}..{self.b}"


def find_next_question(lane: str, *, by: int, skipped: Collection[str] = ()) -> ReviewQuestion | None:
    """Return the most informative question in `lane`, or None."""
    return next((question for question in _QUESTION_ITERATORS[lane](by) if question.key not in skipped), None)


def count_questions(by: int) -> dict[str, int]:
    """Count the questions in each lane for this curator, up to `MAX_COUNT`; conflicts only of late rulings."""
    return {
        "uncertain": _count_capped(_select_uncertain_matches(), "uncertain"),
        "origin": sum(1 for _ in _iter_origin_changes(by)),
        "conflicts": len(_find_conflicts(list(_select_different_pairs()[:MATCHES_EXAMINED]))),
        "audit": _count_capped(_select_audit_matches(), "audit"),
        "second": _count_capped(select_second_opinions(by)),
        "gold": _count_capped(select_gold_rulings(by)),
        "names": _count_capped(select_probable_speakers(), "names"),
        "suggestions": _count_capped(Suggestion.objects.filter(closed=None)),
    }


def _count_capped(rows: QuerySet[Any], lane: str = "") -> int:
    """Count up to the limit; a `lane` that was full just now is not counted again."""
    full = f"desk-full-{lane}"
    if lane and cache.get(full):
        return MAX_COUNT
    count = rows.order_by()[:MAX_COUNT].count()
    if lane and count >= MAX_COUNT:
        cache.set(full, 1, FULL_LANE_SECONDS)
    return count


# --- lanes --------------------------------------------------------------------------------------------------------


def _select_unruled_matches() -> QuerySet[Match]:
    """Select matches of printings in lineages on which nobody has ruled."""
    ruled = Ruling.objects.in_force().filter(a=OuterRef("a"), b=OuterRef("b"))
    return Match.objects.filter(~Exists(ruled), a__left_out="", b__left_out="")


def _select_uncertain_matches() -> QuerySet[Match]:
    return _select_unruled_matches().filter(score__lt=SURE_PROBABILITY)


def _load_least_certain() -> list[tuple[Match, Lineage | None, Lineage | None]]:
    """Load the matches next to even odds, as many above as below, each with the lineages of its quotations.

    Those of quotations that somebody split are answered already.
    """
    above = _select_uncertain_matches().filter(score__gte=MATCH_THRESHOLD).order_by("score", "pk")
    below = _select_uncertain_matches().filter(score__lt=MATCH_THRESHOLD).order_by("-score", "-pk")
    examined = [*above[:MATCHES_EXAMINED], *below[:MATCHES_EXAMINED]]
    split = _find_split_pairs((match.a_id, match.b_id) for match in examined)
    return _pair_with_homes([match for match in examined if (match.a_id, match.b_id) not in split])


def _find_split_pairs(pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the pairs that went to different parts of a split in force."""
    pairs = list(pairs)
    parts = Ruling.objects.in_force().load_parts({quote for pair in pairs for quote in pair})
    return {
        (a, b)
        for a, b in pairs
        if any(parts[a][split] != parts[b][split] for split in parts[a].keys() & parts[b].keys())
    }


def _iter_uncertain(by: int) -> Iterator[ReviewQuestion]:
    """Yield the least certain first, and of equals the one that moves most printings."""
    yield from (_ask(match) for match, *_ in sorted(_load_least_certain(), key=_weigh_by_impact, reverse=True))


def _weigh_by_impact(pair: tuple[Match, Lineage | None, Lineage | None]) -> float:
    match, one, other = pair
    moved = min(one.printing_count, other.printing_count) if one and other and one != other else 0.5
    return (1 - 2 * abs(match.score - 0.5)) * moved


def _ask(row: Match | Ruling) -> ReviewQuestion:
    return ReviewQuestion(row.a_id, row.b_id, row.score)


def _pair_with_homes(examined: Sequence[Match]) -> list[tuple[Match, Lineage | None, Lineage | None]]:
    """Pair matches with the lineages of both quotations: how many would move, which was printed first."""
    dates = (f"lineage__first__article__{name}" for name in ("published", "spoken_from", "precision"))
    needed = ("quote", "lineage__printing_count", "lineage__first__start", *dates)
    quotes = {quote for match in examined for quote in (match.a_id, match.b_id)}
    printings = Printing.objects.filter(quote__in=quotes).select_related("lineage__first__article").only(*needed)
    homes = {printing.quote_id: printing.lineage for printing in printings.order_by("pk")}
    return [(match, homes.get(match.a_id), homes.get(match.b_id)) for match in examined]


def _iter_origin_changes(by: int) -> Iterator[ReviewQuestion]:
    """Yield the uncertain matches whose smaller lineage has the earlier first printing."""
    for match, one, other in _load_least_certain():
        if one and other and one != other and one.first and other.first:
            small, large = sorted((one, other), key=lambda lineage: (lineage.printing_count, -lineage.pk))
            if large.printing_count > 1 and _is_earlier(small, large):
                yield _ask(match)


def _is_earlier(one: Lineage, other: Lineage) -> bool:
    return bool(one.first and other.first and one.first.printing_order < other.first.printing_order)


def _iter_conflicts(by: int) -> Iterator[ReviewQuestion]:
    """Yield the conflicts of the newest rulings first."""
    asked: set[ReviewQuestion] = set()
    for start in range(0, MAX_RULINGS_SCANNED, MATCHES_EXAMINED):
        pairs = list(_select_different_pairs()[start : start + MATCHES_EXAMINED])
        for question in _find_conflicts(pairs):
            if question not in asked:
                asked.add(question)
                yield question
        if len(pairs) < MATCHES_EXAMINED:
            break


def _select_different_pairs() -> QuerySet[Ruling, tuple[int, int]]:
    different = Ruling.objects.in_force().filter(verdict=Ruling.Verdict.DIFFERENT)
    return different.order_by("-pk").values_list("a", "b")


def _find_conflicts(pairs: Collection[tuple[int, int]]) -> list[ReviewQuestion]:
    """Find for each pair that was ruled different and that sure matches still join the weakest of these matches."""
    if not pairs:
        return []
    homes = _load_all_homes({quote for pair in pairs for quote in pair})
    apart = [_pair_lineages(homes[a], homes[b]) for a, b in pairs]
    weakest = _find_weakest_matches(set().union(*apart))
    joining = [[weakest[ends] for ends in pair if ends in weakest] for pair in apart]
    return list(dict.fromkeys(min(matches, key=_weakness_sort_key) for matches in joining if matches))


def _load_all_homes(quotes: Iterable[int]) -> dict[int, list[int]]:
    """Load the lineages of each of these quotations."""
    homes: dict[int, list[int]] = {quote: [] for quote in quotes}
    for quote, lineage in Printing.objects.filter(quote__among=homes).order_by().values_list("quote", "lineage"):
        homes[quote].append(lineage)
    return homes


def _pair_lineages(some: Iterable[int], others: Iterable[int]) -> set[tuple[int, int]]:
    """Pair each lineage with each of the others, the older first."""
    return {(min(ends), max(ends)) for ends in product(some, others) if ends[0] != ends[1]}


def _weakness_sort_key(match: ReviewQuestion) -> tuple[float, int, int]:
    return match.score or 0, match.a, match.b


def _find_weakest_matches(apart: Collection[tuple[int, int]]) -> dict[tuple[int, int], ReviewQuestion]:
    """Find between each two lineages the weakest sure match on which nobody has ruled.

    The search starts from the smaller of the two: one lineage of two thousand printings has more matches than all
    others together.
    """
    if not apart:
        return {}
    matches = _load_sure_matches(_select_smaller_lineages(apart))
    homes = _load_all_homes({quote for match in matches for quote in (match.a, match.b)})
    ruled = set(Ruling.objects.in_force().filter(a__among={match.a for match in matches}).values_list("a", "b"))
    ruled |= _find_split_pairs((match.a, match.b) for match in matches)
    weakest: dict[tuple[int, int], ReviewQuestion] = {}
    for match in sorted(matches, key=_weakness_sort_key):
        if (match.a, match.b) not in ruled:
            for ends in _pair_lineages(homes[match.a], homes[match.b]):
                weakest.setdefault(ends, match)
    return weakest


def _select_smaller_lineages(apart: Collection[tuple[int, int]]) -> set[int]:
    """Return of each two lineages the one with fewer printings."""
    concerned = {lineage for ends in apart for lineage in ends}
    sizes = dict(Lineage.objects.filter(pk__among=concerned).order_by().values_list("pk", "printing_count"))
    return {min(ends, key=lambda each: (sizes[each], each)) for ends in apart}


def _load_sure_matches(lineages: Collection[int]) -> set[ReviewQuestion]:
    """Load the sure matches of the printings of these lineages, with each other and with any."""
    quotes = list(Printing.objects.filter(lineage__among=lineages).order_by().values_list("quote", flat=True))
    sure = Match.objects.filter(score__gte=SURE_PROBABILITY).order_by().values_list("a", "b", "score")
    return {ReviewQuestion(*match) for end in ("a", "b") for match in sure.filter(**{f"{end}__among": quotes})}


def _select_audit_matches() -> QuerySet[Match]:
    return filter_audit_sample(_select_unruled_matches()).order_by("pk")


def filter_audit_sample(matches: QuerySet[Match]) -> QuerySet[Match]:
    """Keep the joining matches that belong to the audit sample."""
    return matches.alias(rest=F("pk") % SAMPLE_INTERVAL).filter(rest=SAMPLE_REMAINDER, score__gte=SURE_PROBABILITY)


def select_second_opinions(by: int) -> QuerySet[Decision]:
    """Select what others decided in the last two days that moved much and that nobody else has looked at."""
    recent = timezone.now() - SECOND_OPINION_PERIOD
    seen = Decision.objects.filter(verb=Verb.SECOND, in_force=True, about=OuterRef("pk"))
    moved = Q(data__moved__gte=SECOND_OPINION_MIN_MOVED) | Q(data__origin=True)
    return Decision.objects.filter(moved, ~Exists(seen), in_force=True, made__gte=recent).exclude(by=by).order_by("pk")


def select_gold_rulings(by: int) -> QuerySet[Ruling]:
    """Select rulings of senior curators on single pairs, in force, that this curator has not answered yet."""
    seniors = User.objects.with_perm("articles.decide", backend=PERMISSIONS_BACKEND).exclude(pk=by)
    own = Ruling.objects.filter(a=OuterRef("a"), b=OuterRef("b"), undoes=None, batch__by=by)
    answered = Decision.objects.filter(verb=Verb.GOLD, in_force=True, by=by, about=OuterRef("batch"))
    known = Ruling.objects.in_force().pairwise().latest_per_pair().filter(batch__by__in=seniors)
    return known.exclude(Exists(answered) | Exists(own)).order_by("-pk")


def find_gold_ruling(a: int, b: int, *, by: int) -> Ruling | None:
    """Return the ruling in force that holds the answer to this gold question."""
    return select_gold_rulings(by).filter(a=a, b=b).select_related("batch__by").first()


def select_probable_speakers() -> QuerySet[Quote]:
    """Select the quotations in lineages whose speaker is named, but no fact."""
    return Quote.objects.with_probable_speaker().filter(left_out="")


def build_skip_key(quote: int) -> str:
    """Return the key of a quotation among the cards that a curator has skipped."""
    return f"name {quote}"


def find_next_probable_speaker(skipped: Collection[str] = ()) -> int | None:
    """Return the quotation whose speaker a curator should confirm or correct next, or None."""
    quotes = _iter_probable_speakers(len(skipped) + 1)
    return next((quote for quote in quotes if build_skip_key(quote) not in skipped), None)


def _iter_probable_speakers(most: int) -> Iterator[int]:
    """Yield the quotations whose probable speaker lists show, of the most printed lineages first; then the others.

    A lineage in which another version names the same speaker surely shows a fact already. Of each kind `most` are
    looked up.
    """
    probable = select_probable_speakers()
    of_first = Q(first__in=probable)
    if probable.order_by()[: FEW_NAMES + 1].count() > FEW_NAMES:
        of_first = Q(Exists(probable.filter(pk=OuterRef("first"))))  # lineages are looked through in their order
    firsts = Lineage.objects.filter(of_first).without_sure_speaker().most_printed_by_index()
    yield from (quote for quote in firsts.values_list("first", flat=True)[:most] if quote is not None)
    yield from probable.order_by("-pk").values_list("pk", flat=True)[:most]


_QUESTION_ITERATORS: dict[str, Callable[[int], Iterator[ReviewQuestion]]] = {
    "uncertain": _iter_uncertain,
    "origin": _iter_origin_changes,
    "conflicts": _iter_conflicts,
    "audit": lambda by: map(_ask, _select_audit_matches()[:MATCHES_EXAMINED]),
    "second": lambda by: iter(()),
    "gold": lambda by: map(_ask, select_gold_rulings(by)[:MATCHES_EXAMINED]),
    "names": lambda by: iter(()),
    "suggestions": lambda by: iter(()),
}
