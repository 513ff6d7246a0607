"""How are quoted words set, and what is changed in them marked?

A page shows words that strangers printed: here they are escaped, kept apart from the direction of the text around
them and marked so that the marks survive without colour, without style and read aloud::

    <del id="left-2"><span class="vh">removed: </span>the Islamic State</del><a class="key" href="#change-113">...</a>

Left to others: what is marked (`articles.presentation`), how it looks (the
style sheet).
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

SHORT_WORDS = 24  # words: set large
LONG_WORDS = 70  # words: set small, or a paragraph of them fills the screen
REMARK_WORDS = 32  # of a changed passage that a remark repeats; the text above has all of it


@register.filter
def quote_size(text: str) -> str:
    """How large to set a quotation: "short", "middle" or "long"."""
    words = len(text.split())
    return "short" if words <= SHORT_WORDS else "middle" if words <= LONG_WORDS else "long"


@register.filter
def brief(text: str, words: int = REMARK_WORDS) -> str:
    """The first words of `text`."""
    return shorten(text, words)


@register.simple_tag
def render_side(side: ComparisonSide, where: str) -> SafeString:
    """The words of one side with its marks; `where` is "left" or "right" and begins the anchors."""
    return format_html_join("", "{}", ((_RENDERERS[piece.kind](piece, where),) for piece in side.segments))


@register.simple_tag
def render_merged(pair: PairView) -> SafeString:
    """Both texts laid into one, with its marks."""
    return format_html_join("", "{}", ((_RENDERERS[piece.kind](piece, "left"),) for piece in pair.merged))


@register.simple_tag
def render_block(block: ParagraphBlock) -> SafeString:
    """The words of a paragraph: each quotation marked and followed by a link to its lineage, what is told marked."""
    return format_html_join("", "{}", ((_render_segment(each),) for each in block.segments))


def _render_segment(stretch: ParagraphSegment) -> SafeString:
    words = format_html("{}", stretch.text)
    if stretch.quote:
        anchor = format_html(' id="quote-{}"', stretch.quote.quote.pk) if stretch.is_opening else ""
        words = format_html('<q class="quotation"{}>{}</q>', anchor, stretch.text)
    elif stretch.indirect_quote:
        anchor = format_html(' id="told-{}"', stretch.indirect_quote.pk) if stretch.is_opening else ""
        words = format_html('<span class="told"{}>{}</span>', anchor, stretch.text)
    return words + _render_lineage_key(stretch.ending_quote) if stretch.ending_quote else words


def _render_lineage_key(each: QuoteRow) -> SafeString:
    """The number of a quotation, leading to its lineage, else to the note on it."""
    address = each.lineage.get_absolute_url() if each.lineage else f"#note-{each.number}"
    link = '<a class="key" href="{}"><span class="vh"> (quotation </span>{}<span class="vh">: printings) </span></a>'
    return format_html(link, address, each.number)


def _render_plain(piece: TextSegment, where: str) -> SafeString:
    return format_html("{}", piece.text)


def _render_removed(piece: TextSegment, where: str) -> SafeString:
    remark = _get_remark(piece)
    return _render_deletion(piece.text, f"{where}-{remark.number}") + _render_key(
        remark, "end of removed words, change"
    )


def _render_added(piece: TextSegment, where: str) -> SafeString:
    remark = _get_remark(piece)
    return _render_insertion(piece.text, f"{where}-{remark.number}") + _render_key(remark, "end of added words, change")


def _render_cut(piece: TextSegment, where: str) -> SafeString:
    remark = _get_remark(piece)
    words = '<span class="cut" id="{}-{}">{}</span>'
    return format_html(words, where, remark.number, _render_key(remark, "nothing here, change"))


def _render_both(piece: TextSegment, where: str) -> SafeString:
    """What the first has and what the second has; a side that has nothing leaves its anchor behind."""
    remark = _get_remark(piece)
    left, right = f"left-{remark.number}", f"right-{remark.number}"
    gone = _render_deletion(piece.text, left) if piece.text else format_html('<span id="{}"></span>', left)
    new = (
        _render_insertion(piece.other_text, right) if piece.other_text else format_html('<span id="{}"></span>', right)
    )
    return gone + new + _render_key(remark, "end of change")


def _render_slight(piece: TextSegment, where: str) -> SafeString:
    return format_html('<span class="slight" id="{}-{}">{}</span>', where, _get_remark(piece).number, piece.text)


def _render_shared(piece: TextSegment, where: str) -> SafeString:
    other = "right" if where == "left" else "left"
    link = '<a class="key" href="#{}-shared-{}"><span class="vh"> (in both, run </span>{}<span class="vh">) </span></a>'
    key = format_html(link, other, piece.number, piece.number)
    return format_html('<mark id="{}-shared-{}">{}</mark>{}', where, piece.number, piece.text, key)


def _get_remark(piece: TextSegment) -> ChangeNote:
    assert piece.change, "what is marked as changed has a remark"
    return piece.change


def _render_deletion(words: str, anchor: str) -> SafeString:
    return format_html('<del id="{}"><span class="vh">removed: </span>{}</del>', anchor, words)


def _render_insertion(words: str, anchor: str) -> SafeString:
    return format_html('<ins id="{}"><span class="vh">added: </span>{}</ins>', anchor, words)


def _render_key(remark: ChangeNote, words: str) -> SafeString:
    link = '<a class="key" href="#{}"><span class="vh"> ({} </span>{}<span class="vh">) </span></a>'
    return format_html(link, remark.anchor, words, remark.number)


_RENDERERS: dict[SegmentKind, Callable[[TextSegment, str], SafeString]] = {
    SegmentKind.PLAIN: _render_plain,
    SegmentKind.REMOVED: _render_removed,
    SegmentKind.ADDED: _render_added,
    SegmentKind.CUT: _render_cut,
    SegmentKind.BOTH: _render_both,
    SegmentKind.TYPOGRAPHIC: _render_slight,
    SegmentKind.SHARED: _render_shared,
}
