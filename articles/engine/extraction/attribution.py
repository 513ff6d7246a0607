"""Speaker attribution: choose the words of the article that name the speaker of each quotation.

``..., the Russian FM said, mentioning US attempts`` after the mark; ``Lavrov continued, affirming that`` before it;
``saying`` at the end of one paragraph, the quotation in the next. The candidates come from the sentence itself
(`speaker_candidates`) and from whoever is speaking around it. Each is scored by the learnt weights of its features
(`languages.english.learnt_weights`), and the highest score wins; the share by which it wins is the confidence. Every
attribution names the rule that found it. `speaker_resolution` then tells who "he" and "the minister" are.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from articles.engine.extraction.languages.english.learnt_weights import NOBODY, SPEAKER_WEIGHTS
from articles.engine.extraction.languages.english.reporting_verbs import VERB_FORMS
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

    `quotation_type` is what the quoted words are, `speech_probability` how likely they are somebody's words.
    """

    candidate: SpeakerCandidate | None
    confidence: float
    quotation_type: QuotationType = QuotationType.DIRECT
    speech_probability: float = 1.0


#: Selects among the candidates of the quotation with this number; -1 for a sentence without quotation.
CandidateSelector = Callable[[int, Sequence[SpeakerCandidate]], Attribution]


def select_best_candidate(number: int, claims: Sequence[SpeakerCandidate]) -> Attribution:
    """Select the candidate with the highest score, against the possibility that nobody is named."""
    del number
    scores = [sum([SPEAKER_WEIGHTS.get(sign, 0.0) for sign in claim.features]) for claim in claims]
    total = math.exp(NOBODY) + sum(map(math.exp, scores))
    if not scores or max(scores) < NOBODY:
        return Attribution(None, math.exp(NOBODY) / total)
    winner = claims[scores.index(max(scores))]
    agreeing = (
        math.exp(score)
        for score, claim in zip(scores, claims, strict=True)
        if claim.subject == winner.subject and claim.sentence is winner.sentence
    )
    return Attribution(winner, sum(agreeing) / total)


def attribute_quotations(
    text: str,
    sentences: Sequence[Sentence],
    stretches: Sequence[QuotedSpan],
    choose: CandidateSelector = select_best_candidate,
) -> list[Attribution]:
    """Attribute each quoted span to the candidate that wins it."""
    return _AttributionPass(text, sentences, stretches, choose).run()


#: How many sentences behind a quotation that stands alone may name its speaker.
LOOKAHEAD_SENTENCES = 3
_UNATTRIBUTED = Attribution(None, 0.0)
#: "WALLACE: ...", "(CROSSTALK)": the turn passes to another speaker in a transcript between marks.
_SPEAKER_LABEL = re.compile(r"\(|[A-Z][A-Z .\u2019'-]{1,40}:")


class _AttributionPass:
    """One pass over the article from top to bottom that remembers who is speaking."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], stretches: Sequence[QuotedSpan], choose: CandidateSelector
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.stretches = stretches
        self.choose = choose
        self.times = count_repetitions(text, stretches)
        self.place = {id(sentence): k for k, sentence in enumerate(sentences)}
        self.found: list[Attribution] = [_UNATTRIBUTED] * len(stretches)
        self.before: SpeakerCandidate | None = None
        self.told: Sequence[Sentence] = ()
        self.colon: SpeakerCandidate | None = None

    def run(self) -> list[Attribution]:
        for _, paragraph in groupby(self.sentences, key=lambda sentence: sentence.paragraph):
            self._attribute_paragraph(list(paragraph))
        return self.found

    def _attribute_paragraph(self, sentences: Sequence[Sentence]) -> None:
        own = {
            number: find_candidates(self.text, sentence, place, self.stretches[number])
            for sentence in sentences
            for place, number in sentence.quotes.items()
        }
        speaking: SpeakerCandidate | None = None
        for index, sentence in enumerate(sentences):
            for place, number in sentence.quotes.items():
                claims = own[number] + self._find_context_candidates(sentence, number, speaking, _has_cue(own[number]))
                if not own[number] and speaking is None:
                    claims += self._find_later_candidates(sentences[index + 1 : index + 1 + LOOKAHEAD_SENTENCES], own)
                won = self._classify_attribution(sentence, place, number, self.choose(number, claims))
                self.found[number] = won
                if (
                    won.candidate is not None
                    and won.candidate.rule != "possessive"
                    and won.quotation_type in SPEECH_TYPES
                ):
                    speaking = won.candidate
        self._update_context(sentences, speaking)

    def _classify_attribution(self, sentence: Sentence, place: int, number: int, won: Attribution) -> Attribution:
        """Add to an attribution what the quoted words are."""
        stretch = self.stretches[number]
        times = self.times[number]
        speech = estimate_speech_probability(self.text, sentence, place, stretch, won.candidate, won.confidence, times)
        same = stretch.continues and _is_same_candidate(won.candidate, self.found[number - 1])
        if same and not _SPEAKER_LABEL.match(self.text, stretch.start):
            speech = max(
                speech, self.found[number - 1].speech_probability
            )  # who speaks through several paragraphs speaks in each
        kind = classify_quotation(self.text, sentence, place, stretch, speech >= MIN_SPEECH_PROBABILITY)
        return Attribution(won.candidate, won.confidence, kind, speech)

    def _find_context_candidates(
        self, sentence: Sentence, number: int, speaking: SpeakerCandidate | None, claimed: bool
    ) -> list[SpeakerCandidate]:
        """Find who is speaking when the quotation begins.

        The candidate comes from the paragraph; from the paragraph above, if no verb of the sentence introduces the
        quotation; or from a colon that announces it.
        """
        alone = "alone" if sentence.only_quotes else "within"
        found: list[SpeakerCandidate] = []
        previous = self.found[number - 1].candidate if number else None
        if self.stretches[number].continues and previous is not None:
            found.append(_carry_over(previous, "continuation", alone))
        told = self._find_preceding_candidate(sentence)
        if told is not None:
            found.append(_carry_over(told, "told-before", "said" if told.cue is not None else "subject"))
        if speaking is not None:
            found.append(_carry_over(speaking, "same-paragraph", alone))
        elif self.colon is not None:
            found.append(_carry_over(self.colon, "colon-above", alone))
        elif not claimed and (above := self._find_candidate_above()) is not None:
            found.append(_carry_over(above, "paragraph-above", alone, "told" if above.rule == "told" else "quoted"))
        return found

    def _find_preceding_candidate(self, sentence: Sentence) -> SpeakerCandidate | None:
        """Find who speaks in the previous sentence, if that has no quotation and stands in the same paragraph."""
        place = self.place[id(sentence)]
        if not sentence.only_quotes or place == 0:
            return None
        previous = self.sentences[place - 1]
        if previous.quotes or previous.paragraph != sentence.paragraph:
            return None
        return self.choose(-1, find_narrative_candidates(previous)).candidate

    def _find_candidate_above(self) -> SpeakerCandidate | None:
        """Find who spoke last in the paragraphs above, quoted or reported."""
        if self.told:
            told = [self.choose(-1, find_narrative_candidates(sentence)).candidate for sentence in self.told]
            known = [claim for claim in told if claim is not None]
            said = [claim for claim in known if claim.cue is not None]
            if known:
                self.before = replace((said or known)[-1], rule="told")
            self.told = ()
        return self.before

    def _find_later_candidates(
        self, sentences: Sequence[Sentence], own: dict[int, list[SpeakerCandidate]]
    ) -> list[SpeakerCandidate]:
        """Find the speaker of the next quotation in the paragraph, where its own sentence names one."""
        for sentence in sentences:
            if not sentence.quotes:
                return []
            number = next(iter(sentence.quotes.values()))
            if own[number]:
                claim = self.choose(-1, own[number]).candidate
                return [] if claim is None else [_carry_over(claim, "later-in-paragraph")]
        return []

    def _update_context(self, sentences: Sequence[Sentence], speaking: SpeakerCandidate | None) -> None:
        """Remember who speaks on, should the next paragraph be a quotation alone."""
        self.colon = (
            self.choose(-1, find_announcing_candidates(sentences[-1])).candidate
            if _announces_speech(sentences[-1])
            else None
        )
        if speaking is not None:
            self.before, self.told = speaking, ()
        elif not any(sentence.quotes for sentence in sentences):
            self.told = sentences


def _is_same_candidate(claim: SpeakerCandidate | None, previous: Attribution) -> bool:
    """Return whether the candidate also won the previous quotation, as speech."""
    if claim is None or previous.candidate is None or previous.quotation_type not in SPEECH_TYPES:
        return False
    return claim.sentence is previous.candidate.sentence and claim.subject == previous.candidate.subject


def _has_cue(claims: Sequence[SpeakerCandidate]) -> bool:
    """Return whether a reporting verb makes one of these candidates."""
    return any(claim.cue is not None for claim in claims)


def _announces_speech(sentence: Sentence) -> bool:
    """Return whether the sentence ends in a colon or in "saying"."""
    if not sentence.tokens:
        return False
    last = sentence.tokens[-1]
    verb = VERB_FORMS.get(last.low)
    return last.text == ":" or (verb is not None and (verb.is_participle or verb.kind == "saying"))


def _carry_over(claim: SpeakerCandidate, rule: str, *ways: str) -> SpeakerCandidate:
    """Carry a candidate over to another quotation, with the features of how."""
    return SpeakerCandidate(claim.sentence, claim.subject, claim.cue, rule, (rule, *(f"{rule}/{way}" for way in ways)))
