"""Find dated lists: runs of headlines or comments, each with a date below."""

import re
from collections.abc import Sequence

from articles.engine.cleaning.labels import Label, LabelAndRule
from articles.engine.cleaning.raw_paragraphs import MAX_HEADLINE_WORDS, RawParagraph

#: So many dates, each soon after the one before and below a headline or a name, are a list of stories or comments.
MIN_DATED_ITEMS, MAX_DATED_ITEM_GAP = 3, 8
#: "margoadams says:", with the date below.
COMMENT_AUTHOR = re.compile(r"(?:\S+ ){1,5}(?:says|wrote|said|commented|replied):?$", re.IGNORECASE)


def find_dated_lists(paragraphs: Sequence[RawParagraph], matches: Sequence[LabelAndRule | None]) -> frozenset[int]:
    """Return the indices of the paragraphs in dated lists, from the line above the first date to below the last."""
    dates = [index for index in range(1, len(paragraphs)) if _is_item_date(paragraphs, matches, index)]
    in_lists: set[int] = set()
    chain: list[int] = []
    for index in [*dates, len(paragraphs) + MAX_DATED_ITEM_GAP + 1]:
        if chain and index - chain[-1] > MAX_DATED_ITEM_GAP:
            if len(chain) >= MIN_DATED_ITEMS:
                in_lists.update(range(_find_item_start(paragraphs, matches, chain[0]), chain[-1] + 2))
            chain = []
        chain.append(index)
    return frozenset(in_lists)


def _is_item_date(paragraphs: Sequence[RawParagraph], matches: Sequence[LabelAndRule | None], index: int) -> bool:
    """Return whether this is a date below a headline or a name, perhaps with a teaser between."""
    match = matches[index]
    if match is None or match[0] is not Label.DATE:
        return False
    return _is_item_heading(paragraphs, matches, index - 1) or (
        index > 1 and matches[index - 1] is None and _is_item_heading(paragraphs, matches, index - 2)
    )


def _is_item_heading(paragraphs: Sequence[RawParagraph], matches: Sequence[LabelAndRule | None], index: int) -> bool:
    paragraph = paragraphs[index]
    if matches[index] is not None or paragraph.word_count > MAX_HEADLINE_WORDS:
        return False
    return not paragraph.ends_sentence or COMMENT_AUTHOR.match(paragraph.prefix) is not None


def _find_item_start(paragraphs: Sequence[RawParagraph], matches: Sequence[LabelAndRule | None], index: int) -> int:
    """Return where the headline or name above the first date begins; it has two lines at most."""
    start = index - 1 if _is_item_heading(paragraphs, matches, index - 1) else index - 2
    return start - 1 if start and _is_item_heading(paragraphs, matches, start - 1) else start
