"""Departures: how the versions of a quotation differ from the earliest one, the most serious first.

Eight outlets publish a minister's promise; the earliest has "will not raise taxes", three later ones "will raise
taxes". That dropped "not" is the departure that the page begins with, and the earliest version stands beside one that
has it. What a version does not begin or end with is no departure, and what a shorter version leaves out is a selection.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.collation import COMPLETE_SHARE, TYPOGRAPHIC_SEVERITY, Place, Reading
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot, WordingGroup

MIN_WORDS = 6  # a version of fewer words is a fragment, of which no change is reported


@dataclass(frozen=True, slots=True)
class Departure:
    """What some versions have at a place of the earliest one: `example` is among `groups`, complete if any is."""

    place: int
    change: Change
    groups: tuple[WordingGroup, ...]
    example: WordingGroup

    @property
    def text(self) -> str:
        """The words of the example that differ."""
        return self.change.b.extract(self.example.first.text).strip()


def find_most_serious_departure(snapshot: LineageSnapshot) -> Departure | None:
    """Find the most serious change from the base; None if only typography differs, or where versions begin and end.

    Of equal severity, what a complete version has comes first, then the kind that is more serious as a rule, then what
    more articles print.
    """
    complete = _find_complete(snapshot)
    places = {place.number: place for place in snapshot.collation.places}
    best = max(
        _iter_departures(snapshot, complete),
        key=lambda each: (
            each.change.severity,
            each.example.number in complete,
            CHANGE_KINDS[each.change.kind].severity,
            sum(len(group.printings) for group in each.groups),
            -each.place,
        ),
        default=None,
    )
    if best is None or not best.change.kind.startswith("negation."):
        return best
    return _join_alike(best, places[best.place], snapshot, complete)


def choose_opening_pair(snapshot: LineageSnapshot) -> tuple[PrintingSnapshot, PrintingSnapshot] | None:
    """Choose the earliest complete version and the one that departs from it most seriously; None if it is alone.

    Where none departs, another wording stands beside it, else another version with the same words.
    """
    groups, base = snapshot.wordings, snapshot.base
    if departure := find_most_serious_departure(snapshot):
        return base.first, departure.example.first
    complete = _find_complete(snapshot)
    others = sorted((group for group in groups if group is not base), key=lambda group: group.number not in complete)
    beside = next((group.first for group in others), None) or next(iter(base.printings[1:]), None)
    if beside is None:
        return None
    return (base.first, beside) if base.first.number < beside.number else (beside, base.first)


def _find_complete(snapshot: LineageSnapshot) -> frozenset[int]:
    """Return the wordings of this text that are not a mere part: they begin and end with it, or have most of it."""
    collation = snapshot.collation
    lengths = {at: len(collation.wordings[at].text.split()) for at in {collation.base, *collation.aligned}}
    least = COMPLETE_SHARE * max(lengths.values())
    whole = {at for at, aligned in collation.aligned.items() if not aligned.truncations}
    return frozenset(at for at, length in lengths.items() if length >= (MIN_WORDS if at in whole else least))


def _iter_departures(snapshot: LineageSnapshot, complete: frozenset[int]) -> Iterator[Departure]:
    for place in snapshot.collation.places:
        for reading in place.readings[1:]:
            change = reading.change
            if change is None or change.severity <= TYPOGRAPHIC_SEVERITY:
                continue
            if groups := _find_witnesses(snapshot, reading, complete):
                example = next((group for group in groups if group.number in complete), groups[0])
                yield Departure(place.number, change, groups, example)


def _find_witnesses(snapshot: LineageSnapshot, reading: Reading, complete: frozenset[int]) -> tuple[WordingGroup, ...]:
    """Return the wordings that surely have this reading of the text."""
    assert reading.change, "a reading that is not the base's own has a change"
    may_be_selection = reading.change.kind.startswith("deletion.")
    wordings, aligned = snapshot.collation.wordings, snapshot.collation.aligned
    certain = [at for at in reading.wordings if at not in aligned or aligned[at].is_certain]
    whole = [at for at in certain if len(wordings[at].text.split()) >= MIN_WORDS]
    return tuple(snapshot.wordings[at] for at in whole if at in complete or not may_be_selection)


def _join_alike(best: Departure, place: Place, snapshot: LineageSnapshot, complete: frozenset[int]) -> Departure:
    """Add the versions that drop or add the same "not" in other words: "will not" and "won't" for "will"."""
    alike = [each for each in place.readings if each.change and each.change.kind == best.change.kind]
    groups = {group.number: group for reading in alike for group in _find_witnesses(snapshot, reading, complete)}
    return Departure(best.place, best.change, tuple(groups[number] for number in sorted(groups)), best.example)
