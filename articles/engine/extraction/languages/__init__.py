"""Languages of articles: detection, and a table for each language other than English.

English is read by the whole of `extraction`; its words and weights stand in `english`. Each other language has a table
of words - verbs of saying, offices, pronouns, prepositions - for one reader (`table_attribution`): ``, sagte
Außenminister Frank-Walter Steinmeier``, ``, — заявил министр иностранных дел Сергей Лавров``. To add a language, write
a table like ``data/language_de.toml``, add its code to `_CODES`, and teach `detect_language` to recognise its texts.
The quotation marks of all languages are in `quotation_marks`.
"""

import re

from articles.engine.extraction.languages.language_table import Language, load_language

__all__ = ["Language", "detect_language", "get_language"]

_CODES = frozenset({"de", "ru"})
#: How many characters from the beginning the language is detected by.
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
    """Return the table of a language by its code, regions aside; None for English and for languages without a table.

    Without a code the language is detected from the text.

    >>> get_language("de-AT").code, get_language("en"), get_language(None)
    ('de', None, None)
    """
    code = (code or detect_language(text)).replace("_", "-").partition("-")[0].lower()
    return load_language(code) if code in _CODES else None


def detect_language(text: str) -> str:
    """Detect the language of a text among those with a table, and return its code; else "en".

    >>> detect_language("Das ist nicht so einfach, sagte der Minister für Äußeres.")
    'de'
    >>> detect_language("It is so, he said.")
    'en'
    """
    if text.isascii():
        return "en"
    sample = text[:DETECTION_CHARACTERS]
    if 2 * len(_CYRILLIC.findall(sample)) > sum(map(str.isalpha, sample)):
        return "ru"
    words = _WORD.findall(sample.lower())
    german, english = (
        sum(map(stop_words.__contains__, words)) for stop_words in (_GERMAN_STOP_WORDS, _ENGLISH_STOP_WORDS)
    )
    return "de" if german > english else "en"
