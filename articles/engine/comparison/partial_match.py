"""How do words that somebody remembers stand to words that were printed?

A reader pastes "they declared its goal in fighting exclusively ISIS and pledged to take any action against the Syrian
army". OffGuardian (TASS) prints these words in a longer sentence, with "the Islamic State" and with "not". That more
was printed around them is nothing to be warned of; that "not" is missing is the first thing to say::

    >>> tass = "exclusively the Islamic State and pledged not to take any action against the Syrian army"
    >>> found = find_partial_match(tass, "pledged to take any action against")
    >>> found.changed_word_count, [change.kind for change in found.substantive_changes], found.is_part, found.printed_span.extract(tass)
    (1, ['negation.dropped'], True, 'pledged not to take any action against')

Left to others: which printings to compare with (`articles.queries.quote_check`), finding and naming the changes
(`comparison`), how all this is said (`articles.presentation.check_results`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq, Levenshtein

from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.compare import Comparison, compare
from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.spans import Span
from articles.engine.text.tokenization import TokenColumns, classify_token, tokenize_plain
from articles.engine.text.vocabulary import is_negation

_FIRST_CODE_POINT = 0x10000  # words become characters from here on, so that rapidfuzz aligns them as letters

SEARCH_RADIUS_WORDS = 6  # words: how far around the place found first the ends of a stretch are looked for
MISSING_WORD_COST = 3  # what a pasted word costs that a stretch lacks; one that the stretch has more costs 1


@dataclass(frozen=True, slots=True)
class PartialMatch:
    """How pasted words stand to printed ones.

    Compared are the stretch `in_printed` and the stretch `in_pasted`; of the shorter of the two texts that is all.
    `inside` are the changes between them that touch more than typesetting, gravest first, with offsets into these
    stretches; `words` how many words differ. `part`: more was printed around the stretch; `beyond`: so many words were
    pasted around it. `typesetting`: something differs, but only there. `loose`: two translations or retellings, which
    no list of changes describes.
    """

    printed_span: Span
    pasted_span: Span
    comparison: Comparison
    substantive_changes: tuple[Change, ...]
    changed_word_count: int
    is_part: bool
    extra_word_count: int
    has_typographic_changes: bool

    @property
    def is_loose(self) -> bool:
        """Are they too unlike for a list of changes?"""
        return self.comparison.mode == "parallel"

    @property
    def is_same(self) -> bool:
        """Have both stretches the same words, but for typesetting?"""
        return not self.substantive_changes and not self.is_loose

    @property
    def distance(self) -> tuple[bool, int, int]:
        """The nearer one sorts first."""
        return (
            self.is_loose,
            self.changed_word_count + self.extra_word_count,
            sum(change.severity for change in self.substantive_changes),
        )


def find_partial_match(printed: str, pasted: str, aliases: Aliases = STANDARD_ALIASES) -> PartialMatch:
    """What must be said of `pasted` by who knows that `printed` was printed."""
    columns = _locate_words(printed), _locate_words(pasted)
    in_printed, in_pasted, around = _find_compared_spans(*columns, len(printed), len(pasted))
    a, b = in_printed.extract(printed), in_pasted.extract(pasted)
    comparison = compare(a, b, aliases)
    inside = [change for change in comparison.changes if change.severity > 0]
    return PartialMatch(
        in_printed,
        in_pasted,
        comparison,
        tuple(sorted(inside, key=lambda change: (-change.severity, change.b.start, change.a.start))),
        sum(max(len(extract_words(change.a.extract(a))), len(extract_words(change.b.extract(b)))) for change in inside),
        is_part=around[0] > 0,
        extra_word_count=around[1],
        has_typographic_changes=len(inside) < len(comparison.changes),
    )


def extract_words(text: str) -> tuple[str, ...]:
    """The words of `text` without the marks, folded: what must be equal for "as printed by".

    >>> extract_words("pledged not to, take")
    ('pledged', 'not', 'to', 'take')
    """
    return tuple(key for key, _ in _locate_words(text))


def contains_sequence(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do `other` words stand in `words`, all of them in a row?"""
    return f" {' '.join(other)} " in f" {' '.join(words)} "


_WordColumn = Sequence[tuple[str, Span]]


def _locate_words(text: str) -> _WordColumn:
    """Each word with where it stands."""
    words: TokenColumns = tokenize_plain(text)
    columns = zip(words.keys, words.starts, words.ends, strict=True)
    return [(key, Span(start, end)) for key, start, end in columns if classify_token(key) in ("word", "number")]


def _find_compared_spans(
    printed: _WordColumn, pasted: _WordColumn, end: int, pasted_end: int
) -> tuple[Span, Span, tuple[int, int]]:
    """The stretches to compare, and how many words stand around each; of the shorter text, none."""
    whole, pasted_whole = Span(0, end), Span(0, pasted_end)
    numbers: dict[str, str] = {}
    a, b = _encode_words(printed, numbers), _encode_words(pasted, numbers)
    if not a or not b or len(a) == len(b):
        return whole, pasted_whole, (0, 0)
    if len(a) > len(b):
        first, last = _find_best_run(b, a)
        while first and is_negation(printed[first - 1][0]):
            first -= 1
        return _get_word_span(printed, first, last, whole), pasted_whole, (len(a) - (last - first), 0)
    first, last = _find_best_run(a, b)
    return whole, _get_word_span(pasted, first, last, pasted_whole), (0, len(b) - (last - first))


def _encode_words(words: _WordColumn, numbers: dict[str, str]) -> str:
    return "".join(numbers.setdefault(key, chr(_FIRST_CODE_POINT + len(numbers))) for key, _ in words)


def _find_best_run(shorter: str, longer: str) -> tuple[int, int]:
    """From where to where in `longer` the stretch lies that becomes `shorter` at least cost.

    The words in common show where, less those at either end that only a long gap connects with the others; around that
    the ends are tried one by one.
    """
    shared = [(op.dest_start, op.dest_end) for op in LCSseq.opcodes(shorter, longer) if op.tag == "equal"]
    kept = _select_heaviest_runs(shared)
    first, last = (kept[0][0], kept[-1][1]) if kept else (0, len(longer))
    reach = SEARCH_RADIUS_WORDS + MISSING_WORD_COST * (len(shorter) - sum(end - start for start, end in kept))
    ends = range(max(first + 1, last - reach), min(len(longer), last + reach) + 1)
    last = min(ends, key=lambda end: _measure_cost(shorter, longer[first:end]))
    starts = range(max(0, first - reach), min(last, first + reach + 1))
    return min(starts, key=lambda start: (_measure_cost(shorter, longer[start:last]), -start)), last


def _select_heaviest_runs(runs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Of these runs of words those, one after the other, whose words outweigh the gaps between them by most."""
    best, chosen = 0, (0, 0)
    total, begin, before = 0, 0, 0
    for place, (start, end) in enumerate(runs):
        total -= start - before
        if total <= 0:
            total, begin = 0, place
        total, before = total + MISSING_WORD_COST * (end - start), end
        if total > best:
            best, chosen = total, (begin, place + 1)
    return runs[slice(*chosen)]


def _measure_cost(shorter: str, stretch: str) -> int:
    """A word that the stretch has more is cheaper than one it lacks, which else would be left out at an end."""
    return Levenshtein.distance(shorter, stretch, weights=(1, MISSING_WORD_COST, MISSING_WORD_COST))


def _get_word_span(words: _WordColumn, first: int, last: int, whole: Span) -> Span:
    """The characters of these words, with the marks at the ends of the text where they reach there."""
    start = whole.start if first == 0 else words[first][1].start
    return Span(start, whole.end if last == len(words) else words[last - 1][1].end)
