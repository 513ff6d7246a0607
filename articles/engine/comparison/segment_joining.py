"""Join segments that a reader sees as one change."""

from collections.abc import Iterator

from articles.engine.comparison.segments import Segment, TokenizedPair, trim_equal_ends
from articles.engine.text.tokenization import classify_token
from articles.engine.text.vocabulary import ARTICLES

# Tokens on one side: "wet its feet", "arms and money". A reader cannot see at a glance which of more words have changed
# places; words carried further are shown as moved.
MAX_REORDER_TOKENS = 9
MAX_GLOSS_TOKENS = 6  # tokens between brackets; a longer gloss that loses its brackets is shown as two lost marks
_BRACKETS = (("[", "]"), ("(", ")"))


def join_names(segments: list[Segment], pair: TokenizedPair) -> list[Segment]:
    """Join to a swapped name the article that it gains or loses: "the Islamic State" -> "ISIS".

    Where part of a name is only cut or added beside other changed words, that part joins them: "President Bashar
    Assad" -> "the leader Assad" changes two words, not a word and a name.
    """
    joined: list[Segment] = []
    for segment in segments:
        previous = joined[-1] if joined else None
        if (
            previous
            and previous.is_adjacent_to(segment)
            and (cut := _find_exact_cut(previous.extend_to(segment), pair))
        ):
            joined[-1] = cut
        elif previous and previous.is_adjacent_to(segment) and _is_name_part(previous, segment):
            joined[-1:] = trim_equal_ends(pair, previous.extend_to(segment))
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


def _find_exact_cut(segment: Segment, pair: TokenizedPair) -> Segment | None:
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


def _is_name_part(a: Segment, b: Segment) -> bool:
    """Return whether exactly one of these neighbours is the lost or added part of a name."""
    name, neighbour = (a, b) if a.name else (b, a)
    return bool(name.name) and not neighbour.name and (name.a_start == name.a_end or name.b_start == name.b_end)


def _is_article(segment: Segment, pair: TokenizedPair) -> bool:
    keys = [*pair.a.keys[segment.a_start : segment.a_end], *pair.b.keys[segment.b_start : segment.b_end]]
    return len(keys) == 1 and keys[0] in ARTICLES


def join_neighbours(segments: list[Segment], pair: TokenizedPair) -> Iterator[Segment]:
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


def _form_one_change(segments: list[Segment], wanted: int, pair: TokenizedPair) -> bool:
    if len(segments) < wanted or any(segment.name for segment in segments):
        return False
    whole = segments[0].extend_to(segments[-1])
    if max(whole.a_end - whole.a_start, whole.b_end - whole.b_start) > MAX_REORDER_TOKENS:
        return False
    a, b = pair.a.keys[whole.a_start : whole.a_end], pair.b.keys[whole.b_start : whole.b_end]
    if len(a) == len(b) and a != b and sorted(a) == sorted(b):
        return all(_has_moved_words(segment, pair) for segment in segments)
    return wanted == 2 and _is_bracket_pair(segments[0], segments[1], pair)


def _has_moved_words(segment: Segment, pair: TokenizedPair) -> bool:
    """Return whether the segment has other words on its two sides.

    Dots here and dots there, or another capital, are changes of their own.
    """
    a, b = pair.a.keys[segment.a_start : segment.a_end], pair.b.keys[segment.b_start : segment.b_end]
    return a != b and any(classify_token(key) in ("word", "number") for key in (*a, *b))


def _is_bracket_pair(first: Segment, last: Segment, pair: TokenizedPair) -> bool:
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
