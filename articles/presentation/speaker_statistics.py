"""Statistics of a speaker: words over time, occasions, outlets.

Lavrov is quoted in 2015 and 2018, on "a joint news conference" and "an interview with the Vesti.doc programme". The
bars over time stand for years, or for months if there are few.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import Count, Max
from django.db.models.functions import TruncMonth

from articles.models import Outlet, Quote, Speaker

OCCASIONS_LISTED, OUTLETS_LISTED = 8, 10
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


def compute_speaker_statistics(speaker: Speaker) -> SpeakerStatistics:
    """Compute the statistics of `speaker`."""
    quotes = Quote.objects.public().filter(speaker=speaker).order_by()
    months = quotes.annotate(month=TruncMonth("article__published", tzinfo=UTC)).values_list("month")
    counts = dict(months.annotate(count=Count("pk")))
    return SpeakerStatistics(
        tuple(build_timeline({month.date(): count for month, count in counts.items() if month})),
        counts.get(None, 0),
        _load_occasions(speaker),
        _load_outlet_counts(speaker),
    )


def build_timeline(months: dict[date, int]) -> Iterator[TimelineBar]:
    """Build a bar for each month from the first to the last, or for each year; none without a month."""
    if not months:
        return
    first, last = (month.year * 12 + month.month - 1 for month in (min(months), max(months)))
    monthly = last - first < MONTHS_DRAWN
    if monthly:
        places = [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1)]
    else:
        places = [date(year, 1, 1) for year in range(first // 12, last // 12 + 1)]
    places = places[-BARS_DRAWN:]
    counts: Counter[date] = Counter()
    for month, count in months.items():
        counts[month if monthly else date(month.year, 1, 1)] += count
    highest = max(counts[place] for place in places)
    for number, place in enumerate(places):
        count = counts[place]
        height = max(MIN_BAR_HEIGHT, round(TIMELINE_HEIGHT * count / highest)) if count else 0
        label, since = (f"{place:%B %Y}", f"{place:%Y-%m}") if monthly else (str(place.year), str(place.year))
        left, width = f"{100 * number / len(places):.2f}%", f"{100 / len(places):.2f}%"
        yield TimelineBar(label, count, left, width, TIMELINE_HEIGHT - height, height, since)


def _load_occasions(speaker: Speaker) -> tuple[OccasionCount, ...]:
    """Load where the articles say the words were said, the newest first."""
    said = Quote.objects.public().filter(speaker=speaker).exclude(occasion="").order_by().values_list("occasion")
    rows = said.annotate(times=Count("pk"), latest=Max("article__published")).order_by("-latest", "occasion")
    return tuple(OccasionCount(*row) for row in rows[:OCCASIONS_LISTED])


def _load_outlet_counts(speaker: Speaker) -> tuple[OutletCount, ...]:
    printed = Quote.objects.public().filter(speaker=speaker, article__outlet__isnull=False).order_by()
    counted = printed.values_list("article__outlet").annotate(count=Count("pk"))
    rows = list(counted.order_by("-count", "article__outlet")[:OUTLETS_LISTED])
    outlets = Outlet.objects.in_bulk([pk for pk, _ in rows])
    return tuple(OutletCount(outlets[pk], count) for pk, count in rows)
