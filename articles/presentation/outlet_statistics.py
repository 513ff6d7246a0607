"""How does an outlet print quotations, as far as its printings can be laid beside earlier ones?

SANA prints five quotations that others printed before it: three as the earliest printing has them, one with "ISIS" for
"the Islamic State", one with an aside left out. Each figure stands beside that of all outlets together, with how sure
it is, and leads to the printings behind it. Nothing is called false: a printing that differs from the earliest one
seen may be the more faithful of the two.

Left to others: what differs (`articles.services.variants`), how sure a share is (`engine.shares`).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count

from articles.engine.comparison.change_kinds import KINDS
from articles.engine.statistics.proportions import Share, share_of
from articles.models import Article, Departure, Lineage, Outlet, Printing
from articles.models.variant import SAME, label_of

SWAPS, CREDITS = 8, 6  # listed
SWAPS_READ = 100  # forms, the commonest
KEPT = 3600  # seconds that the figures of all outlets are kept: a million printings take a second to count
_ALL = "departures-of-all-outlets"


@dataclass(frozen=True, slots=True)
class Habit:
    """A kind of change in an outlet's printings, beside that of all outlets together."""

    kind: str
    label: str
    danger: int
    share: Share
    usual: Share

    @property
    def beside(self) -> str:
        """More or less often than all outlets together, where that is beyond doubt."""
        return self.share.beside(self.usual)

    @property
    def name(self) -> str:
        """What stands for the kind in an address."""
        return self.kind or UNCHANGED


UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Swap:
    before: str
    after: str
    times: int


@dataclass(frozen=True, slots=True)
class Habits:
    """All of it; `compared` counts the printings that could be laid beside an earlier one."""

    compared: int
    unchanged: Habit
    changes: tuple[Habit, ...]
    shared: int
    first: int
    swaps: tuple[Swap, ...]
    credits: tuple[tuple[str, int], ...]


def habits_of(outlet: Outlet) -> Habits:
    """How `outlet` prints quotations."""
    own = Departure.objects.filter(outlet=outlet)
    counts, compared = own.printings_by_kind(), own.printings()
    usual, all_compared = _of_all()
    habits = {kind: _habit(kind, counts, compared, usual, all_compared) for kind in (*counts, SAME)}
    changes = sorted((habits[kind] for kind in counts if kind != SAME), key=_gravest_of_the_common)
    shared = Printing.objects.filter(quote__article__outlet=outlet, lineage__outlet_count__gt=1)
    return Habits(
        compared,
        habits[SAME],
        tuple(changes),
        shared=shared.aggregate(count=Count("lineage", distinct=True))["count"],
        first=Lineage.objects.filter(first__article__outlet=outlet, outlet_count__gt=1).count(),
        swaps=_swaps(outlet),
        credits=_credits(outlet),
    )


def _of_all() -> tuple[dict[str, int], int]:
    """The kinds of all outlets' printings, and how many were compared."""
    found: tuple[dict[str, int], int] | None = cache.get(_ALL)
    if found is None:
        found = Departure.objects.all().printings_by_kind(), Departure.objects.all().printings()
        cache.set(_ALL, found, KEPT)
    return found


def _habit(kind: str, counts: dict[str, int], compared: int, usual: dict[str, int], all_compared: int) -> Habit:
    # The figures of all outlets may be an hour old, and then do not know of what came in since.
    of_all = max(usual.get(kind, 0), counts.get(kind, 0)), max(all_compared, compared)
    danger = KINDS[kind].danger if kind in KINDS else 0
    return Habit(kind, label_of(kind), danger, share_of(counts.get(kind, 0), compared), share_of(*of_all))


def _gravest_of_the_common(habit: Habit) -> tuple[int, int, str]:
    return -habit.share.count, -habit.danger, habit.label


def _swaps(outlet: Outlet) -> tuple[Swap, ...]:
    """The names it has for others', the commonest first; "the Islamic State" is the same name as "Islamic State"."""
    named = Departure.objects.filter(outlet=outlet, kind="name_swap").exclude(before="").exclude(after="").order_by()
    rows = named.values_list("before", "after").annotate(times=Count("pk")).order_by("-times", "before", "after")
    counts: Counter[tuple[str, str]] = Counter()
    for before, after, times in rows[:SWAPS_READ]:
        counts[bare_name(before), bare_name(after)] += times
    commonest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Swap(before, after, times) for (before, after), times in commonest[:SWAPS])


def bare_name(name: str) -> str:
    """A name without the article before it.

    >>> bare_name("the Islamic State")
    'Islamic State'
    """
    first, _, rest = name.partition(" ")
    return rest if first.casefold() == "the" and rest else name


def _credits(outlet: Outlet) -> tuple[tuple[str, int], ...]:
    """Whom its articles name as their source, the most named first."""
    named = Article.objects.filter(outlet=outlet).exclude(credit="").order_by()
    rows = named.values_list("credit").annotate(times=Count("pk")).order_by("-times", "credit")
    return tuple((credit, times) for credit, times in rows[:CREDITS])


def kinds_of_both(one: Habits, other: Habits) -> Sequence[tuple[Habit, Habit]]:
    """The kinds of change that either of two outlets has, side by side, the commonest first."""
    of_one, of_other = ({habit.kind: habit for habit in habits.changes} for habits in (one, other))
    both = [
        (of_one.get(kind) or _none(of_other[kind], one), of_other.get(kind) or _none(of_one[kind], other))
        for kind in of_one | of_other
    ]
    return sorted(both, key=lambda pair: (-pair[0].share.count - pair[1].share.count, pair[0].label))


def _none(there: Habit, habits: Habits) -> Habit:
    """What the other has, and this one has not."""
    return Habit(there.kind, there.label, there.danger, share_of(0, habits.compared), there.usual)
