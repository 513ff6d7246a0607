"""Every word is one character, and what means the same is the same one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.linking.fingerprints import compute_fingerprint, extract_stems, locate_words
from articles.engine.text.aliases import Aliases
from articles.engine.text.word_frequency import weigh_pair

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
    assert compute_fingerprint(a).code == compute_fingerprint(b).code


@pytest.mark.parametrize(("a", "b"), [("strikes", "action"), ("US", "us"), ("50", "51"), ("army", "not army")])
def test_but_not_when(a: str, b: str) -> None:
    assert compute_fingerprint(a).code != compute_fingerprint(b).code


def test_words_without_letters_have_no_stem() -> None:
    assert extract_stems("\u2014") == ()


def test_rare_words_weigh_more() -> None:
    passage = compute_fingerprint("the regime pledged depredations")
    assert len(passage.code) == 4
    assert len(passage.content) == 3
    assert len(passage.weighted) > 5


def test_a_formula_has_few_keys_and_a_word_none() -> None:
    assert compute_fingerprint("absurd").blocking_keys == frozenset()
    assert len(compute_fingerprint("on the one hand").blocking_keys) < 10


def test_one_cut_leaves_most_keys() -> None:
    whole, cut = compute_fingerprint(TASS).blocking_keys, compute_fingerprint(TASS[: TASS.index("(")]).blocking_keys
    assert len(whole & cut) >= 0.9 * len(cut)


def test_the_number_of_all_words_is_none_of_a_pair() -> None:
    passage = compute_fingerprint(TASS)
    assert passage.exact_key not in passage.blocking_keys
    assert 0 < passage.exact_key < 2**63
    assert max(passage.blocking_keys) < 2**40


def test_a_document_is_known_by_its_beginning() -> None:
    assert len(compute_fingerprint("word " * 100_000).code) == 2000


def test_a_table_of_names_is_kept_to() -> None:
    table = Aliases.from_groups({"Red Party": ["Red Party", "Social Front"]})
    assert compute_fingerprint("Social Front", table).code == compute_fingerprint("Red Party", table).code
    assert compute_fingerprint("Social Front").code != compute_fingerprint("Red Party").code


def test_a_pair_of_words_is_worth_less_where_the_corpus_is_full_of_it() -> None:
    assert weigh_pair(12.0, 1) > weigh_pair(12.0, 1000) > 0
    assert weigh_pair(12.0, 10**7) == 0


@given(st.text(max_size=200))
def test_every_character_has_its_place_in_the_text(text: str) -> None:
    passage = compute_fingerprint(text)
    places = locate_words(text)
    assert len(places) == len(passage.code)
    assert all(place.end <= len(text) for place in places)
    assert all(0 <= key < 2**40 for key in passage.blocking_keys)
