"""Outlet pages: how an outlet's printings differ from the earliest ones seen, its quotations, two outlets compared."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.collation import build_wording_key
from articles.importers.storable import is_storable
from articles.models import ArticleVersion, Lineage, Outlet, Printing, Quote, Variant
from articles.models.lineage import LineageQuerySet
from articles.models.variant import NO_CHANGE, get_kind_label
from articles.presentation.article_versions import describe_extent, describe_moment
from articles.presentation.outlet_statistics import UNCHANGED, compute_outlet_statistics, pair_change_rates
from articles.presentation.page_metadata import build_outlet_metadata
from articles.presentation.quote_lists import group_by_article, order_newest_first
from articles.queries.article_versions import list_outlet_edits
from articles.views.http.keyset_pagination import Page, paginate
from articles.views.http.list_options import ListOptions, read_list_options
from articles.views.http.page_cache import cached_site_page
from articles.views.http.search_params import get_outlet_or_404
from articles.views.http.tabular import QUOTE_COLUMNS, render_table
from articles.views.permalinks import redirect_unless_at


@require_safe
@cached_site_page
def outlet_detail(request: HttpRequest, slug: str, form: str = "") -> HttpResponse:
    """Show an outlet with a page of the quotes it printed; one that was merged redirects to the other."""
    outlet = get_outlet_or_404(slug, Outlet.objects.with_counts())
    address = reverse("outlet_table", args=[outlet.slug, form]) if form else outlet.get_absolute_url()
    if moved := redirect_unless_at(request, address):
        return moved
    options, after = read_list_options(request.GET, "newest"), request.GET.get("after", "")
    quotes = _get_outlet_quotes(outlet).filter(options.filter_days("article__published"))
    if form:
        return render_table(request, form, quotes, QUOTE_COLUMNS)
    feed = reverse("outlet_feed", args=[outlet.slug])
    context = {"outlet": outlet, "options": options, "list_query": options.query, "feed": feed}
    page: Page[Quote] | Page[Lineage]
    if options.sort == "newest":
        page = paginate(quotes, after)
        context |= {"page": page, "articles": group_by_article(page.rows)}
    else:
        page = paginate(_get_outlet_lineages(outlet, options), after, by="code")
        context |= {"page": page, "lineages": page.rows, "table_query": options.query}
    if page.is_first and not options.is_limited:
        context |= {"statistics": compute_outlet_statistics(outlet), "others": _find_comparable_outlets(outlet)}
    return render(request, "outlet/detail.html", context | {"head": build_outlet_metadata(request, outlet)})


def _get_outlet_lineages(outlet: Outlet, options: ListOptions) -> LineageQuerySet:
    days = options.filter_days("quote__article__published")
    printings = Printing.objects.filter(days, quote__article__outlet=outlet)
    return options.sort_lineages(Lineage.objects.printed_in(printings).with_finding())


def _get_outlet_quotes(outlet: Outlet) -> QuerySet[Quote]:
    return order_newest_first(Quote.objects.public().filter(article__outlet=outlet).in_context())


OUTLETS_OFFERED = 6  # outlets offered to be set beside this one
RECENT_VARIANTS = 100  # of its printings that were compared, those looked at for that
OTHER_PRINTINGS_READ = 1000  # printings of others that are looked at, of the newest lineages


def _find_comparable_outlets(outlet: Outlet) -> list[Outlet]:
    """Return the outlets that print most of what this one printed lately.

    They are counted here: asked for six different outlets, PostgreSQL read a million printings outlet by outlet.
    """
    own = Variant.objects.filter(outlet=outlet).order_by("-pk").values_list("printing__lineage", flat=True)
    others = Printing.objects.filter(lineage__in=set(own[:RECENT_VARIANTS]), quote__article__outlet__isnull=False)
    newest = others.order_by("-lineage_id", "-pk")
    counts = Counter(newest.values_list("quote__article__outlet", flat=True)[:OTHER_PRINTINGS_READ])
    counts.pop(outlet.pk, None)
    commonest = sorted(counts, key=lambda pk: (-counts[pk], pk))[:OUTLETS_OFFERED]
    outlets = Outlet.objects.in_bulk(commonest)
    return [outlets[pk] for pk in commonest if pk in outlets]


@require_safe
@cached_site_page
def outlet_changes(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Show a page of the printings of an outlet that have one kind of change."""
    outlet = get_outlet_or_404(slug)
    if kind != UNCHANGED and kind not in CHANGE_KINDS:
        raise Http404("There is no such kind of change.")
    if moved := redirect_unless_at(request, reverse("changes", args=[outlet.slug, kind])):
        return moved
    stored_kind = NO_CHANGE if kind == UNCHANGED else kind
    variants = Variant.objects.filter(outlet=outlet, kind=stored_kind).in_context().newest_first()
    context = {
        "outlet": outlet,
        "kind": kind,
        "label": get_kind_label(stored_kind),
        "meaning": CHANGE_KINDS[kind].meaning if kind in CHANGE_KINDS else "",
        "page": paginate(variants, request.GET.get("after", "")),
    }
    return render(request, "outlet/changes.html", context)


@require_safe
@cached_site_page
def outlet_first_printings(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page of the quotations that an outlet was the first seen to print, of several."""
    outlet = get_outlet_or_404(slug)
    if moved := redirect_unless_at(request, reverse("first", args=[outlet.slug])):
        return moved
    lineages = Lineage.objects.filter(first__article__outlet=outlet, outlet_count__gt=1).with_finding().order_by("-pk")
    page = paginate(lineages, request.GET.get("after", ""), by="code")
    return render(request, "outlet/first_printings.html", {"outlet": outlet, "page": page})


@require_safe
@cached_site_page
def outlet_credited_quotes(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page of the quotations in an outlet's articles that name ``?whom=`` as their source."""
    outlet, whom = get_outlet_or_404(slug), request.GET.get("whom", "")
    if not whom or not is_storable(whom):
        raise Http404("No credited source with that name.")
    if moved := redirect_unless_at(request, reverse("crediting", args=[outlet.slug])):
        return moved
    page = paginate(_get_outlet_quotes(outlet).filter(article__credit=whom), request.GET.get("after", ""))
    context = {"outlet": outlet, "whom": whom, "page": page, "articles": group_by_article(page.rows)}
    return render(request, "outlet/credited.html", context | {"list_query": urlencode({"whom": whom})})


@require_safe
@cached_site_page
def outlet_edits(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page of the articles that an outlet edited after it published them, with and without a notice."""
    outlet = get_outlet_or_404(slug)
    if moved := redirect_unless_at(request, reverse("outlet_edits", args=[outlet.slug])):
        return moved
    rows = list_outlet_edits(outlet)
    noted = request.GET.get("notice", "")
    if noted in NOTICE_CHOICES:
        rows = rows.exclude(notice="") if noted == "with" else rows.filter(notice="")
    page = paginate(rows, request.GET.get("after", ""))
    context = {
        "outlet": outlet,
        "page": page,
        "noted": noted,
        "edits": [EditRow(each, describe_moment(each), describe_extent(each)) for each in page.rows],
        "feed": reverse("outlet_edits_feed", args=[outlet.slug]),
        "list_query": urlencode({"notice": noted}) if noted in NOTICE_CHOICES else "",
    }
    return render(request, "outlet/edits.html", context)


NOTICE_CHOICES = ("with", "without")


@dataclass(frozen=True, slots=True)
class EditRow:
    """An edited article, with when and how much, in words."""

    version: ArticleVersion
    when: str
    extent: str


@dataclass(frozen=True, slots=True)
class SharedLineage:
    """A quotation that two outlets print: the first printing of each."""

    lineage: Lineage
    one: Printing
    other: Printing

    @property
    def is_identical(self) -> bool:
        """Whether both print the same words."""
        return build_wording_key(self.one.text) == build_wording_key(self.other.text)

    @property
    def address(self) -> str:
        """The address of the two printings side by side."""
        return self.lineage.get_comparison_url(self.one.quote_id, self.other.quote_id)


@require_safe
@cached_site_page
def outlet_compare(request: HttpRequest, slug: str, other: str) -> HttpResponse:
    """Show two outlets side by side, with a page of the quotations that both print."""
    left, right = (get_outlet_or_404(each, Outlet.objects.with_counts()) for each in (slug, other))
    if left == right:
        raise Http404("Choose two different outlets.")
    if moved := redirect_unless_at(request, reverse("two_outlets", args=[left.slug, right.slug])):
        return moved
    printed = {each: Printing.objects.filter(quote__article__outlet=each).values("lineage") for each in (left, right)}
    both = Lineage.objects.filter(pk__in=printed[left]).filter(pk__in=printed[right]).with_finding().order_by("-pk")
    page = paginate(both, request.GET.get("after", ""), by="code")
    statistics = compute_outlet_statistics(left), compute_outlet_statistics(right)
    context = {
        "left": left,
        "right": right,
        "statistics": statistics,
        "kinds": pair_change_rates(*statistics),
        "page": page,
        "shared": _load_shared_lineages(page.rows, left, right),
    }
    return render(request, "outlet/compare.html", context)


def _load_shared_lineages(lineages: Sequence[Lineage], left: Outlet, right: Outlet) -> list[SharedLineage]:
    printings: defaultdict[tuple[int, int | None], list[Printing]] = defaultdict(list)
    of_both = Printing.objects.filter(lineage__in=lineages, quote__article__outlet__in=(left, right))
    for printing in of_both.in_context().earliest_first():
        printings[printing.lineage_id, printing.quote.article.outlet_id].append(printing)
    return [SharedLineage(each, printings[each.pk, left.pk][0], printings[each.pk, right.pk][0]) for each in lineages]
