"""Statistics of a speaker: words over time, occasions, outlets.

Lavrov is quoted in 2015 and 2018, on "a joint news conference" and "an interview with the Vesti.doc programme". TASS
and SANA print him most; one of his sentences is printed in five wordings. The bars over time stand for years, or for
months if there are few.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import Count, Max
from django.db.models.functions import TruncMonth

from articles.models import Lineage, Outlet, Quote, Speaker

OCCASIONS_LISTED, OUTLETS_LISTED, ALTERED_LISTED = 8, 10, 5  # listed
MONTHS_DRAWN = 36  # of more, years are drawn
BARS_DRAWN = 60  # the newest; a speaker quoted over more years is history
TIMELINE_HEIGHT = 96  # pixels of the highest bar
MIN_BAR_HEIGHT = 2  # pixels of one quotation beside many


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """A month or year: its place and width in percent, its height and its top in pixels."""

    label: str
    count: int
    left: str
    width: str
    top: int
    height: int
    since: str


@dataclass(frozen=True, slots=True)
class OccasionCount:
    words: str
    times: int
    latest: datetime | None


@dataclass(frozen=True, slots=True)
class OutletCount:
    """An outlet and how many quotations of the speaker it prints."""

    outlet: Outlet
    quote_count: int


@dataclass(frozen=True, slots=True)
class SpeakerStatistics:
    bars: tuple[TimelineBar, ...]
    undated: int
    occasions: tuple[OccasionCount, ...]
    outlets: tuple[OutletCount, ...]
    altered: tuple[Lineage, ...]


def compute_speaker_statistics(speaker: Speaker) -> SpeakerStatistics:
    """Compute the statistics of `speaker`."""
    quotes = Quote.objects.filter(speaker=speaker).order_by()
    months = quotes.annotate(month=TruncMonth("article__published", tzinfo=UTC)).values_list("month")
    counts = dict(months.annotate(count=Count("pk")))
    altered = Lineage.objects.filter(first__speaker=speaker, altered__gt=0).with_first().most_altered_first()
    return SpeakerStatistics(
        tuple(build_timeline({month.date(): count for month, count in counts.items() if month})),
        counts.get(None, 0),
        _load_occasions(speaker),
        _load_outlet_counts(speaker),
        tuple(altered[:ALTERED_LISTED]),
    )


def build_timeline(months: dict[date, int]) -> Iterator[TimelineBar]:
    """Build a bar for each month from the first to the last, or for each year; none without a month."""
    if not months:
        return
    first, last = min(months), max(months)
    monthly = _count_months(first, last) <= MONTHS_DRAWN
    places = list(_walk_months(first, last) if monthly else _walk_years(first, last))[-BARS_DRAWN:]
    counts = months if monthly else _sum_by_year(months)
    highest = max(counts.get(place, 0) for place in places)
    for number, place in enumerate(places):
        count = counts.get(place, 0)
        height = max(MIN_BAR_HEIGHT, round(TIMELINE_HEIGHT * count / highest)) if count and highest else 0
        yield TimelineBar(
            place.strftime("%B %Y") if monthly else str(place.year),
            count,
            f"{100 * number / len(places):.2f}%",
            f"{100 / len(places):.2f}%",
            TIMELINE_HEIGHT - height,
            height,
            place.strftime("%Y-%m") if monthly else str(place.year),
        )


def _count_months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _walk_months(first: date, last: date) -> Iterator[date]:
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(month // 12, month % 12 + 1, 1)


def _walk_years(first: date, last: date) -> Iterator[date]:
    return (date(year, 1, 1) for year in range(first.year, last.year + 1))


def _sum_by_year(months: dict[date, int]) -> dict[date, int]:
    years: dict[date, int] = {}
    for month, count in months.items():
        year = date(month.year, 1, 1)
        years[year] = years.get(year, 0) + count
    return years


def _load_occasions(speaker: Speaker) -> tuple[OccasionCount, ...]:
    """Load where the articles say the words were said, the newest first."""
    said = Quote.objects.filter(speaker=speaker).exclude(occasion="").order_by().values_list("occasion")
    rows = said.annotate(times=Count("pk"), latest=Max("article__published")).order_by("-latest", "occasion")
    return tuple(OccasionCount(*row) for row in rows[:OCCASIONS_LISTED])


def _load_outlet_counts(speaker: Speaker) -> tuple[OutletCount, ...]:
    printed = Quote.objects.filter(speaker=speaker, article__outlet__isnull=False).order_by()
    counted = printed.values_list("article__outlet").annotate(count=Count("pk"))
    rows = list(counted.order_by("-count", "article__outlet")[:OUTLETS_LISTED])
    outlets = Outlet.objects.in_bulk([pk for pk, _ in rows])
    return tuple(OutletCount(outlets[pk], count) for pk, count in rows)
