"""Quotations of a headline: the words that it quotes, and which quotation of the article they are from.

"'Catastrophic' floods: 'We will not leave'" shortens what the article quotes in full. So the words of a headline are
kept apart: they are no printing of their own, stand in no lineage, and are never the earliest version. Their speaker is
the speaker of the quotation they are from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction.quotation_marks import QuotedSpan, find_quoted_spans
from articles.engine.extraction.single_quotation_marks import iter_single_mark_pairs
from articles.engine.text.normalization import fold

#: The least likeness of words in other wording to a part of a quotation, of 100; and the fewest such words.
MIN_LIKENESS, MIN_LIKENED_WORDS = 80, 4
#: The least length of a quotation that may have them, as a share of theirs.
MIN_LENGTH_SHARE = 0.8
#: The fewest words that are from the first quotation with them; fewer may be anybody's where several have them.
MIN_UNIQUE_WORDS = 3
#: The longest headline that is searched, in characters.
MAX_HEADLINE_LENGTH = 400


@dataclass(frozen=True, slots=True)
class HeadlineQuotation:
    """Quoted words of a headline, from `start` to `end` of it.

    `source` is the index of the quotation of the article that they are from, None if they are from none; `is_exact`
    means that it has the very words.
    """

    start: int
    end: int
    text: str
    speaker_name: str | None
    source: int | None
    is_exact: bool


def find_headline_quotations(
    headline: str, quotations: Sequence[tuple[str, str | None]]
) -> tuple[HeadlineQuotation, ...]:
    """Find the quotations of a headline; `quotations` are those of the article, each with the name of its speaker.

    >>> boat = "The boat stays where it is, whatever they say."
    >>> (found,) = find_headline_quotations('"The boat stays": mayor speaks out', [(boat, "Ida Solberg")])
    >>> found.text, found.speaker_name, found.source, found.is_exact
    ('The boat stays', 'Ida Solberg', 0, True)
    """
    if len(headline) > MAX_HEADLINE_LENGTH:
        return ()
    folded = [_fold_words(text) for text, _ in quotations]
    found = []
    for span in _find_spans(headline):
        words = headline[span.start : span.end]
        source, is_exact = _find_source(_fold_words(words), folded)
        name = quotations[source][1] if source is not None else None
        found.append(HeadlineQuotation(span.start, span.end, words, name, source, is_exact))
    return tuple(found)


def _find_spans(headline: str) -> Sequence[QuotedSpan]:
    """Find the spans between double marks, or else between single ones, with which many headlines quote."""
    spans = find_quoted_spans(headline, [Paragraph(0, len(headline), Label.BODY, "")])
    closed = [span for span in spans if span.closed]
    if closed:
        return closed
    pairs = iter_single_mark_pairs(headline, 0, len(headline))
    spans = tuple(
        QuotedSpan(left + widths[0], right - widths[1], left, right, ok, 0) for left, right, ok, widths in pairs
    )
    return [span for span in spans if span.closed and span.end > span.start]


def _find_source(words: str, quotations: Sequence[str]) -> tuple[int | None, bool]:
    """Find the quotation that has the words, or nearly these; and whether it has the very words."""
    if not words.strip():
        return None, False
    having = [index for index, quotation in enumerate(quotations) if words in quotation]
    if having and (len(having) == 1 or len(words.split()) >= MIN_UNIQUE_WORDS):
        return having[0], True
    if len(words.split()) < MIN_LIKENED_WORDS:
        return None, False
    long_enough = [len(quotation) >= MIN_LENGTH_SHARE * len(words) for quotation in quotations]
    likeness = [
        fuzz.partial_ratio(words, quotation) if is_long else 0.0
        for quotation, is_long in zip(quotations, long_enough, strict=True)
    ]
    best = max(range(len(quotations)), key=likeness.__getitem__, default=None)
    return (best, False) if best is not None and likeness[best] >= MIN_LIKENESS else (None, False)


def _fold_words(text: str) -> str:
    words = re.sub(r"\W+", " ", fold(text)).strip()
    return f" {words} "
