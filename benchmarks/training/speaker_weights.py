"""Train the weights by which speakers are attributed and speech is told from other words between quotation marks.

    python -m benchmarks.training.speaker_weights

Fits the two logits to the 840 training articles that lie beside the project, writes
`articles/engine/data/speaker_weights.json`, and prints the F1 of a twofold cross-validation for the choice of
`quotation_types.SPEECH_FROM`. Only the names of signs and a number for each leave the articles, none of their text.

Claims: a conditional logit; of all claims on a quotation (and that of nobody) those that name the annotated speaker
should weigh most. Speech: a logit of annotated quotations against other words between marks. Both by stochastic
gradient steps that shrink with each sign's history, the second averaged over its last rounds.
"""

import json
import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from articles.engine.cleaning.paragraphs import Label, label_paragraphs
from articles.engine.extraction.attribution import Attribution, attribute_quotations, select_best_candidate
from articles.engine.extraction.languages.english import learnt_weights
from articles.engine.extraction.quotation_marks import QuotedSpan, find_quoted_spans
from articles.engine.extraction.quotation_types import count_repetitions, extract_speech_features, is_known_work
from articles.engine.extraction.sentences import Sentence, lowercase_sentence_starts, split_sentences
from articles.engine.extraction.speaker_candidates import SpeakerCandidate
from tests.support.installations import ROOT
from tests.support.shared import SHARED

WEIGHTS = ROOT / "articles" / "engine" / "data" / "speaker_weights.json"
TRAINING = SHARED / "data" / "extraction" / "polnear_train.jsonl"
CLAIM_ROUNDS, SPEECH_RUNS, SPEECH_ROUNDS, AVERAGED_FROM = 12, 5, 8, 2
STEP, CLAIM_SHRINKS, SPEECH_SHRINKS = 0.3, 0.0002, 0.02
#: Signs too rare in the training articles to learn: their weight is set, and only nudged.
SET = {"noun-by": 3.6}
#: Weights smaller than this are left out.
SMALLEST = 0.1

Weights = dict[str, float]


@dataclass(slots=True)
class Read:
    """An annotated article, cut as the extraction cuts it."""

    row: dict[str, Any]
    sentences: list[Sentence]
    stretches: tuple[QuotedSpan, ...]


def main() -> int:
    articles = [read(json.loads(line)) for line in TRAINING.read_text(encoding="utf-8").splitlines()]
    claim: Weights = {}
    for _ in range(2):  # the second time with the claims that the first weights carry over from quotation to quotation
        claim = learn_claims(articles)
        replace(learnt_weights.SPEAKER_WEIGHTS, claim)
    examples = [speech_examples(article) for article in articles]
    halves = [list(chain.from_iterable(examples[first::2])) for first in (0, 1)]
    crossed = [(halves[1], learn_speech(halves[0])), (halves[0], learn_speech(halves[1]))]
    for threshold in (0.4, 0.45, 0.5, 0.55, 0.6):
        figures = [f1(told, learnt, threshold) for told, learnt in crossed]
        print(f"# speech from {threshold}: F1 {sum(figures) / 2:.2f}", file=sys.stderr)
    speech = learn_speech(halves[0] + halves[1])
    bias = round(speech.pop(""), 2)
    weights = {"nobody": 0.0, "speaker": rounded(claim), "speech_bias": bias, "speech": rounded(speech)}
    WEIGHTS.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def read(row: dict[str, Any]) -> Read:
    text: str = row["text"]
    body = [paragraph for paragraph in label_paragraphs(text) if paragraph.label is Label.BODY]
    found = find_quoted_spans(text, body)
    cut: list[Sentence] = []
    for index, paragraph in enumerate(body):
        here = [(number, stretch) for number, stretch in enumerate(found) if stretch.paragraph == index]
        cut.extend(split_sentences(text, paragraph, index, here))
    lowercase_sentence_starts(cut)
    return Read(row, cut, found)


def annotated(article: Read, stretch: QuotedSpan) -> dict[str, Any] | None:
    """The annotators' quotation that this stretch is."""
    quotes: list[dict[str, Any]] = article.row["quotes"]
    return next((q for q in quotes if q["start"] < stretch.end and stretch.start < q["end"]), None)


# --- Claims ----------------------------------------------------------------------------------------------------------


def learn_claims(articles: Sequence[Read]) -> Weights:
    examples = [example for article in articles for example in claim_examples(article)]
    learnt: Weights = defaultdict(float, SET)
    steps: Weights = defaultdict(float)
    chance = random.Random(0)
    for _ in range(CLAIM_ROUNDS):
        chance.shuffle(examples)
        for signs, right in examples:
            step_claims(learnt, steps, signs, right)
    return learnt


def claim_examples(article: Read) -> list[tuple[list[tuple[str, ...]], list[bool]]]:
    """For each annotated quotation the signs of its claims, and which are right; the first is nobody's."""
    offered: dict[int, Sequence[SpeakerCandidate]] = {}

    def choose(number: int, claims: Sequence[SpeakerCandidate]) -> Attribution:
        offered[number] = claims
        return select_best_candidate(number, claims)

    attribute_quotations(article.row["text"], article.sentences, article.stretches, choose)
    examples = []
    for number, stretch in enumerate(article.stretches):
        quote = annotated(article, stretch)
        claims = offered.get(number, ())
        if quote is None or not claims:
            continue
        right = [not quote["speaker_text"], *(names(article.row["text"], claim, quote) for claim in claims)]
        if any(right):
            examples.append(([(), *(claim.features for claim in claims)], right))
    return examples


def names(text: str, claim: SpeakerCandidate, quote: dict[str, Any]) -> bool:
    """Does the claim name the annotated speaker: the same place of the text, or the same last name?"""
    if not quote["speaker_text"]:
        return False
    places = [
        (claim.subject.begin, claim.subject.end),
        *([claim.subject.antecedent] if claim.subject.antecedent else []),
    ]
    for begin, end in places:
        start, stop = claim.sentence.tokens[begin].start, claim.sentence.tokens[end - 1].end
        if start < quote["speaker_end"] and quote["speaker_start"] < stop:
            return True
        if last_names(text[start:stop]) & last_names(quote["speaker_text"]):
            return True
        if text[start:stop].lower() == quote["speaker_text"].strip().lower():
            return True
    return False


def last_names(mention: str) -> set[str]:
    runs = re.findall(r"(?:[A-Z][\w.-]*\s*)+", mention)
    return {run.split()[-1].lower() for run in runs} - {"the", "he", "she", "it", "they", "i", "we", "president"}


def step_claims(learnt: Weights, steps: Weights, signs: list[tuple[str, ...]], right: list[bool]) -> None:
    scores = [sum(learnt[sign] for sign in each) for each in signs]
    powers = [math.exp(score - max(scores)) for score in scores]
    total = sum(powers)
    good = sum(power for power, is_right in zip(powers, right, strict=True) if is_right)
    for each, power, is_right in zip(signs, powers, right, strict=True):
        pull = (power / good if is_right else 0.0) - power / total
        for sign in each if abs(pull) > 1e-4 else ():
            shrinks = 0.4 if sign in SET else CLAIM_SHRINKS
            step(learnt, steps, sign, pull - shrinks * (learnt[sign] - SET.get(sign, 0.0)))


# --- Speech ----------------------------------------------------------------------------------------------------------

Example = tuple[list[str], bool]


def speech_examples(article: Read) -> list[Example]:
    """For each stretch its signs, and whether the annotators took it for somebody's words."""
    text = article.row["text"]
    won = attribute_quotations(text, article.sentences, article.stretches)
    times = count_repetitions(text, article.stretches)
    examples = []
    for sentence in article.sentences:
        for place, number in sentence.quotes.items():
            stretch = article.stretches[number]
            if is_known_work(text[stretch.start : stretch.end]):
                continue  # set aside by rule
            signs = extract_speech_features(
                text, sentence, place, stretch, won[number].candidate, won[number].confidence, times[number]
            )
            examples.append((["", *signs], annotated(article, stretch) is not None))
    return examples


def learn_speech(examples: Sequence[Example]) -> Weights:
    """The mean of several runs, each through the examples in another order."""
    mean: Weights = defaultdict(float)
    for run in range(SPEECH_RUNS):
        for sign, weight in learn_once(examples, random.Random(run)).items():
            mean[sign] += weight / SPEECH_RUNS
    return mean


def learn_once(examples: Sequence[Example], chance: random.Random) -> Weights:
    learnt: Weights = defaultdict(float)
    steps: Weights = defaultdict(float)
    mean: Weights = defaultdict(float)
    shuffled = list(examples)
    for turn in range(SPEECH_ROUNDS):
        chance.shuffle(shuffled)
        for signs, spoken in shuffled:
            pull = spoken - 1 / (1 + math.exp(-sum(learnt[sign] for sign in signs)))
            for sign in signs:
                step(learnt, steps, sign, pull - SPEECH_SHRINKS * learnt[sign])
        if turn >= AVERAGED_FROM:
            for sign, weight in learnt.items():
                mean[sign] += weight / (SPEECH_ROUNDS - AVERAGED_FROM)
    return mean


def f1(examples: Sequence[Example], learnt: Mapping[str, float], threshold: float) -> float:
    floor = math.log(threshold / (1 - threshold))
    taken = [spoken for signs, spoken in examples if sum(learnt.get(sign, 0.0) for sign in signs) >= floor]
    return 200 * sum(taken) / (len(taken) + sum(spoken for _, spoken in examples))


def step(learnt: Weights, steps: Weights, sign: str, pull: float) -> None:
    steps[sign] += pull * pull
    learnt[sign] += STEP * pull / (1 + math.sqrt(steps[sign]))


# --- Writing ---------------------------------------------------------------------------------------------------------


def replace(old: dict[str, float], new: Mapping[str, float]) -> None:
    old.clear()
    old.update(new)


def rounded(learnt: Mapping[str, float]) -> Weights:
    """The weights that are large enough to matter, by name, a feature beside its refinements."""
    key: Callable[[str], tuple[str, str]] = lambda sign: (re.split(r"[/:]", sign)[0], sign)  # noqa: E731
    return {sign: round(learnt[sign], 2) for sign in sorted(learnt, key=key) if abs(learnt[sign]) >= SMALLEST}


if __name__ == "__main__":
    sys.exit(main())
