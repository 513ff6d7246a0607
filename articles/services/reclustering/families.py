"""Families under rulings: the baseline with its must-link and cannot-link constraints applied."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from articles.engine.linking.clustering import Link, Member
from articles.engine.linking.constraints import Constraint, ConstraintSet, apply_constraints, resolve_constraints
from articles.engine.text.spans import Span
from articles.models import Alias, Quote
from articles.models.decision import RulingQuerySet
from articles.services.linking.lineage_updates import compute_copy_span
from articles.services.linking.match_graph import Family, find_separated_quotes, load_lengths_and_order, load_links
from articles.services.reclustering.region import Baseline, QuoteSpans


def resolve_rulings(baseline: Baseline, rulings: RulingQuerySet) -> tuple[ConstraintSet, dict[int, int]]:
    """Return what `rulings` require of the roots, and the root of each quote: the first quote with the same words.

    A quote that was ruled different from one with the same words is its own root.
    """
    firsts = baseline.map_to_firsts()
    ruled = list(filter(None, (ruling.as_constraint for ruling in rulings.latest_per_pair_among(firsts.keys()))))
    different = [(constraint.a, constraint.b) for constraint in ruled if not constraint.same]
    named = {quote for pair in different for quote in pair}
    texts = dict(Quote.objects.filter(pk__in=named).values_list("pk", "text"))
    separated = find_separated_quotes(different, texts, Alias.objects.load_table()) if different else ()
    roots = {quote: quote if quote in separated else first for quote, first in firsts.items()}
    constraints = [Constraint(roots[constraint.a], roots[constraint.b], same=constraint.same) for constraint in ruled]
    return resolve_constraints([constraint for constraint in constraints if constraint.a != constraint.b]), roots


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
    links: Iterable[Link] = load_links(lengths) if constraints.cannot_link or constraints.must_link else ()
    families = apply_constraints(before, constraints, lengths=lengths, rank=rank, links=links)
    return families, _expand_to_printings(families, baseline, roots)


def _expand_to_printings(families: Sequence[Family], baseline: Baseline, roots: Mapping[int, int]) -> list[QuoteSpans]:
    """Return the printings of each family, copies included; a copy keeps its span of the baseline where it can."""
    quotes = {quote.pk: quote for quote in Quote.objects.filter(pk__in=roots).only("start", "end", "left_out")}
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
            first = quotes[member.passage]
            whole = len(member.span) == first.end - first.start
            baseline_spans = before.get((first.pk, (member.span.start, member.span.end)), {})
            for quote in copies[first.pk]:
                if not quotes[quote].left_out:
                    own = compute_copy_span(quotes[quote].end - quotes[quote].start, member.span, whole=whole)
                    spans[quote] = baseline_spans.get(quote, (own.start, own.end))
        printings.append(spans)
    return printings
