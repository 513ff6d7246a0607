r"""Origins: which printing may be copied from which, how certain that is, and why.

OffGuardian prints Lavrov's aside and credits TASS, Russia Insider sets dots for the aside, SANA prints neither. Whoever
set the dots had the aside before him: Russia Insider's text fits only OffGuardian's, or the source of that::

    >>> from articles.engine.comparison.collation import collate
    >>> tass = "pledged not to act against the army (they never went back from their words), and the strikes spared it"
    >>> dots = tass.replace(" (they never went back from their words)", "\u2026\u2026")
    >>> printings = [PrintingMetadata("OffGuardian", credits=("TASS",)), PrintingMetadata("Russia Insider")]
    >>> origins = infer_descent(collate([tass, dots]), printings).origins
    >>> origins[0].certainty, origins[0].sources[0].unseen_outlet
    ('shown', 'TASS')
    >>> origins[1].certainty, origins[1].sources[0].wording
    ('one', 0)

Evidence, strongest first: whom a printing credits; marks with a direction (dots, lost brackets, lost words, since
nobody restores words unseen); shared rare readings; what else the articles share; the dates, as exactly as known. A
credit line *shows* a source. Without one the answer is a set: *one* source that fits, *several* of which one is the
source, or *unknown* where too many would fit; *first* where no printing found can be the source.

The answers are about texts: "from this text or a copy of it". No source is ever later than its copy. Dates, credits and
outlets are passed in. See also: `descent.variant_readings` (changes made in copying), `descent.source_inference`
(weighing the candidates), `articles.presentation.change_story` (the wording on pages).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.engine.comparison.collation import Collation
from articles.engine.descent.source_inference import (
    Certainty,
    VariantReading,
    Witness,
    count_edits,
    find_reversions,
    find_sharing_witness,
    infer_sources,
    log_innovation_probability,
    log_unseen_source_probability,
    select_sources,
)
from articles.engine.descent.variant_readings import find_missing_words, find_variants
from articles.engine.text.normalization import fold
from articles.engine.text.phrases import ELLIPSIS, count_phrase
from articles.engine.text.tokenization import tokenize_plain

MAX_REASON_WORDS = 6  # of a passage cited in a reason


@dataclass(frozen=True, slots=True)
class PrintingMetadata:
    """What is known of one printing besides its words."""

    outlet: str
    earliest: float = -math.inf  # bounds of the time of publication, in any common unit
    latest: float = math.inf
    credits: tuple[str, ...] = ()  # outlets that the printing names or links to
    quotations: frozenset[int] = frozenset()  # what else its article quotes: keys that are equal for equal words


@dataclass(frozen=True, slots=True)
class Source:
    """A possible source of a wording: another wording, or (None) the outlet `unseen_outlet`, credited but not found."""

    wording: int | None
    probability: float  # its share of all possible descents
    unseen_outlet: str = ""
    reasons: tuple[str, ...] = ()  # for and against it, in plain words


@dataclass(frozen=True, slots=True)
class Origin:
    """The possible sources of one wording, the likeliest first, and how certain they are."""

    wording: int
    certainty: Certainty
    sources: tuple[Source, ...] = ()
    sharing_wording: int | None = None  # shares what the likeliest source lacks: an unseen printing lies between


@dataclass(frozen=True, slots=True)
class Descent:
    """The origin of each wording compared with the base."""

    origins: tuple[Origin, ...]
    independent_count: int  # texts that cannot come from one another; those that credit the same outlet count once
    outlet_count: int


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All that is known: the wordings compared with the base, by number, and their witnesses in the same order."""

    collation: Collation
    printings: Sequence[PrintingMetadata]
    wordings: tuple[int, ...]
    witnesses: tuple[Witness, ...]


def infer_descent(collation: Collation, printings: Sequence[PrintingMetadata]) -> Descent:
    """Infer the possible sources of each wording; `printings` are the collated printings, in the same order."""
    wordings = tuple(sorted(collation.aligned))
    variants = find_variants(collation)
    missing = find_missing_words(collation, variants)
    witnesses = tuple(_build_witness(collation, printings, number, variants, missing) for number in wordings)
    evidence = _Evidence(collation, printings, wordings, witnesses)
    sources = {index: _find_credited_sources(evidence, wording) for index, wording in enumerate(wordings)}
    credited = {index: found for index, found in sources.items() if found}
    positions: dict[int | None, int] = {wording: index for index, wording in enumerate(wordings)}
    known = {index: positions.get(found[0].wording) for index, found in credited.items()}
    shares = infer_sources(witnesses, known)
    origins = tuple(
        Origin(wording, "shown", credited[index])
        if index in credited
        else _infer_origin(evidence, index, shares[index])
        for index, wording in enumerate(wordings)
    )
    return Descent(origins, _count_independent(evidence), len({fold(printing.outlet) for printing in printings}))


def _build_witness(
    collation: Collation,
    printings: Sequence[PrintingMetadata],
    wording: int,
    variants: Mapping[int, frozenset[VariantReading]],
    missing: Mapping[int, frozenset[int]],
) -> Witness:
    own = [printings[number] for number in collation.wordings[wording].printings]
    return Witness(
        variants=variants[wording],
        earliest=min(printing.earliest for printing in own),
        latest=min(printing.latest for printing in own),
        printing_count=len(own),
        quotations=frozenset[int]().union(*(printing.quotations for printing in own)),
        missing_words=missing[wording],
    )


def _find_credited_sources(evidence: _Evidence, wording: int) -> tuple[Source, ...]:
    """Return the sources that printings of this wording credit: other wordings, or outlets without a known printing."""
    reasons: dict[tuple[int | None, str], list[str]] = {}
    for number in evidence.collation.wordings[wording].printings:
        outlet = evidence.printings[number].outlet
        for credit in evidence.printings[number].credits:
            if names_outlet(credit, outlet):
                continue
            source = _find_credited_wording(evidence, credit, number)
            if source == wording:
                continue
            unseen_outlet = credit if source is None else ""
            reasons.setdefault((source, unseen_outlet), []).append(f"{outlet} credits {credit}")
    ranked = sorted(reasons, key=lambda key: (-len(reasons[key]), key[0] is None))
    return tuple(Source(key[0], 1.0, key[1], tuple(dict.fromkeys(reasons[key]))) for key in ranked)


def _find_credited_wording(evidence: _Evidence, credit: str, crediting: int) -> int | None:
    """Return the wording in which the credited outlet printed the words, no later than printing `crediting`."""
    for wording in evidence.wordings:
        for number in evidence.collation.wordings[wording].printings:
            printing = evidence.printings[number]
            can_be_earlier = printing.earliest <= evidence.printings[crediting].latest
            if number != crediting and can_be_earlier and names_outlet(credit, printing.outlet):
                return wording
    return None


def names_outlet(credit: str, outlet: str) -> bool:
    """Return whether a credit names this outlet.

    >>> names_outlet("TASS reports", "TASS"), names_outlet("the Tass agency", "TASS"), names_outlet("RTL", "RT")
    (True, True, False)
    """
    return f" {fold(outlet)} " in f" {fold(credit)} "


def _count_independent(evidence: _Evidence) -> int:
    """Count the texts that cannot come from one another; those that credit the same outlet count once."""
    groups: list[set[str]] = []
    for number, family in enumerate([evidence.wordings, *evidence.collation.families]):
        numbers = [printing for wording in family for printing in evidence.collation.wordings[wording].printings]
        credited = {fold(credit) for printing in numbers for credit in evidence.printings[printing].credits}
        joined = {f"family {number}"} | credited
        for group in [group for group in groups if group & joined]:
            groups.remove(group)
            joined |= group
        groups.append(joined)
    return len(groups)


def _infer_origin(evidence: _Evidence, index: int, shares: dict[int, float]) -> Origin:
    """Return the sources that the shares leave for the witness at `index`, with the reasons."""
    certainty, candidates = select_sources(shares)
    sources = tuple(
        Source(evidence.wordings[source], shares[source], reasons=tuple(_explain_source(evidence, source, index)))
        for source in candidates
    )
    return Origin(evidence.wordings[index], certainty, sources, _find_sharing_wording(evidence, index, candidates))


def _find_sharing_wording(evidence: _Evidence, index: int, candidates: Sequence[int]) -> int | None:
    """Return the wording that shares with this one what the likeliest source lacks and nobody would change twice."""
    sharing = find_sharing_witness(evidence.witnesses, candidates[0], index) if candidates else None
    if sharing is None or sharing in candidates:
        return None
    witnesses, source = evidence.witnesses, candidates[0]
    innovation = log_innovation_probability(witnesses[index].variants - witnesses[source].variants)
    is_likelier = log_unseen_source_probability(witnesses, source, index, sharing) > innovation
    return evidence.wordings[sharing] if is_likelier else None


def _explain_source(evidence: _Evidence, source: int, index: int) -> Iterator[str]:
    """Yield what speaks for and against this source, as predicates of the text that may come from it."""
    original, copy = evidence.witnesses[source], evidence.witnesses[index]
    common, new = original.variants & copy.variants, copy.variants - original.variants
    reversions = find_reversions(original, copy)
    yield from _explain_dots(evidence, new)
    if common:
        yield f"shares {count_phrase(count_edits(common), 'difference')} from the fullest version with it"
    if new and not reversions:
        yield f"changes it only in {count_phrase(count_edits(new), 'place')}"
    elif not reversions:
        yield "has the same words throughout"
    if _is_truncated(copy) and not _is_truncated(original):
        yield "has only a part of it"
    shared_quotations = len(original.quotations & copy.quotations)
    if shared_quotations:
        yield f"their articles share {count_phrase(shared_quotations, 'other quotation')}"
    yield (
        "was published later" if original.latest < copy.earliest else "the dates do not say which of the two is earlier"
    )
    if reversions:
        yield f"against it: it would have reversed {count_phrase(count_edits(reversions), 'change')}"


def _explain_dots(evidence: _Evidence, new: frozenset[VariantReading]) -> Iterator[str]:
    """Yield a reason for each omission mark: whoever set it had the omitted words."""
    base = tokenize_plain(evidence.collation.wordings[evidence.collation.base].text)
    new_names = {variant.name for variant in new}
    dots = [int(str(name[1])) for name in new_names if name[0] == "dots" and ("gone", name[1]) in new_names]
    for start in sorted(dots):
        end = next(index for index in range(start, len(base) + 1) if ("gone", index) not in new_names)
        words = base.text[base.starts[start] : base.ends[end - 1]].split()
        shown = " ".join(words[:MAX_REASON_WORDS]) + (ELLIPSIS if len(words) > MAX_REASON_WORDS else "")
        quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{shown}\N{RIGHT DOUBLE QUOTATION MARK}"
        yield f"its dots replace {quoted}, so its author had these words"


def _is_truncated(witness: Witness) -> bool:
    return any(str(variant.name[0]).startswith("truncation.") for variant in witness.variants)
