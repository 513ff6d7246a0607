"""The page for addresses without a page, which says what was looked for and where to look next."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse


@dataclass(frozen=True, slots=True)
class MissingPage:
    """What an address without a page asked for, and the list in which to look for it."""

    heading: str
    advice: str
    link: str
    address: str


_MISSING = {
    "o": (
        "No outlet has this address",
        "Outlets are listed by name. Its articles may not be collected yet.",
        "All outlets",
        "outlets",
    ),
    "s": (
        "No speaker has this address",
        "Speakers are listed by name, and each of them has one page for all spellings.",
        "All speakers",
        "speakers",
    ),
    "a": (
        "No article has this number",
        "Articles are listed by date. This one may not be collected.",
        "All articles",
        "articles",
    ),
    "d": ("There is no such day", "Days are written as in 2015-11-17.", "All days", "days"),
}


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 with a page that fits the address."""
    kind = request.path.lstrip("/").partition("/")[0].partition(".")[0]
    missing = None
    if kind in _MISSING:
        heading, advice, link, name = _MISSING[kind]
        missing = MissingPage(heading, advice, link, reverse(name))
    return render(request, "404.html", {"missing": missing}, status=404)
