"""Train the weights of the boundaries of reported contents.

    python -m benchmarks.training.content_weights ATTRIBUTIONS.jsonl

Writes `articles/engine/data/content_weights.json`: fits the features of `content_boundaries` and
`trailing_attributions` to articles whose attributions are labelled as wholes, one JSON object a line: ``{text, quotes:
[{spans, cue_spans, type}]}``, spans in code points, `type` "direct", "mixed" or "indirect". The weights in the product
were learnt from PolNeAR's 840 training articles (14,952 indirect and 2,894 mixed attributions). Only the names of
features, single words among them, and a number for each leave the articles.

Five logits with an L1 penalty, so that a feature without information of its own weighs nothing, by FTRL-proximal steps
(McMahan and others 2013, *Ad click prediction: a view from the trenches*).
"""

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.engine.cleaning.paragraphs import label_paragraphs
from articles.engine.extraction import content_boundaries, trailing_attributions
from articles.engine.extraction.content_spans import parse_body
from articles.engine.extraction.sentences import LOWER, POINT, Token
from articles.engine.extraction.word_classes import has_finite_verb
from tests.support.installations import ROOT

WEIGHTS = ROOT / "articles" / "engine" / "data" / "content_weights.json"
ROUNDS = 6
LEARNING_RATE, RATE_OFFSET, L2_PENALTY = 0.3, 1.0, 1.0
#: The L1 penalty of each logit.
L1_PENALTIES = {"START": 1.6, "END": 2.0, "TAIL": 1.4, "BEGIN": 1.4, "GOES_ON": 1.4}
#: The least counts of a cue, and of a feature, in the training articles.
MIN_CUE_COUNT, MIN_FEATURE_COUNT = 2, 5
MIN_WEIGHT = 0.05

Example = tuple[list[str], bool]
Examples = dict[str, list[Example]]
Weights = dict[str, float]


@dataclass(slots=True)
class LabelledAttribution:
    """A labelled attribution in its sentence: the place of its content, in tokens, and the order of content and cue."""

    order: str  # "after" the cue, "before" it, or "split" by it
    type: str
    cue: list[int]
    begin: int | None
    first_end: int
    end: int | None


def main() -> int:
    """Fit the five logits and write their weights."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    sentences = [pair for row in rows for pair in label_sentences(row)]
    known_cues = count_cues(sentences)
    examples: Examples = {name: [] for name in L1_PENALTIES}
    for tokens, attributions in sentences:
        add_start_examples(examples, tokens, attributions, known_cues)
        add_trailing_examples(examples, tokens, attributions)
    weights: dict[str, Mapping[str, float]] = {"cues": known_cues}
    for name, penalty in L1_PENALTIES.items():
        fitted = fit(examples[name], penalty * ROUNDS)
        print(name, len(examples[name]), "examples,", len(fitted), "features", file=sys.stderr)
        weights[name.lower()] = {feature: round(value, 2) for feature, value in fitted.items()}
    WEIGHTS.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def label_sentences(row: dict[str, Any]) -> Iterator[tuple[list[Token], list[LabelledAttribution]]]:
    """Yield the tokens of each sentence, with the attributions whose cue stands in it."""
    text = row["text"]
    sentences = parse_body(text, label_paragraphs(text))[1]
    found: list[tuple[list[Token], list[LabelledAttribution]]] = [(s.tokens, []) for s in sentences if s.tokens]
    for quote in row["quotes"]:
        if not quote["cue_spans"]:
            continue
        at = quote["cue_spans"][0][0]
        home = next((pair for pair in found if pair[0][0].start <= at < pair[0][-1].end), None)
        if home is not None and (attribution := align_to_tokens(home[0], quote)) is not None:
            home[1].append(attribution)
    yield from found


def align_to_tokens(tokens: list[Token], quote: dict[str, Any]) -> LabelledAttribution | None:
    """Align a labelled attribution with the tokens of a sentence; None without a cue in it."""
    spans, cue_spans = quote["spans"], quote["cue_spans"]
    cue = [k for k, t in enumerate(tokens) if any(a < t.end and t.start < b for a, b in cue_spans)]
    if not cue:
        return None
    start, end = spans[0][0], spans[-1][1]
    order = "after" if start >= cue_spans[-1][1] else "before" if end <= cue_spans[0][0] else "split"
    here = tokens[0].start - 2 <= start < tokens[-1].end
    return LabelledAttribution(
        order,
        quote["type"],
        cue,
        find_begin_token(tokens, start) if here else None,
        find_end_token(tokens, spans[0][1]),
        find_end_token(tokens, end) if end <= tokens[-1].end + 2 else None,
    )


def find_begin_token(tokens: list[Token], start: int) -> int | None:
    """Return the token that begins at `start`, within two characters."""
    place = next((k for k, t in enumerate(tokens) if t.end > start), None)
    return place if place is not None and tokens[place].start >= start - 2 else None


def find_end_token(tokens: list[Token], end: int) -> int:
    """Return the first token behind `end`."""
    return next((k for k, t in enumerate(tokens) if t.start >= end), len(tokens))


def count_cues(sentences: Sequence[tuple[list[Token], list[LabelledAttribution]]]) -> dict[str, int]:
    """Count the words right before a content."""
    counts = Counter(
        tokens[attribution.cue[-1]].low
        for tokens, attributions in sentences
        for attribution in attributions
        if attribution.order == "after" and attribution.type != "direct" and tokens[attribution.cue[-1]].kind == LOWER
    )
    return {word: count for word, count in sorted(counts.items()) if count >= MIN_CUE_COUNT and word.isalpha()}


def add_start_examples(
    examples: Examples, tokens: list[Token], attributions: Sequence[LabelledAttribution], known_cues: Mapping[str, int]
) -> None:
    """Add every place behind a cue, and from a true beginning every place up to the true end."""
    by_begin = {t.begin: t for t in attributions if t.order == "after" and t.begin is not None}
    for begin in range(1, len(tokens)):
        true = by_begin.get(begin)
        if tokens[begin].kind == POINT or (true is not None and true.type == "direct"):
            continue
        cue = content_boundaries.find_cue(tokens, begin, known_cues)
        if cue is None:
            continue
        examples["START"].append((content_boundaries.extract_start_features(tokens, cue, begin), true is not None))
        if true is not None and true.end is not None:
            examples["END"] += build_end_examples(tokens, cue, begin, true.end)


def build_end_examples(tokens: list[Token], cue: int, begin: int, true_end: int) -> Iterator[Example]:
    """Yield every place up to the true end of a content, as an example."""
    places = list(content_boundaries.iter_content_ends(tokens, begin))
    while true_end > begin + 1 and tokens[true_end - 1].kind == POINT and true_end not in places:
        true_end -= 1
    seen_verb, searched = False, begin
    for place in places:
        seen_verb = seen_verb or has_finite_verb(tokens, searched, place)
        searched = place
        if place > true_end:
            return
        yield (
            content_boundaries.extract_end_features(tokens, cue, begin, place, seen_verb, place == places[-1]),
            place == true_end,
        )


def add_trailing_examples(examples: Examples, tokens: list[Token], attributions: Sequence[LabelledAttribution]) -> None:
    """Add every "..., somebody said", and for the true ones where the content begins and whether it goes on."""
    direct = {k for t in attributions if t.type == "direct" for k in t.cue}
    before = [t for t in attributions if t.order != "after" and t.type != "direct" and t.begin is not None]
    for comma, cue, end in trailing_attributions.iter_trailing_attributions(tokens):
        if cue in direct:
            continue
        true = next((t for t in before if cue in t.cue and abs(t.first_end - comma) <= 1), None)
        examples["TAIL"].append(
            (trailing_attributions.extract_trailing_features(tokens, comma, cue, end), true is not None)
        )
        if true is None:
            continue
        places = list(trailing_attributions.iter_content_begins(tokens, comma))
        for place in places:
            if place <= (true.begin or 0):
                features = trailing_attributions.extract_begin_features(tokens, comma, place, places[0])
                examples["BEGIN"].append((features, place == true.begin))
        if end < len(tokens) - 1:
            examples["GOES_ON"].append(
                (trailing_attributions.extract_continuation_features(tokens, comma, cue, end), true.order == "split")
            )


def fit(examples: Sequence[Example], penalty: float) -> Weights:
    """Fit one logit to its examples."""
    counts = Counter(feature for features, _ in examples for feature in set(features))
    frequent = {
        s for s, count in counts.items() if count >= MIN_FEATURE_COUNT and s.isascii() and not set(s) & set(' \\"~')
    }
    shuffled = [(["", *sorted(frequent.intersection(features))], is_true) for features, is_true in examples]
    gradients: Weights = defaultdict(float)
    squared: Weights = defaultdict(float)
    generator = random.Random(0)
    for _ in range(ROUNDS):
        generator.shuffle(shuffled)
        for features, is_true in shuffled:
            update(gradients, squared, features, is_true, penalty)
    weights = {
        feature: compute_weight(gradients[feature], squared[feature], penalty if feature else 0.0)
        for feature in gradients
    }
    bias = weights.pop("", 0.0)
    return {"bias": round(bias, 2), **{s: round(w, 2) for s, w in sorted(weights.items()) if abs(w) >= MIN_WEIGHT}}


def update(gradients: Weights, squared: Weights, features: list[str], is_true: bool, penalty: float) -> None:
    """Take one step of FTRL-proximal: the weights follow from the sums of the gradients."""
    weights = [
        compute_weight(gradients[feature], squared[feature], penalty if feature else 0.0) for feature in features
    ]
    total = max(-30.0, min(30.0, sum(weights)))
    gradient = 1.0 / (1.0 + math.exp(-total)) - is_true
    added = gradient * gradient
    for feature, old in zip(features, weights, strict=True):
        before = squared[feature]
        squared[feature] = before + added
        gradients[feature] += gradient - (math.sqrt(before + added) - math.sqrt(before)) / LEARNING_RATE * old


def compute_weight(gradient: float, squared: float, penalty: float) -> float:
    """Compute a weight from the sums of its gradients and of their squares."""
    if abs(gradient) <= penalty:
        return 0.0
    return (math.copysign(penalty, gradient) - gradient) / (
        (RATE_OFFSET + math.sqrt(squared)) / LEARNING_RATE + L2_PENALTY
    )


if __name__ == "__main__":
    sys.exit(main())
