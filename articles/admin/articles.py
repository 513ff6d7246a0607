"""Admin of articles: edit what is known of an article, withdraw it, link it again."""

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.safestring import SafeString

from articles.admin.base import CuratorAdmin, ReadOnlyInline, changelist_link, forbid
from articles.admin.filters import OutletFilter
from articles.admin.versioned_forms import VersionedForm
from articles.importers.text_warnings import list_warnings
from articles.models import Article, Lineage, Quote
from articles.services.corrections import correct_date, refresh_lineages, withdraw
from articles.services.leases import retry_failed


class ArticleForm(VersionedForm):
    """Form of an article: a transcript stays what was said, an article what was printed."""

    def clean_kind(self) -> str:
        """Refuse a kind that would need other quotations: they are found when the text is taken in."""
        kind: str = self.cleaned_data["kind"]
        was_spoken, is_spoken = self.instance.is_spoken, kind != Article.Kind.ARTICLE
        if self.instance.pk and was_spoken != is_spoken:
            raise forms.ValidationError(
                "The quotations of an article and of a transcript are found in different ways. Say what it is when you "
                "add it."
            )
        return kind


class QuoteInline(ReadOnlyInline):
    """Quotations of an article."""

    model = Quote
    fields = readonly_fields = (
        "text",
        "speaker",
        "speaker_certainty",
        "cue",
        "occasion",
        "credit",
        "rule",
        "confidence",
    )


@admin.register(Article)
class ArticleAdmin(CuratorAdmin):
    """Admin of articles.

    Articles come in through ``ingest`` alone, which extracts their quotations; none is deleted, because what was cited
    must go on answering.
    """

    has_add_permission = has_delete_permission = forbid
    form = ArticleForm
    list_display = ("title", "outlet", "published", "language", "quotes", "withdrawn", "link_state")
    list_filter = (
        "link_state",
        ("withdrawn", admin.EmptyFieldListFilter),
        OutletFilter,
        "kind",
        "language",
        "precision",
        "excerpt",
        "media_type",
    )
    search_fields = ("title", "url", "credit", "outlet__name")
    date_hierarchy = "published"
    list_select_related = ("outlet",)
    autocomplete_fields = ("outlet",)
    inlines = (QuoteInline,)
    fields = (
        "outlet", "title", "byline", "url", "archive_url", ("published", "published_offset", "precision"), "language",
        ("kind", "said_on"), "credit", "excerpt", "media_type", "warned", "text", "taken_in",
        ("link_state", "attempts", "last_error"),
        ("withdrawn", "withdrawn_because"), "seen",
    )  # fmt: skip
    readonly_fields = (
        "url", "excerpt", "media_type", "warned", "text", "taken_in", "link_state", "attempts", "last_error",
        "withdrawn", "withdrawn_because",
    )  # fmt: skip
    actions = ("try_again", "withdraw")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Article]:
        """Add `quote_count`, and leave out the original bytes."""
        articles: models.QuerySet[Article] = super().get_queryset(request)
        return articles.defer("original").annotate(quote_count=models.Count("quotes"))

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Save the article; a new date is a decision that can be undone, and reorders the printings of lineages."""
        published, precision = obj.published, obj.precision
        is_redated = not {"published", "precision"}.isdisjoint(form.changed_data)
        if is_redated:
            stored = Article.objects.get(pk=obj.pk)
            obj.published, obj.precision = stored.published, stored.precision
        super().save_model(request, obj, form, change)
        if is_redated:
            correct_date(obj, published, precision, by=cast(AbstractBaseUser, request.user))
            obj.refresh_from_db(fields=["published", "precision", "spoken_from"])
        if not {"kind", "said_on"}.isdisjoint(form.changed_data):
            refresh_lineages(Lineage.objects.filter(printings__quote__article=obj).distinct())

    def get_urls(self) -> list[URLPattern]:
        """Add the page on which one article is withdrawn."""
        page = self.admin_site.admin_view(self.withdraw_one)
        return [path("<int:number>/withdraw/", page, name="articles_article_withdraw"), *super().get_urls()]

    def withdraw_one(self, request: HttpRequest, number: int) -> HttpResponse:
        """Ask for the reason, then withdraw the article, from its own page."""
        if not self.has_decide_permission(request):
            raise PermissionDenied
        article = get_object_or_404(Article, pk=number)
        selected = Article.objects.filter(pk=article.pk)
        return self.withdraw(request, selected) or redirect("admin:articles_article_change", article.pk)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the article, with the link that withdraws it for whoever may."""
        there = (
            Article.objects.filter(pk=object_id, withdrawn=None) if object_id.isdecimal() else Article.objects.none()
        )
        may = {"may_withdraw": self.has_decide_permission(request) and there.exists()}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | may)

    @admin.action(description="Withdraw the selected articles", permissions=["decide"])
    def withdraw(self, request: HttpRequest, selected: models.QuerySet[Article]) -> HttpResponse | None:
        """Ask for the reason, again where it was refused, then withdraw the selected articles in one transaction."""
        because, articles = request.POST.get("because"), list(selected)
        if because is not None and self.apply_and_report(
            request, lambda user: (withdraw(article, because, by=user) for article in articles)
        ):
            return None
        title = f"Withdraw {len(articles)} article{'' if len(articles) == 1 else 's'}?"
        return self.render_page(request, "article/withdraw", title, articles=articles, because=because or "")

    @admin.action(description="Compare the quotations of the selected articles again", permissions=["change"])
    def try_again(self, request: HttpRequest, selected: models.QuerySet[Article]) -> HttpResponse | None:
        """Queue those of the selected articles whose linking failed for a worker again."""

        def retry(user: AbstractBaseUser) -> Iterator[str]:
            count = retry_failed([article.pk for article in selected])
            waiting = "1 article is" if count == 1 else f"{count} articles are"
            yield f"{waiting} waiting for a worker again; the others had not failed."

        what = "A worker will compare the quotations of articles that failed. The other articles do not change."
        return self.confirm_and_apply(request, selected, "Try again", what, retry)

    @admin.display(description="warnings")
    def warned(self, article: Article) -> str:
        """Return what may be missing from the text."""
        return " ".join(warning.sentence for warning in list_warnings(article.warnings))

    @admin.display(ordering="quote_count")
    def quotes(self, article: Article) -> SafeString:
        """Return the number of quotations, as a link to their list."""
        return changelist_link(Quote, getattr(article, "quote_count", 0), article__id__exact=article.pk)
