"""Admin of articles: edit what is known of an article, withdraw it, link it again."""

from typing import Any, cast

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString

from articles.admin.base import CuratorAdmin, apply_and_report, changelist_link, render_confirmation
from articles.admin.versioned_forms import VersionedForm
from articles.models import Article, Quote
from articles.services.corrections import correct_date, withdraw
from articles.services.leases import retry_failed


class QuoteInline(admin.TabularInline):
    """Quotations of an article, read only."""

    model = Quote
    fields = ("text", "speaker", "cue", "occasion", "credit", "rule", "confidence")
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Forbid it."""
        return False


@admin.register(Article)
class ArticleAdmin(CuratorAdmin):
    """Admin of articles."""

    form = VersionedForm
    list_display = (
        "title", "outlet", "published", "precision", "credit", "language", "excerpt", "quotes", "link_state",
    )  # fmt: skip
    list_filter = ("link_state", "outlet", "language", "precision", "excerpt", "media_type")
    search_fields = ("title", "url", "credit", "outlet__name")
    date_hierarchy = "published"
    list_select_related = ("outlet",)
    inlines = (QuoteInline,)
    fields = (
        "outlet", "title", "byline", "url", "archive_url", ("published", "published_offset", "precision"), "language",
        "credit", "excerpt", "media_type", "text", "taken_in", ("link_state", "attempts", "last_error"), "seen",
    )  # fmt: skip
    readonly_fields = (
        "url", "excerpt", "media_type", "text", "taken_in", "link_state", "attempts", "last_error",
    )  # fmt: skip
    actions = ("try_again", "withdraw")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Forbid adding: articles come in through ``ingest``, which extracts their quotations."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Forbid deleting: what was cited must go on answering."""
        return False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Article]:
        """Add `quote_count`, and leave out the original bytes."""
        articles: models.QuerySet[Article] = super().get_queryset(request)
        return articles.defer("original").annotate(quote_count=models.Count("quotes"))

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Save the article; a new date is a decision that can be undone, and reorders the printings of lineages."""
        if {"published", "precision"} & set(form.changed_data):
            published, precision = obj.published, obj.precision
            before = Article.objects.get(pk=obj.pk)
            obj.published, obj.precision = before.published, before.precision
            super().save_model(request, obj, form, change)
            correct_date(obj, published, precision, by=cast(AbstractBaseUser, request.user))
            obj.refresh_from_db(fields=["published", "precision"])
        else:
            super().save_model(request, obj, form, change)

    @admin.action(description="Withdraw the selected articles", permissions=["decide"])
    def withdraw(self, request: HttpRequest, selected: models.QuerySet[Article]) -> HttpResponse | None:
        """Ask for the reason, then withdraw the selected articles in one transaction."""
        if "because" not in request.POST:
            return self.render_withdraw_form(request, selected)
        because = request.POST["because"]
        if not apply_and_report(
            self, request, lambda user: " ".join(str(withdraw(article, because, by=user)) for article in selected)
        ):
            return self.render_withdraw_form(request, selected)
        return None

    def render_withdraw_form(self, request: HttpRequest, selected: models.QuerySet[Article]) -> HttpResponse:
        """Render the question for the reason, with the one that was given where it was refused."""
        articles = list(selected)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Withdraw {len(articles)} article{'' if len(articles) == 1 else 's'}?",
            "opts": self.opts,
            "articles": articles,
            "because": request.POST.get("because", ""),
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/articles/article/withdraw.html", context)

    @admin.action(description="Try again to compare the quotations of the selected articles", permissions=["change"])
    def try_again(self, request: HttpRequest, selected: models.QuerySet[Article]) -> HttpResponse | None:
        """Queue those of the selected articles whose linking failed for a worker again."""
        if "sure" not in request.POST:
            what = "A worker compares the quotations of those that failed again; the others stay as they are."
            return render_confirmation(self, request, selected, what, "Try again")
        articles = retry_failed([article.pk for article in selected])
        said = "1 article waits" if articles == 1 else f"{articles} articles wait"
        self.message_user(request, f"{said} for a worker again; the others had not failed.")
        return None

    @admin.display(ordering="quote_count")
    def quotes(self, article: Article) -> SafeString:
        """Return the number of quotations, as a link to their list."""
        return changelist_link(Quote, str(getattr(article, "quote_count", 0)), article__id__exact=article.pk)
