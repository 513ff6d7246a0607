"""Scoring of many pairs of wordings: the features and the network of `pairwise`, in columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq, Levenshtein, Postfix, Prefix

from articles.engine.linking import pairwise
from articles.engine.linking.fingerprints import FIRST_CHARACTER, MIX_FACTORS, Fingerprint

FORMS = ("code", "content", "weighted", "figures", "letters")  # of a fingerprint, in its own order

Numbers = NDArray[np.int64]
Reals = NDArray[np.float32]
Texts = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of wordings that match: the later `a`, the earlier `b`, and the probability."""

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
    word_counts: Numbers
    content_counts: Numbers
    weighted_lengths: Numbers
    days: NDArray[np.float64]  # not a number where not known
    speakers: Numbers  # 0 where not known

    @classmethod
    def from_fingerprints(
        cls, passages: Sequence[Fingerprint], days: Sequence[float], speakers: Sequence[int]
    ) -> "FingerprintColumns":
        """Build the columns of these fingerprints."""
        return cls.from_forms({form: [getattr(each, form) for each in passages] for form in FORMS}, days, speakers)

    @classmethod
    def from_forms(
        cls, forms: Mapping[str, Sequence[str]], days: Sequence[float], speakers: Sequence[int]
    ) -> "FingerprintColumns":
        """Build the columns from one column for each of `FORMS`."""
        code, content, weighted, figures, letters = (build_text_column(forms[form]) for form in FORMS)
        words, contents, weights = (measure_lengths(column) for column in (code, content, weighted))
        known = np.array(days, np.float64), np.array(speakers, np.int64)
        return cls(code, content, weighted, figures, letters, words, contents, weights, *known)

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


def encode_numbers(codes: Texts) -> NDArray[np.uint32]:
    """Return the characters of all these texts, one after the other, as numbers."""
    return np.frombuffer("".join(codes).encode("utf-32-le"), np.uint32)


def match_pairs(columns: FingerprintColumns, a: Numbers, b: Numbers) -> Links:
    """Return the pairs that match; `a` and `b` are indexes into the columns."""
    if not len(a):
        return Links(a, b, np.zeros(0, np.float32))
    shared_words = _measure_pairs(LCSseq.similarity, columns.code[a], columns.code[b])
    enough = shared_words >= _compute_required_words(columns, a, b)
    a, b = a[enough], b[enough]
    chance = predict_probabilities(extract_feature_rows(columns, a, b, shared_words[enough]))
    matching = chance >= pairwise.MATCH_THRESHOLD
    return Links(a[matching], b[matching], chance[matching])


def _compute_required_words(columns: FingerprintColumns, a: Numbers, b: Numbers) -> Reals:
    """Return the words that two wordings must share to be looked at: `pairwise.get_required_share`, in a column."""
    c = columns
    few_content = np.minimum(c.content_counts[a], c.content_counts[b]) <= pairwise.SHORT_CONTENT_WORDS
    known = (c.speakers[a] > 0) & (c.speakers[b] > 0)
    same = c.speakers[a] == c.speakers[b]
    share = np.where(few_content, pairwise.MIN_SHARED_SHORT, pairwise.MIN_SHARED)
    share = np.where(known & same, pairwise.MIN_SHARED_SAME_SPEAKER, share)
    share = np.where(known & ~same & few_content, 2.0, share)
    words = np.minimum(c.word_counts[a], c.word_counts[b])
    together = known & same & (np.abs(c.days[a] - c.days[b]) <= pairwise.SAME_STATEMENT_DAYS)
    weighty = np.minimum(c.weighted_lengths[a], c.weighted_lengths[b]) >= pairwise.MIN_WEIGHT
    enough = (words >= pairwise.MIN_WORDS) & (together | weighty)
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
    swaps = shorter + longer - 2 * words - _measure_pairs(Levenshtein.distance, c.code[a], c.code[b])
    twos, threes = _count_shared_ngrams(c, a, b)
    known, same = (c.speakers[a] > 0) & (c.speakers[b] > 0), c.speakers[a] == c.speakers[b]
    days = np.abs(c.days[a] - c.days[b])
    rows = (
        rare / least,
        rare / np.maximum(1, weight - least),
        _measure_pairs(fuzz.ratio, c.letters[a], c.letters[b]) / 100,
        np.log1p(np.minimum(c.content_counts[a], c.content_counts[b])),
        np.log1p(np.maximum(c.content_counts[a], c.content_counts[b])),
        np.log1p(rare),
        _count_differing_figures(c, a, b) / np.float32(pairwise.MAX_DIFFERING_FIGURES),
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
    )
    return np.stack([np.asarray(row, np.float32) for row in rows], 1)


def _count_shared_ngrams(columns: FingerprintColumns, a: Numbers, b: Numbers) -> tuple[Reals, Reals]:
    """Count the bigrams and trigrams that each pair shares; to keep them would take a quarter of the memory."""
    concerned, places = np.unique(np.concatenate([a, b]), return_inverse=True)
    twos, threes = build_ngrams(columns.code[concerned])
    a, b = places[: len(a)], places[len(a) :]
    return _measure_pairs(LCSseq.similarity, twos[a], twos[b]), _measure_pairs(LCSseq.similarity, threes[a], threes[b])


def build_ngrams(codes: Texts) -> tuple[Texts, Texts]:
    """Build the bigrams and trigrams of these fingerprints together, the same that a fingerprint makes of itself."""
    numbers = encode_numbers(codes)
    twos = _mix(numbers[:-1], numbers[1:])
    lengths = measure_lengths(codes)
    return _split_texts(twos, lengths, 1), _split_texts(_mix(twos[:-1], numbers[2:]), lengths, 2)


def _mix(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return FIRST_CHARACTER + ((first * np.uint32(MIX_FACTORS[0]) + second * np.uint32(MIX_FACTORS[1])) >> np.uint32(12))


def _split_texts(numbers: NDArray[np.uint32], lengths: Numbers, less: int) -> Texts:
    """Split the rows of all fingerprints, which run on from one to the next, into those of each."""
    text = numbers.astype(np.uint32).tobytes().decode("utf-32-le")
    ends = np.cumsum(lengths)
    bounds = zip((ends - lengths).tolist(), (ends - less).tolist(), strict=True)
    return build_text_column([text[start:end] if end > start else "" for start, end in bounds])


def _count_differing_figures(columns: FingerprintColumns, a: Numbers, b: Numbers) -> Reals:
    """Return `pairwise.count_differing_figures` of each pair; most have none."""
    column = np.zeros(len(a), np.float32)
    figures, counts = columns.figures, columns.content_counts
    for place in np.flatnonzero(figures[a] != figures[b]).tolist():
        i, j = a[place], b[place]
        column[place] = pairwise.count_differing_figures(figures[i], figures[j], counts[i], counts[j])
    return column


def predict_probabilities(rows: Reals) -> Reals:
    """Return `pairwise.predict_probability` of each row of features."""
    hidden, starts, weights, start = (np.asarray(part, np.float32) for part in pairwise.load_model())
    out: Reals = 1 / (1 + np.exp(-(np.tanh(rows @ hidden.T + starts) @ weights + start)))
    return out
