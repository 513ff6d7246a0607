"""Build URL slugs.

In ``/q/7K2M9QXW4T/the-problem-around-the-us-led-coalition`` the slug makes the address readable; the identifier before
it finds the page. Letters of every script stay, so that a Cyrillic headline has a slug.
"""

from collections.abc import Callable

from django.utils.text import slugify

SLUG_LENGTH = 60  # longer slugs are cut by chat programs and in print


def build_slug(text: str, *, fallback: str) -> str:
    """Build a slug of whole words, at most `SLUG_LENGTH` characters; `fallback` where no letter is left."""
    slug = slugify(text, allow_unicode=True)
    if len(slug) > SLUG_LENGTH:
        slug = slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]
    return slug.strip("-_") or fallback


def build_unique_slug(text: str, *, fallback: str, is_taken: Callable[[str], bool]) -> str:
    """Build a slug that is not taken: the plain one, else with -2, -3 ... at its end."""
    base = build_slug(text, fallback=fallback)
    slug, number = base, 1
    while is_taken(slug):
        number += 1
        slug = f"{base}-{number}"
    return slug
