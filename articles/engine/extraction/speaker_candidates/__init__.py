"""Speaker candidates: the words of one sentence that may name the speaker of the words quoted in it.

Reporting verbs (`cues`) behind the closing mark (`after_quotation`), before the opening one (`before_quotation`,
`verb_subjects`) and at the end of the sentence each make a candidate of their subject (`clause_subjects`). Every
candidate has the name of its rule and its features: the kind of verb, the distance from the mark, the words between.
`attribution` scores the features and selects among the candidates.
"""

from itertools import islice

from articles.engine.extraction.clause_subjects import find_sentence_subject
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.noun_phrases import NounPhrase, find_name_runs
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.sentences import LOWER, Sentence
from articles.engine.extraction.speaker_candidates.after_quotation import (
    find_candidates_after,
    find_trailing_candidates,
)
from articles.engine.extraction.speaker_candidates.before_quotation import find_candidates_before
from articles.engine.extraction.speaker_candidates.candidate import SpeakerCandidate, extract_subject_features
from articles.engine.extraction.speaker_candidates.cues import get_cue_verb
from articles.engine.extraction.word_classes import is_finite

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
    before = find_candidates_before(sentence, place)
    if before and before[0].rule == "as-saying" and before[0].cue == 0:
        return before  # "Quoting Lavrov, TASS said"
    return found + before + _find_sentence_subject_candidate(sentence, place)


def find_announcing_candidates(sentence: Sentence) -> list[SpeakerCandidate]:
    """Find whom a sentence announces that ends in "saying" or a colon, the quotation being the next paragraph."""
    found = find_candidates_before(sentence, len(sentence.tokens))
    closing = [candidate for candidate in found if candidate.cue == len(sentence.tokens) - 1]
    return closing or found or _find_label_candidate(sentence)


def _find_label_candidate(sentence: Sentence) -> list[SpeakerCandidate]:
    """Find whom a line that ends in a colon names: "Ida Solberg, mayor of Brackmere:", "Kerry put it like this:"."""
    tokens = sentence.tokens
    if tokens[-1].text != ":":
        return []
    subject = find_sentence_subject(tokens, len(tokens))
    verb = next((k for k, token in enumerate(tokens) if is_finite(token)), None)
    if verb is None and subject is not None and tokens[subject.end].kind == LOWER:
        verb = subject.end
    if verb is not None and subject is not None and subject.end <= verb:
        return [SpeakerCandidate(sentence, subject, verb, "speaker-colon", ("speaker-colon", "speaker-colon/within"))]
    runs = find_name_runs(tokens, 0, len(tokens))
    features = ("speaker-colon", "speaker-colon/start")
    named = bool(runs) and runs[0][0] == 0 and verb is None
    return [SpeakerCandidate(sentence, NounPhrase(*runs[0]), None, "speaker-colon", features)] if named else []


def find_narrative_candidates(sentence: Sentence) -> list[SpeakerCandidate]:
    """Find who speaks in a sentence without quotation, or whom it is about."""
    end = len(sentence.tokens)
    trailing = find_trailing_candidates(sentence, -1)
    return find_candidates_before(sentence, end) + trailing + _find_sentence_subject_candidate(sentence, end)


def _find_sentence_subject_candidate(sentence: Sentence, stop: int) -> list[SpeakerCandidate]:
    subject = find_sentence_subject(sentence.tokens, stop)
    if subject is None:
        return []
    features = ("sentence-subject", *extract_subject_features(sentence.tokens, subject))
    return [SpeakerCandidate(sentence, subject, None, "sentence-subject", features)]


def _has_outlet_credit(sentence: Sentence) -> bool:
    """Recognise who or what has the words from the speaker: "..., the judge said, according to the Post"."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at].low == "to" and tokens[at - 1].low == "according":
            words = {t.low.removesuffix("'s") for t in tokens[at + 1 : at + 6]}
            return not words.isdisjoint(lexicon.OUTLETS) or not words.isdisjoint(lexicon.DOCUMENT_NOUNS)
    return False
