"""Slide cuts and insertions along equal words to where they read best."""

from collections.abc import Sequence

from articles.engine.comparison.segments import Segment, TokenizedPair
from articles.engine.text.tokenization import TokenColumns, classify_token
from articles.engine.text.vocabulary import ARTICLES

MAX_SLIDE_TOKENS = 12  # how far a cut is moved along equal words to a better position
CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "rather", "while", "because"))
_OPENING_MARKS = frozenset('(["{')
_SENTENCE_ENDS = frozenset(".!?")


def slide_cuts(segments: list[Segment], pair: TokenizedPair) -> list[Segment]:
    """Move cuts and insertions along equal words to where they read best."""
    slid: list[Segment] = []
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
            Segment(
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
