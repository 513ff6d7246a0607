"""Template tag for the version that is running."""

from django import template

from articles import __version__

register = template.Library()


@register.simple_tag
def version() -> str:
    """Return the version of the product, such as ``0.2.0``."""
    return __version__
