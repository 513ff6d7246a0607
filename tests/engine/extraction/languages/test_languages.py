"""Which language an article is read in."""

import pytest

from articles.engine.extraction import find_quotations
from articles.engine.extraction.languages import detect_language, get_language
from articles.engine.text.person_names import build_name_key


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\u201cIt is so,\u201d he said of the caf\u00e9.", "en"),
        ("Die Zeitung \u201eDie Welt\u201c ran it, he said in a long letter to the editor of another paper.", "en"),
        ("Der Minister sagte, das sei für die Lage in der Region nicht entscheidend.", "de"),
        ("«Это так», — сказал Лавров.", "ru"),
        ("Lavrov (Лавров) said that the coalition wants its help.", "en"),
        ("", "en"),
    ],
)
def test_the_text_tells_its_language_where_nobody_states_it(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize(
    ("code", "table"), [("de", "de"), ("de-AT", "de"), ("ru_RU", "ru"), ("RU", "ru"), ("en-GB", None), ("fr", None)]
)
def test_a_stated_language_picks_its_table(code: str, table: str | None) -> None:
    found = get_language(code, "Это так")
    assert (found.code if found is not None else None) == table


def test_a_language_without_a_table_is_read_as_english() -> None:
    text = "\u201cC'est vrai,\u201d said Jean Dupont."
    assert [q.speaker_name for q in find_quotations(text, language="fr").quotations] == ["Jean Dupont"]


def test_one_person_in_three_languages_is_one_speaker() -> None:
    names = [
        find_quotations(text).quotations[0].speaker_name
        for text in (
            "\u201cIt is so,\u201d said Sergey Lavrov.",
            "\u201eDas ist für uns so\u201c, sagte der Minister Sergej Lawrow in der Nacht auf den Montag.",
            "«Это так», — сказал Сергей Лавров.",
        )
    ]
    assert len({build_name_key(name or "") for name in names}) == 1, names
