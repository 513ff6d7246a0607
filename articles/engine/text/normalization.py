r"""Text normalization ("folding"): map characters that mean the same to one form.

RT prints "It's a colossal mistake" with a typewriter apostrophe, the Financial Tribune "It\u2019s" with a typographic
one; Sputnik's article has 88 no-break spaces where others have plain ones. Nobody would call that another wording, so
both sides are *folded* before they are compared or searched::

    >>> fold("It\u2019s a  COLOSSAL\N{NO-BREAK SPACE}mistake")
    "it's a colossal mistake"

A folded text is for comparison only. It has no offsets into the printed text and is never shown. What folding hides -
an invisible character, a Cyrillic letter in an English word - is reported to the reader as a change
(`comparison.typographic_variants`).
"""

import re
import unicodedata
from functools import lru_cache

_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u02b9\u02bb\u02bc\u02bd\u02c8\u02cb\u00b4\uff07`"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u02ba\u301d\u301e\u301f\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2e3a\u2e3b\ufe58\ufe63\uff0d"
# Latin letters that Unicode does not decompose into a letter and an accent.
_UNACCENTED = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "\u0131": "i"}
_UNACCENTED |= {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th"}

# Letters of other scripts that look like a Latin letter. Upper and lower case differ in this (Cyrillic capital Ve looks
# like B, the lower-case letter like nothing Latin), so look-alikes are replaced before the case is folded.
_CYRILLIC_LOOKALIKES = "АВЕКМНОРСТУХЅІЈԌԚԜасеорухѕіјһԁԛԝӏ"
_CYRILLIC_LATIN = "ABEKMHOPCTYXSIJGQWaceopyxsijhdqwl"
_GREEK_LOOKALIKES = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικυχρα"
_GREEK_LATIN = "ABEZHIKMNOPTYXovikuxpa"
LOOKALIKES = {
    ord(other): latin
    for other, latin in zip(_CYRILLIC_LOOKALIKES + _GREEK_LOOKALIKES, _CYRILLIC_LATIN + _GREEK_LATIN, strict=True)
}

# Characters that print nothing although Unicode classes them as letters or marks: fillers, joiners, variant selectors.
_BLANK_CHARACTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"

# Above the first plane only the blocks with format characters are scanned: all of Unicode takes 0.3 s.
_SCANNED_RANGES = (
    *(range(0x10000), range(0x110B0, 0x110D0), range(0x13430, 0x13440)),
    *(range(0x1BCA0, 0x1BCA4), range(0x1D170, 0x1D180), range(0xE0000, 0xE0080)),
)


def _build_character_class(categories: frozenset[str]) -> str:
    """Return the characters of these Unicode categories as ranges for a regular expression's [...]."""
    codes = [code for codes in _SCANNED_RANGES for code in codes if unicodedata.category(chr(code)) in categories]
    starts = [code for code, previous in zip(codes, [-2, *codes], strict=False) if code != previous + 1]
    ends = [code for code, following in zip(codes, [*codes[1:], -2], strict=True) if code + 1 != following]
    return "".join(rf"\U{start:08x}-\U{end:08x}" for start, end in zip(starts, ends, strict=True))


# For use inside [...]: characters that print nothing, dropped by folding; characters that belong to the letter before.
INVISIBLE = _build_character_class(frozenset({"Cf"})) + _BLANK_CHARACTERS
COMBINING = _build_character_class(frozenset({"Mn", "Mc", "Me"})) + INVISIBLE

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_DROPPED_CHARACTERS = re.compile(rf"[{INVISIBLE}\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_ACCENTED_LATIN = re.compile("(?<=[A-Za-z])[\u0300-\u036f]+")
_WORD = re.compile(r"\w+")
_LATIN = re.compile("[A-Za-z]")
_LOOKALIKE = re.compile(f"[{_CYRILLIC_LOOKALIKES}{_GREEK_LOOKALIKES}]")
_EQUIVALENT_CHARACTERS = (
    {ord(c): "'" for c in _SINGLE_QUOTES} | {ord(c): '"' for c in _DOUBLE_QUOTES} | {ord(c): "-" for c in _DASHES}
)
_EQUIVALENT_CHARACTERS |= {ord(letter): plain for letter, plain in _UNACCENTED.items()}
_MAX_CACHED_WORD_LENGTH = 40  # characters; longer "words" are not cached
_MAX_WORD_LENGTH, _MAX_EXPANSION = 500, 4  # 400,000 ligatures of 18 letters each would take 6 s; no word is like that
_MAX_ROUNDS = 5  # 400,000 random mixtures of scripts and marks needed at most 3 rounds


def fold(text: str) -> str:
    """Return `text` in the form in which it is compared and searched.

    Folding removes case, accents of Latin letters, the style of quotation marks and dashes, compatibility forms (NFKC),
    invisible and control characters, and letters of other scripts that imitate Latin ones in a Latin word. Any white
    space becomes one space; none remains at the ends.

    >>> fold("«L`État»") == fold('"l\\'etat"'), fold("Erdo\u011fan"), fold("S\u0443ria")
    (True, 'erdogan', 'syria')
    """
    if "`" in text:
        text = text.replace("`", "'")
    if not text.isascii():
        text = _NOT_ASCII.sub(_fold_matched_character, text)
        if not text.isascii():
            return " ".join(folded for word in text.split() if (folded := _fold_word(word)))
    text = " ".join(text.casefold().split())
    return text if text.isprintable() else " ".join(_DROPPED_CHARACTERS.sub("", text).split())


def replace_lookalikes(text: str) -> str:
    """Replace every look-alike letter; `fold` does so only in words that contain a Latin letter.

    >>> replace_lookalikes("\u0406\u0405\u0406\u0405")
    'ISIS'
    """
    return text.translate(LOOKALIKES)


def _fold_matched_character(match: re.Match[str]) -> str:
    return " " if match[0].isspace() else _EQUIVALENT_CHARACTERS.get(ord(match[0]), match[0])


def _fold_word(word: str) -> str:
    if word.isascii() and word.isprintable():
        return word.casefold()
    if len(word) > _MAX_WORD_LENGTH and len(unicodedata.normalize("NFKD", word)) > _MAX_EXPANSION * len(word):
        return word.casefold()
    return _fold_letters_cached(word) if len(word) <= _MAX_CACHED_WORD_LENGTH else _fold_letters(word)


def _fold_letters(word: str) -> str:
    """Fold a word with letters beyond ASCII: compatibility forms, look-alikes, accents.

    One step can create work for another (an accent comes off a Greek letter, which then looks Latin), so the steps
    repeat until nothing changes.
    """
    for _ in range(_MAX_ROUNDS):
        before = word
        word = unicodedata.normalize("NFKD", _DROPPED_CHARACTERS.sub("", word))
        if _LOOKALIKE.search(word):
            word = _WORD.sub(_unify_script, word)
        word = unicodedata.normalize("NFKC", _ACCENTED_LATIN.sub("", word)).casefold()
        word = _NOT_ASCII.sub(_fold_matched_character, unicodedata.normalize("NFKC", word)).replace("`", "'")
        word = " ".join(word.split())
        if word == before:
            break
    return word


_fold_letters_cached = lru_cache(8192)(_fold_letters)


def _unify_script(match: re.Match[str]) -> str:
    return replace_lookalikes(match[0]) if _LATIN.search(match[0]) else match[0]
