"""Where else are these quotes printed?

Lists of quotes - SANA's, Lavrov's, those of one article - lead from each quote to its lineage. A quote may attest
several lineages with parts of it; the one most outlets print is the one to show. On a list of quotes of many articles
each article is named once, above its quotes. One look for a whole list: the number of queries does not grow with it.

Left to others: the lists themselves (`outlets`, `speakers`, `articles`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, QuerySet

from articles.models import Article, Lineage, Quote


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with the lineage it leads to, if it is in one; `number` counts them on the page."""

    number: int
    quote: Quote
    lineage: Lineage | None

    @property
    def other_count(self) -> int:
        """How many more printings of the words were seen."""
        return self.lineage.printing_count - 1 if self.lineage else 0


@dataclass(frozen=True, slots=True)
class ArticleQuotes:
    """An article with those of its quotes that stand on this page, in its order."""

    article: Article
    quotes: tuple[QuoteRow, ...]


def order_newest_first(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """By the date their article was printed, undated ones last, then in the order of the article."""
    return prefetch_lineages(quotes).order_by(
        F("article__published").desc(nulls_last=True), "-article__pk", "start", "pk"
    )


def prefetch_lineages(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """With what `build_quote_rows` asks of them at hand."""
    return quotes.prefetch_related("printings__lineage__first")


def build_quote_rows(quotes: Sequence[Quote]) -> list[QuoteRow]:
    """Each of `quotes` with the lineage it leads to."""
    return [QuoteRow(number, quote, choose_lineage(quote)) for number, quote in enumerate(quotes, start=1)]


def group_by_article(quotes: Sequence[Quote]) -> list[ArticleQuotes]:
    """The same under their articles; `quotes` are in an order that keeps those of an article together."""
    groups = groupby(build_quote_rows(quotes), key=lambda each: each.quote.article_id)
    return [ArticleQuotes(those[0].quote.article, tuple(those)) for those in (list(group) for _, group in groups)]


def choose_lineage(quote: Quote) -> Lineage | None:
    """The lineage that a quote leads to: of several the one most outlets print."""
    found = (printing.lineage for printing in quote.printings.all())
    return max(found, key=lambda each: (each.outlet_count, each.printing_count, -each.pk), default=None)
