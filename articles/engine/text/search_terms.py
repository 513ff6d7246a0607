r"""By which words is a text found?

A reader who looks for "islamists’ strikes" means Lavrov's "strike" too, and one who looks for "коалиция" means
"коалицию". So each word is folded, parted at its hyphens and freed of the endings that say how many or in which case;
the same is done to what is searched for, and words are equal when their terms are::

    >>> terms_of("The US-led Coalition’s strikes"), terms_of("коалицию коалиция")
    (('the', 'us', 'led', 'coalition', 'strike'), ('коалиц', 'коалиц'))

Words that stand everywhere ("the", "of") are no way to find anything; in a phrase they count. What is cut here is never
shown: it only decides what is found.

Left to others: folding (`folding`), cutting a text into words (`wording`), looking terms up
(`articles.queries.search`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from articles.engine.comparison.partial_match import words_in
from articles.engine.text.vocabulary import STOP

LEAST_STEM = 4  # letters that remain of a word in Cyrillic: of shorter ones the ending is half the word
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# fmt: off
_CYRILLIC_ENDINGS = """
    иями ями ами иях ях ах ого его ому ему ыми ими ием ией ию ия ии ие ий ый ой ей ая яя ое ее ые ую юю ых их ым им ом
    ем ам ям ов ев ь а я о е ы и у ю й
""".split()  # noqa: RUF001
# fmt: on
_CYRILLIC_ENDING = re.compile(f"(?:{'|'.join(_CYRILLIC_ENDINGS)})$")
_SIBILANT_PLURAL = re.compile("(?:s|x|z|ch|sh)es$")
_NO_PLURAL = ("ss", "us", "is", "'s")


def terms_of(text: str) -> tuple[str, ...]:
    """The terms of `text` in order, those of common words among them."""
    return tuple(term for word in words_in(text) for term in _terms(word))


def telling(terms: Sequence[str]) -> frozenset[str]:
    """Those of `terms` by which anything can be found.

    >>> sorted(telling(terms_of("the problem with the coalition")))
    ['coalition', 'problem']
    """
    return frozenset(terms) - STOP


def in_a_row(phrase: tuple[str, ...], folded: str) -> bool:
    """Do the terms of `phrase` stand in this folded text, one after the other?"""
    return any(terms_of(found[1]) == phrase for found in phrase_pattern(phrase).finditer(folded))


@lru_cache(256)
def phrase_pattern(phrase: tuple[str, ...]) -> re.Pattern[str]:
    """Finds where in folded text the terms of `phrase` may stand in a row, as its group: far faster than `terms_of`.

    >>> bool(phrase_pattern(("us", "led")).search("the u.s.-led coalition"))
    True
    """
    words = r"[^\w]+".join(map(_begins, phrase))
    return re.compile(rf"(?=\b({words}))")  # looking ahead: places may overlap


def _begins(term: str) -> str:
    """A word with this term; "y" became "ies" in the plural, and letters may be parted by dots or apostrophes."""
    kept = term.removesuffix("y") if len(term) > 3 else term
    if len(kept) <= SHORT:
        return r"[.]?".join(map(re.escape, kept)) + r"[\w']*"
    return re.escape(kept) + r"[\w']*"


SHORT = 3  # letters: such a term may have been printed with dots, as "U.S."


@lru_cache(65536)
def _terms(word: str) -> tuple[str, ...]:
    return tuple(stem for part in word.split("-") if (stem := _stem(part)))


def _stem(word: str) -> str:
    word = word.strip("'").removesuffix("'s")
    if _CYRILLIC.search(word):
        return _without_case(word)
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if _SIBILANT_PLURAL.search(word) else word[:-1]


def _without_case(word: str) -> str:
    found = _CYRILLIC_ENDING.search(word)
    while found and found.start() < LEAST_STEM:
        found = _CYRILLIC_ENDING.search(word, found.start() + 1)
    return word[: found.start()] if found else word


def found_at(text: str, terms: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where in `text` words stand that have one of `terms`."""
    for found in re.finditer(r"[\w'\u2019]+(?:\.\w+)*", text):
        if not terms.isdisjoint(terms_of(found[0])):
            yield found.span()
