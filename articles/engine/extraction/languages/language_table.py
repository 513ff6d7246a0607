"""Language table: the words and patterns of one language that tell who spoke.

Closed classes of words, in lower case, and a few patterns, from ``data/language_CODE.toml``: "sagte" may stand between
a closing mark and the speaker, "in" governs a phrase, a word in "-sprecherin" is an office. `table_attribution` applies
the tables, the same way for all languages. Languages without a table share ``data/language_und.toml``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from articles.engine.text.person_names import Gender, infer_gender, is_forename
from articles.engine.text.word_lists import WordLists, load_word_lists

#: The languages with a table of their own.
TABLES = frozenset({"de", "es", "fr", "ru"})
#: Pairs of an ending in another case and the ending of the nominative, the longer first.
CaseEndings = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NameForm:
    """A forename or surname in the nominative, with the gender it shows."""

    word: str
    gender: Gender | None


@dataclass(frozen=True, slots=True)
class Language:
    """The table of one language; ``data/language_de.toml`` says what each list is for.

    `forenames` map every form of a forename to its nominative, `surname_cases` hold the endings of surnames by gender,
    `function_words` are all those that are no nouns.
    """

    code: str
    nouns_are_capitalised: bool
    drops_subjects: bool
    subjects_touch_verbs: bool
    finite_verb_pattern: re.Pattern[str]
    plural_verb_pattern: re.Pattern[str]
    verbs: frozenset[str]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    subjunctives: frozenset[str]
    subjunctive_pattern: re.Pattern[str]
    quotative_conjunctions: frozenset[str]
    source_introductions: Mapping[str, tuple[str, ...]]
    source_postpositions: frozenset[str]
    pronouns: Mapping[str, Gender | None]
    possessives: Mapping[str, Gender | None]
    articles: frozenset[str]
    indefinite_articles: frozenset[str]
    article_genders: Mapping[str, Gender | None]
    oblique_articles: frozenset[str]
    genitive_articles: frozenset[str]
    relative_pronouns: frozenset[str]
    phrase_boundaries: frozenset[str]
    conjunctions: frozenset[str]
    role_prepositions: frozenset[str]
    skipped_words: frozenset[str]
    adverbs: frozenset[str]
    addressees: frozenset[str]
    time_words: frozenset[str]
    particles: frozenset[str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    feminine_role_endings: tuple[str, ...]
    bodies: frozenset[str]
    body_endings: tuple[str, ...]
    body_prefixes: tuple[str, ...]
    work_nouns: frozenset[str]
    patronymic_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    viewpoint_prepositions: frozenset[str]
    non_names: frozenset[str]
    non_forenames: frozenset[str]
    forenames: Mapping[str, NameForm]
    surname_cases: Mapping[Gender | None, CaseEndings]
    occasion: re.Pattern[str] | None
    day: re.Pattern[str] | None
    inline_attribution: re.Pattern[str] | None
    function_words: frozenset[str]

    def is_role(self, low: str) -> bool:
        """Return whether a word in lower case is an office."""
        return low in self.roles or (bool(self.role_endings) and low.endswith(self.role_endings))

    def is_body(self, low: str) -> bool:
        """Return whether a word in lower case is a body: an authority, a party, a company."""
        return low in self.bodies or (bool(self.body_endings) and low.endswith(self.body_endings))

    def infer_role_gender(self, low: str) -> Gender:
        """Return the gender of who holds an office, by its ending."""
        return "f" if low.endswith(self.feminine_role_endings) else "m"

    def is_preposition(self, low: str) -> bool:
        """Return whether a word in lower case governs the phrase behind it."""
        return low in self.phrase_boundaries and low not in self.conjunctions

    def get_gender(self, pronoun: str) -> Gender | None:
        """Return the gender that a pronoun shows; a French verb may have it at its end: "explique-t-elle"."""
        return self.pronouns.get(pronoun.rpartition("-")[2]) or self.possessives.get(pronoun)

    def parse_forename(self, word: str) -> NameForm | None:
        """Parse a forename in whatever case, double ones included, and return its nominative.

        >>> load_language("ru").parse_forename("Сергея"), load_language("de").parse_forename("Hans-Peter")
        (NameForm(word='Сергей', gender='m'), NameForm(word='Hans-Peter', gender='m'))
        """
        low = word.lower()
        first = low.partition("-")[0]
        found = self.forenames.get(low)
        if found is not None:
            return NameForm(word if found.word == low else _capitalize(found.word, word), found.gender)
        found = self.forenames.get(first)
        if found is not None and found.word == first:
            return NameForm(word, found.gender)
        return NameForm(word, infer_gender(first)) if is_forename(first) and word not in self.non_forenames else None

    def to_nominative(self, word: str, gender: Gender | None) -> str:
        """Return a surname in the nominative.

        >>> load_language("ru").to_nominative("Лаврова", "m"), load_language("ru").to_nominative("Захаровой", "f")
        ('Лавров', 'Захарова')
        """
        for ending, plain in self.surname_cases[gender]:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word[: -len(ending)] + plain
        return word


def _capitalize(name: str, printed: str) -> str:
    return "-".join(part.capitalize() for part in name.split("-")) if printed[:1].isupper() else name


@cache
def load_language(code: str) -> Language:
    """Load the table ``data/language_CODE.toml``; "und" is the one for languages without a table of their own."""
    lists = load_word_lists(f"language_{code}")
    occasion = lists.lists.get("occasion", {})
    introductions = lists.get_phrases("source_introductions")
    firsts = {phrase.partition(" ")[0] for phrase in introductions}
    women, men = _load_surname_cases(lists, "feminine"), _load_surname_cases(lists, "masculine")
    values: dict[str, Any] = {
        "code": code,
        "source_introductions": {
            first: tuple(phrase for phrase in introductions if phrase.partition(" ")[0] == first) for first in firsts
        },
        "forenames": _build_forename_forms(lists),
        "surname_cases": {"f": women, "m": men, None: women + men},
        "occasion": _compile_occasion(occasion),
        "day": _load(occasion.get("day"), "Pattern | None"),
        "inline_attribution": _load(occasion.get("inline_attribution"), "Pattern | None"),
    }
    values["function_words"] = frozenset(
        word for name in _FUNCTION_WORDS for word in _load(lists.lists.get(name), "frozenset[str]")
    ).union(lists.lists.get("pronouns", ()))
    for item in fields(Language):
        if item.name not in values:
            values[item.name] = _load(lists.lists.get(item.name), str(item.type))
    values["phrase_boundaries"] |= values["conjunctions"]
    return Language(**values)


_FUNCTION_WORDS = ("articles", "phrase_boundaries", "conjunctions", "skipped_words", "auxiliaries", "adverbs", "verbs")


def _load(value: Any, kind: str) -> Any:
    """Load a value as what its field holds: words, phrases, pairs, a pattern or a choice."""
    if "Mapping" in kind:
        return {word: gender or None for word, gender in (value or {}).items()}
    if "Pattern" in kind:
        return re.compile(value or r"(?!)") if value or "None" not in kind else None
    return tuple(value or ()) if "tuple" in kind else frozenset((value or "").split()) if "str" in kind else bool(value)


def _compile_occasion(occasion: Mapping[str, str]) -> re.Pattern[str] | None:
    if not occasion:
        return None
    nouns, ends = ("|".join(occasion[name].split()) for name in ("nouns", "ends"))
    continuation = rf"(?:(?! (?:{ends})\b)[^{occasion['marks']}]){{0,90}}"
    return re.compile(rf"{occasion['begins']}(?:{nouns})\b{continuation}(?:{occasion['name']}{continuation})?")


def _load_surname_cases(lists: WordLists, gender: str) -> CaseEndings:
    cases: dict[str, str] = lists.lists.get(f"{gender}_surname_cases", {})
    return tuple((ending, plain) for plain, endings in cases.items() for ending in endings.split())


def _build_forename_forms(lists: WordLists) -> dict[str, NameForm]:
    """Build the forms of all forenames: the nominatives, and those after "по словам"."""
    forms: dict[str, NameForm] = {}
    plain: dict[str, NameForm] = {}
    genders: tuple[tuple[str, Gender], ...] = (("feminine", "f"), ("masculine", "m"))
    for kind, gender in genders:
        cases = lists.lists.get(f"{kind}_forename_cases", {})
        for name in sorted(lists.get_words(f"{kind}_forenames")):
            plain[name] = NameForm(name, gender)
            ending = next((ending for ending in cases if name.endswith(ending)), None)
            if ending is not None:
                stem = name.removesuffix(ending)
                forms |= dict.fromkeys((stem + case for case in cases[ending].split()), plain[name])
    return forms | plain
