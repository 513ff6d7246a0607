"""Printings: a quotation, or the part of it that belongs, as a member of a lineage, with rulings and without."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Self

from django.db import models
from django.db.models.functions import Coalesce

from articles.engine.descent.origins import PrintingMetadata
from articles.engine.text.fragments import is_fragment
from articles.models.article import Article, build_appearance
from articles.models.quote import PrintingOrder, Quote


class PrintingQuerySet(models.QuerySet["Printing"]):
    """Queries of printings."""

    def in_context(self) -> "PrintingQuerySet":
        """Select quote, speaker, article and outlet too, without the articles' texts."""
        texts = ("quote__article__original", "quote__article__text", "quote__article__paragraphs")
        return self.select_related("quote__speaker", "quote__article__outlet").defer(*texts)

    def earliest_first(self) -> "PrintingQuerySet":
        """Order by date printed, the more precise date first among equals, undated last; then in order of import."""
        dated = Coalesce("quote__seen", build_appearance("quote__article__")).asc(nulls_last=True)
        ranks = [models.When(quote__article__precision=kind, then=rank) for rank, kind in enumerate(Article.Precision)]
        return self.order_by(dated, models.Case(*ranks), "quote__article_id", "quote__version", "quote__start")

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

    @property
    def version_rank(self) -> tuple[bool, PrintingOrder]:
        """Sort key of versions: the earlier first, fragments last, so that a fragment is first only of fragments."""
        return is_fragment(self.text), self.quote.printing_order

    @classmethod
    def select_versions(cls, printings: "Iterable[Self]") -> "list[Self]":
        """Return the fullest printing of each text of each article, the earlier first, fragments last.

        An article that quotes three words in its lead and the sentence below has one version of the sentence. Words
        that an edit took away have one besides.
        """
        fullest: dict[tuple[int, int], Self] = {}
        for printing in printings:
            key = printing.quote.article_id, printing.quote.edition
            other = fullest.get(key)
            if other is None or printing.fullness > other.fullness:
                fullest[key] = printing
        return sorted(fullest.values(), key=lambda printing: printing.version_rank)

    @property
    def fullness(self) -> tuple[int, int]:
        """Sort key of the printings of one article: the longest last; of equals the one that stands first."""
        return self.end - self.start, -self.quote.start

    @property
    def printed_credits(self) -> tuple[str, ...]:
        """The sources that the article credits, for these words and for all, as it names them."""
        return tuple(filter(None, dict.fromkeys((self.quote.credit, self.quote.article.credit))))

    def get_descent_facts(self, lineages: Collection[int], credits: tuple[str, ...] = ()) -> PrintingMetadata:
        """Return the metadata that source inference uses.

        `lineages` are all of the article's quotations, `credits` the outlets that it credits.
        """
        article = self.quote.article
        name = article.outlet_name if article.outlet else f"article {article.pk}"
        quotations = frozenset(set(lineages) - {self.lineage_id})
        interval = self.quote.printed_interval
        if article.spoken_from is not None:  # nobody prints a speech before it is made
            interval = interval[0], interval[0]
        return PrintingMetadata(name, *interval, credits=credits, quotations=quotations)


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
