"""Where exactly do two printings differ, cut so that a reader sees one change as one?

An alignment is right about which words are new and clumsy about where a change begins. TASS's "the Islamic State" and
SANA's "ISIS" are a lost article beside an equal name; a reader sees one swap. RT's "[anti-ISIS]" that loses its
brackets is two lost marks; a reader sees an aside that became the speaker's::

    >>> from articles.engine.text.aliases import STANDARD_ALIASES
    >>> a, b = "fighting exclusively the Islamic State", "fighting exclusively ISIS"
    >>> [(d.a.extract(a), d.b.extract(b)) for d in find_differences(TokenizedPair.from_texts(a, b, STANDARD_ALIASES))]
    [('the Islamic State', 'ISIS')]

Every difference is a range of plain tokens on each side (one may be empty) and the same as spans of the texts. They are
in order, never overlap, and between them the two printings have the same words, printed the same but for white space.

Left to others: which words stand where (`alignment`), what a difference means (`changes`).
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

# Tokens on one side: "wet its feet", "arms and money". What is carried further is shown as moved: of more words nobody
# sees at a glance which have changed places.
MAX_REORDER_TOKENS = 9
MAX_GLOSS_TOKENS = 6  # tokens between brackets: a longer aside whose brackets go is shown as two lost marks
MAX_GLOSSED_TOKENS = 3  # tokens that an aside may stand for: "he", "the foreign minister"
MAX_SLIDE_TOKENS = 12  # tokens a cut is moved along equal words in search of a better place
CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "rather", "while", "because"))
_OPENING_MARKS = frozenset('(["{')
_SENTENCE_ENDS = frozenset(".!?")
_BRACKETS = (("[", "]"), ("(", ")"))


@dataclass(frozen=True, slots=True)
class TokenizedPair:
    """Two printings as plain words, and again with the words of each name joined."""

    a: TokenColumns
    b: TokenColumns
    a_with_names: TokenColumns
    b_with_names: TokenColumns
    aliases: Aliases

    @classmethod
    def from_texts(cls, a: str, b: str, aliases: Aliases) -> "TokenizedPair":
        """The words of both texts."""
        plain_a, plain_b = tokenize_plain(a), tokenize_plain(b)
        return cls(plain_a, plain_b, merge_names(plain_a, aliases), merge_names(plain_b, aliases), aliases)


@dataclass(frozen=True, slots=True)
class Difference:
    """Tokens `a_start:a_end` of one printing where the other has `b_start:b_end`, and their spans in the texts.

    `name` is the group of names where the same name is printed in another form.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a: Span
    b: Span
    name: str | None = None


class _Segment(NamedTuple):
    """A difference while it is being cut: the ranges without the spans."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    name: str | None = None

    def is_adjacent_to(self, other: "_Segment") -> bool:
        """Does `other` begin right where this one ends, on both sides?"""
        return (self.a_end, self.b_end) == (other.a_start, other.b_start)

    def extend_to(self, other: "_Segment", name: str | None = None) -> "_Segment":
        """From the start of this one to the end of `other`."""
        return _Segment(self.a_start, other.a_end, self.b_start, other.b_end, name)


def find_differences(pair: TokenizedPair, blocks: list[DiffBlock] | None = None) -> list[Difference]:
    """Where the two printings of `pair` differ, in order; `blocks` is their alignment if that is known already."""
    if blocks is None:
        blocks = align(pair.a_with_names, pair.b_with_names)
    pieces = list(_build_segments(pair, blocks))
    if len(pieces) > 1:
        pieces = _join_names(pieces, pair)
        pieces = list(_join_neighbours(pieces, pair))
    pieces = list(chain.from_iterable(_split_segment(piece, pair) for piece in pieces))
    pieces = _slide_cuts(pieces, pair)
    return [_build_difference(piece, pair) for piece in pieces]


def _build_segments(pair: TokenizedPair, blocks: list[DiffBlock]) -> Iterator[_Segment]:
    """The blocks in plain words, and between them the tokens that are equal but printed differently."""
    a, b = pair.a_with_names, pair.b_with_names
    i = j = 0
    for block in (*blocks, DiffBlock(len(a), len(a), len(b), len(b))):
        if not _is_printed_alike(a, b, i, j, block.a_start - i):
            yield from _find_reprinted_tokens(pair, i, j, block.a_start - i)
        i, j = block.a_end, block.b_end
        if block.a_start < i or block.b_start < j:
            yield from _build_block_segments(pair, block)


def _build_block_segments(pair: TokenizedPair, block: DiffBlock) -> Iterator[_Segment]:
    """A block in plain words, shorn of what turns out equal at its ends once names are taken apart."""
    piece = _to_plain_tokens(pair, block)
    if _has_name(pair.a_with_names, block.a_start, block.a_end) or _has_name(
        pair.b_with_names, block.b_start, block.b_end
    ):
        yield from _trim_equal_ends(pair, piece)
    else:
        yield piece


def _has_name(words: TokenColumns, start: int, end: int) -> bool:
    return bool(words.names) and any(place in words.names for place in range(start, end))


def _to_plain_tokens(pair: TokenizedPair, block: DiffBlock) -> _Segment:
    a, b = pair.a_with_names.plain_indices, pair.b_with_names.plain_indices
    return _Segment(a[block.a_start], a[block.a_end], b[block.b_start], b[block.b_end])


def _trim_equal_ends(pair: TokenizedPair, piece: _Segment) -> Iterator[_Segment]:
    """`piece` without the words that are equal at its ends, but with those of them that are printed differently."""
    a, b = pair.a.keys[piece.a_start : piece.a_end], pair.b.keys[piece.b_start : piece.b_end]
    short = min(len(a), len(b))
    front = next((at for at in range(short) if a[at] != b[at]), short)
    back = next((at for at in range(short - front) if a[-1 - at] != b[-1 - at]), short - front)
    yield from _find_reprinted_words(pair, piece.a_start, piece.b_start, front)
    a_end, b_end = piece.a_end - back, piece.b_end - back
    if piece.a_start + front < a_end or piece.b_start + front < b_end:
        yield piece._replace(a_start=piece.a_start + front, a_end=a_end, b_start=piece.b_start + front, b_end=b_end)
    yield from _find_reprinted_words(pair, a_end, b_end, back)


def _is_printed_alike(a: TokenColumns, b: TokenColumns, i: int, j: int, count: int) -> bool:
    """Are `count` tokens from `i` and `j` on printed the same, down to the white space between them?"""
    if not count:
        return True
    return a.text[a.starts[i] : a.ends[i + count - 1]] == b.text[b.starts[j] : b.ends[j + count - 1]]


def _find_reprinted_tokens(pair: TokenizedPair, i: int, j: int, count: int) -> Iterator[_Segment]:
    """Of `count` tokens with equal keys, names included: those that are not printed the same."""
    a, b = pair.a_with_names, pair.b_with_names
    for at in _find_mismatches(a.token_texts[i : i + count], b.token_texts[j : j + count]):
        x, y = i + at, j + at
        name = a.names.get(x) if a.names and b.names else None
        piece = _to_plain_tokens(pair, DiffBlock(x, x + 1, y, y + 1))
        if name and not _has_same_keys(pair, piece):
            for part in _trim_equal_ends(pair, piece):
                yield part if _has_same_keys(pair, part) else part._replace(name=name)
        else:
            yield from _find_reprinted_words(pair, piece.a_start, piece.b_start, piece.a_end - piece.a_start)


def _find_mismatches(one: list[str], other: list[str]) -> list[int]:
    return [at for at, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]


def _has_same_keys(pair: TokenizedPair, piece: _Segment) -> bool:
    return pair.a.keys[piece.a_start : piece.a_end] == pair.b.keys[piece.b_start : piece.b_end]


def _find_reprinted_words(pair: TokenizedPair, i: int, j: int, count: int) -> Iterator[_Segment]:
    """Of `count` plain words with equal keys: those that are not printed the same but for white space."""
    a, b = pair.a.token_texts[i : i + count], pair.b.token_texts[j : j + count]
    for at in _find_mismatches(a, b):
        if "".join(a[at].split()) != "".join(b[at].split()):
            yield _Segment(i + at, i + at + 1, j + at, j + at + 1)


def _join_names(pieces: list[_Segment], pair: TokenizedPair) -> list[_Segment]:
    """With a swapped name goes the article it needs or does not: "the Islamic State" -> "ISIS".

    And where a part of a name is only gone or new beside other changed words, it is one of them: "President Bashar
    Assad" -> "the leader Assad" changes two words, not a word and a name.
    """
    joined: list[_Segment] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and before.is_adjacent_to(piece) and (cut := _find_exact_cut(before.extend_to(piece), pair)):
            joined[-1] = cut
        elif before and before.is_adjacent_to(piece) and _is_name_part(before, piece):
            joined[-1:] = _trim_equal_ends(pair, before.extend_to(piece))
        elif before and piece.name and not before.name and before.is_adjacent_to(piece) and _is_article(before, pair):
            joined[-1] = before.extend_to(piece, piece.name)
        else:
            joined.append(piece)
    return joined


def _find_exact_cut(piece: _Segment, pair: TokenizedPair) -> _Segment | None:
    """`piece` as a mere cut or addition, if at one end the shorter side stands on the longer one exactly as printed.

    Of "ISIS and Daesh" cut to "Daesh", the words "ISIS and" are gone; the first name did not turn into the second.
    """
    a, b = pair.a.token_texts[piece.a_start : piece.a_end], pair.b.token_texts[piece.b_start : piece.b_end]
    short, long = sorted((a, b), key=len)
    if not short or len(short) == len(long):
        return None
    if long[-len(short) :] == short:
        return piece._replace(a_end=piece.a_end - len(short), b_end=piece.b_end - len(short))
    if long[: len(short)] == short:
        return piece._replace(a_start=piece.a_start + len(short), b_start=piece.b_start + len(short))
    return None


def _is_name_part(one: _Segment, other: _Segment) -> bool:
    """Is exactly one of these neighbours the lost or added part of a name?"""
    name, beside = (one, other) if one.name else (other, one)
    return bool(name.name) and not beside.name and (name.a_start == name.a_end or name.b_start == name.b_end)


def _is_article(piece: _Segment, pair: TokenizedPair) -> bool:
    keys = [*pair.a.keys[piece.a_start : piece.a_end], *pair.b.keys[piece.b_start : piece.b_end]]
    return len(keys) == 1 and keys[0] in ARTICLES


def _join_neighbours(pieces: list[_Segment], pair: TokenizedPair) -> Iterator[_Segment]:
    """Pieces that only together are a change: words in another order, the two ends of a bracket."""
    at = 0
    while at < len(pieces):
        stop = next(
            (stop for stop in (at + 4, at + 3, at + 2) if _form_one_change(pieces[at:stop], stop - at, pair)), at + 1
        )
        yield pieces[at] if stop == at + 1 else pieces[at].extend_to(pieces[stop - 1])
        at = stop


def _form_one_change(pieces: list[_Segment], wanted: int, pair: TokenizedPair) -> bool:
    if len(pieces) < wanted or any(piece.name for piece in pieces):
        return False
    whole = pieces[0].extend_to(pieces[-1])
    if max(whole.a_end - whole.a_start, whole.b_end - whole.b_start) > MAX_REORDER_TOKENS:
        return False
    a, b = pair.a.keys[whole.a_start : whole.a_end], pair.b.keys[whole.b_start : whole.b_end]
    if len(a) == len(b) and a != b and sorted(a) == sorted(b):
        return all(_has_moved_words(piece, pair) for piece in pieces)
    return wanted == 2 and _is_bracket_pair(pieces[0], pieces[1], pair)


def _has_moved_words(piece: _Segment, pair: TokenizedPair) -> bool:
    """Has it other words on the two sides? Dots here and dots there, or a capital beside, are changes of their own."""
    a, b = pair.a.keys[piece.a_start : piece.a_end], pair.b.keys[piece.b_start : piece.b_end]
    return a != b and any(classify_token(key) in ("word", "number") for key in (*a, *b))


def _is_bracket_pair(first: _Segment, last: _Segment, pair: TokenizedPair) -> bool:
    """Is it one pair of brackets, around few words, that is gone, new or of another shape?"""
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
                bare = not other_back and not {*other_front} & {"(", "[", ","}
                reshaped = other_front[-1:] in (["["], ["("]) and other_back in (["]"], [")"])
                return bare or reshaped
    return False


def _split_segment(piece: _Segment, pair: TokenizedPair) -> Iterator[_Segment]:
    """A piece as the several changes it is: an editor's aside apart, a lone mark apart from words."""
    both = piece.a_start < piece.a_end and piece.b_start < piece.b_end
    if not both or piece.name:
        yield piece
        return
    a, b = pair.a.keys[piece.a_start : piece.a_end], pair.b.keys[piece.b_start : piece.b_end]
    if aside := _find_gloss(a, b):
        yield from _split_around_gloss(piece, piece.a_start + aside[0], piece.a_start + aside[1], "a")
    elif aside := _find_gloss(b, a):
        yield from _split_around_gloss(piece, piece.b_start + aside[0], piece.b_start + aside[1], "b")
    elif len(a) > 1 and len(b) > 1 and {classify_token(a[-1]), classify_token(b[-1])} <= {"punctuation", "dash"}:
        yield from _split_segment(piece._replace(a_end=piece.a_end - 1, b_end=piece.b_end - 1), pair)
        yield piece._replace(a_start=piece.a_end - 1, b_start=piece.b_end - 1)
    elif _is_single_mark(a) and _are_independent_words(b):
        yield piece._replace(a_end=piece.a_start)
        yield piece._replace(b_start=piece.b_end)
    elif _is_single_mark(b) and _are_independent_words(a):
        yield piece._replace(b_end=piece.b_start)
        yield piece._replace(a_start=piece.a_end)
    else:
        yield piece


def _find_gloss(one: Sequence[str], other: Sequence[str]) -> tuple[int, int] | None:
    """Where a whole "[...]" lies among words that are not on the other side, beside other words."""
    if "[" not in one or "[" in other:
        return None
    start = one.index("[")
    if "]" not in one[start:]:
        return None
    end = one.index("]", start) + 1
    if end - start == len(one) and _is_replaceable_by_gloss(other):
        return None
    return None if {*one[start + 1 : end - 1]} & {*other} else (start, end)


def _is_replaceable_by_gloss(keys: Sequence[str]) -> bool:
    """Could an aside stand for these? For dots, and for a few words: "he said" -> "[Assad] said" is one change."""
    return all(classify_token(key) == "ellipsis" for key in keys) or (
        len(keys) <= MAX_GLOSSED_TOKENS and all(classify_token(key) in ("word", "number") for key in keys)
    )


def _split_around_gloss(piece: _Segment, start: int, end: int, side: str) -> Iterator[_Segment]:
    """The piece before, of and after the aside at `start:end` of one side; the other side goes with the longer rest."""
    first, last = (piece.a_start, piece.a_end) if side == "a" else (piece.b_start, piece.b_end)
    other_first, other_last = (piece.b_start, piece.b_end) if side == "a" else (piece.a_start, piece.a_end)
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
    """A lone mark that is no sign of something left out."""
    return len(keys) == 1 and classify_token(keys[0]) in ("punctuation", "dash", "quote", "bracket")


def _are_independent_words(keys: Sequence[str]) -> bool:
    """Words that do not do a mark's work: "Iraq, Syria" -> "Iraq and Syria" is one change, not a word and a comma."""
    return keys[0] not in CONJUNCTIONS and all(classify_token(key) in ("word", "number") for key in keys)


def _slide_cuts(pieces: list[_Segment], pair: TokenizedPair) -> list[_Segment]:
    """Cuts and insertions moved along equal words to where they read best."""
    slid: list[_Segment] = []
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if piece.b_start == piece.b_end:
            low, high = (slid[-1].a_end if slid else 0), (after.a_start if after else len(pair.a))
            step = _find_best_slide(pair.a, piece.a_start, piece.a_end, low, high)
        elif piece.a_start == piece.a_end:
            low, high = (slid[-1].b_end if slid else 0), (after.b_start if after else len(pair.b))
            step = _find_best_slide(pair.b, piece.b_start, piece.b_end, low, high)
        else:
            step = 0
        slid.append(
            _Segment(piece.a_start + step, piece.a_end + step, piece.b_start + step, piece.b_end + step, piece.name)
        )
    return slid


def _find_best_slide(words: TokenColumns, start: int, end: int, low: int, high: int) -> int:
    """How far to move the cut `start:end`, staying within `low:high`; the words left must stay the same."""
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
    """How badly these words read as the ones that were cut: brackets or sentences torn apart, "and" trailing."""
    keys = all_keys[start:end]
    depth = torn = 0
    for key in keys:
        depth += (key in "([") - (key in ")]")
        torn += depth < 0
        depth = max(depth, 0)
    leading = classify_token(keys[0]) not in ("word", "number") and keys[0] not in _OPENING_MARKS
    trailing = keys[-1] in CONJUNCTIONS or keys[-1] in ARTICLES or keys[-1] == "of"
    whole_sentence = keys[-1] in _SENTENCE_ENDS and (start == 0 or all_keys[start - 1] in _SENTENCE_ENDS)
    return 3.0 * (depth + torn) + leading - 0.5 * (keys[0] in CONJUNCTIONS) + 0.6 * trailing - whole_sentence


def _build_difference(piece: _Segment, pair: TokenizedPair) -> Difference:
    a, b = _get_token_span(pair.a, piece.a_start, piece.a_end), _get_token_span(pair.b, piece.b_start, piece.b_end)
    if not piece.name and _has_same_keys(pair, piece) and piece.a_end - piece.a_start == 1:
        a, b = _narrow_to_character(pair.a.text, a, pair.b.text, b)
    return Difference(piece.a_start, piece.a_end, piece.b_start, piece.b_end, a, b, piece.name)


def _get_token_span(words: TokenColumns, start: int, end: int) -> Span:
    """The characters of the tokens; for none, the place before the next token."""
    if start < end:
        return Span(words.starts[start], words.ends[end - 1])
    if start < len(words):
        return Span(words.starts[start], words.starts[start])
    last = words.ends[-1] if len(words) else 0
    return Span(last, last)


def _narrow_to_character(a: str, span_a: Span, b: str, span_b: Span) -> tuple[Span, Span]:
    """Within one word, the mark or look-alike letter that differs ("It's" and "It\u2019s"); else the whole word."""
    one, other = span_a.extract(a), span_b.extract(b)
    differ = [at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    if len(one) != len(other) or len(differ) != 1 or one.casefold() == other.casefold():
        return span_a, span_b
    return (
        Span(span_a.start + differ[0], span_a.start + differ[0] + 1),
        Span(span_b.start + differ[0], span_b.start + differ[0] + 1),
    )
