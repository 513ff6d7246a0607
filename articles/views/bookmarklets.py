"""Words and pages from a reader's browser: bookmarklets, and what a phone's *Share* menu sends.

``/bookmarklets`` has links to drag to the bookmarks bar: one checks the words that are selected on any page, one
adds the page at the desk, one suggests it. The words travel behind the ``#`` of the address, which no server gets, and
the script of ``/check`` posts them. An installed site stands in the *Share* menu (``share_target`` of the manifest):
what is shared is posted to ``/shared``, needs no script, and is neither stored nor logged.
"""

import json
import re
from dataclasses import dataclass
from urllib.parse import urldefrag

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.engine.extraction.pasted_text import QUOTATION_MARKS
from articles.importers.storable import is_storable
from articles.views.check import TEXT_LIMIT
from articles.views.http.htmx import redirect_see_other
from articles.views.permalinks import redirect_unless_at

MAX_ADDRESS_LENGTH = 2000  # characters, as the forms take them
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+", re.I)
_CHECK = (
    "javascript:void window.open({}+'#words='+encodeURIComponent([...String(getSelection())].slice(0,{}).join('')))"
)
_OPEN = "javascript:void window.open({}+encodeURIComponent(location.href))"


@dataclass(frozen=True, slots=True)
class SharedContent:
    """What was shared: words, of which `left_out` characters are too many, and the address of a page."""

    words: str
    address: str
    left_out: int = 0


@require_safe
def bookmarklets_page(request: HttpRequest) -> HttpResponse:
    """Show the links to drag."""
    if moved := redirect_unless_at(request, reverse("bookmarklets")):
        return moved
    check, suggest, add = (
        json.dumps(request.build_absolute_uri(path)).replace('"', "'")
        for path in (reverse("check"), f"{reverse('suggest_article')}?url=", f"{reverse('admin:review_new')}?address=")
    )
    context = {
        "check": _CHECK.format(check, TEXT_LIMIT),
        "suggest": _OPEN.format(suggest),
        "add": _OPEN.format(add),
    }
    return render(request, "bookmarklets/page.html", context)


@require_safe
@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:
    """Send the web app manifest, with which browsers install the site."""
    fields = {
        "name": "Quote provenance",
        "short_name": "Quotes",
        "description": "Who published a quotation first, who changed which words, and how the versions compare.",
        "id": reverse("home"),
        "start_url": reverse("home"),
        "scope": reverse("home"),
        "display": "minimal-ui",
        "background_color": "#fffefa",
        "theme_color": "#fffefa",
        "icons": [{"src": static("img/mark.svg"), "type": "image/svg+xml", "sizes": "any"}],
        "shortcuts": [{"name": "Check a quote", "url": reverse("check")}],
        "share_target": {
            "action": reverse("shared"),
            "method": "POST",
            "enctype": "application/x-www-form-urlencoded",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
    }
    return HttpResponse(json.dumps(fields), content_type="application/manifest+json")


@csrf_exempt  # it changes nothing and remembers nobody, and so needs no cookie
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def shared_page(request: HttpRequest) -> HttpResponse:
    """Show what was shared, with the buttons to check the words, and to suggest or add the page."""
    if request.method != "POST":
        return redirect_see_other(reverse("bookmarklets"))
    sent = [str(request.POST.get(name, "")) for name in ("title", "text", "url")]
    content = read_shared(*(each if is_storable(each) else "" for each in sent))
    return render(request, "bookmarklets/shared.html", {"content": content})


def read_shared(title: str, text: str, url: str) -> SharedContent:
    """Tell the words from the address: Android's browsers write the address behind the text.

    >>> read_shared("", '"We saw nothing" https://paper.example/1#:~:text=We%20saw', "")
    SharedContent(words='We saw nothing', address='https://paper.example/1', left_out=0)
    """
    found = [*_ADDRESS.findall(title), *_ADDRESS.findall(text), *_ADDRESS.findall(url)[:1]]
    address = urldefrag(found[-1])[0] if found else ""
    words = _ADDRESS.sub(" ", text).strip() or _ADDRESS.sub(" ", title).strip()
    words = words.strip(QUOTATION_MARKS + " \n\t")
    return SharedContent(
        words[:TEXT_LIMIT], address if len(address) <= MAX_ADDRESS_LENGTH else "", max(0, len(words) - TEXT_LIMIT)
    )
