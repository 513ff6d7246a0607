"""Storing of a relink: copies, matches, the word-pair index and lineages become what the plan says."""

from collections import defaultdict
from collections.abc import Sequence

from articles.engine.linking import batch
from articles.engine.linking.clustering import Member
from articles.engine.linking.fingerprints import MAX_POSTINGS, NO_POSTINGS
from articles.engine.linking.pairwise import SCORED_THRESHOLD
from articles.engine.text.spans import Span
from articles.models import BaselineMembership, Lineage, Match, Quote, WordPair
from articles.models.db.batched import batched
from articles.queries.quote_pairs import compare_quotes
from articles.services.leases import mark_linked
from articles.services.linking.candidates import build_match_row
from articles.services.linking.lineage_updates import add_printings, compute_copy_span, update_lineages
from articles.services.linking.relink.comparison import BATCH_SIZE, ComparisonResult, Progress, filter_in_batches
from articles.services.linking.relink.plan import RelinkPlan

MAX_SCORE_DRIFT = 0.01  # columns hold numbers of less precision than a stored score


def write_plan(plan: RelinkPlan, comparison: ComparisonResult, progress: Progress) -> None:
    """Store copies, matches, index and lineages; rows that are right already stay."""
    quotes, wordings, firsts = comparison.quotes, comparison.wordings, comparison.firsts
    _update_copies(quotes, firsts)
    _write_matches(comparison, progress)
    if comparison.all_quotes:
        newest = batch.iter_newest_postings(wordings)
        WordPair.objects.replace_postings((key, rank, quotes[position].pk) for key, rank, position in newest)
    else:
        _add_to_index(quotes, wordings)
    _write_lineages(plan, quotes, firsts, progress)
    mark_linked({quote.article_id for quote in quotes})
    if plan.changed or plan.before.keys() - set(plan.predecessors):
        for rows in comparison.select_rows(BaselineMembership.objects.all(), "quote"):
            rows.delete()  # these lineages have changed since


def _update_copies(quotes: Sequence[Quote], firsts: dict[int, int]) -> None:
    changed = [quote for quote in quotes if firsts[quote.pk] != (quote.copy_of_id or quote.pk)]
    for quote in changed:
        quote.copy_of_id = firsts[quote.pk] if firsts[quote.pk] != quote.pk else None
    Quote.objects.bulk_update(changed, ["copy_of"], batch_size=BATCH_SIZE)


def _write_matches(comparison: ComparisonResult, progress: Progress) -> None:
    """Store one match for each link, and one of each copy with the printing before it.

    A known pair keeps its row while its score is right; another matcher may score it otherwise.
    """
    quotes, wordings = comparison.quotes, comparison.wordings
    pairs = _find_match_pairs(comparison)
    stored = comparison.select_rows(Match.scored.values_list("a", "b", "pk", "score"), "a")
    known = {(a, b): (pk, score) for rows in stored for a, b, pk, score in rows.iterator()}
    compared = {(quotes[a].pk, quotes[b].pk) for a, b in pairs}
    relinked = {quote.pk for quote in quotes}  # quotes that are left out keep their matches, for when they come back
    outdated = [pk for pair, (pk, _) in known.items() if pair not in compared and relinked.issuperset(pair)]
    rows = []
    for (a, b), probability in sorted(pairs.items()):
        pk, score = known.get((quotes[a].pk, quotes[b].pk), (None, None))
        if score is not None and abs(score - probability) < MAX_SCORE_DRIFT:
            continue
        fingerprints = wordings.fingerprints[wordings.by_quote[a]], wordings.fingerprints[wordings.by_quote[b]]
        result = compare_quotes(quotes[a], quotes[b], *fingerprints, least=SCORED_THRESHOLD)
        if pk is not None and (result is None or result.score != score):
            outdated.append(pk)
        if result and result.score != score:
            rows.append(build_match_row(quotes[a], quotes[b], result, comparison.aliases))
    for matches in filter_in_batches(Match.scored.all(), "pk", outdated):
        matches.delete()
    for new in batched(rows, BATCH_SIZE):
        Match.objects.bulk_insert(new)
        progress("matches", len(new))


def _find_match_pairs(comparison: ComparisonResult) -> dict[tuple[int, int], float]:
    """Return the pairs to be stored, as positions in the list of quotes, each with its chance; copies are certain."""
    links, wordings = comparison.links, comparison.wordings
    first = wordings.first_quotes
    columns = zip(links.a.tolist(), links.b.tolist(), links.probability.tolist(), strict=True)
    pairs = {(first[b], first[a]): chance for a, b, chance in columns}
    newest: dict[int, int] = {}
    for position, wording in enumerate(wordings.by_quote):
        if wording in newest:
            pairs.setdefault((newest[wording], position), 1.0)
        newest[wording] = position
    return pairs


def _add_to_index(quotes: Sequence[Quote], wordings: batch.Wordings) -> None:
    """Add unindexed quotes to the word-pair index; the others keep their places in it."""
    for chunk in batched(range(len(quotes)), BATCH_SIZE):
        keys = {position: _get_index_keys(wordings, position) for position in chunk}
        before = WordPair.objects.load_postings({key for own in keys.values() for key in own})
        postings = dict(before)
        for position in chunk:
            pk = quotes[position].pk
            for key in keys[position]:
                newest = before.get(key, NO_POSTINGS).newest
                if pk not in newest and (len(newest) < MAX_POSTINGS or pk > min(newest)):  # else it was displaced
                    postings[key] = postings.get(key, NO_POSTINGS).with_quote(pk)
        WordPair.objects.save_postings(postings, before)


def _get_index_keys(wordings: batch.Wordings, position: int) -> set[int]:
    """Return the index keys of a quote; a verbatim copy has the key of all its words only."""
    fingerprint = wordings.fingerprints[wordings.by_quote[position]]
    if not fingerprint.code:
        return set()
    is_first = wordings.first_quotes[wordings.by_quote[position]] == position
    return {fingerprint.exact_key, *(fingerprint.blocking_keys if is_first else ())}


def _write_lineages(plan: RelinkPlan, quotes: Sequence[Quote], firsts: dict[int, int], progress: Progress) -> None:
    """Create lineages whose words are in no stored lineage many at a time; change the others one by one."""
    stored = {quote for family in plan.first_quotes.values() for quote in family}
    begun = [position for position in plan.changed if plan.predecessors[position] is None]
    new = [number for number in begun if stored.isdisjoint(member.passage for member in plan.families[number])]
    others = sorted(set(plan.changed) - set(new))
    if others or plan.before.keys() - set(plan.predecessors):
        update_lineages(plan.families, plan.predecessors, others, plan.first_quotes)
    copies: defaultdict[int, list[Quote]] = defaultdict(list)
    for quote in quotes:
        copies[firsts[quote.pk]].append(quote)
    for positions in batched(new, BATCH_SIZE):
        families = [plan.families[position] for position in positions]
        lineages = Lineage.objects.bulk_create_with_codes([None] * len(families))
        spans = [_build_quote_spans(family, copies) for family in families]
        add_printings({lineage.pk: own for lineage, own in zip(lineages, spans, strict=True)})
        progress("lineages", len(families))


def _build_quote_spans(family: Sequence[Member], copies: dict[int, list[Quote]]) -> dict[Quote, Span]:
    """Return the span of every quote of a family, copies included."""
    spans = {}
    for member in family:
        whole = len(member.span) == len(copies[member.passage][0].text)
        for quote in copies[member.passage]:
            spans[quote] = compute_copy_span(len(quote.text), member.span, whole=whole)
    return spans
