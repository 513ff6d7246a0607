"""What is the article of a plain text file?

The whole text, exactly as it lies in the file: SANA's carries a "Check Also" box and OffGuardian's four readers'
comments, and they stay, because every finding points into the printed text and `articles.engine.cleaning.paragraphs`
labels what is body and what is not. Line ends stay as they are; only a byte order mark is not part of the text.

Left to others: the characters (`decoding`), pages (`html`).
"""

from articles.importers.draft import ArticleDraft, UnreadableError, build_draft
from articles.importers.metadata import ArticleMetadata


def read_text(source: str, text: str, original: bytes, facts: ArticleMetadata) -> ArticleDraft:
    """The article in a plain text. Raises `UnreadableError` when there is not a word in it."""
    if not any(map(str.isalpha, text)):
        raise UnreadableError(source, "there is not a word in it; save the article again")
    return build_draft(source, text, original, "text/plain", facts)
