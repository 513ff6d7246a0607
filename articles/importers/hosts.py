"""Registrable host of an address: the part under which an outlet registered its site.

``https://www.tagesanzeiger.ch/story/1`` is at ``tagesanzeiger.ch``, by the public suffix list, which the package tld
ships, and ``https://ida.blogspot.com/`` at ``ida.blogspot.com``. Two addresses with one registrable host are of one
outlet; hosts that are one outlet all the same, as bbc.co.uk and bbc.com, are listed in ``data/outlet_hosts.toml``.
"""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from tld import get_fld

_OTHER_HOSTS = tomllib.loads((Path(__file__).parent / "data" / "outlet_hosts.toml").read_text(encoding="utf-8"))
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
    registrable = str(known) if known else ".".join(host.split(".")[-2:])  # a suffix that is on no list
    return str(_OTHER_HOSTS.get(registrable, registrable))


def choose_address(fetched: str, stated: str | None) -> str:
    """Choose between the address that answered and the one that the page names as its own.

    >>> choose_address("https://courier.example/amp/ferry", "https://courier.example/ferry")
    'https://courier.example/ferry'
    >>> choose_address("https://courier.example/ferry", "https://courier.example/")
    'https://courier.example/ferry'
    """
    if not stated or get_registrable_host(stated) != get_registrable_host(fetched):
        return fetched
    return stated if urlsplit(stated).path.strip("/") or urlsplit(stated).query else fetched
