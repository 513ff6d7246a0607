"""What does the readable tail of an address look like?

``/q/7K2M9QXW4T/the-problem-around-the-us-led-coalition``: the slug decorates the address for people; the identifier
before it finds the page. Letters of every script are kept, so a Cyrillic headline does not lose its slug.
"""

from collections.abc import Callable

from django.utils.text import slugify

SLUG_LENGTH = 60  # longer tails are cut by chat programs and in print


def build_slug(text: str, *, fallback: str) -> str:
    """`text` as the tail of an address, whole words, at most `SLUG_LENGTH` characters; `otherwise` if none are left."""
    slug = slugify(text, allow_unicode=True)
    if len(slug) > SLUG_LENGTH:
        slug = slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]
    return slug.strip("-_") or fallback


def build_unique_slug(text: str, *, fallback: str, is_taken: Callable[[str], bool]) -> str:
    """A slug for `text` that `taken` says no of: the plain one, else with -2, -3 ... at its end."""
    base = build_slug(text, fallback=fallback)
    slug, number = base, 1
    while is_taken(slug):
        number += 1
        slug = f"{base}-{number}"
    return slug
