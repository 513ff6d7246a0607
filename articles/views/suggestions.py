"""Readers' suggestions: a form without login. Few are taken in an hour; nothing about the sender is stored."""

from datetime import timedelta

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.models import Lineage, LineageCode, Suggestion
from articles.views.http.htmx import HtmxRequest, redirect_see_other
from articles.views.permalinks import with_lineage

PER_LINEAGE_AN_HOUR, TOTAL_AN_HOUR = 5, 60  # suggestions taken for one lineage, and in all: more are a machine's
OFFERED_KINDS = [choice for choice in Suggestion.Kind.choices if choice[0] != Suggestion.Kind.FLAG]


class SuggestionForm(forms.Form):
    """A suggestion; `website` is a trap: people do not see it, and machines fill in everything."""

    kind = forms.ChoiceField(choices=OFFERED_KINDS, widget=forms.RadioSelect, label="What is it?")
    text = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 5}), label="In your words")
    url = forms.URLField(
        max_length=2000, required=False, assume_scheme="https", label="Address of a printing, if there is one"
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
    if _is_rate_limited(lineage.code):
        return render(request, "lineage/suggest.html", context | {"too_many": True}, status=429)
    if not form.cleaned_data.pop("website"):
        Suggestion.objects.create(code=lineage.code, **form.cleaned_data)
    return redirect_see_other(f"{lineage.suggest_url}?thanks=1")


def _is_rate_limited(code: str) -> bool:
    recent = Suggestion.objects.filter(made__gte=timezone.now() - timedelta(hours=1)).exclude(kind=Suggestion.Kind.FLAG)
    return recent.filter(code=code).count() >= PER_LINEAGE_AN_HOUR or recent.count() >= TOTAL_AN_HOUR
