"""Where quoted words begin and end, whatever marks an outlet prints, however carelessly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.cleaning import Label, Paragraph
from articles.engine.extraction.marks import Stretch, stretches


def found(*paragraphs: str) -> list[Stretch]:
    body, at = [], 0
    for paragraph in paragraphs:
        body.append(Paragraph(at, at + len(paragraph), Label.BODY, ""))
        at += len(paragraph) + 2
    return list(stretches("\n\n".join(paragraphs), body))


def quoted(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    return [text[s.start : s.end] for s in found(*paragraphs)]


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
    ],
)
def test_marks_find_their_partners(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_an_open_mark_runs_to_the_end_of_its_paragraph_and_says_so() -> None:
    first, second = found("\u201cNever closed, he said.", "\u201cClosed,\u201d she said.")
    assert (first.closed, second.closed) == (False, True)
    assert first.end == len("\u201cNever closed, he said.")


def test_a_mark_left_open_gives_way_to_the_next_quotation() -> None:
    assert quoted("\u201cLeft open, he said. \u201cSecond,\u201d she said.") == ["Left open, he said.", "Second,"]
    assert quoted('"Left open, he said. "Second," she said.') == ["Left open, he said.", "Second,"]


def test_a_speech_over_several_paragraphs_is_opened_at_each_and_closed_at_the_last() -> None:
    speech = found("\u201cFirst.", "\u201cSecond with \u201cinner\u201d words.", "\u201cThird,\u201d he said.")
    assert [s.closed for s in speech] == [False, False, True]
    assert [s.continues for s in speech] == [False, True, True]


def test_each_stretch_knows_its_paragraph_and_its_marks() -> None:
    (stretch,) = found("No quotation here.", "He said ``so''.")
    assert stretch.paragraph == 1
    assert (stretch.start - stretch.left, stretch.right - stretch.end) == (2, 2)


@given(st.lists(st.text(alphabet="ab .,'?\"\u201c\u201d\u201e\u00ab\u00bb`5", max_size=60), min_size=1, max_size=4))
def test_stretches_never_overlap_never_leave_their_paragraph_and_hold_words(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    at = 0
    for stretch in found(*paragraphs):
        assert at <= stretch.left <= stretch.start < stretch.end <= stretch.right
        assert "\n" not in text[stretch.left : stretch.right]
        assert text[stretch.start : stretch.end].strip() == text[stretch.start : stretch.end]
        at = stretch.right
