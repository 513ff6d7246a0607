"""Readers' suggestions without login: what is wrong with a lineage, and which article is missing.

Few are accepted from one sender in an hour; nothing about the sender is stored. Nothing is fetched: a curator looks at
the address.
"""

from datetime import timedelta

from django import forms
from django.core.validators import URLValidator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.models import Article, Lineage, LineageCode, Suggestion
from articles.models.addresses import hash_url
from articles.views.http.htmx import HtmxRequest, redirect_see_other
from articles.views.http.rate_limit import HOUR, count_seconds_to_wait
from articles.views.permalinks import with_lineage

# Suggestions accepted in an hour from one sender, for one lineage, of articles, and in all: more are a machine's, and
# one sender alone uses up none of the others.
PER_SENDER_AN_HOUR, PER_LINEAGE_AN_HOUR, ARTICLES_AN_HOUR, TOTAL_AN_HOUR = 10, 30, 200, 400
OFFERED_KINDS = [
    choice for choice in Suggestion.Kind.choices if choice[0] not in (Suggestion.Kind.FLAG, Suggestion.Kind.ARTICLE)
]


class SuggestionForm(forms.Form):
    """A suggestion; `website` is a trap: people do not see it, and machines fill in everything."""

    kind = forms.ChoiceField(choices=OFFERED_KINDS, widget=forms.RadioSelect, label="What is wrong?")
    text = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 5}), label="Details")
    url = forms.URLField(
        max_length=2000, required=False, assume_scheme="https", label="Web address of an article (optional)"
    )
    website = forms.CharField(required=False, label="Leave this empty")


class ArticleSuggestionForm(forms.Form):
    """A suggestion of an article: its address, and why it belongs here; `website` is the same trap."""

    url = forms.URLField(
        max_length=2000,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
        label="Address of the article",
        widget=forms.URLInput(attrs={"placeholder": "https://", "autocomplete": "off"}),
    )
    text = forms.CharField(
        max_length=2000, widget=forms.Textarea(attrs={"rows": 4}), label="Why it belongs here: who says what in it"
    )
    website = forms.CharField(required=False, label="Leave this empty")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@with_lineage("suggest")
def suggest(request: HtmxRequest, entry: LineageCode, lineage: Lineage) -> HttpResponse:
    """Show the form, or take what was sent with it."""
    form = SuggestionForm(request.POST or None)
    context = {"lineage": lineage, "form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "lineage/suggest.html", context, status=400 if form.errors else 200)
    if _is_rate_limited(request, lineage.code, PER_LINEAGE_AN_HOUR):
        return render(request, "lineage/suggest.html", context | {"too_many": True}, status=429)
    if not form.cleaned_data.pop("website"):
        Suggestion.objects.create(code=lineage.code, **form.cleaned_data)
    return redirect_see_other(f"{lineage.suggest_url}?thanks=1")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def suggest_article(request: HtmxRequest) -> HttpResponse:
    """Show the form for an article that is missing, or take what was sent with it; an article stored is linked."""
    form = ArticleSuggestionForm(request.POST or None, initial={"url": request.GET.get("url", "")})
    context: dict[str, object] = {"form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "article/suggest.html", context, status=400 if form.errors else 200)
    url = form.cleaned_data["url"]
    if stored := Article.objects.defer_texts().filter(url_key=hash_url(url)).first():
        return render(request, "article/suggest.html", context | {"stored": stored})
    if _is_rate_limited(request, "", ARTICLES_AN_HOUR):
        return render(request, "article/suggest.html", context | {"too_many": True}, status=429)
    waiting = Suggestion.objects.filter(kind=Suggestion.Kind.ARTICLE, url=url, closed=None)
    if not form.cleaned_data["website"] and not waiting.exists():
        Suggestion.objects.create(kind=Suggestion.Kind.ARTICLE, url=url, text=form.cleaned_data["text"])
    return redirect_see_other(f"{reverse('suggest_article')}?thanks=1")


def _is_rate_limited(request: HtmxRequest, code: str, limit: int) -> bool:
    if count_seconds_to_wait("suggest", request, limit=PER_SENDER_AN_HOUR, period=HOUR):
        return True
    recent = Suggestion.objects.filter(made__gte=timezone.now() - timedelta(hours=1)).exclude(kind=Suggestion.Kind.FLAG)
    return recent.filter(code=code).count() >= limit or recent.count() >= TOTAL_AN_HOUR
