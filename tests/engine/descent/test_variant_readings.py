"""Variants made in copying, word by word."""

import pytest

from articles.engine.comparison.collation import collate
from articles.engine.descent.variant_readings import find_variants

TASS = "pledged not to act against the Syrian army (nobody went back), spared those Islamic State groups in the desert"


def variant_names(other: str, base: str = TASS) -> list[tuple[object, ...]]:
    return sorted((trait.name for trait in find_variants(collate([base, other], base=0))[1]), key=str)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        pytest.param(TASS.replace("Islamic State", "ISIS"), [("house", 76, "isis")], id="a name is house style"),
        pytest.param(TASS.replace("spared", "left"), [("gone", 14), ("new", 14, "left")], id="a word for a word"),
        pytest.param(TASS.replace("Syrian ", ""), [("gone", 6)], id="a word gone"),
        pytest.param(TASS.replace("groups", "armed groups"), [("new", 18, "armed")], id="a word more"),
        pytest.param(TASS.replace("army (", "army, ("), [], id="typesetting is no trait"),
    ],
)
def test_find_variants_describes_each_change(other: str, found: list[tuple[object, ...]]) -> None:
    assert variant_names(other) == found


def test_find_variants_of_a_wider_cut_include_the_narrower() -> None:
    narrow, wide = TASS.replace("spared those ", ""), TASS.replace("spared those Islamic State ", "")
    assert set(variant_names(narrow)) < set(variant_names(wide))


def test_find_variants_assigns_dots_in_the_base_to_the_base() -> None:
    found = find_variants(collate([TASS.replace(" (nobody went back)", "......"), TASS], base=0))
    assert [len(found[wording]) for wording in (0, 1)] == [1, 0]


def test_truncation_has_a_low_reversion_probability() -> None:
    found = find_variants(collate([TASS, TASS[: TASS.index(", spared")]], base=0))[1]
    assert [(trait.name[0], trait.reversion_probability < 0.0001) for trait in found] == [("truncation.end", True)]
