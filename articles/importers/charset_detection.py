# ruff: noqa: RUF001 - letters and marks that look like others are what this is about
"""Charset detection for bytes whose encoding nothing declares.

charset-normalizer distinguishes scripts well: Cyrillic from Greek, Chinese from Japanese, windows-1251 from KOI8-R. It
confuses the Latin alphabets of Europe, because their encodings differ in a few letters only: the French "succès" of an
undeclared latin-1 file is a valid "succčs" in windows-1250. There the letters decide: an encoding is right when one of
the languages written in it has all of the letters, and French has no č.
"""

from charset_normalizer import CharsetMatch, from_bytes

# Encodings of news, the most common of each kind first. With all of Python's codecs to choose from, the detection picks
# EBCDIC and Mac sets for short texts.
_ENCODINGS = [
    *("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_9", "iso8859_15", "mac_roman"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "tis_620"),
]

_WESTERN = (
    "àâæçèéêëîïôœùûüÿ",  # French
    "äöüßé",  # German
    "áéíñóúü¿¡ºª",  # Spanish
    "àáâãçéêíóôõúüºª",  # Portuguese
    "àèéìíîòóùú",  # Italian
    "áéëèïíóöúü",  # Dutch
    "åäöæøéüà",  # Swedish, Danish, Norwegian, Finnish
)
_CENTRAL = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "čćđšž",  # Croatian, Serbian, Slovene
    "ăâîşţșț",  # Romanian
)
_BALTIC = ("āčēģīķļņšūž", "ąčęėįšųūž", "äöõüšž")  # Latvian, Lithuanian, Estonian
_TURKISH = ("çğıiöşüâîû",)
_ALPHABETS = {
    "cp1252": _WESTERN,
    "iso8859_15": _WESTERN,
    "mac_roman": _WESTERN,
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1257": _BALTIC,
    "cp1254": _TURKISH,
    "iso8859_9": _TURKISH,
}
_PUNCTUATION = frozenset("“”„‘’‚«»‹›–—…•©®™€£§°·´\xa0\xad")


def detect_and_decode(data: bytes) -> str | None:
    """Decode `data` in its most likely encoding; None where it is no text.

    >>> detect_and_decode("« Nous avons noté des succès tactiques », a déclaré le ministre. ".encode("latin-1"))
    '« Nous avons noté des succès tactiques », a déclaré le ministre. '
    """
    matches = list(from_bytes(data, cp_isolation=_ENCODINGS, enable_fallback=False))
    if not matches:
        return None
    best = matches[0]
    if best.encoding not in _ALPHABETS:
        return str(best)
    latin = [match for match in matches if match.encoding in _ALPHABETS and match.chaos == best.chaos]
    return str(min(latin, key=lambda match: (_count_foreign_letters(match), _ENCODINGS.index(match.encoding))))


def _count_foreign_letters(match: CharsetMatch) -> int:
    """Count the characters beyond ASCII that the best fitting language of the encoding does not have."""
    letters_beyond_ascii = [
        character for character in str(match).lower() if character > "\x7f" and character not in _PUNCTUATION
    ]
    return min(
        sum(character not in letters for character in letters_beyond_ascii) for letters in _ALPHABETS[match.encoding]
    )
