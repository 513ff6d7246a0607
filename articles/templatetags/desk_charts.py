"""Template tags for the desk's charts: bars and intervals in SVG.

Each chart has a title that says in words what it shows: "Decisions a day: 4 on 20 November 2015, 9 on 21 November
2015". `articles.queries.curator_agreement` computes the figures, the style sheet sets the colours.
"""

from collections.abc import Sequence
from datetime import date

from django import template
from django.utils.dateformat import format as format_date
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.engine.statistics.proportions import Proportion
from articles.queries.curator_agreement import DeskDay

register = template.Library()

BAR, GAP, HEIGHT, WIDTH = 16, 6, 120, 640  # pixels
SPACE_ABOVE, SPACE_BELOW = 18, 22  # room for figures above the bars, and for days below
LABEL_EVERY = 7  # every seventh day has its date below, counted back from today
TITLES = {"decisions": "Decisions a day", "median": "Seconds that the middle decision of a day took"}


@register.simple_tag
def bar_chart(days: Sequence[DeskDay], what: str = "decisions") -> SafeString:
    """Render a bar for each day: its decisions, with the undone part hatched, or the median seconds."""
    values = [getattr(day, what) or 0 for day in days]
    highest = max([*values, 1])
    shapes = format_html_join("", "{}", ((_render_bar(at, value, highest),) for at, value in enumerate(values)))
    if what == "decisions":
        undone = ((_render_undone_part(at, day.undone, highest),) for at, day in enumerate(days))
        shapes = HATCH_PATTERN + shapes + format_html_join("", "{}", undone)
    labels = format_html_join("", "{}", ((_render_date_label(at, day.day, len(days)),) for at, day in enumerate(days)))
    description = ", ".join(
        f"{value:.0f} on {format_date(day.day, 'j F Y')}" for day, value in zip(days, values, strict=True) if value
    )
    width, height = len(days) * (BAR + GAP), SPACE_ABOVE + HEIGHT + SPACE_BELOW
    return format_html(
        '<svg class="drawing chart" role="img" width="{}" height="{}" viewBox="0 {} {} {}"><title>{}: {}</title>{}'
        '<line class="axis" x1="0" y1="{}" x2="{}" y2="{}"/>{}</svg>',
        width, height, -SPACE_ABOVE, width, height, TITLES[what], description, shapes, HEIGHT, width, HEIGHT, labels,
    )  # fmt: skip


HATCH_PATTERN = format_html(
    '<pattern id="{}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="ground" width="4" height="4"/><line class="hatch" x1="0" y1="0" x2="0" y2="4"/></pattern>',
    "hatched",
)


def _render_bar(at: int, value: float, highest: float) -> SafeString:
    if not value:
        return SafeString("")
    height, left = _get_bar_height(value, highest), at * (BAR + GAP)
    return format_html(
        '<rect class="bar" x="{}" y="{}" width="{}" height="{}"/>'
        '<text class="tick-label" text-anchor="middle" x="{}" y="{}">{}</text>',
        left, HEIGHT - height, BAR, height, left + BAR // 2, HEIGHT - height - 4, f"{value:.0f}",
    )  # fmt: skip


def _render_undone_part(at: int, undone: int, highest: float) -> SafeString:
    """Render the part of a bar that was undone."""
    if not undone:
        return SafeString("")
    height = _get_bar_height(undone, highest)
    return format_html(_UNDONE_PART, at * (BAR + GAP), HEIGHT - height, BAR, height)


_UNDONE_PART = '<rect class="gone" fill="url(#hatched)" x="{}" y="{}" width="{}" height="{}"/>'


def _render_date_label(at: int, day: date, days: int) -> SafeString:
    if (days - 1 - at) % LABEL_EVERY:
        return SafeString("")
    middle, last = at * (BAR + GAP) + BAR // 2, at == days - 1
    return format_html(
        '<text class="tick-label" text-anchor="{}" x="{}" y="{}">{}</text>',
        "end" if last else "middle", middle + BAR // 2 if last else middle, HEIGHT + 16, format_date(day, "j M"),
    )  # fmt: skip


@register.simple_tag
def undone_swatch() -> SafeString:
    """Render a sample of the hatching, for the legend."""
    shape = '<svg class="drawing swatch" width="16" height="12" aria-hidden="true">{}</svg>'
    return format_html(shape, format_html(_UNDONE_PART, 0, 0, 16, 12))


@register.simple_tag
def share_chart(share: Proportion, what: str) -> SafeString:
    """Render a share in words, and on a line from 0 to 100 % as a dot with its interval as a bar."""
    if not share.total:
        return format_html('<p class="measure">{}: <b>nothing to count yet</b></p>', what)
    parts = share.count / share.total, share.low, share.high
    low, high = (format_percent(part) for part in parts[1:])
    description = f"{share.count} of {share.total}, {format_percent(parts[0])}, between {low} and {high}"
    middle, left, right = (round(part * WIDTH) for part in parts)
    return format_html(
        '<p class="measure">{}: <b>{}</b></p>'
        '<svg class="drawing chart" role="img" width="{}" height="40" viewBox="-10 0 {} 40"><title>{}: {}</title>'
        '<line class="axis" x1="0" y1="14" x2="{}" y2="14"/><rect class="bar" x="{}" y="9" width="{}" height="10"/>'
        '<circle class="ring" cx="{}" cy="14" r="7"/>{}</svg>',
        what, description, WIDTH + 20, WIDTH + 20, what, description, WIDTH, left, max(2, right - left), middle, _SCALE,
    )  # fmt: skip


_SCALE = format_html_join(
    "",
    '<text class="tick-label" text-anchor="{}" x="{}" y="38">{} %</text>',
    ((end, tenths * WIDTH // 100, tenths) for tenths, end in ((0, "start"), (50, "middle"), (100, "end"))),
)


def format_percent(share: float) -> str:
    """Format a share as a percentage with one decimal."""
    return f"{100 * share:.1f} %"


def _get_bar_height(value: float, highest: float) -> int:
    return max(2, round(value * HEIGHT / highest))
