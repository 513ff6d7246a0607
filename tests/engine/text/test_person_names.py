"""One key for all spellings of a person's name; what a forename, a surname and a title tell about gender."""

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
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
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
def test_different_people_keep_different_keys(one: str, another: str) -> None:
    assert build_name_key(one) != build_name_key(another)


@pytest.mark.parametrize("name", ["", "...", "The President", "\u200b", "123"])
def test_what_is_no_name_has_some_key_all_the_same(name: str) -> None:
    assert isinstance(build_name_key(name), str)


@given(st.text(max_size=60))
def test_any_text_has_a_key_and_case_does_not_matter_to_ascii(name: str) -> None:
    key = build_name_key(name)
    assert key == build_name_key(name)
    if name.isascii() and name.isalpha():
        assert build_name_key(name.upper()) == build_name_key(name.lower())


@pytest.mark.parametrize(
    ("forename", "gender"),
    [("Sergei", "m"), ("Maria", "f"), ("Hillary", "f"), ("Jean-Claude", "m"), ("Kim", None), ("Xqzt", None)],
)
def test_forenames_tell_the_gender_where_they_can(forename: str, gender: str | None) -> None:
    assert infer_gender(forename) == gender


@pytest.mark.parametrize(
    ("surname", "gender"), [("Zakharova", "f"), ("Peskov", "m"), ("Preston", None), ("Nova", None)]
)
def test_slavic_surnames_tell_the_gender(surname: str, gender: str | None) -> None:
    assert infer_surname_gender(surname) == gender


@pytest.mark.parametrize(
    ("title", "gender"),
    [("Mrs.", "f"), ("spokeswoman", "f"), ("Mr.", "m"), ("spokesman", "m"), ("Dr.", None), ("German", None)],
)
def test_titles_tell_the_gender(title: str, gender: str | None) -> None:
    assert infer_title_gender(title) == gender


def test_a_forename_of_either_gender_is_a_forename() -> None:
    assert is_forename("Kim")
    assert not is_forename("Moscow")
