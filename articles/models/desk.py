"""What only the curators' desk shows: suggestions by readers, and each curator's preferences."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Suggestion(models.Model):
    """What a reader, or a curator in passing, reports as wrong or missing; shown on the desk until closed."""

    class Kind(models.TextChoices):
        """What is wrong."""

        DIFFERENT = "different", "one of these versions is a different quotation"
        EARLIER = "earlier", "I know an earlier version"
        OTHER = "other", "something else is wrong"
        FLAG = "flag", "flagged by a curator"
        ARTICLE = "article", "an article is missing"

    code = models.CharField(max_length=10, blank=True, help_text="code of the quotation that it is about, if any")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField(help_text="in the reader's own words")
    url = models.TextField("address", blank=True)
    made = models.DateTimeField(default=timezone.now)
    closed = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)
    answer = models.TextField("outcome", blank=True)

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("id",), name="suggestion_open", condition=models.Q(closed=None)),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"


class DeskPreference(models.Model):
    """A curator's preferences: keyboard shortcuts on or off, the score shown before deciding or not."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    keys = models.BooleanField(default=True)
    score = models.BooleanField(default=False)

    class Meta:
        db_table = "articles_preference"
        verbose_name = "preference"

    def __str__(self) -> str:
        return f"of {self.user}"
