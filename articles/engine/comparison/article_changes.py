"""Changes of an article's text between two versions: which paragraphs came, went or changed, and how many words.

Only the article's own paragraphs are compared. Menus, captions and comments are not its text, and neither is a short
line without a sentence, such as a counter ("1,204 views") or "Advertisement" that cleaning took for one. Paragraphs
that differ in spaces and marks only are the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import LCSseq

from articles.engine.cleaning.paragraphs import Label
from articles.engine.text.normalization import fold
from articles.engine.text.tokenization import extract_words

# A shorter paragraph counts only if it has a quotation mark, or ends like a sentence of at least three words.
MIN_WORDS, MIN_SENTENCE_WORDS = 6, 3
# The two shares below are chosen, not measured: no labelled edits of articles were at hand.
SAME_PARAGRAPH = 0.5  # share of words in common, in order, from which a paragraph was changed and not replaced
MAX_PREFIX_SHARE = 0.7  # of the words of the text before: what has fewer and only begins like it is cut off
_QUOTATION_MARK = re.compile(r"[\"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]")
_SENTENCE_END = re.compile(r"[.!?\u2026\u3002\u061f]\W*$")

LabelledSpan = Sequence[object]  # start, end, label, rule, as articles store them


class BlockKind(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph as the earlier and as the later version has it; empty where one has none."""

    kind: BlockKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ArticleChanges:
    """The paragraphs of two versions, aligned, and how many words were added and removed."""

    paragraphs: tuple[ParagraphChange, ...]
    words_added: int
    words_removed: int

    @property
    def is_same(self) -> bool:
        """Whether the words of the two are the same."""
        return not (self.words_added or self.words_removed)


def list_text_paragraphs(text: str, paragraphs: Sequence[LabelledSpan]) -> list[str]:
    """List the paragraphs that are the article's own text.

    >>> text = "Share 35\\nThe old ferry stays in service."
    >>> list_text_paragraphs(text, [[0, 8, "body", ""], [9, 40, "body", ""]])
    ['The old ferry stays in service.']
    """
    own = split_paragraphs(text, [each for each in paragraphs if each[2] in _TEXT_LABELS]) if paragraphs else [text]
    return [paragraph for paragraph in own if _is_running_text(paragraph)]


def split_paragraphs(text: str, paragraphs: Sequence[LabelledSpan]) -> list[str]:
    """Return the words of each paragraph, whatever its label."""
    return [text[int(str(start)) : int(str(end))] for start, end, *_ in paragraphs]


_TEXT_LABELS = frozenset({Label.BODY, Label.SUBHEADING})


def _is_running_text(paragraph: str) -> bool:
    words = len(paragraph.split())
    is_sentence = words >= MIN_SENTENCE_WORDS and _SENTENCE_END.search(paragraph.strip()) is not None
    return words >= MIN_WORDS or is_sentence or _QUOTATION_MARK.search(paragraph) is not None


def compare_articles(before: Sequence[str], after: Sequence[str]) -> ArticleChanges:
    """Align the paragraphs of two versions, and count the words that were added and removed."""
    words = [_extract_all(before), _extract_all(after)]
    common = LCSseq.similarity(*words)
    paragraphs = tuple(_align_paragraphs(before, after))
    return ArticleChanges(paragraphs, len(words[1]) - common, len(words[0]) - common)


def _extract_all(paragraphs: Sequence[str]) -> list[str]:
    return [word for paragraph in paragraphs for word in extract_words(paragraph)]


def is_cut_off(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether the later text is only a beginning of the earlier one, as a page shows before a wall."""
    words = _extract_all(before), _extract_all(after)
    if len(words[1]) >= MAX_PREFIX_SHARE * len(words[0]):
        return False
    beginning = words[0][: len(words[1])]
    return LCSseq.similarity(beginning, words[1]) >= 0.9 * len(words[1])


def _align_paragraphs(before: Sequence[str], after: Sequence[str]) -> Iterator[ParagraphChange]:
    keys = [fold(paragraph) for paragraph in before], [fold(paragraph) for paragraph in after]
    removed: list[str] = []
    added: list[str] = []
    for block in LCSseq.opcodes(*keys):
        here, there = before[block.src_start : block.src_end], after[block.dest_start : block.dest_end]
        if block.tag == "equal":
            yield from _pair_changed(removed, added)
            removed, added = [], []
            yield from (ParagraphChange(BlockKind.SAME, old, new) for old, new in zip(here, there, strict=True))
        else:
            removed += here
            added += there
    yield from _pair_changed(removed, added)


def _pair_changed(removed: Sequence[str], added: Sequence[str]) -> Iterator[ParagraphChange]:
    """Pair removed paragraphs with those that took their place, in order; others are new."""
    rest = list(added)
    for old in removed:
        at = next((at for at, new in enumerate(rest) if _measure_common(old, new) >= SAME_PARAGRAPH), None)
        if at is None:
            yield ParagraphChange(BlockKind.REMOVED, old, "")
            continue
        yield from (ParagraphChange(BlockKind.ADDED, "", new) for new in rest[:at])
        yield ParagraphChange(BlockKind.CHANGED, old, rest[at])
        rest = rest[at + 1 :]
    yield from (ParagraphChange(BlockKind.ADDED, "", new) for new in rest)


def _measure_common(old: str, new: str) -> float:
    words = extract_words(old), extract_words(new)
    longer = max(map(len, words))
    return LCSseq.similarity(*words) / longer if longer else 1.0
