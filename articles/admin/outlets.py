"""Admin of outlets: edit and merge."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from articles.admin.base import CuratorAdmin, changelist_link
from articles.admin.versioned_forms import VersionedForm
from articles.engine.text.phrases import count_phrase
from articles.models import Article, Outlet, OutletHost
from articles.services.corrections import merge_outlets


class OutletHostInline(admin.TabularInline):
    """Hosts at which an outlet prints: pages from there are its pages."""

    model = OutletHost
    form = VersionedForm
    extra = 1


@admin.register(Outlet)
class OutletAdmin(CuratorAdmin):
    """Admin of outlets."""

    form = VersionedForm
    list_display = ("name", "kind", "country", "domain", "articles")
    list_filter = ("kind", "country")
    search_fields = ("name", "folded", "domain")
    prepopulated_fields = {"slug": ("name",)}  # noqa: RUF012 - Django declares it so
    inlines = (OutletHostInline,)
    actions = ("merge",)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Outlet]:
        """Add `article_count`."""
        outlets: models.QuerySet[Outlet] = super().get_queryset(request)
        return outlets.annotate(article_count=models.Count("articles"))

    @admin.display(ordering="article_count")
    def articles(self, outlet: Outlet) -> SafeString:
        """Return the number of articles, as a link to their list."""
        return changelist_link(Article, getattr(outlet, "article_count", 0), outlet__id__exact=outlet.pk)

    @admin.action(description="Merge the selected outlets into one", permissions=["change"])
    def merge(self, request: HttpRequest, selected: models.QuerySet[Outlet]) -> HttpResponse | None:
        """Ask which of the selected outlets to keep, then merge the others into that one, in one transaction."""
        counts = {outlet: getattr(outlet, "article_count", 0) for outlet in selected}
        outlets = sorted(counts, key=lambda outlet: (-counts[outlet], outlet.pk))
        what = "The outlet you choose gets the articles of the others. Their names and addresses will lead there."
        return self.ask_which_to_keep(
            request,
            [(outlet, count_phrase(counts[outlet], "article")) for outlet in outlets],
            what,
            lambda kept, others, user: (merge_outlets(kept, other, by=user) for other in others),
        )
