"""Template tag for pasted words compared with printed ones.

As on the page of a comparison, words of one side only are struck through or underlined, with a hint for screen readers,
but without numbers: a page may show many passages. `articles.presentation.check_results` finds the words.
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
    """Render the words of one side with their marks."""
    return format_html_join("", "{}", ((format_html(_MARKUP.get(piece.kind, "{}"), piece.text),) for piece in pieces))
