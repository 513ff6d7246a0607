"""Load test of the pages: eight readers at a time in a filled database.

    DATABASE_URL=sqlite:////somewhere/1m.sqlite3 python -m benchmarks.bench_readers

Serves the database that DATABASE_URL names (`filling` fills one) as production does, with gunicorn, and lets eight
readers ask at once, each for the next page as soon as the last has come: one type of page after the other, many
addresses of each drawn at random. Prints milliseconds until the whole page is there, p50 and p95, how many times as
long as the page of an unknown address - the frame of every page and a sentence - and its size gzipped: for pages that
nobody has asked for since the site was started, for the same again, and with the ETag that they came with.
"""

import argparse
import gzip
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from django.db.models import Model

from benchmarks.bench_check import common_terms, misquoted, some_quotes
from benchmarks.filling import opened
from benchmarks.timing import p50_and_p95
from tests.support.installations import Installation, free_port

if TYPE_CHECKING:
    from articles.models import Lineage

READERS = 8
ADDRESSES, LARGE = 40, 8  # of each type; of the most printed lineages
EMPTY = "/nowhere-at-all"
KEY = "a key for this benchmark alone: 0123456789 abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Told:
    """What came, and after how many milliseconds."""

    path: str
    status: int
    etag: str
    size: int
    milliseconds: float


def main() -> None:
    """Draw the addresses, serve, ask."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--requests", type=int, default=400, help="of each type")
    parser.add_argument("--only", help="types whose name has these words")
    given = parser.parse_args()
    opened()
    types = dict(addresses(random.Random(given.seed)))
    chosen = {name: paths for name, paths in types.items() if not given.only or given.only in name}
    with tempfile.TemporaryDirectory() as folder:
        site = installation(Path(folder))
        collected = site.manage("collectstatic", "--noinput", "--verbosity", "0")
        assert collected.returncode == 0, collected.stderr
        with site.running(
            *(sys.executable, "-m", "gunicorn"), *("--config", "python:provenance.gunicorn", "provenance.wsgi")
        ) as server:
            server.wait_for("Booting worker")
            print_table(site.port, chosen, given.requests)


def installation(folder: Path) -> Installation:
    """Return the site as in production, without the https that a proxy in front of it would add."""
    variables = {
        "ENVIRONMENT": "production",
        "DATABASE_URL": os.environ["DATABASE_URL"],
        "ALLOW_SQLITE": "1",
        "ALLOWED_HOSTS": "localhost",
        "HOST": "127.0.0.1",
        "INSECURE_HTTP": "1",
        "SECRET_KEY": KEY,
        "STATIC_ROOT": str(folder / "static"),
        "API_REQUESTS_A_MINUTE": "1000000",
    }
    return Installation(folder, free_port(), variables)


def print_table(port: int, types: dict[str, Sequence[str]], requests: int) -> None:
    """Ask for every type of page, and print a line for each."""
    ask(port, [EMPTY] * requests)  # each process has its first page behind it
    _, empty = _p50_and_p95(ask(port, [EMPTY] * requests))
    print(f"{READERS} readers; an unknown address: p95 {empty:.0f} ms")
    print(f"{'':36} {'p50':>7} {'p95':>7} {'times':>6} {'KB gz':>6}   answered")
    for name, paths in types.items():
        first = ask(port, paths)
        line(f"{name}, for the first time", first, empty)
        ask(port, [path for path in paths for _ in range(READERS)])  # each reader asks for each, so each process has it
        line(name, ask(port, few(paths, requests)), empty)
        tags = {told.path: told.etag for told in first if told.etag}
        if tags:
            line(f"{name}, seen by who asks", ask(port, few(list(tags), requests), tags), empty)


def few(paths: Sequence[str], requests: int) -> list[str]:
    return [paths[number % len(paths)] for number in range(requests)]


def line(name: str, told: Sequence[Told], empty: float) -> None:
    p50, p95 = _p50_and_p95(told)
    size = statistics.median(each.size for each in told) / 1024
    statuses = ",".join(map(str, sorted({each.status for each in told})))
    print(f"{name:30} {p50:7.1f} {p95:7.1f} {p95 / empty:6.1f} {size:6.1f}   {statuses}", flush=True)


def _p50_and_p95(told: Sequence[Told]) -> tuple[float, float]:
    return p50_and_p95([each.milliseconds for each in told])


def ask(port: int, paths: Sequence[str], tags: dict[str, str] | None = None) -> list[Told]:
    """Eight readers at once, each with its part of the paths, over a connection that is kept."""
    parts = [paths[number::READERS] for number in range(READERS)]
    with ThreadPoolExecutor(READERS) as readers:
        return [told for some in readers.map(lambda part: list(read(port, part, tags or {})), parts) for told in some]


def read(port: int, paths: Iterable[str], tags: dict[str, str]) -> Iterator[Told]:
    """One reader, one page after the other."""
    connection = HTTPConnection("127.0.0.1", port)
    for path in paths:
        headers = {"Host": "localhost"} | ({"If-None-Match": tags[path]} if path in tags else {})
        began = time.perf_counter()
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        body = response.read()
        took = 1000 * (time.perf_counter() - began)
        size = len(gzip.compress(body)) if body else 0
        yield Told(path, response.status, response.headers.get("ETag", ""), size, took)
    connection.close()


# --- which pages --------------------------------------------------------------------------------------------------


def addresses(dice: random.Random) -> Iterator[tuple[str, Sequence[str]]]:
    """Of each type of page its name and some addresses."""
    from articles.models import Article, Lineage, Outlet, Speaker
    from articles.services.revisions import record_revisions

    drawn = Lineage.objects.filter(printing_count__gt=1, pk__in=_drawn(dice, Lineage, 8 * ADDRESSES))[:ADDRESSES]
    lineages = list(drawn)
    large = list(Lineage.objects.most_printed_first()[:LARGE])
    numbers = [each.pk for each in (*lineages, *large)]
    Lineage.objects.filter(pk__in=numbers).update(stale=True)  # as the worker leaves them: with a revision
    record_revisions(Lineage.objects.filter(pk__in=numbers))
    outlets = [each.slug for each in Outlet.objects.filter(pk__in=_drawn(dice, Outlet, ADDRESSES))]
    yield "lineage", [each.get_absolute_url() for each in lineages]
    yield "lineage, the most printed", [each.get_absolute_url() for each in large]
    yield "two printings", [_pair(each) for each in lineages]
    yield (
        "article",
        [each.get_absolute_url() for each in Article.objects.filter(pk__in=_drawn(dice, Article, ADDRESSES))],
    )
    yield "speaker", [f"/s/{each.slug}" for each in Speaker.objects.filter(pk__in=_drawn(dice, Speaker, ADDRESSES))]
    yield "outlet", [f"/o/{slug}" for slug in outlets]
    yield "two outlets", [f"/o/{one}..{other}" for one, other in pairwise(outlets)]
    yield from finding(dice)
    for name, path in {"home": "/", "changed most": "/altered", "newest": "/newest", "days": "/d/"}.items():
        yield name, [path]
    yield "day", [f"/d/2016-{1 + number % 12:02}-{1 + number % 28:02}" for number in range(ADDRESSES)]
    yield "list of outlets", ["/o/"]
    yield "list of speakers", ["/s/"]
    yield "about", ["/about/"]
    yield "to cite and share", [f"/q/{each.code}/share" for each in lineages]
    yield "embedded", [f"/embed/{each.code}" for each in lineages]
    yield "API, a lineage", [f"/api/v1/lineages/{each.code}" for each in lineages]


def finding(dice: random.Random) -> Iterator[tuple[str, Sequence[str]]]:
    """Words to check and to search for."""
    from articles.models import Quote

    texts = [text for text in some_quotes(dice, Quote.objects.count()) if 7 < len(text.split()) < 80]
    common = common_terms(texts)
    yield "check", [f"/check?{urlencode({'q': misquoted(text, dice)})}" for text in texts[:ADDRESSES]]
    pairs = [" ".join(dice.sample(common, 2)) for _ in range(ADDRESSES)]
    yield "search, a common word", [f"/search?q={quote(word)}" for word in common[:ADDRESSES]]
    yield "search, two common words", [f"/search?{urlencode({'q': pair})}" for pair in pairs]


def _drawn(dice: random.Random, model: type[Model], count: int) -> list[int]:
    newest: int = model._default_manager.order_by("-pk").values_list("pk", flat=True)[0]
    return dice.sample(range(1, newest + 1), min(count, newest))


def _pair(lineage: "Lineage") -> str:
    first, second = lineage.printings.order_by("pk").values_list("quote", flat=True)[:2]
    return lineage.get_comparison_url(first, second)


if __name__ == "__main__":
    main()
