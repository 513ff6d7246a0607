"""Search results, ready to show: each lineage with an excerpt in which the terms are marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.text.phrases import ELLIPSIS
from articles.engine.text.search_terms import extract_terms, find_term_spans
from articles.models import Lineage, Quote
from articles.queries.search import SearchHit, SearchQuery

EXCERPT_WORDS = 36  # of a quotation in the list, around the first word that was looked for
WORDS_BEFORE_MATCH = 8  # of these, before it


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A lineage in the list, with an excerpt of a quote of it that has the words, in marked and unmarked segments.

    `headline` is that of the article, where the quotation does not have all terms itself.
    """

    lineage: Lineage
    quote: Quote
    segments: tuple[tuple[str, bool], ...]
    quote_count: int
    headline: tuple[tuple[str, bool], ...] = ()


def build_result_rows(hits: Sequence[SearchHit], question: SearchQuery) -> list[ResultRow]:
    """Return the lineages of these hits, ready to show."""
    lineages = Lineage.objects.with_finding().in_bulk([hit.lineage for hit in hits])
    quotes = Quote.objects.in_context().in_bulk([hit.quotes[0] for hit in hits])
    return [
        _build_result_row(lineages[hit.lineage], quote, question.terms, len(hit.quotes))
        for hit in hits
        if hit.lineage in lineages and (quote := quotes.get(hit.quotes[0]))
    ]


def _build_result_row(lineage: Lineage, quote: Quote, terms: frozenset[str], quote_count: int) -> ResultRow:
    in_headline = terms - set(extract_terms(quote.text)) and set(extract_terms(quote.article.title)) & terms
    headline = build_excerpt(quote.article.title, terms) if in_headline else ()
    return ResultRow(lineage, quote, build_excerpt(quote.text, terms), quote_count, headline)


def build_excerpt(text: str, terms: frozenset[str]) -> tuple[tuple[str, bool], ...]:
    """Cut some `EXCERPT_WORDS` words of `text` around the first term, in pieces; True marks a term."""
    spans = list(find_term_spans(text, terms)) if terms else []
    start, end = _find_window(text, spans[0][0] if spans else 0)
    segments, at = [(ELLIPSIS if start else "", False)], start
    for first, last in spans:
        if start <= first and last <= end:
            segments += [(text[at:first], False), (text[first:last], True)]
            at = last
    segments += [(text[at:end], False), (ELLIPSIS if end < len(text) else "", False)]
    return tuple(segment for segment in segments if segment[0])


def _find_window(text: str, around: int) -> tuple[int, int]:
    """Return start and end of the excerpt around a position, at whole words."""
    start, skipped = 0, len(text[:around].split()) - WORDS_BEFORE_MATCH
    if skipped > 0:
        start = around - len(text[:around].split(None, skipped)[-1])
    words = text[start:].split(None, EXCERPT_WORDS)
    return start, len(text) if len(words) <= EXCERPT_WORDS else len(text) - len(words[-1].lstrip()) - 1
