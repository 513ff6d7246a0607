"""About page: how the site works, how sure it is, and what it does not claim.

The kinds of change are the engine's own, so that the page cannot name others.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.presentation.page_metadata import build_list_metadata
from articles.views.permalinks import redirect_unless_at

# What a severity means, in the words of the page; from 5 down.
SEVERITY_MEANINGS = {
    5: "reverses the meaning, or may",
    4: "makes the claim stronger, weaker or more certain",
    3: "replaces, adds or cuts words without a mark",
    2: "rarely affects the meaning, or is marked",
    1: "keeps the words but changes their form",
    0: "cannot affect the meaning; counted, not listed",
}


@require_safe
def about_page(request: HttpRequest) -> HttpResponse:
    """Show the page."""
    if moved := redirect_unless_at(request, reverse("about")):
        return moved
    text = "How quotations are found and compared, how serious a change is, and what this site does not claim."
    head = build_list_metadata(request, "About Quote provenance", text, reverse("about"))
    severities = [
        (severity, meaning, [kind for kind in CHANGE_KINDS.values() if kind.severity == severity])
        for severity, meaning in SEVERITY_MEANINGS.items()
    ]
    return render(request, "home/about.html", {"severities": severities, "head": head})
