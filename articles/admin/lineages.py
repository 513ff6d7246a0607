"""Admin of lineages, their codes, printings and revisions: read only."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from articles.admin.base import ReadOnlyAdmin, ReadOnlyInline
from articles.admin.filters import OutletFilter
from articles.models import Lineage, LineageCode, Printing, Revision


class PrintingInline(ReadOnlyInline):
    """Printings of a lineage."""

    model = Printing
    fields = readonly_fields = ("quote", "start", "end")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Printing]:
        """Add quotation, article and outlet."""
        return super().get_queryset(request).select_related("quote__article__outlet")


@admin.register(Lineage)
class LineageAdmin(ReadOnlyAdmin):
    """Admin of lineages."""

    list_display = ("code", "__str__", "printing_count", "outlet_count", "latest")
    search_fields = ("code", "codes__code", "printings__quote__folded", "printings__quote__speaker__name")
    list_filter = ("outlet_count",)
    date_hierarchy = "latest"
    list_select_related = ("first",)
    inlines = (PrintingInline,)


@admin.register(LineageCode)
class LineageCodeAdmin(ReadOnlyAdmin):
    """Admin of the codes ever issued."""

    list_display = ("code", "lineage", "issued", "gone_because")
    search_fields = ("code",)
    list_filter = (("lineage", admin.EmptyFieldListFilter),)
    list_select_related = ("lineage__first",)


@admin.register(Printing)
class PrintingAdmin(ReadOnlyAdmin):
    """Admin of printings."""

    list_display = ("__str__", "lineage", "quote", "start", "end")
    search_fields = ("lineage__code", "quote__folded", "quote__article__outlet__name")
    list_filter = (OutletFilter.at("quote__article__outlet"),)
    list_select_related = ("lineage__first", "quote__article__outlet")


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    """Admin of the revisions of lineages."""

    list_display = ("__str__", "made", "batch", "sha256")
    list_filter = ("made", "batch__verb")
    search_fields = ("code__code", "sha256")
    list_select_related = ("batch",)
