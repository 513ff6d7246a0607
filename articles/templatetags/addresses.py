"""What is the one full address of a page, to be named in its head?

``https://quotes.example/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition``, whatever address it was asked by.

Left to others: which path that is (``get_absolute_url`` of each model, `articles.urls`).
"""

from urllib.parse import urlencode

from django import template
from django.template import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def full_address(context: Context, path: str, after: str = "") -> str:
    """`path` with scheme and host; `after` says behind which row the page of a list begins."""
    address = context["request"].build_absolute_uri(path)
    return f"{address}?{urlencode({'after': after})}" if after else str(address)
