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

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from articles.engine.comparison.alignment import DiffBlock, align
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.engine.text.tokenization import TokenColumns, classify_token, merge_names, tokenize_plain
from articles.engine.text.vocabulary import ARTICLES

# Tokens on one side: "wet its feet", "arms and money". A reader cannot see at a glance which of more words have changed
# places; words carried further are shown as moved.
MAX_REORDER_TOKENS = 9
MAX_GLOSS_TOKENS = 6  # tokens between brackets; a longer gloss that loses its brackets is shown as two lost marks
MAX_GLOSSED_TOKENS = 3  # tokens that a gloss may replace: "he", "the foreign minister"
MAX_SLIDE_TOKENS = 12  # how far a cut is moved along equal words to a better position
CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "rather", "while", "because"))
_OPENING_MARKS = frozenset('(["{')
_SENTENCE_ENDS = frozenset(".!?")
_BRACKETS = (("[", "]"), ("(", ")"))


@dataclass(frozen=True, slots=True)
class TokenizedPair:
    """Two printings as plain tokens, and again with the words of each name merged."""

    a: TokenColumns
    b: TokenColumns
    a_with_names: TokenColumns
    b_with_names: TokenColumns
    aliases: Aliases

    @classmethod
    def from_texts(cls, a: str, b: str, aliases: Aliases) -> "TokenizedPair":
        """Tokenize both texts."""
        plain_a, plain_b = tokenize_plain(a), tokenize_plain(b)
        return cls(plain_a, plain_b, merge_names(plain_a, aliases), merge_names(plain_b, aliases), aliases)


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


class _Segment(NamedTuple):
    """A difference while it is being cut: the token ranges without the spans."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    name: str | None = None

    def is_adjacent_to(self, other: "_Segment") -> bool:
        """Return whether `other` begins right where this segment ends, on both sides."""
        return (self.a_end, self.b_end) == (other.a_start, other.b_start)

    def extend_to(self, other: "_Segment", name: str | None = None) -> "_Segment":
        """Return the segment from the start of this one to the end of `other`."""
        return _Segment(self.a_start, other.a_end, self.b_start, other.b_end, name)


def find_differences(pair: TokenizedPair, blocks: list[DiffBlock] | None = None) -> list[Difference]:
    """Return where the two printings of `pair` differ, in order; `blocks` is their alignment where already known."""
    if blocks is None:
        blocks = align(pair.a_with_names, pair.b_with_names)
    segments = list(_build_segments(pair, blocks))
    if len(segments) > 1:
        segments = _join_names(segments, pair)
        segments = list(_join_neighbours(segments, pair))
    segments = list(chain.from_iterable(_split_segment(segment, pair) for segment in segments))
    segments = _slide_cuts(segments, pair)
    return [_build_difference(segment, pair) for segment in segments]


def _build_segments(pair: TokenizedPair, blocks: list[DiffBlock]) -> Iterator[_Segment]:
    """Yield the blocks in plain tokens, and between them the tokens that are equal but printed differently."""
    a, b = pair.a_with_names, pair.b_with_names
    i = j = 0
    for block in (*blocks, DiffBlock(len(a), len(a), len(b), len(b))):
        if not _is_printed_alike(a, b, i, j, block.a_start - i):
            yield from _find_reprinted_tokens(pair, i, j, block.a_start - i)
        i, j = block.a_end, block.b_end
        if block.a_start < i or block.b_start < j:
            yield from _build_block_segments(pair, block)


def _build_block_segments(pair: TokenizedPair, block: DiffBlock) -> Iterator[_Segment]:
    """Yield a block in plain tokens, trimmed at ends that turn out equal once names are split."""
    segment = _to_plain_tokens(pair, block)
    if _has_name(pair.a_with_names, block.a_start, block.a_end) or _has_name(
        pair.b_with_names, block.b_start, block.b_end
    ):
        yield from _trim_equal_ends(pair, segment)
    else:
        yield segment


def _has_name(words: TokenColumns, start: int, end: int) -> bool:
    return bool(words.names) and any(index in words.names for index in range(start, end))


def _to_plain_tokens(pair: TokenizedPair, block: DiffBlock) -> _Segment:
    a, b = pair.a_with_names.plain_indices, pair.b_with_names.plain_indices
    return _Segment(a[block.a_start], a[block.a_end], b[block.b_start], b[block.b_end])


def _trim_equal_ends(pair: TokenizedPair, segment: _Segment) -> Iterator[_Segment]:
    """Yield `segment` without the words that are equal at its ends, and those of them that are printed differently."""
    a, b = pair.a.keys[segment.a_start : segment.a_end], pair.b.keys[segment.b_start : segment.b_end]
    shorter_length = min(len(a), len(b))
    front = next((index for index in range(shorter_length) if a[index] != b[index]), shorter_length)
    back = next(
        (index for index in range(shorter_length - front) if a[-1 - index] != b[-1 - index]), shorter_length - front
    )
    yield from _find_reprinted_words(pair, segment.a_start, segment.b_start, front)
    a_end, b_end = segment.a_end - back, segment.b_end - back
    if segment.a_start + front < a_end or segment.b_start + front < b_end:
        yield segment._replace(
            a_start=segment.a_start + front, a_end=a_end, b_start=segment.b_start + front, b_end=b_end
        )
    yield from _find_reprinted_words(pair, a_end, b_end, back)


def _is_printed_alike(a: TokenColumns, b: TokenColumns, i: int, j: int, count: int) -> bool:
    """Return whether `count` tokens from `i` and `j` on are printed the same, white space between them included."""
    if not count:
        return True
    return a.text[a.starts[i] : a.ends[i + count - 1]] == b.text[b.starts[j] : b.ends[j + count - 1]]


def _find_reprinted_tokens(pair: TokenizedPair, i: int, j: int, count: int) -> Iterator[_Segment]:
    """Yield those of `count` tokens with equal keys, names included, that are not printed the same."""
    a, b = pair.a_with_names, pair.b_with_names
    for offset in _find_mismatches(a.token_texts[i : i + count], b.token_texts[j : j + count]):
        x, y = i + offset, j + offset
        name = a.names.get(x) if a.names and b.names else None
        segment = _to_plain_tokens(pair, DiffBlock(x, x + 1, y, y + 1))
        if name and not _has_same_keys(pair, segment):
            for part in _trim_equal_ends(pair, segment):
                yield part if _has_same_keys(pair, part) else part._replace(name=name)
        else:
            yield from _find_reprinted_words(pair, segment.a_start, segment.b_start, segment.a_end - segment.a_start)


def _find_mismatches(a: list[str], b: list[str]) -> list[int]:
    return [index for index, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]


def _has_same_keys(pair: TokenizedPair, segment: _Segment) -> bool:
    return pair.a.keys[segment.a_start : segment.a_end] == pair.b.keys[segment.b_start : segment.b_end]


def _find_reprinted_words(pair: TokenizedPair, i: int, j: int, count: int) -> Iterator[_Segment]:
    """Yield those of `count` plain words with equal keys that are not printed the same, white space aside."""
    a, b = pair.a.token_texts[i : i + count], pair.b.token_texts[j : j + count]
    for offset in _find_mismatches(a, b):
        if "".join(a[offset].split()) != "".join(b[offset].split()):
            yield _Segment(i + offset, i + offset + 1, j + offset, j + offset + 1)


def _join_names(segments: list[_Segment], pair: TokenizedPair) -> list[_Segment]:
    """Join to a swapped name the article that it gains or loses: "the Islamic State" -> "ISIS".

    Where part of a name is only cut or added beside other changed words, that part joins them: "President Bashar
    Assad" -> "the leader Assad" changes two words, not a word and a name.
    """
    joined: list[_Segment] = []
    for segment in segments:
        previous = joined[-1] if joined else None
        if (
            previous
            and previous.is_adjacent_to(segment)
            and (cut := _find_exact_cut(previous.extend_to(segment), pair))
        ):
            joined[-1] = cut
        elif previous and previous.is_adjacent_to(segment) and _is_name_part(previous, segment):
            joined[-1:] = _trim_equal_ends(pair, previous.extend_to(segment))
        elif (
            previous
            and segment.name
            and not previous.name
            and previous.is_adjacent_to(segment)
            and _is_article(previous, pair)
        ):
            joined[-1] = previous.extend_to(segment, segment.name)
        else:
            joined.append(segment)
    return joined


def _find_exact_cut(segment: _Segment, pair: TokenizedPair) -> _Segment | None:
    """Return `segment` as a mere cut or addition where the shorter side is printed exactly at one end of the longer.

    Of "ISIS and Daesh" cut to "Daesh", the words "ISIS and" are gone; the first name did not turn into the second.
    """
    a, b = pair.a.token_texts[segment.a_start : segment.a_end], pair.b.token_texts[segment.b_start : segment.b_end]
    shorter, longer = sorted((a, b), key=len)
    if not shorter or len(shorter) == len(longer):
        return None
    if longer[-len(shorter) :] == shorter:
        return segment._replace(a_end=segment.a_end - len(shorter), b_end=segment.b_end - len(shorter))
    if longer[: len(shorter)] == shorter:
        return segment._replace(a_start=segment.a_start + len(shorter), b_start=segment.b_start + len(shorter))
    return None


def _is_name_part(a: _Segment, b: _Segment) -> bool:
    """Return whether exactly one of these neighbours is the lost or added part of a name."""
    name, neighbour = (a, b) if a.name else (b, a)
    return bool(name.name) and not neighbour.name and (name.a_start == name.a_end or name.b_start == name.b_end)


def _is_article(segment: _Segment, pair: TokenizedPair) -> bool:
    keys = [*pair.a.keys[segment.a_start : segment.a_end], *pair.b.keys[segment.b_start : segment.b_end]]
    return len(keys) == 1 and keys[0] in ARTICLES


def _join_neighbours(segments: list[_Segment], pair: TokenizedPair) -> Iterator[_Segment]:
    """Join segments that only together are a change: words in another order, the two ends of a bracket."""
    start = 0
    while start < len(segments):
        stop = next(
            (
                stop
                for stop in (start + 4, start + 3, start + 2)
                if _form_one_change(segments[start:stop], stop - start, pair)
            ),
            start + 1,
        )
        yield segments[start] if stop == start + 1 else segments[start].extend_to(segments[stop - 1])
        start = stop


def _form_one_change(segments: list[_Segment], wanted: int, pair: TokenizedPair) -> bool:
    if len(segments) < wanted or any(segment.name for segment in segments):
        return False
    whole = segments[0].extend_to(segments[-1])
    if max(whole.a_end - whole.a_start, whole.b_end - whole.b_start) > MAX_REORDER_TOKENS:
        return False
    a, b = pair.a.keys[whole.a_start : whole.a_end], pair.b.keys[whole.b_start : whole.b_end]
    if len(a) == len(b) and a != b and sorted(a) == sorted(b):
        return all(_has_moved_words(segment, pair) for segment in segments)
    return wanted == 2 and _is_bracket_pair(segments[0], segments[1], pair)


def _has_moved_words(segment: _Segment, pair: TokenizedPair) -> bool:
    """Return whether the segment has other words on its two sides.

    Dots here and dots there, or another capital, are changes of their own.
    """
    a, b = pair.a.keys[segment.a_start : segment.a_end], pair.b.keys[segment.b_start : segment.b_end]
    return a != b and any(classify_token(key) in ("word", "number") for key in (*a, *b))


def _is_bracket_pair(first: _Segment, last: _Segment, pair: TokenizedPair) -> bool:
    """Return whether the two segments are one pair of brackets, around few words, that is gone, new or reshaped."""
    if last.a_start - first.a_end > MAX_GLOSS_TOKENS:
        return False
    ends = [
        (list(words[start:end]), list(words[other_start:other_end]))
        for words, start, end, other_start, other_end in (
            (pair.a.keys, first.a_start, first.a_end, last.a_start, last.a_end),
            (pair.b.keys, first.b_start, first.b_end, last.b_start, last.b_end),
        )
    ]
    for (front, back), (other_front, other_back) in (ends, ends[::-1]):
        for opening, closing in _BRACKETS:
            if front[-1:] == [opening] and back == [closing]:
                is_gone = not other_back and not {*other_front} & {"(", "[", ","}
                is_reshaped = other_front[-1:] in (["["], ["("]) and other_back in (["]"], [")"])
                return is_gone or is_reshaped
    return False


def _split_segment(segment: _Segment, pair: TokenizedPair) -> Iterator[_Segment]:
    """Split a segment into the several changes it is: an editor's gloss apart, a lone mark apart from words."""
    is_replacement = segment.a_start < segment.a_end and segment.b_start < segment.b_end
    if not is_replacement or segment.name:
        yield segment
        return
    a, b = pair.a.keys[segment.a_start : segment.a_end], pair.b.keys[segment.b_start : segment.b_end]
    if gloss := _find_gloss(a, b):
        yield from _split_around_gloss(segment, segment.a_start + gloss[0], segment.a_start + gloss[1], "a")
    elif gloss := _find_gloss(b, a):
        yield from _split_around_gloss(segment, segment.b_start + gloss[0], segment.b_start + gloss[1], "b")
    elif len(a) > 1 and len(b) > 1 and {classify_token(a[-1]), classify_token(b[-1])} <= {"punctuation", "dash"}:
        yield from _split_segment(segment._replace(a_end=segment.a_end - 1, b_end=segment.b_end - 1), pair)
        yield segment._replace(a_start=segment.a_end - 1, b_start=segment.b_end - 1)
    elif _is_single_mark(a) and _are_independent_words(b):
        yield segment._replace(a_end=segment.a_start)
        yield segment._replace(b_start=segment.b_end)
    elif _is_single_mark(b) and _are_independent_words(a):
        yield segment._replace(b_end=segment.b_start)
        yield segment._replace(a_start=segment.a_end)
    else:
        yield segment


def _find_gloss(keys: Sequence[str], other_keys: Sequence[str]) -> tuple[int, int] | None:
    """Return the range of a whole "[...]" among words that are not on the other side, beside other words."""
    if "[" not in keys or "[" in other_keys:
        return None
    start = keys.index("[")
    if "]" not in keys[start:]:
        return None
    end = keys.index("]", start) + 1
    if end - start == len(keys) and _is_replaceable_by_gloss(other_keys):
        return None
    return None if {*keys[start + 1 : end - 1]} & {*other_keys} else (start, end)


def _is_replaceable_by_gloss(keys: Sequence[str]) -> bool:
    """Return whether a gloss could replace these words: dots, or a few words ("he said" -> "[Assad] said")."""
    return all(classify_token(key) == "ellipsis" for key in keys) or (
        len(keys) <= MAX_GLOSSED_TOKENS and all(classify_token(key) in ("word", "number") for key in keys)
    )


def _split_around_gloss(segment: _Segment, start: int, end: int, side: str) -> Iterator[_Segment]:
    """Yield the segment before, of and after the gloss `start:end` of one side.

    The other side goes with the longer rest.
    """
    first, last = (segment.a_start, segment.a_end) if side == "a" else (segment.b_start, segment.b_end)
    other_first, other_last = (segment.b_start, segment.b_end) if side == "a" else (segment.a_start, segment.a_end)
    middle = other_last if start - first >= last - end else other_first
    for (begin, stop), (other_begin, other_stop) in (
        ((first, start), (other_first, middle)),
        ((start, end), (middle, middle)),
        ((end, last), (middle, other_last)),
    ):
        if begin < stop or other_begin < other_stop:
            ranges = (begin, stop, other_begin, other_stop) if side == "a" else (other_begin, other_stop, begin, stop)
            yield _Segment(*ranges)


def _is_single_mark(keys: Sequence[str]) -> bool:
    """Return whether this is a lone mark that does not mark an omission."""
    return len(keys) == 1 and classify_token(keys[0]) in ("punctuation", "dash", "quote", "bracket")


def _are_independent_words(keys: Sequence[str]) -> bool:
    """Return whether no word does a mark's work.

    "Iraq, Syria" -> "Iraq and Syria" is one change, not a word and a comma.
    """
    return keys[0] not in CONJUNCTIONS and all(classify_token(key) in ("word", "number") for key in keys)


def _slide_cuts(segments: list[_Segment], pair: TokenizedPair) -> list[_Segment]:
    """Move cuts and insertions along equal words to where they read best."""
    slid: list[_Segment] = []
    for index, segment in enumerate(segments):
        following = segments[index + 1] if index + 1 < len(segments) else None
        if segment.b_start == segment.b_end:
            low, high = (slid[-1].a_end if slid else 0), (following.a_start if following else len(pair.a))
            step = _find_best_slide(pair.a, segment.a_start, segment.a_end, low, high)
        elif segment.a_start == segment.a_end:
            low, high = (slid[-1].b_end if slid else 0), (following.b_start if following else len(pair.b))
            step = _find_best_slide(pair.b, segment.b_start, segment.b_end, low, high)
        else:
            step = 0
        slid.append(
            _Segment(
                segment.a_start + step, segment.a_end + step, segment.b_start + step, segment.b_end + step, segment.name
            )
        )
    return slid


def _find_best_slide(words: TokenColumns, start: int, end: int, low: int, high: int) -> int:
    """Return how far to move the cut `start:end` within `low:high`; the words left must stay the same."""
    steps = [0]
    while steps[-1] > -MAX_SLIDE_TOKENS and start + steps[-1] > low:
        step = steps[-1]
        if words.token_texts[start + step - 1] != words.token_texts[end + step - 1]:
            break
        steps.append(step - 1)
    steps.append(0)
    while steps[-1] < MAX_SLIDE_TOKENS and end + steps[-1] < high:
        step = steps[-1]
        if words.token_texts[start + step] != words.token_texts[end + step]:
            break
        steps.append(step + 1)
    if len(steps) == 2:
        return 0
    return min(steps, key=lambda step: (_score_awkwardness(words.keys, start + step, end + step), abs(step), step))


def _score_awkwardness(all_keys: Sequence[str], start: int, end: int) -> float:
    """Return how badly these words read as the cut: torn brackets or sentences, a trailing "and"."""
    keys = all_keys[start:end]
    depth = torn_count = 0
    for key in keys:
        depth += (key in "([") - (key in ")]")
        torn_count += depth < 0
        depth = max(depth, 0)
    leading = classify_token(keys[0]) not in ("word", "number") and keys[0] not in _OPENING_MARKS
    trailing = keys[-1] in CONJUNCTIONS or keys[-1] in ARTICLES or keys[-1] == "of"
    whole_sentence = keys[-1] in _SENTENCE_ENDS and (start == 0 or all_keys[start - 1] in _SENTENCE_ENDS)
    return 3.0 * (depth + torn_count) + leading - 0.5 * (keys[0] in CONJUNCTIONS) + 0.6 * trailing - whole_sentence


def _build_difference(segment: _Segment, pair: TokenizedPair) -> Difference:
    a, b = (
        _get_token_span(pair.a, segment.a_start, segment.a_end),
        _get_token_span(pair.b, segment.b_start, segment.b_end),
    )
    if not segment.name and _has_same_keys(pair, segment) and segment.a_end - segment.a_start == 1:
        a, b = _narrow_to_character(pair.a.text, a, pair.b.text, b)
    return Difference(segment.a_start, segment.a_end, segment.b_start, segment.b_end, a, b, segment.name)


def _get_token_span(words: TokenColumns, start: int, end: int) -> Span:
    """Return the span of the tokens; for none, the position before the next token."""
    if start < end:
        return Span(words.starts[start], words.ends[end - 1])
    if start < len(words):
        return Span(words.starts[start], words.starts[start])
    last = words.ends[-1] if len(words) else 0
    return Span(last, last)


def _narrow_to_character(a: str, span_a: Span, b: str, span_b: Span) -> tuple[Span, Span]:
    """Narrow two spans of one word to the only mark or look-alike letter that differs ("It's" and "It\u2019s")."""
    word_a, word_b = span_a.extract(a), span_b.extract(b)
    differing = [index for index, (x, y) in enumerate(zip(word_a, word_b, strict=False)) if x != y]
    if len(word_a) != len(word_b) or len(differing) != 1 or word_a.casefold() == word_b.casefold():
        return span_a, span_b
    return (
        Span(span_a.start + differing[0], span_a.start + differing[0] + 1),
        Span(span_b.start + differing[0], span_b.start + differing[0] + 1),
    )
