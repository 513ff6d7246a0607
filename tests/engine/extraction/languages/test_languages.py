"""Detection of the language of an article."""

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
        ("La maire a dit que le bac reste où il est et que les habitants le savent.", "fr"),
        ("La alcaldesa dijo que el barco se queda donde está y que los vecinos lo saben.", "es"),
        ("Марія сказала", "ru"),
        ("鎮長李明說", "und"),
        ("Il traghetto resta dov'è per tutto l'inverno, ha dichiarato il sindaco. " * 5, "und"),
    ],
)
def test_detect_language_recognises_languages_with_tables(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize(
    ("code", "table"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("ru_RU", "ru"),
        ("RU", "ru"),
        ("en-GB", None),
        ("it-IT", "und"),
        ("xx" * 99, "und"),
    ],
)
def test_get_language_returns_table_of_code(code: str, table: str | None) -> None:
    found = get_language(code, "Это так")
    assert (found.code if found is not None else None) == table


def test_find_quotations_reads_no_language_without_table_as_english() -> None:
    text = "\u201cL'aiga es clara e fresca,\u201d said Jean Dupont."
    assert [q.speaker_name for q in find_quotations(text, language="oc").quotations] == [None]
    assert [q.speaker_name for q in find_quotations(text, language="en").quotations] == ["Jean Dupont"]


def test_build_name_key_is_the_same_for_one_person_in_three_languages() -> None:
    names = [
        find_quotations(text).quotations[0].speaker_name
        for text in (
            "\u201cIt is so,\u201d said Sergey Lavrov.",
            "\u201eDas ist für uns so\u201c, sagte der Minister Sergej Lawrow in der Nacht auf den Montag.",
            "«Это так», — сказал Сергей Лавров.",
        )
    ]
    assert len({build_name_key(name or "") for name in names}) == 1, names
