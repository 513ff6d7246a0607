"""Language table: the words and patterns of one language that tell who spoke.

Closed classes of words, in lower case, and a few patterns: "sagte" may stand between a closing mark and the speaker,
"am" ends the speaker's name, a word in "-sprecherin" is an office. `table_attribution` applies the tables, the same way
for all languages; `german` and `russian` hold the words.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from articles.engine.text.person_names import Gender


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
    relatives, where the name of a speaker ends; `role_prepositions` are those of them that tie a noun to an office
    ("Sprecher von"). `skipped_words` are adverbs and auxiliaries between a verb and its subject, `addressees` those who
    are told, `time_words` days and the like, `particles` parts of a surname ("von der"). `roles` are offices, also as
    the end of a longer word (`role_endings`). `work_nouns` are nouns whose name stands in quotation marks.
    `occasion_pattern` and `day_pattern` match where and when it was said. `parse_forename` recognises a forename in
    whatever case; `to_nominative` returns a surname in the nominative. `inline_attribution` matches an attribution
    inside the marks, where the language prints it there: groups `end`, `attribution`.
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
        """Return whether a word in lower case is an office."""
        return low in self.roles or (bool(self.role_endings) and low.endswith(self.role_endings))
