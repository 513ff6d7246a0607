"""Redirects to canonical addresses.

``/q/7kq2m9x4vd/Coalition`` and ``/q/7KQ2M9X4VD/`` lead to ``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition``
with one permanent redirect, whatever is wrong with them; the query string goes along.
"""

from urllib.parse import unquote

from django.http import HttpRequest, HttpResponsePermanentRedirect


def redirect_unless_at(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect | None:
    """Return a redirect to `address`, or None if `request` has it already."""
    if request.path == unquote(address):
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
