"""Name variants and other names."""

import pytest

from articles.engine.comparison.compare import compare
from articles.engine.text.aliases import Aliases


def classify(a: str, b: str) -> list[tuple[str, str]]:
    return [(change.kind, change.reason) for change in compare(a, b).changes]


@pytest.mark.parametrize(
    ("a", "b", "group"),
    [
        ("exclusively the Islamic State and", "exclusively ISIS and", "Islamic State"),
        ("Islamic State\u2019s fighters", "Daesh's fighters", "Islamic State"),
        ("said Washington wants", "said the US wants", "United States"),
        ("with America\u2019s plan", "with Washington\u2019s plan", "United States"),
        ("talks in Germany began", "talks in Berlin began", "Germany"),
        ("the anti-Daesh coalition", "the anti-ISIL coalition", "Islamic State"),
        ("said Bashar Assad then", "said Assad then", "Bashar al-Assad"),
    ],
)
def test_name_swap_states_the_shared_group(a: str, b: str, group: str) -> None:
    assert classify(a, b) == [("name_swap", f"both stand for {group}")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the war in Iraq goes on", "the war in Iran goes on"),
        ("said Kerry then", "said Obama then"),
        ("from the US then", "from the UK then"),
    ],
)
def test_other_name_is_a_substitution(a: str, b: str) -> None:
    assert [kind for kind, _ in classify(a, b)] == ["substitution"]


def test_name_swap_follows_the_alias_table_given() -> None:
    table = Aliases.from_groups({"the minister": ["Ms Jones", "the Right Honourable Member"]})
    [change] = compare("said Ms Jones then", "said the Right Honourable Member then", table).changes
    assert change.kind == "name_swap"
