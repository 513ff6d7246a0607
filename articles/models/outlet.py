"""Who prints: an agency, a paper, a broadcaster, a site, a blog."""

from django.db import models
from django.urls import reverse

from articles.engine.text.normalization import fold
from articles.models.slugs import build_unique_slug


class OutletQuerySet(models.QuerySet["Outlet"]):
    def current(self) -> "OutletQuerySet":
        """Without those that were merged into another."""
        return self.filter(merged_into=None)

    def get_or_create_by_name(self, name: str) -> "Outlet":
        """The outlet printed under `name`, in whatever case; made if it is new."""
        known = self.select_related("merged_into").filter(folded=fold(name)).first()
        if known:
            return known.merged_into or known
        slug = build_unique_slug(
            name, fallback="outlet", is_taken=lambda slug: self.model.objects.filter(slug=slug).exists()
        )
        return self.create(name=name.strip(), slug=slug)

    def with_counts(self) -> "models.QuerySet[Outlet]":
        """Each with `article_count` and `quote_count`."""
        return self.annotate(
            article_count=models.Count("articles", distinct=True),
            quote_count=models.Count("articles__quotes", distinct=True),
        )


class Outlet(models.Model):
    class Kind(models.TextChoices):
        AGENCY = "agency", "news agency"
        PAPER = "paper", "newspaper or magazine"
        BROADCASTER = "broadcaster", "broadcaster"
        SITE = "site", "news site"
        BLOG = "blog", "blog or forum"
        UNKNOWN = "unknown", "not known"

    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    domain = models.CharField(max_length=253, blank=True, help_text="where it prints, as in off-guardian.org")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.UNKNOWN)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="absorbed", editable=False
    )
    country = models.CharField(max_length=2, blank=True, help_text="two letters, as in RU (ISO 3166)")

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ("folded",)
        constraints = (models.CheckConstraint(condition=~models.Q(name=""), name="outlet_has_a_name"),)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = fold(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("outlet", args=[self.slug])
