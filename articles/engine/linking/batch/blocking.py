"""Blocking of many wordings: which pairs are compared, and the postings that incremental linking starts from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from articles.engine.linking.batch.scoring import (
    Numbers,
    Reals,
    Texts,
    build_text_column,
    encode_numbers,
    measure_lengths,
)
from articles.engine.linking.fingerprints import (
    FEW_CONTENT_WORDS,
    FIRST_CHARACTER,
    KEY_BITS,
    MAX_CANDIDATES,
    MAX_POSTINGS,
    PAIR_DISTANCE,
    load_character_rarities,
)
from articles.engine.text.word_frequency import UNINFORMATIVE_PAIR_COUNT, UNSEEN_IDF

_OWNER_BITS = 24  # 16 million wordings; beyond, the work belongs on several machines
_OWNER_SHIFT, _OWNER_MASK = np.uint64(_OWNER_BITS), np.uint64((1 << _OWNER_BITS) - 1)
_WEIGHT_BITS = 28  # of what is shared, in thousandths: a passage of `MAX_WORDS` shares 80 million with its copy
_MAX_WEIGHT, _LATER_SHIFT = (1 << _WEIGHT_BITS) - 1, np.uint64(_OWNER_BITS + _WEIGHT_BITS)
_MAX_RANKED = 1 << (64 - _OWNER_BITS - _WEIGHT_BITS)  # wordings ranked at a time: so many that all fits into one number
_READ_SIZE = 5_000  # rows made into Python's numbers at a time
_CHUNK_SIZE = 1 << 21  # postings looked at together: what is made of them meanwhile takes ten times their memory
_GROUP_BITS = 16  # wordings put in order together: so few that NumPy sorts their numbers in linear time


Postings = NDArray[np.uint64]  # the blocking key, and in the lowest bits the wording that has it; sorted


@dataclass(frozen=True, slots=True)
class BlockingIndex:
    """Postings of the blocking keys that several wordings have, sorted by key, then by wording."""

    wordings: NDArray[np.uint32]
    weights: Reals  # of the key, for this wording
    earlier_counts: NDArray[np.uint8]  # how many earlier wordings have the key, at most `MAX_POSTINGS`
    posting_order: NDArray[np.uint32]  # of the postings with earlier ones, wording by wording
    starts: Numbers  # where in the order those of each wording start; one more at the end

    @classmethod
    def build(cls, postings: Postings, size: int) -> "BlockingIndex":
        """Build the index of these postings of so many wordings."""
        chunks = [_find_shared_postings(chunk) for chunk in _iter_chunks(postings)]
        del postings
        wordings = np.concatenate([np.zeros(0, np.uint32), *(chunk[0] for chunk in chunks)])
        weights = np.concatenate([np.zeros(0, np.float32), *(chunk[1] for chunk in chunks)])
        before = np.concatenate([np.zeros(0, np.uint8), *(chunk[2] for chunk in chunks)])
        del chunks
        counts = np.zeros(size, np.int64)
        order = [np.zeros(0, np.uint32)]
        groups = (wordings >> _GROUP_BITS).astype(np.uint8)
        for group in range(-(-size >> _GROUP_BITS)):
            places = np.flatnonzero((groups == group) & (before > 0)).astype(np.uint32)
            within = (wordings[places] & ((1 << _GROUP_BITS) - 1)).astype(np.uint16)
            order.append(places[np.argsort(within, kind="stable")])
            first = group << _GROUP_BITS
            counts[first : first + (1 << _GROUP_BITS)] = np.bincount(
                within, minlength=min(size - first, 1 << _GROUP_BITS)
            )
        return cls(wordings, weights, before, np.concatenate(order), np.append(0, np.cumsum(counts)))


def _iter_chunks(postings: Postings) -> Iterator[Postings]:
    """Yield the postings chunk by chunk; those of one key stay together."""
    start = 0
    while start < len(postings):
        last_key = postings[min(start + _CHUNK_SIZE, len(postings)) - 1] | _OWNER_MASK
        end = int(np.searchsorted(postings, last_key, side="right"))
        yield postings[start:end]
        start = end


def _find_shared_postings(postings: Postings) -> tuple[NDArray[np.uint32], Reals, NDArray[np.uint8]]:
    """Return of the postings whose keys several wordings have: wording, weight, how many earlier ones are looked at."""
    keys = postings >> _OWNER_SHIFT
    before = count_earlier(keys)
    shared = before > 0
    shared[:-1] |= shared[1:]
    keys, before = keys[shared], before[shared]
    owners = (postings[shared] & _OWNER_MASK).astype(np.uint32)
    return owners, weigh_pairs(get_key_rarities(keys), before), np.minimum(before, MAX_POSTINGS).astype(np.uint8)


def extract_blocking_keys(code: Sequence[str], content: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Return the blocking keys of these fingerprints, each once a fingerprint, and the index of its owner."""
    postings = build_postings(code, content, np.arange(len(code)))
    return (postings >> _OWNER_SHIFT).astype(np.int64), _extract_owner(postings)


def build_postings(code: Sequence[str], content: Sequence[str], owners: Numbers) -> Postings:
    """Build the postings of these fingerprints, which have these numbers: each key once a fingerprint, sorted."""
    codes, contents = build_text_column(code), build_text_column(content)
    few = np.flatnonzero(measure_lengths(contents) < FEW_CONTENT_WORDS)
    postings = np.concatenate([_build_key_columns(contents, owners), _build_key_columns(codes[few], owners[few])])
    postings.sort()  # numpy.unique hashes them: a million quotes then take 108 s in all, not 80
    return postings[np.append(True, postings[1:] != postings[:-1])] if len(postings) else postings


def _extract_owner(postings: NDArray[np.uint64]) -> Numbers:
    owner: Numbers = (postings & _OWNER_MASK).astype(np.int64)
    return owner


def _build_key_columns(codes: Texts, owners: Numbers) -> NDArray[np.uint64]:
    """Build every pair of words near each other, with its owner in the lowest bits."""
    if not len(codes):
        return np.zeros(0, np.uint64)
    numbers = (encode_numbers(codes) - np.uint32(FIRST_CHARACTER)).astype(np.uint64)
    owner = np.repeat(owners.astype(np.uint64), measure_lengths(codes))
    parts = []
    for distance in range(1, PAIR_DISTANCE + 1):
        same = owner[distance:] == owner[:-distance]
        pair = (numbers[:-distance][same] << np.uint64(KEY_BITS)) | numbers[distance:][same]
        parts.append((pair << np.uint64(_OWNER_BITS)) | owner[distance:][same])
    return np.concatenate(parts)


def weigh_pairs(rarity: Reals, others: NDArray[np.int32]) -> Reals:
    """Return `word_frequency.weigh_pair` of each pair of words."""
    common = np.maximum(others, 1) + UNINFORMATIVE_PAIR_COUNT * np.exp(-rarity)
    weights: Reals = np.maximum(0.0, np.log(UNINFORMATIVE_PAIR_COUNT) - np.log(common)).astype(np.float32)
    return weights


@cache
def _load_rarity_column() -> Reals:
    column = np.full(1 << KEY_BITS, UNSEEN_IDF, np.float32)
    known = load_character_rarities()
    column[[ord(character) - FIRST_CHARACTER for character in known]] = list(known.values())
    return column


def get_key_rarities(keys: NDArray[np.uint64]) -> Reals:
    """Return the sum of the rarities of the two words of each key."""
    column = _load_rarity_column()
    low = np.uint64((1 << KEY_BITS) - 1)
    both: Reals = column[(keys >> np.uint64(KEY_BITS)).astype(np.int64)] + column[(keys & low).astype(np.int64)]
    return both


def generate_candidate_pairs(index: BlockingIndex, first: int, last: int) -> tuple[Numbers, Numbers]:
    """Generate the pairs to compare for the wordings from `first` until before `last`: (later, earlier)."""
    ranges = [
        (start, *_select_heaviest_packed(*_find_shared_keys(index, start, min(start + _MAX_RANKED, last))))
        for start in range(first, last, _MAX_RANKED)
    ]
    return np.concatenate([later + start for start, later, _ in ranges]), np.concatenate(
        [earlier for *_, earlier in ranges]
    )


def select_heaviest(later: Numbers, earlier: Numbers, weights: Reals) -> tuple[Numbers, Numbers]:
    """Select for each `later`, sorted, the `MAX_CANDIDATES` with the highest sum of weights, the older among equals."""
    names, places = np.unique(earlier, return_inverse=True)
    firsts = np.flatnonzero(np.append(True, later[1:] != later[:-1])[: len(later)])
    number = np.repeat(np.arange(len(firsts)), np.diff(np.append(firsts, len(later))))
    selected = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for start in range(0, len(firsts), _MAX_RANKED):
        some = slice(*np.searchsorted(number, (start, start + _MAX_RANKED)))
        pairs = (number[some] - start).astype(np.uint64) << _OWNER_SHIFT | places[some].astype(np.uint64)
        which, other = _select_heaviest_packed(pairs, weights[some])
        selected.append((later[firsts[which + start]], names[other]))
    return np.concatenate([a for a, _ in selected]), np.concatenate([b for _, b in selected])


def _select_heaviest_packed(pairs: NDArray[np.uint64], weights: Reals) -> tuple[Numbers, Numbers]:
    """Select likewise from pairs in one number each: the later, below `_MAX_RANKED`, above the bits of the earlier."""
    if not len(pairs):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    order = np.argsort(pairs)
    pairs, weights = pairs[order], weights[order]
    starts = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1]))
    pairs = pairs[starts]
    total = np.add.reduceat(weights, starts, dtype=np.float64)  # so finely that the order they come in is no matter
    thousandths = np.minimum(np.rint(total * 1000), _MAX_WEIGHT).astype(np.uint64)
    later, earlier = pairs >> _OWNER_SHIFT, pairs & _OWNER_MASK
    ranked = np.sort((later << _LATER_SHIFT) | ((np.uint64(_MAX_WEIGHT) - thousandths) << _OWNER_SHIFT) | earlier)
    of = (ranked >> _LATER_SHIFT).astype(np.int64)
    heads = np.maximum.accumulate(np.where(np.diff(of, prepend=-1) != 0, np.arange(len(of)), 0))
    kept = np.arange(len(of)) - heads < MAX_CANDIDATES
    return of[kept], _extract_owner(ranked[kept])


def _find_shared_keys(index: BlockingIndex, first: int, last: int) -> tuple[NDArray[np.uint64], Reals]:
    """Return a row for each key that a wording shares with an earlier one: who with whom, and its weight.

    The later is counted from `first` and stands above the lowest bits, where the earlier is.
    """
    mine = index.posting_order[index.starts[first] : index.starts[last]].astype(np.int64)
    before, weight = index.earlier_counts[mine], index.weights[mine]
    later = (index.wordings[mine].astype(np.uint64) - np.uint64(first)) << _OWNER_SHIFT
    pairs, weights = [], []
    for back in range(1, MAX_POSTINGS + 1):
        has = before >= back
        pairs.append(later[has] | index.wordings[mine[has] - back])
        weights.append(weight[has])
    return np.concatenate(pairs), np.concatenate(weights)


def count_earlier(keys: NDArray[Any]) -> NDArray[np.int32]:
    """Return how many rows before each have its key; equal keys lie together."""
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    counts = np.diff(np.append(starts, len(keys)))
    return (np.arange(len(keys)) - np.repeat(starts, counts)).astype(np.int32)


def iter_newest_by_key(postings: Postings, names: Numbers) -> Iterator[tuple[int, int, int]]:
    """Yield of each blocking key the newest wordings: (key, how many had it before, the wording's name), by key."""
    for chunk in _iter_chunks(postings):
        keys = chunk >> _OWNER_SHIFT
        yield from iter_newest(keys, count_earlier(keys), names[_extract_owner(chunk)])


def iter_newest(keys: NDArray[Any], before: NDArray[Any], quotations: Numbers) -> Iterator[tuple[int, int, int]]:
    """Yield the last `MAX_POSTINGS` rows of each key."""
    last = np.append(keys[1:] != keys[:-1], True)[: len(keys)]
    counts = np.diff(np.append(-1, np.flatnonzero(last)))
    kept = np.flatnonzero(before >= np.repeat(counts, counts) - MAX_POSTINGS)
    for start in range(0, len(kept), _READ_SIZE):
        some = kept[start : start + _READ_SIZE]
        yield from zip(keys[some].tolist(), before[some].tolist(), quotations[some].tolist(), strict=True)
