"""What an article tells in its own words that somebody said: "Lavrov pointed out that the coalition wants ISIS' aid".

No quotation marks vouch for these words. They stand in a table of their own, so that no list, count, match or lineage
of quotations can ever hold one.

Left to others: finding them (`engine.extraction.contents`).
"""

from django.db import models

from articles.models.attributed_text import AttributedText, build_constraints
from articles.models.quote import shorten


class IndirectQuoteQuerySet(models.QuerySet["IndirectQuote"]):
    def in_context(self) -> "IndirectQuoteQuerySet":
        """With speaker, article and outlet at hand, without the articles' texts."""
        heavy = ("article__original", "article__text", "article__paragraphs")
        return self.select_related("speaker", "article__outlet").defer(*heavy)

    def newest_first(self) -> "IndirectQuoteQuerySet":
        """By the date their article was printed, undated ones last, then in the order of the article."""
        return self.order_by(models.F("article__published").desc(nulls_last=True), "-article__pk", "start", "pk")


class IndirectQuote(AttributedText):
    """A told passage; where its attribution stands within it, `spans` are its pieces and `text` joins them."""

    spans = models.JSONField(help_text="start and end of each piece in the article's text")

    objects = IndirectQuoteQuerySet.as_manager()

    class Meta(AttributedText.Meta):
        verbose_name = "indirect quotation"
        constraints = build_constraints("indirect_quote")

    def __str__(self) -> str:
        return shorten(self.text)

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#told-{self.pk}"
