"""Changes of an article's quotations from one version to the next: which stayed, which were altered, came or went.

The program must not say that an outlet dropped or altered words that still stand there. Therefore:

- Words that the later text still has anywhere are unchanged, even if they are no longer recognised as a quotation.
- Words that the earlier text has anywhere are not new in the later one.
- Two quotations are one that was altered only if they share most of their words in order; a short one also has to
  stand between the same words as before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import LCSseq

from articles.engine.text.normalization import fold
from articles.engine.text.spans import Span
from articles.engine.text.tokenization import extract_words

# Of two quotations that are one before and after an edit: words in common, in order, as a share of the shorter and of
# the longer one. These limits are chosen, not measured: no labelled edits of quotations were at hand.
MIN_SHARE_OF_SHORTER, MIN_SHARE_OF_LONGER = 0.6, 0.3
SHORT_WORDS = 4  # fewer words say little: they have to stand in the same place too
MIN_SHORT_SHARE = 0.5
CONTEXT_WORDS = 3  # before or behind a short quotation that tell its place
MAX_SEARCHED_WORDS = 400  # of a quotation that is looked for in a text


class QuotationFate(StrEnum):
    """What became of a quotation."""

    SAME = "same"
    TYPESETTING = "typesetting"
    ALTERED = "altered"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class QuotationChange:
    """A quotation of either version, or of both, by its index; `span` is where its words stand in the later text.

    The words of a quotation without an index in the later version (SAME) stand there outside of its quotations.
    """

    fate: QuotationFate
    before: int | None
    after: int | None
    span: Span | None


def compare_quotations(
    before: Sequence[Span], after: Sequence[Span], old_text: str, new_text: str
) -> list[QuotationChange]:
    """Return what became of each quotation: those of the later text in its order, then those that went.

    Takes the spans of the quotations in each text.
    """
    old, new = [span.extract(old_text) for span in before], [span.extract(new_text) for span in after]
    pairs = _pair_equal(old, new, [fold(words) for words in old], [fold(words) for words in new])
    taken = set(pairs.values())
    open_old = [at for at in range(len(old)) if at not in taken]
    open_new = [at for at in range(len(new)) if at not in pairs]
    kept = {at: span for at in open_old if (span := find_words(old[at], new_text)) is not None}
    gone = [at for at in open_old if at not in kept]
    known = {at for at in open_new if find_words(new[at], old_text) is not None}
    altered = _pair_altered(
        [(at, old[at], _get_context(old_text, before[at])) for at in gone],
        [(at, new[at], _get_context(new_text, after[at])) for at in open_new],
    )
    changes = []
    for at, span in enumerate(after):
        if at in pairs:
            fate = QuotationFate.SAME if old[pairs[at]] == new[at] else QuotationFate.TYPESETTING
            changes.append(QuotationChange(fate, pairs[at], at, span))
        elif at in altered:
            changes.append(QuotationChange(QuotationFate.ALTERED, altered[at], at, span))
        else:
            fate = QuotationFate.SAME if at in known else QuotationFate.ADDED
            changes.append(QuotationChange(fate, None, at, span))
    changes += [QuotationChange(QuotationFate.SAME, at, None, span) for at, span in kept.items()]
    lost = [at for at in gone if at not in altered.values()]
    return [*changes, *(QuotationChange(QuotationFate.DROPPED, at, None, None) for at in lost)]


def find_words(words: str, text: str) -> Span | None:
    """Find where a text has these words, whatever its spaces, marks and case.

    >>> find_words("not at all", "It is “not, at  all” so").extract("It is “not, at  all” so")
    'not, at  all'
    """
    parts = re.findall(r"\w+", words)[:MAX_SEARCHED_WORDS]
    if not parts:
        return None
    pattern = r"(?<!\w)" + r"\W{1,8}".join(map(re.escape, parts)) + r"(?!\w)"
    found = re.search(pattern, text, re.IGNORECASE)
    return Span(found.start(), found.end()) if found else None


def _pair_equal(
    old: Sequence[str], new: Sequence[str], old_keys: Sequence[str], new_keys: Sequence[str]
) -> dict[int, int]:
    """Pair equal quotations, the first with the first: letter by letter before those that folding makes equal."""
    pairs: dict[int, int] = {}
    for before, after in ((old, new), (old_keys, new_keys), _strip_marks(old_keys, new_keys)):
        taken = set(pairs.values())
        places: dict[str, list[int]] = {}
        for at, words in enumerate(before):
            if at not in taken:
                places.setdefault(words, []).append(at)
        for at, words in enumerate(after):
            if at not in pairs and places.get(words):
                pairs[at] = places[words].pop(0)
    return pairs


def _strip_marks(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    stripped = [[" ".join(extract_words(each)) or each for each in side] for side in (old, new)]
    return stripped[0], stripped[1]


_Passage = tuple[int, str, tuple[str, str]]  # index, words, context


def _pair_altered(old: Sequence[_Passage], new: Sequence[_Passage]) -> dict[int, int]:
    """Pair quotations that share most of their words, the most alike first."""
    scored = sorted(_score_pairs(old, new), reverse=True)
    pairs: dict[int, int] = {}
    for _, negative_after, negative_before in scored:
        after, before = -negative_after, -negative_before
        if after not in pairs and before not in pairs.values():
            pairs[after] = before
    return pairs


def _score_pairs(old: Sequence[_Passage], new: Sequence[_Passage]) -> Iterator[tuple[float, int, int]]:
    new_words = [extract_words(words) for _, words, _ in new]
    for before, words, context in old:
        own = extract_words(words)
        for (after, _, other_context), other in zip(new, new_words, strict=True):
            if not own or not other:
                continue
            common = LCSseq.similarity(own, other)
            shorter, longer = sorted((len(own), len(other)))
            in_place = any(mine and mine == theirs for mine, theirs in zip(context, other_context, strict=True))
            if shorter >= SHORT_WORDS:
                alike = common >= MIN_SHARE_OF_SHORTER * shorter and common >= MIN_SHARE_OF_LONGER * longer
            else:
                alike = in_place and common >= MIN_SHORT_SHARE * longer
            if alike:
                yield 2 * common / (len(own) + len(other)) + in_place, -after, -before


def _get_context(text: str, span: Span) -> tuple[str, str]:
    """Return the few words before and behind a span, in the form for comparing."""
    before = extract_words(text[max(0, span.start - 60) : span.start])[-CONTEXT_WORDS:]
    behind = extract_words(text[span.end : span.end + 60])[:CONTEXT_WORDS]
    return " ".join(before), " ".join(behind)
