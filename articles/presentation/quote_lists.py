"""Lists of quotations in which each leads to its lineage.

A quotation may be in several lineages with parts of it; the lineage that most outlets print is shown. The number of
queries does not grow with the list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, Prefetch, QuerySet

from articles.models import Article, Lineage, Printing, Quote


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quotation with its lineage, if it is in one; `number` counts them on the page."""

    number: int
    quote: Quote
    lineage: Lineage | None

    @property
    def other_count(self) -> int:
        """The number of other printings of the words."""
        return self.lineage.printing_count - 1 if self.lineage else 0


@dataclass(frozen=True, slots=True)
class ArticleQuotes:
    """An article with its quotations on this page, in its order."""

    article: Article
    quotes: tuple[QuoteRow, ...]


def order_newest_first(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """Order by the date of the article, undated ones last, then by the order in the article."""
    newest = F("article__published").desc(nulls_last=True)
    return prefetch_lineages(quotes).order_by(newest, "-article__pk", "start", "pk")


def prefetch_lineages(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """Prefetch what `build_quote_rows` reads."""
    lineages = Prefetch("lineage", Lineage.objects.with_finding())
    return quotes.prefetch_related(Prefetch("printings", Printing.objects.prefetch_related(lineages)))


def build_quote_rows(quotes: Sequence[Quote]) -> list[QuoteRow]:
    """Return each of `quotes` with its lineage."""
    return [QuoteRow(number, quote, choose_lineage(quote)) for number, quote in enumerate(quotes, start=1)]


def group_by_article(quotes: Sequence[Quote]) -> list[ArticleQuotes]:
    """Group rows under their articles; `quotes` are in an order that keeps those of an article together."""
    groups = groupby(build_quote_rows(quotes), key=lambda row: row.quote.article_id)
    return [ArticleQuotes(rows[0].quote.article, rows) for rows in (tuple(group) for _, group in groups)]


def choose_lineage(quote: Quote) -> Lineage | None:
    """Choose the lineage of a quotation: of several the one that most outlets print."""
    lineages = (printing.lineage for printing in quote.printings.all())
    return max(lineages, key=lambda each: (each.outlet_count, each.printing_count, -each.pk), default=None)
