"""Is this the one address of the page that was asked for?

``/q/7kq2m9x4vd/Coalition`` and ``/q/7KQ2M9X4VD/`` lead to ``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition``
with one permanent redirect, whatever is wrong with them; the question behind the ``?`` goes along.

Left to others: what the one address is (``get_absolute_url`` of each model).
"""

from typing import Protocol
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponsePermanentRedirect


class HasAbsoluteUrl(Protocol):
    """A row that has a page."""

    def get_absolute_url(self) -> str: ...


def redirect_unless_canonical(request: HttpRequest, row: HasAbsoluteUrl) -> HttpResponsePermanentRedirect | None:
    """The redirect to the page of `row`, unless `request` asks for its one address already."""
    return redirect_unless_at(request, row.get_absolute_url())


def redirect_unless_at(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect | None:
    """The redirect to `address`, unless it is the one that `request` asks for."""
    if request.path == unquote(address):
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
