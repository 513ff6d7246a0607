"""The family of printings of the same words, and the permanent codes that lead to it."""

import secrets

from django.db import models
from django.urls import reverse

from .quote import Quote, shortened
from .slugs import slug_for

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nothing is misread or spells a word
CODE_LENGTH = 10  # 50 bits: a million lineages meet by chance once in two thousand years of issuing them daily
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None})


def canonical_code(code: str) -> str:
    """`code` as it is printed: upper case, what is often misread put right, hyphens dropped.

    >>> canonical_code("7k2m-9qxw-4o")
    '7K2M9QXW40'
    """
    return code.upper().translate(_READ_AS)


def new_code() -> str:
    """Ten characters of Crockford base32, at random."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LENGTH))


class LineageQuerySet(models.QuerySet["Lineage"]):
    def most_printed_first(self) -> "LineageQuerySet":
        """Most outlets and printings first, then the newest, undated ones last."""
        return self.order_by("-outlet_count", "-printing_count", models.F("latest").desc(nulls_last=True), "-pk")

    def with_first(self) -> "LineageQuerySet":
        """With the earliest printing, its speaker, article and outlet at hand."""
        heavy = ("first__article__original", "first__article__text", "first__article__paragraphs")
        return self.select_related("first__speaker", "first__article__outlet").defer(*heavy)


class Lineage(models.Model):
    code = models.CharField(max_length=CODE_LENGTH, unique=True, editable=False)
    first = models.ForeignKey(
        Quote, on_delete=models.SET_NULL, null=True, related_name="+", help_text="the earliest printing seen"
    )
    printing_count = models.PositiveIntegerField(default=0)
    outlet_count = models.PositiveIntegerField(default=0)
    latest = models.DateTimeField(null=True, blank=True, help_text="when it was last printed, of those dated")

    objects = LineageQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=("-outlet_count", "-printing_count", "-latest")),)

    def __str__(self) -> str:
        return str(self.first) if self.first else self.code

    def get_absolute_url(self) -> str:
        return reverse("lineage", args=[self.code, self.slug])

    @property
    def slug(self) -> str:
        return slug_for(shortened(self.first.text) if self.first else "", otherwise="quotation")


class Code(models.Model):
    """Every code ever issued and where it leads. Never deleted: what was once cited keeps answering."""

    code = models.CharField(max_length=CODE_LENGTH, primary_key=True)
    lineage = models.ForeignKey(Lineage, on_delete=models.SET_NULL, null=True, blank=True, related_name="codes")
    issued = models.DateTimeField(auto_now_add=True)
    gone_because = models.TextField(blank=True, help_text="why nothing answers to it any more")

    class Meta:
        ordering = ("-issued",)

    def __str__(self) -> str:
        return self.code


class PrintingQuerySet(models.QuerySet["Printing"]):
    def in_context(self) -> "PrintingQuerySet":
        """With quote, speaker, article and outlet at hand, without the articles' texts."""
        heavy = ("quote__article__original", "quote__article__text", "quote__article__paragraphs")
        return self.select_related("quote__speaker", "quote__article__outlet").defer(*heavy)

    def earliest_first(self) -> "PrintingQuerySet":
        """By the date printed; undated ones last; a copy that credits another after one of the same day that does not."""
        dated = models.F("quote__article__published").asc(nulls_last=True)
        return self.order_by(dated, "quote__article_id", "quote__start")


class Printing(models.Model):
    """A quote, or the part of it that belongs, as a member of a lineage."""

    lineage = models.ForeignKey(Lineage, on_delete=models.CASCADE, related_name="printings")
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
