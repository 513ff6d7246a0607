"""Indirect quotations: speech reported without quotation marks.

"Lavrov pointed out that the coalition wants ISIS' aid" is one. No quotation marks vouch for the words, so they have a
table of their own: no list, count, match or lineage of quotations can hold one.
`articles.engine.extraction.indirect_speech` finds them.
"""

from django.db import models

from articles.models.attributed_text import AttributedText, build_constraints
from articles.models.quote import shorten


class IndirectQuoteQuerySet(models.QuerySet["IndirectQuote"]):
    """Queries of indirect quotations."""

    def in_context(self) -> "IndirectQuoteQuerySet":
        """Select speaker, article and outlet too, without the articles' texts."""
        heavy = ("article__original", "article__text", "article__paragraphs")
        return self.select_related("speaker", "article__outlet").defer(*heavy)

    def newest_first(self) -> "IndirectQuoteQuerySet":
        """Order by the article's date, newest first and undated last, then by position in the article."""
        return self.order_by(models.F("article__published").desc(nulls_last=True), "-article__pk", "start", "pk")


class IndirectQuote(AttributedText):
    """A passage of indirect speech.

    Where the attribution interrupts it, `spans` are its pieces and `text` joins them.
    """

    spans = models.JSONField(help_text="start and end of each piece in the article's text")

    objects = IndirectQuoteQuerySet.as_manager()

    class Meta(AttributedText.Meta):
        verbose_name = "indirect quotation"
        constraints = build_constraints("indirect_quote")

    def __str__(self) -> str:
        return shorten(self.text)

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#told-{self.pk}"
