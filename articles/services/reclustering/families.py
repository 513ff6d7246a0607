"""Families under rulings: the baseline with its must-link and cannot-link constraints applied."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from articles.engine.linking.clustering import Link, Member
from articles.engine.linking.constraints import ConstraintSet, apply_constraints, resolve_constraints
from articles.engine.text.spans import Span
from articles.models import Alias, Quote, Ruling
from articles.models.decision import RulingQuerySet
from articles.services.linking.lineage_updates import compute_copy_span
from articles.services.linking.match_graph import (
    RULING_COLUMNS,
    Family,
    find_separated_quotes,
    load_lengths_and_order,
    load_links,
    select_newest_constraints,
)
from articles.services.reclustering.region import Baseline, QuoteSpans


def resolve_rulings(baseline: Baseline, rulings: RulingQuerySet) -> tuple[ConstraintSet, dict[int, int]]:
    """Return what `rulings` require of the roots, and the root of each quote: the first quote with the same words.

    A quote that was ruled different from one with the same words is its own root.
    """
    firsts = baseline.map_to_firsts()
    rows = list(rulings.constraining(firsts.keys()).values_list(*RULING_COLUMNS))
    newest = {(a, b): verdict for a, b, verdict, *_ in reversed(rows)}
    ruled_different = (pair for pair, verdict in newest.items() if verdict == Ruling.Verdict.DIFFERENT)
    different = [(a, b) for a, b in ruled_different if a in firsts and b in firsts]
    named = {quote for pair in different for quote in pair}
    texts = dict(Quote.objects.filter(pk__in=named).values_list("pk", "text"))
    separated = find_separated_quotes(different, texts, Alias.objects.load_table()) if different else ()
    roots = {quote: quote if quote in separated else first for quote, first in firsts.items()}
    return resolve_constraints(select_newest_constraints(rows, roots)), roots


def constrain_families(
    baseline: Baseline, constraints: ConstraintSet, roots: Mapping[int, int]
) -> tuple[list[Family], list[QuoteSpans]]:
    """Return the families of roots that the constraints allow, and the printings of each: without quotes left out."""
    before = [
        tuple(sorted(Member(quote, Span(*span)) for quote, span in spans.items() if roots[quote] == quote))
        for spans in baseline.families.values()
    ]
    members = {member.passage for family in before for member in family}
    lengths, rank = load_lengths_and_order(members)
    is_ruled = constraints.cannot_link or constraints.must_link or constraints.separations
    links: Iterable[Link] = load_links(lengths) if is_ruled else ()
    families = apply_constraints(before, constraints, lengths=lengths, rank=rank, links=links)
    return families, _expand_to_printings(families, baseline, roots)


def _expand_to_printings(families: Sequence[Family], baseline: Baseline, roots: Mapping[int, int]) -> list[QuoteSpans]:
    """Return the printings of each family, copies included; a copy keeps its span of the baseline where it can."""
    rows = Quote.objects.filter(pk__in=roots).order_by().values_list("pk", "start", "end", "left_out")
    lengths = {quote: end - start for quote, start, end, _ in rows}
    left_out = {quote for quote, *_, reason in rows if reason}
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for quote, root in roots.items():
        copies[root].append(quote)
    before: dict[tuple[int, tuple[int, int]], QuoteSpans] = {}
    for spans in baseline.families.values():
        for quote, span in spans.items():
            before.setdefault((quote, span), spans)
    printings = []
    for family in families:
        spans = {}
        for member in family:
            first = member.passage
            whole = len(member.span) == lengths[first]
            baseline_spans = before.get((first, (member.span.start, member.span.end)), {})
            for quote in copies[first]:
                if quote not in left_out:
                    own = compute_copy_span(lengths[quote], member.span, whole=whole)
                    spans[quote] = baseline_spans.get(quote, (own.start, own.end))
        printings.append(spans)
    return printings
