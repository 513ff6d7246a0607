"""What does a reader hand over?

Either an `ArticleDraft` - one article as it was read, nothing stored yet - or an `UnreadableError` that says in a
sentence what is wrong with a file and what to do about it. From SANA's article of 17 November 2015 comes an
`ArticleDraft` whose text begins "US-led strikes on ISIS positions in Syria selective, Lavrov asserts", whose outlet is
"SANA" and whose date is only known roughly (``precision="about"``), because the page prints none.

Left to others: what may be known of an article (`facts`), where these come from (the readers beside this module), and
taking them in (`articles.services.ingest`).
"""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Literal

from articles.importers.metadata import ArticleMetadata, Precision

MediaType = Literal["text/plain", "text/html"]


class UnreadableError(Exception):
    """A file, or an entry of a manifest, that gives no article.

    `source` names it, `reason` is a sentence saying what is wrong and what to do. Readers yield these rather than
    raise them: one bad file does not stop the others.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(source, reason)
        self.source = source
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """One article as read, nothing stored yet.

    `text` is what quotations are found in, and every finding points into it; `original` is the bytes of the file,
    untouched. `body_known` says that the reader already separated the article from its page (HTML), so that cleaning
    need only look for the title, captions and credits. `excerpt` marks a text of our own connecting words around
    quotations.
    """

    source: str
    text: str
    original: bytes
    media_type: MediaType
    outlet: str | None
    url: str | None
    title: str | None
    byline: str | None
    published: datetime | None
    precision: Precision
    language: str | None
    credit: str | None
    archive: str | None
    body_known: bool
    excerpt: bool = False


def build_draft(
    source: str,
    text: str,
    original: bytes,
    media_type: MediaType,
    facts: ArticleMetadata,
    *,
    body_known: bool = False,
    excerpt: bool = False,
) -> ArticleDraft:
    """An `ArticleDraft` from its text and the facts known of it."""
    known = {field.name: getattr(facts, field.name) for field in fields(facts)}
    return ArticleDraft(source, text, original, media_type, body_known=body_known, excerpt=excerpt, **known)
