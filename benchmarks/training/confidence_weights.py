"""Train the calibrated confidence of names.

    python -m benchmarks.training.confidence_weights

Fits a logit of the name being right to the labelled pages and to every second training article of PolNeAR, and writes
`articles/engine/data/confidence_weights.json`. Before that it holds out the pages of a sixth of the publishers at a
time and prints, from the surest name down, how many are right, and for each tenth of the confidence the share that is.
"""

import json
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence

from articles.engine.cleaning.paragraphs import Label, label_paragraphs
from articles.engine.extraction.attribution import attribute_quotations
from articles.engine.extraction.budget import parse_within_budget
from articles.engine.extraction.languages.english.confidence import extract_confidence_features
from articles.engine.extraction.languages.english.named_people import EntityRegister
from articles.engine.extraction.languages.english.speaker_resolution import resolve_speakers
from articles.engine.extraction.quotation_marks import find_quoted_spans
from articles.engine.extraction.quotation_types import SPEECH_TYPES
from articles.engine.extraction.sentences import lowercase_sentence_starts, tokenize_headline
from benchmarks.training.pages import LabelledPage, is_right, read_pages
from benchmarks.training.speaker_weights import TRAINING, extract_last_names
from tests.support.installations import ROOT

WEIGHTS = ROOT / "articles" / "engine" / "data" / "confidence_weights.json"
ROUNDS, LEARNING_RATE, SHRINKAGE, FOLDS = 12, 0.3, 0.02, 6
#: How much a page's quotation counts against an article's; the feature that tells them apart.
PAGE_WEIGHT, PAGE_FEATURE = 3.0, "page"
#: The least confidence of a name that is shown as a fact (right in 97 of 100 of the held-out pages), and of any name.
MIN_SURE, MIN_SHOWN, MIN_SHOWN_PRONOUN = 0.92, 0.15, 0.08
MIN_WEIGHT = 0.05

#: The features of a named quotation, whether the name is right, how much it counts.
Example = tuple[list[str], bool, float]
Weights = dict[str, float]


def main() -> int:
    """Cross-validate by publisher, fit on everything and write the weights."""
    articles = list(iterate_article_examples())
    pages = {page: list(iterate_page_examples(page)) for page in read_pages()}
    print_cross_validation(articles, {page.publisher: [] for page in pages}, pages)
    weights = fit([*articles, *(example for examples in pages.values() for example in examples)])
    weights[""] += weights.pop(PAGE_FEATURE)
    trained_on = {
        "labelled pages": len(pages),
        "their named quotations": sum(map(len, pages.values())),
        "named quotations of every second training article of PolNeAR": len(articles),
    }
    rounded = {
        feature: round(weights[feature], 2) for feature in sorted(weights) if abs(weights[feature]) >= MIN_WEIGHT
    }
    least = {"min_sure": MIN_SURE, "min_shown": MIN_SHOWN, "min_shown_pronoun": MIN_SHOWN_PRONOUN}
    data = {"trained_on": trained_on, **least, "weights": rounded}
    WEIGHTS.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def iterate_article_examples() -> Iterator[Example]:
    """Yield the named quotations of the annotated articles whose annotation names the speaker, or has none."""
    for line in TRAINING.read_text(encoding="utf-8").splitlines()[::2]:
        row = json.loads(line)
        for start, end, features, name in capture_names(row["text"]):
            annotated = next((q for q in row["quotes"] if q["start"] < end and start < q["end"]), None)
            mention = annotated["speaker_text"] if annotated is not None else None
            if not mention:
                yield features, False, 1.0
            elif wanted := extract_last_names(mention):
                yield features, bool(wanted & extract_last_names(name)), 1.0


def iterate_page_examples(page: LabelledPage) -> Iterator[Example]:
    """Yield the named quotations of a page that have a label; words that are no speech should have no name."""
    for start, end, features, name in capture_names(page.text, page):
        label = page.find_label(page.text[start:end])
        if label is not None:
            yield [*features, PAGE_FEATURE], label != "x" and is_right(label, name), PAGE_WEIGHT


def capture_names(text: str, page: LabelledPage | None = None) -> list[tuple[int, int, list[str], str]]:
    """Return the bounds, the features and the name of each named quotation, before any name is withheld."""
    paragraphs = label_paragraphs(text) if page is None else page.paragraphs
    body = [paragraph for paragraph in paragraphs if paragraph.label is Label.BODY]
    sentences, spans = parse_within_budget(text, body, find_quoted_spans(text, body))
    lowercase_sentence_starts(sentences)
    attributions = attribute_quotations(text, sentences, spans)
    register = EntityRegister(sentences, tokenize_headline(text, paragraphs))
    speakers = resolve_speakers(sentences, [attribution.candidate for attribution in attributions], register)
    named = []
    for span, attribution, speaker in zip(spans, attributions, speakers, strict=True):
        candidate = attribution.candidate
        if attribution.quotation_type in SPEECH_TYPES and candidate and speaker is not None and speaker.name:
            quoted = text[span.start : span.end]
            features = extract_confidence_features(attribution, candidate, speaker, quoted)
            named.append((span.start, span.end, features, speaker.name))
    return named


def print_cross_validation(
    articles: Sequence[Example], by_publisher: dict[str, list[Example]], pages: dict[LabelledPage, list[Example]]
) -> None:
    """Print how many of the surest names are right, and what each confidence is worth, with publishers held out."""
    for page, examples in pages.items():
        by_publisher[page.publisher] += examples
    publishers = sorted(by_publisher)
    scored: list[tuple[float, bool]] = []
    for first in range(FOLDS):
        held = publishers[first::FOLDS]
        rest = [example for name, examples in by_publisher.items() if name not in held for example in examples]
        weights = fit([*articles, *rest])
        scored += [(predict(weights, features), right) for name in held for features, right, _ in by_publisher[name]]
    scored.sort(reverse=True)
    for count in range(50, len(scored) + 1, 50):
        right = sum(is_right for _, is_right in scored[:count])
        print(f"# surest {count}: from {scored[count - 1][0]:.2f}, right {right / count:.3f}", file=sys.stderr)
    for tenth in range(10):
        bin_ = [right for probability, right in scored if min(9, int(10 * probability)) == tenth]
        print(f"# {tenth / 10:.1f}: {len(bin_)}, right {sum(bin_) / max(1, len(bin_)):.2f}", file=sys.stderr)


def fit(examples: Sequence[Example]) -> Weights:
    """Fit the logit by stochastic gradient steps that shrink with each feature's history."""
    weights: Weights = defaultdict(float)
    history: Weights = defaultdict(float)
    generator = random.Random(1)
    shuffled = list(examples)
    for _ in range(ROUNDS):
        generator.shuffle(shuffled)
        for features, right, counts in shuffled:
            error = (right - predict(weights, features)) * counts
            for feature in features:
                gradient = error - (SHRINKAGE * counts * weights[feature] if feature else 0.0)
                history[feature] += gradient * gradient
                weights[feature] += LEARNING_RATE * gradient / (1 + math.sqrt(history[feature]))
    return weights


def predict(weights: Weights, features: Sequence[str]) -> float:
    """Return the probability that the name is right."""
    return 1.0 / (1.0 + math.exp(-sum(weights.get(feature, 0.0) for feature in features)))


if __name__ == "__main__":
    sys.exit(main())
