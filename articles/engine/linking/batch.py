"""Batch linking: lineages of very many quotations at once, in columns of NumPy.

The rules are those of `pairwise` for two quotations and of `clustering` for a family: the same words, features and
network. This is the only module of the engine that needs NumPy. Both cores are used where processes can be forked.

A million quotations of some 300 characters hold about half a million *wordings*: TASS's "these were selective, I would
say sparing, strikes" is one, however many sites copy it word for word. Each wording is compared with the earlier ones
that share most of its rare pairs of words. Of each pair of words only the `MAX_POSTINGS` earlier wordings are looked
at, so what is printed ten thousand times costs no more than what is printed ten times.
"""

import multiprocessing
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq, Levenshtein, Postfix, Prefix

from articles.engine.descent.nearest_source import find_nearest_sources
from articles.engine.linking import pairwise
from articles.engine.linking.clustering import SURE_PROBABILITY, WHOLE_SHARE, Link, Member, cluster
from articles.engine.linking.fingerprints import (
    FEW_CONTENT_WORDS,
    FIRST_CHARACTER,
    KEY_BITS,
    MAX_CANDIDATES,
    MAX_POSTINGS,
    MIX_FACTORS,
    PAIR_DISTANCE,
    Fingerprint,
    load_character_rarities,
)
from articles.engine.linking.fingerprints import compute_fingerprint as read
from articles.engine.linking.pairwise import (
    MATCH_THRESHOLD,
    MIN_SHARED,
    MIN_SHARED_SAME_SPEAKER,
    MIN_SHARED_SHORT,
    MIN_WEIGHT,
    MIN_WORDS,
    SAME_STATEMENT_DAYS,
    SHORT_CONTENT_WORDS,
    is_formula,
)
from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.spans import Span
from articles.engine.text.word_frequency import UNINFORMATIVE_PAIR_COUNT, UNSEEN_IDF

_OWNER_BITS = 24  # 16 million wordings; beyond, the work belongs on several machines
_OWNER_SHIFT, _OWNER_MASK = np.uint64(_OWNER_BITS), np.uint64((1 << _OWNER_BITS) - 1)
_WEIGHT_BITS = 28  # of what is shared, in thousandths: a passage of `MAX_WORDS` shares 80 million with its copy
_MAX_WEIGHT, _LATER_SHIFT = (1 << _WEIGHT_BITS) - 1, np.uint64(_OWNER_BITS + _WEIGHT_BITS)
_MAX_RANKED = 1 << (64 - _OWNER_BITS - _WEIGHT_BITS)  # wordings ranked at a time: so many that all fits into one number
_BLOCK_SIZE = 8_192  # wordings compared at a time
_PARTS_PER_PROCESS = 8  # then it ends and gives back the memory that it no longer shares
_MIN_FORK_SIZE = 5_000  # below, starting other processes takes longer than it saves

Numbers = NDArray[np.int64]
Reals = NDArray[np.float32]
Texts = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A quotation to link: `speaker` is any number that tells speakers apart, `day` counts from any day.

    One that `is_separated` is a wording of its own, though others print the same words.
    """

    text: str
    speaker: int | None = None
    day: float | None = None
    is_separated: bool = False


@dataclass(slots=True)
class Wordings:
    """The distinct wordings of many quotations, in the order they came, with the wording of each quotation."""

    fingerprints: list[Fingerprint] = field(default_factory=list)
    first_quotes: list[int] = field(default_factory=list)  # the quotation it came with
    by_quote: list[int] = field(default_factory=list)
    days: list[float] = field(default_factory=list)  # of the first; not a number where it is not known
    last_days: list[float] = field(default_factory=list)
    speakers: list[int] = field(default_factory=list)  # 0 where not known

    def __len__(self) -> int:
        return len(self.fingerprints)


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of wordings that match: the later `a`, the earlier `b`, and the probability."""

    a: Numbers
    b: Numbers
    probability: Reals

    def __len__(self) -> int:
        return len(self.a)


def link_records(
    printed: Sequence[QuoteRecord], *, workers: int = 1, aliases: Aliases = STANDARD_ALIASES
) -> tuple[Wordings, list[tuple[Member, ...]]]:
    """Return the wordings of these quotations, given in the order of print, and the lineages of the wordings.

    A member's span counts words of its fingerprint.
    """
    wordings = find_wordings(printed, workers=workers, aliases=aliases)
    links = find_links(wordings, workers=workers)
    return wordings, list(cluster_wordings(wordings, links, workers=workers))


def find_wordings(printed: Sequence[QuoteRecord], *, workers: int = 1, aliases: Aliases = STANDARD_ALIASES) -> Wordings:
    """Find the distinct wordings; identical texts are kept once, whatever their number."""
    passages = _compute_fingerprints(list(dict.fromkeys(quotation.text for quotation in printed)), workers, aliases)
    wordings = Wordings()
    known: dict[str, int] = {}
    for place, quotation in enumerate(printed):
        passage = passages[quotation.text]
        day = np.nan if quotation.day is None else quotation.day
        wording = None if quotation.is_separated else known.get(passage.code)
        if wording is None or not _is_same_statement(wordings, wording, passage, quotation.speaker or 0, day):
            wording = len(wordings)
            if not quotation.is_separated:
                known[passage.code] = wording
            wordings.fingerprints.append(passage)
            wordings.first_quotes.append(place)
            wordings.days.append(day)
            wordings.last_days.append(day)
            wordings.speakers.append(quotation.speaker or 0)
        wordings.last_days[wording] = day
        wordings.speakers[wording] = wordings.speakers[wording] or quotation.speaker or 0
        wordings.by_quote.append(wording)
    return wordings


def _is_same_statement(wordings: Wordings, wording: int, passage: Fingerprint, speaker: int, day: float) -> bool:
    other = wordings.speakers[wording]
    apart = day - wordings.last_days[wording]
    return not is_formula(passage, other == speaker if other and speaker else None, None if np.isnan(apart) else apart)


def find_links(wordings: Wordings, *, workers: int = 1, progress: Callable[[int], object] | None = None) -> Links:
    """Find all pairs of wordings that match, among those that share enough to be compared."""
    if len(wordings) < 2:
        return Links(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))
    columns = build_columns(wordings)
    index = _BlockingIndex.build(columns)
    blocks = [(start, min(start + _BLOCK_SIZE, len(columns))) for start in range(0, len(columns), _BLOCK_SIZE)]
    parts: list[Links] = []
    for start, found in zip(blocks, _map_in_processes(_match_block, blocks, (columns, index), workers), strict=True):
        parts.append(found)
        if progress:
            progress(start[1] - start[0])
    return Links(
        np.concatenate([part.a for part in parts]),
        np.concatenate([part.b for part in parts]),
        np.concatenate([part.probability for part in parts]),
    )


def cluster_wordings(
    wordings: Wordings, links: Links, *, workers: int = 1, halves: Iterable[tuple[int, int]] = ()
) -> Iterator[tuple[Member, ...]]:
    """Form the lineages of all wordings, lone ones included; `halves` are pairs of wordings, as in `clustering`."""
    copies = np.bincount(wordings.by_quote, minlength=len(wordings))
    sure = links.probability >= SURE_PROBABILITY
    label = _label_components(len(wordings), links.a[sure], links.b[sure])
    own = label[links.a] == label[links.b]
    a, b, chance = links.a[own], links.b[own], links.probability[own]
    order = np.argsort(label[a], kind="stable")
    a, b, chance = a[order], b[order], chance[order]
    borders = np.flatnonzero(np.diff(label[a], prepend=-1))
    alone = np.ones(len(wordings), bool)
    alone[a] = alone[b] = False
    for wording in np.flatnonzero(alone).tolist():
        yield (Member(wording, Span(0, len(wordings.fingerprints[wording].code))),)
    pieces = list(zip(borders.tolist(), np.append(borders[1:], len(a)).tolist(), strict=False))
    batches = [pieces[start : start + _MIN_FORK_SIZE] for start in range(0, len(pieces), _MIN_FORK_SIZE)]
    other_half = defaultdict(set)
    for one, other in halves:
        other_half[one].add(other)
    shared = (wordings, a, b, chance, copies, other_half)
    for found in _map_in_processes(_cluster_components, batches, shared, workers if len(a) > _BLOCK_SIZE else 1):
        for family in found:
            yield tuple(
                Member(wording, Span(start, end))
                for wording, start, end in zip(family[::3], family[1::3], family[2::3], strict=True)
            )


def _cluster_components(pieces: list[tuple[int, int]], shared: tuple[Any, ...]) -> list[list[int]]:
    """Form the families of these components, as plain numbers - wording, start, end - because they are sent between
    processes.
    """
    wordings, a, b, chance, copies, other_half = shared
    families: list[tuple[Member, ...]] = []
    for start, end in pieces:
        pairs = zip(a[start:end].tolist(), b[start:end].tolist(), chance[start:end].tolist(), strict=True)
        links = [build_link(wordings.fingerprints, *pair) for pair in pairs]
        lengths = {wording: len(wordings.fingerprints[wording].code) for link in links for wording in (link.a, link.b)}
        halves = [(one, other) for one in lengths for other in other_half.get(one, ()) if other in lengths]
        printed = {wording: int(copies[wording]) for wording in lengths}
        families += cluster(lengths, links, copies=printed, halves=halves)
    return [
        [number for member in family for number in (member.passage, member.span.start, member.span.end)]
        for family in families
    ]


def build_link(passages: Mapping[int, Fingerprint] | Sequence[Fingerprint], a: int, b: int, chance: float) -> Link:
    """Build the link between two that match, with the place of the shorter in the longer if it is a fragment of it."""
    host, fragment = (a, b) if len(passages[a].code) >= len(passages[b].code) else (b, a)
    if len(passages[fragment].code) >= WHOLE_SHARE * len(passages[host].code):
        return Link(a, b, chance)
    stretch = pairwise.find_shared_ranges(passages[fragment], passages[host])[1]
    return Link(a, b, chance, host, Span(stretch.first, stretch.last + 1))


def _label_components(size: int, a: Numbers, b: Numbers) -> Numbers:
    """Return the smallest number that each can be reached from."""
    label = np.arange(size)
    while True:
        lowest = np.minimum(label[a], label[b])
        before = label.copy()
        np.minimum.at(label, label[a], lowest)
        np.minimum.at(label, label[b], lowest)
        label = label[label]
        if (label == before).all():
            return label


# --- columns of words --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FingerprintColumns:
    """What is compared of each wording: a column for each form of its fingerprint."""

    code: Texts
    content: Texts
    weighted: Texts
    figures: Texts
    letters: Texts
    word_counts: Numbers  # how many
    content_counts: Numbers
    weighted_lengths: Numbers
    days: NDArray[np.float64]
    speakers: Numbers

    @classmethod
    def from_forms(
        cls, forms: Mapping[str, Sequence[str]], days: Sequence[float], speakers: Sequence[int]
    ) -> "FingerprintColumns":
        """Build the columns from one column for each of `FORMS`."""
        columns = {form: _build_text_column(forms[form]) for form in FORMS}
        return cls(
            **columns,
            word_counts=_measure_lengths(columns["code"]),
            content_counts=_measure_lengths(columns["content"]),
            weighted_lengths=_measure_lengths(columns["weighted"]),
            days=np.array(days, np.float64),
            speakers=np.array(speakers, np.int64),
        )

    def __len__(self) -> int:
        return len(self.code)


def build_columns(wordings: Wordings) -> FingerprintColumns:
    """Build the columns of these wordings."""
    forms = {form: [getattr(passage, form) for passage in wordings.fingerprints] for form in FORMS}
    return FingerprintColumns.from_forms(forms, wordings.days, wordings.speakers)


def _build_text_column(texts: Sequence[str]) -> Texts:
    column = np.empty(len(texts), object)
    column[:] = texts
    return column


def _measure_lengths(texts: Texts) -> Numbers:
    return np.fromiter(map(len, texts), np.int64, len(texts))


def build_ngrams(codes: Texts) -> tuple[Texts, Texts]:
    """Build the bigrams and trigrams of these fingerprints together, the same that a fingerprint makes of itself."""
    numbers = _encode_numbers(codes)
    twos = _mix(numbers[:-1], numbers[1:])
    threes = _mix(twos[:-1], numbers[2:])
    lengths = _measure_lengths(codes)
    return _split_texts(twos, lengths, 1), _split_texts(threes, lengths, 2)


def _encode_numbers(codes: Texts) -> NDArray[np.uint32]:
    return np.frombuffer("".join(codes).encode("utf-32-le"), np.uint32)


def _mix(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return FIRST_CHARACTER + ((first * np.uint32(MIX_FACTORS[0]) + second * np.uint32(MIX_FACTORS[1])) >> np.uint32(12))


def _split_texts(numbers: NDArray[np.uint32], lengths: Numbers, less: int) -> Texts:
    """Split the rows of all fingerprints, which run on from one to the next, into those of each."""
    text = numbers.astype(np.uint32).tobytes().decode("utf-32-le")
    ends = np.cumsum(lengths)
    bounds = zip((ends - lengths).tolist(), (ends - less).tolist(), strict=True)
    return _build_text_column([text[start:end] if end > start else "" for start, end in bounds])


_SEPARATOR = "\n"  # no word has it


def _compute_fingerprints(texts: Sequence[str], workers: int, aliases: Aliases) -> dict[str, Fingerprint]:
    parts = [texts[start : start + _MIN_FORK_SIZE] for start in range(0, len(texts), _MIN_FORK_SIZE)]
    read_parts = _map_in_processes(_compute_part_forms, parts, aliases, workers if len(parts) > 1 else 1)
    passages: dict[str, Fingerprint] = {}
    for part, columns in zip(parts, read_parts, strict=True):
        forms = (column.split(_SEPARATOR) for column in columns)
        passages.update(zip(part, map(Fingerprint, *forms), strict=True))
    return passages


def _compute_part_forms(texts: Sequence[str], aliases: Aliases) -> list[str]:
    """Compute the forms of these texts, joined to one text a form: it is sent from process to process at once."""
    passages = [read(text, aliases) for text in texts]
    return [_SEPARATOR.join([getattr(passage, form) for passage in passages]) for form in FORMS]


FORMS = ("code", "content", "weighted", "figures", "letters")  # of a passage, in its own order


# --- who is compared with whom ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _BlockingIndex:
    """Postings sorted by blocking key, then by wording, whose number is in the lowest bits of a posting."""

    postings: NDArray[np.uint64]
    earlier_counts: NDArray[np.int32]  # how many earlier wordings have the same pair
    posting_order: NDArray[np.uint32]  # of the postings, wording by wording
    starts: Numbers  # where in `places` those of each wording start; one more at the end

    @classmethod
    def build(cls, columns: FingerprintColumns) -> "_BlockingIndex":
        postings = _build_postings(columns.code, columns.content)
        pair = postings >> np.uint64(_OWNER_BITS)
        starts = np.flatnonzero(np.append(True, pair[1:] != pair[:-1])[: len(pair)])
        counts = np.diff(np.append(starts, len(postings)))
        before = (np.arange(len(postings)) - np.repeat(starts, counts)).astype(np.int32)
        owner = _extract_owner(postings).astype(np.uint32)
        places = np.argsort(owner, kind="stable").astype(np.uint32)
        ends = np.cumsum(np.bincount(owner, minlength=len(columns)))
        return cls(postings, before, places, np.append(0, ends))


def extract_blocking_keys(code: Sequence[str], content: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Return the blocking keys of these fingerprints, each once a fingerprint, and the index of its owner."""
    postings = _build_postings(_build_text_column(code), _build_text_column(content))
    return (postings >> _OWNER_SHIFT).astype(np.int64), _extract_owner(postings)


def _build_postings(code: Texts, content: Texts) -> NDArray[np.uint64]:
    few = np.flatnonzero(_measure_lengths(content) < FEW_CONTENT_WORDS)
    everyone = np.arange(len(code))
    postings = np.concatenate([_build_key_columns(content, everyone), _build_key_columns(code[few], few)])
    postings.sort()  # numpy.unique hashes them: a million quotes then take 108 s in all, not 80
    return postings[np.append(True, postings[1:] != postings[:-1])] if len(postings) else postings


def _extract_owner(postings: NDArray[np.uint64]) -> Numbers:
    owner: Numbers = (postings & _OWNER_MASK).astype(np.int64)
    return owner


def _build_key_columns(codes: Texts, owners: Numbers) -> NDArray[np.uint64]:
    """Build every pair of words near each other, with its owner in the lowest bits."""
    if not len(codes):
        return np.zeros(0, np.uint64)
    numbers = (_encode_numbers(codes) - np.uint32(FIRST_CHARACTER)).astype(np.uint64)
    owner = np.repeat(owners.astype(np.uint64), _measure_lengths(codes))
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


def generate_candidate_pairs(columns: FingerprintColumns) -> tuple[Numbers, Numbers]:
    """Generate all pairs of wordings to compare: (later, earlier)."""
    return _generate_pairs_in_range(_BlockingIndex.build(columns), 0, len(columns))


def _generate_pairs_in_range(index: _BlockingIndex, first: int, last: int) -> tuple[Numbers, Numbers]:
    """Generate the pairs to compare for the wordings from `first` until before `last`: (later, earlier)."""
    found = [
        (start, *_select_heaviest_packed(*_find_shared_keys(index, start, min(start + _MAX_RANKED, last))))
        for start in range(first, last, _MAX_RANKED)
    ]
    return np.concatenate([later + start for start, later, _ in found]), np.concatenate([e for _, _, e in found])


def select_heaviest(later: Numbers, earlier: Numbers, weights: Reals) -> tuple[Numbers, Numbers]:
    """Select for each `later`, which are sorted, the `MAX_CANDIDATES` that share most with it, the older first among
    equals.

    The same pair may come more than once: its weights are added up.
    """
    names, places = np.unique(earlier, return_inverse=True)
    firsts = np.flatnonzero(np.append(True, later[1:] != later[:-1])[: len(later)])
    number = np.repeat(np.arange(len(firsts)), np.diff(np.append(firsts, len(later))))
    found = []
    for start in range(0, len(firsts), _MAX_RANKED):
        some = slice(*np.searchsorted(number, (start, start + _MAX_RANKED)))
        pairs = (number[some] - start).astype(np.uint64) << _OWNER_SHIFT | places[some].astype(np.uint64)
        which, other = _select_heaviest_packed(pairs, weights[some])
        found.append((later[firsts[which + start]], names[other]))
    nothing = np.zeros(0, np.int64)
    return np.concatenate([nothing, *(a for a, _ in found)]), np.concatenate([nothing, *(b for _, b in found)])


def _select_heaviest_packed(pairs: NDArray[np.uint64], weights: Reals) -> tuple[Numbers, Numbers]:
    """Select likewise from pairs in one number each: the later, of at most `_MAX_RANKED`, above the bits of the
    earlier.
    """
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


def _find_shared_keys(index: _BlockingIndex, first: int, last: int) -> tuple[NDArray[np.uint64], Reals]:
    """Return a row for each key that a wording shares with an earlier one: who with whom, and its weight.

    The later is counted from `first` and stands above the lowest bits, where the earlier is.
    """
    mine = index.posting_order[index.starts[first] : index.starts[last]].astype(np.int64)
    mine = mine[index.earlier_counts[mine] > 0]
    before, postings = index.earlier_counts[mine], index.postings[mine]
    weight = weigh_pairs(get_key_rarities(postings >> _OWNER_SHIFT), before)
    later = ((postings & _OWNER_MASK) - np.uint64(first)) << _OWNER_SHIFT
    pairs, weights = [], []
    for back in range(1, MAX_POSTINGS + 1):
        has = before >= back
        pairs.append(later[has] | (index.postings[mine[has] - back] & _OWNER_MASK))
        weights.append(weight[has])
    return np.concatenate(pairs), np.concatenate(weights)


def iter_newest_postings(wordings: Wordings) -> Iterator[tuple[int, int, int]]:
    """Yield of each key the newest quotations that have it: (key, how many had it before, quotation), by key.

    This is what incremental linking posts for each new quotation (`fingerprints.Postings`): each wording's blocking
    keys lead to its first quotation, its words as a whole to all of them.
    """
    if not len(wordings):
        return
    index = _BlockingIndex.build(build_columns(wordings))
    first = np.array(wordings.first_quotes, np.int64)
    yield from _iter_newest(index.postings >> _OWNER_SHIFT, index.earlier_counts, first[_extract_owner(index.postings)])
    whole = np.array([passage.exact_key if passage.code else 0 for passage in wordings.fingerprints], np.int64)[
        wordings.by_quote
    ]
    quotations = np.argsort(whole, kind="stable")
    quotations = quotations[np.count_nonzero(whole == 0) :]
    keys = whole[quotations]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    before = np.arange(len(keys)) - np.repeat(starts, np.diff(np.append(starts, len(keys))))
    yield from _iter_newest(keys, before, quotations)


def _iter_newest(keys: NDArray[Any], before: NDArray[Any], quotations: Numbers) -> Iterator[tuple[int, int, int]]:
    """Yield the last `MAX_POSTINGS` rows of each key."""
    last = np.append(keys[1:] != keys[:-1], True)[: len(keys)]
    counts = np.diff(np.append(-1, np.flatnonzero(last)))
    kept = np.flatnonzero(before >= np.repeat(counts, counts) - MAX_POSTINGS)
    for start in range(0, len(kept), _MIN_FORK_SIZE):
        some = kept[start : start + _MIN_FORK_SIZE]
        yield from zip(keys[some].tolist(), before[some].tolist(), quotations[some].tolist(), strict=True)


# --- do they match? -----------------------------------------------------------------------------------------------


def _match_block(block: tuple[int, int], shared: tuple[FingerprintColumns, _BlockingIndex]) -> Links:
    columns, index = shared
    return match_pairs(columns, *_generate_pairs_in_range(index, *block))


def match_pairs(columns: FingerprintColumns, a: Numbers, b: Numbers) -> Links:
    """Return the pairs that match; `a` and `b` are indexes into the columns."""
    if not len(a):
        return Links(a, b, np.zeros(0, np.float32))
    shared_words = _measure_pairs(LCSseq.similarity, columns.code[a], columns.code[b])
    enough = shared_words >= _compute_required_words(columns, a, b)
    a, b = a[enough], b[enough]
    chance = predict_probabilities(extract_feature_rows(columns, a, b, shared_words[enough]))
    found = chance >= MATCH_THRESHOLD
    return Links(a[found], b[found], chance[found])


def _compute_required_words(columns: FingerprintColumns, a: Numbers, b: Numbers) -> Reals:
    """Return the words that two wordings must share to be looked at: `pairwise.get_required_share`, in a column."""
    content = np.minimum(columns.content_counts[a], columns.content_counts[b])
    share = np.where(content <= SHORT_CONTENT_WORDS, MIN_SHARED_SHORT, MIN_SHARED)
    known = (columns.speakers[a] > 0) & (columns.speakers[b] > 0)
    same = columns.speakers[a] == columns.speakers[b]
    share = np.where(known & same, MIN_SHARED_SAME_SPEAKER, share)
    share = np.where(known & ~same & (content <= SHORT_CONTENT_WORDS), 2.0, share)
    words = np.minimum(columns.word_counts[a], columns.word_counts[b])
    together = known & same & (np.abs(columns.days[a] - columns.days[b]) <= SAME_STATEMENT_DAYS)
    weighty = np.minimum(columns.weighted_lengths[a], columns.weighted_lengths[b]) >= MIN_WEIGHT
    enough = (words >= MIN_WORDS) & (together | weighty)
    least: Reals = np.where(enough, share, 2.0) * np.maximum(words, 1)
    return least


def _measure_pairs(measure: Callable[..., Any], a: Texts, b: Texts) -> Reals:
    """Return `measure` of each text of `a` with that of `b`."""
    return process.cpdist(a, b, scorer=measure, dtype=np.float32, workers=1)


def extract_feature_rows(columns: FingerprintColumns, a: Numbers, b: Numbers, words: Reals | None = None) -> Reals:
    """Return `pairwise.extract_features` of each pair of wordings, a row each; `words` is how many they share, if
    known.
    """
    c = columns
    words = _measure_pairs(LCSseq.similarity, c.code[a], c.code[b]) if words is None else words
    shorter, longer = np.minimum(c.word_counts[a], c.word_counts[b]), np.maximum(c.word_counts[a], c.word_counts[b])
    weight, least = (
        c.weighted_lengths[a] + c.weighted_lengths[b],
        np.maximum(1, np.minimum(c.weighted_lengths[a], c.weighted_lengths[b])),
    )
    rare = _measure_pairs(LCSseq.similarity, c.weighted[a], c.weighted[b])
    rare_swaps = weight - 2 * rare - _measure_pairs(Levenshtein.distance, c.weighted[a], c.weighted[b])
    swaps = shorter + longer - 2 * words - _measure_pairs(Levenshtein.distance, c.code[a], c.code[b])
    twos, threes = _count_shared_ngrams(c, a, b)
    both_known = (c.speakers[a] > 0) & (c.speakers[b] > 0)
    same = c.speakers[a] == c.speakers[b]
    days = np.abs(c.days[a] - c.days[b])
    rows = (
        rare / least,
        rare / np.maximum(1, weight - least),
        _measure_pairs(fuzz.ratio, c.letters[a], c.letters[b]) / 100,
        np.log1p(np.minimum(c.content_counts[a], c.content_counts[b])),
        np.log1p(np.maximum(c.content_counts[a], c.content_counts[b])),
        np.log1p(rare),
        _count_figures_column(c, a, b),
        words / shorter,
        words / longer,
        np.log1p(words),
        twos / shorter,
        np.log1p(twos),
        threes / shorter,
        np.log1p(threes),
        _measure_pairs(Prefix.similarity, c.code[a], c.code[b]) / shorter,
        _measure_pairs(Postfix.similarity, c.code[a], c.code[b]) / shorter,
        np.log1p(rare_swaps),
        rare_swaps / least,
        swaps / shorter,
        both_known & same,
        both_known & ~same,
        ~np.isnan(days),
        np.log1p(np.nan_to_num(days)),
    )
    return np.stack([np.asarray(row, np.float32) for row in rows], 1)


def _count_shared_ngrams(columns: FingerprintColumns, a: Numbers, b: Numbers) -> tuple[Reals, Reals]:
    """Count the bigrams and trigrams that each pair of wordings shares.

    They are made here for the wordings concerned: kept for all, they would be a quarter of the memory.
    """
    concerned, places = np.unique(np.concatenate([a, b]), return_inverse=True)
    twos, threes = build_ngrams(columns.code[concerned])
    a, b = places[: len(a)], places[len(a) :]
    return _measure_pairs(LCSseq.similarity, twos[a], twos[b]), _measure_pairs(LCSseq.similarity, threes[a], threes[b])


def _count_figures_column(columns: FingerprintColumns, a: Numbers, b: Numbers) -> Reals:
    """Return `pairwise.count_differing_figures` of each pair; most have none."""
    column = np.zeros(len(a), np.float32)
    figures = columns.figures
    differ = np.flatnonzero(figures[a] != figures[b])
    for place in differ.tolist():
        i, j = a[place], b[place]
        column[place] = pairwise.count_differing_figures(
            figures[i], figures[j], columns.content_counts[i], columns.content_counts[j]
        )
    np.minimum(column, pairwise.MAX_DIFFERING_FIGURES, out=column)
    column /= pairwise.MAX_DIFFERING_FIGURES
    return column


def predict_probabilities(rows: Reals) -> Reals:
    """Return `pairwise.predict_probability` of each row of features."""
    hidden, starts, weights, start = (np.asarray(part, np.float32) for part in pairwise.load_model())
    out: Reals = 1 / (1 + np.exp(-(np.tanh(rows @ hidden.T + starts) @ weights + start)))
    return out


# --- both cores ---------------------------------------------------------------------------------------------------

_inherited: Any = None


def _map_in_processes(work: Callable[..., Any], parts: Sequence[Any], shared: Any, workers: int) -> Iterator[Any]:
    """Yield ``work(part, shared)`` for each part, in order. `shared` is inherited, not sent, so it may be large."""
    if workers < 2 or len(parts) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (work(part, shared) for part in parts)
        return
    global _inherited
    _inherited = (work, shared)
    try:
        with multiprocessing.get_context("fork").Pool(workers, maxtasksperchild=_PARTS_PER_PROCESS) as pool:
            yield from pool.imap(_run_part, parts)
    finally:
        _inherited = None


def _run_part(part: Any) -> Any:
    work, shared = _inherited
    return work(part, shared)


# --- of a lineage, once it is known -------------------------------------------------------------------------------


def assign_lineages(wordings: Wordings, families: Iterable[tuple[Member, ...]]) -> dict[int, list[int]]:
    """Return for each wording the first wordings of the lineages it belongs to, that of its longest part first."""
    parts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for family in families:
        for member in family:
            parts[member.passage].append((-len(member.span), family[0].passage))
    return {wording: [first for _, first in sorted(found)] for wording, found in parts.items()}


def infer_sources(printed: Sequence[QuoteRecord], home_of: Sequence[int], *, workers: int = 1) -> list[int | None]:
    """Return the earlier quotation that each was most likely copied from; `home_of` names the lineage of each.

    The quotations come in the order of print.
    """
    lineages: defaultdict[int, list[int]] = defaultdict(list)
    for place, home in enumerate(home_of):
        lineages[home].append(place)
    several = [places for places in lineages.values() if len(places) > 1]
    count = workers * _PARTS_PER_PROCESS if len(printed) >= _MIN_FORK_SIZE else 1
    parts = [several[start::count] for start in range(count)]
    found: list[int | None] = [None] * len(printed)
    for part, answers in zip(parts, _map_in_processes(_infer_part_sources, parts, printed, workers), strict=True):
        for places, answer in zip(part, answers, strict=True):
            for place, source in zip(places, answer, strict=True):
                found[place] = None if source is None else places[source]
    return found


def _infer_part_sources(part: Sequence[list[int]], printed: Sequence[QuoteRecord]) -> list[list[int | None]]:
    return [find_nearest_sources([printed[place].text for place in places]) for places in part]
