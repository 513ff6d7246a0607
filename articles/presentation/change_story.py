"""What became of these words, told in plain sentences?

"OffGuardian prints "(life has proved they never went back from their words)"; Russia Insider puts dots in its place;
SANA has nothing there, and no mark. SANA prints "ISIS" where OffGuardian has "the Islamic State", in 2 places." The
most dangerous change comes first; what only typesetting changes is one count at the end. A word or two that turn a
sentence round are quoted with the words around them. That something was left out or added is said of a printing that is
later than the one it is laid against; where the dates do not tell, the two are only set against each other.

A sentence is a row of parts - names, our words, theirs - that the template sets apart. Left to others: the changes
(`engine.collation`), where they may come from (`articles.presentation.descent_tree`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.engine.comparison.change_kinds import KINDS, Change
from articles.engine.comparison.collation import Collation, Place
from articles.engine.text.normalization import fold
from articles.engine.text.spans import Span
from articles.presentation.printings import Group, Names, names_of

LINES = 7  # sentences told; the rest stands in the table of readings
FEW_WORDS = 3  # that change the sense say nothing alone: "not" is told with the words around it
AROUND = 3  # words on either side
GRAVE = 4
_LOOSE = " ,;:.\N{EN DASH}\N{EM DASH}"  # what a passage left out begins or ends with belongs to the sentence around it


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence: who does something, words of ours, or words that somebody printed."""

    text: str = ""
    who: Names | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, and where the text has what it is about.

    Of equal `danger`, the sentence with more `weight` comes first: the danger its kind usually has, then how many
    printings it tells of.
    """

    parts: tuple[Part, ...]
    places: tuple[int, ...]
    label: str
    danger: int
    weight: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Story:
    """The sentences, how many more changes there are, and how many wordings differ in typesetting only or besides.

    `doubtful` print what may be another translation: what is told of them holds if it is not.
    """

    lines: tuple[Told, ...]
    more: int
    slight: int
    base: Group
    doubtful: Names | None


@dataclass(frozen=True, slots=True)
class _Fact:
    """A change that some printings share: `words` is what they have, `other` what the base has."""

    change: Change
    groups: tuple[Group, ...]
    words: str
    other: str
    places: tuple[int, ...]
    later: bool


def story_of(collation: Collation, groups: Sequence[Group]) -> Story:
    """The story of all wordings laid against the base; `groups` are the wordings in the same order."""
    base = groups[collation.base]
    told = [*_cuts(collation, groups), *_changes(collation, groups)]
    told.sort(key=lambda each: (each.danger, each.weight), reverse=True)
    doubtful = [groups[at] for at, laid in collation.laid.items() if not laid.sure]
    return Story(
        lines=tuple(told[:LINES]),
        more=max(0, len(told) - LINES),
        slight=sum(bool(each.slight) for each in collation.laid.values()),
        base=base,
        doubtful=names_of(doubtful) if doubtful else None,
    )


# ---------------------------------------------------------------- words that some print, some mark, some pass over


def _cuts(collation: Collation, groups: Sequence[Group]) -> Iterator[Told]:
    """The passages that are cut in more than one way: one sentence for each."""
    base = collation.wordings[collation.base].text
    for place in collation.places:
        if not _is_cut_in_two_ways(place):
            continue
        own, *others = place.readings
        parts = [Part(who=names_of([groups[at] for at in own.wordings]))]
        parts += [Part(_verb(parts[0], "prints", "print")), Part(place.span.of(base), quoted=True)]
        gravest = max((reading.change for reading in others if reading.change), key=lambda change: change.danger)
        for reading in sorted(others, key=lambda reading: not reading.text):
            who = Part(who=names_of([groups[at] for at in reading.wordings]))
            marked = bool(reading.text)
            does = ("puts dots in its place", "put dots in its place") if marked else _HAS_NOTHING
            parts += [Part(";"), who, Part(_verb(who, *does))]
        count = sum(len(groups[at].rows) for reading in others for at in reading.wordings)
        kind = KINDS[gravest.kind]
        yield Told(tuple(parts), (place.number,), _label(gravest), gravest.danger, (kind.danger, count))


_HAS_NOTHING = ("has nothing there, and no mark", "have nothing there, and no mark")


def _is_cut_in_two_ways(place: Place) -> bool:
    """Does one printing mark the cut, and another one not?"""
    kinds = [reading.change.kind for reading in place.readings[1:] if reading.change]
    silent = [kind for kind in kinds if kind.startswith("deletion.silent")]
    return len(kinds) == 2 and len(silent) == 1 and "deletion.marked" in kinds


def _verb(who: Part, one: str, many: str) -> str:
    return many if who.who and who.who.many else one


# ---------------------------------------------------------------- all other changes


def _changes(collation: Collation, groups: Sequence[Group]) -> Iterator[Told]:
    base = groups[collation.base]
    for alike in _alike(_merged([*_readings(collation, groups), *_ends(collation, groups)])):
        fact = alike[0]
        parts = tuple(_swaps(alike, base) if len(alike) > 1 else _sentence(fact, base))
        if len(fact.places) > 1:
            parts = (*parts, Part(f", in {len(fact.places)} places"))
        kind = KINDS[fact.change.kind]
        weight = (kind.danger, sum(len(group.rows) for each in alike for group in each.groups))
        yield Told(parts, fact.places, _label(fact.change), fact.change.danger, weight)


def _label(change: Change) -> str:
    """What kind it is, and why it is graver than others of the kind, where it is."""
    return ": ".join(filter(None, (KINDS[change.kind].label, change.graver)))


def _readings(collation: Collation, groups: Sequence[Group]) -> Iterator[_Fact]:
    """The gravest change of each reading, in its own words: a place may be wider, where others change more."""
    base = collation.wordings[collation.base].text
    for place in collation.places:
        for reading in () if _is_cut_in_two_ways(place) else place.readings:
            if reading.change:
                those = tuple(groups[at] for at in reading.wordings)
                words = reading.change.b.of(those[0].first.text).strip()
                later = _are_later(those, groups[collation.base])
                yield _Fact(reading.change, those, words, reading.change.a.of(base), (place.number,), later)


def _ends(collation: Collation, groups: Sequence[Group]) -> Iterator[_Fact]:
    """What is left out before or after the words that a printing has."""
    base = collation.wordings[collation.base].text
    by_end: dict[tuple[str, int], tuple[Change, list[Group]]] = {}
    for at, laid in collation.laid.items():
        for cut in laid.cuts:
            by_end.setdefault((cut.kind, len(cut.a)), (cut, []))[1].append(groups[at])
    for cut, those in by_end.values():
        yield _Fact(cut, tuple(those), "", cut.a.of(base), (), later=False)


def _are_later(groups: Iterable[Group], base: Group) -> bool:
    """Was every one of them printed later than the base for certain?"""
    latest = min(row.article.printed_between[1] for row in base.rows)
    return all(row.article.printed_between[0] > latest for group in groups for row in group.rows)


def _merged(facts: Sequence[_Fact]) -> list[_Fact]:
    """The same done by the same in several places is told once."""
    merged: dict[tuple[object, ...], _Fact] = {}
    for each in facts:
        key = (tuple(group.number for group in each.groups), each.change.kind, _bare(each.words), _bare(each.other))
        known = merged.get(key)
        merged[key] = replace(known, places=known.places + each.places) if known else each
    return list(merged.values())


def _alike(facts: Sequence[_Fact]) -> Iterable[list[_Fact]]:
    """The facts in groups: those that put other words for the same words of the base are one sentence."""
    found: dict[tuple[object, ...], list[_Fact]] = {}
    for number, fact in enumerate(facts):
        plain = fact.words and fact.other and fact.change.danger < GRAVE
        key = (fact.change.kind, fact.change.danger, fact.places, _bare(fact.other)) if plain else (number,)
        found.setdefault(key, []).append(fact)
    return found.values()


def _bare(words: str) -> str:
    """Without the article: "the Islamic State" and "Islamic State" are one name."""
    return fold(words).removeprefix("the ")


def _swaps(facts: Sequence[_Fact], base: Group) -> Iterator[Part]:
    """Who prints which of several words for the same: "SANA prints "ISIS", RT "Daesh" where OffGuardian has ..."."""
    for number, fact in enumerate(facts):
        who = Part(who=names_of(fact.groups))
        yield from (Part(","), who) if number else (who, Part(_verb(who, *_PRINTS)))
        yield Part(fact.words, quoted=True)
    yield from _where_base_has(base, facts[0].other)


def _sentence(fact: _Fact, base: Group) -> Iterator[Part]:
    """Who prints which words, and what the base has there."""
    change, text, theirs = fact.change, base.first.text, fact.groups[0].first.text
    who = Part(who=names_of(fact.groups))
    yield who
    if change.kind.startswith("truncation."):
        verbs = _BEGINS_AFTER if change.kind.endswith("start") else _ENDS_BEFORE
        yield from (Part(_verb(who, *verbs)), Part(fact.other.strip(_LOOSE), quoted=True))
    elif change.danger >= GRAVE and max(len(fact.words.split()), len(fact.other.split())) <= FEW_WORDS:
        yield from (Part(_verb(who, *_PRINTS)), Part(_with_words_around(theirs, change.b), quoted=True))
        yield from _where_base_has(base, _with_words_around(text, change.a))
    elif change.kind == "deletion.marked":
        yield from (Part(_verb(who, "puts dots for", "put dots for")), Part(fact.other, quoted=True))
    elif not fact.words:
        yield from (Part(_verb(who, *(_LEAVES_OUT if fact.later else _LACKS))), Part(fact.other, quoted=True))
        yield from () if change.kind.startswith("gloss.") else (Part("; nothing marks a cut"),)
    elif not fact.other:
        yield from (Part(_verb(who, *(_ADDS if fact.later else _HAS_BESIDES))), Part(fact.words, quoted=True))
    elif change.kind == "gloss.absorbed":
        yield from (Part(_verb(who, *_PRINTS)), Part(fact.words, quoted=True), Part("as if spoken"))
        yield from _where_base_has(base, fact.other)
    else:
        yield from (Part(_verb(who, *_PRINTS)), Part(fact.words, quoted=True), *_where_base_has(base, fact.other))


_PRINTS = ("prints", "print")
_LEAVES_OUT = ("leaves out", "leave out")
_LACKS = ("does not have", "do not have")
_ADDS = ("adds", "add")
_HAS_BESIDES = ("has besides", "have besides")
_BEGINS_AFTER = ("begins only after", "begin only after")
_ENDS_BEFORE = ("ends before", "end before")


def _where_base_has(base: Group, words: str) -> tuple[Part, ...]:
    return Part("where"), Part(who=Names((base.first.article.outlet_name,))), Part("has"), Part(words, quoted=True)


def _with_words_around(text: str, span: Span) -> str:
    """The words at `span` with a few before and behind.

    >>> _with_words_around("and pledged not to take any action against the army", Span(12, 15))
    'and pledged not to take any'
    """
    before = list(re.finditer(r"\S+", text[: span.start]))[-AROUND:]
    behind = list(re.finditer(r"\S+", text[span.end :]))[:AROUND]
    start = before[0].start() if before else span.start
    end = span.end + (behind[-1].end() if behind else 0)
    return text[start:end].strip(_LOOSE)
