"""Label the title and the subheadings below it."""

from collections.abc import Sequence

from articles.engine.cleaning.labels import Label, LabelAndRule
from articles.engine.cleaning.raw_paragraphs import MAX_HEADLINE_WORDS, RawParagraph

_BEFORE_ARTICLE = "before-the-article"
_MIN_TITLE_WORDS = 3
_MIN_SUBHEADING_WORDS = 5
_MIN_COMPARED_CHARACTERS = 20  # of a line that may be a cut-off title


def label_title(
    paragraphs: Sequence[RawParagraph], labels: Sequence[LabelAndRule], lead: int, title: str | None
) -> list[LabelAndRule]:
    """Label the given title, or else the last headline-like line before the lead, and the subheadings below it."""
    result = list(labels)
    index = _find_given_title(paragraphs, title) if title else None
    if index is not None:
        result[index] = (Label.TITLE, "given")
    elif (index := _guess_title(paragraphs, labels, lead)) is not None:
        result[index] = (Label.TITLE, "last-headline-before-the-article")
    if index is not None:
        for below in range(index + 1, min(lead, len(paragraphs))):
            if result[below][1] == _BEFORE_ARTICLE and paragraphs[below].word_count >= _MIN_SUBHEADING_WORDS:
                result[below] = (Label.SUBHEADING, "under-the-headline")
    return result


def _find_given_title(paragraphs: Sequence[RawParagraph], title: str) -> int | None:
    wanted = _extract_alphanumerics(title)
    for index, paragraph in enumerate(paragraphs):
        if paragraph.word_count > 2 * MAX_HEADLINE_WORDS:
            continue
        line = _extract_alphanumerics(paragraph.prefix)
        if line and (line == wanted or (len(line) > _MIN_COMPARED_CHARACTERS and wanted.startswith(line))):
            return index
    return None


def _extract_alphanumerics(line: str) -> str:
    return "".join(character for character in line.casefold() if character.isalnum())


def _guess_title(paragraphs: Sequence[RawParagraph], labels: Sequence[LabelAndRule], lead: int) -> int | None:
    for index in range(lead - 1, -1, -1):
        has_title_length = _MIN_TITLE_WORDS <= paragraphs[index].word_count <= MAX_HEADLINE_WORDS
        if labels[index][1] == _BEFORE_ARTICLE and has_title_length:
            return index
    return None
