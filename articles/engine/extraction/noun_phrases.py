"""Noun phrases: where one begins and ends, and which words of it are a name.

In "UK Chief of General Staff Mark Carleton-Smith said" the phrase is all that stands before the verb, in "said Kremlin
spokesman Dmitry Peskov on Thursday" what follows as far as the preposition. No parser: closed classes of words
(`languages.english.lexicon`, `languages.english.reporting_verbs`) and capital letters mark its ends out.
`clause_subjects` finds the phrase that is the subject of a verb.
"""

from dataclasses import dataclass

from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.reporting_verbs import AMBIGUOUS_FORMS, VERB_FORMS
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, QUOTE, Token
from articles.engine.text.person_names import TITLES, is_forename


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens `begin` to `end` of a sentence; for "who", `antecedent` is the place of the phrase that it refers to."""

    begin: int
    end: int
    antecedent: tuple[int, int] | None = None


#: The longest name with its offices, in tokens; a longer phrase before a verb is half a sentence.
MAX_NOUN_PHRASE_TOKENS = 14
PERSONAL_SUBJECTS = lexicon.SUBJECT_PRONOUNS - {"one"}
_PHRASE_DETERMINERS = lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.DETERMINERS
_LEFT_BOUNDARIES = lexicon.CLAUSE_OPENERS | lexicon.RELATIVE_PRONOUNS | lexicon.AUXILIARIES | {"as"}
_LEAD_BOUNDARIES = (
    lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | lexicon.AUXILIARIES
    | VERB_FORMS.keys()
    | lexicon.ADVERBS
    | lexicon.TEMPORAL_WORDS
    | lexicon.RELATIVE_PRONOUNS
)
#: Adjectives and nouns that begin a noun phrase without an article: "former", "police", "critics".
_PHRASE_OPENERS = frozenset(
    """former senior fellow longtime campaign sources police officials critics supporters state local political
    veteran people sen rep white conservative liberal deputy vice news company""".split()
)


def strip_contraction(token: Token) -> str:
    """Return the pronoun of "he", "he's", "She'd"; otherwise the word itself, in lower case.

    >>> strip_contraction(Token("She's", "she's", 0, 5, NAME))
    'she'
    """
    low = token.low
    if "'" in low:
        head, _, tail = low.partition("'")
        if "'" + tail in lexicon.CONTRACTIONS and head in lexicon.SUBJECT_PRONOUNS:
            return head
    return low


def is_name(token: Token) -> bool:
    """Return whether a word can be part of a name: a capitalised word, or an initial."""
    return token.kind == NAME and (
        token.low not in lexicon.CAPITALIZED_NON_NAMES or (len(token.text) == 2 and token.text[1] == ".")
    )


def is_role(low: str) -> bool:
    """Return whether a word in lower case is an office or a part in life, also in the plural."""
    return low in lexicon.ROLES or low.rstrip("s") in lexicon.ROLES


def is_personal_name(tokens: list[Token], begin: int, end: int) -> bool:
    """Return whether a run of capitalised words is the name of a person: by a forename, a title or an initial."""
    while begin < end - 1 and tokens[begin].low.rstrip(".") in TITLES and not is_forename(tokens[begin].text):
        begin += 1
        if is_forename(tokens[begin].text) or begin == end - 1:
            return tokens[begin].low not in lexicon.ORGANIZATION_WORDS
    words = [token.low for token in tokens[begin:end]]
    named = is_forename(tokens[begin].text) or any(len(w) == 2 and w[1] == "." for w in words[:-1])
    return end - begin > 1 and named and lexicon.ORGANIZATION_WORDS.isdisjoint(words[1:])


def find_name_runs(tokens: list[Token], begin: int, stop: int) -> list[tuple[int, int]]:
    """Find the runs of capitalised words, with the particles that names contain."""
    runs: list[tuple[int, int]] = []
    taken = begin
    capitalised = [k for k in range(begin, stop) if tokens[k].kind == NAME and is_name(tokens[k])]
    for at in capitalised:
        if at < taken:
            continue
        end = at + 1
        while end < stop and (is_name(tokens[end]) or _is_name_particle(tokens, end, stop)):
            if tokens[end - 1].low.endswith(("'s", "s'")) and tokens[end].kind == NAME:
                break
            end += 1
        runs.append((at, end))
        taken = end
    return runs


def _is_name_particle(tokens: list[Token], at: int, stop: int) -> bool:
    return (
        tokens[at].low in lexicon.NAME_PARTICLES
        and at + 1 < stop
        and (is_name(tokens[at + 1]) or tokens[at + 1].low in lexicon.NAME_PARTICLES)
        and is_name(tokens[at - 1])
    )


def can_begin_noun_phrase(token: Token) -> bool:
    """Return whether a determiner, a pronoun, a name or an office can begin a phrase here."""
    low = token.low
    pronoun = strip_contraction(token) in lexicon.SUBJECT_PRONOUNS
    if token.kind == NAME:
        return low not in lexicon.CAPITALIZED_NON_NAMES or low in lexicon.DETERMINERS or pronoun
    if token.kind != LOWER:
        return False
    if low in lexicon.DETERMINERS or pronoun or is_role(low):
        return low not in ("that", "this", "those", "these")
    return low in _PHRASE_OPENERS


def leads_to_name(tokens: list[Token], begin: int, stop: int) -> bool:
    """Recognise adjectives and nouns up to a name or office: "said undecided Republican voter Stephanie Hooton"."""
    for at in range(begin, min(stop, begin + 6)):
        token = tokens[at]
        if at > begin and (is_name(token) or is_role(token.low)):
            return True
        passable = token.kind == NUMBER or token.text == "/"
        if not passable and (token.kind != LOWER or token.low in _LEAD_BOUNDARIES):
            return False
    return False


def find_noun_phrase_end(tokens: list[Token], begin: int, stop: int, *, past_tense: bool = True) -> int:
    """Return where the phrase that begins here ends; without `past_tense` before a word in -ed, which is the verb."""
    limit = max(begin, min(stop, begin + MAX_NOUN_PHRASE_TOKENS))
    for end in range(begin, limit):
        if not _can_extend_right(tokens, begin, end, stop) or (not past_tense and _is_past(tokens, begin, end)):
            return end
    return limit


def _is_past(tokens: list[Token], begin: int, at: int) -> bool:
    return at > begin and tokens[at].kind == LOWER and tokens[at].low.endswith("ed") and len(tokens[at].low) > 4


def _can_extend_right(tokens: list[Token], begin: int, at: int, stop: int) -> bool:
    """Return whether the noun phrase from `begin` goes on at `at`."""
    token = tokens[at]
    low = token.low
    if at == begin:
        return True
    if token.kind in (POINT, NUMBER):
        return token.text in ("&", "/") or token.text.endswith("-year-old") or tokens[at - 1].text == "/"
    if token.kind == QUOTE or low == "and":
        return is_name(tokens[at - 1]) and at + 1 < stop and is_name(tokens[at + 1])
    if (
        (low in lexicon.TEMPORAL_WORDS and not (token.kind == NAME and low not in lexicon.CAPITALIZED_NON_NAMES))
        or low in lexicon.AUXILIARIES
        or strip_contraction(token) in lexicon.SUBJECT_PRONOUNS
    ):
        return False
    if low in lexicon.NOUN_LINKING_PREPOSITIONS and token.kind == LOWER:
        return _links_noun(tokens, at, stop)
    if low in lexicon.PREPOSITIONS or low in lexicon.CONJUNCTIONS:
        return _is_name_particle(tokens, at, stop)
    if token.kind == NAME:
        return low not in lexicon.CAPITALIZED_NON_NAMES or tokens[at - 1].low in lexicon.NOUN_LINKING_PREPOSITIONS
    if low in VERB_FORMS and low not in lexicon.NOUN_HOMOGRAPHS:
        return False
    named = at + 1 < stop and tokens[at + 1].kind == NAME and is_forename(tokens[at + 1].text)
    return named or not is_name(tokens[at - 1]) or low in lexicon.ROLES or tokens[at - 1].low in lexicon.NATIONALITIES


def _links_noun(tokens: list[Token], at: int, stop: int) -> bool:
    """Return whether a preposition ties more to the noun before it: "a spokesman *for* the ministry"."""
    low, previous = tokens[at].low, tokens[at - 1]
    if at + 1 >= stop:
        return False
    if is_name(previous):
        return low == "of" and is_name(tokens[at + 1])
    return low in ("of", "for", "at", "with", "from", "in") or (low == "to" and previous.low in lexicon.ROLES)


def can_name_speaker(tokens: list[Token], begin: int, end: int) -> bool:
    """Return whether a name or a noun is among the words."""
    return any(
        is_name(t) or t.text.endswith("-year-old") or (t.kind == LOWER and t.low not in lexicon.DETERMINERS)
        for t in tokens[begin:end]
    )


def can_extend_left(tokens: list[Token], begin: int, end: int, floor: int) -> bool:
    """Return whether the phrase from `begin` to `end` goes on to the left."""
    token = tokens[begin - 1]
    low = token.low
    if begin < end and _opens_phrase(tokens[begin]):
        return token.kind == LOWER and low in lexicon.NOUN_LINKING_PREPOSITIONS
    if token.kind == POINT:
        return token.text in ("&", "/", "'")
    if token.kind == QUOTE:
        return begin - 2 >= floor and begin < end and is_name(tokens[begin]) and is_name(tokens[begin - 2])
    if low == "and":
        names = begin < end and begin - 2 >= floor and is_name(tokens[begin]) and is_name(tokens[begin - 2])
        return names or (begin < end and begin - 2 >= floor and tokens[begin - 2].low in lexicon.ROLES)
    if token.kind == NAME:
        return low not in lexicon.CAPITALIZED_NON_NAMES or low in _PHRASE_DETERMINERS
    if low in _LEFT_BOUNDARIES:
        return False
    participle = low.endswith("ed") and begin < end and not is_name(tokens[begin])
    if low in VERB_FORMS and low not in AMBIGUOUS_FORMS and not participle:
        return False
    return strip_contraction(token) not in PERSONAL_SUBJECTS


def _opens_phrase(token: Token) -> bool:
    """Return whether an article or a possessive opens the phrase; only a preposition ties it to words on its left."""
    return token.kind != QUOTE and (token.low in lexicon.ARTICLES or token.low in lexicon.POSSESSIVES)


def trim_noun_phrase(tokens: list[Token], begin: int, end: int) -> NounPhrase | None:
    """Trim a phrase to the subject in it: no opening adverbial, no place or time behind it."""
    first = tokens[begin]
    long = end - begin > MAX_NOUN_PHRASE_TOKENS
    if long or first.low in lexicon.PREPOSITIONS or (first.kind == LOWER and not _starts_phrase(first)):
        return _find_final_name(tokens, begin, end)
    for at in range(begin + 1, end - 1):
        if tokens[at].low in lexicon.PREPOSITIONS and tokens[at].kind == LOWER:
            office = tokens[at].low == "of" and is_name(tokens[at - 1]) and is_name(tokens[at + 1])
            tied = office or (tokens[at].low in lexicon.NOUN_LINKING_PREPOSITIONS and not is_name(tokens[at - 1]))
            if not tied:
                return NounPhrase(begin, at)
    return NounPhrase(begin, end)


def _starts_phrase(token: Token) -> bool:
    low = token.low
    if low in lexicon.DETERMINERS or is_role(low):
        return True
    return not (low.endswith(("ed", "ing", "ly")) or low in lexicon.ADVERBS or low in lexicon.TEMPORAL_WORDS)


def _find_final_name(tokens: list[Token], begin: int, end: int) -> NounPhrase | None:
    """Find the name, or article and noun, that ends a longer phrase, unless a preposition governs it."""
    runs = find_name_runs(tokens, begin, end)
    if runs and runs[-1][1] >= end - 1:
        start, stop = runs[-1]
        while start > begin and tokens[start - 1].kind == LOWER and tokens[start - 1].low in lexicon.ROLES:
            start -= 1
        while start > begin and tokens[start - 1].low in lexicon.ARTICLES and tokens[start].kind == NAME:
            start -= 1
        if start > begin and tokens[start - 1].low in lexicon.PREPOSITIONS:
            return None
        return NounPhrase(start, stop)
    for at in range(end - 1, begin - 1, -1):
        if tokens[at].low in lexicon.ARTICLES:
            return NounPhrase(at, end) if at == begin or tokens[at - 1].low not in lexicon.PREPOSITIONS else None
    return None
