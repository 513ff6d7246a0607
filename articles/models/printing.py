"""Printings: a quotation, or the part of it that belongs, as a member of a lineage, with rulings and without."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db import models

from articles.engine.descent.origins import PrintingMetadata
from articles.models.article import Article
from articles.models.quote import Quote


class PrintingQuerySet(models.QuerySet["Printing"]):
    """Queries of printings."""

    def in_context(self) -> "PrintingQuerySet":
        """Select quote, speaker, article and outlet too, without the articles' texts."""
        texts = ("quote__article__original", "quote__article__text", "quote__article__paragraphs")
        return self.select_related("quote__speaker", "quote__article__outlet").defer(*texts)

    def earliest_first(self) -> "PrintingQuerySet":
        """Order by date printed, the more precise date first among equals, undated last; then in order of import."""
        dated = models.F("quote__article__published").asc(nulls_last=True)
        ranks = [models.When(quote__article__precision=kind, then=rank) for rank, kind in enumerate(Article.Precision)]
        return self.order_by(dated, models.Case(*ranks), "quote__article_id", "quote__start")

    def lineages_by_article(self, printings: "Iterable[Printing]") -> dict[int, set[int]]:
        """Return the lineages that each article of `printings` takes part in, with one query for all."""
        articles = {printing.quote.article_id for printing in printings}
        pairs = self.filter(quote__article__in=articles).order_by().values_list("quote__article_id", "lineage_id")
        lineages: defaultdict[int, set[int]] = defaultdict(set)
        for article, lineage in pairs.distinct():
            lineages[article].add(lineage)
        return lineages


class Printing(models.Model):
    """A quotation, or the part of it that belongs, in a lineage."""

    # No index of its own: the index of the constraint serves.
    lineage = models.ForeignKey("Lineage", on_delete=models.CASCADE, related_name="printings", db_index=False)
    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="printings")
    start = models.PositiveIntegerField(help_text="where the shared part begins in the quotation")
    end = models.PositiveIntegerField()

    objects = PrintingQuerySet.as_manager()

    class Meta:
        verbose_name = "version"
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

    def get_descent_facts(self, lineages: Collection[int]) -> PrintingMetadata:
        """Return the metadata that source inference uses; `lineages` are all of the article's quotations."""
        article = self.quote.article
        credits = tuple(filter(None, dict.fromkeys((self.quote.credit, article.credit))))
        name = article.outlet_name if article.outlet else f"article {article.pk}"
        quotations = frozenset(set(lineages) - {self.lineage_id})
        return PrintingMetadata(name, *article.printed_interval, credits=credits, quotations=quotations)


class BaselineMembership(models.Model):
    """Membership of a quote in the lineage, with this code, where clustering without rulings puts it.

    `start` and `end` bound the part that belongs; `copy_of` is the first quote with the same words. Lineages that
    rulings have changed have rows, until the last ruling is undone or linking changes the lineage.
    """

    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=10, db_index=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    copy_of = models.BigIntegerField(null=True, blank=True)

    class Meta:
        db_table = "articles_unruled"
        verbose_name = "membership before rulings"
        verbose_name_plural = "memberships before rulings"
        constraints = (models.UniqueConstraint(fields=("quote", "code"), name="unruled_once_a_lineage"),)

    def __str__(self) -> str:
        return f"{self.quote_id} in {self.code}"
