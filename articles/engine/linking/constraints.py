"""Constrained clustering: must-link and cannot-link rulings applied to the families that matches form.

Two ministers said "We will not negotiate with terrorists", years apart, and their matches make one family. A curator
rules the two different: the family is split along its weakest links, and each other printing goes with the one it
matches best. Another rules that Press TV's retelling is the same quotation as TASS's: the two families become one. If
rulings contradict each other, the newer counts and the older is named::

    >>> pairs = [Constraint(1, 2, same=True), Constraint(2, 3, same=True), Constraint(1, 3, same=False)]
    >>> resolve_constraints(pairs).overruled
    (Constraint(a=1, b=3, same=False),)

A curator who splits a family of a thousand rules on all of it at once: a `Separation` says which part each quotation
went to, and no two parts can be in one family. A newer ruling that quotations of two parts are the same joins these
parts again, whole, and leaves the others apart::

    >>> split = Separation(((1, 0), (2, 0), (3, 1), (4, 2)))
    >>> resolve_constraints([Constraint(2, 3, same=True), split]).separations
    (((1, 0), (2, 0), (3, 0), (4, 2)),)

The same families and rulings always give the same answer. Linking everything again therefore never loses a ruling, and
taking every ruling back gives the families that were there before.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from articles.engine.linking.clustering import Link, Member
from articles.engine.linking.pairwise import UNCERTAIN_THRESHOLD
from articles.engine.text.spans import Span

Family = tuple[Member, ...]
PassagePair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Constraint:
    """A ruling that quotations `a` and `b` are the same, or that they are not."""

    a: int
    b: int
    same: bool


@dataclass(frozen=True, slots=True)
class Separation:
    """A ruling that the parts of a family are different: (quotation, number of its part), once or more often for each.

    The quotations of a part with a positive number must be together; those of 0 and less, the rests, need not be.
    """

    members: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ConstraintSet:
    """The effect of several rulings: pairs that must be together, pairs that cannot, and overruled rulings.

    `separations` have one part for each quotation, the same for parts that newer rulings have joined again.
    """

    must_link: tuple[PassagePair, ...] = ()
    cannot_link: tuple[PassagePair, ...] = ()
    overruled: tuple[Constraint, ...] = ()
    separations: tuple[tuple[tuple[int, int], ...], ...] = ()

    def find_group(self, passage: int) -> set[int]:
        """Return this passage and all that must be with it."""
        groups = _ConstraintGroups.build(self)
        own = groups.find(passage)
        return {other for pair in (*self.must_link, (passage,)) for other in pair if groups.find(other) == own}

    def find_conflicts(self, passages: Iterable[int], others: Iterable[int]) -> set[int]:
        """Return the `others` that cannot be in a family with one of the `passages`."""
        groups = _ConstraintGroups.build(self)
        own = {groups.find(passage) for passage in passages}
        bound = [group for group in own if group in groups.apart or group in groups.parts]
        return {other for other in others if any(groups.are_apart(groups.find(other), group) for group in bound)}


def resolve_constraints(newest_first: Iterable[Constraint | Separation]) -> ConstraintSet:
    """Apply rulings one after the other, leaving out those that contradict earlier ones in the order."""
    groups = _ConstraintGroups()
    must, cannot, overruled = [], [], []
    separations: list[tuple[tuple[int, int], ...]] = []
    for said in newest_first:
        if isinstance(said, Separation):
            separations.append(groups.separate(len(separations), said))
            together = _find_pairs_of_parts(said)
            must += [pair for pair in together if groups.add(Constraint(*pair, same=True))]
        elif not groups.add(said):
            overruled.append(said)
        elif said.same:
            must.append((said.a, said.b))
        else:
            cannot.append((said.a, said.b))
    return ConstraintSet(tuple(must), tuple(cannot), tuple(overruled), tuple(separations))


def _find_pairs_of_parts(said: Separation) -> list[PassagePair]:
    """Pair the first quotation of each part that must be together with each other one of that part."""
    firsts: dict[int, int] = {}
    pairs = [(firsts.setdefault(part, passage), passage) for passage, part in said.members if part > 0]
    return [(a, b) for a, b in dict.fromkeys(pairs) if a != b]


def apply_constraints(
    families: Sequence[Family],
    rulings: ConstraintSet,
    *,
    lengths: Mapping[int, int],
    rank: Mapping[int, object],
    links: Iterable[Link] = (),
) -> list[Family]:
    """Join and split families as the rulings ask; sorted. Families without a ruling stay as they are.

    `lengths` are those of the quotations and `rank` is the order in which they were printed. When a family is split,
    the printings that no ruling names go with the one that they are linked to most surely, or else with the earliest.
    """
    if not rulings.must_link and not rulings.cannot_link and not rulings.separations:
        return sorted(families)
    links = [link for link in links if link.probability >= UNCERTAIN_THRESHOLD]
    joined = _join_families(families, rulings.must_link, lengths, links)
    homes: defaultdict[int, int] = defaultdict(int)
    for family in joined:
        for member in family:
            homes[member.passage] += 1
    parted: list[Family] = []
    for family in joined:
        parted += _split_family(family, rulings, homes, lengths, rank, links)
    placed = {member.passage for family in parted for member in family}
    parted += [(Member(passage, Span(0, lengths[passage])),) for passage in homes if passage not in placed]
    return sorted(parted)


class _ConstraintGroups:
    """Quotations that must be together, and which of these groups cannot be one."""

    def __init__(self, passages: Iterable[int] = ()) -> None:
        self._parent = {passage: passage for passage in passages}
        self.apart: defaultdict[int, set[int]] = defaultdict(set)
        self.parts: defaultdict[int, dict[int, int]] = defaultdict(dict)  # group -> separation -> its part there

    @classmethod
    def build(cls, rulings: ConstraintSet, passages: Collection[int] | None = None) -> "_ConstraintGroups":
        """Build the groups of these `passages`, or of all, from rulings that do not contradict each other."""
        groups = cls(passages or ())
        for pairs, same in ((rulings.must_link, True), (rulings.cannot_link, False)):
            for a, b in pairs:
                if passages is None or (a in passages and b in passages):
                    groups.add(Constraint(a, b, same))
        for number, members in enumerate(rulings.separations):
            for passage, part in members:
                if passages is None or passage in passages:
                    groups.parts[groups.find(passage)][number] = part
        return groups

    def find(self, passage: int) -> int:
        self._parent.setdefault(passage, passage)
        while self._parent[passage] != passage:
            self._parent[passage] = passage = self._parent[self._parent[passage]]
        return passage

    def are_apart(self, group: int, other: int) -> bool:
        """Return whether two groups cannot be one."""
        return other in self.apart.get(group, ()) or not _are_compatible(
            self.parts.get(group, _NO_PARTS), self.parts.get(other, _NO_PARTS)
        )

    def add(self, said: Constraint) -> bool:
        """Add a ruling; return False, and change nothing, if it contradicts those added before."""
        a, b = self.find(said.a), self.find(said.b)
        if said.same:
            if self.are_apart(a, b):
                return False
            self.union(a, b)
        else:
            if a == b:
                return False
            self.apart[a].add(b)
            self.apart[b].add(a)
        return True

    def separate(self, number: int, said: Separation) -> tuple[tuple[int, int], ...]:
        """Add a separation and return it with the parts joined that must be one by what was added before."""
        joined = {part: part for _, part in said.members}

        def find_part(part: int) -> int:
            while joined[part] != part:
                part = joined[part]
            return part

        held: dict[int, int] = {}
        for passage, part in said.members:
            low, high = sorted((find_part(held.setdefault(self.find(passage), part)), find_part(part)))
            joined[high] = low
        for group, part in held.items():
            self.parts[group][number] = find_part(part)
        return tuple({passage: find_part(part) for passage, part in said.members}.items())

    def union(self, a: int, b: int) -> None:
        low, high = sorted((self.find(a), self.find(b)))
        if low == high:
            return
        self._parent[high] = low
        for other in self.apart.pop(high, ()):
            self.apart[other].discard(high)
            self.apart[other].add(low)
            self.apart[low].add(other)
        if high in self.parts:
            self.parts[low] |= self.parts.pop(high)


_NO_PARTS: Mapping[int, int] = {}


def _are_compatible(parts: Mapping[int, int], others: Mapping[int, int]) -> bool:
    """Return whether two groups, or a group and a family, are in the same part of each separation of both."""
    if len(parts) > len(others):
        parts, others = others, parts
    return all(others.get(number, part) == part for number, part in parts.items())


def _join_families(
    families: Sequence[Family], must: Iterable[PassagePair], lengths: Mapping[int, int], links: Sequence[Link]
) -> list[Family]:
    """Join families that hold two quotations that must be together; a block only lends the span that fits."""
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
                spans = (link.host_span for link in links if link.host == block and other in (link.a, link.b))
                held[place][block] = next(spans, None) or Span(0, lengths[block])
                homes[block].add(place)
            continue
        kept, gone = min(homes[a] | homes[b]), max(homes[a] | homes[b])
        for passage, span in held[gone].items():
            known = held[kept].get(passage, span)
            held[kept][passage] = Span(min(known.start, span.start), max(known.end, span.end))
            homes[passage] = (homes[passage] - {gone}) | {kept}
        held[gone] = {}
    return [tuple(sorted(Member(*item) for item in family.items())) for family in held if family]


@dataclass(slots=True)
class _FamilyPart:
    members: list[int] = field(default_factory=list)
    cannot_link: set[int] = field(default_factory=set)  # the groups that cannot be in it
    parts: dict[int, int] = field(default_factory=dict)  # separation -> the part that all its groups belong to


def _split_family(
    family: Family,
    rulings: ConstraintSet,
    homes: Mapping[int, int],
    lengths: Mapping[int, int],
    rank: Mapping[int, object],
    links: Sequence[Link],
) -> list[Family]:
    """Split the family into as many parts as the rulings ask for; the first holds the earliest of those ruled on."""
    spans = {member.passage: member.span for member in family}
    groups = _ConstraintGroups.build(rulings, spans)
    seeds = _find_seeds(groups)
    if not seeds:
        return [family]
    members: defaultdict[int, list[int]] = defaultdict(list)
    for passage in sorted(spans, key=lambda passage: rank[passage]):  # type: ignore[arg-type,return-value]
        members[groups.find(passage)].append(passage)
    near = _find_neighbours(groups, spans, links)
    parts, placed = _seed_parts([group for group in members if group in seeds], groups, near)
    _grow_parts(placed, near)
    for group, passages in members.items():
        parts[placed.get(group, 0)].members += passages
    return [made for part in parts if (made := _build_part_family(part.members, spans, homes, lengths, len(parts)))]


def _find_seeds(groups: _ConstraintGroups) -> set[int]:
    """Return the groups that cannot be in one family with some other."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for parts in groups.parts.values():
        for number, part in parts.items():
            found[number].add(part)
    effective = {number for number, parts in found.items() if len(parts) > 1}
    separated = {group for group, parts in groups.parts.items() if not effective.isdisjoint(parts)}
    return separated | {group for group, others in groups.apart.items() if others}


Neighbours = Mapping[int, Mapping[int, float]]  # group -> groups it is linked to, with the surest link's chance


def _find_neighbours(groups: _ConstraintGroups, spans: Mapping[int, Span], links: Iterable[Link]) -> Neighbours:
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for link in links:
        if link.a in spans and link.b in spans:
            a, b = groups.find(link.a), groups.find(link.b)
            near[a][b] = near[b][a] = max(link.probability, near[a].get(b, 0.0))
    return near


def _seed_parts(
    seeds: Sequence[int], groups: _ConstraintGroups, near: Neighbours
) -> tuple[list[_FamilyPart], dict[int, int]]:
    """Make a part for each group that cannot be in the existing ones, and tell which part each of `seeds` is in."""
    parts: list[_FamilyPart] = []
    placed: dict[int, int] = {}
    for group in seeds:  # in the order they were printed
        chances = [0.0] * len(parts)
        for other, chance in near.get(group, {}).items():
            if other in placed:
                chances[placed[other]] = max(chances[placed[other]], chance)
        own = groups.parts.get(group, _NO_PARTS)
        allowed = [
            place
            for place, part in enumerate(parts)
            if group not in part.cannot_link and _are_compatible(own, part.parts)
        ]
        place = max(allowed, key=lambda place: (chances[place], -place), default=len(parts))
        if place == len(parts):
            parts.append(_FamilyPart())
        placed[group] = place
        parts[place].cannot_link |= groups.apart[group]
        parts[place].parts |= own
    return parts, placed


def _grow_parts(placed: dict[int, int], near: Neighbours) -> None:
    """Let every group without a ruling follow its surest link to a placed one, the surest first."""
    queue = [(-chance, placed[group], other) for group in placed for other, chance in near.get(group, {}).items()]
    heapq.heapify(queue)
    while queue:
        _, place, group = heapq.heappop(queue)
        if group not in placed:
            placed[group] = place
            for other, chance in near[group].items():
                heapq.heappush(queue, (-chance, place, other))


def _build_part_family(
    passages: Sequence[int], spans: Mapping[int, Span], homes: Mapping[int, int], lengths: Mapping[int, int], parts: int
) -> Family | None:
    """Return the quotations of one part; None if it holds nothing but blocks that belong elsewhere too."""
    if parts > 1 and all(homes[passage] > 1 for passage in passages):
        return None
    if len(passages) == 1:
        return (Member(passages[0], Span(0, lengths[passages[0]])),)
    return tuple(sorted(Member(passage, spans[passage]) for passage in passages))
