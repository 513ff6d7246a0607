"""Benchmark of rulings on a large lineage: rows and time of a split, a detach and their undo.

    python -m benchmarks.bench_rulings [--printings 1000] [--wordings 50] [--chosen 500] [--database URL]

Makes a lineage of so many printings in so many wordings, splits half of it off, undoes that, detaches twenty printings
and undoes that too; each in a transaction that is rolled back. Prints the rulings that were stored, how many rows the
pairs of the two sides would be (which is how detaching stored them formerly), and milliseconds of the processor: the
least of `--repeat` runs, and the ratio to deleting and inserting the same printings alone, which no split can do
without. An undo is timed twice: after the worker has recorded the revisions of the split, as it does within a second,
and at once, when the undo itself must record them.
On a SQLite file, unless `--database` names another database, whose tables must not hold anything.
"""

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from collections.abc import Iterator

DETACHED = 20
STATEMENT = (
    "we have noted tactical successes when a couple of cities were recaptured in the north of the country, but nobody "
    "has told us so far how the families who fled from there are going to return before the winter begins"
)


def main() -> None:
    """Make the lineage, then measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--printings", type=int, default=1000)
    parser.add_argument("--wordings", type=int, default=50)
    parser.add_argument("--chosen", type=int, default=500)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--database", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = given.database or f"sqlite:///{Path(folder) / 'db.sqlite3'}"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        lineage = make_lineage(given.printings, given.wordings)
        measure(lineage, given.chosen, given.repeat)


def make_lineage(printings: int, wordings: int) -> Any:
    """Store a lineage of so many printings, each of another article, with the matches that linking would store."""
    from django.db import transaction

    from articles.models import Article, Lineage, Outlet, Quote
    from articles.services.linking.relink import relink
    from articles.services.revisions import record_pending_revisions

    dice = random.Random(31)
    outlets = [Outlet.objects.get_or_create_by_name(f"Outlet {each}") for each in range(60)]
    texts = [vary(dice, number) for number in range(wordings)]
    articles = []
    for each in range(printings):
        text = f"Article {each} begins here. \u201c{texts[each % wordings]},\u201d he said on that day."
        published = datetime(2015, 1, 1, tzinfo=UTC) + timedelta(hours=each)
        articles.append(
            Article(outlet=dice.choice(outlets), title=f"Headline {each}", text=text, original=text.encode(),
                    text_key=f"{each:064x}", published=published, precision="day", language="en",
                    link_state=Article.LinkState.LINKED, lease_until=None)
        )  # fmt: skip
    with transaction.atomic():
        Article.objects.bulk_create(articles, 1000)
        words = [texts[each % wordings] for each in range(printings)]
        Quote.objects.bulk_create(
            [
                Quote(article=article, start=(at := article.text.index(text)), end=at + len(text), text=text,
                      folded=text, confidence=0.9)
                for article, text in zip(articles, words, strict=True)
            ]
        )  # fmt: skip
    relink()
    record_pending_revisions()
    return Lineage.objects.order_by("-printing_count").first()


def vary(dice: random.Random, number: int) -> str:
    """Return the statement with some words changed, as outlets print it."""
    words = STATEMENT.split()
    for place in dice.sample(range(len(words)), k=number % 4):
        words[place] = f"{words[place]}{'en' if number % 2 else 'ly'}"
    return " ".join(words) + (f" {number}" if number else "")


def measure(lineage: Any, chosen: int, repeat: int) -> None:
    """Print a line for each kind of decision."""
    from django.contrib.auth.models import User

    from articles.services.curation import detach, split_off, undo
    from articles.services.revisions import record_pending_revisions

    curator = User.objects.create_superuser("curator")
    quotes = sorted(lineage.printings.values_list("quote", flat=True))
    print(f"a lineage of {len(quotes):,} printings", flush=True)
    dice = random.Random(7)
    some = dice.sample(quotes, chosen)
    few = dice.sample(quotes, DETACHED)
    base = min(time_rolled_back(lambda: rewrite(lineage))[1] for _ in range(repeat))
    print(f"  rewriting the printings alone: {1000 * base:.0f} ms")
    for name, act, parted in (("split", split_off, some), ("detach", detach, few), ("detach", detach, quotes[-1:])):
        runs = []
        for _ in range(repeat):
            with rolled_back():
                decision, seconds = clock(partial(act, lineage, parted, by=curator))
                rows = decision.rulings.count()
                _, at_once = clock(partial(undo, decision, by=curator))
            with rolled_back():
                decision = act(lineage, parted, by=curator)
                record_pending_revisions()
                _, back = clock(partial(undo, decision, by=curator))
            runs.append((seconds, back, at_once))
        pairs = len(parted) * (len(quotes) - len(parted))
        seconds, back, at_once = (min(times) for times in zip(*runs, strict=True))
        print(
            f"  {name} of {len(parted)}: {rows:,} rows for {pairs:,} pairs (1 : {pairs / rows:.0f}), "
            f"{1000 * seconds:.0f} ms ({seconds / base:.1f} times the rewriting), undo {1000 * back:.0f} ms, "
            f"at once {1000 * at_once:.0f} ms",
            flush=True,
        )


def rewrite(lineage: Any) -> None:
    """Write all printings of the lineage anew."""
    lineage.set_printings({})
    lineage.set_printings({quote.pk: (0, len(quote.text)) for quote in quotes_of(lineage)})


def quotes_of(lineage: Any) -> list[Any]:
    """Return all quotes, which are those of the lineage."""
    from articles.models import Quote

    return list(Quote.objects.order_by("pk"))


@contextmanager
def rolled_back() -> "Iterator[None]":
    """Open a transaction and roll it back at the end."""
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def time_rolled_back(act: Callable[[], Any]) -> tuple[Any, float]:
    """Return what `act` returns, and its seconds; nothing that it writes stays."""
    with rolled_back():
        return clock(act)


def clock(act: Callable[[], Any]) -> tuple[Any, float]:
    """Return what `act` returns, and the seconds of the processor that it took."""
    began = time.process_time()
    result = act()
    return result, time.process_time() - began


if __name__ == "__main__":
    main()
