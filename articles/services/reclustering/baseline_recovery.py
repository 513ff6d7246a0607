"""Recovery of the baseline: from stored rows, from lineages nobody ruled on, or by clustering again.

A lineage without rulings is its own baseline. What has joined a ruled lineage since is put where its words, or its
surest match, belong. If relinking has changed ruled lineages meanwhile, the stored rows are of no use and the quotes of
the region are clustered from their matches.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from django.db.models import Q

from articles.engine.linking.clustering import cluster
from articles.engine.linking.pairwise import MATCH_THRESHOLD
from articles.models import Decision, Match, Quote, Ruling
from articles.models.lineage import generate_unused_codes
from articles.services.linking.lineage_updates import compute_copy_span
from articles.services.linking.match_graph import Family, load_halves, load_links
from articles.services.reclustering.codes import find_predecessor_codes
from articles.services.reclustering.families import constrain_families, resolve_rulings
from articles.services.reclustering.region import AffectedRegion, Baseline


def recover_baseline(region: AffectedRegion, decision: Decision) -> Baseline:
    """Return the families of the region without rulings; `decision` is the one that came into force or was undone."""
    baseline = Baseline()
    for row in region.baseline_rows:
        baseline.add(row.code, row.quote_id, (row.start, row.end), row.copy_of)
    known = set(baseline.copy_of)
    unruled = {pk for pk, spans in region.printings.items() if known.isdisjoint(spans)}
    joined = {pk: spans.keys() - known for pk, spans in region.printings.items() if pk not in unruled}
    if _has_earlier_rulings(unruled, decision) or (
        any(joined.values()) and not _matches_earlier_rulings(baseline, region, decision)
    ):
        return _cluster_baseline(region)
    new = {quote for quotes in joined.values() for quote in quotes}
    concerned = Quote.objects.filter(Q(pk__in=new) | Q(printings__lineage__in=unruled))
    copy_of = dict(concerned.values_list("pk", "copy_of"))
    for pk in unruled:
        for quote, span in region.printings[pk].items():
            baseline.add(region.lineages[pk].code, quote, span, copy_of[quote])
    if new:
        _add_new_quotes(baseline, region, joined, copy_of)
    return baseline


def _has_earlier_rulings(lineages: Collection[int], decision: Decision) -> bool:
    """Return whether rulings have shaped these lineages already, so that they are no baseline."""
    earlier = Ruling.objects.in_force_before(decision).exclude(verdict=Ruling.Verdict.UNSURE)
    concerned = Q(a__printings__lineage__in=lineages) | Q(b__printings__lineage__in=lineages)
    return earlier.filter(concerned).exists()


def _matches_earlier_rulings(baseline: Baseline, region: AffectedRegion, decision: Decision) -> bool:
    """Return whether the lineages have only grown since the last ruling; otherwise relinking has changed them."""
    constraints, roots = resolve_rulings(baseline, Ruling.objects.in_force_before(decision))
    _, families = constrain_families(baseline, constraints, roots)
    known = baseline.copy_of.keys()
    stored = {frozenset(spans.keys() & known) for spans in region.printings.values()}
    printed = frozenset(quote for quotes in stored for quote in quotes)
    expected = {printed.intersection(spans) for spans in families}
    return expected | {frozenset()} == stored | {frozenset()}


def _add_new_quotes(
    baseline: Baseline, region: AffectedRegion, joined: Mapping[int, Collection[int]], copy_of: Mapping[int, int | None]
) -> None:
    """Put each quote that has joined since with the quote it repeats, or with its surest match."""
    code_of = {quote: code for code, spans in baseline.families.items() for quote in spans}
    for pk, quotes in joined.items():
        codes = Counter(code_of[quote] for quote in sorted(region.printings[pk]) if quote in code_of)
        usual = codes.most_common(1)[0][0]
        surest = _find_surest_matches(quotes, code_of)
        for quote in sorted(quotes):
            first = copy_of[quote]
            near = first if first in code_of else surest.get(first or quote)
            code = code_of.get(near or 0, usual)
            baseline.add(code, quote, region.printings[pk][quote], first)
            code_of[quote] = code


def _find_surest_matches(quotes: Collection[int], code_of: Mapping[int, str]) -> dict[int, int]:
    """Return for each quote the quote with a code that it matches most surely."""
    surest: dict[int, int] = {}
    matches = Match.objects.filter(Q(a__in=quotes) | Q(b__in=quotes), score__gte=MATCH_THRESHOLD)
    concerned = matches.order_by("score", "-a", "-b")
    for a, b in concerned.values_list("a", "b"):
        surest |= {quote: other for quote, other in ((a, b), (b, a)) if quote in quotes and other in code_of}
    return surest


def _cluster_baseline(region: AffectedRegion) -> Baseline:
    """Cluster the quotes of the region from their matches, under the codes they had or have."""
    rows = Quote.objects.filter(pk__in=region.quotes).only("text", "start", "end", "copy_of", "left_out")
    quotes = {quote.pk: quote for quote in rows}
    copy_of = _resolve_copies(quotes, region)
    lengths = {pk: quote.end - quote.start for pk, quote in quotes.items() if copy_of[pk] is None}
    copies = Counter(first or pk for pk, first in copy_of.items())
    families = cluster(lengths, load_links(lengths), copies=copies, halves=load_halves(lengths))
    baseline = Baseline()
    for code, family in zip(_find_baseline_codes(families, region), families, strict=True):
        spans = {member.passage: member.span for member in family}
        for pk, quote in quotes.items():
            first = copy_of[pk] or pk
            if first in spans:
                whole = len(spans[first]) == quotes[first].end - quotes[first].start
                own = compute_copy_span(quote.end - quote.start, spans[first], whole=whole)
                baseline.add(code, pk, (own.start, own.end), copy_of[pk])
    return baseline


def _resolve_copies(quotes: Mapping[int, Quote], region: AffectedRegion) -> dict[int, int | None]:
    """Map each quote to the first quote of the region with its words, None for the first itself."""
    copy_of = {pk: quote.copy_of_id for pk, quote in quotes.items()}
    copy_of |= {row.quote_id: row.copy_of for row in region.baseline_rows}
    copy_of = {pk: copy_of.get(first or 0) or first for pk, first in copy_of.items()}
    return {pk: first if first in quotes else None for pk, first in copy_of.items()}


def _find_baseline_codes(families: Sequence[Family], region: AffectedRegion) -> list[str]:
    """Return for each family the code that most of it had before anybody ruled, or has; else a new one."""
    before: defaultdict[str, set[int]] = defaultdict(set)
    for row in region.baseline_rows:
        before[row.code].add(row.quote_id)
    for pk, spans in region.printings.items():
        before[region.lineages[pk].code] |= spans.keys() - {row.quote_id for row in region.baseline_rows}
    return [code or generate_unused_codes(1)[0] for code in find_predecessor_codes(families, before)]
