"""Spans: bounds, order, overlap and containment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.text.spans import Span

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda bounds: Span(min(bounds), max(bounds)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_span_rejects_bounds_that_run_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="runs forwards"):
        Span(start, end)


def test_span_extracts_its_part_of_the_text() -> None:
    assert Span(4, 8).extract("The ISIS groups") == "ISIS"
    assert len(Span(4, 8)) == 4


def test_empty_span_is_true() -> None:
    assert len(Span(3, 3)) == 0
    assert Span(3, 3)


@given(SPANS, SPANS)
def test_span_overlaps_exactly_where_characters_are_shared(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert not shared or a.overlaps(b)
    if len(a) and len(b):
        assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(SPANS, SPANS)
def test_span_contains_only_spans_within_its_bounds(a: Span, b: Span) -> None:
    assert a.contains(b) == (a.start <= b.start and b.end <= a.end)
    assert a.contains(a)
