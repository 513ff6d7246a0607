"""What does one sentence say about who spoke the words quoted in it?

"Commenting on the recent statement by Mark Carleton-Smith that Russia posed a "far greater threat" ..., Lavrov said
that Russia couldn't "forbid anyone"": verbs of saying behind the closing mark, before the opening one and at the
end of the sentence each claim the quotation for their subject. All claims are collected, each with its *signs* -
the verb's kind, how far it stands from the mark, what stands between - which `weights` turns into a score.

Left to others: which claim wins, and quotations whose sentence claims nothing (`attribution`); what counts as a
verb of saying (`verbs`); where its subject begins and ends (`mentions`); who that is (`speakers`).
"""

from dataclasses import dataclass
from itertools import islice

from articles.engine.extraction.languages.english import lexicon, occasion_words, title_words
from articles.engine.extraction.languages.english.reporting_verbs import (
    AMBIGUOUS_FORMS,
    BASE_FORMS,
    FINITE_SAYING_FORMS,
    VERB_FORMS,
    ReportingVerb,
)
from articles.engine.extraction.noun_phrases import (
    NounPhrase,
    find_name_runs,
    find_noun_phrase_before,
    find_sentence_subject,
    find_subject_after,
    find_subject_before,
    is_name,
    strip_contraction,
)
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.sentences import DASHES, LOWER, POINT, QUOTE, Sentence, Token, is_dash

_VERB_PREDECESSORS = lexicon.AUXILIARIES | lexicon.ADVERBS | lexicon.ROLES
_POTENTIAL_CUES = VERB_FORMS.keys() | BASE_FORMS.keys() | lexicon.SAYING_NOUNS | {"to"}


@dataclass(frozen=True, slots=True)
class SpeakerCandidate:
    """These words of this sentence say who spoke: the subject, the place of the cue (its verb), the rule, the signs."""

    sentence: Sentence
    subject: NounPhrase
    cue: int | None
    rule: str
    features: tuple[str, ...] = ()


_UNKNOWN_VERB = ReportingVerb("", "unknown", 0, False)
#: How far behind a closing mark the verb of saying may stand, in tokens ("..., Jane Doe, a nurse from Flint, Mich.,
#: said").
MAX_VERB_DISTANCE = 28
#: Behind a trailing ", Lavrov said" there is at most an adverbial: so many tokens.
MAX_TRAILING_TOKENS = 26
#: Of a list of quotations in one sentence the first so many are looked at one by one; the rest go with them.
MAX_QUOTATIONS_PER_SENTENCE = 12
#: So many verbs of saying are looked at before an opening mark; the sentence has rarely more than three.
MAX_VERBS_BEFORE = 6


def find_candidates(text: str, sentence: Sentence, place: int, stretch: QuotedSpan) -> list[SpeakerCandidate]:
    """Everybody whom the sentence can be read to name as the speaker of the quotation at `place`."""
    if len(sentence.tokens) == 1:
        return []
    crowded = next(islice(sentence.quotes, MAX_QUOTATIONS_PER_SENTENCE, None), None)
    if crowded is not None and place >= crowded:
        return []
    found = _find_candidates_after(text, sentence, place, stretch)
    if not found or found[0].rule == "according-to" or not _has_outlet_credit(sentence):
        found += _find_trailing_candidates(sentence, place)
    found += _find_candidates_before(sentence, place)
    subject = find_sentence_subject(sentence.tokens, place)
    if subject is not None:
        found.append(
            SpeakerCandidate(
                sentence,
                subject,
                None,
                "sentence-subject",
                ("sentence-subject", *_extract_subject_features(sentence.tokens, subject)),
            )
        )
    return found


def _has_outlet_credit(sentence: Sentence) -> bool:
    """ "..., the judge said, according to the Post": the Post has the words from the judge."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at].low == "to" and tokens[at - 1].low == "according":
            return any(t.low.removesuffix("'s") in lexicon.OUTLETS for t in tokens[at + 1 : at + 6])
    return False


def find_announcing_candidates(sentence: Sentence) -> list[SpeakerCandidate]:
    """Whom a sentence announces that ends in "saying" or a colon, the quotation being the next paragraph."""
    tokens = sentence.tokens
    found = _find_candidates_before(sentence, len(tokens))
    closing = [claim for claim in found if claim.cue == len(tokens) - 1]
    return closing or found


def find_narrative_candidates(sentence: Sentence) -> list[SpeakerCandidate]:
    """Who says what a sentence without quotation tells, or of whom it tells at all."""
    tokens = sentence.tokens
    found = _find_candidates_before(sentence, len(tokens))
    subject = find_sentence_subject(tokens, len(tokens))
    if subject is not None:
        signs = ("sentence-subject", *_extract_subject_features(tokens, subject))
        found.append(SpeakerCandidate(sentence, subject, None, "sentence-subject", signs))
    return found


def get_cue_verb(tokens: list[Token], at: int) -> ReportingVerb | None:
    """The verb of saying at this place, if it is one here: "reports" after "the" or a possessive is a noun."""
    token = tokens[at]
    if token.kind != LOWER:
        return None
    verb = VERB_FORMS.get(token.low)
    if verb is None:
        return _get_base_form_cue(tokens, at, token.low)
    previous = tokens[at - 1] if at else None
    if token.low in AMBIGUOUS_FORMS:
        return verb if previous is not None and _is_verb_in_context(tokens, at, previous) else None
    if previous is not None and (previous.low in lexicon.ARTICLES or previous.low in lexicon.POSSESSIVES):
        return None
    if (
        token.low in title_words.NAMING_PARTICIPLES
        and previous is not None
        and previous.kind == LOWER
        and strip_contraction(previous) not in lexicon.SUBJECT_PRONOUNS
    ):
        return None if previous.low not in _VERB_PREDECESSORS else verb
    return verb


def _is_verb_in_context(tokens: list[Token], at: int, previous: Token) -> bool:
    """Is a form that may be a noun ("reports", "calls", "states") a verb here?"""
    if (
        previous.low in lexicon.DETERMINERS
        or previous.low in lexicon.PREPOSITIONS
        or previous.low.endswith(("'s", "s'"))
    ):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].low in ("of", "about", "from", "are", "were", "have", "and"):
        return False
    if previous.kind != LOWER or previous.low in lexicon.ADVERBS or previous.low in lexicon.AUXILIARIES:
        return True
    return (
        strip_contraction(previous) in lexicon.SUBJECT_PRONOUNS
        or previous.low in lexicon.ROLES
        or previous.low.endswith("ly")
        or tokens[at].low == "reads"
        or _lacks_object(tokens, at)
    )


def _lacks_object(tokens: list[Token], at: int) -> bool:
    """Does it end its clause ("the statement read."), or lead straight to the quotation ("a report found")?"""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    low = tokens[at].low
    if following is None or following.text == ".":
        return VERB_FORMS[low].kind == "saying" and at > 1
    if following.kind == QUOTE:
        return low.endswith("s") or low in ("found", "read", "began", "put")
    return following.low == "to" and VERB_FORMS[low].lemma in ("promise", "pledge", "vow", "threaten")


def _get_base_form_cue(tokens: list[Token], at: int, low: str) -> ReportingVerb | None:
    """ "sources say", "would say", "to call": the plain form with a helper or a plural before it."""
    verb = BASE_FORMS.get(low)
    if verb is None or at == 0:
        return None
    previous = tokens[at - 1]
    if (previous.low in lexicon.AUXILIARIES and previous.low not in lexicon.FORMS_OF_BE) or previous.low in (
        "to",
        "they",
        "we",
        "i",
        "you",
        "who",
    ):
        return verb
    plural = (previous.low.endswith("s") and not previous.low.endswith(("ss", "'s"))) or previous.low in (
        "people",
        "police",
        "also",
        "many",
        "some",
    )
    return verb if plural and verb.kind == "saying" and verb.cue_count > 5 else None


def _find_candidates_after(text: str, sentence: Sentence, place: int, stretch: QuotedSpan) -> list[SpeakerCandidate]:
    """said Lavrov; Lavrov said; according to Lavrov; -- Lavrov."""
    tokens = sentence.tokens
    stop = _find_next_quotation(tokens, place)
    begin = place + 1
    while (
        begin < stop
        and tokens[begin].kind == POINT
        and (tokens[begin].text in ",'\N{RIGHT SINGLE QUOTATION MARK})" or is_dash(tokens[begin]))
    ):
        begin += 1
    if begin >= stop or tokens[begin].kind == POINT:
        return []
    ending = _classify_junction(text[stretch.end - 1], (begin > place + 1 and tokens[begin - 1].text) or "")
    first = tokens[begin]
    if ending == "dash" and begin > place + 1:
        runs = find_name_runs(tokens, begin, stop)
        if runs and runs[0][0] == begin and runs[0][1] >= stop - 1:
            return [SpeakerCandidate(sentence, NounPhrase(*runs[0]), None, "dash", ("dash",))]
    if first.low == "according" and begin + 1 < stop:
        subject = find_subject_after(tokens, begin + 1, stop)
        return (
            [SpeakerCandidate(sentence, subject, begin, "according-to", ("according-after", f"ends:{ending}"))]
            if subject
            else []
        )
    found: list[SpeakerCandidate] = []
    if first.low in FINITE_SAYING_FORMS and first.kind == LOWER:
        subject = find_subject_after(tokens, begin, stop)
        if subject is not None and not (
            first.low in ("told", "tells") and strip_contraction(tokens[subject.begin]) not in lexicon.SUBJECT_PRONOUNS
        ):
            found.append(
                SpeakerCandidate(sentence, subject, begin, "verb-speaker", ("verb-speaker", f"verb-speaker/{ending}"))
            )
    elif _is_unlisted_past_form(first) and ending in ("comma", "mark"):
        subject = find_subject_after(tokens, begin, stop)
        if subject is not None:
            found.append(
                SpeakerCandidate(
                    sentence, subject, begin, "verb-speaker", ("verb-speaker-unknown", f"verb-speaker/{ending}")
                )
            )
    return found + _find_subject_verb_candidates(sentence, begin, stop, ending)


def _is_unlisted_past_form(token: Token) -> bool:
    """The past form of a verb that is in no table: "...," beamed Donald Hartley."""
    return token.kind == LOWER and token.low.endswith("ed") and len(token.low) > 4 and token.low not in VERB_FORMS


def _classify_junction(character: str, point: str) -> str:
    """How the quotation meets what follows: by comma, question mark, dash, or nothing."""
    if character == "," or point == ",":
        return "comma"
    if character in "?!\u2026":
        return "mark"
    if character in "-\u2013\u2014\u2015" or point:
        return "dash"
    return "stop" if character == "." else "none"


def _find_subject_verb_candidates(sentence: Sentence, begin: int, stop: int, ending: str) -> list[SpeakerCandidate]:
    tokens = sentence.tokens
    if tokens[begin].low in ("as", "which") and begin + 1 < stop:
        begin += 1
    found: list[SpeakerCandidate] = []
    for at in range(begin + 1, min(stop, begin + MAX_VERB_DISTANCE)):
        if tokens[at].text in (";", ":"):
            break
        verb = get_cue_verb(tokens, at)
        if (
            verb is None
            and not found
            and _is_unlisted_past_form(tokens[at])
            and ending in ("comma", "mark")
            and at - begin < 8
        ):
            verb = _UNKNOWN_VERB
        if verb is None or tokens[at - 1].low == "to":
            continue
        quoted = _find_quoted_subject(sentence, at, stop)
        if quoted is not None:
            return [
                SpeakerCandidate(sentence, quoted, at, "as-saying", ("as-saying", f"speaker-verb/adjacent/{ending}"))
            ]
        if verb.is_participle:
            continue
        subject = find_subject_before(tokens, at, begin)
        if subject is None or subject.antecedent is not None:
            continue
        adjacent = "adjacent" if subject.begin - begin <= 1 else "apart"
        signs: tuple[str, ...] = (
            "speaker-verb",
            f"speaker-verb/{adjacent}/{ending}",
            f"after:{verb.kind}",
            f"after-count:{_bucket_count(verb.cue_count)}",
            f"order:{min(len(found), 2)}",
        )
        if at + 1 < len(tokens) and tokens[at + 1].low == "that":
            signs += ("speaker-verb/that",)
        found.append(
            SpeakerCandidate(sentence, subject, at, "speaker-verb", signs + _extract_subject_features(tokens, subject))
        )
    return found


def _find_trailing_candidates(sentence: Sentence, place: int) -> list[SpeakerCandidate]:
    """At the end of the sentence: ... "a disaster" for workers, Lavrov said on Tuesday."""
    tokens = sentence.tokens
    last = len(tokens)
    across = ("trailing/across",) if any(t.kind == QUOTE for t in tokens[place + 1 :]) else ()
    for at in range(last - 1, max(place + 1, last - MAX_TRAILING_TOKENS), -1):
        if tokens[at].kind == QUOTE or tokens[at].low == "that":
            return []  # not the end of the sentence but a clause of its own: "..., Lavrov said that"
        verb = get_cue_verb(tokens, at)
        if verb is None or verb.is_participle or verb.kind != "saying":
            if tokens[at].low == "to" and tokens[at - 1].low == "according":
                subject = find_subject_after(tokens, at, last)
                return (
                    [SpeakerCandidate(sentence, subject, at - 1, "according-to", ("according-trailing", *across))]
                    if subject
                    else []
                )
            continue
        if tokens[at - 1].text == ",":
            subject = find_subject_after(tokens, at, last)
            if subject is not None:
                return [SpeakerCandidate(sentence, subject, at, "trailing", ("trailing", "trailing/inverted", *across))]
        subject = find_subject_before(tokens, at, place + 1)
        if subject is not None and subject.antecedent is None and tokens[subject.begin - 1].text == ",":
            return [
                SpeakerCandidate(
                    sentence,
                    subject,
                    at,
                    "trailing",
                    ("trailing", *across, *_extract_subject_features(tokens, subject)),
                )
            ]
        return []
    return []


def _find_candidates_before(sentence: Sentence, place: int) -> list[SpeakerCandidate]:
    """Every verb of saying before the mark that has a subject, the nearest first."""
    tokens = sentence.tokens
    found = _find_colon_candidates(sentence, place) + _find_possessive_candidates(sentence, place)
    seen = 0
    for at in range(place - 1, -1, -1):
        if tokens[at].low not in _POTENTIAL_CUES:
            continue
        if tokens[at].low in lexicon.SAYING_NOUNS and tokens[at].kind == LOWER:
            found += _find_noun_candidates(sentence, place, at, seen)
        if tokens[at].low == "to" and at and tokens[at - 1].low == "according":
            subject = find_subject_after(tokens, at, place)
            if subject is not None:
                found.append(
                    SpeakerCandidate(
                        sentence, subject, at - 1, "according-to", ("according-before", f"nearer:{min(seen, 2)}")
                    )
                )
        verb = get_cue_verb(tokens, at)
        if verb is None:
            continue
        claim = _find_verb_candidate(sentence, place, at, verb)
        if claim is not None:
            signs = _extract_verb_features(tokens, place, at, verb, claim, seen)
            found.append(SpeakerCandidate(sentence, claim.subject, at, claim.rule, signs))
            if claim.rule == "participle" and tokens[at - 1].text == ",":
                main = _find_main_subject(sentence, at)
                if main is not None and main != claim.subject:
                    found.append(
                        SpeakerCandidate(
                            sentence,
                            main,
                            at,
                            "participle",
                            ("participle-main", *signs[1:-1], *_extract_subject_features(tokens, main)),
                        )
                    )
        seen += 1
        if seen >= MAX_VERBS_BEFORE:
            break
    return _drop_relaying_outlets(tokens, found)


def _drop_relaying_outlets(tokens: list[Token], claims: list[SpeakerCandidate]) -> list[SpeakerCandidate]:
    """ "TASS reports that Lavrov said": TASS has the words from Lavrov, and makes no claim on them itself."""
    saying = [
        c for c in claims if c.rule in _VERB_BEFORE_RULES and c.cue is not None and not _is_outlet(tokens, c.subject)
    ]
    return [
        claim
        for claim in claims
        if not _is_outlet(tokens, claim.subject) or not any(_is_relayed_by(tokens, claim, other) for other in saying)
    ]


def _is_relayed_by(tokens: list[Token], bearer: SpeakerCandidate, other: SpeakerCandidate) -> bool:
    """Does the clause in which `other` speaks follow at once upon what `bearer` reports?"""
    if bearer.cue is None:
        return bearer.subject.end <= other.subject.begin and bearer.rule == "sentence-subject"
    begin = bearer.cue + 1
    while begin < len(tokens) and tokens[begin].low in ("that", "on", *occasion_words.DAYS):
        begin += 1
    return begin == other.subject.begin


def _is_outlet(tokens: list[Token], subject: NounPhrase) -> bool:
    """Is it a news agency, a newspaper, a channel?"""
    named = [t for t in tokens[subject.begin : subject.end] if is_name(t)]
    return bool(named) and named[-1].low.removesuffix("'s") in lexicon.OUTLETS


#: Rules by which a verb before the mark has its subject in front of it or behind.
_VERB_BEFORE_RULES = frozenset({"verb-before", "inverted-before", "as-saying"})


def _find_quoted_subject(sentence: Sentence, at: int, stop: int) -> NounPhrase | None:
    """The one whom another quotes: "TASS quoted *Lavrov* as saying"."""
    tokens = sentence.tokens
    if tokens[at].low not in lexicon.QUOTING_VERBS:
        return None
    subject = find_subject_after(tokens, at, stop)
    if subject is None or subject.end + 1 >= len(tokens) or tokens[subject.end].low != "as":
        return None
    return subject if tokens[subject.end + 1].low.endswith("ing") else None


def _find_verb_candidate(sentence: Sentence, place: int, at: int, verb: ReportingVerb) -> SpeakerCandidate | None:
    tokens = sentence.tokens
    quoted = _find_quoted_subject(sentence, at, place)
    if quoted is not None:
        return SpeakerCandidate(sentence, quoted, at, "as-saying")
    if verb.is_participle or tokens[at - 1 if at else 0].low == "to":
        return _find_participle_candidate(sentence, place, at)
    if _is_passive(tokens, at, verb):
        return _find_passive_agent(sentence, place, at)
    if (
        verb.kind == "saying"
        and at
        and tokens[at - 1].text == ","
        and verb.lemma != "tell"
        and not any(t.text == "," for t in tokens[: at - 1])
    ):
        subject = find_subject_after(tokens, at, place)
        if subject is not None and (subject.end == place or tokens[subject.end].text == ","):
            return SpeakerCandidate(sentence, subject, at, "inverted-before")
    subject = find_subject_before(tokens, at)
    if subject is not None:
        return SpeakerCandidate(sentence, subject, at, "verb-before")
    if at == 0 or tokens[at - 1].kind == QUOTE or tokens[at - 1].text == ",":
        subject = find_subject_after(tokens, at, place)
        if subject is not None and verb.kind == "saying" and verb.lemma != "tell":
            return SpeakerCandidate(sentence, subject, at, "inverted-before")
    return _build_candidate(sentence, _find_coordinated_subject(sentence, at), at, "coordinated")


def _is_passive(tokens: list[Token], at: int, verb: ReportingVerb) -> bool:
    if not tokens[at].low.endswith(("d", "n", "t")) or verb.lemma in ("say", "think"):
        return False
    k = at - 1
    while k >= 0 and (
        tokens[k].low in lexicon.ADVERBS or tokens[k].low.endswith("ly") or tokens[k].low in ("been", "being", "not")
    ):
        if tokens[k].low in ("been", "being"):
            return True
        k -= 1
    return k >= 0 and tokens[k].low in lexicon.FORMS_OF_BE


def _find_passive_agent(sentence: Sentence, place: int, at: int) -> SpeakerCandidate | None:
    """ "was described by Lavrov as"; "was quoted as saying" leaves the subject the speaker."""
    tokens = sentence.tokens
    if tokens[at].low == "quoted":
        return _build_candidate(sentence, find_subject_before(tokens, at), at, "quoted-as")
    limit = next((k for k in range(place + 1, len(tokens)) if tokens[k].kind in (QUOTE, POINT)), len(tokens))
    for k in range(at + 1, limit):
        if tokens[k].low == "by" and k != place:
            return _build_candidate(
                sentence, find_subject_after(tokens, k, place if k < place else limit), at, "passive-by"
            )
    return None


def _find_participle_candidate(sentence: Sentence, place: int, at: int) -> SpeakerCandidate | None:
    """ "..., affirming that": its subject is that of the verb before it; at the beginning, the one to come."""
    tokens = sentence.tokens
    if at == 0 or (at == 1 and tokens[0].low in ("by", "in", "after", "while", "when", "before")):
        comma = next((k for k in range(place, len(tokens)) if tokens[k].text == ","), place)
        return _build_candidate(sentence, find_sentence_subject(tokens, len(tokens), comma + 1), at, "participle-ahead")
    helper = at - 1
    while helper > 0 and tokens[helper].low in lexicon.ADVERBS:
        helper -= 1
    previous = tokens[helper].low
    if previous in lexicon.FORMS_OF_BE or previous in ("has", "have", "had"):
        return _build_candidate(sentence, find_subject_before(tokens, at), at, "verb-before")
    if previous == "as" and helper and tokens[helper - 1].low == "quoted":
        return _build_candidate(sentence, find_subject_before(tokens, helper - 1), at, "quoted-as")
    if tokens[at].low in ("reading", "saying") and tokens[helper].low in title_words.TEXT_BEARERS:
        carrier = find_noun_phrase_before(tokens, at)
        if carrier is not None:
            return SpeakerCandidate(sentence, carrier, at, "carrier")
    accompanied = _find_with_phrase_subject(tokens, at)
    if accompanied is not None:
        return SpeakerCandidate(sentence, accompanied, at, "participle")
    if previous == "to":
        went_on = find_subject_before(tokens, at)
        if went_on is not None:
            return SpeakerCandidate(sentence, went_on, at, "verb-before")
    return _build_candidate(sentence, _find_coordinated_subject(sentence, at), at, "participle")


def _find_with_phrase_subject(tokens: list[Token], at: int) -> NounPhrase | None:
    """ "with Lewandowski taking to Twitter to call": the name between "with" and the first participle."""
    for k in range(at - 1, max(-1, at - 12), -1):
        if tokens[k].kind in (POINT, QUOTE):
            return None
        if tokens[k].low == "with":
            inner = range(k + 1, at + 1)
            stop = next((m for m in inner if tokens[m].low.endswith("ing") and tokens[m].kind == LOWER), at)
            while stop > k + 1 and (tokens[stop - 1].low in lexicon.ADVERBS or tokens[stop - 1].low.endswith("ly")):
                stop -= 1
            return find_noun_phrase_before(tokens, stop, k + 1) if stop > k + 1 else None
    return None


def _find_main_subject(sentence: Sentence, at: int) -> NounPhrase | None:
    """The subject of the sentence's first verb of saying: "He highlighted that Russia responded ..., saying"."""
    tokens = sentence.tokens
    for k in range(max(0, at - 3 * MAX_VERB_DISTANCE), at):
        verb = get_cue_verb(tokens, k)
        if verb is None or verb.is_participle or (k and tokens[k - 1].low == "to"):
            continue
        subject = find_subject_before(tokens, k)
        if subject is None and (k == 0 or tokens[k - 1].kind in (QUOTE, POINT)):
            subject = find_subject_after(tokens, k, at)
        if subject is not None and subject.antecedent is None:
            return subject
    return find_sentence_subject(tokens, at)


def _find_coordinated_subject(sentence: Sentence, at: int) -> NounPhrase | None:
    """The subject shared with an earlier verb of the sentence: "Lavrov took the floor and said".

    Behind a comma it is not one of a subordinate clause: "He highlighted that Russia responded ..., saying".
    """
    tokens = sentence.tokens
    apart = tokens[at - 1].text == ","
    for k in range(at - 1, max(-1, at - 3 * MAX_VERB_DISTANCE), -1):
        verb = get_cue_verb(tokens, k)
        if verb is None or verb.is_participle or (k and tokens[k - 1].low == "to"):
            continue
        subject = find_subject_before(tokens, k)
        if subject is None and (k == 0 or tokens[k - 1].kind in (QUOTE, POINT)):
            subject = find_subject_after(tokens, k, at)
        if subject is not None and not (apart and subject.begin and tokens[subject.begin - 1].low == "that"):
            return subject
    return find_sentence_subject(tokens, at)


def _find_colon_candidates(sentence: Sentence, place: int) -> list[SpeakerCandidate]:
    """As in transcripts: LAVROV: "..."; and at the end of a clause: it does not surprise pollster Daron Shaw: "..."."""
    tokens = sentence.tokens
    if place < 2 or tokens[place - 1].text != ":":
        return []
    runs = find_name_runs(tokens, max(0, place - 8), place - 1)
    if not runs or runs[-1][1] != place - 1:
        return []
    begin = runs[-1][0]
    start = begin == 0 or is_dash(tokens[begin - 1]) or tokens[begin - 1].kind == QUOTE
    return [
        SpeakerCandidate(
            sentence,
            NounPhrase(*runs[-1]),
            place - 1,
            "speaker-colon",
            ("speaker-colon", f"speaker-colon/{'start' if start else 'within'}"),
        )
    ]


def _find_noun_candidates(sentence: Sentence, place: int, at: int, nearer: int) -> list[SpeakerCandidate]:
    """ "the recent statement by Mark Carleton-Smith that"; "Lavrov's claim that"."""
    tokens = sentence.tokens
    signs = ("noun", f"noun/gap:{_bucket_gap(place - at - 1)}", f"noun/nearer:{min(nearer, 2)}")
    if at + 1 < place and tokens[at + 1].low == "by":
        subject = find_subject_after(tokens, at + 1, place)
        if subject is None:
            return []
        signs = ("noun", f"noun/gap:{_bucket_gap(place - subject.end)}", f"noun/nearer:{min(nearer, 2)}")
        return [SpeakerCandidate(sentence, subject, at, "noun-by", ("noun-by", *signs))]
    for k in range(at - 1, max(-1, at - 4), -1):
        token = tokens[k]
        if token.low in ("his", "her", "their"):
            return [
                SpeakerCandidate(sentence, NounPhrase(k, k + 1), at, "noun-of", ("noun-of", "noun-of/pronoun", *signs))
            ]
        if is_name(token) and token.low.endswith(("'s", "s'")):
            runs = find_name_runs(tokens, max(0, k - 4), k + 1)
            return (
                [SpeakerCandidate(sentence, NounPhrase(*runs[-1]), at, "noun-of", ("noun-of", *signs))] if runs else []
            )
        if token.kind in (POINT, QUOTE) or token.low in lexicon.PREPOSITIONS or token.low in lexicon.ARTICLES:
            return []
    return []


def _find_possessive_candidates(sentence: Sentence, place: int) -> list[SpeakerCandidate]:
    """ "Lavrov's "absurd" idea": the owner of the words just before the mark."""
    tokens = sentence.tokens
    for at in range(place - 1, max(-1, place - 6), -1):
        token = tokens[at]
        sign = ("possessive", f"possessive/{min(place - at, 4)}")
        if token.low in ("his", "her", "their"):
            return [
                SpeakerCandidate(sentence, NounPhrase(at, at + 1), None, "possessive", (*sign, "possessive/pronoun"))
            ]
        if is_name(token) and token.low.endswith(("'s", "s'")):
            runs = find_name_runs(tokens, max(0, at - 4), at + 1)
            return [SpeakerCandidate(sentence, NounPhrase(*runs[-1]), None, "possessive", sign)] if runs else []
        if token.kind in (POINT, QUOTE):
            return []
    return []


def _build_candidate(
    sentence: Sentence, subject: NounPhrase | None, cue: int | None, rule: str
) -> SpeakerCandidate | None:
    return None if subject is None else SpeakerCandidate(sentence, subject, cue, rule)


def _find_next_quotation(tokens: list[Token], place: int) -> int:
    """Where the next quotation stands; a nickname within a name is none: Marcia "Cia" Price."""
    return next(
        (k for k in range(place + 1, len(tokens)) if tokens[k].kind == QUOTE and not _is_between_names(tokens, k)),
        len(tokens),
    )


def _is_between_names(tokens: list[Token], at: int) -> bool:
    return at > 0 and at + 1 < len(tokens) and is_name(tokens[at - 1]) and is_name(tokens[at + 1])


def _extract_verb_features(
    tokens: list[Token], place: int, at: int, verb: ReportingVerb, claim: SpeakerCandidate, nearer: int
) -> tuple[str, ...]:
    """What speaks for and against a verb before the mark."""
    between = tokens[at + 1 : place]
    gap = place - at - 1
    lead = _classify_lead_in(tokens, place)
    signs = [
        claim.rule,
        f"{claim.rule}/{verb.kind}",
        f"count:{_bucket_count(verb.cue_count)}",
        f"gap:{_bucket_gap(gap)}",
        f"{verb.kind}/{lead}",
        f"nearer:{min(nearer, 3)}",
    ]
    inner = between[:-1] if between and between[-1].text in (",", ":") else between
    if any(t.kind == QUOTE for t in inner):
        signs.append("across-quote")
    lows = {t.low for t in inner}
    pause, clause = "," in lows or ";" in lows, not lexicon.CLAUSE_BOUNDARIES.isdisjoint(lows)
    if pause or not DASHES.isdisjoint(lows):
        signs.append("across-comma")
    if clause:
        signs.append("across-clause")
    if between and between[0].low == "that" and nearer:
        signs.append("that-clause")
    if nearer and not pause and not clause:
        signs.append(f"holds-nearer/{verb.kind}")
    if verb.cue_count > 100 and gap <= 1:
        signs.append("common-and-close")
    return (*signs, *_extract_subject_features(tokens, claim.subject))


def _classify_lead_in(tokens: list[Token], place: int) -> str:
    """What the opening mark follows: a comma, a colon, an article, a preposition."""
    if place == 0:
        return "start"
    token = tokens[place - 1]
    if token.text == ",":
        return "comma"
    if token.text == ":":
        return "colon"
    if token.low in lexicon.DETERMINERS:
        return "determiner"
    if token.low in ("that", "as"):
        return token.low
    if token.low in lexicon.PREPOSITIONS:
        return "preposition"
    if token.low in VERB_FORMS:
        return "verb"
    return "point" if token.kind == POINT else "word"


def _extract_subject_features(tokens: list[Token], subject: NounPhrase) -> tuple[str, ...]:
    """What kind of subject: he, who, a name, a noun."""
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
    if is_name(last) and last.low in lexicon.PLACES:
        return ("subject:place",)
    if is_name(last):
        return ("subject:name",)
    if last.low in lexicon.ROLES or last.low.rstrip("s") in lexicon.ROLES:
        return ("subject:role",)
    return (
        ("subject:noun-with-name",)
        if any(is_name(t) for t in tokens[subject.begin : subject.end])
        else ("subject:noun",)
    )


def _bucket_count(count: int) -> str:
    return "0" if count == 0 else "1-5" if count < 6 else "6-30" if count < 31 else "31-100" if count < 101 else "101+"


def _bucket_gap(tokens: int) -> str:
    return (
        str(tokens)
        if tokens < 3
        else "3-5"
        if tokens < 6
        else "6-10"
        if tokens < 11
        else "11-20"
        if tokens < 21
        else "21+"
    )
