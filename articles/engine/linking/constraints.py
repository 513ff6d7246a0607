"""What do curators' rulings make of the families that matches form?

Two ministers said "We will not negotiate with terrorists", years apart, and their matches make one family. A curator
rules the two different: the family parts along its weakest links, each other printing goes with the one it matches
best. Another rules that Press TV's retelling is the same quotation as TASS's: the two families become one. Where
rulings contradict each other, the newer counts and the older is named::

    >>> consistent([Said(1, 2, same=True), Said(2, 3, same=True), Said(1, 3, same=False)]).overruled
    (Said(a=1, b=3, same=False),)

The same families and rulings always give the same answer, so linking everything anew never loses a ruling, and taking
every ruling back gives the families that were there before.

Left to others: what matches make (`clustering`), who ruled and when (`models.ruling`), codes (`obeying`).
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from articles.engine.linking.clustering import Link, Member
from articles.engine.text.spans import Span

Family = tuple[Member, ...]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody ruled that passages `a` and `b` are the same quotation, or that they are not."""

    a: int
    b: int
    same: bool


@dataclass(frozen=True, slots=True)
class Consistent:
    """What holds of some rulings: pairs that must be together, pairs that cannot, and what newer rulings overrule."""

    must: tuple[Pair, ...] = ()
    cannot: tuple[Pair, ...] = ()
    overruled: tuple[Said, ...] = ()


def consistent(newest_first: Iterable[Said]) -> Consistent:
    """Take rulings one after the other, leaving out what contradicts those taken before."""
    groups = _Groups()
    must, cannot, overruled = [], [], []
    for said in newest_first:
        if not groups.take(said):
            overruled.append(said)
        elif said.same:
            must.append((said.a, said.b))
        else:
            cannot.append((said.a, said.b))
    return Consistent(tuple(must), tuple(cannot), tuple(overruled))


def obey(
    families: Sequence[Family],
    rulings: Consistent,
    *,
    lengths: Mapping[int, int],
    rank: Mapping[int, object],
    links: Iterable[Link] = (),
) -> list[Family]:
    """These families joined and parted as the rulings say; sorted. Those that no ruling concerns stay as they are.

    `lengths` are those of the passages and `rank` the order in which they were printed; of a family that is parted, the
    printings that no ruling names go with the one that they are linked to most surely, else with the earliest.
    """
    if not rulings.must and not rulings.cannot:
        return sorted(families)
    links = list(links)
    joined = _join(families, rulings.must, lengths, links)
    homes: defaultdict[int, int] = defaultdict(int)
    for family in joined:
        for member in family:
            homes[member.passage] += 1
    parted: list[Family] = []
    for family in joined:
        parted += _part(family, rulings, homes, lengths, rank, links)
    placed = {member.passage for family in parted for member in family}
    parted += [(Member(passage, Span(0, lengths[passage])),) for passage in homes if passage not in placed]
    return sorted(parted)


class _Groups:
    """Passages that must be together, and which of the groups cannot be one."""

    def __init__(self, passages: Iterable[int] = ()) -> None:
        self._parent = {passage: passage for passage in passages}
        self.apart: defaultdict[int, set[int]] = defaultdict(set)

    def of(self, passage: int) -> int:
        self._parent.setdefault(passage, passage)
        while self._parent[passage] != passage:
            self._parent[passage] = passage = self._parent[self._parent[passage]]
        return passage

    def take(self, said: Said) -> bool:
        """Let it hold; False, and nothing changed, where it contradicts what holds."""
        a, b = self.of(said.a), self.of(said.b)
        if said.same:
            if b in self.apart[a]:
                return False
            self.join(a, b)
        else:
            if a == b:
                return False
            self.apart[a].add(b)
            self.apart[b].add(a)
        return True

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self.of(a), self.of(b)))
        if low == high:
            return
        self._parent[high] = low
        for other in self.apart.pop(high, ()):
            self.apart[other].discard(high)
            self.apart[other].add(low)
            self.apart[low].add(other)


def _join(
    families: Sequence[Family], must: Iterable[Pair], lengths: Mapping[int, int], links: Sequence[Link]
) -> list[Family]:
    """Families that hold two passages that must be together become one; a block only lends the stretch that fits."""
    held = [{member.passage: member.span for member in family} for family in families]
    homes: defaultdict[int, set[int]] = defaultdict(set)
    for place, family in enumerate(held):
        for passage in family:
            homes[passage].add(place)
    for a, b in must:
        if homes[a] & homes[b] or not homes[a] or not homes[b]:
            continue
        if len(homes[a]) > 1 or len(homes[b]) > 1:
            block, other = (a, b) if len(homes[a]) > 1 else (b, a)
            for place in sorted(homes[other]):
                held[place][block] = _stretch(block, other, links) or Span(0, lengths[block])
                homes[block].add(place)
            continue
        kept, gone = min(homes[a] | homes[b]), max(homes[a] | homes[b])
        for passage, span in held[gone].items():
            known = held[kept].get(passage, span)
            held[kept][passage] = Span(min(known.start, span.start), max(known.end, span.end))
            homes[passage] = (homes[passage] - {gone}) | {kept}
        held[gone] = {}
    return [tuple(sorted(Member(*item) for item in family.items())) for family in held if family]


def _stretch(block: int, other: int, links: Sequence[Link]) -> Span | None:
    """Where in `block` the words of `other` stand, if a link tells."""
    return next((link.place for link in links if link.host == block and other in (link.a, link.b)), None)


@dataclass(slots=True)
class _Part:
    members: list[int] = field(default_factory=list)
    apart: set[int] = field(default_factory=set)  # the groups that cannot be in it


def _part(
    family: Family,
    rulings: Consistent,
    homes: Mapping[int, int],
    lengths: Mapping[int, int],
    rank: Mapping[int, object],
    links: Sequence[Link],
) -> list[Family]:
    """The family in as many parts as the rulings ask for; the first holds the earliest of those ruled on."""
    spans = {member.passage: member.span for member in family}
    groups = _Groups(spans)
    for a, b in rulings.must:
        if a in spans and b in spans:
            groups.join(a, b)
    for a, b in rulings.cannot:
        if a in spans and b in spans:
            groups.take(Said(a, b, same=False))
    seeds = {group for group, others in groups.apart.items() if others}
    if not seeds:
        return [family]
    members: defaultdict[int, list[int]] = defaultdict(list)
    for passage in sorted(spans, key=lambda passage: rank[passage]):  # type: ignore[arg-type,return-value]
        members[groups.of(passage)].append(passage)
    near = _near(groups, spans, links)
    parts, placed = _seeded([group for group in members if group in seeds], groups, near)
    _grow(placed, near)
    for group, passages in members.items():
        parts[placed.get(group, 0)].members += passages
    return [made for part in parts if (made := _family(part.members, spans, homes, lengths, len(parts)))]


Near = Mapping[int, Mapping[int, float]]  # group -> groups it is linked to, with the surest link's chance


def _near(groups: _Groups, spans: Mapping[int, Span], links: Iterable[Link]) -> Near:
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for link in links:
        if link.a in spans and link.b in spans:
            a, b = groups.of(link.a), groups.of(link.b)
            near[a][b] = near[b][a] = max(link.chance, near[a].get(b, 0.0))
    return near


def _seeded(seeds: Sequence[int], groups: _Groups, near: Near) -> tuple[list[_Part], dict[int, int]]:
    """A part for each group that cannot be in those there are; which part each of `seeds` is in."""
    parts: list[_Part] = []
    placed: dict[int, int] = {}
    for group in seeds:  # in the order they were printed
        chances = [0.0] * len(parts)
        for other, chance in near.get(group, {}).items():
            if other in placed:
                chances[placed[other]] = max(chances[placed[other]], chance)
        allowed = [place for place, part in enumerate(parts) if group not in part.apart]
        place = max(allowed, key=lambda place: (chances[place], -place), default=len(parts))
        if place == len(parts):
            parts.append(_Part())
        placed[group] = place
        parts[place].apart |= groups.apart[group]
    return parts, placed


def _grow(placed: dict[int, int], near: Near) -> None:
    """Let every group that no ruling concerns follow its surest link to one that is placed, the surest first."""
    queue = [(-chance, placed[group], other) for group in placed for other, chance in near.get(group, {}).items()]
    heapq.heapify(queue)
    while queue:
        _, place, group = heapq.heappop(queue)
        if group not in placed:
            placed[group] = place
            for other, chance in near[group].items():
                heapq.heappush(queue, (-chance, place, other))


def _family(
    passages: Sequence[int], spans: Mapping[int, Span], homes: Mapping[int, int], lengths: Mapping[int, int], parts: int
) -> Family | None:
    """The passages of one part; None where it holds nothing but blocks that have a home elsewhere."""
    if parts > 1 and all(homes[passage] > 1 for passage in passages):
        return None
    if len(passages) == 1:
        return (Member(passages[0], Span(0, lengths[passages[0]])),)
    return tuple(sorted(Member(passage, spans[passage]) for passage in passages))
