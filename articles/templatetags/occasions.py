"""Template filters for where words were said: the sentences of `articles.presentation.occasions`, in markup."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models.quote import AttributedText
from articles.presentation.occasions import (
    OccasionStatement,
    build_occasion_phrase,
    describe_quote_occasion,
    describe_recorded_occasion,
)

register = template.Library()


@register.filter
def occasion_sentence(statement: OccasionStatement) -> SafeString:
    """Render the sentence."""
    return format_html("{}{}{}", statement.before, _render_words(statement, statement.words), statement.after)


@register.filter
def occasion_fact(quote: AttributedText) -> SafeString | str:
    """Render where a quotation was said as an item of a list."""
    statement = describe_quote_occasion(quote)
    return _render_fact(statement) if statement else ""


@register.filter
def recorded_occasion_fact(facts: Mapping[str, Any]) -> SafeString | str:
    """Render the same for a printing as a revision records it."""
    statement = describe_recorded_occasion(facts)
    return _render_fact(statement) if statement else ""


@register.filter
def occasion_words(printed: str) -> str:
    """Return the words of an occasion for a list of occasions: a phrase, or as printed in quotation marks."""
    return build_occasion_phrase(printed) or f"\u201c{printed}\u201d"


def _render_fact(statement: OccasionStatement) -> SafeString:
    return format_html("{}{}", statement.fact_lead, _render_words(statement, statement.quoted_words))


def _render_words(statement: OccasionStatement, words: str) -> SafeString:
    """Render the words; those that fit into the sentence are English, as the page is."""
    if statement.is_quoted and statement.language:
        return format_html('<bdi lang="{}">{}</bdi>', statement.language, words)
    return format_html("<bdi>{}</bdi>", words)
