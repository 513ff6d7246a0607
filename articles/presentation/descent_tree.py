"""The descent of a lineage as a tree that can be read aloud and drawn.

OffGuardian credits TASS, which was not seen: a hollow node, and under that OffGuardian, *shown*. Russia Insider's dots
fit only OffGuardian's text: it stands under it as *only this source fits*, with the evidence. A wording that fits one
of several sources stands under the likeliest and names them all. The same tree makes the nested list, which carries the
meaning, and the diagram.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from articles.engine.descent.origins import Descent, Origin, Source
from articles.engine.text.normalization import fold
from articles.models import Quote
from articles.presentation.dates import describe_source
from articles.presentation.printings import NameList, collect_names, collect_outlet_names
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot, WordingGroup, describe_certainty

HEARD = "said"  # the certainty of what goes back to a speech that was found
KNOWN_CERTAINTIES = ("shown", "one", "several")  # certainties at which sources are named


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one source, and what against."""

    source: NameList
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DescentNode:
    """A wording, or a source that was not seen (`group` is None), with what may have been taken from it.

    `certainty` is how sure it is that the wording came from the node above, `certainty_text` the same in words.
    `other_sources` are further possible ones, by their wordings. `occasion_row` is the printing that names the
    occasion, if the node stands for one; `speech_row` is the transcript or recording, if it stands for what was said.
    """

    name: NameList
    group: WordingGroup | None = None
    certainty: str = ""
    certainty_text: str = ""
    sources: tuple[NameList, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    shares_readings_with: NameList | None = None
    other_sources: tuple[int, ...] = ()
    is_other_translation: bool = False
    occasion_row: PrintingSnapshot | None = None
    speech_row: PrintingSnapshot | None = None
    children: tuple["DescentNode", ...] = ()

    @property
    def is_extant(self) -> bool:
        """Whether the text was found: a wording, or the words as spoken."""
        return self.group is not None or self.speech_row is not None

    @property
    def speech_in_words(self) -> str:
        """What the record of the speech is, and from when: "as spoken (transcript of Rossiya-1, ...)"."""
        if self.speech_row is None:
            return ""
        article = self.speech_row.article
        source = describe_source(article, self.speech_row.recording_time)
        return f"as spoken ({source})" if article.is_verbatim else source

    @property
    def has_single_source(self) -> bool:
        return len(self.sources) == 1


@dataclass(frozen=True, slots=True)
class DescentTree:
    """The tree, and how many wordings were left out of it."""

    roots: tuple[DescentNode, ...]
    left_out: int


def build_descent_tree(snapshot: LineageSnapshot) -> DescentTree:
    """Arrange the wordings of a lineage under their likeliest sources."""
    descent, groups = snapshot.descent, snapshot.wordings
    above = _find_parents(descent)
    nodes = {origin.wording: _build_node(origin, groups) for origin in descent.origins}
    below: defaultdict[int | str | None, list[DescentNode]] = defaultdict(list)
    for at in sorted(nodes, key=lambda at: groups[at].first.number):
        below[above[at]].append(nodes[at])
    roots = [_attach_children(node, below) for node in below[None]]
    unseen = [
        DescentNode(NameList((name,)), children=tuple(_attach_children(node, below) for node in children))
        for name, children in below.items()
        if isinstance(name, str)
    ]
    apart = [
        DescentNode(collect_outlet_names([group]), group, is_other_translation=True)
        for group in snapshot.other_translations
    ]
    found = [*unseen, *roots, *apart]
    arranged = _group_under_speech(found, snapshot) if snapshot.speech else None
    return DescentTree(arranged or _group_under_occasion(found, snapshot.printings), len(snapshot.collation.left_out))


def _group_under_speech(roots: Sequence[DescentNode], snapshot: LineageSnapshot) -> tuple[DescentNode, ...] | None:
    """Put what can go back to the speech under the words as spoken, which take the place of the occasion.

    That a text agrees with the speech does not show from whom an outlet has it: many may have listened.
    """
    speech = snapshot.speech
    own = next((node for node in roots if speech and node.group and speech in node.group.printings), None)
    if speech is None or own is None or own.group is None or own.certainty != "first":
        return None
    printed = tuple(each for each in own.group.printings if not each.is_spoken)
    same = [_mark_as_heard(replace(own, children=()), printed)] if printed else []
    heard = {origin.wording for origin in snapshot.descent.origins if _may_come_from(origin, own.group.number)}
    others = [_take_out(node, heard) for node in roots if node is not own]
    below = [_mark_as_heard(node) for node in _find_nodes(roots, heard)]
    kept = list(_take_out(own, heard).children)
    under = [node for node in others if not node.is_other_translation and _may_be_of(node, speech)]
    children = [*same, *kept, *below, *(_mark_as_heard(node) if node.group else node for node in under)]
    children.sort(key=lambda node: node.group.first.number if node.group else 0)
    name = collect_names([speech.article.outlet_name])
    root = DescentNode(name, speech_row=speech, children=tuple(_take_out(child, heard) for child in children))
    return (root, *(node for node in others if node not in under))


def _may_come_from(origin: Origin, wording: int) -> bool:
    """Return whether a wording was placed by its words alone, and these may be from the speech itself."""
    inferred = origin.certainty in ("one", "several")
    return inferred and any(source.wording == wording for source in origin.sources)


def _find_nodes(nodes: Sequence[DescentNode], wordings: Collection[int]) -> Iterator[DescentNode]:
    """Yield the nodes of these wordings, wherever they stand."""
    for node in nodes:
        if node.group and node.group.number in wordings:
            yield node
        yield from _find_nodes(node.children, wordings)


def _take_out(node: DescentNode, wordings: Collection[int]) -> DescentNode:
    """Return the node without the nodes of these wordings under it."""
    kept = tuple(
        _take_out(child, wordings) for child in node.children if not (child.group and child.group.number in wordings)
    )
    return replace(node, children=kept)


def _mark_as_heard(node: DescentNode, printings: tuple[PrintingSnapshot, ...] = ()) -> DescentNode:
    """Return the node as one that goes back to the speech, by whatever way; of its wording only these printings."""
    group = replace(node.group, printings=printings) if node.group and printings else node.group
    name = collect_outlet_names([group]) if group else node.name
    text = "the words that were said" if printings else "goes back to what was said"
    return replace(
        node, name=name, group=group, certainty=HEARD, certainty_text=text, sources=(), evidence=(), other_sources=()
    )


def _may_be_of(node: DescentNode, speech: PrintingSnapshot) -> bool:
    """Return whether all of this node can go back to the speech."""
    groups = [node.group] if node.group else [child.group for child in node.children]
    return all(row.may_be_of(speech) for group in groups if group for row in group.printings)


def _group_under_occasion(roots: Sequence[DescentNode], rows: Sequence[PrintingSnapshot]) -> tuple[DescentNode, ...]:
    """Put the roots that name the occasion under a node of its own."""
    naming = next((row for row in rows if row.quote.occasion), None)
    if naming is None or len(rows) == 1:
        return tuple(roots)
    under = tuple(node for node in roots if _names_occasion(node, naming.quote))
    if not under:
        return tuple(roots)
    occasion = DescentNode(NameList((naming.quote.occasion,)), occasion_row=naming, children=under)
    return (occasion, *(node for node in roots if node not in under))


def _names_occasion(node: DescentNode, naming: Quote) -> bool:
    """Return whether a printing of this text, or of one that credits this source, names the same occasion.

    None may be printed before the day on which the words were said. A text with an unknown source may well come from
    another one here: that it names the occasion proves nothing.
    """
    if node.certainty == "unknown":
        return False
    groups = [node.group] if node.group else [child.group for child in node.children]
    rows = [row for group in groups if group for row in group.printings]
    said_at = get_day_start(naming.said_on) if naming.said_on else -math.inf
    if any(row.quote.printed_interval[1] < said_at for row in rows):
        return False
    return any(_is_same_occasion(row.quote, naming) for row in rows)


def get_day_start(day: date) -> float:
    """Return when a day begins, in seconds as printings are dated."""
    return datetime.combine(day, time(), UTC).timestamp()


def _is_same_occasion(one: Quote, other: Quote) -> bool:
    """Compare the days, if both are certain, or else the words."""
    if one.occasion and one.said_on and other.said_on:
        return one.said_on == other.said_on
    return fold(one.occasion) == fold(other.occasion)


def _find_parents(descent: Descent) -> dict[int, int | str | None]:
    """Find for each wording its likeliest source that does not itself descend from it."""
    above: dict[int, int | str | None] = {origin.wording: None for origin in descent.origins}
    for origin in descent.origins:
        for source in origin.sources if origin.certainty in KNOWN_CERTAINTIES else ():
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
    group, certainty, sharing = groups[origin.wording], origin.certainty, origin.sharing_wording
    node = DescentNode(
        collect_outlet_names([group]),
        group,
        certainty,
        describe_certainty(certainty, len(origin.sources)),
        shares_readings_with=None if sharing is None else collect_outlet_names([groups[sharing]]),
    )
    if certainty not in KNOWN_CERTAINTIES:
        return node
    credited = {fold(row.credit) for row in group.printings} if certainty == "shown" else set()
    names = [_name_source(source, groups, credited) for source in origin.sources]
    evidence = [Evidence(name, each.reasons) for name, each in zip(names, origin.sources, strict=True) if each.reasons]
    others = tuple(source.wording for source in origin.sources[1:] if source.wording is not None)
    return replace(node, sources=tuple(names), evidence=tuple(evidence), other_sources=others)


def _name_source(source: Source, groups: Sequence[WordingGroup], credited: Collection[str]) -> NameList:
    """Return the credited outlets of the source; without a credit the first that prints it and how many more."""
    if source.wording is None:
        return NameList((source.unseen_outlet,))
    group = groups[source.wording]
    named = [name for name in group.outlet_names if fold(name) in credited]
    if named:
        return collect_names(named)
    names = collect_outlet_names([group])
    return NameList(names.visible[:1], names.more + len(names.visible) - 1)


def _attach_children(node: DescentNode, below: Mapping[int | str | None, Sequence[DescentNode]]) -> DescentNode:
    """Return `node` with everything that stands under it."""
    children = below.get(node.group.number, ()) if node.group else ()
    return replace(node, children=tuple(_attach_children(child, below) for child in children))
