"""Who is quoted, and in which words?

``/s/`` lists the speakers by name, ``/s/sergey-lavrov`` the quotes attributed to Lavrov, newest first, and the names
he is printed under: Sergey, Sergei.

Left to others: the lineage of a quote (`articles.views.quotes`), the pages of a list (`articles.views.paging`).
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Quote, Speaker

from .addresses import elsewhere
from .paging import page_of
from .quotes import by_article, newest_first


@require_safe
def speakers(request: HttpRequest) -> HttpResponse:
    """A page of the list of speakers."""
    everybody = Speaker.objects.current().with_counts().order_by("name", "pk")
    page = page_of(everybody, request.GET.get("after", ""), by="slug")
    return render(request, "articles/speakers.html", {"page": page})


@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """A speaker with a page of the quotes attributed to them; one who was merged leads to the other."""
    speakers = Speaker.objects.with_counts().select_related("merged_into").prefetch_related("names")
    found = get_object_or_404(speakers, slug=slug)
    return elsewhere(request, found.merged_into or found) or _page(request, found)


def _page(request: HttpRequest, found: Speaker) -> HttpResponse:
    page = page_of(newest_first(Quote.objects.filter(speaker=found).in_context()), request.GET.get("after", ""))
    return render(request, "articles/speaker.html", {"speaker": found, "page": page, "articles": by_article(page.rows)})
