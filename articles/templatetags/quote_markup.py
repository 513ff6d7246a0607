"""How are quoted words set, and what is changed in them marked?

A page shows words that strangers printed: here they are escaped, kept apart from the direction of the text around
them and marked so that the marks survive without colour, without style and read aloud::

    <del id="left-2"><span class="vh">removed: </span>the Islamic State</del><a class="key" href="#change-113">...</a>

Left to others: what is marked (`articles.presentation.side_by_side`, `articles.views.articles`), how it looks (the
style sheet).
"""

from collections.abc import Callable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models.quote import shortened
from articles.presentation.quote_lists import Listed
from articles.presentation.side_by_side import Mark, Pair, Piece, Remark, Side
from articles.views.articles import Block, Stretch

register = template.Library()

SHORT = 24  # words: set large
LONG = 70  # words: set small, or a paragraph of them fills the screen
REMARK_WORDS = 32  # of a changed passage that a remark repeats; the text above has all of it


@register.filter
def size(text: str) -> str:
    """How large to set a quotation: "short", "middle" or "long"."""
    words = len(text.split())
    return "short" if words <= SHORT else "middle" if words <= LONG else "long"


@register.filter
def brief(text: str, words: int = REMARK_WORDS) -> str:
    """The first words of `text`."""
    return shortened(text, words)


@register.simple_tag
def marked(side: Side, where: str) -> SafeString:
    """The words of one side with its marks; `where` is "left" or "right" and begins the anchors."""
    return format_html_join("", "{}", ((_MARKED[piece.mark](piece, where),) for piece in side.pieces))


@register.simple_tag
def merged(pair: Pair) -> SafeString:
    """Both texts laid into one, with its marks."""
    return format_html_join("", "{}", ((_MARKED[piece.mark](piece, "left"),) for piece in pair.merged))


@register.simple_tag
def block_text(block: Block) -> SafeString:
    """The words of a paragraph: each quotation marked and followed by a link to its lineage, what is told marked."""
    return format_html_join("", "{}", ((_stretch(each),) for each in block.stretches))


def _stretch(stretch: Stretch) -> SafeString:
    words = format_html("{}", stretch.text)
    if stretch.quote:
        anchor = format_html(' id="quote-{}"', stretch.quote.quote.pk) if stretch.begins else ""
        words = format_html('<q class="quotation"{}>{}</q>', anchor, stretch.text)
    elif stretch.told:
        anchor = format_html(' id="told-{}"', stretch.told.pk) if stretch.begins else ""
        words = format_html('<span class="told"{}>{}</span>', anchor, stretch.text)
    return words + _lineage_key(stretch.ended) if stretch.ended else words


def _lineage_key(each: Listed) -> SafeString:
    """The number of a quotation, leading to its lineage, else to the note on it."""
    address = each.lineage.get_absolute_url() if each.lineage else f"#note-{each.number}"
    link = '<a class="key" href="{}"><span class="vh"> (quotation </span>{}<span class="vh">: printings) </span></a>'
    return format_html(link, address, each.number)


def _plain(piece: Piece, where: str) -> SafeString:
    return format_html("{}", piece.text)


def _removed(piece: Piece, where: str) -> SafeString:
    remark = _remark(piece)
    return _del(piece.text, f"{where}-{remark.number}") + _key(remark, "end of removed words, change")


def _added(piece: Piece, where: str) -> SafeString:
    remark = _remark(piece)
    return _ins(piece.text, f"{where}-{remark.number}") + _key(remark, "end of added words, change")


def _cut(piece: Piece, where: str) -> SafeString:
    remark = _remark(piece)
    words = '<span class="cut" id="{}-{}">{}</span>'
    return format_html(words, where, remark.number, _key(remark, "nothing here, change"))


def _both(piece: Piece, where: str) -> SafeString:
    """What the first has and what the second has; a side that has nothing leaves its anchor behind."""
    remark = _remark(piece)
    left, right = f"left-{remark.number}", f"right-{remark.number}"
    gone = _del(piece.text, left) if piece.text else format_html('<span id="{}"></span>', left)
    new = _ins(piece.other, right) if piece.other else format_html('<span id="{}"></span>', right)
    return gone + new + _key(remark, "end of change")


def _slight(piece: Piece, where: str) -> SafeString:
    return format_html('<span class="slight" id="{}-{}">{}</span>', where, _remark(piece).number, piece.text)


def _shared(piece: Piece, where: str) -> SafeString:
    other = "right" if where == "left" else "left"
    link = '<a class="key" href="#{}-shared-{}"><span class="vh"> (in both, run </span>{}<span class="vh">) </span></a>'
    key = format_html(link, other, piece.number, piece.number)
    return format_html('<mark id="{}-shared-{}">{}</mark>{}', where, piece.number, piece.text, key)


def _remark(piece: Piece) -> Remark:
    assert piece.remark, "what is marked as changed has a remark"
    return piece.remark


def _del(words: str, anchor: str) -> SafeString:
    return format_html('<del id="{}"><span class="vh">removed: </span>{}</del>', anchor, words)


def _ins(words: str, anchor: str) -> SafeString:
    return format_html('<ins id="{}"><span class="vh">added: </span>{}</ins>', anchor, words)


def _key(remark: Remark, words: str) -> SafeString:
    link = '<a class="key" href="#{}"><span class="vh"> ({} </span>{}<span class="vh">) </span></a>'
    return format_html(link, remark.anchor, words, remark.number)


_MARKED: dict[Mark, Callable[[Piece, str], SafeString]] = {
    Mark.PLAIN: _plain,
    Mark.REMOVED: _removed,
    Mark.ADDED: _added,
    Mark.CUT: _cut,
    Mark.BOTH: _both,
    Mark.SLIGHT: _slight,
    Mark.SHARED: _shared,
}
