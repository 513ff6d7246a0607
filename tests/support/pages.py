"""Pages as a browser lays them out."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client


class PageClient(Client):
    """A test client whose HTML has single spaces where the templates break lines."""

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        if isinstance(response, HttpResponse) and _is_plain_html(response):
            response.content = collapse_whitespace(response.content.decode()).encode()
        return response


def _is_plain_html(response: HttpResponse) -> bool:
    return response.get("Content-Type", "").startswith("text/html") and not response.has_header("Content-Encoding")


def collapse_whitespace(html: str) -> str:
    """Put one space for each run of white space, and none behind the start of a tag's attributes or before its end.

    >>> collapse_whitespace('<a\\n  href="/q"\\n  >SANA\\n  prints</a>')
    '<a href="/q">SANA prints</a>'
    """
    return re.sub(r" (?=/?>)", "", re.sub(r"\s+", " ", html))
