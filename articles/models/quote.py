"""Quotations: a span of an article's text in quotation marks, with its attribution."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from django.db import connection, models

from articles.models.article import Article
from articles.models.attributed_text import AttributedText, build_constraints
from articles.models.db.any_lookup import encode_numbers
from articles.models.db.prepared_query import NUMBERS_PARAMETER, PreparedQuery

PrintingOrder = tuple[bool, float, int, int, int]  # sort key: the earlier printing first


class Candidate(NamedTuple):
    """Columns of a stored quote that pairwise scoring reads."""

    pk: int
    text: str
    speaker_id: int | None
    copy_of_id: int | None
    article_id: int
    published: datetime | None


class QuoteQuerySet(models.QuerySet["Quote"]):
    """Queries of quotations."""

    def in_context(self) -> "QuoteQuerySet":
        """Select speaker, article and outlet too, without the articles' texts."""
        heavy = ("article__original", "article__text", "article__paragraphs")
        return self.select_related("speaker", "article__outlet").defer(*heavy)

    def for_linking(self) -> "QuoteQuerySet":
        """Filter quotes that may stand in lineages, with only the columns that linking reads."""
        own = ("text", "start", "end", "speaker", "copy_of")
        articles = ("article__published", "article__precision", "article__outlet")
        return self.filter(left_out="").select_related("article").only(*own, *articles)

    def load_candidates(self, numbers: Collection[int]) -> list[Candidate]:
        """Load those of these quotes that may stand in lineages, as rows: a hundred are read for every article."""
        return [Candidate(*row) for row in _CANDIDATE_ROWS(numbers)]

    def bulk_set_copy_of(self, firsts: Mapping[int, int]) -> None:
        """Store for each quote the first quote with the same words."""
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(
                    _SET_COPY_OF_SQL["postgresql"],
                    [encode_numbers(column, "postgresql") for column in (firsts, firsts.values())],
                )
            else:
                cursor.executemany(_SET_COPY_OF_SQL["sqlite"], [(first, quote) for quote, first in firsts.items()])


class Quote(AttributedText):
    """A quotation printed in an article."""

    class Type(models.TextChoices):
        """Direct: a whole sentence or more. Mixed: part of the article's sentence."""

        DIRECT = "direct", "direct"
        MIXED = "mixed", "part of a sentence"

    class Exclusion(models.TextChoices):
        """Why the quotation stands in no lineage."""

        NONE = "", "stands in lineages"
        BOILERPLATE = "boilerplate", "boilerplate"
        WITHDRAWN = "withdrawn", "its article was withdrawn"

    type = models.CharField(max_length=8, choices=Type.choices, default=Type.DIRECT)
    closed = models.BooleanField(default=True, help_text="whether a closing mark was printed")
    other_half = models.OneToOneField(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="the other half, where the attribution stands in the middle",
    )

    copy_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="copies",
        help_text="the first quote with these words, where they were printed before, word for word",
    )

    left_out = models.CharField(
        max_length=12,
        choices=Exclusion.choices,
        blank=True,
        editable=False,
        help_text="why it stands in no lineage, by a curator's word",
    )

    objects = QuoteQuerySet.as_manager()

    class Meta(AttributedText.Meta):
        constraints = build_constraints("quote")

    def __str__(self) -> str:
        return f"\N{LEFT DOUBLE QUOTATION MARK}{shorten(self.text)}\N{RIGHT DOUBLE QUOTATION MARK}"

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#quote-{self.pk}"

    @property
    def published(self) -> datetime | None:
        """The date of its article."""
        return self.article.published

    @property
    def printing_order(self) -> PrintingOrder:
        """Sort key that puts earlier printings first, as `PrintingQuerySet.earliest_first` does."""
        return build_printing_order(self.article.published, self.article.precision, self.article.pk, self.start)


_CANDIDATE_ROWS = PreparedQuery(
    lambda numbers: (
        Quote.objects.filter(left_out="", pk__among=numbers)
        .order_by()
        .values_list("pk", "text", "speaker", "copy_of", "article", "article__published")
    ),
    NUMBERS_PARAMETER,
)
# One statement whatever the number of quotes; Django's bulk_update takes ten times as long to compile.
_SET_COPY_OF_SQL = {
    "sqlite": "UPDATE articles_quote SET copy_of_id = %s WHERE id = %s",
    "postgresql": """
        UPDATE articles_quote SET copy_of_id = known.first
        FROM unnest(%s::bigint[], %s::bigint[]) AS known (quote, first) WHERE id = known.quote
    """,
}
_PRECISIONS = list(Article.Precision)


def build_printing_order(published: datetime | None, precision: str, article: int, start: int) -> PrintingOrder:
    """Build the sort key of a printing: by date, the more precise date first among equals, undated last."""
    moment = published.timestamp() if published else 0.0
    return published is None, moment, _PRECISIONS.index(Article.Precision(precision)), article, start


SHORT_TITLE_WORDS = 12  # enough to distinguish quotations of one speech in a list


def shorten(text: str, words: int = SHORT_TITLE_WORDS) -> str:
    """Return the first words of `text`, with an ellipsis where more follow."""
    parts = text.split()
    return " ".join(parts[:words]) + ("\N{HORIZONTAL ELLIPSIS}" if len(parts) > words else "")
