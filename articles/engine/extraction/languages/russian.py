"""Russian language table.

``«Это так», — заявил министр иностранных дел Сергей Лавров.``: the office stands between the verb and the name. ``По
словам Сергея Лаврова`` has the name in the genitive, and the speaker is given in the nominative: Сергей Лавров. Papers
print the attribution inside the marks as well: ``«Мы это видим, — сказал Лавров. — Мы это знаем»``. The words
are in ``data/russian.toml``.
"""

# The letters are Cyrillic, also where they look like Latin ones:
# ruff: noqa: RUF001

import re

from articles.engine.extraction.languages.language_table import Language, NameForm
from articles.engine.text.person_names import Gender
from articles.engine.text.word_lists import load_word_lists

_LISTS = load_word_lists("russian")

_MASCULINE_FORENAMES = _LISTS.get_words("masculine_forenames")
_FEMININE_FORENAMES = _LISTS.get_words("feminine_forenames")


def _build_oblique_forms(men: frozenset[str], women: frozenset[str]) -> dict[str, NameForm]:
    """Build the forms of forenames after "по словам": the genitive, and the dative and instrumental."""
    forms: dict[str, NameForm] = {}
    for name in women:
        person = NameForm(name, "f")
        stem = name[:-1]
        ends: tuple[str, ...] = ()
        if name.endswith("ия"):
            ends = ("ии", "ию", "ией")
        elif name.endswith("я"):
            ends = ("и", "е", "ю", "ей")
        elif name.endswith("а"):
            ends = ("ы", "и", "е", "у", "ой")
        forms |= dict.fromkeys((stem + end for end in ends), person)
    for name in men:
        person = NameForm(name, "m")
        if name.endswith(("й", "ь")):
            ends, stem = ("я", "ю", "ем"), name[:-1]
        elif name.endswith(("а", "я")):
            ends, stem = ("и", "ы", "е", "у", "ю", "ой", "ей"), name[:-1]
        else:
            ends, stem = ("а", "у", "ом"), name
        forms |= {stem + end: person for end in ends if stem + end not in women}
    irregular = {"павел": "павл", "лев": "льв", "петр": "петр", "пётр": "петр"}
    for name, stem in irregular.items():
        forms |= dict.fromkeys((stem + end for end in ("а", "у", "ом")), NameForm(name, "m"))
    return forms


_OBLIQUE_FORENAMES = _build_oblique_forms(_MASCULINE_FORENAMES, _FEMININE_FORENAMES)


def _parse_russian_forename(word: str) -> NameForm | None:
    """Parse a forename in whatever case, and return its nominative.

    >>> _parse_russian_forename("Сергея")
    NameForm(word='Сергей', gender='m')
    """
    low = word.lower()
    gender: Gender | None = "m" if low in _MASCULINE_FORENAMES else "f" if low in _FEMININE_FORENAMES else None
    if gender is not None:
        return NameForm(word, gender)
    found = _OBLIQUE_FORENAMES.get(low)
    if found is None:
        return None
    plain = "-".join(part.capitalize() for part in found.word.split("-"))
    return NameForm(plain if word[:1].isupper() else found.word, found.gender)


#: Endings of surnames in other cases, with the ending of the nominative; the longer first.
_MASCULINE_SURNAME_ENDINGS = (
    *(("ского", "ский"), ("цкого", "цкий"), ("скому", "ский"), ("цкому", "цкий"), ("ским", "ский"), ("цким", "цкий")),
    *(("ова", "ов"), ("ева", "ев"), ("ёва", "ёв"), ("ина", "ин"), ("ына", "ын"), ("ову", "ов"), ("еву", "ев")),
    *(("ину", "ин"), ("ыну", "ын"), ("овым", "ов"), ("евым", "ев"), ("иным", "ин"), ("ыным", "ын")),
    *(("ера", "ер"), ("ена", "ен"), ("ана", "ан"), ("она", "он"), ("ика", "ик"), ("енка", "енко"), ("мпа", "мп")),
)
_FEMININE_SURNAME_ENDINGS = (
    *(("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"), ("ской", "ская"), ("цкой", "цкая")),
    *(("ову", "ова"), ("еву", "ева"), ("ину", "ина"), ("скую", "ская"), ("цкую", "цкая")),
)


def _to_russian_nominative(word: str, gender: Gender | None) -> str:
    """Return a surname in the nominative.

    >>> _to_russian_nominative("Лаврова", "m"), _to_russian_nominative("Захаровой", "f")
    ('Лавров', 'Захарова')
    >>> _to_russian_nominative("Пескова", None)
    'Песков'
    """
    tables = {
        "m": (_MASCULINE_SURNAME_ENDINGS,),
        "f": (_FEMININE_SURNAME_ENDINGS,),
        None: (_FEMININE_SURNAME_ENDINGS, _MASCULINE_SURNAME_ENDINGS),
    }[gender]
    for table in tables:
        for ending, plain in table:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word[: -len(ending)] + plain
    return word


_OCCASION_NOUNS = (
    r"интервью|пресс-конференции|брифинге|выступлении|заявлении|эфире|беседе|речи|обращении|послании|статье|письме|"
    r"(?:теле)?программе|передаче|встрече|заседании|форуме|саммите|переговоров|телеграм-канале|твиттере|докладе"
)
_PHRASE_CONTINUATION = (
    r"(?:(?! (?:что|и|а|но|он|она|сказал|заявил|отметил)\b)[^,.:;!?«»\u201e\u201c\n\"\u2014\u2013]){0,90}"
)
_QUOTED_NAME = rf"(?:«[^«»\n]{{1,40}}»{_PHRASE_CONTINUATION})?"
_DAYS = "понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье"

RUSSIAN = Language(
    code="ru",
    verbs=_LISTS.get_words("verbs"),
    quotative_conjunctions=_LISTS.get_words("quotative_conjunctions"),
    source_introductions=tuple(tuple(phrase.split()) for phrase in _LISTS.get_phrases("source_introductions")),
    source_postpositions=frozenset(),
    pronouns={"он": "m", "она": "f", "я": None, "мы": None, "они": None},
    articles=frozenset(),
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
        rf"\b(?:[Вв]о?|[Нн]а|[Пп]осле|[Вв] ходе|[Пп]о итогам|[Вв]о время|[Пп]о окончании)(?: [а-яё-]+){{0,2}}"
        rf" (?:{_OCCASION_NOUNS})\b{_PHRASE_CONTINUATION}{_QUOTED_NAME}"
    ),
    day_pattern=re.compile(rf"\b[Вв]о? (?:{_DAYS})(?:, \d{{1,2}} [а-я]+)?"),
    parse_forename=_parse_russian_forename,
    to_nominative=_to_russian_nominative,
    inline_attribution=re.compile(
        r"(?P<end>[,!?\u2026])\s*[\u2014\u2013-]\s(?P<attribution>[^«»\u201e\u201c\n]{4,160}?)[.,!?]\s*[\u2014\u2013-]\s"
    ),
)
