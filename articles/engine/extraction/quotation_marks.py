"""Quotation marks: find the spans that stand between them.

SANA opens eight quotations and closes six; TASS lets a straight mark open what a curly one closes; a speech has an
opening mark at each paragraph and a closing mark at the last; ``6'2" tall`` is not a quotation. One pass over the
double marks of a paragraph, with a small stack for quotations within quotations, pairs them. A mark that is never
closed runs to the end of its paragraph. `single_quotation_marks` handles articles that quote with single marks.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice

from articles.engine.cleaning.paragraphs import Paragraph
from articles.engine.extraction.single_quotation_marks import MarkPair, iter_single_mark_pairs, uses_single_marks


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """Words between a pair of marks, which only the outer bounds include, in the paragraph with this index.

    `continues` means that the quotation runs on from the paragraph before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    paragraph: int
    continues: bool = False


#: Marks by the way they face. Straight marks, and curly ones used the German way, are told by their neighbours.
_OPENING_MARKS = frozenset(
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}\N{LEFT CORNER BRACKET}\N{LEFT WHITE CORNER BRACKET}"
)
_CLOSING_MARKS = frozenset(
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT CORNER BRACKET}\N{RIGHT WHITE CORNER BRACKET}"
)
_LEFT_CURLY, _RIGHT_CURLY = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
_LOW_NINE = "\N{DOUBLE LOW-9 QUOTATION MARK}"
_HEBREW_MARKS = frozenset('"\N{HEBREW PUNCTUATION GERSHAYIM}')
_STRAIGHT_MARKS = _HEBREW_MARKS | {"''", "\N{FULLWIDTH QUOTATION MARK}", "\N{PRIME}\N{PRIME}", "\N{DOUBLE PRIME}"}
_DOUBLE_MARKS = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2033\u05f4\u300c-\u300f'
_DOUBLE_MARK_OR_TAG = re.compile(
    f"[{_DOUBLE_MARKS}]|``|''"  # every double mark, and single ones doubled
    r"|<[/a-zA-Z][^<>\n]{0,400}>"  # a tag left in the text: the marks of its attributes are not quotations
)
#: A line across the page or the rows of a table ("a","b","c") quote nobody: at least so many marks, with at most so
#: many characters between two of them. In the 924 training and development articles no five marks stand so close.
MIN_TABLE_MARKS, MAX_TABLE_GAP = 40, 6
_MARK_TABLE = re.compile(f"(?:[{_DOUBLE_MARKS}][^{_DOUBLE_MARKS}]{{0,{MAX_TABLE_GAP}}}+){{{MIN_TABLE_MARKS},}}+")
#: Marks with which a paragraph may continue the quotation of the paragraph before.
_CONTINUATION_MARKS = _OPENING_MARKS | _STRAIGHT_MARKS | {_LEFT_CURLY, "`", "\N{LEFT SINGLE QUOTATION MARK}"}
_MARK_PREDECESSORS = frozenset('([{\N{EM DASH}\N{EN DASH}-/"\N{LEFT DOUBLE QUOTATION MARK}')


class _MarkDirection(Enum):
    OPENS = auto()
    CLOSES = auto()


@dataclass(slots=True)
class _OpenMark:
    """A mark without a partner so far."""

    content_start: int
    mark_start: int
    mark: str


def find_quoted_spans(text: str, paragraphs: Sequence[Paragraph]) -> tuple[QuotedSpan, ...]:
    """Find all quoted spans of these paragraphs, in order; a quotation within a quotation is part of the outer one."""
    double_spans = _collect_spans(text, paragraphs, _find_double_mark_pairs)
    if not any(uses_single_marks(text, paragraph.start, paragraph.end) for paragraph in paragraphs):
        return double_spans
    single_spans = _collect_spans(text, paragraphs, _find_single_mark_pairs)
    return single_spans if _all_enclosed(double_spans, single_spans) else double_spans


MarkPairFinder = Callable[[str, int, int, bool], list[MarkPair]]


def _collect_spans(text: str, paragraphs: Sequence[Paragraph], find_pairs: MarkPairFinder) -> tuple[QuotedSpan, ...]:
    """Build the spans from the pairs of marks of each paragraph."""
    found: list[QuotedSpan] = []
    continues = False
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].start if index + 1 < len(paragraphs) else len(text)
        next_continues = text[following : following + 1] in _CONTINUATION_MARKS
        pairs = find_pairs(text, paragraph.start, paragraph.end, next_continues)
        spans = [span for pair in pairs if (span := _build_span(text, *pair, index)).end > span.start]
        if continues and spans and spans[0].outer_start == paragraph.start == pairs[0][0]:
            spans[0] = replace(spans[0], continues=True)
        found.extend(spans)
        continues = bool(spans) and not spans[-1].closed and spans[-1].outer_end == paragraph.end
    return tuple(found)


def _all_enclosed(inner: Sequence[QuotedSpan], outer: Sequence[QuotedSpan]) -> bool:
    """Return whether each span of `inner` lies in one of `outer`, both in order."""
    remaining = iter(outer)
    enclosing = next(remaining, None)
    for span in inner:
        while enclosing is not None and enclosing.outer_end < span.outer_end:
            enclosing = next(remaining, None)
        if enclosing is None or span.outer_start < enclosing.outer_start:
            return False
    return bool(outer)


def _build_span(text: str, left: int, right: int, closed: bool, widths: tuple[int, int], index: int) -> QuotedSpan:
    start, end = left + widths[0], right - widths[1]
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return QuotedSpan(start, end, left, right, closed, index)


def _find_single_mark_pairs(text: str, start: int, end: int, _: bool) -> list[MarkPair]:
    return list(iter_single_mark_pairs(text, start, end))


def _find_double_mark_pairs(text: str, start: int, end: int, next_continues: bool) -> list[MarkPair]:
    marks = _find_marks(text, start, end)
    return _pair_marks(text, marks, start, end, next_continues) if marks else []


def _find_marks(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Find every mark with its place, leaving out the marks of tables."""
    marks = list(islice(_iter_marks(text, start, end), MIN_TABLE_MARKS))
    if len(marks) < MIN_TABLE_MARKS:
        return marks
    marks.clear()
    for table in _MARK_TABLE.finditer(text, start, end):
        marks += _iter_marks(text, start, table.start())
        start = table.end()
    return [*marks, *_iter_marks(text, start, end)]


def _iter_marks(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for match in _DOUBLE_MARK_OR_TAG.finditer(text, start, end):
        at, mark = match.start(), match[0]
        if mark[0] != "<" and not (mark in _HEBREW_MARKS and _is_within_hebrew_word(text, at)):
            yield at, mark


def _is_within_hebrew_word(text: str, at: int) -> bool:
    return at > 0 and "\u05d0" <= text[at - 1] <= "\u05ea" and "\u05d0" <= text[at + 1 : at + 2] <= "\u05ea"


def _pair_marks(text: str, marks: list[tuple[int, str]], start: int, end: int, next_continues: bool) -> list[MarkPair]:
    """Pair the marks of one paragraph: (left, right, closed, widths of the two marks)."""
    pairs: list[MarkPair] = []
    inner: list[MarkPair] = []
    stack: list[_OpenMark] = []
    straight = [at for at, mark in marks if mark in _STRAIGHT_MARKS]
    for number, (at, mark) in enumerate(marks):
        if straight and _is_measurement(text, at, mark, start, bool(stack)):
            continue
        direction = _classify_direction(text, at, mark, start, end, stack)
        if direction is _MarkDirection.CLOSES:
            if stack:
                _close_pair(pairs, inner, stack, at, mark)
            elif number == 0 and at > start and text[at - 1] in _FINAL_PUNCTUATION:
                pairs.append((start, at + len(mark), True, (0, len(mark))))
        elif stack and mark in _STRAIGHT_MARKS and stack[-1].mark in _STRAIGHT_MARKS:
            # A straight mark that can only open, behind an open one: if a partner is yet to come, the first mark
            # was never closed.
            if straight[-1] > at:
                _flush_unclosed(pairs, inner, stack, at)
                stack.append(_OpenMark(at + len(mark), at, mark))
            else:
                _close_pair(pairs, inner, stack, at, mark)
        else:
            stack.append(_OpenMark(at + len(mark), at, mark))
    if stack and inner and next_continues and stack[0].mark_start == start and inner[0][0] > stack[0].content_start:
        inner.clear()  # a speech of several paragraphs, quoting somebody in this one
    _flush_unclosed(pairs, inner, stack, end)
    return sorted(pairs)


def _close_pair(pairs: list[MarkPair], inner: list[MarkPair], stack: list[_OpenMark], at: int, mark: str) -> None:
    """Pair the mark with the innermost open one; if that was the outermost, the pair is a span."""
    opened = stack.pop()
    if stack and mark in _STRAIGHT_MARKS and opened.mark not in _STRAIGHT_MARKS and stack[-1].mark in _STRAIGHT_MARKS:
        opened = stack.pop()  # the straight mark closes the outer straight one; the curly one within was left open
    pair = (opened.mark_start, at + len(mark), True, (len(opened.mark), len(mark)))
    if stack:
        inner.append(pair)
    else:
        inner.clear()
        pairs.append(pair)


def _flush_unclosed(pairs: list[MarkPair], inner: list[MarkPair], stack: list[_OpenMark], end: int) -> None:
    """End each open mark where the next mark or a pair within opens, or at the end of the paragraph."""
    if not stack:
        return
    closed: list[MarkPair] = []
    for pair in sorted(inner):
        if pair[0] > stack[-1].mark_start and (not closed or pair[0] >= closed[-1][1]):
            closed.append(pair)
    stops = [*(opened.mark_start for opened in stack[1:]), closed[0][0] if closed else end]
    for opened, stop in zip(stack, stops, strict=True):
        pairs.append((opened.mark_start, stop, False, (len(opened.mark), 0)))
    pairs.extend(closed)
    stack.clear()
    inner.clear()


#: Punctuation of the end of a quotation: a closing mark behind it, without an opening mark, closes a quotation that
#: began with the paragraph.
_FINAL_PUNCTUATION = frozenset(",.!?")


def _is_measurement(text: str, at: int, mark: str, start: int, within: bool) -> bool:
    """Recognise inches and seconds: ``6'2"``, ``a 55" screen``."""
    if mark not in _STRAIGHT_MARKS or at == start or not text[at - 1].isdigit():
        return False
    if re.search(r"\d['\N{RIGHT SINGLE QUOTATION MARK}\N{PRIME}] ?\d{1,2}$", text[max(start, at - 6) : at]):
        return True
    return not within and not text[at + 1 : at + 2].isalnum()


def _classify_direction(text: str, at: int, mark: str, start: int, end: int, stack: list[_OpenMark]) -> _MarkDirection:
    """Decide whether a mark opens or closes: by the mark, then by its neighbours, then by what is open."""
    if mark == _LEFT_CURLY and not stack:
        return _MarkDirection.OPENS
    if mark == _RIGHT_CURLY and stack:
        return _MarkDirection.CLOSES
    if mark in _OPENING_MARKS:
        return _MarkDirection.OPENS if not (stack and stack[-1].mark == "\u00bb") else _MarkDirection.CLOSES
    if mark in _CLOSING_MARKS and not _is_inward_guillemet(text, at, stack, end):
        return _MarkDirection.CLOSES
    before, after = _get_neighbours(text, at, at + len(mark), start, end)
    can_open = not after.isspace() and (not stack or not before.isalnum())
    can_close = not before.isspace()
    if mark in (_LEFT_CURLY, "``"):
        if stack and (stack[-1].mark == _LOW_NINE or (can_close and not _opens_by_space(before, after))):
            return _MarkDirection.CLOSES
        return _MarkDirection.OPENS
    if mark == _RIGHT_CURLY:
        return _MarkDirection.OPENS if _opens_by_space(before, after) else _MarkDirection.CLOSES
    if not stack:
        return _MarkDirection.OPENS if can_open and not (after in ",.;:!?" and can_close) else _MarkDirection.CLOSES
    opens = before.isspace() and after.isalnum()
    return _MarkDirection.OPENS if opens else _MarkDirection.CLOSES


def _get_neighbours(text: str, left: int, right: int, start: int, end: int) -> tuple[str, str]:
    """Return the characters that a reader sees beside a mark; a blank where the paragraph begins or ends."""
    while left > start and text[left - 1] in _INVISIBLE:
        left -= 1
    while right < end and text[right] in _INVISIBLE:
        right += 1
    return text[left - 1] if left > start else " ", text[right] if right < end else " "


_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def _opens_by_space(before: str, after: str) -> bool:
    return (before.isspace() or before in _MARK_PREDECESSORS) and not after.isspace() and after not in ",.;:!?)"


def _is_inward_guillemet(text: str, at: int, stack: list[_OpenMark], end: int) -> bool:
    """Recognise >>so<< turned inwards, as in German books, where the right-pointing mark opens."""
    after = text[at + 1] if at + 1 < end else " "
    before = text[at - 1] if at else " "
    return not stack and before.isspace() and not after.isspace()
