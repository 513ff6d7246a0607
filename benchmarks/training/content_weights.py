"""Train the weights by which the boundaries of a reported content are found.

    python -m benchmarks.training.content_weights ATTRIBUTIONS.jsonl

Writes `articles/engine/data/content_weights.json`: fits the features of `content_boundaries` to articles whose
attributions are labelled as wholes, one JSON object a line: ``{text, quotes: [{spans, cue_spans, type}]}``, spans in
code points, `type` "direct", "mixed" or "indirect". The tables that the product carries were learnt from PolNeAR's 840
training articles (14,952 indirect and 2,894 mixed attributions). Only the names of signs, single words among them, and
a number for each leave the articles.

Five logits with an L1 penalty, so that a sign that says nothing new weighs nothing, by FTRL-proximal steps (McMahan and
others 2013, *Ad click prediction: a view from the trenches*).
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
from articles.engine.extraction import content_boundaries
from articles.engine.extraction.content_spans import parse_body
from articles.engine.extraction.sentences import LOWER, POINT, Token
from tests.support.installations import ROOT

WEIGHTS = ROOT / "articles" / "engine" / "data" / "content_weights.json"
ROUNDS = 6
STEP, SLOWED, L2 = 0.3, 1.0, 1.0
#: The L1 penalty of each table: how much a sign has to say to be kept.
L1 = {"START": 1.6, "END": 2.0, "TAIL": 1.4, "BEGIN": 1.4, "GOES_ON": 1.4}
#: A word counts as a cue that was seen so often, a sign is tried that was seen so often.
CUE_SEEN, SIGN_SEEN = 2, 5
SMALLEST = 0.05

Example = tuple[list[str], bool]
Examples = dict[str, list[Example]]
Weights = dict[str, float]


@dataclass(slots=True)
class Told:
    """A labelled attribution in its sentence: where its content stands (tokens), and how its cue stands to it."""

    order: str  # "after" the cue, "before" it, or "split" by it
    type: str
    cue: list[int]
    begin: int | None
    first_end: int
    end: int | None


def main() -> int:
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    read = [pair for row in rows for pair in labelled(row)]
    known = cues(read)
    examples: Examples = {name: [] for name in L1}
    for tokens, told in read:
        gather_starts(examples, tokens, told, known)
        gather_tails(examples, tokens, told)
    weights: dict[str, Mapping[str, float]] = {"cues": known}
    for name, penalty in L1.items():
        learnt = learn(examples[name], penalty * ROUNDS)
        print(name, len(examples[name]), "examples,", len(learnt), "signs", file=sys.stderr)
        weights[name.lower()] = {sign: round(value, 2) for sign, value in learnt.items()}
    WEIGHTS.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


# --- Labels ----------------------------------------------------------------------------------------------------------


def labelled(row: dict[str, Any]) -> Iterator[tuple[list[Token], list[Told]]]:
    """Each sentence's tokens, and the attributions whose cue stands in it."""
    text = row["text"]
    read = parse_body(text, label_paragraphs(text))[1]
    found: list[tuple[list[Token], list[Told]]] = [(s.tokens, []) for s in read if s.tokens]
    for quote in row["quotes"]:
        if not quote["cue_spans"]:
            continue
        at = quote["cue_spans"][0][0]
        home = next((pair for pair in found if pair[0][0].start <= at < pair[0][-1].end), None)
        if home is not None and (told := in_tokens(home[0], quote)) is not None:
            home[1].append(told)
    yield from found


def in_tokens(tokens: list[Token], quote: dict[str, Any]) -> Told | None:
    spans, cue_spans = quote["spans"], quote["cue_spans"]
    cue = [k for k, t in enumerate(tokens) if any(a < t.end and t.start < b for a, b in cue_spans)]
    if not cue:
        return None
    start, end = spans[0][0], spans[-1][1]
    order = "after" if start >= cue_spans[-1][1] else "before" if end <= cue_spans[0][0] else "split"
    here = tokens[0].start - 2 <= start < tokens[-1].end
    return Told(
        order,
        quote["type"],
        cue,
        begins_at(tokens, start) if here else None,
        ends_at(tokens, spans[0][1]),
        ends_at(tokens, end) if end <= tokens[-1].end + 2 else None,
    )


def begins_at(tokens: list[Token], start: int) -> int | None:
    place = next((k for k, t in enumerate(tokens) if t.end > start), None)
    return place if place is not None and tokens[place].start >= start - 2 else None


def ends_at(tokens: list[Token], end: int) -> int:
    return next((k for k, t in enumerate(tokens) if t.start >= end), len(tokens))


def cues(read: Sequence[tuple[list[Token], list[Told]]]) -> dict[str, int]:
    """The words right before a content, with counts."""
    seen = Counter(
        tokens[told.cue[-1]].low
        for tokens, each in read
        for told in each
        if told.order == "after" and told.type != "direct" and tokens[told.cue[-1]].kind == LOWER
    )
    return {word: count for word, count in sorted(seen.items()) if count >= CUE_SEEN and word.isalpha()}


# --- Examples --------------------------------------------------------------------------------------------------------


def gather_starts(examples: Examples, tokens: list[Token], told: Sequence[Told], known: Mapping[str, int]) -> None:
    """Every place behind a cue, and from a true beginning every place up to the true end."""
    true = {t.begin: t for t in told if t.order == "after" and t.begin is not None}
    for begin in range(1, len(tokens)):
        right = true.get(begin)
        if tokens[begin].kind == POINT or (right is not None and right.type == "direct"):
            continue
        cue = content_boundaries.find_cue(tokens, begin, known)
        if cue is None:
            continue
        examples["START"].append((content_boundaries.extract_start_features(tokens, cue, begin), right is not None))
        if right is not None and right.end is not None:
            examples["END"] += end_examples(tokens, cue, begin, right.end)


def end_examples(tokens: list[Token], cue: int, begin: int, true: int) -> Iterator[Example]:
    places = list(content_boundaries.iter_content_ends(tokens, begin))
    while true > begin + 1 and tokens[true - 1].kind == POINT and true not in places:
        true -= 1
    seen, looked = False, begin
    for place in places:
        seen = seen or content_boundaries.has_finite_verb(tokens, looked, place)
        looked = place
        if place > true:
            return
        yield (
            content_boundaries.extract_end_features(tokens, cue, begin, place, seen, place == places[-1]),
            place == true,
        )


def gather_tails(examples: Examples, tokens: list[Token], told: Sequence[Told]) -> None:
    """Every "..., somebody said", and from the true ones where the content begins and whether it goes on."""
    direct = {k for t in told if t.type == "direct" for k in t.cue}
    before = [t for t in told if t.order != "after" and t.type != "direct" and t.begin is not None]
    for comma, cue, end in content_boundaries.iter_trailing_attributions(tokens):
        if cue in direct:
            continue
        right = next((t for t in before if cue in t.cue and abs(t.first_end - comma) <= 1), None)
        examples["TAIL"].append(
            (content_boundaries.extract_trailing_features(tokens, comma, cue, end), right is not None)
        )
        if right is None:
            continue
        places = list(content_boundaries.iter_content_begins(tokens, comma))
        for place in places:
            if place <= (right.begin or 0):
                signs = content_boundaries.extract_begin_features(tokens, comma, place, places[0])
                examples["BEGIN"].append((signs, place == right.begin))
        if end < len(tokens) - 1:
            examples["GOES_ON"].append(
                (content_boundaries.extract_continuation_features(tokens, comma, cue, end), right.order == "split")
            )


# --- Learning --------------------------------------------------------------------------------------------------------


def learn(examples: Sequence[Example], penalty: float) -> Weights:
    seen = Counter(sign for signs, _ in examples for sign in set(signs))
    kept = {s for s, count in seen.items() if count >= SIGN_SEEN and s.isascii() and not set(s) & set(' \\"~')}
    shuffled = [(["", *sorted(kept.intersection(signs))], right) for signs, right in examples]
    pulls: Weights = defaultdict(float)
    squares: Weights = defaultdict(float)
    chance = random.Random(0)
    for _ in range(ROUNDS):
        chance.shuffle(shuffled)
        for signs, right in shuffled:
            step(pulls, squares, signs, right, penalty)
    weights = {sign: weight(pulls[sign], squares[sign], penalty if sign else 0.0) for sign in pulls}
    bias = weights.pop("", 0.0)
    return {"bias": round(bias, 2), **{s: round(w, 2) for s, w in sorted(weights.items()) if abs(w) >= SMALLEST}}


def step(pulls: Weights, squares: Weights, signs: list[str], right: bool, penalty: float) -> None:
    """One step of FTRL-proximal: the weights follow from the sums of the gradients."""
    weights = [weight(pulls[sign], squares[sign], penalty if sign else 0.0) for sign in signs]
    total = max(-30.0, min(30.0, sum(weights)))
    pull = 1.0 / (1.0 + math.exp(-total)) - right
    square = pull * pull
    for sign, old in zip(signs, weights, strict=True):
        before = squares[sign]
        squares[sign] = before + square
        pulls[sign] += pull - (math.sqrt(before + square) - math.sqrt(before)) / STEP * old


def weight(pull: float, square: float, penalty: float) -> float:
    if abs(pull) <= penalty:
        return 0.0
    return (math.copysign(penalty, pull) - pull) / ((SLOWED + math.sqrt(square)) / STEP + L2)


if __name__ == "__main__":
    sys.exit(main())
