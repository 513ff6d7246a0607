"""Middleware: the health check before everything else, security headers, and an answer while the database is away."""

import logging
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from articles.views.errors import answer_unavailable
from articles.views.health import healthz
from articles.views.http.htmx import build_csp_header

GetResponse = Callable[[HttpRequest], HttpResponseBase]

HEALTH_PATH = "/healthz"
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
PAUSE_SECONDS = 2.0  # without a try, after one that found no database
_AWAY_ERRORS = (InterfaceError, OperationalError)

logger = logging.getLogger(__name__)


class HealthFirstMiddleware:
    """Answer the health check before anything else looks at the request.

    A container checks itself at 127.0.0.1 and a load balancer at an address of its own, both over plain http: neither
    is an allowed host, and neither follows a redirect to https.
    """

    def __init__(self, answer: GetResponse) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return healthz(request) if request.path_info == HEALTH_PATH else self.answer(request)


class SecurityHeadersMiddleware:
    """Set the site's content security policy and two smaller fences on every response that has none of its own.

    A page runs the site's own scripts and styles alone, so a hostile article that slipped through escaping cannot act.
    It may use no device, and other sites may show nothing of this one but what is made to be shown.
    """

    def __init__(self, answer: GetResponse) -> None:
        self.answer = answer
        self.policy = build_csp_header()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.answer(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class DatabaseAwayMiddleware:
    """Answer 503 with Retry-After, in the caller's media type, while the database does not answer or is locked.

    Each request would wait seconds for a connection, and a few of them hold all threads. So after one has failed, all
    are answered at once for `PAUSE_SECONDS`; then the next one tries again.
    """

    def __init__(self, answer: GetResponse) -> None:
        self.answer = answer
        self.resume_at = 0.0

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if time.monotonic() < self.resume_at:
            return answer_unavailable(request)
        try:
            return self.answer(request)
        except _AWAY_ERRORS as error:  # where it was needed before the view
            return self._pause(request, error)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer for a view that could not reach the database."""
        return self._pause(request, error) if isinstance(error, _AWAY_ERRORS) else None

    def _pause(self, request: HttpRequest, error: Exception) -> HttpResponse:
        if str(error).startswith("no such"):  # SQLite says so of a table or column: a fault of ours
            raise error
        logger.error("The database does not answer: %s", error)
        if connection.connection is None:
            self.resume_at = time.monotonic() + PAUSE_SECONDS
        return answer_unavailable(request)
