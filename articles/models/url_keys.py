"""Do two web addresses lead to the same page?

``http://www.sott.net/article/301488?utm_source=x#top`` and ``https://sott.net/article/301488/`` do. Each address is
brought to one form - courlan drops trackers and fragments, sorts the query, lowers the host - and then the scheme, a
leading "www." and a trailing slash, which outlets change without changing the page, are dropped. Kept as a hash:
addresses may be longer than an index takes.

Left to others: whether the page can be fetched, and whether two pages print the same text (`Article.text_key`).
"""

import hashlib

from courlan import normalize_url


def hash_url(url: str) -> str | None:
    """64 hexadecimal digits that are equal for two addresses of one page; None for no address."""
    if not url.strip():
        return None
    plain = _normalize(url.strip().partition("#")[0])
    return hashlib.sha256(plain.encode(errors="replace")).hexdigest()


def _normalize(url: str) -> str:
    try:
        url = normalize_url(url)
    except ValueError:  # not an address after all: then only the very same string is the same
        return url
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url
