"""Do two web addresses lead to the same page?

``http://www.sott.net/article/301488?utm_source=x#top`` and ``https://sott.net/article/301488/`` do. Each address is
brought to one form - courlan drops trackers and fragments, sorts the query, lowers the host - and then the scheme, a
leading "www." and a trailing slash, which outlets change without changing the page, are dropped. Kept as a hash:
addresses may be longer than an index takes.

Left to others: whether the page can be fetched, and whether two pages print the same text (`Article.text_key`).
"""

import hashlib

from courlan import normalize_url


def url_key(url: str) -> str | None:
    """64 hexadecimal digits that are equal for two addresses of one page; None for no address."""
    if not url.strip():
        return None
    plain = normalize_url(url.strip()).partition("://")[2] or url.strip()
    return hashlib.sha256(plain.removeprefix("www.").rstrip("/").encode()).hexdigest()
