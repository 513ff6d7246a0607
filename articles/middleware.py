"""Middleware: the health check before everything else, the content security policy on every response."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from articles.views.health import healthz
from articles.views.http.htmx import build_csp_header

GetResponse = Callable[[HttpRequest], HttpResponseBase]

HEALTH_PATH = "/healthz"


class HealthFirstMiddleware:
    """Answer the health check before anything else looks at the request.

    A container checks itself at 127.0.0.1 and a load balancer at an address of its own, both over plain http: neither
    is an allowed host, and neither follows a redirect to https.
    """

    def __init__(self, answer: GetResponse) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return healthz(request) if request.path_info == HEALTH_PATH else self.answer(request)


class ContentSecurityPolicyMiddleware:
    """Set the site's content security policy on every response that has none of its own.

    A page runs the site's own scripts and styles alone, so a hostile article that slipped through escaping cannot act.
    """

    def __init__(self, answer: GetResponse) -> None:
        self.answer = answer
        self.policy = build_csp_header()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.answer(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        return response
