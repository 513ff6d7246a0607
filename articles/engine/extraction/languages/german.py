"""German language table.

``„Das ist so“, sagte Außenminister Frank-Walter Steinmeier am Dienstag in Berlin.``: *sagte* follows the closing mark,
*Außenminister* is an office and no part of the name, *am* ends it. Nouns are capitalised, so a capital makes no name:
offices are recognised by their endings (-minister, -sprecherin), people by a forename or by the office before. The
words are in ``data/german.toml``.
"""

import re

from articles.engine.extraction.languages.language_table import Language, NameForm
from articles.engine.text.person_names import Gender, infer_gender, is_forename
from articles.engine.text.word_lists import load_word_lists

_LISTS = load_word_lists("german")

_MASCULINE_FORENAMES = _LISTS.get_words("masculine_forenames")
_FEMININE_FORENAMES = _LISTS.get_words("feminine_forenames")


def _parse_german_forename(word: str) -> NameForm | None:
    """Parse a forename, double ones included.

    A genitive -s is not considered: "Angela Merkels" has it on the surname.
    """
    low = word.lower()
    first = low.partition("-")[0]
    gender: Gender | None
    if low in _MASCULINE_FORENAMES or first in _MASCULINE_FORENAMES:
        gender = "m"
    elif low in _FEMININE_FORENAMES or first in _FEMININE_FORENAMES:
        gender = "f"
    elif is_forename(first) and word not in _NON_FORENAMES:
        gender = infer_gender(first)
    else:
        return None
    return NameForm(word, gender)


_NON_FORENAMES = _LISTS.get_words("non_forenames")


def _to_german_nominative(word: str, gender: Gender | None) -> str:
    del gender  # German surnames are the same for both
    return word


_OCCASION_NOUNS = (
    r"(?:Fernseh|Radio|Zeitungs|Sommer|TV-)?(?:[Ii]nterview|[Gg]espräch)|(?:Presse|Video|Telefon)?konferenz|"
    r"(?:Regierungs|Grundsatz|Fernseh)?[Rr]ede|Ansprache|(?:Presse)?(?:[Ee]rklärung|[Mm]itteilung)|Sendung|Talkshow|"
    r"Stellungnahme|Statement|Brief|Pressetermin|Podcast|Gastbeitrag|Tweet|Debatte|Sitzung|Auftritt|Treffen"
)
_PHRASE_CONTINUATION = (
    r"(?:(?! (?:sagte|erklärte|betonte|dass|und|aber|er|sie)\b)[^,.:;!?\u201e\u201c\u00ab\u00bb\n\"]){0,90}"
)
_QUOTED_NAME = (
    r"(?:[\u201e\"\u00bb][^\u201e\u201c\u201d\u00ab\u00bb\n\"]{1,30}[\u201c\u201d\"\u00ab]-?"
    + _PHRASE_CONTINUATION
    + ")?"
)
_DAYS = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"

GERMAN = Language(
    code="de",
    verbs=_LISTS.get_words("verbs"),
    quotative_conjunctions=_LISTS.get_words("quotative_conjunctions"),
    source_introductions=tuple(tuple(phrase.split()) for phrase in _LISTS.get_phrases("source_introductions")),
    source_postpositions=_LISTS.get_words("source_postpositions"),
    pronouns={"er": "m", "sie": "f", "ich": None, "wir": None, "es": None},
    articles=_LISTS.get_words("articles"),
    phrase_boundaries=_LISTS.get_words("phrase_boundaries"),
    role_prepositions=_LISTS.get_words("role_prepositions"),
    skipped_words=_LISTS.get_words("skipped_words"),
    addressees=_LISTS.get_words("addressees"),
    time_words=_LISTS.get_words("time_words"),
    particles=_LISTS.get_words("particles"),
    roles=_LISTS.get_words("roles"),
    role_endings=_LISTS.get_phrases("role_endings"),
    work_nouns=_LISTS.get_words("work_nouns"),
    occasion_pattern=re.compile(
        rf"\b(?:[Ii]n|[Bb]ei|[Ii]m|[Aa]uf|[Nn]ach|[Ww]ährend)(?: (?:de[rmns]|eine[rmns]?|seine[rmn]?|ihre[rmn]?))?"
        rf"(?: [a-zäöüß]+e[nmrs]?)?"
        rf" (?:\w+-)?(?:{_OCCASION_NOUNS})\b{_PHRASE_CONTINUATION}{_QUOTED_NAME}"
    ),
    day_pattern=re.compile(
        rf"\b[Aa]m (?:(?:vergangenen|gestrigen|heutigen) )?(?:{_DAYS})(?:abend|morgen|nachmittag)?"
        rf"(?: (?:in|vor|bei) (?:der |den |dem )?[A-ZÄÖÜ][\w-]+)?"
    ),
    parse_forename=_parse_german_forename,
    to_nominative=_to_german_nominative,
    nouns_are_capitalised=True,
)
