r"""Extraction under hostile input: the slowest texts and 20,000 broken documents.

    python -m benchmarks.bench_hostile              the shapes, then 20,000 documents
    python -m benchmarks.bench_hostile shapes       the shapes alone
    python -m benchmarks.bench_hostile documents N  so many documents alone

*Shapes* are texts of one kind and a given size: ten megabytes of prose, one line of a megabyte, quotation marks only,
``"a"`` over and over, a hundred thousand names, a word a line. For each it prints seconds of the processor per MB and
where they go; the aim is one at most. *Documents* are half made up by hypothesis, half real articles with accidents
(`tests.support.hostile_texts`), the seeds too where they are at hand; it prints how many were tried, what failed,
and the slowest in seconds per MB, each with the number that makes it again. The exit code is 1 where anything failed or
took longer.
"""

import gc
import random
import sys
import time
from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, settings
from tqdm import tqdm

from articles.engine.extraction import find_quotations
from tests.support.article_texts import load_texts
from tests.support.hostile_texts import SHAPES, build_shape, find_flaws, made_texts, mutate

DOCUMENTS = 20_000
MEGABYTE = 1_000_000
#: What an answer may take, in seconds of the processor per MB.
AIM = 1.0
#: A time below this many seconds is noise, whatever the size of the document.
NOISE = 0.02


def main() -> int:
    part = sys.argv[1] if len(sys.argv) > 1 else "all"
    number = int(sys.argv[2]) if len(sys.argv) > 2 else DOCUMENTS
    failed = False
    if part in ("all", "shapes"):
        failed |= try_shapes()
    if part in ("all", "documents"):
        failed |= try_documents(number)
    return 1 if failed else 0


# --- Shapes ----------------------------------------------------------------------------------------------------------


def try_shapes() -> bool:
    """Print each shape's pace; True if one is over the aim or its answer is not sound."""
    failed = False
    for name in SHAPES:
        whole = build_shape(name, 10 * MEGABYTE if name == "prose" else MEGABYTE)
        seconds, wrong = trial(whole)
        pace = seconds / len(whole) * MEGABYTE
        failed |= pace > AIM or bool(wrong)
        late = "  over the aim" if pace > AIM else ""
        print(f"{name:34} {len(whole) / MEGABYTE:6.2f} MB {pace:7.2f} s/MB{late} {wrong[:1] or ''}", flush=True)
    return failed


# --- Documents -------------------------------------------------------------------------------------------------------


def try_documents(number: int) -> bool:
    """Print what failed and the slowest; True if anything failed."""
    failures: list[str] = []
    slowest: list[tuple[float, str, int]] = []
    tried = 0
    for name, text in tqdm(documents(number), total=number, unit="document", disable=None):  # quiet in a pipe
        tried += 1
        seconds, wrong = trial(text)
        if seconds > NOISE:  # the collector of garbage may have come in between
            seconds = min(seconds, trial(text)[0])
        if wrong:
            failures.append(f"{name}: {wrong[0]}: {text[:200]!r}")
        if seconds > NOISE:
            slowest.append((seconds / len(text) * MEGABYTE, name, len(text)))
    print(f"{tried} documents, {len(failures)} failures")
    for failure in failures[:20]:
        print("  " + failure)
    for pace, name, size in sorted(slowest, reverse=True)[:5]:
        print(f"  {pace:.2f} seconds per MB: {name}, {size} characters")
    return bool(failures)


def trial(text: str) -> tuple[float, list[str]]:
    """How many seconds of the processor a document took, and what was wrong with the answer."""
    gc.collect()
    begun = time.process_time()
    try:
        found = find_quotations(text)
    except Exception as problem:  # whatever it is: that is the question here
        return time.process_time() - begun, [repr(problem)]
    return time.process_time() - begun, find_flaws(text, found)


def documents(number: int) -> Iterator[tuple[str, str]]:
    """Half made up, half mutated, each with a name."""
    for place, text in enumerate(made_up(number // 2)):
        yield f"made {place}", text
    texts = load_texts()
    for seed in range(number - number // 2):
        yield f"mutated {seed}", mutate(texts, random.Random(seed))


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
    @given(made_texts)
    def gather(text: str) -> None:
        texts.append(text)

    gather()
    return texts


if __name__ == "__main__":
    sys.exit(main())
