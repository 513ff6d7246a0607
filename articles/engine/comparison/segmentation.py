"""Where exactly do two printings differ, cut so that a reader sees one change as one?

An alignment is right about which words are new and clumsy about where a change begins. TASS's "the Islamic State" and
SANA's "ISIS" are a lost article beside an equal name; a reader sees one swap. RT's "[anti-ISIS]" that loses its
brackets is two lost marks; a reader sees an aside that became the speaker's::

    >>> from articles.engine.text.aliases import STANDARD
    >>> a, b = "fighting exclusively the Islamic State", "fighting exclusively ISIS"
    >>> [(d.a.of(a), d.b.of(b)) for d in differences(Pair.of(a, b, STANDARD))]
    [('the Islamic State', 'ISIS')]

Every difference is a range of plain tokens on each side (one may be empty) and the same as spans of the texts. They are
in order, never overlap, and between them the two printings have the same words, printed the same but for white space.

Left to others: which words stand where (`alignment`), what a difference means (`changes`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from articles.engine.comparison.alignment import Block, align
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.engine.text.tokenization import Words, kind_of, plain_words, with_names
from articles.engine.text.vocabulary import ARTICLES

# Tokens on one side: "wet its feet", "arms and money". What is carried further is shown as moved: of more words nobody
# sees at a glance which have changed places.
LONGEST_REORDER = 9
LONGEST_GLOSS = 6  # tokens between brackets: a longer aside whose brackets go is shown as two lost marks
LONGEST_STOOD_FOR = 3  # tokens that an aside may stand for: "he", "the foreign minister"
MOST_SLIDES = 12  # tokens a cut is moved along equal words in search of a better place
CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "rather", "while", "because"))
_OPENING = frozenset('(["{')
_SENTENCE_ENDS = frozenset(".!?")
_BRACKETS = (("[", "]"), ("(", ")"))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two printings as plain words, and again with the words of each name joined."""

    a: Words
    b: Words
    a_named: Words
    b_named: Words
    aliases: Aliases

    @classmethod
    def of(cls, a: str, b: str, aliases: Aliases) -> "Pair":
        """The words of both texts."""
        plain_a, plain_b = plain_words(a), plain_words(b)
        return cls(plain_a, plain_b, with_names(plain_a, aliases), with_names(plain_b, aliases), aliases)


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


class _Piece(NamedTuple):
    """A difference while it is being cut: the ranges without the spans."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    name: str | None = None

    def touches(self, other: "_Piece") -> bool:
        """Does `other` begin right where this one ends, on both sides?"""
        return (self.a_end, self.b_end) == (other.a_start, other.b_start)

    def up_to(self, other: "_Piece", name: str | None = None) -> "_Piece":
        """From the start of this one to the end of `other`."""
        return _Piece(self.a_start, other.a_end, self.b_start, other.b_end, name)


def differences(pair: Pair, blocks: list[Block] | None = None) -> list[Difference]:
    """Where the two printings of `pair` differ, in order; `blocks` is their alignment if that is known already."""
    if blocks is None:
        blocks = align(pair.a_named, pair.b_named)
    pieces = list(_pieces(pair, blocks))
    if len(pieces) > 1:
        pieces = _join_names(pieces, pair)
        pieces = list(_join_neighbours(pieces, pair))
    pieces = list(chain.from_iterable(_parted(piece, pair) for piece in pieces))
    pieces = _slid(pieces, pair)
    return [_with_spans(piece, pair) for piece in pieces]


def _pieces(pair: Pair, blocks: list[Block]) -> Iterator[_Piece]:
    """The blocks in plain words, and between them the tokens that are equal but printed differently."""
    a, b = pair.a_named, pair.b_named
    i = j = 0
    for block in (*blocks, Block(len(a), len(a), len(b), len(b))):
        if not _printed_alike(a, b, i, j, block.a_start - i):
            yield from _reprinted(pair, i, j, block.a_start - i)
        i, j = block.a_end, block.b_end
        if block.a_start < i or block.b_start < j:
            yield from _block_pieces(pair, block)


def _block_pieces(pair: Pair, block: Block) -> Iterator[_Piece]:
    """A block in plain words, shorn of what turns out equal at its ends once names are taken apart."""
    piece = _in_plain_words(pair, block)
    if _has_name(pair.a_named, block.a_start, block.a_end) or _has_name(pair.b_named, block.b_start, block.b_end):
        yield from _shorn(pair, piece)
    else:
        yield piece


def _has_name(words: Words, start: int, end: int) -> bool:
    return bool(words.names) and any(place in words.names for place in range(start, end))


def _in_plain_words(pair: Pair, block: Block) -> _Piece:
    a, b = pair.a_named.places, pair.b_named.places
    return _Piece(a[block.a_start], a[block.a_end], b[block.b_start], b[block.b_end])


def _shorn(pair: Pair, piece: _Piece) -> Iterator[_Piece]:
    """`piece` without the words that are equal at its ends, but with those of them that are printed differently."""
    a, b = pair.a.keys[piece.a_start : piece.a_end], pair.b.keys[piece.b_start : piece.b_end]
    short = min(len(a), len(b))
    front = next((at for at in range(short) if a[at] != b[at]), short)
    back = next((at for at in range(short - front) if a[-1 - at] != b[-1 - at]), short - front)
    yield from _printed_differently(pair, piece.a_start, piece.b_start, front)
    a_end, b_end = piece.a_end - back, piece.b_end - back
    if piece.a_start + front < a_end or piece.b_start + front < b_end:
        yield piece._replace(a_start=piece.a_start + front, a_end=a_end, b_start=piece.b_start + front, b_end=b_end)
    yield from _printed_differently(pair, a_end, b_end, back)


def _printed_alike(a: Words, b: Words, i: int, j: int, count: int) -> bool:
    """Are `count` tokens from `i` and `j` on printed the same, down to the white space between them?"""
    if not count:
        return True
    return a.text[a.starts[i] : a.ends[i + count - 1]] == b.text[b.starts[j] : b.ends[j + count - 1]]


def _reprinted(pair: Pair, i: int, j: int, count: int) -> Iterator[_Piece]:
    """Of `count` tokens with equal keys, names included: those that are not printed the same."""
    a, b = pair.a_named, pair.b_named
    for at in _unlike(a.printed[i : i + count], b.printed[j : j + count]):
        x, y = i + at, j + at
        name = a.names.get(x) if a.names and b.names else None
        piece = _in_plain_words(pair, Block(x, x + 1, y, y + 1))
        if name and not _same_keys(pair, piece):
            for part in _shorn(pair, piece):
                yield part if _same_keys(pair, part) else part._replace(name=name)
        else:
            yield from _printed_differently(pair, piece.a_start, piece.b_start, piece.a_end - piece.a_start)


def _unlike(one: list[str], other: list[str]) -> list[int]:
    return [at for at, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]


def _same_keys(pair: Pair, piece: _Piece) -> bool:
    return pair.a.keys[piece.a_start : piece.a_end] == pair.b.keys[piece.b_start : piece.b_end]


def _printed_differently(pair: Pair, i: int, j: int, count: int) -> Iterator[_Piece]:
    """Of `count` plain words with equal keys: those that are not printed the same but for white space."""
    a, b = pair.a.printed[i : i + count], pair.b.printed[j : j + count]
    for at in _unlike(a, b):
        if "".join(a[at].split()) != "".join(b[at].split()):
            yield _Piece(i + at, i + at + 1, j + at, j + at + 1)


def _join_names(pieces: list[_Piece], pair: Pair) -> list[_Piece]:
    """With a swapped name goes the article it needs or does not: "the Islamic State" -> "ISIS".

    And where a part of a name is only gone or new beside other changed words, it is one of them: "President Bashar
    Assad" -> "the leader Assad" changes two words, not a word and a name.
    """
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and before.touches(piece) and (cut := _exact_cut(before.up_to(piece), pair)):
            joined[-1] = cut
        elif before and before.touches(piece) and _is_part(before, piece):
            joined[-1:] = _shorn(pair, before.up_to(piece))
        elif before and piece.name and not before.name and before.touches(piece) and _is_article(before, pair):
            joined[-1] = before.up_to(piece, piece.name)
        else:
            joined.append(piece)
    return joined


def _exact_cut(piece: _Piece, pair: Pair) -> _Piece | None:
    """`piece` as a mere cut or addition, if at one end the shorter side stands on the longer one exactly as printed.

    Of "ISIS and Daesh" cut to "Daesh", the words "ISIS and" are gone; the first name did not turn into the second.
    """
    a, b = pair.a.printed[piece.a_start : piece.a_end], pair.b.printed[piece.b_start : piece.b_end]
    short, long = sorted((a, b), key=len)
    if not short or len(short) == len(long):
        return None
    if long[-len(short) :] == short:
        return piece._replace(a_end=piece.a_end - len(short), b_end=piece.b_end - len(short))
    if long[: len(short)] == short:
        return piece._replace(a_start=piece.a_start + len(short), b_start=piece.b_start + len(short))
    return None


def _is_part(one: _Piece, other: _Piece) -> bool:
    """Is exactly one of these neighbours the lost or added part of a name?"""
    name, beside = (one, other) if one.name else (other, one)
    return bool(name.name) and not beside.name and (name.a_start == name.a_end or name.b_start == name.b_end)


def _is_article(piece: _Piece, pair: Pair) -> bool:
    keys = [*pair.a.keys[piece.a_start : piece.a_end], *pair.b.keys[piece.b_start : piece.b_end]]
    return len(keys) == 1 and keys[0] in ARTICLES


def _join_neighbours(pieces: list[_Piece], pair: Pair) -> Iterator[_Piece]:
    """Pieces that only together are a change: words in another order, the two ends of a bracket."""
    at = 0
    while at < len(pieces):
        stop = next((stop for stop in (at + 4, at + 3, at + 2) if _are_one(pieces[at:stop], stop - at, pair)), at + 1)
        yield pieces[at] if stop == at + 1 else pieces[at].up_to(pieces[stop - 1])
        at = stop


def _are_one(pieces: list[_Piece], wanted: int, pair: Pair) -> bool:
    if len(pieces) < wanted or any(piece.name for piece in pieces):
        return False
    whole = pieces[0].up_to(pieces[-1])
    if max(whole.a_end - whole.a_start, whole.b_end - whole.b_start) > LONGEST_REORDER:
        return False
    a, b = pair.a.keys[whole.a_start : whole.a_end], pair.b.keys[whole.b_start : whole.b_end]
    if len(a) == len(b) and a != b and sorted(a) == sorted(b):
        return all(_moves_words(piece, pair) for piece in pieces)
    return wanted == 2 and _are_brackets(pieces[0], pieces[1], pair)


def _moves_words(piece: _Piece, pair: Pair) -> bool:
    """Has it other words on the two sides? Dots here and dots there, or a capital beside, are changes of their own."""
    a, b = pair.a.keys[piece.a_start : piece.a_end], pair.b.keys[piece.b_start : piece.b_end]
    return a != b and any(kind_of(key) in ("word", "number") for key in (*a, *b))


def _are_brackets(first: _Piece, last: _Piece, pair: Pair) -> bool:
    """Is it one pair of brackets, around few words, that is gone, new or of another shape?"""
    if last.a_start - first.a_end > LONGEST_GLOSS:
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


def _parted(piece: _Piece, pair: Pair) -> Iterator[_Piece]:
    """A piece as the several changes it is: an editor's aside apart, a lone mark apart from words."""
    both = piece.a_start < piece.a_end and piece.b_start < piece.b_end
    if not both or piece.name:
        yield piece
        return
    a, b = pair.a.keys[piece.a_start : piece.a_end], pair.b.keys[piece.b_start : piece.b_end]
    if aside := _aside(a, b):
        yield from _around(piece, piece.a_start + aside[0], piece.a_start + aside[1], "a")
    elif aside := _aside(b, a):
        yield from _around(piece, piece.b_start + aside[0], piece.b_start + aside[1], "b")
    elif len(a) > 1 and len(b) > 1 and {kind_of(a[-1]), kind_of(b[-1])} <= {"punctuation", "dash"}:
        yield from _parted(piece._replace(a_end=piece.a_end - 1, b_end=piece.b_end - 1), pair)
        yield piece._replace(a_start=piece.a_end - 1, b_start=piece.b_end - 1)
    elif _is_mark(a) and _are_new_words(b):
        yield piece._replace(a_end=piece.a_start)
        yield piece._replace(b_start=piece.b_end)
    elif _is_mark(b) and _are_new_words(a):
        yield piece._replace(b_end=piece.b_start)
        yield piece._replace(a_start=piece.a_end)
    else:
        yield piece


def _aside(one: Sequence[str], other: Sequence[str]) -> tuple[int, int] | None:
    """Where a whole "[...]" lies among words that are not on the other side, beside other words."""
    if "[" not in one or "[" in other:
        return None
    start = one.index("[")
    if "]" not in one[start:]:
        return None
    end = one.index("]", start) + 1
    if end - start == len(one) and _are_stood_for(other):
        return None
    return None if {*one[start + 1 : end - 1]} & {*other} else (start, end)


def _are_stood_for(keys: Sequence[str]) -> bool:
    """Could an aside stand for these? For dots, and for a few words: "he said" -> "[Assad] said" is one change."""
    return all(kind_of(key) == "ellipsis" for key in keys) or (
        len(keys) <= LONGEST_STOOD_FOR and all(kind_of(key) in ("word", "number") for key in keys)
    )


def _around(piece: _Piece, start: int, end: int, side: str) -> Iterator[_Piece]:
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
            yield _Piece(*ranges)


def _is_mark(keys: Sequence[str]) -> bool:
    """A lone mark that is no sign of something left out."""
    return len(keys) == 1 and kind_of(keys[0]) in ("punctuation", "dash", "quote", "bracket")


def _are_new_words(keys: Sequence[str]) -> bool:
    """Words that do not do a mark's work: "Iraq, Syria" -> "Iraq and Syria" is one change, not a word and a comma."""
    return keys[0] not in CONJUNCTIONS and all(kind_of(key) in ("word", "number") for key in keys)


def _slid(pieces: list[_Piece], pair: Pair) -> list[_Piece]:
    """Cuts and insertions moved along equal words to where they read best."""
    slid: list[_Piece] = []
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if piece.b_start == piece.b_end:
            low, high = (slid[-1].a_end if slid else 0), (after.a_start if after else len(pair.a))
            step = _best_slide(pair.a, piece.a_start, piece.a_end, low, high)
        elif piece.a_start == piece.a_end:
            low, high = (slid[-1].b_end if slid else 0), (after.b_start if after else len(pair.b))
            step = _best_slide(pair.b, piece.b_start, piece.b_end, low, high)
        else:
            step = 0
        slid.append(
            _Piece(piece.a_start + step, piece.a_end + step, piece.b_start + step, piece.b_end + step, piece.name)
        )
    return slid


def _best_slide(words: Words, start: int, end: int, low: int, high: int) -> int:
    """How far to move the cut `start:end`, staying within `low:high`; the words left must stay the same."""
    steps = [0]
    while steps[-1] > -MOST_SLIDES and start + steps[-1] > low:
        step = steps[-1]
        if words.printed[start + step - 1] != words.printed[end + step - 1]:
            break
        steps.append(step - 1)
    steps.append(0)
    while steps[-1] < MOST_SLIDES and end + steps[-1] < high:
        step = steps[-1]
        if words.printed[start + step] != words.printed[end + step]:
            break
        steps.append(step + 1)
    if len(steps) == 2:
        return 0
    return min(steps, key=lambda step: (_awkwardness(words.keys, start + step, end + step), abs(step), step))


def _awkwardness(all_keys: Sequence[str], start: int, end: int) -> float:
    """How badly these words read as the ones that were cut: brackets or sentences torn apart, "and" trailing."""
    keys = all_keys[start:end]
    depth = torn = 0
    for key in keys:
        depth += (key in "([") - (key in ")]")
        torn += depth < 0
        depth = max(depth, 0)
    leading = kind_of(keys[0]) not in ("word", "number") and keys[0] not in _OPENING
    trailing = keys[-1] in CONJUNCTIONS or keys[-1] in ARTICLES or keys[-1] == "of"
    whole_sentence = keys[-1] in _SENTENCE_ENDS and (start == 0 or all_keys[start - 1] in _SENTENCE_ENDS)
    return 3.0 * (depth + torn) + leading - 0.5 * (keys[0] in CONJUNCTIONS) + 0.6 * trailing - whole_sentence


def _with_spans(piece: _Piece, pair: Pair) -> Difference:
    a, b = _span(pair.a, piece.a_start, piece.a_end), _span(pair.b, piece.b_start, piece.b_end)
    if not piece.name and _same_keys(pair, piece) and piece.a_end - piece.a_start == 1:
        a, b = _narrowed(pair.a.text, a, pair.b.text, b)
    return Difference(piece.a_start, piece.a_end, piece.b_start, piece.b_end, a, b, piece.name)


def _span(words: Words, start: int, end: int) -> Span:
    """The characters of the tokens; for none, the place before the next token."""
    if start < end:
        return Span(words.starts[start], words.ends[end - 1])
    if start < len(words):
        return Span(words.starts[start], words.starts[start])
    last = words.ends[-1] if len(words) else 0
    return Span(last, last)


def _narrowed(a: str, span_a: Span, b: str, span_b: Span) -> tuple[Span, Span]:
    """Within one word, the mark or look-alike letter that differs ("It's" and "It\u2019s"); else the whole word."""
    one, other = span_a.of(a), span_b.of(b)
    differ = [at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    if len(one) != len(other) or len(differ) != 1 or one.casefold() == other.casefold():
        return span_a, span_b
    return (
        Span(span_a.start + differ[0], span_a.start + differ[0] + 1),
        Span(span_b.start + differ[0], span_b.start + differ[0] + 1),
    )
