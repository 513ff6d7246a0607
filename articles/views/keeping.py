"""Need a page be made that was made a moment ago?

Lavrov's words are read by many, and change seldom. Whoever has the page already is told so, 304; for others it is kept
as it was made, in the memory of this process, under its mark: a page whose mark is another one is made anew.

Left to others: when a mark changes (`articles.views.unchanged`), how many pages are kept (settings).
"""

import zlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

from .unchanged import mark_of_lineage, mark_of_site

View = Callable[..., HttpResponseBase]
Mark = Callable[..., str | None]

LARGEST = 400_000  # bytes of a page that is kept; the longest page of a lineage has 300,000
QUICK = 1  # of zlib: 80 KB in 0.6 ms to a sixth; better ones take five times as long for a fifth less


def kept(mark_of: Mark, *, keep: bool = True) -> Callable[[View], View]:
    """Let a view make only what nobody has seen; without `keep` nothing is remembered of what was asked."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
            mark = mark_of(request, *args, **named) if request.method in {"GET", "HEAD"} else None
            if mark is None:
                return view(request, *args, **named)
            seen = get_conditional_response(request, etag=mark)
            if seen:
                return seen
            response: HttpResponseBase | None = _kept(mark) if keep else None
            if response is None:
                response = view(request, *args, **named)
                if keep:
                    _keep(mark, response)
            response.headers.setdefault("ETag", mark)
            return response

        return answer

    return decorate


unless_seen = kept(mark_of_lineage)
while_unchanged = kept(mark_of_site)


def _kept(mark: str) -> HttpResponse | None:
    found = caches["pages"].get(mark)
    if found is None:
        return None
    packed, headers, framed = found
    response = HttpResponse(zlib.decompress(packed), headers=headers)
    if framed:
        response.xframe_options_exempt = True
    return response


def _keep(mark: str, response: HttpResponseBase) -> None:
    """Keep a page that is the same for everybody."""
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return
    if len(response.content) <= LARGEST:
        framed = getattr(response, "xframe_options_exempt", False)
        caches["pages"].set(mark, (zlib.compress(response.content, QUICK), dict(response.items()), framed))
