"""The speaker candidate, and its features, which the learnt weights turn into a score.

A feature is a string, and its name is a key of the learnt weights: a changed name needs new training.
"""

from bisect import bisect
from dataclasses import dataclass

from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.reporting_verbs import VERB_FORMS, ReportingVerb
from articles.engine.extraction.noun_phrases import NounPhrase, is_name, is_role, strip_contraction
from articles.engine.extraction.sentences import DASHES, POINT, QUOTE, Sentence, Token


@dataclass(frozen=True, slots=True)
class SpeakerCandidate:
    """The subject that may be the speaker, the place of the cue (its verb), the rule, and the features."""

    sentence: Sentence
    subject: NounPhrase
    cue: int | None
    rule: str
    features: tuple[str, ...] = ()

    def names_same(self, other: "SpeakerCandidate | None") -> bool:
        """Return whether the other is the same words of the same sentence."""
        return other is not None and self.sentence is other.sentence and self.subject == other.subject


def extract_verb_features(
    tokens: list[Token], place: int, at: int, verb: ReportingVerb, rule: str, subject: NounPhrase, nearer: int
) -> tuple[str, ...]:
    """Extract the features of a verb at `at` before the mark at `place`, with `nearer` verbs between the two."""
    between = tokens[at + 1 : place]
    gap = place - at - 1
    features = [
        rule,
        f"{rule}/{verb.kind}",
        f"count:{bucket_count(verb.cue_count)}",
        f"gap:{bucket_gap(gap)}",
        f"{verb.kind}/{_classify_lead_in(tokens, place)}",
        f"nearer:{min(nearer, 3)}",
    ]
    lead_in = _classify_lead_in(tokens, place)
    if lead_in in ("colon", "comma"):
        features.append(f"nearer:{min(nearer, 3)}/{lead_in}/{verb.kind}")
    inner = between[:-1] if between and between[-1].text in (",", ":") else between
    lows = {t.low for t in inner}
    if any(t.kind == QUOTE for t in inner):
        features.append("across-quote")
    pause, clause = "," in lows or ";" in lows, not lexicon.CLAUSE_BOUNDARIES.isdisjoint(lows)
    if pause or not DASHES.isdisjoint(lows):
        features.append("across-comma")
    if clause:
        features.append("across-clause")
    if between and between[0].low == "that" and nearer:
        features.append("that-clause")
    if nearer and not pause and not clause:
        features.append(f"holds-nearer/{verb.kind}")
    if verb.cue_count > 100 and gap <= 1:
        features.append("common-and-close")
    return (*features, *extract_subject_features(tokens, subject))


def _classify_lead_in(tokens: list[Token], place: int) -> str:
    """Classify what the opening mark follows: a comma, a colon, an article, a preposition."""
    if place == 0:
        return "start"
    token = tokens[place - 1]
    if token.text in (",", ":"):
        return "comma" if token.text == "," else "colon"
    if token.low in lexicon.DETERMINERS:
        return "determiner"
    if token.low in ("that", "as"):
        return token.low
    if token.low in lexicon.PREPOSITIONS:
        return "preposition"
    if token.low in VERB_FORMS:
        return "verb"
    return "point" if token.kind == POINT else "word"


def classify_junction(character: str, point: str) -> str:
    """Classify how the quotation meets the next words: by comma, question mark, dash, full stop or nothing."""
    if character == "," or point == ",":
        return "comma"
    if character in "?!\u2026":
        return "mark"
    if character in "-\u2013\u2014\u2015" or point:
        return "dash"
    return "stop" if character == "." else "none"


def extract_subject_features(tokens: list[Token], subject: NounPhrase) -> tuple[str, ...]:
    """Extract the kind of subject: he, who, a name, a noun."""
    first = tokens[subject.begin]
    if subject.antecedent is not None:
        return ("subject:who",)
    if subject.end - subject.begin == 1:
        low = strip_contraction(first)
        if low in ("he", "she"):
            return ("subject:he",)
        if low in lexicon.SUBJECT_PRONOUNS:
            return (f"subject:{low}",)
    last = tokens[subject.end - 1]
    if is_name(last):
        return ("subject:place",) if last.low in lexicon.PLACES else ("subject:name",)
    if is_role(last.low):
        return ("subject:role",)
    named = any(is_name(t) for t in tokens[subject.begin : subject.end])
    return ("subject:noun-with-name",) if named else ("subject:noun",)


def bucket_count(count: int) -> str:
    """Return the bucket of a verb's count in training."""
    return _COUNT_BUCKETS[bisect(_COUNT_LIMITS, count)]


_COUNT_LIMITS, _COUNT_BUCKETS = (1, 6, 31, 101), ("0", "1-5", "6-30", "31-100", "101+")


def bucket_gap(tokens: int) -> str:
    """Return the bucket of a gap in tokens."""
    return _GAP_BUCKETS[bisect(_GAP_LIMITS, tokens)]


_GAP_LIMITS, _GAP_BUCKETS = (1, 2, 3, 6, 11, 21), ("0", "1", "2", "3-5", "6-10", "11-20", "21+")
