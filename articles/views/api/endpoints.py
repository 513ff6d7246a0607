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
from articles.models.lineage import normalize_code
from articles.presentation.check_results import build_passage_view
from articles.presentation.lineage_snapshot import build_snapshot
from articles.presentation.quote_lists import prefetch_lineages
from articles.queries.permalinks import get_code_or_404
from articles.queries.quote_check import check_quotes
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
from articles.views.comparison import MAX_ROW_ID
from articles.views.http.etags import lineage_etag
from articles.views.http.search_params import get_outlet_or_404, get_speaker_or_404, parse_search_query
from articles.views.search import paginate_hits


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


@partial(answered, mark_of=lineage_etag)
def lineage(request: HttpRequest, code: str) -> dict[str, Any]:
    """One, with its printings, places and origins."""
    entry = get_code_or_404(code)
    standing = build_snapshot(request, entry, entry.lineage) if entry.lineage else None
    if standing is None:
        raise Http404(f"This quotation was withdrawn. {entry.gone_because}".strip())
    return {"requested_code": normalize_code(code), **json_export.serialize_lineage(standing)}


@answered
def quotes(request: HttpRequest) -> dict[str, Any]:
    """Those of one speaker, of one outlet, or all, as they came in, the last first."""
    rows = prefetch_lineages(Quote.objects.in_context()).order_by("-pk")
    if request.GET.get("speaker"):
        rows = rows.filter(speaker=get_speaker_or_404(request.GET["speaker"]))
    if request.GET.get("outlet"):
        rows = rows.filter(article__outlet=get_outlet_or_404(request.GET["outlet"]))
    page = page_asked(request, rows)
    return listed(request, [quote_shape(each, request.build_absolute_uri) for each in page.rows], page.next)


@answered
def quote(request: HttpRequest, number: int) -> dict[str, Any]:
    """One."""
    found = prefetch_lineages(Quote.objects.in_context()).filter(pk=_storable(number)).first()
    if found is None:
        raise Http404("There is no such quote.")
    return quote_shape(found, request.build_absolute_uri)


@answered
def articles(request: HttpRequest) -> dict[str, Any]:
    """Those of one outlet, or all, as they came in, the last first."""
    rows = Article.objects.defer_texts().select_related("outlet").order_by("-pk")
    if request.GET.get("outlet"):
        rows = rows.filter(outlet=get_outlet_or_404(request.GET["outlet"]))
    page = page_asked(request, rows)
    return listed(request, [article_shape(each, request.build_absolute_uri) for each in page.rows], page.next)


@answered
def article(request: HttpRequest, number: int) -> dict[str, Any]:
    """One, with its quotes."""
    found = Article.objects.defer_texts().select_related("outlet").filter(pk=_storable(number)).first()
    if found is None:
        raise Http404("There is no such article.")
    whole = request.build_absolute_uri
    quotes = prefetch_lineages(found.quotes.select_related("speaker").order_by("start"))
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
    found = Outlet.objects.with_counts().get(pk=get_outlet_or_404(slug).pk)
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
    found = Speaker.objects.with_counts().prefetch_related("names").get(pk=get_speaker_or_404(slug).pk)
    return speaker_shape(found, request.build_absolute_uri) | {
        "names": [each.name for each in found.names.all()],
        "quotes": getattr(found, "quote_count"),  # noqa: B009 - an annotation, which the type checker does not see
        "outlets": getattr(found, "outlet_count"),  # noqa: B009 - an annotation, which the type checker does not see
    }


@answered
def search_words(request: HttpRequest) -> dict[str, Any]:
    """The lineages that have some words, with the filters of the page."""
    hits, after = paginate_hits(
        search(parse_search_query(request.GET)), request.GET.get("after", ""), rows_asked(request)
    )
    found = Lineage.objects.with_first().in_bulk([hit.lineage for hit in hits])
    items = [lineage_shape(found[hit.lineage], request.build_absolute_uri) for hit in hits if hit.lineage in found]
    return listed(request, items, after)


@answered
def check_words(request: HttpRequest) -> dict[str, Any]:
    """How near words come to print."""
    text = request.GET.get("q", "").strip()
    if not text or len(text) > PASSAGE_LIMIT or "\0" in text:
        raise Refused(f"q holds the words to check, {PASSAGE_LIMIT} characters at most.")
    return answer_shape(build_passage_view(1, check_quotes([text])[0]), request.build_absolute_uri)


def _storable(number: int) -> int:
    """A number that a database takes. Raises Http404."""
    if number > MAX_ROW_ID:
        raise Http404("There is no such number.")
    return number
