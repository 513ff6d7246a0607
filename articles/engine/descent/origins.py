r"""Which printing may have been taken from which, and how sure can one be?

OffGuardian prints Lavrov's aside and credits TASS, Russia Insider sets dots for the aside, SANA prints neither. Whoever
set the dots had the aside before him: Russia Insider's text fits only OffGuardian's, or what that goes back to::

    >>> tass = "pledged not to act against the army (they never went back from their words), and the strikes spared it"
    >>> dots = tass.replace(" (they never went back from their words)", "\u2026\u2026")
    >>> found = infer_descent(collate([tass, dots]), [PrintingMetadata("OffGuardian", credits=("TASS",)), PrintingMetadata("Russia Insider")])
    >>> [(origin.certainty, [source.unseen_outlet or source.wording for source in origin.sources]) for origin in found.origins]
    [('shown', ['TASS']), ('one', [0])]

Evidence, strongest first: whom a printing credits; marks that have a direction (dots, brackets lost, words gone, for
nobody restores words unseen); rare readings shared; what else their articles share; the dates, as exactly as known.
A credit line *shows* a source. Else the answer is a set: *one* source that fits, *several* of which it is one, or
*unknown* where too many would fit; *first* where nothing seen can have been the source.

The answers are about texts: "from this text or a copy of it". Nothing is ever drawn from a later printing to an earlier
one. Dates, credits and outlets come in as arguments. Left to others: the readings (`collation`), which of them came in
by copying (`traits`), weighing the possible sources (`spreading`), telling it (`articles.presentation.change_story`).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.engine.comparison.collation import Collation, collate
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
from articles.engine.descent.variants import find_missing_words, find_variants
from articles.engine.text.normalization import fold
from articles.engine.text.tokenization import tokenize_plain

__all__ = ["Descent", "Origin", "PrintingMetadata", "Source", "collate", "infer_descent", "names_outlet"]

MAX_REASON_WORDS = 6  # of a passage that a reason repeats


@dataclass(frozen=True, slots=True)
class PrintingMetadata:
    """What is known of one printing besides its words.

    `earliest` and `latest` enclose when it was printed, in any unit that is the same for all (seconds); unknown, it may
    have been at any time. `credits` are the outlets it names or links to, `quotations` what else its article quotes, by
    keys that are the same where the words are.
    """

    outlet: str
    earliest: float = -math.inf
    latest: float = math.inf
    credits: tuple[str, ...] = ()
    quotations: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a wording may have been taken from: a wording, or (None) the outlet `unseen`, credited but not seen.

    `share` is that of all ways in which it is so; `reasons` say in plain words what speaks for it, and what against.
    """

    wording: int | None
    probability: float
    unseen_outlet: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The possible sources of one wording, likeliest first, and how sure that is.

    `beside` is a wording that shares with this one what its likeliest source does not have: a printing that was not
    seen seems to lie between.
    """

    wording: int
    certainty: Certainty
    sources: tuple[Source, ...] = ()
    sharing_wording: int | None = None


@dataclass(frozen=True, slots=True)
class Descent:
    """The origin of each wording laid against the base.

    `independent` counts the texts that cannot come from one another: this one, and each other translation or retelling,
    those that credit one outlet together. `outlets` is how many printed any of them.
    """

    origins: tuple[Origin, ...]
    independent_count: int
    outlet_count: int

    def find_origin(self, wording: int) -> Origin | None:
        """The origin of a wording; None where it was not laid against the base."""
        return next((origin for origin in self.origins if origin.wording == wording), None)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All that is known: the wordings laid against the base, by number, and their texts in the same order."""

    collation: Collation
    printings: Sequence[PrintingMetadata]
    wordings: tuple[int, ...]
    witnesses: tuple[Witness, ...]


def infer_descent(collation: Collation, printed: Sequence[PrintingMetadata]) -> Descent:
    """Who may have taken the words from whom; `printed` are the printings that were collated, in the same order."""
    wordings = tuple(sorted(collation.aligned))
    traits = find_variants(collation)
    missing = find_missing_words(collation, traits)
    known = _Evidence(
        collation,
        printed,
        wordings,
        tuple(_build_witness(collation, printed, at, traits[at], missing[at]) for at in wordings),
    )
    credited = {number: found for number, at in enumerate(wordings) if (found := _find_credited_sources(known, at))}
    sure = {number: _find_position(wordings, found[0].wording) for number, found in credited.items()}
    shares = infer_sources(known.witnesses, sure)
    origins = tuple(
        Origin(at, "shown", credited[number]) if number in credited else _infer_origin(known, number, shares[number])
        for number, at in enumerate(wordings)
    )
    return Descent(origins, _count_independent(known), len({fold(each.outlet) for each in printed}))


def _build_witness(
    collation: Collation,
    printed: Sequence[PrintingMetadata],
    at: int,
    traits: frozenset[VariantReading],
    missing: frozenset[int],
) -> Witness:
    those = [printed[number] for number in collation.wordings[at].printings]
    return Witness(
        variants=traits,
        earliest=min(each.earliest for each in those),
        latest=min(each.latest for each in those),
        printing_count=len(those),
        quotations=frozenset[int]().union(*(each.quotations for each in those)),
        missing_words=missing,
    )


def _find_position(wordings: Sequence[int], wording: int | None) -> int | None:
    return wordings.index(wording) if wording in wordings and wording is not None else None


# ---------------------------------------------------------------- what credit lines show


def _find_credited_sources(known: _Evidence, at: int) -> tuple[Source, ...]:
    """The sources that printings of this wording name: another wording, or outlets that were not seen."""
    by: dict[tuple[int | None, str], list[str]] = {}
    for number in known.collation.wordings[at].printings:
        own = known.printings[number].outlet
        for credit in known.printings[number].credits:
            seen = None if names_outlet(credit, own) else _find_credited_wording(known, credit, number)
            if names_outlet(credit, own) or seen == at:
                continue
            by.setdefault((seen, "" if seen is not None else credit), []).append(f"{own} credits {credit}")
    ranked = sorted(by, key=lambda key: (-len(by[key]), key[0] is None))
    return tuple(Source(seen, 1.0, unseen, tuple(dict.fromkeys(by[seen, unseen]))) for seen, unseen in ranked)


def _find_credited_wording(known: _Evidence, credit: str, by: int) -> int | None:
    """The wording in which the credited outlet printed the words, no later than printing `by`."""
    for at in known.wordings:
        for number in known.collation.wordings[at].printings:
            earlier = known.printings[number].earliest <= known.printings[by].latest
            if number != by and earlier and names_outlet(credit, known.printings[number].outlet):
                return at
    return None


def names_outlet(credit: str, outlet: str) -> bool:
    """Does a credit name this outlet?

    >>> names_outlet("TASS reports", "TASS"), names_outlet("the Tass agency", "TASS"), names_outlet("RTL", "RT")
    (True, True, False)
    """
    return f" {fold(outlet)} " in f" {fold(credit)} "


def _count_independent(known: _Evidence) -> int:
    """How many texts there are that cannot come from one another, those that credit one outlet counted once."""
    groups: list[set[str]] = []
    for number, family in enumerate([known.wordings, *known.collation.families]):
        printings = [each for at in family for each in known.collation.wordings[at].printings]
        joined = {f"family {number}"} | {fold(credit) for each in printings for credit in known.printings[each].credits}
        for group in [group for group in groups if group & joined]:
            groups.remove(group)
            joined |= group
        groups.append(joined)
    return len(groups)


# ---------------------------------------------------------------- what the words and dates allow


def _infer_origin(known: _Evidence, number: int, shares: dict[int, float]) -> Origin:
    """The sources that the weights leave for the text at place `number`, with the reasons."""
    certainty, found = select_sources(shares)
    sources = tuple(
        Source(known.wordings[source], shares[source], reasons=tuple(_explain_source(known, source, number)))
        for source in found
    )
    return Origin(known.wordings[number], certainty, sources, _find_sharing_wording(known, number, found))


def _find_sharing_wording(known: _Evidence, number: int, found: Sequence[int]) -> int | None:
    """The wording that shares with this one what the likeliest source lacks and no hand would make twice."""
    shared = find_sharing_witness(known.witnesses, found[0], number) if found else None
    if shared is None or shared in found:
        return None
    alone = log_innovation_probability(known.witnesses[number].variants - known.witnesses[found[0]].variants)
    through = log_unseen_source_probability(known.witnesses, found[0], number, shared)
    return known.wordings[shared] if through > alone else None


def _explain_source(known: _Evidence, source: int, number: int) -> Iterator[str]:
    """What speaks for this source, then what against, as predicates of the text that may come from it."""
    one, other = known.witnesses[source], known.witnesses[number]
    shared, new, undone = one.variants & other.variants, other.variants - one.variants, find_reversions(one, other)
    yield from _explain_dots(known, new)
    if shared:
        yield f"shares {_count_phrase(count_edits(shared), 'departure')} from the fullest text with it"
    if not undone:
        yield (
            f"all it changes there is {_count_phrase(count_edits(new), 'place')}" if new else "has its words throughout"
        )
    if _is_truncated(other) and not _is_truncated(one):
        yield "prints a part of it"
    both = len(one.quotations & other.quotations)
    if both:
        yield f"their articles have {_count_phrase(both, 'other quotation')} in common"
    yield "was printed later" if one.latest < other.earliest else "the dates do not say which of the two is earlier"
    if undone:
        yield f"against it: {_count_phrase(count_edits(undone), 'change')} made there would have been undone"


def _explain_dots(known: _Evidence, new: frozenset[VariantReading]) -> Iterator[str]:
    """Dots say that whoever set them had the words before him."""
    base = tokenize_plain(known.collation.wordings[known.collation.base].text)
    names = {trait.name for trait in new}
    for at in sorted(int(str(name[1])) for name in names if name[0] == "dots" and ("gone", name[1]) in names):
        end = next(place for place in range(at, len(base) + 1) if ("gone", place) not in names)
        words = base.text[base.starts[at] : base.ends[end - 1]].split()
        shown = " ".join(words[:MAX_REASON_WORDS]) + (
            "\N{HORIZONTAL ELLIPSIS}" if len(words) > MAX_REASON_WORDS else ""
        )
        quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{shown}\N{RIGHT DOUBLE QUOTATION MARK}"
        yield f"its dots stand for {quoted}, so whoever set them had the words"


def _is_truncated(text: Witness) -> bool:
    return any(str(trait.name[0]).startswith("truncation.") for trait in text.variants)


def _count_phrase(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")
