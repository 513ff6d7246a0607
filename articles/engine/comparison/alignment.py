"""Token alignment of two printings.

TASS: "fighting exclusively the Islamic State and", SANA: "fighting exclusively ISIS and". Word by word, one "the" has
no partner and everything else has one::

    >>> from articles.engine.text.tokenization import tokenize_columns
    >>> tass, sana = tokenize_columns("exclusively the Islamic State and"), tokenize_columns("exclusively ISIS and")
    >>> align(tass, sana)
    [DiffBlock(a_start=1, a_end=2, b_start=1, b_end=1)]

First rapidfuzz finds the fewest edits. Where edits lie close together - a passage in other words - that count is blind:
it pairs a stray "to" or comma with any other. Such regions are aligned again, with affine gap costs (one long gap is
likelier than three short ones) and word similarity ("want" belongs to "wants", a comma is nobody's partner).

The result is a list of blocks of tokens that differ; between the blocks the keys are equal one by one.
`comparison.segmentation` cuts the blocks into the differences a reader sees.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Prefix

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
WEIGHT_SIMILAR = 1.6  # a little less than a new gap, so that two forms of a word are not paired across a gap
FORBIDDEN_SCORE = -9.0
_CACHE_SIZE = 65536  # keys whose weight is cached
# A run of equal tokens at least this heavy - two content words and something - is not an accident.
ANCHOR_WEIGHT = 6.0
# Upper bounds of the cells (words of a times words of b) aligned with affine gaps; 100,000 cells take about 0.06 s.
MAX_CELLS, MAX_TOTAL_CELLS = 40_000, 400_000


class DiffBlock(NamedTuple):
    """Tokens `a_start:a_end` of one printing where the other has `b_start:b_end`; one side may be empty."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def align(a: TokenColumns, b: TokenColumns) -> list[DiffBlock]:
    """Return the blocks that differ, in order; tokens outside them have equal keys one by one.

    The choice among equally good alignments does not depend on which text comes first.
    """
    if (len(a), a.keys) <= (len(b), b.keys):
        return _align_keys(a.keys, b.keys)
    return [DiffBlock(*block[2:], *block[:2]) for block in _align_keys(b.keys, a.keys)]


def _align_keys(a: list[str], b: list[str]) -> list[DiffBlock]:
    blocks = find_edit_blocks(a, b)
    cells_left = MAX_TOTAL_CELLS
    aligned: list[DiffBlock] = []
    for group in _group_close_blocks(blocks, a):
        region = DiffBlock(group[0].a_start, group[-1].a_end, group[0].b_start, group[-1].b_end)
        a_side, b_side = a[region.a_start : region.a_end], b[region.b_start : region.b_end]
        cells = len(a_side) * len(b_side)
        if (len(group) == 1 and set(a_side).isdisjoint(b_side)) or cells > min(MAX_CELLS, cells_left):
            aligned += group
        else:
            cells_left -= cells
            aligned += _realign_region(a, b, region)
    return aligned


def find_edit_blocks(a: Sequence[str], b: Sequence[str]) -> list[DiffBlock]:
    """Return the blocks that differ under the fewest insertions, deletions and replacements of tokens."""
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
    """The weights of the keys met so far; emptied when full."""

    def __missing__(self, key: str) -> float:
        if len(self) >= _CACHE_SIZE:
            self.clear()
        return self.setdefault(key, _weigh_token(key))


_WEIGHT_CACHE = _WeightCache()


def weigh_tokens(keys: Iterable[str]) -> float:
    """Return how strongly these tokens, shared by two passages, show that the passages belong together."""
    return sum(map(_WEIGHT_CACHE.__getitem__, keys))


def _weigh_token(key: str) -> float:
    if classify_token(key) not in ("word", "number", "symbol"):
        return WEIGHT_MARK
    if is_negation(key):
        return WEIGHT_NEGATION
    if key in CLAUSE_CONNECTIVES:
        return WEIGHT_CONNECTIVE
    return WEIGHT_STOP if key in STOP_WORDS else WEIGHT_CONTENT


@lru_cache(262144)
def score_substitution(a: str, b: str) -> float:
    """Return what a column of these two tokens adds to an alignment: positive for equal or similar tokens."""
    if a == b:
        return _WEIGHT_CACHE[a]
    weights = (_WEIGHT_CACHE[a], _WEIGHT_CACHE[b])
    if WEIGHT_MARK in weights:
        # One mark for another beats two gaps; a mark is never a word's partner.
        return 0.05 if weights == (WEIGHT_MARK, WEIGHT_MARK) else FORBIDDEN_SCORE
    if is_number(a) and is_number(b):
        return 0.6
    stop_count = sum(kind in (WEIGHT_STOP, WEIGHT_CONNECTIVE) for kind in weights)
    similarity = _measure_word_similarity(a, b, stop_count)
    if similarity >= MIN_SIMILARITY:
        return min(WEIGHT_SIMILAR, *weights) * similarity
    return (-0.8, -1.4, -0.3)[stop_count]


def _measure_word_similarity(a: str, b: str, stop_count: int) -> float:
    """Return how much two words look like forms of one word, 0 to 1; of stop words only "don't" and "not", "has" and
    "had" do.
    """
    if ("'" in a or "'" in b) and not set(expand_contraction(a)).isdisjoint(expand_contraction(b)):
        return 0.8
    if stop_count == 2:
        return 0.8 if are_inflections(a, b) else 0.0
    shorter_length = min(len(a), len(b))
    if shorter_length < 3:
        return 0.0
    has_long_beginning = Prefix.similarity(a, b) >= max(4, 0.6 * shorter_length)  # "declare", "declaration"
    return max(fuzz.ratio(a, b) / 100, 0.8 if has_long_beginning else 0.0)


def _group_close_blocks(blocks: list[DiffBlock], keys: Sequence[str]) -> Iterator[list[DiffBlock]]:
    """Group the blocks, splitting where the equal tokens between two blocks are heavy enough to be no accident."""
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
    """Yield the blocks of the best alignment of a region under affine gap costs."""
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
    """Return the columns (index in `a` or None, index in `b` or None) of the best global alignment with affine gaps.

    Gotoh, "An improved algorithm for matching biological sequences", J. Mol. Biol. 162 (1982). Each cell has three
    scores: the best alignment of the first i and j tokens that ends in a pair, in a gap in `b`, in a gap in `a`. The
    state that each score came from is stored beside it, so the traceback needs no arithmetic.
    """
    width = len(b) + 1
    pair, over, under = [0.0] + [UNREACHABLE] * (width - 1), [UNREACHABLE] * width, [UNREACHABLE] * width
    for j in range(1, width):
        under[j] = GAP_OPEN + GAP_EXTEND * j
    steps = [[(STATE_PAIRED, STATE_PAIRED, STATE_GAP_IN_A)] * width]
    for i, word in enumerate(a, start=1):
        pair, over, under, origins = _fill_row(i, [score(word, other_word) for other_word in b], pair, over, under)
        steps.append(origins)
    ends = (pair[-1], over[-1], under[-1])
    return _trace_back(steps, ends.index(max(ends)))


STATE_PAIRED, STATE_GAP_IN_B, STATE_GAP_IN_A = 0, 1, 2
UNREACHABLE = -1e9
_ScoreRow = list[float]
_TracebackRow = list[tuple[int, int, int]]


def _fill_row(
    i: int, scores: list[float], pair: _ScoreRow, over: _ScoreRow, under: _ScoreRow
) -> tuple[_ScoreRow, _ScoreRow, _ScoreRow, _TracebackRow]:
    """Return the three scores of every cell of row `i`, from those of the row above, and the state each came from."""
    open_, extend = GAP_OPEN + GAP_EXTEND, GAP_EXTEND
    left_pair, left_over, left_under = UNREACHABLE, GAP_OPEN + GAP_EXTEND * i, UNREACHABLE
    new_pair, new_over, new_under = [left_pair], [left_over], [left_under]
    origins: _TracebackRow = [(STATE_PAIRED, STATE_GAP_IN_B, STATE_GAP_IN_A)]
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
        origins.append((from_pair, from_over, from_under))
    return new_pair, new_over, new_under, origins


def _trace_back(steps: list[_TracebackRow], state: int) -> list[AlignmentColumn]:
    i, j = len(steps) - 1, len(steps[0]) - 1
    columns: list[AlignmentColumn] = []
    while i or j:
        if not i:
            state = STATE_GAP_IN_A
        elif not j:
            state = STATE_GAP_IN_B
        previous_state = steps[i][j][state]
        i, j = i - (state != STATE_GAP_IN_A), j - (state != STATE_GAP_IN_B)
        columns.append((None if state == STATE_GAP_IN_A else i, None if state == STATE_GAP_IN_B else j))
        state = previous_state
    columns.reverse()
    return columns
