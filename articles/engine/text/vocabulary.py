"""English word lists that decide how serious a change of wording is.

"and pledged not to take any action" without its "not" promises the opposite; "I would say sparing" without "I would
say" is surer than the speaker was. The words of negation, doubt, amount, number, time and person are listed in
``data/vocabulary_en.toml``, as folded keys (`tokenization.normalize_token`)::

    >>> is_negation("don't"), is_negation("not"), is_negation("note")
    (True, True, False)
    >>> expand_contraction("don't"), parse_number("twenty"), parse_number("1,000")
    (('do', 'not'), 20.0, 1000.0)

The lists are English, since translations into English are what is mostly compared; `vocabulary_de_ru` adds German and
Russian words. Words of other languages count as content. `aliases` holds names that mean the same, and
`comparison.change_classifier` decides what a listed word implies.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from articles.engine.text import vocabulary_de_ru
from articles.engine.text.word_lists import load_word_lists

_LISTS = load_word_lists("vocabulary_en")


def _get_groups(name: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in _LISTS.get_phrases(name))


ARTICLES = _LISTS.get_words("articles")
STOP_WORDS = _LISTS.get_words("stop_words")
CLAUSE_CONNECTIVES = _LISTS.get_words("clause_connectives")
FUNCTION_WORDS = ARTICLES | _LISTS.get_words("function_words") | vocabulary_de_ru.FUNCTION_WORDS

NEGATIONS = _LISTS.get_words("negations") | vocabulary_de_ru.NEGATIONS
NEGATION_PHRASES = (*_LISTS.get_phrases("negation_phrases"), *vocabulary_de_ru.NEGATION_PHRASES)
_NEGATIVE_PREFIXES = (*_LISTS.get_phrases("negative_prefixes"), *vocabulary_de_ru.NEGATIVE_PREFIXES)

HEDGES = _LISTS.get_words("hedges") | vocabulary_de_ru.HEDGES
HEDGE_PHRASES = (*_LISTS.get_phrases("hedge_phrases"), *vocabulary_de_ru.HEDGE_PHRASES)
CONDITIONS = _LISTS.get_words("conditions") | vocabulary_de_ru.CONDITIONS
QUANTIFIERS = _LISTS.get_words("quantifiers") | vocabulary_de_ru.QUANTIFIERS
QUANTITY_BOUNDS = (*_LISTS.get_phrases("quantity_bounds"), *vocabulary_de_ru.QUANTITY_BOUNDS)
FOCUS_PARTICLES = _LISTS.get_words("focus_particles") | vocabulary_de_ru.FOCUS_PARTICLES
NEGATIVE_INDEFINITES = frozenset(_LISTS.get_phrases("negative_indefinites")) | vocabulary_de_ru.NEGATIVE_INDEFINITES
_AMOUNT_SYNONYMS = _get_groups("amount_synonyms") + vocabulary_de_ru.AMOUNT_SYNONYMS
HONORIFICS = _LISTS.get_words("honorifics")
NEGATION_SCOPE_WORDS = QUANTIFIERS | _LISTS.get_words("negation_scope_words") | vocabulary_de_ru.NEGATION_SCOPE_WORDS

_NUMBER_WORDS = {
    word: float(number) for number, words in _LISTS.get_mapping("number_words").items() for word in words.split()
}
ORDINALS = {word: float(number) for number, word in enumerate(_LISTS.get_phrases("ordinals"), start=1)}
_MAGNITUDE_WORDS = frozenset((1e2, 1e3, 1e6, 1e9, 1e12))
_FIGURES = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(k|m|mn|bn|b|tn|km|th|st|nd|rd|s|%)?")
_MAGNITUDES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
PERCENT = _LISTS.get_words("percent")
CURRENCIES = _LISTS.get_words("currencies")

UNITS = CURRENCIES | PERCENT | _LISTS.get_words("units")

DATE_WORDS = _LISTS.get_words("date_words") | vocabulary_de_ru.DATE_WORDS
PROPER_NAMES = _LISTS.get_words("proper_names")

FIRST_PERSON_PRONOUNS = _LISTS.get_words("first_person_pronouns") | vocabulary_de_ru.FIRST_PERSON_PRONOUNS
OTHER_PERSON_PRONOUNS = _LISTS.get_words("other_person_pronouns") | vocabulary_de_ru.OTHER_PERSON_PRONOUNS
PERSONAL_PRONOUNS = FIRST_PERSON_PRONOUNS | OTHER_PERSON_PRONOUNS

_AUXILIARY_GROUPS = _get_groups("auxiliary_groups")
AUXILIARIES = frozenset().union(*_AUXILIARY_GROUPS)
MODALS = _LISTS.get_words("modals") | vocabulary_de_ru.MODALS
_IRREGULAR_BASES = {form: forms.split()[0] for forms in _LISTS.get_phrases("irregular_verbs") for form in forms.split()}

_CONTRACTED_NEGATIONS = _LISTS.get_mapping("contracted_negations")
_CONTRACTIONS = {word: tuple(expansion.split()) for word, expansion in _LISTS.get_mapping("contractions").items()}
_CONTRACTED_ENDINGS = _LISTS.get_mapping("contracted_endings")

_ANTONYM_PATTERNS = [tuple(pair.split()) for pair in (*_LISTS.get_phrases("antonyms"), *vocabulary_de_ru.ANTONYMS)]

_ABBREVIATIONS = _LISTS.get_mapping("abbreviations")

# (British, American) parts of words: two words are variants if rewriting turns one into the other.
_REGIONAL_SPELLINGS = [
    (re.compile(british), american)
    for british, american in [
        (r"(?<=\w\w)our(?=$|s|ed|ing|ite|able|ful|less|hood|ly)", "or"), (r"is(?=e$|ed$|es$|ing$|ation|er)", "iz"),
        (r"ys(?=e$|ed$|es$|ing$)", "yz"), (r"tre(?=$|s)", "ter"), (r"gramme", "gram"), (r"ence(?=$|s|less)", "ense"),
        (r"(?<=[aeiou])ll(?=ed$|ing$|er$|ers$|ation)", "l"), (r"l(?=ment|ful)", "ll"), (r"ogue$", "og"), (r"ae", "e"),
        (r"(?<=fi|ti|ro|ra|pa)l(?=$|s$)", "ll"), (r"oe", "e"),
        (r"wards$", "ward"), (r"grey", "gray"), (r"cheque", "check"), (r"tyre", "tire"), (r"mould", "mold"),
        (r"plough", "plow"), (r"sceptic", "skeptic"), (r"whilst$", "while"), (r"amongst$", "among"),
        (r"learnt$", "learned"),
        (r"judgement", "judgment"), (r"ageing", "aging"), (r"storey", "story"), (r"-", ""), (r"enquir", "inquir"),
    ]
]  # fmt: skip


def is_negation(key: str) -> bool:
    """Return whether this word negates."""
    return key in NEGATIONS or key.endswith("n't")


@lru_cache(16384)
def expand_contraction(key: str) -> tuple[str, ...]:
    """Return the words of a contraction; any other word alone."""
    if "'" not in key:
        return _CONTRACTIONS.get(key, (key,))
    if key.endswith("n't") and key != "n't":
        return _CONTRACTED_NEGATIONS.get(key, key[:-3]), "not"
    for ending, word in _CONTRACTED_ENDINGS.items():
        if key.endswith(ending) and len(key) > len(ending):
            return key.removesuffix(ending), word
    return _CONTRACTIONS.get(key, (key,))


@lru_cache(16384)
def parse_number(key: str) -> float | None:
    """Return the value of an English number word or a figure (with separators and magnitude), or None.

    >>> parse_number("5bn"), parse_number("third"), parse_number("55km"), parse_number("9/11")
    (5000000000.0, 3.0, 55.0, None)
    """
    if not key[0].isdigit():
        parts = key.split("-")
        if len(parts) == 2 and all(part in _NUMBER_WORDS for part in parts):
            return _NUMBER_WORDS[parts[0]] + _NUMBER_WORDS[parts[1]]
        return _NUMBER_WORDS.get(key, ORDINALS.get(key))
    figures = _FIGURES.fullmatch(key)
    if not figures:
        return None
    return float(figures[1].replace(",", "")) * _MAGNITUDES.get(figures[2] or "", 1)


def parse_multilingual_number(key: str) -> float | None:
    """Return the value of a number in English, German or Russian, or None.

    The quotation index (`linking.fingerprints`) uses the English `parse_number`.
    """
    return vocabulary_de_ru.NUMBERS.get(key) or parse_number(key)


def parse_numbers(keys: Iterable[str]) -> list[float | str]:
    """Return the numbers among these words; "five thousand" is one, and "9/11" has no value and stays as it is.

    >>> parse_numbers(["1.5", "million", "of", "five", "thousand"]), parse_numbers(["several", "thousand"])
    ([1500000.0, 5000.0], [1000.0])
    """
    values: list[float | str] = []
    last: float | None = None
    for key in keys:
        value = parse_multilingual_number(key)
        if value is not None and last is not None and value in _MAGNITUDE_WORDS:
            value *= last
            values[-1] = value
        elif value is not None or key[0].isdigit():
            values.append(key if value is None else value)
        last = value
    return values


def is_number(key: str) -> bool:
    """Return whether this is a figure or a number word ("one" is not: it is more often a pronoun)."""
    return key[0].isdigit() or (key != "one" and parse_multilingual_number(key) is not None)


def is_same_amount(a: AbstractSet[str], b: AbstractSet[str]) -> bool:
    """Return whether two sets of quantifiers mean the same amount, as "all" and "every" do."""
    return any(bool(a & words) and bool(b & words) and a | b <= words for words in _AMOUNT_SYNONYMS)


@lru_cache(16384)
def are_antonyms(a: str, b: str) -> bool:
    """Return whether the two words are opposites.

    >>> are_antonyms("strengthens", "weakens"), are_antonyms("legal", "illegal"), are_antonyms("strikes", "attacks")
    (True, True, False)
    """
    return _is_antonym(a, b) or _is_antonym(b, a)


def _is_antonym(a: str, b: str) -> bool:
    if len(a) > 3 and any(b == prefix + a for prefix in _NEGATIVE_PREFIXES):
        return True
    if a.startswith("pro-") and b == "anti-" + a[4:]:
        return True
    return any(_matches_pattern(a, first) and _matches_pattern(b, second) for first, second in _ANTONYM_PATTERNS)


def _matches_pattern(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@lru_cache(16384)
def are_regional_spellings(a: str, b: str) -> bool:
    """Return whether the two are the British and the American spelling of one word.

    >>> are_regional_spellings("programme", "program"), are_regional_spellings("organize", "organised")
    (True, False)
    >>> are_regional_spellings("co-operation", "cooperation")
    True
    """
    return any(
        british.sub(american, a) == b or british.sub(american, b) == a for british, american in _REGIONAL_SPELLINGS
    )


@lru_cache(16384)
def is_abbreviation(a: str, b: str) -> bool:
    """Return whether one of the two is the usual abbreviation of the other.

    >>> is_abbreviation("sen", "senator"), is_abbreviation("percent", "pct"), is_abbreviation("sen", "sentence")
    (True, True, False)
    """
    return _ABBREVIATIONS.get(a) == b or _ABBREVIATIONS.get(b) == a


@lru_cache(16384)
def are_inflections(a: str, b: str) -> bool:
    """Return whether the two are forms of one word: "want" and "wants", "has" and "had", "take" and "took"."""
    if a == b or any(a in forms and b in forms for forms in _AUXILIARY_GROUPS) or vocabulary_de_ru.have_same_stem(a, b):
        return True
    a, b = _IRREGULAR_BASES.get(a, a), _IRREGULAR_BASES.get(b, b)
    return a == b or bool(_find_possible_bases(a) & _find_possible_bases(b))


def have_same_ending(a: str, b: str) -> bool:
    """Return whether both have the same inflectional ending.

    Such words are no two forms of one word, but may be a misprint: "committed", "comitted".
    """
    return any(a.endswith(ending) and b.endswith(ending) for ending in ("ing", "ed", "es", "s"))


def _find_possible_bases(word: str) -> set[str]:
    """Return the possible stems of a word without the endings of tense, number and person; at least three letters."""
    bases = {word}
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word.removesuffix(ending)
            bases |= {stem, stem + "e"} if ending != "s" else {stem}
            if len(stem) > 3 and stem[-1] == stem[-2]:
                bases.add(stem[:-1])
        elif word.endswith(ending) and len(word) > 4:  # "using"
            bases.add(word.removesuffix(ending) + "e")
    if word.endswith(("ies", "ied")):
        bases.add(word[:-3] + "y")
    return bases
