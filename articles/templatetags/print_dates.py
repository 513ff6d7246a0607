"""Template filters for dates of publication: the words of `articles.presentation.dates`, in markup for machines."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import Article
from articles.presentation.archive_notes import ArchiveNotes, describe_archives
from articles.presentation.dates import UNKNOWN_DATE, describe_date, format_parts

register = template.Library()


@register.filter
def printed_date(article: Article) -> SafeString | str:
    """Render the article's date in words, in a ``time`` element of the same precision."""
    if not article.printed_date.iso:
        return UNKNOWN_DATE
    before, words, after = format_parts(article)
    return format_html('{}<time datetime="{}">{}</time>{}', before, article.printed_date.iso, words, after)


@register.filter
def printed_date_text(article: Article) -> str:
    """Return the article's date in words without markup, for attributes."""
    return describe_date(article)


@register.filter
def archive_notes(article: Article) -> ArchiveNotes:
    """Return what archives prove of the date of an article."""
    return describe_archives(article)
