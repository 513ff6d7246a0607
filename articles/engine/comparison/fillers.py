"""Fillers: sounds and phrases of free speech that carry nothing, "uh" and "you know", found among tokens."""

from collections.abc import Iterator, Sequence

from articles.engine.comparison.segments import Segment, TokenizedPair
from articles.engine.text import vocabulary
from articles.engine.text.tokenization import TokenColumns, is_word

# Words of no other language of the vocabularies: in German "er" is "he" and "um" a conjunction.
_ENGLISH_WORDS = frozenset("the and to it you what with have this that they are his our it's i'm who".split())


def split_fillers(segment: Segment, pair: TokenizedPair) -> Iterator[Segment]:
    """Split fillers from the words of a segment: "uh programme" -> "program", "you know" -> "as life has shown".

    Who leaves out a filler and adds words in its place has not replaced the one by the other.
    """
    a_start, a_end = _trim_fillers(pair.a, segment.a_start, segment.a_end)
    b_start, b_end = _trim_fillers(pair.b, segment.b_start, segment.b_end)
    words = _has_words(pair.a, a_start, a_end), _has_words(pair.b, b_start, b_end)
    any_words = _has_words(pair.a, segment.a_start, segment.a_end), _has_words(pair.b, segment.b_start, segment.b_end)
    if segment.name or not any(words) or not all(any_words):
        yield segment
        return
    for part in (
        Segment(segment.a_start, a_start, segment.b_start, segment.b_start),
        Segment(a_start, a_start, segment.b_start, b_start),
        Segment(a_start, a_end, b_start, b_end),
        Segment(a_end, segment.a_end, b_end, b_end),
        Segment(segment.a_end, segment.a_end, b_end, segment.b_end),
    ):
        if part.a_start < part.a_end or part.b_start < part.b_end:
            yield part


def find_fillers(tokens: TokenColumns, start: int, end: int) -> frozenset[int]:
    """Find the words from `start` to `end` that are fillers, by their positions."""
    keys = tokens.keys
    found: set[int] = set()
    is_english = not _ENGLISH_WORDS.isdisjoint(keys)
    for at in range(start, end):
        key = keys[at]
        if (
            key in vocabulary.FILLERS
            or (key in vocabulary.SOUNDS and is_english)
            or (key in vocabulary.SOUNDS | vocabulary.OPENERS and _is_set_off(keys, at, at + 1, found))
        ):
            found.add(at)
        elif " ".join(keys[at : at + 2]) in vocabulary.FILLER_PHRASES and _is_set_off(keys, at, at + 2, found):
            found |= {at, at + 1}
    return frozenset(found)


def _is_set_off(keys: Sequence[str], start: int, end: int, fillers: set[int]) -> bool:
    """Return whether marks, other fillers or an end of the text stand on both sides."""
    before = start == 0 or not is_word(keys[start - 1]) or start - 1 in fillers
    behind = end == len(keys) or not is_word(keys[end]) or keys[end] in vocabulary.FILLERS
    return before and behind


def _has_words(tokens: TokenColumns, start: int, end: int) -> bool:
    return any(is_word(key) for key in tokens.keys[start:end])


def _trim_fillers(tokens: TokenColumns, start: int, end: int) -> tuple[int, int]:
    """Return the range without fillers at its ends and the marks beside them."""
    fillers = find_fillers(tokens, start, end)
    if not fillers:
        return start, end
    first = last = None
    for at in range(start, end):
        if is_word(tokens.keys[at]) and at not in fillers:
            first, last = at if first is None else first, at + 1
    if first is None or last is None:
        return start, start
    begins = min(fillers) < first
    ends = max(fillers) >= last
    return (first if begins else start), (last if ends else end)
