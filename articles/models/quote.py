"""One quotation printed in one article: a span of its text, with who said it, where, and how that was found."""

from collections.abc import Collection, Mapping

from django.db import models

from articles.engine.passages import Passage

from .article import Article
from .speaker import Speaker


class QuoteQuerySet(models.QuerySet["Quote"]):
    def in_context(self) -> "QuoteQuerySet":
        """With speaker, article and outlet at hand, without the articles' texts."""
        heavy = ("article__original", "article__text", "article__paragraphs")
        return self.select_related("speaker", "article__outlet").defer(*heavy)


class Quote(models.Model):
    class Type(models.TextChoices):
        DIRECT = "direct", "direct"
        MIXED = "mixed", "part of a sentence"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="quotes")
    start = models.PositiveIntegerField(help_text="first character in the article's text, quotation marks excluded")
    end = models.PositiveIntegerField(help_text="one past its last character")
    text = models.TextField(help_text="the words as printed, cut from the article's text")
    folded = models.TextField(editable=False, help_text="the words as compared and searched")
    speaker = models.ForeignKey(Speaker, on_delete=models.SET_NULL, related_name="quotes", null=True, blank=True)
    speaker_name = models.CharField("name in the article", max_length=300, blank=True)
    speaker_text = models.CharField("printed beside the words", max_length=300, blank=True)
    cue = models.CharField(max_length=200, blank=True, help_text="the verb or mark that attributes the words")
    occasion = models.TextField(blank=True, help_text="where the article says the words were said")
    said_on = models.DateField(null=True, blank=True, help_text="the day that the occasion means, where it is certain")
    credit = models.TextField(blank=True, help_text="whom the article names as its source for them")
    type = models.CharField(max_length=8, choices=Type.choices, default=Type.DIRECT)
    closed = models.BooleanField(default=True, help_text="whether a closing mark was printed")
    rule = models.CharField(max_length=80, blank=True, help_text="the rule that attributed the words")
    confidence = models.FloatField(default=1.0)
    other_half = models.OneToOneField(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="the other half, where the attribution stands in the middle",
    )

    objects = QuoteQuerySet.as_manager()

    class Meta:
        ordering = ("article", "start")
        constraints = (
            models.UniqueConstraint(fields=("article", "start", "end"), name="quote_span_once"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="quote_is_not_empty"),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0) & models.Q(confidence__lte=1), name="quote_confidence_is_a_share"
            ),
        )

    def __str__(self) -> str:
        return f"\N{LEFT DOUBLE QUOTATION MARK}{shortened(self.text)}\N{RIGHT DOUBLE QUOTATION MARK}"

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#quote-{self.pk}"

    @property
    def attribution(self) -> str:
        """Who said it, as far as known: the speaker, else the words printed beside the quotation."""
        return str(self.speaker) if self.speaker else self.speaker_name or self.speaker_text


class WordPairQuerySet(models.QuerySet["WordPair"]):
    def add(self, passages: Mapping[int, Passage]) -> None:
        """Index these passages, given by the quote each belongs to."""
        rows = [WordPair(quote_id=pk, key=key) for pk, passage in passages.items() for key in passage.keys]
        self.bulk_create(rows, batch_size=5000)

    def nearest(self, keys: Collection[int], limit: int) -> list[int]:
        """The quotes that share most of `keys`, most first, the older first among equals."""
        if not keys:
            return []
        shared = self.filter(key__in=keys).values("quote").annotate(shared=models.Count("pk"))
        return list(shared.order_by("-shared", "quote").values_list("quote", flat=True)[:limit])


class WordPair(models.Model):
    """The index that finds relatives: the hash of two content words near each other -> a quote that has them."""

    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="word_pairs")
    key = models.BigIntegerField(db_index=True)

    objects = WordPairQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("quote", "key"), name="word_pair_once_a_quote"),)

    def __str__(self) -> str:
        return f"{self.key:x} in quote {self.quote_id}"


TITLE_WORDS = 12  # enough to tell quotations of one speech apart in a list


def shortened(text: str, words: int = TITLE_WORDS) -> str:
    """The first words of `text`, with an ellipsis where it goes on."""
    parts = text.split()
    return " ".join(parts[:words]) + ("\N{HORIZONTAL ELLIPSIS}" if len(parts) > words else "")
