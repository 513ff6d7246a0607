"""Word lists: the words of a language, kept as data beside the code.

Each file ``data/NAME.toml`` holds the lists of one module, with a comment where a list needs one. A class of words is
a string of words with blanks between them, phrases are an array of strings, and pairs are a table::

    >>> lists = load_word_lists("lexicon_en")
    >>> sorted(lists.get_words("articles")), lists.get_mapping("short_forenames")["bill"]
    (['a', 'an', 'the'], 'william')
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class WordLists:
    """The word lists of one file, by name."""

    lists: Mapping[str, Any]

    def get_words(self, name: str) -> frozenset[str]:
        """Return a class of words."""
        return frozenset(self.lists[name].split())

    def get_phrases(self, name: str) -> tuple[str, ...]:
        """Return phrases, or words whose order matters, in the order of the file."""
        return tuple(self.lists[name])

    def get_mapping(self, name: str) -> dict[str, str]:
        """Return the pairs of a table."""
        return dict(self.lists[name])


def load_word_lists(name: str) -> WordLists:
    """Load the word lists of ``data/NAME.toml``."""
    return WordLists(tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8")))
