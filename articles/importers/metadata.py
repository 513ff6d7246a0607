"""What may be known of an article besides its text, and in which form can it be kept?

Of RT's article of 10 September 2015: the outlet "RT", its address, its headline, the minute it appeared, its language.
SANA's page prints no date; it is known from elsewhere, and roughly: ``precision="about"``.

Facts come from three places - a manifest, the caller, the page itself - and each fills the gaps of the one before it.
A value that cannot be kept is refused where somebody wrote it down (`manifest`), and dropped where a page says it
(`html`).

Left to others: what a printed date means (`dates`).
"""

import re
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Literal, Self, get_args
from urllib.parse import urlsplit

Precision = Literal["minute", "day", "month", "year", "about", "unknown"]

PRECISIONS: tuple[Precision, ...] = get_args(Precision)
"""How exactly a date is known, finest first; "about" is a date inferred rather than printed."""

MAX_LENGTH = 1000
"""Characters in one value, but for those below. The longest headline and address of the 181 news pages of the benchmark
named in `page` have 153 and 159."""

MAX_LENGTHS = {"outlet": 200, "language": 35}  # as their columns; 35 is the longest that BCP 47 asks programs to keep

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", re.ASCII)


@dataclass(frozen=True, slots=True)
class ArticleMetadata:
    """What is known of an article besides its text: from a manifest, from the page, from the command line."""

    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: datetime | None = None
    precision: Precision = "unknown"
    language: str | None = None
    credit: str | None = None
    archive: str | None = None

    def fill_gaps_from(self, other: Self) -> Self:
        """These facts, with the gaps filled from `other`; a date travels with its own precision.

        >>> page = ArticleMetadata(outlet="sana.sy", language="en")
        >>> ArticleMetadata(outlet="SANA").fill_gaps_from(page) == ArticleMetadata(outlet="SANA", language="en")
        True
        """
        names = [field.name for field in fields(self) if field.name not in ("published", "precision")]
        filled = {name: value for name in names if (value := getattr(self, name) or getattr(other, name))}
        dated = self if self.published else other
        return replace(self, **filled, published=dated.published, precision=dated.precision)


EMPTY_METADATA = ArticleMetadata()


def is_length_allowed(name: str, value: str) -> bool:
    """Is the value of that name short enough to be kept?"""
    return len(value) <= MAX_LENGTHS.get(name, MAX_LENGTH)


def is_web_address(url: str) -> bool:
    """Is it an address that a reader may safely be sent to?

    >>> is_web_address("https://www.sana.sy/en/?p=61729"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\x00-\x1f\x7f]", url)
    except ValueError:
        return False


def is_language_code(code: str) -> bool:
    """Is it a language code?

    >>> is_language_code("pt-BR"), is_language_code("English (British)")
    (True, False)
    """
    return bool(_LANGUAGE.fullmatch(code))
