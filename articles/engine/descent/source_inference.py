r"""From which of these texts can each have been copied, told by their changes and dates alone?

A text is the set of its *traits*: the readings in which it departs from the text that all go back to. SANA's lacks the
aside and swaps a name; a site that copies SANA has both, and perhaps one more. A copier makes few changes of his own,
takes over what he finds, and does not restore words that are not on the page before him::

    >>> cut, swap, own = (VariantReading((name,), 0.0005, 0.004) for name in ("cut", "swap", "own"))
    >>> tass, sana, site = frozenset(), frozenset({cut, swap}), frozenset({cut, swap, own})
    >>> shares = infer_sources([Witness(tass, 1, 1), Witness(sana, 2, 2), Witness(site, 3, 3)])
    >>> select_sources(shares[2])
    ('one', [1])

Each possible source gets a weight: how likely one copy turns it into this text. Then all ways in which everything may
have come from everything are summed up at once - spanning trees, by a determinant - so that of two printings of one
day neither is the other's source as well as its copy. What is named is the fewest sources that hold nearly all ways.

Left to others: which readings there are (`collation`), whom a printing credits, and what is said of it (`descent`).
"""

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

# All of these were set on the simulation of `benchmarks.bench_descent`.
MIN_NAMED_SHARE = 0.97  # share of all ways that the sources named must hold
MAX_NAMED_SOURCES = 5  # sources named; where more are needed the answer is "not known"
FIRST_WITNESS_BONUS = (
    3  # the earliest text counts as so many printings more: agencies are copied more than those who copy
)
NO_SOURCE_PROBABILITY = 0.00001  # how likely a text goes back to the original by a way on which no printing was seen
UNSEEN_SOURCE_PROBABILITY = 0.1  # how likely two printings share a reading through a printing that was not seen
# A further quotation that two articles share and this source's does not have. From 0.15 to 0.01 the sources named are
# right equally often (99 in 100), and more are named: 78, 84, 86 in 100 at 0.15, 0.05, 0.01. Smaller ones begin to err
# where copiers take from two articles.
MISSING_QUOTATION_PROBABILITY = 0.05
MAX_MISSING_QUOTATIONS = 3
MIN_LOG_WEIGHT = -25.0  # log weight, relative to the best source, below which a source is as good as impossible
_ROOT = -1

Certainty = Literal["shown", "one", "several", "unknown", "first"]


@dataclass(frozen=True, slots=True)
class VariantReading:
    """A change that came in by copying: how likely a copier makes it on his own, and how likely one undoes it.

    `beside` names a trait that it goes with, if made or undone by the same hand: the word cut before this one, the
    words that dots stand for. Then it is as likely as `then` says. `at` is the place among the words of the text that
    all go back to, -1 where that is not known; `kind` tells a word that is "gone" from what stands instead.
    """

    name: tuple[object, ...]
    probability: float
    reversion_probability: float
    companion: tuple[object, ...] | None = None
    companion_probability: float = 1.0
    position: int = -1

    @property
    def kind(self) -> object:
        return self.name[0]


@dataclass(frozen=True, slots=True)
class Witness:
    """The traits of one text, between which times it was first printed, how often, what its articles quote besides.

    `missing` are the places of words that it does not print, because it cuts them, begins later or ends earlier.
    """

    variants: frozenset[VariantReading]
    earliest: float = -math.inf
    latest: float = math.inf
    printing_count: int = 1
    quotations: frozenset[int] = frozenset()
    missing_words: frozenset[int] = frozenset()


def infer_sources(texts: Sequence[Witness], known: Mapping[int, int | None] | None = None) -> list[dict[int, float]]:
    """For each text the share of all ways in which each other one is its source.

    `known` are sources that need no guess: text -> its source, None for one that was not seen. Where the shares of a
    text do not add up to 1, the rest is that no text here is its source.
    """
    known = known or {}
    incoming = [
        _build_known_weights(known[at]) if at in known else _weigh_sources(texts, at) for at in range(len(texts))
    ]
    shares = _compute_edge_shares(incoming)
    return [{other: share for other, share in found.items() if other != _ROOT} for found in shares]


def select_sources(shares: Mapping[int, float]) -> tuple[Certainty, list[int]]:
    """How sure a source is, and the fewest sources, likeliest first, that hold nearly all ways between them."""
    ranked = sorted(shares, key=lambda each: (-shares[each], each))
    if sum(shares.values()) < 1 - MIN_NAMED_SHARE:
        return "first", []
    found: list[int] = []
    held = 0.0
    for each in ranked:
        if held >= MIN_NAMED_SHARE:
            break
        found.append(each)
        held += shares[each]
    if held < MIN_NAMED_SHARE or len(found) > MAX_NAMED_SOURCES:
        return "unknown", found
    return ("one" if len(found) == 1 else "several"), found


def _build_known_weights(source: int | None) -> dict[int, float]:
    return {_ROOT: 1.0} if source is None else {source: 1.0, _ROOT: math.exp(MIN_LOG_WEIGHT)}


def _weigh_sources(texts: Sequence[Witness], at: int) -> dict[int, float]:
    """The weight of each possible source of text `at`, the likeliest 1; of none of them as well."""
    first = min(range(len(texts)), key=lambda each: (texts[each].latest, each))
    quoted = _find_shared_quotations(texts, at)
    logs = {
        other: _score_source(texts, other, at, quoted)
        + math.log(texts[other].printing_count + FIRST_WITNESS_BONUS * (other == first))
        for other in range(len(texts))
        if _can_follow(texts, other, at)
    }
    logs[_ROOT] = math.log(NO_SOURCE_PROBABILITY) + log_innovation_probability(texts[at].variants)
    best = max(logs.values())
    return {
        other: math.exp(max(MIN_LOG_WEIGHT, log - best))
        for other, log in logs.items()
        if log - best > MIN_LOG_WEIGHT or other == _ROOT
    }


def _can_follow(texts: Sequence[Witness], source: int, at: int) -> bool:
    """Could `at` have been printed after `source`?"""
    return source != at and texts[source].earliest <= texts[at].latest


def _score_source(texts: Sequence[Witness], source: int, at: int, quoted: frozenset[int]) -> float:
    """The logarithm of how likely one copy makes text `at`, whose articles have these quotations, of text `source`."""
    undone = _log_reversion_probability(find_reversions(texts[source], texts[at]))
    without = min(len(quoted - texts[source].quotations), MAX_MISSING_QUOTATIONS)
    return undone + _log_new_variants_probability(texts, source, at) + without * math.log(MISSING_QUOTATION_PROBABILITY)


def _find_shared_quotations(texts: Sequence[Witness], at: int) -> frozenset[int]:
    """What the articles of `at` quote besides that those of some other text quote too."""
    others = (text.quotations for number, text in enumerate(texts) if number != at)
    return texts[at].quotations & frozenset[int]().union(*others)


def _log_new_variants_probability(texts: Sequence[Witness], source: int, at: int) -> float:
    """What is new in `at`: made by its copier, or found in a printing not seen that others were taken from as well."""
    shared = find_sharing_witness(texts, source, at)
    made = log_innovation_probability(texts[at].variants - texts[source].variants)
    return made if shared is None else max(made, log_unseen_source_probability(texts, source, at, shared))


def log_innovation_probability(new: frozenset[VariantReading]) -> float:
    """The logarithm of how likely one copier makes all of these changes on his own."""
    names = {trait.name for trait in new}
    return sum(
        math.log(trait.companion_probability if trait.companion in names else trait.probability) for trait in new
    )


def find_reversions(one: Witness, other: Witness) -> frozenset[VariantReading]:
    """The traits of `one` that somebody undid if `other` was copied from it.

    Not those that went with words he cut himself, nor what he replaced again: of these nothing is left to be seen.
    """
    gone = one.variants - other.variants
    if not gone or not other.missing_words:
        return gone
    cut, replaced = (
        other.missing_words - one.missing_words,
        {trait.position for trait in other.variants if trait.kind == "new"},
    )
    return frozenset(trait for trait in gone if not _is_hidden(trait, other.missing_words, cut, replaced))


def _is_hidden(
    trait: VariantReading, missing: AbstractSet[int], cut: AbstractSet[int], replaced: AbstractSet[int]
) -> bool:
    if trait.position < 0:
        return False
    if trait.kind in ("new", "dots"):
        return trait.position in replaced or not cut.isdisjoint(
            (trait.position - 1, trait.position, trait.position + 1)
        )
    return trait.position in missing


def _log_reversion_probability(gone: frozenset[VariantReading]) -> float:
    """The logarithm of how likely one copier undoes all of these changes."""
    names = {trait.name for trait in gone}
    return sum(
        math.log(trait.companion_probability if trait.companion in names else trait.reversion_probability)
        for trait in gone
    )


def count_edits(traits: frozenset[VariantReading]) -> int:
    """How many changes these are, those that go together counted as one."""
    names = {trait.name for trait in traits}
    return sum(trait.companion not in names for trait in traits)


def log_unseen_source_probability(texts: Sequence[Witness], source: int, at: int, shared: int) -> float:
    """The same where a printing that was not seen brought what `at` has in common with `shared`."""
    return math.log(UNSEEN_SOURCE_PROBABILITY) + log_innovation_probability(
        texts[at].variants - texts[source].variants - texts[shared].variants
    )


def find_sharing_witness(texts: Sequence[Witness], source: int, at: int) -> int | None:
    """The text that shares most with `at` of what `source` does not have, rare readings before common ones.

    It must be earlier for certain, or it might have the readings from `at` itself; and have others that `at` lacks, or
    it could simply be the source.
    """
    new = texts[at].variants - texts[source].variants
    heaviest, found = 0.0, None
    for number, text in enumerate(texts):
        if number in (source, at) or text.latest >= texts[at].earliest:
            continue
        weight = -sum(math.log(trait.probability) for trait in new & text.variants)
        if weight > heaviest and find_reversions(text, texts[at]):
            heaviest, found = weight, number
    return found


def _compute_edge_shares(incoming: Sequence[Mapping[int, float]]) -> list[dict[int, float]]:
    """The share of each edge in all spanning trees that begin at the root, each tree counted by its edges' weights.

    The matrix-tree theorem for directed graphs (Tutte 1948); the shares by the inverse of the matrix, as in Koo et al.,
    "Structured prediction models via the matrix-tree theorem" (EMNLP 2007). Scaling the weights of one text changes
    nothing, for every tree has one edge into each.
    """
    size = len(incoming)
    matrix = [[0.0] * size for _ in range(size)]
    for at, weights in enumerate(incoming):
        matrix[at][at] = sum(weights.values())
        for other, weight in weights.items():
            if other != _ROOT:
                matrix[other][at] = -weight
    inverse = _invert(matrix)
    shares: list[dict[int, float]] = []
    for at, weights in enumerate(incoming):
        found = {
            other: max(0.0, weight * _compute_edge_factor(inverse, other, at)) for other, weight in weights.items()
        }
        total = sum(found.values()) or 1.0
        shares.append({other: share / total for other, share in found.items()})
    return shares


def _compute_edge_factor(inverse: Sequence[Sequence[float]], other: int, at: int) -> float:
    return inverse[at][at] - (0.0 if other == _ROOT else inverse[at][other])


def _invert(matrix: Sequence[Sequence[float]]) -> list[list[float]]:
    """The inverse of a matrix, by elimination with the largest pivot."""
    size = len(matrix)
    rows = [[*row, *(float(at == number) for at in range(size))] for number, row in enumerate(matrix)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda number: abs(rows[number][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        scale = rows[at][at]
        rows[at] = own = [value / scale for value in rows[at]]
        for number, row in enumerate(rows):
            factor = row[at]
            if number != at and factor:
                rows[number] = [value - factor * pivoted for value, pivoted in zip(row, own, strict=True)]
    return [row[size:] for row in rows]
