"""Article pages: the stored text with its quotations marked, and its indirect quotes.

``/a/2/us-led-strikes-on-isis-positions`` is SANA's text paragraph by paragraph, exactly as it was taken in. Quotations
lead to their lineages, what others print instead stands in the margin. Menus and comments are folded away with the rule
that set them aside, not left out. While the quotations are being linked, the page asks for that part of it again.

``/a/2/us-led-strikes/in-other-words`` sets each indirect quote beside the quotation that it may paraphrase. No words
are marked in them, as a paraphrase has its own words by right.
"""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.importers.text_warnings import list_warnings
from articles.models import Article, IndirectQuote
from articles.presentation.article_notes import load_notes
from articles.presentation.article_text import group_paragraphs, list_headline_notes
from articles.presentation.linking_progress import get_linking_progress
from articles.presentation.page_metadata import build_article_metadata
from articles.presentation.quote_lists import build_quote_rows, prefetch_lineages
from articles.queries.quote_check import CheckResult, LineageFinding, check_quotes
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.page_cache import cached_article_page, cached_site_page
from articles.views.permalinks import redirect_unless_at, render_withdrawn_article

PASSAGES_COMPARED = 40  # of one article; the 84 labelled articles of the development part have 8 in the median
LINEAGES_TRIED = 3  # of each passage: the nearest may be another speaker's


@require_safe
@vary_on_headers("HX-Request")
@cached_article_page
def article_detail(request: HtmxRequest, number: int, slug: str = "") -> HttpResponse:
    """Show the article's page, or the progress of linking."""
    fragment = wants_fragment(request)
    articles = Article.objects.select_related("outlet")
    article = get_object_or_404(articles.defer_texts() if fragment else articles.defer("original"), pk=number)
    if article.withdrawn:
        return render_withdrawn_article(request, article)
    if moved := redirect_unless_at(request, article.get_absolute_url()):
        return moved
    return _render_linking_progress(request, article) if fragment else _render_article(request, article)


def _render_linking_progress(request: HtmxRequest, article: Article) -> HttpResponse:
    """Show the progress of linking; when done, nothing in its place, and the new list of quotations."""
    progress = get_linking_progress(article)
    if progress:
        return render(request, "article/_linking_progress.html", {"article": article, "progress": progress})
    context = _build_quotes_context(article)
    joined = sum(each.other_count > 0 for each in context["quotes"])
    return render(request, "article/_linked.html", context | {"joined": joined})


def _render_article(request: HtmxRequest, article: Article) -> HttpResponse:
    context = _build_quotes_context(article)
    indirect_quotes = list(_get_indirect_quotes(article))
    context |= {
        "parts": group_paragraphs(article, context["quotes"], indirect_quotes),
        "indirect_quotes": indirect_quotes,
        "headline_notes": list_headline_notes(article, context["quotes"]),
        "warnings": list_warnings(article.warnings),
        "progress": get_linking_progress(article),
        "may_curate": _may_curate(request),
        "head": build_article_metadata(request, article),
    }
    return render(request, "article/detail.html", context)


def _may_curate(request: HtmxRequest) -> bool:
    """Return whether the desk's page of the article is offered; whoever has no session is not looked up."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.has_perm("articles.curate")


def _build_quotes_context(article: Article) -> dict[str, Any]:
    """Return the context of the list of quotations."""
    quotes = build_quote_rows(list(prefetch_lineages(article.quotes.select_related("speaker").order_by("start"))))
    numbers = {each.quote.pk: each.number for each in quotes}
    noted = [each for each in quotes if each.other_count > 0] if article.is_spoken else quotes  # a speech is long
    return {"article": article, "quotes": quotes, "margins": load_notes(article, noted), "quote_numbers": numbers}


@require_safe
@cached_site_page
def article_indirect_quotes(request: HttpRequest, number: int, slug: str) -> HttpResponse:
    """Show an article's indirect quotes, each next to the quotation that it may paraphrase."""
    article = get_object_or_404(Article.objects.defer_texts().select_related("outlet"), pk=number)
    if article.withdrawn:
        return render_withdrawn_article(request, article)
    if moved := redirect_unless_at(request, reverse("retellings", args=[article.pk, article.slug])):
        return moved
    indirect_quotes = list(_get_indirect_quotes(article))
    compared = indirect_quotes[:PASSAGES_COMPARED]
    checked = check_quotes([each.text for each in compared], limit=LINEAGES_TRIED)
    pairs = [(each, _find_nearest(each, result)) for each, result in zip(compared, checked, strict=True)]
    context = {
        "article": article,
        "paraphrases": [(indirect_quote, finding) for indirect_quote, finding in pairs if finding],
        "unmatched": [indirect_quote for indirect_quote, finding in pairs if not finding],
        "left_out": len(indirect_quotes) - len(compared),
    }
    return render(request, "article/indirect_quotes.html", context)


def _get_indirect_quotes(article: Article) -> QuerySet[IndirectQuote]:
    return IndirectQuote.objects.filter(article=article).select_related("speaker").order_by("start")


def _find_nearest(indirect_quote: IndirectQuote, checked: CheckResult) -> LineageFinding | None:
    """Return the nearest quotation of the same speaker in another article."""
    speaker = indirect_quote.speaker_id
    for finding in checked.findings:
        quote = finding.nearest.printing.quote
        if speaker is not None and quote.speaker_id == speaker and quote.article_id != indirect_quote.article_id:
            return finding
    return None
