"""Which words of one printing stand where in another?

TASS: "fighting exclusively the Islamic State and", SANA: "fighting exclusively ISIS and". Word by word, one "the" has
no partner and everything else has::

    >>> from articles.engine.text.tokenization import tokenize_columns
    >>> tass, sana = tokenize_columns("exclusively the Islamic State and"), tokenize_columns("exclusively ISIS and")
    >>> align(tass, sana)
    [DiffBlock(a_start=1, a_end=2, b_start=1, b_end=1)]

First rapidfuzz finds the fewest edits. Where they lie close together - a passage put in other words - that count is
blind: it lines up a stray "to" or comma with any other. So there the words are aligned again, with costs that know that
one long gap is likelier than three short ones, that "want" belongs to "wants", and that a comma is nobody's partner.

The result is blocks of tokens that differ; between the blocks the keys are equal one by one. Left to others: which
tokens are equal (`wording`), how a difference is best cut for a reader (`differences`), what it means (`changes`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from articles.engine.text.tokenization import TokenColumns, classify_token
from articles.engine.text.vocabulary import (
    CLAUSE_CONNECTIVES,
    STOP_WORDS,
    are_inflections,
    expand_contraction,
    is_negation,
    is_number,
)

# The costs lie on a plateau: on the labelled pairs, 35 other settings of the gap costs changed the F1 by under 0.03.
GAP_OPEN, GAP_EXTEND = -1.6, -0.2
WEIGHT_MARK, WEIGHT_STOP, WEIGHT_CONNECTIVE, WEIGHT_NEGATION, WEIGHT_CONTENT = 0.4, 1.2, 2.0, 2.5, 3.0
MIN_SIMILARITY = 0.75  # share of letters: "Sergey"/"Sergei" 0.83, "want"/"wants" 0.89, "arms"/"army" 0.75
WEIGHT_SIMILAR = 1.6  # a little less than a new gap, so that a word and its other form meet across no gap
FORBIDDEN_SCORE = -9.0
_CACHE_SIZE = 65536  # keys whose weight is remembered
# An equal stretch at least this heavy - two content words and something - is taken to be no accident.
ANCHOR_WEIGHT = 6.0
# Cells (words of one side times words of the other) worth aligning carefully; 100,000 take about 0.06 s.
MAX_CELLS, MAX_TOTAL_CELLS = 40_000, 400_000


class DiffBlock(NamedTuple):
    """Tokens `a_start:a_end` of one printing stand where the other has `b_start:b_end`; one side may be empty."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def align(a: TokenColumns, b: TokenColumns) -> list[DiffBlock]:
    """The blocks that differ, in order. Tokens outside them have equal keys one by one.

    Of several equally good alignments the same is taken whichever text comes first.
    """
    if (len(a), a.keys) <= (len(b), b.keys):
        return _align_keys(a.keys, b.keys)
    return [DiffBlock(*block[2:], *block[:2]) for block in _align_keys(b.keys, a.keys)]


def _align_keys(a: list[str], b: list[str]) -> list[DiffBlock]:
    blocks = find_edit_blocks(a, b)
    cells_left = MAX_TOTAL_CELLS
    aligned: list[DiffBlock] = []
    for close in _group_close_blocks(blocks, a):
        region = DiffBlock(close[0].a_start, close[-1].a_end, close[0].b_start, close[-1].b_end)
        cells = (region.a_end - region.a_start) * (region.b_end - region.b_start)
        if (len(close) == 1 and _has_no_equal_tokens(region, a, b)) or cells > min(MAX_CELLS, cells_left):
            aligned += close
        else:
            cells_left -= cells
            aligned += _realign_region(a, b, region)
    return aligned


def find_edit_blocks(a: Sequence[str], b: Sequence[str]) -> list[DiffBlock]:
    """The blocks that differ when the fewest tokens are inserted, deleted or replaced."""
    blocks: list[DiffBlock] = []
    for step in Levenshtein.opcodes(a, b):
        if step.tag == "equal":
            continue
        a_start, b_start = step.src_start, step.dest_start
        if blocks and (blocks[-1].a_end, blocks[-1].b_end) == (a_start, b_start):
            a_start, _, b_start, _ = blocks.pop()
        blocks.append(DiffBlock(a_start, step.src_end, b_start, step.dest_end))
    return blocks


class _WeightCache(dict[str, float]):
    """The weights of the keys met so far; emptied when it is full."""

    def __missing__(self, key: str) -> float:
        if len(self) >= _CACHE_SIZE:
            self.clear()
        return self.setdefault(key, _weigh_token(key))


_WEIGHT_CACHE = _WeightCache()


def weigh_tokens(keys: Iterable[str]) -> float:
    """How much it says about two passages that both have these tokens."""
    return sum(map(_WEIGHT_CACHE.__getitem__, keys))


def _weigh_token(key: str) -> float:
    kind = classify_token(key)
    if kind not in ("word", "number", "symbol"):
        return WEIGHT_MARK
    if is_negation(key):
        return WEIGHT_NEGATION
    if key in CLAUSE_CONNECTIVES:
        return WEIGHT_CONNECTIVE
    return WEIGHT_STOP if key in STOP_WORDS else WEIGHT_CONTENT


@lru_cache(262144)
def score_substitution(one: str, other: str) -> float:
    """What a column of these two tokens adds to an alignment: equal, alike, and how unlikely partners otherwise."""
    if one == other:
        return _WEIGHT_CACHE[one]
    kinds = (_WEIGHT_CACHE[one], _WEIGHT_CACHE[other])
    if WEIGHT_MARK in kinds:
        # One mark for another beats two gaps; a mark is never a word's partner.
        return 0.05 if kinds == (WEIGHT_MARK, WEIGHT_MARK) else FORBIDDEN_SCORE
    if is_number(one) and is_number(other):
        return 0.6
    stops = sum(kind in (WEIGHT_STOP, WEIGHT_CONNECTIVE) for kind in kinds)
    alike = _measure_word_similarity(one, other, stops)
    if alike >= MIN_SIMILARITY:
        return min(WEIGHT_SIMILAR, *kinds) * alike
    return (-0.8, -1.4, -0.3)[stops]


def _measure_word_similarity(one: str, other: str, stops: int) -> float:
    """How much two words look like forms of one, 0 to 1; of common words only "don't" and "not", "has" and "had" do."""
    if ("'" in one or "'" in other) and not set(expand_contraction(one)).isdisjoint(expand_contraction(other)):
        return 0.8
    if stops == 2:
        return 0.8 if are_inflections(one, other) else 0.0
    return 0.0 if min(len(one), len(other)) < 3 else _measure_letter_similarity(one, other)


def _measure_letter_similarity(one: str, other: str) -> float:
    """The share of letters in common; a long beginning in common ("declare", "declaration") is enough."""
    alike = fuzz.ratio(one, other) / 100
    same = next((at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return max(alike, 0.8) if same >= 4 and same >= 0.6 * min(len(one), len(other)) else alike


def _has_no_equal_tokens(block: DiffBlock, a: Sequence[str], b: Sequence[str]) -> bool:
    """Is there nothing equal on the two sides, so that no careful alignment could find more?"""
    return set(a[block.a_start : block.a_end]).isdisjoint(b[block.b_start : block.b_end])


def _group_close_blocks(blocks: list[DiffBlock], keys: Sequence[str]) -> Iterator[list[DiffBlock]]:
    """The blocks in groups, parted where enough equal words lie between two of them to be no accident."""
    if not blocks:
        return
    group = blocks[:1]
    for block in blocks[1:]:
        between = keys[group[-1].a_end : block.a_start]
        if len(between) >= ANCHOR_WEIGHT / WEIGHT_MARK or weigh_tokens(between) >= ANCHOR_WEIGHT:
            yield group
            group = []
        group.append(block)
    yield group


def _realign_region(a: Sequence[str], b: Sequence[str], region: DiffBlock) -> Iterator[DiffBlock]:
    """The blocks of the best alignment of a region in which one long gap is cheaper than several short ones."""
    a_start, b_start = region.a_start, region.b_start
    i = j = 0
    block: DiffBlock | None = None
    for x, y in align_globally(a[a_start : region.a_end], b[b_start : region.b_end], score_substitution):
        i, j = i + (x is not None), j + (y is not None)
        if x is not None and y is not None and a[a_start + x] == b[b_start + y]:
            if block:
                yield block
            block = None
        elif block:
            block = DiffBlock(block.a_start, a_start + i, block.b_start, b_start + j)
        else:
            block = DiffBlock(a_start + i - (x is not None), a_start + i, b_start + j - (y is not None), b_start + j)
    if block:
        yield block


AlignmentColumn = tuple[int | None, int | None]


def align_globally(a: Sequence[str], b: Sequence[str], score: Callable[[str, str], float]) -> list[AlignmentColumn]:
    """The columns (place in `a` or None, place in `b` or None) of the best global alignment with affine gaps.

    Gotoh, "An improved algorithm for matching biological sequences", J. Mol. Biol. 162 (1982). Three scores a cell: the
    best alignment of the first i and j tokens that ends in a pair, in a gap in `b`, in a gap in `a`. What each came
    from is kept beside it, so the way back needs no arithmetic.
    """
    width = len(b) + 1
    pair, over, under = [0.0] + [UNREACHABLE] * (width - 1), [UNREACHABLE] * width, [UNREACHABLE] * width
    for j in range(1, width):
        under[j] = GAP_OPEN + GAP_EXTEND * j
    steps = [[(STATE_PAIRED, STATE_PAIRED, STATE_GAP_IN_A)] * width]
    for i, word in enumerate(a, start=1):
        pair, over, under, came = _fill_row(i, [score(word, other) for other in b], pair, over, under)
        steps.append(came)
    ends = (pair[-1], over[-1], under[-1])
    return _trace_back(steps, ends.index(max(ends)))


STATE_PAIRED, STATE_GAP_IN_B, STATE_GAP_IN_A = 0, 1, 2
UNREACHABLE = -1e9
_ScoreRow = list[float]
_TracebackRow = list[tuple[int, int, int]]


def _fill_row(
    i: int, scores: list[float], pair: _ScoreRow, over: _ScoreRow, under: _ScoreRow
) -> tuple[_ScoreRow, _ScoreRow, _ScoreRow, _TracebackRow]:
    """The three scores of every cell of row `i` from those of the row above, and the state each came from."""
    open_, extend = GAP_OPEN + GAP_EXTEND, GAP_EXTEND
    left_pair, left_over, left_under = UNREACHABLE, GAP_OPEN + GAP_EXTEND * i, UNREACHABLE
    new_pair, new_over, new_under = [left_pair], [left_over], [left_under]
    came: _TracebackRow = [(STATE_PAIRED, STATE_GAP_IN_B, STATE_GAP_IN_A)]
    up_pair, up_over, up_under = pair[0], over[0], under[0]
    for j, score in enumerate(scores, start=1):
        best, from_pair = up_pair, STATE_PAIRED
        if up_over > best:
            best, from_pair = up_over, STATE_GAP_IN_B
        if up_under > best:
            best, from_pair = up_under, STATE_GAP_IN_A
        here_pair = best + score
        up_pair, up_over, up_under = pair[j], over[j], under[j]
        best, from_over = up_over + extend, STATE_GAP_IN_B
        if up_pair + open_ > best:
            best, from_over = up_pair + open_, STATE_PAIRED
        here_over = best
        best, from_under = left_under + extend, STATE_GAP_IN_A
        if left_pair + open_ > best:
            best, from_under = left_pair + open_, STATE_PAIRED
        if left_over + open_ > best:
            best, from_under = left_over + open_, STATE_GAP_IN_B
        left_pair, left_over, left_under = here_pair, here_over, best
        new_pair.append(here_pair)
        new_over.append(here_over)
        new_under.append(best)
        came.append((from_pair, from_over, from_under))
    return new_pair, new_over, new_under, came


def _trace_back(steps: list[_TracebackRow], state: int) -> list[AlignmentColumn]:
    i, j = len(steps) - 1, len(steps[0]) - 1
    columns: list[AlignmentColumn] = []
    while i or j:
        if not i:
            state = STATE_GAP_IN_A
        elif not j:
            state = STATE_GAP_IN_B
        came = steps[i][j][state]
        i, j = i - (state != STATE_GAP_IN_A), j - (state != STATE_GAP_IN_B)
        columns.append((None if state == STATE_GAP_IN_A else i, None if state == STATE_GAP_IN_B else j))
        state = came
    columns.reverse()
    return columns
