"""Redirects to canonical addresses: one permanent redirect, whatever is wrong with the address that was asked for."""

from urllib.parse import unquote

from django.http import HttpRequest, HttpResponsePermanentRedirect


def redirect_unless_at(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect | None:
    """Return a redirect to `address`, or None if `request` has it already."""
    if request.path == unquote(address):
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
