"""Dates of publication in words, no more exact than they are known.

Examples are "17 November 2015", "about 17 November 2015", "24 November 2018, 15:45 UTC+3" as Sputnik states it, "10
September 2015, 14:50 (time zone not printed)" as RT does.
"""

from datetime import UTC, datetime, timedelta

from django.utils.dateformat import format as format_date

from articles.models import Article, Quote

UNKNOWN_DATE = "date unknown"
SUBTITLE_TYPES = ("application/x-subrip", "text/vtt")
_FORMATS = {"minute": "j F Y, H:i", "day": "j F Y", "about": "j F Y", "month": "F Y", "year": "Y"}


def describe_date(article: Article) -> str:
    """Return the article's date in words, without markup."""
    return "".join(format_parts(article)) if article.printed_date.iso else UNKNOWN_DATE


def describe_source(article: Article, recording_time: str = "") -> str:
    """Return who published an article, and when: "Reuters, 3 March 2026, 10:12 UTC"; of speech, when it was said."""
    if article.is_spoken:
        return describe_speech(article, recording_time)
    return f"{article.outlet_name}, {describe_date(article)}"


def describe_speech(article: Article, recording_time: str = "") -> str:
    """Return what a transcript or recording is of, and when the words were said.

    "transcript of Rossiya-1, 17 November 2015, 12:04 into the recording"; a transcript that came later says so, and
    one of which only the date of publication is known says that.
    """
    parts = [f"{describe_record(article)} of {article.outlet_name}"]
    published = describe_date(article)
    if article.said_on:
        parts.append(format_date(article.said_on, "j F Y"))
        if article.printed_date.iso and article.printed_day != article.said_on:
            parts.append(f"published {published}")
    else:
        parts.append(f"published {published}" if article.printed_date.iso else UNKNOWN_DATE)
    if recording_time:
        parts.append(f"{recording_time} into the recording")
    return ", ".join(parts)


def describe_record(article: Article) -> str:
    """Return what holds the words that were said: "transcript", or "subtitles"."""
    return "subtitles" if article.media_type in SUBTITLE_TYPES else "transcript"


def format_parts(article: Article) -> tuple[str, str, str]:
    """Return the words before the date, the date and the words after it."""
    moment, precision = article.printed_date.moment, article.precision
    assert moment, "a date that is known has a moment"
    words = format_date(moment, _FORMATS[precision])
    if precision == Article.Precision.ABOUT:
        return "about ", words, ""
    if precision != Article.Precision.MINUTE:
        return "", words, ""
    if article.printed_zone is None:
        return "", words, " (time zone not printed)"
    return "", f"{words} {format_zone(moment)}", ""


def format_zone(moment: datetime) -> str:
    """Format the offset from UTC.

    >>> from datetime import timezone
    >>> format_zone(datetime(2018, 11, 24, tzinfo=timezone(timedelta(hours=5, minutes=30))))
    'UTC+5:30'
    """
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def format_moment(moment: datetime) -> str:
    """Format a moment in UTC: "3 March 2026, 11:40 UTC"."""
    return f"{format_date(moment.astimezone(UTC), _FORMATS['minute'])} UTC"


def describe_interval(before: datetime, seen: datetime) -> str:
    """Say between which two sightings something happened, no more exactly than is known.

    >>> describe_interval(datetime(2026, 3, 3, 9, 10, tzinfo=UTC), datetime(2026, 3, 3, 11, 40, tzinfo=UTC))
    'between 09:10 and 11:40 UTC on 3 March 2026'
    """
    first, last = before.astimezone(UTC), seen.astimezone(UTC)
    if first.date() != last.date():
        return f"between {format_moment(first)} and {format_moment(last)}"
    start, end = format_date(first, "H:i"), format_date(last, "H:i")
    day = format_date(last, _FORMATS["day"])
    return f"by {end} UTC on {day}" if start == end else f"between {start} and {end} UTC on {day}"


def describe_edit_of(quote: Quote) -> str:
    """Say when an edit brought these words; empty where they were there from the first version on."""
    if quote.seen is None:
        return ""
    if quote.absent is None:
        return f"in a copy seen {format_moment(quote.seen)}"
    return f"edited {describe_interval(quote.absent, quote.seen)}"
