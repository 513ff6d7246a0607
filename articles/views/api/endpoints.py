"""What may be asked of the API?

Lineages, quotes, articles, outlets and speakers, one by its name or all of them page by page; whether words were
printed (``/api/v1/check?q=...``) and which quotations have some words (``/api/v1/search?q=...``, with the filters of
the page). A code that gave way to another answers with the lineage it leads to, ``code``, and names itself in
``requested_code``.

Left to others: how an answer is given (`answering`), its shapes (`shapes`).
"""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from articles.exports import json_export
from articles.models import Article, Lineage, Outlet, Quote, Speaker
from articles.models.lineage import canonical_code
from articles.presentation.check_results import answer_of
from articles.presentation.lineage_snapshot import standing_of
from articles.presentation.quote_lists import with_lineages
from articles.queries.permalinks import entry_of
from articles.queries.quote_check import check
from articles.queries.search import search
from articles.views.api.openapi import described
from articles.views.api.responses import Refused, answered, listed, page_asked, rows_asked
from articles.views.api.schemas import (
    answer_shape,
    article_shape,
    lineage_shape,
    outlet_shape,
    quote_shape,
    speaker_shape,
    words_shape,
)
from articles.views.check import PASSAGE_LIMIT
from articles.views.comparison import LARGEST
from articles.views.http.etags import mark_of_lineage
from articles.views.http.search_params import outlet_at, question_of, speaker_at
from articles.views.search import page_of_hits


@answered
def start(request: HttpRequest) -> dict[str, Any]:
    """Where everything is."""
    whole = request.build_absolute_uri
    names = ("lineages", "quotes", "articles", "outlets", "speakers", "search", "check", "openapi")
    return {name: whole(reverse(f"api:{name}")) for name in names}


@answered
def openapi(request: HttpRequest) -> dict[str, Any]:
    """The description of all this."""
    return described(request.build_absolute_uri(reverse("api:start")))


@answered
def lineages(request: HttpRequest) -> dict[str, Any]:
    """Most printed first."""
    page = page_asked(request, Lineage.objects.with_first().most_printed_first(), by="code")
    return listed(request, [lineage_shape(each, request.build_absolute_uri) for each in page.rows], page.next)


@partial(answered, mark_of=mark_of_lineage)
def lineage(request: HttpRequest, code: str) -> dict[str, Any]:
    """One, with its printings, places and origins."""
    entry = entry_of(code)
    standing = standing_of(request, entry, entry.lineage) if entry.lineage else None
    if standing is None:
        raise Http404(f"This quotation was withdrawn. {entry.gone_because}".strip())
    return {"requested_code": canonical_code(code), **json_export.data(standing)}


@answered
def quotes(request: HttpRequest) -> dict[str, Any]:
    """Those of one speaker, of one outlet, or all, as they came in, the last first."""
    rows = with_lineages(Quote.objects.in_context()).order_by("-pk")
    if request.GET.get("speaker"):
        rows = rows.filter(speaker=speaker_at(request.GET["speaker"]))
    if request.GET.get("outlet"):
        rows = rows.filter(article__outlet=outlet_at(request.GET["outlet"]))
    page = page_asked(request, rows)
    return listed(request, [quote_shape(each, request.build_absolute_uri) for each in page.rows], page.next)


@answered
def quote(request: HttpRequest, number: int) -> dict[str, Any]:
    """One."""
    found = with_lineages(Quote.objects.in_context()).filter(pk=_storable(number)).first()
    if found is None:
        raise Http404("There is no such quote.")
    return quote_shape(found, request.build_absolute_uri)


@answered
def articles(request: HttpRequest) -> dict[str, Any]:
    """Those of one outlet, or all, as they came in, the last first."""
    rows = Article.objects.light().select_related("outlet").order_by("-pk")
    if request.GET.get("outlet"):
        rows = rows.filter(outlet=outlet_at(request.GET["outlet"]))
    page = page_asked(request, rows)
    return listed(request, [article_shape(each, request.build_absolute_uri) for each in page.rows], page.next)


@answered
def article(request: HttpRequest, number: int) -> dict[str, Any]:
    """One, with its quotes."""
    found = Article.objects.light().select_related("outlet").filter(pk=_storable(number)).first()
    if found is None:
        raise Http404("There is no such article.")
    whole = request.build_absolute_uri
    quotes = with_lineages(found.quotes.select_related("speaker").order_by("start"))
    for each in quotes:
        each.article = found  # its address is made of the article's
    return article_shape(found, whole) | {"quotes": [words_shape(each, whole) for each in quotes]}


@answered
def outlets(request: HttpRequest) -> dict[str, Any]:
    """By name."""
    page = page_asked(request, Outlet.objects.current().order_by("folded", "pk"), by="slug")
    return listed(request, [outlet_shape(each, request.build_absolute_uri) for each in page.rows], page.next)


@answered
def outlet(request: HttpRequest, slug: str) -> dict[str, Any]:
    """One, with how much it printed; one that was merged leads to the other."""
    found = Outlet.objects.with_counts().get(pk=outlet_at(slug).pk)
    return outlet_shape(found, request.build_absolute_uri) | {
        "articles": getattr(found, "article_count"),  # noqa: B009 - an annotation, which the type checker does not see
        "quotes": getattr(found, "quote_count"),  # noqa: B009 - an annotation, which the type checker does not see
    }


@answered
def speakers(request: HttpRequest) -> dict[str, Any]:
    """By name."""
    page = page_asked(request, Speaker.objects.current().order_by("name", "pk"), by="slug")
    return listed(request, [speaker_shape(each, request.build_absolute_uri) for each in page.rows], page.next)


@answered
def speaker(request: HttpRequest, slug: str) -> dict[str, Any]:
    """One, with the names they are printed under; one who was merged leads to the other."""
    found = Speaker.objects.with_counts().prefetch_related("names").get(pk=speaker_at(slug).pk)
    return speaker_shape(found, request.build_absolute_uri) | {
        "names": [each.name for each in found.names.all()],
        "quotes": getattr(found, "quote_count"),  # noqa: B009 - an annotation, which the type checker does not see
        "outlets": getattr(found, "outlet_count"),  # noqa: B009 - an annotation, which the type checker does not see
    }


@answered
def search_words(request: HttpRequest) -> dict[str, Any]:
    """The lineages that have some words, with the filters of the page."""
    hits, after = page_of_hits(search(question_of(request.GET)), request.GET.get("after", ""), rows_asked(request))
    found = Lineage.objects.with_first().in_bulk([hit.lineage for hit in hits])
    items = [lineage_shape(found[hit.lineage], request.build_absolute_uri) for hit in hits if hit.lineage in found]
    return listed(request, items, after)


@answered
def check_words(request: HttpRequest) -> dict[str, Any]:
    """How near words come to print."""
    text = request.GET.get("q", "").strip()
    if not text or len(text) > PASSAGE_LIMIT or "\0" in text:
        raise Refused(f"q holds the words to check, {PASSAGE_LIMIT} characters at most.")
    return answer_shape(answer_of(1, check([text])[0]), request.build_absolute_uri)


def _storable(number: int) -> int:
    """A number that a database takes. Raises Http404."""
    if number > LARGEST:
        raise Http404("There is no such number.")
    return number
