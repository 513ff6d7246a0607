"""Template tags for quoted words and for the changes in them.

Printed words are escaped, and marked so that the marks work without colour, without style sheets and in screen readers.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models.quote import shorten
from articles.presentation.article_text import ParagraphBlock, ParagraphSegment
from articles.presentation.lineage_findings import LineageFinding, PartKind, build_finding
from articles.presentation.quote_lists import QuoteRow
from articles.presentation.side_by_side import ComparisonSide, PairView, SegmentKind, TextSegment

register = template.Library()

SHORT_WORDS = 24  # up to so many words: set large
LONG_WORDS = 70  # more words: set small, because they would fill the screen
NOTE_WORDS = 32  # of a changed passage, repeated in a note; the text above shows all of it

_KEY = '<a class="key" href="{address}#{anchor}"><span class="vh"> (HINT </span>{number}<span class="vh">) </span></a>'
_DELETION = '<del id="{side}-{number}"><span class="vh">removed: </span>{text}</del>'
_INSERTION = '<ins id="{side}-{number}"><span class="vh">added: </span>{text}</ins>'
_KEY_OF_BOTH = _KEY.replace("HINT", "end of change")
_CUT = '<span class="cut" id="{side}-{number}">' + _KEY.replace("HINT", "words missing here, change") + "</span>"
_SHARED = (
    '<mark id="{side}-shared-{number}">{text}</mark><a class="key" href="#{other}-shared-{number}"><span class="vh">'
    ' (in both, run </span>{number}<span class="vh">) </span></a>'
)
_ANCHOR = '<span id="{side}-{number}"></span>'

# The markup of each kind of segment: `side` is "left" or "right", `number` that of the change or of the shared run.
_COMPARED = {
    SegmentKind.PLAIN: "{text}",
    SegmentKind.REMOVED: _DELETION + _KEY.replace("HINT", "end of removed words, change"),
    SegmentKind.ADDED: _INSERTION + _KEY.replace("HINT", "end of added words, change"),
    SegmentKind.CUT: _CUT,
    SegmentKind.TYPOGRAPHIC: '<span class="slight" id="{side}-{number}">{text}</span>',
    SegmentKind.SHARED: _SHARED,
}
# Pasted words beside printed ones have no numbers and anchors, because a page may show many passages.
_CHECKED = {
    SegmentKind.REMOVED: '<del><span class="vh">missing here: </span>{}<span class="vh"> (end) </span></del>',
    SegmentKind.ADDED: '<ins><span class="vh">not in the article: </span>{}<span class="vh"> (end) </span></ins>',
    SegmentKind.TYPOGRAPHIC: '<span class="slight">{}</span>',
    SegmentKind.SHARED: "<mark>{}</mark>",
}


@register.filter
def quote_size(text: str) -> str:
    """Return the size class of a quotation: "short", "middle" or "long"."""
    words = len(text.split())
    return "short" if words <= SHORT_WORDS else "middle" if words <= LONG_WORDS else "long"


@register.filter
def brief(text: str, words: int = NOTE_WORDS) -> str:
    """Return the first words of `text`."""
    return shorten(text, words)


register.filter("finding", build_finding)
_LINE_PARTS = {PartKind.PLAIN: "{}", PartKind.QUOTED: '<q dir="auto">{}</q>', PartKind.NAME: "<bdi>{}</bdi>"}


@register.filter
def render_finding(found: LineageFinding) -> SafeString:
    """Render the line of a lineage."""
    return join_html(format_html(_LINE_PARTS[part.kind], part.text) for part in found.parts)


@register.simple_tag
def render_side(side: ComparisonSide, where: str, address: object = "") -> SafeString:
    """Render the words of one side with their marks; `where` is "left" or "right" and begins the anchors.

    The numbers lead to what is said of the changes on this page, or on the page at `address`.
    """
    return join_html(_render_compared(segment, where, str(address)) for segment in side.segments)


@register.simple_tag
def render_merged(pair: PairView) -> SafeString:
    """Render both texts merged into one, with the marks of both."""
    return join_html(_render_compared(segment, "left") for segment in pair.merged)


@register.simple_tag
def render_pieces(pieces: Iterable[TextSegment]) -> SafeString:
    """Render one side of pasted and printed words with its marks."""
    return join_html(format_html(_CHECKED.get(piece.kind, "{}"), piece.text) for piece in pieces)


@register.filter
def render_found(segments: Iterable[tuple[str, bool]]) -> SafeString:
    """Render an excerpt in which the terms that were searched for are marked."""
    return join_html(format_html("<mark>{}</mark>" if marked else "{}", words) for words, marked in segments)


_EXCERPT = {
    SegmentKind.REMOVED: '<del><span class="vh">changed from: </span>{}</del>',
    SegmentKind.ADDED: '<ins><span class="vh">changed to: </span>{}</ins>',
}


@register.filter
def render_excerpt(segments: Iterable[TextSegment]) -> SafeString:
    """Render an excerpt of a version with its marks."""
    return join_html(format_html(_EXCERPT.get(segment.kind, "{}"), segment.text) for segment in segments)


@register.simple_tag
def render_block(block: ParagraphBlock) -> SafeString:
    """Render a paragraph: each quotation marked and linked to its lineage, indirect speech marked."""
    return join_html(_render_segment(segment) for segment in block.segments)


def join_html(parts: Iterable[SafeString | str]) -> SafeString:
    """Join texts and markup; what is not marked as safe is escaped."""
    return format_html_join("", "{}", ((part,) for part in parts))


def _render_compared(segment: TextSegment, side: str, address: str = "") -> SafeString:
    if segment.kind is SegmentKind.BOTH:
        return _render_both(segment)
    return format_html(
        _COMPARED[segment.kind],
        text=segment.text,
        side=side,
        other="right" if side == "left" else "left",
        number=segment.change.number if segment.change else segment.number,
        anchor=segment.change.anchor if segment.change else "",
        address=address,
    )


def _render_both(segment: TextSegment) -> SafeString:
    """Render the words of the left side and of the right; a side without words leaves its anchor."""
    change = segment.change
    assert change, "a segment marked as changed has a note"
    left, right = _DELETION if segment.text else _ANCHOR, _INSERTION if segment.other_text else _ANCHOR
    return join_html(
        [
            format_html(left, side="left", number=change.number, text=segment.text),
            format_html(right, side="right", number=change.number, text=segment.other_text),
            format_html(_KEY_OF_BOTH, address="", anchor=change.anchor, number=change.number),
        ]
    )


def _render_segment(segment: ParagraphSegment) -> SafeString:
    words = format_html("{}", segment.text)
    if segment.quote:
        anchor = format_html(' id="quote-{}"', segment.quote.quote.pk) if segment.is_opening else ""
        words = format_html('<q class="quotation"{}>{}</q>', anchor, segment.text)
    elif segment.indirect_quote:
        anchor = format_html(' id="told-{}"', segment.indirect_quote.pk) if segment.is_opening else ""
        words = format_html('<span class="told"{}>{}</span>', anchor, segment.text)
    return words + _render_lineage_key(segment.ending_quote) if segment.ending_quote else words


def _render_lineage_key(row: QuoteRow) -> SafeString:
    """Render the number of a quotation as a link to its lineage, else to the note on it."""
    address = row.lineage.get_absolute_url() if row.lineage else f"#note-{row.number}"
    link = '<a class="key" href="{}"><span class="vh"> (quotation </span>{}<span class="vh">: versions) </span></a>'
    return format_html(link, address, row.number)
