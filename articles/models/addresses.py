"""Addresses: slugs for ours, keys that recognize the outlets'.

In ``/q/7K2M9QXW4T/the-problem-around-the-us-led-coalition`` the slug makes the address readable; the identifier before
it finds the page. ``http://www.sott.net/article/301488?utm_source=x#top`` and ``https://sott.net/article/301488/`` are
one page and have one key.
"""

import hashlib

from courlan import normalize_url
from django.db import models
from django.utils.text import slugify

SLUG_LENGTH = 60  # longer slugs are cut by chat programs and in print


def build_slug(text: str, *, fallback: str) -> str:
    """Build a slug of whole words in any script, at most `SLUG_LENGTH` characters; `fallback` if no letter is left."""
    slug = slugify(text, allow_unicode=True)
    if len(slug) > SLUG_LENGTH:
        slug = slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]
    return slug.strip("-_") or fallback


def build_unique_slug(model: type[models.Model], text: str, *, fallback: str) -> str:
    """Build a slug that no row of `model` has or had: the plain one, else with -2, -3 ... at its end."""
    base = build_slug(text, fallback=fallback)
    slug, number = base, 1
    while model._default_manager.filter(models.Q(slug=slug) | models.Q(former_slugs__slug=slug)).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug


def hash_url(url: str) -> str | None:
    """Return a key of 64 hexadecimal digits, equal for two addresses of one page; None for no address.

    courlan drops trackers and fragments, sorts the query and lowers the host. Then the scheme, a leading "www." and a
    trailing slash go, which outlets change without changing the page. The key is a hash, because addresses may be
    longer than an index allows.
    """
    if not url.strip():
        return None
    plain = url.strip().partition("#")[0]
    try:
        plain = normalize_url(plain)
        plain = plain.partition("://")[2].removeprefix("www.").rstrip("/") or plain
    except ValueError:  # not an address: then only the same string has the same key
        pass
    return hashlib.sha256(plain.encode(errors="replace")).hexdigest()
