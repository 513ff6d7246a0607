"""What views need of a request and response besides Django's part: htmx, the security policy, 303."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django_htmx.middleware import HtmxDetails


class HtmxRequest(HttpRequest):
    """A request that has passed htmx's middleware. For type checkers: nobody makes one."""

    htmx: HtmxDetails


def wants_fragment(request: HtmxRequest) -> bool:
    """Return whether htmx asks for a part to swap in; going back in the browser asks for the whole page."""
    return bool(request.htmx) and not request.htmx.history_restore_request


def build_csp_header(**other: str) -> str:
    """Return the site's content security policy as a header, with some directives replaced."""
    policy = settings.CONTENT_SECURITY_POLICY | {name.replace("_", "-"): sources for name, sources in other.items()}
    return "; ".join(f"{name} {sources}" for name, sources in policy.items())


def redirect_see_other(address: str) -> HttpResponseRedirect:
    """Redirect after a form was taken: 303, so that reloading never sends the form again."""
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response
