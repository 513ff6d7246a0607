"""Clustering of matched quotations into lineages, by agreement.

TASS's first quotation and SANA's first match over their whole length: one lineage. A paper that prints only "these were
selective, I would say sparing, strikes" prints a *fragment* of it: the same lineage, for a cut is a change like
another. A site that runs three separate statements of TASS together as one *block* does not make them one statement:
the block is a printing in each of the three lineages, with its own span of words in each, and glues none of them.

One false match must not chain two families together, so families merge by agreement: from the surest match down, two
groups become one if the average evidence of the pairs between them is enough: of those that match, and of those that
were compared and do not. If members of the smaller group were compared with hardly any of the other, that counts
against it. A member counts by the *share* of its statement that it prints: "there can be no military solution" lies in
one minister's words on Sweden and on Iraq, so such fragments tell little of whether the two are one, and the whole
passages, which do not match, much. A lone quotation joins by its surest match, if it is sure enough. A curator's ruling
counts above all: what *must* be together starts together, what *cannot* is kept apart.

Halves of a quotation, on both sides of "he said", are one statement if another print has them in one. Otherwise a group
is a block if fragments lie in two or more places of it that hardly overlap, and each of these fragments is printed by
at least `MIN_FRAGMENT_RATIO` times as many as the block: what many print apart and few together are statements of their
own. The same matches give the same lineages in whatever order they come.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import exp, log
from typing import NamedTuple

from articles.engine.linking.pairwise import MATCH_THRESHOLD
from articles.engine.text.spans import Span

# All measured on 100,000 generated quotations (seed 31; with speakers and days / text only) and on the labelled real
# ones. Chaining by every match of chance 0.97 gives B-cubed F1 0.978 / 0.951; merging by agreement 0.985 / 0.970.
# The chance at which a passage alone joins. With 0.9 real quotations have B-cubed F1 0.982 instead of 0.986; with 0.65
# the precision of generated ones falls by 0.007.
SURE_PROBABILITY = 0.8
# What speaks for a merge, on average, in natural logarithms of the odds. On corpora of 20,000 (seeds 7, 202, 911)
# B-cubed F1 differs by at most 0.002 between 0 and 1.
MERGE_THRESHOLD = 0.5
MAX_LOG_ODDS = 6.0  # that one match can say, likewise; more would let one sure match outweigh all that is missing
EXPECTED_PAIRS = 1.0  # pairs that are scored for each member of the smaller group, if the two are one
# What an expected pair says that was never scored; with -2, or 0.5 expected pairs, B-cubed F1 differs by 0.001 at most.
MISSING_PAIR_LOG_ODDS = -1.0

_MAX_PROBABILITY = 1 / (1 + exp(-MAX_LOG_ODDS))
_SURE_LOG_ODDS = log(SURE_PROBABILITY / (1 - SURE_PROBABILITY))

WHOLE_SHARE = 0.7  # of the longer passage's words; a passage shorter than that is a fragment of it
# Blocks: pairwise F1 on 100,000 generated quotations 0.991 with 3, 0.991 with 2, 0.990 with 1 and 0.987 without; on the
# labelled real ones 0.004 better with 3 than with 2, 0.04 better than with 1.
MIN_FRAGMENT_RATIO = 3
MAX_OVERLAP = 0.2  # of the shorter of two places in a host; above, they are the same place printed at two lengths


class Link(NamedTuple):
    """Quotations `a` and `b` match with this probability, high or low; a fragment has a place in its `host`."""

    a: int
    b: int
    probability: float
    host: int | None = None
    host_span: Span | None = None

    @property
    def log_odds(self) -> float:
        """The evidence of the pair in natural logarithms of the odds, at most `MAX_LOG_ODDS` for it or against it."""
        probability = min(_MAX_PROBABILITY, max(1 - _MAX_PROBABILITY, self.probability))
        return log(probability / (1 - probability))

    @property
    def fragment(self) -> int:
        """The quotation that is not the host."""
        return self.b if self.host == self.a else self.a


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A quotation in a lineage, with the span of it that belongs."""

    passage: int
    span: Span


PassagePairs = Iterable[tuple[int, int]]
# Of the matches between two groups: their log odds, each times the smaller of the two shares that it concerns; the sum
# of these shares; their number.
_Evidence = tuple[float, float, int]
_NO_EVIDENCE: _Evidence = (0.0, 0.0, 0)


def cluster(
    lengths: Mapping[int, int],
    links: Iterable[Link],
    *,
    copies: Mapping[int, int] | None = None,
    halves: PassagePairs = (),
    must_link: PassagePairs = (),
    cannot_link: PassagePairs = (),
) -> list[tuple[Member, ...]]:
    """Form the lineages that `links` make of quotations of these lengths (in words or characters, as their spans).

    Links that are no matches speak against a merge. `copies` tells how often each quotation is printed word for word,
    by default once. `halves` are what one article prints on both sides of its attribution. Every quotation is in at
    least one lineage, a block in several; sorted.
    """
    links = _deduplicate_links(links)
    matches = [link for link in links if link.probability >= MATCH_THRESHOLD]
    must_link, cannot_link = [*must_link, *_find_joined_halves(halves, matches)], list(cannot_link)
    blocks: dict[int, list[_HostedFragment]] = {}
    if _may_have_blocks(matches):
        wholes = _group_passages(lengths, [link for link in links if link.host is None], must_link, cannot_link)
        blocks = _find_blocks(wholes, lengths, matches, copies or {})
    if not blocks:
        return _build_families(_group_passages(lengths, links, must_link, cannot_link), lengths)
    links = [link for link in links if (a := wholes[link.a]) == (b := wholes[link.b]) or not {a, b} & blocks.keys()]
    return _build_lineages(_group_passages(lengths, links, must_link, cannot_link), wholes, lengths, blocks)


def _find_joined_halves(halves: PassagePairs, links: Iterable[Link]) -> list[tuple[int, int]]:
    """Find halves that another prints in one: "one statement," he said, "in two parts" is no block."""
    halves = list(halves)
    near: dict[int, set[int]] = {half: set() for pair in halves for half in pair}
    if halves:
        for link in links:
            for one, other in ((link.a, link.b), (link.b, link.a)):
                if one in near:
                    near[one].add(other)
    return [(a, b) for a, b in halves if not near[a].isdisjoint(near[b])]


def should_join(quotation: int, lengths: Mapping[int, float], links: Collection[Link]) -> bool:
    """Return whether a lone quotation with these matches to one lineage becomes a member of it, as `cluster` would.

    `lengths` are those of the quotation and of all that it matches, in any unit.
    """
    shares = measure_shares(lengths, links)
    weights = [min(shares[link.a], shares[link.b]) for link in links]
    evidence = (
        sum(weight * link.log_odds for weight, link in zip(weights, links, strict=True)),
        sum(weights),
        len(links),
    )
    others = sum(shares.values()) - shares[quotation]
    return _compute_merge_score(evidence, 1, shares[quotation], shares[quotation] * others) > MERGE_THRESHOLD


def measure_shares(lengths: Mapping[int, float], links: Iterable[Link]) -> dict[int, float]:
    """Return the share of its statement that each passage prints: of the longest passage it is surely a fragment of."""
    shares = dict.fromkeys(lengths, 1.0)
    for link in links:
        if link.host is not None and link.probability >= SURE_PROBABILITY:
            fragment = link.fragment
            shares[fragment] = min(shares[fragment], lengths[fragment] / lengths[link.host])
    return shares


def _deduplicate_links(links: Iterable[Link]) -> list[Link]:
    """Return each pair once, by its surest link, in a fixed order: the order of the input must not matter."""
    once: dict[tuple[int, int], Link] = {}
    for link in links:
        pair = (link.a, link.b) if link.a < link.b else (link.b, link.a)
        known = once.setdefault(pair, link)
        if known is not link and _link_sort_key(link) < _link_sort_key(known):
            once[pair] = link
    return [once[pair] for pair in sorted(once)]


def _link_sort_key(link: Link) -> tuple[float, int, Span]:
    return -link.probability, link.host or -1, link.host_span or Span(0, 0)


def _group_passages(
    lengths: Mapping[int, int], links: Sequence[Link], must: PassagePairs, cannot: PassagePairs
) -> dict[int, int]:
    """Return the group of each quotation, named by its smallest member."""
    groups = _Clusters(measure_shares(lengths, links), cannot)
    for a, b in must:
        groups.union(groups.find(a), groups.find(b))
    if len(links) == 1 and not groups.forbidden:  # by far the most frequent case, and the answer is plain
        if links[0].probability >= SURE_PROBABILITY:
            groups.union(links[0].a, links[0].b)
    else:
        groups.merge_by_agreement(links)
    return {passage: groups.find(passage) for passage in lengths}


class _Clusters:
    """Quotations joined into groups, each known by its smallest member, with the evidence between groups."""

    def __init__(self, shares: Mapping[int, float], cannot: PassagePairs) -> None:
        self._parent = {passage: passage for passage in shares}
        self._shares = shares
        self._size = dict.fromkeys(self._parent, 1)
        self._weight = dict(shares)  # of a group: the sum of its members' shares
        self._between: defaultdict[int, dict[int, _Evidence]] = defaultdict(dict)
        self._queue: list[tuple[float, int, int]] = []
        self._queued: dict[tuple[int, int], float] = {}  # the worth of each pair in its newest entry of the queue
        self.forbidden: defaultdict[int, set[int]] = defaultdict(set)
        for a, b in cannot:
            self.forbidden[a].add(b)
            self.forbidden[b].add(a)

    def find(self, passage: int) -> int:
        parent = self._parent
        while parent[passage] != passage:
            parent[passage] = passage = parent[parent[passage]]
        return passage

    def union(self, a: int, b: int) -> None:
        """Merge groups `a` and `b`, and the evidence between each of them and the others."""
        low, high = min(a, b), max(a, b)
        if low == high:
            return
        self._parent[high] = low
        self._size[low] += self._size[high]
        self._weight[low] += self._weight[high]
        for enemy in self.forbidden.pop(high, ()):
            self.forbidden[enemy].discard(high)
            self.forbidden[enemy].add(low)
            self.forbidden[low].add(enemy)
        between = self._between
        ours, theirs = between[low], between.pop(high, {})
        ours.pop(high, None)
        for other, (odds, weight, count) in theirs.items():
            if other != low:
                known_odds, known_weight, known_count = ours.get(other, _NO_EVIDENCE)
                of_other = between[other]
                del of_other[high]
                of_other[low] = ours[other] = odds + known_odds, weight + known_weight, count + known_count
                self._queue_merge(low, other)

    def merge_by_agreement(self, links: Iterable[Link]) -> None:
        """Merge by agreement, those with the strongest evidence first."""
        self._add_evidence(links)
        for a, others in self._between.items():
            for b in others:
                if a < b:
                    self._queue_merge(a, b)
        queue, queued, between = self._queue, self._queued, self._between
        while queue:
            worth, a, b = heappop(queue)
            if queued.get((a, b)) != worth or a not in between or b not in between[a]:
                continue  # there is a newer entry, or one of them is part of another group by now
            if -worth == self._score_merge(a, b):
                self.union(a, b)
            else:
                self._queue_merge(a, b)  # a group that has grown since needs more to join

    def _add_evidence(self, links: Iterable[Link]) -> None:
        between, shares = self._between, self._shares
        for link in links:
            a, b = self.find(link.a), self.find(link.b)
            if a != b:
                share = min(shares[link.a], shares[link.b])
                odds, weight, count = between[a].get(b, _NO_EVIDENCE)
                between[a][b] = between[b][a] = odds + share * link.log_odds, weight + share, count + 1

    def _queue_merge(self, a: int, b: int) -> None:
        worth = self._score_merge(a, b)
        if worth > MERGE_THRESHOLD:
            pair = (a, b) if a < b else (b, a)
            if self._queued.get(pair) != -worth:
                self._queued[pair] = -worth
                heappush(self._queue, (-worth, *pair))

    def _score_merge(self, a: int, b: int) -> float:
        """Return the evidence for the two being one, in natural logarithms of the odds."""
        if self.forbidden and b in self.forbidden.get(a, ()):
            return -MAX_LOG_ODDS
        weight_a, weight_b = self._weight[a], self._weight[b]
        smaller = weight_a if weight_a < weight_b else weight_b
        return _compute_merge_score(
            self._between[a][b], min(self._size[a], self._size[b]), smaller, weight_a * weight_b
        )


def _compute_merge_score(evidence: _Evidence, size: int, weight: float, pairs: float) -> float:
    """Return the evidence of these matches in logarithms of the odds.

    `size` and `weight` are those of the smaller group; `pairs` is what all pairs of members would weigh.
    """
    odds, found, count = evidence
    if size == 1 and count == 1:
        surest = odds / found
        return surest if surest >= _SURE_LOG_ODDS else -MAX_LOG_ODDS
    expected = min(EXPECTED_PAIRS * weight, pairs)
    if found >= expected:
        return odds / found
    return (odds + MISSING_PAIR_LOG_ODDS * (expected - found)) / expected


@dataclass(frozen=True, slots=True)
class _HostedFragment:
    """A fragment's span in a passage of a block."""

    host: int
    span: Span
    fragment: int


def _may_have_blocks(links: Iterable[Link]) -> bool:
    """Return whether fragments lie apart in any passage: without that, as most often, no group can be a block."""
    places: defaultdict[int, list[Span]] = defaultdict(list)
    for link in links:
        if link.host is not None and link.host_span is not None:
            places[link.host].append(link.host_span)
    return any(len(spans) > 1 and _may_be_separate(spans) for spans in places.values())


def _find_blocks(
    wholes: Mapping[int, int], lengths: Mapping[int, int], links: Iterable[Link], copies: Mapping[int, int]
) -> dict[int, list[_HostedFragment]]:
    """Find the groups that are blocks, each with the fragments it attests.

    `wholes` tells each passage's group by whole matches alone. Hosts are taken from the shortest up: a block inside a
    longer block is no fragment of it, but its pieces are.
    """
    hosted: defaultdict[int, list[_HostedFragment]] = defaultdict(list)
    for link in links:
        if link.host is not None and link.host_span is not None and wholes[link.a] != wholes[link.b]:
            hosted[wholes[link.host]].append(_HostedFragment(link.host, link.host_span, link.fragment))
    if not any(len(pieces) > 1 for pieces in hosted.values()):
        return {}
    printed: defaultdict[int, int] = defaultdict(int)
    for passage, group in wholes.items():
        printed[group] += copies.get(passage, 1)
    blocks: dict[int, list[_HostedFragment]] = {}
    for host in sorted(hosted, key=lambda host: (max(lengths[piece.host] for piece in hosted[host]), host)):
        pieces = [piece for piece in hosted[host] if wholes[piece.fragment] not in blocks]
        by_host: defaultdict[int, list[_HostedFragment]] = defaultdict(list)
        for piece in pieces:
            if printed[wholes[piece.fragment]] >= MIN_FRAGMENT_RATIO * printed[host]:
                by_host[piece.host].append(piece)
        if any(_has_separate_pair(hosted_there, wholes) for hosted_there in by_host.values()):
            blocks[host] = pieces
    return blocks


def _has_separate_pair(pieces: Sequence[_HostedFragment], wholes: Mapping[int, int]) -> bool:
    """Return whether a pair hardly overlaps. The one that ends first and the one that starts last overlap least."""
    first, last = min(pieces, key=lambda piece: piece.span.end), max(pieces, key=lambda piece: piece.span.start)
    overlap = first.span.end - last.span.start
    is_separate = overlap < MAX_OVERLAP * min(len(first.span), len(last.span))
    return is_separate and wholes[first.fragment] != wholes[last.fragment]


def _may_be_separate(places: Sequence[Span]) -> bool:
    """Return whether any two spans may hardly overlap; a cheap check that seldom says yes."""
    overlap = min(place.end for place in places) - max(place.start for place in places)
    return overlap < MAX_OVERLAP * max(map(len, places))


def _build_families(groups: Mapping[int, int], lengths: Mapping[int, int]) -> list[tuple[Member, ...]]:
    """Return each group with all the words of its members."""
    members: defaultdict[int, list[Member]] = defaultdict(list)
    for passage, length in sorted(lengths.items()):
        members[groups[passage]].append(Member(passage, Span(0, length)))
    return sorted(map(tuple, members.values()))


def _build_lineages(
    groups: Mapping[int, int],
    wholes: Mapping[int, int],
    lengths: Mapping[int, int],
    blocks: Mapping[int, Sequence[_HostedFragment]],
) -> list[tuple[Member, ...]]:
    members: defaultdict[int, dict[int, Span]] = defaultdict(dict)
    for passage, length in lengths.items():
        if wholes[passage] not in blocks:
            members[groups[passage]][passage] = Span(0, length)
    for pieces in blocks.values():
        for piece in pieces:
            family = members[groups[piece.fragment]]
            known = family.get(piece.host, piece.span)
            family[piece.host] = Span(min(known.start, piece.span.start), max(known.end, piece.span.end))
    placed = {passage for family in members.values() for passage in family}
    for passage, length in lengths.items():  # those of a block that matched none of its pieces have one of their own
        if passage not in placed:
            members[-1 - wholes[passage]][passage] = Span(0, length)
    return sorted(tuple(sorted(Member(*item) for item in family.items())) for family in members.values())
