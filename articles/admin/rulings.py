"""Admin of rulings, decisions and readers' suggestions: read, undo decisions; home of the desk's pages."""

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.admin.base import CURATE, ReadOnlyAdmin
from articles.models import Decision, Ruling, Suggestion
from articles.services.curation import undo
from articles.views.desk.kept_answers import require_login
from articles.views.desk.review import may_undo
from articles.views.desk.urls import DESK_PAGES


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    """Admin of curators' decisions."""

    list_display = ("made", "by", "verb", "said", "reason", "note", "in_force")
    list_filter = ("verb", "reason", "in_force", "blind", "by")
    search_fields = ("said", "note", "by__username")
    date_hierarchy = "made"
    list_select_related = ("by",)
    actions = ("take_back",)

    @admin.action(description="Undo the selected decisions", permissions=["curate"])
    def take_back(self, request: HttpRequest, selected: models.QuerySet[Decision]) -> HttpResponse | None:
        """Undo the selected decisions in one transaction, the newest first, however old."""
        decisions = list(selected.order_by("-pk"))
        if not all(may_undo(request, decision) for decision in decisions):
            raise PermissionDenied
        what = "The effects of these decisions will be undone. You can redo them."
        return self.confirm_and_apply(
            request, selected, "Undo", what, lambda user: (undo(decision, by=user) for decision in decisions)
        )


@admin.register(Ruling)
class RulingAdmin(ReadOnlyAdmin):
    """Admin of rulings; the desk's pages lie below its address."""

    list_display = ("verdict", "a", "b", "score", "batch", "undoes")
    list_filter = ("verdict", "batch__verb", "batch__in_force", "matcher")
    search_fields = ("a__folded", "b__folded", "batch__note")
    list_select_related = ("a", "b", "batch", "undoes__a", "undoes__b")

    def get_urls(self) -> list[URLPattern]:
        """Add the desk's pages, for users who may curate."""
        curators_only = permission_required(CURATE, raise_exception=True)
        desk = [
            path(route, require_login(self.admin_site.admin_view(curators_only(view)), name), name=name)
            for route, view, name in DESK_PAGES
        ]
        return [*desk, *super().get_urls()]


@admin.register(Suggestion)
class SuggestionAdmin(ReadOnlyAdmin):
    """Admin of suggestions by readers and curators."""

    list_display = ("__str__", "code", "made", "closed", "closed_by", "answer")
    list_filter = ("kind", ("closed", admin.EmptyFieldListFilter))
    search_fields = ("code", "text", "answer")
    list_select_related = ("closed_by",)
