r"""By which words is a text found?

A reader who looks for "islamists’ strikes" means Lavrov's "strike" too, and one who looks for "коалиция" means
"коалицию". So each word is folded, parted at its hyphens and freed of the endings that say how many or in which case;
the same is done to what is searched for, and words are equal when their terms are::

    >>> extract_terms("The US-led Coalition’s strikes"), extract_terms("коалицию коалиция")
    (('the', 'us', 'led', 'coalition', 'strike'), ('коалиц', 'коалиц'))

Words that stand everywhere ("the", "of") are no way to find anything; in a phrase they count. What is cut here is never
shown: it only decides what is found.

Left to others: folding (`folding`), cutting a text into words (`wording`), looking terms up
(`articles.queries.search`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from articles.engine.comparison.partial_match import extract_words
from articles.engine.text.vocabulary import STOP_WORDS

MIN_CYRILLIC_STEM = 4  # letters that remain of a word in Cyrillic: of shorter ones the ending is half the word
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
# fmt: off
_CYRILLIC_ENDINGS = """
    иями ями ами иях ях ах ого его ому ему ыми ими ием ией ию ия ии ие ий ый ой ей ая яя ое ее ые ую юю ых их ым им ом
    ем ам ям ов ев ь а я о е ы и у ю й
""".split()  # noqa: RUF001
# fmt: on
_CYRILLIC_ENDING = re.compile(f"(?:{'|'.join(_CYRILLIC_ENDINGS)})$")
_SIBILANT_PLURAL = re.compile("(?:s|x|z|ch|sh)es$")
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s")


def extract_terms(text: str) -> tuple[str, ...]:
    """The terms of `text` in order, those of common words among them."""
    return tuple(term for word in extract_words(text) for term in _stem_word_parts(word))


def remove_stop_words(terms: Sequence[str]) -> frozenset[str]:
    """Those of `terms` by which anything can be found.

    >>> sorted(remove_stop_words(extract_terms("the problem with the coalition")))
    ['coalition', 'problem']
    """
    return frozenset(terms) - STOP_WORDS


def contains_phrase(phrase: tuple[str, ...], folded: str) -> bool:
    """Do the terms of `phrase` stand in this folded text, one after the other?"""
    return any(extract_terms(found[1]) == phrase for found in compile_phrase_pattern(phrase).finditer(folded))


@lru_cache(256)
def compile_phrase_pattern(phrase: tuple[str, ...]) -> re.Pattern[str]:
    """Finds where in folded text the terms of `phrase` may stand in a row, as its group: far faster than `extract_terms`.

    >>> bool(compile_phrase_pattern(("us", "led")).search("the u.s.-led coalition"))
    True
    """
    words = r"[^\w]+".join(map(_build_term_pattern, phrase))
    return re.compile(rf"(?=\b({words}))")  # looking ahead: places may overlap


def _build_term_pattern(term: str) -> str:
    """A word with this term; "y" became "ies" in the plural, and letters may be parted by dots or apostrophes."""
    kept = term.removesuffix("y") if len(term) > 3 else term
    if len(kept) <= MAX_DOTTED_LENGTH:
        return r"[.]?".join(map(re.escape, kept)) + r"[\w']*"
    return re.escape(kept) + r"[\w']*"


MAX_DOTTED_LENGTH = 3  # letters: such a term may have been printed with dots, as "U.S."


@lru_cache(65536)
def _stem_word_parts(word: str) -> tuple[str, ...]:
    return tuple(stem for part in word.split("-") if (stem := _stem(part)))


def _stem(word: str) -> str:
    word = word.strip("'").removesuffix("'s")
    if _CYRILLIC_LETTER.search(word):
        return _strip_case_ending(word)
    if len(word) < 4 or not word.endswith("s") or word.endswith(_SINGULAR_ENDINGS):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if _SIBILANT_PLURAL.search(word) else word[:-1]


def _strip_case_ending(word: str) -> str:
    found = _CYRILLIC_ENDING.search(word)
    while found and found.start() < MIN_CYRILLIC_STEM:
        found = _CYRILLIC_ENDING.search(word, found.start() + 1)
    return word[: found.start()] if found else word


def find_term_spans(text: str, terms: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where in `text` words stand that have one of `terms`."""
    for found in re.finditer(r"[\w'\u2019]+(?:\.\w+)*", text):
        if not terms.isdisjoint(extract_terms(found[0])):
            yield found.span()
