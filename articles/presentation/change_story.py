"""The story of a lineage: what changed between its printings, in plain sentences.

"OffGuardian prints "(life has proved they never went back from their words)"; Russia Insider puts dots in its place;
SANA has nothing there, and no mark. SANA prints "ISIS" where OffGuardian has "the Islamic State", in 2 places." The
most serious change comes first; typographic changes are one count at the end. A word or two that turn a sentence round
are quoted with the words around them. That something was left out or added is said only of a printing that is later
than the base; if the dates do not tell, the two are set against each other.

A sentence is a row of parts - names, our words, printed words - that the template sets apart.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.collation import Collation, Place
from articles.engine.text.normalization import fold
from articles.engine.text.spans import Span
from articles.presentation.printings import NameList, collect_outlet_names
from articles.queries.lineage_snapshot import LineageSnapshot, WordingGroup

SENTENCES_LISTED = 7  # sentences told; the rest stands in the table of readings
FEW_WORDS = 3  # that change the sense say nothing alone: "not" is told with the words around it
CONTEXT_WORDS = 3  # words on either side
SEVERE = 4
_EDGE_PUNCTUATION = (
    " ,;:.\N{EN DASH}\N{EM DASH}"  # what a passage left out begins or ends with belongs to the sentence around it
)


@dataclass(frozen=True, slots=True)
class SentencePart:
    """A part of a sentence: who does something, words of ours, or words that somebody printed."""

    text: str = ""
    names: NameList | None = None
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class StorySentence:
    """One sentence, and the places of the text that it is about.

    Of equal severity, the sentence with more `weight` comes first: the usual severity of its kind, then the number of
    printings it tells of.
    """

    parts: tuple[SentencePart, ...]
    place_numbers: tuple[int, ...]
    label: str
    severity: int
    weight: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChangeStory:
    """The sentences, the number of further changes, and the number of wordings with typographic changes.

    `doubtful` print what may be another translation: what is said of them holds if it is not.
    """

    sentences: tuple[StorySentence, ...]
    more: int
    typographic_count: int
    base: WordingGroup
    doubtful: NameList | None


@dataclass(frozen=True, slots=True)
class _SharedChange:
    """A change that some printings share, with their words and those of the base."""

    change: Change
    groups: tuple[WordingGroup, ...]
    text: str
    base_text: str
    places: tuple[int, ...]
    is_later: bool


def build_story(snapshot: LineageSnapshot) -> ChangeStory:
    """Tell how the wordings differ from the base."""
    collation, groups = snapshot.collation, snapshot.wordings
    told = [*_describe_cuts(collation, groups), *_describe_changes(collation, groups)]
    told.sort(key=lambda each: (each.severity, each.weight), reverse=True)
    doubtful = [groups[at] for at, laid in collation.aligned.items() if not laid.is_certain]
    return ChangeStory(
        sentences=tuple(told[:SENTENCES_LISTED]),
        more=max(0, len(told) - SENTENCES_LISTED),
        typographic_count=sum(bool(each.typographic_count) for each in collation.aligned.values()),
        base=snapshot.base,
        doubtful=collect_outlet_names(doubtful) if doubtful else None,
    )


def _describe_cuts(collation: Collation, groups: Sequence[WordingGroup]) -> Iterator[StorySentence]:
    """Describe the passages that are cut in more than one way, a sentence each."""
    base = collation.wordings[collation.base].text
    for place in collation.places:
        if not _is_marked_and_silent_cut(place):
            continue
        own, *others = place.readings
        parts = [SentencePart(names=collect_outlet_names([groups[at] for at in own.wordings]))]
        parts += [
            SentencePart(_conjugate(parts[0], "prints", "print")),
            SentencePart(place.span.extract(base), is_quoted=True),
        ]
        gravest = max((reading.change for reading in others if reading.change), key=lambda change: change.severity)
        for reading in sorted(others, key=lambda reading: not reading.text):
            who = SentencePart(names=collect_outlet_names([groups[at] for at in reading.wordings]))
            marked = bool(reading.text)
            does = ("puts dots in its place", "put dots in its place") if marked else _HAS_NOTHING
            parts += [SentencePart(";"), who, SentencePart(_conjugate(who, *does))]
        count = sum(len(groups[at].printings) for reading in others for at in reading.wordings)
        kind = CHANGE_KINDS[gravest.kind]
        yield StorySentence(
            tuple(parts), (place.number,), _describe_kind(gravest), gravest.severity, (kind.severity, count)
        )


_HAS_NOTHING = ("has nothing there, and no mark", "have nothing there, and no mark")


def _is_marked_and_silent_cut(place: Place) -> bool:
    """Return whether one printing marks the cut and another one does not."""
    kinds = [reading.change.kind for reading in place.readings[1:] if reading.change]
    silent = [kind for kind in kinds if kind.startswith("deletion.silent")]
    return len(kinds) == 2 and len(silent) == 1 and "deletion.marked" in kinds


def _conjugate(who: SentencePart, one: str, many: str) -> str:
    return many if who.names and who.names.is_plural else one


def _describe_changes(collation: Collation, groups: Sequence[WordingGroup]) -> Iterator[StorySentence]:
    base = groups[collation.base]
    for alike in _group_substitutions(
        _merge_repeated([*_collect_readings(collation, groups), *_collect_truncations(collation, groups)])
    ):
        fact = alike[0]
        parts = tuple(_describe_substitutions(alike, base) if len(alike) > 1 else _describe_change(fact, base))
        if len(fact.places) > 1:
            parts = (*parts, SentencePart(f", in {len(fact.places)} places"))
        kind = CHANGE_KINDS[fact.change.kind]
        weight = (kind.severity, sum(len(group.printings) for each in alike for group in each.groups))
        yield StorySentence(parts, fact.places, _describe_kind(fact.change), fact.change.severity, weight)


def _describe_kind(change: Change) -> str:
    """Name the kind, and why this change is more serious than others of the kind, if it is."""
    return ": ".join(filter(None, (CHANGE_KINDS[change.kind].label, change.severity_reason)))


def _collect_readings(collation: Collation, groups: Sequence[WordingGroup]) -> Iterator[_SharedChange]:
    """Collect the most serious change of each reading, in its own words: a place may be wider, where others change
    more.
    """
    base = collation.wordings[collation.base].text
    for place in collation.places:
        for reading in () if _is_marked_and_silent_cut(place) else place.readings:
            if reading.change:
                those = tuple(groups[at] for at in reading.wordings)
                words = reading.change.b.extract(those[0].first.text).strip()
                later = _are_later(those, groups[collation.base])
                yield _SharedChange(
                    reading.change, those, words, reading.change.a.extract(base), (place.number,), later
                )


def _collect_truncations(collation: Collation, groups: Sequence[WordingGroup]) -> Iterator[_SharedChange]:
    """Collect what is left out before or after the words that a printing has."""
    base = collation.wordings[collation.base].text
    by_end: dict[tuple[str, int], tuple[Change, list[WordingGroup]]] = {}
    for at, laid in collation.aligned.items():
        for cut in laid.truncations:
            by_end.setdefault((cut.kind, len(cut.a)), (cut, []))[1].append(groups[at])
    for cut, those in by_end.values():
        yield _SharedChange(cut, tuple(those), "", cut.a.extract(base), (), is_later=False)


def _are_later(groups: Iterable[WordingGroup], base: WordingGroup) -> bool:
    """Return whether every one of them was certainly printed later than the base."""
    latest = min(row.article.printed_interval[1] for row in base.printings)
    return all(row.article.printed_interval[0] > latest for group in groups for row in group.printings)


def _merge_repeated(facts: Sequence[_SharedChange]) -> list[_SharedChange]:
    """Merge what the same printings do in several places."""
    merged: dict[tuple[object, ...], _SharedChange] = {}
    for each in facts:
        key = (
            tuple(group.number for group in each.groups),
            each.change.kind,
            _fold_without_article(each.text),
            _fold_without_article(each.base_text),
        )
        known = merged.get(key)
        merged[key] = replace(known, places=known.places + each.places) if known else each
    return list(merged.values())


def _group_substitutions(facts: Sequence[_SharedChange]) -> Iterable[list[_SharedChange]]:
    """Group substitutions of the same words of the base into one sentence."""
    found: dict[tuple[object, ...], list[_SharedChange]] = {}
    for number, fact in enumerate(facts):
        plain = fact.text and fact.base_text and fact.change.severity < SEVERE
        key = (
            (fact.change.kind, fact.change.severity, fact.places, _fold_without_article(fact.base_text))
            if plain
            else (number,)
        )
        found.setdefault(key, []).append(fact)
    return found.values()


def _fold_without_article(words: str) -> str:
    """Fold a name without its article: "the Islamic State" and "Islamic State" are one name."""
    return fold(words).removeprefix("the ")


def _describe_substitutions(facts: Sequence[_SharedChange], base: WordingGroup) -> Iterator[SentencePart]:
    """Say who prints which words for the same: "SANA prints "ISIS", RT "Daesh" where OffGuardian has ..."."""
    for number, fact in enumerate(facts):
        who = SentencePart(names=collect_outlet_names(fact.groups))
        yield from (SentencePart(","), who) if number else (who, SentencePart(_conjugate(who, *_PRINTS)))
        yield SentencePart(fact.text, is_quoted=True)
    yield from _describe_base(base, facts[0].base_text)


def _describe_change(fact: _SharedChange, base: WordingGroup) -> Iterator[SentencePart]:
    """Say who prints which words, and what the base has there."""
    change, text, theirs = fact.change, base.first.text, fact.groups[0].first.text
    who = SentencePart(names=collect_outlet_names(fact.groups))
    yield who
    if change.kind.startswith("truncation."):
        verbs = _BEGINS_AFTER if change.kind.endswith("start") else _ENDS_BEFORE
        yield from (
            SentencePart(_conjugate(who, *verbs)),
            SentencePart(fact.base_text.strip(_EDGE_PUNCTUATION), is_quoted=True),
        )
    elif change.severity >= SEVERE and max(len(fact.text.split()), len(fact.base_text.split())) <= FEW_WORDS:
        yield from (
            SentencePart(_conjugate(who, *_PRINTS)),
            SentencePart(_expand_to_context(theirs, change.b), is_quoted=True),
        )
        yield from _describe_base(base, _expand_to_context(text, change.a))
    elif change.kind == "deletion.marked":
        yield from (
            SentencePart(_conjugate(who, "puts dots for", "put dots for")),
            SentencePart(fact.base_text, is_quoted=True),
        )
    elif not fact.text:
        yield from (
            SentencePart(_conjugate(who, *(_LEAVES_OUT if fact.is_later else _LACKS))),
            SentencePart(fact.base_text, is_quoted=True),
        )
        yield from () if change.kind.startswith("gloss.") else (SentencePart("; nothing marks a cut"),)
    elif not fact.base_text:
        yield from (
            SentencePart(_conjugate(who, *(_ADDS if fact.is_later else _HAS_BESIDES))),
            SentencePart(fact.text, is_quoted=True),
        )
    elif change.kind == "gloss.absorbed":
        yield from (
            SentencePart(_conjugate(who, *_PRINTS)),
            SentencePart(fact.text, is_quoted=True),
            SentencePart("as if spoken"),
        )
        yield from _describe_base(base, fact.base_text)
    else:
        yield from (
            SentencePart(_conjugate(who, *_PRINTS)),
            SentencePart(fact.text, is_quoted=True),
            *_describe_base(base, fact.base_text),
        )


_PRINTS = ("prints", "print")
_LEAVES_OUT = ("leaves out", "leave out")
_LACKS = ("does not have", "do not have")
_ADDS = ("adds", "add")
_HAS_BESIDES = ("has besides", "have besides")
_BEGINS_AFTER = ("begins only after", "begin only after")
_ENDS_BEFORE = ("ends before", "end before")


def _describe_base(base: WordingGroup, words: str) -> tuple[SentencePart, ...]:
    return (
        SentencePart("where"),
        SentencePart(names=NameList((base.first.article.outlet_name,))),
        SentencePart("has"),
        SentencePart(words, is_quoted=True),
    )


def _expand_to_context(text: str, span: Span) -> str:
    """Return the words at `span` with a few before and behind.

    >>> _expand_to_context("and pledged not to take any action against the army", Span(12, 15))
    'and pledged not to take any'
    """
    before = list(re.finditer(r"\S+", text[: span.start]))[-CONTEXT_WORDS:]
    behind = list(re.finditer(r"\S+", text[span.end :]))[:CONTEXT_WORDS]
    start = before[0].start() if before else span.start
    end = span.end + (behind[-1].end() if behind else 0)
    return text[start:end].strip(_EDGE_PUNCTUATION)
