"""Columns that an article and its later versions share, filled from an importer's draft."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from articles.engine.extraction import Extraction
from articles.engine.text.normalization import fold
from articles.importers import ArticleDraft
from articles.models import Article


def build_text_fields(draft: ArticleDraft, extraction: Extraction) -> dict[str, Any]:
    """Return the columns of the text of a draft: its bytes, words, headline and printed date."""
    published, offset = convert_to_utc(draft.published)
    return {
        "title": draft.title or "",
        "byline": draft.byline or "",
        "published": published,
        "published_offset": offset,
        "precision": draft.precision if published else Article.Precision.UNKNOWN,
        "media_type": draft.media_type,
        "original": draft.original,
        "original_sha256": hashlib.sha256(draft.original).hexdigest(),
        "text": draft.text,
        "text_key": compute_text_key(draft.text),
        "warnings": [warning.value for warning in draft.warnings],
        "paragraphs": [[p.start, p.end, p.label, p.rule] for p in extraction.paragraphs],
    }


def compute_text_key(text: str) -> str:
    """Hash the words of a text, whatever its spaces and marks, into 64 hexadecimal digits."""
    return hashlib.sha256(fold(text).encode()).hexdigest()


def convert_to_utc(printed: datetime | None) -> tuple[datetime | None, int | None]:
    """Return a printed time as UTC, and the minutes its zone is ahead; a time without a zone is read as UTC."""
    if printed is None:
        return None, None
    offset = printed.utcoffset()
    if offset is None:
        return printed.replace(tzinfo=UTC), None
    return printed.astimezone(UTC), round(offset.total_seconds() / 60)
