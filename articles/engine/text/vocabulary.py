"""Word lists that decide how serious a change of wording is.

"and pledged not to take any action" without its "not" promises the opposite; "I would say sparing" without "I would
say" is surer than the speaker was. The words of negation, doubt, amount, number, time and person lie in
``data/vocabulary_en.toml``, those of the two other languages in which speakers are found in
``data/vocabulary_de_ru.toml``. A list holds the folded words (`tokenization.normalize_token`) of all three::

    >>> is_negation("don't"), is_negation("not"), is_negation("note"), is_negation("nicht")
    (True, True, False, True)
    >>> expand_contraction("don't"), parse_number("twenty"), parse_number("1,000")
    (('do', 'not'), 20.0, 1000.0)

Words of other languages count as content. `comparison.change_classifier` decides what a listed word implies.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from articles.engine.text.normalization import fold
from articles.engine.text.word_lists import WordLists, load_word_lists

_ENGLISH, _GERMAN_AND_RUSSIAN = load_word_lists("vocabulary_en"), load_word_lists("vocabulary_de_ru")


def _get_phrases(name: str) -> tuple[str, ...]:
    return (*_ENGLISH.get_phrases(name), *map(fold, _GERMAN_AND_RUSSIAN.lists.get(name, ())))


def _get_words(name: str) -> frozenset[str]:
    return _ENGLISH.get_words(name) | frozenset(map(fold, _GERMAN_AND_RUSSIAN.lists.get(name, "").split()))


def _get_groups(name: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in _get_phrases(name))


def _get_numbers(lists: WordLists, name: str) -> dict[str, float]:
    return {fold(word): float(number) for number, words in lists.get_mapping(name).items() for word in words.split()}


ARTICLES = _get_words("articles")
STOP_WORDS = _get_words("stop_words")
CLAUSE_CONNECTIVES = _get_words("clause_connectives")
FUNCTION_WORDS = ARTICLES | _get_words("function_words")

NEGATIONS = _get_words("negations")
NEGATION_PHRASES = _get_phrases("negation_phrases")
_NEGATIVE_PREFIXES = _get_phrases("negative_prefixes")
HEDGES = _get_words("hedges")
HEDGE_PHRASES = _get_phrases("hedge_phrases")
FILLERS = _get_words("fillers")
SOUNDS = _get_words("filler_sounds")
OPENERS = _get_words("filler_openers")
FILLER_PHRASES = _get_phrases("filler_phrases")
CONDITIONS = _get_words("conditions")
QUANTIFIERS = _get_words("quantifiers")
QUANTITY_BOUNDS = _get_phrases("quantity_bounds")
FOCUS_PARTICLES = _get_words("focus_particles")
NEGATIVE_INDEFINITES = frozenset(_get_phrases("negative_indefinites"))
_AMOUNT_SYNONYMS = _get_groups("amount_synonyms")
HONORIFICS = _get_words("honorifics")
NEGATION_SCOPE_WORDS = QUANTIFIERS | _get_words("negation_scope_words")

_NUMBER_WORDS = _get_numbers(_ENGLISH, "number_words")
_GERMAN_AND_RUSSIAN_NUMBERS = _get_numbers(_GERMAN_AND_RUSSIAN, "numbers")
_ORDINALS = {word: float(number) for number, word in enumerate(_get_phrases("ordinals"), start=1)}
_MAGNITUDE_WORDS = frozenset((1e2, 1e3, 1e6, 1e9, 1e12))
_FIGURES = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(k|m|mn|bn|b|tn|km|th|st|nd|rd|s|%)?")
_MAGNITUDES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
PERCENT = _get_words("percent")
CURRENCIES = _get_words("currencies")
UNITS = CURRENCIES | PERCENT | _get_words("units")
DATE_WORDS = _get_words("date_words")
PROPER_NAMES = _get_words("proper_names")

FIRST_PERSON_PRONOUNS = _get_words("first_person_pronouns")
OTHER_PERSON_PRONOUNS = _get_words("other_person_pronouns")
PERSONAL_PRONOUNS = FIRST_PERSON_PRONOUNS | OTHER_PERSON_PRONOUNS
_AUXILIARY_GROUPS = _get_groups("auxiliary_groups")
AUXILIARIES = frozenset().union(*_AUXILIARY_GROUPS)
MODALS = _get_words("modals")
_IRREGULAR_BASES = {form: forms.split()[0] for forms in _get_phrases("irregular_verbs") for form in forms.split()}

POSTPOSED_NEGATIONS = _GERMAN_AND_RUSSIAN.get_words("postposed_negations")
NEGATION_CONTINUATIONS = _GERMAN_AND_RUSSIAN.get_words("negation_continuations")
_UNMARKED_NEGATIONS = {
    word: tuple(expansion.split()) for word, expansion in _ENGLISH.get_mapping("unmarked_negations").items()
}
_CONTRACTED_NEGATIONS = _ENGLISH.get_mapping("contracted_negations")
_CONTRACTIONS = {word: tuple(expansion.split()) for word, expansion in _ENGLISH.get_mapping("contractions").items()}
_CONTRACTED_ENDINGS = _ENGLISH.get_mapping("contracted_endings")
_ANTONYM_PATTERNS = [tuple(pair.split()) for pair in _get_phrases("antonyms")]
_ABBREVIATIONS = _ENGLISH.get_mapping("abbreviations")
MIN_SHARED_STEM, MIN_STEM_SHARE = 4, 0.6  # shared first letters of two Russian words, and their share of the longer
_RUSSIAN_ENDINGS = _GERMAN_AND_RUSSIAN.get_words("russian_endings") | {""}
METONYMS = {place: country for country, places in _ENGLISH.get_mapping("metonyms").items() for place in places.split()}
_REGIONAL_SPELLINGS = [
    (re.compile(british), american) for british, american in _ENGLISH.get_mapping("regional_spellings").items()
]


def is_negation(key: str) -> bool:
    """Return whether this word negates."""
    return key in NEGATIONS or key in _UNMARKED_NEGATIONS or key.endswith("n't")


@lru_cache(16384)
def expand_contraction(key: str) -> tuple[str, ...]:
    """Return the words of a contraction; any other word alone."""
    if "'" not in key:
        return _UNMARKED_NEGATIONS.get(key) or _CONTRACTIONS.get(key, (key,))
    if key.startswith("n'") and len(key) > len("n't"):
        return "ne", key[2:]
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
        return _NUMBER_WORDS.get(key, _ORDINALS.get(key))
    figures = _FIGURES.fullmatch(key)
    if not figures:
        return None
    return float(figures[1].replace(",", "")) * _MAGNITUDES.get(figures[2] or "", 1)


def parse_multilingual_number(key: str) -> float | None:
    """Return the value of a number in English, German or Russian, or None."""
    return _GERMAN_AND_RUSSIAN_NUMBERS.get(key) or parse_number(key)


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
    if a == b or any(a in forms and b in forms for forms in _AUXILIARY_GROUPS) or _have_same_stem(a, b):
        return True
    a, b = _IRREGULAR_BASES.get(a, a), _IRREGULAR_BASES.get(b, b)
    return a == b or bool(_find_possible_bases(a) & _find_possible_bases(b))


def _have_same_stem(a: str, b: str) -> bool:
    """Return whether two Russian words are forms of one word: "террористам", "террористов"."""
    if not ("\u0400" <= a[:1] <= "\u04ff" and "\u0400" <= b[:1] <= "\u04ff"):
        return False
    shared = next((index for index, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if shared < max(MIN_SHARED_STEM, MIN_STEM_SHARE * max(len(a), len(b))):
        return False
    return a[shared:] in _RUSSIAN_ENDINGS and b[shared:] in _RUSSIAN_ENDINGS


def have_same_ending(a: str, b: str) -> bool:
    """Return whether both have one inflectional ending, as a word and its misprint have ("committed", "comitted")."""
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
