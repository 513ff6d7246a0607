"""The story of a lineage: what changed between its printings, in plain sentences.

"SANA published "ISIS" where OffGuardian has "the Islamic State", in 2 places." The most serious change comes first.
That something was left out or added is said only of a printing that is later than the base; if the dates do not tell,
the two are set against each other. A sentence is a row of parts - names, our words, published words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.collation import Collation, Place
from articles.engine.text.normalization import fold
from articles.engine.text.spans import Span
from articles.presentation.dates import describe_record
from articles.presentation.printings import NameList, collect_outlet_names
from articles.queries.lineage_snapshot import LineageSnapshot, WordingGroup

SENTENCES_LISTED = 4  # shown at once; the rest unfolds
SLIGHT = 1  # the severity of changes that are only counted until a reader unfolds them
FEW_WORDS = 3  # that change the sense say nothing alone: "not" is quoted with the words around it
CONTEXT_WORDS = 3  # words on either side
SEVERE = 4
# What a passage left out begins or ends with belongs to the sentence around it.
_EDGE_PUNCTUATION = " ,;:.\N{EN DASH}\N{EM DASH}"


@dataclass(frozen=True, slots=True)
class SentencePart:
    """A part of a sentence: who does something, words of ours, or words that somebody printed."""

    text: str = ""
    names: NameList | None = None
    is_quoted: bool = False

    def __str__(self) -> str:
        """Return the part without markup."""
        if self.names:
            return self.names.in_words
        return (
            f"\N{LEFT DOUBLE QUOTATION MARK}{self.text}\N{RIGHT DOUBLE QUOTATION MARK}" if self.is_quoted else self.text
        )


@dataclass(frozen=True, slots=True)
class StorySentence:
    """One sentence, and the places of the text that it is about.

    Of equal severity, the sentence with more `weight` comes first: the usual severity of its kind, then the number of
    printings it tells of.
    """

    parts: tuple[SentencePart, ...]
    place_numbers: tuple[int, ...]
    kind_label: str
    label: str
    severity: int
    weight: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChangeStory:
    """The sentences, the most serious first, and the number of wordings with typographic changes, and with fillers.

    `sentences` are shown at once, `further` and `slight`, those of severity 1, when unfolded. `doubtful` print what may
    be another translation: what is said of them holds if it is not. `partial` print only a part, which is no change.
    """

    sentences: tuple[StorySentence, ...]
    further: tuple[StorySentence, ...]
    slight: tuple[StorySentence, ...]
    typographic_count: int
    disfluency_count: int
    base: WordingGroup
    partial: NameList | None
    doubtful: NameList | None


@dataclass(frozen=True, slots=True)
class _SharedChange:
    """A change that some printings share, with their words and the words of the base."""

    change: Change
    groups: tuple[WordingGroup, ...]
    text: str
    base_text: str
    places: tuple[int, ...]
    is_later: bool


def build_story(snapshot: LineageSnapshot, *, told: tuple[int, str] | None = None) -> ChangeStory:
    """Tell how the wordings differ from the base; `told` is the place and label of what was said of them before."""
    collation, groups = snapshot.collation, snapshot.wordings
    sentences = [*_describe_cuts(collation, groups), *_describe_changes(collation, groups)]
    if told:
        sentences = [each for each in sentences if each.place_numbers[:1] != told[:1] or each.kind_label != told[1]]
    sentences.sort(key=lambda each: (each.severity, each.weight), reverse=True)
    partial = [groups[at] for at, aligned in collation.aligned.items() if aligned.truncations]
    doubtful = [groups[at] for at, aligned in collation.aligned.items() if not aligned.is_certain]
    serious = [each for each in sentences if each.severity > SLIGHT]
    return ChangeStory(
        sentences=tuple(serious[:SENTENCES_LISTED]),
        further=tuple(serious[SENTENCES_LISTED:]),
        slight=tuple(each for each in sentences if each.severity <= SLIGHT),
        typographic_count=sum(bool(each.typographic_count) for each in collation.aligned.values()),
        disfluency_count=sum(bool(each.disfluency_count) for each in collation.aligned.values()),
        base=snapshot.base,
        partial=collect_outlet_names(partial) if partial else None,
        doubtful=collect_outlet_names(doubtful) if doubtful else None,
    )


def _describe_cuts(collation: Collation, groups: Sequence[WordingGroup]) -> Iterator[StorySentence]:
    """Describe the passages that are cut in more than one way, a sentence each."""
    base = collation.wordings[collation.base].text
    for place in filter(_is_marked_and_silent_cut, collation.places):
        own, *others = place.readings
        parts = _start_sentence([groups[at] for at in own.wordings], _PRINTS)
        parts.append(_quote(place.span.extract(base)))
        for reading in sorted(others, key=lambda reading: not reading.text):
            is_marked = reading.change is not None and reading.change.kind == "deletion.marked"
            verbs = _PUTS_DOTS_THERE if is_marked else _HAS_NOTHING
            parts += [SentencePart(";"), *_start_sentence([groups[at] for at in reading.wordings], verbs)]
        gravest = max((reading.change for reading in others if reading.change), key=lambda change: change.severity)
        count = sum(len(groups[at].printings) for reading in others for at in reading.wordings)
        yield _build_sentence(parts, (place.number,), gravest, count)


def _is_marked_and_silent_cut(place: Place) -> bool:
    """Return whether one printing marks the cut and another one does not."""
    kinds = [reading.change.kind for reading in place.readings[1:] if reading.change]
    silent = [kind for kind in kinds if kind.startswith("deletion.silent")]
    return len(kinds) == 2 and len(silent) == 1 and "deletion.marked" in kinds


def _start_sentence(groups: Iterable[WordingGroup], verbs: tuple[str, str]) -> list[SentencePart]:
    """Return who does it, and the verb in the singular or plural."""
    names = collect_outlet_names(groups)
    return [SentencePart(names=names), SentencePart(verbs[names.is_plural])]


def _quote(words: str) -> SentencePart:
    return SentencePart(words, is_quoted=True)


def _build_sentence(
    parts: Iterable[SentencePart], places: tuple[int, ...], change: Change, printing_count: int
) -> StorySentence:
    kind = CHANGE_KINDS[change.kind]
    label = ": ".join(filter(None, (kind.label, change.severity_reason)))
    return StorySentence(tuple(parts), places, kind.label, label, change.severity, (kind.severity, printing_count))


def _describe_changes(collation: Collation, groups: Sequence[WordingGroup]) -> Iterator[StorySentence]:
    base = groups[collation.base]
    changes = _merge_repeated(list(_collect_readings(collation, groups)))
    for alike in _group_substitutions(changes):
        first = alike[0]
        parts = _describe_substitutions(alike, base) if len(alike) > 1 else _describe_change(first, base)
        if len(first.places) > 1:
            parts.append(SentencePart(f", in {len(first.places)} places"))
        count = sum(len(group.printings) for each in alike for group in each.groups)
        yield _build_sentence(parts, first.places, first.change, count)


def _collect_readings(collation: Collation, groups: Sequence[WordingGroup]) -> Iterator[_SharedChange]:
    """Collect the most serious change of each reading; its place may be wider, where others change more."""
    base = collation.wordings[collation.base].text
    for place in collation.places:
        for reading in () if _is_marked_and_silent_cut(place) else place.readings:
            if change := reading.change:
                witnesses = tuple(groups[at] for at in reading.wordings)
                text, base_text = change.b.extract(witnesses[0].first.text).strip(), change.a.extract(base)
                is_later = are_later(witnesses, groups[collation.base])
                yield _SharedChange(change, witnesses, text, base_text, (place.number,), is_later)


def are_later(groups: Iterable[WordingGroup], base: WordingGroup) -> bool:
    """Return whether every one of them was certainly printed later than the base."""
    first = min(base.printings, key=lambda row: (not row.is_spoken, row.quote.printed_interval[1]))
    rows = [row for group in groups for row in group.printings]
    return all(row.quote.is_certainly_after(first.quote) and row.may_be_of(first) for row in rows)


def _merge_repeated(changes: Sequence[_SharedChange]) -> list[_SharedChange]:
    """Merge what the same printings do in several places."""
    merged: dict[tuple[object, ...], _SharedChange] = {}
    for each in changes:
        folded = _fold_without_article(each.text), _fold_without_article(each.base_text)
        key = (tuple(group.number for group in each.groups), each.change.kind, *folded)
        merged[key] = replace(merged[key], places=merged[key].places + each.places) if key in merged else each
    return list(merged.values())


def _group_substitutions(changes: Sequence[_SharedChange]) -> Iterable[list[_SharedChange]]:
    """Group substitutions of the same words of the base into one sentence."""
    groups: dict[tuple[object, ...], list[_SharedChange]] = {}
    for number, each in enumerate(changes):
        key: tuple[object, ...] = (number,)
        if each.text and each.base_text and each.change.severity < SEVERE:
            key = (each.change.kind, each.change.severity, each.places, _fold_without_article(each.base_text))
        groups.setdefault(key, []).append(each)
    return groups.values()


def _fold_without_article(words: str) -> str:
    """Fold a name without its article: "the Islamic State" and "Islamic State" are one name."""
    return fold(words).removeprefix("the ")


def _describe_substitutions(changes: Sequence[_SharedChange], base: WordingGroup) -> list[SentencePart]:
    """Say who prints which words for the same: "SANA published "ISIS", RT "Daesh" where OffGuardian has ..."."""
    parts = [*_start_sentence(changes[0].groups, _PRINTS), _quote(changes[0].text)]
    for each in changes[1:]:
        parts += [SentencePart(","), SentencePart(names=collect_outlet_names(each.groups)), _quote(each.text)]
    return [*parts, *_describe_base(base, changes[0].base_text)]


def _describe_change(shared: _SharedChange, base: WordingGroup) -> list[SentencePart]:
    """Say who prints which words, and what the base has there."""
    change, text, base_text = shared.change, shared.text, shared.base_text
    ends: list[SentencePart] = []
    if change.severity >= SEVERE and max(len(text.split()), len(base_text.split())) <= FEW_WORDS:
        verbs, words = _PRINTS, expand_to_context(shared.groups[0].first.text, change.b)
        ends = _describe_base(base, expand_to_context(base.first.text, change.a))
    elif change.kind == "deletion.marked":
        verbs, words = _PUTS_DOTS_FOR, base_text
    elif not text:
        verbs, words = _LEAVES_OUT if shared.is_later else _LACKS, base_text
        ends = [] if change.kind.startswith("gloss.") else [SentencePart("; nothing marks a cut")]
    elif not base_text:
        verbs, words = _ADDS if shared.is_later else _HAS_BESIDES, text
    else:
        verbs, words, ends = _PRINTS, text, _describe_base(base, base_text)
        if change.kind == "gloss.absorbed":
            ends.insert(0, SentencePart("as if spoken"))
    return [*_start_sentence(shared.groups, verbs), _quote(words), *ends]


_PRINTS = ("published", "published")
_PUTS_DOTS_THERE = ("put dots in its place", "put dots in its place")
_HAS_NOTHING = ("has nothing there, and no mark", "have nothing there, and no mark")
_PUTS_DOTS_FOR = ("put dots for", "put dots for")
_LEAVES_OUT = ("left out", "left out")
_LACKS = ("does not have", "do not have")
_ADDS = ("added", "added")
_HAS_BESIDES = ("also published", "also published")


def _describe_base(base: WordingGroup, words: str) -> list[SentencePart]:
    article = base.first.article
    if article.is_spoken:
        record = describe_record(article)
        verb = "have" if record.endswith("s") else "has"
        return [SentencePart(f"where the {record} of {article.outlet_name} {verb}"), _quote(words)]
    return [
        SentencePart("where"),
        SentencePart(names=NameList((article.outlet_name,))),
        SentencePart("has"),
        _quote(words),
    ]


def expand_to_context(text: str, span: Span) -> str:
    """Return the words at `span` with a few before and behind."""
    before = list(re.finditer(r"\S+", text[: span.start]))[-CONTEXT_WORDS:]
    behind = list(re.finditer(r"\S+", text[span.end :]))[:CONTEXT_WORDS]
    start = before[0].start() if before else span.start
    end = span.end + (behind[-1].end() if behind else 0)
    return text[start:end].strip(_EDGE_PUNCTUATION)
