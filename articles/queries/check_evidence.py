"""Evidence of a quote check: how a passage stands to the printings of one lineage.

The verdict is about the earliest printing that has the passage, whole or in part: an earlier fragment that lacks the
passage proves nothing. The nearest printing says who publishes the words as they were pasted. Counted besides are
the outlets that agree with the earliest printing where the passage differs from it most seriously, and the speakers
that the articles name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from rapidfuzz.distance import LCSseq

from articles.engine.comparison.compare import DIFF_FROM
from articles.engine.comparison.partial_match import PartialMatch, contains_sequence, find_partial_match
from articles.engine.text.aliases import Aliases
from articles.engine.text.normalization import fold
from articles.engine.text.person_names import build_name_key, has_role_words, may_be_same
from articles.engine.text.tokenization import extract_words
from articles.models import Lineage, Printing, SpeakerCertainty, SpeakerName
from articles.models.article import build_appearance
from articles.models.quote import PrintingOrder, build_printing_order

PRINTINGS_READ = 300  # of a lineage, the first taken in: enough for every wording of all but the most reprinted
WORDINGS_COMPARED = 4  # of a lineage, the nearest by letters; a comparison takes up to 1 ms
EARLY_WORDINGS_COMPARED = 8  # of a lineage, the earliest, to find the first that has the passage
COVERAGE_SHARE = 0.6  # share of the nearest printing's overlap from which an earlier one counts as having the passage
# Overlap and changed words with which a passage is the same but for a few words. Of 29 labelled queries the altered and
# different ones overlap by 0.81 and more with the earliest printing, the ones that are not found by 0.66 at most.
CLOSE_OVERLAP, CLOSE_WORDS = 0.75, 2
LENGTH_PENALTY = 0.01  # of two printings that hold as much of the words, the shorter
OUTLET_UNKNOWN = "an unknown outlet"


@dataclass(frozen=True, slots=True)
class PrintingText:
    """As much of a printing as the comparison needs."""

    printing: int
    text: str
    outlet: str
    speaker: str
    is_speaker_sure: bool
    order: PrintingOrder


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A printing with its comparison: what changed from it to the passage."""

    row: PrintingText
    match: PartialMatch


@dataclass(frozen=True, slots=True)
class LineageEvidence:
    """How a passage stands to the printings of a lineage.

    `exact_outlets` print the very words of the passage, in `exact_count` printings; `agreeing_outlets` print what the
    earliest has where it differs most seriously (`reading`); each the earliest printing first. `speakers` counts the
    printings of each named speaker, the most often named first; `sure_speakers` are those who may be shown as a fact.
    `probability` is that of one statement standing behind
    both, 0 if they only share words.
    """

    lineage: int
    earliest: ComparedRow
    nearest: ComparedRow
    exact_outlets: tuple[str, ...]
    exact_count: int
    agreeing_outlets: tuple[str, ...]
    reading: str
    speakers: Mapping[str, int]
    sure_speakers: frozenset[str]
    probability: float

    @property
    def is_close(self) -> bool:
        """Whether the passage is the earliest printing's but for a few words, however short it is.

        The pairwise score keeps "safe for three years" and "safe for thirty years" apart, as two statements may differ.
        """
        match = self.earliest.match
        return (
            not match.is_loose and match.comparison.overlap >= CLOSE_OVERLAP and match.changed_word_count <= CLOSE_WORDS
        )

    @property
    def speaker_keys(self) -> frozenset[str]:
        """The name keys of every speaker whom the articles name."""
        return frozenset(build_name_key(name) for name in self.speakers)


def load_printing_texts(lineages: Iterable[int]) -> dict[int, list[PrintingText]]:
    """Return the printings of each lineage, of each article the fullest, earliest first."""
    sizes = Lineage.objects.filter(pk__in=lineages).values_list("pk", "printing_count", "first")
    small = [pk for pk, size, _ in sizes if size <= PRINTINGS_READ]
    large = {pk: first for pk, size, first in sizes if size > PRINTINGS_READ}
    rows: defaultdict[int, dict[int, PrintingText]] = defaultdict(dict)
    for printings in [Printing.objects.filter(lineage__in=small), *_select_large(large)]:
        for lineage, row in _iter_printing_texts(printings):
            rows[lineage][row.printing] = row
    return {lineage: _select_fullest(printed.values()) for lineage, printed in rows.items()}


def _select_fullest(rows: Iterable[PrintingText]) -> list[PrintingText]:
    """Return the longest text of each article, earliest first: an article that quotes words twice counts once.

    What later versions of an article brought has a text besides.
    """
    fullest: dict[tuple[int, int], PrintingText] = {}
    for row in sorted(rows, key=lambda row: row.order):
        *_, article, version, _ = row.order
        key = article, version
        if key not in fullest or len(row.text) > len(fullest[key].text):
            fullest[key] = row
    return sorted(fullest.values(), key=lambda row: row.order)


def compare_with_lineages(
    text: str, lineages: Mapping[int, float], printed: Mapping[int, Sequence[PrintingText]], aliases: Aliases
) -> Iterator[LineageEvidence]:
    """Return the evidence of each lineage; `lineages` holds the probability of one statement behind both."""
    words = extract_words(text)
    for lineage, probability in lineages.items():
        rows = printed.get(lineage, ())
        if not rows:
            continue
        exact = {wording for wording in {row.text for row in rows} if words and _has_words(wording, words)}
        near = _select_near(text, rows, exact)
        compared = [ComparedRow(row, find_partial_match(row.text, text, aliases)) for row in near]
        nearest = min(compared, key=lambda each: each.match.distance)
        exact |= {each.row.text for each in compared if each.match.is_same and not each.match.extra_word_count}
        earliest = _find_earliest(text, rows, nearest, compared, aliases)
        reading = _extract_reading(earliest)
        there = extract_words(reading)
        yield LineageEvidence(
            lineage,
            earliest,
            nearest,
            tuple(dict.fromkeys(row.outlet for row in rows if row.text in exact)),
            sum(row.text in exact for row in rows),
            tuple(
                dict.fromkeys(row.outlet for row in rows if there and contains_sequence(extract_words(row.text), there))
            ),
            reading,
            dict(Counter(row.speaker for row in rows if row.speaker).most_common()),
            frozenset(row.speaker for row in rows if row.speaker and row.is_speaker_sure),
            probability,
        )


def evidence_sort_key(found: LineageEvidence) -> tuple[bool, bool, float, tuple[bool, int, int]]:
    """Sort the lineages that print the very words first, then the most probable, then the nearest."""
    return not found.exact_outlets, not found.probability, -round(found.probability, 2), found.nearest.match.distance


def load_speaker_keys(names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return for each personal name the name keys under which its bearer may be known; descriptions are left out.

    "Solberg" is Ida Solberg; "the mayor" may be anybody, so that nothing is claimed of it.
    """
    keys = {name: key for name in names if (key := build_name_key(name)) and not has_role_words(name)}
    known: defaultdict[str, set[str]] = defaultdict(set)
    if keys:
        bearers = SpeakerName.objects.filter(speaker__names__key__in=set(keys.values()))
        for key, other in bearers.values_list("speaker__names__key", "key"):
            known[key].add(other)
    return {name: frozenset({key, *known[key]}) for name, key in keys.items()}


def is_other_speaker(asked: Set[str], named: Set[str]) -> bool:
    """Return whether the articles name speakers, and none of them can be the person asked for; both are name keys."""
    return bool(asked and named) and not any(may_be_same(one, other) for one in asked for other in named)


# --- rows ---------------------------------------------------------------------------------------------------------


def _select_large(firsts: Mapping[int, int | None]) -> Iterator["QuerySet[Printing]"]:
    """Select the first printings taken in of each large lineage, and its earliest."""
    for lineage, first in sorted(firsts.items()):
        yield Printing.objects.filter(lineage=lineage).order_by("pk")[:PRINTINGS_READ]
        yield Printing.objects.filter(lineage=lineage, quote=first)


def _iter_printing_texts(printings: "QuerySet[Printing]") -> Iterator[tuple[int, PrintingText]]:
    appeared = Coalesce("quote__seen", build_appearance("quote__article__"))
    columns = ("lineage", "pk", "start", "end", "quote__text", appeared, "quote__article__precision")
    others = ("quote__article", "quote__start", "quote__version", "quote__article__outlet__name")
    speakers = ("quote__speaker__name", "quote__speaker_certainty")
    for row in printings.values_list(*columns, *others, *speakers):
        lineage, pk, start, end, text, moment, precision, article, place, version, outlet, speaker, certainty = row
        order = build_printing_order(moment, precision, article, place, version)
        is_sure = certainty != SpeakerCertainty.PROBABLE
        yield lineage, PrintingText(pk, text[start:end], outlet or OUTLET_UNKNOWN, speaker or "", is_sure, order)


# --- which printing -----------------------------------------------------------------------------------------------


def _has_words(text: str, words: tuple[str, ...]) -> bool:
    """Return whether `text` has the words in a row, and not behind a "not" that the passage lacks."""
    if not contains_sequence(extract_words(text), words):
        return False
    return find_partial_match(text, " ".join(words)).is_same


def _select_near(text: str, rows: Sequence[PrintingText], exact: Set[str]) -> list[PrintingText]:
    """Return the printings to compare: the earliest that has the very words, else the nearest by letters."""
    folded = fold(text)
    near = sorted(rows, key=lambda row: -_score_letters(folded, row.text))[:WORDINGS_COMPARED]
    return [row for row in rows if row.text in exact][:1] or sorted(near, key=lambda row: row.order)


def _score_letters(folded: str, text: str) -> float:
    """Count the letters of the pasted words that are found in `text`, less a little for what it has besides."""
    other = fold(text)
    return float(LCSseq.similarity(folded, other)) - LENGTH_PENALTY * len(other)


def _find_earliest(
    text: str, rows: Sequence[PrintingText], nearest: ComparedRow, compared: Sequence[ComparedRow], aliases: Aliases
) -> ComparedRow:
    """Return the earliest printing that has the passage, in whatever words; the nearest if no other has it."""
    matches = {each.row.text: each.match for each in compared}
    for wording in list(dict.fromkeys(row.text for row in rows))[:EARLY_WORDINGS_COMPARED]:
        if wording not in matches:
            matches[wording] = find_partial_match(wording, text, aliases)
    least_extra = min(match.extra_word_count for match in matches.values())
    least_overlap = max(DIFF_FROM, COVERAGE_SHARE * nearest.match.comparison.overlap)
    for row in rows:
        match = matches.get(row.text)
        if (
            match
            and not match.is_loose
            and match.extra_word_count <= least_extra
            and match.comparison.overlap >= least_overlap
        ):
            return ComparedRow(row, match)
    return nearest


def _extract_reading(earliest: ComparedRow) -> str:
    """Return what the earliest printing has at its most serious difference, with a word on either side."""
    match, printed = earliest.match, earliest.row.text
    if match.is_loose or not match.substantive_changes:
        return ""
    span = match.substantive_changes[0].a
    compared = match.printed_span.extract(printed)
    before, after = compared[: span.start].split()[-1:], compared[span.end :].split()[:1]
    return " ".join([*before, *compared[span.start : span.end].split(), *after])
