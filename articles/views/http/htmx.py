"""What does a view know of a request besides Django's part?

Whether htmx asked, and so wants the fragment alone: at
``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition?a=1&b=5`` the comparison without the page around it. Left to
others: reading the headers (`django_htmx`).
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django_htmx.middleware import HtmxDetails


class HtmxRequest(HttpRequest):
    """A request that has passed htmx's middleware. For type checkers: nobody makes one."""

    htmx: HtmxDetails


def wants_fragment(request: HtmxRequest) -> bool:
    """Did htmx ask for a part to swap in? Going back in the browser asks for the whole page again."""
    return bool(request.htmx) and not request.htmx.history_restore_request


def build_csp_header(**other: str) -> str:
    """What a page may load and do, as its header says it: the site's policy, with what is `other` for this page."""
    policy = settings.CONTENT_SECURITY_POLICY | {name.replace("_", "-"): sources for name, sources in other.items()}
    return "; ".join(f"{name} {sources}" for name, sources in policy.items())


def redirect_see_other(address: str) -> HttpResponseRedirect:
    """Where to look after a form was taken: 303, so that looking again never sends the form again."""
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response
