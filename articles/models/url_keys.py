"""Keys of web addresses, equal for two addresses of one page.

``http://www.sott.net/article/301488?utm_source=x#top`` and ``https://sott.net/article/301488/`` have one key. courlan
normalizes the address: it drops trackers and fragments, sorts the query, lowers the host. Then the scheme, a leading
"www." and a trailing slash are dropped, which outlets change without changing the page. The key is a hash, because
addresses may be longer than an index allows. `Article.text_key` says whether two pages print the same text.
"""

import hashlib

from courlan import normalize_url


def hash_url(url: str) -> str | None:
    """Return 64 hexadecimal digits, equal for two addresses of one page; None for no address."""
    if not url.strip():
        return None
    plain = _normalize(url.strip().partition("#")[0])
    return hashlib.sha256(plain.encode(errors="replace")).hexdigest()


def _normalize(url: str) -> str:
    try:
        url = normalize_url(url)
    except ValueError:  # not an address: then only the same string has the same key
        return url
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url
