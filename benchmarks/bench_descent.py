"""Accuracy of source inference on simulated copies whose descent is known.

    python -m benchmarks.bench_descent [--texts | --articles]

Copying is simulated with known parents. Of 20 printings the first is the original; each further one copies the first
(four times in ten) or any earlier one, takes over its changes, makes some of its own (Poisson) - three in ten of them
house style that anybody applies, from a pool of five - and now and then (3 in 100) undoes one. Then the dates are known
to the minute or only to the day (five printings a day), and all printings are seen or seven in ten. A source is right
if it is the nearest ancestor that was seen, or has the very text of one between: "from this text or a copy of it".

Printed for printings, where every other printing of the very same text is a possible source too, and for texts. With
``--texts`` the same is done with real words: each printing is a text in which words are cut, replaced, marked with dots
or names swapped, or that begins later or ends earlier, and it takes the whole road through `collate` and
`infer_descent`. With ``--articles`` each printing is one quotation of an article that has others: a copier takes over
six in ten of the others, and one in ten, then one in two, one from a second article; tried with several weights of a
quotation that the source lacks. Under each table stands how often what was likely to some degree was so.
"""

import math
import random
import sys
import time
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from articles.engine.comparison.collation import collate
from articles.engine.descent import source_inference
from articles.engine.descent.origins import PrintingMetadata, infer_descent
from articles.engine.descent.source_inference import Certainty, VariantReading, Witness, infer_sources, select_sources
from articles.engine.descent.variant_readings import get_probabilities
from benchmarks.bench_collation import ASIDE, QUOTED, Edit, with_another_word, without

PRINTINGS, RUNS, A_DAY = 20, 100, 5
HOUSE_POOL, HOUSE, UNDONE, FROM_FIRST = 5, 0.3, 0.03, 0.4
RATES = (0.2, 0.5, 1.0, 2.0, 4.0)
TEXT_RUNS = 60
QUOTATIONS, TAKEN_OVER, FROM_SECOND = 6, 0.6, (0.1, 0.5)  # other quotations of the first article; of a copy's
WITHOUT = (1.0, 0.5, 0.3, 0.15, 0.05, 0.02, 0.01)
BINS = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.9, 0.97, 1.0)
HEADING = f"{'named':>5} {'right':>7} {'in set':>8} {'size':>6} {'likeliest':>9}"
HOUSE_STYLE: tuple[Edit, ...] = (
    lambda text, dice: text.replace("the Islamic State", "ISIS"),
    lambda text, dice: text.replace("Islamic State", "Daesh"),
    lambda text, dice: text.replace("United States", "US"),
    lambda text, dice: text.replace("U.S.-led coalition", "U.S.-led [anti-ISIS] coalition"),
)
OWN_HAND: tuple[Edit, ...] = (
    lambda text, dice: text.replace(ASIDE, dice.choice(("", "..."))),
    lambda text, dice: without(text, dice, 1),
    lambda text, dice: without(text, dice, 5),
    with_another_word,
    with_another_word,
    lambda text, dice: " ".join(text.split()[dice.randint(1, 9) :]),
    lambda text, dice: " ".join(text.split()[: -dice.randint(1, 9)]),
)


@dataclass(slots=True)
class Copy:
    """A printing of the simulation: when, with which changes, of whom."""

    time: float
    changes: frozenset[int]
    parent: int | None
    seen: bool = True
    text: str = ""
    quotations: frozenset[int] = frozenset()


@dataclass(slots=True)
class Tally:
    """How many were asked for, named alone, right; how many sets held the truth, and their size."""

    asked: int = 0
    one: int = 0
    one_right: int = 0
    sets: int = 0
    held: int = 0
    size: int = 0
    likeliest: int = 0

    def add(self, certainty: Certainty, named: Sequence[int], truth: set[int]) -> None:
        self.asked += 1
        self.likeliest += bool(named) and named[0] in truth
        if certainty == "unknown":
            return
        self.sets += 1
        self.held += not truth.isdisjoint(named)
        self.size += len(named)
        if len(named) == 1:
            self.one += 1
            self.one_right += named[0] in truth

    def __str__(self) -> str:
        return (
            f"{self.one / max(1, self.asked):5.0%} {self.one_right / max(1, self.one):7.1%} "
            f"{self.held / max(1, self.sets):8.1%} {self.size / max(1, self.sets):6.1f} "
            f"{self.likeliest / max(1, self.asked):7.0%}"
        )


@dataclass(slots=True)
class Calibration:
    """Of the sources that were likely to some degree: how many there were, how likely they were, how many were so."""

    counted: list[int] = field(default_factory=lambda: [0] * len(BINS))
    stated: list[float] = field(default_factory=lambda: [0.0] * len(BINS))
    true: list[int] = field(default_factory=lambda: [0] * len(BINS))

    def add(self, shares: Mapping[int, float], truth: Set[int]) -> None:
        for source, share in shares.items():
            at = bisect_left(BINS, share)
            self.counted[min(at, len(BINS) - 1)] += 1
            self.stated[min(at, len(BINS) - 1)] += share
            self.true[min(at, len(BINS) - 1)] += source in truth

    def __str__(self) -> str:
        rows = [f"{'likely':>14} {'sources':>8} {'stated':>7} {'so':>7}"]
        for low, high, count, stated, true in zip(
            BINS, BINS[1:], self.counted[1:], self.stated[1:], self.true[1:], strict=False
        ):
            if count:
                rows.append(f"{low:6.0%} - {high:5.0%} {count:8} {stated / count:7.1%} {true / count:7.1%}")
        return "\n".join(rows)


def simulate(dice: random.Random, rate: float, from_first: float) -> list[Copy]:
    """Twenty printings, each copied from an earlier one."""
    copies = [Copy(0.0, frozenset(), None)]
    fresh = HOUSE_POOL
    for number in range(1, PRINTINGS):
        parent = 0 if dice.random() < from_first else dice.randrange(number)
        changes = set(copies[parent].changes)
        for _ in range(poisson(dice, rate)):
            changes.add(dice.randrange(HOUSE_POOL) if dice.random() < HOUSE else fresh)
            fresh += 1
        if changes and dice.random() < UNDONE:
            changes.discard(dice.choice(sorted(changes)))
        copies.append(Copy(float(number), frozenset(changes), parent))
    return copies


def poisson(dice: random.Random, rate: float) -> int:
    """How many of what happens at this rate."""
    count, left = 0, dice.random()
    while left > math.exp(-rate):
        count, left = count + 1, left * dice.random()
    return count


def hide(copies: Sequence[Copy], dice: random.Random, share: float) -> None:
    """Remove some printings, as if never seen; the original stays."""
    for copy in copies[1:]:
        copy.seen = dice.random() >= share


def true_sources(copies: Sequence[Copy], number: int) -> set[int]:
    """Return the nearest ancestor that was seen, and printings seen of the very text of one between."""
    texts: set[frozenset[int]] = set()
    parent = copies[number].parent
    while parent is not None and not copies[parent].seen:
        texts.add(copies[parent].changes)
        parent = copies[parent].parent
    assert parent is not None
    return {parent, *(at for at, copy in enumerate(copies) if copy.seen and copy.changes in texts and at != number)}


def trait(change: int) -> VariantReading:
    """Return a change as the weights see it."""
    return VariantReading((change,), *get_probabilities("house" if change < HOUSE_POOL else "own"))


def ask(copies: Sequence[Copy], day_only: bool, by_printing: Tally, by_text: Tally, calibration: Calibration) -> None:
    """Name the sources of every printing seen and of every text, and compare with the truth."""
    seen = [number for number, copy in enumerate(copies) if copy.seen]
    groups: dict[frozenset[int], list[int]] = {}
    for number in seen:
        groups.setdefault(copies[number].changes, []).append(number)
    order = list(groups.values())
    where = {number: at for at, group in enumerate(order) for number in group}
    texts = [
        Witness(frozenset(map(trait, changes)), *bounds(copies[group[0]], day_only), len(group))
        for changes, group in groups.items()
    ]
    shares = infer_sources(texts)
    for at, group in enumerate(order):
        certainty, named = select_sources(shares[at])
        if group[0]:
            truth = {where[source] for source in true_sources(copies, group[0])}
            by_text.add(certainty, named, truth - {at} or truth)
            calibration.add(shares[at], truth - {at} or truth)
        for number in group:
            others = [*group, *(each for source in named for each in order[source])]
            found = [each for each in others if each != number and may_follow(copies, each, number, day_only)]
            if number:
                by_printing.add(certainty, found, true_sources(copies, number))


def bounds(copy: Copy, day_only: bool) -> tuple[float, float]:
    """Between which times it was printed, as far as one is told."""
    day = copy.time // A_DAY
    return (day * A_DAY, day * A_DAY + A_DAY - 0.5) if day_only else (copy.time, copy.time)


def may_follow(copies: Sequence[Copy], source: int, number: int, day_only: bool) -> bool:
    return bounds(copies[source], day_only)[0] <= bounds(copies[number], day_only)[1]


def by_changes(from_first: float) -> None:
    """Return the simulation on sets of changes."""
    print(f"copies of the first: {from_first:.0%}".ljust(35), "printings".center(40), "texts".center(40))
    print(f"{'edits a copy, dates, seen':33}  {HEADING}   {HEADING}")
    calibration = Calibration()
    for day_only in (False, True):
        for unseen in (0.0, 0.3):
            for rate in RATES:
                dice = random.Random(5)
                by_printing, by_text = Tally(), Tally()
                for _ in range(RUNS):
                    copies = simulate(dice, rate, from_first)
                    hide(copies, dice, unseen)
                    ask(copies, day_only, by_printing, by_text, calibration)
                kind = f"{rate:3} edits, {'day' if day_only else 'minute'}, {1 - unseen:.0%} seen"
                print(f"{kind:33}  {by_printing}     {by_text}")
    print(calibration)


def by_texts() -> None:
    """Return the same with words, dates to the day, all printings seen: collated, then asked for their descent."""
    print(f"{'edits a copy, in real words':28} {HEADING}   ms")
    calibration = Calibration()
    for rate in RATES:
        dice, tally, spent = random.Random(5), Tally(), 0.0
        for _ in range(TEXT_RUNS):
            spent += ask_words(written(dice, rate), tally, calibration)
        print(f"{rate:28} {tally} {1000 * spent / TEXT_RUNS:8.1f}")
    print(calibration)


def ask_words(copies: Sequence[Copy], tally: Tally, calibration: Calibration) -> float:
    """Return the same as `ask` of texts in words; gives the seconds it took."""
    texts = [copy.text for copy in copies]
    printed = [
        PrintingMetadata(f"outlet {number}", *bounds(copy, day_only=True), quotations=copy.quotations)
        for number, copy in enumerate(copies)
    ]
    began = time.process_time()
    collation = collate(texts)
    found = infer_descent(collation, printed)
    spent = time.process_time() - began
    group_of = {number: at for at, each in enumerate(collation.wordings) for number in each.printings}
    for origin in found.origins:
        entry = collation.wordings[origin.wording].printings[0]
        if entry:
            shares = {source.wording: source.probability for source in origin.sources if source.wording is not None}
            truth = {group_of[copies[entry].parent or 0]}
            tally.add(origin.certainty, list(shares), truth)
            calibration.add(shares, truth)
    return spent


def by_articles() -> None:
    """Return what a quotation that the source's article lacks should weigh: two edits a copy, in real words."""
    print(f"{'weight of one that is lacking':30} {HEADING}")
    for weight in WITHOUT:
        source_inference.MISSING_QUOTATION_PROBABILITY = weight
        for from_second in FROM_SECOND:
            dice, tally, calibration = random.Random(7), Tally(), Calibration()
            for _ in range(TEXT_RUNS):
                copies = written(dice, 2.0)
                quote_besides(copies, dice, from_second)
                ask_words(copies, tally, calibration)
            print(f"{f'{weight}, second source {from_second:.0%}':30} {tally}")


def quote_besides(copies: Sequence[Copy], dice: random.Random, from_second: float) -> None:
    """Give every article further quotations: most of its source's, and perhaps one of another's."""
    copies[0].quotations = frozenset(range(QUOTATIONS))
    for number, copy in enumerate(copies[1:], start=1):
        assert copy.parent is not None
        own = {each for each in copies[copy.parent].quotations if dice.random() < TAKEN_OVER}
        second = sorted(copies[dice.randrange(number)].quotations)
        if second and dice.random() < from_second:
            own.add(dice.choice(second))
        copy.quotations = frozenset({*own, QUOTATIONS + number})


def written(dice: random.Random, rate: float) -> list[Copy]:
    """Twenty printings in words, each copied from an earlier one."""
    copies = [Copy(0.0, frozenset(), None, text=QUOTED)]
    for number in range(1, PRINTINGS):
        parent = 0 if dice.random() < FROM_FIRST else dice.randrange(number)
        text = copies[parent].text
        for _ in range(poisson(dice, rate)):
            text = (dice.choice(HOUSE_STYLE) if dice.random() < HOUSE else dice.choice(OWN_HAND))(text, dice)
        copies.append(Copy(float(number), frozenset(), parent, text=text))
    return copies


def main(arguments: Sequence[str]) -> None:
    """Simulate and print."""
    if "--texts" in arguments:
        by_texts()
        return
    if "--articles" in arguments:
        by_articles()
        return
    for from_first in (FROM_FIRST, 0.0):
        by_changes(from_first)


if __name__ == "__main__":
    main(sys.argv[1:])
