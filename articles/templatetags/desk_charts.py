"""How are the desk's figures drawn?

As bars and intervals in SVG that the server writes, with a title that says in words what they show: "Decisions a day: 4
on 20 November 2015, 9 on 21 November 2015".

Left to others: the figures (`articles.queries.curator_agreement`), colours (the style sheet).
"""

from collections.abc import Sequence
from datetime import date

from django import template
from django.utils.dateformat import format as written
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.engine.statistics.proportions import Proportion
from articles.queries.curator_agreement import DeskDay

register = template.Library()

BAR, GAP, HEIGHT, WIDTH = 16, 6, 120, 640  # pixels
SPACE_ABOVE, SPACE_BELOW = 18, 22  # room for figures above the bars, and for days below
LABEL_EVERY = 7  # each so many-th day has its date below, counted from today
TITLES = {"decisions": "Decisions a day", "median": "Seconds that the middle decision of a day took"}


@register.simple_tag
def bar_chart(days: Sequence[DeskDay], what: str = "decisions") -> SafeString:
    """A bar for each day, of its decisions with the part taken back hatched, or of their seconds."""
    values = [getattr(day, what) or 0 for day in days]
    most = max([*values, 1])
    shapes = format_html_join("", "{}", ((_render_bar(at, value, most),) for at, value in enumerate(values)))
    if what == "decisions":
        gone = format_html_join("", "{}", ((_render_undone_part(at, day.undone, most),) for at, day in enumerate(days)))
        shapes = HATCH_PATTERN + shapes + gone
    labels = format_html_join("", "{}", ((_render_date_label(at, day.day, len(days)),) for at, day in enumerate(days)))
    said = ", ".join(
        f"{value:.0f} on {written(day.day, 'j F Y')}" for day, value in zip(days, values, strict=True) if value
    )
    width, height = len(days) * (BAR + GAP), SPACE_ABOVE + HEIGHT + SPACE_BELOW
    return format_html(
        '<svg class="drawing chart" role="img" width="{}" height="{}" viewBox="0 {} {} {}"><title>{}: {}</title>{}'
        '<line class="axis" x1="0" y1="{}" x2="{}" y2="{}"/>{}</svg>',
        width, height, -SPACE_ABOVE, width, height, TITLES[what], said, shapes, HEIGHT, width, HEIGHT, labels,
    )  # fmt: skip


HATCH_PATTERN = format_html(
    '<pattern id="{}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="ground" width="4" height="4"/><line class="hatch" x1="0" y1="0" x2="0" y2="4"/></pattern>',
    "hatched",
)


def _render_bar(at: int, value: float, most: float) -> SafeString:
    if not value:
        return SafeString("")
    high, left = _get_bar_height(value, most), at * (BAR + GAP)
    return format_html(
        '<rect class="bar" x="{}" y="{}" width="{}" height="{}"/>'
        '<text class="tick-label" text-anchor="middle" x="{}" y="{}">{}</text>',
        left, HEIGHT - high, BAR, high, left + BAR // 2, HEIGHT - high - 4, f"{value:.0f}",
    )  # fmt: skip


def _render_undone_part(at: int, undone: int, most: float) -> SafeString:
    """The part of a bar that was taken back."""
    if not undone:
        return SafeString("")
    high = _get_bar_height(undone, most)
    return format_html(_UNDONE_PART, at * (BAR + GAP), HEIGHT - high, BAR, high)


_UNDONE_PART = '<rect class="gone" fill="url(#hatched)" x="{}" y="{}" width="{}" height="{}"/>'


def _render_date_label(at: int, day: date, days: int) -> SafeString:
    if (days - 1 - at) % LABEL_EVERY:
        return SafeString("")
    middle, last = at * (BAR + GAP) + BAR // 2, at == days - 1
    return format_html(
        '<text class="tick-label" text-anchor="{}" x="{}" y="{}">{}</text>',
        "end" if last else "middle", middle + BAR // 2 if last else middle, HEIGHT + 16, written(day, "j M"),
    )  # fmt: skip


@register.simple_tag
def undone_swatch() -> SafeString:
    """What the hatched part of a bar looks like."""
    shape = '<svg class="drawing swatch" width="16" height="12" aria-hidden="true">{}</svg>'
    return format_html(shape, format_html(_UNDONE_PART, 0, 0, 16, 12))


@register.simple_tag
def share_chart(share: Proportion, what: str) -> SafeString:
    """A share in words, and a line from 0 to 100 % with its interval as a bar and itself as a dot."""
    if not share.total:
        return format_html('<p class="measure">{}: <b>nothing to count yet</b></p>', what)
    parts = share.count / share.total, share.low, share.high
    low, high = (format_percent(part) for part in parts[1:])
    said = f"{share.count} of {share.total}, {format_percent(parts[0])}, between {low} and {high}"
    middle, left, right = (round(part * WIDTH) for part in parts)
    return format_html(
        '<p class="measure">{}: <b>{}</b></p>'
        '<svg class="drawing chart" role="img" width="{}" height="40" viewBox="-10 0 {} 40"><title>{}: {}</title>'
        '<line class="axis" x1="0" y1="14" x2="{}" y2="14"/><rect class="bar" x="{}" y="9" width="{}" height="10"/>'
        '<circle class="ring" cx="{}" cy="14" r="7"/>{}</svg>',
        what, said, WIDTH + 20, WIDTH + 20, what, said, WIDTH, left, max(2, right - left), middle, _SCALE,
    )  # fmt: skip


_SCALE = format_html_join(
    "",
    '<text class="tick-label" text-anchor="{}" x="{}" y="38">{} %</text>',
    ((end, tenths * WIDTH // 100, tenths) for tenths, end in ((0, "start"), (50, "middle"), (100, "end"))),
)


def format_percent(share: float) -> str:
    """A share as people say it."""
    return f"{100 * share:.1f} %"


def _get_bar_height(value: float, most: float) -> int:
    return max(2, round(value * HEIGHT / most))
