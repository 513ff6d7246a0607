r"""Which changes did a printing come by in copying, and how easily are they made or undone?

Laid against TASS, Russia Insider lacks the aside and has dots for it: *traits*, one for each word that is gone and one
for the dots, for who copies Russia Insider may drop the dots but cannot restore the words. SANA's "ISIS" for "Islamic
State" is a trait too, but one that any editor makes, and any other may undo::

    >>> tass = "against the army (nobody went back), spared those Islamic State groups"
    >>> insider, sana = tass.replace(" (nobody went back)", "..."), tass.replace("Islamic State", "ISIS")
    >>> found = find_variants(collate([tass, insider, sana]))
    >>> [[trait.name for trait in sorted(found[wording], key=str)] for wording in (0, 1, 2)]
    [[], [('dots', 3), ('gone', 3), ('gone', 4), ('gone', 5), ('gone', 6), ('gone', 7)], [('house', 50, 'isis')]]

Words are counted one by one so that who copies a cut and widens it still has what it copied; what one hand cuts in one
go counts as one change. A printing departs from the text they all go back to: the base's, unless a mark shows that the
base departs - it has dots where others have words, or lost the brackets around an editor's. Left to others: the
readings (`collation`), what the traits say of descent (`spreading`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from articles.engine.comparison.alignment import find_edit_blocks
from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.collation import TYPOGRAPHIC_SEVERITY, Collation, collate
from articles.engine.descent.source_inference import VariantReading
from articles.engine.text.normalization import fold
from articles.engine.text.tokenization import TokenColumns, tokenize_plain

__all__ = ["collate", "find_missing_words", "find_variants", "get_probabilities"]

# How likely one copier makes a change of this sort on his own: house style that anybody applies, an aside that anybody
# would cut, another end of the quotation, anything else; dots for words long gone. And how likely one undoes it:
# another house style or a misprint put right, words restored that are not on the page, dots dropped. Their order is
# that of experience, the figures were set on `benchmarks.bench_descent`.
_INNOVATION_PROBABILITIES = {"house": 0.06, "aside": 0.02, "end": 0.03, "own": 0.0005, "dots": 0.0001}
_REVERSION_PROBABILITIES = {"house": 0.03, "aside": 0.0002, "end": 0.00002, "own": 0.002, "dots": 0.05}
ADJACENT_CUT_PROBABILITY = 0.95  # given that the word before is cut or put back too
REPLACEMENT_PROBABILITY = 0.05  # just these words, given that some are put in place of those that are gone
DOTS_FOR_CUT_PROBABILITY = 0.5
_HOUSE_STYLE_SEVERITY = 1  # what can hardly touch the sense is house style: spelling, contractions, order
_HOUSE_STYLE_KINDS = frozenset(("name_swap", "gloss.added", "tense"))
_BASE_VARIANT_KINDS = frozenset(("omission_filled", "gloss.marked"))


def find_variants(collation: Collation) -> dict[int, frozenset[VariantReading]]:
    """For each wording laid against the base, the traits in which it departs from the text that all go back to."""
    base = tokenize_plain(collation.wordings[collation.base].text)
    aside = _find_bracketed_words(base)
    traits: dict[int, set[VariantReading]] = {at: set() for at in collation.aligned}
    for at, laid in collation.aligned.items():
        text = collation.wordings[at].text
        for change in laid.comparison.changes:
            if change in laid.truncations:
                traits[at].add(_build_truncation_variant(change, base))
            elif change.severity > TYPOGRAPHIC_SEVERITY and change.kind not in _BASE_VARIANT_KINDS:
                traits[at].update(_build_change_variants(change, base, text, aside))
    for place, change in _find_base_variants(collation):
        for at in place:
            traits[at].add(VariantReading(("base", change.a.start, change.a.end), *get_probabilities("aside")))
    return {at: frozenset(those) for at, those in traits.items()}


def find_missing_words(
    collation: Collation, traits: Mapping[int, frozenset[VariantReading]]
) -> dict[int, frozenset[int]]:
    """For each wording, of these traits, the places of the base's words that it does not print."""
    base = tokenize_plain(collation.wordings[collation.base].text)
    missing: dict[int, frozenset[int]] = {}
    for at, those in traits.items():
        covers = collation.aligned[at].coverage
        before, after = bisect_left(base.starts, covers.start), bisect_left(base.starts, covers.end)
        cut = (trait.position for trait in those if trait.kind == "gone")
        missing[at] = frozenset((*range(before), *range(after, len(base)), *cut))
    return missing


def get_probabilities(sort: str) -> tuple[float, float]:
    """How likely a copier makes a trait of this sort on his own, and how likely one undoes it."""
    return _INNOVATION_PROBABILITIES[sort], _REVERSION_PROBABILITIES[sort]


def _find_bracketed_words(words: TokenColumns) -> frozenset[int]:
    """The places of the words in brackets, the brackets included."""
    found: set[int] = set()
    depth = 0
    for at, key in enumerate(words.keys):
        depth += key in "(["
        if depth > 0:
            found.add(at)
        depth -= key in ")]" and depth > 0
    return frozenset(found)


def _find_base_variants(collation: Collation) -> Iterator[tuple[list[int], Change]]:
    """Where a mark shows that the base is not what all go back to: the wordings that have the same as the base."""
    for place in collation.places:
        changes = [reading.change for reading in place.readings if reading.change]
        shown = [change for change in changes if change.kind in _BASE_VARIANT_KINDS]
        if shown:
            departing = [reading.wordings for reading in place.readings if reading.change not in shown]
            yield [at for wordings in departing for at in wordings], shown[0]


def _build_change_variants(
    change: Change, base: TokenColumns, text: str, aside: frozenset[int]
) -> Iterator[VariantReading]:
    """The traits of one change: house style as a whole, else each word that is gone and what stands in its place."""
    if change.severity <= _HOUSE_STYLE_SEVERITY or change.kind in _HOUSE_STYLE_KINDS:
        name = ("house", change.a.start, fold(change.b.extract(text)))
        yield VariantReading(name, *get_probabilities("house"), position=_find_word(change.a.start, base))
        return
    places = [at for at, start in enumerate(base.starts) if change.a.start <= start < change.a.end]
    first = places[0] if places else _find_word(change.a.start, base)
    printed = tokenize_plain(change.b.extract(text))
    for block in find_edit_blocks([base.keys[at] for at in places], printed.keys):
        gone = range(first + block.a_start, first + block.a_end)
        yield from _build_cut_variants(gone, aside)
        yield from _build_replacement_variants(gone, printed.keys[block.b_start : block.b_end])


def _build_cut_variants(places: range, aside: frozenset[int]) -> Iterator[VariantReading]:
    for at in places:
        sort = "aside" if at in aside else "own"
        yield VariantReading(
            ("gone", at),
            *get_probabilities(sort),
            companion=("gone", at - 1),
            companion_probability=ADJACENT_CUT_PROBABILITY,
            position=at,
        )


def _build_replacement_variants(gone: range, keys: list[str]) -> Iterator[VariantReading]:
    """The words put in, or dots, after the place where words are gone or nothing is."""
    if not keys:
        return
    beside = ("gone", gone.start)
    if keys == ["..."]:
        yield VariantReading(
            ("dots", gone.start),
            *get_probabilities("dots"),
            companion=beside,
            companion_probability=DOTS_FOR_CUT_PROBABILITY,
            position=gone.start,
        )
    else:
        name = ("new", gone.start, *keys)
        yield VariantReading(
            name,
            *get_probabilities("own"),
            companion=beside,
            companion_probability=REPLACEMENT_PROBABILITY,
            position=gone.start,
        )


def _build_truncation_variant(cut: Change, base: TokenColumns) -> VariantReading:
    """Where it begins later or ends earlier; its place is the last word at that end that it does not print."""
    begins = cut.kind.endswith("start")
    name = (cut.kind, cut.a.end if begins else cut.a.start)
    return VariantReading(
        name, *get_probabilities("end"), position=_find_word(cut.a.end - 1 if begins else cut.a.start, base)
    )


def _find_word(offset: int, base: TokenColumns) -> int:
    """The word of `base` that stands at or behind this place of its text."""
    return bisect_right(base.ends, offset)
