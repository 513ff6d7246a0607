"""Languages of articles: detection, and a table for each language other than English.

English is read by the whole of `extraction`; its words and weights stand in `english`. Each other language has a table
of words - verbs of saying, offices, pronouns, prepositions - for one reader (`table_attribution`): ``, sagte
Außenminister Frank-Walter Steinmeier``, ``, — заявил министр иностранных дел Сергей Лавров``. To add a language, write
a table like ``data/language_de.toml``, add its code to `language_table.TABLES`, and its stop words here. The quotation
marks of all languages are in `quotation_marks`.
"""

import re

from articles.engine.extraction.languages.language_table import TABLES, Language, load_language

__all__ = ["Language", "detect_language", "get_language"]

#: How many characters from the beginning the language is detected by.
DETECTION_CHARACTERS = 1000
#: The least share of stop words by which a text of so many words is taken for English, and for another language. The
#: 101 English and German pages measured have 0.18 and more, those in eleven languages without stop words here have
#: 0.08 at most, and of English ones 0.01, but for Danish and Norwegian.
MIN_ENGLISH_SHARE, MIN_STOP_WORD_SHARE, MIN_WORDS = 0.06, 0.12, 50
#: The code of ISO 639 for a language that is none of those with a table.
UNDETERMINED = "und"
ENGLISH = frozenset({"en", "eng"})
_WORD = re.compile(r"[^\W\d_]+")
_STOP_WORD_LISTS = {
    "en": "the of and to that is on for with as was by at it from his he an are has have be not this but will",
    "de": "und der die das den dem des nicht ist ein eine einen einem einer mit auf für von im zu sich auch dass wir",
    "es": "el los las del que en un una con por para se su al lo como más pero sus es fue ha este esta y",
    "fr": "le les des du que en un une avec par pour se sur au est plus mais ses dans qui pas ce aux cette sont et",
}
_STOP_WORDS = {code: frozenset(words.split()) for code, words in _STOP_WORD_LISTS.items()}


def get_language(code: str | None, text: str = "") -> Language | None:
    """Return the table of a language by its code, regions aside; None for English.

    Without a code the language is detected from the text, and so it is where a longer text is said to be English, as
    pages often say by mistake. Languages without a table of their own share one, with the code `UNDETERMINED`.

    >>> get_language("de-AT").code, get_language("en"), get_language(None)
    ('de', None, None)
    """
    code = (code or "").replace("_", "-").partition("-")[0].lower()
    if not code or (code in ENGLISH and len(text) >= DETECTION_CHARACTERS):
        code = detect_language(text)
    return load_language(code if code in TABLES else UNDETERMINED) if code not in ENGLISH else None


def detect_language(text: str) -> str:
    """Detect the language of a text: "en", one that has a table, or `UNDETERMINED`.

    >>> detect_language("Das ist nicht so einfach, sagte der Minister für Äußeres.")
    'de'
    >>> detect_language("It is so, he said.")
    'en'
    """
    beginning = text[:DETECTION_CHARACTERS].lower()
    words = _WORD.findall(beginning)
    if not beginning.isascii() and 2 * sum(word[0] < "\u0250" for word in words) < len(words):
        cyrillic = sum("\u0400" <= word[0] <= "\u04ff" for word in words)
        return "ru" if 2 * cyrillic > len(words) else UNDETERMINED
    english = _count_stop_words(words, "en")
    if english > MIN_STOP_WORD_SHARE * len(words) >= MIN_STOP_WORD_SHARE * MIN_WORDS:
        return "en"
    counts = {code: _count_stop_words(words, code) for code in _STOP_WORDS}
    best = max(counts, key=counts.__getitem__)  # English, if there are as many of two
    if len(words) < MIN_WORDS or counts[best] > MIN_STOP_WORD_SHARE * len(words):
        return best
    return "en" if english > MIN_ENGLISH_SHARE * len(words) else UNDETERMINED


def _count_stop_words(words: list[str], code: str) -> int:
    return sum(map(_STOP_WORDS[code].__contains__, words))
