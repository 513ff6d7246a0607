"""Proverbs: words between quotation marks that are a saying, and nobody's quotation.

"As the proverb goes, “still waters run deep”", and the lines of a list under "many country sayings". Words that the
article gives to somebody by name stay a quotation: a proverb can be quoted, too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from articles.engine.cleaning.paragraphs import Paragraph
from articles.engine.extraction.quotation_marks import QuotedSpan

#: How many characters before or behind the words may call them a proverb.
MAX_DISTANCE = 60
#: The share of a line that a list item has between quotation marks.
ITEM_SHARE = 0.9
_SINGULAR = (
    r"(?:old |ancient |famous |popular )?(?:proverb|adage|maxim|saying goes)|(?:old|ancient|country|popular) saying|"
    r"sprichwort|redensart|bauernregel|volksweisheit|proverbe|dicton|adage|refr[aá]n|proverbio|пословиц\w|поговорк\w"
)
_PLURAL = (
    r"proverbs|adages|maxims|sayings|sprichwörter\w?|redensarten|bauernregeln|volksweisheiten|proverbes|dictons|"
    r"refranes|proverbios|пословиц\w*|поговор\w+"
)
_STEMS = (
    *("proverb", "adage", "maxim", "sayings", "saying goes", "old saying", "ancient saying", "country saying"),
    *("popular saying", "sprichw", "redensart", "bauernregel", "volksweisheit", "dicton", "refran", "refrán"),
    *("пословиц", "поговор"),
)
_PROVERB = re.compile(rf"\b(?:{_SINGULAR})\b", re.IGNORECASE)
_PROVERBS = re.compile(rf"\b(?:{_PLURAL})\b", re.IGNORECASE)
_ANY = re.compile(rf"\b(?:{_SINGULAR}|{_PLURAL})\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]\s")


def find_proverbs(text: str, body: Sequence[Paragraph], spans: Sequence[QuotedSpan]) -> Iterator[int]:
    """Yield the numbers of the spans that the article calls proverbs, or lists under a paragraph that does."""
    low = text.lower()  # looking for stems costs a hundredth of the patterns
    if not any(stem in low for stem in _STEMS):
        return
    places = sorted(match.start() for match in _ANY.finditer(text))
    listed: set[int] = set()
    for number, span in enumerate(spans):
        paragraph = body[span.paragraph]
        is_item = span.outer_end - span.outer_start >= ITEM_SHARE * (paragraph.end - paragraph.start)
        above = span.paragraph - 1
        if is_item and (above in listed or (above >= 0 and _heads_list(text, body[above], places))):
            listed.add(span.paragraph)
            yield number
            continue
        near = _is_near(places, span.outer_start - MAX_DISTANCE, span.outer_end + MAX_DISTANCE)
        if near and _is_called_proverb(text, paragraph, span):
            yield number


def _heads_list(text: str, paragraph: Paragraph, places: Sequence[int]) -> bool:
    """Return whether a paragraph announces proverbs."""
    near = _is_near(places, paragraph.start, paragraph.end)
    return near and _PROVERBS.search(text, paragraph.start, paragraph.end) is not None


def _is_near(places: Sequence[int], start: int, end: int) -> bool:
    """Return whether one of the sorted places lies between two others."""
    return bisect_left(places, start) < bisect_left(places, end)


def _is_called_proverb(text: str, paragraph: Paragraph, span: QuotedSpan) -> bool:
    """Return whether the words beside the marks, in the same sentence, say that it is a proverb."""
    before = text[max(paragraph.start, span.outer_start - MAX_DISTANCE) : span.outer_start]
    after = text[span.outer_end : min(paragraph.end, span.outer_end + MAX_DISTANCE)]
    near = (_SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0])
    return any(_PROVERB.search(words) is not None for words in near)
