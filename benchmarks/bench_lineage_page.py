"""Benchmark of a lineage's page, beside a page with nothing on it.

    python -m benchmarks.bench_lineage_page

Makes lineages of 2 to 1,000 printings in a temporary database and prints milliseconds of processor time for the whole
page, for the words alone that htmx swaps, and for the page of two printings, the median of nine requests after one to
warm up, beside our page of an unknown address through the same middleware; and the page's size. `DATABASE_URL` names
another server to make the database on.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from django.test import Client

    from articles.models import Lineage

PRINTINGS = (2, 10, 50, 200, 1000)
REQUESTS = 9
HTMX = {"HX-Request": "true"}
EMPTY = "/nowhere-at-all"  # the page of an unknown address: the frame of every page and a sentence


def main(measure: Callable[[], None]) -> None:
    """Set a database up, measure, take it down."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "provenance.settings"
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(tempfile.mkdtemp()) / 'bench.sqlite3'}")
    django.setup()
    from django.conf import settings
    from django.test.utils import get_runner, setup_test_environment, teardown_test_environment

    setup_test_environment(debug=False)
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        measure()
    finally:
        runner.teardown_databases(databases)
        teardown_test_environment()


def measure() -> None:
    """Print a table."""
    from django.test import Client

    client = Client()
    empty = milliseconds(client, EMPTY)
    print(f"an empty page: {empty:.1f} ms")
    print(f"{'printings':>9} {'page':>9} {'times empty':>12} {'words alone':>12} {'two':>11} {'KB':>5}")
    for count in PRINTINGS:
        lineage = lineage_of(count)
        address = lineage.get_absolute_url()
        first, second = lineage.printings.values_list("quote", flat=True)[:2]
        page, words = milliseconds(client, address), milliseconds(client, address, HTMX)
        pair = milliseconds(client, lineage.get_comparison_url(first, second))
        size = len(client.get(address).content) / 1024
        print(f"{count:9} {page:6.1f} ms {page / empty:12.0f} {words:9.1f} ms {pair:8.1f} ms {size:5.0f}")


def lineage_of(count: int) -> "Lineage":
    """Return a lineage of so many printings, most of them changed a little."""
    from benchmarks.bench_collation import QUOTED, printing
    from tests.support.makers import make_lineage, make_quote

    dice = random.Random(count)
    first = datetime(2015, 11, 17, tzinfo=UTC)
    texts = [QUOTED, *(printing(dice) for _ in range(count - 1))]
    quotes = [
        make_quote(f"{text} {count}", outlet=f"Outlet {number}", published=first + timedelta(days=number % 30))
        for number, text in enumerate(texts)
    ]
    return make_lineage(*quotes)


def milliseconds(client: "Client", address: str, headers: dict[str, str] | None = None) -> float:
    """Processor time of one request, for which nothing is kept."""
    from django.core.cache import caches

    times = []
    for _ in range(REQUESTS + 1):
        caches["pages"].clear()
        began = time.process_time()
        client.get(address, headers=headers)
        times.append(1000 * (time.process_time() - began))
    return statistics.median(times[1:])


if __name__ == "__main__":
    main(measure)
