"""Fill a database with a generated corpus for the benchmarks.

    DATABASE_URL=sqlite:////somewhere/1m.sqlite3 python -m benchmarks.filling --quotes 1000000 --kept /somewhere
    DATABASE_URL=postgresql://... python -m benchmarks.filling --from /somewhere/1m.sqlite3

A generated corpus, ten quotations to an article, with the lineages that the generator knows, how their printings
differ, and both indexes. It takes half an hour, and goes on where it was broken off: `--minutes` says when to stop for
now, `--kept` where the corpus is kept meanwhile. PostgreSQL gets the same rows from a SQLite file, in a few minutes.
Needs the labelled data beside the project.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import django
from django.db import transaction

QUOTES_AT_A_TIME = 10_000  # stored in one transaction, some 5 seconds
PAIRS_AT_A_TIME = 500_000
LINEAGES_AT_A_TIME = 1000
ROWS_AT_A_TIME = 20_000  # read from the other database at once


def main() -> None:
    """Fill the database that DATABASE_URL names, as far as the time allows."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=24 * 60)
    parser.add_argument("--kept", type=Path, help="a folder to keep the corpus in")
    parser.add_argument("--from", dest="source", type=Path, help="a filled SQLite file to copy into PostgreSQL")
    given = parser.parse_args()
    if given.source:
        opened({"source": f"sqlite:///{given.source}"})
        copy_from("source")
        return
    opened()
    with tempfile.TemporaryDirectory() as folder:
        done = fill(given.kept or Path(folder), given.quotes, given.seed, given.workers, minutes=given.minutes)
    print("filled" if done else "not filled yet: go on with the same command", flush=True)
    sys.exit(0 if done else 3)


def opened(others: dict[str, str] | None = None) -> None:
    """Django, with the tables in the database that DATABASE_URL names, and with these `others` at hand."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
    from django.conf import settings

    from provenance.settings import parse_database_url

    settings.DATABASES |= {name: parse_database_url(url) for name, url in (others or {}).items()}
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


# --- filling ------------------------------------------------------------------------------------------------------


def fill(folder: Path, quotes: int, seed: int, workers: int = 1, *, minutes: float = 24 * 60) -> bool:
    """Go on filling; True when all is done."""
    from articles.models import Quote

    until = time.monotonic() + 60 * minutes
    rows, homes = corpus(folder, quotes, seed)
    if not pieces(rows, store, QUOTES_AT_A_TIME, Quote.objects.count(), until):
        return False
    if not post_pairs(rows, folder, workers, until):
        return False
    families: defaultdict[int, list[int]] = defaultdict(list)
    numbers = Quote.objects.order_by("pk").values_list("pk", flat=True)
    for number, home in zip(numbers.iterator(), homes, strict=True):
        families[home].append(number)
    return pieces(list(families.values()), form_lineages, LINEAGES_AT_A_TIME, formed(), until)


def corpus(folder: Path, quotes: int, seed: int) -> tuple[list[dict[str, Any]], list[int]]:
    """Return the rows, and the lineage of each; generated unless they are there."""
    from benchmarks.bench_linking import generated, read

    gold = folder / "gold.jsonl"
    rows = read(gold) if gold.exists() else generated(folder, quotes, seed)[1]
    with gold.open(encoding="utf-8") as lines:
        return rows, [json.loads(line)["lineage_id"] for line in lines]


def pieces(items: Sequence[Any], do: Callable[[Sequence[Any]], None], size: int, done: int, until: float) -> bool:
    """Do so many at a time, each in its own transaction, as long as there is time; True when all are done."""
    began = time.monotonic()
    for start in range(done, len(items), size):
        if time.monotonic() > until:
            return False
        with transaction.atomic():
            do(items[start : start + size])
        print(f"{do.__name__}: {start + size} of {len(items)}, {time.monotonic() - began:.0f} s", flush=True)
    return True


def store(rows: Sequence[dict[str, Any]]) -> None:
    """Return the articles and quotations, with the words by which they are found."""
    from articles.models import Article, Quote
    from articles.services.search_index import index_quotes
    from benchmarks.bench_linking import stored

    made = [quote.pk for quote in stored(rows)]
    linked = {"link_state": Article.LinkState.LINKED, "lease_until": None}
    Article.objects.filter(lease_until__isnull=False).update(**linked)
    index_quotes(Quote.objects.filter(pk__range=(made[0], made[-1])).select_related("speaker", "article__outlet"))


def post_pairs(rows: Sequence[dict[str, Any]], folder: Path, workers: int, until: float) -> bool:
    """Return the pairs of words by which relatives are found; True when all are written."""
    from articles.models import Quote, WordPair

    pairs = folder / "pairs.bin"
    if not pairs.exists():
        find_pairs(rows, pairs, workers)
        return time.monotonic() <= until and post_pairs(rows, folder, workers, until)
    numbers = list(Quote.objects.order_by("pk").values_list("pk", flat=True))
    found = array("q", pairs.read_bytes())
    triples = range(0, len(found), 3)

    def post(some: Sequence[int]) -> None:
        WordPair.objects.insert_postings((found[at], found[at + 1], numbers[found[at + 2]]) for at in some)

    return pieces(triples, post, PAIRS_AT_A_TIME, WordPair.objects.count(), until)


def find_pairs(rows: Sequence[dict[str, Any]], pairs: Path, workers: int) -> None:
    """Find them, and keep them in a file: of each its key, its rank and the place of the quotation, 8 bytes each."""
    from articles.engine.linking import batch
    from articles.engine.text.aliases import STANDARD_ALIASES

    began = time.monotonic()
    wordings = batch.find_wordings(
        [batch.QuoteRecord(row["text"]) for row in rows], workers=workers, aliases=STANDARD_ALIASES
    )
    print(f"wordings: {time.monotonic() - began:.0f} s", flush=True)
    found = array("q")
    for triple in batch.iter_newest_postings(wordings):
        found.extend(triple)
    unfinished = pairs.with_suffix(".part")
    unfinished.write_bytes(found.tobytes())
    unfinished.rename(pairs)
    print(f"pairs: {len(found) // 3}, {time.monotonic() - began:.0f} s", flush=True)


def formed() -> int:
    from articles.models import Lineage

    return Lineage.objects.count()


def form_lineages(families: Sequence[Sequence[int]]) -> None:
    """Make a lineage of each of these lists of quotations, which are in order of time."""
    from articles.engine.text.aliases import STANDARD_ALIASES
    from articles.models import Lineage, Printing, Quote
    from articles.services.variants import record_variants

    light = ("text", "start", "end", "article__outlet", "article__published")
    wanted = Quote.objects.select_related("article").only(*light)
    known = wanted.in_bulk([number for those in families for number in those])
    lineages = Lineage.objects.bulk_create_with_codes([None] * len(families))
    printings = {}
    for lineage, numbers in zip(lineages, families, strict=True):
        quotes = [known[number] for number in numbers]
        lineage.first, lineage.printing_count = quotes[0], len(quotes)
        outlets = sorted({quote.article.outlet_id or 0 for quote in quotes})
        lineage.outlet_count, lineage.outlets = len(outlets), " ".join(map(str, outlets))
        lineage.latest, lineage.stale = quotes[-1].article.published, False
        printings[lineage] = [Printing(lineage=lineage, quote=each, start=0, end=len(each.text)) for each in quotes]
    Lineage.objects.bulk_update(
        lineages, ["first", "printing_count", "outlet_count", "outlets", "latest", "stale"], 400
    )
    Printing.objects.bulk_create([printing for those in printings.values() for printing in those], 2000)
    record_variants(printings, STANDARD_ALIASES)


# --- copying ------------------------------------------------------------------------------------------------------


def copy_from(source: str) -> None:
    """Return the rows of another database in place of those of this one, which is PostgreSQL."""
    from django.apps import apps
    from django.core.management.color import no_style
    from django.db import connection

    models = list(apps.get_app_config("articles").get_models())
    tables = {model: connection.ops.quote_name(str(model._meta.db_table)) for model in models}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(tables.values())} CASCADE")
        cursor.execute("SET session_replication_role = replica")  # rows come in any order
        for model in models:
            began, count = time.monotonic(), 0
            columns = [field for field in model._meta.concrete_fields if field.column]
            names = ", ".join(connection.ops.quote_name(str(field.column)) for field in columns)
            with cursor.copy(f"COPY {tables[model]} ({names}) FROM STDIN") as copy:
                for row in rows_of(model, columns, source):
                    copy.write_row(row)
                    count += 1
            print(f"{tables[model]}: {count} rows, {time.monotonic() - began:.0f} s", flush=True)
        cursor.execute("SET session_replication_role = DEFAULT")
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def rows_of(model: Any, columns: Sequence[Any], source: str) -> Iterator[tuple[Any, ...]]:
    """All rows of a table as PostgreSQL takes them."""
    from django.db.models import JSONField

    kept = [place for place, field in enumerate(columns) if isinstance(field, JSONField)]
    every = model._base_manager.using(source).order_by().values_list(*(field.attname for field in columns))
    reading = every.iterator(chunk_size=ROWS_AT_A_TIME)
    while some := list(islice(reading, ROWS_AT_A_TIME)):
        for row in some:
            if kept:
                row = tuple(json.dumps(cell) if place in kept else cell for place, cell in enumerate(row))
            yield row


if __name__ == "__main__":
    main()
