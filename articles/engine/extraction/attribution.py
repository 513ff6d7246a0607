"""Which words of the article say who spoke the quoted ones?

``..., the Russian FM said, mentioning US attempts`` after the mark; ``Lavrov continued, affirming that`` before it;
``saying`` at the end of one paragraph, the quotation in the next. Every claim made by the sentence itself
(`claims`) and by whoever is speaking around it is weighed by its signs, and the heaviest wins; what it won by is
its confidence. Every finding names its rule.

Left to others: what a sentence claims (`claims`), how much each sign counts (`weights`), who "he" and "the
minister" are (`speakers`).
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from articles.engine.extraction.languages.english.learnt_weights import NOBODY, SPEAKER_WEIGHTS
from articles.engine.extraction.languages.english.reporting_verbs import VERBS
from articles.engine.extraction.quotation_marks import Stretch
from articles.engine.extraction.quotation_types import SPEECH_FROM, SPOKEN, Kind, kind_of, likelihood, times_quoted
from articles.engine.extraction.sentences import Sentence
from articles.engine.extraction.speaker_candidates import Claim, claims_ahead, claims_for, claims_told


@dataclass(frozen=True, slots=True)
class Attribution:
    """The winning claim on a quotation, or None for nobody, and the share of the weight it won by (0 to 1).

    `kind` is what the quoted words are, `speech` how likely they are somebody's.
    """

    claim: Claim | None
    confidence: float
    kind: Kind = Kind.DIRECT
    speech: float = 1.0


#: Chooses among the claims on the quotation with this number; -1 for a sentence without one.
Choose = Callable[[int, Sequence[Claim]], Attribution]


def heaviest(number: int, claims: Sequence[Claim]) -> Attribution:
    """The claim whose signs weigh most, against the possibility that nobody is named."""
    del number
    scores = [sum([SPEAKER_WEIGHTS.get(sign, 0.0) for sign in claim.signs]) for claim in claims]
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


def attribute(
    text: str, sentences: Sequence[Sentence], stretches: Sequence[Stretch], choose: Choose = heaviest
) -> list[Attribution]:
    """For each stretch, the claim on it that wins."""
    return _Reader(text, sentences, stretches, choose).read()


#: A quotation that stands alone waits for its speaker so many sentences.
LOOKS_AHEAD = 3
_UNKNOWN = Attribution(None, 0.0)
#: "WALLACE: ...", "(CROSSTALK)": a transcript between marks passes on to another.
_ANOTHERS_TURN = re.compile(r"\(|[A-Z][A-Z .\u2019'-]{1,40}:")


class _Reader:
    """Reads the article from top to bottom, remembering who is speaking."""

    def __init__(self, text: str, sentences: Sequence[Sentence], stretches: Sequence[Stretch], choose: Choose) -> None:
        self.text = text
        self.sentences = sentences
        self.stretches = stretches
        self.choose = choose
        self.times = times_quoted(text, stretches)
        self.place = {id(sentence): k for k, sentence in enumerate(sentences)}
        self.found: list[Attribution] = [_UNKNOWN] * len(stretches)
        self.before: Claim | None = None
        self.told: Sequence[Sentence] = ()
        self.colon: Claim | None = None

    def read(self) -> list[Attribution]:
        for _, paragraph in groupby(self.sentences, key=lambda sentence: sentence.paragraph):
            self._paragraph(list(paragraph))
        return self.found

    def _paragraph(self, sentences: Sequence[Sentence]) -> None:
        own = {
            number: claims_for(self.text, sentence, place, self.stretches[number])
            for sentence in sentences
            for place, number in sentence.quotes.items()
        }
        speaking: Claim | None = None
        for index, sentence in enumerate(sentences):
            for place, number in sentence.quotes.items():
                claims = own[number] + self._around(sentence, number, speaking, _stated(own[number]))
                if not own[number] and speaking is None:
                    claims += self._later(sentences[index + 1 : index + 1 + LOOKS_AHEAD], own)
                won = self._judged(sentence, place, number, self.choose(number, claims))
                self.found[number] = won
                if won.claim is not None and won.claim.rule != "possessive" and won.kind in SPOKEN:
                    speaking = won.claim
        self._remember(sentences, speaking)

    def _judged(self, sentence: Sentence, place: int, number: int, won: Attribution) -> Attribution:
        """With what the quoted words are."""
        stretch = self.stretches[number]
        times = self.times[number]
        speech = likelihood(self.text, sentence, place, stretch, won.claim, won.confidence, times)
        same = stretch.continues and _same(won.claim, self.found[number - 1])
        if same and not _ANOTHERS_TURN.match(self.text, stretch.start):
            speech = max(speech, self.found[number - 1].speech)  # who speaks through several paragraphs speaks in each
        kind = kind_of(self.text, sentence, place, stretch, speech >= SPEECH_FROM)
        return Attribution(won.claim, won.confidence, kind, speech)

    # --- Whoever is speaking when the quotation begins ---------------------------------------------------------------

    def _around(self, sentence: Sentence, number: int, speaking: Claim | None, claimed: bool) -> list[Claim]:
        """In the paragraph, in the one above if no verb of the sentence claims it, or announced by a colon."""
        alone = "alone" if sentence.only_quotes else "within"
        found: list[Claim] = []
        previous = self.found[number - 1].claim if number else None
        if self.stretches[number].continues and previous is not None:
            found.append(_again(previous, "continuation", alone))
        told = self._told_before(sentence)
        if told is not None:
            found.append(_again(told, "told-before", "said" if told.cue is not None else "subject"))
        if speaking is not None:
            found.append(_again(speaking, "same-paragraph", alone))
        elif self.colon is not None:
            found.append(_again(self.colon, "colon-above", alone))
        elif not claimed and (above := self._above()) is not None:
            found.append(_again(above, "paragraph-above", alone, "told" if above.rule == "told" else "quoted"))
        return found

    def _told_before(self, sentence: Sentence) -> Claim | None:
        """Who speaks in the sentence before, if that has no quotation and stands in the same paragraph."""
        place = self.place[id(sentence)]
        if not sentence.only_quotes or place == 0:
            return None
        previous = self.sentences[place - 1]
        if previous.quotes or previous.paragraph != sentence.paragraph:
            return None
        return self.choose(-1, claims_told(previous)).claim

    def _above(self) -> Claim | None:
        """Who spoke last in the paragraphs above: quoted there, or told of."""
        if self.told:
            told = [self.choose(-1, claims_told(sentence)).claim for sentence in self.told]
            known = [claim for claim in told if claim is not None]
            said = [claim for claim in known if claim.cue is not None]
            if known:
                self.before = replace((said or known)[-1], rule="told")
            self.told = ()
        return self.before

    def _later(self, sentences: Sequence[Sentence], own: dict[int, list[Claim]]) -> list[Claim]:
        """The speaker of the next quotation in the paragraph, where its own sentence names one."""
        for sentence in sentences:
            if not sentence.quotes:
                return []
            number = next(iter(sentence.quotes.values()))
            if own[number]:
                claim = self.choose(-1, own[number]).claim
                return [] if claim is None else [_again(claim, "later-in-paragraph")]
        return []

    def _remember(self, sentences: Sequence[Sentence], speaking: Claim | None) -> None:
        """Who speaks on, should the next paragraph be a quotation alone."""
        self.colon = self.choose(-1, claims_ahead(sentences[-1])).claim if _announces(sentences[-1]) else None
        if speaking is not None:
            self.before, self.told = speaking, ()
        elif not any(sentence.quotes for sentence in sentences):
            self.told = sentences


def _same(claim: Claim | None, previous: Attribution) -> bool:
    """Is it by the claim that won the speech before?"""
    if claim is None or previous.claim is None or previous.kind not in SPOKEN:
        return False
    return claim.sentence is previous.claim.sentence and claim.subject == previous.claim.subject


def _stated(claims: Sequence[Claim]) -> bool:
    """Does a verb of saying make one of these claims?"""
    return any(claim.cue is not None for claim in claims)


def _announces(sentence: Sentence) -> bool:
    """Does it end in a colon, or in "saying"?"""
    if not sentence.tokens:
        return False
    last = sentence.tokens[-1]
    verb = VERBS.get(last.low)
    return last.text == ":" or (verb is not None and (verb.participle or verb.kind == "saying"))


def _again(claim: Claim, rule: str, *ways: str) -> Claim:
    """A claim carried over to another quotation, with the signs of how."""
    return Claim(claim.sentence, claim.subject, claim.cue, rule, (rule, *(f"{rule}/{way}" for way in ways)))
