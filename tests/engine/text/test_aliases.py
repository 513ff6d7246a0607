"""Alias tables: forms, equality, and the shipped table."""

import pytest

from articles.engine.text.aliases import STANDARD_ALIASES, STANDARD_GROUPS, Aliases, requires_capitals
from articles.engine.text.normalization import fold


def test_aliases_are_equal_and_hash_alike_with_the_same_groups() -> None:
    one, other = (Aliases.from_groups({"Islamic State": ["ISIS", "Daesh"]}) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Aliases.from_groups({"Islamic State": ["ISIS"]})


def test_from_groups_drops_forms_without_a_letter() -> None:
    assert Aliases.from_groups({"x": ["", " ", "--", "X1"]}).get_forms("x") == ("X1",)


def test_get_forms_returns_nothing_for_an_unknown_key() -> None:
    assert STANDARD_ALIASES.get_forms("Atlantis") == ()


@pytest.mark.parametrize("form", ["IS", "US", "U.S.", "WHO", "UN"])
def test_requires_capitals_holds_for_short_acronyms(form: str) -> None:
    assert requires_capitals(form)


@pytest.mark.parametrize("form", ["ISIS", "NATO", "Iran", "Daesh", "G7", "al-Assad"])
def test_requires_capitals_fails_for_other_forms(form: str) -> None:
    assert not requires_capitals(form)


def test_standard_aliases_have_no_form_in_two_groups() -> None:
    owners: dict[tuple[str, bool], set[str]] = {}
    for key, forms in STANDARD_GROUPS.items():
        for form in forms:
            owners.setdefault((fold(form).replace(".", ""), requires_capitals(form)), set()).add(key)
    assert {form: keys for form, keys in owners.items() if len(keys) > 1} == {}


def test_standard_aliases_have_their_first_form_as_key() -> None:
    assert all(forms[0] == key and len(forms) > 1 for key, forms in STANDARD_GROUPS.items())
