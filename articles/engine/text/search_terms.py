r"""Search terms: the stems under which a text is indexed and found.

A reader who searches for "islamists’ strikes" also means Lavrov's "strike"; one who searches for "коалиция" also means
"коалицию". Each word is folded, split at its hyphens and stripped of the endings of number and case. The query is
treated in the same way, and words match when their terms are equal::

    >>> extract_terms("The US-led Coalition’s strikes"), extract_terms("коалицию коалиция")
    (('the', 'us', 'led', 'coalition', 'strike'), ('коалиц', 'коалиц'))

Stop words ("the", "of") find nothing; within a phrase they count. Terms are never shown.

See also: `articles.queries.search` (looks terms up).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from articles.engine.text.tokenization import extract_words
from articles.engine.text.vocabulary import STOP_WORDS

MAX_DOTTED_LENGTH = 3  # letters: such a term may have been printed with dots, as "U.S."
MIN_CYRILLIC_STEM = 4  # letters that remain of a Cyrillic word; in a shorter one the ending is half the word
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
# fmt: off
_CYRILLIC_ENDINGS = """
    иями ями ами иях ях ах ого его ому ему ыми ими ием ией ию ия ии ие ий ый ой ей ая яя ое ее ые ую юю ых их ым им ом
    ем ам ям ов ев ь а я о е ы и у ю й
""".split()  # noqa: RUF001 - the endings are Cyrillic letters
# fmt: on
_CYRILLIC_ENDING = re.compile(f"(?:{'|'.join(_CYRILLIC_ENDINGS)})$")
_SIBILANT_PLURAL = re.compile("(?:s|x|z|ch|sh)es$")
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s")


def extract_terms(text: str) -> tuple[str, ...]:
    """Return the terms of `text` in order, stop words included."""
    return tuple(term for word in extract_words(text) for term in _stem_word_parts(word))


def remove_stop_words(terms: Sequence[str]) -> frozenset[str]:
    """Return the terms that are not stop words.

    >>> sorted(remove_stop_words(extract_terms("the problem with the coalition")))
    ['coalition', 'problem']
    """
    return frozenset(terms) - STOP_WORDS


def contains_phrase(phrase: tuple[str, ...], folded: str) -> bool:
    """Return whether the terms of `phrase` follow one another in this folded text."""
    return any(extract_terms(match[1]) == phrase for match in compile_phrase_pattern(phrase).finditer(folded))


@lru_cache(256)
def compile_phrase_pattern(phrase: tuple[str, ...]) -> re.Pattern[str]:
    """Compile a fast pre-filter: a pattern whose group matches where the terms may follow one another in folded text.

    >>> bool(compile_phrase_pattern(("us", "led")).search("the u.s.-led coalition"))
    True
    """
    words = r"[^\w]+".join(map(_build_term_pattern, phrase))
    return re.compile(rf"(?=\b({words}))")  # a lookahead, since matches may overlap


def _build_term_pattern(term: str) -> str:
    """Return a pattern for a word with this term, in the plural too ("y" becomes "ies") or with dots."""
    stem = term.removesuffix("y") if len(term) > 3 else term
    separator = "[.]?" if len(stem) <= MAX_DOTTED_LENGTH else ""
    return separator.join(map(re.escape, stem)) + r"[\w']*"


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
    match = _CYRILLIC_ENDING.search(word)
    while match and match.start() < MIN_CYRILLIC_STEM:
        match = _CYRILLIC_ENDING.search(word, match.start() + 1)
    return word[: match.start()] if match else word


def find_term_spans(text: str, terms: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words in `text` that have one of `terms`."""
    for match in re.finditer(r"[\w'\u2019]+(?:\.\w+)*", text):
        if not terms.isdisjoint(extract_terms(match[0])):
            yield match.span()
