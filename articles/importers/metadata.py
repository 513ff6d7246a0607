"""Metadata of articles, and which values can be stored.

For RT's article of 10 September 2015: the outlet "RT", its address, headline, language and the minute it appeared.
SANA's page prints no date; the date is known from elsewhere, and roughly: ``precision="about"``.

Metadata comes from a manifest, from the caller and from the page, and each source fills the gaps of the one before. A
value that cannot be stored is refused in a manifest and dropped in a page.
"""

import re
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Literal, Self, get_args
from urllib.parse import urlsplit

Precision = Literal["minute", "day", "month", "year", "about", "unknown"]
ArticleKind = Literal["article", "transcript", "recording"]

KINDS: tuple[ArticleKind, ...] = get_args(ArticleKind)
"""What a text is: an article of an outlet, the transcript of what was said, or its recording word for word."""

PRECISIONS: tuple[Precision, ...] = get_args(Precision)
"""How exactly a date is known, most exact first; "about" is a date inferred rather than printed."""

MAX_LENGTH = 1000
"""Characters in a value, except for the fields in `MAX_LENGTHS`. The longest headline and address of the 181 pages of
the benchmark named in `html_body` have 153 and 159."""

MAX_LENGTHS = {"outlet": 200, "language": 35}  # as their columns; 35 is the longest that BCP 47 asks programs to keep

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", re.ASCII)


@dataclass(frozen=True, slots=True)
class ArticleMetadata:
    """Metadata of an article, from a manifest, the page or the command line."""

    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: datetime | None = None
    precision: Precision = "unknown"
    language: str | None = None
    credit: str | None = None
    archive: str | None = None
    modified: datetime | None = None
    kind: ArticleKind | None = None
    said_on: date | None = None

    def fill_gaps_from(self, other: Self) -> Self:
        """Return this metadata with its gaps filled from `other`; a date keeps its own precision.

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
    """Return whether the value of this field is short enough to be stored."""
    return len(value) <= MAX_LENGTHS.get(name, MAX_LENGTH)


def is_web_address(url: str) -> bool:
    """Return whether readers may safely be sent to this address.

    >>> is_web_address("https://www.sana.sy/en/?p=61729"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\x00-\x1f\x7f]", url)
    except ValueError:
        return False


def is_language_code(code: str) -> bool:
    """Return whether this is a language code.

    >>> is_language_code("pt-BR"), is_language_code("English (British)")
    (True, False)
    """
    return bool(_LANGUAGE.fullmatch(code))
