"""Time and memory of linking odd and hostile quotations.

    python -m benchmarks.bench_odd_linking [--quotes 1000000]

Links, all at once, texts that an outlet or an enemy may send: nothing, one word, a hundred thousand words, one text a
million times, a formula in ten thousand wordings and by ten thousand speakers, right-to-left, emoji, NUL. Prints
processor seconds, seconds for each thousand quotes, the most memory so far, and how many lineages came of it.
"""

import argparse
import time
from collections.abc import Iterator

from articles.engine.linking import batch
from articles.engine.linking.batch import QuoteRecord
from benchmarks.bench_linking import peak

FORMULA = "we condemn this in the strongest terms"
# We condemn with all force.
HEBREW = "\u05d0\u05e0\u05d5 \u05de\u05d2\u05e0\u05d9\u05dd \u05d1\u05ea\u05d5\u05e7\u05e3 \u05d0\u05ea"


def odd(most: int) -> Iterator[tuple[str, list[QuoteRecord]]]:
    """Each kind by its name."""
    yield "nothing, a hundred thousand times", [QuoteRecord("")] * 100_000
    yield "one word, a hundred thousand times", [QuoteRecord("absurd")] * 100_000
    yield "a hundred thousand words, ten times", [QuoteRecord(f"{number} " + "word " * 100_000) for number in range(10)]
    yield (
        "a hundred thousand different words, ten times",
        [QuoteRecord(" ".join(f"w{place}" for place in range(number, number + 100_000))) for number in range(10)],
    )
    yield f"the same text {most:,} times", [QuoteRecord(f"{FORMULA}, and we shall say so in Vienna")] * most
    yield "a formula in ten thousand wordings", [QuoteRecord(f"{FORMULA} {number}") for number in range(10_000)]
    yield (
        "a formula by ten thousand speakers on as many days",
        [QuoteRecord(FORMULA, number + 1, 30.0 * number) for number in range(10_000)],
    )
    yield "right to left, ten thousand wordings", [QuoteRecord(f"{HEBREW} {number}") for number in range(10_000)]
    yield "emoji, ten thousand times", [QuoteRecord("\U0001f600 " * (number % 50)) for number in range(10_000)]
    yield (
        "NUL, ten thousand times",
        [QuoteRecord(f"a\x00b {number} \x00 we never said that") for number in range(10_000)],
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=1_000_000)
    for name, printed in odd(parser.parse_args().quotes):
        used = time.process_time()
        wordings, families = batch.link_records(printed)
        homes = batch.assign_lineages(wordings, families)
        batch.infer_sources(printed, [homes[wording][0] for wording in wordings.by_quote])
        used = time.process_time() - used
        each = 1000 * used / len(printed)
        print(f"{name:52s} {used:6.2f} s  {each:8.4f} s a thousand  {peak():6,.0f} MB  {len(families):6d} lineages")
