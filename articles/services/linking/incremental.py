"""How do new quotes find their relatives?

SANA's article comes in with "The problem around the US-led coalition...". The index names the quotes that share most
of its rare pairs of words, `matching` compares it with them, and TASS's is a match: the quote joins TASS's lineage.
Where a new quote changes how others belong together - it shows that two lineages are one, or is the third paper to
print one sentence of a block - the lineages around it are made anew from all their matches, and every code keeps
leading somewhere.

What one article costs does not grow with the corpus: each pair of words names at most its newest few quotes, copies
word for word stand behind the first of them, and a lineage of very many wordings only takes in, it is not made anew.

Left to others: what a match is (`engine.matching`), what matches make (`engine.clustering`), all quotes at once
(`relinking`).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from articles.engine.linking.clustering import SURE_PROBABILITY, WHOLE_SHARE, Link, Member, cluster, should_join
from articles.engine.linking.fingerprints import (
    NO_POSTINGS,
    Fingerprint,
    Postings,
    compute_fingerprint,
    generate_candidates,
    locate_words,
)
from articles.engine.linking.pairwise import MatchResult, is_formula
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.models import Alias, Lineage, Match, Printing, Quote, WordPair
from articles.models.db.prepared_query import NUMBERS_PARAMETER, PreparedQuery
from articles.models.match import MatchRow
from articles.queries.quote_pairs import ComparableQuote, compare_quotes, count_days_apart, have_same_speaker
from articles.services.linking.constraints import apply_rulings, load_constraints

# Wordings whose lineages are made anew for one article. A lineage of more only takes in what surely belongs to it;
# `relinking` makes it anew. 20,000 generated quotations one by one give the lineages of all at once with B-cubed F1
# 0.9897 (300 and 150) and 0.9896 (80).
MAX_RECLUSTERED_WORDINGS = 150
# A lineage with more printings only takes in one more fragment, or one more passage with fragments; of fewer, it may
# show that they are of several statements. 20,000 generated quotations one by one give the lineages of all at once with
# B-cubed F1 0.9934 (5), 0.9940 (40) and 0.9942 (without end).
MAX_OPEN_PRINTINGS = 10
MAX_PRINTINGS = 1000  # of all that are concerned, copies included: to count the wordings of 2,000 takes 33 ms


def link_quotes(quotes: Sequence[Quote]) -> int:
    """Index, match and place `quotes`; answers how many of them joined printings in other articles.

    Call it inside the transaction that stored them.
    """
    if not quotes:
        return 0
    found = _match_and_index(quotes, Alias.objects.load_table())
    Match.objects.bulk_insert(found.matches)
    _place_quotes(quotes, found.matches)
    return len(found.joined & {quote.pk for quote in quotes})


# --- finding ------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _MatchingResult:
    """What became of new quotes."""

    matches: list[MatchRow] = field(default_factory=list)
    joined: set[int] = field(default_factory=set)  # quotes that match, or repeat, words printed in another article

    def add_joined(self, one: ComparableQuote, other: ComparableQuote) -> None:
        if other.article_id != one.article_id:
            self.joined |= {one.pk, other.pk}


def _match_and_index(quotes: Sequence[Quote], aliases: Aliases) -> _MatchingResult:
    """Compare each new quote with those before it, the other new ones among them, and index it."""
    passages = {quote.pk: _get_fingerprint(quote.text, aliases) for quote in quotes}
    before = WordPair.objects.load_postings({key for passage in passages.values() for key in _get_index_keys(passage)})
    nearest = {pk: generate_candidates(passage, before) for pk, passage in passages.items()}
    repeated = {pk for passage in passages.values() for pk in _find_newest_exact(passage, before)}
    read = {*chain.from_iterable(nearest.values()), *repeated} - passages.keys()
    others: dict[int, ComparableQuote] = {quote.pk: quote for quote in Quote.objects.load_candidates(read)}
    known, changed, found = dict(before), set[int](), _MatchingResult()
    for quote in quotes:
        passage = passages[quote.pk]
        same = [others[pk] for pk in _find_newest_exact(passage, known) if pk in others]
        if same and not is_formula(passage, have_same_speaker(quote, same[0]), count_days_apart(quote, same[0])):
            quote.copy_of_id = same[0].copy_of_id or same[0].pk
            found.add_joined(quote, same[0])
            near, keys = same, frozenset({passage.exact_key})
        else:
            if not changed.isdisjoint(passage.blocking_keys):  # another new quote is near
                nearest[quote.pk] = generate_candidates(passage, known)
            near, keys = [others[pk] for pk in nearest[quote.pk] if pk in others], _get_index_keys(passage)
        for other in near:
            if match := _match_pair(quote, other, aliases):
                found.matches.append(match)
                found.add_joined(quote, other)
        known |= {key: known.get(key, NO_POSTINGS).with_quote(quote.pk) for key in keys}
        changed |= keys
        others[quote.pk] = quote
    WordPair.objects.save_postings(known, before)
    return found


def _get_index_keys(passage: Fingerprint) -> frozenset[int]:
    return passage.blocking_keys | {passage.exact_key} if passage.code else frozenset()


def _find_newest_exact(passage: Fingerprint, known: Mapping[int, Postings]) -> Sequence[int]:
    return known.get(passage.exact_key, NO_POSTINGS).newest[-1:]


def _match_pair(one: ComparableQuote, other: ComparableQuote, aliases: Aliases) -> MatchRow | None:
    a, b = sorted((one, other), key=lambda quote: quote.pk)
    likeness = compare_quotes(a, b, _get_fingerprint(a.text, aliases), _get_fingerprint(b.text, aliases))
    return build_match_row(a, b, likeness, aliases) if likeness else None


def rematch(quote: ComparableQuote, others: Iterable[ComparableQuote]) -> list[MatchRow]:
    """The matches of a quote whose words were put right with these others."""
    aliases = Alias.objects.load_table()
    return [match for other in others if (match := _match_pair(quote, other, aliases))]


# Whoever is near one is near more, and soon.
_compute_cached_fingerprint, _locate_cached_words = lru_cache(2048)(compute_fingerprint), lru_cache(2048)(locate_words)
MAX_CACHED_LENGTH = 1000  # characters; of longer texts nothing is kept: two thousand of them would fill the memory


def _get_fingerprint(text: str, aliases: Aliases) -> Fingerprint:
    return (_compute_cached_fingerprint if len(text) <= MAX_CACHED_LENGTH else compute_fingerprint)(text, aliases)


def _get_word_spans(text: str, aliases: Aliases) -> list[Span]:
    return (_locate_cached_words if len(text) <= MAX_CACHED_LENGTH else locate_words)(text, aliases)


def build_match_row(a: ComparableQuote, b: ComparableQuote, likeness: MatchResult, aliases: Aliases) -> MatchRow:
    """The match to be stored; `a` is the one that was stored first."""
    in_a, in_b = _get_word_spans(a.text, aliases), _get_word_spans(b.text, aliases)
    return MatchRow(
        a_id=a.pk,
        b_id=b.pk,
        score=likeness.score,
        a_start=in_a[likeness.a.first].start,
        a_end=in_a[likeness.a.last].end,
        b_start=in_b[likeness.b.first].start,
        b_end=in_b[likeness.b.last].end,
        whole_a=likeness.whole_a,
        whole_b=likeness.whole_b,
        evidence=likeness.describe_evidence(),
    )


# --- placing ------------------------------------------------------------------------------------------------------


JoiningQuotes = dict[
    int, dict[Quote, Span]
]  # lineage -> the new quotes that join it, with the part of each that belongs


class _Membership(NamedTuple):
    """A lineage that a quote stands in, and what of the quote belongs."""

    lineage: int
    printings: int  # of the lineage
    part: Span
    whole: bool  # all of the quote


Memberships = Mapping[int, Sequence[_Membership]]


@dataclass(slots=True)
class _Placement:
    """Where new quotes belong: those that join what stands otherwise as it was, and those that are alone."""

    joining: JoiningQuotes = field(default_factory=dict)
    alone: list[Quote] = field(default_factory=list)
    changed: bool = False  # were lineages made anew, and hold some of them already?

    def extend(self, more: "_Placement") -> None:
        self.joining |= more.joining
        self.alone += more.alone
        self.changed |= more.changed


def _place_quotes(quotes: Sequence[Quote], matches: Sequence[MatchRow]) -> None:
    """Let the lineages around these quotes be what the matches say."""
    copies = [quote for quote in quotes if quote.copy_of_id]
    repeating = {quote.pk for quote in copies}
    matches = [match for match in matches if repeating.isdisjoint((match.a_id, match.b_id))]
    matched = {pk for match in matches for pk in (match.a_id, match.b_id)}
    firsts = {copy.pk: copy.copy_of_id for copy in copies if copy.copy_of_id}
    homes = _load_memberships({*firsts.values(), *matched} - {quote.pk for quote in quotes})
    placed = _Placement(alone=[quote for quote in quotes if quote.pk not in matched and quote.pk not in repeating])
    if matched:
        placed.extend(_place_matched([quote for quote in quotes if quote.pk in matched], matches, homes))
    if placed.alone:
        Lineage.objects.bulk_create_with_codes(placed.alone)
    if copies:  # only now known as copies: what was made anew above took in those that stood already
        Quote.objects.bulk_set_copy_of(firsts)
        moved = placed.changed or not homes.keys() >= set(firsts.values())
        _place_copies(copies, _load_memberships(firsts.values()) if moved else homes, placed.joining)
    add_printings(placed.joining)


def _place_copies(copies: Sequence[Quote], standing: Memberships, joining: JoiningQuotes) -> None:
    """Copies word for word belong where the first quote with their words stands, or is about to join."""
    homes: defaultdict[int, list[tuple[int, Span, bool]]] = defaultdict(list)
    for first in {copy.copy_of_id or 0 for copy in copies}:
        homes[first] += ((home.lineage, home.part, home.whole) for home in standing.get(first, ()))
    for lineage, quotes in joining.items():
        for quote, part in quotes.items():
            homes[quote.pk].append((lineage, part, len(part) == quote.end - quote.start))
    for copy in copies:
        for lineage, part, whole in homes[copy.copy_of_id or 0]:
            joining.setdefault(lineage, {})[copy] = compute_copy_span(copy.end - copy.start, part, whole=whole)


def compute_copy_span(length: int, part: Span, *, whole: bool) -> Span:
    """The part of a copy of `length` characters that belongs, when of the first with its words `part` belongs."""
    if whole:
        return Span(0, length)
    start = min(part.start, length - 1)
    return Span(start, max(start + 1, min(part.end, length)))


def _place_matched(new: Sequence[Quote], matches: Sequence[MatchRow], homes: Memberships) -> _Placement:
    """Make the lineages that new matches touch anew, where they may change by more than one that joins."""
    nearby = _find_neighbourhoods(new, matches, homes)
    plain = {pk: found.lineage for pk, found in nearby.items() if found.is_simple}
    unsettled = {pk for found in nearby.values() if not found.is_simple for pk in found.lineages}
    placed, others = _Placement(), []
    for quote in new:
        lineage = plain.get(quote.pk)
        if lineage is None or lineage in unsettled:
            others.append(quote)
        elif should_join(nearby[quote.pk].links):
            placed.joining.setdefault(lineage, {})[quote] = Span(0, quote.end - quote.start)
        else:
            placed.alone.append(quote)
    if others:
        numbers = {quote.pk for quote in others}
        concerned = [match for match in matches if match.a_id in numbers or match.b_id in numbers]
        placed.extend(_place_by_reclustering(others, concerned, homes))
    return placed


_PRINTINGS_QUERY = PreparedQuery(
    lambda quotes: (
        Printing.objects.filter(quote__among=quotes)
        .order_by("pk")
        .values_list("quote", "lineage", "lineage__printing_count", "start", "end", "quote__start", "quote__end")
    ),
    NUMBERS_PARAMETER,
)


def _load_memberships(quotes: Iterable[int]) -> Memberships:
    homes: defaultdict[int, list[_Membership]] = defaultdict(list)
    for quote, lineage, printings, start, end, quote_start, quote_end in _PRINTINGS_QUERY(quotes):
        whole = end - start == quote_end - quote_start
        homes[quote].append(_Membership(lineage, printings, Span(start, end), whole))
    return homes


@dataclass(slots=True)
class _Neighbourhood:
    """What a new quote matches: the links, the lineages, and whether it can only join one of them or stand alone."""

    links: list[Link] = field(default_factory=list)
    lineages: set[int] = field(default_factory=set)
    is_simple: bool = True

    @property
    def lineage(self) -> int | None:
        return next(iter(self.lineages), None)

    def add(self, match: MatchRow, homes: Sequence[_Membership]) -> None:
        link = _build_link(match.a_id, match.b_id, match.score, match.whole_a, match.whole_b)
        self.links.append(link)
        self.lineages |= {home.lineage for home in homes}
        settled = link.host is None or all(home.printings > MAX_OPEN_PRINTINGS for home in homes)
        self.is_simple &= settled and len(homes) == 1 == len(self.lineages) and homes[0].whole


def _find_neighbourhoods(
    new: Sequence[Quote], matches: Iterable[MatchRow], homes: Memberships
) -> dict[int, _Neighbourhood]:
    """Of each new quote what it matches. Where fragments, blocks or several lineages are about, nothing is plain."""
    found = {quote.pk: _Neighbourhood() for quote in new}
    for row in matches:
        for one, other in ((row.a_id, row.b_id), (row.b_id, row.a_id)):
            if one in found:
                found[one].add(row, homes.get(other, ()))
    return found


def _place_by_reclustering(new: Sequence[Quote], matches: Sequence[MatchRow], homes: Memberships) -> _Placement:
    """Make the lineages that these matches touch anew; where they are very large, only add to them."""
    near = {pk for match in matches for pk in (match.a_id, match.b_id)}
    standing = {home.lineage: home.printings for pk in near for home in homes.get(pk, ())}
    if sum(standing.values()) > MAX_PRINTINGS:
        return _join_surest(new, matches, homes)
    before = _load_members(standing)
    if sum(map(len, before.values())) > MAX_RECLUSTERED_WORDINGS:
        return _join_surest(new, matches, homes)
    members = {quote.pk: quote.end - quote.start for quote in new}
    members |= {pk: length for family in before.values() for pk, (length, _) in family.items()}
    links = list(load_links(members))
    if any(link.host for link in links):
        families = cluster(members, links, copies=_count_copies(members), halves=load_halves(members))
    else:
        families = cluster(members, links)
    families = apply_rulings(families, load_constraints(members), lambda lengths: links)
    return _place_families(families, before, {quote.pk: quote for quote in new})


# lineage -> its quotes, of each how many characters it has and which of them belong
LineageMembers = Mapping[int, Mapping[int, tuple[int, Span]]]
# Asked with `Coalesce`, the database begins with the lineages, not with all the quotes that are no copies.
_FIRSTS_QUERY = PreparedQuery(
    lambda lineages: (
        Printing.objects.alias(no_copy=Coalesce("quote__copy_of", Value(0)))
        .filter(lineage__among=lineages, no_copy=0)
        .order_by()
        .values_list("lineage", "quote", "quote__start", "quote__end", "start", "end")[: MAX_RECLUSTERED_WORDINGS + 1]
    ),
    NUMBERS_PARAMETER,
)


def _load_members(lineages: Iterable[int]) -> LineageMembers:
    """Of each lineage the quotes that are no copies; not all of them where they are too many to be made anew."""
    members: defaultdict[int, dict[int, tuple[int, Span]]] = defaultdict(dict)
    for lineage, quote, quote_start, quote_end, start, end in _FIRSTS_QUERY(lineages):
        members[lineage][quote] = quote_end - quote_start, Span(start, end)
    return dict(members)


def load_links(members: Mapping[int, int]) -> Iterator[Link]:
    """The matches between these.

    Asked for both sides at once, SQLite would look up each member with each other: 12 ms instead of 2 for 190 of them.
    """
    for a, b, score, whole_a, whole_b, *places in _MATCHES_QUERY(members):
        if b in members:
            yield _build_link(a, b, score, whole_a, whole_b, places)


_MATCHES_QUERY = PreparedQuery(
    lambda quotes: (
        Match.objects.filter(a__among=quotes)
        .order_by()
        .values_list("a", "b", "score", "whole_a", "whole_b", "a_start", "a_end", "b_start", "b_end")
    ),
    NUMBERS_PARAMETER,
)


def _build_link(
    a: int, b: int, score: float, whole_a: float, whole_b: float, places: Sequence[int] = (0, 0, 0, 0)
) -> Link:
    if whole_a < WHOLE_SHARE:
        return Link(a, b, score, a, Span(places[0], places[1]))
    if whole_b < WHOLE_SHARE:
        return Link(a, b, score, b, Span(places[2], places[3]))
    return Link(a, b, score)


def load_halves(members: Collection[int]) -> set[tuple[int, int]]:
    """What articles print on both sides of an attribution; a copy counts for the first with its words."""
    pairs = [(first or pk, first_of_other or other) for pk, first, other, first_of_other in _HALVES_QUERY(members)]
    return {(a, b) for a, b in pairs if a != b and a in members and b in members}


_HALVES_QUERY = PreparedQuery(
    lambda quotes: (
        Quote.objects.filter(Q(pk__among=quotes) | Q(copy_of__among=quotes), other_half__isnull=False)
        .order_by()
        .values_list("pk", "copy_of", "other_half", "other_half__copy_of")
    ),
    NUMBERS_PARAMETER,
)


def _count_copies(members: Iterable[int]) -> Counter[int]:
    """How often each is printed, itself included."""
    return Counter([*members, *(first for (first,) in _COPIES_QUERY(members))])


_COPIES_QUERY = PreparedQuery(
    lambda quotes: Quote.objects.filter(copy_of__among=quotes).order_by().values_list("copy_of"), NUMBERS_PARAMETER
)


def _join_surest(new: Sequence[Quote], matches: Sequence[MatchRow], homes: Memberships) -> _Placement:
    """Each new quote joins the lineage of its surest match with one that stands, if it is sure enough."""
    numbers = {quote.pk for quote in new}
    sure = [match for match in sorted(matches, key=lambda match: match.score) if match.score >= SURE_PROBABILITY]
    both_ways = [pair for match in sure for pair in ((match.a_id, match.b_id), (match.b_id, match.a_id))]
    nearest = {pk: other for pk, other in both_ways if pk in numbers and other not in numbers}
    placed = _Placement()
    for quote in new:
        there = homes.get(nearest.get(quote.pk, 0))
        if there:
            placed.joining.setdefault(there[0].lineage, {})[quote] = Span(0, quote.end - quote.start)
        else:
            placed.alone.append(quote)
    return placed


def _place_families(
    families: Sequence[tuple[Member, ...]], before: LineageMembers, new: Mapping[int, Quote]
) -> _Placement:
    """Let the lineages be these families, keeping every code that can be kept.

    Most often new quotes only join, or stand alone: that is answered, for it can be done for all at once.
    """
    heirs = find_predecessors(families, before)
    placed, changed = _Placement(), []
    for place, (family, heir) in enumerate(zip(families, heirs, strict=True)):
        old = {member.passage: member.span for member in family if member.passage not in new}
        if heir is not None and old == {pk: part for pk, (_, part) in before[heir].items()}:
            joining = {new[member.passage]: member.span for member in family if member.passage in new}
            placed.joining |= {heir: joining} if joining else {}
        elif not old and len(family) == 1 and len(family[0].span) == len(new[family[0].passage].text):
            placed.alone.append(new[family[0].passage])
        else:
            changed.append(place)
    if changed or before.keys() - set(heirs):
        update_lineages(families, heirs, changed, before)
        placed.changed = True
    return placed


def update_lineages(
    families: Sequence[tuple[Member, ...]],
    heirs: Sequence[int | None],
    changed: Collection[int],
    before: Mapping[int, Iterable[int]],
) -> None:
    """Give each changed family its lineage with exactly its printings; one without an heir gives way to the nearest."""
    kept = {place: heir for place, heir in enumerate(heirs) if heir is not None}
    ended = sorted(before.keys() - set(kept.values()))
    places = _index_families_by_quote(families) if ended else {}
    nearest = {pk: _find_largest_share(places, before[pk]) for pk in ended}
    homes = Lineage.objects.in_bulk([*kept.values(), *ended])
    lineages = {place: homes[heir] for place, heir in kept.items()}
    fresh = [place for place in dict.fromkeys([*changed, *nearest.values()]) if place not in lineages]
    lineages |= zip(fresh, Lineage.objects.bulk_create_with_codes([None] * len(fresh)), strict=True)
    parts = _add_copies([families[place] for place in changed])
    Lineage.objects.bulk_set_printings({lineages[place].pk: part for place, part in zip(changed, parts, strict=True)})
    for pk, place in nearest.items():
        homes[pk].merge_into(lineages[place])
    Lineage.objects.bulk_refresh_summaries([lineages[place] for place in changed])


def _index_families_by_quote(families: Sequence[tuple[Member, ...]]) -> dict[int, list[int]]:
    """In which families, told by their places, each quote is."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, family in enumerate(families):
        for member in family:
            places[member.passage].append(place)
    return dict(places)


def _find_largest_share(places: Mapping[int, Iterable[int]], quotes: Iterable[int]) -> int:
    """The place of the family that holds most of `quotes`, the first among equals; of any where none holds one."""
    shares = Counter(place for quote in quotes for place in places.get(quote, ()))
    return min(shares, key=lambda place: (-shares[place], place), default=0)


def _add_copies(families: Iterable[Iterable[Member]]) -> list[dict[int, tuple[int, int]]]:
    """Of each family the stretches of its quotes that belong, and those of their copies."""
    spans = [{member.passage: member.span for member in family} for family in families]
    lengths: dict[int, int] = {}
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for quote, start, end, first in _SPANS_QUERY({quote for parts in spans for quote in parts}):
        lengths[quote] = end - start
        copies[first].append(quote)
    return [_build_spans(parts, lengths, copies) for parts in spans]


def _build_spans(
    parts: Mapping[int, Span], lengths: Mapping[int, int], copies: Mapping[int, Sequence[int]]
) -> dict[int, tuple[int, int]]:
    own = {quote: (part.start, part.end) for quote, part in parts.items()}
    for first, part in parts.items():
        for copy in copies.get(first, ()):
            if copy not in parts:
                span = compute_copy_span(lengths[copy], part, whole=len(part) == lengths[first])
                own[copy] = (span.start, span.end)
    return dict(sorted(own.items()))


_SPANS_QUERY = PreparedQuery(
    lambda quotes: (
        Quote.objects.filter(Q(pk__among=quotes) | Q(copy_of__among=quotes))
        .order_by()
        .values_list("pk", "start", "end", "copy_of")
    ),
    NUMBERS_PARAMETER,
)


def add_printings(joining: Mapping[int, Mapping[Quote, Span]]) -> None:
    """Add printings to standing lineages, whatever their size, in a few queries."""
    if not joining:
        return
    lineages = Lineage.objects.filter(pk__among=joining).for_summary_update()
    Printing.objects.bulk_create(
        [
            Printing(lineage_id=lineage, quote=quote, start=span.start, end=span.end)
            for lineage, quotes in joining.items()
            for quote, span in quotes.items()
        ]
    )
    for lineage in lineages:
        lineage.add_to_summary(joining[lineage.pk])
    Lineage.objects.bulk_save_summaries(lineages)


def find_predecessors(families: Sequence[tuple[Member, ...]], before: Mapping[int, Iterable[int]]) -> list[int | None]:
    """For each family the standing lineage it goes on from: most members in common first, the older among equals."""
    homes = [(pk, quote) for pk, quotes in before.items() for quote in quotes]
    places = _index_families_by_quote(families)
    common = Counter((place, pk) for pk, quote in homes for place in places.get(quote, ()))
    heirs: list[int | None] = [None] * len(families)
    taken: set[int] = set()
    for (place, pk), _ in sorted(common.items(), key=lambda item: (-item[1], item[0][1], item[0][0])):
        if heirs[place] is None and pk not in taken:
            heirs[place] = pk
            taken.add(pk)
    return heirs
