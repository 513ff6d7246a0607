"""Split segments that a reader sees as several changes: an editor's gloss apart, a lone mark apart from words."""

from collections.abc import Iterator, Sequence

from articles.engine.comparison.cut_sliding import CONJUNCTIONS
from articles.engine.comparison.segments import Segment, TokenizedPair
from articles.engine.text.tokenization import classify_token

MAX_GLOSSED_TOKENS = 3  # tokens that a gloss may replace: "he", "the foreign minister"


def split_segment(segment: Segment, pair: TokenizedPair) -> Iterator[Segment]:
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
        yield from split_segment(segment._replace(a_end=segment.a_end - 1, b_end=segment.b_end - 1), pair)
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


def _split_around_gloss(segment: Segment, start: int, end: int, side: str) -> Iterator[Segment]:
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
            yield Segment(*ranges)


def _is_single_mark(keys: Sequence[str]) -> bool:
    """Return whether this is a lone mark that does not mark an omission."""
    return len(keys) == 1 and classify_token(keys[0]) in ("punctuation", "dash", "quote", "bracket")


def _are_independent_words(keys: Sequence[str]) -> bool:
    """Return whether no word does a mark's work.

    "Iraq, Syria" -> "Iraq and Syria" is one change, not a word and a comma.
    """
    return keys[0] not in CONJUNCTIONS and all(classify_token(key) in ("word", "number") for key in keys)
