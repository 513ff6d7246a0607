"""Folding: which characters are equivalent, which are not, and idempotence."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.text.normalization import fold, replace_lookalikes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("It's", "It\u2019s", id="apostrophes"),
        pytest.param("`x\u00b4", "'x'", id="accents used as quotation marks"),
        pytest.param("\u00abISIS\u00bb", '"ISIS"', id="guillemets"),
        pytest.param("\u201eISIS\u201c", '"ISIS"', id="low and high quotation marks"),
        pytest.param("anti\u2011ISIS", "anti-ISIS", id="a hyphen that does not break"),
        pytest.param("a \u2014 b", "a - b", id="dashes"),
        pytest.param("army\u2026", "army...", id="an ellipsis in one character"),
        pytest.param("a\N{NO-BREAK SPACE}b", "a b", id="a no-break space"),
        pytest.param("  a\n\t b ", "a b", id="white space"),
        pytest.param("ISIS", "isis", id="case"),
        pytest.param("Stra\u00dfe", "STRASSE", id="case that changes the length"),
        pytest.param("Erdo\u011fan", "Erdogan", id="an accent"),
        pytest.param("cafe\u0301", "caf\u00e9", id="an accent apart from its letter"),
        pytest.param("\u0141\u00f3d\u017a", "Lodz", id="letters with a stroke"),
        pytest.param("\u0130stanbul", "Istanbul", id="a dotted capital"),
        pytest.param("Syr\u00adia", "Syria", id="a soft hyphen"),
        pytest.param("Sy\u200bria", "Syria", id="a space of no width"),
        pytest.param("\u202eSyria\ufe0f", "Syria", id="a turn of direction and a variation selector"),
        pytest.param("S\u0443ri\u0430", "Syria", id="Cyrillic letters in a Latin word"),
        pytest.param("\ufb01ght", "fight", id="a ligature"),
        pytest.param("\uff35\uff33", "US", id="wide letters"),
        pytest.param("x\x00y", "xy", id="a control character"),
    ],
)
def test_fold_maps_equivalent_characters_to_one_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("\u0438", "\u0439", id="a Cyrillic letter and another with a breve"),
        pytest.param("\u0441\u043e\u0440", "cop", id="a word all of Cyrillic letters"),
        pytest.param("a b", "ab", id="a space and none"),
        pytest.param("\u092b\u093f", "\u092b\u0940", id="vowel signs of other scripts"),
        pytest.param("x\u00b2", "x3", id="another figure"),
    ],
)
def test_fold_keeps_different_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_leaves_single_spaces_and_no_invisible_characters(text: str) -> None:
    folded = fold(text)
    assert "  " not in folded
    assert folded == folded.strip()
    assert not any(unicodedata.category(character) == "Cf" for character in folded)


def test_fold_drops_every_format_character() -> None:
    invisible = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"]
    assert len(invisible) > 150
    assert [f"U+{ord(character):04X}" for character in invisible if fold(f"Sy{character}ria") != "syria"] == []


@given(st.text(), st.text())
def test_fold_treats_words_alike_alone_and_together(one: str, other: str) -> None:
    assert fold(f"{one} {other}") == f"{fold(one)} {fold(other)}".strip()


def test_replace_lookalikes_reveals_a_name_without_latin_letters() -> None:
    assert fold("\u0406\u0405\u0406\u0405") != "isis"
    assert replace_lookalikes("\u0406\u0405\u0406\u0405") == "ISIS"


def test_fold_leaves_a_word_of_thousands_of_ligatures_as_it_is() -> None:
    """One that is short, or stands in a text, becomes the words that it is short for."""
    bomb = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 100_000
    assert len(fold(bomb)) == len(bomb)
    assert len(fold("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}").split()) == 4
