"""Admin of outlets: edit and merge."""

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from articles.admin.base import CuratorAdmin, changelist_link
from articles.admin.versioned_forms import VersionedForm
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

    @admin.action(description="Merge the selected outlets into the one with the most articles", permissions=["change"])
    def merge(self, request: HttpRequest, selected: models.QuerySet[Outlet]) -> HttpResponse | None:
        """Merge the selected outlets in one transaction, each as a decision that can be undone."""
        target, *others = sorted(selected, key=lambda outlet: (-getattr(outlet, "article_count", 0), outlet.pk))
        if not others:
            self.message_user(request, "Choose at least two outlets.", messages.ERROR)
            return None
        what = f"These outlets will be merged into {target}. Their addresses will lead there. You can undo this."
        return self.confirm_and_apply(
            request, selected, "Merge", what, lambda user: (merge_outlets(target, other, by=user) for other in others)
        )
