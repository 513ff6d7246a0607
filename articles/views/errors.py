"""Answers for what cannot be shown: addresses without a page, and everything while the database is away.

Programs get problem+json (RFC 9457), people a page that says where to look next.
"""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles.views.api.responses import build_problem

API_PATH = "/api/"
RETRY_SECONDS = 10


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
    """Answer 404 with a page that fits the address, or as the API answers."""
    if request.path.startswith(API_PATH):
        return build_problem(HTTPStatus.NOT_FOUND, "The API has no such address; /api/v1/docs lists them.")
    kind = request.path.lstrip("/").partition("/")[0].partition(".")[0]
    missing = None
    if kind in _MISSING:
        heading, advice, link, name = _MISSING[kind]
        missing = MissingPage(heading, advice, link, reverse(name))
    return render(request, "404.html", {"missing": missing}, status=404)


def answer_unavailable(request: HttpRequest) -> HttpResponse:
    """Answer 503 and say when to ask again; the page needs no database."""
    if request.path.startswith(API_PATH):
        response = build_problem(HTTPStatus.SERVICE_UNAVAILABLE, "The database does not answer. Try again soon.")
    else:
        response = render(request, "503.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response
