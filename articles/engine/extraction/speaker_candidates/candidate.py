"""The speaker candidate: the words of a sentence that may name the speaker of a quotation."""

from dataclasses import dataclass

from articles.engine.extraction.noun_phrases import NounPhrase
from articles.engine.extraction.sentences import Sentence


@dataclass(frozen=True, slots=True)
class SpeakerCandidate:
    """The subject that may be the speaker, the place of the cue (its verb), the rule, and the features."""

    sentence: Sentence
    subject: NounPhrase
    cue: int | None
    rule: str
    features: tuple[str, ...] = ()
