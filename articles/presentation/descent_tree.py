"""The descent of a lineage as a tree that can be read aloud and drawn.

Lavrov spoke "in an interview with the Vesti.doc programme", which was not seen: a hollow node. OffGuardian credits
TASS, not seen either: a hollow node under it, and under that OffGuardian, *shown*. Russia Insider's dots fit only
OffGuardian's text: it stands under it as *fits only this*, with the evidence. A wording that fits one of several
sources stands under the likeliest and names them all.

The same tree makes the nested list, which carries the meaning, and the diagram.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from articles.engine.descent.origins import Descent, Origin
from articles.engine.text.normalization import fold
from articles.models import Quote
from articles.presentation.printings import NameList, collect_outlet_names
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot, WordingGroup, describe_certainty


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one source, and what against."""

    source: NameList
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DescentNode:
    """A wording, or a source that was not seen (`group` is None), with what may have been taken from it.

    `certainty` is how sure it is that the wording came from the node above, `certainty_text` the same in words.
    `others` are further possible sources, by their wordings. `occasion_row` is the printing that names the occasion, if
    the node stands for one.
    """

    name: NameList
    group: WordingGroup | None
    certainty: str
    certainty_text: str
    sources: tuple[NameList, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    shares_readings_with: NameList | None = None
    other_sources: tuple[int, ...] = ()
    is_other_translation: bool = False
    occasion_row: PrintingSnapshot | None = None
    children: tuple["DescentNode", ...] = ()

    @property
    def is_extant(self) -> bool:
        return self.group is not None

    @property
    def has_single_source(self) -> bool:
        return len(self.sources) == 1


@dataclass(frozen=True, slots=True)
class DescentTree:
    """The tree, and the number a fact-checker wants first: how many independent sources stand behind the outlets."""

    roots: tuple[DescentNode, ...]
    independent: int
    outlets: int
    left_out: int


def build_descent_tree(snapshot: LineageSnapshot) -> DescentTree:
    """Arrange the wordings of a lineage under their likeliest sources."""
    found, groups = snapshot.descent, snapshot.wordings
    above = _find_parents(found)
    nodes = {origin.wording: _build_node(origin, groups) for origin in found.origins}
    below: defaultdict[int | str | None, list[int]] = defaultdict(list)
    for at in sorted(nodes, key=lambda at: groups[at].first.number):
        below[above[at]].append(at)
    roots = [_attach_children(nodes[at], below, nodes) for at in below[None]]
    unseen = [
        DescentNode(
            NameList((name,)),
            None,
            "",
            "",
            children=tuple(_attach_children(nodes[at], below, nodes) for at in below[name]),
        )
        for name in below
        if isinstance(name, str)
    ]
    apart = [
        DescentNode(collect_outlet_names([group]), group, "", "", is_other_translation=True)
        for group in snapshot.other_translations
    ]
    return DescentTree(
        _group_under_occasion((*unseen, *roots, *apart), snapshot.printings),
        found.independent_count,
        found.outlet_count,
        len(snapshot.collation.left_out),
    )


def _group_under_occasion(roots: Sequence[DescentNode], rows: Sequence[PrintingSnapshot]) -> tuple[DescentNode, ...]:
    """Put the roots that name the occasion under a node of its own."""
    told_by = next((row for row in rows if row.quote.occasion), None)
    if told_by is None or len(rows) == 1:
        return tuple(roots)
    under = [node for node in roots if _names_occasion(node, told_by)]
    if not under:
        return tuple(roots)
    occasion = DescentNode(
        NameList((told_by.quote.occasion,)), None, "", "", occasion_row=told_by, children=tuple(under)
    )
    return (occasion, *(node for node in roots if node not in under))


def _names_occasion(node: DescentNode, told_by: PrintingSnapshot) -> bool:
    """Return whether a printing of this text, or of one that credits this source, names the same occasion.

    A text with an unknown source may well come from another one here: that it names the occasion proves nothing.
    """
    if node.certainty == "unknown":
        return False
    groups = [node.group] if node.group else [child.group for child in node.children]
    rows = [row for group in groups if group for row in group.printings]
    if any(_is_printed_before(row, told_by.quote) for row in rows):
        return False
    return any(_is_same_occasion(row.quote, told_by.quote) for row in rows)


def _is_printed_before(row: PrintingSnapshot, said: Quote) -> bool:
    """Return whether it was printed before the day on which, as another says, the words were said."""
    return said.said_on is not None and row.article.printed_interval[1] < get_day_start(said.said_on)


def get_day_start(day: date) -> float:
    """Return when a day begins, in seconds as printings are dated."""
    return datetime.combine(day, time(), UTC).timestamp()


def _is_same_occasion(one: Quote, other: Quote) -> bool:
    """Compare the days, if both are certain, or else the words."""
    if one.occasion and one.said_on and other.said_on:
        return one.said_on == other.said_on
    return fold(one.occasion) == fold(other.occasion)


def _find_parents(found: Descent) -> dict[int, int | str | None]:
    """Find for each wording its likeliest source that does not itself descend from it."""
    above: dict[int, int | str | None] = {origin.wording: None for origin in found.origins}
    for origin in found.origins:
        if origin.certainty not in ("shown", "one", "several"):
            continue
        for source in origin.sources:
            key = source.unseen_outlet or source.wording
            if isinstance(key, str) or (key is not None and origin.wording not in _walk_ancestors(above, key)):
                above[origin.wording] = key
                break
    return above


def _walk_ancestors(above: Mapping[int, int | str | None], wording: int) -> Iterator[int]:
    at: int | str | None = wording
    while isinstance(at, int):
        yield at
        at = above[at]


def _build_node(origin: Origin, groups: Sequence[WordingGroup]) -> DescentNode:
    sources = tuple(
        NameList((source.unseen_outlet,))
        if source.wording is None
        else _abbreviate_names(collect_outlet_names([groups[source.wording]]))
        for source in origin.sources
    )
    evidence = tuple(
        Evidence(name, source.reasons) for name, source in zip(sources, origin.sources, strict=True) if source.reasons
    )
    known = origin.certainty in ("shown", "one", "several")
    return DescentNode(
        name=collect_outlet_names([groups[origin.wording]]),
        group=groups[origin.wording],
        certainty=origin.certainty,
        certainty_text=describe_certainty(origin.certainty, len(sources)),
        sources=sources if known else (),
        evidence=evidence if known else (),
        shares_readings_with=None
        if origin.sharing_wording is None
        else collect_outlet_names([groups[origin.sharing_wording]]),
        other_sources=tuple(source.wording for source in origin.sources[1:] if source.wording is not None)
        if known
        else (),
    )


def _abbreviate_names(names: NameList) -> NameList:
    """Return the first of the names and how many more, for sentences that name several texts."""
    return NameList(names.visible[:1], names.more + len(names.visible) - 1)


def _attach_children(
    node: DescentNode, below: Mapping[int | str | None, Sequence[int]], nodes: Mapping[int, DescentNode]
) -> DescentNode:
    """Return `node` with everything that stands under it."""
    under = below.get(node.group.number, ()) if node.group else ()
    return replace(node, children=tuple(_attach_children(nodes[at], below, nodes) for at in under))
