"""About page: how the site works, how sure it is, and what it does not claim.

``/about/`` says how quotations are found and brought together, what each kind of change is called and how much it can
do to the sense - Lavrov's aside cut silently is a 4, other quotation marks are a 0 - how sure it is who took words from
whom, and that a difference is nobody's fault until somebody has looked.

The kinds are the engine's own (`articles.engine.comparison.change_kinds`), so that the page cannot name others; the
certainties are explained in words of the page's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.engine.comparison.change_kinds import CHANGE_KINDS, ChangeKind
from articles.presentation.page_metadata import build_list_metadata
from articles.views.http.canonical import redirect_unless_at

# What a danger means, in the words of the page; from 5 down.
SEVERITY_MEANINGS = {
    5: "turns the sense round, or may",
    4: "makes the speaker say more, or less, or surer",
    3: "other words, or words gone, and nothing shows it",
    2: "seldom touches the sense, or is marked",
    1: "the same words in another form",
    0: "cannot touch the sense; counted, not listed",
}


@dataclass(frozen=True, slots=True)
class SeverityLevel:
    """The kinds of change of one severity."""

    severity: int
    meaning: str
    kinds: tuple[ChangeKind, ...]


@require_safe
def about_page(request: HttpRequest) -> HttpResponse:
    """Show the page."""
    moved = redirect_unless_at(request, reverse("about"))
    if moved:
        return moved
    told = "How quotations are found and compared, how dangerous a change is, how sure it is, and what is not claimed."
    head = build_list_metadata(request, "About Quote provenance", told, reverse("about"))
    return render(request, "home/about.html", {"dangers": list(list_severity_levels()), "head": head})


def list_severity_levels() -> Iterator[SeverityLevel]:
    """Yield every severity with its kinds of change, the most serious first."""
    for degree, meaning in SEVERITY_MEANINGS.items():
        yield SeverityLevel(degree, meaning, tuple(kind for kind in CHANGE_KINDS.values() if kind.severity == degree))
