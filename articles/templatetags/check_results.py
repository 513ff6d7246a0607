"""How are pasted words set beside printed ones?

As on a lineage's page, words that only one side has are struck through or underlined and said so to who cannot see it,
but without numbers: there may be many passages on one page. Left to others: which words
(`articles.presentation.check_results`).
"""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.presentation.side_by_side import SegmentKind, TextSegment

register = template.Library()

_MARKUP = {
    SegmentKind.REMOVED: '<del><span class="vh">missing here: </span>{}<span class="vh"> (end) </span></del>',
    SegmentKind.ADDED: '<ins><span class="vh">not printed: </span>{}<span class="vh"> (end) </span></ins>',
    SegmentKind.TYPOGRAPHIC: '<span class="slight">{}</span>',
    SegmentKind.SHARED: "<mark>{}</mark>",
}


@register.simple_tag
def render_pieces(pieces: Iterable[TextSegment]) -> SafeString:
    """The words of one side with its marks."""
    return format_html_join("", "{}", ((format_html(_MARKUP.get(piece.kind, "{}"), piece.text),) for piece in pieces))
