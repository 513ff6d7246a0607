"""Benchmark of collating many printings of the same words, beside CollateX.

    python -m benchmarks.bench_collation

Prints milliseconds of processor time, the median of nine runs on texts never seen before, for 2 to 1,000 printings of
a quotation of some 60 words, each with up to three edits of the kinds that outlets make; and the same for CollateX
where it is installed (``pip install -r benchmarks/requirements.txt``), which is not run above 20.
"""

import importlib
import random
import statistics
import time
from collections.abc import Callable

from articles.engine.comparison.collation import collate

QUOTED = (
    "The problem around the U.S.-led coalition is that they declared its goal in fighting exclusively the Islamic "
    "State and other terrorists and pledged not to take any action against the Syrian army (life has proved they never "
    "went back from their words), analysis of the strikes over the past year drives us to a conclusion that these were "
    "selective, I would say sparing, strikes and spared those groups"
)
ASIDE = " (life has proved they never went back from their words)"
Edit = Callable[[str, random.Random], str]
EDITS: tuple[Edit, ...] = (
    lambda text, dice: text.replace("the Islamic State", dice.choice(("ISIS", "ISIL", "Daesh"))),
    lambda text, dice: text.replace(
        " (life has proved they never went back from their words)", dice.choice(("", "..."))
    ),
    lambda text, dice: text.replace(" I would say sparing,", ""),
    lambda text, dice: text.rsplit(" ", dice.randint(1, 12))[0],
    lambda text, dice: without(text, dice, 1),
    lambda text, dice: with_another_word(text, dice),
    lambda text, dice: text.replace("'", "\u2019"),
)


def main() -> None:
    """Measure and print a table."""
    dice = random.Random(3)
    print(f"{len(QUOTED.split())} words\n{'printings':>9} {'wordings':>9} {'places':>7} {'ms':>8}  CollateX")
    for count in (2, 5, 10, 20, 50, 200, 1000):
        runs = [[QUOTED, *(printing(dice) for _ in range(count - 1))] for _ in range(9)]
        found = collate(runs[0])
        spent = statistics.median(milliseconds(collate, texts) for texts in runs)
        print(f"{count:9} {len(found.wordings):9} {len(found.places):7} {spent:8.1f}  {beside(runs[0], spent)}")


def printing(dice: random.Random) -> str:
    """Return the quotation after up to three edits."""
    text = QUOTED
    for _ in range(dice.randint(0, 3)):
        text = dice.choice(EDITS)(text, dice)
    return text


def without(text: str, dice: random.Random, count: int) -> str:
    """`text` with some words in a row cut."""
    words = text.split()
    at = dice.randrange(1, max(2, len(words) - count))
    return " ".join(words[:at] + words[at + count :])


def with_another_word(text: str, dice: random.Random) -> str:
    """`text` with a word replaced by one that nobody else uses."""
    words = text.split()
    words[dice.randrange(len(words))] = f"word{dice.randrange(100_000)}"
    return " ".join(words)


def milliseconds(way: Callable[[list[str]], object], texts: list[str]) -> float:
    """Processor time of one run."""
    began = time.process_time()
    way(texts)
    return 1000 * (time.process_time() - began)


def beside(texts: list[str], spent: float) -> str:
    """Return what CollateX takes for the same, and how many times as long that is."""
    if len(texts) > 20:
        return "not run"
    try:
        collatex = importlib.import_module("collatex")
    except ImportError:
        return "not installed"

    def collated(texts: list[str]) -> object:
        collation = collatex.Collation()
        for number, text in enumerate(texts):
            collation.add_plain_witness(str(number), text)
        return collatex.collate(collation, near_match=True, segmentation=False)

    took = milliseconds(collated, texts)
    return f"{took:.0f} ms ({took / spent:.0f} times)"


if __name__ == "__main__":
    main()
