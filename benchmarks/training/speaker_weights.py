"""Train the weights of speaker attribution, and of speech against other words between quotation marks.

    python -m benchmarks.training.speaker_weights

Fits the two logits to the 840 training articles that lie beside the project, the first also to the labelled news pages,
and writes `articles/engine/data/speaker_weights.json`. It prints the F1 of a twofold cross-validation for the choice of
`quotation_types.MIN_SPEECH_PROBABILITY`, and how often the right candidate wins on pages of publishers that were held
out. Only the names of features and a number for each leave the articles and pages, none of their text.

Speakers: a conditional logit; of all candidates of a quotation (and nobody) those that name the annotated speaker
should weigh most. Speech: a logit of annotated quotations against other words between marks. Both by stochastic
gradient steps that shrink with each feature's history, the second averaged over its last rounds.
"""

import json
import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from articles.engine.cleaning.paragraphs import Label, label_paragraphs
from articles.engine.extraction.attribution import Attribution, attribute_quotations, select_best_candidate
from articles.engine.extraction.budget import parse_within_budget
from articles.engine.extraction.languages.english import learnt_weights
from articles.engine.extraction.languages.english.named_people import EntityRegister
from articles.engine.extraction.languages.english.speaker_resolution import resolve_speakers
from articles.engine.extraction.quotation_marks import QuotedSpan, find_quoted_spans
from articles.engine.extraction.quotation_types import count_repetitions, extract_speech_features, is_known_work
from articles.engine.extraction.results import ResolvedSpeaker
from articles.engine.extraction.sentences import Sentence, lowercase_sentence_starts, split_sentences, tokenize_headline
from articles.engine.extraction.speaker_candidates import SpeakerCandidate
from benchmarks.training.pages import LabelledPage, fold, is_right, read_pages
from tests.support.installations import ROOT
from tests.support.shared import SHARED

WEIGHTS = ROOT / "articles" / "engine" / "data" / "speaker_weights.json"
TRAINING = SHARED / "data" / "extraction" / "polnear_train.jsonl"
SPEAKER_RUNS, SPEAKER_ROUNDS, SPEECH_RUNS, SPEECH_ROUNDS, FIRST_AVERAGED_ROUND = 4, 12, 5, 8, 2
LEARNING_RATE, SPEAKER_SHRINKAGE, SPEECH_SHRINKAGE = 0.3, 0.0002, 0.02
#: Features too rare in the training articles to learn: their weight is preset, and only nudged.
PRESET_WEIGHTS = {"noun-by": 3.6}
#: Weights smaller than this are left out.
MIN_WEIGHT = 0.1

PUBLISHER_FOLDS = 5

Weights = dict[str, float]
#: The features of each candidate of a quotation, and which are right; the first candidate is nobody.
SpeakerExample = tuple[list[tuple[str, ...]], list[bool]]


@dataclass(slots=True)
class AnnotatedArticle:
    """An annotated article, split into sentences as the extraction splits it."""

    row: dict[str, Any]
    sentences: list[Sentence]
    spans: tuple[QuotedSpan, ...]


def main() -> int:
    """Fit the two logits, print their cross-validation and write their weights."""
    articles = [read_article(json.loads(line)) for line in TRAINING.read_text(encoding="utf-8").splitlines()]
    speaker: Weights = {}
    for _ in range(2):  # the second time with the candidates that the first weights carry over between quotations
        speaker = fit_speaker(articles)
        replace_weights(learnt_weights.SPEAKER_WEIGHTS, speaker)
    examples = [build_speech_examples(article) for article in articles]
    halves = [list(chain.from_iterable(examples[first::2])) for first in (0, 1)]
    crossed = [(halves[1], fit_speech(halves[0])), (halves[0], fit_speech(halves[1]))]
    for threshold in (0.4, 0.45, 0.5, 0.55, 0.6):
        figures = [compute_f1(half_examples, weights, threshold) for half_examples, weights in crossed]
        print(f"# speech from {threshold}: F1 {sum(figures) / 2:.2f}", file=sys.stderr)
    speech = fit_speech(halves[0] + halves[1])
    bias = round(speech.pop(""), 2)
    pages = read_pages()
    examples_of = {page: build_page_examples(page) for page in pages}
    print_cross_validation(articles, examples_of)
    speaker = fit_speaker(articles, list(chain.from_iterable(examples_of.values())))
    trained_on = {"training articles of PolNeAR": len(articles), "labelled pages, for speakers alone": len(pages)}
    weights = {
        "trained_on": trained_on,
        "nobody": 0.0,
        "speaker": round_weights(speaker),
        "speech_bias": bias,
        "speech": round_weights(speech),
    }
    WEIGHTS.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def read_article(row: dict[str, Any]) -> AnnotatedArticle:
    """Parse an annotated article."""
    text: str = row["text"]
    body = [paragraph for paragraph in label_paragraphs(text) if paragraph.label is Label.BODY]
    spans = find_quoted_spans(text, body)
    sentences: list[Sentence] = []
    for index, paragraph in enumerate(body):
        here = [(number, span) for number, span in enumerate(spans) if span.paragraph == index]
        sentences.extend(split_sentences(text, paragraph, index, here))
    lowercase_sentence_starts(sentences)
    return AnnotatedArticle(row, sentences, spans)


def find_annotation(article: AnnotatedArticle, span: QuotedSpan) -> dict[str, Any] | None:
    """Find the annotated quotation that this span overlaps."""
    quotes: list[dict[str, Any]] = article.row["quotes"]
    return next((q for q in quotes if q["start"] < span.end and span.start < q["end"]), None)


def fit_speaker(articles: Sequence[AnnotatedArticle], page_examples: Sequence[SpeakerExample] = ()) -> Weights:
    """Average the weights of several runs, each through the examples in another order."""
    examples = [*(example for article in articles for example in build_speaker_examples(article)), *page_examples]
    mean: Weights = defaultdict(float)
    for run in range(SPEAKER_RUNS):
        for feature, weight in fit_speaker_once(examples, random.Random(run)).items():
            mean[feature] += weight / SPEAKER_RUNS
    return mean


def fit_speaker_once(examples: Sequence[SpeakerExample], generator: random.Random) -> Weights:
    """Fit the conditional logit in one run."""
    weights: Weights = defaultdict(float, PRESET_WEIGHTS)
    history: Weights = defaultdict(float)
    shuffled = list(examples)
    for _ in range(SPEAKER_ROUNDS):
        generator.shuffle(shuffled)
        for features, are_right in shuffled:
            update_speaker(weights, history, features, are_right)
    return weights


def build_page_examples(page: LabelledPage) -> list[SpeakerExample]:
    """Build the same for the labelled quotations of a page, where a candidate is right whose resolved name is."""
    body = [paragraph for paragraph in page.paragraphs if paragraph.label is Label.BODY]
    sentences, spans = parse_within_budget(page.text, body, find_quoted_spans(page.text, body))
    lowercase_sentence_starts(sentences)
    offered: dict[int, Sequence[SpeakerCandidate]] = {}

    def choose(number: int, candidates: Sequence[SpeakerCandidate]) -> Attribution:
        offered[number] = candidates
        return select_best_candidate(number, candidates)

    attributions = attribute_quotations(page.text, sentences, spans, choose)
    winners = [attribution.candidate for attribution in attributions]
    register = EntityRegister(sentences, tokenize_headline(page.text, page.paragraphs))
    examples = []
    for number, span in enumerate(spans):
        label = page.find_label(page.text[span.start : span.end])
        candidates = offered.get(number, ())
        if label is None or label == "x" or not candidates:
            continue
        speakers = resolve_speakers(sentences, [*winners, *candidates], register)[len(winners) :]
        named = [speaker is not None and names_labelled(page.text, speaker, label) for speaker in speakers]
        nobody = label.split(" | ")[0] == "-" or (label.startswith(("anon", "doc")) and not any(named))
        are_right = [nobody, *named]
        if any(are_right):
            examples.append(([(), *(candidate.features for candidate in candidates)], are_right))
    return examples


def names_labelled(text: str, speaker: ResolvedSpeaker, label: str) -> bool:
    """Return whether the resolved name is the labelled one, or without a name the printed words are the label's."""
    if speaker.name:
        return is_right(label, speaker.name)
    printed = set(fold(text[speaker.start : speaker.end]).split())
    return label.startswith(("anon", "doc")) and not printed.isdisjoint(fold(label.rpartition(": ")[2]).split())


def print_cross_validation(
    articles: Sequence[AnnotatedArticle], examples_of: Mapping[LabelledPage, list[SpeakerExample]]
) -> None:
    """Print how often the right candidate wins on the pages of a fifth of the publishers, trained without them."""
    annotated = [example for article in articles for example in build_speaker_examples(article)]
    publishers = sorted({page.publisher for page in examples_of})
    won = total = 0
    for first in range(PUBLISHER_FOLDS):
        held = set(publishers[first::PUBLISHER_FOLDS])
        rest = [example for page, found in examples_of.items() if page.publisher not in held for example in found]
        weights = fit_speaker_once([*annotated, *rest], random.Random(0))
        for page, found in examples_of.items():
            for features, are_right in found if page.publisher in held else ():
                scores = [sum(weights.get(feature, 0.0) for feature in names) for names in features]
                won, total = won + are_right[scores.index(max(scores))], total + 1
    print(f"# pages of publishers held out: the right candidate wins {won} of {total}", file=sys.stderr)


def build_speaker_examples(article: AnnotatedArticle) -> list[SpeakerExample]:
    """Build for each annotated quotation the features of its candidates, and which are right; the first is nobody."""
    offered: dict[int, Sequence[SpeakerCandidate]] = {}

    def choose(number: int, candidates: Sequence[SpeakerCandidate]) -> Attribution:
        offered[number] = candidates
        return select_best_candidate(number, candidates)

    attribute_quotations(article.row["text"], article.sentences, article.spans, choose)
    examples = []
    for number, span in enumerate(article.spans):
        quote = find_annotation(article, span)
        candidates = offered.get(number, ())
        if quote is None or not candidates:
            continue
        are_right = [
            not quote["speaker_text"],
            *(names_speaker(article.row["text"], candidate, quote) for candidate in candidates),
        ]
        if any(are_right):
            examples.append(([(), *(candidate.features for candidate in candidates)], are_right))
    return examples


def names_speaker(text: str, candidate: SpeakerCandidate, quote: dict[str, Any]) -> bool:
    """Return whether the candidate names the annotated speaker: the same place of the text, or the same last name."""
    if not quote["speaker_text"]:
        return False
    places = [
        (candidate.subject.begin, candidate.subject.end),
        *([candidate.subject.antecedent] if candidate.subject.antecedent else []),
    ]
    for begin, end in places:
        start, stop = candidate.sentence.tokens[begin].start, candidate.sentence.tokens[end - 1].end
        if start < quote["speaker_end"] and quote["speaker_start"] < stop:
            return True
        if extract_last_names(text[start:stop]) & extract_last_names(quote["speaker_text"]):
            return True
        if text[start:stop].lower() == quote["speaker_text"].strip().lower():
            return True
    return False


def extract_last_names(mention: str) -> set[str]:
    """Extract the last word of each run of capitalised words, in lower case."""
    runs = re.findall(r"(?:[A-Z][\w.-]*\s*)+", mention)
    return {run.split()[-1].lower() for run in runs} - {"the", "he", "she", "it", "they", "i", "we", "president"}


def update_speaker(weights: Weights, history: Weights, features: list[tuple[str, ...]], are_right: list[bool]) -> None:
    """Take one gradient step for the candidates of one quotation."""
    scores = [sum(weights[feature] for feature in names) for names in features]
    powers = [math.exp(score - max(scores)) for score in scores]
    total = sum(powers)
    right_total = sum(power for power, right in zip(powers, are_right, strict=True) if right)
    for names, power, right in zip(features, powers, are_right, strict=True):
        gradient = (power / right_total if right else 0.0) - power / total
        for feature in names if abs(gradient) > 1e-4 else ():
            shrinkage = 0.4 if feature in PRESET_WEIGHTS else SPEAKER_SHRINKAGE
            update(
                weights, history, feature, gradient - shrinkage * (weights[feature] - PRESET_WEIGHTS.get(feature, 0.0))
            )


Example = tuple[list[str], bool]


def build_speech_examples(article: AnnotatedArticle) -> list[Example]:
    """Build for each span its features, and whether the annotators took it for somebody's words."""
    text = article.row["text"]
    attributions = attribute_quotations(text, article.sentences, article.spans)
    times = count_repetitions(text, article.spans)
    examples = []
    for sentence in article.sentences:
        for place, number in sentence.quotes.items():
            span = article.spans[number]
            if is_known_work(text[span.start : span.end]):
                continue  # set aside by rule
            features = extract_speech_features(
                text,
                sentence,
                place,
                span,
                attributions[number].candidate,
                attributions[number].confidence,
                times[number],
            )
            examples.append((["", *features], find_annotation(article, span) is not None))
    return examples


def fit_speech(examples: Sequence[Example]) -> Weights:
    """Average the weights of several runs, each through the examples in another order."""
    mean: Weights = defaultdict(float)
    for run in range(SPEECH_RUNS):
        for feature, weight in fit_speech_once(examples, random.Random(run)).items():
            mean[feature] += weight / SPEECH_RUNS
    return mean


def fit_speech_once(examples: Sequence[Example], generator: random.Random) -> Weights:
    """Fit the logit of speech in one run, averaged over its last rounds."""
    weights: Weights = defaultdict(float)
    history: Weights = defaultdict(float)
    mean: Weights = defaultdict(float)
    shuffled = list(examples)
    for turn in range(SPEECH_ROUNDS):
        generator.shuffle(shuffled)
        for features, spoken in shuffled:
            gradient = spoken - 1 / (1 + math.exp(-sum(weights[feature] for feature in features)))
            for feature in features:
                update(weights, history, feature, gradient - SPEECH_SHRINKAGE * weights[feature])
        if turn >= FIRST_AVERAGED_ROUND:
            for feature, weight in weights.items():
                mean[feature] += weight / (SPEECH_ROUNDS - FIRST_AVERAGED_ROUND)
    return mean


def compute_f1(examples: Sequence[Example], weights: Mapping[str, float], threshold: float) -> float:
    """Compute the F1 of speech, in percent, at a threshold."""
    floor = math.log(threshold / (1 - threshold))
    taken = [spoken for features, spoken in examples if sum(weights.get(feature, 0.0) for feature in features) >= floor]
    return 200 * sum(taken) / (len(taken) + sum(spoken for _, spoken in examples))


def update(weights: Weights, history: Weights, feature: str, gradient: float) -> None:
    """Take one gradient step for one feature, smaller with each step before."""
    history[feature] += gradient * gradient
    weights[feature] += LEARNING_RATE * gradient / (1 + math.sqrt(history[feature]))


def replace_weights(old: dict[str, float], new: Mapping[str, float]) -> None:
    """Replace the contents of a table of weights."""
    old.clear()
    old.update(new)


def round_weights(weights: Mapping[str, float]) -> Weights:
    """Round the weights that are large enough to matter, sorted so that a feature precedes its refinements."""
    by_name = sorted(weights, key=lambda feature: (re.split(r"[/:]", feature)[0], feature))
    return {feature: round(weights[feature], 2) for feature in by_name if abs(weights[feature]) >= MIN_WEIGHT}


if __name__ == "__main__":
    sys.exit(main())
