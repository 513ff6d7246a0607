"""Lists of quotations in which each leads to its lineage.

Lists of SANA's quotations, Lavrov's, or those of one article. A quotation may be in several lineages with parts of it;
the lineage that most outlets print is shown. A list of many articles' quotations names each article once, above its
quotations. The number of queries does not grow with the list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, QuerySet

from articles.models import Article, Lineage, Quote


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
    return prefetch_lineages(quotes).order_by(
        F("article__published").desc(nulls_last=True), "-article__pk", "start", "pk"
    )


def prefetch_lineages(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """Prefetch what `build_quote_rows` reads."""
    return quotes.prefetch_related("printings__lineage__first")


def build_quote_rows(quotes: Sequence[Quote]) -> list[QuoteRow]:
    """Return each of `quotes` with its lineage."""
    return [QuoteRow(number, quote, choose_lineage(quote)) for number, quote in enumerate(quotes, start=1)]


def group_by_article(quotes: Sequence[Quote]) -> list[ArticleQuotes]:
    """Group rows under their articles; `quotes` are in an order that keeps those of an article together."""
    groups = groupby(build_quote_rows(quotes), key=lambda each: each.quote.article_id)
    return [ArticleQuotes(those[0].quote.article, tuple(those)) for those in (list(group) for _, group in groups)]


def choose_lineage(quote: Quote) -> Lineage | None:
    """Choose the lineage of a quotation: of several the one that most outlets print."""
    found = (printing.lineage for printing in quote.printings.all())
    return max(found, key=lambda each: (each.outlet_count, each.printing_count, -each.pk), default=None)
