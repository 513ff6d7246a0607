"""Repair a text that was saved in a wrong encoding, and say so."""

from dataclasses import replace

from articles.engine.text.mojibake import is_garbled, repair_mojibake
from articles.importers.draft import ArticleDraft
from articles.importers.text_warnings import TextWarning


def repair(content: str) -> tuple[str, bool]:
    """Return the text, repaired where it is garbled, and whether it was."""
    return (repair_mojibake(content), True) if is_garbled(content) else (content, False)


def mark_damage(draft: ArticleDraft, repaired: bool) -> ArticleDraft:
    """Add the warnings that the text was repaired, and that characters are still garbled."""
    damaged = "\N{REPLACEMENT CHARACTER}" in draft.text or is_garbled(draft.text)
    seen = [TextWarning.REPAIRED] * repaired + [TextWarning.GARBLED] * damaged
    return replace(draft, warnings=(*draft.warnings, *seen)) if seen else draft
