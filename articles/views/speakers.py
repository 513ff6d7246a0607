"""Speaker pages: the quotations of a speaker, each lineage once, and their indirect quotes."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import IndirectQuote, Lineage, Printing, Quote, Speaker
from articles.models.lineage import CODE_LENGTH
from articles.presentation.page_metadata import build_speaker_metadata
from articles.presentation.quote_lists import order_newest_first
from articles.presentation.speaker_statistics import compute_speaker_statistics
from articles.views.http.keyset_pagination import paginate
from articles.views.http.list_options import read_list_options
from articles.views.http.page_cache import cached_site_page
from articles.views.http.search_params import get_speaker_or_404
from articles.views.http.tabular import QUOTE_COLUMNS, render_table
from articles.views.permalinks import redirect_unless_at


@require_safe
@cached_site_page
def speaker_detail(request: HttpRequest, slug: str, form: str = "") -> HttpResponse:
    """Show a speaker with a page of the quotes attributed to them; one who was merged redirects to the other."""
    speaker = get_speaker_or_404(slug, Speaker.objects.with_counts().prefetch_related("names"))
    address = reverse("speaker_table", args=[speaker.slug, form]) if form else speaker.get_absolute_url()
    if moved := redirect_unless_at(request, address):
        return moved
    options = read_list_options(request.GET, "altered")
    if form:
        quotes = Quote.objects.public().filter(options.filter_days("article__published"), speaker=speaker)
        return render_table(request, form, order_newest_first(quotes.in_context()), QUOTE_COLUMNS)
    after = request.GET.get("after", "")
    if after.isdecimal() and len(after) != CODE_LENGTH:  # pages of this list once began behind a quotation's number
        return HttpResponsePermanentRedirect(address)
    printings = Printing.objects.filter(options.filter_days("quote__article__published"), quote__speaker=speaker)
    lineages = options.sort_lineages(Lineage.objects.printed_in(printings).with_finding())
    page = paginate(lineages, after, by="code")
    context = {
        "speaker": speaker,
        "page": page,
        "options": options,
        "list_query": options.query,
        "feed": reverse("speaker_feed", args=[speaker.slug]),
        "indirect_quotes": IndirectQuote.objects.public().filter(speaker=speaker).count(),
        "probable_quotes": Quote.objects.public().filter(speaker=speaker).with_probable_speaker().count(),
        "head": build_speaker_metadata(request, speaker),
        "profile": compute_speaker_statistics(speaker) if page.is_first and not options.is_limited else None,
    }
    return render(request, "speaker/detail.html", context)


@require_safe
@cached_site_page
def speaker_indirect_quotes(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page of a speaker's indirect quotes."""
    speaker = get_speaker_or_404(slug)
    if moved := redirect_unless_at(request, reverse("in_other_words", args=[speaker.slug])):
        return moved
    indirect_quotes = IndirectQuote.objects.public().filter(speaker=speaker).in_context().newest_first()
    page = paginate(indirect_quotes, request.GET.get("after", ""))
    articles = [list(group) for _, group in groupby(page.rows, key=lambda each: each.article_id)]
    return render(request, "speaker/indirect_quotes.html", {"speaker": speaker, "page": page, "articles": articles})
