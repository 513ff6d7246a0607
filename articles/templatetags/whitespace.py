"""White space in attributes and titles, which templates break over lines."""

from django import template

register = template.Library()


@register.filter(is_safe=True)
def one_line(text: str) -> str:
    """Join the lines of a text with single spaces.

    >>> one_line("printed by 3 outlets\\n  in 2 wordings ")
    'printed by 3 outlets in 2 wordings'
    """
    return " ".join(text.split())
