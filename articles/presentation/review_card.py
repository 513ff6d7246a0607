"""Review card: the two quotes of a question, each within its article, with their differences."""

import re
from dataclasses import dataclass
from typing import Any

from articles.engine.linking.clustering import SURE_PROBABILITY
from articles.engine.text.phrases import ELLIPSIS
from articles.models import Alias, Lineage, Printing, Quote, Ruling
from articles.presentation.side_by_side import build_pair_view
from articles.queries.lineage_snapshot import number_printings
from articles.queries.review_queue import ReviewQuestion
from articles.services.curation import get_pair_version

CONTEXT_CHARACTERS = 200  # characters of the article on either side of a passage: two lines or three


@dataclass(frozen=True, slots=True)
class QuoteContext:
    """One side of a card: the quote with the text around it, and its lineages."""

    quote: Quote
    before: str
    after: str
    lineages: tuple[Lineage, ...]


def build_card(question: ReviewQuestion) -> dict[str, Any]:
    """Return everything that is shown of a question."""
    quotes = Quote.objects.select_related("speaker", "article__outlet").in_bulk([question.a, question.b])
    passages = [build_quote_context(quotes[pk]) for pk in (question.a, question.b)]
    passages.sort(key=lambda passage: passage.quote.printing_order)
    left, right = number_printings(Printing(quote=each.quote, start=0, end=len(each.quote.text)) for each in passages)
    ruled = Ruling.objects.in_force().filter(a=question.a, b=question.b).select_related("batch__by")
    return {
        "question": question,
        "passages": passages,
        "pair": build_pair_view(left, right, Alias.objects.load_table()),
        "version": get_pair_version(question.a, question.b),
        "together": bool({each.pk for each in passages[0].lineages} & {each.pk for each in passages[1].lineages}),
        "sure": question.score is not None and question.score >= SURE_PROBABILITY,
        "ruled": ruled.order_by("-pk").first(),
    }


def build_quote_context(quote: Quote) -> QuoteContext:
    """Return a quote with the text on either side."""
    text, lineages = quote.load_source().text, Lineage.objects.filter(printings__quote=quote).with_first()
    before, after = text[: quote.start], text[quote.end :]
    if len(before) > CONTEXT_CHARACTERS:
        before = ELLIPSIS + before[-CONTEXT_CHARACTERS:].partition(" ")[2]
    if len(after) > CONTEXT_CHARACTERS:
        after = after[:CONTEXT_CHARACTERS].rpartition(" ")[0] + ELLIPSIS
    return QuoteContext(quote, _collapse_blank_lines(before), _collapse_blank_lines(after), tuple(lineages))


def _collapse_blank_lines(text: str) -> str:
    return re.sub(r"\s*\n\s*", "\n", text)
