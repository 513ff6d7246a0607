"""To whom words are attributed: a person or a body, with every name it is printed under."""

from django.db import models
from django.urls import reverse

from articles.engine.names import name_key

from .slugs import free_slug


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    def named(self, name: str) -> "Speaker | None":
        """The speaker printed as `name`, however transliterated; made if new; None where `name` names nobody."""
        key = name_key(name)
        if not key:
            return None
        speaker = self.filter(key=key).first()
        if speaker is None:
            slug = free_slug(name, otherwise="speaker", taken=lambda slug: self.filter(slug=slug).exists())
            speaker = self.create(name=name, slug=slug, key=key)
        speaker.names.get_or_create(name=name)
        return speaker

    def with_counts(self) -> "models.QuerySet[Speaker]":
        """Each with `quote_count` and `outlet_count`."""
        return self.annotate(
            quote_count=models.Count("quotes", distinct=True),
            outlet_count=models.Count("quotes__article__outlet", distinct=True),
        )


class Speaker(models.Model):
    name = models.CharField(max_length=300, help_text="the name shown; the names it is printed under are kept below")
    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    key = models.CharField(
        max_length=300, unique=True, editable=False, help_text="the name with transliteration and titles folded away"
    )

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints = (models.CheckConstraint(condition=~models.Q(name=""), name="speaker_has_a_name"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("speaker", args=[self.slug])


class SpeakerName(models.Model):
    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)

    class Meta:
        ordering = ("name",)
        verbose_name = "name printed under"
        verbose_name_plural = "names printed under"
        constraints = (models.UniqueConstraint(fields=("speaker", "name"), name="speaker_name_once"),)

    def __str__(self) -> str:
        return self.name
