"""Tests of the fields of query strings and forms."""

import pytest

from articles.views.http.forms import parse_bounded_int


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
