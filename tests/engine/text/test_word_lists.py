"""Test the word lists that lie beside the code as data."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from articles.engine.text import word_lists
from articles.engine.text.word_lists import load_word_lists

DATA = Path(word_lists.__file__).parents[1] / "data"
FILES = sorted(path.stem for path in DATA.glob("*.toml"))


def iterate_lists(name: str, entry: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the words or phrases of every list in an entry of a file."""
    if isinstance(entry, str):
        yield name, entry.split() or [entry]  # a pronoun may have no gender
    elif isinstance(entry, dict):
        for key, value in entry.items():
            yield from iterate_lists(f"{name}.{key}", value)
    elif isinstance(entry, list) and isinstance(entry[0], list | dict):
        for number, group in enumerate(entry):
            yield from iterate_lists(f"{name}.{number}", group)
    elif isinstance(entry, list):
        yield name, entry


@pytest.mark.parametrize("file", FILES)
def test_word_list_holds_no_word_twice(file: str) -> None:
    lists = [found for name, entry in load_word_lists(file).lists.items() for found in iterate_lists(name, entry)]
    assert lists
    assert not [name for name, words in lists if not words or len(set(words)) < len(words)]


def test_word_list_keeps_the_order_of_its_phrases() -> None:
    assert load_word_lists("vocabulary_en").get_phrases("ordinals")[:3] == ("first", "second", "third")
