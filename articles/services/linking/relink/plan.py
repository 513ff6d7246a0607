"""The plan of a relink: the families to be, the lineage each continues, and which of them change."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from articles.engine.linking.clustering import Link
from articles.models import Lineage, Printing
from articles.services.linking.lineage_updates import find_predecessors
from articles.services.linking.match_graph import Family, apply_rulings, load_all_constraints
from articles.services.linking.relink.comparison import ComparisonResult

MAX_EXAMPLES = 20  # lineages that the report names

LineageSpans = Mapping[int, Mapping[int, tuple[int, int]]]  # lineage -> its quotes, each with the part that belongs


@dataclass(frozen=True, slots=True)
class RelinkReport:
    """What a relink does to the lineages: how many of each kind, and the first few by name."""

    quotes: int
    unchanged: int = 0  # exactly as before
    changed: int = 0  # other printings under the same code
    begun: int = 0
    ended: int = 0  # their codes redirect to another from then on
    split: int = 0  # begun, with printings that another lineage had
    moved: int = 0  # printings in another lineage than before
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelinkPlan:
    """The families to be, and what the lineages are before."""

    families: Sequence[Family]
    predecessors: Sequence[int | None]  # the lineage that each family continues
    changed: Sequence[int]  # positions in `families`
    before: LineageSpans
    first_quotes: Mapping[int, Sequence[int]]  # of each lineage before: the first quotes with the words of its own


def build_plan(comparison: ComparisonResult) -> RelinkPlan:
    """Apply the rulings to the families found, and compare the result with the stored lineages."""
    firsts = comparison.firsts
    families = apply_rulings(
        comparison.families, load_all_constraints(firsts), lambda members: _select_links(members, comparison)
    )
    before = _load_spans(comparison)
    # A lineage may hold nothing but copies from now on: it is continued where the first quote with their words is.
    first_quotes = {pk: tuple({firsts.get(quote, quote) for quote in spans}) for pk, spans in before.items()}
    predecessors = find_predecessors(families, first_quotes)
    changed = list(_find_changed_families(families, predecessors, before, firsts))
    return RelinkPlan(families, predecessors, changed, before, first_quotes)


def _select_links(members: Mapping[int, int], comparison: ComparisonResult) -> Iterator[Link]:
    """Yield the links among these quotes, each of which is the first with its words."""
    links, first_quotes, quotes = comparison.links, comparison.wordings.first_quotes, comparison.quotes
    for a, b, probability in zip(links.a.tolist(), links.b.tolist(), links.probability.tolist(), strict=True):
        first_of_a, first_of_b = quotes[first_quotes[a]].pk, quotes[first_quotes[b]].pk
        if first_of_a in members and first_of_b in members:
            yield Link(first_of_a, first_of_b, probability)


def _load_spans(comparison: ComparisonResult) -> LineageSpans:
    """Load the spans of all lineages, or of the lineages of the quotes compared, which hold no others."""
    spans: defaultdict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    up_to = comparison.selection.up_to
    if comparison.all_quotes:
        spans.update({pk: {} for pk in _select_lineages(up_to).values_list("pk", flat=True)})
    shared: dict[tuple[int, int], tuple[int, int]] = {}  # one object for all spans with the same numbers saves memory
    printings = Printing.objects.all() if up_to is None else Printing.objects.filter(quote__lte=up_to)
    columns = printings.order_by().values_list("lineage", "quote", "start", "end")
    for rows in comparison.select_rows(columns, "quote"):
        for lineage, quote, start, end in rows.iterator():
            spans[lineage][quote] = shared.setdefault((start, end), (start, end))
    return dict(spans)


def _select_lineages(up_to: int | None) -> QuerySet[Lineage]:
    """Select all lineages, without those of later quotes only."""
    if up_to is None:
        return Lineage.objects.all()
    printings = Printing.objects.filter(lineage=OuterRef("pk"))
    return Lineage.objects.filter(Exists(printings.filter(quote__lte=up_to)) | ~Exists(printings))


def _find_changed_families(
    families: Sequence[Family], predecessors: Sequence[int | None], before: LineageSpans, firsts: dict[int, int]
) -> Iterator[int]:
    """Yield the positions of the families that no stored lineage equals exactly."""
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for quote, first in firsts.items():
        copies[first].append(quote)
    for position, (family, predecessor) in enumerate(zip(families, predecessors, strict=True)):
        quotes = {quote for member in family for quote in copies[member.passage]}
        spans = before[predecessor] if predecessor is not None else {}
        family_spans = [(member.passage, (member.span.start, member.span.end)) for member in family]
        if quotes != spans.keys() or any(spans[quote] != span for quote, span in family_spans):
            yield position


def build_report(plan: RelinkPlan, comparison: ComparisonResult) -> RelinkReport:
    """Count what the plan changes, and name the first few lineages."""
    begun = sum(plan.predecessors[position] is None for position in plan.changed)
    ended = sorted(plan.before.keys() - set(plan.predecessors))
    copies = Counter(comparison.firsts.values())
    sizes = {
        plan.predecessors[position]: sum(copies[member.passage] for member in plan.families[position])
        for position in plan.changed
    }
    named = [pk for pk in [*sizes, *ended] if pk is not None][:MAX_EXAMPLES]
    examples = []
    for pk, lineage in Lineage.objects.with_first().in_bulk(named).items():
        outcome = (
            f"{sizes[pk]} versions instead of {len(plan.before[pk])}" if pk in sizes else "part of another lineage"
        )
        examples.append(f"{lineage.code} {lineage}: {outcome}")
    unchanged, changed = len(plan.families) - len(plan.changed), len(plan.changed) - begun
    split, moved = _count_moves(plan, comparison)
    return RelinkReport(len(comparison.quotes), unchanged, changed, begun, len(ended), split, moved, tuple(examples))


def _count_moves(plan: RelinkPlan, comparison: ComparisonResult) -> tuple[int, int]:
    """Count the lineages that split off others, and the printings that change their lineage."""
    homes: defaultdict[int, set[int]] = defaultdict(set)
    for pk, spans in plan.before.items():
        for quote in spans:
            homes[quote].add(pk)
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for quote, first in comparison.firsts.items():
        copies[first].append(quote)
    split = moved = 0
    for position in plan.changed:
        quotes = [quote for member in plan.families[position] for quote in copies[member.passage] if homes[quote]]
        predecessor = plan.predecessors[position]
        split += predecessor is None and bool(quotes)
        moved += sum(predecessor not in homes[quote] for quote in quotes)
    return split, moved
