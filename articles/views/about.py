"""What is this site, how does it work, and what does it not claim?

``/about/`` says how quotations are found and brought together, what each kind of change is called and how much it can
do to the sense - Lavrov's aside cut silently is a 4, other quotation marks are a 0 - how sure it is who took words from
whom, and that a difference is nobody's fault until somebody has looked.

The kinds are the engine's own, so that the page cannot say others; the certainties are told in words of the page's.
Left to others: the kinds (`engine.changes`), which certainty a printing has (`articles.presentation.descent_tree`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.engine.comparison.change_kinds import KINDS, Kind
from articles.presentation.page_metadata import head_of_list
from articles.views.http.canonical import unless_at

# What a danger means, in the words of the page; from 5 down.
DANGERS = {
    5: "turns the sense round, or may",
    4: "makes the speaker say more, or less, or surer",
    3: "other words, or words gone, and nothing shows it",
    2: "seldom touches the sense, or is marked",
    1: "the same words in another form",
    0: "cannot touch the sense; counted, not listed",
}


@dataclass(frozen=True, slots=True)
class Danger:
    """The kinds of one danger."""

    degree: int
    meaning: str
    kinds: tuple[Kind, ...]


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """The page."""
    moved = unless_at(request, reverse("about"))
    if moved:
        return moved
    told = "How quotations are found and compared, how dangerous a change is, how sure it is, and what is not claimed."
    head = head_of_list(request, "About Quote provenance", told, reverse("about"))
    return render(request, "home/about.html", {"dangers": list(dangers()), "head": head})


def dangers() -> Iterator[Danger]:
    """Every kind of change, the most dangerous first."""
    for degree, meaning in DANGERS.items():
        yield Danger(degree, meaning, tuple(kind for kind in KINDS.values() if kind.danger == degree))
