"""In which language is the article, and what has to be known of it to tell who spoke?

English is read by the whole of `extraction`: its words and weights stand in `english`. The others get by with a table
a language - verbs of saying, offices, pronouns, prepositions - and one reader for all (`reading`): ``, sagte
Außenminister Frank-Walter Steinmeier``, ``, — заявил министр иностранных дел Сергей Лавров``. To add a
language, write a table like `german`, name it here, and say in `detect_language` how its texts are known where nobody
states it.

Left to others: where the marks are (`marks` knows those of all languages).
"""

import re

from articles.engine.extraction.languages.german import GERMAN
from articles.engine.extraction.languages.language_table import Language
from articles.engine.extraction.languages.russian import RUSSIAN

__all__ = ["Language", "detect_language", "get_language"]

_LANGUAGES = {table.code: table for table in (GERMAN, RUSSIAN)}
#: The language is told by so many characters from the beginning.
DETECTION_CHARACTERS = 3000
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")
_GERMAN_STOP_WORDS = frozenset(
    "und der die das den dem des nicht ist ein eine einen einem einer mit auf für von im zu sich auch dass wir".split()
)
_ENGLISH_STOP_WORDS = frozenset(
    "the of and to that is on for with as was by at it from his he an are has have be not this but will".split()
)


def get_language(code: str | None, text: str = "") -> Language | None:
    """The table of a language by its code, regions aside; None for English, and for what has no table.

    Where no code is given the text tells.

    >>> get_language("de-AT").code, get_language("en"), get_language(None)
    ('de', None, None)
    """
    code = code or detect_language(text)
    return _LANGUAGES.get(code.replace("_", "-").partition("-")[0].lower())


def detect_language(text: str) -> str:
    """The code of the language that a text is in, of those that have a table; else "en".

    >>> detect_language("Das ist nicht so einfach, sagte der Minister für Äußeres."), detect_language("It is so, he said.")
    ('de', 'en')
    """
    if text.isascii():
        return "en"
    looked_at = text[:DETECTION_CHARACTERS]
    if 2 * len(_CYRILLIC.findall(looked_at)) > sum(map(str.isalpha, looked_at)):
        return "ru"
    words = _WORD.findall(looked_at.lower())
    german, english = (sum(map(these.__contains__, words)) for these in (_GERMAN_STOP_WORDS, _ENGLISH_STOP_WORDS))
    return "de" if german > english else "en"
