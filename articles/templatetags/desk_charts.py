"""Template tags for the desk's charts: bars and intervals in SVG, each with a title that says what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django import template
from django.utils.dateformat import format as format_date

from articles.engine.statistics.proportions import Proportion
from articles.queries.curator_agreement import DeskDay

register = template.Library()

BAR, GAP, HEIGHT, WIDTH = 16, 6, 120, 640  # pixels, as in the templates
SPACE_AROUND = 18 + 22  # pixels for figures above the bars, and for days below
LABEL_EVERY = 7  # every seventh day has its date below, counted back from today
TITLES = {"decisions": "Decisions per day", "median": "Median time of a decision, in seconds"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart in pixels: its left edge, and the heights of the whole and of the undone part."""

    day: date
    value: str
    left: int
    height: int
    undone_height: int
    is_last: bool
    has_label: bool

    @property
    def top(self) -> int:
        return HEIGHT - self.height

    @property
    def undone_top(self) -> int:
        return HEIGHT - self.undone_height

    @property
    def middle(self) -> int:
        return self.left + BAR // 2


@register.inclusion_tag("desk/_bar_chart.html")
def bar_chart(days: Sequence[DeskDay], what: str = "decisions") -> dict[str, object]:
    """Draw a bar for each day: its decisions, with the undone part hatched, or the median seconds."""
    values = [getattr(day, what) or 0 for day in days]
    highest, last = max([*values, 1]), len(days) - 1
    bars = [
        Bar(
            day.day,
            f"{value:.0f}",
            left=at * (BAR + GAP),
            height=_get_height(value, highest),
            undone_height=_get_height(day.undone, highest) if what == "decisions" else 0,
            is_last=at == last,
            has_label=(last - at) % LABEL_EVERY == 0,
        )
        for at, (day, value) in enumerate(zip(days, values, strict=True))
    ]
    return {
        "title": TITLES[what],
        "description": ", ".join(f"{bar.value} on {format_date(bar.day, 'j F Y')}" for bar in bars if bar.height),
        "bars": bars,
        "has_undone": what == "decisions",
        "width": len(days) * (BAR + GAP),
        "height": HEIGHT + SPACE_AROUND,
    }


def _get_height(value: float, highest: float) -> int:
    return max(2, round(value * HEIGHT / highest)) if value else 0


@register.inclusion_tag("desk/_share_chart.html")
def share_chart(share: Proportion, what: str) -> dict[str, object]:
    """Draw a share in words, and on a line from 0 to 100 % as a dot with its interval as a bar."""
    if not share.total:
        return {"what": what}
    parts = share.count / share.total, share.low, share.high
    percents = [f"{100 * part:.1f} %" for part in parts]
    middle, left, right = (round(part * WIDTH) for part in parts)
    words = f"{share.count} of {share.total}, {percents[0]}, between {percents[1]} and {percents[2]}"
    return {"what": what, "words": words, "middle": middle, "left": left, "width": max(2, right - left)}
