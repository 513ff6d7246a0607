"""Article page: the stored text with its quotations marked.

``/a/2/us-led-strikes-on-isis-positions`` is SANA's text paragraph by paragraph, exactly as it was taken in. Quotations
are marked and lead to their lineages, what others print instead stands in the margin, and indirect speech is underlined
with dots. Menus, comments and "Check Also" are folded away with the rule that set them aside, not left out.

While the quotations are being linked the page says so, and asks for that part of it again.

See also `articles.presentation.linking_progress` (how far linking is), `articles.engine.cleaning` (labels of
paragraphs), `articles.engine.extraction` (quotations).
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.models import Article, IndirectQuote
from articles.presentation.article_notes import load_notes
from articles.presentation.article_text import group_paragraphs
from articles.presentation.linking_progress import get_linking_progress
from articles.presentation.page_metadata import build_article_metadata
from articles.presentation.quote_lists import build_quote_rows, prefetch_lineages
from articles.views.http.canonical import redirect_unless_canonical
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.page_cache import cached_site_page


@require_safe
@vary_on_headers("HX-Request")
@cached_site_page
def article_detail(request: HtmxRequest, number: int, slug: str = "") -> HttpResponse:
    """Show the article's page, or the progress of linking."""
    articles = Article.objects.select_related("outlet")
    fragment = wants_fragment(request)
    article = get_object_or_404(articles.defer_texts() if fragment else articles.defer("original"), pk=number)
    return redirect_unless_canonical(request, article) or (
        _render_linking_progress(request, article) if fragment else _render_article(request, article)
    )


def _render_linking_progress(request: HtmxRequest, article: Article) -> HttpResponse:
    """Show the progress of linking; when done, nothing in its place, and the list of quotations anew."""
    progress = get_linking_progress(article)
    if progress:
        return render(request, "article/_linking_progress.html", {"article": article, "progress": progress})
    context = _build_quotes_context(article)
    joined = sum(each.other_count > 0 for each in context["quotes"])
    return render(request, "article/_linked.html", context | {"joined": joined})


def _render_article(request: HtmxRequest, article: Article) -> HttpResponse:
    context = _build_quotes_context(article)
    indirect_quotes = list(IndirectQuote.objects.filter(article=article).select_related("speaker").order_by("start"))
    parts = group_paragraphs(article, context["quotes"], indirect_quotes)
    context |= {"parts": parts, "told": indirect_quotes, "progress": get_linking_progress(article)}
    return render(request, "article/detail.html", context | {"head": build_article_metadata(request, article)})


def _build_quotes_context(article: Article) -> dict[str, Any]:
    """Return the context of the list of quotations."""
    quotes = build_quote_rows(list(prefetch_lineages(article.quotes.select_related("speaker").order_by("start"))))
    halves = {each.quote.pk: each.number for each in quotes}
    return {"article": article, "quotes": quotes, "margins": load_notes(article, quotes), "halves": halves}
