"""Search page: quotations that have some words, or whose speaker, headline or outlet has them, with facets."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.models import Lineage
from articles.presentation.page_metadata import build_search_metadata
from articles.presentation.search_results import build_result_rows
from articles.queries.search import Facet, SearchHit, SearchQuery, SearchResult, search
from articles.views.http.forms import MAX_TEXT_LENGTH, SearchForm
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.keyset_pagination import ROWS_A_PAGE
from articles.views.http.page_cache import cached_site_page
from articles.views.http.search_params import build_search_query, get_search_text, list_active_filters, replace_param
from articles.views.http.tabular import LINEAGE_COLUMNS, ROWS_A_TABLE, render_rows

SORT_LABELS = {
    "printed": "most outlets first",
    "altered": "most serious changes first",
    "newest": "newest first",
    "oldest": "oldest first",
}


@require_safe
@vary_on_headers("HX-Request")
@cached_site_page
def search_page(request: HtmxRequest, form: str = "") -> HttpResponse:
    """Show the page with the answer to a search; or the answer alone, or as a table."""
    asked, after = SearchForm(request.GET), request.GET.get("after", "")
    query = build_search_query(asked)
    result = search(query)
    hits, following = paginate_hits(result, after, ROWS_A_TABLE if form else ROWS_A_PAGE)
    if form:
        return render_rows(request, form, load_lineages(hits), LINEAGE_COLUMNS, following)
    text, fragment = get_search_text(request.GET), wants_fragment(request)
    context = {
        "text": text,
        "wordless": not (query.words or query.phrases),
        "asked": asked,
        "dates_open": bool(query.since or query.until or query.min_outlets > 1 or asked.errors),
        "feed": f"{reverse('search_feed')}?{request.META.get('QUERY_STRING', '')}",
        "longest": MAX_TEXT_LENGTH,
        "query": query,
        "result": result,
        "orders": [(key, words, replace_param(request.GET, "sort", key)) for key, words in SORT_LABELS.items()],
        "filters": list_active_filters(request.GET, query),
        "facets": _build_facet_links(request.GET, query, result),
        "rows": build_result_rows(hits, query),
        "following": following,
        "list_query": replace_param(request.GET, "q", text),
        "is_first": not after,
        "fragment": fragment,
    }
    if query.has_criteria:
        context["head"] = build_search_metadata(request, text)
    return render(request, "search/_results.html" if fragment else "search/page.html", context)


def paginate_hits(result: SearchResult, after: str, size: int) -> tuple[Sequence[SearchHit], str]:
    """Return the hits behind the lineage with the code `after`, and the code that the next page begins behind."""
    start = 0
    if after:
        last = Lineage.objects.filter(code=after).values_list("pk", flat=True).first() if "\0" not in after else None
        start = next((place for place, hit in enumerate(result.hits, start=1) if hit.lineage == last), -1)
        if start < 0:
            raise Http404("This page of the results no longer exists.")
    page = result.hits[start : start + size]
    if start + size >= len(result.hits):
        return page, ""
    return page, Lineage.objects.values_list("code", flat=True).get(pk=page[-1].lineage)


def load_lineages(hits: Sequence[SearchHit]) -> list[Lineage]:
    """Return the lineages of `hits` that are still there."""
    lineages = Lineage.objects.with_finding().in_bulk([hit.lineage for hit in hits])
    return [lineages[hit.lineage] for hit in hits if hit.lineage in lineages]


def _build_facet_links(
    params: QueryDict, query: SearchQuery, result: SearchResult
) -> list[tuple[str, list[tuple[Facet, str]]]]:
    """Return the facets under their headings, each with the query string that narrows the answer to it.

    Facets that would change nothing are left out.
    """
    offered = [
        ("Speakers", "speaker", query.speaker, result.facets.speakers),
        ("Outlets", "outlet", query.outlet, result.facets.outlets),
        ("Years", "since until", query.since or query.until, result.facets.years),
        ("What changed", "kind", query.kind, result.facets.kinds),
        ("Languages", "language", query.language, result.facets.languages),
    ]
    return [
        (heading, [(each, replace_param(params, name, *[each.value] * len(name.split()))) for each in facets])
        for heading, name, chosen, facets in offered
        if not chosen and (len(facets) > 1 or any(each.count < len(result.hits) for each in facets))
    ]
