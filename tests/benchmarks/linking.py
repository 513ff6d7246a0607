"""How good is linking, how fast, and what does one article cost in a filled database?

    python -m tests.benchmarks.linking quality [--quotes 100000] [--seed 31]
    python -m tests.benchmarks.linking peers [--quotes 10000]
    python -m tests.benchmarks.linking article [--quotes 100000] [--articles 100]   (DATABASE_URL names the database)

`quality` generates a corpus, links it with and without speakers and days, and prints pairwise and B-cubed F1, quotes a
second, processor seconds and peak memory. `peers` prints the same for other ways, those that are installed (``pip
install datasketch rensa``); figures of one machine mean little, the ratios do. `article` fills an *empty* database,
links it with `relink`, then takes in articles of ten quotes and prints how long linking each took: p50, p95 and the
number of queries. Needs the labelled data beside the project.
"""

import argparse
import importlib
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.shared import evaluate

FIGURES = ("pair_p", "pair_r", "pair_f1", "b3_p", "b3_r", "b3_f1")
Row = dict[str, Any]
Link = Callable[[Sequence[Row]], list[int]]


def quality(quotes: int, seed: int, workers: int) -> None:
    """Our own figures on a fresh corpus."""
    with tempfile.TemporaryDirectory() as folder:
        gold, rows = generated(Path(folder), quotes, seed)
        for known in (True, False):
            report(
                "ours, with speakers and days" if known else "ours, text only", gold, rows, ours(workers, known=known)
            )


def peers(quotes: int, seed: int) -> None:
    """Other ways on the same corpus, text only, ours first."""
    with tempfile.TemporaryDirectory() as folder:
        gold, rows = generated(Path(folder), quotes, seed)
        report("ours, text only, one core", gold, rows, ours(1, known=False))
        report("exact words", gold, rows, exact)
        report("rapidfuzz cdist, ratio >= 65", gold, rows, all_pairs)
        for name, link in (("datasketch", with_datasketch), ("rensa", with_rensa)):
            if importlib.util.find_spec(name):
                report(f"{name}, two-word shingles + ratio >= 65", gold, rows, link)
            else:
                print(f"{name}: not installed")


def generated(folder: Path, quotes: int, seed: int) -> tuple[Path, list[Row]]:
    """A labelled corpus, and what of it a linker may read."""
    gold = folder / "gold.jsonl"
    evaluate("linking_corpus/generate.py", "--n", str(quotes), "--seed", str(seed), "--out", gold)
    with gold.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return gold, [{key: row[key] for key in ("id", "text", "speaker", "date", "outlet")} for row in rows]


def report(name: str, gold: Path, rows: Sequence[Row], link: Link) -> None:
    """Link, and print a line of the table."""
    wall, cpu = time.perf_counter(), processor_seconds()
    homes = link(rows)
    wall, cpu = time.perf_counter() - wall, processor_seconds() - cpu
    out = gold.with_name("out.jsonl")
    out.write_text(
        "".join(f'{{"id": {row["id"]}, "lineage_id": {home}}}\n' for row, home in zip(rows, homes, strict=True))
    )
    found = json.loads(evaluate("evaluate_linking.py", gold, out, "--json"))
    figures = "  ".join(f"{figure} {found[figure]:.4f}" for figure in FIGURES)
    print(
        f"{name:40s} {len(rows) / wall:8,.0f} quotes/s  {wall:6.1f} s wall  {cpu:6.1f} s processor  {figures}",
        flush=True,
    )


def processor_seconds() -> float:
    """User and system time of this process and those it has ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def ours(workers: int, *, known: bool) -> Link:
    """What ``manage.py link`` does, without reading and writing lines."""
    from articles.engine import bulk
    from articles.rows import day_of, speaker_number

    def link(rows: Sequence[Row]) -> list[int]:
        printed = [
            bulk.Printed(row["text"], speaker_number(row["speaker"] or ""), day_of(row["date"]))
            if known
            else bulk.Printed(row["text"])
            for row in rows
        ]
        wordings, families = bulk.group(printed, workers=workers)
        homes = bulk.homes(wordings, families)
        return [homes[wording][0] for wording in wordings.of]

    return link


def exact(rows: Sequence[Row]) -> list[int]:
    """Letters and figures only, case aside."""
    known: dict[str, int] = {}
    return [
        known.setdefault("".join(filter(str.isalnum, row["text"].casefold())), place) for place, row in enumerate(rows)
    ]


def all_pairs(rows: Sequence[Row]) -> list[int]:
    """Every text with every other."""
    from rapidfuzz import fuzz, process

    texts = [row["text"] for row in rows]
    found: list[tuple[int, int]] = []
    for start in range(0, len(texts), 500):
        scores = process.cdist(texts[start : start + 500], texts, scorer=fuzz.ratio, score_cutoff=65, workers=1)
        found += ((start + a, b) for a, b in zip(*map(list, scores.nonzero()), strict=True))
    return chained(len(rows), found)


def with_datasketch(rows: Sequence[Row]) -> list[int]:
    """MinHash and locality-sensitive hashing, verified."""
    datasketch = importlib.import_module("datasketch")
    index, sketches = datasketch.MinHashLSH(threshold=0.4, num_perm=128), []
    for place, row in enumerate(rows):
        sketch = datasketch.MinHash(num_perm=128)
        sketch.update_batch([shingle.encode() for shingle in shingles(row["text"])] or [b""])
        index.insert(place, sketch)
        sketches.append(sketch)
    return verified(rows, lambda place: index.query(sketches[place]))


def with_rensa(rows: Sequence[Row]) -> list[int]:
    """The same in Rust."""
    rensa = importlib.import_module("rensa")
    index, sketches = rensa.RMinHashLSH(threshold=0.4, num_perm=128, num_bands=32), []
    for place, row in enumerate(rows):
        sketch = rensa.RMinHash(num_perm=128, seed=1)
        sketch.update(shingles(row["text"]))
        index.insert(place, sketch)
        sketches.append(sketch)
    return verified(rows, lambda place: index.query(sketches[place]))


def shingles(text: str) -> list[str]:
    words = text.casefold().split()
    return [f"{a} {b}" for a, b in pairwise(words)]


def verified(rows: Sequence[Row], near: Callable[[int], Iterable[int]]) -> list[int]:
    from rapidfuzz import fuzz

    pairs = ((place, other) for place in range(len(rows)) for other in near(place) if other < place)
    return chained(
        len(rows), [(a, b) for a, b in pairs if fuzz.ratio(rows[a]["text"], rows[b]["text"], score_cutoff=65)]
    )


def chained(size: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Whatever a chain of pairs connects."""
    parent = list(range(size))

    def find(place: int) -> int:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    for a, b in pairs:
        one, other = sorted((find(a), find(b)))
        parent[other] = one
    return [find(place) for place in range(size)]


def article(quotes: int, seed: int, articles: int, workers: int) -> None:
    """Time to link one article of ten quotes in a database that holds so many."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from articles.models import Quote, WordPair
    from articles.relinking import relink

    call_command("migrate", verbosity=0)
    if Quote.objects.exists():
        sys.exit("The database is not empty; name an empty one in DATABASE_URL.")
    with tempfile.TemporaryDirectory() as folder:
        _, rows = generated(Path(folder), quotes + 10 * articles, seed)
    stored(rows[:quotes])
    start = time.perf_counter()
    change = relink(workers=workers)
    print(f"relink: {change.begun} lineages of {quotes} quotes in {time.perf_counter() - start:.0f} s")
    print(f"index: {WordPair.objects.count()} rows", flush=True)
    taken = list(each_article(rows[quotes:]))
    for name, seconds in (
        ("on the clock", [wall for wall, _ in taken]),
        ("of the processor", [cpu for _, cpu in taken]),
    ):
        cuts = statistics.quantiles([1000 * one for one in seconds], n=20)
        print(f"one article of 10 quotes, {name}: p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms")


def stored(rows: Sequence[Row]) -> list[Any]:
    """The quotes of these rows, ten to an article, not linked."""
    from articles.engine.folding import fold
    from articles.models import Article, Outlet, Quote, Speaker

    outlets = {name: Outlet.objects.named(name) for name in {row["outlet"] for row in rows}}
    speakers = {
        name: Speaker.objects.named(name) for name in sorted({row["speaker"] for row in rows if row["speaker"]})
    }
    made: list[Any] = []
    for start in range(0, len(rows), 10_000):
        some = rows[start : start + 10_000]
        groups = [some[place : place + 10] for place in range(0, len(some), 10)]
        printed = [
            Article(
                outlet=outlets[group[0]["outlet"]],
                original=b"",
                text="",
                text_key=str(group[0]["id"]),
                published=datetime.fromisoformat(group[0]["date"]).replace(tzinfo=UTC),
                precision="minute",
            )
            for group in groups
        ]
        Article.objects.bulk_create(printed)
        made += Quote.objects.bulk_create(
            [
                Quote(
                    article=one,
                    start=1000 * place,
                    end=1000 * place + len(row["text"]),
                    text=row["text"],
                    folded=fold(row["text"]),
                    speaker=speakers.get(row["speaker"] or ""),
                )
                for one, group in zip(printed, groups, strict=True)
                for place, row in enumerate(group)
            ],
            batch_size=2000,
        )
    return made


def each_article(rows: Sequence[Row]) -> Iterator[tuple[float, float]]:
    """The seconds that linking each article of ten took, with its commit: on the clock, of this process."""
    from django.db import connection, transaction
    from django.test.utils import CaptureQueriesContext

    from articles.linking import link_quotes

    quotes = stored(rows)
    for start in range(0, len(quotes), 10):
        new = quotes[start : start + 10]
        before, used = time.perf_counter(), time.process_time()
        with transaction.atomic():
            link_quotes(new)
        yield time.perf_counter() - before, time.process_time() - used
    again = stored([row | {"id": f"again {row['id']}"} for row in rows[:10]])
    with CaptureQueriesContext(connection) as captured, transaction.atomic():
        link_quotes(again)
    print(f"queries for one article: {len(captured)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["quality", "peers", "article"])
    parser.add_argument("--quotes", type=int, default=0)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    if given.what == "quality":
        quality(given.quotes or 100_000, given.seed, given.workers)
    elif given.what == "peers":
        peers(given.quotes or 10_000, given.seed)
    else:
        article(given.quotes or 100_000, given.seed, given.articles, given.workers)
