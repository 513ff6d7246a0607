"""Operations of the API: lineages, quotes, articles, outlets and speakers, search and check.

A code that gave way to another answers with the lineage that it leads to, and names itself in ``requested_code``.
"""

from typing import Any, TypeVar

from django.db.models import Model, Prefetch, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import condition, require_GET
from django.views.generic import TemplateView
from ninja import Query
from ninja.decorators import decorate_view

from articles import __version__
from articles.engine.extraction.pasted_text import split_attribution
from articles.exports import json_export
from articles.models import Article, Lineage, Outlet, Quote, Speaker
from articles.models.lineage import normalize_code
from articles.presentation.check_results import PassageView, build_passage_view
from articles.presentation.quote_lists import prefetch_lineages
from articles.queries.lineage_snapshot import take_snapshot
from articles.queries.permalinks import get_code_or_404
from articles.queries.quote_check import check_quotes
from articles.queries.search import search
from articles.views.api import schemas
from articles.views.api.responses import GoneError, ReadOnlyAPI, describe_api
from articles.views.api.schemas import CheckParams, ItemPage, OutletParams, PageParams, QuoteParams, SearchParams
from articles.views.http.etags import lineage_etag
from articles.views.http.keyset_pagination import paginate
from articles.views.http.search_params import get_outlet_or_404, get_speaker_or_404, parse_search_query
from articles.views.http.tabular import build_next_address
from articles.views.search import load_lineages, paginate_hits

Row = TypeVar("Row", bound=Model)
Content = dict[str, Any]

api = ReadOnlyAPI(
    title="Quote provenance",
    version=__version__,
    description="Who published a quotation first, and who changed which words. Read only, open to every website.",
    urls_namespace="api",
)


@api.read("/", dict[str, str], name="start", described=False)
def list_addresses(request: HttpRequest) -> dict[str, str]:
    """List the addresses of the API."""
    names = ("lineages", "quotes", "articles", "outlets", "speakers", "search", "check", "openapi")
    return {name: request.build_absolute_uri(reverse(f"api:{name}")) for name in names}


@api.read("/openapi.json", Content, name="openapi", described=False)
def get_description(request: HttpRequest) -> Content:
    """Return the OpenAPI description."""
    address = request.build_absolute_uri(reverse("api:start"))
    return describe_api(api) | {"servers": [{"url": address.rstrip("/")}]}


docs_page = require_GET(TemplateView.as_view(template_name="api/docs.html"))  # Swagger UI


@api.read("/lineages", ItemPage[schemas.LineageSchema], name="lineages")
def list_lineages(request: HttpRequest, params: Query[PageParams]) -> Content:
    """List quotations (lineages), those with the most outlets first."""
    return build_page(
        request, params, Lineage.objects.with_first().with_speaker_certainty().most_printed_first(), by="code"
    )


@api.read("/lineages/{text:code}", schemas.LineageDetailSchema, name="lineage")
@decorate_view(condition(etag_func=lineage_etag))
def get_lineage(request: HttpRequest, code: str) -> Content:
    """Return a quotation with its versions, the places where they differ, and who may have copied whom."""
    entry = get_code_or_404(code)
    snapshot = take_snapshot(entry, request.build_absolute_uri)
    if snapshot is None:
        raise GoneError(f"This quotation was withdrawn. {entry.gone_because}".strip())
    return {"requested_code": normalize_code(code), **json_export.serialize_lineage(snapshot)}


@api.read("/quotes", ItemPage[schemas.QuoteInContextSchema], name="quotes")
def list_quotes(request: HttpRequest, params: Query[QuoteParams]) -> Content:
    """List quotations as articles published them, the latest collected first."""
    rows = prefetch_lineages(Quote.objects.public().in_context()).order_by("-pk")
    if params.speaker:
        rows = rows.filter(speaker=get_speaker_or_404(params.speaker))
    if params.outlet:
        rows = rows.filter(article__outlet=get_outlet_or_404(params.outlet))
    return build_page(request, params, rows)


@api.read("/quotes/{int:number}", schemas.QuoteInContextSchema, name="quote")
def get_quote(request: HttpRequest, number: int) -> Quote:
    """Return a quotation in its article."""
    quote = get_object_or_404(prefetch_lineages(Quote.objects.in_context()), pk=number)
    _require_public(quote.article)
    return quote


@api.read("/articles", ItemPage[schemas.ArticleSchema], name="articles")
def list_articles(request: HttpRequest, params: Query[OutletParams]) -> Content:
    """List articles, the latest collected first."""
    rows = Article.objects.public().defer_texts().select_related("outlet").order_by("-pk")
    if params.outlet:
        rows = rows.filter(outlet=get_outlet_or_404(params.outlet))
    return build_page(request, params, rows)


@api.read("/articles/{int:number}", schemas.ArticleDetailSchema, name="article")
def get_article(request: HttpRequest, number: int) -> Article:
    """Return an article with its quotations."""
    quotes = prefetch_lineages(Quote.objects.select_related("speaker").order_by("start"))
    rows = Article.objects.defer_texts().select_related("outlet").prefetch_related(Prefetch("quotes", quotes))
    article = get_object_or_404(rows, pk=number)
    _require_public(article)
    return article


def _require_public(article: Article) -> None:
    """Raise GoneError with the reason and the day if the article was withdrawn."""
    if article.withdrawn:
        raise GoneError(f"This article was withdrawn on {article.withdrawn:%Y-%m-%d}. {article.withdrawn_because}")


@api.read("/outlets", ItemPage[schemas.OutletSchema], name="outlets")
def list_outlets(request: HttpRequest, params: Query[PageParams]) -> Content:
    """List outlets by name."""
    return build_page(request, params, Outlet.objects.current().order_by("folded", "pk"), by="slug")


@api.read("/outlets/{text:slug}", schemas.OutletDetailSchema, name="outlet")
def get_outlet(request: HttpRequest, slug: str) -> Outlet:
    """Return an outlet, with the number of its articles and quotations.

    One that was merged answers with the other.
    """
    return Outlet.objects.with_counts().get(pk=get_outlet_or_404(slug).pk)


@api.read("/speakers", ItemPage[schemas.SpeakerSchema], name="speakers")
def list_speakers(request: HttpRequest, params: Query[PageParams]) -> Content:
    """List speakers by name."""
    return build_page(request, params, Speaker.objects.current().order_by("name", "pk"), by="slug")


@api.read("/speakers/{text:slug}", schemas.SpeakerDetailSchema, name="speaker")
def get_speaker(request: HttpRequest, slug: str) -> Speaker:
    """Return a speaker, with the names that outlets use.

    One who was merged answers with the other.
    """
    return Speaker.objects.with_counts().prefetch_related("names").get(pk=get_speaker_or_404(slug).pk)


@api.read("/search", ItemPage[schemas.LineageSchema], name="search")
def search_lineages(request: HttpRequest, params: Query[SearchParams]) -> Content:
    """Search for quotations, with the filters of the search page."""
    hits, after = paginate_hits(search(parse_search_query(params.model_dump())), params.after, params.limit)
    return {"items": load_lineages(hits), "next": build_next_address(request, after)}


@api.read("/check", schemas.CheckSchema, name="check")
def check_words(request: HttpRequest, params: Query[CheckParams]) -> PassageView:
    """Check words against what was published, and against the earliest version found."""
    passage = split_attribution(params.q, params.speaker)
    return build_passage_view(1, check_quotes([passage.text], [passage.speaker])[0])


def build_page(request: HttpRequest, params: PageParams, rows: QuerySet[Row], *, by: str = "pk") -> Content:
    """Return the page of `rows` that `params` ask for, in the order of the queryset."""
    page = paginate(rows, params.after, by=by, size=params.limit)
    return {"items": page.rows, "next": build_next_address(request, page.next)}
