"""Speakers: the persons and bodies to whom words are attributed, with the names they are printed under.

"Sergey Lavrov" (TASS), "Sergei Lavrov" (Press TV) and "Sergej Lawrow" are one speaker by their key. Where no rule can
identify two names as one person, a curator merges the speakers, and the names move along.
"""

from django.db import models
from django.urls import reverse

from articles.engine.text.person_names import build_name_key, is_forename
from articles.models.addresses import build_unique_slug
from articles.models.article import Article


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    """Queries of speakers, and look-up by name."""

    def current(self) -> "SpeakerQuerySet":
        """Exclude speakers that were merged into another."""
        return self.filter(merged_into=None)

    def get_or_create_by_name(self, name: str) -> "Speaker | None":
        """Return the speaker of this name in any transliteration; create it if new; None where `name` has no key."""
        key = build_name_key(name)
        if not key:
            return None
        known = self.current().filter(names__key=key).order_by("pk").first()
        speaker = known or self.find_sole_bearer(key) or self.create_with_slug(name, key)
        speaker.names.get_or_create(name=name, defaults={"key": key})
        return speaker

    def find_sole_bearer(self, key: str) -> "Speaker | None":
        """Find the only person of a surname, where the key is a surname alone.

        Only speakers whose first word is a known forename count: "Reuters" is not Thomson Reuters.
        """
        if " " in key:
            return None
        bearers = [speaker for speaker in self.current().filter(key__endswith=f" {key}")[:3] if speaker.has_forename]
        return bearers[0] if len(bearers) == 1 else None

    def create_with_slug(self, name: str, key: str) -> "Speaker":
        """Create a speaker with a slug of its own."""
        return self.create(name=name, slug=build_unique_slug(self.model, name, fallback="speaker"), key=key)

    def quoted(self) -> "SpeakerQuerySet":
        """Annotate `times_quoted`, the number of quotations, and exclude speakers without any.

        Withdrawn ones are counted too: an index alone answers then, in a tenth of the time.
        """
        return self.annotate(times_quoted=models.Count("quotes")).filter(times_quoted__gt=0)

    def most_quoted_first(self) -> "SpeakerQuerySet":
        """Order `quoted` speakers by number of quotations, then by name."""
        return self.order_by(models.F("times_quoted").desc(), "name", "pk")

    def named_like(self, name: str) -> "SpeakerQuerySet":
        """Filter speakers with `name` in one of their names, in any transliteration; all where it is empty."""
        if not name:
            return self
        alike = models.Q(name__icontains=name)
        if key := build_name_key(name):
            alike |= models.Q(key__contains=key)
        return self.filter(models.Q(pk__in=SpeakerName.objects.filter(alike).values("speaker")) | alike)

    def with_counts(self) -> "SpeakerQuerySet":
        """Annotate `quote_count` and `outlet_count`, without what was withdrawn."""
        public = _build_public_filter()
        return self.annotate(
            quote_count=models.Count("quotes", distinct=True, filter=public),
            outlet_count=models.Count("quotes__article__outlet", distinct=True, filter=public),
        )


def _build_public_filter() -> models.Q:
    """Return the condition that a speaker's quotation is not from a withdrawn article."""
    return ~models.Q(quotes__article__in=Article.objects.withdrawn().order_by().values("pk"))


class Speaker(models.Model):
    """A person or body to whom words are attributed."""

    name = models.CharField(max_length=300, help_text="the name that readers see; other names are listed below")
    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    key = models.CharField(
        max_length=300, db_index=True, editable=False, help_text="the name without titles and in one transliteration"
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="absorbed", editable=False
    )

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints = (models.CheckConstraint(condition=~models.Q(name=""), name="speaker_has_a_name"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("speaker", args=[self.slug])

    @property
    def has_forename(self) -> bool:
        """Whether the name begins with a known forename."""
        return " " in self.key and is_forename(self.name.split()[0])


class SpeakerName(models.Model):
    """A name that a speaker is printed under."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, db_index=True, editable=False)

    class Meta:
        ordering = ("name",)
        verbose_name = "name variant"
        verbose_name_plural = "name variants"
        constraints = (models.UniqueConstraint(fields=("speaker", "name"), name="speaker_name_once"),)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Save the name, with its key."""
        self.key = build_name_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
