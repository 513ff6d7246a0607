"""Admin base classes, confirmation pages, actions that run all or nothing, links between rows."""

from collections.abc import Callable, Iterable
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

from articles.services.corrections import change_slug
from articles.services.exceptions import CurationError

Change = Callable[[AbstractBaseUser], Iterable[object]]  # yields decisions or sentences
MergeChange = Callable[[Any, list[Any], AbstractBaseUser], Iterable[object]]  # the row kept, the others, who merges

CURATE = "articles.curate"  # the permission to rule on printings


def forbid(model_admin: Any, request: HttpRequest, obj: Any = None) -> bool:
    """Deny a permission of the admin to everybody."""
    return False


class CuratorAdmin(admin.ModelAdmin):
    """Admin whose actions may require the right to curate or to decide, besides Django's own rights."""

    def has_curate_permission(self, request: HttpRequest) -> bool:
        """Return whether the user may rule on printings."""
        return bool(request.user.has_perm(CURATE))

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Return whether the user may withdraw articles and give second opinions."""
        return bool(request.user.has_perm("articles.decide"))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save a row; another slug is a change of its address, on record as a decision, and the former one stays."""
        slug = getattr(obj, "slug", "")
        moved = change and "slug" in form.changed_data
        if moved:
            obj.slug = form.initial["slug"]
        super().save_model(request, obj, form, change)
        if moved:
            change_slug(obj, slug, by=cast(AbstractBaseUser, request.user))

    def render_page(self, request: HttpRequest, template: str, title: str, **context: object) -> TemplateResponse:
        """Render a page that Django's admin does not have."""
        shared = {"title": title, "opts": self.opts, "checkbox": ACTION_CHECKBOX_NAME}
        context = {**self.admin_site.each_context(request), **shared, **context}
        return TemplateResponse(request, f"admin/articles/{template}.html", context)

    def ask_which_to_keep(
        self, request: HttpRequest, rows: Iterable[tuple[Any, str]], what: str, merge: MergeChange
    ) -> TemplateResponse | None:
        """Ask which of the rows to keep, each with its numbers, then call `merge` with that one and the others."""
        rows = list(rows)
        kept = next((row for row, _ in rows if str(row.pk) == request.POST.get("kept")), None)
        if kept is not None:
            others = [row for row, _ in rows if row != kept]
            self.apply_and_report(request, lambda user: merge(kept, others, user))
            return None
        if len(rows) < 2:
            self.message_user(request, f"Choose at least two {self.opts.verbose_name_plural}.", messages.ERROR)
            return None
        title = f"Which {self.opts.verbose_name} should remain?"
        return self.render_page(request, "merge", title, rows=rows, what=what, back=request.get_full_path())

    def confirm_and_apply(
        self, request: HttpRequest, selected: Iterable[Any], button: str, what: str, change: Change
    ) -> TemplateResponse | None:
        """Ask whether to do `what` with the selected rows; the answer is the same form with ``sure``."""
        if "sure" in request.POST:
            self.apply_and_report(request, change)
            return None
        rows = list(selected)
        question = {"what": what, "button": button, "rows": rows, "action": request.POST["action"]}
        return self.render_page(request, "confirm", f"{button}: {len(rows)}?", back=request.get_full_path(), **question)

    def apply_and_report(self, request: HttpRequest, change: Change) -> bool:
        """Call `change` with the user, in one transaction, and show its sentences; return whether it ran.

        A CurationError undoes it all, and its message is shown.
        """
        try:
            with transaction.atomic():
                sentences = " ".join(map(str, change(cast(AbstractBaseUser, request.user))))
        except CurationError as problem:
            self.message_user(request, f"Nothing was changed. {problem}", messages.ERROR)
            return False
        self.message_user(request, sentences)
        return True


class ReadOnlyAdmin(CuratorAdmin):
    """Admin of rows that are evidence or derived from evidence."""

    has_add_permission = has_change_permission = has_delete_permission = forbid


class ReadOnlyInline(admin.TabularInline):
    """Rows that belong to another, read only; `readonly_fields` are all `fields`."""

    extra = 0
    can_delete = False
    show_change_link = True
    has_add_permission = forbid


def changelist_link(model: type[models.Model], text: object, **filters: object) -> SafeString:
    """Render a link to the list of `model` with these filters."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return format_html('<a href="{}?{}">{}</a>', address, urlencode(filters), text)


def change_link(row: models.Model | None) -> SafeString | str:
    """Render a link to the admin's page of `row`; a dash for none."""
    if row is None:
        return "\N{EM DASH}"
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, row)


def change_links(rows: Iterable[models.Model | None]) -> SafeString:
    """Render links to several rows."""
    return format_html_join(" \N{MIDDLE DOT} ", "{}", ((change_link(row),) for row in rows))
