"""Atom feeds of new printings: of a lineage, a speaker, an outlet, a search, and of the whole site.

An entry is one printing, and says in which words it differs from the earliest printing seen, the most serious change
first. It keeps its ``tag:`` identifier whatever becomes of lineages, as the identifier names the quote; its date is the
time at which the article was taken in, because then it became news here.
"""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, get_tag_uri
from django.views.decorators.http import require_safe

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.partial_match import find_partial_match
from articles.engine.text.aliases import Aliases
from articles.engine.text.phrases import ELLIPSIS, count_phrase
from articles.exports import SITE_NAME, replace_forbidden_characters
from articles.models import Alias, Article, Lineage, LineageCode, Printing, Quote
from articles.models.printing import PrintingQuerySet
from articles.presentation.article_versions import describe_extent, describe_moment, describe_notice
from articles.queries.article_versions import list_outlet_edits
from articles.queries.search import search
from articles.views.http.page_cache import cached_lineage_page, cached_site_page
from articles.views.http.search_params import get_outlet_or_404, get_search_text, get_speaker_or_404, parse_search_query
from articles.views.permalinks import redirect_unless_at, with_lineage

ENTRIES = 30
MIN_OUTLETS = 2  # outlets that print the words, from which they are news of the whole site
CHANGES = 3  # named in an entry
ENTRY_WORDS = 80  # of a printing that an entry repeats


@require_safe
@cached_site_page
def site_feed(request: HttpRequest) -> HttpResponse:
    """Return the feed of words that more than one outlet printed."""
    subtitle = "Quotations published by more than one outlet: each new version, and what it changed."
    shared = Printing.objects.filter(lineage__outlet_count__gte=MIN_OUTLETS)
    return _render_feed(request, SITE_NAME, subtitle, reverse("home"), shared)


@require_safe
@cached_lineage_page
@with_lineage("lineage_feed")
def lineage_feed(request: HttpRequest, entry: LineageCode, lineage: Lineage) -> HttpResponse:
    """Return the feed of a lineage."""
    subtitle, path = "New versions of this quotation.", lineage.get_absolute_url()
    return _render_feed(request, str(lineage), subtitle, path, lineage.printings.all())


@require_safe
@cached_site_page
def speaker_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the feed of a speaker."""
    speaker = get_speaker_or_404(slug)
    if moved := redirect_unless_at(request, reverse("speaker_feed", args=[speaker.slug])):
        return moved
    newest = Quote.objects.public().filter(speaker=speaker).order_by("-pk").values_list("pk", flat=True)[:ENTRIES]
    printings = Printing.objects.filter(quote__in=list(newest))
    title, subtitle = f"{speaker}: quotations", f"New quotations of {speaker}."
    return _render_feed(request, title, subtitle, speaker.get_absolute_url(), printings)


@require_safe
@cached_site_page
def outlet_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the feed of an outlet."""
    outlet = get_outlet_or_404(slug)
    if moved := redirect_unless_at(request, reverse("outlet_feed", args=[outlet.slug])):
        return moved
    newest = Article.objects.public().filter(outlet=outlet).order_by("-pk").values_list("pk", flat=True)[:ENTRIES]
    printings = Printing.objects.filter(quote__article__in=list(newest))
    title, subtitle = f"{outlet}: quotations", f"New quotations published by {outlet}."
    return _render_feed(request, title, subtitle, outlet.get_absolute_url(), printings)


@require_safe
@cached_site_page
def outlet_edits_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the feed of the articles that an outlet edited after it published them."""
    outlet = get_outlet_or_404(slug)
    if moved := redirect_unless_at(request, reverse("outlet_edits_feed", args=[outlet.slug])):
        return moved
    feed = Atom1Feed(
        title=replace_forbidden_characters(f"{outlet}: edited articles"),
        link=request.build_absolute_uri(reverse("outlet_edits", args=[outlet.slug])),
        description="",
        subtitle=f"Articles that {outlet} edited after it published them.",
        feed_url=request.build_absolute_uri(),
        language="en",
        author_name=SITE_NAME,
    )
    for version in list_outlet_edits(outlet)[:ENTRIES]:
        address = request.build_absolute_uri(version.get_absolute_url())
        told = f"Edited {describe_moment(version)}, {describe_notice(version)}: {describe_extent(version)}."
        feed.add_item(
            title=replace_forbidden_characters(version.title or str(version.article)),
            link=address,
            description=replace_forbidden_characters(told),
            unique_id=get_tag_uri(request.build_absolute_uri(f"/version/{version.pk}"), version.stored),
            pubdate=version.stored,
            updateddate=version.stored,
        )
    headers = {"Access-Control-Allow-Origin": "*"}
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type, headers=headers)


@require_safe
@cached_site_page
def search_feed(request: HttpRequest) -> HttpResponse:
    """Return the feed of a search."""
    hits = search(parse_search_query(request.GET)).hits
    quotes = sorted((quote for hit in hits for quote in hit.quotes), reverse=True)[:ENTRIES]
    title = f"Search: {get_search_text(request.GET) or 'Quotations'}"
    subtitle = "New results for this search."
    path = f"{reverse('search')}?{request.META.get('QUERY_STRING', '')}"
    return _render_feed(request, title, subtitle, path, Printing.objects.filter(quote__in=quotes))


def _render_feed(
    request: HttpRequest, title: str, subtitle: str, path: str, printings: PrintingQuerySet
) -> HttpResponse:
    """Return the newest of `printings` as Atom."""
    address, aliases = request.build_absolute_uri(path), Alias.objects.load_table()
    feed = Atom1Feed(
        title=replace_forbidden_characters(title),
        link=address,
        description="",
        subtitle=subtitle,
        feed_url=request.build_absolute_uri(),
        feed_guid=get_tag_uri(address, None),
        language="en",
        author_name=SITE_NAME,
    )
    newest = printings.in_context().select_related("lineage__first__article__outlet").order_by("-pk")[:ENTRIES]
    for printing in newest:
        _add_entry(feed, request, printing, aliases)
    headers = {"Access-Control-Allow-Origin": "*"}
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type, headers=headers)


def _add_entry(feed: Atom1Feed, request: HttpRequest, printing: Printing, aliases: Aliases) -> None:
    quote, article = printing.quote, printing.quote.article
    who = quote.attribution_in_words or "Speaker not named"
    feed.add_item(
        title=replace_forbidden_characters(f"{article.outlet_name}: {who}, {quote}"),
        link=request.build_absolute_uri(printing.lineage.get_absolute_url()),
        description=replace_forbidden_characters(" ".join(_describe_printing(printing, aliases))),
        unique_id=get_tag_uri(request.build_absolute_uri(f"/quote/{quote.pk}"), article.taken_in),
        author_name=replace_forbidden_characters(who),
        pubdate=article.taken_in,
        updateddate=article.taken_in,
    )


def _describe_printing(printing: Printing, aliases: Aliases) -> Iterator[str]:
    """Yield the words, and how they differ from the earliest printing."""
    words = printing.text.split()
    cut = ELLIPSIS if len(words) > ENTRY_WORDS else ""
    yield f"\N{LEFT DOUBLE QUOTATION MARK}{' '.join(words[:ENTRY_WORDS])}{cut}\N{RIGHT DOUBLE QUOTATION MARK}"
    lineage, first = printing.lineage, printing.lineage.first
    if first is None or first.pk == printing.quote_id:
        yield "This is the earliest version found."
    else:
        yield _describe_variation(first, printing, aliases)
    yield f"Published by {count_phrase(lineage.outlet_count, 'outlet')} in total."


def _describe_variation(first: Quote, printing: Printing, aliases: Aliases) -> str:
    match = find_partial_match(first.text, printing.text, aliases)
    earliest = f"the earliest version found ({first.article.outlet_name})"
    if match.is_loose:
        return f"Another translation or a paraphrase of {earliest}."
    labels = list(dict.fromkeys(CHANGE_KINDS[change.kind].label for change in match.substantive_changes))
    if not labels:
        return f"The same words as {earliest}."
    more = f" and {count_phrase(len(labels) - CHANGES, 'more kind')}" if len(labels) > CHANGES else ""
    return f"Compared with {earliest}: {'; '.join(labels[:CHANGES])}{more}."
