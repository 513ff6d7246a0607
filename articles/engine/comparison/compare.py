"""How do two printings of the same words differ, and how should that be shown?

TASS and SANA print the same 100 words but for two names and a parenthesis: every change can be marked. TASS prints
"They want the Islamic State to weaken Assad", SANA retells it; and of two translations of one Russian sentence hardly a
word is the same, so marking the changes would mark everything: there only what they share is worth showing::

    >>> found = compare("exclusively the Islamic State and", "exclusively ISIS and")
    >>> found.mode, [change.kind for change in found.changes]
    ('diff', ['name_swap'])

This is the one door to what stands behind it: `wording` cuts words, `alignment` lines them up, `find_differences` cuts
changes, `naming` names them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from articles.engine.comparison.alignment import DiffBlock, align, weigh_tokens
from articles.engine.comparison.change_classifier import classify_changes
from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.segmentation import TokenizedPair, find_differences
from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.spans import Span
from articles.engine.text.tokenization import TokenColumns, classify_token

# Weighted share of the shorter text found in the other. On the labelled pairs edited printings have 0.45 or more, and
# translations of one sentence 0.54 or less (public ones 0.66 on average): between, only a person can tell.
CERTAIN_FROM, DIFF_FROM, PARALLEL_BELOW = 0.60, 0.50, 0.40
# In doubt, what the words in common stand in decides: edited printings keep whole stretches, translations agree on
# scattered words. Weight of the stretch a word in common stands in; translations with a share of 0.40 to 0.50 have 5.8
# in the median, SANA's retelling of TASS 8.9.
MIN_DOUBTFUL_RUN_WEIGHT = 6.0
DECISIVE_RUN_WEIGHT = 20.0  # some seven content words on end: the two overlap, whatever else they hold
ComparisonMode = Literal["diff", "parallel"]
SideName = Literal["a", "b"]
LONG_RUN_WEIGHT = 6.0  # two content words and something: a stretch shared by two translations worth marking


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two texts, in order, and whether it is fit to be shown change by change.

    `mode` is "diff", or "parallel" where the two are better shown side by side with only `shared` marked: the long
    stretches, as (place in a, place in b), that both have. `changes` are there in both modes. `share`: how much of the
    shorter text the other has, 0 to 1. `judged` says that it was a person who told the mode.
    """

    mode: ComparisonMode
    changes: tuple[Change, ...]
    shared_spans: tuple[tuple[Span, Span], ...]
    overlap: float
    decided_by_curator: bool = False

    @property
    def is_certain(self) -> bool:
        """Is the mode beyond doubt, or should a curator look?"""
        return (
            self.decided_by_curator
            or self.overlap >= CERTAIN_FROM
            or (self.mode == "parallel" and self.overlap < PARALLEL_BELOW)
        )


def compare(
    a: str, b: str, aliases: Aliases = STANDARD_ALIASES, *, curator_mode: ComparisonMode | None = None
) -> Comparison:
    """What changed from printing `a` to printing `b`. Offsets are code points into the texts as given.

    `judged` is the mode, where a person has said whether they are one text.
    """
    if a == b:
        return Comparison("diff", (), (), 1.0)
    pair = TokenizedPair.from_texts(a, b, aliases)
    blocks = align(pair.a_with_names, pair.b_with_names)
    share = _measure_overlap(pair.a_with_names, pair.b_with_names, blocks)
    mode = curator_mode or _choose_mode(share, pair.a_with_names, pair.b_with_names, blocks)
    shared = tuple(_find_long_runs(pair.a_with_names, pair.b_with_names, blocks)) if mode == "parallel" else ()
    return Comparison(
        mode, classify_changes(pair, find_differences(pair, blocks)), shared, share, curator_mode is not None
    )


def split_by_changes(text: str, comparison: Comparison, side: SideName) -> list[tuple[str, Change | None]]:
    """The text of one side in pieces, each with its change or None; joined they are `text`.

    A change that has nothing on this side is an empty piece, so that a page can mark the place.
    """
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
    """How much of the shorter text, by weight of its words, stands in the other in the same order."""
    shorter = min(weigh_tokens(a.keys), weigh_tokens(b.keys))
    if not shorter:
        return 0.0 if blocks else 1.0
    return sum(weigh_tokens(a.keys[i : i + count]) for i, _, count in _find_equal_runs(a, b, blocks)) / shorter


def _choose_mode(share: float, a: TokenColumns, b: TokenColumns, blocks: list[DiffBlock]) -> ComparisonMode:
    """Whether marking every change would show something, or only noise."""
    if share >= DIFF_FROM:
        return "diff"
    weights = [weigh_tokens(a.keys[i : i + count]) for i, _, count in _find_equal_runs(a, b, blocks)]
    stretch = sum(weight * weight for weight in weights) / max(sum(weights), 1.0)
    needed = MIN_DOUBTFUL_RUN_WEIGHT if share >= PARALLEL_BELOW else DECISIVE_RUN_WEIGHT
    return "diff" if stretch >= needed else "parallel"


def _find_equal_runs(a: TokenColumns, b: TokenColumns, blocks: list[DiffBlock]) -> Iterator[tuple[int, int, int]]:
    """The stretches of equal words: where in a, where in b, how many."""
    i = j = 0
    for block in (*blocks, DiffBlock(len(a), len(a), len(b), len(b))):
        if block.a_start > i:
            yield i, j, block.a_start - i
        i, j = block.a_end, block.b_end


def _find_long_runs(a: TokenColumns, b: TokenColumns, blocks: list[DiffBlock]) -> Iterator[tuple[Span, Span]]:
    """The stretches of equal words that are long enough to mean something, without marks at their ends."""
    for i, j, count in _find_equal_runs(a, b, blocks):
        inside = [at for at in range(count) if classify_token(a.keys[i + at]) in ("word", "number")]
        if inside and weigh_tokens(a.keys[i : i + count]) >= LONG_RUN_WEIGHT:
            first, last = inside[0], inside[-1]
            yield Span(a.starts[i + first], a.ends[i + last]), Span(b.starts[j + first], b.ends[j + last])
