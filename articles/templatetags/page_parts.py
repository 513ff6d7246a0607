"""Template tags and filters that pages share: addresses, icons, the version, file types, white space."""

from urllib.parse import urlencode

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import __version__
from articles.importers.registry import build_accept_attribute
from articles.models import Lineage
from articles.queries.lineage_snapshot import PrintingSnapshot

register = template.Library()
register.simple_tag(build_accept_attribute, name="accepted_files")

# Drawn for this site, in lines on 16 by 16 points.
ICONS = {
    "find": "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3l3.7 3.7",
    "share": "M5 6.5H3v7h10v-7h-2M8 10V2M5.2 4.7 8 2l2.8 2.7",
    "feed": "M3 8.5A4.5 4.5 0 0 1 7.5 13M3 4a9 9 0 0 1 9 9M3.6 12.4v.01",
    "table": "M2.5 3h11v10h-11zM2.5 6.5h11M2.5 9.8h11M6.5 6.5V13",
    "picture": "M2.5 3h11v10h-11zM3 11.5l3.2-3.2 2 2 2.5-3 2.6 2.9M5.5 5.8v.01",
    "swap": "M2.5 5.5h10M9.8 2.7l2.7 2.8-2.7 2.8M13.5 10.8h-10M6.2 8l-2.7 2.8 2.7 2.7",
    "file": "M4 2h5l3.5 3.5V14H4zM9 2v3.5h3.5",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Render an icon as wide as a letter, in the colour of the text; an unknown name raises KeyError.

    The word after an icon says the same, so icons are hidden from screen readers.
    """
    return format_html('<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="{}"/></svg>', ICONS[name])


@register.simple_tag(takes_context=True)
def absolute_url(context: Context, path: object, after: str = "") -> str:
    """Return `path` with scheme and host; `after` is the row behind which the page of a list begins."""
    address = context["request"].build_absolute_uri(str(path))
    return f"{address}?{urlencode({'after': after})}" if after else str(address)


@register.simple_tag
def comparison_url(lineage: Lineage, left: PrintingSnapshot, right: PrintingSnapshot) -> str:
    """Return the address of two printings side by side: ``/q/7KQ2M9X4VD/12..31``."""
    return lineage.get_comparison_url(left.key, right.key)


@register.simple_tag
def version() -> str:
    """Return the version of the product, such as ``0.2.0``."""
    return __version__


@register.filter(is_safe=True)
def one_line(text: str) -> str:
    """Join the lines of a text, which templates break in attributes and titles, with single spaces.

    >>> one_line("printed by 3 outlets\\n  in 2 wordings ")
    'printed by 3 outlets in 2 wordings'
    """
    return " ".join(text.split())
