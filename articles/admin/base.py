"""Admin base classes, confirmation pages, actions that run all or nothing, links between rows."""

from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.services.exceptions import CurationError

CURATE = "articles.curate"  # the permission to rule on printings


class CuratorAdmin(admin.ModelAdmin):
    """Admin whose actions may require the right to curate or to decide, besides Django's own rights."""

    def has_curate_permission(self, request: HttpRequest) -> bool:
        """Return whether the user may rule on printings."""
        return bool(request.user.has_perm(CURATE))

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Return whether the user may withdraw articles and give second opinions."""
        return bool(request.user.has_perm("articles.decide"))


class ReadOnlyAdmin(CuratorAdmin):
    """Admin of rows that are evidence or derived from evidence."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Forbid it."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Forbid it."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Forbid it."""
        return False


def render_confirmation(
    model_admin: admin.ModelAdmin, request: HttpRequest, selected: models.QuerySet[Any], what: str, button: str
) -> TemplateResponse:
    """Ask whether to do `what` with the selected rows; the answer is the same form with ``sure``."""
    rows = list(selected)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"{button}: {len(rows)}?",
        "opts": model_admin.opts,
        "what": what,
        "button": button,
        "rows": rows,
        "action": request.POST["action"],
        "checkbox": ACTION_CHECKBOX_NAME,
        "back": request.get_full_path(),
    }
    return TemplateResponse(request, "admin/articles/confirm.html", context)


def apply_and_report(
    model_admin: admin.ModelAdmin, request: HttpRequest, change: Callable[[AbstractBaseUser], str]
) -> bool:
    """Run `change` in one transaction, and show its sentence, or why nothing was changed; return whether it ran."""
    try:
        with transaction.atomic():
            sentence = change(cast(AbstractBaseUser, request.user))
    except CurationError as problem:
        model_admin.message_user(request, f"Nothing was changed. {problem}", messages.ERROR)
        return False
    model_admin.message_user(request, sentence)
    return True


def changelist_link(model: type[models.Model], text: str, **filters: object) -> SafeString:
    """Render a link to the list of `model` with these filters."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return format_html('<a href="{}?{}">{}</a>', address, urlencode(filters), text)


def change_link(row: models.Model | None) -> SafeString | str:
    """Render a link to the admin's page of `row`; a dash for none."""
    if row is None:
        return "\N{EM DASH}"
    meta = row._meta
    return format_html(
        '<a href="{}">{}</a>', reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk]), row
    )


def change_links(rows: list[Any]) -> SafeString:
    """Render links to several rows."""
    return format_html_join(" \N{MIDDLE DOT} ", "{}", ((change_link(row),) for row in rows))
