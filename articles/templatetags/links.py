"""Template tags for addresses.

``https://quotes.example/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition`` is the canonical address in the head of
a page; ``/q/7KQ2M9X4VD/12..31`` compares two printings of a lineage.
"""

from urllib.parse import urlencode

from django import template
from django.template import Context

from articles.models import Lineage
from articles.queries.lineage_snapshot import PrintingSnapshot

register = template.Library()


@register.simple_tag(takes_context=True)
def absolute_url(context: Context, path: object, after: str = "") -> str:
    """Return `path` with scheme and host; `after` is the row behind which the page of a list begins."""
    address = context["request"].build_absolute_uri(str(path))
    return f"{address}?{urlencode({'after': after})}" if after else str(address)


@register.simple_tag
def comparison_url(lineage: Lineage, left: PrintingSnapshot, right: PrintingSnapshot) -> str:
    """Return the address of two printings side by side."""
    return lineage.get_comparison_url(left.key, right.key)
