"""Comparison of two printings: their changes, and whether to show them change by change.

TASS and SANA print the same 100 words but for two names and a parenthesis: every change can be marked. TASS prints
"They want the Islamic State to weaken Assad", SANA retells it; and two translations of one Russian sentence share
hardly a word, so marking the changes would mark everything: there only the shared words are worth showing::

    >>> found = compare("exclusively the Islamic State and", "exclusively ISIS and")
    >>> found.mode, [change.kind for change in found.changes]
    ('diff', ['name_swap'])

`tokenization` splits the words, `alignment` aligns them, `segmentation` cuts the differences, `change_classifier`
classifies them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from articles.engine.comparison.alignment import DiffBlock, align, weigh_tokens
from articles.engine.comparison.change_classifier import classify_changes
from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.segmentation import find_differences
from articles.engine.comparison.segments import TokenizedPair
from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.spans import Span
from articles.engine.text.tokenization import TokenColumns, is_word

# Weighted share of the shorter text found in the other. On the labelled pairs edited printings have 0.45 or more, and
# translations of one sentence 0.54 or less (public ones 0.66 on average); between, only a person can decide.
CERTAIN_FROM, DIFF_FROM, PARALLEL_BELOW = 0.60, 0.50, 0.40
# In doubt the runs of shared words decide: edited printings keep whole runs, translations agree on scattered words.
# Average weight of the run around a shared word; translations with a share of 0.40 to 0.50 have 5.8 in the median,
# SANA's retelling of TASS 8.9.
MIN_DOUBTFUL_RUN_WEIGHT = 6.0
DECISIVE_RUN_WEIGHT = 20.0  # some seven content words in a row: the two overlap, whatever else they contain
ComparisonMode = Literal["diff", "parallel"]
SideName = Literal["a", "b"]
LONG_RUN_WEIGHT = 6.0  # two content words and something: a run shared by two translations worth marking


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences of two texts, in order, and whether to show them change by change.

    `mode` is "diff", or "parallel" where the texts are better shown side by side with only `shared_spans` marked: long
    runs, as (span in a, span in b). `overlap` is how much of the shorter text the other has, 0 to 1.
    """

    mode: ComparisonMode
    changes: tuple[Change, ...]
    shared_spans: tuple[tuple[Span, Span], ...]
    overlap: float
    decided_by_curator: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether the mode is beyond doubt; if not, a curator should look."""
        is_clear = self.overlap >= CERTAIN_FROM or (self.mode == "parallel" and self.overlap < PARALLEL_BELOW)
        return self.decided_by_curator or is_clear


def compare(
    a: str, b: str, aliases: Aliases = STANDARD_ALIASES, *, curator_mode: ComparisonMode | None = None
) -> Comparison:
    """Return what changed from printing `a` to printing `b`, with offsets in code points into the texts as given.

    `curator_mode` is the mode where a curator has ruled whether the two are one text.
    """
    if a == b:
        return Comparison("diff", (), (), 1.0)
    pair = TokenizedPair.from_texts(a, b, aliases)
    blocks = align(pair.a_with_names, pair.b_with_names)
    overlap = _measure_overlap(pair.a_with_names, pair.b_with_names, blocks)
    mode = curator_mode or _choose_mode(overlap, pair.a_with_names, pair.b_with_names, blocks)
    shared_spans = tuple(_find_long_runs(pair.a_with_names, pair.b_with_names, blocks)) if mode == "parallel" else ()
    changes = classify_changes(pair, find_differences(pair, blocks))
    return Comparison(mode, changes, shared_spans, overlap, curator_mode is not None)


def split_by_changes(text: str, comparison: Comparison, side: SideName) -> list[tuple[str, Change | None]]:
    """Split one side into pieces, each with its change (an empty piece if it has no words here) or None."""
    pieces: list[tuple[str, Change | None]] = []
    done = 0
    for change in comparison.changes:
        span = change.a if side == "a" else change.b
        if span.start > done:
            pieces.append((text[done : span.start], None))
        pieces.append((span.extract(text), change))
        done = span.end
    if done < len(text):
        pieces.append((text[done:], None))
    return pieces


def _measure_overlap(a: TokenColumns, b: TokenColumns, blocks: list[DiffBlock]) -> float:
    """Return how much of the shorter text, by weight of its words, the other has in the same order."""
    shorter = min(weigh_tokens(a.keys), weigh_tokens(b.keys))
    if not shorter:
        return 0.0 if blocks else 1.0
    return sum(weigh_tokens(a.keys[i : i + count]) for i, _, count in _find_equal_runs(a, b, blocks)) / shorter


def _choose_mode(overlap: float, a: TokenColumns, b: TokenColumns, blocks: list[DiffBlock]) -> ComparisonMode:
    """Return whether marking every change would show something ("diff") or only noise ("parallel")."""
    if overlap >= DIFF_FROM:
        return "diff"
    weights = [weigh_tokens(a.keys[i : i + count]) for i, _, count in _find_equal_runs(a, b, blocks)]
    average_weight = sum(weight * weight for weight in weights) / max(sum(weights), 1.0)
    required_weight = MIN_DOUBTFUL_RUN_WEIGHT if overlap >= PARALLEL_BELOW else DECISIVE_RUN_WEIGHT
    return "diff" if average_weight >= required_weight else "parallel"


def _find_equal_runs(a: TokenColumns, b: TokenColumns, blocks: list[DiffBlock]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of equal words: index in a, index in b, length."""
    i = j = 0
    for block in (*blocks, DiffBlock(len(a), len(a), len(b), len(b))):
        if block.a_start > i:
            yield i, j, block.a_start - i
        i, j = block.a_end, block.b_end


def _find_long_runs(a: TokenColumns, b: TokenColumns, blocks: list[DiffBlock]) -> Iterator[tuple[Span, Span]]:
    """Yield the runs of equal words heavy enough to mean something, without marks at their ends."""
    for i, j, count in _find_equal_runs(a, b, blocks):
        word_indices = [index for index in range(count) if is_word(a.keys[i + index])]
        if word_indices and weigh_tokens(a.keys[i : i + count]) >= LONG_RUN_WEIGHT:
            first, last = word_indices[0], word_indices[-1]
            yield Span(a.starts[i + first], a.ends[i + last]), Span(b.starts[j + first], b.ends[j + last])
