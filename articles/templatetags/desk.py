"""How are the desk's figures drawn?

As bars and intervals in SVG that the server writes, with a title that says in words what they show: "Decisions a day: 4
on 20 November 2015, 9 on 21 November 2015".

Left to others: the figures (`articles.reviewing`), colours (the style sheet).
"""

from collections.abc import Sequence
from datetime import date

from django import template
from django.utils.dateformat import format as written
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.reviewing import Share

register = template.Library()

BAR, GAP, HEIGHT, WIDTH = 20, 6, 120, 600  # pixels


@register.simple_tag
def bars(days: Sequence[tuple[date, int]]) -> SafeString:
    """A bar for each day."""
    most = max(count for _, count in days)
    shapes = format_html_join(
        "",
        '<rect class="bar" x="{}" y="{}" width="{}" height="{}"/><text class="tick-label" x="{}" y="{}">{}</text>',
        (
            (at * (BAR + GAP), HEIGHT - _high(count, most), BAR, _high(count, most),
             at * (BAR + GAP), HEIGHT - _high(count, most) - 4, count)
            for at, (_, count) in enumerate(days)
        ),
    )  # fmt: skip
    said = ", ".join(f"{count} on {written(day, 'j F Y')}" for day, count in days)
    width = len(days) * (BAR + GAP)
    return format_html(
        '<svg class="drawing" role="img" width="{}" height="{}" viewBox="0 -20 {} {}">'
        "<title>Decisions a day: {}</title>{}</svg>",
        width, HEIGHT + 20, width, HEIGHT + 20, said, shapes,
    )  # fmt: skip


@register.simple_tag
def interval(share: Share) -> SafeString:
    """A line from 0 to 100 % with the interval on it, and the share as a dot."""
    low, high = share.interval or (0.0, 1.0)
    return format_html(
        '<svg class="drawing" role="img" width="{0}" height="40" viewBox="-8 0 {1} 40">'
        "<title>{2} %, between {3} and {4} %</title>"
        '<line class="axis" x1="0" y1="20" x2="{0}" y2="20"/><rect class="bar" x="{5}" y="14" width="{6}" '
        'height="12"/><circle class="ring" cx="{7}" cy="20" r="7"/></svg>',
        WIDTH, WIDTH + 16, _hundreds(share.share), _hundreds(low), _hundreds(high),
        round(low * WIDTH), round((high - low) * WIDTH), round((share.share or 0) * WIDTH),
    )  # fmt: skip


@register.simple_tag
def percent(share: float | None) -> str:
    """A share as people say it."""
    return "\N{EN DASH}" if share is None else f"{_hundreds(share)} %"


def _high(count: int, most: int) -> int:
    return max(1, round(count * HEIGHT / most))


def _hundreds(share: float | None) -> str:
    return f"{100 * (share or 0):.1f}"
