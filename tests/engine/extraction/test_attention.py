"""No quotation is lost of a text that has too many to read each with care."""

from articles.engine.cleaning import Label, Paragraph
from articles.engine.extraction import find_quotations
from articles.engine.extraction.attention import CAREFULLY, CHARACTERS_EACH, SKIMMED, read_with_care
from articles.engine.extraction.marks import stretches

SAID = "\u201cWe have seen it all with our own eyes,\u201d Lavrov said.\n\n"


def test_the_first_quotations_are_read_with_care_and_those_behind_are_kept_with_nobody_named() -> None:
    found = find_quotations(SAID * (CAREFULLY + 20)).quotations
    assert len(found) == CAREFULLY + 20
    assert {q.speaker_name for q in found[:CAREFULLY]} == {"Lavrov"}
    assert {(q.speaker, q.rule, q.confidence) for q in found[CAREFULLY:]} == {(None, "skimmed", SKIMMED)}


def test_few_words_that_were_skimmed_are_set_aside() -> None:
    short = "He likes \u201cred\u201d wine and \u201cblue\u201d cheese best of all that there is.\n\n"
    found = find_quotations(SAID * CAREFULLY + short)
    assert [q.rule for q in found.set_aside] == ["skimmed", "skimmed"]


def test_one_long_paragraph_is_read_as_far_as_the_last_quotation_that_gets_care() -> None:
    text = SAID.strip() * (CAREFULLY + 5)
    body = [Paragraph(0, len(text), Label.BODY, "")]
    found = stretches(text, body)
    (near,), careful = read_with_care(0, body, found)
    assert (len(careful), near.end) == (CAREFULLY, careful[-1].right)


def test_a_long_book_gets_more_care_than_a_short_text() -> None:
    text = SAID * 3_000
    found = stretches(text, [Paragraph(0, len(text), Label.BODY, "")])
    body = [Paragraph(0, len(text), Label.BODY, "")]
    assert len(read_with_care(2_000 * CHARACTERS_EACH, body, found)[1]) == 2_000
    assert read_with_care(3_000 * CHARACTERS_EACH, body, found) == (body, found)


def test_rows_of_a_table_and_a_rule_of_marks_quote_nobody() -> None:
    said = "\u201cIt is so,\u201d Sergey Lavrov said in Moscow on Tuesday after the talks. "
    for row in ('"a","b","c",' * 20, '"' * 60):
        found = find_quotations(f"{said}\n\n{row}\n\n{said}")
        assert [q.speaker_name for q in found.quotations] == ["Sergey Lavrov", "Sergey Lavrov"]
        assert found.set_aside == ()
