"""Search page: quotations that have some words.

``/search?q="colossal mistake"&outlet=rt`` lists every quotation that has the words - or whose speaker, headline or
outlet has them - with the words marked, and facets to narrow the answer by: speakers, outlets, years, languages, each
with its count. The same address gives htmx the list alone, while somebody types.

See also `articles.views.check`, which says whether a sentence was printed as it is remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.models import Lineage
from articles.presentation.page_metadata import build_search_metadata
from articles.presentation.search_results import build_result_rows
from articles.queries.search import Facet, SearchHit, SearchQuery, SearchResult, search
from articles.views.http.forms import MAX_TEXT_LENGTH
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.keyset_pagination import ROWS_A_PAGE
from articles.views.http.page_cache import cached_site_page
from articles.views.http.search_params import get_search_text, list_active_filters, parse_search_query, replace_param
from articles.views.http.tabular import LINEAGE_COLUMNS, ROWS_A_TABLE, render_rows

SORT_LABELS = {"printed": "most printed first", "newest": "newest first", "oldest": "oldest first"}


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value to narrow the answer by, with the query string that does so."""

    facet: Facet
    query_string: str


@require_safe
@vary_on_headers("HX-Request")
@cached_site_page
def search_page(request: HtmxRequest, form: str = "") -> HttpResponse:
    """Show the page with the answer to a search; or the answer alone, or as a table."""
    question = parse_search_query(request.GET)
    text, found = get_search_text(request.GET), search(question)
    page, following = paginate_hits(found, request.GET.get("after", ""), ROWS_A_TABLE if form else ROWS_A_PAGE)
    if form:
        lineages = Lineage.objects.with_first().in_bulk([hit.lineage for hit in page])
        rows = [lineages[hit.lineage] for hit in page if hit.lineage in lineages]
        return render_rows(request, form, rows, LINEAGE_COLUMNS, following)
    context = {
        "text": text,
        "longest": MAX_TEXT_LENGTH,
        "question": question,
        "found": found,
        "orders": [(key, words, replace_param(request.GET, "sort", key)) for key, words in SORT_LABELS.items()],
        "filters": list(list_active_filters(request.GET, question)),
        "choices": build_facet_links(request.GET, question, found),
        "rows": build_result_rows(page, question),
        "following": following,
        "asked": replace_param(request.GET, "q", text),
        "is_first": not request.GET.get("after"),
        "fragment": wants_fragment(request),
    }
    if question.has_criteria:
        context["head"] = build_search_metadata(request, text)
    return render(request, "search/_results.html" if wants_fragment(request) else "search/page.html", context)


def paginate_hits(found: SearchResult, after: str, size: int = ROWS_A_PAGE) -> tuple[Sequence[SearchHit], str]:
    """Return the hits behind the lineage with the code `after`, and the code that the next page begins behind."""
    start = 0
    if after:
        last = Lineage.objects.filter(code=after).values_list("pk", flat=True).first() if "\0" not in after else None
        start = next((place for place, hit in enumerate(found.hits, start=1) if hit.lineage == last), -1)
        if start < 0:
            raise Http404("This page of the answer is not there any more.")
    page = found.hits[start : start + size]
    if start + size >= len(found.hits):
        return page, ""
    return page, Lineage.objects.values_list("code", flat=True).get(pk=page[-1].lineage)


def build_facet_links(
    asked: QueryDict, question: SearchQuery, found: SearchResult
) -> list[tuple[str, list[FacetLink]]]:
    """Return the facets under their headings, without those that would change nothing."""
    facets = found.facets
    offered = [
        ("Speakers", "speaker", facets.speakers if not question.speaker else ()),
        ("Outlets", "outlet", facets.outlets if not question.outlet else ()),
        ("Years", "since until", facets.years if not (question.since or question.until) else ()),
        ("What printings change", "kind", facets.kinds if not question.kind else ()),
        ("Languages", "language", facets.languages if not question.language else ()),
    ]
    return [
        (
            heading,
            [FacetLink(facet, replace_param(asked, name, *[facet.value] * len(name.split()))) for facet in values],
        )
        for heading, name, values in offered
        if len(values) > 1 or any(facet.count < len(found.hits) for facet in values)
    ]
