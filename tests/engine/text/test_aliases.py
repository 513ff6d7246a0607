"""Names that mean the same: the table, its equality, and the shipped one."""

import pytest

from articles.engine.text.aliases import STANDARD_ALIASES, STANDARD_GROUPS, Aliases, requires_capitals
from articles.engine.text.normalization import fold


def test_tables_with_the_same_groups_are_equal_and_hash_alike() -> None:
    one, other = (Aliases.from_groups({"Islamic State": ["ISIS", "Daesh"]}) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Aliases.from_groups({"Islamic State": ["ISIS"]})


def test_forms_without_a_letter_are_left_out() -> None:
    assert Aliases.from_groups({"x": ["", " ", "--", "X1"]}).get_forms("x") == ("X1",)


def test_an_unknown_key_has_no_forms() -> None:
    assert STANDARD_ALIASES.get_forms("Atlantis") == ()


@pytest.mark.parametrize("form", ["IS", "US", "U.S.", "WHO", "UN"])
def test_short_forms_in_capitals_are_common_words_in_small_letters(form: str) -> None:
    assert requires_capitals(form)


@pytest.mark.parametrize("form", ["ISIS", "NATO", "Iran", "Daesh", "G7", "al-Assad"])
def test_other_forms_are_names_in_any_case(form: str) -> None:
    assert not requires_capitals(form)


def test_no_form_of_the_shipped_table_stands_for_two_names() -> None:
    owners: dict[tuple[str, bool], set[str]] = {}
    for key, forms in STANDARD_GROUPS.items():
        for form in forms:
            owners.setdefault((fold(form).replace(".", ""), requires_capitals(form)), set()).add(key)
    assert {form: keys for form, keys in owners.items() if len(keys) > 1} == {}


def test_the_shipped_table_names_each_group_by_its_first_form() -> None:
    assert all(forms[0] == key and len(forms) > 1 for key, forms in STANDARD_GROUPS.items())
