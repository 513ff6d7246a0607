"""Statistics of an outlet: how its printings differ from the earliest ones.

SANA prints five quotations that others printed before it, one with "ISIS" for "the Islamic State". Each figure stands
beside that of all outlets together, with its interval. Nothing is called false: a printing that differs from the
earliest one may be the more faithful of the two.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.core.cache import cache
from django.db.models import Count

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.statistics.proportions import Proportion, estimate_proportion
from articles.engine.text.outlet_names import is_same_outlet
from articles.models import Article, Lineage, Outlet, Printing, Variant
from articles.models.variant import NO_CHANGE, get_kind_label

SWAPS_LISTED, CREDITS_LISTED = 8, 6
SWAPS_READ = 100  # forms, the commonest
CACHE_SECONDS = 3600  # that the figures of all outlets are kept: a million printings take a second to count
UNCHANGED = "unchanged"
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
    variants = Variant.objects.filter(outlet=outlet)
    own, overall = (variants.count_printings_by_kind(), variants.count_printings()), _load_overall_counts()
    changes = [_build_change_rate(kind, own, overall) for kind in own[0] if kind != NO_CHANGE]
    shared = Printing.objects.filter(quote__article__outlet=outlet, lineage__outlet_count__gt=1)
    credited = Article.objects.public().filter(outlet=outlet).exclude(credit="").order_by().values_list("credit")
    counted = credited.annotate(times=Count("pk")).order_by("-times", "credit")
    credits = [(name, times) for name, times in counted if not is_same_outlet(name, outlet.name)]
    return OutletStatistics(
        compared=own[1],
        unchanged=_build_change_rate(NO_CHANGE, own, overall),
        changes=tuple(sorted(changes, key=lambda rate: (-rate.share.count, -rate.severity, rate.label))),
        shared=shared.aggregate(count=Count("lineage", distinct=True))["count"],
        first=Lineage.objects.filter(first__article__outlet=outlet, outlet_count__gt=1).count(),
        swaps=_load_name_swaps(outlet),
        credits=tuple(credits[:CREDITS_LISTED]),
    )


_Counts = tuple[dict[str, int], int]  # how many printings have each kind of change, and how many were compared


def _load_overall_counts() -> _Counts:
    """Load the counts of all outlets' printings."""
    counts: _Counts | None = cache.get(_OVERALL_CACHE_KEY)
    if counts is None:
        counts = Variant.objects.all().count_printings_by_kind(), Variant.objects.all().count_printings()
        cache.set(_OVERALL_CACHE_KEY, counts, CACHE_SECONDS)
    return counts


def _build_change_rate(kind: str, own: _Counts, overall: _Counts) -> ChangeRate:
    count, usual = own[0].get(kind, 0), overall[0].get(kind, 0)
    severity = CHANGE_KINDS[kind].severity if kind in CHANGE_KINDS else 0
    # The figures of all outlets may be an hour old, and then do not know of what came in since.
    of_all = estimate_proportion(max(usual, count), max(overall[1], own[1]))
    return ChangeRate(kind, get_kind_label(kind), severity, estimate_proportion(count, own[1]), of_all)


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
    """Return a name without "the" before it."""
    first, _, rest = name.partition(" ")
    return rest if first.casefold() == "the" and rest else name


def pair_change_rates(one: OutletStatistics, other: OutletStatistics) -> Sequence[tuple[ChangeRate, ChangeRate]]:
    """Pair the kinds of change that either of two outlets has, the commonest first."""
    of_one, of_other = ({rate.kind: rate for rate in statistics.changes} for statistics in (one, other))
    pairs = [
        (
            of_one.get(kind) or replace(of_other[kind], share=estimate_proportion(0, one.compared)),
            of_other.get(kind) or replace(of_one[kind], share=estimate_proportion(0, other.compared)),
        )
        for kind in of_one | of_other
    ]
    return sorted(pairs, key=lambda pair: (-pair[0].share.count - pair[1].share.count, pair[0].label))
