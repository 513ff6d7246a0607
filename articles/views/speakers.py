"""Who is quoted, and in which words?

``/s/`` lists the speakers by name, ``/s/sergey-lavrov`` says when and by whom Lavrov is quoted and lists the quotes,
newest first, and the names he is printed under: Sergey, Sergei. ``/s/sergey-lavrov/in-other-words`` lists what
articles tell without quotation marks that he said.

Left to others: the lineage of a quote (`articles.presentation.quote_lists`), the pages of a list
(`articles.views.http.keyset_pagination`).
"""

from itertools import groupby

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import IndirectQuote, Quote, Speaker
from articles.presentation.page_metadata import head_of_speaker
from articles.presentation.quote_lists import by_article, newest_first
from articles.presentation.speaker_statistics import profile_of
from articles.views.http.canonical import elsewhere, unless_at
from articles.views.http.keyset_pagination import counted, page_of
from articles.views.http.page_cache import while_unchanged
from articles.views.http.search_params import speaker_at
from articles.views.http.tabular import QUOTES, SPEAKERS, table_of


@require_safe
@while_unchanged
def speakers(request: HttpRequest, form: str = "") -> HttpResponse:
    """A page of the list of speakers."""
    everybody, counts = Speaker.objects.current().order_by("name", "pk"), Speaker.objects.with_counts()
    if form:
        return table_of(request, form, everybody, SPEAKERS, by="slug", counts=counts)
    page = counted(page_of(everybody, request.GET.get("after", ""), by="slug"), counts)
    return render(request, "speaker/list.html", {"page": page})


@require_safe
@while_unchanged
def speaker(request: HttpRequest, slug: str, form: str = "") -> HttpResponse:
    """A speaker with a page of the quotes attributed to them; one who was merged leads to the other."""
    speakers = Speaker.objects.with_counts().select_related("merged_into").prefetch_related("names")
    found = get_object_or_404(speakers, slug=slug)
    standing = found.merged_into or found
    if form:
        moved = unless_at(request, reverse("speaker_table", args=[standing.slug, form]))
        return moved or table_of(request, form, _printed(found), QUOTES)
    return elsewhere(request, standing) or _page(request, found)


@require_safe
@while_unchanged
def in_other_words(request: HttpRequest, slug: str) -> HttpResponse:
    """A page of what is told without quotation marks that a speaker said."""
    found = speaker_at(slug)
    moved = unless_at(request, reverse("in_other_words", args=[found.slug]))
    if moved:
        return moved
    told = IndirectQuote.objects.filter(speaker=found).in_context().newest_first()
    page = page_of(told, request.GET.get("after", ""))
    groups = groupby(page.rows, key=lambda each: each.article_id)
    articles = [list(group) for _, group in groups]
    return render(request, "speaker/indirect_quotes.html", {"speaker": found, "page": page, "articles": articles})


def _page(request: HttpRequest, found: Speaker) -> HttpResponse:
    page = page_of(_printed(found), request.GET.get("after", ""))
    told = IndirectQuote.objects.filter(speaker=found).count()
    context = {"speaker": found, "page": page, "articles": by_article(page.rows), "told": told}
    context["head"] = head_of_speaker(request, found)
    if page.is_first:
        context["profile"] = profile_of(found)
    return render(request, "speaker/detail.html", context)


def _printed(found: Speaker) -> QuerySet[Quote]:
    return newest_first(Quote.objects.filter(speaker=found).in_context())
