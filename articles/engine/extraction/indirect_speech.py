"""Indirect speech: find what the article reports in its own words that somebody said.

"Lavrov pointed out that the coalition wants ISIS' assistance to weaken the Syrian government": in each sentence, every
place is tried where such a content can begin behind a cue (`content_boundaries`) or end before one
(`trailing_attributions`). The likeliest candidates that do not overlap are selected, and the speaker is found as for a
quotation in the content's place. `content_spans` joins these contents with quoted words.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from articles.engine.extraction.attribution import select_best_candidate
from articles.engine.extraction.clause_subjects import find_sentence_subject, find_subject_after, find_subject_before
from articles.engine.extraction.content_boundaries import (
    MAX_CONTENT_TOKENS,
    extract_end_features,
    extract_start_features,
    find_cue,
    iter_content_ends,
)
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.learnt_weights import (
    BEGIN_WEIGHTS,
    CONTINUATION_WEIGHTS,
    CUE_COUNTS,
    END_WEIGHTS,
    START_WEIGHTS,
    TAIL_WEIGHTS,
)
from articles.engine.extraction.languages.english.named_people import EntityRegister
from articles.engine.extraction.languages.english.speaker_resolution import resolve_speakers
from articles.engine.extraction.noun_phrases import NounPhrase
from articles.engine.extraction.occasions import find_occasions
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.results import Quotation, ResolvedSpeaker, TextSpan
from articles.engine.extraction.sentences import LOWER, POINT, QUOTE, Sentence, Token
from articles.engine.extraction.speaker_candidates import SpeakerCandidate, find_announcing_candidates, find_candidates
from articles.engine.extraction.trailing_attributions import (
    extract_begin_features,
    extract_continuation_features,
    extract_trailing_features,
    iter_content_begins,
    iter_trailing_attributions,
)
from articles.engine.extraction.word_classes import has_finite_verb, opens_occasion

#: The least probability of a candidate: the best F1 of whole contents on a fifth of the training articles, with weights
#: learnt from the other four fifths.
MIN_CANDIDATE_PROBABILITY = 0.25
#: The most places of a sentence where a content may begin, the surest ones: of 12,000 sentences with any, in 924
#: articles, 13 have more, 17 at most.
MAX_STARTS = 8
#: The least start probability of a content that includes the contents within it.
MIN_OUTER_PROBABILITY = 0.5
#: The fewest tokens of a clause behind "according to", its full stop included.
MIN_ACCORDING_TO_TOKENS = 4
#: The probability of "According to TASS, ...", which no logit estimates.
ACCORDING_TO_PROBABILITY = 0.9
#: The highest confidence of indirect speech, which is never as sure as a quotation.
MAX_CONFIDENCE = 0.6
#: The evidence of a speaker whose name is printed with the verb, which is shown as a fact; "he" and "the minister" are
#: probably whom they are taken for.
PRINTED_NAME = "how:name"
#: The least probability of a content that goes on behind an inserted attribution.
MIN_CONTINUATION_PROBABILITY = 0.5


@dataclass(frozen=True, slots=True)
class ContentCandidate:
    """Tokens of a sentence that may be what somebody said: one or two ranges, the place of the cue, the probability.

    `start_probability` is for the beginning alone; `attribution` are the tokens of "Lavrov said" behind the content.
    """

    sentence: Sentence
    spans: tuple[tuple[int, int], ...]
    cue: int
    rule: str
    probability: float
    start_probability: float
    attribution: tuple[int, int] = (0, 0)

    @property
    def begin(self) -> int:
        """The first token of the content."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """The token behind the content."""
        return self.spans[-1][1]

    @property
    def quotes(self) -> list[int]:
        """The places of the quotations in it."""
        return [k for b, e in self.spans for k in range(b, e) if self.sentence.tokens[k].kind == QUOTE]

    def contains(self, place: int) -> bool:
        """Return whether the token at `place` is part of the content."""
        return any(begin <= place < end for begin, end in self.spans)

    def overlaps(self, other: "ContentCandidate") -> bool:
        """Return whether two candidates share words, or one takes the other's attribution for content."""
        own_ranges, other_ranges = (*self.spans, self.attribution), (*other.spans, other.attribution)
        return any(a < d and c < b for a, b in own_ranges for c, d in other_ranges)


def build_indirect_quotations(
    text: str,
    sentences: Sequence[Sentence],
    register: EntityRegister,
    contents: Sequence[ContentCandidate],
    credit: str | None = None,
) -> tuple[Quotation, ...]:
    """Build the results for these candidates, each with its speaker and occasion."""
    sources = [find_source_candidate(text, content) for content in contents]
    speakers = resolve_speakers(sentences, sources, register)
    occasions = find_occasions(text, sentences, sources, speakers)
    return tuple(
        _build_indirect_quotation(text, *parts, credit)
        for parts in zip(contents, sources, speakers, occasions, strict=True)
    )


def select_content_candidates(sentence: Sentence, minimum: float = MIN_CANDIDATE_PROBABILITY) -> list[ContentCandidate]:
    """Select the likeliest candidates of a sentence that do not overlap or lie within another, in order."""
    if sentence.only_quotes:
        return []
    contents = list(iter_content_candidates(sentence, minimum))
    selected: list[ContentCandidate] = []
    for content in sorted(contents, key=lambda content: -content.start_probability):
        within = any(
            outer.start_probability >= MIN_OUTER_PROBABILITY and outer.contains(content.cue) for outer in contents
        )
        if not within and not any(content.overlaps(other) for other in selected):
            selected.append(content)
    return sorted(selected, key=lambda content: content.begin)


def iter_content_candidates(sentence: Sentence, minimum: float) -> Iterator[ContentCandidate]:
    """Yield every candidate at least as likely as `minimum`: behind a cue, and before one."""
    tokens = sentence.tokens
    for probability, begin, cue in _find_starts(tokens, minimum):
        end, end_probability = _find_likeliest_end(tokens, cue, begin)
        whole = probability * end_probability
        if whole >= minimum:
            yield ContentCandidate(sentence, ((begin, end),), cue, "reported", whole, probability)
    according_to = _find_according_to_content(tokens)
    if according_to is not None:
        sure = ACCORDING_TO_PROBABILITY
        yield ContentCandidate(sentence, (according_to,), 1, "according-to", sure, sure)
    for comma, cue, end in iter_trailing_attributions(tokens):
        announces = end < len(tokens) and tokens[end].text == ":"
        if announces or all(t.kind in (QUOTE, POINT) for t in tokens[:comma]):
            continue
        probability = _predict_probability(extract_trailing_features(tokens, comma, cue, end), TAIL_WEIGHTS)
        if probability >= minimum:
            spans = _find_spans_before_attribution(tokens, comma, cue, end)
            yield ContentCandidate(sentence, spans, cue, "reported-before", probability, probability, (comma, end))


def _find_starts(tokens: list[Token], minimum: float) -> list[tuple[float, int, int]]:
    """Find where a content may begin behind a cue: (probability, place, cue) in order, the surest if they are many."""
    starts = [start for start in _iter_starts(tokens, 1, len(tokens)) if start[0] >= minimum]
    return starts if len(starts) <= MAX_STARTS else sorted(sorted(starts)[-MAX_STARTS:], key=itemgetter(1))


def _iter_starts(tokens: list[Token], first: int, stop: int) -> Iterator[tuple[float, int, int]]:
    for begin in range(first, stop):
        cue = find_cue(tokens, begin, CUE_COUNTS) if tokens[begin].kind != POINT else None
        if cue is not None:
            yield _predict_probability(extract_start_features(tokens, cue, begin), START_WEIGHTS), begin, cue


def _find_according_to_content(tokens: list[Token]) -> tuple[int, int] | None:
    """Find the content behind "According to the ministry, "."""
    if len(tokens) < 5 or tokens[0].low != "according" or tokens[1].low != "to":
        return None
    comma = next((k for k in range(2, min(len(tokens), MAX_CONTENT_TOKENS)) if tokens[k].text == ","), None)
    if comma is None or len(tokens) - comma < MIN_ACCORDING_TO_TOKENS:
        return None
    end = len(tokens)
    while end > comma + 2 and tokens[end - 1].kind == POINT:
        end -= 1
    return comma + 1, end


def find_enclosing_candidate(sentence: Sentence, place: int) -> ContentCandidate | None:
    """Find the clause around a quotation that is part of the reporter's sentence: the likeliest that covers it."""
    tokens = sentence.tokens
    best: ContentCandidate | None = None
    for probability, begin, cue in _iter_starts(tokens, max(1, place - MAX_CONTENT_TOKENS), place + 1):
        if probability <= (best.probability if best is not None else 0.0):
            continue
        end, end_probability = _find_likeliest_end(tokens, cue, begin, place + 1)
        whole = probability * end_probability
        if best is None or whole > best.probability:
            best = ContentCandidate(sentence, ((begin, end),), cue, "reported", whole, probability)
    return best


def _predict_probability(features: list[str], weights: Mapping[str, float]) -> float:
    """Return the probability that a logit gives to these features (0 to 1)."""
    total = sum([weights.get(feature, 0.0) for feature in features], weights.get("bias", 0.0))
    return 1.0 / (1.0 + math.exp(-total)) if total > -30.0 else 0.0


def _find_likeliest_end(tokens: list[Token], cue: int, begin: int, first_end: int = 0) -> tuple[int, float]:
    """Find where a content most likely ends, not before `first_end`, and how likely; it ends but once."""
    best, end, remaining = 0.0, begin + 1, 1.0
    seen_verb, searched = False, begin
    places = list(iter_content_ends(tokens, begin))
    for place in places:
        seen_verb = seen_verb or has_finite_verb(tokens, searched, place)
        searched = place
        probability = 1.0
        if place != places[-1]:
            features = extract_end_features(tokens, cue, begin, place, seen_verb, last=False)
            probability = _predict_probability(features, END_WEIGHTS)
        if remaining * probability > best and place >= first_end:
            best, end = remaining * probability, place
        remaining *= 1.0 - probability
        if remaining < best:
            break
    return max(end, first_end), best


def _find_spans_before_attribution(tokens: list[Token], comma: int, cue: int, end: int) -> tuple[tuple[int, int], ...]:
    """Find the content before ", Lavrov said", and behind it where the attribution splits the content."""
    best, start, remaining = 0.0, 0, 1.0
    places = list(iter_content_begins(tokens, comma))
    for place in places:
        probability = 1.0
        if place != places[-1]:
            features = extract_begin_features(tokens, comma, place, places[0])
            probability = _predict_probability(features, BEGIN_WEIGHTS)
        if remaining * probability > best:
            best, start = remaining * probability, place
        remaining *= 1.0 - probability
    first = (start, comma)
    if len(tokens) - end < 3 or opens_occasion(tokens, end):
        return (first,)
    features = extract_continuation_features(tokens, comma, cue, end)
    if _predict_probability(features, CONTINUATION_WEIGHTS) < MIN_CONTINUATION_PROBABILITY:
        return (first,)
    begin, stop = end, len(tokens)
    while begin < stop and tokens[begin].kind == POINT:
        begin += 1
    while stop > begin and tokens[stop - 1].kind == POINT:
        stop -= 1
    return (first, (begin, stop)) if stop > begin else (first,)


def find_source_candidate(text: str, content: ContentCandidate) -> SpeakerCandidate | None:
    """Find the speaker of a content, as if a quotation stood in its place."""
    trailing = content.rule == "reported-before"
    source = _find_trailing_source(text, content) if trailing else _find_preceding_source(content)
    return replace(source, rule=content.rule) if source is not None else None


def _find_preceding_source(content: ContentCandidate) -> SpeakerCandidate | None:
    """Find the speaker whom the sentence announces before the content."""
    sentence = content.sentence
    if content.rule == "according-to":
        subject = find_subject_after(sentence.tokens, 1, content.begin - 1)
        return SpeakerCandidate(sentence, subject, 0, content.rule) if subject is not None else None
    opening = Sentence(sentence.tokens[: content.begin], {}, sentence.paragraph)
    candidates = find_announcing_candidates(opening)
    near_cue = [c for c in candidates if c.cue is not None and abs(c.cue - content.cue) <= 1]
    if not near_cue:
        near_cue = _find_subject_candidates(sentence, content.cue, content.begin) or candidates
    best = select_best_candidate(-1, near_cue).candidate
    if best is None and near_cue:
        best = near_cue[0]
    return replace(best, sentence=sentence) if best is not None else None


def _find_subject_candidates(sentence: Sentence, cue: int, begin: int) -> list[SpeakerCandidate]:
    """Take the subject before a cue that is no known reporting verb ("fears that")."""
    tokens = sentence.tokens
    head = cue
    while head > 1 and tokens[head].kind == LOWER and tokens[head].low in lexicon.PREPOSITIONS:
        head -= 1
    if tokens[head].low.endswith("ing") or tokens[head - 1].low == "to":
        subject = find_sentence_subject(tokens, begin)
    else:
        subject = find_subject_before(tokens, head) or find_sentence_subject(tokens, begin)
    return [SpeakerCandidate(sentence, subject, cue, "reported")] if subject is not None else []


def _find_trailing_source(text: str, content: ContentCandidate) -> SpeakerCandidate | None:
    """Find the speaker behind the content, as behind a quotation."""
    sentence = content.sentence
    stop = content.spans[0][1]
    first, last = sentence.tokens[content.begin], sentence.tokens[stop - 1]
    quotation_token = Token("", "", first.start, last.end, QUOTE)
    span = QuotedSpan(first.start, last.end, first.start, last.end, True, sentence.paragraph)
    trailing = Sentence([quotation_token, *sentence.tokens[stop:]], {0: 0}, sentence.paragraph)
    best = select_best_candidate(-1, find_candidates(text, trailing, 0, span)).candidate
    return _shift_candidate(best, sentence, stop - 1) if best is not None else None


def _shift_candidate(candidate: SpeakerCandidate, sentence: Sentence, by: int) -> SpeakerCandidate:
    phrase, cue = candidate.subject, candidate.cue
    antecedent = (phrase.antecedent[0] + by, phrase.antecedent[1] + by) if phrase.antecedent else None
    subject = NounPhrase(phrase.begin + by, phrase.end + by, antecedent)
    return replace(candidate, sentence=sentence, subject=subject, cue=cue + by if cue is not None else None)


def _build_indirect_quotation(
    text: str,
    content: ContentCandidate,
    source: SpeakerCandidate | None,
    speaker: ResolvedSpeaker | None,
    occasion: str | None,
    credit: str | None,
) -> Quotation:
    tokens = content.sentence.tokens
    cue = tokens[source.cue if source is not None and source.cue is not None else content.cue]
    return Quotation(
        start=tokens[content.begin].start,
        end=tokens[content.end - 1].end,
        type="indirect",
        closed=True,
        speaker=speaker.get_printed(text) if speaker is not None else None,
        speaker_name=speaker.name if speaker is not None else None,
        cue=TextSpan(cue.text, cue.start, cue.end),
        occasion=occasion,
        credit=credit,
        rule=content.rule,
        confidence=round(MAX_CONFIDENCE * content.probability, 3),
        other_half=None,
        sure=speaker is not None and speaker.name is not None and speaker.evidence[:1] == (PRINTED_NAME,),
    )
