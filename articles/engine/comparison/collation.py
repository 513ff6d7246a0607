r"""At which places do many printings of the same words differ, and who prints what there?

TASS prints "against the Syrian army (life has proved they never went back from their words), analysis", Russia Insider
sets dots for the aside and SANA nothing. Laid against one of them, the *base*, that is one place with three readings::

    >>> aside = "(life has proved they never went back from their words)"
    >>> tass = f"pledged not to act against the Syrian army {aside}, analysis of the strikes drives us to a conclusion"
    >>> others = [tass.replace(f" {aside}", "\u2026\u2026"), tass.replace(f" {aside}", "")]
    >>> found = collate([tass, *others, tass])
    >>> [[reading.text for reading in place.readings] for place in found.places]
    [['(life has proved they never went back from their words)', '……', '']]
    >>> [wording.printings for wording in found.wordings]
    [(0, 3), (1,), (2,)]

Printings whose folded texts are the same are one *wording* and compared once. The base is the earliest printing that is
complete, unless another is asked for. Where differences of several printings overlap they are united into one place,
but a long cut does not swallow what others change inside it: there, the printing that cuts is *absent*. Likewise a
printing that begins later or ends earlier covers less; it has no reading of what it leaves out. Wordings too unlike the
base to be the same text - other translations, retellings - stand apart. What only typesetting changes makes no place.

Textual scholars call this a collation of witnesses. Left to others: two printings in detail (`comparison`), who may
have taken the words from whom (`descent`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.compare import Comparison, ComparisonMode, compare
from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.normalization import fold
from articles.engine.text.spans import Span

# Share of the words of the longest printing that a complete one has. SANA, which cut an aside, has 0.87 of TASS's;
# the fragments in circulation ("these were selective, I would say sparing, strikes") have under a third.
COMPLETE_SHARE = 0.75
# Wordings laid against the base: 50 of 60 words take 25 ms (`benchmarks.bench_collation`), a page has 150.
MAX_WORDINGS = 50
MAX_FAMILIES = 3  # bases tried until one is found that most printings agree with; each compares all the rest again
LONG_CUT_WORDS = (
    5  # words: TASS's aside has 10; a shorter change is one reading among others, whatever else is changed there
)
TYPOGRAPHIC_SEVERITY = 0  # the danger of a change that is typesetting only
_TRAILING_MARKS = ",;: "  # a comma before the closing mark belongs to the sentence around the quotation


@dataclass(frozen=True, slots=True)
class Wording:
    """Printings (by their places in the list given, in order) that print the same words; `text` is as the first did."""

    text: str
    printings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the printings of some wordings have at a place; `change` is the gravest from the base, None for its own."""

    text: str
    wordings: tuple[int, ...]
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the base where printings differ, with the readings there: the base's own first.

    `absent` are the wordings that have nothing to compare there: they begin later, end earlier or lack the passage.
    `inside` is the number of the place, a long cut, that this one lies in.
    """

    number: int
    span: Span
    readings: tuple[Reading, ...]
    absent: tuple[int, ...] = ()
    enclosing: int | None = None

    def find_reading(self, wording: int) -> int | None:
        """Which of the readings a wording has; None where it has nothing there or was not compared."""
        return next((at for at, reading in enumerate(self.readings) if wording in reading.wordings), None)

    @property
    def severity(self) -> int:
        """How much the gravest reading can do to the sense."""
        return max(
            (reading.change.severity for reading in self.readings if reading.change), default=TYPOGRAPHIC_SEVERITY
        )


@dataclass(frozen=True, slots=True)
class AlignedWording:
    """One wording laid against the base.

    `covers` is the stretch of the base it prints, `cuts` what it leaves out before and after; `slight` counts what only
    typesetting changed; `sure` is False where it is a near thing that the two are one text.
    """

    comparison: Comparison
    coverage: Span
    truncations: tuple[Change, ...]
    typographic_count: int
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Collation:
    """All wordings, the one that is the base, the places where others differ from it.

    `laid` holds the wordings that are one text with the base, itself included; `families` the others in groups that
    each are one text: further translations or retellings. `left_out` are more wordings than are compared.
    """

    wordings: tuple[Wording, ...]
    base: int
    places: tuple[Place, ...]
    aligned: Mapping[int, AlignedWording]
    families: tuple[tuple[int, ...], ...]
    left_out: tuple[int, ...]


def collate(
    texts: Sequence[str],
    *,
    base: int | None = None,
    aliases: Aliases = STANDARD_ALIASES,
    max_wordings: int = MAX_WORDINGS,
    curator_modes: Mapping[tuple[int, int], ComparisonMode] | None = None,
) -> Collation:
    """`texts`, the earliest first and at least one, laid against the printing at place `base`, else the fittest.

    `judged` says of two of them, by their places, whether they are one text ("diff") or two, where a person said.
    """
    wordings = group_wordings(texts)
    chosen = None if base is None else next(at for at, each in enumerate(wordings) if base in each.printings)
    compared, left_out = _select_compared(wordings, chosen, max_wordings)
    families = _group_families(wordings, compared, chosen, aliases, _index_curator_modes(wordings, curator_modes or {}))
    main = families[0] if chosen is not None else max(families, key=lambda each: each.count_printings(wordings))
    others = tuple(tuple(sorted(each.comparisons)) for each in families if each is not main)
    text = wordings[main.base].text
    laid = {at: _align_wording(text, comparison) for at, comparison in main.comparisons.items()}
    return Collation(wordings, main.base, _build_places(wordings, main.base, laid), laid, others, left_out)


def group_wordings(texts: Iterable[str]) -> tuple[Wording, ...]:
    """The different wordings in order of their first printing."""
    found: dict[str, list[int]] = {}
    first: dict[str, str] = {}
    for at, text in enumerate(texts):
        key = build_wording_key(text)
        found.setdefault(key, []).append(at)
        first.setdefault(key, text)
    return tuple(Wording(first[key], tuple(printings)) for key, printings in found.items())


def build_wording_key(text: str) -> str:
    """What two printings have in common that print the same words.

    >>> build_wording_key("the Syrian army,") == build_wording_key("The Syrian\\u00a0army") != build_wording_key("the Syrian army...")
    True
    """
    folded = fold(text).strip(_TRAILING_MARKS)
    whole = folded[:-1] if folded.endswith(".") and not folded.endswith("..") else folded
    return whole.strip(_TRAILING_MARKS) or folded


def _select_compared(wordings: Sequence[Wording], chosen: int | None, most: int) -> tuple[list[int], tuple[int, ...]]:
    """The wordings to compare, in order, and those that are too many: the least printed, the latest of them first."""
    if len(wordings) <= most:
        return list(range(len(wordings))), ()
    ranked = sorted(range(len(wordings)), key=lambda at: (at != chosen, -len(wordings[at].printings), at))
    return sorted(ranked[:most]), tuple(sorted(ranked[most:]))


@dataclass(frozen=True, slots=True)
class _Family:
    """Wordings that are one text with the wording `base`, each with its comparison."""

    base: int
    comparisons: dict[int, Comparison]

    def count_printings(self, wordings: Sequence[Wording]) -> int:
        return sum(len(wordings[at].printings) for at in self.comparisons)


def _index_curator_modes(
    wordings: Sequence[Wording], judged: Mapping[tuple[int, int], ComparisonMode]
) -> dict[frozenset[int], ComparisonMode]:
    """What was said of two printings, of their wordings."""
    where = {printing: at for at, wording in enumerate(wordings) for printing in wording.printings}
    return {frozenset((where[one], where[other])): mode for (one, other), mode in judged.items()}


def _group_families(
    wordings: Sequence[Wording],
    compared: Sequence[int],
    chosen: int | None,
    aliases: Aliases,
    judged: Mapping[frozenset[int], ComparisonMode],
) -> list[_Family]:
    """The wordings compared, in groups that are one text each; after some tries the rest alone."""
    families: list[_Family] = []
    rest = list(compared)
    while rest and len(families) < MAX_FAMILIES:
        base = chosen if chosen in rest and chosen is not None else _find_earliest_complete(wordings, rest)
        text = wordings[base].text
        laid = {
            at: compare(text, wordings[at].text, aliases, curator_mode=judged.get(frozenset((base, at)))) for at in rest
        }
        families.append(_Family(base, {at: found for at, found in laid.items() if at == base or found.mode == "diff"}))
        rest = [at for at in rest if at not in families[-1].comparisons]
    alone = (_Family(at, {at: compare(wordings[at].text, wordings[at].text, aliases)}) for at in rest)
    return [*families, *alone]


def _find_earliest_complete(wordings: Sequence[Wording], among: Sequence[int]) -> int:
    lengths = {at: len(wordings[at].text.split()) for at in among}
    longest = max(lengths.values())
    return next(at for at in among if lengths[at] >= COMPLETE_SHARE * longest)


def _align_wording(base: str, comparison: Comparison) -> AlignedWording:
    """What of the base is covered, and what only typesetting changed."""
    cuts = tuple(change for change in comparison.changes if change.kind.startswith("truncation."))
    start = max((change.a.end for change in cuts if change.kind == "truncation.start"), default=0)
    end = min((change.a.start for change in cuts if change.kind == "truncation.end"), default=len(base))
    slight = sum(change.severity <= TYPOGRAPHIC_SEVERITY for change in comparison.changes)
    return AlignedWording(comparison, Span(start, max(start, end)), cuts, slight, comparison.is_certain)


def _build_places(wordings: Sequence[Wording], base: int, laid: Mapping[int, AlignedWording]) -> tuple[Place, ...]:
    """The places in the order of the base, the passage of a long cut before the places inside it."""
    text = wordings[base].text
    outer, inner = _find_place_spans([change.a for each in laid.values() for change in _select_substantive(each)], text)
    numbers = {span: number for number, span in enumerate(sorted({*outer, *inner}, key=_place_sort_key), start=1)}
    places = []
    for span, number in numbers.items():
        around = next((numbers[cut] for cut in outer if _strictly_contains(cut, span)), None)
        parts = [other for other in inner if _strictly_contains(span, other)]
        readings, absent = _collect_readings(span, parts, base, wordings, laid)
        places.append(Place(number, span, readings, absent, around))
    return tuple(places)


def _place_sort_key(span: Span) -> tuple[int, int, int]:
    """As they are read: what is put in before a word, then a passage, then the places inside it."""
    return span.start, min(len(span), 1), -span.end


def _select_substantive(laid: AlignedWording) -> Iterator[Change]:
    """The changes that make a place: not typesetting, not the ends that are left out."""
    return (
        change
        for change in laid.comparison.changes
        if change.severity > TYPOGRAPHIC_SEVERITY and change not in laid.truncations
    )


def _find_place_spans(spans: Sequence[Span], text: str) -> tuple[list[Span], list[Span]]:
    """The stretches of the base to make places of: those of long passages, and all others, each set free of overlaps.

    What reaches over the edge of a long one widens it, so that in the end each of the others lies in one or outside.
    """
    long = [span for span in spans if len(span.extract(text).split()) >= LONG_CUT_WORDS]
    inner = _merge_overlaps(span for span in spans if span not in long)
    while True:
        outer = _merge_overlaps(long)
        astride = [span for span in inner for cut in outer if span.overlaps(cut) and not _strictly_contains(cut, span)]
        if not astride:
            return outer, inner
        long = [*outer, *astride]
        inner = [span for span in inner if span not in astride]


def _strictly_contains(cut: Span, span: Span) -> bool:
    """Does `span` lie in `cut` and is not all of it, and, where it is empty, not merely at its edge?"""
    return cut != span and cut.contains(span) and (bool(len(span)) or cut.start < span.start < cut.end)


def _merge_overlaps(spans: Iterable[Span]) -> list[Span]:
    """`spans` with those that overlap made one; two that only touch stay two."""
    united: list[Span] = []
    for span in sorted(set(spans)):
        last = united[-1] if united else None
        if last and (span.start < last.end or span == last):
            united[-1] = Span(last.start, max(last.end, span.end))
        else:
            united.append(span)
    return united


def _collect_readings(
    span: Span, parts: Sequence[Span], base: int, wordings: Sequence[Wording], laid: Mapping[int, AlignedWording]
) -> tuple[tuple[Reading, ...], tuple[int, ...]]:
    """What each wording has at `span`, the base's reading first; and those that have nothing there.

    What a wording changes in `parts`, the places inside this one, is told there.
    """
    text = wordings[base].text
    own = _build_reading_key(span.extract(text))
    found = {own: Reading(span.extract(text), (base,))}
    absent: list[int] = []
    for at, each in laid.items():
        if at == base:
            continue
        part = _find_covered_part(span, each)
        changes = _select_changes(part, each) if part else []
        told_here = [change for change in changes if not any(_belongs_to(change.a, inner) for inner in parts)]
        if part is None or (part != span and not told_here):
            absent.append(at)
            continue
        printed = _project_span(part, changes, text, wordings[at].text).extract(wordings[at].text) if told_here else ""
        key = _build_reading_key(printed) if told_here else own
        gravest = max(told_here, key=lambda change: change.severity, default=None)
        known = found.get(key, Reading(printed.strip(), (), gravest))
        found[key] = replace(known, wordings=tuple(sorted((*known.wordings, at))))
    return tuple(found.values()), tuple(absent)


def _belongs_to(change: Span, place: Span) -> bool:
    """Does the change belong to the place? What is put in at its very edge is a place of its own."""
    return change == place or (place.contains(change) and (bool(len(change)) or _strictly_contains(place, change)))


def _find_covered_part(span: Span, laid: AlignedWording) -> Span | None:
    """How much of the place a wording prints; None where it is cut, or before or after the words it has."""
    if any(_strictly_contains(change.a, span) for change in laid.comparison.changes):
        return None
    if laid.coverage.contains(span):
        return span
    if not laid.coverage.overlaps(span):
        return None
    return Span(max(span.start, laid.coverage.start), min(span.end, laid.coverage.end))


def _select_changes(span: Span, laid: AlignedWording) -> list[Change]:
    """The changes that belong to the place, in order."""
    return [
        change for change in laid.comparison.changes if change not in laid.truncations and _belongs_to(change.a, span)
    ]


def _project_span(place: Span, changes: Sequence[Change], base: str, text: str) -> Span:
    """The stretch of `text` that stands where the base has `place`, given the changes inside it, in order.

    Beside its changes a printing has what the base has but for white space, so as many letters are counted off.
    """
    first, last = changes[0], changes[-1]
    start = _skip_letters(text, first.b.start, len("".join(base[place.start : first.a.start].split())), -1)
    end = _skip_letters(text, last.b.end, len("".join(base[last.a.end : place.end].split())), 1)
    return Span(start, max(start, end))


def _skip_letters(text: str, at: int, letters: int, step: int) -> int:
    """The offset in `text` that lies so many letters from `at`, white space not counted."""
    while letters and 0 <= at - (step < 0) < len(text):
        letters -= not text[at - (step < 0)].isspace()
        at += step
    return at


def _build_reading_key(text: str) -> str:
    """What makes two readings the same: the words, or the marks where there are no words."""
    folded = fold(text)
    bare = folded.strip(" .,;:!?")
    if any(map(str.isalnum, bare)):
        return bare
    return "..." if ".." in folded else folded
