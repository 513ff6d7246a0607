"""How long does finding take in a filled database?

    DATABASE_URL=sqlite:////somewhere/100k.sqlite3 python -m tests.benchmarks.bench_check --quotes 100000

Fills an *empty* database with a generated corpus (a database that holds quotes is used as it is), then asks the site
through Django's test client: quotations with two words left out, checked one by one and twenty in an article; searches
for common words, two words, a phrase, with filters. Prints milliseconds by the clock and of processor time, p50 and
p95, next to the page of an unknown address, and how often the lineage that the words were taken from came first. Needs
the labelled data beside the project.
"""

import argparse
import json
import os
import random
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import django
from django.db import transaction

ASKED, PAGES_ASKED = 200, 5  # times each
EMPTY = "/nowhere-at-all"


def main() -> None:
    """Fill, warm up, measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
    django.setup()
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    from articles.models import Quote

    setup_test_environment(debug=False)
    call_command("migrate", verbosity=0)
    if not Quote.objects.exists():
        fill(given.quotes, given.seed, given.workers)
    measure(random.Random(given.seed))


def fill(quotes: int, seed: int, workers: int) -> None:
    """A generated corpus, its lineages as the generator has them, with both indexes."""
    from articles.engine import bulk
    from articles.engine.aliases import STANDARD
    from articles.models import Posting, WordPair
    from articles.searching import reindex
    from tests.benchmarks.linking import generated, stored

    with tempfile.TemporaryDirectory() as folder:
        gold, rows = generated(Path(folder), quotes, seed)
        with gold.open(encoding="utf-8") as lines:
            homes = [json.loads(line)["lineage_id"] for line in lines]
    made = stored(rows)
    print("stored", flush=True)
    wordings = bulk.read_wordings([bulk.Printed(row["text"]) for row in rows], workers=workers, aliases=STANDARD)
    with transaction.atomic():
        WordPair.objects.post_all((key, rank, made[place].pk) for key, rank, place in bulk.newest_of_keys(wordings))
    print(f"pairs of words: {WordPair.objects.count()} rows", flush=True)
    families: defaultdict[int, list[Any]] = defaultdict(list)
    for quote, home in zip(made, homes, strict=True):
        families[home].append(quote)
    form_lineages(list(families.values()))
    print(f"{len(families)} lineages", flush=True)
    began = time.perf_counter()
    reindex()
    print(f"reindex: {time.perf_counter() - began:.0f} s; {Posting.objects.count()} rows", flush=True)


def form_lineages(families: list[list[Any]]) -> None:
    """A lineage for each of these lists of quotes, which are in order of time."""
    from articles.models import Lineage, Printing

    for start in range(0, len(families), 2000):
        some = families[start : start + 2000]
        lineages = Lineage.objects.begin_each([None] * len(some))
        for lineage, quotes in zip(lineages, some, strict=True):
            lineage.first, lineage.printing_count = quotes[0], len(quotes)
            lineage.outlet_count = len({quote.article.outlet_id for quote in quotes})
            lineage.latest, lineage.stale = quotes[-1].article.published, False
        Lineage.objects.bulk_update(lineages, ["first", "printing_count", "outlet_count", "latest", "stale"], 400)
        pairs = [(lineage, quote) for lineage, quotes in zip(lineages, some, strict=True) for quote in quotes]
        Printing.objects.bulk_create(
            [Printing(lineage=lineage, quote=quote, start=0, end=len(quote.text)) for lineage, quote in pairs], 2000
        )


def measure(dice: random.Random) -> None:
    """Print a line for each kind of question."""
    from django.test import Client

    from articles.models import Quote

    client = Client()
    count = Quote.objects.count()
    texts = [text for text in some_quotes(dice, count) if len(text.split()) > 7]
    common = common_terms(texts)
    misquotes = [misquoted(text, dice) for text in texts[:ASKED]]
    articles = ["\n\n".join(f"He said: \u201c{text}\u201d" for text in dice.sample(misquotes, 20)) for _ in range(10)]
    print(
        f"{count} quotes, {right(texts[:ASKED], misquotes)} of {len(misquotes)} misquotes lead to their lineage first"
    )
    print(f"{'':34} {'p50':>8} {'p95':>8} {'cpu p50':>8} {'cpu p95':>8}")
    row("page of an unknown address", [partial(client.get, EMPTY)] * 50)
    row("check, two words left out", [partial(client.get, "/check", {"q": text}) for text in misquotes])
    row("check, words nobody printed", [partial(client.get, "/check", {"q": text}) for text in nonsense(dice, texts)])
    row("check, 20 quotations", [partial(client.post, "/check", {"q": text}) for text in articles])
    for name, questions in searches(dice, common).items():
        row(f"search, {name}", [partial(client.get, "/search", asked) for asked in questions])
    for path in pages():
        row(path, [partial(client.get, path)] * PAGES_ASKED)


def pages() -> list[str]:
    """A page of each type of list."""
    from articles.models import Outlet, Speaker

    outlets = Outlet.objects.order_by("pk").values_list("slug", flat=True)[:2]
    speaker = Speaker.objects.order_by("pk").values_list("slug", flat=True)[0]
    lists = ["/", "/altered", "/newest", "/o/", "/s/", "/d/", "/d/2016-03-01", "/quotations.csv"]
    return [*lists, f"/o/{outlets[0]}", f"/o/{outlets[0]}..{outlets[1]}", f"/s/{speaker}"]


def some_quotes(dice: random.Random, count: int) -> list[str]:
    from articles.models import Quote

    newest = Quote.objects.order_by("-pk").values_list("pk", flat=True)[0]
    return list(
        Quote.objects.filter(pk__in=dice.sample(range(1, newest), min(800, count // 2))).values_list("text", flat=True)
    )


def common_terms(texts: Iterable[str]) -> list[str]:
    """The terms that most of these texts have, the commonest first."""
    from articles.engine.terms import telling, terms_of

    counts = Counter(term for text in texts for term in telling(terms_of(text)))
    return [term for term, _ in counts.most_common(200)]


def misquoted(text: str, dice: random.Random) -> str:
    words = text.split()
    for _ in range(2):
        del words[dice.randrange(len(words))]
    return " ".join(words)


def nonsense(dice: random.Random, texts: list[str]) -> list[str]:
    words = [word for text in texts for word in text.split()]
    return [" ".join(dice.sample(words, 25)) for _ in range(ASKED)]


def right(texts: Iterable[str], misquotes: Iterable[str]) -> int:
    """How often the first lineage found has a printing of the very text."""
    from articles.checking import check
    from articles.models import Printing

    found = 0
    for text, misquote in zip(texts, misquotes, strict=True):
        [checked] = check([misquote])
        homes = [finding.lineage.pk for finding in checked.findings[:1]]
        found += Printing.objects.filter(lineage__in=homes, quote__text=text).exists()
    return found


def searches(dice: random.Random, common: list[str]) -> dict[str, list[dict[str, str]]]:
    from articles.models import Outlet, Speaker

    outlet = Outlet.objects.order_by("pk").values_list("slug", flat=True)[0]
    speaker = Speaker.objects.order_by("pk").values_list("slug", flat=True)[0]
    pairs = [" ".join(dice.sample(common, 2)) for _ in range(50)]
    return {
        "one of the 20 commonest words": [{"q": term} for term in common[:20]],
        "two common words": [{"q": pair} for pair in pairs],
        "a phrase of common words": [{"q": f'"the {term}"'} for term in common[:20]],
        "an outlet and a common word": [{"q": term, "outlet": outlet} for term in common[:20]],
        "a speaker": [{"speaker": speaker}] * 10,
        "six months": [{"since": "2016-01", "until": "2016-06"}] * 10,
        "a common word in six months": [{"q": term, "since": "2016-01", "until": "2016-06"} for term in common[:20]],
    }


def row(name: str, requests: Iterable[Callable[[], object]]) -> None:
    """Ask, and print how long it took."""
    wall, processor = [], []
    for ask in requests:
        began, used = time.perf_counter(), time.process_time()
        ask()
        wall.append(1000 * (time.perf_counter() - began))
        processor.append(1000 * (time.process_time() - used))
    figures = [cut for times in (wall, processor) for cut in _cuts(times)]
    print(f"{name:34} " + " ".join(f"{figure:8.1f}" for figure in figures), flush=True)


def _cuts(times: list[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(times, n=20)
    return cuts[9], cuts[18]


if __name__ == "__main__":
    main()
