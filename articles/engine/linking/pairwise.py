"""The pairwise score: the probability that two quotations are printings of the same words.

TASS prints "...any action against the Syrian army (life has proved they never went back from their words), analysis of
the strikes..."; SANA prints the same without the aside and with "ISIS" for "the Islamic State". The two share nearly
all their words in the same order, in long runs, and hardly any word is replaced by another: they match. "The main task
now is regime change" and "the main condition for its defeat is regime change" share words too, but what lies between
them differs: they do not match.

`match` computes some thirty features: the share of the shorter text found in the longer, the runs, how rare the shared
words are, what replaces what, the figures, names and negations, the speakers, the days between. A small network turns
them into a probability (``python -m benchmarks.training.pairwise`` trains it). A changed number or a lost "not" does
not forbid a match: it is what the reader looks for. Nor do days between two printings that hardly differ:
anniversaries, profiles and fact checks print old words again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log1p, tanh
from operator import mul
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein, Postfix, Prefix

from articles.engine.linking.fingerprints import Fingerprint

# The version of what decides about matches and lineages, as rulings and revisions name it: year and month, by hand. A
# test holds it to the results on a small corpus, so that it is changed when the results change and only then.
MATCHER_VERSION = "2026.12a"

# The net gives a chance from 0 to 1; it is calibrated: of generated pairs given 0.5 to 0.6, 0.56 are the same.
MATCH_THRESHOLD = 0.5
# Pairs that share enough words to be scored are evidence whatever the score: one that does not match speaks against a
# merge of the lineages it lies between.
SCORED_THRESHOLD = 0.0
UNCERTAIN_THRESHOLD = 0.2  # pairs with at least this chance, but less than a match, join nothing: curators are asked
# A passage of whose words less is found in the other is no printing of it, unless one speaker is known to have said
# both. Measured on the labelled real quotations: B-cubed F1 0.972 with it, 0.962 without; 100,000 generated ones lose
# 0.004 where neither speakers nor days are known and 0.001 where they are.
MIN_SHARED = 0.7  # of the shorter passage's words
# Nor is a passage with so few words that carry meaning, unless nearly all its words are found: without it half of such
# links between real quotations are false ("the cub of Baghdadi channel", "cub of Baghdadi is staying").
SHORT_CONTENT_WORDS = 3  # content words
MIN_SHARED_SHORT = 0.84  # B-cubed F1 0.972 without it, 0.977 with it, on the labelled real quotations
# "Absurd", "most effective force": too little to tell one statement by. With 3 for the weight, 50,000 generated
# quotations (seed 102) lose 0.003 of B-cubed F1; these cost nothing.
MIN_WORDS = 4
MIN_WEIGHT = 2  # a passage's length in weighted words: two common ones, or one that is rare
# Said by one speaker within so many days, "they can take them, they can" is part of one statement, common as its words
# are.
SAME_STATEMENT_DAYS = 3.0
# The same few words said again weeks later, or by another speaker, are said anew, not printed again.
FORMULA_CONTENT_WORDS = 6  # content words; with fewer they may be
FORMULA_DAYS = 20.0
# Until then so many words of one speaker, common as they are, are compared: of these matches 98 in 100 are right.
MIN_COMMON_WORDS = 5
# Of the same speaker's, where they are not few. "Protect people ... from the depradations of the Assad regime" and
# "committed to a change in the behaviour of [the Assad] regime" share 0.56 of their words.
MIN_SHARED_SAME_SPEAKER = 0.57
# Of a passage with so many words that carry meaning: two translations of one sentence share half of their words. With 8
# a tweet of thanks to a named officer joins another such tweet of the labelled real quotations.
LONG_CONTENT_WORDS, MIN_SHARED_LONG = 10, 0.5
# Near-identical passages with the same figures and names are scored as if of one day: old words are printed again.
# With the days as they are, one real passage in seven whose speaker is not known is parted from a printing a year later
# with one word replaced.
MIN_NEAR_IDENTICAL_WORDS = 7  # fewer may be a formula
WORDS_PER_EDIT = 10  # one word may be another, and one more for each so many
# Words in a row that are enough whatever else the two print: "A. B." and "B. C." are selections of one statement.
MIN_OVERLAP_WORDS = 10
MIN_RUN = 3  # words in a row that count as shared for telling where; fewer may be there by accident

_MODEL_FILE = Path(__file__).parents[1] / "data" / "pairwise.json"


@dataclass(frozen=True, slots=True)
class WordRange:
    """The words of a fingerprint from index `first` to index `last`, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MatchResult:
    """Two fingerprints found to be printings of the same words: how surely, where in each, and why."""

    score: float  # the chance that it is so
    a: WordRange
    b: WordRange
    whole_a: float  # how long the other is beside it, at most 1: well below, the other is a fragment of it
    whole_b: float
    features: tuple[float, ...]

    def describe_evidence(self) -> dict[str, float]:
        """Return the features that mean something to a reader, to be stored and shown."""
        signs = dict(zip(FEATURES, self.features, strict=True))
        evidence = {
            "shared words": round(exp(signs["words shared"]) - 1),
            "share of the shorter": round(signs["share of the shorter"], 3),
            "share of its rarer words": round(signs["rarer words of the shorter"], 3),
            "share in runs of three": round(signs["runs of three of the shorter"], 3),
            "put in place of others": round(signs["words put for others"], 3),
            "letters alike": round(signs["letters alike"], 3),
        }
        if signs["figures that differ"]:
            evidence["figures that differ"] = round(signs["figures that differ"] * MAX_DIFFERING_FIGURES)
        if signs["same speaker"] or signs["other speaker"]:
            evidence["same speaker"] = signs["same speaker"]
        if signs["days known"]:
            evidence["days apart"] = round(exp(signs["days apart"]) - 1, 1)
        return evidence


FEATURES = (
    "rarer words of the shorter",
    "rarer words of the longer",
    "letters alike",
    "content words of the shorter",
    "content words of the longer",
    "rarer words shared",
    "figures that differ",
    "share of the shorter",
    "share of the longer",
    "words shared",
    "runs of two of the shorter",
    "in runs of two",
    "runs of three of the shorter",
    "in runs of three",
    "beginning",
    "end",
    "rarer words put for others",
    "share of them",
    "words put for others",
    "same speaker",
    "other speaker",
    "days known",
    "days apart",
    "runs of eight of the shorter",
    "in runs of eight",
    "negations that differ",
    "figures put for others",
    "names that differ",
    "names put for others",
    "letters that differ",
    "rarer words in any order",
    "rarer words shared in any order",
    "names shared",
    "figures shared",
)
MAX_DIFFERING_FIGURES = 3  # figures or names that differ; more count no more
MAX_DIFFERING_NEGATIONS = 2


def match(
    a: Fingerprint,
    b: Fingerprint,
    *,
    same_speaker: bool | None = None,
    days: float | None = None,
    least: float = MATCH_THRESHOLD,
) -> MatchResult | None:
    """Score `a` against `b`; return None if the chance that they print the same words is below `least`.

    `same_speaker` is None if either speaker is unknown, `days` is None if either date is.
    """
    if (len(a.code), a.code) > (len(b.code), b.code):
        found = match(b, a, same_speaker=same_speaker, days=days, least=least)
        return found and MatchResult(found.score, found.b, found.a, found.whole_b, found.whole_a, found.features)
    if not is_distinctive(len(a.code), min(len(a.weighted), len(b.weighted)), same_speaker, days):
        return None
    required = get_required_share(min(len(a.content), len(b.content)), same_speaker)
    if LCSseq.similarity(a.code, b.code) < required * len(a.code) and not (required <= 1 and has_long_overlap(a, b)):
        return None
    signs = extract_features(a, b, same_speaker, days)
    score = predict_probability(signs)
    if score < least:
        return None
    in_a, in_b = find_shared_ranges(a, b)
    return MatchResult(score, in_a, in_b, 1.0, len(a.code) / len(b.code), signs)


def predict_probability(signs: Sequence[float]) -> float:
    """Return the network's probability for these features."""
    hidden, biases, out, bias = load_model()
    total = bias
    for weights, start, weight in zip(hidden, biases, out, strict=True):
        total += weight * tanh(sum(map(mul, signs, weights), start))
    return 1 / (1 + exp(-total)) if total > -700 else 0.0


def extract_features(
    a: Fingerprint, b: Fingerprint, same_speaker: bool | None, days: float | None
) -> tuple[float, ...]:
    """Compute the features, named in `FEATURES`, of two fingerprints."""
    weight, least = len(a.weighted) + len(b.weighted), max(1, min(len(a.weighted), len(b.weighted)))
    rare = LCSseq.similarity(a.weighted, b.weighted)
    rare_swaps = weight - 2 * rare - Levenshtein.distance(a.weighted, b.weighted)
    shorter, longer = sorted((len(a.code), len(b.code)))
    words = LCSseq.similarity(a.code, b.code)
    edits = Levenshtein.distance(a.code, b.code)
    swaps = shorter + longer - 2 * words - edits
    twos, threes = LCSseq.similarity(a.bigrams, b.bigrams), LCSseq.similarity(a.trigrams, b.trigrams)
    letters = fuzz.ratio(a.letters, b.letters) / 100
    eights = LCSseq.similarity(a.octograms, b.octograms)
    figures = count_differing_facts(a.figures, b.figures, a.figures, b.figures, len(a.content), len(b.content))
    names = count_differing_facts(a.names, b.names, a.content, b.content, len(a.content), len(b.content))
    negations = min(MAX_DIFFERING_NEGATIONS, abs(a.negation_count - b.negation_count))
    content = sorted((len(a.content), len(b.content)))
    in_any_order = LCSseq.similarity(a.sorted_weighted, b.sorted_weighted)
    if shorter >= MIN_NEAR_IDENTICAL_WORDS and edits <= allow_edits(longer) and not (max(figures) or names[1]):
        days = 0.0
    return (
        rare / least,
        rare / max(1, weight - least),
        letters,
        log1p(content[0]),
        log1p(content[1]),
        log1p(rare),
        figures[0] / MAX_DIFFERING_FIGURES,
        words / shorter,
        words / longer,
        log1p(words),
        twos / shorter,
        log1p(twos),
        threes / shorter,
        log1p(threes),
        Prefix.similarity(a.code, b.code) / shorter,
        Postfix.similarity(a.code, b.code) / shorter,
        log1p(rare_swaps),
        rare_swaps / least,
        swaps / shorter,
        float(same_speaker is True),
        float(same_speaker is False),
        float(days is not None),
        log1p(abs(days)) if days is not None else 0.0,
        eights / shorter,
        log1p(eights),
        negations / MAX_DIFFERING_NEGATIONS,
        figures[1] / MAX_DIFFERING_FIGURES,
        names[0] / MAX_DIFFERING_FIGURES,
        names[1] / MAX_DIFFERING_FIGURES,
        log1p((len(a.letters) + len(b.letters)) * (1 - letters)),
        in_any_order / least,
        log1p(in_any_order),
        log1p(LCSseq.similarity(a.names, b.names)),
        log1p(LCSseq.similarity(a.figures, b.figures)),
    )


def allow_edits(words: Any) -> Any:
    """Return how many words of a text, or of each text, may be others in a near-identical printing of it."""
    return 1 + words // WORDS_PER_EDIT


def count_differing_facts(a: str, b: str, all_a: str, all_b: str, a_length: int, b_length: int) -> tuple[int, int]:
    """Count the figures or names of the shorter text that are not among all those words of the longer one, and how many
    of either text the other lacks, the smaller number; of equally long texts the first is of both.

    More than `MAX_DIFFERING_FIGURES` count no more.
    """
    lacking_b, lacking_a = len(set(a).difference(all_b)), len(set(b).difference(all_a))
    shorter = lacking_b * (a_length <= b_length) + lacking_a * (b_length <= a_length)
    return min(MAX_DIFFERING_FIGURES, shorter), min(MAX_DIFFERING_FIGURES, lacking_a, lacking_b)


def find_shared_ranges(a: Fingerprint, b: Fingerprint) -> tuple[WordRange, WordRange]:
    """Return in each the range from the first shared run of words (or without runs, word) to the last."""
    return find_shared_word_ranges(a.code, b.code)


def find_shared_word_ranges(a: str, b: str) -> tuple[WordRange, WordRange]:
    """Return the same of the words of two fingerprints."""
    blocks = [op for op in LCSseq.opcodes(a, b) if op.tag == "equal"]
    runs = [op for op in blocks if op.src_end - op.src_start >= MIN_RUN] or blocks
    first, last = runs[0], runs[-1]
    return WordRange(first.src_start, last.src_end - 1), WordRange(first.dest_start, last.dest_end - 1)


def get_required_share(content: int, same_speaker: bool | None) -> float:
    """Return the share of the shorter text's words below which nothing else is looked at; above 1 if nothing helps."""
    if content >= LONG_CONTENT_WORDS:
        return MIN_SHARED_LONG
    if same_speaker:
        return MIN_SHARED_SAME_SPEAKER
    if same_speaker is False and content <= SHORT_CONTENT_WORDS:
        return 2.0
    return MIN_SHARED_SHORT if content <= SHORT_CONTENT_WORDS else MIN_SHARED


def is_within(most: float, same_speaker: bool | None, days: float | None) -> bool:
    """Return whether one speaker is known to have said both within `most` days."""
    return same_speaker is True and days is not None and abs(days) <= most


def has_long_overlap(a: Fingerprint, b: Fingerprint) -> bool:
    """Return whether the two share a passage of `MIN_OVERLAP_WORDS` in a row, as two selections of a statement do."""
    return LCSseq.similarity(a.octograms, b.octograms) > MIN_OVERLAP_WORDS - 8


def is_distinctive(words: int, weight: int, same_speaker: bool | None, days: float | None) -> bool:
    """Return whether a text of so many words, and so many weighted ones, says more than anybody might say."""
    most = FORMULA_DAYS if words >= MIN_COMMON_WORDS else SAME_STATEMENT_DAYS
    return words >= MIN_WORDS and (weight >= MIN_WEIGHT or is_within(most, same_speaker, days))


def explain_mismatch(
    a: Fingerprint, b: Fingerprint, *, same_speaker: bool | None = None, days: float | None = None
) -> str | None:
    """Say why `match` finds no printings of the same words; None if it finds them."""
    if match(a, b, same_speaker=same_speaker, days=days):
        return None
    shorter = min(a, b, key=lambda passage: len(passage.code))
    content = min(len(a.content), len(b.content))
    if not is_distinctive(len(shorter.code), min(len(a.weighted), len(b.weighted)), same_speaker, days):
        return "the shorter one has too few distinctive words"
    least = get_required_share(content, same_speaker)
    if least > 1:
        return f"they name two speakers, and {content} content words may be a set phrase"
    share = LCSseq.similarity(a.code, b.code) / len(shorter.code)
    if share < least and not has_long_overlap(a, b):
        return f"the other has {share:.0%} of the shorter one's words in the same order; {least:.0%} are needed"
    longer = b if shorter is a else a
    probability = predict_probability(extract_features(shorter, longer, same_speaker, days))
    return f"the estimated probability is {probability:.0%}"


def is_formula(passage: Fingerprint, same_speaker: bool | None, days: float | None) -> bool:
    """Return whether the same words elsewhere are no printing: they are few, and another speaker's or weeks apart."""
    if not is_distinctive(len(passage.code), len(passage.weighted), same_speaker, days):
        return True
    if len(passage.content) >= FORMULA_CONTENT_WORDS:
        return False
    return same_speaker is False or (days is not None and abs(days) > FORMULA_DAYS)


Model = tuple[list[list[float]], list[float], list[float], float]


@cache
def load_model() -> Model:
    """Return for each hidden unit its weights, the biases, the weight of each unit, and the output bias."""
    return parse_model(json.loads(_MODEL_FILE.read_text(encoding="utf-8")))


def parse_model(net: Mapping[str, Any]) -> Model:
    """Return the same of a net as it is stored."""
    assert net["signs"] == list(FEATURES), "the net was trained on other signs: train it again"
    return net["hidden"], net["starts"], net["weights"], net["start"]
