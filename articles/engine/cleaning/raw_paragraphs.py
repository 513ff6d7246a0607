"""Split a text into raw paragraphs, before they have labels."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from articles.engine.text.word_counts import count_words

#: The rules look at the beginning of a paragraph only, so that a line of a megabyte costs no more than a short one.
RULE_PREFIX_LENGTH = 400
#: The longest of 929 headlines measured (training and development articles, seeds) has 27 words.
MAX_HEADLINE_WORDS = 30
#: A text of very many lines with so few characters on average is a list or a column of figures and no article: some
#: hundred of its short lines at a time are read as one paragraph. The seed with most lines has 300, of 60 on average.
COLUMN_LINES, COLUMN_WIDTH = 10_000, 40
#: A text is hard-wrapped when this share of the lines directly followed by another have a width in this range.
WRAPPED_SHARE, WRAPPED_WIDTH = 0.8, (50, 90)
#: A text with fewer such lines is not hard-wrapped.
_MIN_FOLLOWED_LINES = 4

_SENTENCE_ENDINGS = frozenset(
    ".!?:;\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})]\N{HORIZONTAL ELLIPSIS}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
    "\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}\N{RIGHT CORNER BRACKET}"
)
_SINGLE_MARKS = "'\N{RIGHT SINGLE QUOTATION MARK}"
_DOUBLE_MARKS = re.compile(
    '["\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}]"
)
_LINE = re.compile(r"[^\n]+")
_COLUMN_LINES = re.compile(  # a single character first, so that empty lines are skipped quickly
    rf"[^\n](?:[^\n]{{0,{COLUMN_WIDTH - 1}}}\n++(?:[^\n]{{1,{COLUMN_WIDTH}}}\n++){{1,399}}|[^\n]*+)"
)


class RawParagraph(NamedTuple):
    """A paragraph before it has a label: its offsets, what the rules read, and whether a line stands directly above."""

    start: int
    end: int
    prefix: str
    word_count: int
    last_characters: str
    follows_directly: bool
    has_quotes: bool

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends like a sentence; a single closing mark does not ("Leaving out Syria army 'absurd'")."""
        return self.last_characters[-1] in _SENTENCE_ENDINGS and not (
            self.last_characters[-1] in _SINGLE_MARKS and self.last_characters[0].isalnum()
        )

    @property
    def starts_with_quotation_mark(self) -> bool:
        """Whether it begins with a double quotation mark."""
        return _DOUBLE_MARKS.match(self.prefix) is not None


def split_paragraphs(text: str) -> Iterator[RawParagraph]:
    """Yield the paragraphs of the text: its lines, or runs of lines where the text is hard-wrapped."""
    count = text.count("\n")
    is_column = count > COLUMN_LINES and len(text) < COLUMN_WIDTH * count
    lines = [(match.start(), match.end()) for match in (_COLUMN_LINES if is_column else _LINE).finditer(text)]
    lines = [(start, end) for start, end in lines if not text[start:end].isspace()]
    if _is_hard_wrapped(text, lines):
        lines = _join_wrapped_lines(text, lines)
    previous_end = -2
    for start, end in lines:
        content = text[start:end].strip()
        first = start + text[start:end].index(content[0])
        yield RawParagraph(
            start=first,
            end=first + len(content),
            prefix=content[:RULE_PREFIX_LENGTH],
            word_count=count_words(content),
            last_characters=content[-2:],
            follows_directly=start - previous_end <= 1,
            has_quotes=_DOUBLE_MARKS.search(content) is not None,
        )
        previous_end = end


def _is_hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Return whether the lines were broken at a fixed width (as in mail and wire copy)."""
    followed = [(start, end) for (start, end), (next_start, _) in pairwise(lines) if next_start == end + 1]
    if len(followed) < _MIN_FOLLOWED_LINES:
        return False
    low, high = WRAPPED_WIDTH
    wrapped_count = sum(low <= end - start <= high and text[end - 1] not in ".:" for start, end in followed)
    return wrapped_count >= WRAPPED_SHARE * len(followed)


def _join_wrapped_lines(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if joined and start == joined[-1][1] + 1 and not text[start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
