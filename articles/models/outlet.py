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
        return self.find_by_name(name) or self._create_with_slug(name.strip())

    def get_or_create_at_host(self, host: str, name: str) -> "Outlet":
        """Return the outlet whose pages are at this registrable host; create it with `name` if it is new.

        An outlet of the same name at another host is the same only where the hosts are alike (zdf.de, zdfheute.de):
        there are many a "Daily News".
        """
        outlet = self.find_at_host(host, name)
        if outlet is None:
            taken = self.filter(folded=fold(name)).exists()
            outlet = self._create_with_slug(f"{name.strip()} ({host})" if taken else name.strip(), domain=host)
        OutletHost.objects.get_or_create(host=host, defaults={"outlet": outlet})
        return outlet

    def find_by_name(self, name: str) -> "Outlet | None":
        """Find the outlet of this name, whatever its case, or the one that it was merged into."""
        known = self.select_related("merged_into").filter(folded=fold(name)).first()
        return (known.merged_into or known) if known else None

    def find_at_host(self, host: str, name: str) -> "Outlet | None":
        """Find the outlet at this host; else the one of this `name` that is at no host or at one like it."""
        listed = OutletHost.objects.select_related("outlet__merged_into").filter(host=host).first()
        at_host = listed.outlet if listed else self.select_related("merged_into").filter(domain=host).first()
        if at_host:
            return at_host.merged_into or at_host
        named = self.find_by_name(name)
        if named is None:
            return None
        others = [*named.hosts.values_list("host", flat=True), *filter(None, [named.domain])]
        return named if not others or any(_are_alike(host, other) for other in others) else None

    def _create_with_slug(self, name: str, **fields: str) -> "Outlet":
        return self.create(name=name, slug=build_unique_slug(self.model, name, fallback="outlet"), **fields)

    def with_counts(self) -> "models.QuerySet[Outlet]":
        """Annotate `article_count` and `quote_count`, without what was withdrawn."""
        articles = apps.get_model("articles", "Article").objects
        public = ~models.Q(articles__in=articles.withdrawn().order_by().values("pk"))
        return self.annotate(
            article_count=models.Count("articles", distinct=True, filter=public),
            quote_count=models.Count("articles__quotes", distinct=True, filter=public),
        )


def _are_alike(host: str, other: str) -> bool:
    """Return whether two hosts begin alike, as bbc.co.uk and bbc.com do."""
    label, other_label = (each.removeprefix("www.").partition(".")[0] for each in (host, other))
    return label.startswith(other_label) or other_label.startswith(label)


class Outlet(models.Model):
    """A publisher of articles."""

    class Kind(models.TextChoices):
        """Kind of publisher."""

        AGENCY = "agency", "news agency"
        PAPER = "paper", "newspaper or magazine"
        BROADCASTER = "broadcaster", "broadcaster"
        SITE = "site", "news site"
        BLOG = "blog", "blog or forum"
        UNKNOWN = "unknown", "unknown"

    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    domain = models.CharField(max_length=253, blank=True, help_text="website, for example off-guardian.org")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.UNKNOWN)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="absorbed", editable=False
    )
    country = models.CharField(max_length=2, blank=True, help_text="two letters, for example RU (ISO 3166)")

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ("folded",)
        constraints = (models.CheckConstraint(condition=~models.Q(name=""), name="outlet_has_a_name"),)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Save the outlet, with its folded name."""
        self.folded = fold(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came

    def get_absolute_url(self) -> str:
        return reverse("outlet", args=[self.slug])


class OutletHost(models.Model):
    """A registrable host and the outlet whose pages are there; one outlet may have several."""

    host = models.CharField(max_length=253, unique=True, help_text="as in bbc.co.uk, without www and path")
    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="hosts")

    class Meta:
        ordering = ("host",)
        verbose_name = "host"

    def __str__(self) -> str:
        return self.host

    def save(self, *args: object, **kwargs: object) -> None:
        """Save the host in lower case."""
        self.host = self.host.strip().lower().removeprefix("www.")
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
