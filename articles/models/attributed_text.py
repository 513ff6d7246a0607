"""Abstract base of quotations and indirect quotations: a span of an article with its attribution."""

from django.db import models

from articles.models.article import Article
from articles.models.speaker import Speaker


class AttributedText(models.Model):
    """Words from `start` to `end` of an article's text, with speaker, occasion, credit and the rule that found them."""

    # No index of its own: the index of the constraint serves.
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="%(class)ss", db_index=False)
    start = models.PositiveIntegerField(help_text="first character in the article's text, quotation marks excluded")
    end = models.PositiveIntegerField(help_text="one past its last character")
    text = models.TextField(help_text="the words as printed, cut from the article's text")
    folded = models.TextField(editable=False, help_text="the words as compared and searched")
    speaker = models.ForeignKey(Speaker, on_delete=models.SET_NULL, related_name="%(class)ss", null=True, blank=True)
    speaker_name = models.CharField("name in the article", max_length=300, blank=True)
    speaker_text = models.CharField("printed beside the words", max_length=300, blank=True)
    cue = models.CharField(max_length=200, blank=True, help_text="the verb or mark that attributes the words")
    occasion = models.TextField(blank=True, help_text="where the article says the words were said")
    said_on = models.DateField(null=True, blank=True, help_text="the day that the occasion means, where it is certain")
    credit = models.TextField(blank=True, help_text="whom the article names as its source for them")
    rule = models.CharField(max_length=80, blank=True, help_text="the rule that attributed the words")
    confidence = models.FloatField(default=1.0)

    class Meta:
        abstract = True
        ordering = ("article", "start")

    @property
    def attribution(self) -> str:
        """The speaker as far as known, else the words printed beside the quotation."""
        return str(self.speaker) if self.speaker else self.speaker_name or self.speaker_text


def build_constraints(name: str) -> tuple[models.BaseConstraint, ...]:
    """Build the constraints of a table of attributed text; their names begin with `name`."""
    share = models.Q(confidence__gte=0) & models.Q(confidence__lte=1)
    return (
        models.UniqueConstraint(fields=("article", "start", "end"), name=f"{name}_span_once"),
        models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name=f"{name}_is_not_empty"),
        models.CheckConstraint(condition=share, name=f"{name}_confidence_is_a_share"),
    )
