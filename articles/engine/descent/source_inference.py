r"""Source inference over variants: from which text can each have been copied, by its changes and dates alone.

A text is the set of its *variants*: the readings in which it departs from the text that all go back to. SANA's lacks
the aside and swaps a name; a site that copies SANA has both, and perhaps one more. A copier makes few changes of his
own, takes over what he finds, and does not restore words that are not on the page before him::

    >>> cut, swap, own = (VariantReading((name,), 0.0005, 0.004) for name in ("cut", "swap", "own"))
    >>> tass, sana, site = frozenset(), frozenset({cut, swap}), frozenset({cut, swap, own})
    >>> shares = infer_sources([Witness(tass, 1, 1), Witness(sana, 2, 2), Witness(site, 3, 3)])
    >>> select_sources(shares[2])
    ('one', [1])

Each possible source gets a weight: the probability that one copy turns it into this text. Then all possible descents
are summed at once - spanning trees, by a determinant - so that of two printings of one day neither is both source and
copy of the other. The answer is the smallest set of sources that holds nearly all descents.
"""

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

# All of these were set on the simulation of `benchmarks.bench_descent`.
MIN_NAMED_SHARE = 0.97  # share of all descents that the named sources must hold
MAX_NAMED_SOURCES = 5  # where more sources are needed the answer is "unknown"
# The earliest text counts as so many additional printings: agencies are copied more often than their copiers.
FIRST_WITNESS_BONUS = 3
NO_SOURCE_PROBABILITY = 0.00001  # that a text goes back to the original without any printing found between
UNSEEN_SOURCE_PROBABILITY = 0.1  # that two printings share a reading through a printing that was not found
# For each further quotation that two articles share and the source's article lacks. From 0.15 to 0.01 the named sources
# are right equally often (99 in 100), and more are named: 78, 84, 86 in 100 at 0.15, 0.05, 0.01. Smaller values begin
# to err where copiers take from two articles.
MISSING_QUOTATION_PROBABILITY = 0.05
MAX_MISSING_QUOTATIONS = 3
MIN_LOG_WEIGHT = -25.0  # relative to the best source; below, a source is as good as impossible
_ROOT = -1

Certainty = Literal["shown", "one", "several", "unknown", "first"]


@dataclass(frozen=True, slots=True)
class VariantReading:
    """A change made in copying: the probability that a copier makes it on his own, and that one undoes it.

    `companion` names a variant that the same hand makes or undoes with this one, with `companion_probability`: the word
    cut before it, the words that dots stand for.
    """

    name: tuple[object, ...]
    probability: float
    reversion_probability: float
    companion: tuple[object, ...] | None = None
    companion_probability: float = 1.0
    position: int = -1  # index among the words of the text that all go back to, -1 where unknown

    @property
    def kind(self) -> object:
        """The first part of the name: "gone", "new", "dots", "house" ..."""
        return self.name[0]


@dataclass(frozen=True, slots=True)
class Witness:
    """One text: its variants, the time and number of its printings, and what else its articles quote."""

    variants: frozenset[VariantReading]
    earliest: float = -math.inf  # bounds of the time of its first printing
    latest: float = math.inf
    printing_count: int = 1
    quotations: frozenset[int] = frozenset()
    missing_words: frozenset[int] = frozenset()  # indices of words that it cuts, or that lie outside its ends


def infer_sources(
    witnesses: Sequence[Witness], known: Mapping[int, int | None] | None = None
) -> list[dict[int, float]]:
    """Return for each text the share of all possible descents in which each other text is its source.

    `known` holds sources that need no inference: text -> its source, None for one that was not found. Where the shares
    of a text add up to less than 1, the rest is that no text here is its source.
    """
    known = known or {}
    incoming = [{} if index in known else _weigh_sources(witnesses, index) for index in range(len(witnesses))]
    for index, source in known.items():
        incoming[index] = {_ROOT: 1.0} if source is None else {source: 1.0, _ROOT: math.exp(MIN_LOG_WEIGHT)}
    shares = _compute_edge_shares(incoming)
    return [{source: share for source, share in edge_shares.items() if source != _ROOT} for edge_shares in shares]


def select_sources(shares: Mapping[int, float]) -> tuple[Certainty, list[int]]:
    """Return the certainty and the smallest set of sources, the likeliest first, that holds nearly all descents."""
    ranked = sorted(shares, key=lambda source: (-round(shares[source], 9), source))  # the last bits are by accident
    if sum(shares.values()) < 1 - MIN_NAMED_SHARE:
        return "first", []
    selected: list[int] = []
    total = 0.0
    for source in ranked:
        if total >= MIN_NAMED_SHARE:
            break
        selected.append(source)
        total += shares[source]
    if total < MIN_NAMED_SHARE or len(selected) > MAX_NAMED_SOURCES:
        return "unknown", selected
    return ("one" if len(selected) == 1 else "several"), selected


def _weigh_sources(witnesses: Sequence[Witness], at: int) -> dict[int, float]:
    """Return the weight of each possible source of text `at`, relative to the likeliest; also of none of them."""
    first = min(range(len(witnesses)), key=lambda index: (witnesses[index].latest, index))
    quoted = _find_shared_quotations(witnesses, at)
    logs = {
        source: _score_source(witnesses, source, at, quoted)
        + math.log(witnesses[source].printing_count + FIRST_WITNESS_BONUS * (source == first))
        for source in range(len(witnesses))
        if _can_follow(witnesses, source, at)
    }
    logs[_ROOT] = math.log(NO_SOURCE_PROBABILITY) + log_innovation_probability(witnesses[at].variants)
    best = max(logs.values())
    return {
        source: math.exp(max(MIN_LOG_WEIGHT, log_weight - best))
        for source, log_weight in logs.items()
        if log_weight - best > MIN_LOG_WEIGHT or source == _ROOT
    }


def _can_follow(witnesses: Sequence[Witness], source: int, at: int) -> bool:
    """Return whether `at` can have been printed after `source`."""
    return source != at and witnesses[source].earliest <= witnesses[at].latest


def _score_source(witnesses: Sequence[Witness], source: int, at: int, quoted: frozenset[int]) -> float:
    """Return the log-probability that one copy of `source` results in text `at`, whose articles share `quoted`."""
    reversions = _log_reversion_probability(find_reversions(witnesses[source], witnesses[at]))
    missing_count = min(len(quoted - witnesses[source].quotations), MAX_MISSING_QUOTATIONS)
    return (
        reversions
        + _log_new_variants_probability(witnesses, source, at)
        + missing_count * math.log(MISSING_QUOTATION_PROBABILITY)
    )


def _find_shared_quotations(witnesses: Sequence[Witness], at: int) -> frozenset[int]:
    """Return the other quotations in the articles of `at` that articles of some other text have too."""
    other_quotations = (witness.quotations for number, witness in enumerate(witnesses) if number != at)
    return witnesses[at].quotations & frozenset[int]().union(*other_quotations)


def _log_new_variants_probability(witnesses: Sequence[Witness], source: int, at: int) -> float:
    """Return the log-probability of the new variants of `at`: made by its copier, or taken from an unseen printing."""
    sharing = find_sharing_witness(witnesses, source, at)
    innovation = log_innovation_probability(witnesses[at].variants - witnesses[source].variants)
    return (
        innovation
        if sharing is None
        else max(innovation, log_unseen_source_probability(witnesses, source, at, sharing))
    )


def log_innovation_probability(new: frozenset[VariantReading]) -> float:
    """Return the log-probability that one copier makes all of these changes on his own."""
    names = {variant.name for variant in new}
    return sum(
        math.log(variant.companion_probability if variant.companion in names else variant.probability)
        for variant in new
    )


def find_reversions(source: Witness, copy: Witness) -> frozenset[VariantReading]:
    """Return the variants of `source` that a copier undid; not those whose words he cut or replaced again himself."""
    gone = source.variants - copy.variants
    if not gone or not copy.missing_words:
        return gone
    cut = copy.missing_words - source.missing_words
    replaced = {variant.position for variant in copy.variants if variant.kind == "new"}
    return frozenset(variant for variant in gone if not _is_hidden(variant, copy.missing_words, cut, replaced))


def _is_hidden(
    variant: VariantReading, missing: AbstractSet[int], cut: AbstractSet[int], replaced: AbstractSet[int]
) -> bool:
    """Return whether a cut or replacement by the copier hides what became of the variant."""
    if variant.position < 0:
        return False
    if variant.kind in ("new", "dots"):
        nearby = range(variant.position - 1, variant.position + 2)
        return variant.position in replaced or not cut.isdisjoint(nearby)
    return variant.position in missing


def _log_reversion_probability(gone: frozenset[VariantReading]) -> float:
    """Return the log-probability that one copier undoes all of these changes."""
    names = {variant.name for variant in gone}
    return sum(
        math.log(variant.companion_probability if variant.companion in names else variant.reversion_probability)
        for variant in gone
    )


def count_edits(variants: frozenset[VariantReading]) -> int:
    """Count the changes; a variant and its companion count as one."""
    names = {variant.name for variant in variants}
    return sum(variant.companion not in names for variant in variants)


def log_unseen_source_probability(witnesses: Sequence[Witness], source: int, at: int, shared: int) -> float:
    """Return the log-probability of the new variants of `at` if an unseen printing brought those in `shared` too."""
    new = witnesses[at].variants - witnesses[source].variants - witnesses[shared].variants
    return math.log(UNSEEN_SOURCE_PROBABILITY) + log_innovation_probability(new)


def find_sharing_witness(witnesses: Sequence[Witness], source: int, at: int) -> int | None:
    """Return the text that shares most with `at` of what `source` lacks, rare readings before common ones.

    The text must certainly be earlier, or it might have the readings from `at`. It must also have variants that `at`
    lacks, or it could simply be the source.
    """
    new = witnesses[at].variants - witnesses[source].variants
    max_weight, heaviest_number = 0.0, None
    for index, witness in enumerate(witnesses):
        if index in (source, at) or witness.latest >= witnesses[at].earliest:
            continue
        weight = -sum(math.log(variant.probability) for variant in new & witness.variants)
        if weight > max_weight and find_reversions(witness, witnesses[at]):
            max_weight, heaviest_number = weight, index
    return heaviest_number


def _compute_edge_shares(incoming: Sequence[Mapping[int, float]]) -> list[dict[int, float]]:
    """Return the share of each edge in all spanning trees from the root, each tree weighted by its edges.

    The matrix-tree theorem for directed graphs (Tutte 1948); the shares by the inverse of the matrix, as in Koo et al.,
    "Structured prediction models via the matrix-tree theorem" (EMNLP 2007). Scaling the weights of one text changes
    nothing, since every tree has one edge into each.
    """
    size = len(incoming)
    matrix = [[0.0] * size for _ in range(size)]
    for at, weights in enumerate(incoming):
        matrix[at][at] = sum(weights.values())
        for source, weight in weights.items():
            if source != _ROOT:
                matrix[source][at] = -weight
    inverse = _invert(matrix)
    shares: list[dict[int, float]] = []
    for at, weights in enumerate(incoming):
        own = inverse[at]
        factors = {source: own[at] - (0.0 if source == _ROOT else own[source]) for source in weights}
        edges = {source: max(0.0, weight * factors[source]) for source, weight in weights.items()}
        total = sum(edges.values()) or 1.0
        shares.append({source: share / total for source, share in edges.items()})
    return shares


def _invert(matrix: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return the inverse of a matrix, by Gauss-Jordan elimination with partial pivoting."""
    size = len(matrix)
    rows = [[*row, *(float(at == number) for at in range(size))] for number, row in enumerate(matrix)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda number: abs(rows[number][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        scale = rows[at][at]
        rows[at] = pivot_row = [value / scale for value in rows[at]]
        for number, row in enumerate(rows):
            factor = row[at]
            if number != at and factor:
                rows[number] = [value - factor * pivot_value for value, pivot_value in zip(row, pivot_row, strict=True)]
    return [row[size:] for row in rows]
