"""One quotation printed in one article: a span of its text, with who said it, where, and how that was found."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from django.db import connection, models

from articles.models.article import Article
from articles.models.attributed_text import AttributedText, build_constraints
from articles.models.db.any_lookup import encode_numbers
from articles.models.db.prepared_query import NUMBERS_PARAMETER, PreparedQuery

PrintingOrder = tuple[bool, float, int, int, int]  # what is compared to tell which of two was printed earlier


class Candidate(NamedTuple):
    """What of a stored quote tells whether another matches it."""

    pk: int
    text: str
    speaker_id: int | None
    copy_of_id: int | None
    article_id: int
    published: datetime | None


class QuoteQuerySet(models.QuerySet["Quote"]):
    def in_context(self) -> "QuoteQuerySet":
        """With speaker, article and outlet at hand, without the articles' texts."""
        heavy = ("article__original", "article__text", "article__paragraphs")
        return self.select_related("speaker", "article__outlet").defer(*heavy)

    def for_linking(self) -> "QuoteQuerySet":
        """Those that stand in lineages, with only what comparing and placing them needs."""
        own = ("text", "start", "end", "speaker", "copy_of")
        articles = ("article__published", "article__precision", "article__outlet")
        return self.filter(left_out="").select_related("article").only(*own, *articles)

    def load_candidates(self, numbers: Collection[int]) -> list[Candidate]:
        """Those of these that stand in lineages: as rows, for a hundred are read for every article."""
        return [Candidate(*row) for row in _CANDIDATE_ROWS(numbers)]

    def bulk_set_copy_of(self, firsts: Mapping[int, int]) -> None:
        """Keep of each quote which is the first with its words."""
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(
                    _SET_COPY_OF_SQL["postgresql"],
                    [encode_numbers(each, "postgresql") for each in (firsts, firsts.values())],
                )
            else:
                cursor.executemany(_SET_COPY_OF_SQL["sqlite"], [(first, quote) for quote, first in firsts.items()])


class Quote(AttributedText):
    class Type(models.TextChoices):
        DIRECT = "direct", "direct"
        MIXED = "mixed", "part of a sentence"

    class Exclusion(models.TextChoices):
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
        """When its article was."""
        return self.article.published

    @property
    def printing_order(self) -> PrintingOrder:
        """Earlier printings sort first, as in `PrintingQuerySet.earliest_first`."""
        return build_printing_order(self.article.published, self.article.precision, self.article.pk, self.start)


_CANDIDATE_ROWS = PreparedQuery(
    lambda numbers: (
        Quote.objects.filter(left_out="", pk__among=numbers)
        .order_by()
        .values_list("pk", "text", "speaker", "copy_of", "article", "article__published")
    ),
    NUMBERS_PARAMETER,
)
# One question whatever their number; what Django makes of it for many takes ten times as long to put together.
_SET_COPY_OF_SQL = {
    "sqlite": "UPDATE articles_quote SET copy_of_id = %s WHERE id = %s",
    "postgresql": """
        UPDATE articles_quote SET copy_of_id = known.first
        FROM unnest(%s::bigint[], %s::bigint[]) AS known (quote, first) WHERE id = known.quote
    """,
}
_PRECISIONS = list(Article.Precision)


def build_printing_order(published: datetime | None, precision: str, article: int, start: int) -> PrintingOrder:
    """Earlier printings sort first: by date, the more precise one first among equals; undated ones last."""
    moment = published.timestamp() if published else 0.0
    return published is None, moment, _PRECISIONS.index(Article.Precision(precision)), article, start


SHORT_TITLE_WORDS = 12  # enough to tell quotations of one speech apart in a list


def shorten(text: str, words: int = SHORT_TITLE_WORDS) -> str:
    """The first words of `text`, with an ellipsis where it goes on."""
    parts = text.split()
    return " ".join(parts[:words]) + ("\N{HORIZONTAL ELLIPSIS}" if len(parts) > words else "")
