"""Template filters for dates of publication, no more exact than they are known.

Examples are "17 November 2015", "about 17 November 2015", "24 November 2018, 15:45 UTC+3" as
Sputnik states it, "10 September 2015, 14:50 (time zone not printed)" as RT does. A ``time``
element holds the same for machines.
"""

from datetime import UTC, datetime, timedelta

from django import template
from django.utils.dateformat import format as format_date
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import Article

register = template.Library()

UNKNOWN_DATE = "date not known"
_DISPLAY_FORMATS = {"minute": "j F Y, H:i", "day": "j F Y", "about": "j F Y", "month": "F Y", "year": "Y"}
_ISO_FORMATS = {"minute": "Y-m-d\\TH:i", "day": "Y-m-d", "about": "Y-m-d", "month": "Y-m", "year": "Y"}


@register.filter
def printed_date(article: Article) -> SafeString | str:
    """Render the article's date in words, in a ``time`` element of the same precision."""
    moment = _get_printed_moment(article)
    if moment is None:
        return UNKNOWN_DATE
    before, words, after = _format_parts(article, moment)
    machine = format_date(moment, _ISO_FORMATS[article.precision])
    if article.precision == Article.Precision.MINUTE and article.printed_zone:
        machine = moment.isoformat(timespec="minutes")
    return format_html('{}<time datetime="{}">{}</time>{}', before, machine, words, after)


@register.filter
def printed_date_text(article: Article) -> str:
    """Return the article's date in words without markup, for attributes."""
    moment = _get_printed_moment(article)
    return "".join(_format_parts(article, moment)) if moment else UNKNOWN_DATE


def _format_parts(article: Article, moment: datetime) -> tuple[str, str, str]:
    """Return the words before the date, the date and the words after it."""
    words = format_date(moment, _DISPLAY_FORMATS[article.precision])
    if article.precision == Article.Precision.ABOUT:
        return "about ", words, ""
    if article.precision != Article.Precision.MINUTE:
        return "", words, ""
    if article.printed_zone is None:
        return "", words, " (time zone not printed)"
    return "", f"{words} {format_zone(moment)}", ""


def _get_printed_moment(article: Article) -> datetime | None:
    """Return the moment in the printed time zone; None where no date is known."""
    if article.published is None or article.precision == Article.Precision.UNKNOWN:
        return None
    return article.published.astimezone(article.printed_zone or UTC)


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
