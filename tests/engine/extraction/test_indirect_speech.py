"""Indirect speech: reports without quotation marks are found with their speakers, and nothing that nobody said."""

from itertools import pairwise

import pytest

from articles.engine.extraction import find_attributions, find_indirect_speech, find_quotations
from articles.engine.extraction.content_spans import AttributedContent, parse_body
from articles.engine.extraction.indirect_speech import MAX_CONFIDENCE
from tests.support.article_texts import SAMPLE_ARTICLE


def find_reports(text: str) -> tuple[AttributedContent, ...]:
    return find_indirect_speech(text, find_quotations(text))


def list_contents(text: str) -> list[tuple[str, str | None, str]]:
    """Return every attribution: its type, its speaker by name or as printed, its pieces."""
    listed: list[tuple[str, str | None, str]] = []
    for content in find_attributions(text, find_quotations(text)):
        printed, name = content.quotation.speaker, content.quotation.speaker_name
        pieces = " | ".join(text[start:end] for start, end in content.spans)
        listed.append((content.quotation.type, name or (printed.text if printed is not None else None), pieces))
    return listed


SANA = "Lavrov pointed out that the coalition wants ISIS\u2019 assistance to weaken the Syrian government."


@pytest.mark.parametrize(
    ("sentence", "speaker", "expected"),
    [
        (SANA, "Lavrov", SANA[19:-1]),
        ("Sergey Lavrov said that the talks had failed.", "Sergey Lavrov", "that the talks had failed"),
        ("Sergey Lavrov said the talks had failed.", "Sergey Lavrov", "the talks had failed"),
        ("Lavrov told reporters on Tuesday that the talks had failed.", "Lavrov", "that the talks had failed"),
        ("The talks had failed, Lavrov said.", "Lavrov", "The talks had failed"),
        ("The talks had failed, said Lavrov.", "Lavrov", "The talks had failed"),
        ("Moscow, SANA- The talks had failed, Sergey Lavrov said.", "Sergey Lavrov", "The talks had failed"),
        ("DAMASCUS (Reuters) -- The talks had failed, Sergey Lavrov said.", "Sergey Lavrov", "The talks had failed"),
        ("The talks had failed, according to Lavrov.", "Lavrov", "The talks had failed"),
        ("According to Sergey Lavrov, the talks had failed.", "Sergey Lavrov", "the talks had failed"),
        ("Maria Zakharova believes that the talks will fail.", "Maria Zakharova", "that the talks will fail"),
        ("The minister asked whether there were other aims.", "The minister", "whether there were other aims"),
        ("The report found that prices had doubled since May.", "The report", "that prices had doubled since May"),
        ("She denied that any deal had been made.", "She", "that any deal had been made"),
        (
            "Lavrov said that it had failed and that it would again.",
            "Lavrov",
            "that it had failed and that it would again",
        ),
    ],
)
def test_find_indirect_speech_finds_speaker_and_bounds(sentence: str, speaker: str, expected: str) -> None:
    (content,) = find_reports(sentence)
    quotation = content.quotation
    assert [sentence[start:end] for start, end in content.spans] == [expected]
    assert (quotation.type, quotation.speaker and quotation.speaker.text) == ("indirect", speaker)
    assert 0 < quotation.confidence <= MAX_CONFIDENCE


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Lavrov warned that the strikes would go on, saying that nobody was safe.",
            [("Lavrov", "that the strikes would go on"), ("Lavrov", "that nobody was safe")],
        ),
        (
            "While Lavrov said that the talks had failed, Kerry hoped that they would resume.",
            [("Lavrov", "that the talks had failed"), ("Kerry", "that they would resume")],
        ),
    ],
)
def test_find_indirect_speech_finds_each_speaker_of_two_reports_in_a_sentence(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert [(c.quotation.speaker_name, sentence[slice(*c.spans[0])]) for c in find_reports(sentence)] == expected


def test_find_indirect_speech_splits_content_around_inserted_attribution() -> None:
    text = "The talks, Lavrov said, had failed."
    (content,) = find_reports(text)
    assert [text[start:end] for start, end in content.spans] == ["The talks", "had failed"]


@pytest.mark.parametrize("language", ["de", "ru"])
def test_find_indirect_speech_finds_nothing_in_other_languages(language: str) -> None:
    text = "Sergey Lavrov said that the talks had failed."
    assert find_indirect_speech(text, find_quotations(text, language=language)) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Lavrov arrived in Lisbon on Tuesday and met his colleague.",
        "The bus left the station at noon and reached the coast by evening.",
        "Lavrov was born in Moscow and studied there.",
        "It rained.",
        "\N{LEFT DOUBLE QUOTATION MARK}The talks have failed,\N{RIGHT DOUBLE QUOTATION MARK} Lavrov said.",
        "Lavrov said: \N{LEFT DOUBLE QUOTATION MARK}The talks have failed.\N{RIGHT DOUBLE QUOTATION MARK}",
    ],
)
def test_find_indirect_speech_ignores_sentences_without_report(sentence: str) -> None:
    assert find_reports(sentence) == ()


def test_find_indirect_speech_stays_outside_quotation_marks() -> None:
    quoted_spans, _ = parse_body(SAMPLE_ARTICLE, find_quotations(SAMPLE_ARTICLE).paragraphs)
    assert quoted_spans
    spans = [span for report in find_reports(SAMPLE_ARTICLE) for span in report.spans]
    assert spans
    assert all(end <= span.outer_start or span.outer_end <= start for span in quoted_spans for start, end in spans)


def test_indirect_speech_has_its_occasion() -> None:
    first = find_reports(SAMPLE_ARTICLE)[0].quotation
    assert first.speaker_name == "Sergey Lavrov"
    assert first.occasion == "in an interview with the Vesti.doc programme on Rossiya-1 television on Tuesday"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We won," Sergey Lavrov said. "Now we wait."', [("direct", "Sergey Lavrov", "We won, | Now we wait.")]),
        (
            'Lavrov said that Russia could not "forbid anyone" to speak.',
            [("mixed", "Lavrov", 'that Russia could not "forbid anyone" to speak')],
        ),
        ('He called the plan "a disaster" for the region.', [("mixed", "He", 'the plan "a disaster" for the region')]),
        ('Lavrov said: "The talks have failed."', [("direct", "Lavrov", "The talks have failed.")]),
        ("The talks, Lavrov said, had failed.", [("indirect", "Lavrov", "The talks | had failed")]),
        (
            'Lavrov denied that "a single civilian" was hit. "Nobody showed us proof," he said.',
            [
                ("mixed", "Lavrov", 'that "a single civilian" was hit'),
                ("direct", "Lavrov", "Nobody showed us proof,"),
            ],
        ),
        ("Nothing was said.", []),
        ("", []),
    ],
)
def test_find_attributions_returns_whole_contents(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert list_contents(text) == expected


def test_find_attributions_returns_contents_in_order_without_overlap() -> None:
    spans = [
        span for content in find_attributions(SAMPLE_ARTICLE, find_quotations(SAMPLE_ARTICLE)) for span in content.spans
    ]
    assert all(first[1] <= second[0] for first, second in pairwise(sorted(spans)))
    assert all(SAMPLE_ARTICLE[start:end].strip() for start, end in spans)
