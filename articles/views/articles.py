"""Article pages: the stored text with its quotations marked, and its indirect quotes.

``/a/2/us-led-strikes-on-isis-positions`` is SANA's text paragraph by paragraph, exactly as it was taken in. Quotations
lead to their lineages, what others print instead stands in the margin. Menus and comments are folded away with the rule
that set them aside, not left out. While the quotations are being linked, the page asks for that part of it again.

``/a/2/us-led-strikes/versions/2`` is one version of the article, for ever, with what changed from the one before. The
article's own page shows the newest version.

``/a/2/us-led-strikes/in-other-words`` sets each indirect quote beside the quotation that it may paraphrase. No words
are marked in them, as a paraphrase has its own words by right.
"""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.importers.text_warnings import list_warnings
from articles.models import Alias, Article, IndirectQuote, Quote
from articles.models.article_version import get_version_address
from articles.presentation.article_notes import load_notes
from articles.presentation.article_text import group_paragraphs, list_headline_notes
from articles.presentation.article_versions import VersionChanges, build_version_changes, list_entries
from articles.presentation.linking_progress import get_linking_progress
from articles.presentation.page_metadata import build_article_metadata
from articles.presentation.quote_lists import build_quote_rows, prefetch_lineages
from articles.queries.article_versions import (
    VersionText,
    get_newest_number,
    list_versions,
    load_compared_text,
    load_fates,
    load_version_text,
    place_indirect_quotes,
    place_quotes,
)
from articles.queries.quote_check import CheckResult, LineageFinding, check_quotes
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.page_cache import cached_article_page, cached_site_page
from articles.views.permalinks import redirect_unless_at, render_withdrawn_article

PASSAGES_COMPARED = 40  # of one article; the 84 labelled articles of the development part have 8 in the median
MAX_VERSION_DIGITS = 4  # of the number of a version in an address
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
    if fragment:
        return _render_linking_progress(request, article)
    versions = list_versions(article)
    shown = load_version_text(article, get_newest_number(versions), versions)
    assert shown is not None, "the newest version is one of the versions"
    return _render_article(request, shown)


@require_safe
def article_version(request: HttpRequest, number: int, slug: str, version: str) -> HttpResponse:
    """Show one version of an article whole, and what changed from the version before it."""
    article = get_object_or_404(Article.objects.select_related("outlet").defer("original"), pk=number)
    if article.withdrawn:
        return render_withdrawn_article(request, article)
    asked = int(version) if len(version) <= MAX_VERSION_DIGITS else 0
    if moved := redirect_unless_at(request, get_version_address(article, asked)):
        return moved
    versions = list_versions(article)
    shown = load_version_text(article, asked, versions)
    if shown is None:
        raise Http404("There is no such version of this article.")
    return _render_article(request, shown, whole=True)


def _render_linking_progress(request: HtmxRequest, article: Article) -> HttpResponse:
    """Show the progress of linking; when done, nothing in its place, and the new list of quotations."""
    progress = get_linking_progress(article)
    if progress:
        return render(request, "article/_linking_progress.html", {"article": article, "progress": progress})
    context = _build_quotes_context(article, get_newest_number(list_versions(article)))
    joined = sum(each.other_count > 0 for each in context["quotes"])
    return render(request, "article/_linked.html", context | {"joined": joined})


def _render_article(request: HttpRequest, shown: VersionText, *, whole: bool = False) -> HttpResponse:
    """Render a version of an article; `whole` says that the page is about this version alone."""
    article = shown.article
    context = _build_quotes_context(article, shown.number)
    indirect_quotes = place_indirect_quotes(article.text, shown.number, list(_get_indirect_quotes(article)))
    context |= {
        "parts": group_paragraphs(article, context["quotes"], indirect_quotes),
        "indirect_quotes": indirect_quotes,
        "headline_notes": list_headline_notes(shown.headline, context["quotes"]),
        "warnings": list_warnings(article.warnings),
        "progress": get_linking_progress(article),
        "may_curate": _may_curate(request),
        "head": build_article_metadata(request, article),
        "shown": shown,
        "entries": list_entries(article, shown.versions, shown.number),
        "changes": _build_changes(shown) if shown.version else None,
    }
    return render(request, "article/version.html" if whole else "article/detail.html", context)


def _may_curate(request: HttpRequest) -> bool:
    """Return whether the desk's page of the article is offered; whoever has no session is not looked up."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.has_perm("articles.curate")


def _build_changes(shown: VersionText) -> VersionChanges | None:
    if shown.version is None:
        return None
    before = load_compared_text(shown.article, shown.version.compared_with)
    return build_version_changes(shown.version, load_fates(shown.version), before, Alias.objects.load_table())


def _build_quotes_context(article: Article, version: int) -> dict[str, Any]:
    """Return the context of the list of quotations."""
    stored = place_quotes(article, version, prefetch_lineages(Quote.objects.select_related("speaker", "article")))
    quotes = build_quote_rows(stored)
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
