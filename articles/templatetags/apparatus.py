"""Template tags for the apparatus, the sentences about changes, and lists of names.

Each place of the base text is underlined by the severity of its readings, and its number links to them in the table.
Screen readers hear what the number is; how many printings differ is said in words, not by a shade::

    <mark class="place grave" id="place-2">(life has proved ...)</mark><a class="key" href="#readings-2">2 ...</a>

`articles.presentation.apparatus` finds the places, the style sheet draws them.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.presentation.apparatus import ApparatusEntry, ApparatusView, BaseSegment
from articles.presentation.change_story import SentencePart, StorySentence
from articles.presentation.printings import NameList, collect_names
from articles.templatetags.quote_markup import brief

register = template.Library()


@register.simple_tag
def render_places(apparatus: ApparatusView) -> SafeString:
    """Render the base text with its places marked."""
    return format_html_join("", "{}", ((_render_piece(piece),) for piece in apparatus.segments))


def _render_piece(piece: BaseSegment) -> SafeString:
    if piece.entry is None:
        return format_html("{}", piece.text)
    inside = format_html_join("", "{}", ((_render_piece(part),) for part in piece.parts))
    if not piece.text:
        words = '<span class="cut" id="place-{}">{}</span>'
        return format_html(words, piece.entry.number, _render_key(piece.entry, "words added here, place"))
    words = '<mark class="place {}" id="place-{}">{}</mark>{}'
    return format_html(words, piece.entry.weight, piece.entry.number, inside, _render_key(piece.entry, "place"))


def _render_key(entry: ApparatusEntry, hint: str) -> SafeString:
    link = (
        '<a class="key" href="#readings-{}"><span class="vh"> ({} </span>{}<span class="differ">'
        '<span class="vh">, </span>{} of {}<span class="vh"> differ) </span></span></a>'
    )
    return format_html(link, entry.number, hint, entry.number, entry.differing_count, entry.reaching_count)


@register.simple_tag
def render_sentence(sentence: StorySentence) -> SafeString:
    """Render a sentence about changes: names in bold, printed words as quotations."""
    parts = [_render_part(part) for part in sentence.parts]
    begins_with_mark = [not part.is_quoted and part.text[:1] in (";", ",") for part in sentence.parts]
    spaces = ["" if not number or mark else " " for number, mark in enumerate(begins_with_mark)]
    return format_html("{}.", format_html_join("", "{}{}", zip(spaces, parts, strict=True)))


def _render_part(part: SentencePart) -> SafeString:
    if part.names:
        return format_html("<b>{}</b>", join_names(part.names))
    return format_html(
        '<q dir="auto">{}</q>' if part.is_quoted else "{}", brief(part.text) if part.is_quoted else part.text
    )


@register.filter
def join_names(names: NameList | Iterable[str]) -> SafeString:
    """Join names in a sentence: "OffGuardian, SANA and 5 more"."""
    if not isinstance(names, NameList):
        names = collect_names(names)
    shown = [format_html("<bdi>{}</bdi>", name) for name in names.visible]
    if names.more:
        shown.append(format_html("{} more", names.more))
    if len(shown) < 2:
        return format_html_join("", "{}", ((name,) for name in shown))
    return format_html("{} and {}", format_html_join(", ", "{}", ((name,) for name in shown[:-1])), shown[-1])


@register.filter
def join_names_as_text(names: NameList) -> str:
    """Join names in a sentence without markup, for attributes."""
    shown = [*names.visible, *([f"{names.more} more"] if names.more else [])]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
