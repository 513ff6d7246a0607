"""Quotation marks: the spans between them, whatever marks an outlet prints, however carelessly."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction.quotation_marks import QuotedSpan, find_quoted_spans


def find_spans(*paragraphs: str) -> list[QuotedSpan]:
    body, at = [], 0
    for paragraph in paragraphs:
        body.append(Paragraph(at, at + len(paragraph), Label.BODY, ""))
        at += len(paragraph) + 2
    return list(find_quoted_spans("\n\n".join(paragraphs), body))


def find_words(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    return [text[s.start : s.end] for s in find_spans(*paragraphs)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said \u201cone\u201d and "two" and \u00abthree\u00bb.', ["one", "two", "three"]),
        (
            "Er sagte \u201evier\u201c und \u201ef\u00fcnf\u201d, dann \u00bbsechs\u00ab.",
            ["vier", "f\u00fcnf", "sechs"],
        ),
        ("He said ``seven'' and ''eight''.", ["seven", "eight"]),
        ("\u201c Blanks inside \u201d are no words.", ["Blanks inside"]),
        ("It\u2019s the Syrians\u2019 war, isn't it?", []),
        (
            "\u201cI think \u2018laments\u2019 that we heard,\u201d he said.",
            ["I think \u2018laments\u2019 that we heard,"],
        ),
        ("\"It's Assad's,\" she said.", ["It's Assad's,"]),
        ("\u201cOne. He said: \u201cTwo\u201d and so on.\u201d Then", ["One. He said: \u201cTwo\u201d and so on."]),
        ('"Outer \u201cinner\u201d rest," he said.', ["Outer \u201cinner\u201d rest,"]),
        ('A 6\'2" man said, "I am 5\'4" tall," and left.', ["I am 5'4\" tall,"]),
        ('A 55" screen showed "the film".', ["the film"]),
        ('"He was there in 2014" he said. "Yes"', ["He was there in 2014", "Yes"]),
        ("the KKK \u201cabhorrent\u201c in a tweet. \u201cHe is\u201d.", ["abhorrent", "He is"]),
        ('We will go," he said.', ["We will go,"]),
        ('The end" of it.', []),
        ("(\u201cyes\u201d) \u2014\u201cno\u201d\u2014", ["yes", "no"]),
        ('"\u201cYou win,\u201d Rubio said.', ["You win,"]),
        ('<a href="page">"Hi," he said</a>', ["Hi,"]),
        ('\u201c\u201d and ""', []),
        # Chinese and Japanese corner brackets, also one pair within another
        ("\u9577\u8aaa\uff1a\u300c\u8239\u300e\u518d\u300f\u958b\u300d\u3002", ["\u8239\u300e\u518d\u300f\u958b"]),
        # Hebrew marks, the same as in an abbreviation; Arabic with the closing mark first
        (
            "\u05e6\u05d4\u05f4\u05dc: \u05f4\u05dc\u05d0 \u05db\u05d9\u05d5\u05dd\u05f4.",
            ["\u05dc\u05d0 \u05db\u05d9\u05d5\u05dd"],
        ),
        ('\u05e6\u05d4"\u05dc: "\u05dc\u05d0 \u05db\u05d9\u05d5\u05dd".', ["\u05dc\u05d0 \u05db\u05d9\u05d5\u05dd"]),
        (
            "\u0642\u0627\u0644: \u201d\u0644\u0627 \u0627\u0644\u064a\u0648\u0645\u201c.",
            ["\u0644\u0627 \u0627\u0644\u064a\u0648\u0645"],
        ),
    ],
)
def test_find_quoted_spans_pairs_marks(text: str, words: list[str]) -> None:
    assert find_words(text) == words


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (
            [
                "\u2018We doubt it,\u2019 he said. \u2018The ministers\u2019 plan isn\u2019t ours.\u2019 "
                "A \u2018stunt\u2019."
            ],
            ["We doubt it,", "The ministers\u2019 plan isn\u2019t ours.", "stunt"],
        ),
        (
            ["'We doubt it,' he said. 'The ministers' plan isn't ours.' A 'stunt' of the '90s."],
            ["We doubt it,", "The ministers' plan isn't ours.", "stunt"],
        ),
        (["\u2018He told me \u201cyes\u201d and left,\u2019 he said."], ["He told me \u201cyes\u201d and left,"]),
        (["\u2018We ask the ministers\u2019 he said, \u2018and go.\u2019"], ["We ask the ministers", "and go."]),
        (["\u2018One.", "\u2018Two.\u2019"], ["One.", "Two."]),
        (["\u2018Never closed.", "Nothing. \u2018Closed,\u2019 she said."], ["Never closed.", "Closed,"]),
        (["\u201cI heard \u2018no,\u2019 and left,\u201d he said."], ["I heard \u2018no,\u2019 and left,"]),
        (["A \u201cterm\u201d outside. \u2018We go,\u2019 he said."], ["term"]),
        (["It's the ministers' day, isn't it, says 'em.'"], []),
        (["The \u2018stunt\u2019 of the ministers\u2019 friends."], []),
    ],
)
def test_find_quoted_spans_pairs_single_marks_when_double_ones_are_absent(
    paragraphs: list[str], words: list[str]
) -> None:
    assert find_words(*paragraphs) == words


@given(st.text(alphabet="'\u2018\u2019sa., \n\u201c\u201d", max_size=60))
def test_find_quoted_spans_returns_no_overlapping_spans_for_single_marks(text: str) -> None:
    spans = find_spans(*text.split("\n"))
    assert all(first.outer_end <= second.outer_start for first, second in pairwise(spans))
    assert all(span.outer_start <= span.start < span.end <= span.outer_end for span in spans)


def test_unclosed_mark_runs_to_the_end_of_its_paragraph() -> None:
    first, second = find_spans("\u201cNever closed, he said.", "\u201cClosed,\u201d she said.")
    assert (first.closed, second.closed) == (False, True)
    assert first.end == len("\u201cNever closed, he said.")


def test_unclosed_mark_ends_at_the_next_quotation() -> None:
    assert find_words("\u201cLeft open, he said. \u201cSecond,\u201d she said.") == ["Left open, he said.", "Second,"]
    assert find_words('"Left open, he said. "Second," she said.') == ["Left open, he said.", "Second,"]


def test_speech_over_several_paragraphs_continues_until_its_closing_mark() -> None:
    speech = find_spans("\u201cFirst.", "\u201cSecond with \u201cinner\u201d words.", "\u201cThird,\u201d he said.")
    assert [s.closed for s in speech] == [False, False, True]
    assert [s.continues for s in speech] == [False, True, True]


def test_quoted_span_has_its_paragraph_and_the_offsets_of_its_marks() -> None:
    (span,) = find_spans("No quotation here.", "He said ``so''.")
    assert span.paragraph == 1
    assert (span.start - span.outer_start, span.outer_end - span.end) == (2, 2)


@given(st.lists(st.text(alphabet="ab .,'?\"\u201c\u201d\u201e\u00ab\u00bb`5", max_size=60), min_size=1, max_size=4))
def test_quoted_spans_hold_words_of_one_paragraph_without_overlap(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    at = 0
    for span in find_spans(*paragraphs):
        assert at <= span.outer_start <= span.start < span.end <= span.outer_end
        assert "\n" not in text[span.outer_start : span.outer_end]
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        at = span.outer_end
