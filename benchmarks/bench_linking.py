"""Benchmark of linking: accuracy and speed on generated corpora, beside other linkers.

    python -m benchmarks.bench_linking quality [--quotes 100000] [--seed 31]
    python -m benchmarks.bench_linking peers [--quotes 100000]
    python -m benchmarks.bench_linking article [--quotes 100000] [--articles 100]   (DATABASE_URL names the database)
    python -m benchmarks.bench_linking agreement [--quotes 20000]                   (DATABASE_URL names the database)

`quality` generates a corpus, links it with and without speakers and days, and prints pairwise and B-cubed F1, how often
the first printing and the wording copied from were found, quotes a second, processor seconds and peak memory. `peers`
prints the same for other ways, those that are installed (``requirements.txt`` beside this file); figures of one machine
mean little, the ratios do. `article` fills an empty database and links it with `relink`, or finds it filled (`filling`,
with the same seed); then it takes in articles of ten quotes and prints how long linking each took: p50, p95 and the
number of queries. `agreement` takes all quotes in one article after another, and compares the lineages with those of
all at once.
Needs the labelled data beside the project; what is odd is asked in `bench_odd_linking`.
"""

import argparse
import importlib
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.timing import p50_and_p95
from tests.support.shared import evaluate

FIGURES = ("pair_p", "pair_r", "pair_f1", "b3_p", "b3_r", "b3_f1", "origin_found", "parent_text")
AT_FIRST = 40  # articles that a worker has linked before the clock starts: it has met most words by then
MOST_FOR_ALL_PAIRS = 20_000  # quotes; 100,000 would take cdist 25 times as long
Row = dict[str, Any]
# The home of each row; of ours also the id of the row that it may have been copied from, if any.
Told = tuple[list[int], list[int | None]]
Link = Callable[[Sequence[Row]], list[int] | Told]


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
        for name, link in (("gaoya", with_gaoya), ("rensa", with_rensa), ("datasketch", with_datasketch)):
            if importlib.util.find_spec(name):
                report(f"{name}, two-word shingles + ratio >= 65", gold, rows, link)
            else:
                print(f"{name}: not installed")
        if quotes <= MOST_FOR_ALL_PAIRS:
            report("rapidfuzz cdist, ratio >= 65", gold, rows, all_pairs)
        else:
            print(f"rapidfuzz cdist: --quotes {MOST_FOR_ALL_PAIRS} at most, it compares all with all")


def generated(folder: Path, quotes: int, seed: int) -> tuple[Path, list[Row]]:
    """Return a labelled corpus, and what of it a linker may read."""
    gold = folder / "gold.jsonl"
    evaluate("linking_corpus/generate.py", "--n", str(quotes), "--seed", str(seed), "--out", gold)
    return gold, read(gold)


def read(gold: Path) -> list[Row]:
    """Return what a linker may read of a labelled corpus."""
    with gold.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [{key: row[key] for key in ("id", "text", "speaker", "date", "outlet")} for row in rows]


def report(name: str, gold: Path, rows: Sequence[Row], link: Link) -> None:
    """Link, and print a line of the table."""
    wall, cpu = time.perf_counter(), processor_seconds()
    linked = link(rows)
    wall, cpu = time.perf_counter() - wall, processor_seconds() - cpu
    homes, parents = linked if isinstance(linked, tuple) else (linked, [None] * len(rows))
    out = gold.with_name("out.jsonl")
    answers = ({"id": r["id"], "lineage_id": h, "parent": p} for r, h, p in zip(rows, homes, parents, strict=True))
    out.write_text("".join(json.dumps(answer) + "\n" for answer in answers))
    found = json.loads(evaluate("evaluate_linking.py", gold, out, "--json"))
    figures = "  ".join(f"{figure} {found[figure]:.4f}" for figure in FIGURES if figure in found)
    print(
        f"{name:40s} {len(rows) / wall:8,.0f} quotes/s  {wall:6.1f} s wall  {cpu:6.1f} s processor  "
        f"{peak():5,.0f} MB  {figures}",
        flush=True,
    )


def peak() -> float:
    """Return the most memory in MB that this process has used so far, what it shares with those it started included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor_seconds() -> float:
    """User and system time of this process and those it has ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def ours(workers: int, *, known: bool) -> Callable[[Sequence[Row]], Told]:
    """Return what ``manage.py link`` does, without reading and writing lines."""
    from articles.engine.linking import batch
    from articles.importers.jsonl import hash_speaker, parse_day

    def link(rows: Sequence[Row]) -> Told:
        printed = [
            batch.QuoteRecord(row["text"], hash_speaker(row["speaker"] or ""), parse_day(row["date"]))
            if known
            else batch.QuoteRecord(row["text"])
            for row in rows
        ]
        wordings = batch.find_wordings(printed, workers=workers)
        links = batch.find_links(wordings, workers=workers)
        homes = batch.assign_lineages(wordings, batch.cluster_wordings(wordings, links, workers=workers))
        home_of = [homes[wording][0] for wording in wordings.by_quote]
        sources = batch.infer_sources(printed, home_of, workers=workers)
        return home_of, [None if source is None else rows[source]["id"] for source in sources]

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
        later, earlier = (column.tolist() for column in scores.nonzero())
        found += ((start + a, b) for a, b in zip(later, earlier, strict=True))
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
    """Return the same in Rust."""
    rensa = importlib.import_module("rensa")
    index, sketches = rensa.RMinHashLSH(threshold=0.4, num_perm=128, num_bands=32), []
    for place, row in enumerate(rows):
        sketch = rensa.RMinHash(num_perm=128, seed=1)
        sketch.update(shingles(row["text"]))
        index.insert(place, sketch)
        sketches.append(sketch)
    return verified(rows, lambda place: index.query(sketches[place]))


def with_gaoya(rows: Sequence[Row]) -> list[int]:
    """Return the same in Rust, by another library, which makes the shingles itself."""
    index = importlib.import_module("gaoya.minhash").MinHashStringIndex(32, 0.4, 32, 4, None, "word", True, (2, 2))
    for place, row in enumerate(rows):
        index.insert_document(place, row["text"])
    return verified(rows, lambda place: index.query(rows[place]["text"]))


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
    """Time to link one article of ten quotes in a database that holds so many, or in one that `filling` has filled."""
    if count := opened():
        print(f"{count} quotes are there")
        with tempfile.TemporaryDirectory() as folder:
            rows = generated(Path(folder), count + 10 * (AT_FIRST + articles), seed)[1][count:]
    else:
        rows = filled(quotes, seed, AT_FIRST + articles, workers)
    show_milliseconds(list(each_article(rows)))


def filled(quotes: int, seed: int, articles: int, workers: int) -> list[Row]:
    """Fill the database and link it with `relink`; the rows of so many articles more."""
    from articles.models import WordPair
    from articles.services.linking.relink import relink

    with tempfile.TemporaryDirectory() as folder:
        _, rows = generated(Path(folder), quotes + 10 * articles, seed)
    stored(rows[:quotes])
    start, used = time.perf_counter(), processor_seconds()
    change = relink(workers=workers)
    wall, cpu = time.perf_counter() - start, processor_seconds() - used
    print(f"relink: {change.begun} lineages of {quotes} quotes in {wall:.0f} s, {cpu:.0f} s of processors")
    print(f"index: {WordPair.objects.count()} rows", flush=True)
    return rows[quotes:]


def agreement(quotes: int, seed: int, workers: int) -> None:
    """Return the lineages of quotes that come in article by article, against those of all at once."""
    if opened():
        sys.exit("The database is not empty; name an empty one in DATABASE_URL.")
    with tempfile.TemporaryDirectory() as folder:
        gold, rows = generated(Path(folder), quotes, seed)
        made = stored(rows)
        taken = list(one_by_one(made))
        one = dict(homes_of(made))
        at_once, _ = ours(workers, known=True)(rows)
        for name, against in (("what is true", gold), ("all at once", Path(folder) / "at_once.jsonl")):
            if against != gold:
                lines = ({"id": row["id"], "lineage_id": home} for row, home in zip(rows, at_once, strict=True))
                against.write_text("".join(json.dumps(line) + "\n" for line in lines))
            report(f"one by one, against {name}", against, rows, lambda rows: [one[quote.pk] for quote in made])
        report("all at once, against what is true", gold, rows, lambda rows: at_once)
    show_milliseconds(taken)


def homes_of(made: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Of each quote the lineage that most of it belongs to."""
    from articles.models import Printing

    best: dict[int, tuple[int, int]] = {}
    for quote, lineage, start, end in Printing.objects.values_list("quote", "lineage", "start", "end").iterator():
        best[quote] = max(best.get(quote, (0, 0)), (end - start, lineage))
    return ((quote.pk, best[quote.pk][1]) for quote in made)


def opened() -> int:
    """Return the database that DATABASE_URL names, with its tables; the number of quotes in it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from articles.models import Quote

    call_command("migrate", verbosity=0)
    return Quote.objects.count()


def show_milliseconds(taken: Sequence[tuple[float, float, float]]) -> None:
    """By the clock and of the processor, for one article."""
    for name, seconds in (
        ("on the clock", [wall for wall, _, _ in taken]),
        ("of the processor", [cpu for _, cpu, _ in taken]),
        ("an empty transaction in turns with it, on the clock", [empty for *_, empty in taken]),
    ):
        p50, p95 = p50_and_p95([1000 * one for one in seconds])
        print(f"one article of 10 quotes, {name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms")


def stored(rows: Sequence[Row]) -> list[Any]:
    """Return the quotes of these rows, ten to an article, not linked."""
    from articles.engine.text.normalization import fold
    from articles.models import Article, Outlet, Quote, Speaker

    outlets = {name: Outlet.objects.get_or_create_by_name(name) for name in {row["outlet"] for row in rows}}
    speakers = {
        name: Speaker.objects.get_or_create_by_name(name)
        for name in sorted({row["speaker"] for row in rows if row["speaker"]})
    }
    made: list[Any] = []
    for start in range(0, len(rows), 10_000):
        some = rows[start : start + 10_000]
        groups = [some[place : place + 10] for place in range(0, len(some), 10)]
        texts = [in_print([row["text"] for row in group]) for group in groups]
        printed = [
            Article(
                outlet=outlets[group[0]["outlet"]],
                original=b"",
                text=text,
                text_key=f"{group[0]['id']} of {time.time_ns()}",
                published=datetime.fromisoformat(group[0]["date"]).replace(tzinfo=UTC),
                precision="minute",
                paragraphs=[[start - 1, end + len(SAID), "body", ""] for start, end in spans],
            )
            for group, (text, spans) in zip(groups, texts, strict=True)
        ]
        Article.objects.bulk_create(printed)
        made += Quote.objects.bulk_create(
            [
                Quote(
                    article=one,
                    start=span[0],
                    end=span[1],
                    text=row["text"],
                    folded=fold(row["text"]),
                    speaker=speakers.get(row["speaker"] or ""),
                )
                for one, group, (_, spans) in zip(printed, groups, texts, strict=True)
                for span, row in zip(spans, group, strict=True)
            ],
            batch_size=2000,
        )
    return made


SAID = "\N{RIGHT DOUBLE QUOTATION MARK} he said."


def in_print(texts: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return an article of these quotations, a paragraph each, and where in it each of them stands."""
    article, spans = "", []
    for text in texts:
        article += "\N{LEFT DOUBLE QUOTATION MARK}"
        spans.append((len(article), len(article) + len(text)))
        article += f"{text}{SAID}\n"
    return article, spans


def each_article(rows: Sequence[Row]) -> Iterator[tuple[float, float, float]]:
    """Yield the seconds that linking each article of ten took, after the first few; prints the queries of one more."""
    from django.db import connection, transaction
    from django.test.utils import CaptureQueriesContext

    from articles.services.linking.incremental import link_quotes
    from articles.services.worker import warm_up

    quotes = stored(rows)
    list(one_by_one(quotes[: 10 * AT_FIRST]))
    warm_up()
    yield from one_by_one(quotes[10 * AT_FIRST :])
    again = stored([row | {"id": f"again {row['id']}"} for row in rows[:10]])
    with CaptureQueriesContext(connection) as captured, transaction.atomic():
        link_quotes(again)
    print(f"queries for one article: {len(captured)}")


def one_by_one(quotes: Sequence[Any]) -> Iterator[tuple[float, float, float]]:
    """Link ten by ten, as a worker does; the seconds of each, with its commit: on the clock, of this process.

    The third number is the seconds of a transaction in which nothing happens.
    """
    from articles.services.linking.incremental import link_quotes
    from articles.services.worker import linking_transaction

    for start in range(0, len(quotes), 10):
        before, used = time.perf_counter(), time.process_time()
        with linking_transaction():
            link_quotes(quotes[start : start + 10])
        wall, cpu, before = time.perf_counter() - before, time.process_time() - used, time.perf_counter()
        with linking_transaction():
            pass
        yield wall, cpu, time.perf_counter() - before


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["quality", "peers", "article", "agreement"])
    parser.add_argument("--quotes", type=int, default=0)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    if given.what == "quality":
        quality(given.quotes or 100_000, given.seed, given.workers)
    elif given.what == "peers":
        peers(given.quotes or 100_000, given.seed)
    elif given.what == "agreement":
        agreement(given.quotes or 20_000, given.seed, given.workers)
    else:
        article(given.quotes or 100_000, given.seed, given.articles, given.workers)
