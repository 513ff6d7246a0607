"""Outlets: agencies, papers, broadcasters, sites and blogs that publish articles."""

from django.apps import apps
from django.db import models
from django.urls import reverse

from articles.engine.text.normalization import fold
from articles.models.addresses import build_unique_slug


class OutletQuerySet(models.QuerySet["Outlet"]):
    """Queries of outlets."""

    def current(self) -> "OutletQuerySet":
        """Exclude outlets that were merged into another."""
        return self.filter(merged_into=None)

    def get_or_create_by_name(self, name: str) -> "Outlet":
        """Return the outlet of this name, whatever its case; create it if it is new."""
        known = self.select_related("merged_into").filter(folded=fold(name)).first()
        if known:
            return known.merged_into or known
        return self.create(name=name.strip(), slug=build_unique_slug(self.model, name, fallback="outlet"))

    def with_counts(self) -> "models.QuerySet[Outlet]":
        """Annotate `article_count` and `quote_count`, without what was withdrawn."""
        articles = apps.get_model("articles", "Article").objects
        public = ~models.Q(articles__in=articles.withdrawn().order_by().values("pk"))
        return self.annotate(
            article_count=models.Count("articles", distinct=True, filter=public),
            quote_count=models.Count("articles__quotes", distinct=True, filter=public),
        )


class Outlet(models.Model):
    """A publisher of articles."""

    class Kind(models.TextChoices):
        """Kind of publisher."""

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
        """Save the outlet, with its folded name."""
        self.folded = fold(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("outlet", args=[self.slug])
