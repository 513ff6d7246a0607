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
from articles.engine.linking.fingerprints import NEWEST, NO_POSTINGS, places_of
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.models import Alias, Lineage, Match, Printing, Quote, Unruled, WordPair
from articles.models.db.advisory_lock import wait_for_turn
from articles.queries.quote_pairs import DAY, compare_quotes
from articles.services.leases import call_off
from articles.services.linking.affected_quotes import vicinity_of
from articles.services.linking.constraints import alone_everywhere, ruled, said_of_all
from articles.services.linking.incremental import change_lineages, heirs_of, match_row, stretch_of_copy, take_in

AT_A_TIME = 1000  # rows read or written together
EXAMPLES = 20  # lineages that are named


@dataclass(frozen=True, slots=True)
class Change:
    """What linking anew does to the lineages: how many of each, and of the first few, which."""

    quotes: int
    kept: int = 0  # exactly as they were
    changed: int = 0  # with other printings under the same code
    begun: int = 0
    ended: int = 0  # their codes lead to another from then on
    examples: tuple[str, ...] = ()


Standing = Mapping[int, Mapping[int, tuple[int, int]]]  # of each lineage its quotes, of each the part that belongs


@dataclass(frozen=True, slots=True)
class _Plan:
    """The families to be, the lineage each goes on from, the places of those that change, and how it all stands.

    `before` has the printings of each lineage, `homes` of each of them the first with its words, as the families do.
    """

    families: Sequence[tuple[Member, ...]]
    heirs: Sequence[int | None]
    changed: Sequence[int]
    before: Standing
    homes: Mapping[int, Sequence[int]]


Progress = Callable[[str, int], object]
Row = TypeVar("Row")


def relink(
    *,
    since: date | None = None,
    dry_run: bool = False,
    workers: int = 1,
    progress: Progress = lambda step, done: None,
) -> Change:
    """Link all quotes anew, or those taken in `since` a day; with `dry_run` only tell what that would change.

    `progress` is told the step and how many quotes, links or lineages it has dealt with since it was last told.
    Comparing takes longest and keeps nobody waiting; what came in meanwhile makes it begin again, with others waiting.
    """
    compared = _compare(since, workers, progress)
    if dry_run:
        plan = _planned(compared, since)
        return _told(plan, compared)
    with transaction.atomic():
        wait_for_turn()
        if _seen(since) != compared.seen:
            compared = _compare(since, workers, progress)
        return _write(_planned(compared, since), compared, since, progress)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Quotes as they were `seen`, and what the engine makes of them."""

    quotes: list[Quote]
    aliases: Aliases
    wordings: batch.Wordings
    links: batch.Links
    families: list[tuple[Member, ...]]
    seen: str

    @property
    def firsts(self) -> dict[int, int]:
        """Of each quote the first that has its words."""
        first = self.wordings.first
        return {
            quote.pk: self.quotes[first[wording]].pk
            for quote, wording in zip(self.quotes, self.wordings.of, strict=True)
        }


def _compare(since: date | None, workers: int, progress: Progress) -> _Compared:
    aliases = Alias.objects.table()
    seen = _seen(since)
    quotes = [quote for some in _chosen(since, aliases) for quote in some]
    alone = alone_everywhere(aliases)
    printed = [batch.Printed(quote.text, quote.speaker_id, _day(quote), quote.pk in alone) for quote in quotes]
    wordings = batch.read_wordings(printed, workers=workers, aliases=aliases)
    links = batch.find_links(wordings, workers=workers, progress=lambda done: progress("comparing", done))
    found = batch.lineages(wordings, links, workers=workers, halves=_halves(quotes, wordings))
    families = [_of_quotes(family, wordings, quotes, aliases) for family in found]
    return _Compared(quotes, aliases, wordings, links, families, seen)


def _halves(quotes: Sequence[Quote], wordings: batch.Wordings) -> set[tuple[int, int]]:
    """The wordings that an article prints on both sides of an attribution."""
    halves = dict(Quote.objects.filter(other_half__isnull=False).order_by().values_list("pk", "other_half"))
    concerned = {*halves, *halves.values()}
    of = {quote.pk: wording for quote, wording in zip(quotes, wordings.of, strict=True) if quote.pk in concerned}
    pairs = {(of[half], of[other]) for half, other in halves.items() if half in of and other in of}
    return {(a, b) for a, b in pairs if a != b}


def _seen(since: date | None) -> str:
    """A hash of all that the comparing goes by: where it is the same again, so is what comes out."""
    aliases = Alias.objects.table()
    seen = sha256(repr([*Alias.objects.order_by("pk").values_list("name", "form")]).encode())
    seen.update(repr(sorted(alone_everywhere(aliases))).encode())
    of_article = ("article__published", "article__precision", "article__outlet")
    for some in _chosen(since, aliases):
        for row in some.values_list("pk", "text", "speaker", "copy_of", *of_article).iterator():
            seen.update(repr(row).encode())
    return seen.hexdigest()


def _chosen(since: date | None, aliases: Aliases) -> list[QuerySet[Quote]]:
    """All quotes; or those taken in since that day, and those whose places may change with theirs; in order."""
    found = Quote.objects.compared().order_by("pk")
    if since is None:
        return [found]
    begun = datetime.combine(since, time(), UTC)
    numbers = sorted(vicinity_of(list(found.filter(article__taken_in__gte=begun)), aliases))
    return [found.filter(pk__in=some) for some in _parts(numbers)]


def _planned(compared: _Compared, since: date | None) -> _Plan:
    """What is to be, with what curators ruled, beside what is."""
    quotes, links, wordings, firsts = compared.quotes, compared.links, compared.wordings, compared.firsts
    said = said_of_all(firsts)
    families = ruled(compared.families, said, lambda members: _links_among(members, links, wordings, quotes))
    before = _standing() if since is None else _standing_of(quotes)
    # A lineage may hold nothing but what is a copy from now on: its words stand where the first with them does.
    homes = {pk: tuple({firsts.get(quote, quote) for quote in quotes}) for pk, quotes in before.items()}
    heirs = heirs_of(families, homes)
    return _Plan(families, heirs, list(_changed(families, heirs, before, firsts)), before, homes)


def _write(plan: _Plan, compared: _Compared, since: date | None, progress: Progress) -> Change:
    change = _told(plan, compared)
    quotes, wordings, firsts = compared.quotes, compared.wordings, compared.firsts
    _write_copies(quotes, firsts)
    _write_matches(quotes, wordings, compared.links, compared.aliases, progress, all_quotes=since is None)
    if since is None:
        _write_index(quotes, wordings)
    else:
        _add_to_index(quotes, wordings)
    _write_lineages(plan, quotes, firsts, progress)
    call_off({quote.article_id for quote in quotes})
    if change.changed or change.begun or change.ended:
        _forget_unruled(quotes, all_quotes=since is None)
    return change


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (rows[start : start + AT_A_TIME] for start in range(0, len(rows), AT_A_TIME))


def _told(plan: _Plan, compared: _Compared) -> Change:
    """What the plan changes."""
    begun = sum(plan.heirs[place] is None for place in plan.changed)
    ended = sorted(plan.before.keys() - set(plan.heirs))
    copies = Counter(compared.firsts.values())
    sizes = {
        plan.heirs[place]: sum(copies[member.passage] for member in plan.families[place]) for place in plan.changed
    }
    shown = [pk for pk in [*sizes, *ended] if pk is not None][:EXAMPLES]
    examples = []
    for pk, lineage in Lineage.objects.with_first().in_bulk(shown).items():
        then = f"{sizes[pk]} printings instead of {len(plan.before[pk])}" if pk in sizes else "part of another"
        examples.append(f"{lineage.code} {lineage}: {then}")
    kept = len(plan.families) - len(plan.changed)
    return Change(len(compared.quotes), kept, len(plan.changed) - begun, begun, len(ended), tuple(examples))


def _forget_unruled(quotes: Sequence[Quote], *, all_quotes: bool) -> None:
    """Where these would stand if nobody had ruled is known no more."""
    if all_quotes:
        Unruled.objects.all().delete()
    for some in [] if all_quotes else _parts([quote.pk for quote in quotes]):
        Unruled.objects.filter(quote__in=some).delete()


def _links_among(
    members: Mapping[int, int], links: batch.Links, wordings: batch.Wordings, quotes: Sequence[Quote]
) -> Iterator[Link]:
    """The links between these quotes, of which each is the first with its words."""
    for a, b, chance in zip(links.a.tolist(), links.b.tolist(), links.chance.tolist(), strict=True):
        one, other = quotes[wordings.first[a]].pk, quotes[wordings.first[b]].pk
        if one in members and other in members:
            yield Link(one, other, chance)


def _day(quote: Quote) -> float | None:
    published = quote.article.published
    return published.timestamp() / DAY if published else None


def _of_quotes(
    family: Sequence[Member], wordings: batch.Wordings, quotes: Sequence[Quote], aliases: Aliases
) -> tuple[Member, ...]:
    """The family with the first quote of each wording, and stretches in characters instead of words."""
    members = []
    for member in family:
        quote = quotes[wordings.first[member.passage]]
        whole = len(member.span) == len(wordings.passages[member.passage].code)
        members.append(
            Member(quote.pk, Span(0, len(quote.text)) if whole else _in_characters(member.span, quote, aliases))
        )
    return tuple(members)


def _in_characters(words: Span, quote: Quote, aliases: Aliases) -> Span:
    places = places_of(quote.text, aliases)
    return Span(places[words.start].start, places[words.end - 1].end)


def _standing() -> Standing:
    """Of each lineage all its quotes, with the part of each that belongs."""
    standing: defaultdict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    standing.update({pk: {} for pk in Lineage.objects.values_list("pk", flat=True)})
    _note_parts(standing, Printing.objects.all())
    return dict(standing)


def _standing_of(quotes: Sequence[Quote]) -> Standing:
    """The same of the lineages of these quotes, which are all that stand in them."""
    standing: defaultdict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for some in _parts([quote.pk for quote in quotes]):
        _note_parts(standing, Printing.objects.filter(quote__in=some))
    return dict(standing)


def _note_parts(standing: dict[int, dict[int, tuple[int, int]]], printings: QuerySet[Printing]) -> None:
    kept: dict[tuple[int, int], tuple[int, int]] = {}  # most parts are as long as many others: one object for all
    for lineage, quote, start, end in printings.order_by().values_list("lineage", "quote", "start", "end").iterator():
        standing[lineage][quote] = kept.setdefault((start, end), (start, end))


def _changed(
    families: Sequence[tuple[Member, ...]],
    heirs: Sequence[int | None],
    before: Standing,
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


def _write_copies(quotes: Sequence[Quote], firsts: dict[int, int]) -> None:
    wrong = []
    for quote in quotes:
        first = firsts[quote.pk] if firsts[quote.pk] != quote.pk else None
        if quote.copy_of_id != first:
            quote.copy_of_id = first
            wrong.append(quote)
    Quote.objects.bulk_update(wrong, ["copy_of"], batch_size=AT_A_TIME)


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
    pairs = {(wordings.first[b], wordings.first[a]) for a, b in zip(links.a.tolist(), links.b.tolist(), strict=True)}
    newest: dict[int, int] = {}
    for place, wording in enumerate(wordings.of):
        if wording in newest:
            pairs.add((newest[wording], place))
        newest[wording] = place
    known = {(a, b): pk for a, b, pk in _known_matches(quotes, all_quotes=all_quotes)}
    wanted = {(quotes[a].pk, quotes[b].pk) for a, b in pairs}
    standing = {quote.pk for quote in quotes}  # what is left out keeps its matches, to find its way back
    gone = [pk for pair, pk in known.items() if pair not in wanted and standing.issuperset(pair)]
    for some in _parts(gone):
        Match.objects.filter(pk__in=some).delete()
    rows = []
    for a, b in sorted(pairs):
        if (quotes[a].pk, quotes[b].pk) not in known:
            passages = wordings.passages[wordings.of[a]], wordings.passages[wordings.of[b]]
            likeness = compare_quotes(quotes[a], quotes[b], *passages)
            rows += [match_row(quotes[a], quotes[b], likeness, aliases)] if likeness else []
    for made in _parts(rows):
        Match.objects.store(made)
        progress("matches", len(made))


def _known_matches(quotes: Sequence[Quote], *, all_quotes: bool) -> Iterator[tuple[int, int, int]]:
    """The stored matches that have to do with these: two quotes and the match's number."""
    rows = Match.objects.values_list("a", "b", "pk")
    if all_quotes:
        yield from rows.iterator()
    for some in [] if all_quotes else _parts([quote.pk for quote in quotes]):
        yield from rows.filter(a__in=some)


def _write_index(quotes: Sequence[Quote], wordings: batch.Wordings) -> None:
    newest = batch.newest_of_keys(wordings)
    WordPair.objects.post_all((key, rank, quotes[place].pk) for key, rank, place in newest)


def _add_to_index(quotes: Sequence[Quote], wordings: batch.Wordings) -> None:
    """Let the index know those of these that it has never heard of; the others keep their places in it."""
    for some in _parts(range(len(quotes))):
        keys = {place: _keys(wordings, place) for place in some}
        before = WordPair.objects.postings({key for own in keys.values() for key in own})
        known = dict(before)
        for place in some:
            new = quotes[place].pk
            for key in keys[place]:
                newest = before.get(key, NO_POSTINGS).newest
                if new not in newest and (len(newest) < NEWEST or new > min(newest)):  # else it has fallen out
                    known[key] = known.get(key, NO_POSTINGS).with_one(new)
        WordPair.objects.post(known, before)


def _keys(wordings: batch.Wordings, place: int) -> set[int]:
    """What the index finds this quote by: of a repetition only by all its words."""
    passage = wordings.passages[wordings.of[place]]
    if not passage.code:
        return set()
    first = wordings.first[wordings.of[place]] == place
    return {passage.words_key, *(passage.keys if first else ())}


def _write_lineages(plan: _Plan, quotes: Sequence[Quote], firsts: dict[int, int], progress: Progress) -> None:
    """Those none of whose words stood anywhere begin, many at a time; the others change one by one."""
    standing = {quote for family in plan.homes.values() for quote in family}
    fresh = [
        place
        for place in plan.changed
        if plan.heirs[place] is None and standing.isdisjoint(member.passage for member in plan.families[place])
    ]
    others = sorted(set(plan.changed) - set(fresh))
    if others or plan.before.keys() - set(plan.heirs):
        change_lineages(plan.families, plan.heirs, others, plan.homes)
    repeating: defaultdict[int, list[Quote]] = defaultdict(list)
    for quote in quotes:
        repeating[firsts[quote.pk]].append(quote)
    for places in _parts(fresh):
        some = [plan.families[place] for place in places]
        begun = Lineage.objects.begin_each([None] * len(some))
        take_in({lineage.pk: _stretches(family, repeating) for lineage, family in zip(begun, some, strict=True)})
        progress("lineages", len(some))


def _stretches(family: Sequence[Member], repeating: dict[int, list[Quote]]) -> dict[Quote, Span]:
    """The stretch of every quote of a family, copies included."""
    stretches = {}
    for member in family:
        whole = len(member.span) == len(repeating[member.passage][0].text)
        for quote in repeating[member.passage]:
            stretches[quote] = stretch_of_copy(len(quote.text), member.span, whole=whole)
    return stretches
