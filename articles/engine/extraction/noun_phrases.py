"""Noun phrases: find the words around a verb that name its subject.

In "UK Chief of General Staff Mark Carleton-Smith said" the subject is all that stands before the verb; in "Keith
Preston, chief editor, said" what stands before the insertion; in "In an interview with Press TV on Sunday, Lavrov said"
only the last word; in "said Kremlin spokesman Dmitry Peskov on Thursday" what follows as far as the preposition. No
parser: closed classes of words (`languages.english.lexicon`, `languages.english.reporting_verbs`) and capital letters
mark out where a noun phrase can begin and end.
"""

from dataclasses import dataclass

from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.reporting_verbs import (
    AMBIGUOUS_FORMS,
    FINITE_SAYING_FORMS,
    VERB_FORMS,
)
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, QUOTE, Token, is_dash
from articles.engine.text.person_names import TITLES, is_forename


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens `begin` to `end` of a sentence.

    For a relative pronoun ("who"), `antecedent` is the place of the noun phrase that it refers to.
    """

    begin: int
    end: int
    antecedent: tuple[int, int] | None = None


_PERSONAL_SUBJECTS = lexicon.SUBJECT_PRONOUNS - {"one"}
_NON_RELATIVE_PRONOUNS = lexicon.SUBJECT_PRONOUNS - lexicon.RELATIVE_PRONOUNS
_SKIPPED_OPENERS = lexicon.ADVERBS | lexicon.CONJUNCTIONS
_UNAMBIGUOUS_SAYING_FORMS = FINITE_SAYING_FORMS - AMBIGUOUS_FORMS
_PHRASE_DETERMINERS = lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.DETERMINERS
#: The longest name with its offices, in tokens; a longer phrase before a verb is half a sentence.
MAX_NOUN_PHRASE_TOKENS = 14
#: The most pieces between commas that separate a name from its verb ("Doe, 45, a nurse from Flint, Mich., said").
MAX_INSERTIONS = 6
#: The longest dateline, in tokens ("HEMPSTEAD, N.Y., Sept. 26 (UPI) --").
MAX_DATELINE_TOKENS = 14


def find_subject_before(tokens: list[Token], verb: int, floor: int = 0) -> NounPhrase | None:
    """Find the subject that precedes the verb at `verb`; nothing left of `floor` is considered."""
    end = _skip_verb_modifiers_left(tokens, verb, floor)
    if end > floor and tokens[end - 1].low == "to":
        return None  # an infinitive has its subject elsewhere: "would do better to say"
    phrase = _find_subject_ending_at(tokens, end, floor)
    return phrase if phrase is None else _resolve_apposition(tokens, phrase, floor)


def _resolve_apposition(tokens: list[Token], subject: NounPhrase, floor: int) -> NounPhrase:
    """Return the name where a comma is missing behind the apposition.

    "Doug Andres, a spokesman for the speaker told the Post": Doug Andres is the subject.
    """
    begin = subject.begin
    if begin - 2 <= floor or tokens[begin].low not in lexicon.ARTICLES:
        return subject
    if tokens[begin - 1].low in lexicon.ADVERBS:
        begin -= 1  # "McConnell, now the majority leader"
    if begin - 2 < floor or tokens[begin - 1].text != ",":
        return subject
    runs = find_name_runs(tokens, max(floor, begin - 7), begin - 1)
    if not runs or runs[-1][1] != begin - 1 or runs[-1][1] - runs[-1][0] < 2:
        return subject
    name = runs[-1][0]
    starts = name == floor or tokens[name - 1].kind in (POINT, QUOTE) or tokens[name - 1].low in lexicon.CONJUNCTIONS
    return NounPhrase(name, begin - 1) if starts and is_forename(tokens[name].text) else subject


def find_subject_after(tokens: list[Token], verb: int, stop: int) -> NounPhrase | None:
    """Find the subject that follows its verb: said Lavrov; said a spokesman for the ministry."""
    begin = verb + 1
    while begin < stop and tokens[begin].low in lexicon.ADVERBS:
        begin += 1
    if begin >= stop or (not _can_begin_noun_phrase(tokens[begin]) and not _leads_to_name(tokens, begin, stop)):
        return None
    if tokens[begin].low in lexicon.INDEFINITE_PRONOUNS and (
        begin + 1 >= stop or tokens[begin + 1].kind == POINT or tokens[begin + 1].low in lexicon.PREPOSITIONS
    ):
        return (
            NounPhrase(begin, begin + 1)
            if begin + 1 >= stop or tokens[begin + 1].low != "of"
            else NounPhrase(begin, min(stop, begin + 4))
        )
    if strip_contraction(tokens[begin]) in _PERSONAL_SUBJECTS:
        return NounPhrase(begin, begin + 1)
    end = begin
    while end < stop and end - begin < MAX_NOUN_PHRASE_TOKENS and _can_extend_right(tokens, begin, end, stop):
        end += 1
    return NounPhrase(begin, end) if end > begin and _can_name_speaker(tokens, begin, end) else None


def find_noun_phrase_before(tokens: list[Token], end: int, floor: int = 0) -> NounPhrase | None:
    """Find the noun phrase that ends just before `end`, whatever it is subject of."""
    return _parse_noun_phrase(tokens, end, floor) if end > floor else None


def find_sentence_subject(tokens: list[Token], stop: int, floor: int = 0) -> NounPhrase | None:
    """Find the subject of the sentence's first clause, past a dateline and an opening adverbial."""
    at = skip_dateline(tokens, floor, stop)
    at = _skip_adverbial(tokens, at, stop)
    while at < stop and (tokens[at].kind in (POINT, QUOTE) or tokens[at].low in _SKIPPED_OPENERS):
        at += 1
    if at >= stop:
        return None
    if strip_contraction(tokens[at]) in _NON_RELATIVE_PRONOUNS:
        return NounPhrase(at, at + 1)
    if not _can_begin_noun_phrase(tokens[at]):
        return next(
            (NounPhrase(*run) for run in find_name_runs(tokens, at, min(stop, at + MAX_NOUN_PHRASE_TOKENS))), None
        )
    end = at
    while (
        end < stop
        and end - at < MAX_NOUN_PHRASE_TOKENS
        and _can_extend_right(tokens, at, end, stop)
        and not _is_past_tense(tokens, at, end)
    ):
        end += 1
    return NounPhrase(at, end) if end > at and _can_name_speaker(tokens, at, end) else None


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


def _skip_verb_modifiers_left(tokens: list[Token], verb: int, floor: int) -> int:
    """Step left over auxiliaries, adverbs, days and "went on to" between a subject and its verb."""
    at = verb
    while at > floor:
        token = tokens[at - 1]
        low = token.low
        if low in lexicon.AUXILIARIES or low in lexicon.ADVERBS or (token.kind == LOWER and low.endswith("ly")):
            at -= 1
        elif low == "to" and at - 1 > floor and tokens[at - 2].low in lexicon.CATENATIVE_WORDS:
            at -= 1
            while at > floor and tokens[at - 1].low in lexicon.CATENATIVE_WORDS:
                at -= 1
        elif token.kind == NAME and low in lexicon.TEMPORAL_WORDS and at - 1 > floor:
            at -= 1
            if tokens[at - 1].low in ("on", "last", "late", "early"):
                at -= 1
        else:
            break
    return at


def _find_subject_ending_at(tokens: list[Token], end: int, floor: int) -> NounPhrase | None:
    if end <= floor:
        return None
    token = tokens[end - 1]
    low = strip_contraction(token)
    if token.kind == QUOTE or (low == "that" and end >= len(tokens)):
        return None
    if low in lexicon.RELATIVE_PRONOUNS:
        return _resolve_relative_pronoun(tokens, end, floor)
    if low in lexicon.SUBJECT_PRONOUNS:
        return NounPhrase(end - 1, end)
    if token.text in (")", "]"):
        opening = _find_opening_bracket(tokens, end - 1, floor)
        return _find_subject_ending_at(tokens, opening, floor) if opening is not None else None
    if token.text == "," or is_dash(token):
        return _find_subject_before_insertion(tokens, end - 1, floor)
    if token.kind == POINT:
        return None
    return _parse_noun_phrase(tokens, end, floor)


def _resolve_relative_pronoun(tokens: list[Token], end: int, floor: int) -> NounPhrase | None:
    """Resolve "who" to the noun phrase before it: "Kerry, who expressed concern"."""
    at = end - 1
    while at > floor and (
        tokens[at - 1].text in (",", "(") or is_dash(tokens[at - 1]) or tokens[at - 1].low in ("and", "with", "of")
    ):
        at -= 1
    if at > floor and tokens[at - 1].text in (")", ","):
        antecedent = _find_subject_ending_at(tokens, at, floor)
    else:
        antecedent = _find_antecedent(tokens, at, floor) if at > floor and tokens[at - 1].kind != QUOTE else None
    if antecedent is None:
        return NounPhrase(end - 1, end) if tokens[end - 1].low != "that" else None
    if tokens[end - 1].low == "that" and not _opens_with_article(tokens, antecedent):
        return None  # "said that": a conjunction here
    if tokens[at - 1].text == ",":
        antecedent = _resolve_apposition(tokens, antecedent, floor)
    return NounPhrase(end - 1, end, antecedent.antecedent or (antecedent.begin, antecedent.end))


def _find_antecedent(tokens: list[Token], end: int, floor: int) -> NounPhrase | None:
    """Find the noun of a relative clause, whatever governs it: "turned to the Chicago Police Department, which"."""
    runs = find_name_runs(tokens, max(floor, end - MAX_NOUN_PHRASE_TOKENS), end)
    if runs and runs[-1][1] == end:
        begin = runs[-1][0]
        while (
            begin > floor
            and tokens[begin - 1].kind == LOWER
            and (tokens[begin - 1].low in lexicon.ROLES or tokens[begin - 1].low in lexicon.ARTICLES)
        ):
            begin -= 1
        return NounPhrase(begin, end)
    for at in range(end - 1, max(floor, end - MAX_NOUN_PHRASE_TOKENS) - 1, -1):
        if tokens[at].kind in (POINT, QUOTE):
            break
        if tokens[at].low in lexicon.ARTICLES or tokens[at].low in lexicon.POSSESSIVES:
            return NounPhrase(at, end)
    return _parse_noun_phrase(tokens, end, floor)


def _opens_with_article(tokens: list[Token], phrase: NounPhrase) -> bool:
    return tokens[phrase.begin].low in lexicon.ARTICLES


def _find_opening_bracket(tokens: list[Token], closing: int, floor: int) -> int | None:
    bracket = "(" if tokens[closing].text == ")" else "["
    for at in range(closing - 1, max(floor, closing - 3 * MAX_NOUN_PHRASE_TOKENS) - 1, -1):
        if tokens[at].text == bracket:
            return at
    return None


def _find_subject_before_insertion(tokens: list[Token], comma: int, floor: int) -> NounPhrase | None:
    """Find the subject left of the pieces that only describe it: "Jane Doe, 45, a nurse from Flint, Mich., said"."""
    end = comma
    mark = tokens[comma].text
    for _ in range(MAX_INSERTIONS):
        begin = _find_insertion_begin(tokens, end, floor, mark)
        if begin <= floor or not _is_apposition(tokens, begin, end):
            break
        end = begin - 1
        if mark != ",":
            break
    if end <= floor:
        return None
    return _find_subject_ending_at(tokens, end, floor) if tokens[end - 1].text != "," else None


def _find_insertion_begin(tokens: list[Token], end: int, floor: int, mark: str) -> int:
    at = end
    while at > floor:
        token = tokens[at - 1]
        if token.text == mark or (mark != "," and is_dash(token)):
            return at
        if token.text in (";", ":"):
            return floor
        at -= 1
    return floor


def _is_apposition(tokens: list[Token], begin: int, end: int) -> bool:
    """Return whether the piece between two commas describes what precedes it, rather than begins the sentence."""
    if begin >= end:
        return False
    first = tokens[begin]
    if first.kind == NUMBER or first.low in lexicon.APPOSITION_OPENERS:
        return first.low not in ("the", "a", "an") or not _looks_like_clause(tokens, begin, end)
    if first.kind == LOWER:
        return strip_contraction(first) not in lexicon.SUBJECT_PRONOUNS
    if first.kind != NAME:
        return False
    # Capitalised: a place ("Mich.", "Texas") or an office ("Democrat of Nevada") describes; a person's name does not.
    if first.low[:2] in lexicon.PARTY_PREFIXES:
        return True
    if (first.low.rstrip(".") in TITLES and begin + 1 < end and is_name(tokens[begin + 1])) or is_forename(first.text):
        return False
    return (
        first.low in lexicon.PLACES
        or first.low.rstrip(".") in lexicon.ABBREVIATIONS
        or first.low in lexicon.ROLES
        or first.text.isupper()
    )


def _looks_like_clause(tokens: list[Token], begin: int, end: int) -> bool:
    return any(
        t.low in lexicon.FORMS_OF_BE or t.low in _UNAMBIGUOUS_SAYING_FORMS for t in tokens[begin:end]
    ) and not any(t.low in lexicon.RELATIVE_PRONOUNS for t in tokens[begin:end])


def _parse_noun_phrase(tokens: list[Token], end: int, floor: int) -> NounPhrase | None:
    """Parse the noun phrase that ends just before `end`."""
    begin = end
    while begin > floor and end - begin < 2 * MAX_NOUN_PHRASE_TOKENS and _can_extend_left(tokens, begin, end, floor):
        begin -= 1
    while (
        begin < end
        and (tokens[begin].low in lexicon.CONJUNCTIONS or tokens[begin].kind == POINT)
        and not is_name(tokens[begin])
    ):
        if tokens[begin].low in lexicon.PREPOSITIONS:
            break
        begin += 1
    if begin >= end:
        return None
    phrase = _trim_noun_phrase(tokens, begin, end)
    if (
        phrase is None
        and tokens[begin].low in lexicon.PREPOSITIONS
        and begin > floor
        and tokens[begin - 1].kind != POINT
    ):
        return _find_subject_ending_at(tokens, begin, floor)  # "who in 2010 said"
    if phrase is None and begin > floor and tokens[begin - 1].low == "who":
        relative = _resolve_relative_pronoun(tokens, begin, floor)  # "the guru who founded the site tweeted"
        return NounPhrase(*relative.antecedent) if relative is not None and relative.antecedent is not None else None
    return phrase


def _can_extend_left(tokens: list[Token], begin: int, end: int, floor: int) -> bool:
    token = tokens[begin - 1]
    low = token.low
    if begin < end and _opens_phrase(tokens[begin]):
        return token.kind == LOWER and low in lexicon.NOUN_LINKING_PREPOSITIONS
    if token.kind == POINT:
        return token.text in ("&", "/", "'")
    if token.kind == QUOTE:
        return begin - 2 >= floor and begin < end and is_name(tokens[begin]) and is_name(tokens[begin - 2])
    if low == "and":
        if begin >= end or begin - 2 < floor:
            return False
        return (is_name(tokens[begin]) and is_name(tokens[begin - 2])) or tokens[begin - 2].low in lexicon.ROLES
    if token.kind == NAME:
        return low not in lexicon.CAPITALIZED_NON_NAMES or low in _PHRASE_DETERMINERS
    if (
        low in lexicon.CLAUSE_OPENERS
        or low in lexicon.RELATIVE_PRONOUNS
        or low in lexicon.AUXILIARIES
        or low in ("as",)
    ):
        return False
    if (
        low in VERB_FORMS
        and low not in AMBIGUOUS_FORMS
        and not (low.endswith("ed") and begin < end and is_name(tokens[begin]) is False)
    ):
        return False
    return strip_contraction(token) not in _PERSONAL_SUBJECTS


def _opens_phrase(token: Token) -> bool:
    """Return whether an article or a possessive begins a noun phrase here.

    Only a preposition ties such a phrase to more words on its left.
    """
    return token.kind != QUOTE and (token.low in lexicon.ARTICLES or token.low in lexicon.POSSESSIVES)


def _trim_noun_phrase(tokens: list[Token], begin: int, end: int) -> NounPhrase | None:
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
    return (
        low in lexicon.DETERMINERS
        or low in lexicon.ROLES
        or (low.endswith("s") and low.rstrip("s") in lexicon.ROLES)
        or not (low.endswith(("ed", "ing", "ly")) or low in lexicon.ADVERBS or low in lexicon.TEMPORAL_WORDS)
    )


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


def _can_begin_noun_phrase(token: Token) -> bool:
    low = token.low
    if token.kind == NAME:
        return (
            low not in lexicon.CAPITALIZED_NON_NAMES
            or low in lexicon.DETERMINERS
            or strip_contraction(token) in lexicon.SUBJECT_PRONOUNS
        )
    if token.kind != LOWER:
        return False
    if (
        low in lexicon.DETERMINERS
        or strip_contraction(token) in lexicon.SUBJECT_PRONOUNS
        or low in lexicon.ROLES
        or low.rstrip("s") in lexicon.ROLES
    ):
        return low not in ("that", "this", "those", "these")
    return low in _PHRASE_OPENERS


#: Adjectives and nouns that begin a noun phrase without an article: "former", "police", "critics".
_PHRASE_OPENERS = frozenset(
    """former senior fellow longtime campaign sources police officials critics supporters state local political
    veteran people sen rep white conservative liberal deputy vice news company""".split()
)


def _leads_to_name(tokens: list[Token], begin: int, stop: int) -> bool:
    """Recognise adjectives and nouns up to a name or office: "said undecided Republican voter Stephanie Hooton"."""
    for at in range(begin, min(stop, begin + 6)):
        token = tokens[at]
        if at > begin and (is_name(token) or token.low in lexicon.ROLES or token.low.rstrip("s") in lexicon.ROLES):
            return True
        if token.kind == NUMBER or token.text == "/":
            continue
        if (
            token.kind != LOWER
            or token.low in lexicon.PREPOSITIONS
            or token.low in lexicon.CONJUNCTIONS
            or token.low in lexicon.AUXILIARIES
        ):
            return False
        if (
            token.low in VERB_FORMS
            or token.low in lexicon.ADVERBS
            or token.low in lexicon.TEMPORAL_WORDS
            or token.low in lexicon.RELATIVE_PRONOUNS
        ):
            return False
    return False


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
    return not is_name(tokens[at - 1]) or low in lexicon.ROLES or tokens[at - 1].low in lexicon.NATIONALITIES


def _links_noun(tokens: list[Token], at: int, stop: int) -> bool:
    """Return whether a preposition ties more to the noun before it: "a spokesman *for* the ministry"."""
    low, previous = tokens[at].low, tokens[at - 1]
    if at + 1 >= stop:
        return False
    if is_name(previous):
        return low == "of" and is_name(tokens[at + 1])
    return low in ("of", "for", "at", "with", "from", "in") or (low == "to" and previous.low in lexicon.ROLES)


def _is_past_tense(tokens: list[Token], begin: int, at: int) -> bool:
    token = tokens[at]
    return at > begin and token.kind == LOWER and token.low.endswith("ed") and len(token.low) > 4


def _can_name_speaker(tokens: list[Token], begin: int, end: int) -> bool:
    return any(
        is_name(t) or t.text.endswith("-year-old") or (t.kind == LOWER and t.low not in lexicon.DETERMINERS)
        for t in tokens[begin:end]
    )


def _is_name_particle(tokens: list[Token], at: int, stop: int) -> bool:
    return (
        tokens[at].low in lexicon.NAME_PARTICLES
        and at + 1 < stop
        and (is_name(tokens[at + 1]) or tokens[at + 1].low in lexicon.NAME_PARTICLES)
        and is_name(tokens[at - 1])
    )


def skip_dateline(tokens: list[Token], floor: int, stop: int) -> int:
    """Skip "MOSCOW, November 17 (Reuters) -"; return `floor` where there is none."""
    if floor >= stop or (not tokens[floor].text.isupper() and tokens[floor].low not in lexicon.PLACES):
        return floor
    for at in range(floor, min(stop, floor + MAX_DATELINE_TOKENS)):
        token = tokens[at]
        if is_dash(token) and at + 1 < stop:
            return at + 1
        if token.kind == LOWER or token.kind == QUOTE:
            return floor
    return floor


def _skip_adverbial(tokens: list[Token], at: int, stop: int) -> int:
    """Skip "At a campaign event in Ames, Iowa, on Sunday," and "A few days later,".

    Without a comma, the adverbial is none.
    """
    for _ in range(5):
        if at >= stop:
            return at
        low = tokens[at].low
        if low in ("and", "but") and at + 1 < stop:
            at += 1
            continue
        comma = next((k for k in range(at, stop) if tokens[k].text == ","), None)
        if comma == at + 1 and low in lexicon.CAPITALIZED_NON_NAMES:
            at += 2  # "However, he characterized"
            continue
        if comma is None or not (_opens_adverbial(tokens, at) or _is_time_or_place(tokens, at, comma)):
            return at
        at = comma + 1
    return at


def _opens_adverbial(tokens: list[Token], at: int) -> bool:
    low = tokens[at].low
    return (
        low in lexicon.PREPOSITIONS
        or low in lexicon.CONJUNCTIONS
        or low.endswith("ing")
        or low in lexicon.ADVERBIAL_OPENERS
    )


def _is_time_or_place(tokens: list[Token], at: int, comma: int) -> bool:
    """Recognise an adverbial of time or place: "A few days later", "Iowa", "Colo."."""
    last = tokens[comma - 1].low.rstrip(".")
    if comma - at <= 2 and (last in lexicon.PLACES or last in lexicon.ABBREVIATIONS):
        return True
    return comma - at <= 6 and (
        last in lexicon.TIME_NOUNS
        or last in lexicon.TEMPORAL_WORDS
        or (tokens[comma - 1].kind == NUMBER and comma - at > 1)
    )
