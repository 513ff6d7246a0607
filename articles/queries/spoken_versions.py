"""Spoken versions: as much of a transcript as the other versions of a lineage print.

A transcript is kept sentence by sentence. An outlet prints three sentences in one quotation: then the transcript's
version is all three, with what was said between them, so that whatever the outlet left out or joined is seen.
"""

import copy
from collections.abc import Iterator, Sequence

from articles.engine.comparison.compare import DIFF_FROM
from articles.engine.comparison.partial_match import find_partial_match
from articles.engine.text.normalization import fold
from articles.engine.text.spans import Span
from articles.models import Printing, Quote

WINDOW = 6000  # characters on either side of a sentence that are read: no outlet prints more of a speech in one piece
VERSIONS_READ = 12  # other versions that decide how much belongs, the longest first
MIN_WORDS = 4  # of a sentence that a version must have; fewer may be there by accident
MIN_SHARE = 0.5  # or of its words, of a short sentence


def complete_spoken_versions(versions: Sequence[Printing]) -> list[Printing]:
    """Return the versions with every spoken one as long as the others print of it; nothing is stored."""
    others = [version for version in versions if not _is_spoken(version)]
    if len(others) == len(versions) or not others:
        return list(versions)
    texts = sorted({version.text for version in others}, key=len, reverse=True)[:VERSIONS_READ]
    return [_complete(version, texts) if _is_spoken(version) else version for version in versions]


def _is_spoken(version: Printing) -> bool:
    return version.quote.type == Quote.Type.SPOKEN


def _complete(version: Printing, texts: Sequence[str]) -> Printing:
    own = Span(version.quote.start + version.start, version.quote.start + version.end)
    text = version.quote.load_source().text
    sentences = _load_turn(version.quote, text)
    if len(sentences) < 2:
        return version
    begin, words = sentences[0].start, text[sentences[0].start : sentences[-1].end]
    printed = [span for each in texts for span in _find_printed(words, each)]
    reached = [
        sentence
        for sentence in sentences
        if any(_covers(text, sentence, Span(begin + span.start, begin + span.end)) for span in printed)
    ]
    start = min([own.start, *(sentence.start for sentence in reached)])
    end = max([own.end, *(sentence.end for sentence in reached)])
    return version if (start, end) == (own.start, own.end) else _build_version(version, text, start, end)


def _load_turn(quote: Quote, text: str) -> list[Span]:
    """Return the sentences that the speaker says in a row around this one."""
    near = Quote.objects.filter(
        article=quote.article_id,
        version=quote.version,
        type=Quote.Type.SPOKEN,
        start__gte=max(0, quote.start - WINDOW),
        end__lte=quote.end + WINDOW,
    )
    rows = list(near.order_by("start").values_list("pk", "start", "end", "speaker", "speaker_text"))
    at = next((index for index, row in enumerate(rows) if row[0] == quote.pk), None)
    if at is None:
        return []
    first = last = at
    while first and _goes_on(rows[first - 1], rows[first], text):
        first -= 1
    while last + 1 < len(rows) and _goes_on(rows[last], rows[last + 1], text):
        last += 1
    return [Span(start, end) for _, start, end, _, _ in rows[first : last + 1]]


_Row = tuple[int, int, int, int | None, str]


def _goes_on(row: _Row, following: _Row, text: str) -> bool:
    """Return whether the same speaker goes on, with nothing but white space or an "(Applause.)" between."""
    between = text[row[2] : following[1]].strip()
    return row[3:] == following[3:] and (not between or (between[0] in "([" and between[-1] in ")]"))


def _find_printed(words: str, version: str) -> Iterator[Span]:
    """Yield the part of the turn that a version renders."""
    match = find_partial_match(words, version)
    if (
        not match.is_loose
        and match.comparison.overlap >= DIFF_FROM
        and match.printed_span.end > match.printed_span.start
    ):
        yield match.printed_span


def _covers(text: str, sentence: Span, printed: Span) -> bool:
    common = text[max(sentence.start, printed.start) : max(0, min(sentence.end, printed.end))].split()
    return len(common) >= min(MIN_WORDS, max(1, MIN_SHARE * len(sentence.extract(text).split())))


def _build_version(version: Printing, text: str, start: int, end: int) -> Printing:
    """Build a version of more words of the same article, under the number of the stored quotation."""
    quote = copy.copy(version.quote)
    quote.start, quote.end, quote.text = start, end, text[start:end]
    quote.folded = fold(quote.text)
    first = Quote.objects.filter(article=quote.article_id, start=start).values_list("seconds", flat=True).first()
    quote.seconds = quote.seconds if first is None else first
    return Printing(pk=version.pk, lineage_id=version.lineage_id, quote=quote, start=0, end=end - start)
