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

from articles.engine.linking.clustering import SURE, WHOLE, Link, Member, cluster, joins
from articles.engine.linking.fingerprints import NO_POSTINGS, Passage, Postings, candidates, places_of, read_passage
from articles.engine.linking.pairwise import Likeness, is_formula
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.models import Alias, Lineage, Match, Printing, Quote, WordPair
from articles.models.db.prepared_query import MANY, CompiledQuery
from articles.models.match import MatchRow
from articles.queries.quote_pairs import Compared, compare_quotes, days_apart, same_speaker
from articles.services.linking.constraints import ruled, said_among

# Wordings whose lineages are made anew for one article. A lineage of more only takes in what surely belongs to it;
# `relinking` makes it anew. 20,000 generated quotations one by one give the lineages of all at once with B-cubed F1
# 0.9897 (300 and 150) and 0.9896 (80).
MADE_ANEW = 150
# A lineage with more printings only takes in one more fragment, or one more passage with fragments; of fewer, it may
# show that they are of several statements. 20,000 generated quotations one by one give the lineages of all at once with
# B-cubed F1 0.9934 (5), 0.9940 (40) and 0.9942 (without end).
SETTLED = 10
MOST_PRINTINGS = 1000  # of all that are concerned, copies included: to count the wordings of 2,000 takes 33 ms


def link_quotes(quotes: Sequence[Quote]) -> int:
    """Index, match and place `quotes`; answers how many of them joined printings in other articles.

    Call it inside the transaction that stored them.
    """
    if not quotes:
        return 0
    found = _find(quotes, Alias.objects.table())
    Match.objects.store(found.matches)
    _place(quotes, found.matches)
    return len(found.joined & {quote.pk for quote in quotes})


# --- finding ------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Found:
    """What became of new quotes."""

    matches: list[MatchRow] = field(default_factory=list)
    joined: set[int] = field(default_factory=set)  # quotes that match, or repeat, words printed in another article

    def meet(self, one: Compared, other: Compared) -> None:
        if other.article_id != one.article_id:
            self.joined |= {one.pk, other.pk}


def _find(quotes: Sequence[Quote], aliases: Aliases) -> _Found:
    """Compare each new quote with those before it, the other new ones among them, and index it."""
    passages = {quote.pk: _passage_of(quote.text, aliases) for quote in quotes}
    before = WordPair.objects.postings({key for passage in passages.values() for key in _keys(passage)})
    nearest = {pk: candidates(passage, before) for pk, passage in passages.items()}
    repeated = {pk for passage in passages.values() for pk in _newest_with_words_of(passage, before)}
    read = {*chain.from_iterable(nearest.values()), *repeated} - passages.keys()
    others: dict[int, Compared] = {quote.pk: quote for quote in Quote.objects.candidates(read)}
    known, changed, found = dict(before), set[int](), _Found()
    for quote in quotes:
        passage = passages[quote.pk]
        same = [others[pk] for pk in _newest_with_words_of(passage, known) if pk in others]
        if same and not is_formula(passage, same_speaker(quote, same[0]), days_apart(quote, same[0])):
            quote.copy_of_id = same[0].copy_of_id or same[0].pk
            found.meet(quote, same[0])
            near, keys = same, frozenset({passage.words_key})
        else:
            if not changed.isdisjoint(passage.keys):  # another new quote is near
                nearest[quote.pk] = candidates(passage, known)
            near, keys = [others[pk] for pk in nearest[quote.pk] if pk in others], _keys(passage)
        for other in near:
            if match := _compared(quote, other, aliases):
                found.matches.append(match)
                found.meet(quote, other)
        known |= {key: known.get(key, NO_POSTINGS).with_one(quote.pk) for key in keys}
        changed |= keys
        others[quote.pk] = quote
    WordPair.objects.post(known, before)
    return found


def _keys(passage: Passage) -> frozenset[int]:
    return passage.keys | {passage.words_key} if passage.code else frozenset()


def _newest_with_words_of(passage: Passage, known: Mapping[int, Postings]) -> Sequence[int]:
    return known.get(passage.words_key, NO_POSTINGS).newest[-1:]


def _compared(one: Compared, other: Compared, aliases: Aliases) -> MatchRow | None:
    a, b = sorted((one, other), key=lambda quote: quote.pk)
    likeness = compare_quotes(a, b, _passage_of(a.text, aliases), _passage_of(b.text, aliases))
    return match_row(a, b, likeness, aliases) if likeness else None


def compared_anew(quote: Compared, others: Iterable[Compared]) -> list[MatchRow]:
    """The matches of a quote whose words were put right with these others."""
    aliases = Alias.objects.table()
    return [match for other in others if (match := _compared(quote, other, aliases))]


# Whoever is near one is near more, and soon.
_kept_passage_of, _kept_places_of = lru_cache(2048)(read_passage), lru_cache(2048)(places_of)
KEPT = 1000  # characters; of longer texts nothing is kept: two thousand of them would fill the memory


def _passage_of(text: str, aliases: Aliases) -> Passage:
    return (_kept_passage_of if len(text) <= KEPT else read_passage)(text, aliases)


def _places_of(text: str, aliases: Aliases) -> list[Span]:
    return (_kept_places_of if len(text) <= KEPT else places_of)(text, aliases)


def match_row(a: Compared, b: Compared, likeness: Likeness, aliases: Aliases) -> MatchRow:
    """The match to be stored; `a` is the one that was stored first."""
    in_a, in_b = _places_of(a.text, aliases), _places_of(b.text, aliases)
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
        evidence=likeness.evidence(),
    )


# --- placing ------------------------------------------------------------------------------------------------------


Joining = dict[int, dict[Quote, Span]]  # lineage -> the new quotes that join it, with the part of each that belongs


class _Home(NamedTuple):
    """A lineage that a quote stands in, and what of the quote belongs."""

    lineage: int
    printings: int  # of the lineage
    part: Span
    whole: bool  # all of the quote


Homes = Mapping[int, Sequence[_Home]]


@dataclass(slots=True)
class _Placed:
    """Where new quotes belong: those that join what stands otherwise as it was, and those that are alone."""

    joining: Joining = field(default_factory=dict)
    alone: list[Quote] = field(default_factory=list)
    changed: bool = False  # were lineages made anew, and hold some of them already?

    def add(self, more: "_Placed") -> None:
        self.joining |= more.joining
        self.alone += more.alone
        self.changed |= more.changed


def _place(quotes: Sequence[Quote], matches: Sequence[MatchRow]) -> None:
    """Let the lineages around these quotes be what the matches say."""
    copies = [quote for quote in quotes if quote.copy_of_id]
    repeating = {quote.pk for quote in copies}
    matches = [match for match in matches if repeating.isdisjoint((match.a_id, match.b_id))]
    matched = {pk for match in matches for pk in (match.a_id, match.b_id)}
    firsts = {copy.pk: copy.copy_of_id for copy in copies if copy.copy_of_id}
    homes = _homes_of({*firsts.values(), *matched} - {quote.pk for quote in quotes})
    placed = _Placed(alone=[quote for quote in quotes if quote.pk not in matched and quote.pk not in repeating])
    if matched:
        placed.add(_place_matched([quote for quote in quotes if quote.pk in matched], matches, homes))
    if placed.alone:
        Lineage.objects.begin_each(placed.alone)
    if copies:  # only now known as copies: what was made anew above took in those that stood already
        Quote.objects.let_repeat(firsts)
        moved = placed.changed or not homes.keys() >= set(firsts.values())
        _let_copies_follow(copies, _homes_of(firsts.values()) if moved else homes, placed.joining)
    take_in(placed.joining)


def _let_copies_follow(copies: Sequence[Quote], standing: Homes, joining: Joining) -> None:
    """Copies word for word belong where the first quote with their words stands, or is about to join."""
    homes: defaultdict[int, list[tuple[int, Span, bool]]] = defaultdict(list)
    for first in {copy.copy_of_id or 0 for copy in copies}:
        homes[first] += ((home.lineage, home.part, home.whole) for home in standing.get(first, ()))
    for lineage, quotes in joining.items():
        for quote, part in quotes.items():
            homes[quote.pk].append((lineage, part, len(part) == quote.end - quote.start))
    for copy in copies:
        for lineage, part, whole in homes[copy.copy_of_id or 0]:
            joining.setdefault(lineage, {})[copy] = stretch_of_copy(copy.end - copy.start, part, whole=whole)


def stretch_of_copy(length: int, part: Span, *, whole: bool) -> Span:
    """The part of a copy of `length` characters that belongs, when of the first with its words `part` belongs."""
    if whole:
        return Span(0, length)
    start = min(part.start, length - 1)
    return Span(start, max(start + 1, min(part.end, length)))


def _place_matched(new: Sequence[Quote], matches: Sequence[MatchRow], homes: Homes) -> _Placed:
    """Make the lineages that new matches touch anew, where they may change by more than one that joins."""
    nearby = _nearby(new, matches, homes)
    plain = {pk: found.lineage for pk, found in nearby.items() if found.is_plain}
    unsettled = {pk for found in nearby.values() if not found.is_plain for pk in found.lineages}
    placed, others = _Placed(), []
    for quote in new:
        lineage = plain.get(quote.pk)
        if lineage is None or lineage in unsettled:
            others.append(quote)
        elif joins(nearby[quote.pk].links):
            placed.joining.setdefault(lineage, {})[quote] = Span(0, quote.end - quote.start)
        else:
            placed.alone.append(quote)
    if others:
        numbers = {quote.pk for quote in others}
        concerned = [match for match in matches if match.a_id in numbers or match.b_id in numbers]
        placed.add(_place_unsettled(others, concerned, homes))
    return placed


_PRINTINGS_OF = CompiledQuery(
    lambda quotes: (
        Printing.objects.filter(quote__among=quotes)
        .order_by("pk")
        .values_list("quote", "lineage", "lineage__printing_count", "start", "end", "quote__start", "quote__end")
    ),
    MANY,
)


def _homes_of(quotes: Iterable[int]) -> Homes:
    homes: defaultdict[int, list[_Home]] = defaultdict(list)
    for quote, lineage, printings, start, end, quote_start, quote_end in _PRINTINGS_OF(quotes):
        whole = end - start == quote_end - quote_start
        homes[quote].append(_Home(lineage, printings, Span(start, end), whole))
    return homes


@dataclass(slots=True)
class _Nearby:
    """What a new quote matches: the links, the lineages, and whether it can only join one of them or stand alone."""

    links: list[Link] = field(default_factory=list)
    lineages: set[int] = field(default_factory=set)
    is_plain: bool = True

    @property
    def lineage(self) -> int | None:
        return next(iter(self.lineages), None)

    def add(self, match: MatchRow, homes: Sequence[_Home]) -> None:
        link = _link(match.a_id, match.b_id, match.score, match.whole_a, match.whole_b)
        self.links.append(link)
        self.lineages |= {home.lineage for home in homes}
        settled = link.host is None or all(home.printings > SETTLED for home in homes)
        self.is_plain &= settled and len(homes) == 1 == len(self.lineages) and homes[0].whole


def _nearby(new: Sequence[Quote], matches: Iterable[MatchRow], homes: Homes) -> dict[int, _Nearby]:
    """Of each new quote what it matches. Where fragments, blocks or several lineages are about, nothing is plain."""
    found = {quote.pk: _Nearby() for quote in new}
    for row in matches:
        for one, other in ((row.a_id, row.b_id), (row.b_id, row.a_id)):
            if one in found:
                found[one].add(row, homes.get(other, ()))
    return found


def _place_unsettled(new: Sequence[Quote], matches: Sequence[MatchRow], homes: Homes) -> _Placed:
    """Make the lineages that these matches touch anew; where they are very large, only add to them."""
    near = {pk for match in matches for pk in (match.a_id, match.b_id)}
    standing = {home.lineage: home.printings for pk in near for home in homes.get(pk, ())}
    if sum(standing.values()) > MOST_PRINTINGS:
        return _join_surest(new, matches, homes)
    before = _members_of(standing)
    if sum(map(len, before.values())) > MADE_ANEW:
        return _join_surest(new, matches, homes)
    members = {quote.pk: quote.end - quote.start for quote in new}
    members |= {pk: length for family in before.values() for pk, (length, _) in family.items()}
    links = list(links_among(members))
    if any(link.host for link in links):
        families = cluster(members, links, copies=_copies_of(members), halves=halves_among(members))
    else:
        families = cluster(members, links)
    families = ruled(families, said_among(members), lambda lengths: links)
    return _make_so(families, before, {quote.pk: quote for quote in new})


# lineage -> its quotes, of each how many characters it has and which of them belong
Standing = Mapping[int, Mapping[int, tuple[int, Span]]]
# Asked with `Coalesce`, the database begins with the lineages, not with all the quotes that are no copies.
_FIRSTS_IN = CompiledQuery(
    lambda lineages: (
        Printing.objects.alias(no_copy=Coalesce("quote__copy_of", Value(0)))
        .filter(lineage__among=lineages, no_copy=0)
        .order_by()
        .values_list("lineage", "quote", "quote__start", "quote__end", "start", "end")[: MADE_ANEW + 1]
    ),
    MANY,
)


def _members_of(lineages: Iterable[int]) -> Standing:
    """Of each lineage the quotes that are no copies; not all of them where they are too many to be made anew."""
    members: defaultdict[int, dict[int, tuple[int, Span]]] = defaultdict(dict)
    for lineage, quote, quote_start, quote_end, start, end in _FIRSTS_IN(lineages):
        members[lineage][quote] = quote_end - quote_start, Span(start, end)
    return dict(members)


def links_among(members: Mapping[int, int]) -> Iterator[Link]:
    """The matches between these.

    Asked for both sides at once, SQLite would look up each member with each other: 12 ms instead of 2 for 190 of them.
    """
    for a, b, score, whole_a, whole_b, *places in _MATCHES_AS_A(members):
        if b in members:
            yield _link(a, b, score, whole_a, whole_b, places)


_MATCHES_AS_A = CompiledQuery(
    lambda quotes: (
        Match.objects.filter(a__among=quotes)
        .order_by()
        .values_list("a", "b", "score", "whole_a", "whole_b", "a_start", "a_end", "b_start", "b_end")
    ),
    MANY,
)


def _link(a: int, b: int, score: float, whole_a: float, whole_b: float, places: Sequence[int] = (0, 0, 0, 0)) -> Link:
    if whole_a < WHOLE:
        return Link(a, b, score, a, Span(places[0], places[1]))
    if whole_b < WHOLE:
        return Link(a, b, score, b, Span(places[2], places[3]))
    return Link(a, b, score)


def halves_among(members: Collection[int]) -> set[tuple[int, int]]:
    """What articles print on both sides of an attribution; a copy counts for the first with its words."""
    pairs = [(first or pk, first_of_other or other) for pk, first, other, first_of_other in _HALVES(members)]
    return {(a, b) for a, b in pairs if a != b and a in members and b in members}


_HALVES = CompiledQuery(
    lambda quotes: (
        Quote.objects.filter(Q(pk__among=quotes) | Q(copy_of__among=quotes), other_half__isnull=False)
        .order_by()
        .values_list("pk", "copy_of", "other_half", "other_half__copy_of")
    ),
    MANY,
)


def _copies_of(members: Iterable[int]) -> Counter[int]:
    """How often each is printed, itself included."""
    return Counter([*members, *(first for (first,) in _COPIED(members))])


_COPIED = CompiledQuery(
    lambda quotes: Quote.objects.filter(copy_of__among=quotes).order_by().values_list("copy_of"), MANY
)


def _join_surest(new: Sequence[Quote], matches: Sequence[MatchRow], homes: Homes) -> _Placed:
    """Each new quote joins the lineage of its surest match with one that stands, if it is sure enough."""
    numbers = {quote.pk for quote in new}
    sure = [match for match in sorted(matches, key=lambda match: match.score) if match.score >= SURE]
    both_ways = [pair for match in sure for pair in ((match.a_id, match.b_id), (match.b_id, match.a_id))]
    nearest = {pk: other for pk, other in both_ways if pk in numbers and other not in numbers}
    placed = _Placed()
    for quote in new:
        there = homes.get(nearest.get(quote.pk, 0))
        if there:
            placed.joining.setdefault(there[0].lineage, {})[quote] = Span(0, quote.end - quote.start)
        else:
            placed.alone.append(quote)
    return placed


def _make_so(families: Sequence[tuple[Member, ...]], before: Standing, new: Mapping[int, Quote]) -> _Placed:
    """Let the lineages be these families, keeping every code that can be kept.

    Most often new quotes only join, or stand alone: that is answered, for it can be done for all at once.
    """
    heirs = heirs_of(families, before)
    placed, changed = _Placed(), []
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
        change_lineages(families, heirs, changed, before)
        placed.changed = True
    return placed


def change_lineages(
    families: Sequence[tuple[Member, ...]],
    heirs: Sequence[int | None],
    changed: Collection[int],
    before: Mapping[int, Iterable[int]],
) -> None:
    """Give each changed family its lineage with exactly its printings; one without an heir gives way to the nearest."""
    kept = {place: heir for place, heir in enumerate(heirs) if heir is not None}
    ended = sorted(before.keys() - set(kept.values()))
    places = _places_of_members(families) if ended else {}
    nearest = {pk: _largest_share(places, before[pk]) for pk in ended}
    homes = Lineage.objects.in_bulk([*kept.values(), *ended])
    lineages = {place: homes[heir] for place, heir in kept.items()}
    fresh = [place for place in dict.fromkeys([*changed, *nearest.values()]) if place not in lineages]
    lineages |= zip(fresh, Lineage.objects.begin_each([None] * len(fresh)), strict=True)
    parts = _with_copies([families[place] for place in changed])
    Lineage.objects.hold_each({lineages[place].pk: part for place, part in zip(changed, parts, strict=True)})
    for pk, place in nearest.items():
        homes[pk].give_way_to(lineages[place])
    Lineage.objects.refresh_each([lineages[place] for place in changed])


def _places_of_members(families: Sequence[tuple[Member, ...]]) -> dict[int, list[int]]:
    """In which families, told by their places, each quote is."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, family in enumerate(families):
        for member in family:
            places[member.passage].append(place)
    return dict(places)


def _largest_share(places: Mapping[int, Iterable[int]], quotes: Iterable[int]) -> int:
    """The place of the family that holds most of `quotes`, the first among equals; of any where none holds one."""
    shares = Counter(place for quote in quotes for place in places.get(quote, ()))
    return min(shares, key=lambda place: (-shares[place], place), default=0)


def _with_copies(families: Iterable[Iterable[Member]]) -> list[dict[int, tuple[int, int]]]:
    """Of each family the stretches of its quotes that belong, and those of their copies."""
    spans = [{member.passage: member.span for member in family} for family in families]
    lengths: dict[int, int] = {}
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for quote, start, end, first in _STRETCHES({quote for parts in spans for quote in parts}):
        lengths[quote] = end - start
        copies[first].append(quote)
    return [_stretches(parts, lengths, copies) for parts in spans]


def _stretches(
    parts: Mapping[int, Span], lengths: Mapping[int, int], copies: Mapping[int, Sequence[int]]
) -> dict[int, tuple[int, int]]:
    own = {quote: (part.start, part.end) for quote, part in parts.items()}
    for first, part in parts.items():
        for copy in copies.get(first, ()):
            if copy not in parts:
                span = stretch_of_copy(lengths[copy], part, whole=len(part) == lengths[first])
                own[copy] = (span.start, span.end)
    return dict(sorted(own.items()))


_STRETCHES = CompiledQuery(
    lambda quotes: (
        Quote.objects.filter(Q(pk__among=quotes) | Q(copy_of__among=quotes))
        .order_by()
        .values_list("pk", "start", "end", "copy_of")
    ),
    MANY,
)


def take_in(joining: Mapping[int, Mapping[Quote, Span]]) -> None:
    """Add printings to standing lineages, whatever their size, in a few queries."""
    if not joining:
        return
    lineages = Lineage.objects.filter(pk__among=joining).to_take_in()
    Printing.objects.bulk_create(
        [
            Printing(lineage_id=lineage, quote=quote, start=span.start, end=span.end)
            for lineage, quotes in joining.items()
            for quote, span in quotes.items()
        ]
    )
    for lineage in lineages:
        lineage.take_in(joining[lineage.pk])
    Lineage.objects.keep_counts(lineages)


def heirs_of(families: Sequence[tuple[Member, ...]], before: Mapping[int, Iterable[int]]) -> list[int | None]:
    """For each family the standing lineage it goes on from: most members in common first, the older among equals."""
    homes = [(pk, quote) for pk, quotes in before.items() for quote in quotes]
    places = _places_of_members(families)
    common = Counter((place, pk) for pk, quote in homes for place in places.get(quote, ()))
    heirs: list[int | None] = [None] * len(families)
    taken: set[int] = set()
    for (place, pk), _ in sorted(common.items(), key=lambda item: (-item[1], item[0][1], item[0][0])):
        if heirs[place] is None and pk not in taken:
            heirs[place] = pk
            taken.add(pk)
    return heirs
