"""Tests of the tags for quoted words and changes."""

import re

import pytest
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Article, Outlet, Printing, Quote
from articles.presentation.article_text import ParagraphBlock, collect_attributed_spans, split_into_segments
from articles.presentation.quote_lists import QuoteRow
from articles.presentation.side_by_side import (
    ChangeNote,
    ComparisonSide,
    PairView,
    SegmentKind,
    TextSegment,
    build_pair_view,
)
from articles.queries.lineage_snapshot import PrintingSnapshot
from articles.templatetags.quote_markup import brief, quote_size, render_block, render_merged, render_side


def row(text: str, number: int = 1, outlet: str = "SANA") -> PrintingSnapshot:
    """Return a printing that is not stored."""
    quote = Quote(pk=number, text=text, article=Article(outlet=Outlet(name=outlet), title="Headline"))
    return PrintingSnapshot(number, "AB"[number - 1], Printing(quote=quote, start=0, end=len(text)))


def pair(left: str, right: str) -> PairView:
    return build_pair_view(row(left, 1, "OffGuardian"), row(right, 2, "SANA"), STANDARD_ALIASES)


def test_render_side_marks_removed_and_added_words_in_words() -> None:
    found = pair("fighting the Islamic State groups", "fighting ISIS groups")
    left, right = render_side(found.left, "left"), render_side(found.right, "right")
    assert '<del id="left-1"><span class="vh">removed: </span>the Islamic State</del>' in left
    assert '<ins id="right-1"><span class="vh">added: </span>ISIS</ins>' in right
    assert 'href="#change-9"' in left
    assert 'href="#change-9"' in right


def test_render_side_marks_places_of_missing_words() -> None:
    found = pair("the Syrian army (life has proved they never went back), analysis", "the Syrian army, analysis")
    assert '<span class="cut" id="right-1">' in render_side(found.right, "right")


def test_render_side_escapes_hostile_words() -> None:
    hostile = '<script>alert(1)</script> & "quoted" <img src=x onerror=alert(1)>'
    remark = ChangeNote(1, "change-0", "substitution", 3, "Words replaced", "", "", hostile, hostile)
    side = ComparisonSide(
        row(hostile), "SANA", tuple(TextSegment(hostile, mark, remark, hostile) for mark in SegmentKind)
    )
    assert "<script" not in render_side(side, "left")
    assert "<img" not in render_side(side, "left")
    assert "&lt;script&gt;" in render_side(side, "left")


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("fighting the Islamic State groups", "fighting ISIS groups", "fighting [-the Islamic State-]{+ISIS+} groups"),
        ("spared those groups", "spared those [armed] groups", "spared those {+[armed] +}groups"),
        ("spared those groups", "spared those groups of men", "spared those groups{+ of men+}"),
        ("They do not want it", "They want it", "They [-do not-] want it"),
    ],
)
def test_render_merged_merges_both_texts(left: str, right: str, words: str) -> None:
    shown = re.sub(r'<a class="key".*?</a>|<span.*?</span>', "", render_merged(pair(left, right)))
    shown = re.sub(r"<del[^>]*>(.*?)</del>", r"[-\1-]", shown)
    assert re.sub(r"<ins[^>]*>(.*?)</ins>", r"{+\1+}", shown) == words


def test_render_side_links_runs_shared_by_two_translations() -> None:
    found = pair(
        "an analysis of those strikes against the Syrian army last summer leads him to quite another thought",
        "whoever could have looked would see blows fell with care against the Syrian army last summer and no more",
    )
    assert found.parallel
    assert '<mark id="left-shared-1">' in render_side(found.left, "left")
    assert 'href="#right-shared-1"' in render_side(found.left, "left")


SENTENCES = st.text("ab .,\u201c\u201d\u00a0()[]<>&'\u202e\u043e\u0442\n", max_size=60).filter(str.strip)


@given(left=SENTENCES, right=SENTENCES)
def test_segments_of_each_side_are_exactly_its_text(left: str, right: str) -> None:
    found = pair(left, right)
    assert "".join(piece.text for piece in found.left.segments) == left
    assert "".join(piece.text for piece in found.right.segments) == right


@given(left=SENTENCES, right=SENTENCES)
def test_merged_segments_hold_both_texts(left: str, right: str) -> None:
    found = pair(left, right)
    if found.parallel or found.typographic:
        return
    assert "".join(piece.text for piece in found.merged) == left
    theirs = "".join(piece.other_text if piece.kind is SegmentKind.BOTH else piece.text for piece in found.merged)
    assert printed(theirs) == printed(right)


def printed(text: str) -> str:
    """Return `text` without invisible characters, which belong to no word and are no change of their own."""
    return "".join(text.replace("\u202e", "").split())


@given(text=st.text("ab \u201c\u201d<&\n", min_size=1, max_size=60), data=st.data())
def test_segments_of_a_paragraph_are_exactly_its_text(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places).filter(lambda span: span[0] < span[1]), max_size=4))
    quotes = [
        QuoteRow(number, Quote(pk=number, start=start, end=end), None)
        for number, (start, end) in enumerate(sorted(spans))
    ]
    start, end = sorted((data.draw(places), data.draw(places)))
    stretches = split_into_segments(text, start, end, collect_attributed_spans(quotes, ()))
    assert "".join(stretch.text for stretch in stretches) == text[start:end]
    shown = render_block(ParagraphBlock("body", "", stretches))
    assert (
        strip_tags(re.sub(r"<a class=.*?</a>", "", shown)).replace("&lt;", "<").replace("&amp;", "&") == text[start:end]
    )


def test_render_block_puts_the_number_behind_the_closing_mark() -> None:
    text = "\u201cNo.\u201d he said"
    quotes = [QuoteRow(1, Quote(pk=7, start=1, end=4), None)]
    shown = render_block(
        ParagraphBlock("body", "", split_into_segments(text, 0, len(text), collect_attributed_spans(quotes, ())))
    )
    assert shown.startswith('\u201c<q class="quotation" id="quote-7">No.</q>\u201d<a class="key" href="#note-1">')


@pytest.mark.parametrize(("words", "name"), [(3, "short"), (24, "short"), (25, "middle"), (70, "middle"), (71, "long")])
def test_quote_size_shrinks_with_length(words: int, name: str) -> None:
    assert quote_size("word " * words) == name


def test_brief_shortens_a_long_passage() -> None:
    assert brief("one two three", 2) == "one two\N{HORIZONTAL ELLIPSIS}"
    assert brief("one two", 2) == "one two"
