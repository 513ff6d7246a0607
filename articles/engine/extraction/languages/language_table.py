"""Language table: the words and patterns of one language that tell who spoke.

Closed classes of words, in lower case, and a few patterns, from ``data/language_CODE.toml``: "sagte" may stand between
a closing mark and the speaker, "am" ends the speaker's name, a word in "-sprecherin" is an office. `table_attribution`
applies the tables, the same way for all languages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from articles.engine.text.person_names import Gender, infer_gender, is_forename
from articles.engine.text.word_lists import WordLists, load_word_lists

#: Pairs of an ending in another case and the ending of the nominative, the longer first.
CaseEndings = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NameForm:
    """A forename or surname in the nominative, with the gender it shows."""

    word: str
    gender: Gender | None


@dataclass(frozen=True, slots=True)
class Language:
    """The table of one language.

    `verbs` are finite forms of saying; `quotative_conjunctions` stand before one ("wie", "как").
    `source_introductions` name whose words they are ("so", "laut", "по словам"), `source_postpositions` follow the
    name ("zufolge"). `pronouns` map to the gender they show. `phrase_boundaries` are prepositions, conjunctions and
    relatives, where the name of a speaker ends; the `conjunctions` of them do not govern the subject behind them, and
    `role_prepositions` tie a noun to an office ("Sprecher von"). `skipped_words` are adverbs and auxiliaries between a
    verb and its subject, `addressees` those who are told, `time_words` days and the like, `particles` parts of a
    surname ("von der"). `roles` are offices, also as the end of a longer word (`role_endings`). `work_nouns` are nouns
    whose name stands in quotation marks. `patronymic_endings` end the second of three Russian names. `forenames` map
    every form of a forename to its nominative; `surname_cases` are the endings of surnames by gender. `non_forenames`
    are forenames elsewhere, as they are printed. `occasion_pattern` and `day_pattern` match where and when it was said.
    `inline_attribution` matches an attribution inside the marks, where the language prints it there: groups `end`,
    `attribution`.
    """

    code: str
    verbs: frozenset[str]
    quotative_conjunctions: frozenset[str]
    source_introductions: tuple[tuple[str, ...], ...]
    source_postpositions: frozenset[str]
    pronouns: Mapping[str, Gender | None]
    articles: frozenset[str]
    phrase_boundaries: frozenset[str]
    conjunctions: frozenset[str]
    role_prepositions: frozenset[str]
    skipped_words: frozenset[str]
    addressees: frozenset[str]
    time_words: frozenset[str]
    particles: frozenset[str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    work_nouns: frozenset[str]
    patronymic_endings: tuple[str, ...]
    forenames: Mapping[str, NameForm]
    non_forenames: frozenset[str]
    surname_cases: Mapping[Gender | None, CaseEndings]
    occasion_pattern: re.Pattern[str]
    day_pattern: re.Pattern[str]
    inline_attribution: re.Pattern[str] | None
    nouns_are_capitalised: bool

    def is_role(self, low: str) -> bool:
        """Return whether a word in lower case is an office."""
        return low in self.roles or (bool(self.role_endings) and low.endswith(self.role_endings))

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
    """Load the table ``data/language_CODE.toml``."""
    lists = load_word_lists(f"language_{code}")
    occasion = lists.get_mapping("occasion")
    nouns, ends = ("|".join(occasion[name].split()) for name in ("nouns", "ends"))
    continuation = rf"(?:(?! (?:{ends})\b)[^{occasion['marks']}]){{0,90}}"
    women, men = _load_surname_cases(lists, "feminine"), _load_surname_cases(lists, "masculine")
    inline_attribution = occasion.get("inline_attribution")
    return Language(
        code=code,
        verbs=lists.get_words("verbs"),
        quotative_conjunctions=lists.get_words("quotative_conjunctions"),
        source_introductions=tuple(tuple(phrase.split()) for phrase in lists.get_phrases("source_introductions")),
        source_postpositions=lists.get_words("source_postpositions"),
        pronouns={word: _GENDERS.get(gender) for word, gender in lists.get_mapping("pronouns").items()},
        articles=lists.get_words("articles"),
        phrase_boundaries=lists.get_words("phrase_boundaries") | lists.get_words("conjunctions"),
        conjunctions=lists.get_words("conjunctions"),
        role_prepositions=lists.get_words("role_prepositions"),
        skipped_words=lists.get_words("skipped_words"),
        addressees=lists.get_words("addressees"),
        time_words=lists.get_words("time_words"),
        particles=lists.get_words("particles"),
        roles=lists.get_words("roles"),
        role_endings=lists.get_phrases("role_endings"),
        work_nouns=lists.get_words("work_nouns"),
        patronymic_endings=lists.get_phrases("patronymic_endings"),
        forenames=_build_forename_forms(lists),
        non_forenames=lists.get_words("non_forenames"),
        surname_cases={"f": women, "m": men, None: women + men},
        occasion_pattern=re.compile(
            rf"{occasion['begins']}(?:{nouns})\b{continuation}(?:{occasion['name']}{continuation})?"
        ),
        day_pattern=re.compile(occasion["day"]),
        inline_attribution=re.compile(inline_attribution) if inline_attribution is not None else None,
        nouns_are_capitalised=bool(lists.lists["nouns_are_capitalised"]),
    )


_GENDERS: dict[str, Gender] = {"m": "m", "f": "f"}


def _load_surname_cases(lists: WordLists, gender: str) -> CaseEndings:
    return tuple(
        (ending, plain)
        for plain, endings in lists.get_mapping(f"{gender}_surname_cases").items()
        for ending in endings.split()
    )


def _build_forename_forms(lists: WordLists) -> dict[str, NameForm]:
    """Build the forms of all forenames: the nominatives, and those after "по словам"."""
    forms: dict[str, NameForm] = {}
    plain: dict[str, NameForm] = {}
    genders: tuple[tuple[str, Gender], ...] = (("feminine", "f"), ("masculine", "m"))
    for kind, gender in genders:
        cases = lists.get_mapping(f"{kind}_forename_cases")
        for name in sorted(lists.get_words(f"{kind}_forenames")):
            plain[name] = NameForm(name, gender)
            ending = next((ending for ending in cases if name.endswith(ending)), None)
            if ending is not None:
                stem = name.removesuffix(ending)
                forms |= dict.fromkeys((stem + case for case in cases[ending].split()), plain[name])
    return forms | plain
