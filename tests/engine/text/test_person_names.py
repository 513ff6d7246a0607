"""Name keys across spellings, and the gender of forenames, surnames and titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.text.person_names import (
    build_name_key,
    infer_gender,
    infer_surname_gender,
    infer_title_gender,
    is_forename,
)


@pytest.mark.parametrize(
    "spellings",
    [
        (
            "Sergey Lavrov",
            "Sergei Lavrov",
            "Sergej Lawrow",
            "SERGEY LAVROV",
            "Сергей Лавров",
            "Sergey Viktorovich Lavrov",
        ),
        ("Maria Zakharova", "Maria Zaharova", "Marija Zaharova", "Мария Захарова"),
        ("Bashar al-Assad", "Bashar Assad", "Bashar Al Assad", "President Bashar al-Assad"),
        ("Dmitry Peskov", "Dmitri Peskov", "Dmitriy Peskov", "Dmitrij Peskow", "Дмитрий Песков"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Volodymyr Selenskyj"),
        ("Muammar Gaddafi", "Moammar Khadafy", "Muammar al-Qaddafi"),
        ("Recep Tayyip Erdo\u011fan", "Recep Tayyip Erdogan"),
        ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
        ("Donald J. Trump", "Donald Trump", "Mr. Donald Trump", "Donald\u200b Trump"),
        ("Alexander Novak", "Aleksandr Novak"),
    ],
)
def test_name_key_is_equal_for_spellings_of_one_name(spellings: tuple[str, ...]) -> None:
    assert len({build_name_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Sergey Lavrov", "Maria Lavrova"),
        ("George Bush", "Jeb Bush"),
        ("Lavrov", "Sergey Lavrov"),
    ],
)
def test_name_key_differs_for_different_people(one: str, another: str) -> None:
    assert build_name_key(one) != build_name_key(another)


@pytest.mark.parametrize("name", ["", "...", "The President", "\u200b", "123"])
def test_name_key_exists_for_what_is_no_name(name: str) -> None:
    assert isinstance(build_name_key(name), str)


@given(st.text(max_size=60))
def test_name_key_ignores_ascii_case(name: str) -> None:
    key = build_name_key(name)
    assert key == build_name_key(name)
    if name.isascii() and name.isalpha():
        assert build_name_key(name.upper()) == build_name_key(name.lower())


@pytest.mark.parametrize(
    ("forename", "gender"),
    [("Sergei", "m"), ("Maria", "f"), ("Hillary", "f"), ("Jean-Claude", "m"), ("Kim", None), ("Xqzt", None)],
)
def test_infer_gender_reads_forenames(forename: str, gender: str | None) -> None:
    assert infer_gender(forename) == gender


@pytest.mark.parametrize(
    ("surname", "gender"), [("Zakharova", "f"), ("Peskov", "m"), ("Preston", None), ("Nova", None)]
)
def test_infer_surname_gender_reads_slavic_endings(surname: str, gender: str | None) -> None:
    assert infer_surname_gender(surname) == gender


@pytest.mark.parametrize(
    ("title", "gender"),
    [("Mrs.", "f"), ("spokeswoman", "f"), ("Mr.", "m"), ("spokesman", "m"), ("Dr.", None), ("German", None)],
)
def test_infer_title_gender_reads_titles(title: str, gender: str | None) -> None:
    assert infer_title_gender(title) == gender


def test_is_forename_includes_unisex_forenames() -> None:
    assert is_forename("Kim")
    assert not is_forename("Moscow")
