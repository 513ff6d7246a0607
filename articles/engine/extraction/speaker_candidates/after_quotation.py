"""Rules for speaker candidates behind the closing mark (", said Lavrov") and at the end of the sentence."""

from typing import NamedTuple

from articles.engine.extraction.clause_subjects import find_subject_after, find_subject_before
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.reporting_verbs import FINITE_SAYING_FORMS, ReportingVerb
from articles.engine.extraction.noun_phrases import NounPhrase, find_name_runs, is_name, strip_contraction
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.sentences import LOWER, POINT, QUOTE, Sentence, Token, is_dash
from articles.engine.extraction.speaker_candidates.candidate import (
    SpeakerCandidate,
    bucket_count,
    classify_junction,
    extract_subject_features,
)
from articles.engine.extraction.speaker_candidates.cues import MAX_VERB_DISTANCE, get_cue_verb, is_unlisted_past_form
from articles.engine.extraction.speaker_candidates.verb_subjects import find_quoted_subject

#: How far behind the mark a past form that is in no table may be the verb, in tokens.
MAX_UNLISTED_VERB_DISTANCE = 8
#: The longest end of a sentence behind ", Lavrov said", in tokens: an adverbial at most.
MAX_TRAILING_TOKENS = 26
_UNLISTED_VERB = ReportingVerb("", "unknown", 0, False)


class ClosingContext(NamedTuple):
    """The words from `begin` to `stop`: behind a closing mark and its punctuation (`junction`), to the next mark."""

    sentence: Sentence
    place: int
    begin: int
    stop: int
    junction: str


def find_candidates_after(text: str, sentence: Sentence, place: int, span: QuotedSpan) -> list[SpeakerCandidate]:
    """Find the candidates right behind the mark: a dash or "according to" decides alone, else each verb adds some."""
    context = _build_context(text, sentence, place, span)
    if context is None:
        return []
    for find_decisive in (_find_dash_candidate, _find_according_to_candidate):
        decisive = find_decisive(context)
        if decisive is not None:
            return decisive
    return _find_inverted_candidate(context) + _find_subject_verb_candidates(context)


def _build_context(text: str, sentence: Sentence, place: int, span: QuotedSpan) -> ClosingContext | None:
    tokens = sentence.tokens
    stop = _find_next_quotation(tokens, place)
    begin = place + 1
    while begin < stop and (tokens[begin].text in _JOINING_POINTS or is_dash(tokens[begin])):
        begin += 1
    if begin >= stop or tokens[begin].kind == POINT:
        return None
    point = tokens[begin - 1].text if begin > place + 1 else ""
    return ClosingContext(sentence, place, begin, stop, classify_junction(text[span.end - 1], point))


_JOINING_POINTS = frozenset(",'\N{RIGHT SINGLE QUOTATION MARK})")


def _find_next_quotation(tokens: list[Token], place: int) -> int:
    """Return the place of the next quotation; a nickname within a name is none: Marcia "Cia" Price."""
    for k in range(place + 1, len(tokens)):
        nickname = k + 1 < len(tokens) and is_name(tokens[k - 1]) and is_name(tokens[k + 1])
        if tokens[k].kind == QUOTE and not nickname:
            return k
    return len(tokens)


def _find_dash_candidate(context: ClosingContext) -> list[SpeakerCandidate] | None:
    """Find the name behind a dash, with nothing behind it: "-- Lavrov"."""
    if context.junction != "dash" or context.begin == context.place + 1:
        return None
    tokens = context.sentence.tokens
    runs = find_name_runs(tokens, context.begin, context.stop)
    if not runs or runs[0][0] != context.begin:
        return None
    if runs[0][1] < context.stop - 1 and tokens[runs[0][1]].text not in ("(", ","):
        return None
    return [SpeakerCandidate(context.sentence, NounPhrase(*runs[0]), None, "dash", ("dash",))]


def _find_according_to_candidate(context: ClosingContext) -> list[SpeakerCandidate] | None:
    """Find the source: "..., according to Lavrov"."""
    begin, stop = context.begin, context.stop
    if context.sentence.tokens[begin].low != "according" or begin + 1 >= stop:
        return None
    subject = find_subject_after(context.sentence.tokens, begin + 1, stop)
    features = ("according-after", f"ends:{context.junction}")
    return [SpeakerCandidate(context.sentence, subject, begin, "according-to", features)] if subject else []


def _find_inverted_candidate(context: ClosingContext) -> list[SpeakerCandidate]:
    """Find the subject behind the verb: "...," said Lavrov; "...," beamed Donald Hartley."""
    tokens, first = context.sentence.tokens, context.sentence.tokens[context.begin]
    listed = first.kind == LOWER and first.low in FINITE_SAYING_FORMS
    if not listed and not (is_unlisted_past_form(first) and context.junction in ("comma", "mark")):
        return []
    subject = find_subject_after(tokens, context.begin, context.stop)
    if subject is None:
        return []
    told = first.low in ("told", "tells")  # "told reporters": what follows is the hearer, unless a pronoun
    if told and strip_contraction(tokens[subject.begin]) not in lexicon.SUBJECT_PRONOUNS:
        return []
    features = ("verb-speaker" if listed else "verb-speaker-unknown", f"verb-speaker/{context.junction}")
    return [SpeakerCandidate(context.sentence, subject, context.begin, "verb-speaker", features)]


def _find_subject_verb_candidates(context: ClosingContext) -> list[SpeakerCandidate]:
    """Find every verb behind the mark that follows its subject: "...," Lavrov said."""
    sentence, tokens, begin, stop = context.sentence, context.sentence.tokens, context.begin, context.stop
    if tokens[begin].low in ("as", "which") and begin + 1 < stop:
        begin += 1
    found: list[SpeakerCandidate] = []
    for at in range(begin + 1, min(stop, begin + MAX_VERB_DISTANCE)):
        if tokens[at].text in (";", ":"):
            break
        verb = get_cue_verb(tokens, at)
        if verb is not None and context.junction != "comma" and _introduces_next(tokens, at):
            break
        unlisted = not found and at - begin < MAX_UNLISTED_VERB_DISTANCE and context.junction in ("comma", "mark")
        if verb is None and unlisted and is_unlisted_past_form(tokens[at]):
            verb = _UNLISTED_VERB
        if verb is None or tokens[at - 1].low == "to":
            continue
        quoted = find_quoted_subject(tokens, at, stop)
        if quoted is not None:
            features = ("as-saying", f"speaker-verb/adjacent/{context.junction}")
            return [SpeakerCandidate(sentence, quoted, at, "as-saying", features)]
        subject = find_subject_before(tokens, at, begin) if not verb.is_participle else None
        if subject is None or subject.antecedent is not None:
            continue
        gap = subject.begin - begin
        verb_features = _extract_subject_verb_features(tokens, at, verb, gap, context.junction, len(found))
        subject_features = extract_subject_features(tokens, subject)
        found.append(SpeakerCandidate(sentence, subject, at, "speaker-verb", verb_features + subject_features))
    return found


def _introduces_next(tokens: list[Token], at: int) -> bool:
    """Return whether a verb introduces the next quotation: "Asked, "Why?" Lavrov *responded:* "Because ..."."""
    return at + 2 < len(tokens) and tokens[at + 1].text in (":", ",") and tokens[at + 2].kind == QUOTE


def _extract_subject_verb_features(
    tokens: list[Token], at: int, verb: ReportingVerb, gap: int, junction: str, order: int
) -> tuple[str, ...]:
    features = (
        "speaker-verb",
        f"speaker-verb/{'adjacent' if gap <= 1 else 'apart'}/{junction}",
        f"after:{verb.kind}",
        f"after-count:{bucket_count(verb.cue_count)}",
        f"order:{min(order, 2)}",
    )
    return (*features, "speaker-verb/that") if at + 1 < len(tokens) and tokens[at + 1].low == "that" else features


def find_trailing_candidates(sentence: Sentence, place: int) -> list[SpeakerCandidate]:
    """Find the attribution at the end of the sentence: ... "a disaster" for workers, Lavrov said on Tuesday."""
    tokens = sentence.tokens
    last = len(tokens)
    across = ("trailing/across",) if any(t.kind == QUOTE for t in tokens[place + 1 :]) else ()
    for at in range(last - 1, max(place + 1, last - MAX_TRAILING_TOKENS), -1):
        if tokens[at].kind == QUOTE or tokens[at].low == "that":
            return []  # not the end of the sentence but a clause of its own: "..., Lavrov said that"
        if tokens[at].low == "to" and tokens[at - 1].low == "according":
            subject = find_subject_after(tokens, at, last)
            features = ("according-trailing", *across)
            return [SpeakerCandidate(sentence, subject, at - 1, "according-to", features)] if subject else []
        verb = get_cue_verb(tokens, at)
        if verb is not None and not verb.is_participle and verb.kind == "saying":
            return _find_trailing_verb_candidates(sentence, place, at, across)
    return []


def _find_trailing_verb_candidates(
    sentence: Sentence, place: int, at: int, across: tuple[str, ...]
) -> list[SpeakerCandidate]:
    tokens = sentence.tokens
    if tokens[at - 1].text == "," and tokens[at].low not in lexicon.ADDRESSING_VERBS:
        subject = find_subject_after(tokens, at, len(tokens))
        if subject is not None:
            features = ("trailing", "trailing/inverted", *across)
            return [SpeakerCandidate(sentence, subject, at, "trailing", features)]
    subject = find_subject_before(tokens, at, place + 1)
    if subject is None or subject.antecedent is not None or tokens[subject.begin - 1].text != ",":
        return []
    features = ("trailing", *across, *extract_subject_features(tokens, subject))
    return [SpeakerCandidate(sentence, subject, at, "trailing", features)]
