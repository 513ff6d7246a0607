"""Admin of quotations and indirect quotations: read, mark as boilerplate."""

from collections.abc import Iterator

from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from articles.admin.base import ReadOnlyAdmin, change_links
from articles.admin.filters import OutletFilter
from articles.engine.text.normalization import fold
from articles.engine.text.phrases import count_phrase_with_verb
from articles.models import IndirectQuote, Match, Quote
from articles.services.corrections import mark_boilerplate


class AttributedWordsAdmin(ReadOnlyAdmin):
    """Admin of words that an article attributes to somebody."""

    search_fields = ("folded", "speaker__name", "speaker_name", "occasion", "article__title")

    @admin.display(ordering="article__outlet__name")
    def outlet(self, quote: Quote | IndirectQuote) -> str:
        return quote.article.outlet_name


@admin.register(Quote)
class QuoteAdmin(AttributedWordsAdmin):
    """Admin of quotations."""

    list_display = (
        "__str__",
        "speaker",
        "speaker_certainty",
        "outlet",
        "article",
        "type",
        "rule",
        "confidence",
        "lineages",
    )
    list_filter = ("speaker_certainty", "type", "closed", "rule", OutletFilter.at("article__outlet"))
    fields = (
        "article", "text", "speaker", "speaker_certainty", "speaker_name", "speaker_text", "cue", "occasion", "said_on",
        "credit", "type", "closed", "rule", "confidence", "other_half", "lineages", "matches",
    )  # fmt: skip
    readonly_fields = ("lineages", "matches")
    actions = ("leave_out",)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Quote]:
        """Add speaker, outlet and lineages, and leave out the articles' texts."""
        quotes = super().get_queryset(request).select_related("speaker", "article__outlet")
        heavy = ("article__original", "article__text", "article__paragraphs")
        return quotes.defer(*heavy).prefetch_related("printings__lineage__first")

    @admin.action(description="Mark the selected quotations as boilerplate", permissions=["curate"])
    def leave_out(self, request: HttpRequest, selected: models.QuerySet[Quote]) -> HttpResponse | None:
        """Mark the selected quotations as boilerplate, each as a decision that can be undone."""

        def mark_all(user: AbstractBaseUser) -> Iterator[str]:
            decisions = [mark_boilerplate(quote, by=user) for quote in selected]
            yield f"{count_phrase_with_verb(len(decisions), 'quotation')} now excluded from lineages."

        what = "These quotations will be excluded from all lineages. You can undo this."
        return self.confirm_and_apply(request, selected, "Mark as boilerplate", what, mark_all)

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Quote], search_term: str
    ) -> tuple[models.QuerySet[Quote], bool]:
        """Search the folded words, so that case, quotation marks and accents do not matter on either database."""
        return super().get_search_results(request, queryset, fold(search_term))

    @admin.display
    def lineages(self, quote: Quote) -> SafeString:
        return change_links(printing.lineage for printing in quote.printings.all())

    @admin.display
    def matches(self, quote: Quote) -> SafeString:
        return change_links(Match.objects.filter(models.Q(a=quote) | models.Q(b=quote)).select_related("a", "b"))


@admin.register(IndirectQuote)
class IndirectQuoteAdmin(AttributedWordsAdmin):
    """Admin of indirect quotations."""

    list_display = ("__str__", "speaker", "speaker_certainty", "outlet", "article", "cue", "rule", "confidence")
    list_filter = ("speaker_certainty", "rule", OutletFilter.at("article__outlet"))
    fields = (
        "article", "text", "speaker", "speaker_certainty", "speaker_name", "speaker_text", "cue", "occasion", "said_on",
        "credit", "rule", "confidence",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[IndirectQuote]:
        """Add speaker, article and outlet."""
        return IndirectQuote.objects.in_context()
