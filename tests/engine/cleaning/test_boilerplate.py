"""Boilerplate rules: the quick filters never hide a rule that matches."""

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from articles.engine.cleaning.boilerplate import LEADING_MARKS, LINE_RULES, LineRule, match_line_rule


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: f"{rule.name}: {rule.pattern.pattern[:40]}")
@given(st.data())
@settings(max_examples=10, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_match_line_rule_filters_never_hide_a_matching_rule(rule: LineRule, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(re.compile(rf"\A(?:{rule.pattern.pattern})", re.IGNORECASE)))
    assume(rule.pattern.match(line) is not None and not line.startswith(tuple(LEADING_MARKS)))
    first = next((k for k, other in enumerate(LINE_RULES) if other.pattern.match(line)), None)
    assert first is not None
    found = match_line_rule(line, 1, has_quotes=False)
    assert found == (LINE_RULES[first].label, LINE_RULES[first].name)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("\u017fhare this", "share-bar"),
        ("\u0661\u0662 likes", "comment-tools"),
        ("\N{COPYRIGHT SIGN} Reuters / Dusan Vranic", "picture-credit"),
    ],
)
def test_match_line_rule_tries_every_rule_beyond_ascii(line: str, name: str) -> None:
    found = match_line_rule(line, len(line.split()), has_quotes=False)
    assert found is not None
    assert found[1] == name
