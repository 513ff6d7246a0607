"""What was printed on a day?

``/d/`` lists the days on which articles were printed, the newest first; ``/d/2015-11-17`` the quotations that were
printed on that day, by UTC, each leading to the other printings of the same words.

Left to others: the lineage of a quote (`articles.presentation.quote_lists`), the pages of a list
(`articles.views.http.keyset_pagination`).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, Quote
from articles.presentation.quote_lists import by_article, newest_first
from articles.views.http.keyset_pagination import page_of
from articles.views.http.page_cache import while_unchanged
from articles.views.http.search_params import day_of
from articles.views.http.tabular import ADDRESS, QUOTES, Columns, in_form, table_of

DAYS_A_PAGE = 60
ARTICLES_READ = 4000  # for a page: index alone; a page ends where they do
LAST_YEAR = 9998  # the day after the last one of 9999 is none


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    articles: int

    def get_absolute_url(self) -> str:
        return reverse("day", args=[self.day.isoformat()])


DAYS: Columns = {
    "day": lambda each: each.day,
    "articles": lambda each: each.articles,
    ADDRESS: Day.get_absolute_url,
}


@require_safe
@while_unchanged
def days(request: HttpRequest, form: str = "") -> HttpResponse:
    """A page of the list of days."""
    after = request.GET.get("after", "")
    before = day_of(after, last=False) if after else None
    if after and before is None:
        raise Http404("This page of the list is not there.")
    found, following = _days(before)
    if form:
        return in_form(request, form, found, DAYS, following)
    context = {"days": found, "page": {"next": following, "is_first": not after}}
    return render(request, "day/list.html", context)


def _days(before: date | None) -> tuple[list[Day], str]:
    """The newest days before `before` on which articles were printed, and the one that the next page follows."""
    dated = Article.objects.filter(published__isnull=False).order_by("-published")
    if before:
        dated = dated.filter(published__lt=_midnight(before))
    moments = list(dated.values_list("published", flat=True)[: ARTICLES_READ + 1])
    found = _counted(moments[:ARTICLES_READ])
    more = len(moments) > ARTICLES_READ
    if more and len(found) > 1:
        found = found[:-1]  # the last one may not be complete
    elif more:
        found = [Day(found[0].day, _on(found[0].day))]
    shown = found[:DAYS_A_PAGE]
    return shown, shown[-1].day.isoformat() if more or len(found) > DAYS_A_PAGE else ""


def _counted(moments: Iterable[datetime | None]) -> list[Day]:
    counts = Counter(moment.astimezone(UTC).date() for moment in moments if moment)
    return [Day(day, count) for day, count in sorted(counts.items(), reverse=True)]


def _on(day: date) -> int:
    return Article.objects.filter(published__gte=_midnight(day), published__lt=_midnight(day) + timedelta(1)).count()


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


@require_safe
@while_unchanged
def day(request: HttpRequest, written: str, form: str = "") -> HttpResponse:
    """A day, with a page of the quotes printed on it."""
    found = day_of(written, last=False)
    if found is None or found.isoformat() != written or found.year > LAST_YEAR:
        raise Http404("There is no such day.")
    since = _midnight(found)
    printed = newest_first(
        Quote.objects.filter(article__published__gte=since, article__published__lt=since + timedelta(1)).in_context()
    )
    if form:
        return table_of(request, form, printed, QUOTES)
    page = page_of(printed, request.GET.get("after", ""))
    context = {"day": Day(found, _on(found)), "page": page, "articles": by_article(page.rows)}
    return render(request, "day/detail.html", context)
