"""Every word is one character, and what means the same is the same one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.linking.fingerprints import places_of, read_passage, stems_of
from articles.engine.text.aliases import Aliases
from articles.engine.text.word_frequency import pair_weight

TASS = "pledged not to take any action against the Syrian army (life has proved they never went back from their words)"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("the Islamic State", "the ISIS", id="names that mean the same"),
        pytest.param("a programme", "a program", id="spelling"),
        pytest.param("don\u2019t", "do not", id="contractions"),
        pytest.param("five strikes", "5 strike", id="figures and plurals"),
        pytest.param("anti-terrorist", "anti terrorist", id="hyphens"),
        pytest.param("We, noted: tactical", "we noted\u00a0tactical", id="marks and spaces"),
    ],
)
def test_should_read_the_same(a: str, b: str) -> None:
    assert read_passage(a).code == read_passage(b).code


@pytest.mark.parametrize(("a", "b"), [("strikes", "action"), ("US", "us"), ("50", "51"), ("army", "not army")])
def test_but_not_when(a: str, b: str) -> None:
    assert read_passage(a).code != read_passage(b).code


def test_words_without_letters_have_no_stem() -> None:
    assert stems_of("\u2014") == ()


def test_rare_words_weigh_more() -> None:
    passage = read_passage("the regime pledged depredations")
    assert len(passage.code) == 4
    assert len(passage.content) == 3
    assert len(passage.weighted) > 5


def test_a_formula_has_few_keys_and_a_word_none() -> None:
    assert read_passage("absurd").keys == frozenset()
    assert len(read_passage("on the one hand").keys) < 10


def test_one_cut_leaves_most_keys() -> None:
    whole, cut = read_passage(TASS).keys, read_passage(TASS[: TASS.index("(")]).keys
    assert len(whole & cut) >= 0.9 * len(cut)


def test_the_number_of_all_words_is_none_of_a_pair() -> None:
    passage = read_passage(TASS)
    assert passage.words_key not in passage.keys
    assert 0 < passage.words_key < 2**63
    assert max(passage.keys) < 2**40


def test_a_document_is_known_by_its_beginning() -> None:
    assert len(read_passage("word " * 100_000).code) == 2000


def test_a_table_of_names_is_kept_to() -> None:
    table = Aliases.of({"Red Party": ["Red Party", "Social Front"]})
    assert read_passage("Social Front", table).code == read_passage("Red Party", table).code
    assert read_passage("Social Front").code != read_passage("Red Party").code


def test_a_pair_of_words_is_worth_less_where_the_corpus_is_full_of_it() -> None:
    assert pair_weight(12.0, 1) > pair_weight(12.0, 1000) > 0
    assert pair_weight(12.0, 10**7) == 0


@given(st.text(max_size=200))
def test_every_character_has_its_place_in_the_text(text: str) -> None:
    passage = read_passage(text)
    places = places_of(text)
    assert len(places) == len(passage.code)
    assert all(place.end <= len(text) for place in places)
    assert all(0 <= key < 2**40 for key in passage.keys)
