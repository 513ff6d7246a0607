"""Statistics of an outlet: how its printings differ from the earliest ones.

SANA prints five quotations that others printed before it: three as the earliest printing has them, one with "ISIS" for
"the Islamic State", one with an aside left out. Each figure stands beside that of all outlets together, with its
interval, and leads to the printings behind it. Nothing is called false: a printing that differs from the earliest one
may be the more faithful of the two.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.statistics.proportions import Proportion, estimate_proportion
from articles.models import Article, Lineage, Outlet, Printing, Variant
from articles.models.variant import NO_CHANGE, get_kind_label

SWAPS_LISTED, CREDITS_LISTED = 8, 6  # listed
SWAPS_READ = 100  # forms, the commonest
CACHE_SECONDS = 3600  # seconds that the figures of all outlets are kept: a million printings take a second to count
_OVERALL_CACHE_KEY = "departures-of-all-outlets"


@dataclass(frozen=True, slots=True)
class ChangeRate:
    """A kind of change in an outlet's printings, beside that of all outlets together."""

    kind: str
    label: str
    severity: int
    share: Proportion
    overall: Proportion

    @property
    def relation_to_overall(self) -> str:
        """More or less often than all outlets together, if that is beyond doubt."""
        return self.share.compare_with(self.overall)

    @property
    def slug(self) -> str:
        """The kind as an address spells it."""
        return self.kind or UNCHANGED


UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class NameSwap:
    before: str
    after: str
    times: int


@dataclass(frozen=True, slots=True)
class OutletStatistics:
    """All statistics of an outlet; `compared` counts the printings that have an earlier one to compare with."""

    compared: int
    unchanged: ChangeRate
    changes: tuple[ChangeRate, ...]
    shared: int
    first: int
    swaps: tuple[NameSwap, ...]
    credits: tuple[tuple[str, int], ...]


def compute_outlet_statistics(outlet: Outlet) -> OutletStatistics:
    """Compute the statistics of `outlet`."""
    own = Variant.objects.filter(outlet=outlet)
    counts, compared = own.count_printings_by_kind(), own.count_printings()
    usual, all_compared = _load_overall_counts()
    habits = {kind: _build_change_rate(kind, counts, compared, usual, all_compared) for kind in (*counts, NO_CHANGE)}
    changes = sorted((habits[kind] for kind in counts if kind != NO_CHANGE), key=_rank_change_rate)
    shared = Printing.objects.filter(quote__article__outlet=outlet, lineage__outlet_count__gt=1)
    return OutletStatistics(
        compared,
        habits[NO_CHANGE],
        tuple(changes),
        shared=shared.aggregate(count=Count("lineage", distinct=True))["count"],
        first=Lineage.objects.filter(first__article__outlet=outlet, outlet_count__gt=1).count(),
        swaps=_load_name_swaps(outlet),
        credits=_load_credits(outlet),
    )


def _load_overall_counts() -> tuple[dict[str, int], int]:
    """Load the kinds of change in all outlets' printings, and how many were compared."""
    found: tuple[dict[str, int], int] | None = cache.get(_OVERALL_CACHE_KEY)
    if found is None:
        found = Variant.objects.all().count_printings_by_kind(), Variant.objects.all().count_printings()
        cache.set(_OVERALL_CACHE_KEY, found, CACHE_SECONDS)
    return found


def _build_change_rate(
    kind: str, counts: dict[str, int], compared: int, usual: dict[str, int], all_compared: int
) -> ChangeRate:
    # The figures of all outlets may be an hour old, and then do not know of what came in since.
    of_all = max(usual.get(kind, 0), counts.get(kind, 0)), max(all_compared, compared)
    danger = CHANGE_KINDS[kind].severity if kind in CHANGE_KINDS else 0
    return ChangeRate(
        kind,
        get_kind_label(kind),
        danger,
        estimate_proportion(counts.get(kind, 0), compared),
        estimate_proportion(*of_all),
    )


def _rank_change_rate(habit: ChangeRate) -> tuple[int, int, str]:
    return -habit.share.count, -habit.severity, habit.label


def _load_name_swaps(outlet: Outlet) -> tuple[NameSwap, ...]:
    """Load the names it has for others', the commonest first; articles such as "the" are ignored."""
    named = Variant.objects.filter(outlet=outlet, kind="name_swap").exclude(before="").exclude(after="").order_by()
    rows = named.values_list("before", "after").annotate(times=Count("pk")).order_by("-times", "before", "after")
    counts: Counter[tuple[str, str]] = Counter()
    for before, after, times in rows[:SWAPS_READ]:
        counts[strip_definite_article(before), strip_definite_article(after)] += times
    commonest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(NameSwap(before, after, times) for (before, after), times in commonest[:SWAPS_LISTED])


def strip_definite_article(name: str) -> str:
    """Return a name without the article before it.

    >>> strip_definite_article("the Islamic State")
    'Islamic State'
    """
    first, _, rest = name.partition(" ")
    return rest if first.casefold() == "the" and rest else name


def _load_credits(outlet: Outlet) -> tuple[tuple[str, int], ...]:
    """Load whom its articles credit, the most credited first."""
    named = Article.objects.filter(outlet=outlet).exclude(credit="").order_by()
    rows = named.values_list("credit").annotate(times=Count("pk")).order_by("-times", "credit")
    return tuple((credit, times) for credit, times in rows[:CREDITS_LISTED])


def pair_change_rates(one: OutletStatistics, other: OutletStatistics) -> Sequence[tuple[ChangeRate, ChangeRate]]:
    """Pair the kinds of change that either of two outlets has, the commonest first."""
    of_one, of_other = ({habit.kind: habit for habit in habits.changes} for habits in (one, other))
    both = [
        (
            of_one.get(kind) or _build_zero_rate(of_other[kind], one),
            of_other.get(kind) or _build_zero_rate(of_one[kind], other),
        )
        for kind in of_one | of_other
    ]
    return sorted(both, key=lambda pair: (-pair[0].share.count - pair[1].share.count, pair[0].label))


def _build_zero_rate(there: ChangeRate, habits: OutletStatistics) -> ChangeRate:
    """Return a rate of zero for a kind that only the other outlet has."""
    return ChangeRate(there.kind, there.label, there.severity, estimate_proportion(0, habits.compared), there.overall)
