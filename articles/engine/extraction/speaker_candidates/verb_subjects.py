"""Rules for the subject of a reporting verb before the opening mark, in tables that are tried in order.

"..., affirming that" takes the subject of the verb before it, "was described by Lavrov as" the agent.
"""

from collections.abc import Callable
from typing import NamedTuple

from articles.engine.extraction.clause_subjects import (
    find_noun_phrase_before,
    find_sentence_subject,
    find_subject_after,
    find_subject_before,
)
from articles.engine.extraction.languages.english import lexicon, title_words
from articles.engine.extraction.languages.english.reporting_verbs import ReportingVerb
from articles.engine.extraction.noun_phrases import NounPhrase
from articles.engine.extraction.sentences import LOWER, POINT, QUOTE, Token
from articles.engine.extraction.speaker_candidates.cues import MAX_VERB_DISTANCE, get_cue_verb, is_passive

#: How far back an earlier verb may share its subject, in tokens.
_MAX_SHARED_SUBJECT_DISTANCE = 3 * MAX_VERB_DISTANCE
#: How far back "with" may open the phrase around a participle, in tokens.
_MAX_WITH_DISTANCE = 12
_SUBORDINATE_OPENERS = frozenset({"by", "in", "after", "while", "when", "before"})


class VerbContext(NamedTuple):
    """A reporting verb at `at`, before the opening mark at `place`."""

    tokens: list[Token]
    place: int
    at: int
    verb: ReportingVerb

    @property
    def helper(self) -> int:
        """The place of the word before the verb, adverbs aside."""
        helper = self.at - 1
        while helper > 0 and self.tokens[helper].low in lexicon.ADVERBS:
            helper -= 1
        return helper


class SubjectRule(NamedTuple):
    """A named rule: where it applies, it finds the subject; if it is exclusive, no later rule is tried."""

    name: str
    applies: Callable[[VerbContext], bool]
    find_subject: Callable[[VerbContext], NounPhrase | None]
    exclusive: bool = False


def _always(_: VerbContext) -> bool:
    return True


def find_verb_subject(context: VerbContext) -> tuple[str, NounPhrase] | None:
    """Find the subject of a verb before the mark, with the name of the rule that finds it."""
    quoted = find_quoted_subject(context.tokens, context.at, context.place)
    if quoted is not None:
        return "as-saying", quoted
    for rule in _get_rules(context):
        if not rule.applies(context):
            continue
        subject = rule.find_subject(context)
        if subject is not None:
            return rule.name, subject
        if rule.exclusive:
            break
    return None


def find_quoted_subject(tokens: list[Token], at: int, stop: int) -> NounPhrase | None:
    """Find the one whom another quotes: "TASS quoted *Lavrov* as saying"."""
    if tokens[at].low not in lexicon.QUOTING_VERBS:
        return None
    subject = find_subject_after(tokens, at, stop)
    if subject is None or subject.end + 1 >= len(tokens) or tokens[subject.end].low != "as":
        return None
    return subject if tokens[subject.end + 1].low.endswith("ing") else None


def find_main_subject(tokens: list[Token], at: int) -> NounPhrase | None:
    """Find the subject of the first verb of saying: "He highlighted that Russia responded ..., saying"."""
    for k in range(max(0, at - _MAX_SHARED_SUBJECT_DISTANCE), at):
        subject = _find_finite_subject(tokens, k, at)
        if subject is not None and subject.antecedent is None:
            return subject
    return find_sentence_subject(tokens, at)


def _get_rules(context: VerbContext) -> tuple[SubjectRule, ...]:
    tokens, at, verb = context.tokens, context.at, context.verb
    if verb.is_participle or (at and tokens[at - 1].low == "to"):
        return PARTICIPLE_RULES
    return PASSIVE_RULES if is_passive(tokens, at, verb) else FINITE_RULES


def _opens_sentence(context: VerbContext) -> bool:
    return context.at == 0 or (context.at == 1 and context.tokens[0].low in _SUBORDINATE_OPENERS)


def _find_subject_ahead(context: VerbContext) -> NounPhrase | None:
    """Find the subject behind the clause: "Speaking in Lisbon, Lavrov said"."""
    tokens, place = context.tokens, context.place
    comma = next((k for k in range(place, len(tokens)) if tokens[k].text == ","), place)
    return find_sentence_subject(tokens, len(tokens), comma + 1)


def _has_auxiliary(context: VerbContext) -> bool:
    helper = context.tokens[context.helper].low
    return helper in lexicon.FORMS_OF_BE or helper in ("has", "have", "had")


def _is_quoted_as(context: VerbContext) -> bool:
    """Recognise "was quoted as saying"."""
    tokens, helper = context.tokens, context.helper
    return tokens[helper].low == "as" and helper > 0 and tokens[helper - 1].low == "quoted"


def _is_on_text_bearer(context: VerbContext) -> bool:
    """Recognise a thing that bears words: "a campaign hat reading"."""
    tokens = context.tokens
    return tokens[context.at].low in ("reading", "saying") and tokens[context.helper].low in title_words.TEXT_BEARERS


def _find_with_phrase_subject(context: VerbContext) -> NounPhrase | None:
    """Find the name between "with" and the first participle: "with Lewandowski taking to Twitter to call"."""
    tokens, at = context.tokens, context.at
    for k in range(at - 1, max(-1, at - _MAX_WITH_DISTANCE), -1):
        if tokens[k].kind in (POINT, QUOTE):
            return None
        if tokens[k].low == "with":
            inner = range(k + 1, at + 1)
            stop = next((m for m in inner if tokens[m].low.endswith("ing") and tokens[m].kind == LOWER), at)
            while stop > k + 1 and (tokens[stop - 1].low in lexicon.ADVERBS or tokens[stop - 1].low.endswith("ly")):
                stop -= 1
            return find_noun_phrase_before(tokens, stop, k + 1) if stop > k + 1 else None
    return None


def _find_shared_subject(context: VerbContext) -> NounPhrase | None:
    """Find the subject shared with an earlier verb ("Lavrov took the floor and said"), not that of a "that" clause."""
    tokens, at = context.tokens, context.at
    apart = tokens[at - 1].text == ","
    for k in range(at - 1, max(-1, at - _MAX_SHARED_SUBJECT_DISTANCE), -1):
        subject = _find_finite_subject(tokens, k, at)
        if subject is not None and not (apart and subject.begin and tokens[subject.begin - 1].low == "that"):
            return subject
    return find_sentence_subject(tokens, at)


def _find_finite_subject(tokens: list[Token], verb_at: int, stop: int) -> NounPhrase | None:
    """Find the subject of the finite verb of saying at `verb_at`, if there is one."""
    verb = get_cue_verb(tokens, verb_at)
    if verb is None or verb.is_participle or (verb_at and tokens[verb_at - 1].low == "to"):
        return None
    subject = find_subject_before(tokens, verb_at)
    if subject is None and (verb_at == 0 or tokens[verb_at - 1].kind in (QUOTE, POINT)):
        return find_subject_after(tokens, verb_at, stop)
    return subject


def _find_subject_left(context: VerbContext) -> NounPhrase | None:
    return find_subject_before(context.tokens, context.at)


def _find_passive_agent(context: VerbContext) -> NounPhrase | None:
    """Find the agent, before the mark or behind it: "was described by Lavrov as"."""
    tokens, place, at = context.tokens, context.place, context.at
    limit = next((k for k in range(place + 1, len(tokens)) if tokens[k].kind in (QUOTE, POINT)), len(tokens))
    by = next((k for k in range(at + 1, limit) if tokens[k].low == "by" and k != place), None)
    return find_subject_after(tokens, by, place if by < place else limit) if by is not None else None


def _can_precede_subject(context: VerbContext) -> bool:
    return context.verb.kind == "saying" and context.verb.lemma != "tell"


def _is_inserted(context: VerbContext) -> bool:
    """Recognise an inverted attribution behind the first comma: "But, said Lavrov, ..."."""
    commas = [k for k, token in enumerate(context.tokens[: context.at]) if token.text == ","]
    return commas == [context.at - 1] and _can_precede_subject(context)


def _find_inserted_subject(context: VerbContext) -> NounPhrase | None:
    subject = _find_subject_right(context)
    closed = subject is not None and (subject.end == context.place or context.tokens[subject.end].text == ",")
    return subject if closed else None


def _opens_clause(context: VerbContext) -> bool:
    tokens, at = context.tokens, context.at
    return (at == 0 or tokens[at - 1].kind == QUOTE or tokens[at - 1].text == ",") and _can_precede_subject(context)


def _find_subject_right(context: VerbContext) -> NounPhrase | None:
    return find_subject_after(context.tokens, context.at, context.place)


#: Rules for a participle ("..., affirming that") and an infinitive ("went on to say").
PARTICIPLE_RULES = (
    SubjectRule("participle-ahead", _opens_sentence, _find_subject_ahead, exclusive=True),
    SubjectRule("verb-before", _has_auxiliary, _find_subject_left, exclusive=True),
    SubjectRule("quoted-as", _is_quoted_as, lambda c: find_subject_before(c.tokens, c.helper - 1), exclusive=True),
    SubjectRule("carrier", _is_on_text_bearer, lambda c: find_noun_phrase_before(c.tokens, c.at)),
    SubjectRule("participle", _always, _find_with_phrase_subject),
    SubjectRule("verb-before", lambda c: c.tokens[c.helper].low == "to", _find_subject_left),
    SubjectRule("participle", _always, _find_shared_subject),
)
#: Rules for a passive: "was quoted as saying" leaves the subject the speaker.
PASSIVE_RULES = (
    SubjectRule("quoted-as", lambda c: c.tokens[c.at].low == "quoted", _find_subject_left, exclusive=True),
    SubjectRule("passive-by", _always, _find_passive_agent),
)
#: Rules for a finite active verb.
FINITE_RULES = (
    SubjectRule("inverted-before", _is_inserted, _find_inserted_subject),
    SubjectRule("verb-before", _always, _find_subject_left),
    SubjectRule("inverted-before", _opens_clause, _find_subject_right),
    SubjectRule("coordinated", _always, _find_shared_subject),
)
