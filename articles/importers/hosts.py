"""Registrable host of an address: the part under which an outlet registered its site.

``https://www.bbc.co.uk/news/1`` is at ``bbc.co.uk`` and ``https://ida.blogspot.com/`` at ``ida.blogspot.com``, by the
public suffix list, which the package tld ships. Two addresses with one registrable host are of one outlet.
"""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from tld import get_fld

_IP_ADDRESS = re.compile(r"[\d.]+|.*:.*")


@lru_cache(4096)
def get_registrable_host(url: str) -> str | None:
    """Return the registrable host of a web address, in lower case; None where there is none.

    >>> get_registrable_host("https://www.theprovince.example/a"), get_registrable_host("http://127.0.0.1/a")
    ('theprovince.example', None)
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return None
    if "." not in host or _IP_ADDRESS.fullmatch(host):
        return None
    known = get_fld(f"http://{host}", fail_silently=True, search_private=True)
    return str(known) if known else ".".join(host.split(".")[-2:])  # a suffix that is on no list
