"""How do curators look after what is stored?

Every table has its list, search and filters, and every row leads to its neighbours: from an outlet to its articles,
from an article to its quotations, from a quotation to its lineage and matches, and from each to the page readers see.
What was printed and what was derived from it can be read here and not typed over: the printed text is evidence, and
lineages are made again from their matches. Names that mean the same, outlets and speakers are for curators to put
right.

Left to others: taking articles in (`ingest`), what joins lineages (`linking`), what merging does (`curation`).
"""

from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.admin.versioned_forms import VersionedForm
from articles.engine.text.normalization import fold
from articles.models import (
    Alias,
    Article,
    Decision,
    IndirectQuote,
    Lineage,
    LineageCode,
    Match,
    Outlet,
    Printing,
    Quote,
    Revision,
    Ruling,
    Speaker,
    SpeakerName,
    Suggestion,
)
from articles.queries.match_explanation import explain
from articles.services.corrections import (
    CurationError,
    correct_date,
    count_phrase_with_verb,
    mark_boilerplate,
    merge_outlets,
    merge_speakers,
    withdraw,
)
from articles.services.curation import undo
from articles.services.leases import retry_failed
from articles.views.desk import pages
from articles.views.desk.calibration import build_calibration_context
from articles.views.desk.review import may_undo

admin.site.site_header = "Quote provenance"
admin.site.site_title = "Quote provenance"
admin.site.index_title = "The desk"
CURATE = "articles.curate"


class CuratorAdmin(admin.ModelAdmin):
    """Actions may ask for what curators may do, or senior ones, beside Django's own rights."""

    def has_curate_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(CURATE))

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("articles.decide"))


class ReadOnlyAdmin(CuratorAdmin):
    """Rows that are evidence or derived: to be read, not typed over."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def render_confirmation(
    admin_of: admin.ModelAdmin, request: HttpRequest, chosen: models.QuerySet[Any], what: str, button: str
) -> TemplateResponse:
    """Ask whether that is to be done with all these rows; the answer is the same form again, with ``sure``."""
    rows = list(chosen)
    context = {
        **admin_of.admin_site.each_context(request),
        "title": f"{button}: {len(rows)}?",
        "opts": admin_of.opts,
        "what": what,
        "button": button,
        "rows": rows,
        "action": request.POST["action"],
        "checkbox": ACTION_CHECKBOX_NAME,
        "back": request.get_full_path(),
    }
    return TemplateResponse(request, "admin/articles/confirm.html", context)


def apply_and_report(admin_of: admin.ModelAdmin, request: HttpRequest, deed: Callable[[AbstractBaseUser], str]) -> bool:
    """Do all of it or nothing, and tell what came of it, or why nothing was changed."""
    try:
        with transaction.atomic():
            said = deed(cast(AbstractBaseUser, request.user))
    except CurationError as problem:
        admin_of.message_user(request, f"Nothing was changed. {problem}", messages.ERROR)
        return False
    admin_of.message_user(request, said)
    return True


def changelist_link(model: type[models.Model], text: str, **filters: object) -> SafeString:
    """A link to the list of `model` with these filters."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return format_html('<a href="{}?{}">{}</a>', address, urlencode(filters), text)


def change_link(row: models.Model | None) -> SafeString | str:
    """A link to the admin's page of `row`."""
    if row is None:
        return "\N{EM DASH}"
    meta = row._meta
    return format_html(
        '<a href="{}">{}</a>', reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk]), row
    )


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin):
    form = VersionedForm
    list_display = ("name", "kind", "country", "domain", "articles")
    list_filter = ("kind", "country")
    search_fields = ("name", "folded", "domain")
    prepopulated_fields = {"slug": ("name",)}  # noqa: RUF012 - Django declares it so
    actions = ("merge",)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Outlet]:
        outlets: models.QuerySet[Outlet] = super().get_queryset(request)
        return outlets.annotate(article_count=models.Count("articles"))

    @admin.display(ordering="article_count")
    def articles(self, outlet: Outlet) -> SafeString:
        return changelist_link(Article, str(getattr(outlet, "article_count", 0)), outlet__id__exact=outlet.pk)

    @admin.action(description="Merge the selected outlets into the one with most articles", permissions=["change"])
    def merge(self, request: HttpRequest, chosen: models.QuerySet[Outlet]) -> HttpResponse | None:
        """All of them or none; what was done stands among the batches, to be taken back."""
        kept, *others = sorted(chosen, key=lambda outlet: (-getattr(outlet, "article_count", 0), outlet.pk))
        if others and "sure" not in request.POST:
            what = f"All of these will be {kept}, and their addresses lead there. It can be taken back."
            return render_confirmation(self, request, chosen, what, "Merge")
        if others:
            apply_and_report(
                self, request, lambda user: " ".join(str(merge_outlets(kept, other, by=user)) for other in others)
            )
        else:
            self.message_user(request, "Choose two outlets or more.", messages.ERROR)
        return None


class QuoteInline(admin.TabularInline):
    model = Quote
    fields = ("text", "speaker", "cue", "occasion", "credit", "rule", "confidence")
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(CuratorAdmin):
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
        """Articles come in through ``ingest``, which finds their quotations."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """What was cited must go on answering: an article is not deleted from under its lineages."""
        return False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Article]:
        articles: models.QuerySet[Article] = super().get_queryset(request)
        return articles.defer("original").annotate(quote_count=models.Count("quotes"))

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """A date is put right so that it can be taken back, and the lineages know which printing is the earliest."""
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
    def withdraw(self, request: HttpRequest, chosen: models.QuerySet[Article]) -> HttpResponse | None:
        """Ask why, then withdraw them all or none."""
        if "because" not in request.POST:
            return self.render_withdraw_form(request, chosen)
        because = request.POST["because"]
        if not apply_and_report(
            self, request, lambda user: " ".join(str(withdraw(article, because, by=user)) for article in chosen)
        ):
            return self.render_withdraw_form(request, chosen)
        return None

    def render_withdraw_form(self, request: HttpRequest, chosen: models.QuerySet[Article]) -> HttpResponse:
        """The question, with the reason where one was given in vain."""
        articles = list(chosen)
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
    def try_again(self, request: HttpRequest, chosen: models.QuerySet[Article]) -> HttpResponse | None:
        """Let a worker take up those that were given up."""
        if "sure" not in request.POST:
            what = "A worker compares the quotations of those that failed again; the others stay as they are."
            return render_confirmation(self, request, chosen, what, "Try again")
        articles = retry_failed([article.pk for article in chosen])
        said = "1 article waits" if articles == 1 else f"{articles} articles wait"
        self.message_user(request, f"{said} for a worker again; the others had not failed.")
        return None

    @admin.display(ordering="quote_count")
    def quotes(self, article: Article) -> SafeString:
        return changelist_link(Quote, str(getattr(article, "quote_count", 0)), article__id__exact=article.pk)


class SpeakerNameInline(admin.TabularInline):
    model = SpeakerName
    form = VersionedForm
    extra = 0


@admin.register(Speaker)
class SpeakerAdmin(admin.ModelAdmin):
    form = VersionedForm
    list_display = ("name", "quotes", "printed_under", "merged_into")
    search_fields = ("name", "names__name")
    list_filter = (("merged_into", admin.EmptyFieldListFilter), "quotes__article__outlet")
    list_select_related = ("merged_into",)
    inlines = (SpeakerNameInline,)
    readonly_fields = ("merged_into",)
    prepopulated_fields = {"slug": ("name",)}  # noqa: RUF012 - Django declares it so
    actions = ("merge", "part")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Speaker]:
        speakers: models.QuerySet[Speaker] = super().get_queryset(request)
        return speakers.annotate(quote_count=models.Count("quotes", distinct=True)).prefetch_related("names")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Speakers come with the quotations that name them."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Speaker | None = None) -> bool:
        """A speaker that should not be there is merged into the right one, so that its address goes on answering."""
        return False

    @admin.display(ordering="quote_count")
    def quotes(self, speaker: Speaker) -> SafeString:
        return changelist_link(Quote, str(getattr(speaker, "quote_count", 0)), speaker__id__exact=speaker.pk)

    @admin.display
    def printed_under(self, speaker: Speaker) -> str:
        return ", ".join(name.name for name in speaker.names.all())

    @admin.action(description="Merge the selected speakers into one", permissions=["change"])
    def merge(self, request: HttpRequest, chosen: models.QuerySet[Speaker]) -> HttpResponse | None:
        """Ask which of them is to be kept, then merge the others into it."""
        if "kept" in request.POST:
            self.merge_into(request, chosen)
            return None
        speakers = sorted(chosen, key=lambda speaker: -getattr(speaker, "quote_count", 0))
        context = {
            **self.admin_site.each_context(request),
            "title": "Which of them is the speaker?",
            "opts": self.opts,
            "speakers": speakers,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/articles/speaker/merge.html", context)

    def merge_into(self, request: HttpRequest, chosen: models.QuerySet[Speaker]) -> None:
        """Merge all of `chosen` into the one of them that the form names, or none of them."""

        def merged(user: AbstractBaseUser) -> str:
            kept = next((speaker for speaker in chosen if str(speaker.pk) == request.POST["kept"]), None)
            if kept is None:
                raise CurationError("Choose which of them is to be kept.")
            moved = sum(len(merge_speakers(kept, other, by=user).data["quotes"]) for other in chosen if other != kept)
            counted = count_phrase_with_verb(moved, "quotation")
            return f"{counted} now among those of {kept}. The other addresses lead there."

        apply_and_report(self, request, merged)

    @admin.action(description="Take the merge of the selected speakers back", permissions=["change"])
    def part(self, request: HttpRequest, chosen: models.QuerySet[Speaker]) -> HttpResponse | None:
        """Give each of them its own quotations and names back."""
        if "sure" not in request.POST:
            what = "Each gets the quotations and names of its own back. It can be taken back."
            return render_confirmation(self, request, chosen, what, "Take the merge back")
        apply_and_report(
            self, request, lambda user: " ".join(str(undo(find_merge(speaker), by=user)) for speaker in chosen)
        )
        return None


def find_merge(speaker: Speaker) -> Decision:
    """The batch in which `speaker` was merged into another."""
    merges = Decision.objects.filter(verb=Decision.Verb.MERGE_SPEAKERS, in_force=True, data__absorbed=speaker.pk)
    found = merges.order_by("-pk").first()
    if found is None:
        raise CurationError(f"{speaker} is not merged into anybody.")
    return found


@admin.register(Quote)
class QuoteAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "speaker", "outlet", "article", "type", "rule", "confidence", "lineages")
    list_filter = ("type", "closed", "rule", "article__outlet")
    search_fields = ("folded", "speaker__name", "speaker_name", "occasion", "article__title")
    fields = (
        "article", "text", "speaker", "speaker_name", "speaker_text", "cue", "occasion", "said_on", "credit", "type",
        "closed", "rule", "confidence", "other_half", "lineages", "matches",
    )  # fmt: skip
    readonly_fields = ("lineages", "matches")
    actions = ("leave_out",)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Quote]:
        found = super().get_queryset(request).select_related("speaker", "article__outlet")
        heavy = ("article__original", "article__text", "article__paragraphs")
        return found.defer(*heavy).prefetch_related("printings__lineage__first")

    @admin.action(description="Mark the selected quotations as boilerplate", permissions=["curate"])
    def leave_out(self, request: HttpRequest, chosen: models.QuerySet[Quote]) -> HttpResponse | None:
        """Let them stand in no lineage; each can be taken back."""
        if "sure" not in request.POST:
            what = "These quotations will stand in no lineage. It can be taken back."
            return render_confirmation(self, request, chosen, what, "Mark as boilerplate")

        def left_out(user: AbstractBaseUser) -> str:
            marked = [mark_boilerplate(quote, by=user) for quote in chosen]
            return f"{count_phrase_with_verb(len(marked), 'quotation')} left out of lineages."

        apply_and_report(self, request, left_out)
        return None

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Quote], search_term: str
    ) -> tuple[models.QuerySet[Quote], bool]:
        """Search the folded words too, so that case, quotation marks and accents do not matter on either database."""
        return super().get_search_results(request, queryset, fold(search_term))

    @admin.display(ordering="article__outlet__name")
    def outlet(self, quote: Quote) -> str:
        return quote.article.outlet_name

    @admin.display
    def lineages(self, quote: Quote) -> SafeString:
        return change_links([printing.lineage for printing in quote.printings.all()])

    @admin.display
    def matches(self, quote: Quote) -> SafeString:
        both = Match.objects.filter(models.Q(a=quote) | models.Q(b=quote)).select_related("a", "b")
        return change_links(list(both))


@admin.register(IndirectQuote)
class IndirectQuoteAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "speaker", "outlet", "article", "cue", "rule", "confidence")
    list_filter = ("rule", "article__outlet")
    search_fields = ("folded", "speaker__name", "speaker_name", "occasion", "article__title")
    fields = (
        "article", "text", "speaker", "speaker_name", "speaker_text", "cue", "occasion", "said_on", "credit", "rule",
        "confidence",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[IndirectQuote]:
        return IndirectQuote.objects.in_context()

    @admin.display(ordering="article__outlet__name")
    def outlet(self, told: IndirectQuote) -> str:
        return told.article.outlet_name


def change_links(rows: list[Any]) -> SafeString:
    """Links to several rows, one after the other."""
    return format_html_join(" \N{MIDDLE DOT} ", "{}", ((change_link(row),) for row in rows))


class PrintingInline(admin.TabularInline):
    model = Printing
    fields = ("quote", "start", "end")
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Printing]:
        return super().get_queryset(request).select_related("quote__article__outlet")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Lineage)
class LineageAdmin(ReadOnlyAdmin):
    list_display = ("code", "__str__", "printing_count", "outlet_count", "latest")
    search_fields = ("code", "codes__code", "printings__quote__folded", "printings__quote__speaker__name")
    list_filter = ("outlet_count",)
    date_hierarchy = "latest"
    list_select_related = ("first",)
    inlines = (PrintingInline,)


@admin.register(LineageCode)
class LineageCodeAdmin(ReadOnlyAdmin):
    list_display = ("code", "lineage", "issued", "gone_because")
    search_fields = ("code",)
    list_filter = (("lineage", admin.EmptyFieldListFilter),)
    list_select_related = ("lineage__first",)


@admin.register(Printing)
class PrintingAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "lineage", "quote", "start", "end")
    search_fields = ("lineage__code", "quote__folded", "quote__article__outlet__name")
    list_filter = ("quote__article__outlet",)
    list_select_related = ("lineage__first", "quote__article__outlet")


def render_shared_words(quote: Quote, start: int, end: int) -> SafeString:
    """Who printed what, whom it names as the speaker, and the words with those that are shared set off."""
    said = format_html("{}<mark>{}</mark>{}", quote.text[:start], quote.text[start:end], quote.text[end:])
    speaker = quote.attribution or "nobody named"
    return format_html('<p>{}, in {}:</p><p><bdi dir="auto">{}</bdi></p>', speaker, change_link(quote.article), said)


@admin.register(Match)
class MatchAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "score", "a_outlet", "b_outlet")
    search_fields = ("a__folded", "b__folded", "a__speaker__name")
    list_filter = ("a__article__outlet", "b__article__outlet")
    list_select_related = ("a__article__outlet", "b__article__outlet")
    fieldsets = (
        (None, {"fields": ("why", "words_of_a", "words_of_b")}),
        ("As it is stored", {"fields": ("score", ("a", "a_start", "a_end"), ("b", "b_start", "b_end"), "evidence")}),
    )
    readonly_fields = ("why", "words_of_a", "words_of_b")

    def get_urls(self) -> list[URLPattern]:
        page = path(
            "calibration/", self.admin_site.admin_view(self.calibration_view), name="articles_match_calibration"
        )
        return [page, *super().get_urls()]

    def calibration_view(self, request: HttpRequest) -> HttpResponse:
        """How far scores can be trusted."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        title = {"title": "How far scores can be trusted", "opts": self.opts}
        context = {**self.admin_site.each_context(request), **title, **build_calibration_context()}
        return TemplateResponse(request, "admin/articles/match/calibration.html", context)

    @admin.display(description="as compared now")
    def why(self, match: Match) -> SafeString:
        """The same sentences as the command ``explain`` prints."""
        verdict, *reasons = explain(match.a, match.b).sentences
        items = format_html_join("", "<li>{}</li>", ((reason,) for reason in reasons))
        return format_html("<strong>{}</strong><ul>{}</ul>", verdict, items)

    @admin.display(description="one")
    def words_of_a(self, match: Match) -> SafeString:
        return render_shared_words(match.a, match.a_start, match.a_end)

    @admin.display(description="and the other")
    def words_of_b(self, match: Match) -> SafeString:
        return render_shared_words(match.b, match.b_start, match.b_end)

    @admin.display(description="in", ordering="a__article__outlet__name")
    def a_outlet(self, match: Match) -> str:
        return match.a.article.outlet_name

    @admin.display(description="and in", ordering="b__article__outlet__name")
    def b_outlet(self, match: Match) -> str:
        return match.b.article.outlet_name


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ("made", "by", "verb", "said", "reason", "note", "in_force")
    list_filter = ("verb", "reason", "in_force", "blind", "by")
    search_fields = ("said", "note", "by__username")
    date_hierarchy = "made"
    list_select_related = ("by",)
    actions = ("take_back",)

    @admin.action(description="Take the selected batches back", permissions=["curate"])
    def take_back(self, request: HttpRequest, chosen: models.QuerySet[Decision]) -> HttpResponse | None:
        """All of them or none, the newest first, however long ago they were made."""
        batches = list(chosen.order_by("-pk"))
        if not all(may_undo(request, batch) for batch in batches):
            raise PermissionDenied
        if "sure" not in request.POST:
            what = "What these batches did will be as if it had not been. It can be taken back."
            return render_confirmation(self, request, chosen, what, "Take back")
        apply_and_report(self, request, lambda user: " ".join(str(undo(batch, by=user)) for batch in batches))
        return None


@admin.register(Ruling)
class RulingAdmin(ReadOnlyAdmin):
    list_display = ("verdict", "a", "b", "score", "batch", "undoes")
    list_filter = ("verdict", "batch__verb", "batch__in_force", "matcher")
    search_fields = ("a__folded", "b__folded", "batch__note")
    list_select_related = ("a", "b", "batch", "undoes__a", "undoes__b")

    def get_urls(self) -> list[URLPattern]:
        """The desk's own pages, for those who may curate."""
        own = [
            path(
                address, self.admin_site.admin_view(permission_required(CURATE, raise_exception=True)(view)), name=name
            )
            for address, view, name in pages.DESK_PAGES
        ]
        return [*own, *super().get_urls()]


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "made", "batch", "sha256")
    list_filter = ("made", "batch__verb")
    search_fields = ("code__code", "sha256")
    list_select_related = ("batch",)


@admin.register(Suggestion)
class SuggestionAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "code", "made", "closed", "closed_by", "answer")
    list_filter = ("kind", ("closed", admin.EmptyFieldListFilter))
    search_fields = ("code", "text", "answer")
    list_select_related = ("closed_by",)


@admin.register(Alias)
class AliasAdmin(admin.ModelAdmin):
    list_display = ("form", "name")
    form = VersionedForm
    list_filter = ("name",)
    search_fields = ("form", "name")
