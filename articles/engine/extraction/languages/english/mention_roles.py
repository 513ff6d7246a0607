"""Part that a mention plays in its sentence: subject, attribute of the next name, object of a preposition."""

from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.named_people import EntityMention
from articles.engine.extraction.sentences import LOWER, NAME, Token
from articles.engine.extraction.speaker_candidates import get_cue_verb
from articles.engine.extraction.word_classes import is_finite

LINKING_WORDS = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS
_PREVERBAL_WORDS = lexicon.ADVERBS | lexicon.AUXILIARIES


def is_attributive(tokens: list[Token], mention: EntityMention) -> bool:
    """Recognise a name that only describes the next one: "Clinton communication director Jennifer Palmieri"."""
    for k in range(mention.end, min(len(tokens), mention.end + 4)):
        if tokens[k].low in lexicon.ROLES:
            return True
        if tokens[k].kind != LOWER or tokens[k].low in LINKING_WORDS or get_cue_verb(tokens, k) is not None:
            return False
    return False


def is_subject_of_saying_verb(tokens: list[Token], mention: EntityMention) -> bool:
    """Return whether a verb of saying stands next to the name, with the name as its subject."""
    after = mention.end
    while after < len(tokens) and tokens[after].low in _PREVERBAL_WORDS:
        after += 1
    if after < len(tokens) and (verb := get_cue_verb(tokens, after)) is not None and verb.kind == "saying":
        return True
    before = mention.begin - 1
    verb = get_cue_verb(tokens, before) if before == 0 or (before > 0 and tokens[before - 1].text == ",") else None
    return verb is not None and verb.kind == "saying" and verb.lemma not in ("tell", "ask", "urge", "assure")


def is_governed_by_preposition(tokens: list[Token], begin: int) -> bool:
    """Return whether a preposition stands before the name, before its offices, or before a list that it is in."""
    in_list = False
    for k in range(begin - 1, max(-1, begin - 12), -1):
        low = tokens[k].low
        if low in lexicon.PREPOSITIONS and tokens[k].kind in (LOWER, NAME):
            return not in_list or any(map(is_finite, tokens[:k]))
        if tokens[k].text == "," or low == "and":
            in_list = True
            continue
        if low not in lexicon.ARTICLES and low not in lexicon.ROLES and tokens[k].kind != NAME:
            return False
    return False


def find_main_clause(tokens: list[Token]) -> int:
    """Return where the main clause begins: behind the comma of "While Ada was waiting, "; 0 without such a clause."""
    if not tokens or tokens[0].low not in lexicon.SUBORDINATORS:
        return 0
    verb = next((k for k, token in enumerate(tokens) if is_finite(token)), len(tokens))
    return next((k + 1 for k in range(verb, len(tokens)) if tokens[k].text == ","), 0)


def find_head_end(tokens: list[Token], begin: int, end: int) -> int:
    """Return where the head of a noun phrase ends: before the first preposition behind a noun."""
    inner = range(begin + 1, end)
    return next((k for k in inner if tokens[k].kind == LOWER and tokens[k].low in lexicon.PREPOSITIONS), end)
