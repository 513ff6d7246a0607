"""Clause subjects: the noun phrase that is the subject of a verb or of a sentence.

In "Keith Preston, chief editor, said" the subject is what stands before the insertion; in "In an interview with Press
TV on Sunday, Lavrov said" only the last word; in "Kerry, who expressed concern" the phrase before the pronoun.
`noun_phrases` tells where a phrase begins and ends.
"""

from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.reporting_verbs import AMBIGUOUS_FORMS, FINITE_SAYING_FORMS
from articles.engine.extraction.noun_phrases import (
    MAX_NOUN_PHRASE_TOKENS,
    PERSONAL_SUBJECTS,
    NounPhrase,
    can_begin_noun_phrase,
    can_extend_left,
    can_name_speaker,
    find_name_runs,
    find_noun_phrase_end,
    is_name,
    is_personal_name,
    is_role,
    leads_to_name,
    strip_contraction,
    trim_noun_phrase,
)
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, QUOTE, Token, is_dash
from articles.engine.text.person_names import TITLES, is_forename

#: The most pieces between commas that separate a name from its verb ("Doe, 45, a nurse from Flint, Mich., said").
MAX_INSERTIONS = 6
#: The longest dateline, in tokens ("HEMPSTEAD, N.Y., Sept. 26 (UPI) --").
MAX_DATELINE_TOKENS = 14
_NON_RELATIVE_PRONOUNS = lexicon.SUBJECT_PRONOUNS - lexicon.RELATIVE_PRONOUNS
_SKIPPED_OPENERS = lexicon.ADVERBS | lexicon.CONJUNCTIONS
_CLAUSE_VERBS = lexicon.FORMS_OF_BE | (FINITE_SAYING_FORMS - AMBIGUOUS_FORMS)
_DESCRIBING_WORDS = lexicon.PLACES | lexicon.ROLES
_ADVERBIAL_OPENERS = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.ADVERBIAL_OPENERS


def find_subject_before(tokens: list[Token], verb: int, floor: int = 0) -> NounPhrase | None:
    """Find the subject that precedes the verb at `verb`; nothing left of `floor` is considered."""
    end = _skip_verb_modifiers_left(tokens, verb, floor)
    if end > floor and tokens[end - 1].low == "to":
        return None  # an infinitive has its subject elsewhere: "would do better to say"
    phrase = _find_subject_ending_at(tokens, end, floor)
    return phrase if phrase is None else _resolve_apposition(tokens, phrase, floor)


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
    if tokens[end - 1].low == "that" and tokens[antecedent.begin].low not in lexicon.ARTICLES:
        return None  # "said that": a conjunction here
    antecedent = _resolve_apposition(tokens, antecedent, floor)
    return NounPhrase(end - 1, end, antecedent.antecedent or (antecedent.begin, antecedent.end))


def _find_antecedent(tokens: list[Token], end: int, floor: int) -> NounPhrase | None:
    """Find the noun of a relative clause, whatever governs it: "turned to the Chicago Police Department, which"."""
    runs = find_name_runs(tokens, max(floor, end - MAX_NOUN_PHRASE_TOKENS), end)
    if runs and runs[-1][1] == end:
        begin = runs[-1][0]
        if len(runs) > 1 and tokens[begin].low in lexicon.PLACES and runs[-2][1] == begin - 1:
            return NounPhrase(*runs[-2])  # "the Dialogue Group in Turkey, which says"
        while begin > floor and tokens[begin - 1].kind == LOWER and tokens[begin - 1].low in _ANTECEDENT_OPENERS:
            begin -= 1
        return NounPhrase(begin, end)
    for at in range(end - 1, max(floor, end - MAX_NOUN_PHRASE_TOKENS) - 1, -1):
        if tokens[at].kind in (POINT, QUOTE):
            break
        if tokens[at].low in lexicon.ARTICLES or tokens[at].low in lexicon.POSSESSIVES:
            return NounPhrase(at, end)
    return _parse_noun_phrase(tokens, end, floor)


_ANTECEDENT_OPENERS = lexicon.ROLES | lexicon.ARTICLES


def _find_opening_bracket(tokens: list[Token], closing: int, floor: int) -> int | None:
    bracket = "(" if tokens[closing].text == ")" else "["
    places = range(closing - 1, max(floor, closing - 3 * MAX_NOUN_PHRASE_TOKENS) - 1, -1)
    return next((at for at in places if tokens[at].text == bracket), None)


def _find_subject_before_insertion(tokens: list[Token], comma: int, floor: int) -> NounPhrase | None:
    """Find the subject among the pieces before the verb: the personal name, or what stands left of descriptions.

    "Jane Doe, 45, a nurse from Flint, Mich., said"; "the UN's envoy, Jane Doe, said".
    """
    end = comma
    mark = tokens[comma].text
    for _ in range(MAX_INSERTIONS):
        begin = _find_insertion_begin(tokens, end, floor, mark)
        if mark == "," and _is_personal_name_piece(tokens, begin, end, floor):
            break
        if begin <= floor or not _is_apposition(tokens, begin, end, floor):
            break
        end = begin - 1
        if mark != ",":
            break
    if end <= floor:
        return None
    return _find_subject_ending_at(tokens, end, floor) if tokens[end - 1].text != "," else None


def _is_personal_name_piece(tokens: list[Token], begin: int, end: int, floor: int) -> bool:
    """Return whether a piece between commas ends with the name of a person that no preposition governs."""
    runs = find_name_runs(tokens, begin, end)
    if not runs or runs[-1][1] != end:
        return False
    first, last = runs[-1]
    if any(tokens[k].low in lexicon.PREPOSITIONS for k in range(begin, first)) or tokens[end - 1].low.endswith("'s"):
        return False
    return is_personal_name(tokens, first, last) and (first == begin or tokens[first - 1].kind == LOWER)


def _find_insertion_begin(tokens: list[Token], end: int, floor: int, mark: str) -> int:
    for at in range(end, floor, -1):
        token = tokens[at - 1]
        if token.text == mark or (mark != "," and is_dash(token)):
            return at
        if token.text in (";", ":"):
            break
    return floor


def _is_apposition(tokens: list[Token], begin: int, end: int, floor: int) -> bool:
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
        return _is_office(tokens, begin, end)
    if first.low in _DESCRIBING_WORDS or first.low.rstrip(".") in lexicon.ABBREVIATIONS or first.text.isupper():
        return True
    return _is_office(tokens, begin, end) or _continues_place(tokens, begin, end, floor)


def _is_office(tokens: list[Token], begin: int, end: int) -> bool:
    """Recognise an office behind a name: "Senior Vice President of Sales", "NASA's associate administrator"."""
    head = next((k for k in range(begin + 1, end) if tokens[k].low in lexicon.PREPOSITIONS), end)
    low = tokens[head - 1].low
    if tokens[begin].low.endswith(("'s", "s'")):
        return tokens[head - 1].kind == LOWER
    return head < end and tokens[head].low in ("of", "at", "for", "and") and (is_role(low) or low in TITLES)


def _continues_place(tokens: list[Token], begin: int, end: int, floor: int) -> bool:
    """Recognise the second half of a place: "from Tynemouth, *North Tyneside*, said"."""
    if any(not is_name(token) for token in tokens[begin:end]) or begin < floor + 2:
        return False
    runs = find_name_runs(tokens, max(floor, begin - 6), begin - 1)
    return bool(runs) and runs[-1][1] == begin - 1 and tokens[runs[-1][0] - 1].low in ("from", "in", "of", "near", "at")


def _looks_like_clause(tokens: list[Token], begin: int, end: int) -> bool:
    words = {t.low for t in tokens[begin:end]}
    return not _CLAUSE_VERBS.isdisjoint(words) and lexicon.RELATIVE_PRONOUNS.isdisjoint(words)


def _resolve_apposition(tokens: list[Token], subject: NounPhrase, floor: int) -> NounPhrase:
    """Return the name where no comma closes the apposition: "Doug Andres, a spokesman for the speaker told"."""
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


def find_noun_phrase_before(tokens: list[Token], end: int, floor: int = 0) -> NounPhrase | None:
    """Find the noun phrase that ends just before `end`, whatever it is subject of."""
    return _parse_noun_phrase(tokens, end, floor) if end > floor else None


def _parse_noun_phrase(tokens: list[Token], end: int, floor: int) -> NounPhrase | None:
    """Parse the noun phrase that ends just before `end`."""
    begin = end
    while begin > floor and end - begin < 2 * MAX_NOUN_PHRASE_TOKENS and can_extend_left(tokens, begin, end, floor):
        begin -= 1
    while begin < end and not is_name(tokens[begin]) and _joins_phrase(tokens[begin]):
        begin += 1
    if begin >= end:
        return None
    phrase = trim_noun_phrase(tokens, begin, end)
    if phrase is not None or begin <= floor:
        return phrase
    if tokens[begin].low in lexicon.PREPOSITIONS and tokens[begin - 1].kind != POINT:
        return _find_subject_ending_at(tokens, begin, floor)  # "who in 2010 said"
    if tokens[begin - 1].low == "who":
        relative = _resolve_relative_pronoun(tokens, begin, floor)  # "the guru who founded the site tweeted"
        return NounPhrase(*relative.antecedent) if relative is not None and relative.antecedent is not None else None
    return None


def _joins_phrase(token: Token) -> bool:
    return (token.low in lexicon.CONJUNCTIONS or token.kind == POINT) and token.low not in lexicon.PREPOSITIONS


def find_subject_after(tokens: list[Token], verb: int, stop: int) -> NounPhrase | None:
    """Find the subject that follows its verb: said Lavrov; said a spokesman for the ministry."""
    begin = verb + 1
    while begin < stop and tokens[begin].low in lexicon.ADVERBS:
        begin += 1
    if begin >= stop or not (can_begin_noun_phrase(tokens[begin]) or leads_to_name(tokens, begin, stop)):
        return None
    following = tokens[begin + 1] if begin + 1 < stop else None
    if tokens[begin].low in lexicon.INDEFINITE_PRONOUNS and (
        following is None or following.kind == POINT or following.low in lexicon.PREPOSITIONS
    ):
        return NounPhrase(begin, min(stop, begin + 4) if following is not None and following.low == "of" else begin + 1)
    if strip_contraction(tokens[begin]) in PERSONAL_SUBJECTS:
        return NounPhrase(begin, begin + 1)
    end = find_noun_phrase_end(tokens, begin, stop)
    return _find_named_apposition(tokens, begin, end, stop) or _build_named_phrase(tokens, begin, end)


def _find_named_apposition(tokens: list[Token], begin: int, end: int, stop: int) -> NounPhrase | None:
    """Find the name behind a description: "says the former editor of the Standard, *George Osborne*"."""
    if end + 1 >= stop or tokens[end].text != "," or end == begin:
        return None
    owned = tokens[begin].low.endswith(("'s", "s'")) and end - begin > 1
    if tokens[begin].low not in _DESCRIPTION_OPENERS and not owned:
        return None
    runs = find_name_runs(tokens, end + 1, min(stop, end + 7))
    if not runs or runs[0][0] != end + 1:
        return None
    first, last = runs[0]
    office = any(token.kind == LOWER and is_role(token.low) for token in tokens[begin:end]) and last - first in (2, 3)
    body = any(token.low in lexicon.ORGANIZATION_WORDS or token.low in lexicon.PLACES for token in tokens[first:last])
    return NounPhrase(first, last) if is_personal_name(tokens, first, last) or (office and not body) else None


_DESCRIPTION_OPENERS = lexicon.ARTICLES | lexicon.POSSESSIVES


def _build_named_phrase(tokens: list[Token], begin: int, end: int) -> NounPhrase | None:
    return NounPhrase(begin, end) if end > begin and can_name_speaker(tokens, begin, end) else None


def find_sentence_subject(tokens: list[Token], stop: int, floor: int = 0) -> NounPhrase | None:
    """Find the subject of the sentence's first clause, past a dateline and an opening adverbial."""
    at = _skip_adverbial(tokens, skip_dateline(tokens, floor, stop), stop)
    while at < stop and (tokens[at].kind in (POINT, QUOTE) or tokens[at].low in _SKIPPED_OPENERS):
        at += 1
    if at >= stop:
        return None
    if strip_contraction(tokens[at]) in _NON_RELATIVE_PRONOUNS:
        return NounPhrase(at, at + 1)
    if not can_begin_noun_phrase(tokens[at]):
        runs = find_name_runs(tokens, at, min(stop, at + MAX_NOUN_PHRASE_TOKENS))
        return NounPhrase(*runs[0]) if runs else None
    return _build_named_phrase(tokens, at, find_noun_phrase_end(tokens, at, stop, past_tense=False))


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
    """Skip "At a campaign event in Ames, Iowa, on Sunday," and "A few days later,"; without a comma it is none."""
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
        if comma is None or not (_opens_adverbial(low) or _is_time_or_place(tokens, at, comma)):
            return at
        at = comma + 1
    return at


def _opens_adverbial(low: str) -> bool:
    return low in _ADVERBIAL_OPENERS or low.endswith("ing")


def _is_time_or_place(tokens: list[Token], at: int, comma: int) -> bool:
    """Recognise an adverbial of time or place: "A few days later", "Iowa", "Colo."."""
    last = tokens[comma - 1].low.rstrip(".")
    if comma - at <= 2 and (last in lexicon.PLACES or last in lexicon.ABBREVIATIONS):
        return True
    dated = last in lexicon.TIME_NOUNS or last in lexicon.TEMPORAL_WORDS
    return comma - at <= 6 and (dated or (tokens[comma - 1].kind == NUMBER and comma - at > 1))
