"""Editing of segments, so that a reader sees one change as one: join, split, and slide to where a cut reads best."""

from collections.abc import Iterator, Sequence

from articles.engine.comparison.segments import Segment, TokenizedPair, trim_equal_ends
from articles.engine.text.tokenization import TokenColumns, classify_token, is_word
from articles.engine.text.vocabulary import ARTICLES

# Tokens on one side: "wet its feet", "arms and money". A reader cannot see at a glance which of more words have changed
# places; words carried further are shown as moved.
MAX_REORDER_TOKENS = 9
MAX_GLOSS_TOKENS = 6  # tokens between brackets; a longer gloss that loses its brackets is shown as two lost marks
MAX_GLOSSED_TOKENS = 3  # tokens that a gloss may replace: "he", "the foreign minister"
MAX_SLIDE_TOKENS = 12  # how far a cut is moved along equal words to a better position
_BRACKETS = (("[", "]"), ("(", ")"))
_CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "rather", "while", "because"))
_OPENING_MARKS = frozenset('(["{')
_SENTENCE_ENDS = frozenset(".!?")


def join_names(segments: list[Segment], pair: TokenizedPair) -> list[Segment]:
    """Join to a swapped name the article that it gains or loses: "the Islamic State" -> "ISIS".

    Where part of a name is only cut or added beside other changed words, that part joins them: "President Bashar
    Assad" -> "the leader Assad" changes two words, not a word and a name.
    """
    joined: list[Segment] = []
    for segment in segments:
        previous = joined[-1] if joined else None
        if not previous or not previous.is_adjacent_to(segment):
            joined.append(segment)
        elif cut := _find_exact_cut(previous.extend_to(segment), pair):
            joined[-1] = cut
        elif _is_name_part(previous, segment):
            joined[-1:] = trim_equal_ends(pair, previous.extend_to(segment))
        elif segment.name and not previous.name and _is_article(previous, pair):
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
    a, b = pair.get_keys(segment)
    return len(a) + len(b) == 1 and (a or b)[0] in ARTICLES


def join_neighbours(segments: list[Segment], pair: TokenizedPair) -> Iterator[Segment]:
    """Join segments that only together are a change: words in another order, the two ends of a bracket."""
    start = 0
    while start < len(segments):
        count = next(
            (count for count in (4, 3, 2) if _form_one_change(segments[start : start + count], count, pair)), 1
        )
        yield segments[start] if count == 1 else segments[start].extend_to(segments[start + count - 1])
        start += count


def _form_one_change(segments: list[Segment], wanted: int, pair: TokenizedPair) -> bool:
    if len(segments) < wanted or any(segment.name for segment in segments):
        return False
    whole = segments[0].extend_to(segments[-1])
    if max(whole.a_end - whole.a_start, whole.b_end - whole.b_start) > MAX_REORDER_TOKENS:
        return False
    a, b = pair.get_keys(whole)
    if len(a) == len(b) and a != b and sorted(a) == sorted(b):
        # Dots here and dots there, or another capital, are changes of their own.
        return all(a != b and any(map(is_word, (*a, *b))) for a, b in map(pair.get_keys, segments))
    return wanted == 2 and _is_bracket_pair(segments[0], segments[1], pair)


def _is_bracket_pair(first: Segment, last: Segment, pair: TokenizedPair) -> bool:
    """Return whether the two segments are one pair of brackets, around few words, that is gone, new or reshaped."""
    if last.a_start - first.a_end > MAX_GLOSS_TOKENS:
        return False
    ends = list(zip(pair.get_keys(first), pair.get_keys(last), strict=True))
    for (front, back), (other_front, other_back) in (ends, ends[::-1]):
        for opening, closing in _BRACKETS:
            if front[-1:] == [opening] and back == [closing]:
                is_gone = not other_back and not {*other_front} & {"(", "[", ","}
                is_reshaped = other_front[-1:] in (["["], ["("]) and other_back in (["]"], [")"])
                return is_gone or is_reshaped
    return False


def split_segment(segment: Segment, pair: TokenizedPair) -> Iterator[Segment]:
    """Split a segment into the several changes it is: an editor's gloss apart, a lone mark apart from words."""
    a, b = pair.get_keys(segment)
    if not a or not b or segment.name:
        yield segment
    elif gloss := _find_gloss(a, b):
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
    is_short = len(keys) <= MAX_GLOSSED_TOKENS and all(map(is_word, keys))
    return is_short or all(classify_token(key) == "ellipsis" for key in keys)


def _split_around_gloss(segment: Segment, start: int, end: int, side: str) -> Iterator[Segment]:
    """Yield the segment before, of and after the gloss `start:end` of one side; the other goes with the longer rest."""
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
    """Return whether no word does a mark's work: "Iraq, Syria" -> "Iraq and Syria" is one change."""
    return keys[0] not in _CONJUNCTIONS and all(map(is_word, keys))


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
        a_start, a_end, b_start, b_end, name = segment
        slid.append(Segment(a_start + step, a_end + step, b_start + step, b_end + step, name))
    return slid


def _find_best_slide(words: TokenColumns, start: int, end: int, low: int, high: int) -> int:
    """Return how far to move the cut `start:end` within `low:high`; the words left must stay the same."""
    texts = words.token_texts
    first = last = 0
    while first > max(-MAX_SLIDE_TOKENS, low - start) and texts[start + first - 1] == texts[end + first - 1]:
        first -= 1
    while last < min(MAX_SLIDE_TOKENS, high - end) and texts[start + last] == texts[end + last]:
        last += 1
    if first == last:
        return 0
    steps = range(first, last + 1)
    return min(steps, key=lambda step: (_score_awkwardness(words.keys, start + step, end + step), abs(step), step))


def _score_awkwardness(all_keys: Sequence[str], start: int, end: int) -> float:
    """Return how badly these words read as the cut: torn brackets or sentences, a trailing "and"."""
    keys = all_keys[start:end]
    depth = torn_count = 0
    for key in keys:
        depth += (key in "([") - (key in ")]")
        torn_count += depth < 0
        depth = max(depth, 0)
    leading = not is_word(keys[0]) and keys[0] not in _OPENING_MARKS
    trailing = keys[-1] in _CONJUNCTIONS or keys[-1] in ARTICLES or keys[-1] == "of"
    whole_sentence = keys[-1] in _SENTENCE_ENDS and (start == 0 or all_keys[start - 1] in _SENTENCE_ENDS)
    return 3.0 * (depth + torn_count) + leading - 0.5 * (keys[0] in _CONJUNCTIONS) + 0.6 * trailing - whole_sentence
