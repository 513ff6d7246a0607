"""Are these two passages printings of the same words?

TASS prints "...any action against the Syrian army (life has proved they never went back from their words), analysis of
the strikes..."; SANA prints the same without the aside and with "ISIS" for "the Islamic State". The two share nearly
all their words in the same order, in long runs: they match. "The main task now is regime change" and "the main
condition for its defeat is regime change" share words too, but no run of them that says anything: they do not.

Words are aligned, not letters. Each word is cut to its stem, names that mean the same are one word, and every word
becomes one character, so that rapidfuzz aligns the words of a passage as fast as the letters of a word. What counts is
the share of the *shorter* passage found in the longer one, so that a fragment matches the passage it was cut from.

A changed number or a lost "not" does not forbid a match: it is what the reader looks for (`changes`).

Left to others: the words (`wording`), finding pairs worth comparing (the index of `word_pairs`), groups (`clustering`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from zlib import crc32

from rapidfuzz.distance import LCSseq

from articles.engine.aliases import STANDARD, Aliases
from articles.engine.spans import Span
from articles.engine.vocabulary import STOP
from articles.engine.wording import words_of

# Measured on the hand-labelled real quotations (366, text only): with these, pairwise F1 0.967 and B-cubed F1 0.975; on
# 10,000 generated ones 0.907 and 0.941. A lower content share costs more false links than it finds true ones.
MIN_SHARED_CONTENT = 3  # content words; below, "the next president" would link half of all speeches
MIN_RUN_SHARE = 0.6  # of the shorter passage's words, in runs
MIN_CONTENT_SHARE = 0.8  # of the shorter passage's content words, in runs
# Words attributed to two different people are the same quotation only when there are many and nearly all agree.
MIN_OTHER_SPEAKER_CONTENT = 6
MIN_OTHER_SPEAKER_SHARE = 0.9

RUN = 3  # words in a row that count as a run; two are enough when one of them is a content word
STEM = 6  # letters: "programme" and "program", "recognise" and "recognize" meet
MAX_WORDS = 2000  # of a passage; a longer one is a document, and is known by its beginning
PAIR_DISTANCE = 3  # content words: how far apart two of them form an index pair, so that one cut does not break all


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation's words made ready for matching: `code` has one character for each of the `stems`."""

    stems: tuple[str, ...]
    starts: tuple[int, ...]  # of each word in the passage's text, in code points
    ends: tuple[int, ...]
    code: str
    content: tuple[int, ...]  # places of the words that carry meaning

    def span(self, first: int, last: int) -> Span:
        """From the `first` word to the `last`, as offsets into the passage's text."""
        return Span(self.starts[first], self.ends[last])


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two passages found to be printings of the same words: how far, where in each, and why."""

    score: float  # 0 to 1
    a: Span  # the shared stretch, as offsets into each text
    b: Span
    words: int  # shared, in runs
    run_share: float  # of the shorter passage's words
    content_share: float  # of the shorter passage's content words
    whole_a: float  # share of each passage's words that the shared stretch covers
    whole_b: float

    def evidence(self) -> dict[str, float]:
        """The parts of the score, to be kept and shown."""
        return {
            "shared words": self.words,
            "share of the shorter": round(self.run_share, 3),
            "share of its content words": round(self.content_share, 3),
        }


def match(a: Passage, b: Passage, *, same_speaker: bool | None = None) -> Likeness | None:
    """How `a` and `b` are alike, if they print the same words; None if they do not.

    `same_speaker` is None where either speaker is not known.
    """
    if (len(a.code), a.code) > (len(b.code), b.code):
        likeness = match(b, a, same_speaker=same_speaker)
        return likeness and _swapped(likeness)
    runs = _runs(a, b)
    if not runs:
        return None
    likeness = _likeness(a, b, runs)
    return likeness if _enough(likeness, _content_in(a, runs), same_speaker) else None


def read_passage(text: str, aliases: Aliases = STANDARD) -> Passage:
    """The words of `text` as matching compares them, at most `MAX_WORDS`; punctuation left out."""
    words = words_of(text, aliases)
    places = [place for place, key in enumerate(words.keys) if _says_something(key)][:MAX_WORDS]
    stems = tuple(words.keys[place] if place in words.names else words.keys[place][:STEM] for place in places)
    return Passage(
        stems=stems,
        starts=tuple(words.starts[place] for place in places),
        ends=tuple(words.ends[place] for place in places),
        code="".join(map(_character, stems)),
        content=tuple(i for i, place in enumerate(places) if words.keys[place] not in STOP),
    )


def word_pairs(passage: Passage) -> frozenset[int]:
    """The index keys of a passage: ordered pairs of content words near each other, hashed to 63 bits.

    Two passages that share none are never compared. A passage with fewer than `MIN_SHARED_CONTENT` content words has no
    keys: nothing could be said of it.
    """
    if len(passage.content) < MIN_SHARED_CONTENT:
        return frozenset()
    stems = [passage.stems[i] for i in passage.content]
    return frozenset(
        _hashed(f"{stem} {other}") for i, stem in enumerate(stems) for other in stems[i + 1 : i + 1 + PAIR_DISTANCE]
    )


@lru_cache(65536)
def _says_something(key: str) -> bool:
    return any(map(str.isalnum, key))


@lru_cache(65536)
def _character(stem: str) -> str:
    """One character for a word, the same everywhere: above the first plane, so that no surrogate is met."""
    return chr(0x10000 + crc32(stem.encode()) % 0x100000)


@lru_cache(65536)
def _hashed(pair: str) -> int:
    return int.from_bytes(blake2b(pair.encode(), digest_size=8).digest()) >> 1


@dataclass(frozen=True, slots=True)
class _Run:
    a: int
    b: int
    length: int


def _runs(a: Passage, b: Passage) -> list[_Run]:
    """The stretches of words in the same order in both that are long enough to say something."""
    content = frozenset(a.content)
    blocks = (
        _Run(op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in LCSseq.opcodes(a.code, b.code)
        if op.tag == "equal"
    )
    return [
        block
        for block in blocks
        if block.length >= RUN or (block.length == RUN - 1 and not content.isdisjoint(_positions([block])))
    ]


def _positions(runs: Iterable[_Run]) -> list[int]:
    return [i for run in runs for i in range(run.a, run.a + run.length)]


def _content_in(a: Passage, runs: Sequence[_Run]) -> int:
    return len(frozenset(a.content) & frozenset(_positions(runs)))


def _likeness(a: Passage, b: Passage, runs: Sequence[_Run]) -> Likeness:
    first, last = runs[0], runs[-1]
    shared = sum(run.length for run in runs)
    run_share = shared / len(a.code)
    content_share = _content_in(a, runs) / len(a.content) if a.content else 0.0
    a_ends, b_ends = last.a + last.length - 1, last.b + last.length - 1
    return Likeness(
        score=(run_share + content_share) / 2,
        a=a.span(first.a, a_ends),
        b=b.span(first.b, b_ends),
        words=shared,
        run_share=run_share,
        content_share=content_share,
        whole_a=(a_ends - first.a + 1) / len(a.code),
        whole_b=(b_ends - first.b + 1) / len(b.code),
    )


def _enough(likeness: Likeness, content: int, same_speaker: bool | None) -> bool:
    if same_speaker is False:
        return content >= MIN_OTHER_SPEAKER_CONTENT and likeness.run_share >= MIN_OTHER_SPEAKER_SHARE
    return (
        content >= MIN_SHARED_CONTENT
        and likeness.run_share >= MIN_RUN_SHARE
        and likeness.content_share >= MIN_CONTENT_SHARE
    )


def _swapped(likeness: Likeness) -> Likeness:
    return Likeness(
        score=likeness.score,
        a=likeness.b,
        b=likeness.a,
        words=likeness.words,
        run_share=likeness.run_share,
        content_share=likeness.content_share,
        whole_a=likeness.whole_b,
        whole_b=likeness.whole_a,
    )


def nearest(shared: dict[int, int], limit: int) -> list[int]:
    """The `limit` candidates that share most index pairs, most first; the older first among equals."""
    return list(islice((key for key, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))), limit))
