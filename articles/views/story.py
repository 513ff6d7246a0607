"""What became of these words, told in plain sentences?

"SANA leaves out "(life has proved they never went back from their words)"; nothing marks the cut. Russia Insider leaves
out the same words; dots mark the cut. SANA prints "ISIS" where OffGuardian has "the Islamic State", in 2 places." The
most dangerous change comes first; what only typesetting changes is one count at the end.

Sentences are made of parts - who, what they do, the words - and put together by the template, which sets names and
quoted words apart from ours. Left to others: the changes (`engine.collation`), where they may come from
(`articles.views.descents`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.engine.changes import KINDS, Change
from articles.engine.collation import Collation
from articles.engine.folding import fold

from .printings import Group, Names, names_of

LINES = 7  # sentences told; the rest stands in the table of readings

# What a printing does with words: one outlet, or several.
_LEAVES_OUT = ("leaves out", "leave out")
_ADDS = ("adds", "add")
_PRINTS = ("prints", "print")
_BEGINS_AFTER = ("begins only after", "begin only after")
_ENDS_BEFORE = ("ends before", "end before")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence: `who` does (`verb`) something to `words`, and what comes `after`; `other` is what the base has.

    Of equal `danger`, the sentence with more `weight` comes first: the danger its kind usually has, then how many print
    it. `again` is set where the words are those of the sentence before.
    """

    who: Names
    verb: str
    words: str
    after: str
    other: str
    places: tuple[int, ...]
    label: str
    danger: int
    weight: tuple[int, int]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """The sentences, how many more changes there are, and how many wordings differ in typesetting only or besides."""

    lines: tuple[Told, ...]
    more: int
    slight: int
    base: Group


def story_of(collation: Collation, groups: Sequence[Group]) -> Story:
    """The story of all wordings laid against the base; `groups` are the wordings in the same order."""
    told = _merged([*_readings(collation, groups), *_ends(collation, groups)])
    told.sort(key=lambda each: (each.danger, each.weight), reverse=True)
    slight = sum(bool(each.slight) for each in collation.laid.values())
    return Story(tuple(_without_repeats(told[:LINES])), max(0, len(told) - LINES), slight, groups[collation.base])


def _readings(collation: Collation, groups: Sequence[Group]) -> Iterator[Told]:
    """The gravest change of each reading, in its own words: a place may be wider, where others change more."""
    base = collation.wordings[collation.base].text
    for place in collation.places:
        for reading in place.readings:
            if reading.change:
                those = [groups[at] for at in reading.wordings]
                text = reading.change.b.of(collation.wordings[reading.wordings[0]].text)
                yield _told(reading.change, those, text.strip(), reading.change.a.of(base), (place.number,))


def _told(change: Change, those: Sequence[Group], text: str, base: str, places: tuple[int, ...]) -> Told:
    kind, who = KINDS[change.kind], names_of(those)
    verbs, words, after, other = _phrase(change.kind, text, base)
    return Told(
        who=who,
        verb=verbs[who.many],
        words=words,
        after=after,
        other=other,
        places=places,
        label=kind.label,
        danger=change.danger,
        weight=(kind.danger, sum(len(group.rows) for group in those)),
    )


def _phrase(kind: str, text: str, base: str) -> tuple[tuple[str, str], str, str, str]:
    """The verb, the words it is about, what follows them, and what the base has instead."""
    if kind == "deletion.marked":
        return _LEAVES_OUT, base, "; dots mark the cut", ""
    if kind.startswith("truncation."):
        return (_BEGINS_AFTER if kind.endswith("start") else _ENDS_BEFORE), base, "", ""
    if not text:
        return _LEAVES_OUT, base, "" if kind.startswith("gloss.") else "; nothing marks the cut", ""
    if not base:
        return _ADDS, text, "", ""
    if kind == "gloss.absorbed":
        return _PRINTS, text, " as if spoken, where an editor\N{RIGHT SINGLE QUOTATION MARK}s brackets stood:", base
    return _PRINTS, text, "", base


def _ends(collation: Collation, groups: Sequence[Group]) -> Iterator[Told]:
    """What is left out before or after the words that a printing has."""
    base = collation.wordings[collation.base].text
    by_end: dict[tuple[str, int], tuple[Change, list[Group]]] = {}
    for at, laid in collation.laid.items():
        for cut in laid.cuts:
            by_end.setdefault((cut.kind, len(cut.a)), (cut, []))[1].append(groups[at])
    for cut, those in by_end.values():
        yield _told(cut, those, "", cut.a.of(base), ())


def _merged(told: Sequence[Told]) -> list[Told]:
    """The same done by the same in several places is told once."""
    merged: dict[tuple[object, ...], Told] = {}
    for each in told:
        key = (each.who, each.verb, each.label, _bare(each.words), _bare(each.other), each.after)
        known = merged.get(key)
        merged[key] = replace(known, places=known.places + each.places) if known else each
    return list(merged.values())


def _bare(words: str) -> str:
    """Without the article: "the Islamic State" and "Islamic State" are one name."""
    return fold(words).removeprefix("the ")


def _without_repeats(told: Sequence[Told]) -> Iterator[Told]:
    """Long words that the sentence before has quoted are "the same words"."""
    before = ""
    for each in told:
        yield replace(each, again=bool(each.words) and each.words == before and not each.other)
        before = each.words
