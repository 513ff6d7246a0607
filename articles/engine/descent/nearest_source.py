"""Nearest source: the single earlier printing from which each printing of a lineage was most likely copied.

TASS prints a statement, Russia Insider prints it with one remark cut, SANA prints that and swaps a name: SANA's words
are nearer to Russia Insider's (one change) than to TASS's (two). The best guess is the earlier wording from which the
fewest changes lead here. A cut passage counts for less than an added one, since copies lose words more often than they
gain any. Of two equally near wordings the one printed more often, or printed later, is likelier. The method makes one
guess for each of a million printings, right for some three in four changed ones of generated copies; a page never shows
the guess as a fact.

See also: `descent.origins` (what may be stated about sources, with reasons and several candidates).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

# Cost of a change, and of each word of it. Measured on 100,000 generated printings with known sources (`parent_text` of
# ``python -m benchmarks.bench_linking quality``), then tried on others: with every cost 1 and without the weights below
# 69 in 100 source wordings are found; with these costs and weights 76.
_COSTS = {"delete": (0.7, 0.02), "insert": (2.0, 0.1), "replace": (1.0, 0.1)}
_FREQUENCY_WEIGHT = 0.8  # for each e-fold of printings that had the wording
_RECENCY_WEIGHT = 0.2  # for each e-fold of printings since the wording was last printed
MAX_COMPARED_WORDINGS = 60  # of more earlier wordings, the first and the last 30 are compared
SHORTLIST_SIZE = 12  # nearest of these, whose changes are costed
MAX_COMPARED_WORDS = 500  # of each wording; the longest quotation of the labelled articles has 153


@dataclass(slots=True)
class _EncodedWording:
    """A distinct wording of a lineage, encoded as one character for each word."""

    code: str
    printing_count: int = 0
    last_index: int = 0


@dataclass(slots=True)
class _WordingEncoder:
    characters: dict[str, str] = field(default_factory=dict)
    wordings: list[_EncodedWording] = field(default_factory=list)

    def encode(self, text: str) -> str:
        known = self.characters
        return "".join(
            [
                known.setdefault(word, chr(0x100 + len(known) % 0xD000))
                for word in text.split(maxsplit=MAX_COMPARED_WORDS)[:MAX_COMPARED_WORDS]
            ]
        )


def find_nearest_sources(texts: Sequence[str]) -> list[int | None]:
    """Return for each text of a lineage, in the order of print, the index of its likeliest source; None for the first.

    The time is proportional to the number of texts: each is compared with at most `MAX_COMPARED_WORDINGS` wordings.
    """
    encoder = _WordingEncoder()
    wording_by_text: dict[str, _EncodedWording] = {}
    sources: list[int | None] = []
    for index, text in enumerate(texts):
        wording = wording_by_text.get(text)
        if wording is None:
            wording = _EncodedWording(encoder.encode(text))
            sources.append(_choose_source(wording.code, encoder.wordings, index))
            encoder.wordings.append(wording)
            wording_by_text[text] = wording
        else:
            sources.append(wording.last_index)
        wording.printing_count, wording.last_index = wording.printing_count + 1, index
    return sources


def _choose_source(code: str, earlier: Sequence[_EncodedWording], index: int) -> int | None:
    if len(earlier) < 2:
        return earlier[0].last_index if earlier else None
    candidates = earlier
    if len(earlier) > MAX_COMPARED_WORDINGS:
        candidates = [*earlier[: MAX_COMPARED_WORDINGS // 2], *earlier[-MAX_COMPARED_WORDINGS // 2 :]]
    codes = [wording.code for wording in candidates]
    nearest = process.extract(code, codes, scorer=Indel.distance, limit=SHORTLIST_SIZE)
    shortlist = (candidates[number] for _, _, number in nearest)
    return min(shortlist, key=lambda wording: _compute_copy_cost(wording, code, index)).last_index


def _compute_copy_cost(source: _EncodedWording, code: str, index: int) -> float:
    cost = _RECENCY_WEIGHT * log(index - source.last_index) - _FREQUENCY_WEIGHT * log(source.printing_count)
    for change in Levenshtein.opcodes(source.code, code):
        if change.tag != "equal":
            base_cost, word_cost = _COSTS[change.tag]
            word_count = max(change.src_end - change.src_start, change.dest_end - change.dest_start)
            cost += base_cost + word_cost * word_count
    return cost
