"""Metadata that a page or a file states of itself, without values that cannot be true or stored."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from articles.importers.metadata import (
    KINDS,
    ArticleMetadata,
    is_language_code,
    is_length_allowed,
    is_web_address,
)
from articles.importers.storable import is_storable


def build_metadata(page: Mapping[str, Any]) -> ArticleMetadata:
    """Build metadata from what a parser found; dates are in ISO 8601."""
    url, archive, language = (_clean_value(page, name) for name in ("url", "archive", "language"))
    published, modified = (_clean_value(page, name) for name in ("published", "modified"))
    return ArticleMetadata(
        outlet=_clean_value(page, "outlet"),
        url=url if url and is_web_address(url) else None,
        title=_clean_value(page, "title"),
        byline=_clean_value(page, "byline"),
        published=datetime.fromisoformat(published) if published else None,
        precision=page["precision"] if published else "unknown",
        modified=datetime.fromisoformat(modified) if modified else None,
        archive=archive if archive and is_web_address(archive) else None,
        language=language if language and is_language_code(language) else None,
        credit=_clean_value(page, "credit"),
        kind=next((kind for kind in KINDS if kind == page.get("kind")), None),
        said_on=_parse_day(page.get("said_on")),
    )


def _parse_day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _clean_value(page: Mapping[str, Any], name: str) -> str | None:
    """Return a value on one line; None where it is blank, too long or holds characters that no column stores."""
    value = " ".join((page.get(name) or "").split(" ")).strip()
    return value if value and is_length_allowed(name, value) and is_storable(value) else None
