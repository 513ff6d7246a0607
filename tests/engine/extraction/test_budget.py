"""The parsing budget: no quotation is lost of a text that has too many to parse."""

from collections.abc import Sequence

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction import find_attributions, find_quotations
from articles.engine.extraction.budget import (
    CHARACTERS_PER_QUOTATION,
    CHARACTERS_PER_TOKEN,
    MAX_QUOTATIONS_PARSED,
    MAX_TOKENS_PARSED,
    UNPARSED_CONFIDENCE,
    parse_within_budget,
)
from articles.engine.extraction.quotation_marks import QuotedSpan, find_quoted_spans
from articles.engine.extraction.sentences import Sentence

SAID = "\u201cWe have seen it all with our own eyes,\u201d Lavrov said.\n\n"


def test_budget_parses_first_quotations_and_keeps_later_ones_without_speaker() -> None:
    found = find_quotations(SAID * (MAX_QUOTATIONS_PARSED + 20)).quotations
    assert len(found) == MAX_QUOTATIONS_PARSED + 20
    assert {q.speaker_name for q in found[:MAX_QUOTATIONS_PARSED]} == {"Lavrov"}
    assert {(q.speaker, q.rule, q.confidence) for q in found[MAX_QUOTATIONS_PARSED:]} == {
        (None, "skimmed", UNPARSED_CONFIDENCE)
    }


def test_budget_sets_aside_short_unparsed_quotations() -> None:
    short = "He likes \u201cred\u201d wine and \u201cblue\u201d cheese best of all that there is.\n\n"
    found = find_quotations(SAID * MAX_QUOTATIONS_PARSED + short)
    assert [q.rule for q in found.set_aside] == ["skimmed", "skimmed"]


def parse(text: str) -> tuple[list[Sentence], Sequence[QuotedSpan]]:
    body = [Paragraph(0, len(text), Label.BODY, "")]
    return parse_within_budget(text, body, find_quoted_spans(text, body))


def test_budget_parses_one_long_paragraph_up_to_its_last_parsed_quotation() -> None:
    read, near = parse(SAID.strip() * (MAX_QUOTATIONS_PARSED + 5))
    assert (len(near), read[-1].tokens[-1].end) == (MAX_QUOTATIONS_PARSED, near[-1].outer_end)


def test_budget_grows_with_the_length_of_the_text() -> None:
    blank = " " * CHARACTERS_PER_QUOTATION
    assert len(parse(SAID * 2_000 + blank * 1_000)[1]) == 2_000 * len(SAID) // CHARACTERS_PER_QUOTATION + 1_000
    assert len(parse(SAID * 2_000 + blank * 2_000)[1]) == 2_000


def test_budget_limits_tokens_of_a_text_of_single_characters() -> None:
    said = f"{SAID} He added that it was “good”. "
    text = said + "1, 2. (3) " * MAX_TOKENS_PARSED + said
    read, near = parse(text)
    assert MAX_TOKENS_PARSED < sum(len(sentence.tokens) for sentence in read) < len(text) / CHARACTERS_PER_TOKEN
    assert len(near) == 2
    assert [q.rule for q in find_quotations(text).quotations[2:]] == ["skimmed"]


def test_find_attributions_keeps_every_quotation_when_a_long_text_exceeds_the_budget() -> None:
    told = "The minister said that it would last for many years, as had been agreed upon in Moscow on Tuesday.\n\n"
    text = SAID + told * (MAX_TOKENS_PARSED // 10) + SAID
    found = find_quotations(text)
    contents = find_attributions(text, found)
    reports = [c.spans[0][0] for c in contents if c.quotation.type == "indirect"]
    assert 0 < len(reports) < MAX_TOKENS_PARSED // 10
    assert max(reports) < len(text) / 2 + len(told)
    assert [c.quotation.start for c in contents if c.quotation.type == "direct"] == [q.start for q in found.quotations]


def test_find_quotations_ignores_marks_of_tables_and_rules() -> None:
    said = "\u201cIt is so,\u201d Sergey Lavrov said in Moscow on Tuesday after the talks. "
    for row in ('"a","b","c",' * 20, '"' * 60):
        found = find_quotations(f"{said}\n\n{row}\n\n{said}")
        assert [q.speaker_name for q in found.quotations] == ["Sergey Lavrov", "Sergey Lavrov"]
        assert found.set_aside == ()
