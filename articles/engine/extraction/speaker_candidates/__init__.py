"""Speaker candidates: the words of one sentence that may name the speaker of the words quoted in it.

Reporting verbs (`cues`) behind the closing mark (`after_quotation`), before the opening one (`before_quotation`,
`verb_subjects`) and at the end of the sentence each make a candidate of their subject (`clause_subjects`). Every
candidate has the name of its rule and its features: the kind of verb, the distance from the mark, the words between.
`attribution` scores the features and selects among the candidates.
"""

from itertools import islice

from articles.engine.extraction.clause_subjects import find_sentence_subject
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.sentences import Sentence
from articles.engine.extraction.speaker_candidates.after_quotation import (
    find_candidates_after,
    find_trailing_candidates,
)
from articles.engine.extraction.speaker_candidates.before_quotation import find_candidates_before
from articles.engine.extraction.speaker_candidates.candidate import SpeakerCandidate, extract_subject_features
from articles.engine.extraction.speaker_candidates.cues import get_cue_verb

__all__ = ["SpeakerCandidate", "find_announcing_candidates", "find_candidates", "get_cue_verb"]

#: The most quotations of one sentence that are searched one by one; the rest of a list go with them.
MAX_QUOTATIONS_PER_SENTENCE = 12


def find_candidates(text: str, sentence: Sentence, place: int, span: QuotedSpan) -> list[SpeakerCandidate]:
    """Find everybody whom the sentence may name as the speaker of the quotation at `place`."""
    if len(sentence.tokens) == 1:
        return []
    first_ignored = next(islice(sentence.quotes, MAX_QUOTATIONS_PER_SENTENCE, None), None)
    if first_ignored is not None and place >= first_ignored:
        return []
    found = find_candidates_after(text, sentence, place, span)
    if not found or found[0].rule == "according-to" or not _has_outlet_credit(sentence):
        found += find_trailing_candidates(sentence, place)
    return found + find_candidates_before(sentence, place) + _find_sentence_subject_candidate(sentence, place)


def find_announcing_candidates(sentence: Sentence) -> list[SpeakerCandidate]:
    """Find whom a sentence announces that ends in "saying" or a colon, the quotation being the next paragraph."""
    found = find_candidates_before(sentence, len(sentence.tokens))
    closing = [candidate for candidate in found if candidate.cue == len(sentence.tokens) - 1]
    return closing or found


def find_narrative_candidates(sentence: Sentence) -> list[SpeakerCandidate]:
    """Find who speaks in a sentence without quotation, or whom it is about."""
    end = len(sentence.tokens)
    return find_candidates_before(sentence, end) + _find_sentence_subject_candidate(sentence, end)


def _find_sentence_subject_candidate(sentence: Sentence, stop: int) -> list[SpeakerCandidate]:
    subject = find_sentence_subject(sentence.tokens, stop)
    if subject is None:
        return []
    features = ("sentence-subject", *extract_subject_features(sentence.tokens, subject))
    return [SpeakerCandidate(sentence, subject, None, "sentence-subject", features)]


def _has_outlet_credit(sentence: Sentence) -> bool:
    """Recognise an outlet that has the words from the speaker: "..., the judge said, according to the Post"."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at].low == "to" and tokens[at - 1].low == "according":
            return any(t.low.removesuffix("'s") in lexicon.OUTLETS for t in tokens[at + 1 : at + 6])
    return False
