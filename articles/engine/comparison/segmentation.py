"""Segmentation of differences: cut an alignment so that a reader sees one change as one.

An alignment is right about which words are new but poor at where a change begins. TASS's "the Islamic State" and SANA's
"ISIS" are a lost article beside an equal name; a reader sees one swap. RT's "[anti-ISIS]" that loses its brackets is
two lost marks; a reader sees an editor's words that became the speaker's::

    >>> from articles.engine.text.aliases import STANDARD_ALIASES
    >>> a, b = "fighting exclusively the Islamic State", "fighting exclusively ISIS"
    >>> [(d.a.extract(a), d.b.extract(b)) for d in find_differences(TokenizedPair.from_texts(a, b, STANDARD_ALIASES))]
    [('the Islamic State', 'ISIS')]

A difference is a range of plain tokens on each side (one may be empty) and the same as spans of the texts. Differences
are in order and never overlap; between them both printings have the same words, printed the same but for white space.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from articles.engine.comparison.alignment import DiffBlock, align
from articles.engine.comparison.fillers import split_fillers
from articles.engine.comparison.segment_editing import join_names, join_neighbours, slide_cuts, split_segment
from articles.engine.comparison.segments import (
    Segment,
    TokenizedPair,
    find_mismatches,
    find_reprinted_words,
    has_same_keys,
    trim_equal_ends,
)
from articles.engine.text.spans import Span
from articles.engine.text.tokenization import TokenColumns


@dataclass(frozen=True, slots=True)
class Difference:
    """Tokens `a_start:a_end` of one printing where the other has `b_start:b_end`, and their spans in the texts.

    `name` is the alias group where both sides are forms of one name.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a: Span
    b: Span
    name: str | None = None


def find_differences(pair: TokenizedPair, blocks: list[DiffBlock] | None = None) -> list[Difference]:
    """Return where the two printings of `pair` differ, in order; `blocks` is their alignment where already known."""
    if blocks is None:
        blocks = align(pair.a_with_names, pair.b_with_names)
    segments = list(_build_segments(pair, blocks))
    if len(segments) > 1:
        segments = join_names(segments, pair)
        segments = list(join_neighbours(segments, pair))
    segments = list(chain.from_iterable(split_segment(segment, pair) for segment in segments))
    segments = list(chain.from_iterable(split_fillers(segment, pair) for segment in segments))
    return [_build_difference(segment, pair) for segment in slide_cuts(segments, pair)]


def _build_segments(pair: TokenizedPair, blocks: list[DiffBlock]) -> Iterator[Segment]:
    """Yield the blocks in plain tokens, and between them the tokens that are equal but printed differently."""
    a, b = pair.a_with_names, pair.b_with_names
    i = j = 0
    for block in (*blocks, DiffBlock(len(a), len(a), len(b), len(b))):
        yield from _find_reprinted_tokens(pair, i, j, block.a_start - i)
        i, j = block.a_end, block.b_end
        if block.a_start < i or block.b_start < j:
            segment = _to_plain_tokens(pair, block)
            has_name = _has_name(a, block.a_start, block.a_end) or _has_name(b, block.b_start, block.b_end)
            yield from (
                trim_equal_ends(pair, segment) if has_name else (segment,)
            )  # ends may be equal once names are split


def _has_name(words: TokenColumns, start: int, end: int) -> bool:
    return bool(words.names) and any(index in words.names for index in range(start, end))


def _to_plain_tokens(pair: TokenizedPair, block: DiffBlock) -> Segment:
    a, b = pair.a_with_names.plain_indices, pair.b_with_names.plain_indices
    return Segment(a[block.a_start], a[block.a_end], b[block.b_start], b[block.b_end])


def _find_reprinted_tokens(pair: TokenizedPair, i: int, j: int, count: int) -> Iterator[Segment]:
    """Yield those of `count` tokens with equal keys, names included, that are not printed the same."""
    a, b = pair.a_with_names, pair.b_with_names
    if not count or a.text[a.starts[i] : a.ends[i + count - 1]] == b.text[b.starts[j] : b.ends[j + count - 1]]:
        return  # the same, white space between the tokens included
    for offset in find_mismatches(a.token_texts[i : i + count], b.token_texts[j : j + count]):
        x, y = i + offset, j + offset
        name = a.names.get(x) if a.names and b.names else None
        segment = _to_plain_tokens(pair, DiffBlock(x, x + 1, y, y + 1))
        if name and not has_same_keys(pair, segment):
            for part in trim_equal_ends(pair, segment):
                yield part if has_same_keys(pair, part) else part._replace(name=name)
        else:
            yield from find_reprinted_words(pair, segment.a_start, segment.b_start, segment.a_end - segment.a_start)


def _build_difference(segment: Segment, pair: TokenizedPair) -> Difference:
    a = _get_token_span(pair.a, segment.a_start, segment.a_end)
    b = _get_token_span(pair.b, segment.b_start, segment.b_end)
    if not segment.name and has_same_keys(pair, segment) and segment.a_end - segment.a_start == 1:
        a, b = _narrow_to_character(pair.a.text, a, pair.b.text, b)
    return Difference(*segment[:4], a, b, segment.name)


def _get_token_span(words: TokenColumns, start: int, end: int) -> Span:
    """Return the span of the tokens; for none, the position before the next token."""
    if start < end:
        return Span(words.starts[start], words.ends[end - 1])
    offset = words.starts[start] if start < len(words) else words.ends[-1] if len(words) else 0
    return Span(offset, offset)


def _narrow_to_character(a: str, span_a: Span, b: str, span_b: Span) -> tuple[Span, Span]:
    """Narrow two spans of one word to the only mark or look-alike letter that differs ("It's" and "It\u2019s")."""
    word_a, word_b = span_a.extract(a), span_b.extract(b)
    differing = [index for index, (x, y) in enumerate(zip(word_a, word_b, strict=False)) if x != y]
    if len(word_a) != len(word_b) or len(differing) != 1 or word_a.casefold() == word_b.casefold():
        return span_a, span_b
    starts = span_a.start + differing[0], span_b.start + differing[0]
    return Span(starts[0], starts[0] + 1), Span(starts[1], starts[1] + 1)
