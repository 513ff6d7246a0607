"""Admin of matches: read the evidence of a match; the calibration page of scores."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.admin.base import ReadOnlyAdmin, change_link
from articles.admin.filters import OutletFilter
from articles.models import Match, Quote
from articles.presentation.calibration_page import build_calibration_context
from articles.queries.match_explanation import explain


def render_shared_words(quote: Quote, start: int, end: int) -> SafeString:
    """Render a quotation with its speaker and article, and with the shared words marked."""
    words = format_html("{}<mark>{}</mark>{}", quote.text[:start], quote.text[start:end], quote.text[end:])
    speaker = quote.attribution_in_words or "speaker not named"
    return format_html('<p>{}, in {}:</p><p><bdi dir="auto">{}</bdi></p>', speaker, change_link(quote.article), words)


@admin.register(Match)
class MatchAdmin(ReadOnlyAdmin):
    """Admin of matches."""

    list_display = ("__str__", "score", "a_outlet", "b_outlet")
    search_fields = ("a__folded", "b__folded", "a__speaker__name")
    list_filter = (
        OutletFilter.at("a__article__outlet", title="first outlet"),
        OutletFilter.at("b__article__outlet", title="second outlet"),
    )
    list_select_related = ("a__article__outlet", "b__article__outlet")
    readonly_fields = ("why", "words_of_a", "words_of_b")
    fieldsets = (
        (None, {"fields": readonly_fields}),
        ("Stored values", {"fields": ("score", ("a", "a_start", "a_end"), ("b", "b_start", "b_end"), "evidence")}),
    )

    def get_urls(self) -> list[URLPattern]:
        """Add the calibration page."""
        view = self.admin_site.admin_view(self.calibration_view)
        return [path("calibration/", view, name="articles_match_calibration"), *super().get_urls()]

    def calibration_view(self, request: HttpRequest) -> HttpResponse:
        """Render how far scores can be trusted."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        title = "How reliable scores are"
        return self.render_page(request, "match/calibration", title, **build_calibration_context())

    @admin.display(description="explanation, computed now")
    def why(self, match: Match) -> SafeString:
        """Return the sentences that the command ``explain`` prints."""
        verdict, *reasons = explain(match.a, match.b).sentences
        items = format_html_join("", "<li>{}</li>", ((reason,) for reason in reasons))
        return format_html("<strong>{}</strong><ul>{}</ul>", verdict, items)

    @admin.display(description="first quotation")
    def words_of_a(self, match: Match) -> SafeString:
        return render_shared_words(match.a, match.a_start, match.a_end)

    @admin.display(description="second quotation")
    def words_of_b(self, match: Match) -> SafeString:
        return render_shared_words(match.b, match.b_start, match.b_end)

    @admin.display(description="first outlet", ordering="a__article__outlet__name")
    def a_outlet(self, match: Match) -> str:
        return match.a.article.outlet_name

    @admin.display(description="second outlet", ordering="b__article__outlet__name")
    def b_outlet(self, match: Match) -> str:
        return match.b.article.outlet_name
