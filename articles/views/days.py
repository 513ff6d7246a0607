"""Days of publication: ``/d/`` lists them, ``/d/2015-11-17`` the quotations that were printed on that day, by UTC."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, Quote
from articles.presentation.quote_lists import group_by_article, order_newest_first
from articles.views.http.forms import parse_day
from articles.views.http.keyset_pagination import paginate
from articles.views.http.list_options import LAST_DAY, get_midnight
from articles.views.http.page_cache import cached_site_page
from articles.views.http.tabular import ADDRESS_COLUMN, QUOTE_COLUMNS, Columns, render_rows, render_table

DAYS_A_PAGE = 60
ARTICLES_READ = 4000  # for a page: index alone; a page ends where they do


@dataclass(frozen=True, slots=True)
class PublicationDay:
    """A day with the number of articles that were printed on it."""

    day: date
    articles: int

    def get_absolute_url(self) -> str:
        return reverse("day", args=[self.day.isoformat()])


DAY_COLUMNS: Columns = {"day": "day", "articles": "articles", ADDRESS_COLUMN: "get_absolute_url"}


@require_safe
@cached_site_page
def day_list(request: HttpRequest, form: str = "") -> HttpResponse:
    """Show a page of the list of days."""
    after = request.GET.get("after", "")
    before = parse_day(after, last=False)
    if after and before is None:
        raise Http404("This page of the list does not exist.")
    days, following = _load_days(before)
    if form:
        return render_rows(request, form, days, DAY_COLUMNS, following)
    return render(request, "day/list.html", {"days": days, "page": {"next": following, "is_first": not after}})


def _load_days(before: date | None) -> tuple[list[PublicationDay], str]:
    """Return the newest days before `before` that have articles, and the day that the next page begins behind."""
    dated = Article.objects.public().filter(published__isnull=False).order_by("-published")
    if before:
        dated = dated.filter(published__lt=get_midnight(before))
    moments = list(dated.values_list("published", flat=True)[: ARTICLES_READ + 1])
    counts = Counter(moment.astimezone(UTC).date() for moment in moments[:ARTICLES_READ] if moment)
    days = [PublicationDay(day, count) for day, count in sorted(counts.items(), reverse=True)]
    more = len(moments) > ARTICLES_READ
    if more and len(days) > 1:
        days = days[:-1]  # the last one may not be complete
    elif more:
        days = [PublicationDay(days[0].day, _count_articles_on(days[0].day))]
    shown = days[:DAYS_A_PAGE]
    return shown, shown[-1].day.isoformat() if more or len(days) > DAYS_A_PAGE else ""


def _count_articles_on(day: date) -> int:
    since = get_midnight(day)
    return Article.objects.public().filter(published__gte=since, published__lt=since + timedelta(1)).count()


@require_safe
@cached_site_page
def day_detail(request: HttpRequest, written: str, form: str = "") -> HttpResponse:
    """Show a day with a page of the quotes that were printed on it."""
    day = parse_day(written, last=False)
    if day is None or day.isoformat() != written or day > LAST_DAY:
        raise Http404("There is no such day.")
    since = get_midnight(day)
    of_day = Quote.objects.public().filter(article__published__gte=since, article__published__lt=since + timedelta(1))
    quotes = order_newest_first(of_day.in_context())
    if form:
        return render_table(request, form, quotes, QUOTE_COLUMNS)
    page = paginate(quotes, request.GET.get("after", ""))
    shown = PublicationDay(day, _count_articles_on(day))
    return render(request, "day/detail.html", {"day": shown, "page": page, "articles": group_by_article(page.rows)})
