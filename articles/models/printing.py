"""Printings: a quotation, or the part of it that belongs, as a member of a lineage."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db import models

from articles.engine.descent.origins import PrintingMetadata
from articles.models.article import Article
from articles.models.quote import Quote


class PrintingQuerySet(models.QuerySet["Printing"]):
    def in_context(self) -> "PrintingQuerySet":
        """With quote, speaker, article and outlet at hand, without the articles' texts."""
        heavy = ("quote__article__original", "quote__article__text", "quote__article__paragraphs")
        return self.select_related("quote__speaker", "quote__article__outlet").defer(*heavy)

    def earliest_first(self) -> "PrintingQuerySet":
        """By the date printed, the more precise one first among equals; undated ones last; then as taken in."""
        dated = models.F("quote__article__published").asc(nulls_last=True)
        ranks = [models.When(quote__article__precision=kind, then=rank) for rank, kind in enumerate(Article.Precision)]
        return self.order_by(dated, models.Case(*ranks), "quote__article_id", "quote__start")

    def lineages_by_article(self, printings: "Iterable[Printing]") -> dict[int, set[int]]:
        """For each article of `printings` the lineages that it has a part in: one query for them all."""
        articles = {printing.quote.article_id for printing in printings}
        pairs = self.filter(quote__article__in=articles).order_by().values_list("quote__article_id", "lineage_id")
        found: defaultdict[int, set[int]] = defaultdict(set)
        for article, lineage in pairs.distinct():
            found[article].add(lineage)
        return found


class Printing(models.Model):
    """A quote, or the part of it that belongs, as a member of a lineage."""

    # No index of its own: that of the constraint finds it.
    lineage = models.ForeignKey("Lineage", on_delete=models.CASCADE, related_name="printings", db_index=False)
    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="printings")
    start = models.PositiveIntegerField(help_text="of the part that belongs, as an offset into the quote's words")
    end = models.PositiveIntegerField()

    objects = PrintingQuerySet.as_manager()

    class Meta:
        ordering = ("lineage", "pk")
        constraints = (
            models.UniqueConstraint(fields=("lineage", "quote"), name="printing_once_a_lineage"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="printing_is_not_empty"),
        )

    def __str__(self) -> str:
        return f"{self.quote} in {self.quote.article.outlet_name}"

    @property
    def text(self) -> str:
        """The words that belong to the lineage, as printed."""
        return self.quote.text[self.start : self.end]

    def get_descent_facts(self, beside: Collection[int]) -> PrintingMetadata:
        """What is known of it besides its words; `beside` are all lineages that its article has a part in."""
        article = self.quote.article
        credits = tuple(filter(None, dict.fromkeys((self.quote.credit, article.credit))))
        name = article.outlet_name if article.outlet else f"article {article.pk}"
        quotations = frozenset(set(beside) - {self.lineage_id})
        return PrintingMetadata(name, *article.printed_interval, credits=credits, quotations=quotations)
