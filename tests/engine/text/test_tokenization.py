"""Tokenization: token boundaries, keys and names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.normalization import COMBINING
from articles.engine.text.tokenization import classify_token, tokenize_columns, tokenize_plain
from tests.support.engine_printings import texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S.-led coalition", ["the", "U.S.-led", "coalition"]),
        ("Syrian army (life has", ["Syrian", "army", "(", "life", "has"]),
        ("army......, analysis", ["army", "......", ",", "analysis"]),
        ("army\u2026\u2026,", ["army", "\u2026\u2026", ","]),
        ("terrorists . . . but", ["terrorists", ". . .", "but"]),
        ("we [...] are (\u2026)", ["we", "[...]", "are", "(\u2026)"]),
        ("the Vesti.doc programme on Rossiya-1", ["the", "Vesti.doc", "programme", "on", "Rossiya-1"]),
        ("in Iraq.They", ["in", "Iraq", ".", "They"]),
        ("ISIS\u2019 assistance", ["ISIS", "\u2019", "assistance"]),
        ("don\u2019t don't don`t", ["don\u2019t", "don't", "don`t"]),
        ("1,000 9/11 10:30 2015\u20132018 55km 50-km", ["1,000", "9/11", "10:30", "2015\u20132018", "55km", "50-km"]),
        ("$5bn, 50%", ["$", "5bn", ",", "50", "%"]),
        ("x -- y\u2014z", ["x", "--", "y", "\u2014", "z"]),
        ("''so-called''", ["''", "so-called", "''"]),
        ("a\N{NO-BREAK SPACE}b\n c", ["a", "b", "c"]),
        ("Syr\u00adia e\u0301te\u0301", ["Syr\u00adia", "e\u0301te\u0301"]),
        ("\u0939\u093f\u0928\u094d\u0926\u0940", ["\u0939\u093f\u0928\u094d\u0926\u0940"]),
        ("\u200b \u0301", []),
        ("", []),
    ],
)
def test_tokenize_keeps_words_whole_and_splits_off_marks(text: str, expected: list[str]) -> None:
    assert tokenize_columns(text).token_texts == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Islamic State and ISIS", ["Islamic State", "Islamic State"]),
        ("the islamic state", []),
        ("IS is", ["Islamic State"]),
        ("US, U.S. and us", ["United States", "United States"]),
        ("WHAT IS THE PLAN", []),
        ("to trump Trump", ["Donald Trump"]),
        ("turkey in Turkey", ["Turkey"]),
        ("Bashar al-Assad's and Assad\u2019s", ["Bashar al-Assad", "Bashar al-Assad"]),
        ("Islamic State of Iraq and Syria in Syria", ["Islamic State", "Syria"]),
        ("Islamic\N{NO-BREAK SPACE}State", ["Islamic State"]),
        ("the US-led coalition", []),
        ("U.S and USA", ["United States", "United States"]),
        ("Kurdistan Workers\u2019 Party", ["Kurdistan Workers' Party"]),
        ("the State of Islamic", []),
    ],
)
def test_tokenize_merges_names_of_the_alias_table(text: str, names: list[str]) -> None:
    assert list(tokenize_columns(text).names.values()) == names


def test_token_keys_are_equal_for_forms_of_one_name() -> None:
    isis, daesh, other = tokenize_columns("ISIS Daesh coalition").keys
    assert isis == daesh != other
    assert classify_token(other) == "word"


def test_token_key_of_a_possessive_name_differs_from_the_plain_one() -> None:
    columns = tokenize_columns("Islamic State's Daesh's Daesh")
    state, daesh, plain = columns.keys
    assert state == daesh != plain
    assert columns.names[0] == columns.names[2]


def test_tokenize_uses_the_alias_table_given() -> None:
    table = Aliases.from_groups({"us": ["our side", "the good ones"]})
    assert tokenize_columns("Our side and ISIS", table).token_texts == ["Our side", "and", "ISIS"]
    assert tokenize_columns("Our side", table).keys != tokenize_columns("us", table).keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.-led", "US-led"),
        ("don\u2019t", "don't"),
        ("......", "\u2026"),
        ("--", "\u2014"),
        ("''", "\u201d"),
        ("&", "and"),
    ],
)
def test_token_keys_ignore_typography(one: str, other: str) -> None:
    assert tokenize_columns(one).keys == tokenize_columns(other).keys


@given(st.one_of(texts, st.text()))
def test_tokens_are_in_order_and_cover_all_printed_characters(text: str) -> None:
    found = tokenize_columns(text)
    ends = [0, *found.ends]
    assert all(before <= start < end for before, start, end in zip(ends, found.starts, found.ends, strict=False))
    assert found.token_texts == [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert all(found.keys)
    gaps = "".join(text[end:start] for end, start in zip(ends, found.starts, strict=False)) + text[ends[-1] :]
    assert re.fullmatch(rf"[\s{COMBINING}]*", gaps)


@given(texts)
def test_merging_names_only_joins_plain_tokens(text: str) -> None:
    plain, named = tokenize_plain(text), tokenize_columns(text, STANDARD_ALIASES)
    assert set(named.starts) <= set(plain.starts)
    assert set(named.ends) <= set(plain.ends)
    assert [text[start:end] for start, end in zip(named.starts, named.ends, strict=True)] == named.token_texts
