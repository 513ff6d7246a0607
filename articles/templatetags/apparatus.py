"""Template tags for the apparatus, the sentences about changes, and lists of names.

Each place of the base text is underlined by the severity of its readings, and its number opens them in place.
Screen readers hear what the number is; how many printings differ is said in words, not by a shade.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.presentation.apparatus import ApparatusView, BaseSegment
from articles.presentation.change_story import SentencePart, StorySentence
from articles.presentation.lineage_verdict import LineageVerdict
from articles.presentation.printings import NameList, collect_names
from articles.templatetags.quote_markup import brief, join_html

register = template.Library()


_KEY = (
    '<button type="button" class="key" popovertarget="readings-{number}"><span class="vh"> (HINT </span>{number}'
    '<span class="differ"><span class="vh">, </span>{differing} of {reaching}'
    '<span class="vh"> differ) </span></span></button>'
)
_ADDITION = '<span class="cut" id="place-{number}">' + _KEY.replace("HINT", "words added here, difference") + "</span>"
_PLACE = '<mark class="place {weight}" id="place-{number}">{inside}</mark>' + _KEY.replace("HINT", "difference")


@register.simple_tag
def render_places(apparatus: ApparatusView) -> SafeString:
    """Render the base text with its places marked."""
    return join_html(_render_piece(piece) for piece in apparatus.segments)


def _render_piece(piece: BaseSegment) -> SafeString | str:
    entry = piece.entry
    if entry is None:
        return piece.text
    return format_html(
        _PLACE if piece.text else _ADDITION,
        number=entry.number,
        weight=entry.weight,
        inside=join_html(_render_piece(part) for part in piece.parts),
        differing=entry.differing_count,
        reaching=entry.reaching_count,
    )


@register.simple_tag
def render_sentence(sentence: StorySentence | LineageVerdict) -> SafeString:
    """Render a sentence about changes: names in bold, printed words as quotations."""
    begins_with_mark = [not part.is_quoted and part.text[:1] in (";", ",") for part in sentence.parts]
    spaces = ["" if not number or mark else " " for number, mark in enumerate(begins_with_mark)]
    parts = [_render_part(part) for part in sentence.parts]
    return format_html("{}.", format_html_join("", "{}{}", zip(spaces, parts, strict=True)))


def _render_part(part: SentencePart) -> SafeString | str:
    if part.names:
        return format_html("<b>{}</b>", join_names(part.names))
    return format_html('<q dir="auto">{}</q>', brief(part.text)) if part.is_quoted else part.text


@register.filter
def join_names(names: NameList | Iterable[str]) -> SafeString:
    """Join names in a sentence: "OffGuardian, SANA and 5 more"."""
    if not isinstance(names, NameList):
        names = collect_names(names)
    shown = [format_html("<bdi>{}</bdi>", name) for name in names.visible]
    if names.more:
        shown.append(format_html("{} more", names.more))
    if len(shown) < 2:
        return join_html(shown)
    return format_html("{} and {}", format_html_join(", ", "{}", ((name,) for name in shown[:-1])), shown[-1])
