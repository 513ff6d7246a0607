r"""Variants: the changes each printing shows against the text all go back to, and how easily they are made or undone.

Compared with TASS, Russia Insider lacks the aside and has dots for it: *variants*, one for each word that is gone and
one for the dots, since a copier of Russia Insider may drop the dots but cannot restore the words. SANA's "ISIS" for
"Islamic State" is a variant too, but one that any editor makes, and any other may undo::

    >>> from articles.engine.comparison.collation import collate
    >>> tass = "against the army (nobody went back), spared those Islamic State groups"
    >>> insider, sana = tass.replace(" (nobody went back)", "..."), tass.replace("Islamic State", "ISIS")
    >>> found = find_variants(collate([tass, insider, sana]))
    >>> [[variant.name for variant in sorted(found[wording], key=str)] for wording in (0, 1, 2)]
    [[], [('dots', 3), ('gone', 3), ('gone', 4), ('gone', 5), ('gone', 6), ('gone', 7)], [('house', 50, 'isis')]]

Words are counted one by one, so that a copier who widens a cut still has the cut he copied; words cut in one go count
as one change. A printing departs from the text that all go back to. That text is the base's, unless a mark shows that
the base departs: it has dots where others have words, or lost the brackets around an editor's words.

See also: `comparison.collation` (readings), `descent.source_inference` (what variants imply about sources).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from articles.engine.comparison.alignment import find_edit_blocks
from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.collation import TYPOGRAPHIC_SEVERITY, Collation
from articles.engine.descent.source_inference import VariantReading
from articles.engine.text.normalization import fold
from articles.engine.text.tokenization import TokenColumns, tokenize_plain

# Probability that one copier makes a change on his own: house style that anybody applies, an aside that anybody would
# cut, another end of the quotation, anything else; dots for words long gone. And that a copier undoes it: another house
# style or a corrected misprint, words restored that are not on the page, dots dropped. The order follows experience;
# the figures were set on `benchmarks.bench_descent`.
_INNOVATION_PROBABILITIES = {"house": 0.06, "aside": 0.02, "end": 0.03, "own": 0.0005, "dots": 0.0001}
_REVERSION_PROBABILITIES = {"house": 0.03, "aside": 0.0002, "end": 0.00002, "own": 0.002, "dots": 0.05}
ADJACENT_CUT_PROBABILITY = 0.95  # given that the word before is cut or put back too
REPLACEMENT_PROBABILITY = 0.05  # just these words, given that some are put in place of those that are gone
DOTS_FOR_CUT_PROBABILITY = 0.5
_HOUSE_STYLE_SEVERITY = 1  # changes that hardly touch the sense are house style: spelling, contractions, order
_HOUSE_STYLE_KINDS = frozenset(("name_swap", "gloss.added", "tense"))
_BASE_VARIANT_KINDS = frozenset(("omission_filled", "gloss.marked"))


def find_variants(collation: Collation) -> dict[int, frozenset[VariantReading]]:
    """Return for each wording compared with the base its variants from the text that all go back to."""
    base = tokenize_plain(collation.wordings[collation.base].text)
    bracketed = _find_bracketed_words(base)
    variants: dict[int, set[VariantReading]] = {number: set() for number in collation.aligned}
    for number, aligned in collation.aligned.items():
        text = collation.wordings[number].text
        for change in aligned.comparison.changes:
            if change in aligned.truncations:
                variants[number].add(_build_truncation_variant(change, base))
            elif change.severity > TYPOGRAPHIC_SEVERITY and change.kind not in _BASE_VARIANT_KINDS:
                variants[number].update(_build_change_variants(change, base, text, bracketed))
    for numbers, change in _find_base_variants(collation):
        for number in numbers:
            variants[number].add(VariantReading(("base", change.a.start, change.a.end), *get_probabilities("aside")))
    return {number: frozenset(wording_variants) for number, wording_variants in variants.items()}


def find_missing_words(
    collation: Collation, variants: Mapping[int, frozenset[VariantReading]]
) -> dict[int, frozenset[int]]:
    """Return for each wording the indices of the base's words that it does not print, given its variants."""
    base = tokenize_plain(collation.wordings[collation.base].text)
    missing: dict[int, frozenset[int]] = {}
    for number, wording_variants in variants.items():
        coverage = collation.aligned[number].coverage
        before, after = bisect_left(base.starts, coverage.start), bisect_left(base.starts, coverage.end)
        cut = (variant.position for variant in wording_variants if variant.kind == "gone")
        missing[number] = frozenset((*range(before), *range(after, len(base)), *cut))
    return missing


def get_probabilities(sort: str) -> tuple[float, float]:
    """Return the probability that a copier makes a variant of this sort, and that one undoes it."""
    return _INNOVATION_PROBABILITIES[sort], _REVERSION_PROBABILITIES[sort]


def _find_bracketed_words(words: TokenColumns) -> frozenset[int]:
    """Return the indices of the words in brackets, the brackets included."""
    bracketed: set[int] = set()
    depth = 0
    for index, key in enumerate(words.keys):
        depth += key in "(["
        if depth > 0:
            bracketed.add(index)
        depth -= key in ")]" and depth > 0
    return frozenset(bracketed)


def _find_base_variants(collation: Collation) -> Iterator[tuple[list[int], Change]]:
    """Yield the places where a mark shows that the base departs, with the wordings that agree with the base."""
    for place in collation.places:
        changes = [reading.change for reading in place.readings if reading.change]
        base_changes = [change for change in changes if change.kind in _BASE_VARIANT_KINDS]
        if base_changes:
            agreeing = [reading.wordings for reading in place.readings if reading.change not in base_changes]
            yield [number for wordings in agreeing for number in wordings], base_changes[0]


def _build_change_variants(
    change: Change, base: TokenColumns, text: str, bracketed: frozenset[int]
) -> Iterator[VariantReading]:
    """Yield the variants of one change: house style as a whole, else each word that is gone and what replaces it."""
    if change.severity <= _HOUSE_STYLE_SEVERITY or change.kind in _HOUSE_STYLE_KINDS:
        name = ("house", change.a.start, fold(change.b.extract(text)))
        yield VariantReading(name, *get_probabilities("house"), position=_find_word(change.a.start, base))
        return
    indices = [index for index, start in enumerate(base.starts) if change.a.start <= start < change.a.end]
    first = indices[0] if indices else _find_word(change.a.start, base)
    tokens = tokenize_plain(change.b.extract(text))
    for block in find_edit_blocks([base.keys[index] for index in indices], tokens.keys):
        gone = range(first + block.a_start, first + block.a_end)
        yield from _build_cut_variants(gone, bracketed)
        yield from _build_replacement_variants(gone, tokens.keys[block.b_start : block.b_end])


def _build_cut_variants(indices: range, bracketed: frozenset[int]) -> Iterator[VariantReading]:
    for index in indices:
        probabilities = get_probabilities("aside" if index in bracketed else "own")
        companion = (("gone", index - 1), ADJACENT_CUT_PROBABILITY)
        yield VariantReading(("gone", index), *probabilities, *companion, index)


def _build_replacement_variants(gone: range, keys: list[str]) -> Iterator[VariantReading]:
    """Yield the variant of the words, or dots, that stand in place of missing words or are inserted."""
    if not keys:
        return
    start = gone.start
    if keys == ["..."]:
        companion = (("gone", start), DOTS_FOR_CUT_PROBABILITY)
        yield VariantReading(("dots", start), *get_probabilities("dots"), *companion, start)
    else:
        companion = (("gone", start), REPLACEMENT_PROBABILITY)
        yield VariantReading(("new", start, *keys), *get_probabilities("own"), *companion, start)


def _build_truncation_variant(cut: Change, base: TokenColumns) -> VariantReading:
    """Return the variant of a printing that begins later or ends earlier, at the last word that is not printed."""
    begins = cut.kind.endswith("start")
    name = (cut.kind, cut.a.end if begins else cut.a.start)
    position = _find_word(cut.a.end - 1 if begins else cut.a.start, base)
    return VariantReading(name, *get_probabilities("end"), position=position)


def _find_word(offset: int, base: TokenColumns) -> int:
    """Return the index of the word of `base` at or after this offset of its text."""
    return bisect_right(base.ends, offset)
