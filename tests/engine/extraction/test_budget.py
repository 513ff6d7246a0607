"""No quotation is lost of a text that has too many to read each with care."""

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


def test_the_first_quotations_are_read_with_care_and_those_behind_are_kept_with_nobody_named() -> None:
    found = find_quotations(SAID * (MAX_QUOTATIONS_PARSED + 20)).quotations
    assert len(found) == MAX_QUOTATIONS_PARSED + 20
    assert {q.speaker_name for q in found[:MAX_QUOTATIONS_PARSED]} == {"Lavrov"}
    assert {(q.speaker, q.rule, q.confidence) for q in found[MAX_QUOTATIONS_PARSED:]} == {
        (None, "skimmed", UNPARSED_CONFIDENCE)
    }


def test_few_words_that_were_skimmed_are_set_aside() -> None:
    short = "He likes \u201cred\u201d wine and \u201cblue\u201d cheese best of all that there is.\n\n"
    found = find_quotations(SAID * MAX_QUOTATIONS_PARSED + short)
    assert [q.rule for q in found.set_aside] == ["skimmed", "skimmed"]


def careful(text: str) -> tuple[list[Sentence], Sequence[QuotedSpan]]:
    body = [Paragraph(0, len(text), Label.BODY, "")]
    return parse_within_budget(text, body, find_quoted_spans(text, body))


def test_one_long_paragraph_is_read_as_far_as_the_last_quotation_that_gets_care() -> None:
    read, near = careful(SAID.strip() * (MAX_QUOTATIONS_PARSED + 5))
    assert (len(near), read[-1].tokens[-1].end) == (MAX_QUOTATIONS_PARSED, near[-1].outer_end)


def test_a_long_book_gets_more_care_than_a_short_text() -> None:
    blank = " " * CHARACTERS_PER_QUOTATION
    assert len(careful(SAID * 2_000 + blank * 1_000)[1]) == 2_000 * len(SAID) // CHARACTERS_PER_QUOTATION + 1_000
    assert len(careful(SAID * 2_000 + blank * 2_000)[1]) == 2_000


def test_a_text_of_single_signs_is_read_as_far_as_so_many_go() -> None:
    said = f"{SAID} He added that it was “good”. "
    text = said + "1, 2. (3) " * MAX_TOKENS_PARSED + said
    read, near = careful(text)
    assert MAX_TOKENS_PARSED < sum(len(sentence.tokens) for sentence in read) < len(text) / CHARACTERS_PER_TOKEN
    assert len(near) == 2
    assert [q.rule for q in find_quotations(text).quotations[2:]] == ["skimmed"]


def test_of_a_very_long_text_the_first_reports_are_found_and_no_quotation_is_lost() -> None:
    told = "The minister said that it would last for many years, as had been agreed upon in Moscow on Tuesday.\n\n"
    text = SAID + told * (MAX_TOKENS_PARSED // 10) + SAID
    found = find_quotations(text)
    contents = find_attributions(text, found)
    reports = [c.spans[0][0] for c in contents if c.quotation.type == "indirect"]
    assert 0 < len(reports) < MAX_TOKENS_PARSED // 10
    assert max(reports) < len(text) / 2 + len(told)
    assert [c.quotation.start for c in contents if c.quotation.type == "direct"] == [q.start for q in found.quotations]


def test_rows_of_a_table_and_a_rule_of_marks_quote_nobody() -> None:
    said = "\u201cIt is so,\u201d Sergey Lavrov said in Moscow on Tuesday after the talks. "
    for row in ('"a","b","c",' * 20, '"' * 60):
        found = find_quotations(f"{said}\n\n{row}\n\n{said}")
        assert [q.speaker_name for q in found.quotations] == ["Sergey Lavrov", "Sergey Lavrov"]
        assert found.set_aside == ()
