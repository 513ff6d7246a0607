"""Changes of lineages after clustering: predecessors, new printings, codes that redirect.

A family that clustering finds takes over the lineage with most members in common, and with it the permanent code. A
lineage that no family takes over is merged into the family with most of its printings, so that its code redirects
there. Families hold one quote for each wording; their verbatim copies are added here.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Q

from articles.engine.linking.clustering import Member
from articles.engine.text.spans import Span
from articles.models import Lineage, Printing, Quote
from articles.models.db.prepared_query import NUMBERS_PARAMETER, OTHER_NUMBERS_PARAMETER, PreparedQuery
from articles.services.linking.match_graph import Family


def find_predecessors(families: Sequence[Family], before: Mapping[int, Iterable[int]]) -> list[int | None]:
    """Return for each family the lineage it continues: most members in common, the older among equals.

    `before` has the quotes of each lineage. Each lineage is continued by one family at most.
    """
    positions = index_families_by_quote(families)
    common = Counter(
        (position, pk) for pk, quotes in before.items() for quote in quotes for position in positions.get(quote, ())
    )
    predecessors: list[int | None] = [None] * len(families)
    taken: set[int] = set()
    for (position, pk), _ in sorted(common.items(), key=lambda item: (-item[1], item[0][1], item[0][0])):
        if predecessors[position] is None and pk not in taken:
            predecessors[position] = pk
            taken.add(pk)
    return predecessors


def update_lineages(
    families: Sequence[Family],
    predecessors: Sequence[int | None],
    changed: Collection[int],
    before: Mapping[int, Iterable[int]],
) -> None:
    """Write the printings of each changed family; merge lineages without a successor into the nearest family.

    `changed` holds positions in `families`, `before` the quotes of each lineage.
    """
    continued = {position: pk for position, pk in enumerate(predecessors) if pk is not None}
    ended = sorted(before.keys() - set(continued.values()))
    positions = index_families_by_quote(families) if ended else {}
    nearest = {pk: _find_largest_share(positions, before[pk]) for pk in ended}
    stored = Lineage.objects.in_bulk([*continued.values(), *ended])
    lineages = {position: stored[pk] for position, pk in continued.items()}
    new = [position for position in dict.fromkeys([*changed, *nearest.values()]) if position not in lineages]
    lineages |= zip(new, Lineage.objects.bulk_create_with_codes([None] * len(new)), strict=True)
    spans = zip(changed, _add_copies([families[position] for position in changed]), strict=True)
    Lineage.objects.bulk_set_printings({lineages[position].pk: own for position, own in spans})
    for pk, position in nearest.items():
        stored[pk].merge_into(lineages[position])
    Lineage.objects.bulk_refresh_summaries([lineages[position] for position in changed])


def index_families_by_quote(families: Sequence[Family]) -> dict[int, list[int]]:
    """Map each quote to the positions of the families that hold it."""
    positions: defaultdict[int, list[int]] = defaultdict(list)
    for position, family in enumerate(families):
        for member in family:
            positions[member.passage].append(position)
    return dict(positions)


def _find_largest_share(positions: Mapping[int, Iterable[int]], quotes: Iterable[int]) -> int:
    """Return the position of the family with most of `quotes`, the first among equals; 0 where none has one."""
    shares = Counter(position for quote in quotes for position in positions.get(quote, ()))
    return min(shares, key=lambda position: (-shares[position], position), default=0)


def _add_copies(families: Iterable[Iterable[Member]]) -> list[dict[int, tuple[int, int]]]:
    """Return for each family the spans of its quotes and of their copies."""
    spans = [{member.passage: member.span for member in family} for family in families]
    lengths: dict[int, int] = {}
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for quote, start, end, first in _SPANS_QUERY({quote for own in spans for quote in own}):
        lengths[quote] = end - start
        copies[first].append(quote)
    return [_build_spans(own, lengths, copies) for own in spans]


def _build_spans(
    spans: Mapping[int, Span], lengths: Mapping[int, int], copies: Mapping[int, Sequence[int]]
) -> dict[int, tuple[int, int]]:
    result = {quote: (span.start, span.end) for quote, span in spans.items()}
    for first, span in spans.items():
        for copy in copies.get(first, ()):
            if copy not in spans:
                own = compute_copy_span(lengths[copy], span, whole=len(span) == lengths[first])
                result[copy] = (own.start, own.end)
    return dict(sorted(result.items()))


_COLUMNS = ("pk", "start", "end", "copy_of")
_SPANS_QUERY = PreparedQuery(
    lambda quotes: (
        Quote.objects.filter(Q(pk__among=quotes) | Q(copy_of__among=quotes)).order_by().values_list(*_COLUMNS)
    ),
    NUMBERS_PARAMETER,
)


def compute_copy_span(length: int, span: Span, *, whole: bool) -> Span:
    """Return the part of a copy of `length` characters that belongs, given the `span` of the first with its words.

    `whole` says that all of the first belongs. A copy may differ in spaces and marks, so spans are cut to its length.
    """
    if whole:
        return Span(0, length)
    start = min(span.start, length - 1)
    return Span(start, max(start + 1, min(span.end, length)))


def add_printings(joining: Mapping[int, Mapping[Quote, Span]]) -> None:
    """Add printings to existing lineages, whatever their size, in a few queries."""
    if not joining:
        return
    articles = {quote.article_id for quotes in joining.values() for quote in quotes}
    present = {pk for (pk,) in _ARTICLES_QUERY(joining, articles)}
    lineages = list(Lineage.objects.filter(pk__among=joining).for_summary_update())
    Printing.objects.bulk_create(
        Printing(lineage_id=lineage, quote=quote, start=span.start, end=span.end)
        for lineage, quotes in joining.items()
        for quote, span in quotes.items()
    )
    grown = [lineage for lineage in lineages if lineage.pk not in present]
    for lineage in grown:
        lineage.add_to_summary(joining[lineage.pk])
    Lineage.objects.bulk_save_summaries(grown)
    if present:
        Lineage.objects.bulk_refresh_summaries([lineage for lineage in lineages if lineage.pk in present])


# The lineages in which these articles have a printing already.
_ARTICLES_QUERY = PreparedQuery(
    lambda lineages, articles: (
        Printing.objects.filter(lineage__among=lineages, quote__article__among=articles)
        .order_by()
        .values_list("lineage")
    ),
    NUMBERS_PARAMETER,
    OTHER_NUMBERS_PARAMETER,
)
