"""Which words of the article say who spoke the quoted ones?

``..., the Russian FM said, mentioning US attempts`` after the mark; ``Lavrov continued, affirming that`` before it;
``saying`` at the end of one paragraph, the quotation in the next. Every claim made by the sentence itself (`claims`) and by
whoever is speaking around it is weighed by its signs, and the heaviest wins; what it won by is its confidence. Every
finding names its rule.

Left to others: what a sentence claims (`claims`), how much each sign counts (`weights`), who "he" and "the minister" are
(`speakers`).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from articles.engine.extraction.claims import Claim, claims_ahead, claims_for, cue_at
from articles.engine.extraction.kinds import SPEECH_FROM, Kind, kind_of, likelihood
from articles.engine.extraction.marks import Stretch
from articles.engine.extraction.mentions import name_runs, sentence_subject, Subject, subject_before
from articles.engine.extraction.sentences import Sentence, is_dash
from articles.engine.extraction.verbs import VERBS
from articles.engine.extraction.weights import CLAIM, NOBODY


@dataclass(frozen=True, slots=True)
class Attribution:
    """The winning claim on a quotation, or None for nobody, and the share of the weight it won by (0 to 1).

    `kind` is what the quoted words are, `speech` how likely they are somebody's.
    """

    claim: Claim | None
    confidence: float
    kind: Kind = Kind.DIRECT
    speech: float = 1.0


#: Chooses among the claims on the quotation with this number.
Choose = Callable[[int, Sequence[Claim]], Attribution]


def heaviest(number: int, claims: Sequence[Claim]) -> Attribution:
    """The claim whose signs weigh most, against the possibility that nobody is named."""
    scores = [sum(CLAIM.get(sign, 0.0) for sign in claim.signs) for claim in claims]
    total = math.exp(NOBODY) + sum(map(math.exp, scores))
    if not scores or max(scores) < NOBODY:
        return Attribution(None, math.exp(NOBODY) / total)
    best = scores.index(max(scores))
    winner = claims[best]
    same = sum(math.exp(s) for s, c in zip(scores, claims, strict=True) if c.subject == winner.subject and c.sentence is winner.sentence)
    return Attribution(winner, same / total)


def attribute(text: str, sentences: Sequence[Sentence], stretches: Sequence[Stretch], choose: Choose = heaviest) -> list[Attribution]:
    """For each stretch, the claim on it that wins."""
    return _Reader(text, sentences, stretches, choose).read()


SPOKEN = frozenset({Kind.DIRECT, Kind.MIXED})
_UNKNOWN = Attribution(None, 0.0)


class _Reader:
    """Reads the article from top to bottom, remembering who is speaking."""

    def __init__(self, text: str, sentences: Sequence[Sentence], stretches: Sequence[Stretch], choose: Choose) -> None:
        self.text = text
        self.sentences = sentences
        self.stretches = stretches
        self.choose = choose
        self.found: list[Attribution] = [_UNKNOWN] * len(stretches)
        self.before: Claim | None = None
        self.colon: Claim | None = None

    def read(self) -> list[Attribution]:
        begin = 0
        while begin < len(self.sentences):
            end = begin
            while end < len(self.sentences) and self.sentences[end].paragraph == self.sentences[begin].paragraph:
                end += 1
            self._paragraph(self.sentences[begin:end])
            begin = end
        return self.found

    def _paragraph(self, sentences: Sequence[Sentence]) -> None:
        """Quotations that stand alone wait for whoever speaks later in the paragraph; all others are decided at once."""
        own = {number: claims_for(self.text, s, place, self.stretches[number]) for s in sentences for place, number in s.quotes.items()}
        speaking: Claim | None = None
        for index, sentence in enumerate(sentences):
            for place, number in sentence.quotes.items():
                claims = own[number]
                around = self._around(sentence, number, speaking, bool(claims))
                if not claims and speaking is None:
                    around += self._later(sentences[index + 1 :], own)
                won = self._judged(sentence, place, number, self.choose(number, [*claims, *around]))
                self.found[number] = won
                if won.claim is not None and won.claim.rule != "possessive" and won.kind in SPOKEN:
                    speaking = won.claim
            if not sentence.quotes:
                speaking = self._took_over(sentence, speaking)
        self._remember(sentences, speaking)

    def _judged(self, sentence: Sentence, place: int, number: int, won: Attribution) -> Attribution:
        """With what the quoted words are."""
        stretch = self.stretches[number]
        speech = likelihood(self.text, sentence, place, stretch, won.claim, won.confidence)
        kind = kind_of(self.text, sentence, place, stretch, speech >= SPEECH_FROM)
        return replace(won, kind=kind, speech=speech)

    def _around(self, sentence: Sentence, number: int, speaking: Claim | None, claimed: bool) -> list[Claim]:
        """Whoever is speaking when the quotation begins: in this paragraph, in the one above, or announced by a colon."""
        stretch = self.stretches[number]
        alone = "alone" if sentence.only_quotes else "within"
        found: list[Claim] = []
        previous = self.found[number - 1].claim if number else None
        if stretch.continues and previous is not None:
            found.append(replace(previous, rule="continuation", signs=("continuation", f"continuation/{alone}")))
        if speaking is not None:
            found.append(replace(speaking, rule="same-paragraph", signs=("same-paragraph", f"same-paragraph/{alone}")))
            return found
        if self.colon is not None:
            return [*found, replace(self.colon, rule="colon-above", signs=("colon-above", f"colon-above/{alone}"))]
        if self.before is not None:
            how = "quoted" if self.before.rule != "told" else "told"
            found.append(replace(self.before, rule="paragraph-above", signs=("paragraph-above", f"paragraph-above/{alone}", f"paragraph-above/{how}")))
        return found

    def _later(self, sentences: Sequence[Sentence], own: dict[int, list[Claim]]) -> list[Claim]:
        """The speaker of the next quotation in the paragraph, where its own sentence names one."""
        for sentence in sentences:
            for number in sentence.quotes.values():
                if own[number]:
                    claim = self.choose(-1, own[number]).claim
                    return [] if claim is None else [replace(claim, rule="later-in-paragraph", signs=("later-in-paragraph",))]
            if not sentence.quotes:
                return []
        return []

    def _took_over(self, sentence: Sentence, speaking: Claim | None) -> Claim | None:
        """A sentence without quotation between two: somebody else may have spoken in it."""
        if speaking is None:
            return None
        told = _narrated(sentence)
        return told if told is not None and told.cue is not None else speaking

    def _remember(self, sentences: Sequence[Sentence], speaking: Claim | None) -> None:
        """Who speaks on, should the next paragraph be a quotation alone."""
        last = sentences[-1].tokens
        self.colon = None
        verb = VERBS.get(last[-1].low) if last else None
        if last and (last[-1].text == ":" or verb is not None and (verb.participle or verb.kind == "saying")):
            self.colon = self.choose(-1, claims_ahead(sentences[-1])).claim or _narrated(sentences[-1])
        if speaking is not None:
            self.before = speaking
        elif not any(s.quotes for s in sentences):
            told = [claim for claim in map(_narrated, sentences) if claim is not None]
            said = [claim for claim in told if claim.cue is not None]
            if said or told:
                self.before = (said or told)[-1]


def _narrated(sentence: Sentence) -> Claim | None:
    """Who speaks in a sentence without quotation: the subject of its last verb of saying, else its own subject."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 1, -1, -1):
        verb = cue_at(tokens, at)
        if verb is not None and verb.kind == "saying" and not verb.participle:
            subject = subject_before(tokens, at)
            if subject is not None:
                return Claim(sentence, subject, at, "told")
    subject = sentence_subject(tokens, len(tokens))
    return Claim(sentence, subject, None, "told") if subject is not None else None
