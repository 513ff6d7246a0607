"""What archives prove of an article's date, in sentences for readers.

"The Internet Archive kept a page at this address on 16 November 2015, a day before the date that the article prints."
A capture shows that the page existed by then, never when it was published first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.utils.dateformat import format as format_date

from articles.models import Article
from articles.models.archive import build_copy_address
from articles.presentation.dates import describe_date
from articles.queries.lineage_snapshot import PrintingSnapshot

ARCHIVE_NAME = "The Internet Archive"
CAUTIONS_LISTED = 3


@dataclass(frozen=True, slots=True)
class ArchiveNotes:
    """What is said on an article's page: when it was kept, where the copy is, and what contradicts the printed date."""

    contradiction: str = ""
    existed_by: str = ""
    first_copy: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class DateCaution:
    """A printing whose printed date an archive contradicts."""

    outlet: str
    sentence: str


def describe_archives(article: Article) -> ArchiveNotes:
    """Say what archives prove of the date of an article."""
    first = article.existed_by
    return ArchiveNotes(
        contradiction=describe_contradiction(article),
        existed_by=_write_moment(first) if first else "",
        first_copy=build_copy_address(settings.ARCHIVE_ADDRESS, first, article.url) if first and article.url else "",
        seen=_write_moment(article.saved_at) if article.saved_at else "",
    )


def describe_contradiction(article: Article) -> str:
    """Say that somebody kept the page before the date that it prints; empty where nobody did."""
    for moment, who in (
        (article.existed_by, f"{ARCHIVE_NAME} kept a page at this address"),
        (article.saved_at, "The copy of this article that was added was saved"),
    ):
        if moment and article.is_before_printed_date(moment):
            return f"{who} on {_write_moment(moment)}, {_count_time(article, moment)} that the article prints."
    return ""


def list_cautions(rows: Iterable[PrintingSnapshot]) -> list[DateCaution]:
    """List the versions whose printed date an archive contradicts."""
    contradicted = [row.article for row in rows if row.article.is_date_contradicted]
    return [
        DateCaution(each.outlet_name, f"prints {describe_date(each)}. {describe_contradiction(each)}")
        for each in contradicted[:CAUTIONS_LISTED]
    ]


def _write_moment(moment: datetime) -> str:
    return f"{format_date(moment.astimezone(UTC), 'j F Y, H:i')} UTC"


def _count_time(article: Article, moment: datetime) -> str:
    """Return by how much a moment is before the printed date: "a day before the date", "3 hours before the time"."""
    if article.precision == Article.Precision.MINUTE and article.printed_zone:
        hours = round((article.published_interval[0] - moment.timestamp()) / 3600)
        if hours < 24:
            return f"{'an hour' if hours == 1 else f'{hours} hours'} before the time"
    if article.printed_day is None:
        return "before the date"
    days = (article.printed_day - moment.astimezone(article.printed_zone or UTC).date()).days
    if days < 1:
        return "before the date"
    return f"{'a day' if days == 1 else f'{days:,} days'} before the date"
