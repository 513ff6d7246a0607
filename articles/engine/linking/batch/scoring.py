"""Scoring of many pairs of wordings: the features and the network of `pairwise`, in columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq, Levenshtein, Postfix, Prefix

from articles.engine.linking import pairwise
from articles.engine.linking.batch.packing import FORMS
from articles.engine.linking.fingerprints import FIRST_CHARACTER, MIX_FACTORS, NEGATION_CHARACTERS

Numbers = NDArray[np.int64]
Reals = NDArray[np.float32]
Texts = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of wordings that were scored: the later `a`, the earlier `b`, and the probability that they match."""

    a: Numbers
    b: Numbers
    probability: Reals

    def __len__(self) -> int:
        return len(self.a)


@dataclass(frozen=True, slots=True)
class FingerprintColumns:
    """What is compared of each wording: a column for each form of its fingerprint."""

    code: Texts
    content: Texts
    weighted: Texts
    figures: Texts
    letters: Texts
    names: Texts
    word_counts: Numbers
    content_counts: Numbers
    weighted_lengths: Numbers
    negation_counts: Numbers
    days: NDArray[np.float64]  # not a number where not known
    speakers: Numbers  # 0 where not known

    @classmethod
    def from_forms(
        cls, forms: Mapping[str, Sequence[str]], days: ArrayLike, speakers: ArrayLike
    ) -> "FingerprintColumns":
        """Build the columns from one column for each of `FORMS`."""
        code, content, weighted, figures, letters, names = (build_text_column(forms[form]) for form in FORMS)
        words, contents, weights = (measure_lengths(column) for column in (code, content, weighted))
        negations = _count_negations(code, words)
        known = np.array(days, np.float64), np.array(speakers, np.int64)
        return cls(code, content, weighted, figures, letters, names, words, contents, weights, negations, *known)

    def __len__(self) -> int:
        return len(self.code)


def build_text_column(texts: Sequence[str]) -> Texts:
    """Return these texts as a column."""
    column = np.empty(len(texts), object)
    column[:] = texts
    return column


def measure_lengths(texts: Texts) -> Numbers:
    """Return the length of each text."""
    return np.fromiter(map(len, texts), np.int64, len(texts))


def _count_negations(code: Texts, lengths: Numbers) -> Numbers:
    denies = np.isin(encode_numbers(code), np.frombuffer(NEGATION_CHARACTERS.encode("utf-32-le"), np.uint32))
    totals = np.append(0, np.cumsum(denies))
    ends = np.cumsum(lengths)
    counts: Numbers = totals[ends] - totals[ends - lengths]
    return counts


def encode_numbers(codes: Texts) -> NDArray[np.uint32]:
    """Return the characters of all these texts, one after the other, as numbers."""
    return np.frombuffer("".join(codes).encode("utf-32-le"), np.uint32)


def score_pairs(columns: FingerprintColumns, a: Numbers, b: Numbers, least: float = pairwise.SCORED_THRESHOLD) -> Links:
    """Return the pairs that share enough words and have at least this chance; `a` and `b` index the columns."""
    a, b, shared_words = select_comparable_pairs(columns, a, b)
    if not len(a):
        return Links(a, b, np.zeros(0, np.float32))
    chance = predict_probabilities(extract_feature_rows(columns, a, b, shared_words))
    matching = chance >= least
    return Links(a[matching], b[matching], chance[matching])


def select_comparable_pairs(columns: FingerprintColumns, a: Numbers, b: Numbers) -> tuple[Numbers, Numbers, Reals]:
    """Return the pairs that share enough words to be scored, and how many each shares."""
    if not len(a):
        return a, b, np.zeros(0, np.float32)
    shared_words = _measure_pairs(LCSseq.similarity, columns.code[a], columns.code[b])
    required = _compute_required_words(columns, a, b)
    enough = shared_words >= required
    is_possible = required <= np.minimum(columns.word_counts[a], columns.word_counts[b])
    others = np.flatnonzero(~enough & is_possible & (shared_words >= pairwise.MIN_OVERLAP_WORDS))
    [eights] = _count_shared_ngrams(columns, a[others], b[others], (8,))
    enough[others[eights > pairwise.MIN_OVERLAP_WORDS - 8]] = True
    return a[enough], b[enough], shared_words[enough]


def _compute_required_words(columns: FingerprintColumns, a: Numbers, b: Numbers) -> Reals:
    """Return the words that two wordings must share to be looked at: `pairwise.get_required_share`, in a column."""
    c = columns
    content = np.minimum(c.content_counts[a], c.content_counts[b])
    few_content = content <= pairwise.SHORT_CONTENT_WORDS
    known = (c.speakers[a] > 0) & (c.speakers[b] > 0)
    same = c.speakers[a] == c.speakers[b]
    share = np.where(few_content, pairwise.MIN_SHARED_SHORT, pairwise.MIN_SHARED)
    share = np.where(known & ~same & few_content, 2.0, share)
    share = np.where(known & same, pairwise.MIN_SHARED_SAME_SPEAKER, share)
    share = np.where(content >= pairwise.LONG_CONTENT_WORDS, pairwise.MIN_SHARED_LONG, share)
    days = np.where(known & same, np.abs(c.days[a] - c.days[b]), np.nan)
    words = np.minimum(c.word_counts[a], c.word_counts[b])
    most = np.where(words >= pairwise.MIN_COMMON_WORDS, pairwise.FORMULA_DAYS, pairwise.SAME_STATEMENT_DAYS)
    weighty = np.minimum(c.weighted_lengths[a], c.weighted_lengths[b]) >= pairwise.MIN_WEIGHT
    enough = (words >= pairwise.MIN_WORDS) & ((days <= most) | weighty)
    least: Reals = np.where(enough, share, 2.0) * np.maximum(words, 1)
    return least


def _measure_pairs(measure: Callable[..., Any], a: Texts, b: Texts) -> Reals:
    """Return `measure` of each text of `a` with that of `b`."""
    return process.cpdist(a, b, scorer=measure, dtype=np.float32, workers=1)


def extract_feature_rows(columns: FingerprintColumns, a: Numbers, b: Numbers, words: Reals | None = None) -> Reals:
    """Return `pairwise.extract_features` of each pair, a row each; `words` is how many they share, if known."""
    c = columns
    words = _measure_pairs(LCSseq.similarity, c.code[a], c.code[b]) if words is None else words
    shorter, longer = np.minimum(c.word_counts[a], c.word_counts[b]), np.maximum(c.word_counts[a], c.word_counts[b])
    weight = c.weighted_lengths[a] + c.weighted_lengths[b]
    least = np.maximum(1, np.minimum(c.weighted_lengths[a], c.weighted_lengths[b]))
    rare = _measure_pairs(LCSseq.similarity, c.weighted[a], c.weighted[b])
    rare_swaps = weight - 2 * rare - _measure_pairs(Levenshtein.distance, c.weighted[a], c.weighted[b])
    edits = _measure_pairs(Levenshtein.distance, c.code[a], c.code[b])
    swaps = shorter + longer - 2 * words - edits
    letters = _measure_pairs(fuzz.ratio, c.letters[a], c.letters[b]) / 100
    letter_counts = measure_lengths(c.letters[a]) + measure_lengths(c.letters[b])
    twos, threes, eights = _count_shared_ngrams(c, a, b, (2, 3, 8))
    figures = _count_differing_facts(c.figures, c.figures, c, a, b)
    names = _count_differing_facts(c.names, c.content, c, a, b)
    negations = np.minimum(pairwise.MAX_DIFFERING_NEGATIONS, np.abs(c.negation_counts[a] - c.negation_counts[b]))
    known, same = (c.speakers[a] > 0) & (c.speakers[b] > 0), c.speakers[a] == c.speakers[b]
    near_identical = (shorter >= pairwise.MIN_NEAR_IDENTICAL_WORDS) & (edits <= pairwise.allow_edits(longer))
    near_identical &= ~figures.any(1) & (names[:, 1] == 0)
    days = np.where(near_identical, 0.0, np.abs(c.days[a] - c.days[b]))
    in_any_order = _measure_pairs(LCSseq.similarity, *_sort_characters(c.weighted, a, b))
    rows = (
        rare / least,
        rare / np.maximum(1, weight - least),
        letters,
        np.log1p(np.minimum(c.content_counts[a], c.content_counts[b])),
        np.log1p(np.maximum(c.content_counts[a], c.content_counts[b])),
        np.log1p(rare),
        figures[:, 0],
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
        known & same,
        known & ~same,
        ~np.isnan(days),
        np.log1p(np.nan_to_num(days)),
        eights / shorter,
        np.log1p(eights),
        negations / pairwise.MAX_DIFFERING_NEGATIONS,
        figures[:, 1],
        names[:, 0],
        names[:, 1],
        np.log1p(letter_counts * (1 - letters)),
        in_any_order / least,
        np.log1p(in_any_order),
        np.log1p(_measure_pairs(LCSseq.similarity, c.names[a], c.names[b])),
        np.log1p(_measure_pairs(LCSseq.similarity, c.figures[a], c.figures[b])),
    )
    return np.stack([np.asarray(row, np.float32) for row in rows], 1)


def _count_shared_ngrams(columns: FingerprintColumns, a: Numbers, b: Numbers, sizes: Sequence[int]) -> list[Reals]:
    """Count the runs of so many words that each pair shares; to keep them would take much memory."""
    concerned, places = np.unique(np.concatenate([a, b]), return_inverse=True)
    a, b = places[: len(a)], places[len(a) :]
    runs = build_ngrams(columns.code[concerned])
    return [_measure_pairs(LCSseq.similarity, runs[size][a], runs[size][b]) for size in sizes]


def _sort_characters(texts: Texts, a: Numbers, b: Numbers) -> tuple[Texts, Texts]:
    """Return the texts of each pair with their characters in order."""
    concerned, places = np.unique(np.concatenate([a, b]), return_inverse=True)
    lengths = measure_lengths(texts[concerned])
    owners = np.repeat(np.arange(len(concerned), dtype=np.uint64), lengths) << np.uint64(32)
    ordered = np.sort(owners | encode_numbers(texts[concerned])).astype(np.uint32)
    column = _split_texts(ordered, lengths, 0)
    return column[places[: len(a)]], column[places[len(a) :]]


def build_ngrams(codes: Texts) -> dict[int, Texts]:
    """Build the runs of two, three and eight words of these fingerprints, the same that each makes of itself."""
    numbers, lengths = encode_numbers(codes), measure_lengths(codes)
    twos = _mix(numbers[:-1], numbers[1:])
    fours = _mix(twos[:-2], twos[2:])
    rows = {2: twos, 3: _mix(twos[:-1], numbers[2:]), 8: _mix(fours[:-4], fours[4:])}
    return {size: _split_texts(row, lengths, size - 1) for size, row in rows.items()}


def _mix(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return FIRST_CHARACTER + ((first * np.uint32(MIX_FACTORS[0]) + second * np.uint32(MIX_FACTORS[1])) >> np.uint32(12))


def _split_texts(numbers: NDArray[np.uint32], lengths: Numbers, less: int) -> Texts:
    """Split the rows of all fingerprints, which run on from one to the next, into those of each."""
    text = numbers.astype(np.uint32).tobytes().decode("utf-32-le")
    ends = np.cumsum(lengths)
    bounds = zip((ends - lengths).tolist(), (ends - less).tolist(), strict=True)
    return build_text_column([text[start:end] if end > start else "" for start, end in bounds])


def _count_differing_facts(
    facts: Texts, words: Texts, columns: FingerprintColumns, a: Numbers, b: Numbers
) -> NDArray[np.float64]:
    """Return `pairwise.count_differing_facts` of each pair as shares of the maximum; most have none."""
    differing = np.zeros((len(a), 2))
    places = np.flatnonzero(facts[a] != facts[b])
    i, j = a[places], b[places]
    facts_of, words_of = _build_sets(facts, i, j), _build_sets(words, i, j)
    pairs = list(zip(i.tolist(), j.tolist(), strict=True))
    lacking_b = np.array([len(facts_of[one] - words_of[other]) for one, other in pairs], np.int64)
    lacking_a = np.array([len(facts_of[other] - words_of[one]) for one, other in pairs], np.int64)
    counts_a, counts_b = columns.content_counts[i], columns.content_counts[j]
    differing[places, 0] = lacking_b * (counts_a <= counts_b) + lacking_a * (counts_b <= counts_a)
    differing[places, 1] = np.minimum(lacking_a, lacking_b)
    shares: NDArray[np.float64] = np.minimum(differing, pairwise.MAX_DIFFERING_FIGURES) / pairwise.MAX_DIFFERING_FIGURES
    return shares


def _build_sets(texts: Texts, *places: Numbers) -> dict[int, frozenset[str]]:
    """Build the set of characters of each text that is concerned."""
    concerned = np.unique(np.concatenate(places))
    return dict(zip(concerned.tolist(), map(frozenset, texts[concerned]), strict=True))


def predict_probabilities(rows: Reals, model: pairwise.Model | None = None) -> Reals:
    """Return `pairwise.predict_probability` of each row of features, by another model if one is given."""
    hidden, starts, weights, start = (np.asarray(part, np.float32) for part in model or pairwise.load_model())
    out: Reals = 1 / (1 + np.exp(-(np.tanh(rows @ hidden.T + starts) @ weights + start)))
    return out
