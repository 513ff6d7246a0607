"""Disfluencies: the sounds, repetitions and false starts of free speech, left out in print.

"We, uh, we will, you know, stay" is printed "We will stay": nothing of the sense is lost, and severity is 0. A verbatim
transcript has them, an edited one does not. What only looks like a filler keeps its weight: "you know" before an
object, a figure said twice, a whole sentence said again. A "not" that is said twice and printed once is not dropped.
Measured with one of them put at a random place of 1,500 real quotations: of "uh", "um", "you know", a word cut off, one
said twice and three said twice 1.00, 0.97, 1.00, 0.99, 0.97 and 0.94 are of severity 0::

    >>> from articles.engine.comparison.compare import compare
    >>> [change.kind for change in compare("We, uh, we will not stay there", "We will not stay there").changes]
    ['disfluency']
    >>> [change.kind for change in compare("We ca- we can stay there", "We can stay there").changes]
    ['disfluency']
    >>> [change.kind for change in compare("I will not, I will not stay there", "I will not stay there").changes]
    ['disfluency']
    >>> [change.kind for change in compare("I think you know the way there", "I think the way there").changes]
    ['deletion.silent']
"""

from collections.abc import Iterator

from articles.engine.comparison.difference_features import Classification, DifferenceFeatures, SideFeatures
from articles.engine.comparison.fillers import find_fillers
from articles.engine.text import vocabulary
from articles.engine.text.tokenization import TokenColumns, is_word

MAX_REPEATED_WORDS = 5  # that a speaker begins again with; more are said twice on purpose
_SENTENCE_ENDS = frozenset(".!?")
_DASHES = (["-"], ["--"], ["\N{EN DASH}"], ["\N{EM DASH}"])


def detect_filler(features: DifferenceFeatures) -> Classification:
    """Detect fillers on one side only; dots in their place mark nothing that was lost."""
    a, b = features.sides
    if bool(a.words) == bool(b.words):
        return None
    side = a if a.words else b
    if any(_holds_only_fillers(side.tokens, start, end) for start, end in _list_cuts(side)):
        return "disfluency", "only fillers of speech"
    return None


def detect_disfluency(features: DifferenceFeatures) -> Classification:
    """Detect words on one side only that are repetitions or a false start, with fillers among them."""
    a, b = features.sides
    if bool(a.words) == bool(b.words):
        return None
    side, other = (a, b) if a.words else (b, a)
    if other.has_omission_mark:
        return None
    rest = [at for at in _list_words(side) if at not in find_fillers(side.tokens, side.start, side.end)]
    if len(rest) > MAX_REPEATED_WORDS or not _SENTENCE_ENDS.isdisjoint(side.keys):
        return None
    words = [side.tokens.keys[at] for at in rest]
    if len(words) == 1 and vocabulary.parse_numbers(words):
        return None
    following = _list_neighbours(side.tokens, range(side.end, len(side.tokens)), len(words))
    preceding = _list_neighbours(side.tokens, range(side.start - 1, -1, -1), len(words))[::-1]
    if _is_repetition(words, preceding, following):
        return "disfluency", "words said twice"
    if _is_false_start(side, rest, preceding, following):
        return "disfluency", "a sentence begun twice"
    return None


def _list_cuts(side: SideFeatures) -> Iterator[tuple[int, int]]:
    """Yield the cut at each place near by where it leaves the same words: "mean, I" behind "I" is "I mean," too."""
    keys, start, end = side.tokens.keys, side.start, side.end
    yield start, end
    while start > max(0, side.start - MAX_REPEATED_WORDS) and keys[start - 1] == keys[end - 1]:
        start, end = start - 1, end - 1
        yield start, end
    start, end = side.start, side.end
    while end < min(len(keys), side.end + MAX_REPEATED_WORDS) and keys[start] == keys[end]:
        start, end = start + 1, end + 1
        yield start, end


def _holds_only_fillers(tokens: TokenColumns, start: int, end: int) -> bool:
    fillers = find_fillers(tokens, start, end)
    return bool(fillers) and all(at in fillers for at in range(start, end) if is_word(tokens.keys[at]))


def _is_repetition(words: list[str], preceding: list[str], following: list[str]) -> bool:
    """Return whether the words stand there twice; or first what stands before them, then what comes after them."""
    count = len(words)
    twice = any(cut == behind[:count] for cut, behind, _ in _slide(words, preceding, following))
    both = any(
        words[:at] == preceding[len(preceding) - at :] and words[at:] == following[: count - at]
        for at in range(1, min(count, len(preceding) + 1))
    )
    return twice or both


def _slide(words: list[str], preceding: list[str], following: list[str]) -> Iterator[tuple[list[str], list[str], int]]:
    """Yield the same cut at each place where it leaves the same words: what is cut, what follows, words moved by."""
    for shift in range(min(len(words), len(preceding)) + 1):
        kept, moved = len(words) - shift, preceding[len(preceding) - shift :]
        if words[kept:] == moved:
            yield [*moved, *words[:kept]], [*words[kept:], *following], shift


def _is_false_start(side: SideFeatures, rest: list[int], preceding: list[str], following: list[str]) -> bool:
    """Return whether the speaker breaks off and begins again the same way: "we wi- we will"."""
    keys, texts = side.tokens.keys, side.tokens.token_texts
    for cut, behind, shift in _slide([keys[at] for at in rest], preceding, following):
        if shift == len(rest) or len(behind) < len(cut) or cut[:-1] != behind[: len(cut) - 1]:
            continue
        broken = rest[len(rest) - shift - 1]
        is_broken = texts[broken].endswith("-") or keys[broken + 1 : broken + 2] in _DASHES
        if is_broken and behind[len(cut) - 1].startswith(cut[-1].rstrip("-")):
            return True
    return False


def _list_words(side: SideFeatures) -> list[int]:
    return [at for at in range(side.start, side.end) if is_word(side.tokens.keys[at])]


def _list_neighbours(tokens: TokenColumns, positions: range, count: int) -> list[str]:
    """List the next words in one direction, as many as asked for, up to the end of a sentence."""
    words: list[str] = []
    for at in positions:
        key = tokens.keys[at]
        if len(words) == count or key in _SENTENCE_ENDS:
            break
        if is_word(key) and key not in vocabulary.FILLERS:
            words.append(key)
    return words
