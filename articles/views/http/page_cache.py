"""Need a page be made that was made a moment ago?

Lavrov's words are read by many, and change seldom. Whoever has the page already is told so, 304; for others it is kept
as it was made, in the memory of this process, under its mark: a page whose mark is another one is made anew. It is kept
compressed and sent so to whoever takes that: what is the same for everybody has no secret in it that its length could
tell.

Left to others: when a mark changes (`articles.views.http.etags`), how many pages are kept (settings).
"""

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from articles.views.http.etags import mark_of_lineage, mark_of_site

View = Callable[..., HttpResponseBase]
Mark = Callable[..., str | None]

LARGEST = 400_000  # bytes of a page that is kept; the longest page of a lineage has 300,000
QUICK = 2  # how hard to compress: 80 KB in 0.7 ms to a sixth; the best takes five times as long for a fifth less
_TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it is sent."""

    packed: bytes
    headers: dict[str, str]


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
            found: Kept | None = caches["pages"].get(mark) if keep else None
            if found is None:
                response = view(request, *args, **named)
                found = _keep(mark, response) if keep else None
                if found is None:
                    response.headers.setdefault("ETag", mark)
                    return response
            return _sent(found, mark, takes_gzip=bool(_TAKES_GZIP.search(request.headers.get("Accept-Encoding", ""))))

        return answer

    return decorate


unless_seen = kept(mark_of_lineage)
while_unchanged = kept(mark_of_site)


def _keep(mark: str, response: HttpResponseBase) -> Kept | None:
    """Keep a page, if it is the same for everybody."""
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return None
    if len(response.content) > LARGEST or response.has_header("Content-Encoding"):
        return None
    made = Kept(gzip.compress(response.content, QUICK, mtime=0), dict(response.items()))
    caches["pages"].set(mark, made)
    return made


def _sent(page: Kept, mark: str, *, takes_gzip: bool) -> HttpResponse:
    if takes_gzip:
        response = HttpResponse(page.packed, headers=page.headers | {"Content-Encoding": "gzip", "ETag": f"W/{mark}"})
        response.headers["Content-Length"] = str(len(page.packed))
    else:
        response = HttpResponse(gzip.decompress(page.packed), headers={"ETag": mark} | page.headers)
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
