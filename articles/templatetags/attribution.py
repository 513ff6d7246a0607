"""Template tags for speakers: the name as a fact, or with "probably" and the reason."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models import Lineage
from articles.models.quote import AttributedText
from articles.presentation.attribution import NOBODY, SpeakerStatement, describe_first_speaker, describe_speaker
from articles.presentation.name_card import ContextPart

register = template.Library()
register.simple_tag(describe_speaker)
register.simple_tag(describe_first_speaker)


@register.filter
def speaker(quote: AttributedText) -> SafeString:
    """Render the speaker of a quotation or paraphrase."""
    return render_statement(describe_speaker(quote))


@register.filter
def first_speaker(lineage: Lineage) -> SafeString:
    """Render the speaker whom the earliest version of a lineage names."""
    return render_statement(describe_first_speaker(lineage))


@register.filter
def render_statement(statement: SpeakerStatement) -> SafeString:
    """Render who said the words; the reason of a doubt shows at the mouse, and in `shared/_doubt.html` as text.

    >>> render_statement(SpeakerStatement("Sergei Ryabkov", is_probable=True, reason="The article says only he."))
    '<span class="probably" title="The article says only he.">probably <bdi>Sergei Ryabkov</bdi></span>'
    """
    if not statement.name:
        return format_html("<bdi>{}</bdi>", NOBODY)
    name = format_html("<bdi>{}</bdi>", statement.name)
    if not statement.is_probable:
        return name
    return format_html('<span class="probably" title="{}">probably {}</span>', statement.reason, name)


@register.filter
def link_statement(statement: SpeakerStatement) -> SafeString:
    """Render the same with a link to the speaker's page."""
    if not statement.address:
        return render_statement(statement)
    name = format_html('<a href="{}"><bdi>{}</bdi></a>', statement.address, statement.name)
    if not statement.is_probable:
        return name
    return format_html('<span class="probably" title="{}">probably {}</span>', statement.reason, name)


@register.filter
def render_context(parts: Iterable[ContextPart]) -> SafeString:
    """Render the text around a quotation, with the name in question and the words printed for the speaker marked."""
    marked = (
        format_html('<mark class="{}">{}</mark>', part.kind, part.text) if part.kind else format_html("{}", part.text)
        for part in parts
    )
    return format_html_join("", "{}", ((part,) for part in marked))
