r"""Collation: the places where many printings of the same words differ, with the readings of each.

TASS prints "against the Syrian army (life has proved they never went back from their words), analysis", Russia Insider
sets dots for the aside and SANA nothing. Compared with one of them, the *base*, that is one place with three readings::

    >>> aside = "(life has proved they never went back from their words)"
    >>> tass = f"pledged not to act against the Syrian army {aside}, analysis of the strikes drives us to a conclusion"
    >>> others = [tass.replace(f" {aside}", "\u2026\u2026"), tass.replace(f" {aside}", "")]
    >>> found = collate([tass, *others, tass])
    >>> [[reading.text for reading in place.readings] for place in found.places]
    [['(life has proved they never went back from their words)', '……', '']]
    >>> [wording.printings for wording in found.wordings]
    [(0, 3), (1,), (2,)]

Printings with equal folded texts are one *wording* and are compared once. The base is the earliest complete printing,
unless the caller names another. Overlapping differences of several printings are merged into one place, but a long cut
does not absorb what others change inside it: there, the printing that cuts is *absent*. A printing that begins later or
ends earlier covers less and has no reading of what it leaves out; a fragment (`text.fragments`) has none of what it
leaves out anywhere. Wordings too unlike the base to be the same text -
other translations, retellings - form families of their own. Typographic changes make no place.

In textual criticism the printings are the witnesses of the text. See also: `comparison.compare` (two printings in
detail), `descent.origins` (which printing may be copied from which).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.compare import Comparison, ComparisonMode, compare
from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.fragments import is_fragment
from articles.engine.text.normalization import fold
from articles.engine.text.spans import Span

# A complete printing has at least this share of the words of the longest one. SANA, which cut an aside, has 0.87 of
# TASS's; the fragments in circulation ("these were selective, I would say sparing, strikes") have under a third.
COMPLETE_SHARE = 0.75
# Wordings compared with the base: 50 of 60 words each take 25 ms (`benchmarks.bench_collation`); a page has 150 ms.
MAX_WORDINGS = 50
MAX_FAMILIES = 3  # bases tried to find the one that most printings agree with; each compares all the rest again
# TASS's aside has 10 words; a shorter change is one reading among others, whatever else changes there.
LONG_CUT_WORDS = 5
TYPOGRAPHIC_SEVERITY = 0  # the severity of a merely typographic change
_TRAILING_MARKS = ",;: "  # a comma before the closing mark belongs to the sentence around the quotation


@dataclass(frozen=True, slots=True)
class Wording:
    """Printings of the same words, by their indices in the list given, in order; `text` is as the first prints it."""

    text: str
    printings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the printings of some wordings have at a place."""

    text: str
    wordings: tuple[int, ...]
    change: Change | None = None  # the most serious one from the base; None for the base's own reading


@dataclass(frozen=True, slots=True)
class Place:
    """A range of the base where printings differ, with the readings there: the base's own first."""

    number: int
    span: Span
    readings: tuple[Reading, ...]
    absent: tuple[int, ...] = ()  # wordings that begin later, end earlier or lack the passage
    enclosing: int | None = None  # the number of the place, a long cut, that contains this one

    def find_reading(self, wording: int) -> int | None:
        """Return the index of a wording's reading; None where the wording is absent or was not compared."""
        return next((index for index, reading in enumerate(self.readings) if wording in reading.wordings), None)

    @property
    def severity(self) -> int:
        """The severity of the most serious reading."""
        return max((reading.change.severity if reading.change else 0 for reading in self.readings), default=0)


@dataclass(frozen=True, slots=True)
class AlignedWording:
    """One wording compared with the base."""

    comparison: Comparison
    coverage: Span  # the range of the base that the wording prints
    truncations: tuple[Change, ...]  # the cuts before and after it
    typographic_count: int
    is_certain: bool  # if not, a curator should decide whether the two are one text
    is_fragment: bool = False
    disfluency_count: int = 0

    def is_cut(self, change: Change) -> bool:
        """Return whether `change` only says that the wording leaves words out at an end, or anywhere as a fragment."""
        return change in self.truncations or (self.is_fragment and change.kind.startswith("deletion."))


@dataclass(frozen=True, slots=True)
class Collation:
    """All wordings, which of them is the base, and the places where others differ from it."""

    wordings: tuple[Wording, ...]
    base: int
    places: tuple[Place, ...]
    aligned: Mapping[int, AlignedWording]  # the wordings that are one text with the base, itself included
    families: tuple[tuple[int, ...], ...]  # the others by text: further translations or retellings
    left_out: tuple[int, ...]  # wordings beyond the maximum, which are not compared


def collate(
    texts: Sequence[str],
    *,
    base: int | None = None,
    aliases: Aliases = STANDARD_ALIASES,
    max_wordings: int = MAX_WORDINGS,
    curator_modes: Mapping[tuple[int, int], ComparisonMode] | None = None,
) -> Collation:
    """Collate `texts`, the earliest first and at least one.

    `base` is the index of the printing to compare with; by default the base is chosen. `curator_modes` states for
    pairs of printings, by their indices, whether they are one text ("diff") or two ("parallel"), where a curator ruled.
    """
    wordings = group_wordings(texts)
    wording_of = {printing: number for number, wording in enumerate(wordings) for printing in wording.printings}
    chosen = None if base is None else wording_of[base]
    modes = {frozenset((wording_of[a], wording_of[b])): mode for (a, b), mode in (curator_modes or {}).items()}
    compared, left_out = _select_compared(wordings, chosen, max_wordings)
    families = _group_families(wordings, compared, chosen, aliases, modes)
    main = families[0] if chosen is not None else max(families, key=lambda family: family.count_printings(wordings))
    others = tuple(tuple(sorted(family.comparisons)) for family in families if family is not main)
    text = wordings[main.base].text
    aligned = {
        number: _align_wording(text, wordings[number].text, comparison)
        for number, comparison in main.comparisons.items()
    }
    return Collation(wordings, main.base, _build_places(wordings, main.base, aligned), aligned, others, left_out)


def group_wordings(texts: Iterable[str]) -> tuple[Wording, ...]:
    """Group the texts by wording, in the order of the first printing of each."""
    by_key: dict[str, tuple[str, list[int]]] = {}
    for number, text in enumerate(texts):
        by_key.setdefault(build_wording_key(text), (text, []))[1].append(number)
    return tuple(Wording(text, tuple(printings)) for text, printings in by_key.values())


def build_wording_key(text: str) -> str:
    """Return a key that is equal for printings of the same words.

    >>> build_wording_key("the Syrian army,") == build_wording_key("The Syrian\\u00a0army")
    True
    >>> build_wording_key("the Syrian army") == build_wording_key("the Syrian army...")
    False
    """
    folded = fold(text).strip(_TRAILING_MARKS)
    whole = folded[:-1] if folded.endswith(".") and not folded.endswith("..") else folded
    return whole.strip(_TRAILING_MARKS) or folded


def _select_compared(wordings: Sequence[Wording], chosen: int | None, limit: int) -> tuple[list[int], tuple[int, ...]]:
    """Return the wordings to compare, in order, and those beyond `limit`: the least printed, the latest first."""
    if len(wordings) <= limit:
        return list(range(len(wordings))), ()
    printed = {number: len(wording.printings) for number, wording in enumerate(wordings)}
    ranked = sorted(printed, key=lambda number: (number != chosen, -printed[number], number))
    return sorted(ranked[:limit]), tuple(sorted(ranked[limit:]))


@dataclass(frozen=True, slots=True)
class _Family:
    """Wordings that are one text with the wording `base`, each with its comparison."""

    base: int
    comparisons: dict[int, Comparison]

    def count_printings(self, wordings: Sequence[Wording]) -> int:
        return sum(len(wordings[number].printings) for number in self.comparisons)


def _group_families(
    wordings: Sequence[Wording],
    compared: Sequence[int],
    chosen: int | None,
    aliases: Aliases,
    curator_modes: Mapping[frozenset[int], ComparisonMode],
) -> list[_Family]:
    """Group wordings into families of one text each; what `MAX_FAMILIES` tries leave are families of one."""
    families: list[_Family] = []
    remaining = list(compared)
    while remaining and len(families) < MAX_FAMILIES:
        base = chosen if chosen in remaining and chosen is not None else _find_earliest_complete(wordings, remaining)
        text = wordings[base].text
        family = _Family(base, {})
        for number in remaining:
            mode = curator_modes.get(frozenset((base, number)))
            comparison = compare(text, wordings[number].text, aliases, curator_mode=mode)
            if number == base or comparison.mode == "diff":
                family.comparisons[number] = comparison
        families.append(family)
        remaining = [number for number in remaining if number not in family.comparisons]
    texts = {number: wordings[number].text for number in remaining}
    return [*families, *(_Family(number, {number: compare(text, text, aliases)}) for number, text in texts.items())]


def _find_earliest_complete(wordings: Sequence[Wording], numbers: Sequence[int]) -> int:
    lengths = {number: len(wordings[number].text.split()) for number in numbers}
    longest = max(lengths.values())
    return next(number for number in numbers if lengths[number] >= COMPLETE_SHARE * longest)


def _align_wording(base: str, wording: str, comparison: Comparison) -> AlignedWording:
    """Return what of the base the wording covers, and how many of its changes are merely typographic."""
    truncations = tuple(change for change in comparison.changes if change.is_truncation)
    start = max((change.a.end for change in truncations if change.kind == "truncation.start"), default=0)
    end = min((change.a.start for change in truncations if change.kind == "truncation.end"), default=len(base))
    slight = [change for change in comparison.changes if change.severity <= TYPOGRAPHIC_SEVERITY]
    disfluency_count = sum(change.is_disfluency for change in slight)
    coverage = Span(start, max(start, end))
    return AlignedWording(
        comparison,
        coverage,
        truncations,
        len(slight) - disfluency_count,
        comparison.is_certain,
        is_fragment(wording),
        disfluency_count,
    )


def _build_places(wordings: Sequence[Wording], base: int, aligned: Mapping[int, AlignedWording]) -> tuple[Place, ...]:
    """Return the places in the order of the base, the passage of a long cut before the places inside it."""
    text = wordings[base].text
    outer, inner = _find_place_spans(
        [
            change.a
            for wording in aligned.values()
            for change in wording.comparison.changes
            if change.severity > TYPOGRAPHIC_SEVERITY and not wording.is_cut(change)
        ],
        text,
    )
    # As read: an insertion before a word, then a passage, then the places inside it.
    spans = sorted({*outer, *inner}, key=lambda span: (span.start, min(len(span), 1), -span.end))
    numbers = {span: number for number, span in enumerate(spans, start=1)}
    places = []
    for span, number in numbers.items():
        enclosing = next((numbers[cut] for cut in outer if _strictly_contains(cut, span)), None)
        parts = [place for place in inner if _strictly_contains(span, place)]
        readings, absent = _collect_readings(span, parts, base, wordings, aligned)
        places.append(Place(number, span, readings, absent, enclosing))
    return tuple(places)


def _find_place_spans(spans: Sequence[Span], text: str) -> tuple[list[Span], list[Span]]:
    """Return the spans of long passages, and all others, each free of overlaps; no span crosses a passage's edge."""
    long = [span for span in spans if len(span.extract(text).split()) >= LONG_CUT_WORDS]
    inner = _merge_overlaps(span for span in spans if span not in long)
    while True:
        outer = _merge_overlaps(long)
        crossing = [span for span in inner for cut in outer if span.overlaps(cut) and not _strictly_contains(cut, span)]
        if not crossing:
            return outer, inner
        long = [*outer, *crossing]
        inner = [span for span in inner if span not in crossing]


def _strictly_contains(cut: Span, span: Span) -> bool:
    """Return whether `span` is a proper part of `cut`; an empty span at its edge is not."""
    return cut != span and cut.contains(span) and (bool(len(span)) or cut.start < span.start < cut.end)


def _merge_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Merge spans that overlap; two that only touch stay two."""
    merged: list[Span] = []
    for span in sorted(set(spans)):
        last = merged[-1] if merged else None
        if last and (span.start < last.end or span == last):
            merged[-1] = Span(last.start, max(last.end, span.end))
        else:
            merged.append(span)
    return merged


def _collect_readings(
    span: Span, parts: Sequence[Span], base: int, wordings: Sequence[Wording], aligned: Mapping[int, AlignedWording]
) -> tuple[tuple[Reading, ...], tuple[int, ...]]:
    """Return what each wording has at `span`, the base's reading first, and the wordings that have nothing there.

    Changes in `parts`, the places inside this one, are readings there.
    """
    text = wordings[base].text
    base_key = _build_reading_key(span.extract(text))
    readings = {base_key: Reading(span.extract(text), (base,))}
    absent: list[int] = []
    for number, wording in aligned.items():
        if number == base:
            continue
        part = _find_covered_part(span, wording)
        changes = [
            change
            for change in wording.comparison.changes
            if part and change not in wording.truncations and _belongs_to(change.a, part)
        ]
        own_changes = [change for change in changes if not any(_belongs_to(change.a, inner) for inner in parts)]
        if part is None or (part != span and not own_changes) or any(map(wording.is_cut, own_changes)):
            absent.append(number)
            continue
        other = wordings[number].text
        printed = _project_span(part, changes, text, other).extract(other) if own_changes else ""
        key = _build_reading_key(printed) if own_changes else base_key
        most_serious = max(own_changes, key=lambda change: change.severity, default=None)
        reading = readings.get(key, Reading(printed.strip(), (), most_serious))
        readings[key] = replace(reading, wordings=tuple(sorted((*reading.wordings, number))))
    return tuple(readings.values()), tuple(absent)


def _belongs_to(change: Span, place: Span) -> bool:
    """Return whether the change belongs to the place; an insertion at its very edge is a place of its own."""
    return change == place or (place.contains(change) and (bool(len(change)) or _strictly_contains(place, change)))


def _find_covered_part(span: Span, aligned: AlignedWording) -> Span | None:
    """Return how much of the place a wording prints; None where the place is cut or outside what the wording covers."""
    if any(_strictly_contains(change.a, span) for change in aligned.comparison.changes):
        return None
    if aligned.coverage.contains(span):
        return span
    if not aligned.coverage.overlaps(span):
        return None
    return Span(max(span.start, aligned.coverage.start), min(span.end, aligned.coverage.end))


def _project_span(place: Span, changes: Sequence[Change], base: str, text: str) -> Span:
    """Return the span of `text` that corresponds to `place` in the base, given the changes inside it, in order.

    Outside these changes it has the base's letters, so as many are counted off.
    """
    first, last = changes[0], changes[-1]
    start = _skip_letters(text, first.b.start, len("".join(base[place.start : first.a.start].split())), -1)
    end = _skip_letters(text, last.b.end, len("".join(base[last.a.end : place.end].split())), 1)
    return Span(start, max(start, end))


def _skip_letters(text: str, at: int, letters: int, step: int) -> int:
    """Return the offset in `text` that lies so many letters from `at`, white space not counted."""
    while letters and 0 <= at - (step < 0) < len(text):
        letters -= not text[at - (step < 0)].isspace()
        at += step
    return at


def _build_reading_key(text: str) -> str:
    """Return a key that is equal for equal readings: the words, or the marks where there are no words."""
    folded = fold(text)
    bare = folded.strip(" .,;:!?")
    if any(map(str.isalnum, bare)):
        return bare
    return "..." if ".." in folded else folded
