"""Cues: the words of a sentence that are reporting verbs there, and not nouns of the same form."""

from articles.engine.extraction.languages.english import lexicon, title_words
from articles.engine.extraction.languages.english.reporting_verbs import (
    AMBIGUOUS_FORMS,
    BASE_FORMS,
    VERB_FORMS,
    ReportingVerb,
)
from articles.engine.extraction.noun_phrases import strip_contraction
from articles.engine.extraction.sentences import LOWER, QUOTE, Token

#: The most tokens between a closing mark and its verb ("..., Jane Doe, a nurse from Flint, Mich., said").
MAX_VERB_DISTANCE = 28
_NOUN_PREDECESSORS = lexicon.DETERMINERS | lexicon.PREPOSITIONS
_VERB_PREDECESSORS = lexicon.AUXILIARIES | lexicon.ADVERBS | lexicon.ROLES
#: Words before which a plain form is a verb ("would say", "to call"), apart from auxiliaries.
_BASE_FORM_PREDECESSORS = frozenset({"to", "they", "we", "i", "you", "who"})
#: Words before which a plain form of saying is a verb, though they do not look like a plural.
_PLURAL_PREDECESSORS = frozenset({"people", "police", "also", "many", "some"})


def get_cue_verb(tokens: list[Token], at: int) -> ReportingVerb | None:
    """Return the reporting verb at this place; None for a noun, as "reports" is after "the" or a possessive."""
    token = tokens[at]
    if token.kind != LOWER:
        return None
    verb = VERB_FORMS.get(token.low)
    if verb is None:
        return _get_base_form_cue(tokens, at, token.low)
    previous = tokens[at - 1] if at else None
    if token.low == "said" and previous is not None and previous.low in lexicon.FORMS_OF_BE:
        return None  # "is said to have": others say so
    if token.low in AMBIGUOUS_FORMS:
        return verb if previous is not None and _is_verb_in_context(tokens, at, previous) else None
    if previous is not None and (previous.low in lexicon.ARTICLES or previous.low in lexicon.POSSESSIVES):
        return None
    if token.low in title_words.NAMING_PARTICIPLES and previous is not None and previous.kind == LOWER:
        pronoun = strip_contraction(previous) in lexicon.SUBJECT_PRONOUNS
        return verb if pronoun or previous.low in _VERB_PREDECESSORS else None
    return verb


def _is_verb_in_context(tokens: list[Token], at: int, previous: Token) -> bool:
    """Return whether a form that may be a noun ("reports", "calls", "states") is a verb here."""
    if previous.low in _NOUN_PREDECESSORS or previous.low.endswith(("'s", "s'")):
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
    """Return whether it ends its clause ("the statement read."), or leads to the quotation ("a report found")."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    low = tokens[at].low
    if following is None or following.text == ".":
        return VERB_FORMS[low].kind == "saying" and at > 1
    if following.kind == QUOTE:
        return low.endswith("s") or low in ("found", "read", "began", "put")
    return following.low == "to" and VERB_FORMS[low].lemma in ("promise", "pledge", "vow", "threaten")


def _get_base_form_cue(tokens: list[Token], at: int, low: str) -> ReportingVerb | None:
    """Recognise the plain form behind an auxiliary or a plural: "would say", "to call", "sources say"."""
    verb = BASE_FORMS.get(low)
    if verb is None or at == 0:
        return None
    previous = tokens[at - 1].low
    if (previous in lexicon.AUXILIARIES and previous not in lexicon.FORMS_OF_BE) or previous in _BASE_FORM_PREDECESSORS:
        return verb
    plural = (previous.endswith("s") and not previous.endswith(("ss", "'s"))) or previous in _PLURAL_PREDECESSORS
    return verb if plural and verb.kind == "saying" and verb.cue_count > 5 else None


def is_unlisted_past_form(token: Token) -> bool:
    """Recognise the past form of a verb that is in no table: "...," beamed Donald Hartley."""
    return token.kind == LOWER and token.low.endswith("ed") and len(token.low) > 4 and token.low not in VERB_FORMS


def is_passive(tokens: list[Token], at: int, verb: ReportingVerb) -> bool:
    """Return whether the verb is passive: a form of "be" before it, adverbs aside."""
    if not tokens[at].low.endswith(("d", "n", "t")) or verb.lemma in ("say", "think"):
        return False
    for token in reversed(tokens[:at]):
        if token.low in ("been", "being"):
            return True
        if not (token.low in lexicon.ADVERBS or token.low.endswith("ly") or token.low == "not"):
            return token.low in lexicon.FORMS_OF_BE
    return False
