"""What lineages do all quotes make, when they are linked anew together?

New quotes are linked one article at a time (`linking`). After the table of names was edited, articles were taken away,
or the engine has learnt something, `relink` links every quote again, through the same engine in columns and on all
cores, and says what that changes: which lineages stay as they are, which gain or lose printings, which begin, which
become part of another. Every code keeps leading somewhere, as ever: SANA's printing goes on under the code of TASS's.
With a day, only what came in since is looked at, and what it may concern (`vicinity`).

What it writes is one transaction: broken off, it leaves everything as it was, and can be begun again. Articles that
waited for a worker are linked with the others, and their leases called off.

Left to others: the linking itself (`engine.bulk`), keeping codes (`linking.change_lineages`).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from articles.engine.linking import batch
from articles.engine.linking.clustering import Link, Member
from articles.engine.linking.fingerprints import MAX_POSTINGS, NO_POSTINGS, locate_words
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.models import Alias, BaselineMembership, Lineage, Match, Printing, Quote, WordPair
from articles.models.db.advisory_lock import acquire_lock
from articles.queries.quote_pairs import SECONDS_PER_DAY, compare_quotes
from articles.services.leases import mark_linked
from articles.services.linking.affected_quotes import affected_quotes
from articles.services.linking.constraints import apply_rulings, find_all_separated_quotes, load_all_constraints
from articles.services.linking.incremental import (
    add_printings,
    build_match_row,
    compute_copy_span,
    find_predecessors,
    update_lineages,
)

BATCH_SIZE = 1000  # rows read or written together
MAX_EXAMPLES = 20  # lineages that are named


@dataclass(frozen=True, slots=True)
class RelinkReport:
    """What linking anew does to the lineages: how many of each, and of the first few, which."""

    quotes: int
    unchanged: int = 0  # exactly as they were
    changed: int = 0  # with other printings under the same code
    begun: int = 0
    ended: int = 0  # their codes lead to another from then on
    examples: tuple[str, ...] = ()


LineageParts = Mapping[int, Mapping[int, tuple[int, int]]]  # of each lineage its quotes, of each the part that belongs


@dataclass(frozen=True, slots=True)
class _RelinkPlan:
    """The families to be, the lineage each goes on from, the places of those that change, and how it all stands.

    `before` has the printings of each lineage, `homes` of each of them the first with its words, as the families do.
    """

    families: Sequence[tuple[Member, ...]]
    predecessors: Sequence[int | None]
    changed: Sequence[int]
    before: LineageParts
    first_quotes: Mapping[int, Sequence[int]]


Progress = Callable[[str, int], object]
Row = TypeVar("Row")


def relink(
    *,
    since: date | None = None,
    dry_run: bool = False,
    workers: int = 1,
    progress: Progress = lambda step, done: None,
) -> RelinkReport:
    """Link all quotes anew, or those taken in `since` a day; with `dry_run` only tell what that would change.

    `progress` is told the step and how many quotes, links or lineages it has dealt with since it was last told.
    Comparing takes longest and keeps nobody waiting; what came in meanwhile makes it begin again, with others waiting.
    """
    compared = _run_comparison(since, workers, progress)
    if dry_run:
        plan = _build_plan(compared, since)
        return _build_report(plan, compared)
    with transaction.atomic():
        acquire_lock()
        if _hash_input(since) != compared.input_hash:
            compared = _run_comparison(since, workers, progress)
        return _write_plan(_build_plan(compared, since), compared, since, progress)


@dataclass(frozen=True, slots=True)
class _ComparisonResult:
    """Quotes as they were `seen`, and what the engine makes of them."""

    quotes: list[Quote]
    aliases: Aliases
    wordings: batch.Wordings
    links: batch.Links
    families: list[tuple[Member, ...]]
    input_hash: str

    @property
    def firsts(self) -> dict[int, int]:
        """Of each quote the first that has its words."""
        first = self.wordings.first_quotes
        return {
            quote.pk: self.quotes[first[wording]].pk
            for quote, wording in zip(self.quotes, self.wordings.by_quote, strict=True)
        }


def _run_comparison(since: date | None, workers: int, progress: Progress) -> _ComparisonResult:
    aliases = Alias.objects.load_table()
    seen = _hash_input(since)
    quotes = [quote for some in _select_quotes(since, aliases) for quote in some]
    alone = find_all_separated_quotes(aliases)
    printed = [batch.QuoteRecord(quote.text, quote.speaker_id, _get_day(quote), quote.pk in alone) for quote in quotes]
    wordings = batch.find_wordings(printed, workers=workers, aliases=aliases)
    links = batch.find_links(wordings, workers=workers, progress=lambda done: progress("comparing", done))
    found = batch.cluster_wordings(wordings, links, workers=workers, halves=_find_wording_halves(quotes, wordings))
    families = [_convert_family(family, wordings, quotes, aliases) for family in found]
    return _ComparisonResult(quotes, aliases, wordings, links, families, seen)


def _find_wording_halves(quotes: Sequence[Quote], wordings: batch.Wordings) -> set[tuple[int, int]]:
    """The wordings that an article prints on both sides of an attribution."""
    halves = dict(Quote.objects.filter(other_half__isnull=False).order_by().values_list("pk", "other_half"))
    concerned = {*halves, *halves.values()}
    of = {quote.pk: wording for quote, wording in zip(quotes, wordings.by_quote, strict=True) if quote.pk in concerned}
    pairs = {(of[half], of[other]) for half, other in halves.items() if half in of and other in of}
    return {(a, b) for a, b in pairs if a != b}


def _hash_input(since: date | None) -> str:
    """A hash of all that the comparing goes by: where it is the same again, so is what comes out."""
    aliases = Alias.objects.load_table()
    seen = sha256(repr([*Alias.objects.order_by("pk").values_list("name", "form")]).encode())
    seen.update(repr(sorted(find_all_separated_quotes(aliases))).encode())
    of_article = ("article__published", "article__precision", "article__outlet")
    for some in _select_quotes(since, aliases):
        for row in some.values_list("pk", "text", "speaker", "copy_of", *of_article).iterator():
            seen.update(repr(row).encode())
    return seen.hexdigest()


def _select_quotes(since: date | None, aliases: Aliases) -> list[QuerySet[Quote]]:
    """All quotes; or those taken in since that day, and those whose places may change with theirs; in order."""
    found = Quote.objects.for_linking().order_by("pk")
    if since is None:
        return [found]
    begun = datetime.combine(since, time(), UTC)
    numbers = sorted(affected_quotes(list(found.filter(article__taken_in__gte=begun)), aliases))
    return [found.filter(pk__in=some) for some in _split_into_chunks(numbers)]


def _build_plan(compared: _ComparisonResult, since: date | None) -> _RelinkPlan:
    """What is to be, with what curators ruled, beside what is."""
    quotes, links, wordings, firsts = compared.quotes, compared.links, compared.wordings, compared.firsts
    said = load_all_constraints(firsts)
    families = apply_rulings(compared.families, said, lambda members: _select_links(members, links, wordings, quotes))
    before = _load_all_parts() if since is None else _load_parts(quotes)
    # A lineage may hold nothing but what is a copy from now on: its words stand where the first with them does.
    homes = {pk: tuple({firsts.get(quote, quote) for quote in quotes}) for pk, quotes in before.items()}
    heirs = find_predecessors(families, homes)
    return _RelinkPlan(families, heirs, list(_find_changed_families(families, heirs, before, firsts)), before, homes)


def _write_plan(plan: _RelinkPlan, compared: _ComparisonResult, since: date | None, progress: Progress) -> RelinkReport:
    change = _build_report(plan, compared)
    quotes, wordings, firsts = compared.quotes, compared.wordings, compared.firsts
    _update_copies(quotes, firsts)
    _write_matches(quotes, wordings, compared.links, compared.aliases, progress, all_quotes=since is None)
    if since is None:
        _write_index(quotes, wordings)
    else:
        _add_to_index(quotes, wordings)
    _write_lineages(plan, quotes, firsts, progress)
    mark_linked({quote.article_id for quote in quotes})
    if change.changed or change.begun or change.ended:
        _delete_baseline(quotes, all_quotes=since is None)
    return change


def _split_into_chunks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (rows[start : start + BATCH_SIZE] for start in range(0, len(rows), BATCH_SIZE))


def _build_report(plan: _RelinkPlan, compared: _ComparisonResult) -> RelinkReport:
    """What the plan changes."""
    begun = sum(plan.predecessors[place] is None for place in plan.changed)
    ended = sorted(plan.before.keys() - set(plan.predecessors))
    copies = Counter(compared.firsts.values())
    sizes = {
        plan.predecessors[place]: sum(copies[member.passage] for member in plan.families[place])
        for place in plan.changed
    }
    shown = [pk for pk in [*sizes, *ended] if pk is not None][:MAX_EXAMPLES]
    examples = []
    for pk, lineage in Lineage.objects.with_first().in_bulk(shown).items():
        then = f"{sizes[pk]} printings instead of {len(plan.before[pk])}" if pk in sizes else "part of another"
        examples.append(f"{lineage.code} {lineage}: {then}")
    kept = len(plan.families) - len(plan.changed)
    return RelinkReport(len(compared.quotes), kept, len(plan.changed) - begun, begun, len(ended), tuple(examples))


def _delete_baseline(quotes: Sequence[Quote], *, all_quotes: bool) -> None:
    """Where these would stand if nobody had ruled is known no more."""
    if all_quotes:
        BaselineMembership.objects.all().delete()
    for some in [] if all_quotes else _split_into_chunks([quote.pk for quote in quotes]):
        BaselineMembership.objects.filter(quote__in=some).delete()


def _select_links(
    members: Mapping[int, int], links: batch.Links, wordings: batch.Wordings, quotes: Sequence[Quote]
) -> Iterator[Link]:
    """The links between these quotes, of which each is the first with its words."""
    for a, b, chance in zip(links.a.tolist(), links.b.tolist(), links.probability.tolist(), strict=True):
        one, other = quotes[wordings.first_quotes[a]].pk, quotes[wordings.first_quotes[b]].pk
        if one in members and other in members:
            yield Link(one, other, chance)


def _get_day(quote: Quote) -> float | None:
    published = quote.article.published
    return published.timestamp() / SECONDS_PER_DAY if published else None


def _convert_family(
    family: Sequence[Member], wordings: batch.Wordings, quotes: Sequence[Quote], aliases: Aliases
) -> tuple[Member, ...]:
    """The family with the first quote of each wording, and stretches in characters instead of words."""
    members = []
    for member in family:
        quote = quotes[wordings.first_quotes[member.passage]]
        whole = len(member.span) == len(wordings.fingerprints[member.passage].code)
        members.append(
            Member(quote.pk, Span(0, len(quote.text)) if whole else _convert_to_characters(member.span, quote, aliases))
        )
    return tuple(members)


def _convert_to_characters(words: Span, quote: Quote, aliases: Aliases) -> Span:
    places = locate_words(quote.text, aliases)
    return Span(places[words.start].start, places[words.end - 1].end)


def _load_all_parts() -> LineageParts:
    """Of each lineage all its quotes, with the part of each that belongs."""
    standing: defaultdict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    standing.update({pk: {} for pk in Lineage.objects.values_list("pk", flat=True)})
    _add_parts(standing, Printing.objects.all())
    return dict(standing)


def _load_parts(quotes: Sequence[Quote]) -> LineageParts:
    """The same of the lineages of these quotes, which are all that stand in them."""
    standing: defaultdict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for some in _split_into_chunks([quote.pk for quote in quotes]):
        _add_parts(standing, Printing.objects.filter(quote__in=some))
    return dict(standing)


def _add_parts(standing: dict[int, dict[int, tuple[int, int]]], printings: QuerySet[Printing]) -> None:
    kept: dict[tuple[int, int], tuple[int, int]] = {}  # most parts are as long as many others: one object for all
    for lineage, quote, start, end in printings.order_by().values_list("lineage", "quote", "start", "end").iterator():
        standing[lineage][quote] = kept.setdefault((start, end), (start, end))


def _find_changed_families(
    families: Sequence[tuple[Member, ...]],
    heirs: Sequence[int | None],
    before: LineageParts,
    firsts: dict[int, int],
) -> Iterator[int]:
    """The places of the families that no standing lineage is exactly."""
    repeating: defaultdict[int, list[int]] = defaultdict(list)
    for quote, first in firsts.items():
        repeating[first].append(quote)
    for place, (family, heir) in enumerate(zip(families, heirs, strict=True)):
        quotes = {quote for member in family for quote in repeating[member.passage]}
        parts = before[heir] if heir is not None else {}
        if quotes != parts.keys() or any(
            parts[member.passage] != (member.span.start, member.span.end) for member in family
        ):
            yield place


def _update_copies(quotes: Sequence[Quote], firsts: dict[int, int]) -> None:
    wrong = []
    for quote in quotes:
        first = firsts[quote.pk] if firsts[quote.pk] != quote.pk else None
        if quote.copy_of_id != first:
            quote.copy_of_id = first
            wrong.append(quote)
    Quote.objects.bulk_update(wrong, ["copy_of"], batch_size=BATCH_SIZE)


def _write_matches(
    quotes: Sequence[Quote],
    wordings: batch.Wordings,
    links: batch.Links,
    aliases: Aliases,
    progress: Progress,
    *,
    all_quotes: bool,
) -> None:
    """Let the stored matches be the links, and that of each copy with the printing before it; those known keep rows."""
    pairs = {
        (wordings.first_quotes[b], wordings.first_quotes[a])
        for a, b in zip(links.a.tolist(), links.b.tolist(), strict=True)
    }
    newest: dict[int, int] = {}
    for place, wording in enumerate(wordings.by_quote):
        if wording in newest:
            pairs.add((newest[wording], place))
        newest[wording] = place
    known = {(a, b): pk for a, b, pk in _iter_stored_matches(quotes, all_quotes=all_quotes)}
    wanted = {(quotes[a].pk, quotes[b].pk) for a, b in pairs}
    standing = {quote.pk for quote in quotes}  # what is left out keeps its matches, to find its way back
    gone = [pk for pair, pk in known.items() if pair not in wanted and standing.issuperset(pair)]
    for some in _split_into_chunks(gone):
        Match.objects.filter(pk__in=some).delete()
    rows = []
    for a, b in sorted(pairs):
        if (quotes[a].pk, quotes[b].pk) not in known:
            passages = wordings.fingerprints[wordings.by_quote[a]], wordings.fingerprints[wordings.by_quote[b]]
            likeness = compare_quotes(quotes[a], quotes[b], *passages)
            rows += [build_match_row(quotes[a], quotes[b], likeness, aliases)] if likeness else []
    for made in _split_into_chunks(rows):
        Match.objects.bulk_insert(made)
        progress("matches", len(made))


def _iter_stored_matches(quotes: Sequence[Quote], *, all_quotes: bool) -> Iterator[tuple[int, int, int]]:
    """The stored matches that have to do with these: two quotes and the match's number."""
    rows = Match.objects.values_list("a", "b", "pk")
    if all_quotes:
        yield from rows.iterator()
    for some in [] if all_quotes else _split_into_chunks([quote.pk for quote in quotes]):
        yield from rows.filter(a__in=some)


def _write_index(quotes: Sequence[Quote], wordings: batch.Wordings) -> None:
    newest = batch.iter_newest_postings(wordings)
    WordPair.objects.replace_postings((key, rank, quotes[place].pk) for key, rank, place in newest)


def _add_to_index(quotes: Sequence[Quote], wordings: batch.Wordings) -> None:
    """Let the index know those of these that it has never heard of; the others keep their places in it."""
    for some in _split_into_chunks(range(len(quotes))):
        keys = {place: _get_wording_keys(wordings, place) for place in some}
        before = WordPair.objects.load_postings({key for own in keys.values() for key in own})
        known = dict(before)
        for place in some:
            new = quotes[place].pk
            for key in keys[place]:
                newest = before.get(key, NO_POSTINGS).newest
                if new not in newest and (len(newest) < MAX_POSTINGS or new > min(newest)):  # else it has fallen out
                    known[key] = known.get(key, NO_POSTINGS).with_quote(new)
        WordPair.objects.save_postings(known, before)


def _get_wording_keys(wordings: batch.Wordings, place: int) -> set[int]:
    """What the index finds this quote by: of a repetition only by all its words."""
    passage = wordings.fingerprints[wordings.by_quote[place]]
    if not passage.code:
        return set()
    first = wordings.first_quotes[wordings.by_quote[place]] == place
    return {passage.exact_key, *(passage.blocking_keys if first else ())}


def _write_lineages(plan: _RelinkPlan, quotes: Sequence[Quote], firsts: dict[int, int], progress: Progress) -> None:
    """Those none of whose words stood anywhere begin, many at a time; the others change one by one."""
    standing = {quote for family in plan.first_quotes.values() for quote in family}
    fresh = [
        place
        for place in plan.changed
        if plan.predecessors[place] is None and standing.isdisjoint(member.passage for member in plan.families[place])
    ]
    others = sorted(set(plan.changed) - set(fresh))
    if others or plan.before.keys() - set(plan.predecessors):
        update_lineages(plan.families, plan.predecessors, others, plan.first_quotes)
    repeating: defaultdict[int, list[Quote]] = defaultdict(list)
    for quote in quotes:
        repeating[firsts[quote.pk]].append(quote)
    for places in _split_into_chunks(fresh):
        some = [plan.families[place] for place in places]
        begun = Lineage.objects.bulk_create_with_codes([None] * len(some))
        add_printings(
            {lineage.pk: _build_quote_spans(family, repeating) for lineage, family in zip(begun, some, strict=True)}
        )
        progress("lineages", len(some))


def _build_quote_spans(family: Sequence[Member], repeating: dict[int, list[Quote]]) -> dict[Quote, Span]:
    """The stretch of every quote of a family, copies included."""
    stretches = {}
    for member in family:
        whole = len(member.span) == len(repeating[member.passage][0].text)
        for quote in repeating[member.passage]:
            stretches[quote] = compute_copy_span(len(quote.text), member.span, whole=whole)
    return stretches
