"""Tests of the fields of query strings and forms."""

import pytest
from django.http import QueryDict

from articles.views.comparison import DisplayForm
from articles.views.http.forms import parse_bounded_int
from articles.views.lineage import LineageForm


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("100", 100),
        ("007", 7),
        *((text, None) for text in ("", "0", "101", "-1", "+1", " 1", "1.0", "1_0", "x", "\u0661", "²", "9" * 61)),
    ],
)
def test_parse_bounded_int_takes_plain_digits_within_bounds(text: str, number: int | None) -> None:
    assert parse_bounded_int(text, 1, 100) == number


@pytest.mark.parametrize(("sent", "start"), [("from=30", 30), ("from=-1", 0), ("from=x", 0), ("from_=30", 0), ("", 0)])
def test_lineage_form_begins_at_the_first_printing_where_none_is_named(sent: str, start: int) -> None:
    assert LineageForm(QueryDict(sent)).read()["from_"] == start


@pytest.mark.parametrize(
    ("sent", "merged", "typography"),
    [("", False, True), ("view=one&typography=off", True, False), ("view=two&typography=on", False, True)],
)
def test_display_form_shows_two_sides_with_typography_by_default(sent: str, merged: bool, typography: bool) -> None:
    assert DisplayForm(QueryDict(sent)).read() == {"view": merged, "typography": typography}
