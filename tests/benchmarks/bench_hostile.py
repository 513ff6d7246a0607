"""Does any of 20,000 broken documents bring the extraction down, and which takes longest for its size?

``python -m tests.benchmarks.bench_hostile [N]`` tries N documents (20,000 if not said otherwise), half of them made up
by hypothesis, half real articles with accidents (`tests.engine.extraction.hostile`), the seeds too where they are at
hand. It prints how many were tried, what failed, and the slowest in seconds per MB, each with the number that makes it
again.

Left to others: the sample that every run of the tests tries, and single nasty cases (`test_hostile`).
"""

import random
import sys
import time
from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, settings
from tqdm import tqdm

from articles.engine.extraction import find_quotations
from tests.engine.extraction.hostile import flaws, made, mutated
from tests.engine.extraction.texts import real_texts

DOCUMENTS = 20_000
#: A time below this many seconds is noise, whatever the size of the document.
NOISE = 0.02


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    failures: list[str] = []
    slowest: list[tuple[float, str, int]] = []
    tried = 0
    for name, text in tqdm(documents(number), total=number, unit="document"):
        tried += 1
        seconds, wrong = trial(text)
        if seconds > NOISE:  # the collector of garbage may have come in between
            seconds = min(seconds, trial(text)[0])
        if wrong:
            failures.append(f"{name}: {wrong[0]}: {text[:200]!r}")
        if seconds > NOISE:
            slowest.append((seconds / len(text) * 1e6, name, len(text)))
    print(f"{tried} documents, {len(failures)} failures")
    for failure in failures[:20]:
        print("  " + failure)
    for pace, name, size in sorted(slowest, reverse=True)[:5]:
        print(f"  {pace:.2f} seconds per MB: {name}, {size} characters")
    return 1 if failures else 0


def trial(text: str) -> tuple[float, list[str]]:
    """How many seconds of the processor a document took, and what was wrong with the answer."""
    begun = time.process_time()
    try:
        found = find_quotations(text)
    except Exception as problem:  # whatever it is: that is the question here
        return time.process_time() - begun, [repr(problem)]
    return time.process_time() - begun, flaws(text, found)


def documents(number: int) -> Iterator[tuple[str, str]]:
    """Half made up, half mutated, each with a name."""
    for place, text in enumerate(made_up(number // 2)):
        yield f"made {place}", text
    texts = real_texts()
    for seed in range(number - number // 2):
        yield f"mutated {seed}", mutated(texts, random.Random(seed))


def made_up(number: int) -> list[str]:
    """So many documents by hypothesis, the same each time."""
    texts: list[str] = []

    @settings(
        max_examples=number,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(made)
    def gather(text: str) -> None:
        texts.append(text)

    gather()
    return texts


if __name__ == "__main__":
    sys.exit(main())
