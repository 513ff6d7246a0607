"""Word classes: coarse parts of speech for the features of content boundaries, by closed classes and endings.

A class is part of a feature's name, and so a key of the learnt weights: a changed name needs new training.
"""

from functools import lru_cache

from articles.engine.extraction.languages.english import lexicon, occasion_words
from articles.engine.extraction.languages.english.reporting_verbs import BASE_FORMS, VERB_FORMS
from articles.engine.extraction.noun_phrases import strip_contraction
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, QUOTE, Token


def classify_word(token: Token | None) -> str:
    """Return the class of a word, as far as closed classes and endings tell it: "det" for "the"."""
    if token is None:
        return "end"
    return _classify_form(token.low, token.kind, token.text[:1])


@lru_cache(maxsize=8192)
def _classify_form(low: str, kind: str, first: str) -> str:
    if kind == POINT:
        return "dash" if first in "-\u2013\u2014" else "stop" if first in ".!?\u2026" else low
    if kind in (QUOTE, NUMBER):
        return kind
    if low in ("that", "to", "as", "of", "and", "but"):
        return low
    for sort, members in _WORD_CLASSES:
        if low in members:
            return sort
    if "'" in low:
        head, _, tail = low.partition("'")
        if head in lexicon.SUBJECT_PRONOUNS and tail in ("s", "d", "ll", "ve", "re", "m"):
            return "pron"
    if kind == NAME and low not in lexicon.CAPITALIZED_NON_NAMES:
        return "owner" if low.endswith(("'s", "s'")) else "name"
    return _classify_by_suffix(low)


_WORD_CLASSES = (
    ("wh", lexicon.QUESTION_WORDS),
    ("pron", lexicon.SUBJECT_PRONOUNS | {"there"}),
    ("poss", lexicon.POSSESSIVES),
    ("object", frozenset({"him", "them", "us", "me"})),
    ("det", lexicon.DETERMINERS),
    ("aux", lexicon.AUXILIARIES),
    ("conj", lexicon.CONJUNCTIONS - {"than"}),
    ("prep", lexicon.PREPOSITIONS),
    ("adv", lexicon.ADVERBS | {"not"}),
    ("time", lexicon.TEMPORAL_WORDS),
)


def _classify_by_suffix(low: str) -> str:
    if low in VERB_FORMS:
        return "ing" if low.endswith("ing") else "verb"
    for ending, sort in (("ing", "ing"), ("ed", "ed"), ("ly", "adv"), ("s", "plural")):
        if low.endswith(ending) and len(low) > 4:
            return sort
    return "plain" if low in BASE_FORMS else "word"


OPEN_WORD_CLASSES = frozenset("name owner word plural ing ed verb plain number".split())
_CLASSES_WITHOUT_FORM = OPEN_WORD_CLASSES | {"dash", "stop"}


def has_finite_verb(tokens: list[Token], begin: int, stop: int) -> bool:
    """Return whether the verb of a clause stands between these places."""
    return any(map(is_finite, tokens[begin:stop]))


def is_finite(token: Token) -> bool:
    """Return whether a word makes a clause of a phrase: an auxiliary, a known verb, a past form."""
    if token.kind != LOWER:
        return "'" in token.low and strip_contraction(token) in lexicon.SUBJECT_PRONOUNS
    low = token.low
    known = low in VERB_FORMS and not low.endswith("ing")
    return known or low in lexicon.FINITE_AUXILIARIES or (low.endswith("ed") and len(low) > 4)


@lru_cache(maxsize=8192)
def classify_cue(word: str) -> str:
    """Return the class of a cue: its kind of reporting verb, or its ending."""
    verb = VERB_FORMS.get(word)
    if verb is not None:
        return f"{verb.kind}-ing" if verb.is_participle else verb.kind
    if word in BASE_FORMS:
        return f"{BASE_FORMS[word].kind}-plain"
    for ending in ("ing", "ed", "s", "ion", "ment"):
        if word.endswith(ending) and len(word) > 4:
            return ending
    return "prep" if word in lexicon.PREPOSITIONS else "other"


def get_form_or_class(token: Token | None) -> str:
    """Return the word itself where its class is closed, otherwise the class."""
    sort = classify_word(token)
    return sort if token is None or token.kind in (QUOTE, NUMBER) or sort in _CLASSES_WITHOUT_FORM else token.low


def classify_phrase_topic(tokens: list[Token], begin: int) -> str:
    """Classify what the phrase that begins here is about: a day, an occasion, or anything else."""
    for token in tokens[begin + 1 : begin + 6]:
        if token.kind in (POINT, QUOTE):
            break
        if token.low in lexicon.TEMPORAL_WORDS or (token.kind == NUMBER and len(token.text) == 4):
            return "time"
        if token.low in occasion_words.SPEECH_SETTINGS:
            return "occasion"
    return "other"


def opens_occasion(tokens: list[Token], begin: int) -> bool:
    """Return whether a phrase of time or place begins here, as behind "Lavrov said | in an interview on Tuesday"."""
    return tokens[begin].low in lexicon.PREPOSITIONS and classify_phrase_topic(tokens, begin) != "other"
