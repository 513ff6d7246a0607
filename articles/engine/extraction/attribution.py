"""Speaker attribution: choose the words of the article that name the speaker of each quotation.

The candidates come from the sentence itself (`speaker_candidates`) and from the speakers around it. Each is scored by
the learnt weights of its features (`languages.english.learnt_weights`), and the highest score wins; the share by which
it wins is the confidence. `languages.english.speaker_resolution` then tells who "he" and "the minister" are.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from articles.engine.extraction.languages.english.learnt_weights import NOBODY, SPEAKER_WEIGHTS
from articles.engine.extraction.languages.english.reporting_verbs import VERB_FORMS
from articles.engine.extraction.noun_phrases import strip_contraction
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.quotation_types import (
    MIN_SPEECH_PROBABILITY,
    SPEECH_TYPES,
    QuotationType,
    classify_quotation,
    count_repetitions,
    estimate_speech_probability,
)
from articles.engine.extraction.sentences import Sentence
from articles.engine.extraction.speaker_candidates import (
    SpeakerCandidate,
    find_announcing_candidates,
    find_candidates,
    find_narrative_candidates,
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The winning candidate of a quotation, or None for nobody, and the share of the weight it won by (0 to 1).

    `quotation_type` is what the quoted words are, `speech_probability` how likely they are speech.
    """

    candidate: SpeakerCandidate | None
    confidence: float
    quotation_type: QuotationType = QuotationType.DIRECT
    speech_probability: float = 1.0


#: Selects among the candidates of the quotation with this number; -1 for a sentence without quotation.
CandidateSelector = Callable[[int, Sequence[SpeakerCandidate]], Attribution]


def select_best_candidate(number: int, candidates: Sequence[SpeakerCandidate]) -> Attribution:
    """Select the candidate with the highest score, against the possibility that nobody is named."""
    del number
    scores = [sum([SPEAKER_WEIGHTS.get(feature, 0.0) for feature in candidate.features]) for candidate in candidates]
    total = math.exp(NOBODY) + sum(map(math.exp, scores))
    if not scores or max(scores) < NOBODY:
        return Attribution(None, math.exp(NOBODY) / total)
    winner = candidates[scores.index(max(scores))]
    agreeing = sum(math.exp(s) for s, c in zip(scores, candidates, strict=True) if c.names_same(winner))
    return Attribution(winner, agreeing / total)


def attribute_quotations(
    text: str,
    sentences: Sequence[Sentence],
    spans: Sequence[QuotedSpan],
    select: CandidateSelector = select_best_candidate,
) -> list[Attribution]:
    """Attribute each quoted span to the candidate that wins it."""
    attribution_pass = _AttributionPass(text, sentences, spans, select)
    for _, paragraph in groupby(sentences, key=lambda sentence: sentence.paragraph):
        attribution_pass.attribute_paragraph(list(paragraph))
    return attribution_pass.attributions


#: How many sentences behind a quotation that stands alone may name its speaker.
LOOKAHEAD_SENTENCES = 3
_UNATTRIBUTED = Attribution(None, 0.0)
#: "WALLACE: ...", "(CROSSTALK)": the turn passes to another speaker in a transcript between marks.
_SPEAKER_LABEL = re.compile(r"\(|[A-Z][A-Z .\u2019'-]{1,40}:")


class _AttributionPass:
    """One pass over the article from top to bottom that remembers who is speaking."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], spans: Sequence[QuotedSpan], select: CandidateSelector
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.spans = spans
        self.select = select
        self.repetitions = count_repetitions(text, spans)
        self.index_of = {id(sentence): k for k, sentence in enumerate(sentences)}
        self.attributions: list[Attribution] = [_UNATTRIBUTED] * len(spans)
        self.last_speaker: SpeakerCandidate | None = None
        self.narrative: Sequence[Sentence] = ()
        self.announced: SpeakerCandidate | None = None

    def attribute_paragraph(self, sentences: Sequence[Sentence]) -> None:
        own_candidates = {
            number: find_candidates(self.text, sentence, place, self.spans[number])
            for sentence in sentences
            for place, number in sentence.quotes.items()
        }
        speaker: SpeakerCandidate | None = None
        for index, sentence in enumerate(sentences):
            for place, number in sentence.quotes.items():
                own = own_candidates[number]
                has_cue = any(candidate.cue is not None for candidate in own)
                candidates = own + self._find_context_candidates(sentence, number, speaker, has_cue)
                if not own and speaker is None:
                    following = sentences[index + 1 : index + 1 + LOOKAHEAD_SENTENCES]
                    candidates += self._find_later_candidates(following, own_candidates)
                attribution = self._classify_attribution(sentence, place, number, self.select(number, candidates))
                self.attributions[number] = attribution
                winner = attribution.candidate
                if winner is not None and winner.rule != "possessive" and attribution.quotation_type in SPEECH_TYPES:
                    speaker = winner
        self._update_context(sentences, speaker)

    def _classify_attribution(
        self, sentence: Sentence, place: int, number: int, attribution: Attribution
    ) -> Attribution:
        """Add to an attribution what the quoted words are; a speech over several paragraphs is speech in each."""
        span, candidate, confidence = self.spans[number], attribution.candidate, attribution.confidence
        probability = estimate_speech_probability(
            self.text, sentence, place, span, candidate, confidence, self.repetitions[number]
        )
        if span.continues and candidate is not None and not _SPEAKER_LABEL.match(self.text, span.start):
            previous = self.attributions[number - 1]
            if previous.quotation_type in SPEECH_TYPES and candidate.names_same(previous.candidate):
                probability = max(probability, previous.speech_probability)
        quotation_type = classify_quotation(self.text, sentence, place, span, probability >= MIN_SPEECH_PROBABILITY)
        return Attribution(candidate, confidence, quotation_type, probability)

    def _find_context_candidates(
        self, sentence: Sentence, number: int, speaker: SpeakerCandidate | None, has_cue: bool
    ) -> list[SpeakerCandidate]:
        """Find who speaks when the quotation begins: in the paragraph, by a colon above, or, without cue, above."""
        alone = "alone" if sentence.only_quotes else "within"
        found: list[SpeakerCandidate] = []
        previous = self.attributions[number - 1].candidate if number else None
        if self.spans[number].continues and previous is not None:
            found.append(_carry_over(previous, "continuation", alone))
        preceding = self._find_preceding_candidate(sentence)
        if preceding is not None:
            found.append(_carry_over(preceding, "told-before", "said" if preceding.cue is not None else "subject"))
        if speaker is not None:
            found.append(_carry_over(speaker, "same-paragraph", alone))
        elif self.announced is not None:
            found.append(_carry_over(self.announced, "colon-above", alone))
        elif not has_cue and (above := self._find_candidate_above()) is not None:
            found.append(_carry_over(above, "paragraph-above", alone, "told" if above.rule == "told" else "quoted"))
        return found

    def _find_preceding_candidate(self, sentence: Sentence) -> SpeakerCandidate | None:
        """Find who speaks in the previous sentence, if that has no quotation and stands in the same paragraph."""
        place = self.index_of[id(sentence)]
        if not sentence.only_quotes or place == 0:
            return None
        previous = self.sentences[place - 1]
        if previous.quotes or previous.paragraph != sentence.paragraph:
            return None
        return self.select(-1, find_narrative_candidates(previous)).candidate

    def _find_candidate_above(self) -> SpeakerCandidate | None:
        """Find who spoke last in the paragraphs above, quoted or reported."""
        if self.narrative:
            telling = [sentence for sentence in self.narrative if not _is_question(sentence)]
            narrated = [self.select(-1, find_narrative_candidates(sentence)).candidate for sentence in telling]
            if named := [candidate for candidate in narrated if candidate is not None and not _is_reporter(candidate)]:
                with_cue = [candidate for candidate in named if candidate.cue is not None]
                self.last_speaker = replace((with_cue or named)[-1], rule="told")
            self.narrative = ()
        return self.last_speaker

    def _find_later_candidates(
        self, sentences: Sequence[Sentence], own_candidates: dict[int, list[SpeakerCandidate]]
    ) -> list[SpeakerCandidate]:
        """Find the speaker of the next quotation in the paragraph, where its own sentence names one."""
        for sentence in sentences:
            if not sentence.quotes:
                return []
            number = next(iter(sentence.quotes.values()))
            if own_candidates[number]:
                candidate = self.select(-1, own_candidates[number]).candidate
                return [] if candidate is None else [_carry_over(candidate, "later-in-paragraph")]
        return []

    def _update_context(self, sentences: Sequence[Sentence], speaker: SpeakerCandidate | None) -> None:
        """Remember who speaks on, should the next paragraph be a quotation alone."""
        last = sentences[-1]
        announces = _announces_speech(last)
        self.announced = self.select(-1, find_announcing_candidates(last)).candidate if announces else None
        if speaker is not None:
            self.last_speaker, self.narrative = speaker, ()
        elif not any(sentence.quotes for sentence in sentences):
            self.narrative = sentences


def _is_question(sentence: Sentence) -> bool:
    """Return whether a sentence asks: it names whom an interviewer asks about, not who answers."""
    return bool(sentence.tokens) and sentence.tokens[-1].text == "?"


def _is_reporter(candidate: SpeakerCandidate) -> bool:
    """Return whether the reporter speaks: "But you've just written a book, I say"."""
    return strip_contraction(candidate.sentence.tokens[candidate.subject.begin]) in ("i", "we", "you")


def _announces_speech(sentence: Sentence) -> bool:
    """Return whether the sentence ends in a colon or in "saying"."""
    if not sentence.tokens:
        return False
    last = sentence.tokens[-1]
    verb = VERB_FORMS.get(last.low)
    return last.text == ":" or (verb is not None and (verb.is_participle or verb.kind == "saying"))


def _carry_over(candidate: SpeakerCandidate, rule: str, *ways: str) -> SpeakerCandidate:
    """Carry a candidate over to another quotation, with the features of how."""
    features = (rule, *[f"{rule}/{way}" for way in ways])
    return SpeakerCandidate(candidate.sentence, candidate.subject, candidate.cue, rule, features)
