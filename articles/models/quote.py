"""Quotations, in quotation marks, and indirect quotations, without them: spans of an article with their attribution."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Self, TypeVar

from django.db import connection, models
from django.urls import reverse

from articles.models.article import Article
from articles.models.db.prepared_query import NUMBERS_PARAMETER, PreparedQuery, encode_numbers
from articles.models.speaker import Speaker

PrintingOrder = tuple[bool, float, int, int, int, int]  # sort key: the earlier printing first
AttributedTextT = TypeVar("AttributedTextT", bound="AttributedText")


class Candidate(NamedTuple):
    """Columns of a stored quote that pairwise scoring reads."""

    pk: int
    text: str
    speaker_id: int | None
    copy_of_id: int | None
    article_id: int
    published: datetime | None


class SpeakerCertainty(models.TextChoices):
    """How sure it is that the named speaker said the words."""

    SURE = "sure", "sure, or speaker not named"
    PROBABLE = "probable", "probably"
    SETTLED = "settled", "settled by a curator"


class QuoteSource(NamedTuple):
    """The text in which a quotation stands, with its paragraphs as articles store them."""

    text: str
    paragraphs: Sequence[Any]


class AttributedTextQuerySet(models.QuerySet[AttributedTextT]):
    """Queries of quotations and indirect quotations."""

    def in_context(self) -> Self:
        """Select speaker, article and outlet too, without the articles' texts."""
        texts = ("article__original", "article__text", "article__paragraphs")
        return self.select_related("speaker", "article__outlet").defer(*texts)

    def public(self) -> Self:
        """Exclude what stands in articles that were withdrawn."""
        return self.exclude(article__in=Article.objects.withdrawn().order_by().values("pk"))

    def with_probable_speaker(self) -> Self:
        """Filter what names a speaker who is no fact."""
        return self.filter(speaker_certainty=SpeakerCertainty.PROBABLE)


class QuoteQuerySet(AttributedTextQuerySet["Quote"]):
    """Queries of quotations."""

    def for_linking(self) -> "QuoteQuerySet":
        """Filter quotes that may stand in lineages, with only the columns that linking reads."""
        own = ("text", "start", "end", "speaker", "copy_of", "version", "seen", "standing")
        articles = ("article__published", "article__spoken_from", "article__precision", "article__outlet")
        return self.filter(left_out="").select_related("article").only(*own, *articles)

    def load_candidates(self, numbers: Collection[int]) -> list[Candidate]:
        """Load the quotes of these that may stand in lineages, as rows: a hundred are read for every article."""
        return [Candidate(*row) for row in _CANDIDATE_ROWS(numbers)]

    def bulk_set_copy_of(self, firsts: Mapping[int, int]) -> None:
        """Store for each quote the first quote with the same words."""
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                columns = [encode_numbers(column, "postgresql") for column in (firsts, firsts.values())]
                cursor.execute(_SET_COPY_OF_SQL["postgresql"], columns)
            else:
                cursor.executemany(_SET_COPY_OF_SQL["sqlite"], [(first, quote) for quote, first in firsts.items()])


class AttributedText(models.Model):
    """Words from `start` to `end` of an article's text, with speaker, occasion, credit and the rule that found them."""

    # No index of its own: the index of the constraint serves.
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="%(class)ss", db_index=False)
    start = models.PositiveIntegerField(help_text="first character in the article's text, quotation marks excluded")
    end = models.PositiveIntegerField(help_text="one past its last character")
    text = models.TextField(help_text="the exact words, taken from the article's text")
    folded = models.TextField(editable=False, help_text="the words in the form used to compare and search")
    speaker = models.ForeignKey(Speaker, on_delete=models.SET_NULL, related_name="%(class)ss", null=True, blank=True)
    speaker_name = models.CharField("name in the article", max_length=300, blank=True)
    speaker_text = models.CharField("name next to the quotation", max_length=300, blank=True)
    cue = models.CharField(
        max_length=200, blank=True, help_text="the word that attributes the quotation, for example “said”"
    )
    occasion = models.TextField(blank=True, help_text="where it was said, according to the article")
    said_on = models.DateField(null=True, blank=True, help_text="when it was said, if that is certain")
    credit = models.TextField(
        "credited source", blank=True, help_text="the source that the article names for the quotation"
    )
    rule = models.CharField(max_length=80, blank=True, help_text="the rule that found the speaker")
    confidence = models.FloatField(default=1.0)
    speaker_certainty = models.CharField(
        "certainty of the speaker",
        max_length=8,
        choices=SpeakerCertainty.choices,
        default=SpeakerCertainty.SURE,
        help_text="whether the speaker is shown as a fact",
    )

    class Meta:
        abstract = True
        ordering = ("article", "start")

    @property
    def attribution(self) -> str:
        """The speaker as far as known, else the words printed beside the quotation; a curator has the last word."""
        if self.speaker:
            return str(self.speaker)
        return "" if self.is_speaker_settled else self.speaker_name or self.speaker_text

    @property
    def is_speaker_settled(self) -> bool:
        """Whether a curator said who the speaker is, or that nobody is named."""
        return self.speaker_certainty == SpeakerCertainty.SETTLED

    @property
    def is_speaker_probable(self) -> bool:
        """Whether the speaker is named, but not surely enough to be shown as a fact."""
        named = self.speaker_id is not None or bool(self.speaker_name)
        return named and self.speaker_certainty == SpeakerCertainty.PROBABLE

    @property
    def is_speaker_sure(self) -> bool | None:
        """Whether the speaker may be shown as a fact; None where nobody is named."""
        if self.speaker_id is None and (self.is_speaker_settled or not self.speaker_name):
            return None
        return self.speaker_certainty != SpeakerCertainty.PROBABLE

    @property
    def attribution_in_words(self) -> str:
        """The attribution with "probably" before a name that is not sure."""
        return f"probably {self.attribution}" if self.is_speaker_probable else self.attribution


def build_constraints(name: str, *which: str) -> tuple[models.BaseConstraint, ...]:
    """Build the constraints of a table of attributed text; their names begin with `name`.

    A span is one row for each article, and for each of the fields that `which` names.
    """
    share = models.Q(confidence__gte=0) & models.Q(confidence__lte=1)
    return (
        models.UniqueConstraint(fields=("article", *which, "start", "end"), name=f"{name}_span_once"),
        models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name=f"{name}_is_not_empty"),
        models.CheckConstraint(condition=share, name=f"{name}_confidence_is_a_share"),
    )


class Quote(AttributedText):
    """A quotation printed in an article."""

    class Type(models.TextChoices):
        """Direct: a whole sentence or more. Mixed: part of the article's sentence. Turn: a paragraph with a label.

        Block: a paragraph that is set apart, without quotation marks, or an embedded post. Spoken: a sentence that was
        said, in a transcript or recording.
        """

        DIRECT = "direct", "direct"
        MIXED = "mixed", "part of a sentence"
        TURN = "turn", "turn in a conversation"
        BLOCK = "block", "block quotation or post"
        SPOKEN = "spoken", "spoken"

    class Exclusion(models.TextChoices):
        """Why the quotation stands in no lineage."""

        NONE = "", "in lineages"
        BOILERPLATE = "boilerplate", "boilerplate"
        WITHDRAWN = "withdrawn", "its article was withdrawn"

    class Standing(models.TextChoices):
        """Whether the newest version of the article has the words."""

        CURRENT = "", "in the newest version"
        EARLIER = "earlier", "only in an earlier version"
        PART = "part", "only in the part that was stored before the whole article came"

    version = models.PositiveSmallIntegerField(
        default=1, editable=False, help_text="number of the article's version that start and end count in"
    )
    seen = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="when the words were first seen, if an edit brought them"
    )
    absent = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="when the article was last seen without them"
    )
    standing = models.CharField(max_length=8, choices=Standing.choices, blank=True, editable=False)
    type = models.CharField(max_length=8, choices=Type.choices, default=Type.DIRECT)
    seconds = models.PositiveIntegerField(
        "time in the recording", null=True, blank=True, help_text="seconds from its start"
    )
    closed = models.BooleanField(default=True, help_text="whether it has a closing quotation mark")
    other_half = models.OneToOneField(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="the other half, if “he said” is in the middle",
    )
    copy_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="copies",
        help_text="the first quotation with exactly these words",
    )
    left_out = models.CharField(
        max_length=12,
        choices=Exclusion.choices,
        blank=True,
        editable=False,
        help_text="why a curator excluded it from lineages",
    )

    objects = QuoteQuerySet.as_manager()

    class Meta(AttributedText.Meta):
        constraints = build_constraints("quote", "version")
        indexes = (
            models.Index(
                fields=("id",),
                name="quote_speaker_probable",
                condition=models.Q(speaker_certainty=SpeakerCertainty.PROBABLE, left_out=""),
            ),
        )

    def __str__(self) -> str:
        return f"\N{LEFT DOUBLE QUOTATION MARK}{shorten(self.text)}\N{RIGHT DOUBLE QUOTATION MARK}"

    def get_absolute_url(self) -> str:
        address = self.article.get_absolute_url()
        if self.standing:
            address = reverse("article_version", args=[self.article_id, self.article.slug, self.version])
        return f"{address}#quote-{self.pk}"

    @property
    def published(self) -> datetime | None:
        """The date of its article."""
        return self.article.published

    @property
    def recording_time(self) -> str:
        """When the words begin in the recording, as "12:04" or "1:02:04"; empty where that is not known."""
        if self.seconds is None:
            return ""
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"

    @property
    def printed_interval(self) -> tuple[float, float]:
        """The earliest and latest possible moment at which these words were published, in seconds since 1970.

        Words that an edit brought came between two moments at which the article was seen.
        """
        first, last = self.article.printed_interval
        if self.seen is None:
            return first, last
        return max(first, self.absent.timestamp() if self.absent else first), max(first, self.seen.timestamp())

    def is_certainly_after(self, other: "Quote") -> bool:
        """Return whether the dates show that these words were published after `other`, however exact they are."""
        if self.article_id == other.article_id and self.seen is not None:
            return other.seen is None or other.seen < self.seen
        if self.seen is None and other.seen is None:
            return self.article.is_certainly_after(other.article)
        return self.printed_interval[0] > other.printed_interval[1]

    @property
    def printing_order(self) -> PrintingOrder:
        """Sort key that puts earlier printings first, as `PrintingQuerySet.earliest_first` does."""
        moment = self.seen or self.article.appeared
        return build_printing_order(moment, self.article.precision, self.article.pk, self.start, self.version)

    @property
    def edition(self) -> int:
        """Which of its article's texts the words belong to: 0 for the newest, else the number of an earlier version."""
        return compute_edition(self.standing, self.version)

    def load_source(self) -> "QuoteSource":
        """Load the text that `start` and `end` count in: of the article, or of the version that has the words."""
        if self.version == 1:
            return QuoteSource(self.article.text, self.article.paragraphs)
        stored = self.article.versions.filter(number=self.version).values_list("text", "paragraphs")
        return QuoteSource(*stored[0])


_CANDIDATE_COLUMNS = ("pk", "text", "speaker", "copy_of", "article", "article__published")
_CANDIDATE_ROWS = PreparedQuery(
    lambda numbers: Quote.objects.filter(left_out="", pk__among=numbers).order_by().values_list(*_CANDIDATE_COLUMNS),
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


def compute_edition(standing: str, version: int) -> int:
    """Return 0 for words that count as the newest version's, else the number of the earlier version."""
    return version if standing == Quote.Standing.EARLIER else 0


def build_printing_order(
    appeared: datetime | None, precision: str, article: int, start: int, version: int = 1
) -> PrintingOrder:
    """Build the sort key of a printing: by date, the more precise date first among equals, undated last."""
    moment = appeared.timestamp() if appeared else 0.0
    return appeared is None, moment, _PRECISIONS.index(Article.Precision(precision)), article, version, start


SHORT_TITLE_WORDS = 12  # enough to distinguish quotations of one speech in a list


def shorten(text: str, words: int = SHORT_TITLE_WORDS) -> str:
    """Return the first words of `text`, with an ellipsis where more follow."""
    parts = text.split()
    return " ".join(parts[:words]) + ("\N{HORIZONTAL ELLIPSIS}" if len(parts) > words else "")


class IndirectQuoteQuerySet(AttributedTextQuerySet["IndirectQuote"]):
    """Queries of indirect quotations."""

    def newest_first(self) -> Self:
        """Order by the article's date, newest first and undated last, then by position in the article."""
        return self.order_by(models.F("article__published").desc(nulls_last=True), "-article__pk", "start", "pk")


class IndirectQuote(AttributedText):
    """A passage of indirect speech: "Lavrov pointed out that the coalition wants ISIS' aid".

    No quotation marks vouch for the words, so they have a table of their own: no list, count, match or lineage of
    quotations can hold one. Where the attribution interrupts the passage, `spans` are its pieces and `text` joins them.
    """

    spans = models.JSONField(help_text="start and end of each part in the article's text")

    objects = IndirectQuoteQuerySet.as_manager()

    class Meta(AttributedText.Meta):
        verbose_name = "indirect quotation"
        constraints = build_constraints("indirect_quote")

    def __str__(self) -> str:
        return shorten(self.text)

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#told-{self.pk}"
