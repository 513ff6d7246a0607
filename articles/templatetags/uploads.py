"""Template tag for the file field of a form that takes articles."""

from django import template

from articles.importers.registry import build_accept_attribute

register = template.Library()


@register.simple_tag
def accepted_files() -> str:
    """Return the file types that can be imported, as the value of ``accept``."""
    return build_accept_attribute()
