"""What has to be known of a language to tell who spoke the quoted words?

Closed classes of words, in lower case, and a few patterns: "sagte" may stand between a closing mark and the speaker,
"am" ends the speaker's name, a word in "-sprecherin" is an office. How they are put to use is one and the same for all
languages, and stands in `reading`.

Left to others: the words themselves (`german`, `russian`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from articles.engine.text.person_names import Gender


@dataclass(frozen=True, slots=True)
class NameForm:
    """A forename, or a surname: as it is when it is the subject, and whose it is."""

    word: str
    gender: Gender | None


@dataclass(frozen=True, slots=True)
class Language:
    """The table of one language.

    `verbs` are finite forms of saying; `as_said` stands before one ("wie", "как"); `after` are ways to name
    whose words they are ("so", "laut", "по словам"), `behind` those that follow the name ("zufolge").
    `pronouns` and `articles` tell what they can; `ends` are prepositions, conjunctions and relatives, where the
    name of a speaker is over; `ties` are those of them that tie a noun to an office ("Sprecher von"). `passed`
    are adverbs and helpers between a verb and its subject, `hearers` those who are told, `times` days and the
    like. `roles` are offices, also as the end of a longer word (`role_endings`). `works` are nouns whose name
    stands in quotation marks. `occasion` and `day` match where and when it was said. `forename` tells a
    forename, in whatever case; `subject_form` gives a surname as a subject has it. `within` matches an
    attribution inside the marks, where the language prints it there: groups `end`, `attribution`.
    """

    code: str
    verbs: frozenset[str]
    quotative_conjunctions: frozenset[str]
    source_introductions: tuple[tuple[str, ...], ...]
    source_postpositions: frozenset[str]
    pronouns: Mapping[str, Gender | None]
    articles: frozenset[str]
    phrase_boundaries: frozenset[str]
    role_prepositions: frozenset[str]
    skipped_words: frozenset[str]
    addressees: frozenset[str]
    time_words: frozenset[str]
    particles: frozenset[str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    work_nouns: frozenset[str]
    occasion_pattern: re.Pattern[str]
    day_pattern: re.Pattern[str]
    parse_forename: Callable[[str], NameForm | None]
    to_nominative: Callable[[str, Gender | None], str]
    nouns_are_capitalised: bool = False
    inline_attribution: re.Pattern[str] | None = None

    def is_role(self, low: str) -> bool:
        return low in self.roles or (bool(self.role_endings) and low.endswith(self.role_endings))
