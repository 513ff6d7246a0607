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

from articles.views.http.etags import lineage_etag, site_etag

View = Callable[..., HttpResponseBase]
EtagFunction = Callable[..., str | None]

MAX_PAGE_BYTES = 400_000  # bytes of a page that is kept; the longest page of a lineage has 300,000
COMPRESSION_LEVEL = (
    2  # how hard to compress: 80 KB in 0.7 ms to a sixth; the best takes five times as long for a fifth less
)
_ACCEPTS_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page as it is sent."""

    gzipped: bytes
    headers: dict[str, str]


def cached_page(mark_of: EtagFunction, *, store: bool = True) -> Callable[[View], View]:
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
            found: CachedPage | None = caches["pages"].get(mark) if store else None
            if found is None:
                response = view(request, *args, **named)
                found = _store_page(mark, response) if store else None
                if found is None:
                    response.headers.setdefault("ETag", mark)
                    return response
            return _build_page_response(
                found, mark, takes_gzip=bool(_ACCEPTS_GZIP.search(request.headers.get("Accept-Encoding", "")))
            )

        return answer

    return decorate


cached_lineage_page = cached_page(lineage_etag)
cached_site_page = cached_page(site_etag)


def _store_page(mark: str, response: HttpResponseBase) -> CachedPage | None:
    """Keep a page, if it is the same for everybody."""
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return None
    if len(response.content) > MAX_PAGE_BYTES or response.has_header("Content-Encoding"):
        return None
    made = CachedPage(gzip.compress(response.content, COMPRESSION_LEVEL, mtime=0), dict(response.items()))
    caches["pages"].set(mark, made)
    return made


def _build_page_response(page: CachedPage, mark: str, *, takes_gzip: bool) -> HttpResponse:
    if takes_gzip:
        response = HttpResponse(page.gzipped, headers=page.headers | {"Content-Encoding": "gzip", "ETag": f"W/{mark}"})
        response.headers["Content-Length"] = str(len(page.gzipped))
    else:
        response = HttpResponse(gzip.decompress(page.gzipped), headers={"ETag": mark} | page.headers)
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
