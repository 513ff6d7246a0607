"""Attribution in words."""

import pytest

from articles.models import Article, Quote, Speaker, SpeakerCertainty
from articles.presentation.attribution import describe_recorded_speaker, describe_speaker, explain_doubt, write_words_of

PROBABLE, SURE, SETTLED = SpeakerCertainty.PROBABLE, SpeakerCertainty.SURE, SpeakerCertainty.SETTLED


def build_quote(
    printed: str = "he", rule: str = "verb-before", certainty: str = PROBABLE, name: str = "Ida Solberg"
) -> Quote:
    speaker = Speaker(pk=3, name=name, slug="ida-solberg") if name else None
    return Quote(
        article=Article(),
        start=0,
        end=9,
        speaker=speaker,
        speaker_name=name,
        speaker_text=printed,
        rule=rule,
        speaker_certainty=certainty,
    )


@pytest.mark.parametrize(
    ("certainty", "name", "told", "is_sure"),
    [
        (SURE, "Ida Solberg", "Ida Solberg", True),
        (PROBABLE, "Ida Solberg", "probably Ida Solberg", False),
        (SETTLED, "Ida Solberg", "Ida Solberg", True),
        (SURE, "", "the mayor", None),
        (SETTLED, "", "", None),
    ],
)
def test_describe_speaker_says_probably_only_before_a_doubtful_name(
    certainty: str, name: str, told: str, is_sure: bool | None
) -> None:
    quote = build_quote("the mayor", certainty=certainty, name=name)
    assert (str(describe_speaker(quote)), quote.attribution_in_words, quote.is_speaker_sure) == (told, told, is_sure)


def test_describe_speaker_is_a_fact_where_another_version_is_sure() -> None:
    statement = describe_speaker(build_quote(), is_backed=True)
    assert (str(statement), statement.reason) == ("Ida Solberg", "")


def test_attribution_of_a_quotation_that_a_curator_gave_to_nobody_has_no_words_of_the_article() -> None:
    quote = build_quote(certainty=SETTLED)
    quote.speaker = None
    assert quote.attribution == ""


@pytest.mark.parametrize(
    ("printed", "rule", "reason"),
    [
        ("She", "verb-before", "The article says only “she”. Most likely Ida Solberg is meant."),
        ("the mayor", "verb-speaker", "The article says only “the mayor”. Most likely Ida Solberg is meant."),
        (
            "Mayor Solberg",
            "participle",
            "The article names Ida Solberg here, but its sentence does not make certain whose words these are.",
        ),
        (
            "Solberg",
            "sentence-subject",
            "The sentence is about Ida Solberg, but no word such as “said” shows who speaks.",
        ),
        (
            "Solberg",
            "told-before",
            "The sentence with these words does not say whose they are; Ida Solberg is named in the sentence before.",
        ),
        (
            "she",
            "same-paragraph",
            "The sentence with these words does not say whose they are; earlier in the paragraph the article says only "
            "“she”, most likely Ida Solberg.",
        ),
    ],
)
def test_explain_doubt_says_what_the_article_prints(printed: str, rule: str, reason: str) -> None:
    assert explain_doubt(build_quote(printed, rule)) == reason


def test_write_words_of_states_no_doubtful_name_as_a_fact() -> None:
    assert write_words_of("Ida Solberg", is_probable=False) == "Ida Solberg’s words"
    assert write_words_of("Ida Solberg", is_probable=True) == "words that are probably Ida Solberg’s"


def test_describe_recorded_speaker_has_no_doubt_where_none_was_recorded() -> None:
    older, doubtful = {"speaker": "Ida Solberg"}, {"speaker": "Ida Solberg", "speaker_sure": False}
    assert str(describe_recorded_speaker(older)) == "Ida Solberg"
    assert str(describe_recorded_speaker(doubtful)) == "probably Ida Solberg"
    assert str(describe_recorded_speaker(doubtful, [doubtful, older])) == "Ida Solberg"
