"""What is the address of a page, where a template needs more than a model can tell it?

``https://quotes.example/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition``, to be named in the head of the page,
whatever address it was asked by; ``/q/7KQ2M9X4VD/12..31`` for two printings of a lineage.

Left to others: which path that is (``get_absolute_url`` of each model, `articles.urls`).
"""

from urllib.parse import urlencode

from django import template
from django.template import Context

from articles.models import Lineage
from articles.presentation.printings import PrintingRow

register = template.Library()


@register.simple_tag(takes_context=True)
def absolute_url(context: Context, path: object, after: str = "") -> str:
    """`path` with scheme and host; `after` says behind which row the page of a list begins."""
    address = context["request"].build_absolute_uri(str(path))
    return f"{address}?{urlencode({'after': after})}" if after else str(address)


@register.simple_tag
def comparison_url(lineage: Lineage, left: PrintingRow, right: PrintingRow) -> str:
    """The address of two printings side by side."""
    return lineage.get_comparison_url(left.key, right.key)
