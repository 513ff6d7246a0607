"""A million at once come out as two do, one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.linking import batch, pairwise
from articles.engine.linking.batch import QuoteRecord, blocking, scoring
from articles.engine.linking.fingerprints import (
    MAX_CANDIDATES,
    NO_POSTINGS,
    Postings,
    compute_fingerprint,
    generate_candidates,
)

TASS_1 = "analysis of the strikes drives us to a conclusion that these were selective, I would say sparing, strikes"
TASS_4 = "We noted tactical successes when a couple of cities were recaptured in Iraq."
CAT = "It looks like a cat that wants to eat a fish but doesn\u2019t want to wet its feet."

sentences = st.lists(st.sampled_from([*TASS_1.split(), *TASS_4.split(), "55", "ISIS", "not"]), max_size=14).map(
    " ".join
)
quotations = st.lists(
    st.builds(QuoteRecord, sentences, st.sampled_from([None, 1, 2]), st.sampled_from([None, 0.0, 3.5, 400.0])),
    max_size=8,
)


def candidates(wordings: batch.Wordings) -> tuple[scoring.Numbers, scoring.Numbers]:
    index = blocking.BlockingIndex.build(wordings.build_postings(), len(wordings))
    return blocking.generate_candidate_pairs(index, 0, len(wordings))


def lineages(*texts: str, workers: int = 1) -> list[list[int]]:
    wordings, families = batch.link_records([QuoteRecord(text) for text in texts], workers=workers)
    homes = batch.assign_lineages(wordings, families)
    return [homes[wording] for wording in wordings.by_quote]


@given(quotations)
def test_signs_and_chances_are_those_of_a_single_comparison(printed: list[QuoteRecord]) -> None:
    wordings = batch.find_wordings(printed)
    columns = wordings.build_columns()
    pairs = [
        (a, b) for a in range(len(wordings)) for b in range(a) if columns.word_counts[a] and columns.word_counts[b]
    ]
    if not pairs:
        return
    a, b = (np.array(side) for side in zip(*pairs, strict=True))
    rows = scoring.extract_feature_rows(columns, a, b)
    for (one, other), row, chance in zip(pairs, rows, scoring.predict_probabilities(rows), strict=True):
        speakers = wordings.speakers[one], wordings.speakers[other]
        days = abs(wordings.days[one] - wordings.days[other])
        alone = pairwise.extract_features(
            wordings.fingerprints[one],
            wordings.fingerprints[other],
            speakers[0] == speakers[1] if all(speakers) else None,
            None if np.isnan(days) else days,
        )
        assert row == pytest.approx(alone, abs=1e-5)
        assert chance == pytest.approx(pairwise.predict_probability(alone), abs=1e-3)


@given(st.lists(sentences, min_size=1, max_size=6))
def test_rows_of_words_are_those_of_the_passages(texts: list[str]) -> None:
    wordings = batch.find_wordings([QuoteRecord(text) for text in texts])
    rows = scoring.build_ngrams(wordings.build_columns().code)
    assert list(rows[2]) == [passage.bigrams for passage in wordings.fingerprints]
    assert list(rows[3]) == [passage.trigrams for passage in wordings.fingerprints]
    assert list(rows[8]) == [passage.octograms for passage in wordings.fingerprints]


@given(quotations)
def test_every_quotation_has_a_home(printed: list[QuoteRecord]) -> None:
    wordings, families = batch.link_records(printed)
    assert set(batch.assign_lineages(wordings, families)) == set(range(len(wordings)))
    assert len(wordings.by_quote) == len(printed)


def test_the_same_words_are_one_wording_however_often_they_are_printed() -> None:
    wordings, families = batch.link_records([QuoteRecord(TASS_1)] * 1000 + [QuoteRecord(TASS_1.upper())])
    assert len(wordings) == 1
    assert len(families) == 1


def test_a_block_has_several_homes() -> None:
    texts = [CAT, TASS_4, CAT.upper(), TASS_4.upper(), CAT + "!", TASS_4 + "!", f"{CAT} {TASS_4}"]
    assert lineages(*texts)[-1] == [0, 1]


@given(quotations)
def test_the_pairs_that_match_are_those_that_match_one_by_one(printed: list[QuoteRecord]) -> None:
    wordings = batch.find_wordings(printed)
    links = batch.find_links(wordings, least=pairwise.UNCERTAIN_THRESHOLD)
    for a, b, chance in zip(links.a.tolist(), links.b.tolist(), links.probability.tolist(), strict=True):
        speakers = wordings.speakers[a], wordings.speakers[b]
        days = abs(wordings.days[a] - wordings.days[b])
        alone = pairwise.match(
            wordings.fingerprints[a],
            wordings.fingerprints[b],
            same_speaker=speakers[0] == speakers[1] if all(speakers) else None,
            days=None if np.isnan(days) else days,
            least=pairwise.UNCERTAIN_THRESHOLD - 0.001,
        )
        assert alone is not None
        assert chance == pytest.approx(alone.score, abs=1e-3)


def test_selections_of_one_statement_are_one_lineage_and_two_statements_are_not_glued() -> None:
    assert lineages(f"{TASS_1} {CAT}", f"{CAT} {TASS_4}") == [[0], [0]]
    assert lineages(CAT, TASS_4, f"{TASS_4} {TASS_1}", CAT.upper(), TASS_4.upper())[:2] == [[0], [1]]


def test_uncertain_pairs_are_found_and_join_nothing() -> None:
    printed = [
        QuoteRecord(text) for text in ("the next president of the United States", "the president of this country")
    ]
    wordings = batch.find_wordings(printed)
    links = batch.find_links(wordings, least=0.0)
    families = list(batch.cluster_wordings(wordings, links))
    assert all(chance < 0.5 for chance in links.probability)
    assert len(families) == 2


def test_both_cores_answer_what_one_does() -> None:
    texts = [f"{TASS_1} {number} {word}" for number in range(900) for word in ("Syria", "cities", "army")]
    texts += [f"quarrel number {number} about {number * 7} apples was settled" for number in range(8000)]
    assert lineages(*texts, workers=2) == lineages(*texts)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("absurd", id="one word"),
        pytest.param("\x00 \x00", id="NUL"),
        pytest.param("\u05d0\u05d7\u05e8\u05d9\u05d9 \u05dc\u05d0", id="right to left"),
        pytest.param("\U0001f600 " * 50, id="emoji"),
        pytest.param("word " * 20_000, id="a hundred thousand characters"),
    ],
)
def test_odd_texts_are_in_a_lineage_like_others(text: str) -> None:
    assert len(lineages(text, TASS_1, text)) == 3


def test_a_formula_said_ten_thousand_times_costs_no_more_than_one() -> None:
    texts = [f"we condemn this in the strongest terms {chr(97 + n % 26)}{n}" for n in range(3000)]
    wordings = batch.find_wordings([QuoteRecord(text) for text in texts])
    a, _ = candidates(wordings)
    assert len(a) <= MAX_CANDIDATES * len(texts)


@given(st.lists(sentences, min_size=2, max_size=12))
def test_one_by_one_the_same_are_compared(texts: list[str]) -> None:
    wordings = batch.find_wordings([QuoteRecord(text) for text in texts])
    a, b = candidates(wordings)
    known: dict[int, Postings] = {}
    for number, passage in enumerate(wordings.fingerprints):
        assert set(generate_candidates(passage, known)) == set(b[a == number].tolist())
        known |= {key: known.get(key, NO_POSTINGS).with_quote(number) for key in passage.blocking_keys}


def test_reading_a_passage_needs_no_numpy_nor_many() -> None:
    assert compute_fingerprint(TASS_1).code == batch.find_wordings([QuoteRecord(TASS_1)]).fingerprints[0].code
