"""Admin of sources: what is followed, what came of it and what failed, when it is asked next."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.http import HttpRequest, HttpResponse

from articles.admin.base import CuratorAdmin, ReadOnlyInline, changelist_link, forbid
from articles.models import Source, SourceItem
from articles.services import sources

ITEMS_SHOWN = 50


class SourceItemInline(ReadOnlyInline):
    """The newest pages that a source listed."""

    model = SourceItem
    fields = readonly_fields = ("seen", "title", "address", "state", "problem", "article", "due")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[SourceItem]:
        """Leave out all but the newest of each source."""
        items: models.QuerySet[SourceItem] = super().get_queryset(request)
        shown = request.resolver_match.kwargs.get("object_id") if request.resolver_match else None
        newest = items.order_by("-pk").filter(source=shown)[:ITEMS_SHOWN]
        return items.filter(pk__in=[item.pk for item in newest]).select_related("article__outlet")


@admin.register(Source)
class SourceAdmin(CuratorAdmin):
    """Admin of sources. They are added by ``manage.py source add`` and at the desk, which find the feed of a site."""

    has_add_permission = has_delete_permission = forbid
    list_display = ("__str__", "address", "state", "last_success", "next_poll", "failures", "problem", "items_listed")
    list_filter = ("state", "kind", "language", ("outlet", admin.EmptyFieldListFilter))
    search_fields = ("address", "title", "outlet__name")
    list_select_related = ("outlet",)
    fields = (
        "address", "title", "kind", "state", "outlet", "words", "language", ("last_poll", "last_success", "next_poll"),
        ("interval", "failures"), "problem", ("made", "by"),
    )  # fmt: skip
    readonly_fields = (
        "address", "title", "kind", "state", "last_poll", "last_success", "next_poll", "interval", "failures",
        "problem", "made", "by",
    )  # fmt: skip
    autocomplete_fields = ("outlet",)
    inlines = (SourceItemInline,)
    actions = ("pause", "resume")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Source]:
        """Add the count of items."""
        rows: models.QuerySet[Source] = super().get_queryset(request)
        return rows.annotate(item_count=models.Count("items"))

    @admin.display(description="pages listed", ordering="item_count")
    def items_listed(self, source: Any) -> str:
        """Link to the pages that a source listed."""
        return changelist_link(SourceItem, source.item_count, source__id__exact=source.pk)

    @admin.action(description="Pause the selected sources", permissions=["change"])
    def pause(self, request: HttpRequest, selected: models.QuerySet[Source]) -> HttpResponse | None:
        """Ask the selected sources no more."""
        self.apply_and_report(request, lambda user: _pause(selected, user))
        return None

    @admin.action(description="Ask the selected sources again now", permissions=["change"])
    def resume(self, request: HttpRequest, selected: models.QuerySet[Source]) -> HttpResponse | None:
        """Ask the selected sources again, at once."""
        self.apply_and_report(request, lambda user: _resume(selected, user))
        return None


def _pause(selected: models.QuerySet[Source], user: AbstractBaseUser) -> Iterator[str]:
    for source in selected:
        sources.pause(source)
        yield f"{source} is paused."


def _resume(selected: models.QuerySet[Source], user: AbstractBaseUser) -> Iterator[str]:
    for source in selected:
        sources.resume(source)
        yield f"{source} will be asked now."


@admin.register(SourceItem)
class SourceItemAdmin(CuratorAdmin):
    """Admin of the pages that sources listed."""

    has_add_permission = has_change_permission = has_delete_permission = forbid
    list_display = ("__str__", "source", "seen", "state", "problem", "article", "due")
    list_filter = ("state", "source")
    search_fields = ("address", "title")
    list_select_related = ("source", "article__outlet")
    date_hierarchy = "seen"
