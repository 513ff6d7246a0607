"""One quotation printed in one article: a span of its text, with who said it, where, and how that was found."""

from collections.abc import Collection, Iterator, Mapping

from django.db import models

from articles.engine.passages import NEWEST, Postings

from .article import Article
from .attributed import Attributed, constraints


class QuoteQuerySet(models.QuerySet["Quote"]):
    def in_context(self) -> "QuoteQuerySet":
        """With speaker, article and outlet at hand, without the articles' texts."""
        heavy = ("article__original", "article__text", "article__paragraphs")
        return self.select_related("speaker", "article__outlet").defer(*heavy)

    def compared(self) -> "QuoteQuerySet":
        """Those that stand in lineages, with only what comparing and placing them needs."""
        own = ("text", "start", "end", "speaker", "copy_of")
        articles = ("article__published", "article__precision", "article__outlet")
        return self.filter(left_out="").select_related("article").only(*own, *articles)


class Quote(Attributed):
    class Type(models.TextChoices):
        DIRECT = "direct", "direct"
        MIXED = "mixed", "part of a sentence"

    class LeftOut(models.TextChoices):
        NOT = "", "stands in lineages"
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
        choices=LeftOut.choices,
        blank=True,
        editable=False,
        help_text="why it stands in no lineage, by a curator's word",
    )

    objects = QuoteQuerySet.as_manager()

    class Meta(Attributed.Meta):
        constraints = constraints("quote")

    def __str__(self) -> str:
        return f"\N{LEFT DOUBLE QUOTATION MARK}{shortened(self.text)}\N{RIGHT DOUBLE QUOTATION MARK}"

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#quote-{self.pk}"

    @property
    def printed_order(self) -> tuple[bool, float, int, int, int]:
        """Earlier printings sort first, as in `PrintingQuerySet.earliest_first`."""
        article = self.article
        moment = article.published.timestamp() if article.published else 0.0
        rank = list(Article.Precision).index(Article.Precision(article.precision))
        return article.published is None, moment, rank, article.pk, self.start


class WordPairQuerySet(models.QuerySet["WordPair"]):
    def postings(self, keys: Collection[int]) -> dict[int, Postings]:
        """What is known of each of these keys; those that nobody has had are left out."""
        rows: dict[int, list[tuple[int, int]]] = {}
        for some in _batched(sorted(keys), KEYS_A_QUERY):
            for key, rank, quote in self.filter(key__in=some).values_list("key", "rank", "quote"):
                rows.setdefault(key, []).append((rank, quote))
        return {
            key: Postings(max(found)[0] + 1, tuple(quote for _, quote in sorted(found))) for key, found in rows.items()
        }

    def post(self, postings: Mapping[int, Postings], before: Mapping[int, Postings]) -> None:
        """Write what is new in `postings` since `before`."""
        rows = [row for key, known in postings.items() for row in _new_rows(key, known, before.get(key))]
        self.bulk_create(
            sorted(
                rows, key=lambda row: (row.key, row.slot)
            ),  # always in one order: no two writers wait for each other
            update_conflicts=True,
            unique_fields=["key", "slot"],
            update_fields=["rank", "quote"],
            batch_size=ROWS_A_QUERY,
        )


def _batched(keys: list[int], size: int) -> Iterator[list[int]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))


KEYS_A_QUERY = 900  # SQLite may have been built to take no more than 999
ROWS_A_QUERY = 2000


def _new_rows(key: int, known: Postings, before: Postings | None) -> "Iterator[WordPair]":
    added = min(len(known.newest), known.count - (before.count if before else 0))
    for back in range(added):
        rank = known.count - 1 - back
        yield WordPair(key=key, slot=rank % NEWEST, rank=rank, quote_id=known.newest[-1 - back])


class WordPair(models.Model):
    """The index that finds relatives: the number of two content words near each other -> the newest that have them.

    Of each key the `NEWEST` quotes are kept, in slots written over in turn, so that neither a lookup nor the table
    grows with what everybody says; `rank` tells how many had the key before. A quote's words as a whole are a key too.
    It is an index, not a record: a row may outlive its quote, and is then passed over until it is written over.
    """

    pk = models.CompositePrimaryKey("key", "slot")
    key = models.BigIntegerField()
    slot = models.PositiveSmallIntegerField()
    rank = models.PositiveIntegerField()
    quote = models.ForeignKey(Quote, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False)

    objects = WordPairQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.key:x} in quote {self.quote_id}"


TITLE_WORDS = 12  # enough to tell quotations of one speech apart in a list


def shortened(text: str, words: int = TITLE_WORDS) -> str:
    """The first words of `text`, with an ellipsis where it goes on."""
    parts = text.split()
    return " ".join(parts[:words]) + ("\N{HORIZONTAL ELLIPSIS}" if len(parts) > words else "")
