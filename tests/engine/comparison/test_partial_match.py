"""Partial matches of pasted words with printed ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.comparison.partial_match import contains_sequence, find_partial_match
from articles.engine.text.tokenization import extract_words

TASS = (
    "The problem around the U.S.-led coalition is that they declared its goal in fighting exclusively the Islamic "
    "State and pledged not to take any action against the Syrian army (life has proved they never went back from their "
    "words)"
)

CASES = [
    # pasted, words that differ, the gravest kind, whether more was printed around it
    (TASS, 0, "", False),
    ("they declared its goal in fighting exclusively the Islamic State", 0, "", True),
    ("THEY DECLARED its goal, in fighting exclusively the Islamic\N{NO-BREAK SPACE}State", 0, "", True),
    ("they declared its goal in fighting exclusively ISIS and pledged", 3, "name_swap", True),
    ("pledged to take any action against the Syrian army", 1, "negation.dropped", True),
    ("to take any action against the Syrian army", 1, "negation.dropped", True),
    ("pledged not to take any action whatever against the Syrian army", 1, "insertion", True),
]


@pytest.mark.parametrize(("pasted", "words", "gravest", "part"), CASES)
def test_partial_match_counts_changed_words_and_sorts_by_severity(
    pasted: str, words: int, gravest: str, part: bool
) -> None:
    found = find_partial_match(TASS, pasted)
    assert (
        found.changed_word_count,
        found.substantive_changes[0].kind if found.substantive_changes else "",
        found.is_part,
    ) == (words, gravest, part)
    assert found.is_same == (not words)
    assert not found.is_loose


def test_partial_match_counts_extra_words_apart() -> None:
    found = find_partial_match("It is a colossal mistake", "As he said, it is a colossal mistake, and nobody listened")
    assert (found.is_same, found.extra_word_count, found.is_part) == (True, 6, False)


def test_partial_match_bridges_a_long_cut() -> None:
    pasted = TASS.replace("(life has proved they never went back from their words)", "and spared those groups")
    printed = f"{TASS}, and spared those groups that were capable of pressing the Syrian army"
    assert find_partial_match(printed, pasted).substantive_changes[0].kind.startswith("deletion.silent")


def test_partial_match_picks_the_occurrence_with_its_context() -> None:
    printed = f"{TASS}, spared those groups that were capable of pressing the Syrian army"
    found = find_partial_match(printed, "pledged to take any action against the Syrian army")
    assert [change.kind for change in found.substantive_changes] == ["negation.dropped"]


def test_partial_match_reports_typographic_changes_apart() -> None:
    assert find_partial_match("It\u2019s a mistake", "it's a mistake").has_typographic_changes
    assert not find_partial_match("It's a mistake", "It's a mistake").has_typographic_changes


def test_partial_match_is_loose_for_a_retelling() -> None:
    assert find_partial_match(
        "blows fell with care upon whoever could not push", "the strikes were selective, I would say"
    ).is_loose


def test_partial_match_distance_is_smaller_for_the_nearer_printing() -> None:
    pasted = "exclusively ISIS and pledged not to take any action"
    sana = TASS.replace("the Islamic State", "ISIS")
    assert find_partial_match(sana, pasted).distance < find_partial_match(TASS, pasted).distance


@given(st.text(max_size=60), st.text(max_size=60))
def test_find_partial_match_accepts_any_texts(printed: str, pasted: str) -> None:
    found = find_partial_match(printed, pasted)
    assert found.printed_span.end <= len(printed)
    assert found.pasted_span.end <= len(pasted)
    assert found.changed_word_count >= 0


@given(st.integers(0, 30), st.integers(1, 30))
def test_contains_sequence_finds_every_run_of_words(start: int, length: int) -> None:
    words = extract_words(TASS)
    assert contains_sequence(words, words[start : start + length])
    assert find_partial_match(TASS, TASS).is_same


def test_contains_sequence_matches_whole_words_only() -> None:
    assert not contains_sequence(extract_words("the coalition's goals"), extract_words("coalition's goal"))


@pytest.mark.parametrize(
    ("printed", "pasted"),
    [
        pytest.param(
            "Wir werden die Steuern für arbeitende Familien in diesem Jahr nicht erhöhen, das habe ich versprochen",
            "Wir werden die Steuern für arbeitende Familien erhöhen",
            id="a German not before the last word",
        ),
        pytest.param(
            "Ich sage Ihnen: Wir erhöhen die Steuern in diesem Jahr nicht, das habe ich versprochen",
            "Wir erhöhen die Steuern",
            id="a German not that ends its clause",
        ),
        pytest.param(
            "Мы в этом году и в следующем не будем повышать налоги, я обещаю",
            "Мы будем повышать налоги",
            id="a Russian not behind the first word",
        ),
        pytest.param(
            "Nous n’augmenterons pas les impôts cette année, je le promets",
            "Nous augmenterons les impôts",
            id="a French not around the verb",
        ),
    ],
)
def test_partial_match_finds_a_dropped_negation_where_the_run_would_end_before_it(printed: str, pasted: str) -> None:
    assert find_partial_match(printed, pasted).substantive_changes[0].kind == "negation.dropped"


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("Wir erhöhen die Steuern nicht nur in diesem Jahr", id="not only"),
        pytest.param("Wir erhöhen die Steuern in diesem Jahr, aber nicht im nächsten", id="another clause"),
    ],
)
def test_partial_match_leaves_out_a_negation_of_something_else(printed: str) -> None:
    assert find_partial_match(printed, "Wir erhöhen die Steuern").is_same


def test_partial_match_finds_the_very_words_where_they_begin_like_others() -> None:
    printed = "the era of global warming has ended and the era of global boiling has arrived"
    found = find_partial_match(printed, "era of global boiling")
    assert found.printed_span.extract(printed) == "era of global boiling"
    assert found.is_same
