"""Template tags for quoted words and for the changes in them.

Printed words are escaped, isolated from the text direction around them, and marked so that the marks work without
colour, without style sheets and in screen readers::

    <del id="left-2"><span class="vh">removed: </span>the Islamic State</del><a class="key" href="#change-113">...</a>

`articles.presentation` decides what is marked, the style sheet how marks look.
"""

from collections.abc import Callable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models.quote import shorten
from articles.presentation.article_text import ParagraphBlock, ParagraphSegment
from articles.presentation.quote_lists import QuoteRow
from articles.presentation.side_by_side import ChangeNote, ComparisonSide, PairView, SegmentKind, TextSegment

register = template.Library()

SHORT_WORDS = 24  # up to so many words: set large
LONG_WORDS = 70  # more words: set small, because they would fill the screen
NOTE_WORDS = 32  # of a changed passage, repeated in a note; the text above shows all of it


@register.filter
def quote_size(text: str) -> str:
    """Return the size class of a quotation: "short", "middle" or "long"."""
    words = len(text.split())
    return "short" if words <= SHORT_WORDS else "middle" if words <= LONG_WORDS else "long"


@register.filter
def brief(text: str, words: int = NOTE_WORDS) -> str:
    """Return the first words of `text`."""
    return shorten(text, words)


@register.simple_tag
def render_side(side: ComparisonSide, where: str) -> SafeString:
    """Render the words of one side with their marks; `where` is "left" or "right" and begins the anchors."""
    return format_html_join("", "{}", ((_RENDERERS[piece.kind](piece, where),) for piece in side.segments))


@register.simple_tag
def render_merged(pair: PairView) -> SafeString:
    """Render both texts merged into one, with the marks of both."""
    return format_html_join("", "{}", ((_RENDERERS[piece.kind](piece, "left"),) for piece in pair.merged))


@register.simple_tag
def render_block(block: ParagraphBlock) -> SafeString:
    """Render a paragraph: each quotation marked and linked to its lineage, indirect speech marked."""
    return format_html_join("", "{}", ((_render_segment(segment),) for segment in block.segments))


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
    link = '<a class="key" href="{}"><span class="vh"> (quotation </span>{}<span class="vh">: printings) </span></a>'
    return format_html(link, address, row.number)


def _render_plain(piece: TextSegment, where: str) -> SafeString:
    return format_html("{}", piece.text)


def _render_removed(piece: TextSegment, where: str) -> SafeString:
    change = _get_change(piece)
    return _render_deletion(piece.text, f"{where}-{change.number}") + _render_key(
        change, "end of removed words, change"
    )


def _render_added(piece: TextSegment, where: str) -> SafeString:
    change = _get_change(piece)
    return _render_insertion(piece.text, f"{where}-{change.number}") + _render_key(change, "end of added words, change")


def _render_cut(piece: TextSegment, where: str) -> SafeString:
    change = _get_change(piece)
    words = '<span class="cut" id="{}-{}">{}</span>'
    return format_html(words, where, change.number, _render_key(change, "nothing here, change"))


def _render_both(piece: TextSegment, where: str) -> SafeString:
    """Render the words of the left side and of the right; a side without words leaves its anchor."""
    change = _get_change(piece)
    left, right = f"left-{change.number}", f"right-{change.number}"
    deletion = _render_deletion(piece.text, left) if piece.text else format_html('<span id="{}"></span>', left)
    insertion = (
        _render_insertion(piece.other_text, right) if piece.other_text else format_html('<span id="{}"></span>', right)
    )
    return deletion + insertion + _render_key(change, "end of change")


def _render_slight(piece: TextSegment, where: str) -> SafeString:
    return format_html('<span class="slight" id="{}-{}">{}</span>', where, _get_change(piece).number, piece.text)


def _render_shared(piece: TextSegment, where: str) -> SafeString:
    other = "right" if where == "left" else "left"
    link = '<a class="key" href="#{}-shared-{}"><span class="vh"> (in both, run </span>{}<span class="vh">) </span></a>'
    key = format_html(link, other, piece.number, piece.number)
    return format_html('<mark id="{}-shared-{}">{}</mark>{}', where, piece.number, piece.text, key)


def _get_change(piece: TextSegment) -> ChangeNote:
    assert piece.change, "a piece marked as changed has a note"
    return piece.change


def _render_deletion(words: str, anchor: str) -> SafeString:
    return format_html('<del id="{}"><span class="vh">removed: </span>{}</del>', anchor, words)


def _render_insertion(words: str, anchor: str) -> SafeString:
    return format_html('<ins id="{}"><span class="vh">added: </span>{}</ins>', anchor, words)


def _render_key(change: ChangeNote, words: str) -> SafeString:
    link = '<a class="key" href="#{}"><span class="vh"> ({} </span>{}<span class="vh">) </span></a>'
    return format_html(link, change.anchor, words, change.number)


_RENDERERS: dict[SegmentKind, Callable[[TextSegment, str], SafeString]] = {
    SegmentKind.PLAIN: _render_plain,
    SegmentKind.REMOVED: _render_removed,
    SegmentKind.ADDED: _render_added,
    SegmentKind.CUT: _render_cut,
    SegmentKind.BOTH: _render_both,
    SegmentKind.TYPOGRAPHIC: _render_slight,
    SegmentKind.SHARED: _render_shared,
}
