"""Which changes came in by copying, word by word, and which of them anybody makes."""

import pytest

from articles.engine.comparison.collation import collate
from articles.engine.descent.variants import find_variants

TASS = "pledged not to act against the Syrian army (nobody went back), spared those Islamic State groups in the desert"


def names(other: str, base: str = TASS) -> list[tuple[object, ...]]:
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
def test_a_change_makes_traits(other: str, found: list[tuple[object, ...]]) -> None:
    assert names(other) == found


def test_a_wider_cut_holds_the_narrower_one() -> None:
    narrow, wide = TASS.replace("spared those ", ""), TASS.replace("spared those Islamic State ", "")
    assert set(names(narrow)) < set(names(wide))


def test_where_the_base_has_dots_it_is_the_base_that_departs() -> None:
    found = find_variants(collate([TASS.replace(" (nobody went back)", "......"), TASS], base=0))
    assert [len(found[wording]) for wording in (0, 1)] == [1, 0]


def test_an_end_left_out_is_hardly_put_back() -> None:
    found = find_variants(collate([TASS, TASS[: TASS.index(", spared")]], base=0))[1]
    assert [(trait.name[0], trait.reversion_probability < 0.0001) for trait in found] == [("truncation.end", True)]
