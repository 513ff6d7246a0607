"""Importer of plain text files.

The article is the whole text, exactly as it lies in the file. SANA's file carries a "Check Also" box and OffGuardian's
four readers' comments; both stay, because every finding points into the printed text, and
`articles.engine.cleaning.paragraphs` labels which paragraphs are body. Line ends stay as they are; only a byte order
mark is not part of the text.
"""

from articles.importers.draft import ArticleDraft, UnreadableError, build_draft
from articles.importers.metadata import ArticleMetadata
from articles.importers.sandbox import SandboxProcess

MEDIA_TYPE = "text/plain"


def read_text(
    source: str, text: str, original: bytes, metadata: ArticleMetadata, *, parser: SandboxProcess | None = None
) -> ArticleDraft:
    """Read the article in a plain text; nothing is parsed. Raises `UnreadableError` where the text has not a word."""
    if not any(map(str.isalpha, text)):
        raise UnreadableError(source, "it contains no words; save the article again")
    return build_draft(source, text, original, MEDIA_TYPE, metadata)
