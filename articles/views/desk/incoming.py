"""Add an article: an address, a text or a file, its preview, corrections, and adding it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from articles.importers import ArticleDraft, ArticleMetadata
from articles.importers.metadata import EMPTY_METADATA, MAX_LENGTH, MAX_LENGTHS, is_language_code
from articles.importers.printed_dates import parse_date
from articles.importers.registry import build_accept_attribute, join_suffixes
from articles.importers.storable import is_storable
from articles.models import Article, Fetch, IncomingArticle, Outlet, Suggestion
from articles.models.article import ABOUT_PRECISION, PrintedDate
from articles.services import incoming as service
from articles.services.incoming import IncomingError
from articles.services.ingest import IngestResult
from articles.services.sources import SourceError, add_source
from articles.views.desk.base import get_user
from articles.views.http.htmx import HtmxRequest, redirect_see_other

MAX_ADDRESS_LENGTH = 2000
MAX_TEXT_LENGTH = 200_000
ROWS_LISTED = 20
OUTLETS_OFFERED = 500


class AddForm(forms.Form):
    """An address, a text or a file: one of them; `suggestion` is the reader's suggestion that named the address."""

    address = forms.CharField(
        max_length=MAX_ADDRESS_LENGTH,
        required=False,
        label="Address of an article",
        widget=forms.URLInput(attrs={"placeholder": "https://", "autocomplete": "off"}),
    )
    text = forms.CharField(
        max_length=MAX_TEXT_LENGTH, required=False, label="or its text", widget=forms.Textarea(attrs={"rows": 4})
    )
    file = forms.FileField(required=False, label="or a file", allow_empty_file=True)
    suggestion = forms.ModelChoiceField(Suggestion.objects.filter(closed=None), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = build_accept_attribute()
        self.fields["file"].help_text = f"{join_suffixes('or')}, up to 5 MB"
        self.fields["suggestion"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError unless exactly one of the three is there."""
        given = [name for name in ("address", "text", "file") if self.cleaned_data.get(name)]
        if len(given) != 1 and not self.errors:
            raise forms.ValidationError("Give an address, or a text, or a file: one of the three.")
        return self.cleaned_data


class SourceForm(forms.Form):
    """The address of a feed to follow, or of a site."""

    feed = forms.CharField(
        max_length=MAX_ADDRESS_LENGTH,
        label="Address of a feed, a news sitemap or a site",
        widget=forms.URLInput(attrs={"placeholder": "https://", "autocomplete": "off"}),
    )
    words = forms.CharField(max_length=500, required=False, label="Only articles with one of these words (optional)")


class MetadataForm(forms.Form):
    """What is known of an incoming article, for a curator to correct."""

    outlet = forms.CharField(
        max_length=MAX_LENGTHS["outlet"],
        required=False,
        label="Outlet",
        widget=forms.TextInput(attrs={"list": "outlets", "autocomplete": "off"}),
    )
    title = forms.CharField(max_length=MAX_LENGTH, required=False, label="Headline")
    byline = forms.CharField(max_length=MAX_LENGTH, required=False, label="Authors")
    published = forms.CharField(
        max_length=40,
        required=False,
        label="Published",
        help_text="2015, 2015-11, 2015-11-17 or 2015-11-17T14:50+03:00",
    )
    about = forms.BooleanField(required=False, label="About this day: the page does not print it")
    kind = forms.ChoiceField(choices=Article.Kind.choices, label="What it is", required=False)
    said_on = forms.DateField(
        required=False,
        input_formats=["%Y-%m-%d"],
        label="Said on, of a transcript or recording",
        help_text="2015-11-17; without a date it cannot be placed before what was printed",
    )
    language = forms.CharField(max_length=MAX_LENGTHS["language"], required=False, label="Language", help_text="en, ru")
    url = forms.CharField(
        max_length=MAX_ADDRESS_LENGTH,
        required=False,
        label="Address",
        validators=[URLValidator(schemes=["http", "https"])],
    )

    def clean(self) -> dict[str, Any]:
        """Refuse what no column stores."""
        for name, value in self.cleaned_data.items():
            if isinstance(value, str) and not is_storable(value):
                self.add_error(name, "It has characters that cannot be stored. Type it again.")
        return self.cleaned_data

    def clean_published(self) -> str:
        """Refuse what is no date."""
        printed = str(self.cleaned_data["published"]).strip()
        if printed:
            try:
                parse_date(printed)
            except ValueError as problem:
                raise forms.ValidationError(f"{problem}.") from None
        return printed

    def clean_language(self) -> str:
        """Refuse what is no code of a language."""
        language = str(self.cleaned_data["language"]).strip()
        if language and not is_language_code(language):
            raise forms.ValidationError("This is not the code of a language, such as en or pt-BR.")
        return language

    def read(self) -> ArticleMetadata:
        """Return what the curator says of the article."""
        said = self.cleaned_data
        printed, about = said["published"], ABOUT_PRECISION if said["about"] else None
        moment, precision = parse_date(printed, about) if printed else (None, EMPTY_METADATA.precision)
        return ArticleMetadata(
            outlet=said["outlet"] or None,
            title=said["title"] or None,
            byline=said["byline"] or None,
            published=moment,
            precision=precision,
            kind=said["kind"] or None,
            said_on=said["said_on"],
            language=said["language"] or None,
            url=said["url"] or None,
        )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_article(request: HtmxRequest) -> HttpResponse:
    """Show the form for a new article and what waits, or keep what was sent and go to its preview."""
    initial = {"address": request.GET.get("address", ""), "suggestion": request.GET.get("suggestion", "")}
    is_posted = request.method == "POST"
    form = AddForm(request.POST if is_posted else None, request.FILES if is_posted else None, initial=initial)
    context: dict[str, Any] = {"form": form}
    if is_posted and form.is_valid():
        try:
            return redirect_see_other(_preview_newress(_receive(form.cleaned_data, request)))
        except IncomingError as problem:
            context |= {"problem": problem, "stored": problem.article}
    failed = "problem" in context or bool(form.errors)
    waiting = IncomingArticle.objects.waiting().defer("content").select_related("by", "suggestion")
    context |= {
        "source_form": SourceForm(),
        "waiting": waiting[:ROWS_LISTED],
        "fetches": Fetch.objects.exclude(purpose=Fetch.Purpose.ARCHIVE).select_related("article", "by")[:ROWS_LISTED],
    }
    return render(request, "desk/add.html", context, status=422 if failed else 200)


@require_POST
def follow_source(request: HtmxRequest) -> HttpResponse:
    """Follow a feed, and show it in the admin; say at the form's page why there is none."""
    form = SourceForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Give the address of a feed, a news sitemap or a site.")
        return redirect_see_other(reverse("admin:review_new"))
    try:
        source = add_source(form.cleaned_data["feed"], by=get_user(request), words=form.cleaned_data["words"])
    except SourceError as problem:
        messages.error(request, str(problem))
        return redirect_see_other(reverse("admin:review_new"))
    messages.success(request, f"“{source}” is followed. The worker will ask it for new pages.")
    return redirect_see_other(reverse("admin:articles_source_change", args=[source.pk]))


def _receive(sent: dict[str, Any], request: HtmxRequest) -> IncomingArticle:
    user = get_user(request)
    file = sent["file"]
    if isinstance(file, UploadedFile):
        return service.receive_file(file.name or "file", file.read(), by=user)
    if sent["text"]:
        return service.receive_text(sent["text"], by=user)
    return service.receive_address(sent["address"], by=user, suggestion=sent["suggestion"])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview_incoming(request: HtmxRequest, number: int) -> HttpResponse:
    """Show what an incoming article would give, or store it with the corrections that were sent."""
    incoming = get_object_or_404(IncomingArticle.objects.select_related("fetch", "article", "suggestion"), pk=number)
    if incoming.closed:
        return render(request, "desk/incoming.html", {"incoming": incoming, "stored": incoming.article})
    form = MetadataForm(request.POST) if request.method == "POST" else None
    try:
        if form is not None and form.is_valid():
            result = service.accept(incoming, form.read(), by=get_user(request))
            messages.success(request, _say_outcome(result))
            return redirect_see_other(result.article.get_absolute_url())
        seen = service.preview(incoming)
    except IncomingError as problem:
        return render(request, "desk/incoming.html", {"incoming": incoming, "problem": problem}, status=422)
    form = form or MetadataForm(initial=_build_initial(seen.draft))
    context = {
        "incoming": incoming,
        "form": form,
        "draft": seen.draft,
        "quotes": [
            (quotation, seen.draft.text[quotation.start : quotation.end]) for quotation in seen.extraction.quotations
        ],
        "set_aside": len(seen.extraction.set_aside),
        "known": seen.known,
        "outlets": Outlet.objects.current().values_list("name", flat=True)[:OUTLETS_OFFERED],
    }
    return render(request, "desk/incoming.html", context, status=422 if form.errors else 200)


@require_POST
def dismiss_incoming(request: HtmxRequest, number: int) -> HttpResponse:
    """Close an incoming article without storing it."""
    incoming = get_object_or_404(IncomingArticle.objects.waiting(), pk=number)
    service.dismiss(incoming)
    messages.success(request, "The page was dismissed. Nothing was stored of it but that it was fetched.")
    return redirect_see_other(reverse("admin:review_new"))


def _say_outcome(result: IngestResult) -> str:
    quotes = len(result.quotes)
    if result.version:
        return f"What its page says now was added as version {result.version.number} of the article."
    if not result.is_new:
        return "This article was in the collection already. Nothing was stored."
    return f"The article was added with {quotes} quotation{'' if quotes == 1 else 's'}."


def _preview_newress(incoming: IncomingArticle) -> str:
    return reverse("admin:review_incoming", args=[incoming.pk])


def _build_initial(draft: ArticleDraft) -> dict[str, object]:
    is_about = draft.precision == ABOUT_PRECISION
    return {
        "outlet": draft.outlet,
        "title": draft.title,
        "byline": draft.byline,
        "published": _write_date(draft),
        "about": is_about,
        "kind": draft.kind,
        "said_on": draft.said_on,
        "language": draft.language,
        "url": draft.url,
    }


def _write_date(draft: ArticleDraft) -> str:
    """Write a date as it is typed, as exactly as it is known."""
    has_zone = draft.published is not None and draft.published.tzinfo is not None
    return PrintedDate(draft.published, draft.precision, has_zone).iso
