"""Match paragraphs against the boilerplate rules."""

import re
from functools import cache

from articles.engine.cleaning.boilerplate_rules import LINE_RULES, LineRule
from articles.engine.cleaning.labels import Label, LabelAndRule

#: An opening quotation mark before a line must not hide boilerplate.
LEADING_MARKS = '"\N{LEFT DOUBLE QUOTATION MARK}'
#: A longer paragraph with a quotation in it is no menu, form or share bar.
_MAX_QUOTING_BOILERPLATE_WORDS = 12
_NEVER_QUOTING = (Label.CHROME, Label.DATE, Label.COMMENT)
_DIGIT = re.compile(r"\d")


def match_line_rule(line: str, word_count: int, has_quotes: bool) -> LabelAndRule | None:
    """Return the label and rule that a paragraph's own beginning gives, if any.

    `word_count` is the length of the paragraph; `has_quotes` says whether it contains double quotation marks.

    >>> match_line_rule("READ MORE: Another story", 4, has_quotes=False)
    (<Label.LINK: 'link'>, 'read-more')
    """
    line = line.lstrip(LEADING_MARKS)
    lower = line.lower()
    first = lower[:1] if line[:1].isascii() else ""
    is_quoting = has_quotes and word_count > _MAX_QUOTING_BOILERPLATE_WORDS
    for rule in _select_rules(first, _DIGIT.search(line) is not None, is_quoting):
        if word_count > rule.max_words:
            continue
        if rule.required_words and not any(map(lower.__contains__, rule.required_words)):
            continue
        if rule.pattern.match(line):
            return rule.label, rule.name
    return None


@cache
def _select_rules(first: str, has_digit: bool, is_quoting: bool) -> tuple[LineRule, ...]:
    """Return the rules that can match a line with this first character (empty if it is not ASCII)."""
    return tuple(
        rule
        for rule in LINE_RULES
        if first in (rule.first_characters or first)
        and (has_digit or not rule.needs_digit)
        and not (is_quoting and rule.label in _NEVER_QUOTING)
    )
