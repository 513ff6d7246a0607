"""Which of very many quotations print the same words?

What `matching` answers for two and `clustering` for a family, here for a million at once and by the same rules: the
same words, the same signs, the same net, in columns of NumPy (the only module of the engine that needs it; a single
comparison does not). Both cores are used where processes can be forked.

A million quotations of some 300 characters hold about half a million *wordings*: TASS's "these were selective, I would
say sparing, strikes" is one, however many sites copy it word for word. Each wording is compared with the earlier ones
that share most of its rare pairs of words; of each pair of words only the `NEWEST` earlier wordings are looked at, so
what is printed ten thousand times costs no more than what is printed ten times.

Left to others: the words of one (`passages`), what a match is (`matching`), where lineages are kept (`linking`).
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

from articles.engine.descent.nearest_source import copied_from
from articles.engine.linking import pairwise
from articles.engine.linking.clustering import SURE, WHOLE, Link, Member, cluster
from articles.engine.linking.fingerprints import (
    CANDIDATES,
    FEW,
    FIRST_CHARACTER,
    KEY_BITS,
    MIX,
    NEWEST,
    PAIR_DISTANCE,
    Passage,
    rarity_of_characters,
)
from articles.engine.linking.fingerprints import read_passage as read
from articles.engine.linking.pairwise import (
    FEWEST_WORDS,
    LEAST_OF_SAME_SPEAKER,
    LEAST_SHARED,
    LEAST_SHARED_OF_SHORT,
    LEAST_WEIGHT,
    MATCH,
    SHORT,
    TOGETHER,
    is_formula,
)
from articles.engine.text.aliases import STANDARD, Aliases
from articles.engine.text.spans import Span
from articles.engine.text.word_frequency import COMMONEST, UNSEEN

_OWNER_BITS = 24  # 16 million wordings; beyond, the work belongs on several machines
_OWNER, _OWNER_MASK = np.uint64(_OWNER_BITS), np.uint64((1 << _OWNER_BITS) - 1)
_WEIGHT_BITS = 28  # of what is shared, in thousandths: a passage of `MAX_WORDS` shares 80 million with its copy
_HEAVIEST, _BEFORE_OWNER = (1 << _WEIGHT_BITS) - 1, np.uint64(_OWNER_BITS + _WEIGHT_BITS)
_SORTED = 1 << (64 - _OWNER_BITS - _WEIGHT_BITS)  # wordings ranked at a time: so many that all fits into one number
_BLOCK = 8_192  # wordings compared at a time
_PARTS_A_PROCESS = 8  # then it ends and gives back the memory that it no longer shares
_FORK_FROM = 5_000  # below, starting other processes takes longer than it saves

Numbers = NDArray[np.int64]
Reals = NDArray[np.float32]
Texts = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Printed:
    """One quotation as it is linked: `speaker` is any number that tells speakers apart, `day` counts from any day.

    One that is `alone` is a wording of its own, though others print the same words.
    """

    text: str
    speaker: int | None = None
    day: float | None = None
    alone: bool = False


@dataclass(slots=True)
class Wordings:
    """The distinct wordings of many quotations, in the order they came; `of` tells the wording of each quotation."""

    passages: list[Passage] = field(default_factory=list)
    first: list[int] = field(default_factory=list)  # the quotation it came with
    of: list[int] = field(default_factory=list)
    days: list[float] = field(default_factory=list)  # of the first; not a number where it is not known
    last_days: list[float] = field(default_factory=list)
    speakers: list[int] = field(default_factory=list)  # 0 where not known

    def __len__(self) -> int:
        return len(self.passages)


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of wordings that match: the later `a`, the earlier `b`, and the chance that it is so."""

    a: Numbers
    b: Numbers
    chance: Reals

    def __len__(self) -> int:
        return len(self.a)


def group(
    printed: Sequence[Printed], *, workers: int = 1, aliases: Aliases = STANDARD
) -> tuple[Wordings, list[tuple[Member, ...]]]:
    """The wordings of these quotations, which come in the order they were printed, and the lineages of the wordings.

    A member's span counts words of its passage.
    """
    wordings = read_wordings(printed, workers=workers, aliases=aliases)
    links = find_links(wordings, workers=workers)
    return wordings, list(lineages(wordings, links, workers=workers))


def read_wordings(printed: Sequence[Printed], *, workers: int = 1, aliases: Aliases = STANDARD) -> Wordings:
    """Which of these quotations have the same words? Identical ones are kept once, whatever their number."""
    passages = _read_all(list(dict.fromkeys(quotation.text for quotation in printed)), workers, aliases)
    wordings = Wordings()
    known: dict[str, int] = {}
    for place, quotation in enumerate(printed):
        passage = passages[quotation.text]
        day = np.nan if quotation.day is None else quotation.day
        wording = None if quotation.alone else known.get(passage.code)
        if wording is None or not _same_statement(wordings, wording, passage, quotation.speaker or 0, day):
            wording = len(wordings)
            if not quotation.alone:
                known[passage.code] = wording
            wordings.passages.append(passage)
            wordings.first.append(place)
            wordings.days.append(day)
            wordings.last_days.append(day)
            wordings.speakers.append(quotation.speaker or 0)
        wordings.last_days[wording] = day
        wordings.speakers[wording] = wordings.speakers[wording] or quotation.speaker or 0
        wordings.of.append(wording)
    return wordings


def _same_statement(wordings: Wordings, wording: int, passage: Passage, speaker: int, day: float) -> bool:
    other = wordings.speakers[wording]
    apart = day - wordings.last_days[wording]
    return not is_formula(passage, other == speaker if other and speaker else None, None if np.isnan(apart) else apart)


def find_links(wordings: Wordings, *, workers: int = 1, progress: Callable[[int], object] | None = None) -> Links:
    """All pairs of wordings that match, of those that share enough to be compared."""
    if len(wordings) < 2:
        return Links(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))
    columns = columns_of(wordings)
    index = _Index.of(columns)
    blocks = [(start, min(start + _BLOCK, len(columns))) for start in range(0, len(columns), _BLOCK)]
    parts: list[Links] = []
    for start, found in zip(blocks, _in_processes(_links_of_block, blocks, (columns, index), workers), strict=True):
        parts.append(found)
        if progress:
            progress(start[1] - start[0])
    return Links(
        np.concatenate([part.a for part in parts]),
        np.concatenate([part.b for part in parts]),
        np.concatenate([part.chance for part in parts]),
    )


def lineages(
    wordings: Wordings, links: Links, *, workers: int = 1, halves: Iterable[tuple[int, int]] = ()
) -> Iterator[tuple[Member, ...]]:
    """The lineages of all wordings, those that are alone included; `halves` are pairs of them, as in `clustering`."""
    copies = np.bincount(wordings.of, minlength=len(wordings))
    sure = links.chance >= SURE
    label = _components(len(wordings), links.a[sure], links.b[sure])
    own = label[links.a] == label[links.b]
    a, b, chance = links.a[own], links.b[own], links.chance[own]
    order = np.argsort(label[a], kind="stable")
    a, b, chance = a[order], b[order], chance[order]
    borders = np.flatnonzero(np.diff(label[a], prepend=-1))
    alone = np.ones(len(wordings), bool)
    alone[a] = alone[b] = False
    for wording in np.flatnonzero(alone).tolist():
        yield (Member(wording, Span(0, len(wordings.passages[wording].code))),)
    pieces = list(zip(borders.tolist(), np.append(borders[1:], len(a)).tolist(), strict=False))
    batches = [pieces[start : start + _FORK_FROM] for start in range(0, len(pieces), _FORK_FROM)]
    other_half = defaultdict(set)
    for one, other in halves:
        other_half[one].add(other)
    shared = (wordings, a, b, chance, copies, other_half)
    for found in _in_processes(_cluster_pieces, batches, shared, workers if len(a) > _BLOCK else 1):
        for family in found:
            yield tuple(
                Member(wording, Span(start, end))
                for wording, start, end in zip(family[::3], family[1::3], family[2::3], strict=True)
            )


def _cluster_pieces(pieces: list[tuple[int, int]], shared: tuple[Any, ...]) -> list[list[int]]:
    """The families of these pieces, each as plain numbers - wording, start, end - because they are sent."""
    wordings, a, b, chance, copies, other_half = shared
    families: list[tuple[Member, ...]] = []
    for start, end in pieces:
        pairs = zip(a[start:end].tolist(), b[start:end].tolist(), chance[start:end].tolist(), strict=True)
        links = [link_of(wordings.passages, *pair) for pair in pairs]
        lengths = {wording: len(wordings.passages[wording].code) for link in links for wording in (link.a, link.b)}
        halves = [(one, other) for one in lengths for other in other_half.get(one, ()) if other in lengths]
        printed = {wording: int(copies[wording]) for wording in lengths}
        families += cluster(lengths, links, copies=printed, halves=halves)
    return [
        [number for member in family for number in (member.passage, member.span.start, member.span.end)]
        for family in families
    ]


def link_of(passages: Mapping[int, Passage] | Sequence[Passage], a: int, b: int, chance: float) -> Link:
    """The link between two that match, with the place of the shorter in the longer, where it is a fragment of it."""
    host, fragment = (a, b) if len(passages[a].code) >= len(passages[b].code) else (b, a)
    if len(passages[fragment].code) >= WHOLE * len(passages[host].code):
        return Link(a, b, chance)
    stretch = pairwise.shared_stretch(passages[fragment], passages[host])[1]
    return Link(a, b, chance, host, Span(stretch.first, stretch.last + 1))


def _components(size: int, a: Numbers, b: Numbers) -> Numbers:
    """The smallest number that each can be reached from."""
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
class Columns:
    """What is compared of each wording, a column for each of a passage's forms."""

    code: Texts
    content: Texts
    weighted: Texts
    figures: Texts
    letters: Texts
    words: Numbers  # how many
    contents: Numbers
    weights: Numbers
    days: NDArray[np.float64]
    speakers: Numbers

    @classmethod
    def of(cls, forms: Mapping[str, Sequence[str]], days: Sequence[float], speakers: Sequence[int]) -> "Columns":
        """The columns of passages, given as a column for each of `FORMS`."""
        columns = {form: _texts(forms[form]) for form in FORMS}
        return cls(
            **columns,
            words=_lengths(columns["code"]),
            contents=_lengths(columns["content"]),
            weights=_lengths(columns["weighted"]),
            days=np.array(days, np.float64),
            speakers=np.array(speakers, np.int64),
        )

    def __len__(self) -> int:
        return len(self.code)


def columns_of(wordings: Wordings) -> Columns:
    """The columns of these wordings."""
    forms = {form: [getattr(passage, form) for passage in wordings.passages] for form in FORMS}
    return Columns.of(forms, wordings.days, wordings.speakers)


def _texts(texts: Sequence[str]) -> Texts:
    column = np.empty(len(texts), object)
    column[:] = texts
    return column


def _lengths(texts: Texts) -> Numbers:
    return np.fromiter(map(len, texts), np.int64, len(texts))


def rows_of_words(codes: Texts) -> tuple[Texts, Texts]:
    """The `twos` and `threes` of these passages, made together; the same that a passage makes of itself."""
    numbers = _numbers_of(codes)
    twos = _mixed(numbers[:-1], numbers[1:])
    threes = _mixed(twos[:-1], numbers[2:])
    lengths = _lengths(codes)
    return _cut(twos, lengths, 1), _cut(threes, lengths, 2)


def _numbers_of(codes: Texts) -> NDArray[np.uint32]:
    return np.frombuffer("".join(codes).encode("utf-32-le"), np.uint32)


def _mixed(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return FIRST_CHARACTER + ((first * np.uint32(MIX[0]) + second * np.uint32(MIX[1])) >> np.uint32(12))


def _cut(numbers: NDArray[np.uint32], lengths: Numbers, less: int) -> Texts:
    """The rows of each passage out of those of all, which run on from one to the next."""
    text = numbers.astype(np.uint32).tobytes().decode("utf-32-le")
    ends = np.cumsum(lengths)
    bounds = zip((ends - lengths).tolist(), (ends - less).tolist(), strict=True)
    return _texts([text[start:end] if end > start else "" for start, end in bounds])


_BETWEEN = "\n"  # no word has it


def _read_all(texts: Sequence[str], workers: int, aliases: Aliases) -> dict[str, Passage]:
    parts = [texts[start : start + _FORK_FROM] for start in range(0, len(texts), _FORK_FROM)]
    read_parts = _in_processes(_read_part, parts, aliases, workers if len(parts) > 1 else 1)
    passages: dict[str, Passage] = {}
    for part, columns in zip(parts, read_parts, strict=True):
        forms = (column.split(_BETWEEN) for column in columns)
        passages.update(zip(part, map(Passage, *forms), strict=True))
    return passages


def _read_part(texts: Sequence[str], aliases: Aliases) -> list[str]:
    """The forms of these passages, a text for each form: it is sent from process to process at once."""
    passages = [read(text, aliases) for text in texts]
    return [_BETWEEN.join([getattr(passage, form) for passage in passages]) for form in FORMS]


FORMS = ("code", "content", "weighted", "figures", "letters")  # of a passage, in its own order


# --- who is compared with whom ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Index:
    """Postings sorted by pair of words, then by wording, whose number is in the lowest bits of a posting."""

    postings: NDArray[np.uint64]
    before: NDArray[np.int32]  # how many earlier wordings have the same pair
    places: NDArray[np.uint32]  # of the postings, wording by wording
    starts: Numbers  # where in `places` those of each wording start; one more at the end

    @classmethod
    def of(cls, columns: Columns) -> "_Index":
        postings = _postings(columns.code, columns.content)
        pair = postings >> np.uint64(_OWNER_BITS)
        starts = np.flatnonzero(np.append(True, pair[1:] != pair[:-1])[: len(pair)])
        counts = np.diff(np.append(starts, len(postings)))
        before = (np.arange(len(postings)) - np.repeat(starts, counts)).astype(np.int32)
        owner = _owner(postings).astype(np.uint32)
        places = np.argsort(owner, kind="stable").astype(np.uint32)
        ends = np.cumsum(np.bincount(owner, minlength=len(columns)))
        return cls(postings, before, places, np.append(0, ends))


def keys_of(code: Sequence[str], content: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The keys of these passages, each once a passage, and whose each is: its place in the row."""
    postings = _postings(_texts(code), _texts(content))
    return (postings >> _OWNER).astype(np.int64), _owner(postings)


def _postings(code: Texts, content: Texts) -> NDArray[np.uint64]:
    few = np.flatnonzero(_lengths(content) < FEW)
    everyone = np.arange(len(code))
    postings = np.concatenate([_keys(content, everyone), _keys(code[few], few)])
    postings.sort()  # numpy.unique hashes them: a million quotes then take 108 s in all, not 80
    return postings[np.append(True, postings[1:] != postings[:-1])] if len(postings) else postings


def _owner(postings: NDArray[np.uint64]) -> Numbers:
    owner: Numbers = (postings & _OWNER_MASK).astype(np.int64)
    return owner


def _keys(codes: Texts, owners: Numbers) -> NDArray[np.uint64]:
    """Every pair of words near each other, with its owner in the lowest bits."""
    if not len(codes):
        return np.zeros(0, np.uint64)
    numbers = (_numbers_of(codes) - np.uint32(FIRST_CHARACTER)).astype(np.uint64)
    owner = np.repeat(owners.astype(np.uint64), _lengths(codes))
    parts = []
    for distance in range(1, PAIR_DISTANCE + 1):
        same = owner[distance:] == owner[:-distance]
        pair = (numbers[:-distance][same] << np.uint64(KEY_BITS)) | numbers[distance:][same]
        parts.append((pair << np.uint64(_OWNER_BITS)) | owner[distance:][same])
    return np.concatenate(parts)


def pair_weights(rarity: Reals, others: NDArray[np.int32]) -> Reals:
    """`rarity.pair_weight` of each pair of words."""
    common = np.maximum(others, 1) + COMMONEST * np.exp(-rarity)
    weights: Reals = np.maximum(0.0, np.log(COMMONEST) - np.log(common)).astype(np.float32)
    return weights


@cache
def _rarity_of_characters() -> Reals:
    column = np.full(1 << KEY_BITS, UNSEEN, np.float32)
    known = rarity_of_characters()
    column[[ord(character) - FIRST_CHARACTER for character in known]] = list(known.values())
    return column


def rarity_of_key(keys: NDArray[np.uint64]) -> Reals:
    """The sum of the rarities of the two words of each key."""
    column = _rarity_of_characters()
    low = np.uint64((1 << KEY_BITS) - 1)
    both: Reals = column[(keys >> np.uint64(KEY_BITS)).astype(np.int64)] + column[(keys & low).astype(np.int64)]
    return both


def candidates(columns: Columns) -> tuple[Numbers, Numbers]:
    """All pairs of wordings to compare: (later, earlier)."""
    return _candidates(_Index.of(columns), 0, len(columns))


def _candidates(index: _Index, first: int, last: int) -> tuple[Numbers, Numbers]:
    """Pairs to compare, for the wordings from `first` until before `last`: (later, earlier)."""
    found = [
        (start, *_heaviest(*_sharing(index, start, min(start + _SORTED, last))))
        for start in range(first, last, _SORTED)
    ]
    return np.concatenate([later + start for start, later, _ in found]), np.concatenate([e for _, _, e in found])


def heaviest(later: Numbers, earlier: Numbers, weights: Reals) -> tuple[Numbers, Numbers]:
    """For each `later`, which are sorted, the `CANDIDATES` that share most with it, the older first among equals.

    The same pair may come more than once: its weights are added up.
    """
    names, places = np.unique(earlier, return_inverse=True)
    firsts = np.flatnonzero(np.append(True, later[1:] != later[:-1])[: len(later)])
    number = np.repeat(np.arange(len(firsts)), np.diff(np.append(firsts, len(later))))
    found = []
    for start in range(0, len(firsts), _SORTED):
        some = slice(*np.searchsorted(number, (start, start + _SORTED)))
        pairs = (number[some] - start).astype(np.uint64) << _OWNER | places[some].astype(np.uint64)
        which, other = _heaviest(pairs, weights[some])
        found.append((later[firsts[which + start]], names[other]))
    nothing = np.zeros(0, np.int64)
    return np.concatenate([nothing, *(a for a, _ in found)]), np.concatenate([nothing, *(b for _, b in found)])


def _heaviest(pairs: NDArray[np.uint64], weights: Reals) -> tuple[Numbers, Numbers]:
    """`heaviest` of pairs in one number each: the later, of at most `_SORTED`, above the bits of the earlier."""
    if not len(pairs):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    order = np.argsort(pairs)
    pairs, weights = pairs[order], weights[order]
    starts = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1]))
    pairs = pairs[starts]
    total = np.add.reduceat(weights, starts, dtype=np.float64)  # so finely that the order they come in is no matter
    thousandths = np.minimum(np.rint(total * 1000), _HEAVIEST).astype(np.uint64)
    later, earlier = pairs >> _OWNER, pairs & _OWNER_MASK
    ranked = np.sort((later << _BEFORE_OWNER) | ((np.uint64(_HEAVIEST) - thousandths) << _OWNER) | earlier)
    of = (ranked >> _BEFORE_OWNER).astype(np.int64)
    heads = np.maximum.accumulate(np.where(np.diff(of, prepend=-1) != 0, np.arange(len(of)), 0))
    kept = np.arange(len(of)) - heads < CANDIDATES
    return of[kept], _owner(ranked[kept])


def _sharing(index: _Index, first: int, last: int) -> tuple[NDArray[np.uint64], Reals]:
    """A row for each pair of words that a wording has in common with an earlier one: who with whom, and its weight.

    The later is counted from `first` and stands above the lowest bits, where the earlier is.
    """
    mine = index.places[index.starts[first] : index.starts[last]].astype(np.int64)
    mine = mine[index.before[mine] > 0]
    before, postings = index.before[mine], index.postings[mine]
    weight = pair_weights(rarity_of_key(postings >> _OWNER), before)
    later = ((postings & _OWNER_MASK) - np.uint64(first)) << _OWNER
    pairs, weights = [], []
    for back in range(1, NEWEST + 1):
        has = before >= back
        pairs.append(later[has] | (index.postings[mine[has] - back] & _OWNER_MASK))
        weights.append(weight[has])
    return np.concatenate(pairs), np.concatenate(weights)


def newest_of_keys(wordings: Wordings) -> Iterator[tuple[int, int, int]]:
    """Of each key the newest quotations that have it: (key, how many had it before, quotation), by key.

    What one by one is posted for each new quotation (`passages.Postings`): each wording's pairs of words lead to its
    first quotation, its words as a whole to all of them.
    """
    if not len(wordings):
        return
    index = _Index.of(columns_of(wordings))
    first = np.array(wordings.first, np.int64)
    yield from _newest(index.postings >> _OWNER, index.before, first[_owner(index.postings)])
    whole = np.array([passage.words_key if passage.code else 0 for passage in wordings.passages], np.int64)[wordings.of]
    quotations = np.argsort(whole, kind="stable")
    quotations = quotations[np.count_nonzero(whole == 0) :]
    keys = whole[quotations]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    before = np.arange(len(keys)) - np.repeat(starts, np.diff(np.append(starts, len(keys))))
    yield from _newest(keys, before, quotations)


def _newest(keys: NDArray[Any], before: NDArray[Any], quotations: Numbers) -> Iterator[tuple[int, int, int]]:
    """The last `NEWEST` rows of each key."""
    last = np.append(keys[1:] != keys[:-1], True)[: len(keys)]
    counts = np.diff(np.append(-1, np.flatnonzero(last)))
    kept = np.flatnonzero(before >= np.repeat(counts, counts) - NEWEST)
    for start in range(0, len(kept), _FORK_FROM):
        some = kept[start : start + _FORK_FROM]
        yield from zip(keys[some].tolist(), before[some].tolist(), quotations[some].tolist(), strict=True)


# --- do they match? -----------------------------------------------------------------------------------------------


def _links_of_block(block: tuple[int, int], shared: tuple[Columns, _Index]) -> Links:
    columns, index = shared
    return links_between(columns, *_candidates(index, *block))


def links_between(columns: Columns, a: Numbers, b: Numbers) -> Links:
    """Those of these pairs that match; `a` and `b` are places in the columns."""
    if not len(a):
        return Links(a, b, np.zeros(0, np.float32))
    shared_words = _each(LCSseq.similarity, columns.code[a], columns.code[b])
    enough = shared_words >= _least(columns, a, b)
    a, b = a[enough], b[enough]
    chance = chances(signs(columns, a, b, shared_words[enough]))
    found = chance >= MATCH
    return Links(a[found], b[found], chance[found])


def _least(columns: Columns, a: Numbers, b: Numbers) -> Reals:
    """The words that two wordings must share to be looked at: `matching.least_shared`, in a column."""
    content = np.minimum(columns.contents[a], columns.contents[b])
    share = np.where(content <= SHORT, LEAST_SHARED_OF_SHORT, LEAST_SHARED)
    known = (columns.speakers[a] > 0) & (columns.speakers[b] > 0)
    same = columns.speakers[a] == columns.speakers[b]
    share = np.where(known & same, LEAST_OF_SAME_SPEAKER, share)
    share = np.where(known & ~same & (content <= SHORT), 2.0, share)
    words = np.minimum(columns.words[a], columns.words[b])
    together = known & same & (np.abs(columns.days[a] - columns.days[b]) <= TOGETHER)
    weighty = np.minimum(columns.weights[a], columns.weights[b]) >= LEAST_WEIGHT
    enough = (words >= FEWEST_WORDS) & (together | weighty)
    least: Reals = np.where(enough, share, 2.0) * np.maximum(words, 1)
    return least


def _each(measure: Callable[..., Any], a: Texts, b: Texts) -> Reals:
    """`measure` of each text of `a` with that of `b`."""
    return process.cpdist(a, b, scorer=measure, dtype=np.float32, workers=1)


def signs(columns: Columns, a: Numbers, b: Numbers, words: Reals | None = None) -> Reals:
    """`matching.signs_of` of each pair of wordings, a row each; `words` is how many they share, if that is known."""
    c = columns
    words = _each(LCSseq.similarity, c.code[a], c.code[b]) if words is None else words
    shorter, longer = np.minimum(c.words[a], c.words[b]), np.maximum(c.words[a], c.words[b])
    weight, least = c.weights[a] + c.weights[b], np.maximum(1, np.minimum(c.weights[a], c.weights[b]))
    rare = _each(LCSseq.similarity, c.weighted[a], c.weighted[b])
    rare_swaps = weight - 2 * rare - _each(Levenshtein.distance, c.weighted[a], c.weighted[b])
    swaps = shorter + longer - 2 * words - _each(Levenshtein.distance, c.code[a], c.code[b])
    twos, threes = _shared_rows(c, a, b)
    both_known = (c.speakers[a] > 0) & (c.speakers[b] > 0)
    same = c.speakers[a] == c.speakers[b]
    days = np.abs(c.days[a] - c.days[b])
    rows = (
        rare / least,
        rare / np.maximum(1, weight - least),
        _each(fuzz.ratio, c.letters[a], c.letters[b]) / 100,
        np.log1p(np.minimum(c.contents[a], c.contents[b])),
        np.log1p(np.maximum(c.contents[a], c.contents[b])),
        np.log1p(rare),
        _figures(c, a, b),
        words / shorter,
        words / longer,
        np.log1p(words),
        twos / shorter,
        np.log1p(twos),
        threes / shorter,
        np.log1p(threes),
        _each(Prefix.similarity, c.code[a], c.code[b]) / shorter,
        _each(Postfix.similarity, c.code[a], c.code[b]) / shorter,
        np.log1p(rare_swaps),
        rare_swaps / least,
        swaps / shorter,
        both_known & same,
        both_known & ~same,
        ~np.isnan(days),
        np.log1p(np.nan_to_num(days)),
    )
    return np.stack([np.asarray(row, np.float32) for row in rows], 1)


def _shared_rows(columns: Columns, a: Numbers, b: Numbers) -> tuple[Reals, Reals]:
    """How many two words in a row, and three, each pair of wordings shares. They are made here for those concerned:
    kept for all, they would be a quarter of the memory."""
    concerned, places = np.unique(np.concatenate([a, b]), return_inverse=True)
    twos, threes = rows_of_words(columns.code[concerned])
    a, b = places[: len(a)], places[len(a) :]
    return _each(LCSseq.similarity, twos[a], twos[b]), _each(LCSseq.similarity, threes[a], threes[b])


def _figures(columns: Columns, a: Numbers, b: Numbers) -> Reals:
    """`matching.differing_figures` of each pair; most have none."""
    column = np.zeros(len(a), np.float32)
    figures = columns.figures
    differ = np.flatnonzero(figures[a] != figures[b])
    for place in differ.tolist():
        i, j = a[place], b[place]
        column[place] = pairwise.differing_figures(figures[i], figures[j], columns.contents[i], columns.contents[j])
    np.minimum(column, pairwise.MOST_FIGURES, out=column)
    column /= pairwise.MOST_FIGURES
    return column


def chances(rows: Reals) -> Reals:
    """`matching.chance` of each row of signs."""
    hidden, starts, weights, start = (np.asarray(part, np.float32) for part in pairwise.net())
    out: Reals = 1 / (1 + np.exp(-(np.tanh(rows @ hidden.T + starts) @ weights + start)))
    return out


# --- both cores ---------------------------------------------------------------------------------------------------

_shared: Any = None


def _in_processes(work: Callable[..., Any], parts: Sequence[Any], shared: Any, workers: int) -> Iterator[Any]:
    """``work(part, shared)`` for each part, in order. What is shared is inherited, not sent, so it may be large."""
    if workers < 2 or len(parts) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (work(part, shared) for part in parts)
        return
    global _shared
    _shared = (work, shared)
    try:
        with multiprocessing.get_context("fork").Pool(workers, maxtasksperchild=_PARTS_A_PROCESS) as pool:
            yield from pool.imap(_worked, parts)
    finally:
        _shared = None


def _worked(part: Any) -> Any:
    work, shared = _shared
    return work(part, shared)


# --- of a lineage, once it is known -------------------------------------------------------------------------------


def homes(wordings: Wordings, families: Iterable[tuple[Member, ...]]) -> dict[int, list[int]]:
    """For each wording the first wordings of the lineages it belongs to, that of its longest part first."""
    parts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for family in families:
        for member in family:
            parts[member.passage].append((-len(member.span), family[0].passage))
    return {wording: [first for _, first in sorted(found)] for wording, found in parts.items()}


def sources(printed: Sequence[Printed], home_of: Sequence[int], *, workers: int = 1) -> list[int | None]:
    """The earlier quotation that each was most likely copied from; `home_of` names the lineage of each.

    The quotations come in the order they were printed.
    """
    lineages: defaultdict[int, list[int]] = defaultdict(list)
    for place, home in enumerate(home_of):
        lineages[home].append(place)
    several = [places for places in lineages.values() if len(places) > 1]
    count = workers * _PARTS_A_PROCESS if len(printed) >= _FORK_FROM else 1
    parts = [several[start::count] for start in range(count)]
    found: list[int | None] = [None] * len(printed)
    for part, answers in zip(parts, _in_processes(_sources_in, parts, printed, workers), strict=True):
        for places, answer in zip(part, answers, strict=True):
            for place, source in zip(places, answer, strict=True):
                found[place] = None if source is None else places[source]
    return found


def _sources_in(part: Sequence[list[int]], printed: Sequence[Printed]) -> list[list[int | None]]:
    return [copied_from([printed[place].text for place in places]) for places in part]
