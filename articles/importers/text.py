"""What is the article of a plain text file?

The whole text, exactly as it lies in the file: SANA's carries a "Check Also" box and OffGuardian's four readers'
comments, and they stay, because every finding points into the printed text and `articles.engine.cleaning.paragraphs`
labels what is body and what is not. Line ends stay as they are; only a byte order mark is not part of the text.

Left to others: the characters (`decoding`), pages (`html`).
"""

from articles.importers.draft import Incoming, Unreadable, incoming
from articles.importers.metadata import Facts


def read_text(source: str, text: str, original: bytes, facts: Facts) -> Incoming:
    """The article in a plain text. Raises `Unreadable` when there is not a word in it."""
    if not any(map(str.isalpha, text)):
        raise Unreadable(source, "there is not a word in it; save the article again")
    return incoming(source, text, original, "text/plain", facts)
