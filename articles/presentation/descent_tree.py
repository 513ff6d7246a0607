"""Who may have taken the words from whom, as a tree that can be read aloud and drawn?

Lavrov spoke "in an interview with the Vesti.doc programme", which was not seen: a hollow node. OffGuardian credits
TASS, not seen either: a hollow node under it, and under that OffGuardian, *shown*. Russia Insider's dots fit only
OffGuardian's text: under it, *fits only this*, with the evidence. A wording that fits one of several sources stands
under the likeliest and names them all.

The same tree makes the nested list, which carries the meaning, and the drawing
(`articles.presentation.descent_diagram`). Left to others: the weighing of the evidence (`engine.descent`), the
printings (`articles.presentation.printings`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from articles.engine.comparison.collation import Collation
from articles.engine.descent.origins import Descent, Origin, descent
from articles.engine.text.normalization import fold
from articles.models import Quote
from articles.presentation.printings import Group, Names, Row

CERTAINTIES = {
    "shown": "shown",
    "one": "fits only this",
    "several": "fits one of {count}",
    "unknown": "not known",
    "first": "earliest seen",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one source, and what against."""

    source: Names
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A wording, or (`group` None) a source that was not seen, with what may have been taken from it.

    `certainty` is how sure it is that it came from the node above, `sure` the same in words; `others` are further
    sources it may have come from as well, by their wordings. `told_by` is the printing that names the occasion, of the
    node that stands for it.
    """

    name: Names
    group: Group | None
    certainty: str
    sure: str
    sources: tuple[Names, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    beside: Names | None = None
    others: tuple[int, ...] = ()
    apart: bool = False
    told_by: Row | None = None
    children: tuple["Node", ...] = ()

    @property
    def seen(self) -> bool:
        return self.group is not None

    @property
    def named_alone(self) -> bool:
        return len(self.sources) == 1


@dataclass(frozen=True, slots=True)
class Origins:
    """The tree, and the number a fact-checker wants first: how many independent sources stand behind the outlets."""

    roots: tuple[Node, ...]
    independent: int
    outlets: int
    left_out: int


def origins_of(
    collation: Collation, groups: Sequence[Group], rows: Sequence[Row], beside: Mapping[int, set[int]]
) -> Origins:
    """The descent of all wordings; `beside` are the other lineages that each article has a part in."""
    found = descent(collation, [row.printing.described(beside.get(row.article.pk, set())) for row in rows])
    above = _above(found)
    nodes = {origin.wording: _node(origin, groups) for origin in found.origins}
    below: defaultdict[int | str | None, list[int]] = defaultdict(list)
    for at in sorted(nodes, key=lambda at: groups[at].first.number):
        below[above[at]].append(at)
    roots = [_grown(nodes[at], below, nodes) for at in below[None]]
    unseen = [
        Node(Names((name,)), None, "", "", children=tuple(_grown(nodes[at], below, nodes) for at in below[name]))
        for name in below
        if isinstance(name, str)
    ]
    apart = [Node(groups[at].names, groups[at], "", "", apart=True) for family in collation.families for at in family]
    return Origins(
        _under_occasion((*unseen, *roots, *apart), rows), found.independent, found.outlets, len(collation.left_out)
    )


def _under_occasion(roots: Sequence[Node], rows: Sequence[Row]) -> tuple[Node, ...]:
    """`roots`, with those that say where the words were said under a node of their own."""
    told_by = next((row for row in rows if row.quote.occasion), None)
    if told_by is None or len(rows) == 1:
        return tuple(roots)
    under = [node for node in roots if _says_so(node, told_by)]
    if not under:
        return tuple(roots)
    occasion = Node(Names((told_by.quote.occasion,)), None, "", "", told_by=told_by, children=tuple(under))
    return (occasion, *(node for node in roots if node not in under))


def _says_so(node: Node, told_by: Row) -> bool:
    """Does a printing of this text, or of one that credits this source, name the same occasion?

    A text whose source is not known may well come from another one here: that it names the occasion says nothing.
    """
    if node.certainty == "unknown":
        return False
    groups = [node.group] if node.group else [child.group for child in node.children]
    rows = [row for group in groups if group for row in group.rows]
    if any(_is_before(row, told_by.quote) for row in rows):
        return False
    return any(_same_occasion(row.quote, told_by.quote) for row in rows)


def _is_before(row: Row, said: Quote) -> bool:
    """Was it printed before the day on which, as another puts it, the words were said? Nothing comes from later on."""
    return said.said_on is not None and row.article.printed_between[1] < start_of(said.said_on)


def start_of(day: date) -> float:
    """When a day begins, in seconds as printings are dated."""
    return datetime.combine(day, time(), UTC).timestamp()


def _same_occasion(one: Quote, other: Quote) -> bool:
    """The same day, where both name it for certain, else the same words."""
    if one.occasion and one.said_on and other.said_on:
        return one.said_on == other.said_on
    return fold(one.occasion) == fold(other.occasion)


def _above(found: Descent) -> dict[int, int | str | None]:
    """Under which node each wording stands: its likeliest source that does not itself stand under it."""
    above: dict[int, int | str | None] = {origin.wording: None for origin in found.origins}
    for origin in found.origins:
        if origin.certainty not in ("shown", "one", "several"):
            continue
        for source in origin.sources:
            key = source.unseen or source.wording
            if isinstance(key, str) or (key is not None and origin.wording not in _way_up(above, key)):
                above[origin.wording] = key
                break
    return above


def _way_up(above: Mapping[int, int | str | None], wording: int) -> Iterator[int]:
    at: int | str | None = wording
    while isinstance(at, int):
        yield at
        at = above[at]


def _node(origin: Origin, groups: Sequence[Group]) -> Node:
    sources = tuple(
        Names((source.unseen,)) if source.wording is None else _briefly(groups[source.wording].names)
        for source in origin.sources
    )
    evidence = tuple(
        Evidence(name, source.reasons) for name, source in zip(sources, origin.sources, strict=True) if source.reasons
    )
    known = origin.certainty in ("shown", "one", "several")
    return Node(
        name=groups[origin.wording].names,
        group=groups[origin.wording],
        certainty=origin.certainty,
        sure=CERTAINTIES[origin.certainty].format(count=len(sources)),
        sources=sources if known else (),
        evidence=evidence if known else (),
        beside=None if origin.beside is None else groups[origin.beside].names,
        others=tuple(source.wording for source in origin.sources[1:] if source.wording is not None) if known else (),
    )


def _briefly(names: Names) -> Names:
    """The first of the names and how many more, for where several texts are named in one sentence."""
    return Names(names.shown[:1], names.more + len(names.shown) - 1)


def _grown(node: Node, below: Mapping[int | str | None, Sequence[int]], nodes: Mapping[int, Node]) -> Node:
    """`node` with everything that stands under it."""
    under = below.get(node.group.number, ()) if node.group else ()
    return replace(node, children=tuple(_grown(nodes[at], below, nodes) for at in under))
