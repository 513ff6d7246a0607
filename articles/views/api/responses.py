"""How is every question to the API answered?

As JSON, to the pages of every site; with an ETag, so that ``If-None-Match`` gets 304 and nothing more; with 405 for
anything but reading, 429 and ``Retry-After`` for who asks too often, and every error as RFC 9457 has it:
``{"type": "about:blank", "title": "Not Found", "status": 404, "detail": "There is no such speaker."}``. A list is cut
into pages by key: ``next`` is the whole address that goes on, or null.

How often one address may ask is counted in each process for itself: it keeps a careless program from taking all there
is, it is no wall. Left to others: what is asked (`articles.views.api.endpoints`).
"""

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from functools import wraps
from http import HTTPStatus
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from articles.engine.text.phrases import count_phrase
from articles.views.http.keyset_pagination import Page, paginate

MINUTE = 60  # seconds
ROWS, MOST_ROWS = 20, 100  # of a list, unless asked otherwise; and at most
READING = "GET, HEAD, OPTIONS"

Row = TypeVar("Row", bound=Model)
Question = Callable[..., dict[str, Any]]
Mark = Callable[..., str | None]


class Refused(ValueError):  # noqa: N818 - it is the answer
    """What was asked makes no sense; the message says why."""


def answered(question: Question, mark_of: Mark | None = None) -> Callable[..., HttpResponse]:
    """The view that answers `question`, which gives the content or raises Http404 or Refused.

    `mark_of` tells the ETag without the content, where that can be told.
    """

    @wraps(question)
    def view(request: HttpRequest, **named: Any) -> HttpResponse:
        if request.method == "OPTIONS":
            return _open_to_all(HttpResponse(status=HTTPStatus.NO_CONTENT))
        if request.method not in ("GET", "HEAD"):
            return _refusal(HTTPStatus.METHOD_NOT_ALLOWED, "Here everything is only read.", Allow=READING)
        seconds = _until_allowed(request)
        if seconds:
            most, wait = count_phrase(settings.API_REQUESTS_A_MINUTE, "question"), count_phrase(seconds, "second")
            told = f"More than {most} in a minute. Ask again in {wait}."
            return _refusal(HTTPStatus.TOO_MANY_REQUESTS, told, **{"Retry-After": str(seconds)})
        mark = mark_of(request, **named) if mark_of else None
        seen = get_conditional_response(request, etag=mark) if mark else None
        if seen:
            return _open_to_all(seen)
        try:
            return _given(request, question(request, **named), mark)
        except Http404 as missing:
            return _refusal(HTTPStatus.NOT_FOUND, _words_of(missing, "There is nothing of this name."))
        except Refused as refused:
            return _refusal(HTTPStatus.BAD_REQUEST, str(refused))

    return view


def _words_of(missing: Http404, otherwise: str) -> str:
    """What was said of what is missing, unless Django said it: that names tables."""
    told = str(missing)
    return told if told and "matches the given query" not in told else otherwise


def _given(request: HttpRequest, content: dict[str, Any], mark: str | None) -> HttpResponse:
    body = json.dumps(content, ensure_ascii=False).encode()
    etag = mark or f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    if content.get("next"):
        response.headers["Link"] = f'<{content["next"]}>; rel="next"'
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"
    found = get_conditional_response(request, etag, None, response)
    assert found is not None, "it was given one"
    return _open_to_all(found)


def _refusal(status: HTTPStatus, told: str, **headers: str) -> HttpResponse:
    content = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": told}
    response = HttpResponse(
        json.dumps(content, ensure_ascii=False), status=status, content_type="application/problem+json"
    )
    for name, value in headers.items():
        response.headers[name] = value
    return _open_to_all(response)


def _open_to_all(response: HttpResponse) -> HttpResponse:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Methods"] = READING
    response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
    response.headers["Access-Control-Max-Age"] = "86400"
    return response


def _until_allowed(request: HttpRequest) -> int:
    """For how many seconds whoever asks must wait; 0 while they have not asked too often."""
    now = time.time()
    key = f"api-{_who(request)}-{int(now // MINUTE)}"
    cache.add(key, 0, 2 * MINUTE)
    try:
        asked = cache.incr(key)
    except ValueError:  # it was thrown out between the two, to make room
        return 0
    return 0 if asked <= settings.API_REQUESTS_A_MINUTE else MINUTE - int(now % MINUTE)


def _who(request: HttpRequest) -> str:
    """The address that asks; behind a proxy of ours the one that the proxy saw, which it names last."""
    named = request.headers.get("X-Forwarded-For", "") if settings.TRUST_PROXY else ""
    address = named.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    return hashlib.sha256(address.encode()).hexdigest()[:16]


def page_asked(request: HttpRequest, rows: QuerySet[Row], *, by: str = "pk") -> Page[Row]:
    """The page of `rows` that the address asks for by ``after`` and ``limit``."""
    return paginate(rows, request.GET.get("after", ""), by=by, size=rows_asked(request))


def rows_asked(request: HttpRequest) -> int:
    """How many rows are asked for. Raises Refused."""
    asked = request.GET.get("limit", str(ROWS))
    if not (asked.isascii() and asked.isdigit() and len(asked) < 5 and 0 < int(asked) <= MOST_ROWS):
        raise Refused(f"limit is a number from 1 to {MOST_ROWS}.")
    return int(asked)


def listed(request: HttpRequest, items: Sequence[dict[str, Any]], after: str) -> dict[str, Any]:
    """The content of a page of a list, which goes on behind `after` unless that is empty."""
    if not after:
        return {"items": items, "next": None}
    asked = request.GET.copy()
    asked["after"] = after
    return {"items": items, "next": request.build_absolute_uri(f"{request.path}?{asked.urlencode()}")}
