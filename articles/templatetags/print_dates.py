"""Template filters for dates of publication: the words of `articles.presentation.dates`, in markup for machines."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import Alias, Article, Quote, VersionQuote
from articles.presentation.archive_notes import ArchiveNotes, describe_archives
from articles.presentation.article_versions import describe_alteration
from articles.presentation.dates import (
    UNKNOWN_DATE,
    describe_date,
    describe_edit_of,
    describe_record,
    describe_speech,
    format_parts,
)
from articles.queries.lineage_snapshot import PrintingSnapshot, add_media_time

register = template.Library()


@register.filter
def printed_date(article: Article) -> SafeString | str:
    """Render the article's date in words, in a ``time`` element of the same precision."""
    if not article.printed_date.iso:
        return UNKNOWN_DATE
    before, words, after = format_parts(article)
    return format_html('{}<time datetime="{}">{}</time>{}', before, article.printed_date.iso, words, after)


@register.filter
def record(article: Article) -> str:
    """Return what holds the words that were said, "transcript" or "subtitles"; empty of an article."""
    return describe_record(article) if article.is_spoken else ""


@register.filter
def spoken_source(row: PrintingSnapshot) -> str:
    """Return what a transcript or recording is of, when it was said and where in the recording."""
    source = describe_speech(row.article, row.recording_time)
    return f"as spoken: {source}" if row.article.is_verbatim else source


@register.filter
def recording_address(quote: Quote) -> str:
    """Return where the words of a quotation can be heard; empty where the time or the address is not known."""
    return add_media_time(quote.article.url, quote.seconds)


@register.filter
def words_date(quote: Quote) -> SafeString | str:
    """Render when the words were published: the article's date, or between which sightings an edit brought them."""
    return describe_edit_of(quote) or printed_date(quote.article)


@register.filter
def alteration(row: VersionQuote) -> str:
    """Say what became of words that the newest version of their article no longer has."""
    return describe_alteration(row, Alias.objects.load_table())


@register.filter
def printed_date_text(article: Article) -> str:
    """Return the article's date in words without markup, for attributes."""
    return describe_date(article)


@register.filter
def archive_notes(article: Article) -> ArchiveNotes:
    """Return what archives prove of the date of an article."""
    return describe_archives(article)
