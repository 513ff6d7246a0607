"""How do words that somebody remembers stand to words that were printed?

A reader pastes "they declared its goal in fighting exclusively ISIS and pledged to take any action against the Syrian
army". OffGuardian (TASS) prints these words in a longer sentence, with "the Islamic State" and with "not". That more
was printed around them is nothing to be warned of; that "not" is missing is the first thing to say::

    >>> tass = "exclusively the Islamic State and pledged not to take any action against the Syrian army"
    >>> found = resemble(tass, "pledged to take any action against")
    >>> found.words, [change.kind for change in found.inside], found.part, found.in_printed.of(tass)
    (1, ['negation.dropped'], True, 'pledged not to take any action against')

Left to others: which printings to compare with (`articles.queries.quote_check`), finding and naming the changes
(`comparison`), how all this is said (`articles.presentation.check_results`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq, Levenshtein

from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.compare import Comparison, compare
from articles.engine.text.aliases import STANDARD, Aliases
from articles.engine.text.spans import Span
from articles.engine.text.tokenization import Words, kind_of, plain_words
from articles.engine.text.vocabulary import is_negation

_PLANE = 0x10000  # words become characters from here on, so that rapidfuzz aligns them as letters

REACH = 6  # words: how far around the place found first the ends of a stretch are looked for
MISSING = 3  # what a pasted word costs that a stretch lacks; one that the stretch has more costs 1


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How pasted words stand to printed ones.

    Compared are the stretch `in_printed` and the stretch `in_pasted`; of the shorter of the two texts that is all.
    `inside` are the changes between them that touch more than typesetting, gravest first, with offsets into these
    stretches; `words` how many words differ. `part`: more was printed around the stretch; `beyond`: so many words were
    pasted around it. `typesetting`: something differs, but only there. `loose`: two translations or retellings, which
    no list of changes describes.
    """

    in_printed: Span
    in_pasted: Span
    comparison: Comparison
    inside: tuple[Change, ...]
    words: int
    part: bool
    beyond: int
    typesetting: bool

    @property
    def loose(self) -> bool:
        """Are they too unlike for a list of changes?"""
        return self.comparison.mode == "parallel"

    @property
    def same(self) -> bool:
        """Have both stretches the same words, but for typesetting?"""
        return not self.inside and not self.loose

    @property
    def distance(self) -> tuple[bool, int, int]:
        """The nearer one sorts first."""
        return self.loose, self.words + self.beyond, sum(change.danger for change in self.inside)


def resemble(printed: str, pasted: str, aliases: Aliases = STANDARD) -> Resemblance:
    """What must be said of `pasted` by who knows that `printed` was printed."""
    columns = _words(printed), _words(pasted)
    in_printed, in_pasted, around = _stretches(*columns, len(printed), len(pasted))
    a, b = in_printed.of(printed), in_pasted.of(pasted)
    comparison = compare(a, b, aliases)
    inside = [change for change in comparison.changes if change.danger > 0]
    return Resemblance(
        in_printed,
        in_pasted,
        comparison,
        tuple(sorted(inside, key=lambda change: (-change.danger, change.b.start, change.a.start))),
        sum(max(len(words_in(change.a.of(a))), len(words_in(change.b.of(b)))) for change in inside),
        part=around[0] > 0,
        beyond=around[1],
        typesetting=len(inside) < len(comparison.changes),
    )


def words_in(text: str) -> tuple[str, ...]:
    """The words of `text` without the marks, folded: what must be equal for "as printed by".

    >>> words_in("pledged not to, take")
    ('pledged', 'not', 'to', 'take')
    """
    return tuple(key for key, _ in _words(text))


def holds(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do `other` words stand in `words`, all of them in a row?"""
    return f" {' '.join(other)} " in f" {' '.join(words)} "


_Column = Sequence[tuple[str, Span]]


def _words(text: str) -> _Column:
    """Each word with where it stands."""
    words: Words = plain_words(text)
    columns = zip(words.keys, words.starts, words.ends, strict=True)
    return [(key, Span(start, end)) for key, start, end in columns if kind_of(key) in ("word", "number")]


def _stretches(printed: _Column, pasted: _Column, end: int, pasted_end: int) -> tuple[Span, Span, tuple[int, int]]:
    """The stretches to compare, and how many words stand around each; of the shorter text, none."""
    whole, pasted_whole = Span(0, end), Span(0, pasted_end)
    numbers: dict[str, str] = {}
    a, b = _as_characters(printed, numbers), _as_characters(pasted, numbers)
    if not a or not b or len(a) == len(b):
        return whole, pasted_whole, (0, 0)
    if len(a) > len(b):
        first, last = _most_like(b, a)
        while first and is_negation(printed[first - 1][0]):
            first -= 1
        return _span(printed, first, last, whole), pasted_whole, (len(a) - (last - first), 0)
    first, last = _most_like(a, b)
    return whole, _span(pasted, first, last, pasted_whole), (0, len(b) - (last - first))


def _as_characters(words: _Column, numbers: dict[str, str]) -> str:
    return "".join(numbers.setdefault(key, chr(_PLANE + len(numbers))) for key, _ in words)


def _most_like(shorter: str, longer: str) -> tuple[int, int]:
    """From where to where in `longer` the stretch lies that becomes `shorter` at least cost.

    The words in common show where, less those at either end that only a long gap connects with the others; around that
    the ends are tried one by one.
    """
    shared = [(op.dest_start, op.dest_end) for op in LCSseq.opcodes(shorter, longer) if op.tag == "equal"]
    kept = _most_telling(shared)
    first, last = (kept[0][0], kept[-1][1]) if kept else (0, len(longer))
    reach = REACH + MISSING * (len(shorter) - sum(end - start for start, end in kept))
    ends = range(max(first + 1, last - reach), min(len(longer), last + reach) + 1)
    last = min(ends, key=lambda end: _cost(shorter, longer[first:end]))
    starts = range(max(0, first - reach), min(last, first + reach + 1))
    return min(starts, key=lambda start: (_cost(shorter, longer[start:last]), -start)), last


def _most_telling(runs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Of these runs of words those, one after the other, whose words outweigh the gaps between them by most."""
    best, chosen = 0, (0, 0)
    total, begin, before = 0, 0, 0
    for place, (start, end) in enumerate(runs):
        total -= start - before
        if total <= 0:
            total, begin = 0, place
        total, before = total + MISSING * (end - start), end
        if total > best:
            best, chosen = total, (begin, place + 1)
    return runs[slice(*chosen)]


def _cost(shorter: str, stretch: str) -> int:
    """A word that the stretch has more is cheaper than one it lacks, which else would be left out at an end."""
    return Levenshtein.distance(shorter, stretch, weights=(1, MISSING, MISSING))


def _span(words: _Column, first: int, last: int, whole: Span) -> Span:
    """The characters of these words, with the marks at the ends of the text where they reach there."""
    start = whole.start if first == 0 else words[first][1].start
    return Span(start, whole.end if last == len(words) else words[last - 1][1].end)
