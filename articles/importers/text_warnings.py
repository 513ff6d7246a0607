"""Warnings about the text of an article: what may be missing from it, or was not as it should be.

Readers see the sentence beside the article, curators in the admin, programs with its code in front ("wall: ...").
"""

from enum import StrEnum


class TextWarning(StrEnum):
    """What was seen while an article was read; the value is the code that is stored."""

    CUT = "cut"
    WALL = "wall"
    DATA = "data"
    LIVE = "live"
    GARBLED = "garbled"
    REPAIRED = "repaired"

    @property
    def sentence(self) -> str:
        """What the warning says to readers."""
        return _SENTENCES[self]

    def __str__(self) -> str:
        return f"{self.value}: {self.sentence}"


_SENTENCES = {
    TextWarning.CUT: "The text looks cut: the page has much more text, or says that the article is longer.",
    TextWarning.WALL: "Only a part may be here: the page asked to subscribe or to log in before it shows the rest.",
    TextWarning.DATA: "The page shows only a stub; this text is what it tells search engines (articleBody).",
    TextWarning.LIVE: "This is a live blog: it changed after it was saved, and its entries may be out of order.",
    TextWarning.GARBLED: "Some characters are garbled: the file was saved in a wrong encoding.",
    TextWarning.REPAIRED: "The file was saved in a wrong encoding; its garbled characters were repaired.",
}


def list_warnings(codes: object) -> list[TextWarning]:
    """Return the warnings with these codes; codes that are not known are left out."""
    known = codes if isinstance(codes, list | tuple) else []
    return [warning for warning in TextWarning if warning.value in known]
