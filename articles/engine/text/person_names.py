"""Keys for personal names across spellings and transliterations, and the gender that names and titles imply.

RT prints "Sergey Lavrov", Press TV "Sergei Lavrov", a German paper "Sergej Lawrow"; the Foreign Ministry's
spokeswoman is "Maria Zakharova" in one article and "Maria Zaharova" in another. `build_name_key` maps all spellings to
one key, so that a person's statements can be gathered across articles. `infer_gender` tells which of the people named
before "she" can be meant.

See also: `extraction.languages.english.speaker_resolution` (which person "Lavrov", "the Russian FM" or "he" is in one
article) and `services.curation` (merging of speakers by hand).
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from articles.engine.text.word_lists import load_word_lists

Gender = Literal["m", "f"]

_LISTS, _FORENAMES = load_word_lists("person_names"), load_word_lists("forenames")
FEMALE_FORENAMES, MALE_FORENAMES = _FORENAMES.get_words("female_forenames"), _FORENAMES.get_words("male_forenames")
UNISEX_FORENAMES = _FORENAMES.get_words("unisex_forenames")  # fit both "he" and "she"


@lru_cache(maxsize=4096)
def build_name_key(name: str) -> str:
    """Return one key for all spellings of a person's name; titles, initials and patronymics are dropped, "Jr." is not.

    >>> build_name_key("Foreign Minister Sergey Lavrov") == build_name_key("Sergej Viktorovich Lawrow")
    True
    >>> build_name_key("Maria Zakharova") == build_name_key("Maria Zaharova")
    True
    >>> build_name_key("Bill Clinton") == build_name_key("Hillary Clinton")
    False
    """
    words = _WORDS.findall(_transliterate(name))
    junior = [w.rstrip(".").lower() for w in words if w.rstrip(".").lower() in ("jr", "sr")]
    keyed = [_fold_name_word(word) for word in strip_titles(words)]
    if len(keyed) > 2:
        keyed = [keyed[0], *(w for w in keyed[1:-1] if len(w) > 1 and not w.endswith(_PATRONYMICS)), keyed[-1]]
    return " ".join(w for w in [*keyed, *junior] if w)


def strip_titles(words: list[str]) -> list[str]:
    """Return the words of a name without leading titles and offices and without a trailing "Jr."."""
    first = 0
    while first < len(words) and words[first].rstrip(".").lower() in TITLES:
        first += 1
    stripped = words[first:]
    while len(stripped) > 1 and stripped[-1].rstrip(".").lower() in SUFFIXES:
        stripped.pop()
    return stripped or words


def infer_gender(forename: str) -> Gender | None:
    """Return the gender a forename implies, or None where it is unknown or unisex (Leslie, Kim, Jordan).

    >>> infer_gender("Sergei"), infer_gender("Maria"), infer_gender("Kim")
    ('m', 'f', None)
    """
    folded = forename.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if folded in FEMALE_FORENAMES:
        return "f"
    if folded in MALE_FORENAMES:
        return "m"
    return infer_gender(folded.split("-")[0]) if "-" in folded else None


def infer_surname_gender(surname: str) -> Gender | None:
    """Return the gender a Slavic surname implies: Zakharova is a woman, Peskov a man.

    >>> infer_surname_gender("Zakharova"), infer_surname_gender("Peskov"), infer_surname_gender("Preston")
    ('f', 'm', None)
    """
    folded = surname.lower()
    if folded.endswith(("ova", "eva", "skaya", "skaia")) and len(folded) > 5:
        return "f"
    if folded.endswith(("sky", "skiy", "kov", "rov", "nov", "dev", "shev", "yev")) and len(folded) > 4:
        return "m"
    return None


def infer_title_gender(title: str) -> Gender | None:
    """Return the gender a title implies: "Mrs." and "spokeswoman" do, "Dr." does not."""
    folded = title.rstrip(".").lower()
    if folded in _WOMENS_TITLES or folded.endswith("woman"):
        return "f"
    if folded in _MENS_TITLES or (folded.endswith("man") and folded in TITLES and folded != "german"):
        return "m"
    return None


def is_forename(word: str) -> bool:
    """Return whether `word` is a known forename of either gender."""
    folded = word.lower()
    return folded in FEMALE_FORENAMES or folded in MALE_FORENAMES or folded in UNISEX_FORENAMES


def has_role_words(name: str) -> bool:
    """Return whether `name` is no personal name but a description: "the mayor of Brackmere".

    >>> has_role_words("the mayor of Brackmere"), has_role_words("Ursula von der Leyen"), has_role_words("mayor")
    (True, False, True)
    """
    return any(word[:1].islower() and word not in _NAME_PARTICLES for word in name.split())


def may_be_same(key: str, other: str) -> bool:
    """Return whether two name keys may be of one person: one has all the words of the other.

    >>> may_be_same("solberg", "ida solberg"), may_be_same("hillari clinton", "bil clinton")
    (True, False)
    """
    words, others = set(key.split()), set(other.split())
    return words <= others or others <= words


_NAME_PARTICLES = frozenset("al bin da de del della den der di dos du el la le ten ter van von zu zur".split())

_WORDS = re.compile(r"[^\W\d_](?:[\w'.\N{RIGHT SINGLE QUOTATION MARK}-]*\w)?\.?")
_PATRONYMICS = ("ovich", "evich", "ovna", "evna", "ichna")
_SOUND_SPELLINGS = _LISTS.get_mapping("sound_spellings")  # in the order in which they are applied
_SPELLING_VARIANTS = _LISTS.get_mapping("spelling_variants")


def _transliterate(name: str) -> str:
    """Return `name` with Cyrillic letters in Latin transcription and without accents."""
    if name.isascii():
        return name
    spelt = unicodedata.normalize("NFKD", name.translate(_TRANSLITERATION_TABLE))
    return "".join([c for c in spelt if not unicodedata.combining(c) and c not in _INVISIBLE])


_TRANSLITERATIONS = {"\u044a": "", "\u044c": ""} | _LISTS.get_mapping("cyrillic_transcriptions")
_TRANSLITERATION_TABLE = str.maketrans(
    _TRANSLITERATIONS | {letter.upper(): latin.capitalize() for letter, latin in _TRANSLITERATIONS.items()}
)
_INVISIBLE = frozenset("\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}\N{SOFT HYPHEN}\ufeff")


def _fold_name_word(word: str) -> str:
    plain = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").removesuffix("'s").replace("'", "").rstrip(".")
    for prefix in ("al-", "el-", "ash-", "as-", "ad-", "an-"):
        if plain.startswith(prefix) and len(plain) > len(prefix) + 2:
            plain = plain[len(prefix) :]
    if plain in ("al", "el"):
        return ""
    plain = _SPELLING_VARIANTS.get(plain, plain).replace("-", "").replace(".", "")
    if plain.startswith("ye"):
        plain = plain[1:]
    plain = re.sub(r"(?<=[bcdfghjklmnprstvz])ye", "e", plain)
    plain = re.sub(r"(?:iy|yi|yy|yj|ij|ii)$", "i", plain)
    for spelling, sound in _SOUND_SPELLINGS.items():
        plain = plain.replace(spelling, sound)
    return re.sub(r"(.)\1", r"\1", plain)


TITLES = _LISTS.get_words("titles")
SUFFIXES = _LISTS.get_words("suffixes")
_WOMENS_TITLES = _LISTS.get_words("womens_titles")
_MENS_TITLES = _LISTS.get_words("mens_titles")
