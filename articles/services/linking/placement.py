"""Placement of matched quotes: which lineage each new quote joins, and which lineages are clustered again.

Most new quotes have one way to go: they match printings of one lineage in full and join it, or stand alone. Where
fragments, blocks of several statements or several lineages are concerned, the lineages around the quote are clustered
again from all their matches, under the rulings of curators.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Value
from django.db.models.functions import Coalesce

from articles.engine.linking.clustering import SURE_PROBABILITY, Link, cluster, should_join
from articles.engine.linking.pairwise import MATCH_THRESHOLD
from articles.engine.text.spans import Span
from articles.models import Lineage, Printing, Quote
from articles.models.db.prepared_query import NUMBERS_PARAMETER, PreparedQuery
from articles.models.match import MatchRow
from articles.services.linking.lineage_updates import (
    add_printings,
    compute_copy_span,
    find_predecessors,
    update_lineages,
)
from articles.services.linking.match_graph import (
    Family,
    apply_rulings,
    build_link,
    count_copies,
    load_constraints,
    load_halves,
    load_links,
)

# Wordings whose lineages are clustered again for one article. A larger lineage only takes in what surely belongs to it,
# until everything is relinked. 20,000 generated quotations linked one by one give the lineages of linking all at once
# with B-cubed F1 0.9897 (limits 300 and 150) and 0.9896 (limit 80).
MAX_RECLUSTERED_WORDINGS = 150
# A lineage with more printings only takes in one more fragment, or one more passage with fragments; with fewer, a
# fragment may show that the lineage holds several statements. 20,000 generated quotations linked one by one give the
# lineages of linking all at once with B-cubed F1 0.9934 (limit 5), 0.9940 (40) and 0.9942 (no limit).
MAX_OPEN_PRINTINGS = 10
MAX_PRINTINGS = 1000  # of all lineages concerned, copies included: to count the wordings of 2,000 takes 33 ms

JoiningQuotes = dict[int, dict[Quote, Span]]  # lineage -> the new quotes that join it, each with its span


class _Membership(NamedTuple):
    """A lineage that a quote belongs to, and the part of the quote that does."""

    lineage: int
    printings: int  # of the lineage
    span: Span
    is_whole: bool  # all of the quote belongs


Memberships = Mapping[int, Sequence[_Membership]]


@dataclass(slots=True)
class _Placement:
    """The lineages that new quotes join as they are, and the quotes that stand alone."""

    joining: JoiningQuotes = field(default_factory=dict)
    alone: list[Quote] = field(default_factory=list)
    changed: bool = False  # some lineages were clustered again and have been written already

    def extend(self, other: "_Placement") -> None:
        self.joining |= other.joining
        self.alone += other.alone
        self.changed |= other.changed


def place_quotes(quotes: Sequence[Quote], matches: Sequence[MatchRow]) -> None:
    """Give each new quote its lineage, as its `matches` say; pairs that are no matches speak against."""
    copies = [quote for quote in quotes if quote.copy_of_id]
    copied = {quote.pk for quote in copies}
    matches = [match for match in matches if copied.isdisjoint((match.a_id, match.b_id))]
    matched = {pk for match in matches if match.score >= MATCH_THRESHOLD for pk in (match.a_id, match.b_id)}
    firsts = {copy.pk: copy.copy_of_id for copy in copies if copy.copy_of_id}
    scored = {pk for match in matches for pk in (match.a_id, match.b_id)} if matched else set()
    memberships = _load_memberships({*firsts.values(), *scored} - {quote.pk for quote in quotes})
    placement = _Placement(alone=[quote for quote in quotes if quote.pk not in matched and quote.pk not in copied])
    if matched:
        placement.extend(_place_matched([quote for quote in quotes if quote.pk in matched], matches, memberships))
    if placement.alone:
        Lineage.objects.bulk_create_with_codes(placement.alone)
    if copies:  # stored as copies only now, because reclustering adds the copies that are stored
        Quote.objects.bulk_set_copy_of(firsts)
        moved = placement.changed or not memberships.keys() >= set(firsts.values())
        current = _load_memberships(firsts.values()) if moved else memberships
        _place_copies(copies, current, placement.joining)
    add_printings(placement.joining)


def _place_copies(copies: Sequence[Quote], memberships: Memberships, joining: JoiningQuotes) -> None:
    """Put verbatim copies where the first quote with their words stands, or is about to join."""
    homes: defaultdict[int, list[tuple[int, Span, bool]]] = defaultdict(list)
    for first in {copy.copy_of_id or 0 for copy in copies}:
        homes[first] += ((home.lineage, home.span, home.is_whole) for home in memberships.get(first, ()))
    for lineage, quotes in joining.items():
        for quote, span in quotes.items():
            homes[quote.pk].append((lineage, span, len(span) == quote.end - quote.start))
    for copy in copies:
        for lineage, span, whole in homes[copy.copy_of_id or 0]:
            joining.setdefault(lineage, {})[copy] = compute_copy_span(copy.end - copy.start, span, whole=whole)


def _place_matched(new: Sequence[Quote], matches: Sequence[MatchRow], memberships: Memberships) -> _Placement:
    """Let simple quotes join or stand alone; recluster the lineages around the others."""
    neighbourhoods = _find_neighbourhoods(new, matches, memberships)
    simple = {pk: around.lineage for pk, around in neighbourhoods.items() if around.is_simple}
    open_lineages = {pk for around in neighbourhoods.values() if not around.is_simple for pk in around.lineages}
    placement, others = _Placement(), []
    for quote in new:
        lineage = simple.get(quote.pk)
        if lineage is None or lineage in open_lineages:
            others.append(quote)
        elif should_join(quote.pk, neighbourhoods[quote.pk].lengths, neighbourhoods[quote.pk].links):
            placement.joining.setdefault(lineage, {})[quote] = Span(0, quote.end - quote.start)
        else:
            placement.alone.append(quote)
    if others:
        numbers = {quote.pk for quote in others}
        concerned = [
            match
            for match in matches
            if match.score >= MATCH_THRESHOLD and (match.a_id in numbers or match.b_id in numbers)
        ]
        placement.extend(_place_by_reclustering(others, concerned, memberships))
    return placement


_COLUMNS = ("quote", "lineage", "lineage__printing_count", "start", "end", "quote__start", "quote__end")
_PRINTINGS_QUERY = PreparedQuery(
    lambda quotes: Printing.objects.filter(quote__among=quotes).order_by("pk").values_list(*_COLUMNS), NUMBERS_PARAMETER
)


def _load_memberships(quotes: Iterable[int]) -> Memberships:
    memberships: defaultdict[int, list[_Membership]] = defaultdict(list)
    for quote, lineage, printings, start, end, quote_start, quote_end in _PRINTINGS_QUERY(quotes):
        is_whole = end - start == quote_end - quote_start
        memberships[quote].append(_Membership(lineage, printings, Span(start, end), is_whole))
    return memberships


@dataclass(slots=True)
class _Neighbourhood:
    """What a new quote matches; `is_simple` if it can only join one lineage or stand alone."""

    links: list[Link] = field(default_factory=list)
    lengths: dict[int, float] = field(default_factory=dict)  # in lengths of the new quote
    lineages: set[int] = field(default_factory=set)
    is_simple: bool = True

    @property
    def lineage(self) -> int | None:
        return next(iter(self.lineages), None)

    def add(self, quote: int, match: MatchRow, homes: Sequence[_Membership]) -> None:
        """Add a match with a printing of these lineages, or a pair that is none; matches come first."""
        link = build_link(match.a_id, match.b_id, match.score, match.whole_a, match.whole_b)
        if match.score < MATCH_THRESHOLD and not any(home.lineage in self.lineages for home in homes):
            return
        self.links.append(link)
        whole, whole_other = match.whole_a, match.whole_b
        other = match.b_id
        if quote == match.b_id:
            whole, whole_other, other = whole_other, whole, match.a_id
        self.lengths[quote], self.lengths[other] = 1.0, min(whole, 1.0) / min(whole_other, 1.0)
        if match.score < MATCH_THRESHOLD:
            return
        self.lineages |= {home.lineage for home in homes}
        settled = link.host is None or all(home.printings > MAX_OPEN_PRINTINGS for home in homes)
        self.is_simple &= settled and len(homes) == 1 == len(self.lineages) and homes[0].is_whole


def _find_neighbourhoods(
    new: Sequence[Quote], matches: Iterable[MatchRow], memberships: Memberships
) -> dict[int, _Neighbourhood]:
    neighbourhoods = {quote.pk: _Neighbourhood() for quote in new}
    for match in sorted(matches, key=lambda match: match.score < MATCH_THRESHOLD):
        for quote, other in ((match.a_id, match.b_id), (match.b_id, match.a_id)):
            if quote in neighbourhoods:
                neighbourhoods[quote].add(quote, match, memberships.get(other, ()))
    return neighbourhoods


def _place_by_reclustering(new: Sequence[Quote], matches: Sequence[MatchRow], memberships: Memberships) -> _Placement:
    """Cluster the lineages that these matches touch again; where they are very large, only add to them."""
    near = {pk for match in matches for pk in (match.a_id, match.b_id)}
    sizes = {home.lineage: home.printings for pk in near for home in memberships.get(pk, ())}
    if sum(sizes.values()) > MAX_PRINTINGS:
        return _join_surest(new, matches, memberships)
    before = _load_members(sizes)
    if sum(map(len, before.values())) > MAX_RECLUSTERED_WORDINGS:
        return _join_surest(new, matches, memberships)
    lengths = {quote.pk: quote.end - quote.start for quote in new}
    lengths |= {pk: length for family in before.values() for pk, (length, _) in family.items()}
    links = list(load_links(lengths))
    if any(link.host for link in links):
        families = cluster(lengths, links, copies=count_copies(lengths), halves=load_halves(lengths))
    else:
        families = cluster(lengths, links)
    families = apply_rulings(families, load_constraints(lengths), lambda members: links)
    return _place_families(families, before, {quote.pk: quote for quote in new})


# lineage -> its quotes, each with its length in characters and the span that belongs
LineageMembers = Mapping[int, Mapping[int, tuple[int, Span]]]
# With `Coalesce` the database begins with the lineages, not with all the quotes that are no copies.
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
    """Return the quotes of each lineage that are no copies, as many as show whether they are too many to recluster."""
    members: defaultdict[int, dict[int, tuple[int, Span]]] = defaultdict(dict)
    for lineage, quote, quote_start, quote_end, start, end in _FIRSTS_QUERY(lineages):
        members[lineage][quote] = quote_end - quote_start, Span(start, end)
    return dict(members)


def _join_surest(new: Sequence[Quote], matches: Sequence[MatchRow], memberships: Memberships) -> _Placement:
    """Let each new quote join the lineage of its surest match with a stored quote, if that is sure enough."""
    numbers = {quote.pk for quote in new}
    sure = [match for match in sorted(matches, key=lambda match: match.score) if match.score >= SURE_PROBABILITY]
    both_ways = [pair for match in sure for pair in ((match.a_id, match.b_id), (match.b_id, match.a_id))]
    surest = {pk: other for pk, other in both_ways if pk in numbers and other not in numbers}
    placement = _Placement()
    for quote in new:
        homes = memberships.get(surest.get(quote.pk, 0))
        if homes:
            placement.joining.setdefault(homes[0].lineage, {})[quote] = Span(0, quote.end - quote.start)
        else:
            placement.alone.append(quote)
    return placement


def _place_families(families: Sequence[Family], before: LineageMembers, new: Mapping[int, Quote]) -> _Placement:
    """Make the lineages these families, keeping every code that can be kept.

    Families that only gain new quotes, or are one new quote, are returned: those can be written all at once.
    """
    predecessors = find_predecessors(families, before)
    placement, changed = _Placement(), []
    for position, (family, predecessor) in enumerate(zip(families, predecessors, strict=True)):
        old = {member.passage: member.span for member in family if member.passage not in new}
        if predecessor is not None and old == {pk: span for pk, (_, span) in before[predecessor].items()}:
            joining = {new[member.passage]: member.span for member in family if member.passage in new}
            placement.joining |= {predecessor: joining} if joining else {}
        elif not old and len(family) == 1 and len(family[0].span) == len(new[family[0].passage].text):
            placement.alone.append(new[family[0].passage])
        else:
            changed.append(position)
    if changed or before.keys() - set(predecessors):
        update_lineages(families, predecessors, changed, before)
        placement.changed = True
    return placement
