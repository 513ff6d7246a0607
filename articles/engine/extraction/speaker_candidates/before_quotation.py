"""Rules for speaker candidates before the opening mark: "the statement by Mark Carleton-Smith that", "LAVROV: "..."".

Every reporting verb that has a subject makes a candidate, the nearest verb first; `verb_subjects` finds the subject.
"""

from articles.engine.extraction.clause_subjects import find_subject_after
from articles.engine.extraction.languages.english import lexicon, occasion_words
from articles.engine.extraction.languages.english.reporting_verbs import BASE_FORMS, VERB_FORMS, ReportingVerb
from articles.engine.extraction.noun_phrases import NounPhrase, find_name_runs, is_name
from articles.engine.extraction.sentences import LOWER, POINT, QUOTE, Sentence, Token, is_dash
from articles.engine.extraction.speaker_candidates.candidate import (
    SpeakerCandidate,
    bucket_gap,
    extract_subject_features,
    extract_verb_features,
)
from articles.engine.extraction.speaker_candidates.cues import get_cue_verb
from articles.engine.extraction.speaker_candidates.verb_subjects import (
    VerbContext,
    find_main_subject,
    find_verb_subject,
)
from articles.engine.text.person_names import is_forename

#: The most reporting verbs tried before an opening mark; a sentence has rarely more than three.
MAX_VERBS_BEFORE = 6
_POTENTIAL_CUES = VERB_FORMS.keys() | BASE_FORMS.keys() | lexicon.SAYING_NOUNS | {"to"}
_OWNER_PRONOUNS = frozenset({"his", "her", "their"})
#: Rules of a verb whose subject stands next to it.
_ADJACENT_SUBJECT_RULES = frozenset({"verb-before", "inverted-before", "as-saying"})


def find_candidates_before(sentence: Sentence, place: int) -> list[SpeakerCandidate]:
    """Find every candidate before the mark at `place`, the nearest verb first."""
    tokens = sentence.tokens
    found = _find_colon_candidates(sentence, place) + _find_owner_candidates(sentence, place)
    if tokens and tokens[0].low in ("quoting", "citing"):  # "Quoting Lavrov, TASS said"
        quoted = find_subject_after(tokens, 0, place)
        if quoted is not None and quoted.end < place and tokens[quoted.end].text == ",":
            strong = ("verb-before", "verb-before/saying", "count:101+", "subject:name")
            return [SpeakerCandidate(sentence, quoted, 0, "as-saying", strong)]
    nearer = 0
    for at in range(place - 1, -1, -1):
        if tokens[at].low not in _POTENTIAL_CUES:
            continue
        if tokens[at].low == "to":
            source = find_subject_after(tokens, at, place) if at and tokens[at - 1].low == "according" else None
            if source is not None:
                names = ("according-before", f"nearer:{min(nearer, 2)}")
                found.append(SpeakerCandidate(sentence, source, at - 1, "according-to", names))
            continue
        if tokens[at].low in lexicon.SAYING_NOUNS and tokens[at].kind == LOWER:
            found += _find_noun_candidates(sentence, place, at, nearer)
        verb = get_cue_verb(tokens, at)
        if verb is None:
            continue
        found += _find_verb_candidates(sentence, place, at, verb, nearer)
        nearer += 1
        if nearer >= MAX_VERBS_BEFORE:
            break
    return _drop_relaying_outlets(tokens, found)


def _find_verb_candidates(
    sentence: Sentence, place: int, at: int, verb: ReportingVerb, nearer: int
) -> list[SpeakerCandidate]:
    """Find the subject of the verb, and for a participle behind a comma also the main subject of the sentence."""
    tokens = sentence.tokens
    match = find_verb_subject(VerbContext(tokens, place, at, verb))
    if match is None:
        return []
    rule, subject = match
    features = extract_verb_features(tokens, place, at, verb, rule, subject, nearer)
    found = [SpeakerCandidate(sentence, subject, at, rule, features)]
    if rule == "participle" and tokens[at - 1].text == ",":
        main = find_main_subject(tokens, at)
        if main is not None and main != subject:
            features = ("participle-main", *features[1:-1], *extract_subject_features(tokens, main))
            found.append(SpeakerCandidate(sentence, main, at, "participle", features))
    return found


def _find_noun_candidates(sentence: Sentence, place: int, at: int, nearer: int) -> list[SpeakerCandidate]:
    """Find whose statement a noun is: "the recent statement by Mark Carleton-Smith that", "Lavrov's claim that"."""
    tokens = sentence.tokens
    if at + 1 < place and tokens[at + 1].low == "by":
        subject = find_subject_after(tokens, at + 1, place)
        if subject is None:
            return []
        features = ("noun-by", *_extract_noun_features(place - subject.end, nearer))
        return [SpeakerCandidate(sentence, subject, at, "noun-by", features)]
    features = _extract_noun_features(place - at - 1, nearer)
    for k in range(at - 1, max(-1, at - 4), -1):
        token = tokens[k]
        if token.low in _OWNER_PRONOUNS:
            pronoun = NounPhrase(k, k + 1)
            return [SpeakerCandidate(sentence, pronoun, at, "noun-of", ("noun-of", "noun-of/pronoun", *features))]
        if is_name(token) and token.low.endswith(("'s", "s'")):
            owner = NounPhrase(*find_name_runs(tokens, max(0, k - 4), k + 1)[-1])
            return [SpeakerCandidate(sentence, owner, at, "noun-of", ("noun-of", *features))]
        if token.kind in (POINT, QUOTE) or token.low in lexicon.PREPOSITIONS or token.low in lexicon.ARTICLES:
            return []
    return []


def _extract_noun_features(gap: int, nearer: int) -> tuple[str, ...]:
    return ("noun", f"noun/gap:{bucket_gap(gap)}", f"noun/nearer:{min(nearer, 2)}")


def _find_owner_candidates(sentence: Sentence, place: int) -> list[SpeakerCandidate]:
    """Find the owner of the words just before the mark: "Lavrov's "absurd" idea"."""
    tokens = sentence.tokens
    for at in range(place - 1, max(-1, place - 6), -1):
        token = tokens[at]
        features = ("possessive", f"possessive/{min(place - at, 4)}")
        if token.low in _OWNER_PRONOUNS:
            pronoun = NounPhrase(at, at + 1)
            return [SpeakerCandidate(sentence, pronoun, None, "possessive", (*features, "possessive/pronoun"))]
        if is_name(token) and token.low.endswith(("'s", "s'")):
            owner = NounPhrase(*find_name_runs(tokens, max(0, at - 4), at + 1)[-1])
            return [SpeakerCandidate(sentence, owner, None, "possessive", features)]
        if token.kind in (POINT, QUOTE):
            return []
    return []


def _find_colon_candidates(sentence: Sentence, place: int) -> list[SpeakerCandidate]:
    """Find the name before a colon: LAVROV: "..."; "it does not surprise pollster Daron Shaw: "..."."""
    tokens = sentence.tokens
    if place >= 3 and is_dash(tokens[place - 1]):
        return _find_dash_label_candidate(sentence, place)
    if place < 2 or tokens[place - 1].text != ":":
        return []
    runs = find_name_runs(tokens, max(0, place - 8), place - 1)
    if not runs or runs[-1][1] != place - 1:
        return []
    begin = runs[-1][0]
    if _is_governed(tokens, begin):
        return []
    opens = begin == 0 or is_dash(tokens[begin - 1]) or tokens[begin - 1].kind == QUOTE
    features = ("speaker-colon", f"speaker-colon/{'start' if opens else 'within'}")
    return [SpeakerCandidate(sentence, NounPhrase(*runs[-1]), place - 1, "speaker-colon", features)]


def _find_dash_label_candidate(sentence: Sentence, place: int) -> list[SpeakerCandidate]:
    """Find the person before a dash, in a line that has nothing else: "- Ida Solberg - "...""."""
    tokens = sentence.tokens
    begin = next((k for k, token in enumerate(tokens) if token.kind != POINT), place)
    runs = find_name_runs(tokens, begin, place - 1)
    is_whole = bool(runs) and runs[0] == (begin, place - 1) and place - 1 - begin in (2, 3)
    ends = all(token.kind == POINT for token in tokens[place + 1 :])
    if not is_whole or not ends or not is_forename(tokens[begin].text) or tokens[begin].text.isupper():
        return []
    features = ("speaker-colon", "speaker-colon/start")
    return [SpeakerCandidate(sentence, NounPhrase(*runs[0]), place - 1, "speaker-colon", features)]


def _is_governed(tokens: list[Token], begin: int) -> bool:
    """Return whether a preposition makes a name before a colon somebody else's: "obtained by the Daily Post:"."""
    before = begin - 1 - (begin > 0 and tokens[begin - 1].low in lexicon.ARTICLES)
    return before > 0 and tokens[before].low in lexicon.PREPOSITIONS and tokens[before].low not in ("from", "like")


def _drop_relaying_outlets(tokens: list[Token], candidates: list[SpeakerCandidate]) -> list[SpeakerCandidate]:
    """Drop outlets that only have the words from somebody: "TASS reports that Lavrov said"."""
    outlets = [candidate for candidate in candidates if _is_outlet(tokens, candidate.subject)]
    saying = [c for c in candidates if c.rule in _ADJACENT_SUBJECT_RULES and c not in outlets] if outlets else []
    relaying = [outlet for outlet in outlets if any(_is_relayed_by(tokens, outlet, source) for source in saying)]
    return [candidate for candidate in candidates if candidate not in relaying] if relaying else candidates


def _is_relayed_by(tokens: list[Token], outlet: SpeakerCandidate, source: SpeakerCandidate) -> bool:
    """Return whether the clause in which `source` speaks follows at once upon what `outlet` reports."""
    if outlet.cue is None:
        return outlet.subject.end <= source.subject.begin and outlet.rule == "sentence-subject"
    begin = outlet.cue + 1
    while begin < len(tokens) and tokens[begin].low in ("that", "on", *occasion_words.DAYS):
        begin += 1
    return begin == source.subject.begin


def _is_outlet(tokens: list[Token], subject: NounPhrase) -> bool:
    """Return whether the subject is a news agency, a newspaper or a channel."""
    names = [t for t in tokens[subject.begin : subject.end] if is_name(t)]
    return bool(names) and names[-1].low.removesuffix("'s") in lexicon.OUTLETS
