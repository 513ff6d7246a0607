"""Which outlets are there, whose words does each print, and how?

``/o/`` lists them by name; ``/o/sana`` says how SANA's printings stand to the earliest ones seen, and lists the quotes
it printed, newest first, each leading to the other printings of the same words. ``/o/sana/changes/name_swap`` lists
the printings behind a figure, ``/o/sana/first`` the quotations it was first to print, ``/o/sana/crediting?whom=TASS``
those it has from TASS, ``/o/sana..rt`` sets two outlets side by side with the quotations that both print.

Left to others: the figures (`articles.presentation.outlet_statistics`), the lineage of a quote
(`articles.presentation.quote_lists`), the pages of a list (`articles.views.http.keyset_pagination`).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.engine.comparison.change_kinds import KINDS
from articles.engine.comparison.collation import wording_key
from articles.importers.decoding import storable
from articles.models import Departure, Lineage, Outlet, Printing, Quote
from articles.models.variant import SAME, label_of
from articles.presentation.outlet_statistics import UNCHANGED, habits_of, kinds_of_both
from articles.presentation.page_metadata import head_of_outlet
from articles.presentation.quote_lists import by_article, newest_first
from articles.views.http.canonical import elsewhere, unless_at
from articles.views.http.keyset_pagination import counted, page_of
from articles.views.http.page_cache import while_unchanged
from articles.views.http.search_params import outlet_at
from articles.views.http.tabular import OUTLETS, QUOTES, table_of


@require_safe
@while_unchanged
def outlets(request: HttpRequest, form: str = "") -> HttpResponse:
    """A page of the list of outlets."""
    everybody, counts = Outlet.objects.current().order_by("folded", "pk"), Outlet.objects.with_counts()
    if form:
        return table_of(request, form, everybody, OUTLETS, by="slug", counts=counts)
    page = counted(page_of(everybody, request.GET.get("after", ""), by="slug"), counts)
    return render(request, "outlet/list.html", {"page": page})


@require_safe
@while_unchanged
def outlet(request: HttpRequest, slug: str, form: str = "") -> HttpResponse:
    """An outlet, with a page of the quotes it printed."""
    found = get_object_or_404(Outlet.objects.with_counts().select_related("merged_into"), slug=slug)
    standing = found.merged_into or found
    if form:
        moved = unless_at(request, reverse("outlet_table", args=[standing.slug, form]))
        return moved or table_of(request, form, _printed(found), QUOTES)
    return elsewhere(request, standing) or _page(request, found)


def _page(request: HttpRequest, found: Outlet) -> HttpResponse:
    page = page_of(_printed(found), request.GET.get("after", ""))
    context = {"outlet": found, "page": page, "articles": by_article(page.rows)}
    if page.is_first:
        context |= {"habits": habits_of(found), "others": _others(found)}
    return render(request, "outlet/detail.html", context | {"head": head_of_outlet(request, found)})


def _printed(found: Outlet) -> QuerySet[Quote]:
    return newest_first(Quote.objects.filter(article__outlet=found).in_context())


OTHERS = 6  # outlets offered to be set beside this one
LATELY = 100  # of its printings that were compared, those looked at for that
BESIDE = 1000  # printings of others that are looked at, of the newest lineages


def _others(found: Outlet) -> list[Outlet]:
    """The outlets that may be set beside it: those that print most of what it printed lately.

    They are counted here: asked for six different ones, PostgreSQL went through a million printings outlet by outlet.
    """
    own = Departure.objects.filter(outlet=found).order_by("-pk").values_list("printing__lineage", flat=True)
    beside = Printing.objects.filter(lineage__in=set(own[:LATELY]), quote__article__outlet__isnull=False)
    newest = beside.order_by("-lineage_id", "-pk")
    counts = Counter(newest.values_list("quote__article__outlet", flat=True)[:BESIDE])
    counts.pop(found.pk, None)
    commonest = sorted(counts, key=lambda pk: (-counts[pk], pk))[:OTHERS]
    outlets = Outlet.objects.in_bulk(commonest)
    return [outlets[pk] for pk in commonest if pk in outlets]


@require_safe
@while_unchanged
def changes(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """A page of the printings behind a figure: those of an outlet with one kind of change."""
    found = outlet_at(slug)
    if kind != UNCHANGED and kind not in KINDS:
        raise Http404("There is no such kind of change.")
    moved = unless_at(request, reverse("changes", args=[found.slug, kind]))
    if moved:
        return moved
    wanted = SAME if kind == UNCHANGED else kind
    rows = Departure.objects.filter(outlet=found, kind=wanted).in_context().newest_first()
    context = {
        "outlet": found,
        "kind": kind,
        "label": label_of(wanted),
        "meaning": KINDS[kind].meaning if kind in KINDS else "",
        "page": page_of(rows, request.GET.get("after", "")),
    }
    return render(request, "outlet/changes.html", context)


@require_safe
@while_unchanged
def first(request: HttpRequest, slug: str) -> HttpResponse:
    """A page of the quotations that an outlet was the first seen to print, and others printed after it."""
    found = outlet_at(slug)
    moved = unless_at(request, reverse("first", args=[found.slug]))
    if moved:
        return moved
    rows = Lineage.objects.filter(first__article__outlet=found, outlet_count__gt=1).with_first().order_by("-pk")
    page = page_of(rows, request.GET.get("after", ""), by="code")
    return render(request, "outlet/first_printings.html", {"outlet": found, "page": page})


@require_safe
@while_unchanged
def crediting(request: HttpRequest, slug: str) -> HttpResponse:
    """A page of the quotations in the articles of an outlet that name ``?whom=`` as their source."""
    found, whom = outlet_at(slug), request.GET.get("whom", "")
    if not whom or not storable(whom):
        raise Http404("Nobody is named whom it credits.")
    moved = unless_at(request, reverse("crediting", args=[found.slug]))
    if moved:
        return moved
    page = page_of(_printed(found).filter(article__credit=whom), request.GET.get("after", ""))
    context = {"outlet": found, "whom": whom, "asked": urlencode({"whom": whom}), "page": page}
    context["articles"] = by_article(page.rows)
    return render(request, "outlet/credited.html", context)


@dataclass(frozen=True, slots=True)
class Shared:
    """A quotation that two outlets print: the first printing of each, and whether in the same words."""

    lineage: Lineage
    one: Printing
    other: Printing

    @property
    def same(self) -> bool:
        return wording_key(self.one.text) == wording_key(self.other.text)

    @property
    def address(self) -> str:
        """The two printings side by side."""
        return self.lineage.pair_address(self.one.quote_id, self.other.quote_id)


@require_safe
@while_unchanged
def two_outlets(request: HttpRequest, slug: str, other: str) -> HttpResponse:
    """Two outlets side by side, with a page of the quotations that both print."""
    known = Outlet.objects.with_counts().select_related("merged_into")
    left, right = (get_object_or_404(known, slug=each) for each in (slug, other))
    standing = [each.merged_into or each for each in (left, right)]
    if standing[0] == standing[1]:
        raise Http404("An outlet is set beside another one.")
    moved = unless_at(request, reverse("two_outlets", args=[each.slug for each in standing]))
    if moved:
        return moved
    printed = {each: Printing.objects.filter(quote__article__outlet=each).values("lineage") for each in (left, right)}
    both = Lineage.objects.filter(pk__in=printed[left]).filter(pk__in=printed[right]).order_by("-pk")
    page = page_of(both, request.GET.get("after", ""), by="code")
    habits = habits_of(left), habits_of(right)
    context = {
        "left": left,
        "right": right,
        "habits": habits,
        "kinds": kinds_of_both(*habits),
        "page": page,
        "shared": _shared(page.rows, left, right),
    }
    return render(request, "outlet/compare.html", context)


def _shared(lineages: Sequence[Lineage], left: Outlet, right: Outlet) -> list[Shared]:
    found: defaultdict[tuple[int, int | None], list[Printing]] = defaultdict(list)
    rows = Printing.objects.filter(lineage__in=lineages, quote__article__outlet__in=(left, right))
    for printing in rows.in_context().earliest_first():
        found[printing.lineage_id, printing.quote.article.outlet_id].append(printing)
    return [Shared(each, found[each.pk, left.pk][0], found[each.pk, right.pk][0]) for each in lineages]
