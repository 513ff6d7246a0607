"""Single quotation marks: pair them in articles that quote with single marks, as British papers do.

``'We have many doubts,' Mr Lavrov said. 'The ministers' plan isn't ours.'``: the closing mark is the apostrophe too.
Behind an *s* it is taken for the close only if no better one comes before the next opening mark. Double marks, if any,
stand within the single ones: an article that quotes with double marks (`quotation_marks`) is none of this kind.
"""

import re
from collections.abc import Iterator

MarkPair = tuple[int, int, bool, tuple[int, int]]

_LEFT_SINGLE = "\N{LEFT SINGLE QUOTATION MARK}"
_SINGLE_MARK = re.compile("['\u2018\u2019]")
_SPEECH_CLOSING_MARK = re.compile("['\u2019](?<=[,.!?\u2026].)(?!\\w)")  # in this order: marks are rarer than commas
_PUNCTUATION = frozenset(",.!?\N{HORIZONTAL ELLIPSIS}")
_SINGLE_MARK_PREDECESSORS = frozenset('([\N{EM DASH}\N{EN DASH}-/"\N{LEFT DOUBLE QUOTATION MARK}')
#: Words that begin with an apostrophe: no quotation opens there.
_ELISION = re.compile(r"(?:\d\ds?|tis|twas|em|til|cause|round|n|bout)\b", re.IGNORECASE)


def uses_single_marks(text: str, start: int, end: int) -> bool:
    """Return whether a single mark closes speech here, by the punctuation before it."""
    return _SPEECH_CLOSING_MARK.search(text, start, end) is not None


def iter_single_mark_pairs(text: str, start: int, end: int) -> Iterator[MarkPair]:
    """Yield the pairs of single marks of one paragraph: (left, right, closed, widths of the two marks), in order."""
    opened: int | None = None
    doubtful: int | None = None
    for match in _SINGLE_MARK.finditer(text, start, end):
        at = match.start()
        if _can_open(text, at, start, end):
            if opened is not None:
                if doubtful is None:
                    continue  # a quotation within the quotation
                yield opened, doubtful + 1, True, (1, 1)
            opened, doubtful = at, None
        elif opened is not None and (at + 1 == end or not text[at + 1].isalnum()):
            if text[at - 1] not in "sS":
                yield opened, at + 1, True, (1, 1)
                opened = doubtful = None
            elif doubtful is None:
                doubtful = at
    if opened is not None and doubtful is not None:
        yield opened, doubtful + 1, True, (1, 1)
    elif opened is not None and text[opened] == _LEFT_SINGLE:
        yield opened, end, False, (1, 0)


def _can_open(text: str, at: int, start: int, end: int) -> bool:
    if at > start and not text[at - 1].isspace() and text[at - 1] not in _SINGLE_MARK_PREDECESSORS:
        return False
    following = text[at + 1 : at + 2]
    if at + 1 >= end or following.isspace() or following in _PUNCTUATION:
        return False
    return _ELISION.match(text, at + 1) is None
