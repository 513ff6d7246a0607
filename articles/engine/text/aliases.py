"""Alias table: names that mean the same person, country or body.

TASS prints "the Islamic State", SANA "ISIS", Sputnik "Daesh": one body under three names. A comparison shows such a
swap as a change of name. `STANDARD_ALIASES` ships with the engine (``data/aliases.toml``); curators extend the table in
the admin::

    >>> table = Aliases.from_groups({"Islamic State": ["Islamic State", "ISIS", "IS"]})
    >>> table.groups
    (('Islamic State', ('Islamic State', 'ISIS', 'IS')),)

A form is matched word by word on folded text, so accents, dots and possessives do not matter ("U.S." is found by
"US"). The printed form must contain a capital, or "to trump" would be a president. Forms of up to three letters in
capitals are common words in lower case - "IS", "US", "WHO" - and match only in capitals. The article is no part of a
name: "the Islamic State" needs no form of its own.

Only names that mean the *same* belong here. "Moscow" for "Russia" is a figure of speech, and "the militants" for
"Islamic State" is another claim: both are changes of wording. `text.tokenization` finds the names in a text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.engine.text.word_lists import load_word_lists

MAX_ACRONYM_LENGTH = 3  # letters; such forms are common words in lower case ("is", "us", "who")


@dataclass(frozen=True, eq=False)
class Aliases:
    """Groups of names that mean the same, each a (key, forms) pair; two tables with equal groups are equal.

    A comparison replaces every form by the key. The key must not be empty and need not be one of the forms.
    """

    groups: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def from_groups(cls, groups: Mapping[str, Sequence[str]]) -> "Aliases":
        """Build the table from `groups`; forms without a letter or digit are left out."""
        return cls(
            tuple((key, tuple(form for form in forms if any(map(str.isalnum, form)))) for key, forms in groups.items())
        )

    @cached_property
    def _forms_by_key(self) -> dict[str, tuple[str, ...]]:
        return dict(self.groups)

    def get_forms(self, key: str) -> tuple[str, ...]:
        """Return the forms of the name with this key; empty for an unknown key."""
        return self._forms_by_key.get(key, ())

    @cached_property
    def _hash(self) -> int:  # every comparison asks for it, and the standard table has hundreds of forms
        return hash(self.groups)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Aliases) and self.groups == other.groups)


def requires_capitals(form: str) -> bool:
    """Return whether `form` is a name only where it is printed in capitals.

    >>> requires_capitals("US"), requires_capitals("U.S."), requires_capitals("ISIS"), requires_capitals("Iran")
    (True, True, False, False)
    """
    letters = form.replace(".", "")
    return letters.isalpha() and letters.isupper() and len(letters) <= MAX_ACRONYM_LENGTH


STANDARD_GROUPS: Mapping[str, tuple[str, ...]] = {
    group[0]: tuple(group) for groups in load_word_lists("aliases").lists.values() for group in groups
}
STANDARD_ALIASES = Aliases.from_groups(STANDARD_GROUPS)
