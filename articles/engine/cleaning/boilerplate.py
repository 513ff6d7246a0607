"""Match paragraphs against the boilerplate rules: patterns of lines that do not belong to the article.

``READ MORE: Another story``, ``(c) AP Photo / Dusan Vranic``, ``We use cookies``, ``10 Sep, 2015 14:50``: each pattern
has the label it gives, a name, and the greatest length of such a line. The rules are in ``data/boilerplate.toml``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from articles.engine.cleaning.labels import Label, LabelAndRule
from articles.engine.text.word_lists import load_word_lists

#: Boilerplate ("Get short URL", "Log in") is short; a longer paragraph needs a rule with a limit of its own.
MAX_BOILERPLATE_WORDS = 40
#: An opening quotation mark before a line must not hide boilerplate.
LEADING_MARKS = '"\N{LEFT DOUBLE QUOTATION MARK}'
#: A longer paragraph with a quotation in it is no menu, form or share bar.
_MAX_QUOTING_BOILERPLATE_WORDS = 12
_NEVER_QUOTING = (Label.CHROME, Label.DATE, Label.COMMENT)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class LineRule:
    """A pattern for the beginning of a paragraph of at most `max_words` words.

    The other fields let matching skip the pattern quickly. It can match only lines that begin with one of
    `first_characters` (in lower case; empty: any), contain one of `required_words` (if any) and, with `needs_digit`, a
    digit.
    """

    label: Label
    name: str
    pattern: re.Pattern[str]
    max_words: int = MAX_BOILERPLATE_WORDS
    first_characters: str = ""
    required_words: tuple[str, ...] = ()
    needs_digit: bool = False


def load_rules(table: str) -> Iterator[LineRule]:
    """Load the rules of a table of ``boilerplate.toml``, in order."""
    lists = load_word_lists("boilerplate").lists
    parts = {f"{{{name}}}": "".join(pattern) for name, pattern in lists["parts"].items()}
    for entry in lists[table]:
        pattern = "".join(entry.pop("pattern"))
        for name, part in reversed(parts.items()):  # a date names a month, which stands above it
            pattern = pattern.replace(name, part)
        compiled = re.compile(pattern, re.IGNORECASE)
        label, required_words = Label(entry.pop("label")), tuple(entry.pop("required_words", ()))
        yield LineRule(label, pattern=compiled, required_words=required_words, **entry)


LINE_RULES = tuple(load_rules("line_rules"))


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
