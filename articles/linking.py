"""Which stored quotations print the same words as these new ones?

`link_quotes` takes quotes that have just been stored. The index of word pairs narrows the whole stock down to a few
candidates each, `engine.matching` decides, and `engine.clustering` makes lineages of everything the new matches
touch. SANA's "The problem around the U.S.-led coalition..." finds TASS's in this way and joins its lineage; a
quotation without relatives begins a lineage of its own.

A lineage keeps its code when it grows. Where two become one, the older code stays and the other leads to it; where one
falls apart, the larger part keeps the code.

Left to others: what matches and what groups are (`engine`), taking articles in (`ingest`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from articles.engine.aliases import Aliases
from articles.engine.clustering import WHOLE, Link, Member, cluster
from articles.engine.matching import Likeness, match
from articles.engine.passages import Passage, places_of, read_passage
from articles.engine.spans import Span
from articles.models import Alias, Lineage, Match, Printing, Quote, WordPair

# Candidates compared for each quote: those that share most word pairs with it. On the labelled real quotations every
# true relative that is found at all is among the first 20.
CANDIDATES = 30


def link_quotes(quotes: Sequence[Quote]) -> int:
    """Index, match and place `quotes`; answers how many of them joined printings in other articles.

    Call it inside the transaction that stored them.
    """
    aliases = Alias.objects.table()
    passages = {quote.pk: read_passage(quote.text, aliases) for quote in quotes}
    WordPair.objects.add(passages)
    matches = _find_matches(quotes, passages, aliases)
    Match.objects.bulk_create(matches)
    _place(_reached_from(quotes))
    return len(_joined(quotes, matches))


def _find_matches(quotes: Sequence[Quote], passages: Mapping[int, Passage], aliases: Aliases) -> list[Match]:
    """Each new quote against its candidates; a pair of new ones once."""
    candidates = {quote.pk: WordPair.objects.nearest(passages[quote.pk].keys, CANDIDATES) for quote in quotes}
    wanted = {pk for found in candidates.values() for pk in found}
    others = Quote.objects.in_bulk(wanted)
    read = {pk: passages.get(pk) or read_passage(other.text, aliases) for pk, other in others.items()}
    matches = {}
    for quote in quotes:
        for pk in candidates[quote.pk]:
            pair = (min(quote.pk, pk), max(quote.pk, pk))
            if pk == quote.pk or pair in matches:
                continue
            a, b = (others.get(p, quote) for p in pair)
            likeness = match(read[a.pk], read[b.pk], same_speaker=_same_speaker(a, b))
            if likeness:
                matches[pair] = _match(a, b, likeness, aliases)
    return list(matches.values())


def _same_speaker(a: Quote, b: Quote) -> bool | None:
    if a.speaker_id is None or b.speaker_id is None:
        return None
    return a.speaker_id == b.speaker_id


def _match(a: Quote, b: Quote, likeness: Likeness, aliases: Aliases) -> Match:
    in_a, in_b = places_of(a.text, aliases), places_of(b.text, aliases)
    return Match(
        a=a,
        b=b,
        score=likeness.score,
        a_start=in_a[likeness.a.first].start,
        a_end=in_a[likeness.a.last].end,
        b_start=in_b[likeness.b.first].start,
        b_end=in_b[likeness.b.last].end,
        whole_a=likeness.whole_a,
        whole_b=likeness.whole_b,
        evidence=likeness.evidence(),
    )


def _joined(quotes: Sequence[Quote], matches: Iterable[Match]) -> set[int]:
    """The new quotes that match one of another article."""
    new = {quote.pk: quote.article_id for quote in quotes}
    across = [match for match in matches if match.a.article_id != match.b.article_id]
    return {pk for match in across for pk in (match.a_id, match.b_id) if pk in new}


@dataclass(frozen=True, slots=True)
class _Reach:
    """Quotes connected by matches: their lengths in characters, and the matches among them."""

    lengths: dict[int, int]
    links: list[Link]


def _reached_from(quotes: Sequence[Quote]) -> _Reach:
    """The quotes that a chain of matches leads to from `quotes`, themselves included."""
    reached: set[int] = set()
    links: dict[int, Link] = {}
    edge = {quote.pk for quote in quotes}
    while edge:
        reached |= edge
        found = Match.objects.filter(Q(a__in=edge) | Q(b__in=edge))
        links |= {match.pk: _link(match) for match in found}
        edge = {pk for link in links.values() for pk in (link.a, link.b)} - reached
    texts = Quote.objects.filter(pk__in=reached).values_list("pk", "start", "end")
    return _Reach({pk: end - start for pk, start, end in texts}, list(links.values()))


def _link(match: Match) -> Link:
    if match.whole_a < WHOLE:
        return Link(match.a_id, match.b_id, match.score, match.a_id, Span(match.a_start, match.a_end))
    if match.whole_b < WHOLE:
        return Link(match.a_id, match.b_id, match.score, match.b_id, Span(match.b_start, match.b_end))
    return Link(match.a_id, match.b_id, match.score)


def _place(reach: _Reach) -> None:
    """Let the lineages of these quotes be what their matches say, keeping every code that can be kept."""
    families = cluster(reach.lengths, reach.links)
    standing = Lineage.objects.filter(printings__quote__in=reach.lengths).distinct()
    homes = {lineage.pk: lineage for lineage in standing}
    before = _members_of(homes)
    heirs = _heirs(families, before)
    kept = [homes[heir] if heir is not None else Lineage.objects.begin() for heir in heirs]
    for lineage, family in zip(kept, families, strict=True):
        lineage.hold({member.passage: (member.span.start, member.span.end) for member in family})
    for pk in homes.keys() - set(heirs):
        homes[pk].give_way_to(kept[_largest_share(families, before[pk])])
    for lineage in kept:
        lineage.refresh()


def _members_of(lineages: Iterable[int]) -> dict[int, set[int]]:
    members: defaultdict[int, set[int]] = defaultdict(set)
    for lineage, quote in Printing.objects.filter(lineage__in=lineages).values_list("lineage", "quote"):
        members[lineage].add(quote)
    return members


def _heirs(families: Sequence[tuple[Member, ...]], before: Mapping[int, set[int]]) -> list[int | None]:
    """For each family the standing lineage it goes on from: most members in common first, the older among equals."""
    common = Counter(
        {
            (place, pk): len(quotes & {member.passage for member in family})
            for place, family in enumerate(families)
            for pk, quotes in before.items()
        }
    )
    heirs: list[int | None] = [None] * len(families)
    for (place, pk), shared in sorted(common.items(), key=lambda item: (-item[1], item[0][1], item[0][0])):
        if shared and heirs[place] is None and pk not in heirs:
            heirs[place] = pk
    return heirs


def _largest_share(families: Sequence[tuple[Member, ...]], quotes: set[int]) -> int:
    """The place of the family that holds most of `quotes`."""
    shares = [len(quotes & {member.passage for member in family}) for family in families]
    return shares.index(max(shares))
