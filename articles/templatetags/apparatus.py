"""How are the places set at which printings differ, the sentences of the story, and the names of those who print?

A number stands at each place of the base text, underlined by how much the readings can do to the sense, and leads to
them in the table; read aloud it says what it is, and how many differ is words, not a shade::

    <mark class="place grave" id="place-2">(life has proved ...)</mark><a class="key" href="#readings-2">2 ...</a>

Left to others: what the places are (`articles.presentation.apparatus`), how they look (the style sheet).
"""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.presentation.apparatus import ApparatusEntry, ApparatusView, BaseSegment
from articles.presentation.change_story import SentencePart, StorySentence
from articles.presentation.printings import NameList
from articles.templatetags.quote_markup import brief

register = template.Library()


@register.simple_tag
def render_places(readings: ApparatusView) -> SafeString:
    """The words of the base, with its places marked."""
    return format_html_join("", "{}", ((_render_piece(piece),) for piece in readings.segments))


def _render_piece(piece: BaseSegment) -> SafeString:
    if piece.entry is None:
        return format_html("{}", piece.text)
    inside = format_html_join("", "{}", ((_render_piece(part),) for part in piece.parts))
    if not piece.text:
        words = '<span class="cut" id="place-{}">{}</span>'
        return format_html(words, piece.entry.number, _render_key(piece.entry, "words added here, place"))
    words = '<mark class="place {}" id="place-{}">{}</mark>{}'
    return format_html(words, piece.entry.weight, piece.entry.number, inside, _render_key(piece.entry, "place"))


def _render_key(place: ApparatusEntry, before: str) -> SafeString:
    link = (
        '<a class="key" href="#readings-{}"><span class="vh"> ({} </span>{}<span class="differ">'
        '<span class="vh">, </span>{} of {}<span class="vh"> differ) </span></span></a>'
    )
    return format_html(link, place.number, before, place.number, place.differing_count, place.reaching_count)


@register.simple_tag
def render_sentence(line: StorySentence) -> SafeString:
    """A sentence of the story: names in bold, what somebody printed as a quotation."""
    parts = [_render_part(part) for part in line.parts]
    joined = [not part.is_quoted and part.text[:1] in (";", ",") for part in line.parts]
    spaces = ["" if not number or close else " " for number, close in enumerate(joined)]
    return format_html("{}.", format_html_join("", "{}{}", zip(spaces, parts, strict=True)))


def _render_part(part: SentencePart) -> SafeString:
    if part.names:
        return format_html("<b>{}</b>", join_names(part.names))
    return format_html(
        '<q dir="auto">{}</q>' if part.is_quoted else "{}", brief(part.text) if part.is_quoted else part.text
    )


@register.filter
def join_names(names: NameList) -> SafeString:
    """The names in a sentence: "OffGuardian, SANA and 5 more"."""
    shown = [format_html("<bdi>{}</bdi>", name) for name in names.visible]
    if names.more:
        shown.append(format_html("{} more", names.more))
    if len(shown) < 2:
        return format_html_join("", "{}", ((each,) for each in shown))
    return format_html("{} and {}", format_html_join(", ", "{}", ((each,) for each in shown[:-1])), shown[-1])


@register.filter
def join_names_as_text(names: NameList) -> str:
    """The same without markup, for where none may stand."""
    shown = [*names.visible, *([f"{names.more} more"] if names.more else [])]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
