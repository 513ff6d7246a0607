"""Benchmark of comparing two printings, beside other diff programs.

    python -m benchmarks.bench_comparison

Prints pairs a second on one core for printings of 44 to 60 words that are nearly the same - once with texts that come
again, as when one printing is compared with many, once with texts never seen before - and for pairs where most words
are put in others. `compare` does all of it (words, alignment, changes cut, kinds named); plain differs only list blocks
of the same words. Figures of one machine mean little; the ratios do. simplediff and CollateX are measured where they
are installed: ``pip install -r benchmarks/requirements.txt``.
"""

import difflib
import importlib
import re
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice

from rapidfuzz.distance import Levenshtein

from articles.engine.comparison.compare import compare

_TOKEN = re.compile(r"\w+(?:[.'\u2019-]\w+)*|[^\w\s]")
SECONDS, BATCH = 1.0, 40
BASE = "difflib opcodes"
HOW = "pip install -r benchmarks/requirements.txt"

TASS = (
    "The problem around the U.S.-led coalition is that despite the fact that they declared its goal in fighting "
    "exclusively the Islamic State and other terrorists and pledged not to take any action against the Syrian army "
    "(life has proved they never went back from their words), analysis of the strikes drives us to a conclusion"
)
RT = (
    "Kerry was also pushing the very strange idea that supporting Bashar Assad in his anti-terror fight only "
    "strengthens the positions of ISIS, because the sponsors of ISIS would pump even more arms and money into it. It's "
    "a colossal mistake that the US-led [anti-ISIS] coalition never considered interaction with Syria"
)
ASIDE = " (life has proved they never went back from their words)"
NEARLY_THE_SAME = [
    (TASS, TASS.replace("the Islamic State", "ISIS").replace(ASIDE, "")),
    (TASS, TASS.replace(ASIDE, "\u2026\u2026") + "."),
    (RT, RT.replace("'", "\u2019").replace("[anti-ISIS] ", "")),
    (RT, RT.replace("strengthens", "weakens").replace("arms and money", "money and arms")),
]  # fmt: skip
PUT_IN_OTHER_WORDS = [
    (
        "They want the Islamic State to weaken Assad as soon as possible to force him to step down this or that way "
        "but they don\u2019t want to see Islamic State strong enough to take power.",
        "the coalition wants ISIS\u2019 assistance to weaken the Syrian government, but at the same time it does not "
        "want to see ISISI strong enough to take power.",
    ),
    (
        "US backs those who want to use terrorists against Assad",
        "It's an absolutely upside-down logic and yet another attempt to appease those who use terrorists to fight "
        "dissenting regimes,",
    ),
]

Compare = Callable[[str, str], object]


def main() -> None:
    """Measure all, and print a table."""
    ways: dict[str, Compare] = {"compare (all of it)": compare}
    ways |= {"rapidfuzz opcodes": by_rapidfuzz, BASE: by_difflib, **installed()}
    columns = {"nearly the same": near, "texts all new": all_new, "in other words": far}
    rates = {name: [rate(way, pairs) for pairs in columns.values()] for name, way in ways.items()}
    print(f"{'pairs a second':22}" + "".join(f"{heading:>20}" for heading in columns))
    for name, figures in rates.items():
        shares = (f"{figure:11,.0f} ({figure / base:5.2f}x)" for figure, base in zip(figures, rates[BASE], strict=True))
        print(f"{name:22}" + "".join(f"{share:>20}" for share in shares))


def near() -> Iterator[tuple[str, str]]:
    return cycle(NEARLY_THE_SAME)


def far() -> Iterator[tuple[str, str]]:
    return cycle(PUT_IN_OTHER_WORDS)


def all_new() -> Iterator[tuple[str, str]]:
    """Nearly the same printings, each with a number nobody has seen."""
    return ((f"{a} {number}", f"{b} {number}") for number, (a, b) in enumerate(cycle(NEARLY_THE_SAME)))


def rate(way: Compare, pairs: Callable[[], Iterator[tuple[str, str]]]) -> float:
    """Pairs a second of processor time, the best of three runs."""
    best = 0.0
    for _ in range(3):
        source, done, spent = pairs(), 0, 0.0
        while spent < SECONDS:
            batch = list(islice(source, BATCH))
            began = time.process_time()
            for a, b in batch:
                way(a, b)
            spent += time.process_time() - began
            done += len(batch)
        best = max(best, done / spent)
    return best


def by_difflib(a: str, b: str) -> object:
    return difflib.SequenceMatcher(None, _TOKEN.findall(a), _TOKEN.findall(b), autojunk=False).get_opcodes()


def by_rapidfuzz(a: str, b: str) -> object:
    return list(Levenshtein.opcodes(_TOKEN.findall(a), _TOKEN.findall(b)))


def installed() -> dict[str, Compare]:
    """Return the other differs that are there."""
    ways: dict[str, Compare] = {}
    try:
        simplediff = importlib.import_module("simplediff")
        ways["simplediff"] = lambda a, b: simplediff.diff(_TOKEN.findall(a), _TOKEN.findall(b))
    except ImportError:
        print(f"simplediff is left out: {HOW}")
    try:
        collatex = importlib.import_module("collatex")
        ways["CollateX"] = lambda a, b: _collated(collatex, a, b)
    except ImportError:
        print(f"CollateX is left out: {HOW}")
    return ways


def _collated(collatex: object, a: str, b: str) -> object:
    collation = collatex.Collation()  # type: ignore[attr-defined]
    collation.add_plain_witness("A", a)
    collation.add_plain_witness("B", b)
    return collatex.collate(collation, near_match=True, segmentation=False)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
