"""Partial match: compare a remembered or pasted passage with the part of a printing that it renders.

A reader pastes "they declared its goal in fighting exclusively ISIS and pledged to take any action against the Syrian
army". OffGuardian (TASS) prints these words in a longer sentence, with "the Islamic State" and with "not". That more
was printed around them is no reason for a warning; that "not" is missing comes first::

    >>> tass = "exclusively the Islamic State and pledged not to take any action against the Syrian army"
    >>> found = find_partial_match(tass, "pledged to take any action against")
    >>> found.changed_word_count, [change.kind for change in found.substantive_changes]
    (1, ['negation.dropped'])
    >>> found.is_part, found.printed_span.extract(tass)
    (True, 'pledged not to take any action against')

See also: `articles.queries.quote_check` (which printings to compare with), `articles.presentation.check_results` (how
the result is worded).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq, Levenshtein

from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.compare import Comparison, compare
from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.spans import Span
from articles.engine.text.tokenization import extract_words, is_word, tokenize_plain
from articles.engine.text.vocabulary import NEGATION_CONTINUATIONS, POSTPOSED_NEGATIONS, is_negation

_FIRST_CODE_POINT = 0x10000  # words are encoded as characters from here on, so that rapidfuzz aligns them

SEARCH_RADIUS_WORDS = 6  # how far around its first estimate each end of the run is searched
NEGATION_RADIUS_WORDS = 8  # how far beyond the run a negation is looked for: "im nächsten und übernächsten Jahr nicht"
MISSING_WORD_COST = 3  # cost of a pasted word that the run lacks; an additional word in the run costs 1


@dataclass(frozen=True, slots=True)
class PartialMatch:
    """A comparison of pasted words with printed ones; the shorter text is compared whole."""

    printed_span: Span
    pasted_span: Span
    comparison: Comparison
    substantive_changes: tuple[Change, ...]  # the most serious first, with offsets into the two spans
    changed_word_count: int
    is_part: bool  # more was printed around the span
    extra_word_count: int  # pasted around the span
    has_typographic_changes: bool
    has_disfluencies: bool = False

    @property
    def is_loose(self) -> bool:
        """Whether the two are too unlike (translations, retellings) for a list of changes."""
        return self.comparison.mode == "parallel"

    @property
    def is_same(self) -> bool:
        """Whether both spans have the same words, apart from typography."""
        return not self.substantive_changes and not self.is_loose

    @property
    def distance(self) -> tuple[bool, int, int]:
        """A sort key: the nearer match sorts first."""
        severity = sum(change.severity for change in self.substantive_changes)
        return self.is_loose, self.changed_word_count + self.extra_word_count, severity


def find_partial_match(printed: str, pasted: str, aliases: Aliases = STANDARD_ALIASES) -> PartialMatch:
    """Compare `pasted` with the part of `printed` that it renders."""
    columns = _locate_words(printed), _locate_words(pasted)
    printed_span, pasted_span, surplus = _find_compared_spans(*columns, len(printed), len(pasted))
    a, b = printed_span.extract(printed), pasted_span.extract(pasted)
    comparison = compare(a, b, aliases)
    substantive = [change for change in comparison.changes if change.severity > 0]
    counts = [(len(extract_words(c.a.extract(a))), len(extract_words(c.b.extract(b)))) for c in substantive]
    return PartialMatch(
        printed_span,
        pasted_span,
        comparison,
        tuple(sorted(substantive, key=lambda change: (-change.severity, change.b.start, change.a.start))),
        sum(map(max, counts)),
        is_part=surplus[0] > 0,
        extra_word_count=surplus[1],
        has_typographic_changes=any(not change.severity and not change.is_disfluency for change in comparison.changes),
        has_disfluencies=any(change.is_disfluency for change in comparison.changes),
    )


def contains_sequence(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether `other` occurs in `words` without gaps."""
    return f" {' '.join(other)} " in f" {' '.join(words)} "


_WordColumn = Sequence[tuple[str, Span]]


def _locate_words(text: str) -> _WordColumn:
    """Return each word with its span."""
    words = tokenize_plain(text)
    columns = zip(words.keys, words.starts, words.ends, strict=True)
    return [(key, Span(start, end)) for key, start, end in columns if is_word(key)]


def _find_compared_spans(
    printed: _WordColumn, pasted: _WordColumn, end: int, pasted_end: int
) -> tuple[Span, Span, tuple[int, int]]:
    """Return the spans to compare, and how many words stand around each; the shorter text is compared whole."""
    whole, pasted_whole = Span(0, end), Span(0, pasted_end)
    numbers: dict[str, str] = {}
    a, b = _encode_words(printed, numbers), _encode_words(pasted, numbers)
    if not a or not b or len(a) == len(b):
        return whole, pasted_whole, (0, 0)
    if len(a) > len(b):
        first, last = _extend_over_negations(*_find_best_run(b, a), printed, pasted)
        return _get_word_span(printed, first, last, whole), pasted_whole, (len(a) - (last - first), 0)
    first, last = _find_best_run(a, b)
    return whole, _get_word_span(pasted, first, last, pasted_whole), (0, len(b) - (last - first))


def _extend_over_negations(first: int, last: int, printed: _WordColumn, pasted: _WordColumn) -> tuple[int, int]:
    """Extend the run to a negation right before it, to one that ends its clause, and over one to a pasted word.

    "Wir werden die Steuern in diesem Jahr nicht erhöhen" for a pasted "Wir werden die Steuern erhöhen": the run that
    costs least ends before "in diesem Jahr nicht".
    """
    keys = [key for key, _ in printed]
    following = keys[last : last + NEGATION_RADIUS_WORDS]
    if keys[last - 1] != pasted[-1][0] and pasted[-1][0] in following:
        place = last + following.index(pasted[-1][0])
        last = place + 1 if any(map(is_negation, keys[last:place])) else last
    preceding = keys[max(0, first - NEGATION_RADIUS_WORDS) : first][::-1]
    if keys[first] != pasted[0][0] and pasted[0][0] in preceding:
        place = first - 1 - preceding.index(pasted[0][0])
        first = place if any(map(is_negation, keys[place:first])) else first
    while first and is_negation(keys[first - 1]):
        first -= 1
    return first, _extend_to_clause_end(last, printed)


def _extend_to_clause_end(last: int, printed: _WordColumn) -> int:
    """Return the end of the run with a "nicht" behind it that ends the clause or stands beside the run."""
    for place in range(last, min(len(printed), last + NEGATION_RADIUS_WORDS)):
        key, span = printed[place]
        if span.start - printed[place - 1][1].end > 1:  # a mark stands between
            break
        if key in POSTPOSED_NEGATIONS:
            follows = printed[place + 1] if place + 1 < len(printed) else None
            ends_clause = follows is None or follows[1].start - span.end > 1
            is_near = place == last and follows is not None and follows[0] not in NEGATION_CONTINUATIONS
            return place + 1 if ends_clause or is_near else last
    return last


def _encode_words(words: _WordColumn, numbers: dict[str, str]) -> str:
    return "".join(numbers.setdefault(key, chr(_FIRST_CODE_POINT + len(numbers))) for key, _ in words)


def _find_best_run(shorter: str, longer: str) -> tuple[int, int]:
    """Return the range of `longer` that becomes `shorter` at least cost: each end is searched around an estimate."""
    if (place := longer.find(shorter)) >= 0:  # "era of global boiling", not the "era of global" that stands before it
        return place, place + len(shorter)
    shared_runs = [(op.dest_start, op.dest_end) for op in LCSseq.opcodes(shorter, longer) if op.tag == "equal"]
    selected = _select_heaviest_runs(shared_runs)
    first, last = (selected[0][0], selected[-1][1]) if selected else (0, len(longer))
    radius = SEARCH_RADIUS_WORDS + MISSING_WORD_COST * (len(shorter) - sum(end - start for start, end in selected))
    ends = range(max(first + 1, last - radius), min(len(longer), last + radius) + 1)
    last = min(ends, key=lambda end: _measure_cost(shorter, longer[first:end]))
    starts = range(max(0, first - radius), min(last, first + radius + 1))
    return min(starts, key=lambda start: (_measure_cost(shorter, longer[start:last]), -start)), last


def _select_heaviest_runs(runs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the consecutive runs of words whose weight exceeds the gaps between them by most."""
    best, chosen = 0, (0, 0)
    total, first_index, previous_end = 0, 0, 0
    for index, (start, end) in enumerate(runs):
        total -= start - previous_end
        if total <= 0:
            total, first_index = 0, index
        total, previous_end = total + MISSING_WORD_COST * (end - start), end
        if total > best:
            best, chosen = total, (first_index, index + 1)
    return runs[slice(*chosen)]


def _measure_cost(shorter: str, run: str) -> int:
    """Return the edit cost; a missing word costs more than an additional one, or it would be left out at an end."""
    return Levenshtein.distance(shorter, run, weights=(1, MISSING_WORD_COST, MISSING_WORD_COST))


def _get_word_span(words: _WordColumn, first: int, last: int, whole: Span) -> Span:
    """Return the span of these words, with the marks at the ends of the text where the words reach them."""
    start = whole.start if first == 0 else words[first][1].start
    return Span(start, whole.end if last == len(words) else words[last - 1][1].end)
