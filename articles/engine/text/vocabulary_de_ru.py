"""German and Russian word lists that decide how serious a change of wording is.

``«стенания» не имеют под собой никаких оснований`` without its ``не`` says the opposite, and ``keine Lösung`` is no
misprint of ``eine Lösung``. The lists in ``data/vocabulary_de_ru.toml`` match the English ones in `vocabulary`, for the
two other languages in which speakers are found; here they are folded keys (`tokenization.normalize_token`)::

    >>> "никаких" in NEGATIONS, "nicht" in NEGATIONS, NUMBERS["funf"]
    (True, True, 5.0)

Left out are words that are English words too ("die", "war", "er", "Dem") and words that folding turns into another
("würde" and "wurde"): the lists apply to texts in all three languages, so only what is certain is listed.
"""

# Cyrillic letters that look like Latin ones are meant:

from articles.engine.text.normalization import fold
from articles.engine.text.word_lists import load_word_lists

_LISTS = load_word_lists("vocabulary_de_ru")


def _get_folded_words(name: str) -> frozenset[str]:
    return frozenset(map(fold, _LISTS.get_words(name)))


NEGATIONS = _get_folded_words("negations")
NEGATION_PHRASES = tuple(map(fold, _LISTS.get_phrases("negation_phrases")))
NEGATIVE_INDEFINITES = frozenset(map(fold, _LISTS.get_phrases("negative_indefinites")))

HEDGES = _get_folded_words("hedges")
HEDGE_PHRASES = tuple(map(fold, _LISTS.get_phrases("hedge_phrases")))
CONDITIONS = _get_folded_words("conditions")

QUANTIFIERS = _get_folded_words("quantifiers")
AMOUNT_SYNONYMS = tuple(frozenset(map(fold, group.split())) for group in _LISTS.get_phrases("amount_synonyms"))
FOCUS_PARTICLES = _get_folded_words("focus_particles")
QUANTITY_BOUNDS = tuple(map(fold, _LISTS.get_phrases("quantity_bounds")))
NEGATION_SCOPE_WORDS = _get_folded_words("negation_scope_words")
FUNCTION_WORDS = _get_folded_words("function_words")
MODALS = _get_folded_words("modals")

FIRST_PERSON_PRONOUNS = _get_folded_words("first_person_pronouns")
OTHER_PERSON_PRONOUNS = _get_folded_words("other_person_pronouns")

DATE_WORDS = _get_folded_words("date_words")

NUMBERS = {
    fold(word): float(number) for number, words in _LISTS.get_mapping("numbers").items() for word in words.split()
}

NEGATIVE_PREFIXES = _LISTS.get_phrases("negative_prefixes")
ANTONYMS = tuple(map(fold, _LISTS.get_phrases("antonyms")))

MIN_SHARED_STEM, MIN_STEM_SHARE = 4, 0.6  # shared first letters, and their share of the longer word
_RUSSIAN_ENDINGS = _LISTS.get_words("russian_endings") | {""}


def have_same_stem(a: str, b: str) -> bool:
    """Return whether two Russian words are forms of one word: "террористам", "террористов"."""
    if not ("\u0400" <= a[:1] <= "\u04ff" and "\u0400" <= b[:1] <= "\u04ff"):
        return False
    shared = next((index for index, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if shared < max(MIN_SHARED_STEM, MIN_STEM_SHARE * max(len(a), len(b))):
        return False
    return a[shared:] in _RUSSIAN_ENDINGS and b[shared:] in _RUSSIAN_ENDINGS
