r"""Which changes did a printing come by in copying, and how easily are they made or undone?

Laid against TASS, Russia Insider lacks the aside and has dots for it: *traits*, one for each word that is gone and one
for the dots, for who copies Russia Insider may drop the dots but cannot restore the words. SANA's "ISIS" for "Islamic
State" is a trait too, but one that any editor makes, and any other may undo::

    >>> tass = "against the army (nobody went back), spared those Islamic State groups"
    >>> insider, sana = tass.replace(" (nobody went back)", "..."), tass.replace("Islamic State", "ISIS")
    >>> found = traits_of(collate([tass, insider, sana]))
    >>> [[trait.name for trait in sorted(found[wording], key=str)] for wording in (0, 1, 2)]
    [[], [('dots', 3), ('gone', 3), ('gone', 4), ('gone', 5), ('gone', 6), ('gone', 7)], [('house', 50, 'isis')]]

Words are counted one by one so that who copies a cut and widens it still has what it copied; what one hand cuts in one
go counts as one change. A printing departs from the text they all go back to: the base's, unless a mark shows that the
base departs - it has dots where others have words, or lost the brackets around an editor's. Left to others: the
readings (`collation`), what the traits say of descent (`spreading`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from articles.engine.comparison.alignment import fewest_edits
from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.collation import SLIGHT, Collation, collate
from articles.engine.descent.source_inference import Trait
from articles.engine.text.normalization import fold
from articles.engine.text.tokenization import Words, plain_words

__all__ = ["chance_and_undo", "collate", "missing_words", "traits_of"]

# How likely one copier makes a change of this sort on his own: house style that anybody applies, an aside that anybody
# would cut, another end of the quotation, anything else; dots for words long gone. And how likely one undoes it:
# another house style or a misprint put right, words restored that are not on the page, dots dropped. Their order is
# that of experience, the figures were set on `benchmarks.bench_descent`.
_CHANCE = {"house": 0.06, "aside": 0.02, "end": 0.03, "own": 0.0005, "dots": 0.0001}
_UNDO = {"house": 0.03, "aside": 0.0002, "end": 0.00002, "own": 0.002, "dots": 0.05}
NEXT_WORD = 0.95  # given that the word before is cut or put back too
IN_PLACE_OF = 0.05  # just these words, given that some are put in place of those that are gone
DOTS_FOR_CUT = 0.5
_HOUSE_DANGER = 1  # what can hardly touch the sense is house style: spelling, contractions, order
_HOUSE_KINDS = frozenset(("name_swap", "gloss.added", "tense"))
_BASE_DEPARTS = frozenset(("omission_filled", "gloss.marked"))


def traits_of(collation: Collation) -> dict[int, frozenset[Trait]]:
    """For each wording laid against the base, the traits in which it departs from the text that all go back to."""
    base = plain_words(collation.wordings[collation.base].text)
    aside = _bracketed(base)
    traits: dict[int, set[Trait]] = {at: set() for at in collation.laid}
    for at, laid in collation.laid.items():
        text = collation.wordings[at].text
        for change in laid.comparison.changes:
            if change in laid.cuts:
                traits[at].add(_end(change, base))
            elif change.danger > SLIGHT and change.kind not in _BASE_DEPARTS:
                traits[at].update(_of_change(change, base, text, aside))
    for place, change in _departures_of_base(collation):
        for at in place:
            traits[at].add(Trait(("base", change.a.start, change.a.end), *chance_and_undo("aside")))
    return {at: frozenset(those) for at, those in traits.items()}


def missing_words(collation: Collation, traits: Mapping[int, frozenset[Trait]]) -> dict[int, frozenset[int]]:
    """For each wording, of these traits, the places of the base's words that it does not print."""
    base = plain_words(collation.wordings[collation.base].text)
    missing: dict[int, frozenset[int]] = {}
    for at, those in traits.items():
        covers = collation.laid[at].covers
        before, after = bisect_left(base.starts, covers.start), bisect_left(base.starts, covers.end)
        cut = (trait.at for trait in those if trait.kind == "gone")
        missing[at] = frozenset((*range(before), *range(after, len(base)), *cut))
    return missing


def chance_and_undo(sort: str) -> tuple[float, float]:
    """How likely a copier makes a trait of this sort on his own, and how likely one undoes it."""
    return _CHANCE[sort], _UNDO[sort]


def _bracketed(words: Words) -> frozenset[int]:
    """The places of the words in brackets, the brackets included."""
    found: set[int] = set()
    depth = 0
    for at, key in enumerate(words.keys):
        depth += key in "(["
        if depth > 0:
            found.add(at)
        depth -= key in ")]" and depth > 0
    return frozenset(found)


def _departures_of_base(collation: Collation) -> Iterator[tuple[list[int], Change]]:
    """Where a mark shows that the base is not what all go back to: the wordings that have the same as the base."""
    for place in collation.places:
        changes = [reading.change for reading in place.readings if reading.change]
        shown = [change for change in changes if change.kind in _BASE_DEPARTS]
        if shown:
            departing = [reading.wordings for reading in place.readings if reading.change not in shown]
            yield [at for wordings in departing for at in wordings], shown[0]


def _of_change(change: Change, base: Words, text: str, aside: frozenset[int]) -> Iterator[Trait]:
    """The traits of one change: house style as a whole, else each word that is gone and what stands in its place."""
    if change.danger <= _HOUSE_DANGER or change.kind in _HOUSE_KINDS:
        name = ("house", change.a.start, fold(change.b.of(text)))
        yield Trait(name, *chance_and_undo("house"), at=_place(change.a.start, base))
        return
    places = [at for at, start in enumerate(base.starts) if change.a.start <= start < change.a.end]
    first = places[0] if places else _place(change.a.start, base)
    printed = plain_words(change.b.of(text))
    for block in fewest_edits([base.keys[at] for at in places], printed.keys):
        gone = range(first + block.a_start, first + block.a_end)
        yield from _gone(gone, aside)
        yield from _in_place(gone, printed.keys[block.b_start : block.b_end])


def _gone(places: range, aside: frozenset[int]) -> Iterator[Trait]:
    for at in places:
        sort = "aside" if at in aside else "own"
        yield Trait(("gone", at), *chance_and_undo(sort), beside=("gone", at - 1), then=NEXT_WORD, at=at)


def _in_place(gone: range, keys: list[str]) -> Iterator[Trait]:
    """The words put in, or dots, after the place where words are gone or nothing is."""
    if not keys:
        return
    beside = ("gone", gone.start)
    if keys == ["..."]:
        yield Trait(("dots", gone.start), *chance_and_undo("dots"), beside=beside, then=DOTS_FOR_CUT, at=gone.start)
    else:
        name = ("new", gone.start, *keys)
        yield Trait(name, *chance_and_undo("own"), beside=beside, then=IN_PLACE_OF, at=gone.start)


def _end(cut: Change, base: Words) -> Trait:
    """Where it begins later or ends earlier; its place is the last word at that end that it does not print."""
    begins = cut.kind.endswith("start")
    name = (cut.kind, cut.a.end if begins else cut.a.start)
    return Trait(name, *chance_and_undo("end"), at=_place(cut.a.end - 1 if begins else cut.a.start, base))


def _place(offset: int, base: Words) -> int:
    """The word of `base` that stands at or behind this place of its text."""
    return bisect_right(base.ends, offset)
