"""Mojibake: characters are repaired where a text is garbled for certain, and a sound text is left alone."""

import pytest

from articles.engine.text.mojibake import is_garbled, repair_mojibake

BOAT = "\u201cThe boat isn\u2019t for sale,\u201d said Ida Solberg \u2013 \u201cnot this year\u201d."


def garble(text: str, encoding: str, *, lossy: bool = False) -> str:
    """Read the UTF-8 of a text in another encoding; `lossy` drops the bytes that it lacks."""
    characters = (bytes([byte]).decode(encoding, errors="ignore") for byte in text.encode())
    return "".join(c or ("" if lossy else chr(b)) for c, b in zip(characters, text.encode(), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        BOAT,
        "Der B\u00fcrgermeister f\u00fcr \u00d6ffentlichkeit \u00e4u\u00dferte sich.",
        "La maire a d\u00e9clar\u00e9 que le bac \u00e9tait tr\u00e8s vieux.",
        "\u041f\u0430\u0440\u043e\u043c \u043e\u0441\u0442\u0430\u0435\u0442\u0441\u044f, "
        "\u0441\u043a\u0430\u0437\u0430\u043b\u0430 \u043e\u043d\u0430.",
        "\u8239\u306f\u3053\u306e\u51ac\u3082\u305d\u306e\u307e\u307e\u306b\u3057\u307e\u3059\u3002",
        f"{BOAT} \U0001f6a2",
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_text_read_in_a_wrong_encoding_is_repaired(text: str, encoding: str) -> None:
    garbled = garble(text, encoding)
    assert is_garbled(garbled)
    assert repair_mojibake(garbled) == text


def test_closing_mark_whose_last_byte_was_lost_is_repaired() -> None:
    assert repair_mojibake(garble(BOAT, "cp1252", lossy=True)) == BOAT


@pytest.mark.parametrize(
    "text",
    [
        BOAT,
        "S\u00c3O PAULO: 5 \u20ac",
        "Il a dit \u00e0\u00a0\u00abBrackmere\u00bb que c\u2019\u00e9tait fini.",
        "\u010cesk\u00e9\u00a0\u2013 a je\u0161t\u011b jednou \u010desk\u00e9\u00a0\u2013 lod\u011b",
        "\u8239\u306f\u3053\u306e\u51ac\u3082\u305d\u306e\u307e\u307e\u306b\u3057\u307e\u3059\u3002",
    ],
)
def test_sound_text_is_not_garbled(text: str) -> None:
    assert not is_garbled(text)
