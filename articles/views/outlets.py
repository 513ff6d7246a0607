"""Which outlets are there, and whose words does each print?

``/o/`` lists them by name, ``/o/sana`` the quotes SANA printed, newest first, each leading to the other printings of
the same words.

Left to others: the lineage of a quote (`articles.views.quotes`), the pages of a list (`articles.views.paging`).
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Outlet, Quote

from .addresses import elsewhere
from .paging import page_of
from .quotes import by_article, newest_first


@require_safe
def outlets(request: HttpRequest) -> HttpResponse:
    """A page of the list of outlets."""
    page = page_of(Outlet.objects.with_counts().order_by("folded", "pk"), request.GET.get("after", ""), by="slug")
    return render(request, "articles/outlets.html", {"page": page})


@require_safe
def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    """An outlet, with a page of the quotes it printed."""
    found = get_object_or_404(Outlet.objects.with_counts(), slug=slug)
    return elsewhere(request, found) or _page(request, found)


def _page(request: HttpRequest, found: Outlet) -> HttpResponse:
    printed = newest_first(Quote.objects.filter(article__outlet=found).in_context())
    page = page_of(printed, request.GET.get("after", ""))
    return render(request, "articles/outlet.html", {"outlet": found, "page": page, "articles": by_article(page.rows)})
